package terminal_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
)

// A watch beside a purchase waits until that ends, then follows it, with all nodes
// dead: it disputes at half time, and takes the key that is answered on chain.
func TestWatchBesideBuy(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	_, p := w.withheld()
	b := w.watcher()
	type end struct {
		p   *terminal.Purchase
		err error
	}
	ends := make(chan end, 1)
	go func() {
		p, err := b.Watch(context.Background(), w.stored())
		ends <- end{p, err}
	}()
	w.eventually("the word of waiting", func() bool { return w.wasTold("another process is at this purchase") })
	w.pass(13 * time.Hour)
	w.wantEvents(dispute.DisputedTopic, 0)
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	w.eventually("the dispute", func() bool { return w.wasTold("disputed: the key comes on chain by ") })
	w.answer(w.payments()[0])
	e := <-ends
	if e.err != nil || e.p.Source != "chain" {
		t.Fatalf("%+v, %v", e.p, e.err)
	}
	w.wantEvents(dispute.DisputedTopic, 1)
	if stored := w.stored(); len(stored.Release) == 0 || stored.Step != terminal.Released {
		t.Errorf("on disk it is %s", stored.Step)
	}
}

// A watch is stopped and started again at any point, and nothing is done twice; it
// ends with the refund.
func TestWatchIsStopped(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	_, p := w.withheld()
	p.Close()
	w.pass(13 * time.Hour)
	for _, until := range []string{"disputing ", "disputed: the key comes on chain by "} {
		ctx, cancel := context.WithCancel(context.Background())
		b := w.watcher()
		done := make(chan error, 1)
		go func() {
			_, err := b.Watch(ctx, w.stored())
			done <- err
		}()
		w.eventually(until, func() bool { return w.wasTold(until) })
		cancel()
		if err := <-done; !errors.Is(err, context.Canceled) {
			t.Fatal(err)
		}
	}
	w.wantEvents(dispute.DisputedTopic, 1)
	w.pass(24*time.Hour + time.Minute)
	p, err := w.watcher().Watch(context.Background(), w.stored())
	w.wantKind(err, terminal.Refused, "went back to "+w.payer.Address().Hex())
	if p.Step != terminal.Refunded {
		t.Errorf("it is %s", p.Step)
	}
	w.wantEvents(dispute.RefundedTopic, 1)
	_, err = w.watcher().Watch(context.Background(), w.stored())
	w.wantKind(err, terminal.Refused, "went back to ")
	w.wantEvents(dispute.RefundedTopic, 1)
}

// Once the window is gone a watch ends, and says so: nodes were asked, and neither
// key nor money can come by the chain.
func TestWatchEndsWithTheWindow(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	_, p := w.withheld()
	p.Close()
	w.pass(49 * time.Hour)
	_, err := w.watcher().Watch(context.Background(), w.stored())
	w.wantKind(err, terminal.Pending, "node 127.0.0.1:1")
	w.wantHint(err, "the money is the publisher's since ")
	w.wantEvents(dispute.DisputedTopic, 0)
}

// A look at the chain alone takes the release from there, and finds none where there
// is none.
func TestFromChain(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	b, p := w.withheld()
	p.Close()
	b.Nodes = nil
	if p, err := b.FromChain(context.Background(), w.stored()); err != nil || len(p.Release) != 0 {
		t.Errorf("release %x, %v", p.Release, err)
	}
	p = w.stored()
	b.Account = w.payer
	w.disputeOf(b, p)
	w.answer(w.payments()[0])
	w.eventually("the release", func() bool {
		p, err := b.FromChain(context.Background(), w.stored())
		return err == nil && p.Source == "chain" && p.Step == terminal.Released
	})
}

// watcher is another process of the same terminal, which reaches no node.
func (w *world) watcher() *terminal.Buyer {
	b := w.buyer()
	b.Account = chain.NewKeySigner(devchain.Key(1))
	b.Nodes = []nodeapi.Client{{URL: "http://127.0.0.1:1"}}
	return b
}

// stored is the only purchase, as it is on disk.
func (w *world) stored() *terminal.Purchase {
	w.Helper()
	all, err := terminal.Purchases{Home: w.home}.All()
	if err != nil || len(all) != 1 {
		w.Fatalf("%d purchases, %v", len(all), err)
	}
	return all[0]
}
