package terminal

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
)

// Await waits for the release of a purchase that was paid, or is being paid by a
// wallet: from the nodes, and from the chain if it was answered there. Whatever
// they say, only a release that verifies under the Q of the signed header ends
// the wait. When it returns nil, the release is durable.
//
// It may be stopped at any point and called again.
func (b *Buyer) Await(ctx context.Context, p *Purchase) error {
	if len(p.Release) > 0 {
		return nil
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	w := &waiting{Buyer: b, p: p, teller: newTeller(b.Tell), heeded: make(chan struct{}, 1)}
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
				return w.keepRelease(f.U, f.source)
			}
			if ctx.Err() != nil {
				return ctx.Err()
			}
			w.failed = f.err // the chain has the last word
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
	failed error         // what all nodes said, once none is left to ask
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
		s, err := w.see(ctx, w.p)
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
		if err := w.verify(s.U); err == nil {
			return true, w.keepRelease(s.U, chainSource)
		}
		w.teller.say(chainSource, "an endpoint shows a false answer to a dispute")
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
	w.teller.say(chainSource, words(w.p.ChainID, standing(s.sight)))
	if w.failed != nil {
		return false, w.givenUp()
	}
	return false, nil
}

// heedError goes on where nodes may still have the release.
func (w *waiting) heedError(err error) error {
	e := new(Error)
	switch unreachable := errors.As(err, &e) && e.Kind == Unreachable; {
	case unreachable && w.failed == nil:
		w.teller.say(chainSource, said(err))
		return nil
	case unreachable && w.p.Paid():
		w.failed = fmt.Errorf("%w; %w", w.failed, err)
		return w.givenUp()
	}
	return err
}

// givenUp is the error of a purchase that was paid and that no node releases
// now.
func (w *waiting) givenUp() error {
	return failure(Pending, fmt.Errorf("%q is paid and not released yet: %w", w.p.Title, w.failed),
		"the same command asks again; nothing is paid twice", "name other nodes of the committee with --node")
}

func (w *waiting) verify(U bls.G1) error {
	_, Q := w.p.header.Binding.Group()
	return release.Verify(w.p.Place(), w.p.B, Q, U)
}

// keepRelease makes a release durable that was verified.
func (w *waiting) keepRelease(U bls.G1, source string) error {
	point := U.Bytes()
	w.p.Release, w.p.Source = point[:], source
	// A crash before this: the release is asked for again. After it, the product
	// opens without anyone.
	return w.p.reach(Released)
}
