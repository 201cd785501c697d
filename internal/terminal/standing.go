package terminal

import (
	"context"

	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
)

// A Standing is how far a purchase is on its chain.
type Standing struct {
	State         nodeapi.State
	Confirmations nodeapi.Confirmations
	Claim         *Claim // nil where there is no order
}

// Standing asks the chain how far a purchase is, and changes nothing.
func (b *Buyer) Standing(ctx context.Context, p *Purchase) (Standing, error) {
	s, err := b.watchful(ctx, p)
	if err != nil || s.order == nil {
		return Standing{State: nodeapi.StateUnknown}, err
	}
	r := standing(s)
	return Standing{r.State, r.Confirmations, p.claim(s)}, nil
}

// standing says of a sight of an order what a node would say.
func standing(s sight) nodeapi.Release {
	needed := uint64(s.order.Leaf.Confirmations)
	r := nodeapi.Release{State: nodeapi.StateSeen, Confirmations: nodeapi.Confirmations{Had: s.head - s.order.Block + 1, Needed: max(needed, 1)}}
	switch {
	case s.status.State == dispute.Refunded:
		r.State = nodeapi.StateRefunded
	case s.status.State == dispute.Disputed:
		r.State = nodeapi.StateDisputed
	case s.status.State == dispute.Answered:
		r.State = nodeapi.StateReleased
	case needed == finalised:
		r.Confirmations.Needed, r.Confirmations.Finalised = 0, true
	case r.Confirmations.Had >= r.Confirmations.Needed:
		r.State = nodeapi.StateConfirmed
	}
	return r
}
