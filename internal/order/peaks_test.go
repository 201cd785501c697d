package order_test

import (
	"encoding/binary"
	"flag"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"pgregory.net/rapid"

	"github.com/shrinkwrap/shrinkwrap/internal/order"
)

// The same cases are drawn each time; -rapid.seed draws others.
func init() { flag.Set("rapid.seed", "1") }

// leafHash stands for the order number i.
func leafHash(i int) common.Hash {
	return crypto.Keccak256Hash(binary.BigEndian.AppendUint64(nil, uint64(i)))
}

// naive returns the root over the 2^h orders from a, made from nothing but the
// orders.
func naive(a, h int) common.Hash {
	if h == 0 {
		return leafHash(a)
	}
	left, right := naive(a, h-1), naive(a+1<<(h-1), h-1)
	return crypto.Keccak256Hash(left[:], right[:])
}

// naivePeak returns the peak of height h of a log of n orders: the last node of
// that height that is complete and a left child, zero if there is none.
func naivePeak(n, h int) common.Hash {
	for a := n>>h - 1; a >= 0; a-- {
		if a&1 == 0 {
			return naive(a<<h, h)
		}
	}
	return common.Hash{}
}

// grow returns the peaks before each of n orders and after the last.
func grow(n int) []order.Peaks {
	peaks := []order.Peaks{nil}
	for i := range n {
		peaks = append(peaks, peaks[i].Append(uint32(i), leafHash(i)))
	}
	return peaks
}

func orders(from, to int) (hashes []common.Hash) {
	for i := from; i < to; i++ {
		hashes = append(hashes, leafHash(i))
	}
	return hashes
}

func TestPeaksAreThoseOfANaiveRange(t *testing.T) {
	const n = 70
	for count, peaks := range grow(n) {
		for h := range 8 {
			var got common.Hash
			if h < len(peaks) {
				got = peaks[h]
			}
			if want := naivePeak(count, h); got != want {
				t.Errorf("%d orders: peak %d is %s, want %s", count, h, got, want)
			}
		}
	}
}

func TestAppendLeavesTheGivenPeaksAlone(t *testing.T) {
	before := grow(7)[7]
	kept := append(order.Peaks{}, before...)
	before.Append(7, leafHash(7))
	before[:1].Append(6, leafHash(8))
	for h := range kept {
		if before[h] != kept[h] {
			t.Errorf("peak %d was overwritten", h)
		}
	}
}

func TestPathLeadsToAPeak(t *testing.T) {
	all := grow(300)
	hashes := orders(0, 300)
	rapid.Check(t, func(t *rapid.T) {
		count := rapid.IntRange(1, 300).Draw(t, "orders")
		index := rapid.IntRange(0, count-1).Draw(t, "index")
		path := order.Path(all[index], uint32(index), hashes[index+1:count])
		if err := all[count].Check(uint32(index), hashes[index], path); err != nil {
			t.Fatalf("order %d of %d: %v", index, count, err)
		}
		h := len(path)
		if a := index >> h; a&1 == 1 || (a+1)<<h > count {
			t.Fatalf("order %d of %d: path of length %d leads to no peak", index, count, h)
		}
		if above := index >> (h + 1); (above+1)<<(h+1) <= count && above&1 == 0 {
			t.Fatalf("order %d of %d: a path longer than %d was to be had", index, count, h)
		}
	})
}

// A proof of an order that is k orders old stays good for at least (k+1)/2 + 1
// further orders, whatever anyone buys: it takes one more to overwrite its
// peak, and for some orders exactly one more.
func TestPathsStayGood(t *testing.T) {
	const n = 64
	all, hashes := grow(3*n), orders(0, n)
	shortest := make(map[int]int) // by age
	for count := 1; count <= n; count++ {
		for index := range count {
			age := count - 1 - index
			path := order.Path(all[index], uint32(index), hashes[index+1:count])
			good := 0
			for all[count+good+1].Check(uint32(index), hashes[index], path) == nil {
				good++
			}
			if promised := (age+1)/2 + 1; good < promised {
				t.Fatalf("proof of order %d, %d orders old, is good for %d further orders, want %d", index, age, good, promised)
			}
			if least, ok := shortest[age]; !ok || good < least {
				shortest[age] = good
			}
		}
	}
	for _, age := range []int{0, 2, 6, 14} {
		if got, want := shortest[age], (age+1)/2+1; got != want {
			t.Errorf("proofs of orders %d old stay good for %d orders at least, the bound %d is not met", age, got, want)
		}
	}
}

func TestCheckRefuses(t *testing.T) {
	const n = 100
	peaks := grow(n)[n]
	for index := range n {
		path := order.Path(grow(index)[index], uint32(index), orders(index+1, n))
		order0 := leafHash(index)
		refuse := func(name string, index uint32, hash common.Hash, path []common.Hash) {
			t.Helper()
			if peaks.Check(index, hash, path) == nil {
				t.Errorf("order %d: %s was taken", index, name)
			}
		}
		refuse("another order", uint32(index), leafHash(n), path)
		refuse("a longer path", uint32(index), order0, append(path[:len(path):len(path)], common.Hash{}))
		if len(path) == 0 {
			continue
		}
		refuse("another index", uint32(index^1), order0, path)
		refuse("no order but a node", uint32(index>>1), crypto.Keccak256Hash(order0[:], path[0][:]), path)
		for i := range path {
			spoilt := append([]common.Hash{}, path...)
			spoilt[i][0] ^= 1
			refuse("a spoilt path", uint32(index), order0, spoilt)
		}
	}
	if (order.Peaks{}).Check(0, leafHash(0), nil) == nil {
		t.Error("an empty log holds an order")
	}
	if (order.Peaks{}).Check(0, common.Hash{}, nil) == nil {
		t.Error("an empty log holds the order zero")
	}
	if peaks.Check(0, common.Hash{}, make([]common.Hash, 20)) == nil {
		t.Error("a path beyond the highest peak was taken")
	}
	if peaks.Check(0, leafHash(0), make([]common.Hash, 33)) == nil {
		t.Error("a path of 33 was taken")
	}
}

// The number of an order has 32 bits: the last one meets every peak.
func TestLastOrder(t *testing.T) {
	full := make(order.Peaks, 32)
	for h := range full {
		full[h] = leafHash(h)
	}
	after := full.Append(1<<32-1, leafHash(99))
	if len(after) != 33 {
		t.Fatalf("%d peaks after the last order, want 33", len(after))
	}
	path := order.Path(full, 1<<32-1, nil)
	if err := after.Check(1<<32-1, leafHash(99), path); err != nil || len(path) != 32 {
		t.Errorf("path of length %d: %v", len(path), err)
	}
}
