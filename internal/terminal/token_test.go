package terminal_test

import (
	"context"
	"math/big"
	"path/filepath"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
)

// allowance is what the escrow may still take of the payer's tokens.
func (w *world) allowance() uint64 {
	w.Helper()
	call := crypto.Keccak256([]byte("allowance(address,address)"))[:4]
	for _, a := range []common.Address{w.payer.Address(), testbed.Contracts.Escrow} {
		call = append(call, common.LeftPadBytes(a[:], 32)...)
	}
	answer, err := w.bed.Client().CallContract(context.Background(), ethereum.CallMsg{To: &w.seller.token, Data: call}, nil)
	if err != nil {
		w.Fatal(err)
	}
	return new(big.Int).SetBytes(answer).Uint64()
}

// The escrow is allowed to take exactly the price, people are told, and nothing
// of the allowance is left.
func TestTokenIsApprovedToTheUnit(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.seller.token = w.mint(10_000_000)
	w.path, w.header = w.seller.tale(t)
	w.deploy()
	p, err := w.run(w.buyer(), w.intent(1), filepath.Join(t.TempDir(), "tale"))
	if err != nil {
		t.Fatal(err)
	}
	w.wantPayments(1)
	if paid := w.payments()[0]; paid.Leaf.Token != w.seller.token || paid.Leaf.Amount.Uint64() != 2_000_000 {
		t.Errorf("order is %+v", paid.Leaf)
	}
	if p.Approval == nil || w.allowance() != 0 || !w.wasTold("to take 2000000 base units of") {
		t.Errorf("allowance left is %d, told was %q", w.allowance(), w.told)
	}

	// A free sample takes none.
	w.told = nil
	if p, err = w.run(w.buyer(), w.intent(0), filepath.Join(t.TempDir(), "sample")); err != nil {
		t.Fatal(err)
	}
	if p.Approval != nil || w.wasTold("allowing") {
		t.Errorf("a free sample is approved: %q", w.told)
	}
}

// An allowance that is there is used, and not made greater.
func TestTokenIsAllowedBefore(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.seller.token = w.mint(10_000_000)
	w.path, w.header = w.seller.tale(t)
	w.deploy()
	call := append(crypto.Keccak256([]byte("approve(address,uint256)"))[:4], common.LeftPadBytes(testbed.Contracts.Escrow[:], 32)...)
	call = append(call, common.LeftPadBytes(big.NewInt(3_000_000).Bytes(), 32)...)
	if _, err := w.bed.Send(context.Background(), devchain.Key(1), &w.seller.token, nil, call); err != nil {
		t.Fatal(err)
	}
	p, err := w.run(w.buyer(), w.intent(1), filepath.Join(t.TempDir(), "tale"))
	if err != nil {
		t.Fatal(err)
	}
	if p.Approval != nil || w.allowance() != 1_000_000 {
		t.Errorf("allowance left is %d", w.allowance())
	}
}

// Who has not enough of the token is told how much is missing, before anything is
// approved.
func TestTokenIsMissing(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.seller.token = w.mint(10_000_000)
	w.path, w.header = w.seller.tale(t)
	w.deploy()
	w.payer = chain.NewKeySigner(devchain.Key(8)) // has coin
	w.refuses(w.buyer(), w.intent(1), terminal.Refused, "not enough money: the account has 0 base units of", "2000000 base units of", "is missing")
	if w.allowance() != 0 {
		t.Error("something was approved")
	}
}

// A token that is no contract is no money.
func TestTokenIsNoContract(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.seller.token = common.HexToAddress("0xcc")
	w.path, w.header = w.seller.tale(t)
	w.deploy()
	w.refuses(w.buyer(), w.intent(1), terminal.Refused, "does not answer as a token")
}
