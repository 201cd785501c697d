package terminal

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/tokens"
)

// keep writes down what the chain shows, and reports whether that is a payment
// that stands.
func (b *Buyer) keep(p *Purchase, s sight) (bool, error) {
	switch {
	case s.order == nil && p.Order != nil:
		// A reorganisation took the order away: the payment is pending again. What
		// was released stays so.
		p.Order, p.Disputed = nil, nil
		if len(p.Release) > 0 {
			return false, p.save()
		}
		return false, p.reach(p.unpaid())
	case s.order == nil:
		return false, nil
	case s.status.State == dispute.Refunded:
		p.setOrder(s)
		return false, p.reach(Refunded)
	}
	step := Seen
	if needed := uint64(s.order.Leaf.Confirmations); needed != finalised && s.head-s.order.Block+1 >= max(needed, 1) {
		step = Confirmed
	}
	if p.Order != nil && p.Order.BlockHash == s.order.BlockHash && p.Step.reached(step) && p.Disputed.equal(newDisputed(s.status)) {
		return true, nil
	}
	p.setOrder(s)
	if p.Step.reached(step) {
		return true, p.save()
	}
	// A crash before this: the next look finds the order again.
	return true, p.reach(step)
}

const finalised = 255

func (p *Purchase) setOrder(s sight) {
	c := s.order
	p.Disputed = newDisputed(s.status)
	p.Order = &Order{Hash: c.Order, Leaf: c.Leaf.Bytes(), Transaction: c.Tx, Block: c.Block, BlockHash: c.BlockHash}
}

// unpaid is the step to which a purchase falls back without its order.
func (p *Purchase) unpaid() Step {
	switch {
	case p.Payment != nil:
		return Sent
	case p.Approval != nil:
		return Approving
	}
	return Prepared
}

// search tells of a payment that was made before, by an earlier run or by a
// wallet. Where the survey's endpoint did not look for it, that is done now.
func (b *Buyer) search(ctx context.Context, p *Purchase, s *survey, anyway bool) (found bool, err error) {
	c, head := s.order, s.head
	switch {
	case s.looked:
	case p.Since == 0:
		c, err = b.firstLook(ctx, p, head, anyway)
	default:
		c, err = b.find(ctx, p, head)
	}
	if c == nil || err != nil {
		return false, err
	}
	status, err := b.statusOf(ctx, p.Escrow, c.Order)
	if err != nil {
		return false, err
	}
	_, err = b.keep(p, sight{head: head, order: c, status: status})
	return true, err
}

// resume goes on with a payment that was signed before: it is on chain, or sent
// again as it is, or can never be mined and is forgotten.
func (b *Buyer) resume(ctx context.Context, p *Purchase, payer chain.Signer) error {
	s, err := b.see(ctx, p)
	if err != nil {
		return err
	}
	if stands, err := b.keep(p, s); stands || err != nil {
		return err
	}
	if p.Step == Refunded {
		return p.refunded()
	}
	switch s.fate {
	case mined: // the endpoint is about to show its log
		return nil
	case pending:
		if err := b.raisePayment(ctx, p, payer); err != nil {
			return err
		}
		b.Tell(fmt.Sprintf("sending transaction %s again", p.Payment.last().Hash))
		return b.broadcast(ctx, p.Payment.last())
	case crowded:
		return failure(Pending, fmt.Errorf("another transaction of %s has the number %d of the payment", p.Payment.From, p.Payment.Nonce),
			fmt.Sprintf("once that one is %d blocks deep, the same command pays anew", settledDepth))
	case failing:
		return p.failing()
	}
	return b.forget(p, s.fate)
}

// failing is the error of a payment that failed, where a reorganisation could
// still have it succeed: paid anew, it would be paid twice.
func (p *Purchase) failing() error {
	return failure(Refused, fmt.Errorf("the payment failed on chain, transaction %s: nothing was taken but gas", p.Payment.last().Hash),
		fmt.Sprintf("once that is %d blocks deep, the same command pays anew: before, the chain might still change its mind", settledDepth))
}

func (p *Purchase) refunded() error {
	to := p.RefundTo
	if leaf, err := order.ParseLeaf(p.Order.Leaf); err == nil {
		to = leaf.RefundTo
	}
	text := fmt.Sprintf("the money of %q went back to %s: %s", p.Title, to, p.money(p.Amount()))
	if d := p.Disputed; d != nil {
		text += fmt.Sprintf(", and the bond of %s to %s", tokens.Of(p.ChainID, common.Address{}).Format(d.Bond), d.By)
	}
	return failure(Refused, errors.New(text), `"shrinkwrap buy" buys it again`)
}

// forget drops a payment that took nothing and never will.
func (b *Buyer) forget(p *Purchase, f fate) error {
	t := p.Payment
	p.Payment = nil
	if err := p.reach(p.unpaid()); err != nil {
		return err
	}
	if f == replaced {
		return failure(Refused, fmt.Errorf("another transaction of %s replaced the payment %s: nothing was paid", t.From, t.last().Hash), "the same command pays anew")
	}
	return failure(Refused, fmt.Errorf("the payment failed on chain, transaction %s, for good", t.last().Hash), "the same command says what stands in its way, or pays anew")
}
