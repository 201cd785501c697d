package command

import (
	"slices"
	"strings"
	"testing"

	"github.com/urfave/cli/v2"
)

// Flags may stand anywhere. One whose value is missing takes no argument for it.
func TestFlagsFirst(t *testing.T) {
	text, quiet := &cli.StringFlag{Name: "output", Aliases: []string{"o"}}, &cli.BoolFlag{Name: "json"}
	commands := []*cli.Command{
		{Name: "code", Flags: []cli.Flag{text, quiet}},
		{Name: "complete", SkipFlagParsing: true},
		{Name: "chain", Subcommands: []*cli.Command{{Name: "deploy", Flags: []cli.Flag{text}}}},
		{Name: "sales", Flags: []cli.Flag{text, quiet}, Action: func(*cli.Context) error { return nil }, Subcommands: []*cli.Command{{Name: "refund", Flags: []cli.Flag{quiet}}}},
	}
	app := &cli.App{Name: "p", Commands: commands, Flags: []cli.Flag{&cli.StringFlag{Name: "home"}}}
	for args, want := range map[string]string{
		"p":                          "p",
		"p --help":                   "p --help",
		"p nonsense -o x":            "p nonsense x",
		"p code":                     "p code --",
		"p code a -o b":              "p code -o b -- a",
		"p code a --json b":          "p code --json -- a b",
		"p code a --output=b c":      "p code --output=b -- a c",
		"p code - -o -":              "p code -o - -- -",
		"p code -- -o b":             "p code -- -o b",
		"p code a -- --json":         "p code -- a --json",
		"p code a --unknown b":       "p code --unknown -- a b",
		"p code a -o":                "p code -o",
		"p code a --json -o":         "p code --json -o",
		"p code a --home h":          "p --home h code -- a",
		"p --home=h code a":          "p --home=h code -- a",
		"p code --home":              "p --home",
		"p --json code a":            "p code --json -- a",
		"p complete code -o":         "p complete code -o",
		"p code a --help":            "p code --help -- a",
		"p chain deploy a -o b":      "p chain deploy -o b -- a",
		"p chain other -o b":         "p chain other b",
		"p sales a -o b":             "p sales -o b -- a",
		"p sales --json":             "p sales --json --",
		"p sales refund a --json":    "p sales refund --json -- a",
		"p sales --json refund a":    "p sales refund --json -- a",
		"p sales a refund --json":    "p sales --json -- a refund",
		"p code chain deploy --json": "p code --json -- chain deploy",
	} {
		if got := strings.Join(readLine(app, strings.Fields(args)).args, " "); got != want {
			t.Errorf("%q becomes %q, want %q", args, got, want)
		}
	}
	if got := readLine(app, nil).args; !slices.Equal(got, nil) {
		t.Errorf("nothing becomes %q", got)
	}
}
