package main

import (
	"context"
	"crypto/rand"
	"database/sql"
	"flag"
	"fmt"
	mathrand "math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/command/commandtest"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
	"github.com/shrinkwrap/shrinkwrap/node"
)

var kills = flag.Int("kills", 30, "how often nodes are killed under payments")

// daemons is a committee whose nodes are processes.
type daemons struct {
	t     *testing.T
	bed   *testbed.Bed
	homes []node.Home
	c     nodeapi.Committee
	group threshold.Group
	terms product.Terms
	procs []*exec.Cmd
	logs  []*os.File
}

func newDaemons(t *testing.T, confirmations uint8) *daemons {
	t.Helper()
	d := &daemons{t: t, bed: newBed(t), procs: make([]*exec.Cmd, 3), logs: make([]*os.File, 3)}
	section := node.DefaultChain(testbed.ChainID)
	section.Endpoints = []string{d.bed.WS()}
	urls := make([]string, 3)
	for i := range urls {
		urls[i] = "http://127.0.0.1:" + commandtest.FreePort(t)
	}
	var err error
	d.homes, d.c, err = node.Deal(t.TempDir(), node.DealOptions{Threshold: 2, URLs: urls, FeeBps: 100, Chain: section})
	d.must(err)
	d.group, err = d.c.Group()
	d.must(err)
	d.terms = product.Terms{
		Publisher: devchain.Address(1), Signer: devchain.Address(1), Committee: common.HexToAddress(d.c.Address), GroupKey: d.group.Key(), FeeBps: 100,
		Tiers: []product.TierTerms{{Price: uint256.NewInt(params.GWei), Confirmations: confirmations}},
	}
	_, _, err = d.bed.Deploy(t.Context(), d.terms)
	d.must(err)
	t.Cleanup(func() {
		for i := range d.procs {
			d.kill(i)
		}
	})
	return d
}

func (d *daemons) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

// start starts node i as a process of its own: the test binary, as the command.
func (d *daemons) start(i int) {
	d.t.Helper()
	self, err := os.Executable()
	d.must(err)
	cmd := exec.Command(self, "--home", d.homes[i].Dir, "run")
	cmd.Env = append(os.Environ(), testOnlyRun+"=1")
	if d.logs[i], err = os.OpenFile(filepath.Join(d.t.TempDir(), "log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600); err != nil {
		d.t.Fatal(err)
	}
	cmd.Stdout, cmd.Stderr = d.logs[i], d.logs[i]
	d.must(cmd.Start())
	d.procs[i] = cmd
}

// kill ends a node as a power cut would.
func (d *daemons) kill(i int) {
	d.t.Helper()
	if d.procs[i] == nil {
		return
	}
	d.must(d.procs[i].Process.Kill())
	d.procs[i].Wait() // says that it was killed
	d.procs[i] = nil
	d.must(d.logs[i].Close())
}

// sale is a purchase with the key that it was made for.
type sale struct {
	key  release.Key
	paid order.Confirmed
}

func (d *daemons) buy() (s sale, err error) {
	seed := make([]byte, release.SeedSize)
	rand.Read(seed)
	place := product.Place{ChainID: testbed.ChainID, Escrow: bindings.EscrowAddress, Product: testbed.Contracts.Address(d.terms)}
	if s.key, err = release.NewKey(seed, place, 0); err != nil {
		return s, err
	}
	s.paid, _, err = d.bed.Buy(context.Background(), devchain.Key(2), d.terms, s.key)
	return s, err
}

// released waits until a node has the release of a key, and verifies it.
func (d *daemons) released(i int, key release.Key) {
	d.t.Helper()
	client := nodeapi.Client{URL: d.c.Operators[i].URL}
	var last error
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		r, err := client.Release(d.t.Context(), nodeapi.ReleaseQuery{GroupKey: d.group.Key(), Place: key.Place, B: key.B, Wait: 20 * time.Second})
		if err != nil {
			last = err
			continue
		}
		if last = fmt.Errorf("%s %+v: %s", r.State, r.Confirmations, r.Reason); r.State != nodeapi.StateReleased {
			continue
		}
		U, err := nodeapi.ParseG1(r.Release)
		d.must(err)
		d.must(release.Verify(key.Place, key.B, d.group.Q, U))
		return
	}
	text, _ := os.ReadFile(d.logs[i].Name())
	d.t.Fatalf("node %d: no release: %v\n%s", i+1, last, text)
}

