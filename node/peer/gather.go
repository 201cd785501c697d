package peer

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	domain "github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
)

// task is what is collected.
type task struct {
	// ask returns a peer's own share, or its state and reason where it has none.
	ask func(context.Context, Peer) (*nodeapi.Share, nodeapi.State, string, error)
	// combine verifies and interpolates, and names false shares.
	combine func([]threshold.Part) (bls.G1, error)
	// patient means that a peer which calls the order disputed is asked again:
	// it may not have come as deep as this node.
	patient bool
}

// answer is what came of asking a peer: a share, or why there is none yet.
type answer struct {
	node int
	part threshold.Part
	err  error
}

// gathering is one collection.
type gathering struct {
	*Collector
	task
	parts   []threshold.Part
	trouble map[int]error
	waiting []int // peers not asked yet, the best first
	answers chan answer
}

// gather asks peers until t shares verify or ctx ends.
func (c *Collector) gather(ctx context.Context, own threshold.Part, t task) (bls.G1, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel() // nobody is asked any longer
	g := &gathering{c, t, []threshold.Part{own}, make(map[int]error), c.health.ranked(), make(chan answer)}
	for range c.Group.Threshold - 1 {
		g.askNext(ctx)
	}
	patience := time.NewTicker(c.Patience)
	defer patience.Stop()
	for {
		if whole, ok := g.combined(ctx); ok {
			return whole, nil
		}
		select {
		case a := <-g.answers:
			g.take(ctx, a)
		case <-patience.C:
			g.askNext(ctx)
		case <-ctx.Done():
			return bls.G1{}, g.failure()
		}
	}
}

// take keeps a share, or notes the trouble and asks another peer besides.
func (g *gathering) take(ctx context.Context, a answer) {
	if a.err != nil {
		g.trouble[a.node] = a.err
		g.askNext(ctx)
		return
	}
	delete(g.trouble, a.node)
	g.parts = append(g.parts, a.part)
}

func (g *gathering) askNext(ctx context.Context) {
	if len(g.waiting) == 0 {
		return
	}
	node := g.waiting[0]
	g.waiting = g.waiting[1:]
	go g.pursue(ctx, node)
}

// combined returns the whole if enough shares verify. False ones are thrown out
// and whoever gave them is named, and asked no more.
func (g *gathering) combined(ctx context.Context) (bls.G1, bool) {
	if len(g.parts) < g.Group.Threshold {
		return bls.G1{}, false
	}
	whole, err := g.combine(g.parts)
	if err == nil {
		return whole, true
	}
	liars := new(domain.FalseSharesError)
	if !errors.As(err, &liars) {
		g.Log.Error("shares that verify do not combine", "err", err)
		return bls.G1{}, false
	}
	for _, node := range liars.Nodes {
		g.trouble[node] = errors.New("its share is false")
		g.health.distrust(node)
		g.Metrics.peers.WithLabelValues(label(node), "false").Inc()
		g.Log.Error("false share", "node", node, "own", node == g.Self)
		g.askNext(ctx)
	}
	g.parts = slices.DeleteFunc(g.parts, func(p threshold.Part) bool { return slices.Contains(liars.Nodes, p.Index) })
	return whole, !whole.IsZero()
}

// failure says what every node was asked and answered.
func (g *gathering) failure() error {
	var said []string
	for node := 1; node <= g.Group.N(); node++ {
		if err, ok := g.trouble[node]; ok {
			said = append(said, fmt.Sprintf("node %d: %v", node, err))
		}
	}
	if len(said) == 0 {
		said = []string{"the others have not answered in time"}
	}
	return fmt.Errorf("%s are there: %s", g.need(len(g.parts)), strings.Join(said, "; "))
}

const (
	firstPause = 100 * time.Millisecond
	lastPause  = 2 * time.Second
)

// pursue asks one peer, again and again, until it gives a share or refuses for
// good. Each failure is told at once, so that another is asked meanwhile.
func (g *gathering) pursue(ctx context.Context, node int) {
	for pause := firstPause; ; pause = min(2*pause, lastPause) {
		started := time.Now()
		part, final, err := g.askOnce(ctx, node)
		if ctx.Err() != nil {
			return
		}
		g.health.note(node, time.Since(started), err == nil)
		select {
		case g.answers <- answer{node, part, err}:
		case <-ctx.Done():
			return
		}
		if err == nil || final {
			return
		}
		select {
		case <-time.After(pause):
		case <-ctx.Done():
			return
		}
	}
}

// askOnce returns a peer's share, unverified, or why there is none and whether
// asking again is of no use.
func (g *gathering) askOnce(ctx context.Context, node int) (part threshold.Part, final bool, err error) {
	share, state, reason, err := g.ask(ctx, g.Peers[node])
	count := func(outcome string) { g.Metrics.peers.WithLabelValues(label(node), outcome).Inc() }
	switch {
	case ctx.Err() != nil:
		return part, true, ctx.Err()
	case err != nil:
		count("unreachable")
		return part, false, err
	case share == nil:
		count("without")
		// A peer that has not seen what this node has lags behind: it will.
		final = state == nodeapi.StateRefunded || state == nodeapi.StateDeclined || state == nodeapi.StateDisputed && !g.patient
		return part, final, fmt.Errorf("%s, no share: %s", state, reason)
	case share.Node != node:
		count("malformed")
		return part, true, fmt.Errorf("answers with a share of node %d", share.Node)
	}
	point, err := nodeapi.ParseG1(share.Point)
	if err != nil {
		count("malformed")
		return part, true, fmt.Errorf("its share is malformed: %v", err)
	}
	count("share")
	return threshold.Part{Index: node, Point: point}, true, nil
}
