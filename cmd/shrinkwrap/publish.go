package main

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/publisher"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

var publishCommand = &cli.Command{
	Name:      "publish",
	Usage:     "put a price on a seal file: write its wrap and deploy its product",
	ArgsUsage: "NAME.seal",
	Description: `Publishing fixes the terms of sale and binds the product to a committee, whose
nodes release the key of exactly what was paid for. The wrap is signed by the
account, which terminals show, remember and compare as the publisher. It may be
copied by anybody to anywhere.

The descriptor of the committee comes from its operators. It is compared with
their contract on the chain, and so is everything else that could make a wrap
that is paid for and does not open.

The product's contract is deployed last. If that fails, or the power does, the
same command goes on; nothing is deployed twice, and nothing is overwritten. With
--no-deploy the first buyer deploys it along with the payment; with --offline no
chain is asked at all.

The same seal file may be published again, at other prices, in other tokens,
under other committees: each is a product of its own. SO MANY COMMITTEES, SO MANY
THAT COULD OPEN IT: all of its wraps are as safe as the weakest of them.

   $ shrinkwrap publish tale.seal --committee committee.json -o tale.wrap
   password of 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed:
   published  tale.wrap
   id         0x1d7a50d2f0a3b4cc7f9d45ff0ae1ccf7dfc9bdd1ee3bd6df0e2a1a3e0f1f2c4b
   product    0x52908400098527886E0F7030069857D2E4169EE7 on chain 1
   tier 0     sample  free
   tier 1     text    0.002 ETH
   deployed   in transaction 0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060`,
	Flags: slices.Concat(
		[]cli.Flag{&cli.PathFlag{Name: "output", Aliases: []string{"o"}, Usage: "write the wrap to `FILE.wrap`"}},
		listingFlags,
		[]cli.Flag{
			&cli.StringSliceFlag{Name: "hint", Usage: "where a node or the wrap may be found, as `KIND=URL` (node or wrap, by https); may be repeated"},
			&cli.PathFlag{Name: "issue-of", Usage: "publish an issue of a series under the terms of its first `WRAP`"},
			&cli.BoolFlag{Name: "no-deploy", Usage: "leave deploying the product to the first buyer"},
			&cli.BoolFlag{Name: "offline", Usage: "ask no chain, which means --no-deploy and that nothing is compared"},
			rpcFlag,
		},
		accountFlags,
		[]cli.Flag{jsonFlag},
	),
	Action: runPublish,
}

// publication is one run of publish.
type publication struct {
	c       *cli.Context
	home    home.Home
	config  home.Config
	seal    *publisher.SealFile
	listing publisher.Listing
	first   *wrap.Header // of the series, for an issue
	signer  common.Address
	offers  []product.Offer // of the tiers
	trust   terminal.Trust
	account account
	result  publishView
}

func runPublish(c *cli.Context) (err error) {
	p := &publication{c: c}
	if err := p.read(); err != nil {
		return err
	}
	if err := p.checkTerms(); err != nil {
		return err
	}
	market, err := p.market()
	if err != nil {
		return err
	}
	if market != nil {
		defer market.Client.Close()
		if err := p.check(*market); err != nil {
			return err
		}
	}
	if p.account, err = openAccount(c, p.home); err != nil {
		return err
	}
	h, err := p.write()
	if err != nil {
		return err
	}
	if err := p.keep(h); err != nil {
		return err
	}
	if market != nil {
		if err := p.deploy(*market, h); err != nil {
			return err
		}
	}
	return show(c, p.result, p.result.print)
}

// read reads the command line and what it names.
func (p *publication) read() (err error) {
	c := p.c
	if c.NArg() != 1 {
		return usageError(fmt.Sprintf("publish takes one seal file, got %d", c.NArg()), "flags and their values may stand before or behind it")
	}
	if c.Path("output") == "" {
		return usageError("publish needs -o FILE.wrap")
	}
	if p.home, err = home.Open(); err != nil {
		return err
	}
	if p.config, err = p.home.Config(); err != nil {
		return fail(exitInput, err)
	}
	if p.seal, err = openSealFile(c.Args().First()); err != nil {
		return err
	}
	if path := c.Path("issue-of"); path != "" {
		return p.readFirst(path)
	}
	if p.listing, err = listingOf(c, p.seal); err != nil {
		return err
	}
	p.trust = terminal.TrustIn(p.config, p.listing.Committee.ChainID)
	if len(p.listing.Hints) == 0 {
		say(c, "no node of the committee is reached by https: buyers must know one")
	}
	return nil
}

func openSealFile(path string) (*publisher.SealFile, error) {
	f, err := publisher.OpenSealFile(path)
	if err != nil {
		return nil, fail(exitInput, err, `a seal file is the folder that "shrinkwrap seal" made`)
	}
	return f, nil
}

// checkTerms refuses what could not be sold, or not be written, before anybody is
// asked for a password.
func (p *publication) checkTerms() (err error) {
	if out := p.c.Path("output"); !isWrap(out) { // where there is one, it may be this one
		if err := checkOutput(out); err != nil {
			return err
		}
	}
	if p.signer, err = accountAddress(p.c, p.home); err != nil {
		return err
	}
	if p.first != nil {
		p.offers, err = p.seal.IssueOffers(p.first, p.trust.Contracts, p.signer)
	} else {
		p.offers, err = p.seal.Offers(p.listing, p.trust.Contracts, p.signer)
	}
	return publishFailure(err)
}

func (p *publication) readFirst(path string) (err error) {
	for _, flag := range listingFlags {
		if p.c.IsSet(flag.Names()[0]) {
			return usageError(fmt.Sprintf("--issue-of takes the terms from the first wrap, so that --%s has no place", flag.Names()[0]))
		}
	}
	w, err := terminal.OpenWrap(path)
	if err != nil {
		return err
	}
	p.first = w.Header
	p.trust = terminal.TrustIn(p.config, p.first.Binding.ChainID)
	return w.Close()
}

