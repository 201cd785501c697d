package terminal

import (
	"context"
	"errors"
	"fmt"

	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
)

// enforce takes the step that is due: the dispute once half of the window is gone,
// the refund once the answer's time is over. What stands in its way is told, and
// tried again at the next look.
func (w *waiting) enforce(ctx context.Context, c *Claim) (err error) {
	before := w.stuck
	w.stuck = nil
	switch {
	case c.Refundable():
		err = w.refund(ctx, c)
	case c.Due():
		if err = w.notWorthIt(ctx, c); err == nil {
			err = w.dispute(ctx, c)
		}
	}
	if told := new(Error); errors.As(err, &told) {
		w.stuck = err
		if before == nil { // amounts in it change with every block
			w.teller.say("dispute", said(err))
		}
		return nil
	}
	return err
}

// next says what the terminal does by itself, and when.
func (c *Claim) next() string {
	switch {
	case c.Status.State == dispute.Answered:
		return "the key stands on the chain, as the answer to a dispute: an honest endpoint (--rpc) shows it"
	case c.Status.State == dispute.Disputed:
		return fmt.Sprintf("disputed: the key comes on chain by %s, or the terminal has %s paid back then", At(c.Status.Deadline), c.money())
	case c.Matured():
		return fmt.Sprintf("the money is the publisher's since %s: it was not disputed until then", At(c.DisputableUntil()))
	case c.Order.Leaf.Amount.IsZero():
		return "nothing was paid, so nothing is disputed"
	case c.Time < c.HalfTime():
		return fmt.Sprintf("the terminal disputes at %s, half of the time to act: then the key comes on chain, or the money goes back", At(c.HalfTime()))
	}
	return fmt.Sprintf("half of the time to act is gone: the terminal disputes now, which is possible until %s", At(c.DisputableUntil()))
}

// waits reports whether the terminal has a step of its own on the way, for which it
// waits though no node is left to ask.
func (w *waiting) waits(c *Claim) bool {
	return w.stuck == nil && (c.Due() || c.Refundable()) || w.stay && !c.Matured()
}

// nextUnseen is what is known of it without the chain.
func (p *Purchase) nextUnseen() string {
	if p.Order == nil {
		return "the payment has to be seen on the chain"
	}
	leaf, err := order.ParseLeaf(p.Order.Leaf)
	if err != nil {
		return err.Error()
	}
	w := dispute.WindowsOf(p.ChainID)
	return fmt.Sprintf("an endpoint of the chain is needed: the terminal disputes at %s, which is possible until %s", At(w.HalfTime(leaf.Time)), At(w.DisputableUntil(leaf.Time)))
}
