package terminal_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
)

// The payment arrives and the endpoint's reply does not: nobody knows whether it
// was paid, and the next run finds out.
func TestReplyIsLost(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.deploy()
	proxy := startProxy(t, w.bed.HTTP())
	b := w.buyer()
	b.Chain = proxy.dial(t)
	send := "eth_sendRawTransaction"
	proxy.lose.Store(&send)
	dir := filepath.Join(t.TempDir(), "tale")
	_, err := w.run(b, w.intent(1), dir)
	w.wantKind(err, terminal.Unreachable)
	w.awaitPayment()
	// The endpoint loses such replies still: nothing must be sent.
	if _, err := w.run(b, w.intent(1), dir); err != nil {
		t.Fatal(err)
	}
	w.wantPayments(1)
	w.wantFiles(dir, tale)
}

// What is known of a purchase was lost, but not the seed: its key is the same,
// and the chain tells that it was paid.
func TestPurchasesAreLost(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.deploy()
	if _, err := w.run(w.buyer(), w.intent(1), filepath.Join(t.TempDir(), "tale")); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(w.home.Path("orders")); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "tale")
	if _, err := w.run(w.buyer(), w.intent(1), dir); err != nil {
		t.Fatal(err)
	}
	w.wantPayments(1)
	w.wantFiles(dir, tale)
}

// An endpoint that shows no old blocks cannot tell whether a key was paid for
// before. Nodes can, but their word is no proof: the chain is looked at where
// they point.
func TestEndpointShowsRecentBlocksAlone(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.deploy()
	for range 80 { // more than an order may move when blocks are reordered
		if _, err := w.bed.Commit(); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := w.run(w.buyer(), w.intent(1), filepath.Join(t.TempDir(), "tale")); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(w.home.Path("orders")); err != nil {
		t.Fatal(err)
	}
	proxy := startProxy(t, w.bed.HTTP())
	proxy.recent.Store(true)
	b := w.buyer()
	b.Chain = proxy.dial(t)
	w.node.fault = only("/v1/releases", rubbish)
	w.refuses(b, w.intent(1), terminal.Unreachable, "nobody tells whether this was paid for before")

	w.node.fault = nil
	if _, err := w.run(b, w.intent(1), filepath.Join(t.TempDir(), "tale")); err != nil {
		t.Fatal(err)
	}
	w.wantPayments(1)

	// What nobody paid for, the node has not seen.
	w.home = newHome(t)
	b.Home = w.home
	if _, err := w.run(b, w.intent(1), filepath.Join(t.TempDir(), "tale")); err != nil {
		t.Fatal(err)
	}
	w.wantPayments(2)
}

// Another seed gives other keys: what was paid with the old one must not be paid
// for again without a word.
func TestSeedIsAnother(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.deploy()
	if _, err := w.run(w.buyer(), w.intent(1), filepath.Join(t.TempDir(), "tale")); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(w.home.Path("seed")); err != nil {
		t.Fatal(err)
	}
	if _, err := w.run(w.buyer(), w.intent(1), filepath.Join(t.TempDir(), "tale")); err == nil {
		t.Error("a purchase goes on under another seed")
	}
	w.wantPayments(1)
}

func TestTwoProcessesDoNotBuyTheSame(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.deploy()
	p, err := w.buyer().Buy(context.Background(), w.intent(1))
	if err != nil {
		t.Fatal(err)
	}
	_, err = w.buyer().Buy(context.Background(), w.intent(1))
	w.wantKind(err, terminal.Refused, "another process")
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := w.run(w.buyer(), w.intent(1), filepath.Join(t.TempDir(), "tale")); err != nil {
		t.Fatal(err)
	}
	w.wantPayments(1)
}

// Several purchases from one account at the same time each take a number of
// their own.
func TestPurchasesAtTheSameTime(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.deploy()
	errs := make(chan error)
	for tier := range 2 {
		dir := filepath.Join(t.TempDir(), "tale")
		go func() {
			_, err := w.run(w.buyer(), w.intent(tier), dir)
			errs <- err
		}()
	}
	if err := errors.Join(<-errs, <-errs); err != nil {
		t.Fatal(err)
	}
	w.wantPayments(2)
}
