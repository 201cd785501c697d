package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"syscall"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/node"
	"github.com/shrinkwrap/shrinkwrap/node/store"
	"github.com/shrinkwrap/shrinkwrap/node/watch"
)

// Exit statuses. They are part of the interface: scripts and supervisors rely on
// them.
const (
	exitOK          = 0
	exitError       = 1   // anything that the others do not name
	exitUsage       = 2   // the command line is wrong
	exitConfig      = 3   // config.toml, committee.json or the key is not what it should be
	exitRefused     = 4   // chain, escrow or store do not belong to this node: do not force it
	exitUnreachable = 5   // no endpoint of the chain could be reached
	exitNotActive   = 6   // the committee is not active, or not the descriptor's
	exitExists      = 8   // what would be written is there already
	exitInterrupted = 130 // stopped by the user
)

const exitHelp = `   0    done
   1    some other error
   2    the command line is wrong
   3    config.toml, committee.json or the key is not what it should be
   4    chain, escrow or store do not belong to this node: do not force it
   5    no endpoint of the chain could be reached
   6    the committee is not active, or is not the one of the descriptor
   8    what would be written is there already
   130  stopped by the user`

// failure is an error with its exit status and what to do about it.
type failure struct {
	status int
	err    error
	hints  []string
}

func (f *failure) Error() string { return f.err.Error() }
func (f *failure) Unwrap() error { return f.err }

// fail gives an error an exit status and hints.
func fail(status int, err error, hints ...string) error { return &failure{status, err, hints} }

func usageError(message string, hints ...string) error {
	return fail(exitUsage, errors.New(message), append(hints, `"--help" after a command shows how it is used`)...)
}

// report prints an error and its hints, and returns its exit status.
func report(w io.Writer, err error) int {
	f := explained(err)
	// Joined errors are one line each; what is reported is one line.
	fmt.Fprintf(w, "shrinkwrapd: error: %s\n", strings.ReplaceAll(f.Error(), "\n", "; "))
	for _, hint := range f.hints {
		fmt.Fprintf(w, "hint: %s\n", hint)
	}
	return f.status
}

// explained finds the exit status and the hint of an error that came without.
func explained(err error) *failure {
	f, silent := new(failure), new(chain.UnavailableError)
	switch {
	case errors.As(err, &f):
		return f
	case errors.As(err, &silent):
		return &failure{exitUnreachable, err, []string{"check endpoints of [[chain]] in config.toml"}}
	case errors.Is(err, node.ErrRefused):
		return &failure{exitRefused, err, []string{"check [[chain]] in config.toml: chain id, endpoints, escrow"}}
	case errors.Is(err, watch.ErrFatal):
		return &failure{exitRefused, err, []string{"going on could release what was not paid for: find out what the endpoints of [[chain]] are of"}}
	case errors.Is(err, store.ErrUnusable):
		return &failure{exitRefused, err, []string{"is another shrinkwrapd running on this folder, or was it made for another committee or chain?"}}
	case errors.Is(err, store.ErrNoRoom), home.IsFull(err):
		return &failure{exitError, err, []string{"make room and start again: nothing that was stored is lost, and what came since is read from the chain"}}
	case errors.Is(err, syscall.EADDRINUSE):
		return &failure{exitError, err, []string{"another process listens there, perhaps another shrinkwrapd: listen in config.toml chooses another port"}}
	case errors.Is(err, node.ErrNotActive):
		return &failure{exitNotActive, err, []string{`each operator runs "shrinkwrapd committee confirm", with the same committee.json keys`}}
	case errors.Is(err, fs.ErrExist):
		return &failure{exitExists, err, []string{"nothing is overwritten: choose another folder, or move that one away"}}
	case errors.Is(err, fs.ErrNotExist):
		return &failure{exitConfig, err, []string{`"shrinkwrapd init" makes a folder, and the committee's key generation puts key and committee.json into it; --home says which one is meant`}}
	}
	return &failure{exitError, err, nil}
}
