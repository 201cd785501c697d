package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/tokens"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// buy pays for the top tier, waits for the release and opens.
func (p *play) buy(ctx context.Context) (err error) {
	w, err := terminal.OpenWrap(filepath.Join(p.out, "product.wrap"))
	if err != nil {
		return err
	}
	defer w.Close()
	if _, err := (terminal.Library{Home: p.world.home}).Put(ctx, w); err != nil {
		return err
	}
	price := p.header.Binding.Terms.Tiers[demoTier].Price
	say(p.Context, "           pays %s to the escrow %s for the tier %q, with a one-time key",
		tokens.Of(demoChainID, common.Address{}).Format(price), p.trust.Contracts.Escrow, p.header.Content.Tiers[demoTier].Name)
	buyer := p.buyer()
	start := time.Now()
	purchase, err := buyer.Buy(ctx, terminal.Intent{
		Header: p.header, Tier: demoTier, Payer: chain.NewKeySigner(p.world.buyer.Key()), RefundTo: p.world.buyer.Address,
	})
	if err != nil {
		return err
	}
	defer purchase.Close()
	p.report.took("pay", start)
	start = time.Now()
	if err := buyer.Await(ctx, purchase); err != nil {
		return err
	}
	p.report.took("release", start)
	if err := buyer.Record(ctx, purchase); err != nil {
		return err
	}
	say(p.Context, "\nCOMMITTEE  saw the payment on its chain, and %d of its nodes made the release:\n           %#x", demoThreshold, []byte(purchase.Release))
	if err := p.report.bought(ctx, p.world.client, purchase); err != nil {
		return err
	}
	return p.open(ctx, w, purchase)
}

func (p *play) buyer() *terminal.Buyer {
	var nodes []nodeapi.Client
	for _, url := range p.world.committee.URLs() {
		nodes = append(nodes, nodeapi.Client{URL: url})
	}
	pace := terminal.DefaultPace
	pace.Chain = time.Second
	return &terminal.Buyer{
		Home: p.world.home, Trust: p.trust, Chain: p.world.client, Nodes: nodes, Pace: pace, Now: time.Now,
		Tell: func(line string) { say(p.Context, "           %s", line) },
	}
}

func (p *play) open(ctx context.Context, w *terminal.Wrap, purchase *terminal.Purchase) error {
	start := time.Now()
	opening, err := terminal.NewOpening(p.world.home, w, purchase)
	if err != nil {
		return err
	}
	dir := filepath.Join(p.out, "opened")
	if err := opening.Write(ctx, dir); err != nil {
		return err
	}
	p.report.took("open", start)
	say(p.Context, "\nBUYER      takes his one-time key off the release, has the tier's key, and opens what he paid for")
	return p.listOpened(dir)
}

func (p *play) listOpened(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	var opened []string
	for _, e := range entries {
		opened = append(opened, e.Name())
		say(p.Context, "           %s", filepath.Join(dir, e.Name()))
	}
	for _, s := range p.header.Content.Sections {
		if !slices.Contains(opened, s.Name) {
			say(p.Context, "           %s stays sealed: only %s has it", s.Name, tierNames(&p.header.Content, s))
		}
	}
	return nil
}

func tierNames(c *wrap.Content, s wrap.SectionHeader) string {
	var names []string
	for _, k := range s.Recipients() {
		names = append(names, c.Tiers[k].Name)
	}
	return strings.Join(names, ", ")
}

// finish writes the report and says what it all cost.
func (p *play) finish() error {
	if err := p.report.write(filepath.Join(p.out, "report.json")); err != nil {
		return err
	}
	g := p.report.Gas
	say(p.Context, `
IT COST    %d gas to put the product on the chain, and %d gas to buy it: more than later purchases
           will, since the publisher's first sale makes the storage that all others share
           %d ms from payment to release, %d confirmations of the payment included`,
		g.Deploy, g.Buy, p.report.Milliseconds["release"], p.header.Binding.Terms.Tiers[demoTier].Confirmations)
	if p.Context.Bool(jsonFlag.Name) {
		return show(p.Context, p.report, nil)
	}
	fmt.Fprintln(p.Context.App.Writer, p.out)
	return nil
}
