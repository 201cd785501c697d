package main

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/urfave/cli/v2"
)

// jsonFlag is on every command that prints.
var jsonFlag = &cli.BoolFlag{Name: "json", Usage: "print JSON for scripts instead of text for people"}

// show prints v as JSON with --json, and otherwise what text prints.
func show(c *cli.Context, v any, text func(w io.Writer)) error {
	if !c.Bool(jsonFlag.Name) {
		text(c.App.Writer)
		return nil
	}
	return writeJSON(c.App.Writer, v)
}

func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// say prints a line of progress to stderr.
func say(c *cli.Context, format string, args ...any) {
	fmt.Fprintf(c.App.ErrWriter, "shrinkwrapd: "+format+"\n", args...)
}
