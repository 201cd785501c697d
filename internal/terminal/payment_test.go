package terminal_test

import (
	"context"
	"errors"
	"math/big"
	"path/filepath"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
)

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
