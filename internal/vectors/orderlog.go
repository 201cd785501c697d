package vectors

import (
	"encoding/binary"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/shrinkwrap/shrinkwrap/internal/order"
)

// logged is the order number i of the logs here.
func logged(i int) common.Hash {
	return crypto.Keccak256Hash(binary.BigEndian.AppendUint32([]byte("order"), uint32(i)))
}

func loggedFrom(from, to int) (orders []common.Hash) {
	for i := from; i < to; i++ {
		orders = append(orders, logged(i))
	}
	return orders
}

// peaksOf returns the peaks of a log of n orders.
func peaksOf(n int) (p order.Peaks) {
	for i := range n {
		p = p.Append(uint32(i), logged(i))
	}
	return p
}

func hexHashes(hashes []common.Hash) []string {
	list := []string{}
	for _, h := range hashes {
		list = append(list, hexed(h[:]))
	}
	return list
}

// peaks are logs as they grow from nothing. A peak is overwritten, never
// cleared.
//
//	in   orders
//	out  peaks, from height 0 on
func peaks(b *Builder) {
	for _, n := range []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17} {
		b.ok(fmt.Sprintf("%02d_orders", n), "peaks[h] is the newest node of height h that stood at the edge", fields{"orders": hexHashes(loggedFrom(0, n))}, fields{"peaks": hexHashes(peaksOf(n))})
	}
}

// paths are proofs as buyers make them: from the peaks before their order, and
// the orders after it.
//
//	in   before (peaks), index, later (orders)
//	out  path, from the bottom up
func paths(b *Builder) {
	for _, c := range []struct {
		index, count int
	}{{0, 1}, {0, 2}, {0, 8}, {0, 15}, {1, 2}, {1, 3}, {5, 6}, {5, 8}, {6, 7}, {6, 8}, {7, 8}, {7, 16}, {12, 16}, {100, 101}, {100, 130}} {
		path := order.Path(peaksOf(c.index), uint32(c.index), loggedFrom(c.index+1, c.count))
		b.ok(fmt.Sprintf("order_%03d_of_%03d", c.index, c.count), "to the highest peak that the known orders complete",
			fields{"before": hexHashes(peaksOf(c.index)), "index": c.index, "later": hexHashes(loggedFrom(c.index+1, c.count))}, fields{"path": hexHashes(path)})
	}
}

// orderLogs are proofs as an escrow checks them.
//
//	in   peaks, index, order, path
func orderLogs(b *Builder) {
	in := func(count, index int, hash common.Hash, path []common.Hash) fields {
		return fields{"peaks": hexHashes(peaksOf(count)), "index": index, "order": hexed(hash[:]), "path": hexHashes(path)}
	}
	path := func(index, count int) []common.Hash {
		return order.Path(peaksOf(index), uint32(index), loggedFrom(index+1, count))
	}
	b.ok("path_fresh", "the newest order, made at once", in(6, 5, logged(5), path(5, 6)), nil)
	b.ok("path_empty", "a path of no siblings, to peaks[0]", in(7, 6, logged(6), nil), nil)
	b.ok("path_old", "made when its order was 3 orders old, and good 3 orders later: a peak is never cleared", in(11, 4, logged(4), path(4, 8)), nil)
	b.ok("path_to_uncounted_peak", "to a peak whose bit of the count is not set", in(8, 6, logged(6), path(6, 7)), nil)
	b.ok("path_lower_peak", "a shorter path than could be made", in(16, 12, logged(12), path(12, 14)), nil)
	b.fails(Verify, "path_stale", "its peak was overwritten by the next node of that height", in(9, 6, logged(6), path(6, 7)))
	b.fails(Verify, "other_order", "an order that was never logged", in(8, 5, logged(99), path(5, 8)))
	b.fails(Verify, "other_index", "the right order under another number", in(8, 4, logged(5), path(5, 8)))
	long := append(path(5, 8), common.Hash{})
	b.fails(Verify, "path_too_long", "to a peak that does not exist", in(8, 5, logged(5), long))
	b.fails(Verify, "path_of_33", "numbers have 32 bits", in(8, 5, logged(5), make([]common.Hash, 33)))
	spoilt := path(5, 8)
	spoilt[1][0] ^= 1
	b.fails(Verify, "path_spoilt", "one sibling is another", in(8, 5, logged(5), spoilt))
	left, right := logged(4), logged(5)
	node := crypto.Keccak256Hash(left[:], right[:])
	b.fails(Verify, "inner_node", "an inner node for an order", in(8, 5, node, path(5, 8)[1:]))
	b.fails(Verify, "empty_log", "nothing was logged", in(0, 0, logged(0), nil))
}
