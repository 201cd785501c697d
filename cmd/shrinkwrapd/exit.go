package main

import (
	"errors"
	"io/fs"
	"syscall"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/command"
	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/node"
	"github.com/shrinkwrap/shrinkwrap/node/store"
	"github.com/shrinkwrap/shrinkwrap/node/watch"
)

// Exit statuses. They are part of the interface: scripts and supervisors rely on
// them.
const (
	exitError       = 1 // anything that the others do not name
	exitConfig      = 3 // a file of the node's folder
	exitRefused     = 4 // chain, escrow or store do not belong to this node
	exitUnreachable = 5 // the chain
	exitNotActive   = 6 // the committee
	exitPoor        = 7 // the operator's account
	exitExists      = 8 // what would be written is there
)

var statuses = []command.Status{
	{Code: command.OK, Kind: "done", Meaning: "done"},
	{Code: exitError, Kind: "error", Meaning: "some other error"},
	{Code: command.Usage, Kind: "usage", Meaning: "the command line is wrong"},
	{Code: exitConfig, Kind: "config", Meaning: "the folder, config.toml, committee.json or the key is not what it should be"},
	{Code: exitRefused, Kind: "refused", Meaning: "chain, escrow or store do not belong to this node: do not force it"},
	{Code: exitUnreachable, Kind: "unreachable", Meaning: "no endpoint of the chain could be reached"},
	{Code: exitNotActive, Kind: "not-active", Meaning: "the committee is not active, or is not the one of the descriptor"},
	{Code: exitPoor, Kind: "poor", Meaning: "the operator's account has not enough coin"},
	{Code: exitExists, Kind: "exists", Meaning: "what would be written is there already"},
	{Code: command.Interrupted, Kind: "interrupted", Meaning: "stopped by the user"},
}

// explained returns an error with its exit status and hints: what a command said
// of it, or else what kind of error it is.
func explained(err error) *command.Failure {
	if f := new(command.Failure); errors.As(err, &f) {
		return f
	}
	f := &command.Failure{Err: err}
	f.Status, f.Hints = explain(err)
	return f
}

// explain classifies an error of the packages below.
func explain(err error) (status int, hints []string) {
	silent, poor := new(chain.UnavailableError), new(chain.PoorError)
	switch {
	case errors.As(err, &poor):
		return exitPoor, []string{"send the account some coin for gas, and run the same command again"}
	case errors.As(err, &silent):
		return exitUnreachable, []string{"check endpoints of [[chain]] in config.toml"}
	case errors.Is(err, node.ErrRefused):
		return exitRefused, []string{"check [[chain]] in config.toml: chain id, endpoints, escrow"}
	case errors.Is(err, watch.ErrFatal):
		return exitRefused, []string{"going on could release what was not paid for: find out what the endpoints of [[chain]] are of"}
	case errors.Is(err, store.ErrUnusable):
		return exitRefused, []string{"is another shrinkwrapd running on this folder, or was it made for another committee or chain?"}
	case errors.Is(err, store.ErrNoRoom), home.IsFull(err):
		return exitError, []string{"make room and start again: nothing that was stored is lost, and what came since is read from the chain"}
	case errors.Is(err, node.ErrNotActive):
		return exitNotActive, []string{`each operator runs "shrinkwrapd committee confirm", with the same committee.json keys`}
	case errors.Is(err, node.ErrNoCommittee):
		return exitNotActive, []string{`"shrinkwrapd committee create" deploys the one that committee.json describes`}
	case errors.Is(err, fs.ErrExist):
		return exitExists, []string{"nothing is overwritten: choose another folder, or move that one away"}
	case errors.Is(err, fs.ErrNotExist):
		return exitConfig, []string{`"shrinkwrapd init" makes a folder, and the committee's key generation puts key and committee.json into it; --home says which one is meant`}
	case errors.Is(err, node.ErrNoHome):
		return exitConfig, []string{"--home, or " + node.HomeVariable + ", names the node's folder"}
	case errors.Is(err, syscall.EADDRINUSE):
		return exitError, []string{"another process listens there, perhaps another shrinkwrapd: listen in config.toml chooses another port"}
	case errors.Is(err, syscall.ENOTDIR), errors.Is(err, syscall.EISDIR), errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return exitConfig, []string{"--home names the node's folder, which its operator alone can read and write"}
	}
	return exitError, nil
}
