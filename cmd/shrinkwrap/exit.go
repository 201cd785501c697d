package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// Exit statuses. They are part of the interface: scripts rely on them.
const (
	exitOK          = 0
	exitError       = 1   // anything that the others do not name
	exitUsage       = 2   // the command line is wrong
	exitInput       = 3   // a file, picture or code is not what it should be
	exitDanger      = 4   // a signature, address, key or escrow is false: do not pay
	exitUnreachable = 5   // no chain endpoint or no node could be reached
	exitRefused     = 6   // the purchase cannot be made: price, money, supply, chain; or its rights are over
	exitPending     = 7   // paid, not yet released: run the same command again
	exitExists      = 8   // the output is in the way
	exitUnreleased  = 9   // opened, but a release program failed: a section's own bytes are kept
	exitInterrupted = 130 // stopped by the user
)

const exitHelp = `   0    done
   1    some other error
   2    the command line is wrong
   3    a file, picture or code is not what it should be
   4    danger: a signature, address, key or escrow is false; do not pay
   5    no chain endpoint or no node could be reached
   6    the purchase cannot be made: price, money, supply, chain; or its rights are over
   7    paid, not yet released: the same command goes on
   8    the output is in the way
   9    opened, but a release program failed: a section's own bytes are kept
   130  stopped by the user; the same command goes on`

// failure is an error with its exit status and what to do about it.
type failure struct {
	status int
	err    error
	hints  []string
}

func (f *failure) Error() string { return f.err.Error() }
func (f *failure) Unwrap() error { return f.err }

// fail gives an error an exit status and hints.
func fail(status int, err error, hints ...string) error { return &failure{status, err, hints} }

func usageError(message string, hints ...string) error {
	return fail(exitUsage, errors.New(message), append(hints, `"--help" after a command shows how it is used`)...)
}

// report prints an error and its hints, and returns its exit status.
func report(w io.Writer, err error) int {
	fmt.Fprintf(w, "shrinkwrap: error: %v\n", err)
	status, hints := classify(err)
	for _, hint := range hints {
		fmt.Fprintf(w, "hint: %s\n", hint)
	}
	return status
}

// classify returns the exit status and the hints of an error: what a command
// said of it, or else what kind of error it is.
func classify(err error) (status int, hints []string) {
	if home.IsFull(err) {
		return exitError, []string{"make room and give the same command again: nothing that was paid for or stored is lost"}
	}
	if f := new(failure); errors.As(err, &f) {
		return f.status, f.hints
	}
	if t := new(terminal.Error); errors.As(err, &t) {
		return kinds[t.Kind], t.Hints
	}
	damaged, unavailable, revert := new(wrap.DamagedError), new(chain.UnavailableError), new(chain.RevertError)
	switch {
	case errors.Is(err, fs.ErrExist):
		return exitExists, nil
	case errors.As(err, &damaged), errors.Is(err, wrap.ErrMalformed):
		return exitInput, nil
	case errors.As(err, &unavailable):
		return exitUnreachable, nil
	case errors.As(err, &revert):
		return exitRefused, nil
	}
	return exitError, nil
}

var kinds = map[terminal.Kind]int{
	terminal.Input:       exitInput,
	terminal.Danger:      exitDanger,
	terminal.Unreachable: exitUnreachable,
	terminal.Refused:     exitRefused,
	terminal.Pending:     exitPending,
	terminal.Exists:      exitExists,
	terminal.Unreleased:  exitUnreleased,
}
