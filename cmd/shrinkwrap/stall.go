package main

import (
	"errors"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/publisher"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/tokens"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// A stall is an account of the escrow that wraps of this home sell into, what was
// read of it, and the way to its chain.
type stall struct {
	chainID uint64
	account publisher.Account
	headers []*wrap.Header // that sell into it
	market  publisher.Market
	book    *publisher.Book
}

// stalls opens those that the command line names: the account that a wrap sells
// into, or all that the publisher's kept wraps do. The caller closes them.
func (d *desk) stalls(c *cli.Context) (all []*stall, err error) {
	headers, err := d.sold(c)
	if err != nil {
		return nil, err
	}
	return d.openStalls(c, headers)
}

func (d *desk) openStalls(c *cli.Context, headers []*wrap.Header) (all []*stall, err error) {
	for _, h := range headers {
		all = addStall(all, h)
	}
	if len(all) == 0 {
		return nil, fail(exitInput, errors.New("no wrap of yours is kept here"), "name a wrap that you published, or an account with --account or --key: wraps are kept in the home that published them")
	}
	for i, s := range all {
		if err := s.open(c, d); err != nil {
			return nil, errors.Join(err, closeStalls(all[:i]))
		}
	}
	return all, nil
}

func addStall(all []*stall, h *wrap.Header) []*stall {
	a := publisher.AccountOf(h.Terms())
	i := slices.IndexFunc(all, func(s *stall) bool { return s.chainID == h.Binding.ChainID && s.account == a })
	if i < 0 {
		i, all = len(all), append(all, &stall{chainID: h.Binding.ChainID, account: a})
	}
	all[i].headers = append(all[i].headers, h)
	return all
}

// sold returns the headers of the wraps that the command line means. That of a
// named wrap comes with those of the kept wraps that sell into its account.
func (d *desk) sold(c *cli.Context) ([]*wrap.Header, error) {
	if c.NArg() > 1 {
		return nil, usageError("name one wrap, or none for all that are kept here")
	}
	if c.NArg() == 0 {
		return d.published(c)
	}
	kept, err := d.authentic()
	if err != nil {
		return nil, err
	}
	w, err := d.open(c)
	if err != nil {
		return nil, err
	}
	h := w.Header
	if err := errors.Join(d.authenticate(h), w.Close()); err != nil {
		return nil, fail(exitDanger, err)
	}
	id, account := h.ID(), publisher.AccountOf(h.Terms())
	return append([]*wrap.Header{h}, slices.DeleteFunc(kept, func(other *wrap.Header) bool {
		return other.ID() == id || other.Binding.ChainID != h.Binding.ChainID || publisher.AccountOf(other.Terms()) != account
	})...), nil
}

// published returns the headers of the kept wraps that were signed by, or pay to,
// an account of the publisher's.
func (d *desk) published(c *cli.Context) ([]*wrap.Header, error) {
	kept, err := d.authentic()
	if err != nil {
		return nil, err
	}
	own, err := ownAddresses(c, d)
	return slices.DeleteFunc(kept, func(h *wrap.Header) bool {
		return !slices.Contains(own, h.Binding.Terms.Signer) && !slices.Contains(own, h.Binding.Terms.Publisher)
	}), err
}

func (d *desk) authenticate(h *wrap.Header) error {
	return errors.Join(h.Check(), h.Authenticate(terminal.TrustIn(d.config, h.Binding.ChainID).Contracts))
}

// authentic returns the headers of the library that are what they say.
func (d *desk) authentic() (headers []*wrap.Header, err error) {
	ids, err := d.library.IDs()
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		w, err := terminal.OpenWrap(d.library.Path(id))
		if err != nil {
			continue // one that rotted names no account
		}
		if d.authenticate(w.Header) == nil {
			headers = append(headers, w.Header)
		}
		if err := w.Close(); err != nil {
			return nil, err
		}
	}
	return headers, nil
}

// ownAddresses are those that the flags name, or all of the keystore.
func ownAddresses(c *cli.Context, d *desk) (own []common.Address, err error) {
	if c.String("account") != "" || c.Path("key") != "" {
		address, err := accountAddress(c, d.home)
		return []common.Address{address}, err
	}
	for _, a := range openKeystore(d.home).Accounts() {
		own = append(own, a.Address)
	}
	return own, nil
}

// open reaches the stall's chain and opens its book.
func (s *stall) open(c *cli.Context, d *desk) error {
	client, err := dial(c, d.config, s.chainID)
	if err != nil {
		return err
	}
	trust := terminal.TrustIn(d.config, s.chainID)
	s.market = publisher.Market{Client: client, Contracts: trust.Contracts, CodeHashes: trust.CodeHashes}
	if err = s.market.CheckEscrow(c.Context); err != nil {
		err = marketFailure(err)
	} else {
		s.book, err = publisher.NewBook(d.home, s.chainID, s.account)
	}
	if err != nil {
		client.Close()
	}
	return err
}

// follow reads the chain, unless another process does.
func (s *stall) follow(c *cli.Context) error {
	if !s.book.Writes() {
		say(c, "another process watches these sales: this is what it has read, up to block %d", s.book.View().Number)
		return nil
	}
	_, err := s.market.Follow(c.Context, s.book, blocksOf(c, "reading sales"))
	return err
}

func closeStalls(all []*stall) (err error) {
	for _, s := range all {
		err = errors.Join(err, s.book.Close())
		s.market.Client.Close()
	}
	return err
}

// named returns the title of a product and the name of a tier, as far as a wrap
// that is kept here tells.
func (s *stall) named(sale publisher.Sale) (title, tier string) {
	for _, h := range s.headers {
		if h.Address(s.market.Contracts) != sale.Leaf.Product {
			continue
		}
		if k := int(sale.Leaf.Tier); k < len(h.Content.Tiers) {
			return h.Content.Title, h.Content.Tiers[k].Name
		}
	}
	return short(sale.Leaf.Product[:]), fmt.Sprintf("tier %d", sale.Leaf.Tier)
}

func (s *stall) token() tokens.Token { return tokens.Of(s.chainID, s.account.Token) }

// groups are the keys that the stall's wraps were published under.
func (s *stall) groups() map[common.Hash]publisher.Group {
	groups := map[common.Hash]publisher.Group{}
	for _, h := range s.headers {
		P, Q := h.Binding.Group()
		groups[h.Terms().GroupKey] = publisher.Group{P: P, Q: Q}
	}
	return groups
}

// nodes are those that the command line, the configuration and the wraps name.
func (s *stall) nodes(c *cli.Context, d *desk) (all []nodeapi.Client, err error) {
	known, _ := d.config.Chain(s.chainID)
	for _, h := range s.headers {
		nodes, err := terminal.Nodes(c.StringSlice(nodeFlag.Name), known, h)
		if err != nil {
			return nil, usageError(err.Error())
		}
		for _, n := range nodes {
			if !slices.ContainsFunc(all, func(other nodeapi.Client) bool { return other.URL == n.URL }) {
				all = append(all, n)
			}
		}
	}
	return all, nil
}

// short is the first digits of a name, as people compare them.
func short(name []byte) string { return fmt.Sprintf("%#x…", name[:8]) }
