package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
)

const batch = 32

// measureDisputes buys 34 orders: one is disputed and answered, 32 are answered
// at once, one is refunded.
func (m *market) measureDisputes(ctx context.Context) error {
	terms := m.terms(common.Address{}, 3)
	if _, _, err := m.Deploy(ctx, terms); err != nil {
		return err
	}
	before, err := m.peaks(ctx, terms)
	if err != nil {
		return err
	}
	_, orders, err := m.sell(ctx, terms, batch+2)
	if err != nil {
		return err
	}
	var gas []uint64
	for i := range orders {
		used, err := m.dispute(ctx, terms, orders, i, before)
		if err != nil {
			return fmt.Errorf("dispute %d: %w", i, err)
		}
		gas = append(gas, used)
		before = before.Append(orders[i].Leaf.Index, orders[i].Order)
	}
	m.disputeGas = mean(gas)
	m.besidePeer("dispute", m.disputeGas, unlockRefund)
	if err := m.answer(ctx, terms, orders); err != nil {
		return err
	}
	return m.refund(ctx, orders[batch+1])
}

func (m *market) peaks(ctx context.Context, terms product.Terms) (order.Peaks, error) {
	out, err := m.Client().CallContract(ctx, call(escrow.PackPeaks(terms.Offer(1).Account())), nil)
	if err != nil {
		return nil, err
	}
	words, err := escrow.UnpackPeaks(out)
	peaks := make(order.Peaks, len(words))
	for h, word := range words {
		peaks[h] = word
	}
	return peaks, err
}

func (m *market) dispute(ctx context.Context, terms product.Terms, orders []order.Confirmed, i int, before order.Peaks) (uint64, error) {
	var later []common.Hash
	for _, o := range orders[i+1:] {
		later = append(later, o.Order)
	}
	o := orders[i]
	path := order.Path(before, o.Leaf.Index, later)
	words := make([][32]byte, len(path))
	for h, node := range path {
		words[h] = node
	}
	c, z := new(big.Int).SetBytes(o.Witness[:32]), new(big.Int).SetBytes(o.Witness[32:])
	receipt, err := m.Send(ctx, m.buyer, &testbed.Contracts.Escrow, big.NewInt(1e16), escrow.PackDispute(dispute.Leaf(o.Leaf), words, c, z))
	if err != nil {
		return 0, err
	}
	return receipt.GasUsed, nil
}

func (m *market) answer(ctx context.Context, terms product.Terms, orders []order.Confirmed) error {
	var leaves []bindings.Leaf
	var releases [][3][32]byte
	for i, o := range orders[:batch+1] {
		U, err := m.release(terms, uint32(i))
		if err != nil {
			return err
		}
		leaves, releases = append(leaves, dispute.Leaf(o.Leaf)), append(releases, U)
	}
	P, Q := m.group.P.Words(), m.group.Q.Words()
	one, err := m.Send(ctx, m.buyer, &testbed.Contracts.Escrow, nil, escrow.PackAnswer(leaves[0], P, Q, releases[0]))
	if err != nil {
		return fmt.Errorf("answer: %w", err)
	}
	m.besidePeer("answer", one.GasUsed, fdeReveal)
	many, err := m.Send(ctx, m.buyer, &testbed.Contracts.Escrow, nil, escrow.PackAnswerMany(leaves[1:], P, Q, releases[1:]))
	if err != nil {
		return fmt.Errorf("answer of %d: %w", batch, err)
	}
	m.row("answer-of-32", many.GasUsed/batch, one.GasUsed, "each of a batch of 32; answered alone")
	return nil
}

func (m *market) release(terms product.Terms, attempt uint32) (U [3][32]byte, err error) {
	key, err := m.key(terms, attempt)
	if err != nil {
		return U, err
	}
	proof, err := key.Prove(rand.Reader)
	if err != nil {
		return U, err
	}
	var parts []threshold.Part
	for _, share := range m.shares[:m.group.Threshold] {
		part, err := release.MakeShare(share, key.Place, key.B, proof)
		if err != nil {
			return U, err
		}
		parts = append(parts, part)
	}
	point, err := release.Combine(m.group, key.Place, key.B, parts)
	if err != nil {
		return U, err
	}
	return point.Words(), nil
}

func (m *market) refund(ctx context.Context, o order.Confirmed) error {
	if err := m.AdjustTime(2 * window); err != nil {
		return err
	}
	receipt, err := m.Send(ctx, m.buyer, &testbed.Contracts.Escrow, nil, escrow.PackRefund(dispute.Leaf(o.Leaf)))
	if err != nil {
		return fmt.Errorf("refund: %w", err)
	}
	m.besidePeer("refund", receipt.GasUsed, unlockRefund)
	return nil
}
