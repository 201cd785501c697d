package terminal_test

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
)

// Where a dispute and the refund after it can be killed.
var (
	disputeSteps = []string{"saved dispute", "dispute broadcast"}
	refundSteps  = []string{"saved refund", "refund broadcast", "saved refunded"}
)

// Killed after any durable step and started again, the same transaction is sent
// again: an order is disputed once, and paid back once.
func TestCrashOfADispute(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	for n, step := range disputeSteps {
		w.newDear()
		e := w.errand()
		w.node.late.Store(1 << 40)
		e.dieIn(t, "saved seen", "saved confirmed")
		w.pass(13 * time.Hour)
		e.dieIn(t, step)
		if step == "saved dispute" {
			w.wantEvents(dispute.DisputedTopic, n)
		}
		hash := w.onDisk(e).Dispute.Versions[0].Hash
		done := w.running(e)
		w.eventually("the dispute", func() bool { return w.onDisk(e).Disputed != nil })
		paid := w.payments()[0]
		w.answer(paid)
		if err := <-done; err != nil {
			t.Fatal(err)
		}
		p := w.onDisk(e)
		if len(p.Dispute.Versions) != 1 || p.Dispute.Versions[0].Hash != hash || p.Disputed.By != w.payer.Address() {
			t.Errorf("killed after %q: dispute is %+v, was %s; the escrow has %+v", step, p.Dispute, hash, p.Disputed)
		}
		w.wantEvents(dispute.DisputedTopic, n+1)
		w.wantPayments(1)
		w.wantFiles(e.Dir, tale)
		w.wantReceipt(hash)
	}
}

func TestCrashOfARefund(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	for n, step := range refundSteps {
		w.newDear()
		e := w.errand()
		w.node.late.Store(1 << 40)
		e.dieIn(t, "saved seen", "saved confirmed")
		w.pass(13 * time.Hour)
		e.dieIn(t, "dispute broadcast")
		w.eventually("the dispute", func() bool { return len(w.events(dispute.DisputedTopic)) == n+1 })
		w.pass(24*time.Hour + time.Minute)
		e.dieIn(t, step)
		hash := w.onDisk(e).Refund.Versions[0].Hash
		before := w.balance(w.payer.Address())
		if step == "saved refunded" { // the next run buys it again
			w.node.late.Store(0)
			e.dieIn(t, "")
			w.wantFiles(e.Dir, tale)
		} else if err, complaints := e.process(t); err == nil || !strings.Contains(complaints, "went back to") {
			t.Fatalf("killed after %q: it ends with %v: %s", step, err, complaints)
		}
		w.wantEvents(dispute.RefundedTopic, n+1)
		w.wantReceipt(hash)
		if p := w.onDisk(e); len(p.Refund.Versions) != 1 || p.Refund.Versions[0].Hash != hash {
			t.Errorf("killed after %q: refund is %+v", step, p.Refund)
		}
		if after := w.balance(w.payer.Address()); step == "saved refund" && after.Lt(before) {
			t.Errorf("balance was %s, is %s", before, after)
		}
	}
}

// dieIn runs an errand that dies after the first of these steps that comes.
func (e errand) dieIn(t *testing.T, steps ...string) {
	t.Helper()
	e.Die, e.DieToo = steps[0], steps[len(steps)-1]
	e.send(t)
}

// running runs an errand in a process of its own.
func (w *world) running(e errand) <-chan error {
	done := make(chan error, 1)
	go func() {
		err, complaints := e.process(w.T)
		if err != nil {
			err = errors.Join(err, errors.New(complaints))
		}
		done <- err
	}()
	return done
}

// onDisk is an errand's first purchase as it is on disk.
func (w *world) onDisk(e errand) (p terminal.Purchase) {
	w.Helper()
	files, err := filepath.Glob(filepath.Join(e.Home, "orders", "*", "0", "purchase.json"))
	if err != nil || len(files) != 1 {
		w.Fatalf("%d purchases, %v", len(files), err)
	}
	text, err := os.ReadFile(files[0])
	if err == nil {
		err = json.Unmarshal(text, &p)
	}
	if err != nil {
		w.Fatal(err)
	}
	return p
}

// wantReceipt wants a transaction to be mined and to have done what it should.
func (w *world) wantReceipt(hash common.Hash) {
	w.Helper()
	if receipt, err := w.bed.Client().TransactionReceipt(context.Background(), hash); err != nil || receipt.Status != 1 {
		w.Errorf("transaction %s: %+v, %v", hash, receipt, err)
	}
}

