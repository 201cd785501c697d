package node_test

import (
	"testing"
	"time"

	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/rpctest"
	"github.com/shrinkwrap/shrinkwrap/node"
)

// Reorganisations that drop a payment at any depth around the one that is asked
// for, seen at once, after a gap or after the nodes were down. Below that depth
// nothing is ever released for it; from it on a release may be out, and then
// stays, but no node gives a new share. What the new branch has is served, and
// so is the dropped payment if it comes back, at its depth there.
func TestForksAroundDepth(t *testing.T) {
	const needed = 3
	for name, away := range map[string]func(f *forked) (back func()){
		"at once":      func(*forked) func() { return func() {} },
		"across a gap": (*forked).gap,
		"while down":   (*forked).down,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := newForked(t)
			for depth := 1; depth <= needed+3; depth++ {
				f.around(depth, needed, away)
			}
		})
	}
}

// forked is a trial of two nodes, both needed, behind a wire that can be cut.
type forked struct {
	*trial
	wire *rpctest.Relay
}

func newForked(t *testing.T) *forked {
	f := new(forked)
	f.trial = newTrial(t, 2, 2, func(_ int, c *node.Config, _ *node.Deps) {
		if f.wire == nil {
			f.wire = rpctest.NewRelay(t, c.Chains[0].Endpoints[0])
		}
		c.Chains[0].Endpoints, c.Chains[0].Poll = []string{f.wire.URL()}, node.Duration(10*time.Millisecond)
	})
	f.commit(1)
	return f
}

// gap has the nodes reach no endpoint for a while.
func (f *forked) gap() (back func()) {
	f.wire.Shut(true)
	return func() { f.wire.Shut(false) }
}

func (f *forked) down() (back func()) {
	f.stop(1)
	f.stop(2)
	return func() { f.start(1); f.start(2) }
}

// around drops a payment that is so many blocks deep.
func (f *forked) around(depth, needed int, away func(*forked) (back func())) {
	f.t.Helper()
	asking := func(p *purchase, _ *[64]byte) { p.leaf.Confirmations = uint8(needed) }
	root := f.head().Hash()
	dropped := f.pay(asking)
	f.commit(depth - 1)
	if depth < needed {
		f.stays(1, f.query(dropped), nodeapi.StateSeen)
	} else {
		f.released(1, dropped)
	}
	back := away(f)
	unseen := f.pay(asking) // by nodes that are away
	f.fork(root)
	kept := f.pay(asking)
	f.commit(depth + needed)
	back()
	f.released(2, kept)
	for number := 1; number <= 2; number++ {
		f.stays(number, f.query(unseen), nodeapi.StateUnknown)
		f.gone(number, dropped, depth >= needed)
	}
	f.emit(dropped.log) // in another block
	if depth < needed {
		if r := f.stays(1, f.query(dropped), nodeapi.StateSeen); r.Confirmations.Had != 1 {
			f.t.Errorf("dropped %d deep and back: %+v", depth, r.Confirmations)
		}
	}
	f.commit(needed - 1)
	f.released(2, dropped)
}

// gone checks what a node says of a payment that was dropped: nothing, but for a
// release that is out.
func (f *forked) gone(number int, p purchase, out bool) {
	f.t.Helper()
	q := f.query(p)
	if !out {
		f.stays(number, q, nodeapi.StateUnknown)
		return
	}
	f.released(1, p) // which it was asked for before
	f.caughtUp()
	q.Own = true
	if r := f.look(2, q); r.State != nodeapi.StateUnknown || r.Share != nil {
		f.t.Errorf("a share for a payment that is gone: %+v", r)
	}
}
