package terminal_test

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
)

// While the terminal waits it disputes once half of the window is gone, and not
// before; then it takes the key from the chain.
func TestDisputesAtHalfTimeAndTakesTheAnswer(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	b, p := w.withheld()
	defer p.Close()
	done := make(chan error, 1)
	go func() { done <- b.Await(context.Background(), p) }()
	w.eventually("the look at the order", func() bool { return w.wasTold("chain: confirmed") })
	w.pass(11*time.Hour + 50*time.Minute)
	for range 3 { // looks, at the least
		w.waitForLook(b)
	}
	w.wantEvents(dispute.DisputedTopic, 0)

	w.pass(11 * time.Minute)
	w.eventually("the dispute", func() bool { return len(w.events(dispute.DisputedTopic)) == 1 })
	w.eventually("the word on it", func() bool { return w.wasTold("disputed: the key comes on chain by ") })
	w.answer(w.payments()[0])
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	if p.Source != "chain" || p.Dispute == nil || len(p.Dispute.Versions) != 1 {
		t.Errorf("release came from %q, dispute is %+v", p.Source, p.Dispute)
	}
	w.wantEvents(dispute.DisputedTopic, 1)
	w.wantPayments(1)
	p.Close()
	if _, err := w.run(w.buyer(), w.intent(1), filepath.Join(t.TempDir(), "tale")); err != nil {
		t.Fatal(err)
	}
}

