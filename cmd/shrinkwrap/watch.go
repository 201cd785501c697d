package main

import (
	"errors"
	"sync"

	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
)

// runWatch follows all purchases that are not released, and lists all purchases in the
// end. What is refunded is no failure: the money is back.
func runWatch(c *cli.Context) error {
	if c.Bool("offline") {
		return usageError("--watch asks chains, and --offline asks none")
	}
	o, err := openOffice(c)
	if err != nil {
		return err
	}
	defer o.close()
	followed, err := o.followed()
	if err != nil {
		return err
	}
	if len(followed) == 0 {
		say(c, "nothing waits: every purchase was released or refunded")
	}
	var all sync.WaitGroup
	ends := make([]error, len(followed))
	for i, f := range followed {
		all.Go(func() { ends[i] = f.follow(c) })
	}
	all.Wait()
	if c.Context.Err() != nil {
		return c.Context.Err()
	}
	return errors.Join(listOrders(c), errors.Join(ends...))
}

// follower is one purchase that is followed.
type follower struct {
	buyer    *terminal.Buyer
	purchase *terminal.Purchase
}

// followed are the purchases that wait. An account is asked for its password now, not
// in the night when half of the time is gone.
func (o *office) followed() (all []follower, err error) {
	purchases, err := terminal.Purchases{Home: o.home}.All()
	if err != nil {
		return nil, fail(exitInput, err)
	}
	for _, p := range purchases {
		if !waits(p) {
			continue
		}
		f, err := o.follower(p)
		if err != nil {
			return nil, err
		}
		all = append(all, f)
	}
	return all, nil
}

func (o *office) follower(p *terminal.Purchase) (f follower, err error) {
	client, err := o.chain(p.ChainID)
	if err != nil {
		return f, err
	}
	known, _ := o.config.Chain(p.ChainID)
	nodes, err := terminal.Nodes(o.StringSlice(nodeFlag.Name), known, p.Header())
	if err != nil {
		return f, usageError(err.Error())
	}
	b := o.buyer(client, p)
	b.Nodes, b.Pace, b.Wallet = nodes, terminal.DefaultPace, walletOf(o.Context)
	title := p.Title
	b.Tell = func(line string) { say(o.Context, "%s: %s", title, line) }
	payer, err := o.keys.of(p)
	if err != nil {
		return f, err
	}
	if payer != nil {
		if err := payer.(*askingSigner).unlock(); err != nil {
			say(o.Context, "%s: %v: disputes are left to a wallet", title, err)
		} else {
			b.Account = payer
		}
	}
	return follower{b, p}, nil
}

// follow follows a purchase to its end.
func (f follower) follow(c *cli.Context) error {
	p, err := f.buyer.Watch(c.Context, f.purchase)
	switch {
	case err == nil:
		f.buyer.Tell("released by " + p.Source)
	case p.Step == terminal.Refunded:
		f.buyer.Tell(err.Error())
		return nil
	}
	return err
}
