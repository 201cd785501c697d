package chain_test

import (
	"context"
	"io"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
)

// await takes notices until the head has a number.
func await(t *testing.T, client *chain.Client, notices <-chan struct{}, number uint64) {
	t.Helper()
	for {
		select {
		case <-notices:
		case <-time.After(20 * time.Second):
			t.Fatalf("no notice of block %d", number)
		}
		if got, err := client.BlockNumber(t.Context()); err == nil && got >= number {
			return
		}
	}
}

func TestHeads(t *testing.T) {
	dev := startChain(t, devchain.Options{Manual: true})
	inside, err := chain.New(t.Context(), dev.Client().Client(), chain.Options{Poll: time.Hour})
	if err != nil {
		t.Fatal(err)
	}
	for name, client := range map[string]*chain.Client{
		"http":       dial(t, chain.Options{Poll: 10 * time.Millisecond}, dev.HTTP()),
		"websocket":  dial(t, chain.Options{Poll: time.Hour}, dev.WS()),
		"both":       dial(t, chain.Options{Poll: time.Hour}, dev.HTTP(), dev.WS()),
		"in-process": inside,
	} {
		ctx, cancel := context.WithCancel(t.Context())
		notices := client.Heads(ctx)
		for range 3 {
			commit(t, dev)
			number, err := client.BlockNumber(t.Context())
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			await(t, client, notices, number)
		}
		cancel()
		for range notices {
		} // ends when the channel is closed
	}
}

// A subscription that breaks is made again; meanwhile there is polling.
func TestHeadsAfterBrokenConnection(t *testing.T) {
	dev := startChain(t, devchain.Options{Manual: true})
	wire := newRelay(t, strings.TrimPrefix(dev.WS(), "ws://"))
	client := dial(t, chain.Options{Poll: 10 * time.Millisecond}, "ws://"+wire.address())
	notices := client.Heads(t.Context())
	commit(t, dev)
	await(t, client, notices, 1)
	for number := uint64(2); number < 5; number++ {
		wire.cut()
		commit(t, dev)
		await(t, client, notices, number)
	}
}

// A relay passes bytes between two TCP connections until it is cut.
type relay struct {
	net.Listener
	target string
	mu     sync.Mutex
	open   []net.Conn
}

func newRelay(t *testing.T, target string) *relay {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	r := &relay{Listener: listener, target: target}
	go r.serve()
	t.Cleanup(func() { r.Close(); r.cut() })
	return r
}

func (r *relay) address() string { return r.Addr().String() }

func (r *relay) serve() {
	for {
		near, err := r.Accept()
		if err != nil {
			return
		}
		far, err := net.Dial("tcp", r.target)
		if err != nil {
			near.Close()
			continue
		}
		r.mu.Lock()
		r.open = append(r.open, near, far)
		r.mu.Unlock()
		go io.Copy(near, far)
		go io.Copy(far, near)
	}
}

func (r *relay) cut() {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, connection := range r.open {
		connection.Close()
	}
	r.open = nil
}
