package release

import "github.com/prometheus/client_golang/prometheus"

// Metrics count a keeper's work.
type Metrics struct {
	shares  *prometheus.CounterVec
	settled prometheus.Counter
}

// NewMetrics registers a keeper's metrics.
func NewMetrics(r prometheus.Registerer) *Metrics {
	m := &Metrics{
		shares:  prometheus.NewCounterVec(prometheus.CounterOpts{Name: "shares_computed_total", Help: "Multiplications by this node's key share, by what they were for."}, []string{"for"}),
		settled: prometheus.NewCounter(prometheus.CounterOpts{Name: "orders_settled_total", Help: "Orders at depth whose share was computed or decided against, ahead of requests."}),
	}
	r.MustRegister(m.shares, m.settled)
	return m
}
