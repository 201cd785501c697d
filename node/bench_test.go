package node_test

import (
	"context"
	"crypto/rand"
	"encoding/binary"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"runtime"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	domain "github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
	"github.com/shrinkwrap/shrinkwrap/node/feed"
	"github.com/shrinkwrap/shrinkwrap/node/release"
	"github.com/shrinkwrap/shrinkwrap/node/store"
	"github.com/shrinkwrap/shrinkwrap/node/store/sqlite"
)

// backlogSize is how many orders wait when a node comes back.
const backlogSize = 10_000

var backlogPlace = product.Place{ChainID: chainID, Escrow: escrow, Product: article}

// newBacklog makes orders that were paid with valid proofs.
func newBacklog(b *testing.B, group threshold.Group) []order.Confirmed {
	b.Helper()
	orders := make([]order.Confirmed, backlogSize)
	var wg sync.WaitGroup
	for part := range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := part; i < len(orders); i += runtime.GOMAXPROCS(0) {
				seed := make([]byte, domain.SeedSize)
				binary.BigEndian.PutUint64(seed, uint64(i))
				key, err := domain.NewKey(seed, backlogPlace, 0)
				if err != nil {
					panic(err)
				}
				proof, err := key.Prove(rand.Reader)
				if err != nil {
					panic(err)
				}
				leaf := order.Leaf{Product: article, Index: uint32(i), Committee: common.Address{1}, FeeBps: fee, GroupKey: group.Key(), Amount: uint256.NewInt(1), ReleaseKey: key.B.Words()}
				orders[i] = order.Confirmed{Account: leaf.Offer().Account(), Leaf: leaf, Order: leaf.Hash(), Witness: proof.Bytes(), Block: 1 + uint64(i/100), LogIndex: uint(i)}
			}
		})
	}
	wg.Wait()
	return orders
}

// BenchmarkBacklog settles orders that are all deep enough, from the store and
// back into it, and beside it runs the cryptography alone on as many cores.
func BenchmarkBacklog(b *testing.B) {
	group, shares, err := threshold.InsecureDeal(2, 3, rand.Reader)
	if err != nil {
		b.Fatal(err)
	}
	orders := newBacklog(b, group)
	b.Run("floor", func(b *testing.B) {
		before := cpuTime(b)
		for b.Loop() {
			floor(orders, shares[0])
		}
		b.ReportMetric(float64(backlogSize*b.N)/b.Elapsed().Seconds(), "orders/s")
		b.ReportMetric(float64((cpuTime(b)-before).Microseconds())/float64(backlogSize*b.N), "cpu-µs/order")
	})
	b.Run("keeper", func(b *testing.B) {
		var used time.Duration
		for b.Loop() {
			b.StopTimer()
			s := filledStore(b, group, orders)
			before := cpuTime(b)
			b.StartTimer()
			settleAll(b, s, group, shares[0])
			b.StopTimer()
			used += cpuTime(b) - before
			if err := s.Close(); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
		}
		b.ReportMetric(float64(backlogSize*b.N)/b.Elapsed().Seconds(), "orders/s")
		b.ReportMetric(float64(used.Microseconds())/float64(backlogSize*b.N), "cpu-µs/order")
	})
}

// cpuTime is what the process has used of all cores, which other processes on
// the machine disturb less than they do the clock.
func cpuTime(b *testing.B) time.Duration {
	b.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// floor decodes each order's key, checks its proof and multiplies.
func floor(orders []order.Confirmed, key threshold.KeyShare) {
	var wg sync.WaitGroup
	for part := range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := part; i < len(orders); i += runtime.GOMAXPROCS(0) {
				B, err := orders[i].Leaf.Key()
				if err != nil {
					panic(err)
				}
				proof, err := orders[i].Proof()
				if err != nil {
					panic(err)
				}
				if _, err := domain.MakeShare(key, backlogPlace, B, proof); err != nil {
					panic(err)
				}
			}
		})
	}
	wg.Wait()
}

func filledStore(b *testing.B, group threshold.Group, orders []order.Confirmed) *sqlite.Store {
	b.Helper()
	identity := store.Identity{GroupKey: group.Key(), Chains: []store.Chain{{ID: chainID, Escrow: escrow}}}
	path := filepath.Join(b.TempDir(), "node.db")
	if err := sqlite.Create(path, identity); err != nil {
		b.Fatal(err)
	}
	s, err := sqlite.Open(path, identity)
	if err != nil {
		b.Fatal(err)
	}
	if err := s.Anchor(b.Context(), chainID, store.Block{}); err != nil {
		b.Fatal(err)
	}
	last := orders[len(orders)-1].Block
	if err := s.Apply(b.Context(), store.Batch{Chain: chainID, Blocks: []store.Block{{Number: last}}, Orders: orders}); err != nil {
		b.Fatal(err)
	}
	return s
}

func settleAll(b *testing.B, s *sqlite.Store, group threshold.Group, key threshold.KeyShare) {
	b.Helper()
	f := feed.New(1)
	keeper, err := release.NewKeeper(release.Config{
		Key: key, Group: group, Store: s, Feed: f, Log: discard(), Metrics: release.NewMetrics(prometheus.NewRegistry()),
		Rules: []release.Rules{{Chain: store.Chain{ID: chainID, Escrow: escrow}, GroupKey: group.Key(), Committee: common.Address{1}, FeeBps: fee}},
	})
	if err != nil {
		b.Fatal(err)
	}
	ctx, cancel := context.WithCancel(b.Context())
	defer cancel()
	go keeper.Run(ctx)
	for {
		changed := f.Changed()
		left, _, _, err := s.Unsettled(ctx, chainID, 0, 1)
		if err != nil {
			b.Fatal(err)
		}
		if len(left) == 0 {
			return
		}
		<-changed
	}
}

// BenchmarkGetRelease asks over loopback for a release that is there, and beside
// it a handler that writes the same bytes and does nothing else.
func BenchmarkGetRelease(b *testing.B) {
	b.Run("bare handler", func(b *testing.B) {
		body := make([]byte, 300)
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			w.Write(body)
		}))
		defer server.Close()
		getMany(b, server.URL+"/")
	})
	b.Run("node", func(b *testing.B) {
		tr := newTrial(b, 1, 1, nil)
		p := tr.pay(nil)
		tr.released(1, p)
		getMany(b, tr.desc.Operators[0].URL+nodeapi.ReleasePath(tr.query(p)))
	})
}

func getMany(b *testing.B, url string) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 64}}
	b.ResetTimer()
	started := time.Now()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			r, err := client.Get(url)
			if err != nil {
				b.Error(err)
				return
			}
			io.Copy(io.Discard, r.Body)
			r.Body.Close()
		}
	})
	b.ReportMetric(float64(b.N)/time.Since(started).Seconds(), "requests/s")
	client.CloseIdleConnections()
}
