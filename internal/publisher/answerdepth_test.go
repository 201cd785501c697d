package publisher_test

import (
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/publisher"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
)

// A dispute is answered when it and the payment are as deep as the offer asks.
func TestAnswersAtDepth(t *testing.T) {
	s := newStall(t)
	p := s.sell(2)
	w := s.watch(s.book(), sellerAccount)
	s.step(w)
	if kept, missing, err := w.Keep(t.Context()); kept != 0 || missing != 0 || err != nil {
		t.Errorf("asked before its depth: %d, %d, %v", kept, missing, err)
	}
	s.commit(2)
	s.keep(w, 1)
	s.turn() // before the dispute, so that its depth alone counts
	s.dispute(p)
	adjust(t, s.bed, 6*time.Hour) // one block
	s.step(w)
	s.wantStatus(p, dispute.Disputed)
	s.wantTold(publisher.Answering, 0)
	s.commit(1)
	s.step(w)
	s.wantStatus(p, dispute.Answered)
}

// A publisher who is killed between recording the answer and sending it sends the
// same one the next time, and only that.
func TestKilledBeforeSending(t *testing.T) {
	s := newStall(t)
	p := s.sell(1)
	b := s.book()
	w := s.watch(b, sellerAccount)
	s.keep(w, 1)
	s.dispute(p)
	s.turn()
	s.deaf(true)
	s.must(w.Step(t.Context())) // nothing reaches the chain
	s.wantStatus(p, dispute.Disputed)
	s.wantTold(publisher.Answering, 1)
	s.must(b.Close())
	s.deaf(false)
	again := s.watch(s.book(), sellerAccount)
	s.step(again)
	s.wantStatus(p, dispute.Answered)
	s.wantTold(publisher.Answering, 1) // it was not signed anew
	if n := s.sent(sellerAccount); n != 1 {
		t.Errorf("the publisher sent %d transactions", n)
	}
}

// A reorganisation that takes the answer away has it sent again; one that takes
// the dispute away, too, has nothing to answer.
func TestReorganisedAnswer(t *testing.T) {
	s := newStall(t)
	p := s.sell(1)
	w := s.watch(s.book(), sellerAccount)
	s.keep(w, 1)
	paid := s.head()
	s.dispute(p)
	s.turn()
	disputed := s.head()
	s.step(w)
	s.wantStatus(p, dispute.Answered)
	s.step(w)

	s.rewind(disputed, 1)
	s.wantStatus(p, dispute.Disputed)
	s.step(w)
	s.wantStatus(p, dispute.Answered)
	s.opens(p)
	s.wantTold(publisher.Answering, 1) // the same transaction
	if n := s.sent(sellerAccount); n != 1 {
		t.Errorf("the publisher sent %d transactions", n)
	}

	s.step(w)
	s.rewind(paid, 3)
	s.turn()
	s.step(w)
	s.wantStatus(p, dispute.None)
	s.wantTold(publisher.Answering, 1)
	if n := s.sent(sellerAccount); n != 0 {
		t.Errorf("the publisher sent %d transactions, and nobody disputes", n)
	}
}

// A reorganisation that takes the payment away takes no release: when the same
// payment is made again nobody has to be asked.
func TestReorganisedPayment(t *testing.T) {
	s := newStall(t)
	before := s.head()
	key := s.key(1)
	buy := func() purchase {
		c, _, err := s.bed.Buy(t.Context(), buyerKey, s.terms, key)
		s.must(err)
		return purchase{c, key}
	}
	first := buy()
	b := s.book()
	w := s.watch(b, sellerAccount)
	s.keep(w, 1)
	s.stopNodes()
	s.rewind(before, 4)
	s.step(w)
	s.wantTold(publisher.WasDropped, 1)
	if n := b.Len(); n != 0 {
		t.Errorf("the book has %d sales", n)
	}
	again := buy()
	if first.Order == again.Order {
		t.Fatal("the payment is in the same block's time: the test shows nothing")
	}
	s.dispute(again)
	s.turn()
	s.step(w)
	s.wantStatus(again, dispute.Answered)
	s.opens(again)
}

// An order whose money went back is not answered, whatever is kept of it; nor is
// one whose time is over.
func TestNotAnswered(t *testing.T) {
	s := newStall(t)
	refunded, late := s.sell(1), s.sell(1)
	w := s.watch(s.book(), sellerAccount)
	s.keep(w, 2)
	s.dispute(refunded)
	s.dispute(late)
	s.must(s.send(sellerAccount, nil, dispute.RefundByPublisherCall(refunded.Leaf, s.path(refunded))))
	adjust(t, s.bed, 25*time.Hour)
	before := s.sent(sellerAccount)
	for range 3 {
		s.step(w)
	}
	s.wantStatus(refunded, dispute.Refunded)
	s.wantStatus(late, dispute.Disputed)
	s.wantTold(publisher.Answering, 0)
	s.wantTold(publisher.Missed, 1)
	if n := s.sent(sellerAccount); n != before {
		t.Errorf("%d transactions were sent", n-before)
	}
}

// A refund ends the publisher's duty at once, in his own turn as well: nothing is
// even tried.
func TestRefundedIsNotAnswered(t *testing.T) {
	s := newStall(t)
	p := s.sell(1)
	w := s.watch(s.book(), sellerAccount)
	s.keep(w, 1)
	s.dispute(p)
	s.step(w)
	s.must(s.send(sellerAccount, nil, dispute.RefundByPublisherCall(p.Leaf, s.path(p))))
	s.turn()
	before := s.sent(sellerAccount)
	for range 3 {
		s.step(w)
	}
	s.wantStatus(p, dispute.Refunded)
	s.wantTold(publisher.WasRefunded, 1)
	s.wantTold(publisher.Answering, 0)
	s.wantTold(publisher.NotAnswering, 0)
	if n := s.sent(sellerAccount); n != before {
		t.Errorf("%d transactions were sent", n-before)
	}
}

func (s *stall) path(p purchase) []common.Hash {
	s.Helper()
	path, err := dispute.Prover{Client: s.market.Client, Escrow: testbed.Contracts.Escrow}.Prove(s.Context(), p.Leaf, dispute.Known{})
	s.must(err)
	return path
}
