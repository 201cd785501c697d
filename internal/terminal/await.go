package terminal

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
)

// Await waits for the release of a purchase that was paid, or is being paid by a
// wallet: from the nodes, and from the chain if it was answered there. Whatever
// they say, only a release that verifies under the Q of the signed header ends
// the wait. When it returns nil, the release is durable.
//
// While it waits it disputes by itself once half of the window is gone, and has the
// money paid back where nobody answers that. Where no node is left to ask, and
// nothing is to be done now, it ends with an error that says when something is.
//
// It may be stopped at any point and called again.
func (b *Buyer) Await(ctx context.Context, p *Purchase) error { return b.await(ctx, p, false) }

// await stays, if told to, until the purchase is released or refunded, or neither
// can come any more.
func (b *Buyer) await(ctx context.Context, p *Purchase, stay bool) error {
	if len(p.Release) > 0 {
		return nil
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	w := &waiting{Buyer: b, p: p, stay: stay, teller: newTeller(b.Tell), heeded: make(chan struct{}, 1)}
	nodes, err := w.asking()
	if err != nil {
		return err
	}
	released, sights := make(chan found, 1), make(chan seen)
	go func() { released <- nodes.nodes(ctx, b.Nodes) }()
	go w.watch(ctx, sights)
	for {
		select {
		case f := <-released:
			if f.err == nil {
				p.offered = f.offered
				return w.p.keepRelease(f.U, f.source)
			}
			if ctx.Err() != nil {
				return ctx.Err()
			}
			w.failed = f.err // the chain has the last word
			if stay {
				go func() { released <- nodes.later(ctx, b.Nodes) }()
			}
		case s := <-sights:
			if done, err := w.heed(ctx, s); done || err != nil {
				return err
			}
			w.heeded <- struct{}{}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// waiting is one wait for a purchase's release.
type waiting struct {
	*Buyer
	p      *Purchase
	teller *teller
	stay   bool          // until nothing can come any more
	failed error         // what all nodes said, once none is left to ask
	stuck  error         // what stands in the way of a step that is due
	heeded chan struct{} // a look was taken in: the purchase may be read for the next one
	sent   uint64        // the head when the payment was last sent, 0 before the first look
}

// seen is one look at the chain.
type seen struct {
	sight
	err error
}

const chainSource = "chain"

func (w *waiting) asking() (*asking, error) {
	proof, err := w.p.key.Prove(rand.Reader)
	if err != nil {
		return nil, err
	}
	_, Q := w.p.header.Binding.Group()
	return &asking{
		query: nodeapi.ReleaseQuery{GroupKey: w.p.offer().GroupKey, Place: w.p.Place(), B: w.p.B, Wait: w.Pace.Wait, Receipt: len(w.p.Receipt) == 0},
		proof: proof, Q: Q, pace: w.Pace, tell: w.teller.say,
	}, nil
}

// watch looks at the chain at the buyer's pace. It starts with a pause: most
// releases come from a node before it ends.
func (w *waiting) watch(ctx context.Context, sights chan<- seen) {
	for sleep(ctx, w.Pace.Chain) == nil {
		s, err := w.watchful(ctx, w.p)
		select {
		case sights <- seen{s, err}:
		case <-ctx.Done():
			return
		}
		select {
		case <-w.heeded:
		case <-ctx.Done():
			return
		}
	}
}

// heed takes in a look at the chain, and reports whether the wait is over.
func (w *waiting) heed(ctx context.Context, s seen) (done bool, err error) {
	if s.err != nil {
		return false, w.heedError(s.err)
	}
	if !s.U.IsZero() {
		return true, w.p.keepRelease(s.U, chainSource)
	}
	if s.status.State == dispute.Answered {
		w.teller.say(chainSource, "the dispute was answered, and an endpoint shows a false answer, or none")
	}
	stands, err := w.keep(w.p, s.sight)
	switch {
	case err != nil:
		return false, err
	case w.p.Step == Refunded:
		return false, w.p.refunded()
	case s.order == nil && s.fate == failing:
		return false, w.p.failing()
	case s.order == nil && (s.fate == reverted || s.fate == replaced):
		return false, w.forget(w.p, s.fate)
	case !stands:
		w.teller.say(chainSource, "the payment is not in a block yet")
		return false, w.insist(ctx, s.sight)
	}
	return false, w.act(ctx, w.p.claim(s.sight), standing(s.sight))
}

// act takes the step that is due for an order, and gives up where nothing is left to
// wait for now.
func (w *waiting) act(ctx context.Context, c *Claim, r nodeapi.Release) error {
	if r.State != nodeapi.StateReleased {
		w.teller.say(chainSource, words(w.p.ChainID, r))
	}
	if err := w.enforce(ctx, c); err != nil {
		return err
	}
	if w.failed != nil && !w.waits(c) {
		return w.givenUp(c)
	}
	if w.failed != nil || c.Status.State == dispute.Disputed || c.Due() {
		w.teller.say("next", c.next())
	}
	return nil
}

// heedError goes on where nodes may still have the release.
func (w *waiting) heedError(err error) error {
	e := new(Error)
	switch unreachable := errors.As(err, &e) && e.Kind == Unreachable; {
	case unreachable && w.failed == nil:
		w.teller.say(chainSource, said(err))
		return nil
	case unreachable && w.stay:
		w.teller.say(chainSource, said(err))
		return nil
	case unreachable && w.p.Paid():
		w.failed = fmt.Errorf("%w; %w", w.failed, err)
		return w.givenUp(nil)
	}
	return err
}

// givenUp is the error of a purchase that was paid and that no node releases now:
// what was tried, and what happens next.
func (w *waiting) givenUp(c *Claim) error {
	err := w.failed
	if w.stuck != nil {
		err = fmt.Errorf("%w; %w", err, w.stuck)
	}
	next := w.p.nextUnseen()
	if c != nil {
		next = c.next()
	}
	hints := []string{"next: " + next, `"shrinkwrap orders --watch" waits for that, and does it; the same command asks again, and nothing is paid twice`}
	if stuck := new(Error); errors.As(w.stuck, &stuck) {
		hints = append(hints, stuck.Hints...)
	}
	return failure(Pending, fmt.Errorf("%q is paid and not released yet: %w", w.p.Title, err), append(hints, "name other nodes of the committee with --node")...)
}

// keepRelease makes a release durable that was verified.
func (p *Purchase) keepRelease(U bls.G1, source string) error {
	point := U.Bytes()
	p.Release, p.Source = point[:], source
	// A crash before this: the release is asked for again. After it, the product
	// opens without anyone.
	return p.reach(Released)
}
