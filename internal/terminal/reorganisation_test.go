package terminal_test

import (
	"context"
	"errors"
	"math/big"
	"path/filepath"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
)

// A reorganisation moves the payment into another block. It stays one, and the
// purchase knows its new place.
func TestReorganisation(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.newTale(true)
	before, err := w.bed.Client().HeaderByNumber(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	w.node.late.Store(1 << 40)
	b := w.buyer()
	p, err := b.Buy(context.Background(), w.intent(1))
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	first := w.awaitPayment().BlockHash
	forked := false
	b.Tell = func(line string) {
		w.tell(line)
		if !forked && w.wasTold("chain: seen, 1 of 3 confirmations") {
			forked = true
			err := w.bed.Fork(before.Hash())
			to := common.Address{9}
			// Another transaction makes a block of them all.
			_, sent := w.bed.Send(context.Background(), devchain.Key(6), &to, big.NewInt(1), nil)
			_, made := w.bed.Commit()
			_, more := w.bed.Commit()
			if err := errors.Join(err, sent, made, more); err != nil {
				t.Error(err)
			}
			w.node.late.Store(0)
		}
	}
	if err := b.Await(context.Background(), p); err != nil {
		t.Fatal(err)
	}
	if err := b.Record(context.Background(), p); err != nil {
		t.Fatal(err)
	}
	w.wantPayments(1)
	if now := w.payments()[0].BlockHash; !forked || p.Order.BlockHash != now || now == first {
		t.Errorf("order is known in block %s, it is in %s now and was in %s", p.Order.BlockHash, now, first)
	}
}

// away buys, and then has a reorganisation take the payment away and every pool
// forget it.
func (w *world) away() (*terminal.Buyer, *terminal.Purchase, order.Confirmed) {
	w.Helper()
	w.deploy()
	root, err := w.bed.Client().HeaderByNumber(context.Background(), nil)
	if err != nil {
		w.Fatal(err)
	}
	w.node.late.Store(1 << 40) // no node has the release before the chain is deep enough
	b := w.buyer()
	p, err := b.Buy(context.Background(), w.intent(1))
	if err != nil {
		w.Fatal(err)
	}
	paid := w.awaitPayment()
	if err := w.bed.Fork(root.Hash()); err != nil {
		w.Fatal(err)
	}
	w.bed.Rollback()
	return b, p, paid
}

// await waits for a purchase while blocks are made.
func (w *world) await(b *terminal.Buyer, p *terminal.Purchase) (err error) {
	w.Helper()
	done := make(chan error)
	go func() { done <- b.Await(context.Background(), p) }()
	for {
		select {
		case err := <-done:
			return errors.Join(err, p.Close())
		case <-time.After(20 * time.Millisecond):
			if _, err := w.bed.Commit(); err != nil {
				w.Fatal(err)
			}
		}
	}
}

// A reorganisation takes the payment away and nobody has it any more but the
// terminal that waits: it sends the same bytes again, and they make another
// order, at another time.
func TestPaymentComesBackAsAnotherOrder(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	b, p, before := w.away()
	if err := w.bed.AdjustTime(time.Hour); err != nil {
		t.Fatal(err)
	}
	w.node.late.Store(0)
	if err := w.await(b, p); err != nil {
		t.Fatal(err)
	}
	w.wantPayments(1)
	after := w.payments()[0]
	if after.Order == before.Order || after.Tx != before.Tx || len(p.Payment.Versions) != 1 {
		t.Errorf("order %s in transaction %s, before %s in %s", after.Order, after.Tx, before.Order, before.Tx)
	}
	// A node may have released before the terminal saw the order: completing the
	// purchase looks again.
	if err := b.Record(context.Background(), p); err != nil || p.Order.Hash != after.Order {
		t.Errorf("order is known as %v, %v", p.Order, err)
	}
}

// It never comes back, since another transaction took its number: nothing was
// paid, and the wait ends once that is certain.
func TestPaymentNeverComesBack(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	b, p, _ := w.away()
	to := common.Address{9}
	if _, err := w.bed.Send(context.Background(), devchain.Key(1), &to, big.NewInt(1), nil); err != nil {
		t.Fatal(err)
	}
	w.wantKind(w.await(b, p), terminal.Refused, "replaced the payment", "nothing was paid")
	w.wantPayments(0)
	w.node.late.Store(0)
	if _, err := w.run(w.buyer(), w.intent(1), filepath.Join(t.TempDir(), "tale")); err != nil {
		t.Fatal(err)
	}
	w.wantPayments(1)
}
