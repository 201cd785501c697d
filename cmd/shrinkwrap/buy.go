package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"
	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/tokens"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

var buyCommand = &cli.Command{
	Name:      "buy",
	Usage:     "pay for a tier of a wrap, and wait for its key",
	ArgsUsage: "WRAP | CODE",
	Description: `Pays the escrow for one tier, with a one-time key, and waits until the committee
releases the tier's key. WRAP is a file, or the first digits of the id of a wrap
that was scanned before; CODE is a picture or the text of a code.

What is paid, and to whom, follows from the signed wrap alone. Before anything is
paid, the chain is asked whether the escrow is the known one, whether the product
is still sold as it was signed, and whether this was paid for before; and a node,
whether it serves the product.

It may be stopped at any time, by Ctrl-C or by a power cut: the same command goes
on where it was, and never pays twice.

If no key comes, the money goes back to the account that paid, or to --refund-to. Half
of the time to act being gone, buy disputes by itself while it waits: then the committee
answers on the chain with the key, or buy has the money paid back. That takes gas and a
bond, which comes back with the money ("shrinkwrap dispute --help"); before it pays, buy
says what price is worth that. "shrinkwrap orders --watch" waits in its place, for all
purchases at once.

--wallet pays from any wallet: it shows the payment as an EIP-681 link with its
QR code, and as a call for wallets that take no such link, and waits until it is
seen on the chain. A purchase in a token takes an approval of exactly the price
first.

   $ shrinkwrap buy tale.wrap --tier text -o tale/
   The Tale, tier text, for 0.002 ETH
   publisher: new publisher: no wrap of 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed was kept here before
   password of 0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359:
   paying 0.002 ETH in transaction 0x88df016429689c079f3b2f6ad39fa052532c56795b733da78a91ebe6a713944b
   node1.example: seen, 1 of 3 confirmations, about 24 s
   released   by node1.example
   tale/sample.txt
   tale/tale.txt`,
	Flags: slices.Concat(
		[]cli.Flag{
			tierFlag,
			&cli.PathFlag{Name: "output", Aliases: []string{"o"}, Usage: "open into this new `FOLDER` at once"},
			&cli.BoolFlag{Name: "wallet", Usage: "pay from a wallet that is elsewhere"},
			&cli.StringFlag{Name: "refund-to", Usage: "who gets the money back if no release comes: an `ADDRESS`; needed with --wallet"},
			&cli.StringFlag{Name: "max-price", Usage: "pay no more than this `AMOUNT`"},
			&cli.BoolFlag{Name: "again", Usage: "buy another one, beside what was released before"},
			&cli.BoolFlag{Name: "no-wait", Usage: "do not wait for the release: the same command does, later"},
			&cli.BoolFlag{Name: "anyway", Usage: "pay even where no node of the committee can be reached"},
			nodeFlag,
			rpcFlag,
		},
		accountFlags,
		[]cli.Flag{jsonFlag},
	),
	Action: runBuy,
}

var (
	tierFlag = &cli.StringFlag{Name: "tier", Usage: "the tier's `NAME` or number; needed where there are several"}
	nodeFlag = &cli.StringSliceFlag{Name: "node", Usage: "ask this node of the committee first, at its `URL`; may be repeated"}
)

// buying is one run of buy.
type buying struct {
	*cli.Context
	desk   *desk
	goods  *goods
	tier   int
	buyer  *terminal.Buyer
	intent terminal.Intent
	view   purchaseView
}

func runBuy(c *cli.Context) (err error) {
	b := &buying{Context: c}
	if b.desk, err = openDesk(); err != nil {
		return err
	}
	if b.goods, err = b.desk.goods(c); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, b.goods.Close()) }()
	if err := b.prepare(); err != nil {
		return err
	}
	if err := b.keepGoods(); err != nil {
		return err
	}
	client, err := dialLazily(c, b.desk.config, b.goods.header.Binding.ChainID)
	if err != nil {
		return err
	}
	defer client.Close()
	b.buyer.Chain = client
	p, err := b.buyer.Buy(c.Context, b.intent)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.Close()) }()
	return b.follow(p)
}

// prepare reads the command line, and refuses what is false before anything is
// asked of anyone.
func (b *buying) prepare() (err error) {
	h, config := b.goods.header, b.desk.config
	if b.tier, err = chooseTier(b.Context, h); err != nil {
		return err
	}
	report, err := b.desk.inspect(h)
	if err != nil {
		return err
	}
	if err := report.Danger(); err != nil {
		return err
	}
	if out := b.Path("output"); out != "" {
		if b.goods.wrap == nil {
			return fail(exitInput, errors.New("this code holds the header alone: there is nothing yet to open"), `"shrinkwrap scan --fetch" has the wrap fetched`)
		}
		if err := checkOutput(out); err != nil {
			return err
		}
	}
	known, _ := config.Chain(h.Binding.ChainID)
	nodes, err := terminal.Nodes(b.StringSlice(nodeFlag.Name), known, h)
	if err != nil {
		return usageError(err.Error())
	}
	b.buyer = &terminal.Buyer{
		Home: b.desk.home, Trust: report.Trust, Nodes: nodes, Pace: terminal.DefaultPace, Now: time.Now,
		Tell: func(line string) { say(b.Context, "%s", line) },
	}
	b.announce(report)
	return b.readIntent()
}

