package order_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/soltest"
)

// ways are what may be shown instead of an order, its number and its path. Each
// takes a true claim and a number that chooses where to spoil it.
var ways = []func(c *claim, at uint32){
	func(*claim, uint32) {},
	func(c *claim, at uint32) { c.path = without(c.path, int(at%32)) },
	func(c *claim, _ uint32) { c.path = c.path[:max(0, len(c.path)-1)] },
	func(c *claim, _ uint32) { c.path = append(c.path, common.Hash{}) },
	func(c *claim, at uint32) { c.path = append(c.path, leafHash(int(at))) },
	func(c *claim, at uint32) { c.path = append(c.path, make([]common.Hash, 28+at%8)...) },
	func(c *claim, at uint32) { c.path = make([]common.Hash, at%40) },
	func(c *claim, at uint32) { c.index = at },
	func(c *claim, at uint32) { c.index ^= 1 << (at % 32) },
	func(c *claim, at uint32) { c.order = leafHash(int(at)) },
	func(c *claim, at uint32) {
		if len(c.path) > 0 {
			c.path[at%uint32(len(c.path))][at/32%32] ^= 1 << (at % 8)
		}
	},
	func(c *claim, _ uint32) { // an inner node as an order
		if len(c.path) > 0 {
			left, right := c.order, c.path[0]
			if c.index&1 == 1 {
				left, right = right, left
			}
			c.order, c.index, c.path = crypto.Keccak256Hash(left[:], right[:]), c.index>>1, c.path[1:]
		}
	},
	func(c *claim, at uint32) { // two siblings change places
		if n := uint32(len(c.path)); n > 1 {
			i, j := at%n, (at/n)%n
			c.path[i], c.path[j] = c.path[j], c.path[i]
		}
	},
}

// claim says that an order has a number in a log.
type claim struct {
	index uint32
	order common.Hash
	path  []common.Hash
}

func without(path []common.Hash, i int) []common.Hash {
	if i >= len(path) {
		return path
	}
	return append(append([]common.Hash{}, path[:i]...), path[i+1:]...)
}

// peaksAfter are those of a log of n orders of which nothing is known: any hash
// where such a log has a peak.
func peaksAfter(n uint32) (peaks order.Peaks) {
	for h := 0; n>>h > 0; h++ {
		peaks = append(peaks, crypto.Keccak256Hash([]byte("peak"), []byte{byte(h)}))
	}
	return peaks
}

// The escrow's log and Go's are one: after the same orders they have the same
// peaks, and take the same paths, true, stale and false.
func FuzzLogOnChain(f *testing.F) {
	firsts := []uint32{0, 1, 6, 1<<10 - 9, 1<<31 - 20, 1<<31 - 1, 1 << 31, 1<<31 + 1<<30 - 3, math.MaxUint32 - 30, math.MaxUint32 - 1}
	random := rand.New(rand.NewPCG(1, 2))
	for way := range ways {
		for _, first := range firsts {
			f.Add(first, uint8(random.Uint32()), uint8(random.Uint32()), uint8(random.Uint32()), uint8(way), random.Uint32())
		}
		for range 10 {
			first := random.Uint32() >> random.IntN(32)
			f.Add(first, uint8(random.Uint32()), uint8(random.Uint32()), uint8(random.Uint32()), uint8(way), random.Uint32())
		}
	}
	libraries := soltest.Start(f)
	f.Fuzz(func(t *testing.T, first uint32, grown, nth, known, way uint8, at uint32) {
		n := min(int(grown%64)+1, int(math.MaxUint32-first)) // the last number is below 2^32 − 1
		if n == 0 {
			return
		}
		l, all, hashes := libraries.In(t), []order.Peaks{peaksAfter(first)}, orders(int(first), int(first)+n)
		for i, hash := range hashes {
			all = append(all, all[i].Append(first+uint32(i), hash))
		}
		samePeaks(t, l.Append(all[0], first, hashes), all[n])

		i := int(nth) % n
		seen := n - 1 - i - int(known)%(n-i) // later orders that the path knows of
		c := claim{first + uint32(i), hashes[i], order.Path(all[i], first+uint32(i), hashes[i+1:i+1+seen])}
		ways[int(way)%len(ways)](&c, at)
		sameVerdict(t, l, all[n], c)
	})
}

func samePeaks(t *testing.T, onChain [32][32]byte, peaks order.Peaks) {
	t.Helper()
	if len(peaks) > len(onChain) {
		t.Fatalf("%d peaks, the chain has room for %d", len(peaks), len(onChain))
	}
	for h, got := range onChain {
		var want common.Hash
		if h < len(peaks) {
			want = peaks[h]
		}
		if got != want {
			t.Errorf("peak %d on chain is %x, in Go %s", h, got, want)
		}
	}
}

// sameVerdict returns what both sides say of a claim.
func sameVerdict(t *testing.T, l *soltest.Libraries, peaks order.Peaks, c claim) bool {
	t.Helper()
	err := peaks.Check(c.index, c.order, c.path)
	if onChain := l.Proves(peaks, c.index, c.order, c.path); onChain != (err == nil) {
		t.Errorf("order %s as number %d with a path of length %d: taken on chain: %t, in Go: %v", c.order, c.index, len(c.path), onChain, err)
	}
	return err == nil
}

// A log of some thousand orders grows alike on both sides, and takes every
// order's path, made when it was new and made at the end; until its peak is
// overwritten, and no longer.
func TestLongLogOnChain(t *testing.T) {
	const n, step = 3000, 250
	l := soltest.Start(t)
	all, hashes := grow(n), orders(0, n)
	var onChain order.Peaks
	for from := 0; from < n; from += step {
		after := l.Append(onChain, uint32(from), hashes[from:from+step])
		samePeaks(t, after, all[from+step])
		onChain = nil
		for _, peak := range after {
			onChain = append(onChain, peak)
		}
	}
	stale := 0
	for i := 0; i < n; i += 7 {
		c := claim{uint32(i), hashes[i], order.Path(all[i], uint32(i), hashes[i+1:])}
		if !sameVerdict(t, l, all[n], c) {
			t.Errorf("order %d: its path proves nothing", i)
		}
		c.path = order.Path(all[i], uint32(i), hashes[i+1:min(n, 2*i+1)])
		if !sameVerdict(t, l, all[n], c) {
			stale++
		}
	}
	if stale == 0 {
		t.Error("no path became stale: is anything tried?")
	}
}
