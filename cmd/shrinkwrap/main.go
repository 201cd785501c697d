// Command shrinkwrap is the terminal of a buyer and the tool of a publisher: it
// seals, publishes, scans, buys and opens digital products.
//
//	stdout  what was asked for, and nothing else; JSON with --json
//	stderr  progress, "shrinkwrap: error: …" and then "hint: …"; JSON with --json
//	exit    see package exit
//
// Its state is one folder, see package home.
package main

import (
	"os"

	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/cmd/internal/exit"
	"github.com/shrinkwrap/shrinkwrap/internal/command"
)

// version is set by the linker when a release is built.
var version = "development"

func main() { os.Exit(commandProgram().Run(os.Args)) }

func commandProgram() command.Program {
	return command.Program{
		App: newApp(), Statuses: exit.Statuses, Explain: exit.Explain,
		Stopped: "stopped; the same command goes on where it was",
	}
}

func newApp() *cli.App {
	return &cli.App{
		Name:    "shrinkwrap",
		Usage:   "sell and buy digital products sealed into codes that travel offline",
		Version: version,
		// A right has commas of its own.
		DisableSliceFlagSeparator: true,
		Description:               description + command.StatusHelp(exit.Statuses) + command.JSONHelp(exit.Statuses, jsonExample),
		Commands:                  commands(),
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
`

const jsonExample = `{"error":"not bought yet","hint":["…"],"status":1,"kind":"error"}`
