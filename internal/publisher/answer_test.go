package publisher_test

import (
	"context"
	"errors"
	"math/big"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/publisher"
	"github.com/shrinkwrap/shrinkwrap/internal/rpctest"
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

// Two watch the same sales, as two accounts in two homes: one answers, and what
// the other would send is estimated to fail, and not sent.
func TestTwoWatch(t *testing.T) {
	s := newStall(t)
	p := s.sell(1)
	first := s.watch(s.book(), sellerAccount)
	s.keep(first, 1)
	s.home = home.Home{Dir: t.TempDir()}
	second := s.watch(s.book(), testbed.FirstOperator)
	s.keep(second, 1)
	s.dispute(p)
	s.turn()
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 2)
	for _, w := range []*publisher.Watch{first, second} {
		go func() { done <- w.Run(ctx) }()
	}
	for deadline := time.Now().Add(30 * time.Second); s.times(publisher.WasAnswered) < 2 && time.Now().Before(deadline); {
		time.Sleep(time.Millisecond)
	}
	cancel()
	for range 2 {
		if err := <-done; !errors.Is(err, context.Canceled) {
			t.Errorf("a watch ended by %v", err)
		}
	}
	s.opens(p) // once
	s.wantTold(publisher.WasAnswered, 2)
}

// Whoever watches beside another process of the same home is told so.
func TestOneWatchesAHome(t *testing.T) {
	s := newStall(t)
	s.book()
	other := s.book()
	if _, err := publisher.NewWatch(publisher.Watching{Market: s.market, Book: other}); !errors.Is(err, publisher.ErrWatched) {
		t.Errorf("a second watch: %v", err)
	}
	if _, err := s.market.Follow(t.Context(), other, nil); err == nil {
		t.Error("two processes write into one book")
	}
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

// A node that lies is not believed, and told of; the honest one behind it is
// asked. Where nobody has the release, that is said, once.
func TestFalseRelease(t *testing.T) {
	s := newStall(t)
	point := bls.GeneratorG1().Bytes()
	liar := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.Write([]byte(`{"state":"released","release":"` + hexutil.Encode(point[:]) + `"}`))
	}))
	defer liar.Close()
	p := s.sell(1)
	b := s.book()
	alone := s.watchWith(b, sellerAccount, nodeapi.Client{URL: liar.URL})
	s.step(alone)
	kept, missing, err := alone.Keep(t.Context())
	if kept != 0 || missing != 1 || err != nil {
		t.Errorf("kept %d of a liar, %d missing, %v", kept, missing, err)
	}
	s.wantTold(publisher.FalseRelease, 1)
	s.dispute(p)
	s.turn()
	s.step(alone)
	s.step(alone)
	s.wantTold(publisher.Unreleased, 1)
	s.wantStatus(p, dispute.Disputed)
	sale, err := b.At(0)
	s.must(err)
	if err := b.Keep(sale, bls.GeneratorG1()); err != nil {
		t.Fatal(err)
	}
	other, err := bls.GeneratorG1().Add(bls.GeneratorG1())
	s.must(err)
	if otherErr := new(publisher.OtherReleaseError); !errors.As(b.Keep(sale, other), &otherErr) || otherErr.Order != p.Order {
		t.Error("a kept release was replaced")
	}
	// What does not verify is not sent, and dropped from the home.
	s.step(alone)
	s.wantStatus(p, dispute.Disputed)
	if sale, err = b.At(0); err != nil {
		t.Fatal(err)
	}
	if _, kept, _ := sale.Kept(); kept {
		t.Error("a false release is still kept")
	}
}

// A poor account is warned of, and answers once it has coin.
func TestPoorAccount(t *testing.T) {
	s := newStall(t)
	p := s.sell(1)
	w := s.watch(s.book(), 77)
	s.keep(w, 1)
	s.wantTold(publisher.LowAccount, 1)
	s.dispute(p)
	s.turn()
	s.step(w)
	s.wantStatus(p, dispute.Disputed)
	s.wantTold(publisher.LowAccount, 2)
	to := address(77)
	_, err := s.bed.Send(t.Context(), buyerKey, &to, big.NewInt(1e17), nil)
	s.must(err)
	s.step(w)
	s.wantStatus(p, dispute.Answered)
}

// A sale under a key that no wrap of the publisher's tells is not answered for,
// and that is said.
func TestUnknownGroup(t *testing.T) {
	s := newStall(t)
	p := s.sell(1)
	key := s.group.Key()
	s.group.P, s.group.Q = bls.GeneratorG1(), bls.GeneratorG2()
	w := s.watch(s.book(), sellerAccount)
	s.step(w)
	if kept, missing, err := w.Keep(t.Context()); kept != 0 || missing != 1 || err != nil {
		t.Errorf("kept %d, %d missing, %v", kept, missing, err)
	}
	s.dispute(p)
	s.turn()
	s.step(w)
	s.wantTold(publisher.Unreleased, 1)
	if why := s.told[len(s.told)-1].Err; why == nil || !strings.Contains(why.Error(), common.Hash(key).Hex()) {
		t.Errorf("it says %v", why)
	}
}

// The committee's contract tells of its nodes; each is asked once, and what is no
// committee adds none.
func TestWithCommittee(t *testing.T) {
	bed, market := newMarket(t)
	l := marketListing(t, bed)
	committee := common.HexToAddress(l.Committee.Address)
	nodes := market.WithCommittee(t.Context(), committee, []nodeapi.Client{{URL: urls[1]}})
	if len(nodes) != 3 || nodes[0].URL != urls[1] || nodes[1].URL != urls[0] || nodes[2].URL != urls[2] || nodes[1].HTTP == nil {
		t.Errorf("nodes are %+v", nodes)
	}
	for _, none := range []common.Address{{5}, market.Contracts.Escrow} {
		if nodes := market.WithCommittee(t.Context(), none, nil); len(nodes) != 0 {
			t.Errorf("%s has the nodes %+v", none, nodes)
		}
	}
}

// What fails at the chain is told once, and tried again although no new block
// comes.
func TestChainTrouble(t *testing.T) {
	s := newStall(t)
	p := s.sell(1)
	w := s.watch(s.book(), sellerAccount)
	s.keep(w, 1)
	s.dispute(p)
	s.turn()
	s.wire.Set(func(x *rpctest.Proxy) {
		x.Refuse = rpctest.Refusing("eth_getLogs", rpctest.Fault{Code: -32000, Message: "the index is away"})
	})
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- w.Run(ctx) }()
	s.await(publisher.Trouble)
	s.wantStatus(p, dispute.Disputed)
	s.deaf(false)
	s.await(publisher.WasAnswered)
	cancel()
	<-done
	s.wantTold(publisher.Trouble, 1)
	s.opens(p)
}

// await waits until something was told.
func (s *stall) await(what publisher.What) {
	s.Helper()
	for deadline := time.Now().Add(30 * time.Second); s.times(what) == 0; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			s.Fatalf("%q was not told: %+v", what, s.told)
		}
	}
}