// A reorganisation takes the dispute away, and every pool forgets it: the same
// transaction is sent again.
func TestDisputeComesBack(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	b, p := w.withheld()
	defer p.Close()
	w.pass(13 * time.Hour)
	root, err := w.bed.Client().HeaderByNumber(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	w.disputeOf(b, p)
	hash := p.Dispute.Versions[0].Hash
	w.fork(root.Hash())
	w.wantEvents(dispute.DisputedTopic, 0)
	stop := w.mine()
	w.disputeOf(b, p)
	stop()
	if got := w.events(dispute.DisputedTopic); len(got) != 1 || p.Dispute.Versions[0].Hash != hash || len(p.Dispute.Versions) != 1 {
		t.Errorf("%d disputes, sent %+v, before %s", len(got), p.Dispute, hash)
	}
	w.wantReceipt(hash)
}

// One takes the payment away, too, which comes back as another order: that one is
// disputed, by a transaction of its own.
func TestDisputeOfAnOrderThatMoved(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.newDear()
	root, err := w.bed.Client().HeaderByNumber(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	b, p := w.buyWithheld()
	defer p.Close()
	w.disputeOf(b, p)
	before := p.Dispute.Order
	w.fork(root.Hash())
	w.pass(time.Minute)
	w.wantPayments(0)
	if stands, err := b.Look(context.Background(), p); err == nil {
		t.Fatalf("a payment that is gone is claimed: %+v", stands)
	}
	if p.Order != nil || p.Disputed != nil || p.Step != terminal.Sent {
		t.Errorf("purchase is %s, order %v, disputed %v", p.Step, p.Order, p.Disputed)
	}
	done := make(chan error, 1)
	ctx, cancel := context.WithCancel(context.Background())
	go func() { done <- b.Await(ctx, p) }()
	stop := w.mine()
	w.awaitPayment()
	stop()
	w.pass(13 * time.Hour)
	w.eventually("the dispute", func() bool {
		return w.wasTold("disputed: the key comes on chain by ") && len(w.events(dispute.DisputedTopic)) == 1
	})
	cancel()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	w.wantPayments(1)
	if got := w.events(dispute.DisputedTopic)[0].Order; p.Dispute.Order != got || got == before || got != w.payments()[0].Order {
		t.Errorf("disputed is %s, signed was %s, before %s", got, p.Dispute.Order, before)
	}
}

// A dispute that fails on chain, as where a purchase made its path stale in its own
// block, is made anew at once.
func TestDisputeThatFailed(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.newDear()
	w.buyFor(1, 0)
	b, p := w.buyWithheld()
	defer p.Close()
	proxy := startProxy(t, w.bed.HTTP())
	proxy.hold.Store(true)
	b.Chain = proxy.dial(t)
	c, err := b.Look(context.Background(), p)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	b.Tell = func(line string) {
		w.tell(line)
		if proxy.hold.Load() {
			cancel() // as soon as it was signed
		}
	}
	if _, err := b.Dispute(ctx, c); err == nil {
		t.Fatal("disputed")
	}
	if p.Dispute == nil {
		t.Fatal("no dispute was kept")
	}
	first := p.Dispute.Versions[0]
	w.buyFor(4, 1)
	if err := w.bed.Client().SendTransaction(context.Background(), parsed(t, first.Raw)); err != nil {
		t.Fatal(err)
	}
	w.eventually("the failed dispute", func() bool {
		receipt, err := w.bed.Client().TransactionReceipt(context.Background(), first.Hash)
		return err == nil && receipt.Status == 0
	})
	proxy.hold.Store(false)
	w.disputeOf(b, p)
	if p.Dispute.Versions[0].Hash == first.Hash {
		t.Error("the failed dispute was sent again")
	}
	w.wantEvents(dispute.DisputedTopic, 1)
}

// The chain has become dearer than what the dispute offers: another version offers
// more, with a bond to match, under the same number.
func TestDisputeIsRaised(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	b, p := w.withheld()
	defer p.Close()
	b.Account = cheap{devchain.Key(1)}
	ctx, cancel := context.WithCancel(context.Background())
	b.Tell = func(line string) {
		w.tell(line)
		cancel()
	}
	c, err := b.Look(context.Background(), p)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.Dispute(ctx, c); err == nil {
		t.Fatal("a dispute was mined that offers nothing")
	}
	b.Tell, b.Account = w.tell, chain.NewKeySigner(devchain.Key(1))
	// Another run: a process that goes on where the first was stopped.
	p.Close()
	if p, err = b.Take(p); err != nil {
		t.Fatal(err)
	}
	w.disputeOf(b, p)
	if len(p.Dispute.Versions) != 2 {
		t.Fatalf("dispute has %d versions", len(p.Dispute.Versions))
	}
	low, high := parsed(t, p.Dispute.Versions[0].Raw), parsed(t, p.Dispute.Versions[1].Raw)
	if low.Nonce() != high.Nonce() || high.Value().Cmp(low.Value()) < 0 {
		t.Errorf("numbers %d and %d, bonds %s and %s", low.Nonce(), high.Nonce(), low.Value(), high.Value())
	}
	w.wantReceipt(high.Hash())
}

func (w *world) disputeOf(b *terminal.Buyer, p *terminal.Purchase) {
	w.Helper()
	c, err := b.Look(context.Background(), p)
	if err != nil {
		w.Fatal(err)
	}
	if c, err = b.Dispute(context.Background(), c); err != nil || c.Status.State != dispute.Disputed {
		w.Fatalf("%+v, %v", c.Status, err)
	}
}

func parsed(t *testing.T, raw []byte) *types.Transaction {
	t.Helper()
	tx := new(types.Transaction)
	if err := tx.UnmarshalBinary(raw); err != nil {
		t.Fatal(err)
	}
	return tx
}

// fork drops the blocks after one, and what was in them.
func (w *world) fork(parent common.Hash) {
	w.Helper()
	if err := w.bed.Fork(parent); err != nil {
		w.Fatal(err)
	}
	w.bed.Rollback()
}
