package terminal

import (
	"context"

	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
)

// Standing asks the chain how far a purchase is, and changes nothing.
func (b *Buyer) Standing(ctx context.Context, p *Purchase) (nodeapi.State, nodeapi.Confirmations, error) {
	s, err := b.see(ctx, p)
	if err != nil || s.order == nil {
		return nodeapi.StateUnknown, nodeapi.Confirmations{}, err
	}
	r := standing(s)
	return r.State, r.Confirmations, nil
}

// standing says of a sight of an order what a node would say.
func standing(s sight) nodeapi.Release {
	needed := uint64(s.order.Leaf.Confirmations)
	r := nodeapi.Release{State: nodeapi.StateSeen, Confirmations: nodeapi.Confirmations{Had: s.head - s.order.Block + 1, Needed: max(needed, 1)}}
	switch {
	case s.state == refunded:
		r.State = nodeapi.StateRefunded
	case s.state == disputed:
		r.State = nodeapi.StateDisputed
	case s.state == answered:
		r.State = nodeapi.StateReleased
	case needed == finalised:
		r.Confirmations.Needed, r.Confirmations.Finalised = 0, true
	case r.Confirmations.Had >= r.Confirmations.Needed:
		r.State = nodeapi.StateConfirmed
	}
	return r
}
