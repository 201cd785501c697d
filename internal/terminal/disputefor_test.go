package terminal_test

import (
	"context"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
)

// The path is made from the peaks that were kept and the logs since, through an
// endpoint that shows few blocks at a time and none that are old, after many later
// orders of the account.
func TestPathThroughASmallWindow(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.newDear()
	w.buyFor(3, 0) // orders before
	for range 70 {
		if _, err := w.bed.Commit(); err != nil {
			t.Fatal(err)
		}
	}
	b, p := w.buyWithheld()
	defer p.Close()
	w.buyFor(21, 3)
	proxy := newNarrow(t, w.bed.HTTP(), 3)
	proxy.oldest = p.Since - 64
	b.Chain = proxy.dial(t)
	w.pass(13 * time.Hour)
	w.eventuallyDisputed(b, p)
	if proxy.refused.Load() == 0 {
		t.Error("the endpoint was never asked for more than it shows")
	}
}

// A purchase comes between the path and the dispute, and makes it stale: the escrow
// refuses it, and another is made.
func TestStalePathIsMadeAnew(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.newDear()
	w.buyFor(1, 0)
	b, p := w.buyWithheld()
	defer p.Close()
	proxy := newNarrow(t, w.bed.HTTP(), 1000)
	stale := 0
	proxy.before = func(method string) {
		// Between the trial of a path and that of the transaction two purchases
		// overwrite the peak of the order: its number is 1.
		if method == "eth_estimateGas" && stale < 2 {
			stale++
			w.buyFor(2, uint32(1+2*stale))
		}
	}
	b.Chain = proxy.dial(t)
	w.eventuallyDisputed(b, p)
	if stale == 0 {
		t.Error("nothing came between")
	}
}

// An endpoint that shows a false release is not believed: neither a log of another
// key nor one that is made up.
func TestFalseAnswerOnChain(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	b, p := w.withheld()
	w.pass(13 * time.Hour)
	w.eventuallyDisputed(b, p)
	w.answer(w.payments()[0])
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	proxy := newNarrow(t, w.bed.HTTP(), 1000)
	proxy.falseU.Store(true)
	b = w.buyer()
	b.Chain = proxy.dial(t)
	b.Nodes = []nodeapi.Client{{URL: "http://127.0.0.1:1"}}
	p, err := b.Buy(context.Background(), w.intent(1))
	if err != nil {
		t.Fatal(err)
	}
	err = b.Await(context.Background(), p)
	w.wantKind(err, terminal.Pending, "node 127.0.0.1:1")
	w.wantHint(err, "next: the key stands on the chain")
	if len(p.Release) != 0 || !w.wasTold("an endpoint shows a false answer, or none") {
		t.Errorf("release %x", p.Release)
	}
	proxy.falseU.Store(false)
	if err := b.Await(context.Background(), p); err != nil || p.Source != "chain" {
		t.Errorf("from %q, %v", p.Source, err)
	}
	p.Close()
}

// Anyone may dispute for another, and have it refunded: by the order's name and the
// chain alone.
func TestAnyoneDisputesForAnother(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.newDear()
	ctx := context.Background()
	w.buyFor(5, 0)
	c := w.payments()[2]
	friend := w.buyer()
	friend.Home, friend.Account = newHome(t), chain.NewKeySigner(devchain.Key(5))
	claim, err := friend.Find(ctx, c.Order, 0)
	if err != nil {
		t.Fatal(err)
	}
	if claim, err = friend.Dispute(ctx, claim); err != nil || claim.Status.By != devchain.Address(5) {
		t.Fatalf("%+v, %v", claim, err)
	}
	w.pass(25 * time.Hour)
	before := w.balance(devchain.Address(3))
	if claim, err = friend.Find(ctx, c.Order, 0); err == nil {
		claim, err = friend.Refund(ctx, claim)
	}
	if err != nil || claim.Status.State != dispute.Refunded {
		t.Fatalf("%+v, %v", claim, err)
	}
	if got := new(uint256.Int).Sub(w.balance(devchain.Address(3)), before); got.Uint64() != dearPrice {
		t.Errorf("the buyer got %s", got)
	}
	_, err = friend.Find(ctx, common.Hash{1}, 0)
	w.wantKind(err, terminal.Refused, "confirmed no order 0x01")
}

// Who paid under a key with a proof that proves nothing cannot have others dispute
// for him.
func TestNobodyDisputesWithoutProof(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.newDear()
	place := w.header.Place(w.seller.trust.Contracts, 1)
	key, err := release.NewKey(make([]byte, release.SeedSize), place, 0)
	if err != nil {
		t.Fatal(err)
	}
	offer := w.header.Terms().Offer(1)
	call := bindings.NewEscrow().PackBuy(place.Product, place.Tier, key.B.Words(), big.NewInt(1), big.NewInt(2), offer.Hash(), offer.Price.ToBig(), devchain.Address(3), nil)
	if _, err := w.bed.Send(context.Background(), devchain.Key(3), &testbed.Contracts.Escrow, offer.Price.ToBig(), call); err != nil {
		t.Fatal(err)
	}
	b := w.buyer()
	b.Account = w.payer
	c, err := b.Find(context.Background(), w.payments()[0].Order, 0)
	if err != nil {
		t.Fatal(err)
	}
	_, err = b.Dispute(context.Background(), c)
	w.wantKind(err, terminal.Refused, "a proof that proves nothing")
}
