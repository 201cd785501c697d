// Command shrinkwrap is the terminal of a buyer and the tool of a publisher: it
// seals, publishes, scans, buys and opens digital products.
//
//	stdout  what was asked for, and nothing else; JSON with --json
//	stderr  progress, "shrinkwrap: error: …" and then "hint: …"
//	exit    see exit.go
//
// Its state is one folder, see package home.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/manual"
)

// version is set by the linker when a release is built.
var version = "development"

func main() { os.Exit(run(os.Args)) }

// run is main without the exit, for tests.
func run(args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	app := newApp()
	err := app.RunContext(ctx, flagsFirst(app.Commands, args))
	if err == nil {
		return exitOK
	}
	if ctx.Err() != nil && errors.Is(err, context.Canceled) {
		fmt.Fprintln(os.Stderr, "shrinkwrap: stopped; the same command goes on where it was")
		return exitInterrupted
	}
	return report(os.Stderr, err)
}

func newApp() *cli.App {
	manual.Style()
	return &cli.App{
		Name:            "shrinkwrap",
		Usage:           "sell and buy digital products sealed into codes that travel offline",
		Version:         version,
		HideHelpCommand: true,
		// A right has commas of its own.
		DisableSliceFlagSeparator: true,
		Description:               description,
		Commands:                  commands(),
		// Errors are reported by run, once.
		ExitErrHandler: func(*cli.Context, error) {},
		OnUsageError:   func(_ *cli.Context, err error, _ bool) error { return usageError(err.Error()) },
		Action: func(c *cli.Context) error {
			if c.Args().Present() {
				return usageError(fmt.Sprintf("there is no command %q", c.Args().First()), `"shrinkwrap --help" lists the commands`)
			}
			return cli.ShowAppHelp(c)
		},
	}
}

const description = `A publisher seals files into a wrap, publishes it, and prints its code:

   $ shrinkwrap seal -o tale.seal --title "The Tale" --tier sample:0 --tier text:0.002 sample.txt=sample tale.txt=text
   $ shrinkwrap publish tale.seal --committee committee.json -o tale.wrap
   $ shrinkwrap code tale.wrap -o tale.png

A buyer scans the code, pays, and opens what he paid for:

   $ shrinkwrap scan tale.png -o tale.wrap
   $ shrinkwrap buy tale.wrap --tier text
   $ shrinkwrap open tale.wrap -o tale/

EXIT STATUS:
` + exitHelp