// Killed between a payment and its release, a node serves it after the restart.
func TestKilledBetweenPaymentAndRelease(t *testing.T) {
	d := newDaemons(t, 3)
	for i := range d.procs {
		d.start(i)
	}
	s, err := d.buy()
	d.must(err)
	d.must(await(d.c.Operators[0].URL + "/readyz"))
	d.kill(0)
	for range 2 {
		_, err := d.bed.Commit()
		d.must(err)
	}
	d.start(0)
	d.released(0, s.key)
}

// Killed at random points under payments, again and again, no node loses an
// order or damages its store: in the end every node serves everything.
func TestKilledUnderPayments(t *testing.T) {
	d := newDaemons(t, 1)
	for i := range d.procs {
		d.start(i)
	}
	stop, bought := make(chan struct{}), make(chan []sale, 1)
	failed := make(chan error, 1)
	go func() {
		var sales []sale
		var err error
		for err == nil {
			select {
			case <-stop:
				bought <- sales
				failed <- nil
				return
			default:
			}
			var s sale
			if s, err = d.buy(); err == nil {
				sales = append(sales, s)
			}
		}
		bought <- sales
		failed <- err
	}()
	random := mathrand.New(mathrand.NewPCG(1, 2))
	for range *kills {
		i := random.IntN(3)
		time.Sleep(time.Duration(random.IntN(300)) * time.Millisecond)
		d.kill(i)
		d.start(i)
	}
	close(stop)
	sales := <-bought
	d.must(<-failed)
	if len(sales) == 0 {
		t.Fatal("nothing was bought")
	}
	for i := range d.procs {
		d.must(await(d.c.Operators[i].URL + "/readyz"))
		for _, s := range sales {
			d.released(i, s.key)
		}
	}
	t.Logf("%d orders through %d kills", len(sales), *kills)
	d.checkStores(sales)
}

// checkStores stops the nodes and looks into their folders, which must be whole
// and have every order where the chain has it.
func (d *daemons) checkStores(sales []sale) {
	d.t.Helper()
	for i, h := range d.homes {
		d.kill(i)
		_, deps, err := node.Load(h, nil, "")
		d.must(err)
		for _, s := range sales {
			o, _, err := deps.Store.Order(d.t.Context(), testbed.ChainID, s.paid.Order)
			if err != nil || o.BlockHash != s.paid.BlockHash || o.Tx != s.paid.Tx {
				d.t.Errorf("node %d has order %s in block %d: %v", i+1, s.paid.Order, o.Block, err)
			}
		}
		d.must(deps.Store.Close())
		d.checkDatabase(h.Path("node.db"), len(sales))
	}
}

// checkDatabase has SQLite look at every page and index, and counts: each order
// and each release is there once.
func (d *daemons) checkDatabase(path string, sales int) {
	d.t.Helper()
	db, err := sql.Open("sqlite", "file:"+path+"?mode=ro")
	d.must(err)
	for query, want := range map[string]string{
		"PRAGMA integrity_check":                        "ok",
		"SELECT count(*) FROM pragma_foreign_key_check": "0",
		"SELECT count(*) FROM orders":                   strconv.Itoa(sales),
		"SELECT count(DISTINCT hash) FROM orders":       strconv.Itoa(sales),
		"SELECT count(*) FROM releases":                 strconv.Itoa(sales),
	} {
		var got string
		if err := db.QueryRowContext(d.t.Context(), query).Scan(&got); err != nil || got != want {
			d.t.Errorf("%s: %s says %q, want %q: %v", path, query, got, want, err)
		}
	}
	d.must(db.Close())
}
