package main

import (
	"errors"

	"github.com/shrinkwrap/shrinkwrap/cmd/internal/exit"
	"github.com/shrinkwrap/shrinkwrap/internal/command"
	"github.com/shrinkwrap/shrinkwrap/internal/home"
)

// Exit statuses, see package exit.
const (
	exitError       = exit.Error
	exitUsage       = exit.Usage
	exitInput       = exit.Input
	exitDanger      = exit.Danger
	exitUnreachable = exit.Unreachable
	exitRefused     = exit.Refused
	exitPending     = exit.Pending
	exitExists      = exit.Exists
	exitUnreleased  = exit.Unreleased
)

// classify returns the exit status and the hints of an error: what a command
// said of it, or else what kind of error it is.
func classify(err error) (status int, hints []string) {
	if f := new(command.Failure); errors.As(err, &f) && !home.IsFull(err) {
		return f.Status, f.Hints
	}
	return exit.Explain(err)
}
