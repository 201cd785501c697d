package terminal

import (
	"context"
	"crypto/rand"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
)

// A Claim is an order that was paid, as the chain shows it at one look: its buyer
// is owed the key or the money. [Buyer.Look] makes one of a purchase, [Buyer.Find]
// of any order.
type Claim struct {
	ChainID uint64
	Escrow  common.Address
	Order   order.Confirmed
	Status  dispute.Status
	Time    uint64 // of the chain, Unix seconds

	head     uint64
	purchase *Purchase // nil: an order that is not this home's
	record   *record   // of an order that is not
	told     *run
}

// run is what one run of the terminal remembers of a claim.
type run struct {
	sent   uint64          // the head when its transaction was last sent
	asked  map[string]bool // what a wallet was asked for
	silent bool            // the account did not sign: it is not asked again
}

func newRun() *run { return &run{asked: make(map[string]bool)} }

// Look looks at the chain, writes down what it shows of a purchase, and returns
// the claim on its order. It refuses a purchase that is not on chain.
func (b *Buyer) Look(ctx context.Context, p *Purchase) (*Claim, error) {
	s, err := b.watchful(ctx, p)
	if err != nil {
		return nil, err
	}
	if _, err := b.keep(p, s); err != nil {
		return nil, err
	}
	if s.order == nil {
		return nil, failure(Refused, fmt.Errorf("%q is not paid: the chain shows no order under its key", p.Title),
			"there is nothing to get back; a payment that was just sent may take some blocks")
	}
	return p.claim(s), nil
}

// claim is the claim on a purchase's order in a sight of it.
func (p *Purchase) claim(s sight) *Claim {
	if p.run == nil {
		p.run = newRun()
	}
	return &Claim{ChainID: p.ChainID, Escrow: p.Escrow, Order: *s.order, Status: s.status, Time: s.time, head: s.head, purchase: p, told: p.run}
}

// Windows are those of the claim's chain.
func (c *Claim) Windows() dispute.Windows { return dispute.WindowsOf(c.ChainID) }

// DisputableUntil is the last second at which the order may be disputed.
func (c *Claim) DisputableUntil() uint64 { return c.Windows().DisputableUntil(c.Order.Leaf.Time) }

// HalfTime is when the terminal disputes by itself.
func (c *Claim) HalfTime() uint64 { return c.Windows().HalfTime(c.Order.Leaf.Time) }

// Disputable reports whether the escrow would take a dispute now.
func (c *Claim) Disputable() bool {
	return c.Status.State == dispute.None && c.Time <= c.DisputableUntil()
}

// Matured reports whether the money is the publisher's, since nobody disputed.
func (c *Claim) Matured() bool {
	return c.Status.State == dispute.None && c.Time > c.DisputableUntil()
}

// Refundable reports whether the money goes back to whoever asks for it.
func (c *Claim) Refundable() bool {
	return c.Status.State == dispute.Disputed && c.Time > c.Status.Deadline
}

// Due reports whether the terminal disputes by itself: half of the window that
// every order has is gone. A free order has no money to get back.
func (c *Claim) Due() bool {
	return c.Disputable() && c.Time >= c.HalfTime() && !c.Order.Leaf.Amount.IsZero()
}

// title names the claim in words for people.
func (c *Claim) title() string {
	if c.purchase == nil {
		return "order " + c.Order.Order.Hex()
	}
	return fmt.Sprintf("%q", c.purchase.Title)
}

// proof is one of knowledge of the release key: the payment's own, which anyone
// may show, or a new one where that proves nothing.
func (c *Claim) proof(b *Buyer) (bls.Proof, error) {
	l := c.Order.Leaf
	place := l.Place(c.ChainID, c.Escrow)
	B, err := l.Key()
	if err == nil {
		var given bls.Proof
		if given, err = c.Order.Proof(); err == nil {
			if err = given.Verify(B, place.Bytes()); err == nil {
				return given, nil
			}
		}
	}
	if c.purchase == nil {
		return bls.Proof{}, failure(Refused, fmt.Errorf("%s was paid with a proof that proves nothing: %w", c.title(), err),
			"only who has its release key can dispute it: the buyer's own terminal")
	}
	key, err := deriveKey(b.Home, c.purchase)
	if err != nil {
		return bls.Proof{}, err
	}
	return key.Prove(rand.Reader)
}

// path proves to the escrow that it knows the order. The peaks that the terminal
// kept before it paid save reading what was logged before.
func (c *Claim) path(ctx context.Context, b *Buyer) ([]common.Hash, error) {
	path, err := dispute.Prover{Client: b.Chain, Escrow: c.Escrow}.Prove(ctx, c.Order.Leaf, c.known())
	return path, ofChain(err)
}

func (c *Claim) known() dispute.Known {
	p := c.purchase
	if p == nil || p.Peaks == nil || p.Peaks.Account != c.Order.Leaf.Offer().Account() {
		return dispute.Known{}
	}
	// The peaks and the head were asked of an endpoint at once, but two machines
	// may have answered: a few blocks are read twice.
	return dispute.Known{Count: p.Peaks.Count, Peaks: p.Peaks.Peaks, Block: p.Since - min(p.Since, reorgDepth)}
}

// moves are where the claim's transactions are kept.
func (c *Claim) moves() *moves {
	if c.purchase != nil {
		return &c.purchase.moves
	}
	return &c.record.moves
}

// Moves are the transactions that were signed here for the order's dispute and its
// refund, nil for none.
func (c *Claim) Moves() (disputed, refunded *Move) {
	m := c.moves()
	for _, one := range []*Move{m.Dispute, m.Refund} {
		if one != nil && one.Order != c.Order.Order {
			return nil, nil // of an order that the chain dropped
		}
	}
	return m.Dispute, m.Refund
}

func (c *Claim) save(step string) error {
	if c.purchase != nil {
		return c.purchase.saveAs(step)
	}
	return c.record.save(step)
}

// matches reports whether a purchase is of an order.
func (p *Purchase) matches(hash common.Hash) bool {
	return p.Order != nil && p.Order.Hash == hash
}

// ByOrder returns the purchase of an order, nil if it is not this home's.
func (ps Purchases) ByOrder(hash common.Hash) (*Purchase, error) {
	all, err := ps.All()
	if err != nil {
		return nil, err
	}
	if n := slices.IndexFunc(all, func(p *Purchase) bool { return p.matches(hash) }); n >= 0 {
		return all[n], nil
	}
	return nil, nil
}

// Again returns the purchase as it is on disk now.
func (ps Purchases) Again(p *Purchase) (*Purchase, error) { return ps.read(p.dir) }
