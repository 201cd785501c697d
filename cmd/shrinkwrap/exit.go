package main

import (
	"errors"
	"fmt"
	"io"
)

// Exit statuses. They are part of the interface: scripts rely on them.
const (
	exitOK          = 0
	exitError       = 1   // anything that the others do not name
	exitUsage       = 2   // the command line is wrong
	exitInput       = 3   // a file, picture or code is not what it should be
	exitDanger      = 4   // a signature, address, key or escrow is false: do not pay
	exitUnreachable = 5   // no chain endpoint or no node could be reached
	exitRefused     = 6   // the purchase cannot be made: price, money, supply, chain
	exitPending     = 7   // paid, not yet released: run the same command again
	exitExists      = 8   // the output is in the way
	exitInterrupted = 130 // stopped by the user
)

const exitHelp = `   0    done
   1    some other error
   2    the command line is wrong
   3    a file, picture or code is not what it should be
   4    danger: a signature, address, key or escrow is false; do not pay
   5    no chain endpoint or no node could be reached
   6    the purchase cannot be made: price, money, supply, chain
   7    paid, not yet released: the same command goes on
   8    the output is in the way
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
	f := new(failure)
	if !errors.As(err, &f) {
		return exitError
	}
	for _, hint := range f.hints {
		fmt.Fprintf(w, "hint: %s\n", hint)
	}
	return f.status
}
