package node_test

import (
	"net/http/httptest"
	"path/filepath"
	"testing"
	"time"

	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/node/load"
)

// backlogSize is how many orders wait when a node comes back.
const backlogSize = 10_000

// BenchmarkBacklog settles orders that are all deep enough, from the store and
// back into it, and beside it runs the cryptography alone on as many cores.
func BenchmarkBacklog(b *testing.B) {
	backlog, err := load.NewBacklog(backlogSize)
	must(b, err)
	b.Run("floor", func(b *testing.B) {
		before := cpuTime(b)
		for b.Loop() {
			must(b, backlog.Floor())
		}
		reportOrders(b, cpuTime(b)-before)
	})
	b.Run("keeper", func(b *testing.B) {
		var used time.Duration
		for b.Loop() {
			b.StopTimer()
			s, err := backlog.Fill(b.Context(), filepath.Join(b.TempDir(), "node.db"))
			must(b, err)
			before := cpuTime(b)
			b.StartTimer()
			must(b, backlog.Settle(b.Context(), s))
			b.StopTimer()
			used += cpuTime(b) - before
			must(b, s.Close())
			b.StartTimer()
		}
		reportOrders(b, used)
	})
}

func cpuTime(b *testing.B) time.Duration {
	b.Helper()
	used, err := load.CPU()
	must(b, err)
	return used
}

func reportOrders(b *testing.B, used time.Duration) {
	orders := float64(backlogSize * b.N)
	b.ReportMetric(orders/b.Elapsed().Seconds(), "orders/s")
	b.ReportMetric(float64(used.Microseconds())/orders, "cpu-µs/order")
}

// BenchmarkGetRelease asks over loopback for a release that is there, and beside
// it a handler that writes the same bytes and does nothing else.
func BenchmarkGetRelease(b *testing.B) {
	b.Run("bare handler", func(b *testing.B) {
		server := httptest.NewServer(load.Bare(make([]byte, 300)))
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
	b.ResetTimer()
	rate, err := load.Gets(url, b.N)
	must(b, err)
	b.ReportMetric(rate, "requests/s")
}
