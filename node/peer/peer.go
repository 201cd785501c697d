// Package peer makes releases and receipts of the committee's shares.
//
// Only the node that a client asked collects: a [Collector] takes the node's own
// share, asks its peers for theirs, t − 1 of them at first and one more whenever
// one is slow or of no use, and combines what verifies. A peer that is silent,
// slow, behind, or wrong costs time and nothing else. What was combined is kept
// in the store, for ever.
package peer

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"golang.org/x/sync/singleflight"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	domain "github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
	"github.com/shrinkwrap/shrinkwrap/node/feed"
	"github.com/shrinkwrap/shrinkwrap/node/store"
)

// Peer is another node of the committee; nodeapi.Client is one.
type Peer interface {
	Release(ctx context.Context, q nodeapi.ReleaseQuery) (nodeapi.Release, error)
	Receipt(ctx context.Context, chainID uint64, order common.Hash, own bool) (nodeapi.Receipt, error)
}

// Store is where results are kept; see [store.Store].
type Store interface {
	PutRelease(ctx context.Context, place product.Place, B bls.G1, r store.Release) error
	PutCollected(ctx context.Context, chain uint64, order common.Hash, point [bls.G1Size]byte) error
	PutReceipt(ctx context.Context, chain uint64, order common.Hash, point [bls.G1Size]byte) error
}

// Config is what a collector is made of.
type Config struct {
	Group   threshold.Group
	Self    int          // this node's number
	Peers   map[int]Peer // the others, by their numbers
	Store   Store
	Feed    *feed.Feed
	Log     *slog.Logger
	Metrics *Metrics
	// Open reads a share that a peer sealed for this node.
	Open func(s domain.SealedShare, chain uint64, order common.Hash) (threshold.Part, error)

	// Patience is how long peers that were asked are waited for before one more
	// is. Zero means a fifth of a second.
	Patience time.Duration
	// Timeout bounds one collection. Zero means the longest long-poll.
	Timeout time.Duration
}

// Collector collects shares. Make one by [New].
type Collector struct {
	Config
	ctx     context.Context // of the node: a collection outlives the request that began it
	flights singleflight.Group
	turns   chan struct{} // as many as may collect at once
	health  health
}

// mostAtOnce bounds collections that run at the same time.
const mostAtOnce = 256

// New returns a collector whose collections end with ctx.
func New(ctx context.Context, c Config) *Collector {
	if c.Patience == 0 {
		c.Patience = 200 * time.Millisecond
	}
	if c.Timeout == 0 {
		c.Timeout = nodeapi.MaxWait
	}
	return &Collector{Config: c, ctx: ctx, turns: make(chan struct{}, mostAtOnce), health: newHealth(c.Self, c.Group.N())}
}

// Result is a collection's outcome. The error says what each node was asked and
// answered.
type Result struct {
	Point bls.G1
	Err   error
}

// Request is what a release is collected for.
type Request struct {
	Place product.Place
	B     bls.G1
	Order common.Hash    // that was paid
	Own   threshold.Part // this node's share
	Proof *bls.Proof     // to be shown to peers, if the payment brought none
}

// Release collects a release and keeps it. Requests for the same one share a
// collection, which goes on where the caller does not wait for its result.
func (c *Collector) Release(r Request) <-chan Result {
	query := nodeapi.ReleaseQuery{GroupKey: c.Group.Key(), Place: r.Place, B: r.B, Proof: r.Proof, Own: true, Wait: c.Timeout}
	key := nodeapi.ReleasePath(nodeapi.ReleaseQuery{GroupKey: query.GroupKey, Place: r.Place, B: r.B})
	return c.once(key, func(ctx context.Context) (bls.G1, error) {
		U, err := c.gather(ctx, r.Own, task{
			ask: func(ctx context.Context, p Peer) (*nodeapi.Share, nodeapi.State, string, error) {
				a, err := p.Release(ctx, query)
				return a.Share, a.State, a.Reason, err
			},
			combine: func(parts []threshold.Part) (bls.G1, error) { return domain.Combine(c.Group, r.Place, r.B, parts) },
		})
		if err != nil {
			return U, err
		}
		return U, c.KeepRelease(ctx, r.Place, r.B, r.Order, U)
	})
}

