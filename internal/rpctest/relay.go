package rpctest

import (
	"io"
	"net"
	"net/url"
	"sync"
	"testing"
)

// A Relay passes bytes between TCP connections and a real endpoint until it is
// cut.
type Relay struct {
	listener net.Listener
	target   *url.URL

	mu   sync.Mutex
	shut bool
	open []net.Conn
}

// NewRelay starts a relay to an endpoint, which ends with the test.
func NewRelay(t testing.TB, target string) *Relay {
	t.Helper()
	u, err := url.Parse(target)
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	r := &Relay{listener: listener, target: u}
	go r.serve()
	t.Cleanup(func() { r.listener.Close(); r.Cut() })
	return r
}

// URL is the endpoint's, by way of the relay.
func (r *Relay) URL() string {
	u := *r.target
	u.Host = r.listener.Addr().String()
	return u.String()
}

func (r *Relay) serve() {
	for {
		near, err := r.listener.Accept()
		if err != nil {
			return
		}
		if far, err := net.Dial("tcp", r.target.Host); err != nil || !r.join(near, far) {
			near.Close()
		}
	}
}

// join passes bytes between two connections, unless the relay is shut.
func (r *Relay) join(near, far net.Conn) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.shut {
		far.Close()
		return false
	}
	r.open = append(r.open, near, far)
	go io.Copy(near, far)
	go io.Copy(far, near)
	return true
}

// Cut ends all connections. New ones may be made.
func (r *Relay) Cut() {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, connection := range r.open {
		connection.Close()
	}
	r.open = nil
}

// Shut ends all connections, and new ones until it is opened again.
func (r *Relay) Shut(shut bool) {
	r.mu.Lock()
	r.shut = shut
	r.mu.Unlock()
	r.Cut()
}
