package node_test

import (
	"fmt"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/node"
)

// A node that comes back reads its backlog in parts. While it has read a payment
// and not its refund, it has no share for it; other orders of the backlog are
// served in the end, and no share is computed but theirs.
func TestRefundedBacklog(t *testing.T) {
	tr := newTrial(t, 1, 1, func(_ int, c *node.Config, _ *node.Deps) { c.Chains[0].Range = 8 })
	tr.caughtUp()
	tr.stop(1)
	refunded, disputed, served := tr.pay(nil), tr.pay(nil), tr.pay(nil)
	tr.commit(20)
	tr.mark(refundedEvent, refunded.leaf.Hash(), common.LeftPadBytes(nil, 32))
	tr.mark(disputedEvent, disputed.leaf.Hash(), make([]byte, 128))
	tr.commit(60)
	tr.start(1)
	// Asked from the first moment on, in every part of the backlog.
	done := make(chan struct{})
	go func() {
		defer close(done)
		for _, p := range []purchase{refunded, disputed} {
			q := tr.query(p)
			q.Own = true
			for range 20 {
				if r, err := tr.ask(1).Release(t.Context(), q); err == nil && r.Share != nil {
					t.Errorf("a share while %s: %+v", r.State, r)
				}
			}
		}
	}()
	<-done
	tr.caughtUp()
	computed := func() string { return tr.metric(1, `shrinkwrap_shares_computed_total{for="release"}`) }
	eventually(t, func() error { // ahead of requests: one that comes meanwhile computes it once more
		if got := computed(); got != "1" {
			return fmt.Errorf("%s shares were computed", got)
		}
		return nil
	}, "the order that is served has no share ahead")
	tr.released(1, served)
	tr.stays(1, tr.query(refunded), nodeapi.StateRefunded)
	tr.stays(1, tr.query(disputed), nodeapi.StateDisputed)
	if got := computed(); got != "1" {
		t.Errorf("%s shares were computed, want that of the order that is served", got)
	}
}

// A node that comes back while its chain cannot be reached does not know what
// became of its orders: it gives no first share, and says why.
func TestUnknownSinceTheStop(t *testing.T) {
	away := false
	tr := newTrial(t, 1, 1, func(_ int, c *node.Config, _ *node.Deps) {
		if away {
			c.Chains[0].Endpoints = []string{"http://127.0.0.1:1"}
		}
	})
	free := tr.pay(func(p *purchase, _ *[64]byte) { p.leaf.Amount.Clear() }) // no share ahead of requests
	tr.caughtUp()
	tr.stop(1)
	away = true
	tr.start(1)
	q := tr.query(free)
	q.Own = true
	if r := tr.look(1, q); r.State != nodeapi.StateSeen || r.Share != nil || r.Reason == "" {
		t.Errorf("while the chain is away: %+v", r)
	}
	tr.stop(1)
	away = false
	tr.start(1)
	tr.released(1, free)
}
