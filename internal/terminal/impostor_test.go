package terminal_test

import (
	"context"
	"math/big"
	"path/filepath"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
)

// A stranger sells under the payee of a publisher whom the terminal knows, down
// to the title: whose signature it is decides, and the terminal says that it
// never saw this one. The money would go to the known payee; what the code
// opens, and what a name is worth, would be the stranger's.
func TestKnownPayeeWornByAStranger(t *testing.T) {
	s := newSeller(t, someEscrow)
	_, known := s.tale(t)
	signers := terminal.Signers{Home: newHome(t)}
	seen := terminal.Signer{FirstSeen: time.Unix(1_700_000_000, 0), Title: known.Content.Title, Wrap: known.ID()}
	if err := signers.Remember(known.Binding.Terms.Signer, seen); err != nil {
		t.Fatal(err)
	}

	stranger := newSeller(t, someEscrow)
	var err error
	if stranger.signer, err = crypto.ToECDSA(crypto.Keccak256([]byte("a stranger's key for tests"))); err != nil {
		t.Fatal(err)
	}
	_, worn := stranger.tale(t)
	if worn.Binding.Terms.Publisher != known.Binding.Terms.Publisher || worn.Content.Title != known.Content.Title || worn.Binding.Terms.Signer == known.Binding.Terms.Signer {
		t.Fatal("the stranger should wear the payee and the title, and sign for himself")
	}
	r := inspect(t, worn, s.trust, signers)
	if err := r.Danger(); err != nil {
		t.Fatalf("anyone may name any payee: %v", err)
	}
	if r.Known || verdict(r, "publisher") != terminal.Notice {
		t.Errorf("the stranger is taken for the publisher: known %v, verdict %q", r.Known, verdict(r, "publisher"))
	}
	if r := inspect(t, known, s.trust, signers); !r.Known {
		t.Error("the publisher is not known any more")
	}

	// With a contract of his own, which vouches for whom it pays, it is danger.
	stranger.explicit = common.HexToAddress("0x7e")
	_, worn = stranger.tale(t)
	if err := inspect(t, worn, s.trust, signers).Danger(); err == nil {
		t.Error("a contract that pays another than who signed is no danger")
	}
}

// Somebody copies a buyer's key from the pending payment and pays for it first,
// by a contract of the publisher's own that makes him another offer, with a
// committee that will never answer: the order has the buyer's place and key and
// is not his. He is told so, pays nothing himself, and takes no key for paid.
func TestCopiedKeyUnderAnotherOfferIsNotOwn(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	signed := w.header.Offer(1)
	lure := signed
	lure.Committee, lure.Price = common.HexToAddress("0x666"), uint256.NewInt(1)
	w.sellBy(w.twoFaced(signed, lure, devchain.Address(7)))
	_, p, proxy := w.held()
	call := bindings.NewEscrow().PackBuy(p.Product, p.Tier, p.B.Words(), big.NewInt(1), big.NewInt(2), lure.Hash(), lure.Price.ToBig(), devchain.Address(7), nil)
	if _, err := w.bed.Send(context.Background(), devchain.Key(7), &testbed.Contracts.Escrow, lure.Price.ToBig(), call); err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	w.wantPayments(1)
	w.refuses(w.buyer(), w.intent(1), terminal.Refused, "under other terms")

	proxy.pass(t) // his own payment was signed before that, and comes now
	w.eventually("his own payment is mined", func() bool { return len(w.payments()) == 2 })
	p, err := w.run(w.buyer(), w.intent(1), filepath.Join(t.TempDir(), "tale"))
	if err != nil {
		t.Fatal(err)
	}
	if own := w.payments()[1]; own.Leaf.Payer != w.payer.Address() || p.Order == nil || p.Order.Hash != own.Order {
		t.Errorf("the purchase's order is %+v, its payment %s", p.Order, own.Order)
	}
}

// twoFaced deploys a product that makes one payer another offer than all others.
// Behind 39 bytes of code stand the two offers, of 224 bytes each:
//
//	PUSH1 224 · PUSH20 payer · PUSH1 36 · CALLDATALOAD · EQ · PUSH1 224 · MUL · PUSH1 39 · ADD · PUSH0 · CODECOPY · PUSH1 224 · PUSH0 · RETURN
func (w *world) twoFaced(offer, toOne product.Offer, payer common.Address) common.Address {
	w.Helper()
	runtime := append([]byte{0x60, 224, 0x73}, payer[:]...)
	runtime = append(runtime, 0x60, 36, 0x35, 0x14, 0x60, 224, 0x02, 0x60, 39, 0x01, 0x5f, 0x39, 0x60, 224, 0x5f, 0xf3)
	return w.create(append(append(runtime, offerWords(offer)...), offerWords(toOne)...))
}
