package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/command"
)

// The words in which commands speak, see package command.
var (
	fail        = command.Fail
	usageError  = command.UsageError
	show        = command.Show
	writeJSON   = command.WriteJSON
	noArguments = command.NoArguments
	jsonFlag    = command.JSONFlag
)

// say prints a line of progress to stderr.
func say(c *cli.Context, format string, args ...any) {
	fmt.Fprintf(c.App.ErrWriter, "shrinkwrapd: "+format+"\n", args...)
}
