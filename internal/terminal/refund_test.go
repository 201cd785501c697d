package terminal_test

import (
	"context"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
)

// An account that cannot receive coin, since it runs a contract that refuses it
// (EIP-7702), is owed its refund, and has it paid to another address.
func TestRefundThatCannotBeDelivered(t *testing.T) {
	refuser, owner := common.HexToAddress("0xbad"), devchain.Address(5)
	w := newWorld(t, devchain.Options{Alloc: types.GenesisAlloc{
		refuser: {Code: []byte{0x5f, 0x5f, 0xfd}, Balance: new(big.Int)}, // PUSH0 PUSH0 REVERT
		owner:   {Code: types.AddressToDelegation(refuser), Balance: big.NewInt(1e18)},
	}})
	w.newDear()
	w.node.late.Store(1 << 40)
	in := w.intent(1)
	in.RefundTo = owner
	b := w.buyer()
	p, err := b.Buy(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	w.awaitPayment()
	w.eventually("the order", func() bool {
		_, err := b.Look(context.Background(), p)
		return err == nil
	})
	b.Account = chain.NewKeySigner(devchain.Key(5))
	_, _, err = b.Claim(context.Background(), testbed.ChainID, common.Address{}, common.Address{7})
	w.wantKind(err, terminal.Refused, "nothing of "+owner.Hex()+" waits to be claimed")
	b.Account = w.payer
	w.refundOf(b, p)
	waiting, err := b.Undelivered(context.Background(), common.Address{}, owner)
	if err != nil || waiting.Uint64() != dearPrice {
		t.Fatalf("%s waits, %v", waiting, err)
	}
	b.Account = chain.NewKeySigner(devchain.Key(5))
	to := common.HexToAddress("0x700000000000000000000000000000000000cafe")
	amount, tx, err := b.Claim(context.Background(), testbed.ChainID, common.Address{}, to)
	if err != nil || amount.Uint64() != dearPrice || w.balance(to).Uint64() != dearPrice {
		t.Errorf("claimed %s in %s, %v; %s arrived", amount, tx, err, w.balance(to))
	}
	_, _, err = b.Claim(context.Background(), testbed.ChainID, common.Address{}, to)
	w.wantKind(err, terminal.Refused, "waits to be claimed")
}

// refundOf disputes a purchase, lets the answer's time pass, and has it refunded.
func (w *world) refundOf(b *terminal.Buyer, p *terminal.Purchase) {
	w.Helper()
	w.disputeOf(b, p)
	w.pass(24*time.Hour + time.Minute)
	c, err := b.Look(context.Background(), p)
	if err == nil {
		c, err = b.Refund(context.Background(), c)
	}
	if err != nil || c.Status.State != dispute.Refunded {
		w.Fatalf("%v, %v", c, err)
	}
}

// What was paid in a token goes back in it, and the bond in coin. A token's price is
// compared with no gas: it is disputed by itself however small it is.
func TestTokenIsRefunded(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.seller.token = w.mint(10_000_000)
	w.path, w.header = w.seller.tale(t)
	w.deploy()
	b, p := w.buyWithheld()
	defer p.Close()
	before := w.tokens()
	w.pass(13 * time.Hour)
	done := make(chan error, 1)
	go func() { done <- b.Await(context.Background(), p) }()
	w.eventually("the dispute", func() bool { return w.wasTold("disputed: the key comes on chain by ") })
	w.pass(24*time.Hour + time.Minute)
	w.wantKind(<-done, terminal.Refused, "went back to "+w.payer.Address().Hex(), "and the bond of 0.00")
	if got := new(uint256.Int).Sub(w.tokens(), before); got.Uint64() != 2_000_000 {
		t.Errorf("%s base units came back", got)
	}
}

// tokens is what the payer has of the token.
func (w *world) tokens() *uint256.Int {
	w.Helper()
	token := bindings.NewTestToken()
	output, err := w.client.Call(context.Background(), w.seller.token, token.PackBalanceOf(w.payer.Address()))
	if err != nil {
		w.Fatal(err)
	}
	balance, err := token.UnpackBalanceOf(output)
	if err != nil {
		w.Fatal(err)
	}
	amount, _ := uint256.FromBig(balance)
	return amount
}
