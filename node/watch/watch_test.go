package watch_test

import (
	"errors"
	"log/slog"
	"math/big"
	"path/filepath"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/node/feed"
	"github.com/shrinkwrap/shrinkwrap/node/store"
	"github.com/shrinkwrap/shrinkwrap/node/store/sqlite"
	"github.com/shrinkwrap/shrinkwrap/node/watch"
)

// emitter stands at the escrow's address and logs what it is called with: the
// topics and then the data, with four topics if there are 256 bytes or more,
// with two if there are less. So a test decides what the escrow logged.
var emitter = common.FromHex("365f5f376101003610601f57606051604051602051" + "5f516080360360" + "80a4005b6020515f516040360360" + "40a200")

var (
	escrow   = common.Address{0xe5}
	identity = store.Identity{Chains: []store.Chain{{ID: 1337, Escrow: escrow}}}
	refunded = bindings.NewEscrow().GetABI().Events["Refunded"].ID
)

// world is a chain and the watcher of a node that may be down.
type world struct {
	t       *testing.T
	chain   *devchain.Chain
	client  *ethclient.Client
	path    string
	store   *sqlite.Store
	watcher *watch.Watcher
	events  <-chan nodeapi.Event
	index   uint32
}

func newWorld(t *testing.T) *world {
	t.Helper()
	chain, err := devchain.New(devchain.Options{Manual: true, Alloc: types.GenesisAlloc{escrow: {Code: emitter, Balance: new(big.Int)}}})
	must(t, err)
	t.Cleanup(func() { must(t, chain.Close()) })
	w := &world{t: t, chain: chain, client: chain.Client(), path: filepath.Join(t.TempDir(), "node.db")}
	must(t, sqlite.Create(w.path, identity))
	w.up(w.client)
	t.Cleanup(func() { w.store.Close() })
	return w
}

// up starts the watcher, as after a restart.
func (w *world) up(source watch.Source) {
	w.t.Helper()
	var err error
	w.store, err = sqlite.Open(w.path, identity)
	must(w.t, err)
	f := feed.New(1)
	if w.events, _, err = f.Subscribe(); err != nil {
		w.t.Fatal(err)
	}
	w.watcher = watch.New(watch.Config{
		Chain: identity.Chains[0], Source: source, Store: w.store, Feed: f, Start: 1, Range: 10,
		Log: slog.New(slog.DiscardHandler), Metrics: watch.NewMetrics(prometheus.NewRegistry()),
	})
}

func (w *world) down() {
	w.t.Helper()
	must(w.t, w.store.Close())
}

func (w *world) sync() {
	w.t.Helper()
	must(w.t, w.watcher.Sync(w.t.Context()))
	view := w.view()
	head, err := w.client.HeaderByNumber(w.t.Context(), nil)
	must(w.t, err)
	if view.Cursor.Hash != head.Hash() {
		w.t.Fatalf("cursor is %d %s, head %d %s", view.Cursor.Number, view.Cursor.Hash, head.Number, head.Hash())
	}
}

func (w *world) view() store.View {
	w.t.Helper()
	view, err := w.store.View(w.t.Context(), 1337)
	must(w.t, err)
	return view
}

func (w *world) commit(n int) (last common.Hash) {
	w.t.Helper()
	for range n {
		var err error
		last, err = w.chain.Commit()
		must(w.t, err)
	}
	return last
}

// fork makes a block the head again. The transactions of the dropped blocks do
// not come back.
func (w *world) fork(root common.Hash) {
	w.t.Helper()
	must(w.t, w.chain.Fork(root))
	w.chain.Rollback()
}

// pay logs an order in a new block and returns it.
func (w *world) pay() order.Leaf {
	w.t.Helper()
	leaf := order.Leaf{Product: common.Address{4}, Index: w.index, Amount: uint256.NewInt(1), ReleaseKey: [3][32]byte{{1}, {2}, {3}}}
	w.index++
	account := leaf.Offer().Account()
	data := append(append(append(order.ConfirmedTopic.Bytes(), account[:]...), common.LeftPadBytes(leaf.Product[:], 32)...), leaf.ReleaseKey[0][:]...)
	data = append(append(data, leaf.Bytes()...), make([]byte, 64)...)
	w.emit(data)
	w.commit(1)
	return leaf
}

func (w *world) refund(order common.Hash) {
	w.t.Helper()
	w.emit(append(append(refunded.Bytes(), order[:]...), make([]byte, 32)...))
	w.commit(1)
}

