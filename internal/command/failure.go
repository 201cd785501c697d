package command

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/shrinkwrap/shrinkwrap/internal/home"
)

// Failure is an error with its exit status and what to do about it.
type Failure struct {
	Status int
	Err    error
	Hints  []string
	usage  bool // of the command line
}

func (f *Failure) Error() string { return f.Err.Error() }
func (f *Failure) Unwrap() error { return f.Err }

// Fail gives an error an exit status and hints.
func Fail(status int, err error, hints ...string) error {
	return &Failure{Status: status, Err: err, Hints: hints}
}

// UsageError is what is wrong with a command line. A hint leads to the help of
// the command, behind the others.
func UsageError(message string, hints ...string) error {
	return &Failure{Usage, errors.New(message), hints, true}
}

// report prints an error and its hints, and returns its exit status.
func (p Program) report(w io.Writer, l line, err error) int {
	f := new(Failure)
	if !errors.As(err, &f) || home.IsFull(err) { // a full disk is behind many errors, and none of them
		f = new(Failure)
		f.Status, f.Hints = p.Explain(err)
	}
	// The whole of it: what was joined to a failure, such as that something could
	// not be closed, has no status and must be said, too.
	text, hints := oneLine(err.Error()), slices.Clone(f.Hints)
	if f.usage {
		hints = append(hints, l.help())
	}
	switch {
	case l.json:
		p.reportJSON(w, f.Status, text, hints)
	case f.Status == Interrupted:
		fmt.Fprintf(w, "%s: %s\n", p.App.Name, text)
	default:
		fmt.Fprintf(w, "%s: error: %s\n", p.App.Name, text)
		for _, hint := range hints {
			fmt.Fprintf(w, "hint: %s\n", oneLine(hint))
		}
	}
	return f.Status
}

// report is an error as scripts read it.
type report struct {
	Error  string   `json:"error"`
	Hint   []string `json:"hint"`
	Status int      `json:"status"`
	Kind   string   `json:"kind"`
}

func (p Program) reportJSON(w io.Writer, status int, text string, hints []string) {
	r := report{text, append([]string{}, hints...), status, ""}
	for _, s := range p.Statuses {
		if s.Code == status {
			r.Kind = s.Kind
		}
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.Encode(r) // where stderr fails nobody can be told
}

// oneLine puts joined errors on one line, and takes out what would move a
// terminal's cursor: a name of a file may have any character.
func oneLine(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return '?'
		}
		return r
	}, strings.ReplaceAll(text, "\n", "; "))
}
