package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
)

// office is where orders are claimed: the home, and the chains that were reached.
type office struct {
	*cli.Context
	*desk
	clients map[uint64]*chain.Client
	keys    payers
}

func openOffice(c *cli.Context) (*office, error) {
	d, err := openDesk()
	if err != nil {
		return nil, err
	}
	return &office{c, d, make(map[uint64]*chain.Client), payers{c, d.home, make(map[common.Address]*askingSigner)}}, nil
}

func (o *office) close() {
	for _, client := range o.clients {
		client.Close()
	}
}

func (o *office) chain(id uint64) (*chain.Client, error) {
	if client, ok := o.clients[id]; ok {
		return client, nil
	}
	client, err := dial(o.Context, o.config, id)
	if err != nil {
		return nil, err
	}
	o.clients[id] = client
	return client, nil
}

// anyChain is the chain of --rpc, or the only one that is configured.
func (o *office) anyChain() (*chain.Client, error) {
	if !o.IsSet(rpcFlag.Name) {
		for text := range o.config.Chains {
			if id, err := strconv.ParseUint(text, 10, 64); err == nil && len(o.config.Chains) == 1 {
				return o.chain(id)
			}
		}
		return nil, usageError("which chain?", "--rpc URL names an endpoint of it")
	}
	client, err := dialURLs(o.Context, o.StringSlice(rpcFlag.Name), chain.Options{})
	if err != nil {
		return nil, err
	}
	o.clients[client.ChainID()] = client
	return client, nil
}

// buyer claims on a chain, for a purchase or, where that is nil, for another.
func (o *office) buyer(client *chain.Client, p *terminal.Purchase) *terminal.Buyer {
	b := &terminal.Buyer{
		Home: o.home, Trust: terminal.TrustIn(o.config, client.ChainID()), Chain: client, Pace: terminal.DefaultPace, Now: time.Now,
		Tell: func(line string) { say(o.Context, "%s", line) },
	}
	b.Pace.Chain = claimPace
	return b
}

// claimPace is between two looks at what was just sent.
const claimPace = 2 * time.Second

// A claimCase is one order that is claimed.
type claimCase struct {
	buyer    *terminal.Buyer
	purchase *terminal.Purchase // nil: somebody else's
	claim    *terminal.Claim
}

func (k *claimCase) close() error {
	if k.purchase == nil {
		return nil
	}
	return k.purchase.Close()
}

// own is the case of a purchase, which no other process works at meanwhile.
func (o *office) own(p *terminal.Purchase) (*claimCase, error) {
	client, err := o.chain(p.ChainID)
	if err != nil {
		return nil, err
	}
	b := o.buyer(client, p)
	if p, err = b.Take(p); err != nil {
		return nil, err
	}
	k := &claimCase{b, p, nil}
	if k.claim, err = b.Look(o.Context.Context, p); err != nil {
		return nil, errors.Join(err, k.close())
	}
	return k, nil
}

// named returns the cases of an argument: an order, or the newest purchase of a
// product's tier.
func (o *office) named(name string) ([]*claimCase, error) {
	if hash, ok := orderName(name); ok {
		p, err := terminal.Purchases{Home: o.home}.ByOrder(hash)
		if err != nil {
			return nil, fail(exitInput, err)
		}
		if p != nil {
			return one(o.own(p))
		}
		if _, err := o.library.Find(name); err != nil {
			return one(o.foreign(hash))
		}
	}
	p, err := o.purchaseOf(name)
	if err != nil {
		return nil, err
	}
	return one(o.own(p))
}

func one(k *claimCase, err error) ([]*claimCase, error) {
	if err != nil {
		return nil, err
	}
	return []*claimCase{k}, nil
}

func orderName(text string) (common.Hash, bool) {
	b, err := hexutil.Decode("0x" + strings.TrimPrefix(strings.ToLower(text), "0x"))
	return common.BytesToHash(b), err == nil && len(b) == common.HashLength
}

func (o *office) foreign(hash common.Hash) (*claimCase, error) {
	client, err := o.anyChain()
	if err != nil {
		return nil, err
	}
	b := o.buyer(client, nil)
	claim, err := b.Find(o.Context.Context, hash, o.Uint64("since"))
	return &claimCase{b, nil, claim}, err
}

// purchaseOf returns what was bought of a product: the purchase that waits, or else
// the newest.
func (o *office) purchaseOf(name string) (p *terminal.Purchase, err error) {
	g, err := o.goodsOf(o.Context.Context, name)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, g.Close()) }()
	all, err := o.purchasesOfTier(o.Context, g.header)
	if err != nil {
		return nil, err
	}
	tiers := make(map[uint8]bool)
	for _, one := range all {
		if p == nil || waits(one) || !waits(p) {
			p = one
		}
		if waits(one) {
			tiers[one.Tier] = true
		}
	}
	switch {
	case p == nil:
		return nil, fail(exitRefused, errors.New("not bought: there is nothing to claim"), fmt.Sprintf(`"shrinkwrap buy %s --tier NAME" pays for a tier`, name),
			"an order that was paid elsewhere is named by its 64 hexadecimal digits")
	case len(tiers) > 1:
		return nil, usageError("several tiers wait for their keys", "choose one with --tier")
	}
	return p, nil
}

// waits reports whether a purchase was paid, or may be, and is neither released nor
// refunded.
func waits(p *terminal.Purchase) bool {
	switch p.Step {
	case terminal.Sent, terminal.Seen, terminal.Confirmed:
		return true
	}
	return p.Step == terminal.Prepared && p.Wallet
}
