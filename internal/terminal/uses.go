package terminal

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/rights"
)

// Uses are the openings of one wrap by a purchase, on this computer. Whoever
// copies the state, or prints the key, is not counted: rights bind honest
// terminals only.
type Uses struct {
	Openings uint32 `json:"openings"`
	// Pending is the folder of the last opening while it is not known to have
	// ended.
	Pending string `json:"pending,omitempty"`
}

// Rights returns what the wrap declares for the tier.
func (o *Opening) Rights() []rights.Right {
	return rights.Read(o.Wrap.Header.Content.Tiers[o.Purchase.Tier].Rights)
}

// Openings returns how often the wrap was opened here, as far as that is
// limited.
func (o *Opening) Openings() uint32 { return o.Purchase.Uses[o.Wrap.Header.ID()].Openings }

// count counts an opening that begins. Nothing is counted where nothing is
// limited.
//
// A crash after this, with no folder to show for it: the next opening takes its
// place. With the folder: it was an opening.
func (o *Opening) count(dir string) error {
	if !rights.Limited(o.Rights()) {
		return nil
	}
	pending, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	p, id := o.Purchase, o.Wrap.Header.ID()
	uses := p.Uses[id].settled()
	use := rights.Use{Paid: p.PaidAt(), Now: o.now(), Openings: uses.Openings}
	if err := rights.Allows(o.Rights(), use); err != nil {
		if err := p.save(); err != nil { // the time that was seen
			return err
		}
		return failure(Refused, fmt.Errorf("%q is not opened: %w", p.Title, err),
			"what was opened before stays where it is", "--print-identity still prints the key that was paid for, which opens the sections with age and zstd")
	}
	uses.Openings, uses.Pending = uses.Openings+1, pending
	return p.use(o, uses)
}

// now is the greatest time that an opening of the purchase saw, and durable: a
// clock that is put back does not make a right longer.
func (o *Opening) now() time.Time {
	p := o.Purchase
	p.Latest = max(p.Latest, o.Now().Unix(), p.PaidAt().Unix())
	return time.Unix(p.Latest, 0)
}

// uncount takes back an opening that failed and left nothing.
func (o *Opening) uncount() error {
	uses := o.Purchase.Uses[o.Wrap.Header.ID()]
	if uses.Pending == "" {
		return nil
	}
	uses.Openings, uses.Pending = uses.Openings-1, ""
	return o.Purchase.use(o, uses)
}

// counted marks an opening as ended. The caller saves the purchase.
func (o *Opening) counted() {
	if uses, ok := o.Purchase.Uses[o.Wrap.Header.ID()]; ok {
		uses.Pending = ""
		o.Purchase.Uses[o.Wrap.Header.ID()] = uses
	}
}

// settled decides about an opening that is not known to have ended.
func (u Uses) settled() Uses {
	if u.Pending == "" {
		return u
	}
	if _, err := os.Lstat(u.Pending); err != nil && u.Openings > 0 {
		u.Openings--
	}
	u.Pending = ""
	return u
}

// use makes the uses of an opening's wrap durable.
func (p *Purchase) use(o *Opening, uses Uses) error {
	if p.Uses == nil {
		p.Uses = make(map[common.Hash]Uses)
	}
	p.Uses[o.Wrap.Header.ID()] = uses
	return p.save()
}

// PaidAt returns when the order was paid, or, until the order is known, when the
// purchase was begun.
func (p *Purchase) PaidAt() time.Time {
	if p.Order != nil {
		if leaf, err := order.ParseLeaf(p.Order.Leaf); err == nil {
			return time.Unix(int64(leaf.Time), 0)
		}
	}
	return time.Unix(p.Created, 0)
}
