package terminal

import "fmt"

// Kind says what an error is about. A command's exit status follows from it.
type Kind int

// Kinds of errors.
const (
	Input       Kind = iota + 1 // a file or code is not what it should be
	Danger                      // a signature, address, key or escrow is false: do not pay
	Unreachable                 // no chain endpoint or no node could be reached
	Refused                     // the purchase cannot be made, or its rights are over
	Pending                     // paid, not yet released: the same call goes on
	Exists                      // the output is in the way
	Unreleased                  // opened, but a release program failed: a section's own bytes are kept
	Defrauded                   // opened as far as it is whole: a section is not what its publisher signed, as the proof that was written shows
)

// Error is an error with its kind and what to do about it.
type Error struct {
	Kind  Kind
	Err   error
	Hints []string
}

func (e *Error) Error() string { return e.Err.Error() }
func (e *Error) Unwrap() error { return e.Err }

func failure(kind Kind, err error, hints ...string) error { return &Error{kind, err, hints} }

// failuref wraps nothing: what it prints of other errors is text.
func failuref(kind Kind, format string, args ...any) error {
	return &Error{Kind: kind, Err: fmt.Errorf(format, args...)}
}
