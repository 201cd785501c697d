package terminal_test

import (
	"context"
	"errors"
	"math/big"
	"os"
	"path/filepath"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
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

// held buys the text through an endpoint that keeps the payment to itself.
func (w *world) held() (*terminal.Buyer, *terminal.Purchase, *testProxy) {
	w.Helper()
	proxy := startProxy(w.T, w.bed.HTTP())
	proxy.hold.Store(true)
	b := w.buyer()
	b.Chain = proxy.dial(w.T)
	p, err := b.Buy(context.Background(), w.intent(1))
	if err != nil {
		w.Fatal(err)
	}
	w.wantPayments(0)
	return b, p, proxy
}

// An endpoint took the payment and lost it: the same bytes are sent again.
func TestPaymentIsSentAgain(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.deploy()
	_, p, _ := w.held()
	p.Close()
	hash := p.Payment.Versions[0].Hash
	if _, err := w.run(w.buyer(), w.intent(1), filepath.Join(t.TempDir(), "tale")); err != nil {
		t.Fatal(err)
	}
	w.wantPayments(1)
	if paid := w.payments()[0]; paid.Tx != hash {
		t.Errorf("paid in transaction %s, first signed was %s", paid.Tx, hash)
	}
}

// The last copy goes to another one between the look and the block: the payment
// fails on chain and takes nothing.
func TestPaymentFailsOnChain(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.limit(1)
	w.deploy()
	b, p, proxy := w.held()
	other := &world{T: t, bed: w.bed, client: w.client, seller: w.seller, node: w.node, path: w.path, header: w.header, home: newHome(t), payer: chain.NewKeySigner(devchain.Key(2))}
	if _, err := other.run(other.buyer(), other.intent(1), filepath.Join(t.TempDir(), "tale")); err != nil {
		t.Fatal(err)
	}
	proxy.pass(t)
	w.wantKind(b.Await(context.Background(), p), terminal.Refused, "failed on chain", "nothing was taken but gas")
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	w.refuses(w.buyer(), w.intent(1), terminal.Refused, "SoldOut")
}

// A wallet replaces the payment by another transaction of its number. Nothing is
// signed anew before that one is deep.
func TestPaymentIsReplaced(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.deploy()
	_, p, _ := w.held()
	p.Close()
	to := common.Address{9}
	if _, err := w.bed.Send(context.Background(), devchain.Key(1), &to, big.NewInt(1), nil); err != nil {
		t.Fatal(err)
	}
	w.refuses(w.buyer(), w.intent(1), terminal.Pending, "has the number 0 of the payment")
	for range 12 {
		if _, err := w.bed.Commit(); err != nil {
			t.Fatal(err)
		}
	}
	w.refuses(w.buyer(), w.intent(1), terminal.Refused, "replaced the payment")
	if _, err := w.run(w.buyer(), w.intent(1), filepath.Join(t.TempDir(), "tale")); err != nil {
		t.Fatal(err)
	}
	w.wantPayments(1)
}

// The chain has become dearer than what the payment offers: another version of
// it offers more, under the same number.
func TestPaymentIsRaised(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.deploy()
	w.payer = cheap{devchain.Key(1)}
	_, p, _ := w.held()
	p.Close()
	w.payer = chain.NewKeySigner(devchain.Key(1))
	p, err := w.run(w.buyer(), w.intent(1), filepath.Join(t.TempDir(), "tale"))
	if err != nil {
		t.Fatal(err)
	}
	w.wantPayments(1)
	if len(p.Payment.Versions) != 2 || w.payments()[0].Tx != p.Payment.Versions[1].Hash {
		t.Errorf("payment has %d versions", len(p.Payment.Versions))
	}
}

// Somebody copies the release key from the pending payment, and pays for it
// first, with a proof that proves nothing: he paid for the victim.
func TestCopierOfAKeyPaysForItsOwner(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.deploy()
	b, p, _ := w.held()
	offer := w.header.Offer(1)
	call := bindings.NewEscrow().PackBuy(p.Product, p.Tier, p.B.Words(), big.NewInt(1), big.NewInt(2), offer.Hash(), offer.Price.ToBig(), devchain.Address(7), nil)
	if _, err := w.bed.Send(context.Background(), devchain.Key(7), &testbed.Contracts.Escrow, offer.Price.ToBig(), call); err != nil {
		t.Fatal(err)
	}
	if err := b.Await(context.Background(), p); err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "tale")
	if err := w.open(w.path, p, dir); err != nil {
		t.Fatal(err)
	}
	w.wantFiles(dir, tale)
	w.wantPayments(1)
}

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
