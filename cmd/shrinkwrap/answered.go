package main

import (
	"context"
	"errors"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// boughtOrAnswered is bought, and looks for the releases of purchases that wait where
// answers to disputes stand: on the chain. Without an endpoint nobody is asked.
func (d *desk) boughtOrAnswered(c *cli.Context, h *wrap.Header) (*terminal.Purchase, error) {
	p, pending := d.bought(c, h)
	if status, _ := classify(pending); pending == nil || status != exitPending {
		return p, pending
	}
	if known, _ := d.config.Chain(h.Binding.ChainID); len(known.RPC) == 0 && !c.IsSet(rpcFlag.Name) {
		return nil, pending
	}
	if err := d.lookForAnswers(c, h); err != nil {
		if ctxErr := c.Context.Err(); ctxErr != nil {
			return nil, ctxErr
		}
		say(c, "the chain was not asked for the key: %v", err)
		return nil, pending
	}
	return d.bought(c, h)
}

func (d *desk) lookForAnswers(c *cli.Context, h *wrap.Header) (err error) {
	all, err := d.purchasesOfTier(c, h)
	if err != nil {
		return err
	}
	client, err := dialLazily(c, d.config, h.Binding.ChainID)
	if err != nil {
		return err
	}
	defer client.Close()
	ctx, cancel := context.WithTimeout(c.Context, askTimeout)
	defer cancel()
	b := &terminal.Buyer{
		Home: d.home, Trust: terminal.TrustIn(d.config, h.Binding.ChainID), Chain: client, Pace: terminal.DefaultPace, Now: time.Now,
		Tell: func(line string) { say(c, "%s", line) },
	}
	for _, p := range all {
		if waits(p) {
			_, failed := b.FromChain(ctx, p)
			err = errors.Join(err, failed)
		}
	}
	return err
}
