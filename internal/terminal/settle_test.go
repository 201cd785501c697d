package terminal_test

import (
	"context"
	"math/big"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
)

// paid buys the text while no node releases it, and returns the purchase.
func (w *world) paid() (*terminal.Buyer, *terminal.Purchase) {
	w.Helper()
	in := w.intent(1)
	in.Anyway = true
	b := w.buyer()
	b.Nodes = nil
	p, err := b.Buy(context.Background(), in)
	if err != nil {
		w.Fatal(err)
	}
	w.wantKind(b.Await(context.Background(), p), terminal.Pending)
	if p.Order == nil {
		w.Fatal("no order was seen")
	}
	return b, p
}

// dispute demands an answer on chain. An order that is the first of its account
// is its own path.
func (w *world) dispute(c order.Confirmed) {
	w.Helper()
	z := c.Witness
	call := bindings.NewEscrow().PackDispute(dispute.Leaf(c.Leaf), nil, new(big.Int).SetBytes(z[:32]), new(big.Int).SetBytes(z[32:]))
	if _, err := w.bed.Send(context.Background(), devchain.Key(3), &testbed.Contracts.Escrow, big.NewInt(1e17), call); err != nil {
		w.Fatal(err)
	}
}

// The chain is a delivery channel of its own: an answer to a dispute opens the
// product where no node can be reached.
func TestAnswerOnChainOpens(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.deploy()
	b, p := w.paid()
	c := w.payments()[0]
	w.dispute(c)
	U, err := w.node.combine(c, "")
	if err != nil {
		t.Fatal(err)
	}
	answer := bindings.NewEscrow().PackAnswer(dispute.Leaf(c.Leaf), w.seller.group.P.Words(), w.seller.group.Q.Words(), U.Words())
	if _, err := w.bed.Send(context.Background(), devchain.Key(4), &testbed.Contracts.Escrow, nil, answer); err != nil {
		t.Fatal(err)
	}
	p.Close()
	silentNode := startNode(t, w.bed, w.seller)
	silentNode.fault = only("/v1/releases", silent)
	b.Nodes = []nodeapi.Client{silentNode.Client}
	dir := filepath.Join(t.TempDir(), "tale")
	p, err = w.run(b, w.intent(1), dir)
	if err != nil {
		t.Fatal(err)
	}
	if p.Source != "chain" {
		t.Errorf("release came from %q", p.Source)
	}
	w.wantFiles(dir, tale)
	w.wantPayments(1)
}

// No answer, and the money comes back: buying again takes another key, since one
// key must not be paid for twice.
func TestRefundedIsBoughtAgainUnderAnotherKey(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.deploy()
	b, p := w.paid()
	c := w.payments()[0]
	w.dispute(c)
	if err := w.bed.AdjustTime(25 * time.Hour); err != nil {
		t.Fatal(err)
	}
	refund := bindings.NewEscrow().PackRefund(dispute.Leaf(c.Leaf))
	if _, err := w.bed.Send(context.Background(), devchain.Key(3), &testbed.Contracts.Escrow, nil, refund); err != nil {
		t.Fatal(err)
	}
	w.wantKind(b.Await(context.Background(), p), terminal.Refused, "went back to "+w.payer.Address().Hex())
	p.Close()
	dir := filepath.Join(t.TempDir(), "tale")
	p, err := w.run(w.buyer(), w.intent(1), dir)
	if err != nil {
		t.Fatal(err)
	}
	paid := w.payments()
	if len(paid) != 2 || paid[0].Leaf.ReleaseKey == paid[1].Leaf.ReleaseKey || p.Attempt != 1 {
		t.Errorf("attempt %d, payments are %+v", p.Attempt, paid)
	}
	w.wantFiles(dir, tale)

	// The same where all that was known is lost: the chain tells of the refund too.
	if err := os.RemoveAll(w.home.Path("orders")); err != nil {
		t.Fatal(err)
	}
	if _, err := w.run(w.buyer(), w.intent(1), filepath.Join(t.TempDir(), "tale")); err != nil {
		t.Fatal(err)
	}
	w.wantPayments(2)
}

// Any wallet can pay: the request is all that it needs.
func TestWalletPays(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.deploy()
	in := w.intent(1)
	in.Payer = nil
	b := w.buyer()
	p, err := b.Buy(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	w.wantPayments(0)
	requests := p.Requests()
	if len(requests) != 1 {
		t.Fatalf("%d requests", len(requests))
	}
	p.Close()
	// A wallet may take its time: nothing else pays meanwhile without being told to.
	w.refuses(w.buyer(), w.intent(1), terminal.Refused, "a wallet was asked to pay")
	w.pay(requests[0], devchain.Key(5))
	// Another run, with an account of its own this time, finds that payment.
	dir := filepath.Join(t.TempDir(), "tale")
	if _, err := w.run(w.buyer(), w.intent(1), dir); err != nil {
		t.Fatal(err)
	}
	w.wantPayments(1)
	w.wantFiles(dir, tale)
	if payer := w.payments()[0].Leaf.Payer; payer != devchain.Address(5) {
		t.Errorf("payer is %s", payer)
	}
}

func TestWalletPaysInATokenWhileTheTerminalWaits(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.seller.token = w.mint(10_000_000)
	w.path, w.header = w.seller.tale(t)
	in := w.intent(1)
	in.Payer = nil
	b := w.buyer()
	p, err := b.Buy(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	requests := p.Requests()
	if len(requests) != 2 {
		t.Fatalf("%d requests, want an approval and a payment", len(requests))
	}
	for _, r := range requests {
		w.pay(r, devchain.Key(1))
	}
	if err := b.Await(context.Background(), p); err != nil {
		t.Fatal(err)
	}
	w.wantPayments(1)
}

func (w *world) pay(r terminal.PaymentRequest, key keyType) {
	w.Helper()
	if _, err := w.bed.Send(context.Background(), key, &r.To, r.Value.ToBig(), r.Data); err != nil {
		w.Fatal(err)
	}
}
