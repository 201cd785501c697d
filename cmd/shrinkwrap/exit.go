package main

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/command"
	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// Exit statuses. They are part of the interface: scripts rely on them.
const (
	exitError       = 1 // anything that the others do not name
	exitUsage       = command.Usage
	exitInput       = 3 // a file, picture or code
	exitDanger      = 4 // do not pay
	exitUnreachable = 5 // chain or node
	exitRefused     = 6 // price, money, supply, chain, rights
	exitPending     = 7 // paid, not yet released
	exitExists      = 8 // the output is in the way
	exitUnreleased  = 9 // a section's own bytes are kept
)

var statuses = []command.Status{
	{Code: command.OK, Kind: "done", Meaning: "done"},
	{Code: exitError, Kind: "error", Meaning: "some other error"},
	{Code: exitUsage, Kind: "usage", Meaning: "the command line is wrong"},
	{Code: exitInput, Kind: "input", Meaning: "a file, picture or code is missing, not accessible, or not what it should be"},
	{Code: exitDanger, Kind: "danger", Meaning: "danger: a signature, address, key or escrow is false; do not pay"},
	{Code: exitUnreachable, Kind: "unreachable", Meaning: "no chain endpoint or no node could be reached"},
	{Code: exitRefused, Kind: "refused", Meaning: "it cannot be bought, sold, sent or opened: price, money, supply, chain, rights"},
	{Code: exitPending, Kind: "pending", Meaning: "paid, not yet released: the same command goes on"},
	{Code: exitExists, Kind: "exists", Meaning: "the output is in the way"},
	{Code: exitUnreleased, Kind: "unreleased", Meaning: "opened, but a release program failed: a section's own bytes are kept"},
	{Code: command.Interrupted, Kind: "interrupted", Meaning: "stopped by the user; the same command goes on"},
}

// classify returns the exit status and the hints of an error: what a command
// said of it, or else what kind of error it is.
func classify(err error) (status int, hints []string) {
	if f := new(command.Failure); errors.As(err, &f) && !home.IsFull(err) {
		return f.Status, f.Hints
	}
	return explain(err)
}

// explain classifies an error of the packages below.
func explain(err error) (status int, hints []string) {
	if home.IsFull(err) {
		return exitError, []string{"make room and give the same command again: nothing that was paid for or stored is lost"}
	}
	if t := new(terminal.Error); errors.As(err, &t) {
		return kinds[t.Kind], t.Hints
	}
	damaged, revert, poor := new(wrap.DamagedError), new(chain.RevertError), new(chain.PoorError)
	unavailable, other := new(chain.UnavailableError), new(chain.ChainIDError)
	switch {
	case errors.As(err, &other):
		return exitRefused, []string{fmt.Sprintf("--rpc URL names an endpoint of chain %d", other.Want)}
	case errors.Is(err, fs.ErrExist):
		return exitExists, nil
	case errors.Is(err, home.ErrBusy):
		return exitExists, []string{"wait until that one ends, or choose another name with -o"}
	case errors.As(err, &damaged), errors.Is(err, wrap.ErrMalformed):
		return exitInput, nil
	case errors.As(err, &poor):
		return exitRefused, []string{"send the account some coin, or sign as another one"}
	case errors.As(err, &unavailable):
		return exitUnreachable, []string{"--rpc URL asks another endpoint, for this command alone"}
	case errors.As(err, &revert):
		return exitRefused, nil
	case errors.Is(err, home.ErrNoHome):
		return exitInput, []string{home.Variable + " names a folder for it"}
	case isFile(err):
		return exitInput, nil
	}
	return exitError, nil
}

// isFile reports whether an error is that of a path: a slip in it, or a file or
// folder that is not accessible.
func isFile(err error) bool {
	for _, kind := range []error{fs.ErrNotExist, fs.ErrPermission, syscall.ENOTDIR, syscall.EISDIR, syscall.EROFS, syscall.ENAMETOOLONG, syscall.ELOOP} {
		if errors.Is(err, kind) {
			return true
		}
	}
	return false
}

var kinds = map[terminal.Kind]int{
	terminal.Input:       exitInput,
	terminal.Danger:      exitDanger,
	terminal.Unreachable: exitUnreachable,
	terminal.Refused:     exitRefused,
	terminal.Pending:     exitPending,
	terminal.Exists:      exitExists,
	terminal.Unreleased:  exitUnreleased,
}
