package api

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
	"github.com/shrinkwrap/shrinkwrap/node/peer"
	"github.com/shrinkwrap/shrinkwrap/node/release"
	"github.com/shrinkwrap/shrinkwrap/node/store"
)

// Release answers GET /v1/releases/…. With q.Wait it holds the answer back until
// there is a release, or the order's state is one that waiting does not help or
// that it has just come to. Without, it answers at once; asking begins to
// collect the release all the same.
//
// The place's escrow is the node's own on that chain. With q.Receipt a released
// answer holds the receipt of its order too, if there is one within receiptGrace.
func (a *Answers) Release(ctx context.Context, q nodeapi.ReleaseQuery) (nodeapi.Release, error) {
	r, err := a.awaitRelease(ctx, q)
	if err == nil && q.Receipt && r.Release != "" {
		r.Receipt = a.receiptOf(ctx, q.Place.ChainID, common.HexToHash(r.Order))
	}
	return r, err
}

func (a *Answers) awaitRelease(ctx context.Context, q nodeapi.ReleaseQuery) (nodeapi.Release, error) {
	if q.GroupKey != a.GroupKey {
		return nodeapi.Release{State: nodeapi.StateDeclined, Reason: fmt.Sprintf("this committee's group key is %s", a.GroupKey)}, nil
	}
	rules, err := a.Keeper.RulesOf(q.Place.ChainID)
	if err != nil {
		return nodeapi.Release{}, a.problem(err)
	}
	if n := len(a.Committee.Operators); q.For > n {
		return nodeapi.Release{}, malformed(fmt.Sprintf("for %d: the committee has %d nodes", q.For, n))
	}
	q.Place.Escrow = rules.Chain.Escrow
	wait, cancel := context.WithTimeout(ctx, min(q.Wait, nodeapi.MaxWait))
	defer cancel()
	var first nodeapi.State
	var collecting <-chan peer.Result
	for {
		changed := a.Feed.Changed() // taken before looking: no change is missed
		look, err := a.look(ctx, q, collecting)
		if err != nil {
			return nodeapi.Release{}, a.problem(err)
		}
		if first == "" {
			first = look.State
		}
		if look.final || wait.Err() != nil || moved(first, look.State) {
			return look.Release, nil
		}
		collecting = look.collecting
		select {
		case <-changed:
		case r := <-collecting:
			if collecting = nil; r.Err != nil {
				look.Reason = r.Err.Error()
				return look.Release, nil
			}
		case <-wait.Done():
		}
	}
}

// moved reports whether a state has changed to one that a client wants to know.
// From confirmed it is a moment to released: that is worth the wait.
func moved(from, to nodeapi.State) bool {
	return from != to && to != nodeapi.StateConfirmed
}

// glance is the answer as it is now.
type glance struct {
	nodeapi.Release
	final      bool               // waiting does not help
	collecting <-chan peer.Result // of the release, where it is being collected
}

// look answers as it is now. It begins to collect where that is due, unless the
// caller waits for a collection already.
func (a *Answers) look(ctx context.Context, q nodeapi.ReleaseQuery, collecting <-chan peer.Result) (glance, error) {
	if !q.Own {
		switch stored, err := a.Store.Release(ctx, q.Place, q.B); {
		case err == nil:
			return released(stored), nil
		case !errors.Is(err, store.ErrNotFound):
			return glance{}, err
		}
	}
	part, s, err := a.Keeper.Share(ctx, q.Place, q.B, q.Proof)
	g := glance{Release: nodeapi.Release{State: s.State, Confirmations: s.Confirmations, Deadline: s.Deadline, Reason: s.Reason}}
	if s.Order != nil {
		g.Order = hexutil.Encode(s.Order.Order[:])
	}
	switch {
	case errors.Is(err, release.ErrNotServed) && q.For > 0:
		return a.sealed(ctx, q, g)
	case errors.Is(err, release.ErrNotServed):
		g.final = s.State == nodeapi.StateRefunded || s.State == nodeapi.StateDeclined
		return a.answeredOnChain(ctx, q, s, g)
	case errors.Is(err, release.ErrNoProof):
		g.final, g.Reason = true, err.Error()+": show one by pok="
		return a.answeredOnChain(ctx, q, s, g)
	case err != nil:
		return glance{}, err
	}
	g.Share = share(part)
	if q.Own {
		g.final = true
		return g, nil
	}
	if g.collecting = collecting; collecting != nil {
		return g, nil
	}
	if q.Receipt {
		a.startReceipt(ctx, q.Place.ChainID, s.Order.Order)
	}
	g.collecting = a.Collector.Release(peer.Request{Place: q.Place, B: q.B, Order: s.Order.Order, Own: part, Proof: q.Proof})
	return g, nil
}

