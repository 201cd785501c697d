// Package command is the frame of a command with subcommands, which shrinkwrap
// and shrinkwrapd share: how a command line is read, and how a run ends.
//
//	stdout  what was asked for, and nothing else; JSON with --json
//	stderr  progress, then "NAME: error: …" and lines of "hint: …"
//	        with --json one line instead, the last:
//	        {"error":"…","hint":["…"],"status":6,"kind":"refused"}
//	exit    one of the statuses of a table, which --help prints
package command

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/manual"
)

// A Program is a command and what is to be known of its ends.
type Program struct {
	App *cli.App
	// Statuses are all that Run returns, in order.
	Statuses []Status
	// Explain returns the exit status and the hints of an error that is no
	// [Failure].
	Explain func(err error) (status int, hints []string)
	// Stopped is what is said to whoever interrupts it.
	Stopped string
}

// Status is an exit status: part of a command's interface, scripts rely on it.
type Status struct {
	Code    int
	Kind    string // for scripts, see package
	Meaning string // for people
}

// Exit statuses of every command.
const (
	OK          = 0
	Usage       = 2   // the command line is wrong
	Interrupted = 130 // stopped by the user: 128 and SIGINT, as shells have it
)

// StatusHelp is the table of exit statuses for the help.
func StatusHelp(statuses []Status) string {
	var lines []string
	for _, s := range statuses {
		lines = append(lines, fmt.Sprintf("   %-4d %s", s.Code, s.Meaning))
	}
	return strings.Join(lines, "\n")
}

// JSONHelp says what an error is with --json, under the table of StatusHelp.
func JSONHelp(statuses []Status, example string) string {
	var kinds []string
	for _, s := range statuses {
		if s.Code != OK {
			kinds = append(kinds, s.Kind)
		}
	}
	text := `With --json an error is one line of JSON, the last on stderr; "kind" is a word for the exit status: ` + strings.Join(kinds, ", ") + "."
	return "\n\n" + fold(text, helpWidth) + "\n\n   " + example
}

// helpWidth is how wide help is, in characters.
const helpWidth = 84

func fold(text string, width int) string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && len(line)+1+len(word) > width {
			lines, line = append(lines, line), ""
		}
		line = strings.TrimPrefix(line+" "+word, " ")
	}
	return strings.Join(append(lines, line), "\n")
}

// Run runs a command line and returns its exit status. The first SIGINT or
// SIGTERM ends the context of what runs, a second one the process.
func (p Program) Run(args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)
	l := readLine(p.App, args)
	usable(p.App)
	err := p.App.RunContext(ctx, l.args)
	if err == nil {
		return OK
	}
	// The cause is that of the signal, which requests repeat where they end by it.
	if ctx.Err() != nil && (errors.Is(err, context.Canceled) || errors.Is(err, context.Cause(ctx))) {
		err = Fail(Interrupted, errors.New(p.Stopped))
	}
	return p.report(os.Stderr, l, err)
}

// usable gives an application and all its commands what each of them has.
func usable(app *cli.App) {
	manual.Style()
	app.HideHelpCommand = true
	// Errors are reported by Run, once.
	app.ExitErrHandler = func(*cli.Context, error) {}
	app.OnUsageError = onUsageError
	app.Action = func(c *cli.Context) error {
		if c.Args().Present() {
			return UsageError(fmt.Sprintf("there is no command %q", c.Args().First()))
		}
		return cli.ShowAppHelp(c)
	}
	for _, c := range app.Commands {
		usableCommand(c, app.Name+" "+c.Name)
	}
}

func usableCommand(c *cli.Command, path string) {
	c.HideHelpCommand = true
	c.OnUsageError = onUsageError
	if len(c.Subcommands) == 0 {
		return
	}
	var names []string
	for _, sub := range c.Subcommands {
		usableCommand(sub, path+" "+sub.Name)
		names = append(names, sub.Name)
	}
	if c.Action != nil {
		return // it does something of its own
	}
	c.Action = func(ctx *cli.Context) error {
		choice := fmt.Sprintf("%s needs one of: %s", path, strings.Join(names, ", "))
		if ctx.Args().Present() {
			choice = fmt.Sprintf("there is no command %q; %s", c.Name+" "+ctx.Args().First(), choice)
		}
		return UsageError(choice)
	}
}

func onUsageError(_ *cli.Context, err error, _ bool) error { return UsageError(slip(err.Error())) }

// NoArguments refuses arguments of a command that takes none.
func NoArguments(c *cli.Context) error {
	if c.Args().Present() {
		return UsageError(fmt.Sprintf("%s takes no argument, and %q was given", c.Command.FullName(), c.Args().First()))
	}
	return nil
}
