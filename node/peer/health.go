package peer

import (
	"cmp"
	"slices"
	"strconv"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// distrustFor is how long a node that gave a false share is asked last.
const distrustFor = 10 * time.Minute

// health remembers how the peers did, to ask the best ones first.
type health struct {
	mu    *sync.Mutex
	nodes []peerHealth
}

type peerHealth struct {
	node       int
	latency    time.Duration // smoothed
	failed     bool          // at the last time
	distrusted time.Time     // until then
}

// newHealth begins with the nodes that follow self in a ring, so that the nodes
// of a committee do not all ask the same ones first.
func newHealth(self, n int) health {
	h := health{mu: new(sync.Mutex)}
	for i := 1; i < n; i++ {
		h.nodes = append(h.nodes, peerHealth{node: (self-1+i)%n + 1})
	}
	return h
}

// ranked returns the peers' numbers, the best first.
func (h health) ranked() []int {
	h.mu.Lock()
	defer h.mu.Unlock()
	sorted, now := slices.Clone(h.nodes), time.Now()
	slices.SortStableFunc(sorted, func(a, b peerHealth) int {
		return cmp.Or(
			less(now.Before(a.distrusted), now.Before(b.distrusted)),
			less(a.failed, b.failed),
			cmp.Compare(a.latency/time.Millisecond, b.latency/time.Millisecond),
		)
	})
	numbers := make([]int, len(sorted))
	for i, p := range sorted {
		numbers[i] = p.node
	}
	return numbers
}

func less(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

func (h health) note(node int, took time.Duration, ok bool) {
	h.with(node, func(p *peerHealth) {
		p.failed = !ok
		if ok {
			p.latency = (3*p.latency + took) / 4
		}
	})
}

func (h health) distrust(node int) {
	h.with(node, func(p *peerHealth) { p.distrusted = time.Now().Add(distrustFor) })
}

func (h health) with(node int, f func(*peerHealth)) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for i := range h.nodes {
		if h.nodes[i].node == node {
			f(&h.nodes[i])
		}
	}
}

// Metrics count a collector's work.
type Metrics struct {
	peers   *prometheus.CounterVec
	made    *prometheus.CounterVec
	seconds prometheus.Histogram
}

// NewMetrics registers a collector's metrics. A committee has at most 32 nodes,
// which bounds the labels.
func NewMetrics(r prometheus.Registerer) *Metrics {
	m := &Metrics{
		peers:   prometheus.NewCounterVec(prometheus.CounterOpts{Name: "peer_answers_total", Help: "Answers of other nodes, by what they were: share, without, unreachable, malformed, false."}, []string{"node", "outcome"}),
		made:    prometheus.NewCounterVec(prometheus.CounterOpts{Name: "combined_total", Help: "Releases and receipts that this node combined."}, []string{"what"}),
		seconds: prometheus.NewHistogram(prometheus.HistogramOpts{Name: "collection_seconds", Help: "Time to collect shares from peers and combine them.", Buckets: []float64{.005, .01, .02, .05, .1, .2, .5, 1, 2, 5, 10, 25}}),
	}
	r.MustRegister(m.peers, m.made, m.seconds)
	return m
}

func label(node int) string { return strconv.Itoa(node) }
