package main

import (
	"context"
	"fmt"
	"math/bits"
)

// A log is measured at four ages: the purchases on both sides of that order.
var ages = [4]uint32{1_000, 10_000, 100_000, 1_000_000}

const (
	aroundAge = 128 // purchases on each side
	// highest is the highest node that a log of a million orders completes; its
	// order's path is the longest.
	highest = 19
)

// carry is what an order's number says of its gas: append hashes as many nodes
// as the number ends in ones, reads a peak for each, and writes one, which is a
// new slot where the number has no other digit.
type carry struct {
	ones  int
	fresh bool
}

func carryOf(index uint32) carry {
	ones := bits.TrailingZeros32(^index)
	return carry{ones, index == 1<<ones-1}
}

// measureAge measures purchases and a dispute of logs up to a million orders, on
// a chain whose genesis has the accounts as such logs leave them: the count and
// the peaks.
func (m *market) measureAge(ctx context.Context) error {
	aged, err := m.age(ctx)
	if err != nil {
		return err
	}
	defer aged.Close()
	samples := make(map[carry][]uint64) // gas of the purchases of a kind
	for _, s := range aged.spots {
		gas, orders, err := aged.sellAt(ctx, s)
		if err != nil {
			return fmt.Errorf("at order %d: %w", s.count, err)
		}
		for i, g := range gas {
			c := carryOf(orders[i].Leaf.Index)
			samples[c] = append(samples[c], g)
		}
		if s.n == 2*aroundAge {
			age := s.count + aroundAge
			note := fmt.Sprintf("mean of %d purchases around order %d; purchases 101 to 200, same run", s.n, age)
			m.row("buy-at-"+power(age), mean(gas), m.buyGas, note)
		}
		if s.count == 1<<highest-1 {
			gas, err := aged.dispute(ctx, s.terms, orders, 0, s.peaks)
			if err != nil {
				return fmt.Errorf("dispute of order %d: %w", s.count, err)
			}
			note := fmt.Sprintf("the longest path of a million orders, %d nodes; mean of a young log's, same run", highest)
			m.row("dispute-at-1e6", gas, m.disputeGas, note)
		}
	}
	return m.countDecades(samples)
}

// countDecades adds the mean of every purchase of a decade of orders: how often
// each carry occurs is counted, what it costs was measured.
func (m *market) countDecades(samples map[carry][]uint64) error {
	costs := make(map[carry]uint64)
	for c, gas := range samples {
		costs[c] = mean(gas)
	}
	var sum, nodes, fresh, first uint64
	decade := 0
	for index := range ages[3] {
		c := carryOf(index)
		cost, ok := costs[c]
		if !ok {
			return fmt.Errorf("no purchase like order %d was measured", index)
		}
		sum, nodes = sum+cost, nodes+uint64(c.ones)
		if c.fresh {
			fresh++
		}
		if index+1 < ages[decade] {
			continue
		}
		n := uint64(ages[decade]) - first
		note := fmt.Sprintf("mean of orders %d to %d, whose appends hash %.3f nodes, write one peak each and %d new ones in all: counted, times measured gas; purchases 101 to 200, same run",
			first, index, float64(nodes)/float64(n), fresh)
		m.row("buy-mean-"+power(ages[decade]), sum/n, m.buyGas, note)
		sum, nodes, fresh, first, decade = 0, 0, 0, uint64(ages[decade]), decade+1
	}
	return nil
}

func power(n uint32) string { return fmt.Sprintf("1e%d", len(fmt.Sprint(n))-1) }
