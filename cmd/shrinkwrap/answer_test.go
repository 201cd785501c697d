package main

import (
	"context"
	"math/rand/v2"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
)

// answer answers every dispute on the chain.
func (b *bed) answer(ctx context.Context, seed byte) error {
	group, shares, err := threshold.InsecureDeal(2, len(nodeURLs), rand.NewChaCha8([32]byte{seed}))
	if err != nil {
		return err
	}
	disputed := make(map[common.Hash]bool)
	logs, err := b.Client().FilterLogs(ctx, ethereum.FilterQuery{
		Addresses: []common.Address{testbed.Contracts.Escrow}, Topics: [][]common.Hash{{order.ConfirmedTopic, dispute.DisputedTopic}},
	})
	if err != nil {
		return err
	}
	for _, log := range logs {
		if e, err := dispute.ParseEvent(log); err == nil {
			disputed[e.Order] = true
		}
	}
	var answers []dispute.Answer
	for _, log := range logs {
		c, err := order.ParseConfirmed(log)
		if err != nil || !disputed[c.Order] {
			continue
		}
		U, err := combine(group, shares, c)
		if err != nil {
			return err
		}
		answers = append(answers, dispute.Answer{Leaf: c.Leaf, U: U})
	}
	for _, batch := range dispute.Batches(answers) {
		if _, err := b.Send(ctx, devchain.Key(4), &testbed.Contracts.Escrow, nil, batch.Call(group.P, group.Q)); err != nil {
			return err
		}
	}
	return nil
}

func combine(group threshold.Group, shares []threshold.KeyShare, c order.Confirmed) (U bls.G1, err error) {
	place := c.Leaf.Place(testbed.ChainID, testbed.Contracts.Escrow)
	B, err := c.Leaf.Key()
	if err != nil {
		return U, err
	}
	proof, err := c.Proof()
	if err != nil {
		return U, err
	}
	var parts []threshold.Part
	for _, share := range shares[:group.Threshold] {
		part, err := release.MakeShare(share, place, B, proof)
		if err != nil {
			return U, err
		}
		parts = append(parts, part)
	}
	return release.Combine(group, place, B, parts)
}
