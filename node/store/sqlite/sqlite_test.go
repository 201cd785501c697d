package sqlite_test

import (
	"database/sql"
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/node/store"
	"github.com/shrinkwrap/shrinkwrap/node/store/sqlite"
)

const chain = 1337

var identity = store.Identity{
	GroupKey: common.Hash{1},
	Key:      [bls.G2Size]byte{2},
	Chains:   []store.Chain{{ID: chain, Escrow: common.Address{3}}},
}

// testStore is a store that can be opened again, as after a restart.
type testStore struct {
	*sqlite.Store
	t    *testing.T
	path string
}

func newStore(t *testing.T) *testStore {
	t.Helper()
	s := &testStore{t: t, path: filepath.Join(t.TempDir(), "node.db")}
	if err := sqlite.Create(s.path, identity); err != nil {
		t.Fatal(err)
	}
	s.open()
	t.Cleanup(func() { s.Close() })
	return s
}

func (s *testStore) open() {
	s.t.Helper()
	var err error
	if s.Store, err = sqlite.Open(s.path, identity); err != nil {
		s.t.Fatal(err)
	}
}

func (s *testStore) reopen() {
	s.t.Helper()
	must(s.t, s.Close())
	s.open()
}

func (s *testStore) cursor() store.View {
	s.t.Helper()
	v, err := s.View(s.t.Context(), chain)
	must(s.t, err)
	return v
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func mustBe(t *testing.T, err, want error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Fatalf("error is %v, want %v", err, want)
	}
}

// block names block n of a branch.
func block(n uint64, branch byte) store.Block {
	b := store.Block{Number: n}
	binary.BigEndian.PutUint64(b.Hash[:], n)
	b.Hash[31] = branch
	return b
}

var place = product.Place{ChainID: chain, Escrow: common.Address{3}, Product: common.Address{4}, Tier: 1}

func key(t *testing.T, n uint64) bls.G1 {
	t.Helper()
	B, err := bls.GeneratorG1().Mul(bls.NewScalar(n))
	must(t, err)
	return B
}

func paid(B bls.G1, index uint32, at store.Block) order.Confirmed {
	leaf := order.Leaf{Product: place.Product, Tier: place.Tier, Index: index, Time: 1000, Publisher: common.Address{9}, Amount: uint256.NewInt(7), ReleaseKey: B.Words()}
	return order.Confirmed{
		Account: leaf.Offer().Account(), Leaf: leaf, Order: leaf.Hash(), Witness: [64]byte{5},
		Block: at.Number, BlockHash: at.Hash, Tx: common.Hash{6, byte(index)}, LogIndex: uint(index),
	}
}

func mark(kind store.MarkKind, o common.Hash, at store.Block, index uint) store.Mark {
	return store.Mark{Kind: kind, Order: o, Data: []byte{1, 2, 3}, Block: at.Number, BlockHash: at.Hash, Tx: common.Hash{8}, LogIndex: index}
}

// What was applied is there after a restart, with the cursor it came with.
func TestBatchAndCursorAreOne(t *testing.T) {
	s, ctx := newStore(t), t.Context()
	_, err := s.View(ctx, chain)
	mustBe(t, err, store.ErrNotFound)
	must(t, s.Anchor(ctx, chain, block(9, 0)))
	mustBe(t, s.Anchor(ctx, chain, block(9, 0)), store.ErrMoved)

	o := paid(key(t, 1), 0, block(10, 0))
	finalised := uint64(9)
	batch := store.Batch{Chain: chain, After: block(9, 0), Blocks: []store.Block{block(10, 0), block(11, 0)}, Finalised: &finalised,
		Orders: []order.Confirmed{o}, Marks: []store.Mark{mark(store.Disputed, o.Order, block(11, 0), 0)}}
	must(t, s.Apply(ctx, batch))
	s.reopen()

	got, view, err := s.Order(ctx, chain, o.Order)
	must(t, err)
	want := store.Order{Confirmed: o, Marks: batch.Marks}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("order is %+v, want %+v", got, want)
	}
	if view.Cursor != block(11, 0) || view.Finalised == nil || *view.Finalised != 9 {
		t.Errorf("view is %+v", view)
	}
	if !got.Has(store.Disputed) || got.Has(store.Refunded) {
		t.Error("marks are confused")
	}
}

// A batch that does not continue the cursor, by number or by hash, or that
// repeats an order, changes nothing.
func TestBatchIsTakenWholeOrNotAtAll(t *testing.T) {
	s, ctx := newStore(t), t.Context()
	must(t, s.Anchor(ctx, chain, block(9, 0)))
	o := paid(key(t, 1), 0, block(10, 0))
	for name, b := range map[string]store.Batch{
		"number": {After: block(8, 0)},
		"hash":   {After: block(9, 1)},
		"twice":  {After: block(9, 0), Orders: []order.Confirmed{o, o}},
		"events": {After: block(9, 0), Orders: []order.Confirmed{o}, Marks: []store.Mark{mark(store.Refunded, o.Order, block(10, 0), 3), mark(store.Refunded, o.Order, block(10, 0), 3)}},
	} {
		b.Chain, b.Blocks = chain, []store.Block{block(10, 0)}
		if err := s.Apply(ctx, b); err == nil {
			t.Errorf("%s: batch was taken", name)
		}
		if got := s.cursor().Cursor; got != block(9, 0) {
			t.Fatalf("%s: cursor is %+v", name, got)
		}
		if _, _, err := s.Order(ctx, chain, o.Order); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("%s: order is there: %v", name, err)
		}
	}
}

