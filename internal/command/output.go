package command

import (
	"context"
	"encoding/json"
	"io"

	"github.com/urfave/cli/v2"
)

const jsonName = "json"

// JSONFlag is on every command that prints.
var JSONFlag = &cli.BoolFlag{Name: jsonName, Usage: "print JSON for scripts instead of text for people"}

// Show prints v as JSON with --json, and otherwise what text prints. It fails
// where stdout does: a cut answer is none.
func Show(c *cli.Context, v any, text func(w io.Writer)) error {
	if c.Bool(jsonName) {
		return WriteJSON(c.App.Writer, v)
	}
	w := &checkedWriter{w: c.App.Writer}
	text(w)
	return w.err
}

// WriteJSON writes v as JSON for scripts and people.
func WriteJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// checkedWriter keeps the first error, and writes nothing after it.
type checkedWriter struct {
	w   io.Writer
	err error
}

func (w *checkedWriter) Write(p []byte) (int, error) {
	if w.err != nil {
		return 0, w.err
	}
	var n int
	n, w.err = w.w.Write(p)
	return n, w.err
}

// Input reads r until ctx ends: a person who is waited for can end the wait. The
// last read is left behind.
func Input(ctx context.Context, r io.Reader) io.Reader { return &input{ctx, r} }

type input struct {
	ctx context.Context
	r   io.Reader
}

func (i *input) Read(p []byte) (int, error) {
	type result struct {
		n   int
		err error
	}
	done, own := make(chan result, 1), make([]byte, len(p))
	go func() {
		n, err := i.r.Read(own)
		done <- result{n, err}
	}()
	select {
	case r := <-done:
		return copy(p, own[:r.n]), r.err
	case <-i.ctx.Done():
		return 0, i.ctx.Err()
	}
}
