package api

import (
	"net"
	"net/http"
	"strconv"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// limited accepts so many connections at a time; more wait in the kernel's
// queue.
type limited struct {
	net.Listener
	places chan struct{}
	closed chan struct{}
	once   sync.Once
}

func limit(l net.Listener, most int) net.Listener {
	return &limited{Listener: l, places: make(chan struct{}, most), closed: make(chan struct{})}
}

func (l *limited) Accept() (net.Conn, error) {
	select {
	case l.places <- struct{}{}:
	case <-l.closed:
		return nil, net.ErrClosed
	}
	conn, err := l.Listener.Accept()
	if err != nil {
		<-l.places
		return nil, err
	}
	return &place{Conn: conn, leave: sync.OnceFunc(func() { <-l.places })}, nil
}

func (l *limited) Close() error {
	l.once.Do(func() { close(l.closed) })
	return l.Listener.Close()
}

// place is a connection that gives its place back when it closes.
type place struct {
	net.Conn
	leave func()
}

func (p *place) Close() error {
	defer p.leave()
	return p.Conn.Close()
}

type serverMetrics struct {
	seconds *prometheus.HistogramVec
	held    prometheus.Gauge
}

func newServerMetrics(r prometheus.Registerer) *serverMetrics {
	m := &serverMetrics{
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "shrinkwrap_http_seconds", Help: "Time to answer requests, waiting included, by route and status.",
			Buckets: []float64{.0001, .001, .01, .1, 1, 5, 25},
		}, []string{"route", "status"}),
		held: prometheus.NewGauge(prometheus.GaugeOpts{Name: "shrinkwrap_http_requests_in_flight", Help: "Requests that are being answered or held back."}),
	}
	r.MustRegister(m.seconds, m.held)
	return m
}

// measured counts requests by their route, which bounds the labels, whatever
// paths strangers ask for.
func (s *Server) measured(route string, answer handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		started := time.Now()
		s.metrics.held.Inc()
		defer s.metrics.held.Dec()
		status := http.StatusOK
		if err := answer(w, r); err != nil {
			status = s.fail(w, err)
		}
		s.metrics.seconds.WithLabelValues(route, strconv.Itoa(status)).Observe(time.Since(started).Seconds())
	})
}