// Answer collects the release of a disputed order for its answer on chain, and
// keeps it apart from those that everybody may have. The peers seal their shares
// for this node; one to whom the order's release is public gives it as it is.
func (c *Collector) Answer(r Request) <-chan Result {
	query := nodeapi.ReleaseQuery{GroupKey: c.Group.Key(), Place: r.Place, B: r.B, Own: true, For: c.Self, Wait: c.Timeout}
	return c.once("answer of "+nodeapi.OrderPath(r.Place.ChainID, r.Order), func(ctx context.Context) (bls.G1, error) {
		U, err := c.gather(ctx, r.Own, task{
			ask: func(ctx context.Context, p Peer) (*nodeapi.Share, nodeapi.State, string, error) {
				a, err := p.Release(ctx, query)
				if err == nil && a.Share == nil && a.Sealed != nil {
					return c.unseal(a, r.Place.ChainID)
				}
				return a.Share, a.State, a.Reason, err
			},
			combine: func(parts []threshold.Part) (bls.G1, error) { return domain.Combine(c.Group, r.Place, r.B, parts) },
			patient: true,
		})
		if err != nil {
			return U, err
		}
		// A crash before this is durable means that it is collected again.
		c.Metrics.made.WithLabelValues("answer").Inc()
		return U, c.Store.PutCollected(ctx, r.Place.ChainID, r.Order, U.Bytes())
	})
}

// unseal reads what a peer sealed for this node under the order that it names,
// which is another one where several of a name are disputed. What cannot be read
// is a share that cannot be: the peer is told of as one whose share is malformed.
func (c *Collector) unseal(a nodeapi.Release, chain uint64) (*nodeapi.Share, nodeapi.State, string, error) {
	spoilt := &nodeapi.Share{Node: a.Sealed.Node}
	R, err := nodeapi.ParseG2(a.Sealed.R)
	masked, errShare := hexutil.Decode(a.Sealed.Share)
	order, errOrder := hexutil.Decode(a.Order)
	if errors.Join(err, errShare, errOrder) != nil || len(masked) != bls.G1Size || len(order) != common.HashLength {
		return spoilt, a.State, a.Reason, nil
	}
	sealed := domain.SealedShare{Node: a.Sealed.Node, For: a.Sealed.For, R: R, C: [bls.G1Size]byte(masked)}
	part, err := c.Open(sealed, chain, common.Hash(order))
	if err != nil {
		return spoilt, a.State, a.Reason, nil
	}
	point := part.Point.Bytes()
	return &nodeapi.Share{Node: part.Index, Point: hexutil.Encode(point[:])}, a.State, a.Reason, nil
}

// KeepRelease keeps a release that was verified and tells of it.
func (c *Collector) KeepRelease(ctx context.Context, place product.Place, B bls.G1, order common.Hash, U bls.G1) error {
	// A crash before this is durable means that it is collected again; nobody
	// was told of it yet.
	if err := c.Store.PutRelease(ctx, place, B, store.Release{Point: U.Bytes(), Order: order}); err != nil {
		return err
	}
	point := U.Bytes()
	c.Metrics.made.WithLabelValues("release").Inc()
	c.Feed.Publish(nodeapi.Event{Type: feed.Released, ChainID: place.ChainID, Order: hexutil.Encode(order[:]), Release: hexutil.Encode(point[:])})
	return nil
}

// Receipt collects an order's receipt and keeps it, as Release does.
func (c *Collector) Receipt(o domain.OrderPlace, own threshold.Part) <-chan Result {
	return c.once(nodeapi.ReceiptPath(o.ChainID, o.Order, false), func(ctx context.Context) (bls.G1, error) {
		receipt, err := c.gather(ctx, own, task{
			ask: func(ctx context.Context, p Peer) (*nodeapi.Share, nodeapi.State, string, error) {
				a, err := p.Receipt(ctx, o.ChainID, o.Order, true)
				return a.Share, a.State, a.Reason, err
			},
			combine: func(parts []threshold.Part) (bls.G1, error) { return domain.CombineReceipt(c.Group, o, parts) },
		})
		if err != nil {
			return receipt, err
		}
		c.Metrics.made.WithLabelValues("receipt").Inc()
		return receipt, c.Store.PutReceipt(ctx, o.ChainID, o.Order, receipt.Bytes())
	})
}

func (c *Collector) once(key string, collect func(context.Context) (bls.G1, error)) <-chan Result {
	out := make(chan Result, 1)
	flight := c.flights.DoChan(key, func() (any, error) {
		ctx, cancel := context.WithTimeout(c.ctx, c.Timeout)
		defer cancel()
		select {
		case c.turns <- struct{}{}:
			defer func() { <-c.turns }()
		case <-ctx.Done():
			return bls.G1{}, errors.New("the node collects as much as it can at once")
		}
		started := time.Now()
		point, err := collect(ctx)
		c.Metrics.seconds.Observe(time.Since(started).Seconds())
		if err != nil {
			c.Log.Warn("shares were not collected", "what", key, "err", err)
		}
		return point, err
	})
	go func() {
		r := <-flight
		point, _ := r.Val.(bls.G1)
		out <- Result{point, r.Err}
	}()
	return out
}

// need says how many shares are missing, for a message.
func (c *Collector) need(have int) string {
	return fmt.Sprintf("%d of %d shares", have, c.Group.Threshold)
}
