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

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/publisher"
	"github.com/shrinkwrap/shrinkwrap/internal/rpctest"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
)

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
	for deadline := time.Now().Add(time.Minute); s.times(publisher.WasAnswered) < 2 && time.Now().Before(deadline); {
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
	for deadline := time.Now().Add(time.Minute); s.times(what) == 0; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			s.Fatalf("%q was not told: %+v", what, s.told)
		}
	}
}
