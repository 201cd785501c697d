package sqlite_test

import (
	"database/sql"
	"encoding/binary"
	"errors"
	"reflect"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/node/store"
)

// at names block n with its time.
func at(n, time uint64) store.Block {
	b := block(n, 0)
	b.Time = time
	return b
}

// opened is a dispute with a deadline.
func opened(o common.Hash, deadline uint64, in store.Block, index uint) store.Mark {
	m := mark(store.Disputed, o, in, index)
	m.Data = make([]byte, 128)
	binary.BigEndian.PutUint64(m.Data[56:], deadline)
	return m
}

// The view has the time of the cursor's block, also after a rollback.
func TestViewHasTheBlocksTime(t *testing.T) {
	s, ctx := newStore(t), t.Context()
	must(t, s.Anchor(ctx, chain, at(9, 900)))
	if got := s.cursor().Cursor; got != at(9, 900) {
		t.Errorf("anchor is %+v", got)
	}
	must(t, s.Apply(ctx, store.Batch{Chain: chain, After: at(9, 900), Blocks: []store.Block{at(10, 1000), at(12, 1200)}}))
	s.reopen()
	if got := s.cursor().Cursor; got != at(12, 1200) {
		t.Errorf("cursor is %+v", got)
	}
	back, err := s.Remembered(ctx, chain, 11)
	must(t, err)
	_, err = s.Rollback(ctx, chain, back)
	must(t, err)
	if got := s.cursor().Cursor; got != at(10, 1000) {
		t.Errorf("after the rollback the cursor is %+v", got)
	}
}

// Disputes are found until their deadlines have passed by the cursor's time,
// answered or not, and are gone with the block that had them.
func TestDisputedOrders(t *testing.T) {
	s, ctx := newStore(t), t.Context()
	must(t, s.Anchor(ctx, chain, at(0, 100)))
	orders := []order.Confirmed{paid(key(t, 1), 0, at(1, 200)), paid(key(t, 2), 1, at(1, 200)), paid(key(t, 3), 2, at(1, 200)), paid(key(t, 4), 3, at(1, 200))}
	must(t, s.Apply(ctx, store.Batch{Chain: chain, After: at(0, 100), Blocks: []store.Block{at(1, 200), at(2, 300)}, Orders: orders, Marks: []store.Mark{
		opened(orders[0].Order, 299, at(2, 300), 0), opened(orders[1].Order, 300, at(2, 300), 1),
		opened(orders[2].Order, 1<<33, at(2, 300), 2), mark(store.Answered, orders[2].Order, at(2, 300), 3),
	}}))
	found, view, err := s.Disputed(ctx, chain)
	must(t, err)
	if len(found) != 2 || found[0].Order != orders[1].Order || found[1].Order != orders[2].Order || view.Cursor != at(2, 300) {
		t.Fatalf("%d orders are disputed at %+v", len(found), view)
	}
	if !found[1].Has(store.Answered) || found[0].Has(store.Answered) {
		t.Error("marks are confused")
	}
	_, err = s.Rollback(ctx, chain, at(1, 200))
	must(t, err)
	if found, _, err := s.Disputed(ctx, chain); err != nil || len(found) != 0 {
		t.Errorf("a dropped dispute still counts: %d, %v", len(found), err)
	}
}

// A release for an answer is kept apart from those that everybody may have.
func TestCollectedReleasesAreKeptApart(t *testing.T) {
	s, ctx := newStore(t), t.Context()
	_, err := s.Collected(ctx, chain, common.Hash{1})
	mustBe(t, err, store.ErrNotFound)
	must(t, s.PutCollected(ctx, chain, common.Hash{1}, [48]byte{1}))
	must(t, s.PutCollected(ctx, chain, common.Hash{1}, [48]byte{1}))
	mustBe(t, s.PutCollected(ctx, chain, common.Hash{1}, [48]byte{2}), store.ErrImmutable)
	s.reopen()
	if got, err := s.Collected(ctx, chain, common.Hash{1}); err != nil || got != [48]byte{1} {
		t.Errorf("kept %x, %v", got, err)
	}
	_, err = s.Release(ctx, place, key(t, 1))
	mustBe(t, err, store.ErrNotFound)
}

