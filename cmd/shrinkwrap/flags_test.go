package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/urfave/cli/v2"
)

func TestFlagsFirst(t *testing.T) {
	text, quiet := &cli.StringFlag{Name: "output", Aliases: []string{"o"}}, &cli.BoolFlag{Name: "json"}
	commands := []*cli.Command{
		{Name: "code", Flags: []cli.Flag{text, quiet}},
		{Name: "chain", Subcommands: []*cli.Command{{Name: "deploy", Flags: []cli.Flag{text}}}},
	}
	for args, want := range map[string]string{
		"p":                          "p",
		"p --help":                   "p --help",
		"p nonsense -o x":            "p nonsense -o x",
		"p code":                     "p code --",
		"p code a -o b":              "p code -o b -- a",
		"p code a --json b":          "p code --json -- a b",
		"p code a --output=b c":      "p code --output=b -- a c",
		"p code - -o -":              "p code -o - -- -",
		"p code -- -o b":             "p code -- -o b",
		"p code a -- --json":         "p code -- a --json",
		"p code a --unknown b":       "p code --unknown -- a b",
		"p code a -o":                "p code -o -- a",
		"p code a --help":            "p code --help -- a",
		"p chain deploy a -o b":      "p chain deploy -o b -- a",
		"p chain other -o b":         "p chain other -o b",
		"p code chain deploy --json": "p code --json -- chain deploy",
	} {
		if got := strings.Join(flagsFirst(commands, strings.Fields(args)), " "); got != want {
			t.Errorf("%q becomes %q, want %q", args, got, want)
		}
	}
	if got := flagsFirst(commands, nil); !slices.Equal(got, nil) {
		t.Errorf("nothing becomes %q", got)
	}
}
