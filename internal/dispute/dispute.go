// Package dispute is how an order that was paid and not released ends: its
// money goes back, or the release comes as an answer on chain.
//
// [Windows] say until when each step may be taken, [Status] how far an order
// has come, [Opened] and [Answered] are the escrow's events. [Call], [RefundCall]
// and the other calls are what a transaction has to carry, [Prover] makes the
// proof by which the escrow knows an order again, and [Batches] puts answers
// into as few transactions as a block takes.
package dispute

import (
	"math/big"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
)

// Call returns the call by which anyone disputes an order while its money is
// pending. It has to carry the escrow's bond, see [Bond]: what is above it comes
// back.
func Call(l order.Leaf, path []common.Hash, proof bls.Proof) []byte {
	c, z := proof.C.Bytes(), proof.Z.Bytes()
	return bindings.NewEscrow().PackDispute(Leaf(l), words(path), new(big.Int).SetBytes(c[:]), new(big.Int).SetBytes(z[:]))
}

// RefundCall returns the call by which anyone has a disputed order paid back whose
// answer did not come.
func RefundCall(l order.Leaf) []byte { return bindings.NewEscrow().PackRefund(Leaf(l)) }

// RefundByPublisherCall returns the call by which the publisher pays a pending order
// back, disputed or not.
func RefundByPublisherCall(l order.Leaf, path []common.Hash) []byte {
	return bindings.NewEscrow().PackRefundByPublisher(Leaf(l), words(path))
}

// ClaimCall returns the call by which the sender has money sent to another address
// that could not be delivered to his own. A zero token is coin.
func ClaimCall(token, to common.Address) []byte { return bindings.NewEscrow().PackClaimTo(token, to) }

func words(path []common.Hash) [][32]byte {
	all := make([][32]byte, len(path))
	for i, node := range path {
		all[i] = node
	}
	return all
}

// Leaf returns a leaf as the bindings take it.
func Leaf(l order.Leaf) bindings.Leaf {
	return bindings.Leaf{
		Product: l.Product, Tier: l.Tier, Index: l.Index, Time: new(big.Int).SetUint64(l.Time), Payer: l.Payer,
		RefundTo: l.RefundTo, Publisher: l.Publisher, Token: l.Token, Committee: l.Committee, FeeBps: l.FeeBps,
		Confirmations: l.Confirmations, GroupKey: l.GroupKey, Amount: l.Amount.ToBig(), ReleaseKey: l.ReleaseKey,
	}
}
