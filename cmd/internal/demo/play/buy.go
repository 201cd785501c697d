package play

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/command"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/tokens"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// buy pays for the middle tier, waits for the release and opens.
func (p *play) buy(ctx context.Context) error {
	return p.withWrap(ctx, func(w *terminal.Wrap) error {
		purchase, err := p.pay(ctx, middleTier)
		if err != nil {
			return err
		}
		defer purchase.Close()
		say(p.Context, "\nCOMMITTEE  sees the payment on the chain; %d of its nodes give their shares, which make the release:\n           %#x", threshold, []byte(purchase.Release))
		if err := p.report.bought(ctx, p.world.client, purchase); err != nil {
			return err
		}
		say(p.Context, "\nBUYER      takes the one-time key off the release, has the key of the tier, and opens what was paid for")
		start := time.Now()
		defer func() { p.report.took("open", start) }()
		return p.open(ctx, w, purchase, "opened")
	})
}

// buyLetter pays for the tier above, whose letter a release program makes out to
// its buyer.
func (p *play) buyLetter(ctx context.Context) error {
	return p.withWrap(ctx, func(w *terminal.Wrap) error {
		say(p.Context, "\nBUYER      wants the letter, too")
		purchase, err := p.pay(ctx, letterTier)
		if err != nil {
			return err
		}
		defer purchase.Close()
		if err := p.open(ctx, w, purchase, "letter"); err != nil {
			return err
		}
		say(p.Context, "           letter.txt was made for this order by the program in the wrap, and names it: "+
			"\"shrinkwrap program marks\"\n           reads whose copy it is")
		return nil
	})
}

// withWrap opens the product's wrap, and keeps it in the library.
func (p *play) withWrap(ctx context.Context, do func(*terminal.Wrap) error) (err error) {
	w, err := terminal.OpenWrap(filepath.Join(p.out, "product.wrap"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	if _, err := (terminal.Library{Home: p.world.home}).Put(ctx, w); err != nil {
		return err
	}
	return do(w)
}

// pay buys a tier, and returns when it is released and has its receipt.
func (p *play) pay(ctx context.Context, tier int) (*terminal.Purchase, error) {
	price := p.header.Binding.Terms.Tiers[tier].Price
	say(p.Context, "           pays %s for the tier %q, with a one-time key, to the escrow, which keeps the money\n           until the key was given, or gives it back",
		tokens.Of(chainID, common.Address{}).Format(price), p.header.Content.Tiers[tier].Name)
	buyer := p.buyer()
	start := time.Now()
	purchase, err := buyer.Buy(ctx, terminal.Intent{
		Header: p.header, Tier: tier, Payer: chain.NewKeySigner(p.world.buyer.Key()), RefundTo: p.world.buyer.Address,
	})
	if err != nil {
		return nil, err
	}
	p.report.took("pay", start)
	start = time.Now()
	if err = buyer.Await(ctx, purchase); err == nil {
		p.report.took("release", start)
		err = buyer.Record(ctx, purchase)
	}
	if err != nil {
		return nil, errors.Join(err, purchase.Close())
	}
	return purchase, nil
}

func (p *play) buyer() *terminal.Buyer {
	var nodes []nodeapi.Client
	for _, url := range p.world.Committee.URLs() {
		nodes = append(nodes, nodeapi.Client{URL: url})
	}
	pace := terminal.DefaultPace
	pace.Chain = time.Second
	return &terminal.Buyer{
		Home: p.world.home, Trust: p.trust, Chain: p.world.client, Nodes: nodes, Pace: pace, Now: time.Now,
		Tell: func(line string) { say(p.Context, "           %s", line) },
	}
}

func (p *play) open(ctx context.Context, w *terminal.Wrap, purchase *terminal.Purchase, name string) error {
	opening, err := terminal.NewOpening(p.world.home, w, purchase)
	if err != nil {
		return err
	}
	dir := filepath.Join(p.out, name)
	if err := opening.Write(ctx, dir); err != nil {
		return err
	}
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
		g.Deploy, g.Buy, p.report.Milliseconds["release"], p.header.Binding.Terms.Tiers[middleTier].Confirmations)
	return command.Show(p.Context, p.report, func(w io.Writer) { fmt.Fprintln(w, p.out) })
}
