package publisher_test

import (
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/publisher"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
)

func (s *stall) answers(p purchase) (events []dispute.Event) {
	s.Helper()
	logs, err := s.bed.Client().FilterLogs(s.Context(), ethereum.FilterQuery{
		Addresses: []common.Address{testbed.Contracts.Escrow}, Topics: [][]common.Hash{{dispute.KeyReleasedTopic}, {p.Order}},
	})
	s.must(err)
	for _, log := range logs {
		e, err := dispute.ParseEvent(log)
		s.must(err)
		events = append(events, e)
	}
	return events
}

// A buyer who has the key disputes. No node answers; the publisher answers from
// the release that was kept, when the nodes had their turn, although all of them
// are dead by then: he is paid, and the buyer finds the key on chain.
func TestPublisherAnswers(t *testing.T) {
	s := newStall(t)
	p := s.sell(1)
	w := s.watch(s.book(), sellerAccount)
	s.keep(w, 1)
	s.stopNodes()
	s.dispute(p)
	s.step(w)
	s.wantTold(publisher.WasDisputed, 1)
	s.wantTold(publisher.Answering, 0) // the nodes have a quarter of the time
	s.wantStatus(p, dispute.Disputed)
	s.turn()
	s.step(w)
	s.wantStatus(p, dispute.Answered)
	s.opens(p)
	s.step(w)
	s.wantTold(publisher.WasAnswered, 1)
	s.wantTold(publisher.Answering, 1)
	if n := s.sent(sellerAccount); n != 1 {
		t.Errorf("the publisher sent %d transactions", n)
	}
	e, err := s.market.Earnings(t.Context(), s.account)
	s.must(err)
	if !e.Due.Eq(uint256.NewInt(975)) { // 1000 less 2.5 %
		t.Errorf("%v is due", e.Due)
	}
}

// What the committee answers in its turn costs the publisher nothing.
func TestNodesHaveTheirTurn(t *testing.T) {
	s := newStall(t)
	p := s.sell(1)
	w := s.watch(s.book(), sellerAccount)
	s.keep(w, 1)
	s.dispute(p)
	s.step(w)
	s.answerAsNode(p)
	s.turn()
	s.step(w)
	s.wantTold(publisher.Answering, 0)
	s.wantTold(publisher.WasAnswered, 1)
	if n := s.sent(sellerAccount); n != 0 {
		t.Errorf("the publisher sent %d transactions", n)
	}
}

// answerAsNode answers as an operator would, with the release that nodes serve.
func (s *stall) answerAsNode(p purchase) {
	s.Helper()
	b, err := publisher.NewBook(s.home, testbed.ChainID, s.account)
	s.must(err)
	defer b.Close()
	sale, err := b.At(p.Leaf.Index)
	s.must(err)
	U, kept, err := sale.Kept()
	if err != nil || !kept {
		s.Fatal("no release is kept", err)
	}
	batch := dispute.Batch{{Leaf: p.Leaf, U: U}}
	s.must(s.send(testbed.FirstOperator, nil, batch.Call(s.group.P, s.group.Q)))
}

// 35 buyers dispute at once, of two tiers: one transaction answers them all.
func TestManyDisputes(t *testing.T) {
	s := newStall(t)
	const many = 35
	var all []purchase
	for i := range many {
		all = append(all, s.sell(uint8(1+i%2)))
	}
	s.commit(2)
	w := s.watch(s.book(), sellerAccount)
	s.keep(w, many)
	for _, p := range all {
		s.dispute(p)
	}
	s.commit(2)
	s.turn()
	s.step(w)
	s.step(w)
	for _, p := range all {
		s.wantStatus(p, dispute.Answered)
		s.opens(p)
	}
	if n := s.sent(sellerAccount); n != 1 {
		t.Errorf("the publisher sent %d transactions", n)
	}
	s.wantTold(publisher.Answering, 1)
	s.wantTold(publisher.WasAnswered, many)
}

// The release of what cost nothing is asked for when it is disputed, not before.
func TestFreeSale(t *testing.T) {
	s := newStall(t)
	p := s.sell(0)
	w := s.watch(s.book(), sellerAccount)
	s.step(w)
	if kept, missing, err := w.Keep(t.Context()); kept != 0 || missing != 0 || err != nil {
		t.Errorf("kept %d, %d missing, %v", kept, missing, err)
	}
	s.dispute(p)
	s.step(w)
	if kept, missing, err := w.Keep(t.Context()); kept != 0 || missing != 1 || err != nil {
		t.Errorf("disputed: kept %d, %d missing, %v", kept, missing, err)
	}
}
