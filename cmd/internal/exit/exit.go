// Package exit is how shrinkwrap and shrinkwrap-demo end: their exit statuses, and
// those of the errors of the packages below.
package exit

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
	Error       = 1 // anything that the others do not name
	Usage       = command.Usage
	Input       = 3 // a file, picture or code
	Danger      = 4 // do not pay
	Unreachable = 5 // chain or node
	Refused     = 6 // price, money, supply, chain, rights
	Pending     = 7 // paid, not yet released
	Exists      = 8 // the output is in the way
	Unreleased  = 9 // a section's own bytes are kept
	Fraud       = 10
)

// Statuses are all of them.
var Statuses = []command.Status{
	{Code: command.OK, Kind: "done", Meaning: "done"},
	{Code: Error, Kind: "error", Meaning: "some other error"},
	{Code: Usage, Kind: "usage", Meaning: "the command line is wrong"},
	{Code: Input, Kind: "input", Meaning: "a file, picture or code is missing, not accessible, or not what it should be"},
	{Code: Danger, Kind: "danger", Meaning: "danger: a signature, address, key or escrow is false; do not pay"},
	{Code: Unreachable, Kind: "unreachable", Meaning: "no chain endpoint or no node could be reached"},
	{Code: Refused, Kind: "refused", Meaning: "it cannot be bought, sold, sent or opened: price, money, supply, chain, rights"},
	{Code: Pending, Kind: "pending", Meaning: "paid, not yet released: the same command goes on"},
	{Code: Exists, Kind: "exists", Meaning: "the output is in the way"},
	{Code: Unreleased, Kind: "unreleased", Meaning: "opened, but a release program failed: a section's own bytes are kept"},
	{Code: Fraud, Kind: "fraud", Meaning: "opened as far as it is whole: a section is not what its publisher signed, and a proof of that was written"},
	{Code: command.Interrupted, Kind: "interrupted", Meaning: "stopped by the user; the same command goes on"},
}

// Explain classifies an error of the packages below.
func Explain(err error) (status int, hints []string) {
	if home.IsFull(err) {
		return Error, []string{"make room and give the same command again: nothing that was paid for or stored is lost"}
	}
	if t := new(terminal.Error); errors.As(err, &t) {
		return kinds[t.Kind], t.Hints
	}
	damaged, revert, poor := new(wrap.DamagedError), new(chain.RevertError), new(chain.PoorError)
	unavailable, other := new(chain.UnavailableError), new(chain.ChainIDError)
	switch {
	case errors.As(err, &other):
		return Refused, []string{fmt.Sprintf("--rpc URL names an endpoint of chain %d", other.Want)}
	case errors.Is(err, fs.ErrExist):
		return Exists, nil
	case errors.Is(err, home.ErrBusy):
		return Exists, []string{"wait until that one ends, or choose another name with -o"}
	case errors.As(err, &damaged), errors.Is(err, wrap.ErrMalformed):
		return Input, nil
	case errors.As(err, &poor):
		return Refused, []string{"send the account some coin, or sign as another one"}
	case errors.As(err, &unavailable):
		return Unreachable, []string{"--rpc URL asks another endpoint, for this command alone"}
	case errors.As(err, &revert):
		return Refused, nil
	case errors.Is(err, home.ErrNoHome):
		return Input, []string{home.Variable + " names a folder for it"}
	case isFile(err):
		return Input, nil
	}
	return Error, nil
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
	terminal.Input:       Input,
	terminal.Danger:      Danger,
	terminal.Unreachable: Unreachable,
	terminal.Refused:     Refused,
	terminal.Pending:     Pending,
	terminal.Exists:      Exists,
	terminal.Unreleased:  Unreleased,
	terminal.Defrauded:   Fraud,
}