func (p *publication) chainID() uint64 {
	if p.first != nil {
		return p.first.Binding.ChainID
	}
	return p.listing.Committee.ChainID
}

// market returns where the product is deployed, nil if no chain is asked.
func (p *publication) market() (*publisher.Market, error) {
	if p.c.Bool("offline") {
		return nil, nil
	}
	client, err := dial(p.c, p.config, p.chainID())
	if err != nil {
		if status, _ := classify(err); status == exitUnreachable && p.c.Bool("no-deploy") {
			say(p.c, "nothing was compared with the chain: %v", err)
			return nil, nil
		}
		return nil, err
	}
	return &publisher.Market{Client: client, Contracts: p.trust.Contracts, CodeHashes: p.trust.CodeHashes}, nil
}

func (p *publication) check(m publisher.Market) (err error) {
	if p.first != nil {
		err = m.CheckEscrow(p.c.Context)
	} else {
		err = m.Check(p.c.Context, p.listing)
	}
	if own := p.ownContract(); err == nil && own != (common.Address{}) {
		err = p.checkOwn(m, own)
	}
	p.result.Checked = err == nil
	return marketFailure(err)
}

// ownContract returns the publisher's own contract, zero for the template's.
func (p *publication) ownContract() common.Address {
	if p.first != nil {
		return common.BytesToAddress(p.first.Binding.Product)
	}
	return p.listing.Product
}

// checkOwn compares what a contract of the publisher's own offers with what will
// be signed. That it sells nothing to the publisher now is no fault.
func (p *publication) checkOwn(m publisher.Market, at common.Address) error {
	refusals, err := m.CheckOwn(p.c.Context, at, p.offers, p.signer)
	for k := range p.offers {
		if refusals[k] != nil {
			say(p.c, "tier %s was not compared, %s makes no offer to %s now: %v", p.seal.Content.Tiers[k].Name, at, p.signer, refusals[k])
		}
	}
	return err
}

// marketFailure gives an error of a market its exit status.
func marketFailure(err error) error {
	switch {
	case errors.Is(err, publisher.ErrFalse):
		return fail(exitDanger, err, "compare what you were given with whoever runs the committee, or made the contract or the token, over a channel that you trust")
	case errors.Is(err, chain.ErrNoFinality):
		return fail(exitRefused, err, "--confirmations NUMBER waits for so many blocks instead")
	case errors.Is(err, publisher.ErrNotReady):
		return fail(exitRefused, err, "publish again when the chain has it, or name another chain's endpoint with --rpc")
	}
	return err
}

// write writes the wrap, or finds it.
func (p *publication) write() (h *wrap.Header, err error) {
	path, key, progress := p.c.Path("output"), p.account.Key(), progressOf(p.c, "publishing")
	if p.first != nil {
		hints, err := hintsOf(p.c.StringSlice("hint"), p.listing.Committee)
		if err != nil {
			return nil, err
		}
		h, p.result.Fresh, err = p.seal.PublishIssue(p.c.Context, path, p.first, hints, p.trust.Contracts, key, progress)
		return h, publishFailure(err)
	}
	h, p.result.Fresh, err = p.seal.Publish(p.c.Context, path, p.listing, p.trust.Contracts, key, progress)
	return h, publishFailure(err)
}

// publishFailure gives an error of sealing or publishing its exit status.
func publishFailure(err error) error {
	if errors.Is(err, fs.ErrExist) {
		return fail(exitExists, err, "choose another name with -o, or move away what is there")
	}
	if unfit := new(publisher.UnfitError); errors.As(err, &unfit) {
		return usageError(err.Error())
	}
	return err
}

// keep puts the wrap into the library, and its signer among the known ones.
func (p *publication) keep(h *wrap.Header) (err error) {
	w, err := terminal.OpenWrap(p.c.Path("output"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	if _, err := (terminal.Library{Home: p.home}).Put(p.c.Context, w); err != nil {
		return err
	}
	signers := terminal.Signers{Home: p.home}
	first := terminal.Signer{FirstSeen: time.Now(), Title: h.Content.Title, Wrap: h.ID()}
	if err := signers.Remember(h.Binding.Terms.Signer, first); err != nil {
		return err
	}
	report, err := terminal.Inspect(h, p.trust, signers)
	if err != nil {
		return err
	}
	view := describe(h, report)
	r := &p.result
	r.Wrap, r.ID, r.ChainID, r.Product, r.Publisher, r.Payee, r.Tiers = p.c.Path("output"), view.ID, view.ChainID, view.Product, view.Publisher, view.Payee, view.Tiers
	return nil
}

func (p *publication) deploy(m publisher.Market, h *wrap.Header) (err error) {
	if len(h.Binding.Product) > 0 {
		p.result.Deployed = true // by the publisher
		return nil
	}
	if p.c.Bool("no-deploy") {
		p.result.Deployed, err = m.Deployed(p.c.Context, h.Terms())
		return err
	}
	say(p.c, "deploying the product")
	tx, err := m.Deploy(p.c.Context, chain.NewKeySigner(p.account.Key()), h.Terms())
	if err != nil {
		status, hints := classify(err)
		return fail(status, fmt.Errorf("%s is written, and not deployed: %w", p.c.Path("output"), err),
			append(hints, "the same command goes on; with --no-deploy the first buyer deploys it")...)
	}
	p.result.Deployed = true
	if tx != (common.Hash{}) {
		p.result.Transaction = tx.Hex()
	}
	return nil
}
