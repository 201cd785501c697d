package terminal_test

import (
	"context"
	"errors"
	"math/big"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
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
// fails on chain and takes nothing. Nothing is signed anew before the failure is
// deep, since without the other's block it would have paid.
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
	w.refuses(w.buyer(), w.intent(1), terminal.Refused, "failed on chain", "nothing was taken but gas")
	for range 12 {
		if _, err := w.bed.Commit(); err != nil {
			t.Fatal(err)
		}
	}
	w.refuses(w.buyer(), w.intent(1), terminal.Refused, "failed on chain", "for good")
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

// thrifty signs the first version at a price that no block takes.
type thrifty struct {
	chain.Signer
	signed int
}

func (s *thrifty) SignTx(tx *types.Transaction, chainID *big.Int) (*types.Transaction, error) {
	if s.signed++; s.signed == 1 {
		return cheap{devchain.Key(1)}.SignTx(tx, chainID)
	}
	return s.Signer.SignTx(tx, chainID)
}

// forgetful signs the first version at a price that no block takes, and no other.
type forgetful struct {
	thrifty
	refused int
}

func (s *forgetful) SignTx(tx *types.Transaction, chainID *big.Int) (*types.Transaction, error) {
	if s.signed > 0 {
		s.refused++
		return nil, errors.New("no password was given")
	}
	return s.thrifty.SignTx(tx, chainID)
}

// The chain has become dearer while the terminal waits, and nobody is there to
// sign a higher fee: that is said once, and the wait goes on, for the chain may
// become cheaper, or a wallet replace the payment.
func TestHigherFeeIsNotSigned(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.deploy()
	signer := &forgetful{thrifty: thrifty{Signer: chain.NewKeySigner(devchain.Key(1))}}
	w.payer = signer
	b, p, proxy := w.held()
	proxy.hold.Store(false)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	sent := 0
	done := make(chan error)
	go func() { done <- b.Await(ctx, p) }()
	for range 40 {
		select {
		case err := <-done:
			t.Fatalf("the wait ended: %v", err)
		case <-time.After(20 * time.Millisecond):
			if _, err := w.bed.Commit(); err != nil {
				t.Fatal(err)
			}
		}
		if sent = sends(proxy); w.wasTold("was not signed") && sent >= 2 {
			break
		}
	}
	cancel()
	if err := errors.Join(<-done, p.Close()); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if signer.refused != 1 || len(p.Payment.Versions) != 1 || sent < 2 {
		t.Errorf("asked for a signature %d times, %d versions, the old one was sent %d times while waiting", signer.refused, len(p.Payment.Versions), sent)
	}
	if !w.wasTold("no password was given") {
		t.Error("nothing was said of it")
	}
}

// sends counts transactions that a proxy passed on.
func sends(p *testProxy) (n int) {
	for _, method := range *p.methods.Load() {
		if method == "eth_sendRawTransaction" {
			n++
		}
	}
	return n
}

// The chain has become dearer while the terminal waits: it offers more by
// itself.
func TestPaymentIsRaisedWhileWaiting(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.deploy()
	w.payer = &thrifty{Signer: chain.NewKeySigner(devchain.Key(1))}
	b, p, proxy := w.held()
	proxy.hold.Store(false)
	if err := w.await(b, p); err != nil {
		t.Fatal(err)
	}
	w.wantPayments(1)
	if len(p.Payment.Versions) != 2 || w.payments()[0].Tx != p.Payment.Versions[1].Hash {
		t.Errorf("payment has %d versions", len(p.Payment.Versions))
	}
	if !w.wasTold("the chain has become dearer") {
		t.Error("nothing was said of it")
	}
}
