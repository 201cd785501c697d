package main

import (
	"errors"
	"fmt"
	"io"
	"log/slog"

	"github.com/ethereum/go-ethereum/common"
	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/node"
)

// chainFlag is on every command that asks one chain.
var chainFlag = &cli.Uint64Flag{Name: "chain", Usage: "the `ID` of the chain, where the configuration has several", DefaultText: "the first"}

var committeeCommand = &cli.Command{
	Name:  "committee",
	Usage: "deploy, confirm and describe the committee's contract",
	Subcommands: []*cli.Command{{
		Name:  "create",
		Usage: "deploy the contract of the committee in committee.json",
		Description: `One operator deploys it, for all: with the operators, URLs, threshold and fee of
committee.json, which never change. Its address follows from them, so that a
second deployment does nothing. The operator's account pays the gas.

   $ shrinkwrapd committee create
   0x1c9fd50df7a4f066884b58a05d91e4b55005876a`,
		Flags:  []cli.Flag{chainFlag, jsonFlag},
		Action: create,
	}, {
		Name:  "confirm",
		Usage: "confirm the committee's keys in its contract, as this node's operator",
		Description: `Checks that this node's key share is one of the keys in committee.json and that
the contract has the same operators, threshold and fee, and then confirms. The
committee is active when every operator has confirmed the same keys.

   $ shrinkwrapd committee confirm
   confirmed; the committee is active`,
		Flags:  []cli.Flag{chainFlag, jsonFlag},
		Action: confirm,
	}, {
		Name:  "show",
		Usage: "print the committee's descriptor, which publishers take",
		Description: `Compares committee.json with the chain and prints it, with the URLs that the
operators gave there. It refuses where the two differ, and while the committee is
not active.

   $ shrinkwrapd committee show > committee.json
   $ shrinkwrap publish tale.seal --committee committee.json -o tale.wrap`,
		Flags:  []cli.Flag{chainFlag, jsonFlag},
		Action: describe,
	}},
}

// session is a node's folder with its committee and chain, for one command.
type session struct {
	home       node.Home
	committee  nodeapi.Committee
	transcript common.Hash
	escrow     common.Address
	chain      *chain.Client
}

func open(c *cli.Context) (*session, error) {
	if err := noArguments(c); err != nil {
		return nil, err
	}
	h, err := homeOf(c)
	if err != nil {
		return nil, err
	}
	s := &session{home: h}
	config, err := node.ReadConfig(h.Path("config.toml"))
	if err == nil {
		err = config.Check()
	}
	if err != nil {
		return nil, configError(err)
	}
	section, err := sectionOf(c, config)
	if err != nil {
		return nil, err
	}
	if s.committee, err = h.Committee(section.Committee); err != nil {
		return nil, configError(err)
	}
	if s.transcript, err = h.Transcript(); err != nil {
		return nil, configError(err)
	}
	if s.escrow, err = section.EscrowAddress(); err != nil {
		return nil, configError(err)
	}
	s.chain, err = node.Dial(c.Context, section, slog.New(slog.DiscardHandler))
	return s, err
}

// sectionOf returns the chain that the command line names, or the first.
func sectionOf(c *cli.Context, config node.Config) (node.ChainConfig, error) {
	for _, section := range config.Chains {
		if !c.IsSet(chainFlag.Name) || section.ID == c.Uint64(chainFlag.Name) {
			return section, nil
		}
	}
	return node.ChainConfig{}, usageError(fmt.Sprintf("config.toml has no chain %d", c.Uint64(chainFlag.Name)))
}

// sender returns what sends for the operator.
func (s *session) sender() (*chain.Sender, error) {
	signer, err := s.home.Operator()
	if err != nil {
		return nil, configError(err)
	}
	return &chain.Sender{Client: s.chain, Signer: signer}, nil
}

func create(c *cli.Context) error {
	s, err := open(c)
	if err != nil {
		return err
	}
	defer s.chain.Close()
	sender, err := s.sender()
	if err != nil {
		return err
	}
	// A crash at any point costs nothing but doing it again: the address is the
	// same, and a contract that is there is left.
	if err := node.DeployCommittee(c.Context, sender, s.escrow, s.committee); err != nil {
		return err
	}
	return show(c, map[string]string{"address": s.committee.Address}, func(w io.Writer) { fmt.Fprintln(w, s.committee.Address) })
}

func confirm(c *cli.Context) error {
	s, err := open(c)
	if err != nil {
		return err
	}
	defer s.chain.Close()
	group, err := s.committee.Group()
	if err != nil {
		return configError(err)
	}
	key, err := s.home.KeyShare(group)
	if err != nil {
		return configError(err)
	}
	sender, err := s.sender()
	if err != nil {
		return err
	}
	from := sender.Signer.Address()
	if mine := s.committee.Operators[key.Index-1].Address; nodeapi.Address(from) != mine {
		return fail(exitConfig, fmt.Errorf("the account is %s, the operator of node %d is %s", from, key.Index, mine))
	}
	if err := node.ConfirmCommittee(c.Context, sender, s.escrow, s.committee, s.transcript); err != nil {
		return err
	}
	_, waiting := node.CheckCommittee(c.Context, s.chain, s.escrow, s.committee, s.transcript)
	if waiting != nil && !errors.Is(waiting, node.ErrNotActive) {
		return waiting
	}
	return show(c, map[string]any{"committee": s.committee.Address, "node": key.Index, "active": waiting == nil}, func(w io.Writer) {
		if waiting != nil {
			fmt.Fprintf(w, "confirmed; %v\n", waiting)
			return
		}
		fmt.Fprintln(w, "confirmed; the committee is active")
	})
}

func describe(c *cli.Context) error {
	s, err := open(c)
	if err != nil {
		return err
	}
	defer s.chain.Close()
	descriptor, err := node.CheckCommittee(c.Context, s.chain, s.escrow, s.committee, s.transcript)
	if err != nil {
		if f := explained(err); f.Status != exitError {
			return f
		}
		return fail(exitNotActive, err, "committee.json is not what stands on chain: do not publish for it")
	}
	return writeJSON(c.App.Writer, descriptor)
}