// announce says what is about to be bought, and what people should know of it.
func (b *buying) announce(r terminal.Report) {
	h := b.goods.header
	tier := describeTier(b.tier, h.Content.Tiers[b.tier], h.Binding.Terms.Tiers[b.tier], tokens.Of(h.Binding.ChainID, h.Binding.Terms.Token))
	say(b.Context, "%s, tier %s, for %s", h.Content.Title, tier.Name, tier.Shown)
	for _, check := range r.Checks {
		if check.Verdict == terminal.Notice {
			say(b.Context, "%s: %s", check.Name, check.Text)
		}
	}
}

// readIntent reads how it shall be paid. A purchase that was paid for needs no
// account any more.
func (b *buying) readIntent() (err error) {
	h := b.goods.header
	b.intent = terminal.Intent{Header: h, Tier: b.tier, Again: b.Bool("again"), Anyway: b.Bool("anyway")}
	if text := b.String("max-price"); text != "" {
		if b.intent.MaxPrice, err = parseAmount(h, text); err != nil {
			return usageError("--max-price: " + err.Error())
		}
	}
	if b.intent.RefundTo, err = addressFlag(b.Context, "refund-to"); err != nil {
		return err
	}
	before, err := terminal.Purchases{Home: b.desk.home}.At(h.Place(b.buyer.Trust.Contracts, b.tier))
	if err != nil {
		return err
	}
	b.buyer.Wallet = walletOf(b.Context)
	if n := len(before); n > 0 && !b.intent.Again && (before[n-1].Paid() || before[n-1].Payment != nil && b.Bool("wallet")) {
		b.intent.RefundTo = before[n-1].RefundTo
		return b.readDisputer(before[n-1])
	}
	return b.readPayer()
}

// readDisputer finds who pays for a dispute of what was paid before, if one is due
// and anyone is here.
func (b *buying) readDisputer(p *terminal.Purchase) error {
	if b.Bool("wallet") || len(p.Release) > 0 {
		return nil
	}
	payer, err := payers{b.Context, b.desk.home, make(map[common.Address]*askingSigner)}.of(p)
	if err == nil && payer != nil {
		b.buyer.Account = payer
	}
	return err
}

func (b *buying) readPayer() error {
	if b.Bool("wallet") {
		if b.intent.RefundTo == (common.Address{}) {
			return usageError("--wallet needs --refund-to: nobody knows beforehand who will pay", "name an address of yours, which gets the money back if no release comes")
		}
		return nil
	}
	address, err := accountAddress(b.Context, b.desk.home)
	if err != nil {
		if status, hints := classify(err); status == exitUsage {
			return usageError(err.Error(), append(hints, "--wallet pays from a wallet that is elsewhere")...)
		}
		return err
	}
	b.intent.Payer = newAskingSigner(address, func() (account, error) { return openAccount(b.Context, b.desk.home) })
	if b.intent.RefundTo == (common.Address{}) {
		b.intent.RefundTo = address
	}
	return nil
}

func parseAmount(h *wrap.Header, text string) (*uint256.Int, error) {
	return tokens.Of(h.Binding.ChainID, h.Binding.Terms.Token).Parse(text)
}

// follow takes a purchase from where it is to where the command line wants it.
func (b *buying) follow(p *terminal.Purchase) error {
	b.view = viewPurchase(p)
	if len(p.Requests()) > 0 {
		b.view.Requests = viewRequests(p.Requests())
		if b.Bool("no-wait") {
			return show(b.Context, b.view, b.view.print)
		}
		if err := b.showRequests(); err != nil {
			return err
		}
	}
	if b.Bool("no-wait") && len(p.Release) == 0 {
		return errors.Join(show(b.Context, b.view, b.view.print),
			fail(exitPending, fmt.Errorf("%q is paid, and not released yet", p.Title), "the same command without --no-wait waits for the release"))
	}
	if err := b.buyer.Await(b.Context.Context, p); err != nil {
		return err
	}
	return b.finish(p)
}

// keepGoods keeps what is about to be paid for, and its publisher. A copy that is
// not whole is not paid for.
func (b *buying) keepGoods() error {
	if b.goods.wrap == nil {
		say(b.Context, "this code holds the header alone: the wrap itself is still to be had")
		return nil
	}
	if _, err := b.desk.library.Put(b.Context.Context, b.goods.wrap); err != nil {
		return err
	}
	h := b.goods.header
	return b.desk.signers.Remember(h.Binding.Terms.Signer, terminal.Signer{FirstSeen: time.Now(), Title: h.Content.Title, Wrap: h.ID()})
}

// finish opens what was released, and completes what is kept of the purchase.
func (b *buying) finish(p *terminal.Purchase) error {
	record := func() {
		if err := b.buyer.Record(b.Context.Context, p); err != nil {
			// The product opens all the same; the same command tries again.
			say(b.Context, "not complete yet: %v", err)
		}
	}
	var opened *openView
	var failed error // of a release program or a fraud: the rest is open
	if out := b.Path("output"); out == "" {
		record()
	} else {
		view, err := openInto(b.Context, b.desk, b.goods.wrap, p, out, record)
		if err != nil && !view.partial() {
			return err
		}
		opened, failed = &view, err
	}
	b.view = viewPurchase(p)
	b.view.Opened = opened
	return errors.Join(failed, show(b.Context, b.view, func(w io.Writer) {
		b.view.print(w)
		if opened != nil {
			opened.print(w)
		}
	}))
}