// A rollback drops orders, marks and blocks above the root, keeps releases, and
// the same order may come back in another block.
func TestRollback(t *testing.T) {
	s, ctx := newStore(t), t.Context()
	must(t, s.Anchor(ctx, chain, block(0, 0)))
	first, second := paid(key(t, 1), 0, block(1, 0)), paid(key(t, 2), 1, block(3, 0))
	ten := uint64(3)
	must(t, s.Apply(ctx, store.Batch{Chain: chain, After: block(0, 0), Finalised: &ten,
		Blocks: []store.Block{block(1, 0), block(2, 0), block(3, 0)}, Orders: []order.Confirmed{first, second},
		Marks: []store.Mark{mark(store.Refunded, first.Order, block(3, 0), 9)}}))
	must(t, s.PutRelease(ctx, place, key(t, 2), store.Release{Point: [48]byte{1}, Order: second.Order}))

	_, err := s.Rollback(ctx, chain, block(2, 1))
	mustBe(t, err, store.ErrMoved)
	dropped, err := s.Rollback(ctx, chain, block(2, 0))
	must(t, err)
	if !reflect.DeepEqual(dropped, []common.Hash{second.Order}) {
		t.Errorf("dropped %v", dropped)
	}
	s.reopen()
	got, view, err := s.Order(ctx, chain, first.Order)
	must(t, err)
	if got.Has(store.Refunded) {
		t.Error("a dropped refund still counts")
	}
	if view.Cursor != block(2, 0) || *view.Finalised != 2 {
		t.Errorf("view is %+v", view)
	}
	_, err = s.Remembered(ctx, chain, 3)
	must(t, err)
	second.Block, second.BlockHash = 3, block(3, 1).Hash
	must(t, s.Apply(ctx, store.Batch{Chain: chain, After: block(2, 0), Blocks: []store.Block{block(3, 1)}, Orders: []order.Confirmed{second}}))
	if r, err := s.Release(ctx, place, key(t, 2)); err != nil || r.Point != [48]byte{1} {
		t.Errorf("release is gone: %v", err)
	}
}

// Of old blocks the anchor and the last of each 1024 are remembered, of new ones
// all.
func TestRememberedBlocks(t *testing.T) {
	s, ctx := newStore(t), t.Context()
	must(t, s.Anchor(ctx, chain, block(7, 0)))
	after := block(7, 0)
	for _, n := range []uint64{1023, 1024, 1025, 2048, 6000, 6001, 6144} {
		must(t, s.Apply(ctx, store.Batch{Chain: chain, After: after, Blocks: []store.Block{block(n, 0)}}))
		after = block(n, 0)
	}
	for below, want := range map[uint64]uint64{6144: 6144, 6143: 6001, 6000: 6000, 5999: 2048, 2047: 1025, 1024: 1023, 1022: 7, 7: 7} {
		b, err := s.Remembered(ctx, chain, below)
		must(t, err)
		if b != block(want, 0) {
			t.Errorf("at or below %d block %d is remembered, want %d", below, b.Number, want)
		}
	}
	_, err := s.Remembered(ctx, chain, 6)
	mustBe(t, err, store.ErrNotFound)
}

// Orders are found by place and the whole release key: not by its negative,
// which shares its first word, nor at another tier.
func TestOrdersByName(t *testing.T) {
	s, ctx := newStore(t), t.Context()
	must(t, s.Anchor(ctx, chain, block(0, 0)))
	B := key(t, 5)
	minusOne := bls.NewScalar(0).Sub(bls.NewScalar(1))
	negative, err := B.Mul(minusOne)
	must(t, err)
	list := []order.Confirmed{paid(B, 0, block(1, 0)), paid(negative, 1, block(1, 0)), paid(B, 2, block(1, 0))}
	must(t, s.Apply(ctx, store.Batch{Chain: chain, After: block(0, 0), Blocks: []store.Block{block(1, 0)}, Orders: list}))
	found, _, err := s.Orders(ctx, place, B)
	must(t, err)
	if len(found) != 2 || found[0].Order != list[0].Order || found[1].Order != list[2].Order {
		t.Errorf("found %d orders", len(found))
	}
	other := place
	other.Tier = 2
	if found, _, err := s.Orders(ctx, other, B); err != nil || len(found) != 0 {
		t.Errorf("tier 2 has %d orders, %v", len(found), err)
	}
}

