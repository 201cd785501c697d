package answer

import (
	"context"
	"errors"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	wire "github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	domain "github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/node/peer"
	"github.com/shrinkwrap/shrinkwrap/node/store"
)

// patience is how long releases are waited for that the peers still give shares
// of. What comes later goes with the next transaction.
const patience = 5 * time.Second

// collect returns the answers whose releases are there, in the duties' order.
func (a *Answerer) collect(ctx context.Context, due []duty, sent map[common.Hash]sending, at store.View) (answers []wire.Answer) {
	waits := make([]<-chan peer.Result, len(due))
	for i, d := range due {
		waits[i] = a.release(ctx, d, sent[d.Order.Order].before, at)
	}
	over := time.After(patience)
	for i, d := range due {
		select {
		case r := <-waits[i]:
			a.warn(ctx, d.Order.Order.Hex(), r.Err, "no release for an answer", "order", d.Order.Order, "deadline", d.Deadline)
			if r.Err == nil {
				answers = append(answers, wire.Answer{Leaf: d.Leaf, U: r.Point})
			}
		case <-over:
			over = time.After(0)
			a.warn(ctx, d.Order.Order.Hex(), errSlow, "no release for an answer", "order", d.Order.Order, "deadline", d.Deadline)
		case <-ctx.Done():
			return nil
		}
	}
	return answers
}

var errSlow = errors.New("shares are still being collected")

// release returns an order's release: one that everybody has, one that was
// collected before, or one that is collected now. The last two are sent for the
// first time only while first shares may be given.
func (a *Answerer) release(ctx context.Context, d duty, before bool, at store.View) <-chan peer.Result {
	place, B, err := a.placeOf(d)
	if err != nil {
		return done(bls.G1{}, err)
	}
	switch stored, err := a.Store.Release(ctx, place, B); {
	case err == nil:
		return done(a.verified(d, stored.Point))
	case !errors.Is(err, store.ErrNotFound):
		return done(bls.G1{}, err)
	}
	if !d.Shares && !before {
		return done(bls.G1{}, errors.New(d.Reason))
	}
	switch point, err := a.Store.Collected(ctx, a.chain(), d.Order.Order); {
	case err == nil:
		return done(a.verified(d, point))
	case !errors.Is(err, store.ErrNotFound):
		return done(bls.G1{}, err)
	}
	own, err := a.Keeper.AnswerShare(a.chain(), d.Order, at)
	if err != nil {
		return done(bls.G1{}, err)
	}
	return a.Collector.Answer(peer.Request{Place: place, B: B, Order: d.Order.Order, Own: own})
}

// verified reads a release that was kept: what is false would spoil a whole batch.
func (a *Answerer) verified(d duty, point [bls.G1Size]byte) (bls.G1, error) {
	place, B, err := a.placeOf(d)
	if err != nil {
		return bls.G1{}, err
	}
	U, err := bls.ParseG1(point[:])
	if err != nil {
		return bls.G1{}, err
	}
	return U, domain.Verify(place, B, a.Group.Q, U)
}

func done(point bls.G1, err error) <-chan peer.Result {
	out := make(chan peer.Result, 1)
	out <- peer.Result{Point: point, Err: err}
	return out
}

func (a *Answerer) placeOf(d duty) (product.Place, bls.G1, error) {
	B, err := d.Leaf.Key()
	return d.Leaf.Place(a.chain(), a.Rules.Chain.Escrow), B, err
}
