package terminal_test

import (
	"bytes"
	"context"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/program/shipped"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/rights"
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
			return
		}
	}
}

// What a purchase may take, from scanning a code to the opened product with its
// agreement. The
// patent's own claim is less network than a trading system: own calls to the
// chain count.
const mostBytes, mostRequests = 8192, 6

// buyOnWire buys as a new process does, opens, has the receipt and issues the
// agreement, and returns all that went over the wire.
func (w *world) buyOnWire(in terminal.Intent) (total, requests int64) {
	w.Helper()
	rpc, node := startWire(w.T, w.bed.HTTP()), startWire(w.T, w.node.URL)
	client, err := chain.Dial(context.Background(), []string{rpc.url}, chain.Options{ChainID: testbed.ChainID, Lazy: true})
	if err != nil {
		w.Fatal(err)
	}
	defer client.Close()
	b := w.buyer()
	b.Chain, b.Nodes, b.Pace = client, []nodeapi.Client{{URL: node.url}}, terminal.DefaultPace
	p, err := b.Buy(context.Background(), in)
	if err != nil {
		w.Fatal(err)
	}
	defer p.Close()
	paid := rpc.bytes.Load() + node.bytes.Load()
	if err := b.Await(context.Background(), p); err != nil {
		w.Fatal(err)
	}
	w.openRecorded(b, p)
	total, requests = rpc.bytes.Load()+node.bytes.Load(), rpc.requests.Load()+node.requests.Load()
	w.Logf("%d bytes in %d requests (chain %d in %d, node %d in %d), of them %d bytes up to the payment",
		total, requests, rpc.bytes.Load(), rpc.requests.Load(), node.bytes.Load(), node.requests.Load(), paid)
	if total > mostBytes || requests > mostRequests {
		w.Errorf("a purchase took %d bytes and %d requests, at most %d and %d are allowed", total, requests, mostBytes, mostRequests)
	}
	return total, requests
}

// openRecorded opens a purchase with its agreement, as the command does: where a
// release program runs on the receipt, that is had before.
func (w *world) openRecorded(b *terminal.Buyer, p *terminal.Purchase) {
	w.Helper()
	opening, err := terminal.NewOpening(w.home, openWrap(w.T, w.path), p)
	if err != nil {
		w.Fatal(err)
	}
	record := func() {
		if err := b.Record(context.Background(), p); err != nil {
			w.Fatal(err)
		}
	}
	dir := filepath.Join(w.TempDir(), "tale")
	if opening.Programs() {
		record()
	}
	if err := opening.Write(context.Background(), dir); err != nil {
		w.Fatal(err)
	}
	record()
	if err := opening.AddAgreement(dir); err != nil {
		w.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, rights.FileName)); err != nil {
		w.Error(err)
	}
}

// The first purchase of an account, one of an account whose log is long, and the
// same product once more, each until rights.json is there: of sections as they
// are, and of one that a release program makes.
func TestWire(t *testing.T) {
	watermark, _ := shipped.Find("watermark")
	for name, program := range map[string][]byte{"plain": nil, "program": watermark} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, devchain.Options{})
			w.seller.program = program
			w.path, w.header = w.seller.tale(t)
			w.deploy()
			first, _ := w.buyOnWire(w.intent(1))
			w.fillLog()
			again := w.intent(1)
			again.Again = true
			busy, _ := w.buyOnWire(again)
			// 2^17 orders have ten peaks more. Numbers grow by some digits, too.
			const digits = 64
			if most := first + (busy-first)*17/peaks + digits; most > mostBytes {
				t.Errorf("a purchase takes %d bytes at first and %d after %d orders, which makes %d after 131,071, at most %d are allowed", first, busy, orders, most, mostBytes)
			} else {
				t.Logf("after 131,071 orders: %d bytes", most)
			}
		})
	}
}

const peaks, orders = 7, 1<<7 - 1 // as many peaks as a log can have of so few orders

// fillLog adds orders to the log of an account that has one.
func (w *world) fillLog() {
	w.Helper()
	for i := range uint32(orders - 1) {
		key, err := release.NewKey(make([]byte, release.SeedSize), w.header.Place(w.seller.trust.Contracts, 1), i)
		if err != nil {
			w.Fatal(err)
		}
		if _, _, err := w.bed.Buy(context.Background(), devchain.Key(3), w.header.Terms(), key); err != nil {
			w.Fatal(err)
		}
	}
}