// Versions of a transaction are there after a restart, in their order, each
// account's for itself, until they are forgotten together.
func TestSentVersions(t *testing.T) {
	s, ctx := newStore(t), t.Context()
	one := store.Sent{Account: common.Address{1}, Nonce: 7, Raw: []byte{1}, Orders: []common.Hash{{1}, {2}}}
	two, next, other := one, one, one
	two.Raw, next.Nonce, other.Account = []byte{2}, 6, common.Address{2}
	for _, v := range []store.Sent{one, two, next, other} {
		must(t, s.PutSent(ctx, chain, v))
	}
	s.reopen()
	got, err := s.Sent(ctx, chain, one.Account)
	must(t, err)
	if want := []store.Sent{next, one, two}; !reflect.DeepEqual(got, want) {
		t.Errorf("kept %+v, want %+v", got, want)
	}
	must(t, s.ForgetSent(ctx, chain, one.Account, 7))
	if got, err = s.Sent(ctx, chain, one.Account); err != nil || !reflect.DeepEqual(got, []store.Sent{next}) {
		t.Errorf("after one was forgotten: %+v, %v", got, err)
	}
	if got, err = s.Sent(ctx, chain, other.Account); err != nil || len(got) != 1 {
		t.Errorf("of the other account: %+v, %v", got, err)
	}
}

// A store of the first schema is brought up to date, and nothing in it is lost.
// Its blocks have no times, those that follow have.
func TestFirstSchemaIsBroughtUpToDate(t *testing.T) {
	s, ctx := newStore(t), t.Context()
	must(t, s.Anchor(ctx, chain, block(9, 0)))
	o := paid(key(t, 1), 0, block(10, 0))
	must(t, s.Apply(ctx, store.Batch{Chain: chain, After: block(9, 0), Blocks: []store.Block{block(10, 0)}, Orders: []order.Confirmed{o},
		Marks: []store.Mark{opened(o.Order, 5000, block(10, 0), 1)}}))
	point := [48]byte{7}
	must(t, s.Settle(ctx, chain, []store.Share{{Order: o.Order, Point: &point}}))
	must(t, s.PutRelease(ctx, place, key(t, 1), store.Release{Point: [48]byte{1}, Order: o.Order}))
	must(t, s.PutReceipt(ctx, chain, o.Order, [48]byte{3}))
	before, _, err := s.Order(ctx, chain, o.Order)
	must(t, err)
	must(t, s.Close())
	asFirstSchema(t, s.path)

	s.open()
	after, view, err := s.Order(ctx, chain, o.Order)
	must(t, err)
	if !reflect.DeepEqual(after, before) || view.Cursor != block(10, 0) || !view.Behind() {
		t.Errorf("order is %+v at %+v", after, view)
	}
	if r, err := s.Release(ctx, place, key(t, 1)); err != nil || r.Point != [48]byte{1} {
		t.Errorf("release is %v, %v", r, err)
	}
	if r, err := s.Receipt(ctx, chain, o.Order); err != nil || r != [48]byte{3} {
		t.Errorf("receipt is %v, %v", r, err)
	}
	must(t, s.Apply(ctx, store.Batch{Chain: chain, After: block(10, 0), Blocks: []store.Block{at(11, 1100)}}))
	if found, view, err := s.Disputed(ctx, chain); err != nil || len(found) != 1 || view.Cursor.Time != 1100 || view.Behind() {
		t.Errorf("%d orders are disputed at %+v, %v", len(found), view, err)
	}
}

// asFirstSchema makes of a file what the first software wrote.
func asFirstSchema(t *testing.T, path string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	must(t, err)
	_, err = db.Exec(`DROP TABLE collected; DROP TABLE sent; DROP INDEX marks_deadline; ALTER TABLE blocks DROP COLUMN time; ALTER TABLE chains DROP COLUMN head; PRAGMA user_version = 1`)
	must(t, errors.Join(err, db.Close()))
}

// A batch of a backlog leaves the view behind the head that it reads up to, and
// so does every opening, until the chain was read again.
func TestBehind(t *testing.T) {
	s, ctx := newStore(t), t.Context()
	is := func(want bool, when string) {
		t.Helper()
		if v, err := s.View(ctx, chain); err != nil || v.Behind() != want {
			t.Errorf("%s: %+v, %v, want behind = %v", when, v, err, want)
		}
	}
	must(t, s.Anchor(ctx, chain, block(9, 0)))
	is(true, "anchored")
	must(t, s.Apply(ctx, store.Batch{Chain: chain, After: block(9, 0), Head: 11, Blocks: []store.Block{block(10, 0)}}))
	is(true, "half-way")
	must(t, s.Apply(ctx, store.Batch{Chain: chain, After: block(10, 0), Head: 11, Blocks: []store.Block{block(11, 0)}}))
	is(false, "at the head")
	_, err := s.Rollback(ctx, chain, block(10, 0))
	must(t, err)
	is(true, "rolled back")
	must(t, s.Apply(ctx, store.Batch{Chain: chain, After: block(10, 0), Blocks: []store.Block{block(11, 1)}}))
	is(false, "on the other branch")
	s.reopen()
	is(true, "opened again")
	must(t, s.Apply(ctx, store.Batch{Chain: chain, After: block(11, 1), Head: 11}))
	is(false, "nothing new")
}