// Nobody answers: the terminal has the money paid back by itself, with the bond, and
// says so. Bought again, the product takes another attempt under another key.
func TestRefundsAfterTheDeadlineAndIsBoughtAgain(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	b, p := w.withheld()
	done := make(chan error, 1)
	go func() { done <- b.Await(context.Background(), p) }()
	w.eventually("the look at the order", func() bool { return w.wasTold("chain: confirmed") })
	w.pass(13 * time.Hour)
	w.eventually("the word on the dispute", func() bool { return w.wasTold("disputed: the key comes on chain by ") })
	before := w.balance(w.payer.Address())
	w.pass(24*time.Hour + time.Minute)
	err := <-done
	w.wantKind(err, terminal.Refused, "went back to "+w.payer.Address().Hex()+": 0.01 ETH", "and the bond of 0.00")
	if got := w.balance(w.payer.Address()); got.Lt(new(uint256.Int).AddUint64(before, dearPrice)) {
		t.Errorf("balance was %s before the refund and is %s", before, got)
	}
	w.wantEvents(dispute.RefundedTopic, 1)
	if p.Step != terminal.Refunded || p.Disputed == nil || p.Disputed.By != w.payer.Address() || p.Refund == nil {
		t.Errorf("purchase is %s, disputed %+v, refund %+v", p.Step, p.Disputed, p.Refund)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	w.node.late.Store(0)
	dir := filepath.Join(t.TempDir(), "tale")
	again, err := w.run(w.buyer(), w.intent(1), dir)
	if err != nil {
		t.Fatal(err)
	}
	if paid := w.payments(); len(paid) != 2 || again.Attempt != 1 || paid[0].Leaf.ReleaseKey == paid[1].Leaf.ReleaseKey {
		t.Errorf("attempt %d, %d payments", again.Attempt, len(w.payments()))
	}
	w.wantFiles(dir, tale)
}

// All nodes are dead: the error names what was tried and what happens next, and a
// run after half time disputes, then says until when the key may come.
func TestNextStepIsSaid(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	b, p := w.withheld()
	defer p.Close()
	b.Nodes = []nodeapi.Client{{URL: "http://127.0.0.1:1"}}
	err := b.Await(context.Background(), p)
	w.wantKind(err, terminal.Pending, "node 127.0.0.1:1: ", "refused")
	paid := w.payments()[0].Leaf.Time
	w.wantHint(err, "the terminal disputes at "+terminal.At(paid+12*3600))
	w.pass(13 * time.Hour)
	err = b.Await(context.Background(), p)
	w.wantKind(err, terminal.Pending, "node 127.0.0.1:1: ")
	w.wantHint(err, "disputed: the key comes on chain by ")
	w.wantEvents(dispute.DisputedTopic, 1)

	// No endpoint either: what is known is said.
	proxy := startProxy(t, "http://127.0.0.1:1")
	b.Chain = proxy.dialLazily(t)
	err = b.Await(context.Background(), p)
	w.wantKind(err, terminal.Pending, "no endpoint of chain 1337 answered")
	w.wantHint(err, "an endpoint of the chain is needed: the terminal disputes at "+terminal.At(paid+12*3600))
}

func (p *testProxy) dialLazily(t *testing.T) *chain.Client {
	t.Helper()
	client, err := chain.Dial(context.Background(), []string{p.url}, chain.Options{ChainID: testbed.ChainID, Lazy: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	return client
}

func (w *world) wantHint(err error, part string) {
	w.Helper()
	e := new(terminal.Error)
	if !errors.As(err, &e) || !strings.Contains(strings.Join(e.Hints, "\n"), part) {
		w.Errorf("hints of %v do not say %q: %+v", err, part, e)
	}
}

// A price below a dispute's gas is not disputed by itself: whoever asks for it gets
// it.
func TestSmallPriceIsDisputedWhenAsked(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.deploy()
	b, p := w.paid()
	defer p.Close()
	if !w.wasTold("more than the price: a dispute is hardly worth it") {
		t.Error("what a dispute costs was not said before the payment")
	}
	w.pass(13 * time.Hour)
	err := b.Await(context.Background(), p)
	w.wantKind(err, terminal.Pending, "is not disputed by itself", "more than the 0.000000000002 ETH")
	w.wantEvents(dispute.DisputedTopic, 0)
	c, err := b.Look(context.Background(), p)
	if err != nil {
		t.Fatal(err)
	}
	if c, err = b.Dispute(context.Background(), c); err != nil || c.Status.State != dispute.Disputed || c.Status.By != w.payer.Address() {
		t.Errorf("disputed: %+v, %v", c, err)
	}
	w.wantEvents(dispute.DisputedTopic, 1)
}

// A purchase that a wallet paid is left to a wallet: what has to be done is a request
// that any account can fulfil.
func TestWalletDisputes(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.newDear()
	w.node.late.Store(1 << 40)
	in := w.intent(1)
	in.Payer = nil
	b := w.buyer()
	p, err := b.Buy(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	w.pay(p.Requests()[0], devchain.Key(5))
	w.pass(13 * time.Hour)
	requests := make(chan terminal.PaymentRequest, 2)
	b.Wallet = func(why string, r terminal.PaymentRequest) error {
		w.tell(why)
		requests <- r
		return nil
	}
	done := make(chan error, 1)
	go func() { done <- b.Await(context.Background(), p) }()
	r := <-requests
	if !w.wasTold("no account is here to pay for the dispute") || !strings.Contains(r.Link(), "/dispute?value=") {
		t.Errorf("the request is %s", r.Link())
	}
	w.pay(r, devchain.Key(7))
	w.eventually("the dispute", func() bool { return w.wasTold("disputed: the key comes on chain by ") })
	w.pass(24*time.Hour + time.Minute)
	w.pay(<-requests, devchain.Key(8))
	w.wantKind(<-done, terminal.Refused, "went back to "+w.payer.Address().Hex(), "and the bond of 0.00", "to "+devchain.Address(7).Hex())
}

// refusals of disputes and refunds, in the order in which time brings them.
func TestDisputeRefuses(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	ctx := context.Background()
	b, p := w.withheld()
	defer p.Close()
	look := func() *terminal.Claim {
		t.Helper()
		c, err := b.Look(ctx, p)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	_, err := b.Refund(ctx, look())
	w.wantKind(err, terminal.Refused, "was not disputed")

	poor := *b
	poor.Account = chain.NewKeySigner(devchain.Key(99))
	_, err = poor.Dispute(ctx, look())
	w.wantKind(err, terminal.Refused, "not enough coin for the dispute: the account has 0 ETH, 0.00", "is missing")
	w.wantHint(err, "for the bond, which comes back with the refund")
	w.wantEvents(dispute.DisputedTopic, 0)

	if _, err := b.Dispute(ctx, look()); err != nil { // long before half time: it was told to
		t.Fatal(err)
	}
	if _, err := b.Dispute(ctx, look()); err != nil { // done before: nothing more is sent
		t.Fatal(err)
	}
	w.wantEvents(dispute.DisputedTopic, 1)
	_, err = b.Refund(ctx, look())
	w.wantKind(err, terminal.Pending, "too early", "from now")
	w.pass(24*time.Hour + time.Minute)
	c, err := b.Refund(ctx, look())
	if err != nil || c.Status.State != dispute.Refunded || p.Step != terminal.Refunded {
		t.Fatalf("%+v, %v", c, err)
	}
	_, err = b.Dispute(ctx, look())
	w.wantKind(err, terminal.Refused, "was refunded: 0.01 ETH went back to "+w.payer.Address().Hex())
	_, err = b.Refund(ctx, look())
	w.wantKind(err, terminal.Refused, "was refunded")

	// Another one, whose window is gone; and one that was released.
	p.Close()
	b, p = w.withheld()
	w.pass(49 * time.Hour)
	_, err = b.Dispute(ctx, look())
	w.wantKind(err, terminal.Refused, "too late: ", "could be disputed until ")
	_, err = b.Refund(ctx, look())
	w.wantKind(err, terminal.Refused, "too late: ")
	p.Close()
	w.node.late.Store(0)
	w.newDear()
	if p, err = w.run(w.buyer(), w.intent(1), filepath.Join(t.TempDir(), "tale")); err != nil {
		t.Fatal(err)
	}
	_, err = b.Dispute(ctx, look())
	w.wantKind(err, terminal.Refused, "was released: there is nothing to dispute")
}

// What stands in the way of a dispute is said once, not at every look, and what comes
// next likewise: amounts and the time left change with every block.
func TestWaitIsQuiet(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	b, p := w.withheld()
	defer p.Close()
	b.Account = chain.NewKeySigner(devchain.Key(99)) // has nothing
	w.pass(13 * time.Hour)
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- b.Await(ctx, p) }()
	w.eventually("the word on the coin", func() bool { return w.wasTold("not enough coin for the dispute") })
	stop := w.mine()
	for range 20 {
		w.waitForLook(b)
	}
	stop()
	cancel()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, part := range []string{"not enough coin", "next: "} {
		n := 0
		for _, line := range w.told {
			if strings.Contains(line, part) {
				n++
			}
		}
		if n != 1 {
			t.Errorf("%q was said %d times: %s", part, n, strings.Join(w.told, "\n"))
		}
	}
}