func (w *world) emit(data []byte) {
	w.t.Helper()
	ctx := w.t.Context()
	nonce, err := w.client.PendingNonceAt(ctx, devchain.Address(0))
	must(w.t, err)
	tx := types.MustSignNewTx(devchain.Key(0), types.LatestSignerForChainID(big.NewInt(1337)), &types.DynamicFeeTx{
		ChainID: big.NewInt(1337), Nonce: nonce, GasTipCap: big.NewInt(params.GWei), GasFeeCap: big.NewInt(5 * params.GWei), Gas: 200_000, To: &escrow, Data: data,
	})
	must(w.t, w.client.SendTransaction(ctx, tx))
}

func (w *world) has(leaf order.Leaf) bool {
	w.t.Helper()
	_, _, err := w.store.Order(w.t.Context(), 1337, leaf.Hash())
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		w.t.Fatal(err)
	}
	return err == nil
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// Orders and what became of them are read, near the head and far behind it, and
// only once.
func TestReads(t *testing.T) {
	w := newWorld(t)
	first := w.pay()
	w.commit(50) // beyond the blocks that are read one by one, over several ranges
	second := w.pay()
	w.refund(first.Hash())
	w.sync()
	w.sync()
	if !w.has(first) || !w.has(second) {
		t.Fatal("an order was not read")
	}
	o, _, err := w.store.Order(t.Context(), 1337, first.Hash())
	must(t, err)
	if !o.Has(store.Refunded) || o.Block != 1 {
		t.Errorf("order is %+v", o)
	}
	if e := <-w.events; e.Type != feed.Refunded {
		t.Errorf("first event is %+v", e)
	}
	w.commit(20)
	w.sync()
	if f := w.view().Finalised; f == nil || *f != 64 {
		t.Errorf("finalised is %v, want block 64", f)
	}
}

// A reorganisation drops the orders that it dropped and no others, whether it is
// seen at once, after a gap in polling, or after the node was down; the new
// branch may be shorter or longer, and may have the same order again.
func TestReorganisation(t *testing.T) {
	for name, c := range map[string]struct {
		deep, long int
		down       bool
	}{
		"one block":            {deep: 1, long: 1},
		"longer":               {deep: 3, long: 5},
		"equally long":         {deep: 4, long: 4},
		"across a gap":         {deep: 40, long: 60},
		"while down":           {deep: 3, long: 4, down: true},
		"deep while down":      {deep: 45, long: 46, down: true},
		"to the very anchor":   {deep: 52, long: 53},
		"shorter, then longer": {deep: 5, long: 2},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.commit(50 - c.deep + 2)
			w.sync()
			kept := w.has(order.Leaf{})
			root, err := w.client.HeaderByNumber(t.Context(), nil)
			must(t, err)
			dropped := w.pay()
			w.commit(c.deep - 1)
			w.sync()
			if kept || !w.has(dropped) {
				t.Fatal("store is confused before the fork")
			}
			if c.down {
				w.down()
			}
			w.fork(root.Hash())
			again := w.pay() // another order, in the block of the same number
			w.commit(c.long - 1)
			if c.down {
				w.up(w.client)
			}
			if c.long < c.deep {
				// The node still sees the end of the dropped branch as its cursor, and
				// on the shorter one a block of another hash at a number it remembers.
				if err := w.watcher.Sync(t.Context()); err != nil {
					t.Fatal(err)
				}
			}
			w.sync()
			if w.has(dropped) {
				t.Error("dropped order is still there")
			}
			if !w.has(again) {
				t.Error("order of the new branch is missing")
			}
		})
	}
}

// A store that was made on another chain is never rolled back into this one.
func TestOtherChainIsFatal(t *testing.T) {
	w := newWorld(t)
	must(t, w.store.Anchor(t.Context(), 1337, store.Block{Number: 3, Hash: common.Hash{7}}))
	w.commit(10)
	if err := w.watcher.Sync(t.Context()); !errors.Is(err, watch.ErrFatal) {
		t.Fatalf("error is %v", err)
	}
	if err := w.watcher.Run(t.Context()); !errors.Is(err, watch.ErrFatal) {
		t.Fatalf("Run returned %v", err)
	}
}

// A cursor beyond the head stands until the chain shows another branch.
func TestHeadBehindCursor(t *testing.T) {
	w := newWorld(t)
	w.commit(4)
	root := w.commit(1)
	paid := w.pay()
	w.sync()
	w.fork(root)
	if err := w.watcher.Sync(t.Context()); err == nil {
		t.Fatal("a head behind the cursor is no error")
	}
	if !w.has(paid) {
		t.Error("order was dropped though no other branch was seen")
	}
	w.commit(2)
	w.sync()
	if w.has(paid) {
		t.Error("order of the dropped branch is still there")
	}
}
