package main

import (
	"context"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
)

const window = 24 * time.Hour

var (
	escrow = bindings.NewEscrow()
	naive  = bindings.NewNaiveEscrow()
)

// naiveMarket is the escrow that one would write first, with its last purchase.
type naiveMarket struct {
	address common.Address
	key     [3][32]byte
	time    uint64
}

func (m *market) openNaive(ctx context.Context) (err error) {
	if m.naive.address, err = m.Create(ctx, common.FromHex(bindings.NaiveEscrowMetaData.Bin), nil); err != nil {
		return err
	}
	approve := bindings.NewTestToken().PackApprove(m.naive.address, testbed.Unlimited)
	_, err = m.Send(ctx, m.buyer, &m.token, nil, approve)
	return err
}

// sellNaive returns the mean gas of purchases 101 to 200.
func (m *market) sellNaive(ctx context.Context, token common.Address) (uint64, error) {
	var gas []uint64
	terms := m.terms(token, 1)
	for i := range purchases {
		key, err := m.key(terms, uint32(i))
		if err != nil {
			return 0, err
		}
		c, z := big.NewInt(0).Lsh(big.NewInt(1), 250), big.NewInt(0).Lsh(big.NewInt(1), 251)
		call, value := naive.PackBuy(devchain.Address(1), key.B.Words(), c, z), big.NewInt(2000)
		if token != (common.Address{}) {
			call, value = naive.PackBuyWithToken(devchain.Address(1), token, value, key.B.Words(), c, z), nil
		}
		receipt, err := m.Send(ctx, m.buyer, &m.naive.address, value, call)
		if err != nil {
			return 0, fmt.Errorf("naive purchase %d: %w", i+1, err)
		}
		gas = append(gas, receipt.GasUsed)
		if token == (common.Address{}) {
			header, err := m.Client().HeaderByHash(ctx, receipt.BlockHash)
			if err != nil {
				return 0, err
			}
			m.naive.key, m.naive.time = key.B.Words(), header.Time
		}
	}
	return mean(gas[settled:]), nil
}

func (m *market) withdrawNaive(ctx context.Context) (uint64, error) {
	call := naive.PackWithdraw(devchain.Address(1), common.Address{}, m.naive.key, new(big.Int).SetUint64(m.naive.time))
	receipt, err := m.Send(ctx, m.buyer, &m.naive.address, nil, call)
	if err != nil {
		return 0, fmt.Errorf("naive withdrawal: %w", err)
	}
	return receipt.GasUsed, nil
}