// sealed answers the node that collects shares for an answer on chain.
func (a *Answers) sealed(ctx context.Context, q nodeapi.ReleaseQuery, g glance) (glance, error) {
	g.final = g.State == nodeapi.StateRefunded || g.State == nodeapi.StateDeclined
	sealed, s, err := a.Keeper.SealedShare(ctx, q.Place, q.B, q.For)
	switch {
	case errors.Is(err, release.ErrNotServed), errors.Is(err, release.ErrNoProof):
		g.Reason = err.Error()
		return g, nil
	case err != nil:
		return glance{}, err
	}
	R := sealed.R.Bytes()
	return glance{final: true, Release: nodeapi.Release{
		State: s.State, Order: hexutil.Encode(s.Order.Order[:]), Confirmations: s.Confirmations, Deadline: s.Deadline, Reason: s.Reason,
		Sealed: &nodeapi.SealedShare{Node: sealed.Node, For: sealed.For, R: hexutil.Encode(R[:]), Share: hexutil.Encode(sealed.C[:])},
	}}, nil
}

// answeredOnChain takes the release from an answer that the escrow checked. Such
// an answer is public whatever becomes of its block.
func (a *Answers) answeredOnChain(ctx context.Context, q nodeapi.ReleaseQuery, s release.Standing, g glance) (glance, error) {
	if q.Own || s.Order == nil {
		return g, nil
	}
	U, ok := a.Keeper.Answer(*s.Order, q.Place, q.B)
	if !ok {
		return g, nil
	}
	if err := a.Collector.KeepRelease(ctx, q.Place, q.B, s.Order.Order, U); err != nil {
		return g, err
	}
	return released(store.Release{Point: U.Bytes(), Order: s.Order.Order}), nil
}

// released is a function of what the store keeps for ever, so that the same
// question gets the same bytes for ever: neither confirmations nor anything else
// that changes is in it.
func released(r store.Release) glance {
	return glance{final: true, Release: nodeapi.Release{
		State: nodeapi.StateReleased, Order: hexutil.Encode(r.Order[:]), Release: hexutil.Encode(r.Point[:]),
	}}
}

func share(p threshold.Part) *nodeapi.Share {
	point := p.Point.Bytes()
	return &nodeapi.Share{Node: p.Index, Point: hexutil.Encode(point[:])}
}

// receiptWait is how long a receipt is collected for before a client that named
// no time is answered, receiptGrace how long a release is held back for it.
const (
	receiptWait  = 10 * time.Second
	receiptGrace = time.Second
)

// startReceipt begins to collect a receipt beside its release.
func (a *Answers) startReceipt(ctx context.Context, chain uint64, hash common.Hash) {
	if part, _, err := a.Keeper.ReceiptShare(ctx, chain, hash); err == nil {
		a.Collector.Receipt(a.Keeper.OrderPlace(chain, hash), part)
	}
}

// receiptOf returns the receipt that Receipt would, or "": a release does not
// fail for it, and a client that has none asks for it alone.
func (a *Answers) receiptOf(ctx context.Context, chain uint64, hash common.Hash) string {
	ctx, cancel := context.WithTimeout(ctx, receiptGrace)
	defer cancel()
	r, err := a.Receipt(ctx, chain, hash, false)
	if err != nil {
		return ""
	}
	return r.Receipt
}

// Receipt answers GET /v1/orders/{chainId}/{order}/receipt. A receipt that was
// made stays good, but it is shown no more once the order is disputed or
// refunded.
func (a *Answers) Receipt(ctx context.Context, chain uint64, hash common.Hash, own bool) (nodeapi.Receipt, error) {
	part, s, err := a.Keeper.ReceiptShare(ctx, chain, hash)
	if err != nil && !errors.Is(err, release.ErrNotServed) {
		return nodeapi.Receipt{}, a.problem(err)
	}
	if s.Order == nil {
		return nodeapi.Receipt{}, notFound("no such order was seen: was it paid on this chain, and is the node up to date (see /v1/info)?")
	}
	r := nodeapi.Receipt{Order: hexutil.Encode(hash[:]), Reason: s.Reason}
	var failure error
	if r.State, failure = a.stateOf(ctx, chain, s); failure != nil {
		return nodeapi.Receipt{}, a.problem(failure)
	}
	if err != nil {
		return r, nil // not at depth, disputed, refunded or declined
	}
	if r.Share = share(part); own {
		return r, nil
	}
	return a.collectReceipt(ctx, chain, hash, r, part)
}

func (a *Answers) collectReceipt(ctx context.Context, chain uint64, hash common.Hash, r nodeapi.Receipt, own threshold.Part) (nodeapi.Receipt, error) {
	switch stored, err := a.Store.Receipt(ctx, chain, hash); {
	case err == nil:
		r.Receipt = hexutil.Encode(stored[:])
		return r, nil
	case !errors.Is(err, store.ErrNotFound):
		return nodeapi.Receipt{}, a.problem(err)
	}
	wait, cancel := context.WithTimeout(ctx, receiptWait)
	defer cancel()
	select {
	case made := <-a.Collector.Receipt(a.Keeper.OrderPlace(chain, hash), own):
		if made.Err != nil {
			r.Reason = made.Err.Error()
			return r, nil
		}
		point := made.Point.Bytes()
		r.Receipt = hexutil.Encode(point[:])
	case <-wait.Done():
		r.Reason = "the other nodes' shares are still being collected: ask again"
	}
	return r, nil
}
