package publisher_test

import (
	"errors"
	"testing"
	"time"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/publisher"
)

// sale returns a purchase as the book has it, read up to the head.
func (s *stall) sale(b *publisher.Book, p purchase) publisher.Sale {
	s.Helper()
	_, err := s.market.Follow(s.Context(), b, nil)
	s.must(err)
	sale, err := b.At(p.Leaf.Index)
	s.must(err)
	return sale
}

func (s *stall) refund(b *publisher.Book, p purchase) error {
	_, err := s.market.Refund(s.Context(), b, s.sale(b, p), chain.NewKeySigner(devchain.Key(sellerAccount)))
	return err
}

// The publisher pays back what is pending: before its depth, so that no node ever
// releases it, and what is disputed. The buyer has his money.
func TestRefund(t *testing.T) {
	s := newStall(t)
	b := s.book()
	s.sell(1)
	shallow, disputed := s.sell(2), s.sell(1)
	s.sell(1)
	s.dispute(disputed)
	before, err := s.market.Client.BalanceAt(t.Context(), devchain.Address(buyerAccount), nil)
	s.must(err)
	s.must(s.refund(b, shallow))
	s.must(s.refund(b, disputed))
	s.wantStatus(shallow, dispute.Refunded)
	s.wantStatus(disputed, dispute.Refunded)
	after, err := s.market.Client.BalanceAt(t.Context(), devchain.Address(buyerAccount), nil)
	s.must(err)
	if back := after.Sub(after, before); back.Int64() <= 6000 { // and the bond
		t.Errorf("the buyer has %v back", back)
	}
	s.commit(5)
	for _, url := range s.desc.URLs() {
		r := s.refused(nodeapi.Client{URL: url}, shallow)
		if r.Release != "" || r.Share != nil {
			t.Errorf("a node releases what was refunded: %+v", r)
		}
	}
	e, err := s.market.Earnings(t.Context(), s.account)
	s.must(err)
	if len(e.Pending) != 1 || e.Pending[0].Amount.Uint64() != 2000 {
		t.Errorf("pending is %+v", e.Pending)
	}
}

// refused asks a node until it knows of a refund.
func (s *stall) refused(n nodeapi.Client, p purchase) (r nodeapi.Release) {
	s.Helper()
	for deadline := time.Now().Add(time.Minute); r.State != nodeapi.StateRefunded; time.Sleep(time.Millisecond) {
		var err error
		r, err = n.Release(s.Context(), nodeapi.ReleaseQuery{GroupKey: s.group.Key(), Place: p.key.Place, B: p.key.B})
		s.must(err)
		if time.Now().After(deadline) {
			s.Fatalf("node says %+v", r)
		}
	}
	return r
}

// What cannot be paid back is refused before anything is signed.
func TestCheckRefund(t *testing.T) {
	s := newStall(t)
	b := s.book()
	refunded, answered, pending := s.sell(1), s.sell(1), s.sell(1)
	w := s.watch(b, sellerAccount)
	s.keep(w, 3)
	s.must(s.refund(b, refunded))
	s.dispute(answered)
	s.turn()
	s.step(w)
	seller, stranger := devchain.Address(sellerAccount), devchain.Address(buyerAccount)
	check := func(p purchase, want error) {
		t.Helper()
		if err := s.market.CheckRefund(t.Context(), s.sale(b, p), seller); !errors.Is(err, want) {
			t.Errorf("order %d: %v, want %v", p.Leaf.Index, err, want)
		}
	}
	check(refunded, publisher.ErrRefunded)
	check(answered, publisher.ErrAnswered)
	check(pending, nil)
	if err := s.market.CheckRefund(t.Context(), s.sale(b, pending), stranger); !errors.Is(err, publisher.ErrNotYours) {
		t.Errorf("a stranger: %v", err)
	}
	// The last second of an epoch, and the first of the next.
	head, err := s.market.Client.Head(t.Context())
	s.must(err)
	last := dispute.WindowsOf(s.market.Client.ChainID()).DisputableUntil(pending.Leaf.Time)
	adjust(t, s.bed, time.Duration(last-head.Time)*time.Second)
	check(pending, nil)
	adjust(t, s.bed, time.Second)
	check(pending, publisher.ErrMatured)
	if err := s.refund(b, pending); err == nil {
		t.Error("matured money was paid back")
	}
}

// A refund that was recorded and not sent is sent by the next run as it is.
func TestKilledRefund(t *testing.T) {
	s := newStall(t)
	b := s.book()
	p := s.sell(1)
	s.deaf(true)
	if err := s.refund(b, p); err == nil {
		t.Fatal("nothing reaches the chain, and it is done")
	}
	s.wantStatus(p, dispute.None)
	if began, err := b.Refunding(s.sale(b, p)); !began || err != nil {
		t.Errorf("it is not recorded, %v", err)
	}
	s.deaf(false)
	for range 2 {
		s.must(s.refund(b, p))
	}
	s.wantStatus(p, dispute.Refunded)
	if n := s.sent(sellerAccount); n != 1 {
		t.Errorf("the publisher sent %d transactions", n)
	}
}
