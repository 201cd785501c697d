package node_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/node"
)

// knock opens a connection to a node and says so much. It ends with the test,
// and no read or write on it takes longer than one may.
func (tr *trial) knock(said string) net.Conn {
	tr.t.Helper()
	conn, err := net.Dial("tcp", strings.TrimPrefix(tr.desc.Operators[0].URL, "http://"))
	must(tr.t, err)
	tr.t.Cleanup(func() { conn.Close() })
	must(tr.t, conn.SetDeadline(time.Now().Add(30*time.Second)))
	_, err = io.WriteString(conn, said)
	must(tr.t, err)
	return conn
}

// heap is what is in use, once what is not was collected.
func heap() uint64 {
	var stats runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&stats)
	return stats.HeapAlloc
}

// A client that says its headers or its body slowly, or not to the end, costs a
// node a few kilobytes; the rest are served meanwhile.
func TestHalfSaidRequests(t *testing.T) {
	tr := newTrial(t, 1, 1, nil)
	p := tr.pay(nil)
	tr.released(1, p)
	before, routines := heap(), runtime.NumGoroutine()
	const many = 60
	for range many / 3 {
		tr.knock("GET /v1/info HTTP/1.1\r\nHost: x\r\nX-Slow: " + strings.Repeat("x", 8<<10))
		tr.knock("POST /v1/info HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000000\r\n\r\nx")
		tr.knock("GET /v1/info HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\nx")
	}
	tr.released(1, tr.pay(nil))
	// Both ends are in this process: two goroutines of the server for each.
	if got := heap() - before; int64(got) > many*64<<10 {
		t.Errorf("%d half requests keep %d KiB", many, got>>10)
	}
	if got := runtime.NumGoroutine() - routines; got > 3*many {
		t.Errorf("%d half requests keep %d goroutines", many, got)
	}
}

// A body is refused before it is said, and what comes of it is read for a second
// and no longer.
func TestBodiesAreNotRead(t *testing.T) {
	tr := newTrial(t, 1, 1, nil)
	for _, head := range []string{"Content-Length: 1000000000", "Transfer-Encoding: chunked", "Expect: 100-continue\r\nContent-Length: 1000000000"} {
		conn := tr.knock("GET /v1/info HTTP/1.1\r\nHost: x\r\n" + head + "\r\n\r\n")
		response, err := http.ReadResponse(bufio.NewReader(conn), nil)
		must(t, err)
		if response.StatusCode != http.StatusBadRequest || !response.Close {
			t.Errorf("%s: status %d, closing %v", head, response.StatusCode, response.Close)
		}
		if _, err := io.Copy(io.Discard, conn); isTimeout(err) {
			t.Errorf("%s: the connection stays open", head)
		}
	}
}

func isTimeout(err error) bool {
	timeout, ok := err.(net.Error)
	return ok && timeout.Timeout()
}

// Headers, paths and queries beyond their bound are refused, without their being
// read to the end or kept.
func TestHugeRequests(t *testing.T) {
	tr := newTrial(t, 1, 1, nil)
	huge := strings.Repeat("x", 1<<20)
	before := heap()
	for name, said := range map[string]string{
		"path": "GET /" + huge, "query": "GET /v1/info?" + huge, "header": "GET /v1/info HTTP/1.1\r\nX: " + huge, "name": "GET /v1/info HTTP/1.1\r\n" + huge,
		"headers": "GET /v1/info HTTP/1.1\r\n" + strings.Repeat("X: x\r\n", 100_000), "method": huge, "version": "GET / HTTP/1.1" + huge,
	} {
		conn := tr.knock("")
		go io.WriteString(conn, said) // ends when the node closes
		response, err := http.ReadResponse(bufio.NewReader(conn), nil)
		if isTimeout(err) {
			t.Errorf("%s: no answer", name)
		}
		if err == nil && (response.StatusCode < 400 || response.StatusCode >= 500) {
			t.Errorf("%s: status %d", name, response.StatusCode)
		}
	}
	if got := int64(heap() - before); got > 4<<20 {
		t.Errorf("%d KiB are kept", got>>10)
	}
	tr.released(1, tr.pay(nil))
}

