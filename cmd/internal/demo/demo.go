// Package demo is what shrinkwrap knows of its demo: the command's words and
// flags, and where the program is that plays it. The demo holds an Ethereum node,
// which no buyer needs, so that it is a program of its own, shrinkwrap-demo.
package demo

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/cmd/internal/exit"
	"github.com/shrinkwrap/shrinkwrap/internal/command"
)

// Command is "shrinkwrap demo", in both programs.
func Command(action cli.ActionFunc) *cli.Command {
	return &cli.Command{
		Name:        "demo",
		Usage:       "play the whole path on a chain of its own",
		Description: description,
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "once", Usage: "end when the product is open"},
			&cli.PathFlag{Name: "out", Usage: "leave product.wrap, code.png, opened/, letter/ and report.json in this `FOLDER`, which must not exist yet or be empty"},
			&cli.StringFlag{Name: "page", Usage: "serve the buyers' page at this `ADDRESS` of this computer; 127.0.0.1:8480, or a free port where that is taken, if none is named"},
			&cli.BoolFlag{Name: "open", Usage: "open the page in a browser, with the product scanned"},
			&cli.StringFlag{Name: "rules", Value: "osaka", Usage: "the chain's `FORK`: osaka (main net's today) or amsterdam (the next)"},
			command.JSONFlag,
		},
		Action: action,
	}
}

const description = `Starts an Ethereum chain within this process and a committee of three nodes, any
two of which release keys; seals a small tale in three tiers, publishes it, prints
its code; then scans the code, buys the middle tier, waits for the release and
opens what was paid for; and buys the top tier, whose letter a release program
makes out to its buyer. Afterwards everything stays up for tries of your own: on the
buyers' page, in a browser, which here has a demo wallet with money that is worth
nothing, or from another terminal. Each order that the committee serves is told of.

Keys stay in the home and outlive the chain, which ends with the command. The
committee's keys are dealt by this process: never sell anything under them.

The chain and the nodes are in a program of their own, shrinkwrap-demo, which has
to stand beside shrinkwrap, or in a folder of $PATH.

   $ shrinkwrap demo --open
   …
   A buyer's page is at http://127.0.0.1:8480/
   …
   order 0x61b2a9c0… paid by 0x5e0F…: 0.002 ETH for the tier "text"
   order 0x61b2a9c0… released by node 2
   $ shrinkwrap buy demo/product.wrap --tier sample --key ~/.shrinkwrap/demo/buyer.key`

const (
	suffix  = "-demo"
	program = "shrinkwrap" + suffix
)

// Shrinkwrap is the name by which the program's user calls shrinkwrap.
func Shrinkwrap() string { return strings.TrimSuffix(os.Args[0], suffix) }

// Become gives this process to the program, with its command line, environment,
// files and signals: what the program's exit status is, is this one's. It returns
// only if it cannot.
func Become(*cli.Context) error {
	path, err := find()
	if err != nil {
		return command.Fail(exit.Input, err, `"make build" builds it into bin/, where it stands beside shrinkwrap`)
	}
	line := append([]string{os.Args[0] + suffix}, os.Args[1:]...)
	return fmt.Errorf("%s: %w", path, syscall.Exec(path, line, os.Environ()))
}

// find returns the program beside this one, or else that of $PATH.
func find() (string, error) {
	self, err := os.Executable()
	if err != nil {
		return "", err
	}
	if self, err = filepath.EvalSymlinks(self); err != nil {
		return "", err
	}
	if path, err := exec.LookPath(filepath.Join(filepath.Dir(self), program)); err == nil {
		return path, nil
	}
	path, err := exec.LookPath(program)
	if errors.Is(err, exec.ErrNotFound) {
		err = fmt.Errorf("%s is neither in %s nor in a folder of $PATH", program, filepath.Dir(self))
	}
	return path, err
}
