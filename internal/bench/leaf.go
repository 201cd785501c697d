package main

import (
	"math/big"

	"github.com/ethereum/go-ethereum"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
)

// leaf is an order's leaf as the bindings take it.
func leaf(o order.Confirmed) bindings.Leaf {
	l := o.Leaf
	return bindings.Leaf{
		Product: l.Product, Tier: l.Tier, Index: l.Index, Time: new(big.Int).SetUint64(l.Time), Payer: l.Payer,
		RefundTo: l.RefundTo, Publisher: l.Publisher, Token: l.Token, Committee: l.Committee, FeeBps: l.FeeBps,
		Confirmations: l.Confirmations, GroupKey: l.GroupKey, Amount: l.Amount.ToBig(), ReleaseKey: l.ReleaseKey,
	}
}

func call(data []byte) ethereum.CallMsg {
	return ethereum.CallMsg{To: &testbed.Contracts.Escrow, Data: data}
}