// Shares settle orders; a new key share unsettles those that had one.
func TestSettle(t *testing.T) {
	s, ctx := newStore(t), t.Context()
	must(t, s.Anchor(ctx, chain, block(0, 0)))
	list := []order.Confirmed{paid(key(t, 1), 0, block(1, 0)), paid(key(t, 2), 1, block(1, 0)), paid(key(t, 3), 2, block(1, 0))}
	must(t, s.Apply(ctx, store.Batch{Chain: chain, After: block(0, 0), Blocks: []store.Block{block(1, 0)}, Orders: list}))
	point := [48]byte{7}
	must(t, s.Settle(ctx, chain, []store.Share{{Order: list[0].Order, Point: &point}, {Order: list[1].Order}, {Order: common.Hash{99}}}))
	unsettled := func() (n int) {
		t.Helper()
		for last := int64(0); ; n++ {
			found, next, _, err := s.Unsettled(ctx, chain, last, 1)
			must(t, err)
			if len(found) == 0 {
				return n
			}
			last = next
		}
	}
	if n := unsettled(); n != 1 {
		t.Errorf("%d orders are unsettled, want 1", n)
	}
	got, _, err := s.Order(ctx, chain, list[0].Order)
	must(t, err)
	if got.Share == nil || *got.Share != point {
		t.Error("share was not kept")
	}
	must(t, s.Close())
	dealt := identity
	dealt.Key[0]++
	s.Store, err = sqlite.Open(s.path, dealt)
	must(t, err)
	if n := unsettled(); n != 2 {
		t.Errorf("after resharing %d orders are unsettled, want 2", n)
	}
}

// A name never gets a second release or receipt.
func TestReleasesAreImmutable(t *testing.T) {
	s, ctx := newStore(t), t.Context()
	B := key(t, 3)
	_, err := s.Release(ctx, place, B)
	mustBe(t, err, store.ErrNotFound)
	one := store.Release{Point: [48]byte{1}, Order: common.Hash{1}}
	must(t, s.PutRelease(ctx, place, B, one))
	must(t, s.PutRelease(ctx, place, B, store.Release{Point: one.Point, Order: common.Hash{2}}))
	mustBe(t, s.PutRelease(ctx, place, B, store.Release{Point: [48]byte{2}}), store.ErrImmutable)
	if got, err := s.Release(ctx, place, B); err != nil || got != one {
		t.Errorf("release is %v, %v", got, err)
	}
	_, err = s.Receipt(ctx, chain, common.Hash{1})
	mustBe(t, err, store.ErrNotFound)
	must(t, s.PutReceipt(ctx, chain, common.Hash{1}, [48]byte{1}))
	must(t, s.PutReceipt(ctx, chain, common.Hash{1}, [48]byte{1}))
	mustBe(t, s.PutReceipt(ctx, chain, common.Hash{1}, [48]byte{2}), store.ErrImmutable)
	must(t, s.Writable(ctx))
}

// A store is refused when it is missing, open elsewhere, of another node, of
// another program, or of newer software.
func TestOpenRefuses(t *testing.T) {
	s := newStore(t)
	_, err := sqlite.Open(s.path, identity)
	mustBe(t, err, store.ErrUnusable)
	must(t, s.Close())

	other := identity
	other.GroupKey = common.Hash{9}
	_, err = sqlite.Open(s.path, other)
	mustBe(t, err, store.ErrUnusable)
	other = identity
	other.Chains = []store.Chain{{ID: chain, Escrow: common.Address{9}}}
	_, err = sqlite.Open(s.path, other)
	mustBe(t, err, store.ErrUnusable)
	other.Chains = []store.Chain{{ID: 1, Escrow: common.Address{3}}}
	_, err = sqlite.Open(s.path, other)
	mustBe(t, err, store.ErrUnusable)

	must(t, sqlite.AddChain(s.path, identity, other.Chains[0]))
	must(t, sqlite.AddChain(s.path, identity, other.Chains[0]))
	mustBe(t, sqlite.AddChain(s.path, identity, store.Chain{ID: 1, Escrow: common.Address{8}}), store.ErrUnusable)
	opened, err := sqlite.Open(s.path, other)
	must(t, err)
	must(t, opened.Close())

	mustBe(t, sqlite.Create(s.path, identity), fs.ErrExist)
	_, err = sqlite.Open(s.path+".none", identity)
	mustBe(t, err, store.ErrUnusable)
	empty := filepath.Join(t.TempDir(), "empty.db")
	must(t, os.WriteFile(empty, nil, 0o600))
	_, err = sqlite.Open(empty, identity)
	mustBe(t, err, store.ErrUnusable)

	db, err := sql.Open("sqlite", s.path)
	must(t, err)
	_, err = db.Exec("PRAGMA user_version = 99")
	must(t, errors.Join(err, db.Close()))
	_, err = sqlite.Open(s.path, identity)
	mustBe(t, err, store.ErrUnusable)
}