// More than may listen or wait are told so at once; those that do cost little and
// are gone when their clients are.
func TestManyStreamsAndWaits(t *testing.T) {
	const most = 20
	tr := newTrial(t, 1, 1, func(_ int, c *node.Config, _ *node.Deps) { c.MaxEvents, c.MaxWaiting = most, most })
	p := tr.pay(func(p *purchase, _ *[64]byte) { p.leaf.Confirmations = 9 })
	tr.caughtUp()
	q := tr.query(p)
	q.Wait = nodeapi.MaxWait
	before := runtime.NumGoroutine()
	ask := func(path string) net.Conn {
		return tr.knock("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n")
	}
	var held []net.Conn
	for _, path := range []string{"/v1/events", nodeapi.ReleasePath(q)} {
		for range most {
			held = append(held, ask(path))
		}
	}
	inFlight := func(want string) {
		t.Helper()
		eventually(t, func() error {
			if got := tr.metric(1, "shrinkwrap_http_requests_in_flight"); got != want {
				return errMetric(got)
			}
			return nil
		}, "in flight")
	}
	inFlight("41") // with the one that asks for the metric
	for range most {
		for _, path := range []string{"/v1/events", nodeapi.ReleasePath(q)} {
			if r, _ := tr.get(1, path, nil); r.StatusCode != http.StatusServiceUnavailable || r.Header.Get("Retry-After") == "" {
				t.Errorf("%s: status %d beyond the limit", path, r.StatusCode)
			}
		}
	}
	others := tr.query(tr.pay(nil))
	eventually(t, func() error {
		if _, body := tr.get(1, nodeapi.ReleasePath(others), nil); !strings.Contains(body, `"released"`) {
			return errors.New(body)
		}
		return nil
	}, "those that do not wait are not served")
	for _, conn := range held {
		conn.Close()
	}
	inFlight("1")
	eventually(t, func() error {
		if got := runtime.NumGoroutine(); got > before+10 {
			return fmt.Errorf("%d goroutines, %d before", got, before)
		}
		return nil
	}, "what was held is not gone")
}

// A stream that nobody reads is given up once what it lags behind is full; those
// that are read go on.
func TestUnreadStreams(t *testing.T) {
	tr := newTrial(t, 1, 1, nil)
	conn := tr.knock("GET /v1/events HTTP/1.1\r\nHost: x\r\n\r\n")
	must(t, conn.(*net.TCPConn).SetReadBuffer(4<<10))
	ctx, cancel := context.WithTimeout(t.Context(), 60*time.Second)
	defer cancel()
	feed := tr.nodes[0].Answers().Feed
	eventually(t, func() error {
		if got := tr.metric(1, "shrinkwrap_http_requests_in_flight"); got != "2" {
			return errMetric(got)
		}
		return nil
	}, "the stream is open")
	before := heap()
	large := nodeapi.Event{Type: "confirmed", Order: strings.Repeat("0", 1<<10)}
	for ctx.Err() == nil && tr.metric(1, "shrinkwrap_http_requests_in_flight") != "1" {
		for range 1000 {
			feed.Publish(large)
		}
	}
	must(t, ctx.Err())
	if got := int64(heap() - before); got > 4<<20 {
		t.Errorf("%d KiB are kept", got>>10)
	}
	tr.released(1, tr.pay(nil))
}

// timed remembers the deadlines of its connections.
type timed struct {
	net.Listener
	mu          sync.Mutex
	read, write []time.Duration
}

func (l *timed) Accept() (net.Conn, error) {
	conn, err := l.Listener.Accept()
	return &timedConn{conn, l}, err
}

type timedConn struct {
	net.Conn
	l *timed
}

func (c *timedConn) SetReadDeadline(t time.Time) error {
	c.note(&c.l.read, t)
	return c.Conn.SetReadDeadline(t)
}

func (c *timedConn) SetWriteDeadline(t time.Time) error {
	c.note(&c.l.write, t)
	return c.Conn.SetWriteDeadline(t)
}

func (c *timedConn) note(of *[]time.Duration, t time.Time) {
	c.l.mu.Lock()
	defer c.l.mu.Unlock()
	if !t.IsZero() {
		*of = append(*of, time.Until(t))
	}
}

// Every client has a time for its headers, and one for reading its answer:
// whoever is slower loses its connection.
func TestClientsHaveDeadlines(t *testing.T) {
	var wire *timed
	tr := newTrial(t, 1, 1, func(_ int, _ *node.Config, d *node.Deps) {
		wire = &timed{Listener: d.Listener}
		d.Listener = wire
	})
	for _, path := range []string{"/v1/info", "/openapi.json", "/metrics", "/v1/nothing", "/v1/%00"} {
		wire.mu.Lock()
		wire.read, wire.write = nil, nil
		wire.mu.Unlock()
		conn := tr.knock("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
		_, err := io.Copy(io.Discard, conn)
		must(t, err)
		wire.mu.Lock()
		if len(wire.read) == 0 || slices.Max(wire.read) > 10*time.Second {
			t.Errorf("%s: headers may take %v", path, wire.read)
		}
		if len(wire.write) == 0 || slices.Max(wire.write) > 15*time.Second {
			t.Errorf("%s: reading the answer may take %v", path, wire.write)
		}
		wire.mu.Unlock()
	}
}
