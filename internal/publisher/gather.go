package publisher

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
)

// Group is what a committee's answers are verified with, and go on chain under.
type Group struct {
	P bls.G1
	Q bls.G2
}

// ErrUnreleased is why no node gives a release: the sale is not released there.
var ErrUnreleased = errors.New("no node has the release")

// gatherer asks nodes for releases, a few at a time: one that fails is left
// alone for a while that doubles, and so is a sale that no node has the release
// of.
type gatherer struct {
	chainID uint64
	escrow  common.Address
	groups  map[common.Hash]Group
	nodes   []nodeapi.Client
	pace    WatchPace
	tell    func(Notice)

	mu      sync.Mutex
	next    int // the node to ask first, so that all are asked as often
	resting map[string]rest
}

// rest is until when something is left alone, and for how long the next time.
type rest struct {
	until time.Time
	pause time.Duration
}

// most bounds what is remembered of sales without a release.
const mostResting = 100_000

func (g *gatherer) rests(what string) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	return time.Now().Before(g.resting[what].until)
}

// leave leaves something alone, each time twice as long, and reports whether it
// is the first time.
func (g *gatherer) leave(what string) (first bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	r, known := g.resting[what]
	if len(g.resting) > mostResting {
		clear(g.resting)
	}
	pause := min(max(2*r.pause, g.pace.Pause), g.pace.Longest)
	g.resting[what] = rest{time.Now().Add(pause), pause}
	return !known
}

func (g *gatherer) wake(what string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	delete(g.resting, what)
}

// order returns the nodes that are not left alone, another one first each time.
func (g *gatherer) order() (nodes []nodeapi.Client) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.next++
	for i := range g.nodes {
		n := g.nodes[(g.next+i)%len(g.nodes)]
		if !time.Now().Before(g.resting[n.URL].until) {
			nodes = append(nodes, n)
		}
	}
	return nodes
}

// verify returns an error unless U is the release of a sale, under the group key
// that it was sold under.
func (g *gatherer) verify(s Sale, U bls.G1) error {
	q, group, err := g.query(s)
	if err != nil {
		return err
	}
	return release.Verify(q.Place, q.B, group.Q, U)
}

func (g *gatherer) query(s Sale) (q nodeapi.ReleaseQuery, group Group, err error) {
	group, ok := g.groups[s.Leaf.GroupKey]
	if !ok {
		return q, group, fmt.Errorf("order %s was sold under group key %s, whose committee is not known here", s.Order, s.Leaf.GroupKey)
	}
	B, err := s.Leaf.Key()
	if err != nil {
		return q, group, err
	}
	place := product.Place{ChainID: g.chainID, Escrow: g.escrow, Product: s.Leaf.Product, Tier: s.Leaf.Tier}
	return nodeapi.ReleaseQuery{GroupKey: s.Leaf.GroupKey, Place: place, B: B}, group, nil
}

// gather asks one node after another for a sale's release until one gives it.
// The first is asked to hold its answer back for as long as wait says.
func (g *gatherer) gather(ctx context.Context, s Sale, wait time.Duration) (bls.G1, error) {
	q, group, err := g.query(s)
	if err != nil {
		return bls.G1{}, err
	}
	if s.Fate.Opened != nil {
		q.Proof = &s.Fate.Opened.Proof // the escrow verified it
	}
	why := ErrUnreleased
	for _, n := range g.order() {
		q.Wait, wait = wait, 0
		U, err := g.ask(ctx, n, q, group.Q)
		if err == nil || ctx.Err() != nil {
			return U, errors.Join(err, ctx.Err())
		}
		why = err
	}
	return bls.G1{}, why
}

// ask asks one node once.
func (g *gatherer) ask(ctx context.Context, n nodeapi.Client, q nodeapi.ReleaseQuery, Q bls.G2) (U bls.G1, err error) {
	r, err := n.Release(ctx, q)
	if err != nil {
		if ctx.Err() == nil && g.leave(n.URL) {
			g.tell(Notice{What: NodeTrouble, Node: hostOf(n), Err: err})
		}
		return U, fmt.Errorf("%w: %w", ErrUnreleased, err)
	}
	if r.State != nodeapi.StateReleased {
		g.wake(n.URL)
		return U, fmt.Errorf("%w: node %s says %.20q %.200q", ErrUnreleased, hostOf(n), string(r.State), r.Reason)
	}
	if U, err = nodeapi.ParseG1(r.Release); err == nil {
		err = release.Verify(q.Place, q.B, Q, U)
	}
	if err != nil {
		// Who gives a false release has nothing else to say for a while.
		g.leave(n.URL)
		g.tell(Notice{What: FalseRelease, Node: hostOf(n), Err: err})
		return bls.G1{}, fmt.Errorf("%w: node %s gave a false one", ErrUnreleased, hostOf(n))
	}
	g.wake(n.URL)
	return U, nil
}

func hostOf(n nodeapi.Client) string {
	if u, err := url.Parse(n.URL); err == nil && u.Host != "" {
		return u.Host
	}
	return n.URL
}
