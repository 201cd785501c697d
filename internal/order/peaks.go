package order

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// Peaks are an account's log of orders, a Merkle mountain range: peaks[h] is
// the newest node of height h that stood at the edge of the log. A peak is
// overwritten, never cleared, so that a path of length h to peaks[h] stays good
// until the next node of that height is complete.
//
//	node of height 0 = an order's hash; a higher one = keccak(left ‖ right), 64 bytes
type Peaks []common.Hash

// Append returns the peaks after order was logged as number index, counted from
// 0. The given peaks are not changed.
func (p Peaks) Append(index uint32, order common.Hash) Peaks {
	h, node := 0, order
	for ; index>>h&1 == 1; h++ {
		node = parent(p.at(h), node)
	}
	next := append(Peaks{}, p...)
	for len(next) <= h {
		next = append(next, common.Hash{})
	}
	next[h] = node
	return next
}

// Path returns the proof of the order logged as number index: before are the
// peaks as they were just before it, later the orders logged after it, in
// order, as many as are known. It leads to the highest node that they complete.
func Path(before Peaks, index uint32, later []common.Hash) []common.Hash {
	var path []common.Hash
	for h := 0; ; h++ {
		if index>>h&1 == 1 {
			path = append(path, before.at(h))
			continue
		}
		right := 1 << h
		// The leaves after index that its own node of height h already covers.
		covered := right - 1 - int(index&uint32(right-1))
		if len(later) < covered+right {
			return path
		}
		path = append(path, root(later[covered:covered+right]))
	}
}

// Check returns an error unless path leads from the order to the peak of its
// height.
func (p Peaks) Check(index uint32, order common.Hash, path []common.Hash) error {
	node := order
	for h, sibling := range path {
		if index>>h&1 == 1 {
			node = parent(sibling, node)
		} else {
			node = parent(node, sibling)
		}
	}
	// A peak that was never written is zero, and no order's.
	if got := p.at(len(path)); got != node || got == (common.Hash{}) || len(path) > 32 {
		return fmt.Errorf("path of length %d of order %s leads to %s, the log has %s", len(path), order, node, got)
	}
	return nil
}

func (p Peaks) at(h int) common.Hash {
	if h < len(p) {
		return p[h]
	}
	return common.Hash{}
}

func root(nodes []common.Hash) common.Hash {
	for len(nodes) > 1 {
		next := make([]common.Hash, len(nodes)/2)
		for i := range next {
			next[i] = parent(nodes[2*i], nodes[2*i+1])
		}
		nodes = next
	}
	return nodes[0]
}

func parent(left, right common.Hash) common.Hash {
	return crypto.Keccak256Hash(left[:], right[:])
}
