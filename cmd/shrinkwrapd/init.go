package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/node"
)

var initCommand = &cli.Command{
	Name:  "init",
	Usage: "make a node's folder, with a commented configuration and the operator's account",
	Description: `Writes config.toml, whose comments are the manual, and makes an account that
confirms the committee's keys, pulls its fees and answers buyers' disputes on
chain. A folder that has a configuration is left as it is. The key share comes
from the committee's key generation. Send the account coin for gas: what 100
answers cost is enough for a start. [chain.answer] in config.toml names another
account, or none.

   $ shrinkwrapd init --chain-id 1 --rpc wss://rpc.example/KEY
   /home/op/.shrinkwrapd  operator 0x8a3c57f6d1c9f1c8a0ab1a8d1ee1b2a34a02d1f5

After a [[chain]] was added to config.toml, --extend makes the store ready for it.

With --insecure-dealer it makes the folders of a whole committee instead, node1
to nodeN, with key shares that this one process deals. Whoever runs it could open
everything that is ever sealed to that committee: it is for trials only.

   $ shrinkwrapd --home trial init --insecure-dealer --nodes 3 --threshold 2 \
        --urls http://127.0.0.1:8481,http://127.0.0.1:8482,http://127.0.0.1:8483 \
        --chain-id 1337 --rpc ws://127.0.0.1:8545
   trial/node1  operator 0x8a3c57f6d1c9f1c8a0ab1a8d1ee1b2a34a02d1f5
   trial/node2  operator 0x5f10aa11b1c3c0e1e92da3d40d3c1e7f0d0b8a64
   trial/node3  operator 0xd7e21e3d6a3f8d3f5cb7b1e51f2f9fe2c4a8f001`,
	Flags: []cli.Flag{
		&cli.Uint64Flag{Name: "chain-id", Usage: "the chain to watch", Value: 1},
		&cli.StringSliceFlag{Name: "rpc", Usage: "an endpoint to read the chain by; may be given several times"},
		&cli.StringFlag{Name: "listen", Usage: "the `ADDRESS` where the API listens", Value: node.DefaultConfig().Listen},
		&cli.BoolFlag{Name: "extend", Usage: "make an existing store ready for chains that were added to config.toml"},
		&cli.BoolFlag{Name: "insecure-dealer", Usage: "make a whole committee for a trial, with keys that this process has known"},
		&cli.IntFlag{Name: "nodes", Usage: "with --insecure-dealer: how many nodes"},
		&cli.IntFlag{Name: "threshold", Usage: "with --insecure-dealer: how many of them are needed"},
		&cli.StringSliceFlag{Name: "urls", Usage: "with --insecure-dealer: where each node is reached, in order"},
		&cli.IntFlag{Name: "fee", Usage: "with --insecure-dealer: the committee's fee in hundredths of a percent", Value: 100},
		jsonFlag,
	},
	Action: func(c *cli.Context) error {
		if err := noArguments(c); err != nil {
			return err
		}
		h, err := homeOf(c)
		if err != nil {
			return err
		}
		switch {
		case c.Bool("extend") && c.NumFlags() > 1:
			return usageError("--extend goes alone")
		case c.Bool("extend"):
			return h.Extend()
		case c.Bool("insecure-dealer"):
			return initCommittee(c, h)
		}
		for _, name := range []string{"nodes", "threshold", "urls", "fee"} {
			if c.IsSet(name) {
				return usageError("--" + name + " is for --insecure-dealer")
			}
		}
		return initNode(c, h)
	},
}

// made is what init made.
type made struct {
	Home     string `json:"home"`
	Operator string `json:"operator"`
}

func initNode(c *cli.Context, h node.Home) error {
	config := node.DefaultConfig()
	config.Listen, config.Chains = c.String("listen"), []node.ChainConfig{chainOf(c)}
	if err := config.Check(); err != nil {
		return usageError(err.Error())
	}
	if err := h.Init(config); err != nil {
		return err
	}
	operator, err := h.NewAccount()
	if err != nil {
		return err
	}
	return showMade(c, []made{{h.Dir, strings.ToLower(operator.Hex())}})
}

func initCommittee(c *cli.Context, h node.Home) error {
	urls := c.StringSlice("urls")
	if c.Int("nodes") != len(urls) {
		return usageError(fmt.Sprintf("%d --nodes, but %d --urls", c.Int("nodes"), len(urls)), "--urls takes one address for each node, separated by commas")
	}
	if c.IsSet("listen") {
		return usageError("--listen is not for --insecure-dealer: each node listens where its URL says")
	}
	if fee := c.Int("fee"); fee < 0 || fee > 1000 {
		return usageError(fmt.Sprintf("--fee %d: from 0 to 1000 hundredths of a percent are allowed", fee))
	}
	o := node.DealOptions{Threshold: c.Int("threshold"), URLs: urls, FeeBps: uint16(c.Int("fee")), Chain: chainOf(c)}
	if err := o.Check(); err != nil {
		return usageError(err.Error(), "--nodes, --threshold and --urls describe the committee")
	}
	homes, committee, err := node.Deal(h.Dir, o)
	if err != nil {
		return err
	}
	say(c, "these keys were dealt by one process: for trials only")
	list := make([]made, len(homes))
	for i, h := range homes {
		list[i] = made{h.Dir, committee.Operators[i].Address}
	}
	return showMade(c, list)
}

func chainOf(c *cli.Context) node.ChainConfig {
	chain := node.DefaultChain(c.Uint64("chain-id"))
	chain.Endpoints, chain.Answer = c.StringSlice("rpc"), node.OperatorAnswers()
	return chain
}

func showMade(c *cli.Context, list []made) error {
	return show(c, list, func(w io.Writer) {
		for _, m := range list {
			fmt.Fprintf(w, "%s  operator %s\n", m.Home, m.Operator)
		}
	})
}
