package terminal_test

import (
	"bytes"
	"context"
	"io"
	"net"
	"net/url"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
)

// wire passes connections on and counts what goes over them: bytes as TCP
// carries them, and requests of HTTP/1.1.
type wire struct {
	url             string
	bytes, requests atomic.Int64
}

func startWire(t *testing.T, target string) *wire {
	t.Helper()
	u, err := url.Parse(target)
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	w := &wire{url: "http://" + listener.Addr().String()}
	var open sync.WaitGroup
	t.Cleanup(func() { listener.Close(); open.Wait() })
	open.Go(func() {
		for {
			near, err := listener.Accept()
			if err != nil {
				return
			}
			far, err := net.Dial("tcp", u.Host)
			if err != nil {
				near.Close()
				continue
			}
			t.Cleanup(func() { near.Close(); far.Close() })
			open.Go(func() { w.pass(far, near) })
			open.Go(func() { w.pass(near, far) })
		}
	})
	return w
}

func (w *wire) pass(to, from net.Conn) {
	defer to.Close()
	buf := make([]byte, 1<<16)
	for {
		n, err := from.Read(buf)
		w.bytes.Add(int64(n))
		w.requests.Add(int64(bytes.Count(buf[:n], []byte(" HTTP/1.1\r\n"))))
		if n > 0 {
			if _, err := to.Write(buf[:n]); err != nil {
				return
			}
		}
		if err != nil {
			if err != io.EOF {
				return
			}
			return
		}
	}
}

// The patent's own claim is less network than a trading system: from scanning a
// code to the opened product, own calls to the chain counted.
func TestWire(t *testing.T) {
	const mostBytes, mostRequests = 8_000, 6
	w := newWorld(t, devchain.Options{})
	w.deploy()
	rpc, node := startWire(t, w.bed.HTTP()), startWire(t, w.node.URL)
	client, err := chain.Dial(context.Background(), []string{rpc.url}, chain.Options{ChainID: testbed.ChainID, Lazy: true})
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	b := w.buyer()
	b.Chain, b.Nodes, b.Pace = client, []nodeapi.Client{{URL: node.url}}, terminal.DefaultPace
	p, err := b.Buy(context.Background(), w.intent(1))
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	paid := rpc.bytes.Load() + node.bytes.Load()
	if err := b.Await(context.Background(), p); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "tale")
	if err := w.open(w.path, p, dir); err != nil {
		t.Fatal(err)
	}
	total, requests := rpc.bytes.Load()+node.bytes.Load(), rpc.requests.Load()+node.requests.Load()
	t.Logf("%d bytes in %d requests (chain %d in %d, node %d in %d), of them %d bytes up to the payment",
		total, requests, rpc.bytes.Load(), rpc.requests.Load(), node.bytes.Load(), node.requests.Load(), paid)
	if total > mostBytes || requests > mostRequests {
		t.Errorf("a purchase took %d bytes and %d requests, at most %d and %d are allowed", total, requests, mostBytes, mostRequests)
	}
	if err := b.Record(context.Background(), p); err != nil {
		t.Fatal(err)
	}
	t.Logf("the order and its receipt, afterwards: %d bytes more in %d requests", rpc.bytes.Load()+node.bytes.Load()-total, rpc.requests.Load()+node.requests.Load()-requests)
}
