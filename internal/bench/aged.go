package main

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"math/bits"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
)

// A spot is an account of a publisher of its own whose log has a length already.
type spot struct {
	terms product.Terms
	count uint32
	peaks order.Peaks
	n     int // purchases to make
}

// agedMarket is a market on a chain where logs are long.
type agedMarket struct {
	market
	spots []spot
}

// age starts it with the code of this market's contracts.
func (m *market) age(ctx context.Context) (aged *agedMarket, err error) {
	aged = &agedMarket{market: market{rules: m.rules, buyer: m.buyer, group: m.group, shares: m.shares}}
	aged.place()
	alloc := types.GenesisAlloc{}
	for _, address := range []common.Address{bindings.EscrowAddress, bindings.RouterAddress, bindings.FactoryAddress, bindings.TemplateAddress} {
		code, err := m.Client().CodeAt(ctx, address, nil)
		if err != nil {
			return nil, err
		}
		alloc[address] = types.Account{Code: code, Nonce: 1, Balance: new(big.Int)}
	}
	head, err := m.Client().HeaderByNumber(ctx, nil)
	if err != nil {
		return nil, err
	}
	escrow := alloc[bindings.EscrowAddress]
	escrow.Storage = aged.storage(head.Time / uint64(window.Seconds()))
	alloc[bindings.EscrowAddress] = escrow
	if aged.Bed, err = testbed.New(ctx, devchain.Options{Rules: m.rules, Alloc: alloc}); err != nil {
		return nil, err
	}
	return aged, nil
}

// place puts a spot before each age, and one before each carry of a log of a
// million orders: the first of its height, which makes a peak, and a later one.
func (m *agedMarket) place() {
	for _, age := range ages {
		m.add(age-aroundAge, 2*aroundAge)
	}
	for ones := range highest + 1 {
		m.add(1<<ones-1, 1)
		m.add(3<<ones-1, 1)
	}
}

func (m *agedMarket) add(count uint32, n int) {
	terms := m.terms(common.Address{}, 4)
	terms.Publisher = common.BigToAddress(big.NewInt(int64(1e9) + int64(len(m.spots))))
	m.spots = append(m.spots, spot{terms, count, peaksOf(count), n})
}

// peaksOf are those of a log of so many orders: any words that are not zero,
// where such a log has a peak. Gas does not depend on which.
func peaksOf(count uint32) (peaks order.Peaks) {
	for h := range bits.Len32(count) {
		peaks = append(peaks, crypto.Keccak256Hash([]byte{byte(h)}))
	}
	return peaks
}

// storage is the escrow's: at keccak(account ‖ 0) the word of what is pending,
//
//	previous(96) ‖ current(96) ‖ count(32) ‖ epoch(32), from the highest bit
//
// then the balance, then the peaks.
func (m *agedMarket) storage(epoch uint64) map[common.Hash]common.Hash {
	slots := make(map[common.Hash]common.Hash)
	for _, s := range m.spots {
		if s.count == 0 {
			continue // an account that nobody paid into
		}
		account := s.terms.Offer(1).Account()
		first := new(big.Int).SetBytes(crypto.Keccak256(account[:], make([]byte, 32)))
		slot := func(i int64) common.Hash { return common.BigToHash(new(big.Int).Add(first, big.NewInt(i))) }
		slots[slot(0)] = common.BigToHash(new(big.Int).SetUint64(uint64(s.count)<<32 | epoch))
		for h, peak := range s.peaks {
			slots[slot(2+int64(h))] = peak
		}
	}
	return slots
}

// sellAt deploys a spot's product and sells it, and sees to it that the orders
// have the numbers that follow.
func (m *agedMarket) sellAt(ctx context.Context, s spot) ([]uint64, []order.Confirmed, error) {
	if _, _, err := m.Deploy(ctx, s.terms); err != nil {
		return nil, nil, err
	}
	peaks, err := m.peaks(ctx, s.terms)
	if err != nil {
		return nil, nil, err
	}
	if !slices.Equal(peaks[:len(s.peaks)], s.peaks) {
		return nil, nil, errors.New("the account has other peaks than the genesis gave it")
	}
	gas, orders, err := m.sell(ctx, s.terms, s.n)
	if err != nil {
		return nil, nil, err
	}
	for i, o := range orders {
		if o.Leaf.Index != s.count+uint32(i) {
			return nil, nil, fmt.Errorf("purchase %d is order %d, want %d", i+1, o.Leaf.Index, s.count+uint32(i))
		}
	}
	return gas, orders, nil
}
