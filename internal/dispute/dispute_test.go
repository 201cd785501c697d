package dispute_test

import (
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
)

// The windows are the escrow's own: on the bed's chain it is asked for them.
func TestWindowsAreTheEscrows(t *testing.T) {
	w := newWorld(t)
	escrow := bindings.NewEscrow()
	window, err := escrow.UnpackWINDOW(w.view(escrow.PackWINDOW()))
	w.check(err)
	answer, err := escrow.UnpackANSWER(w.view(escrow.PackANSWER()))
	w.check(err)
	if got := dispute.WindowsOf(testbed.ChainID); got.Dispute != window.Uint64() || got.Answer != answer.Uint64() {
		t.Errorf("windows %+v, the escrow has %v and %v", got, window, answer)
	}
	if got := dispute.WindowsOf(10); got.Dispute != 3*86400 || got.Answer != 2*86400 {
		t.Errorf("windows %+v where a sequencer may be down for a day", got)
	}
}

// An order can be disputed to the last second that the windows name, and not
// after it.
func TestDisputableUntil(t *testing.T) {
	for name, late := range map[string]uint64{"last second": 0, "a second later": 1} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			o, known := w.buy(w.key(0, 0))
			path, err := w.prover().Prove(t.Context(), o.Leaf, known)
			w.check(err)
			head, err := w.client.Head(t.Context())
			w.check(err)
			until := dispute.WindowsOf(testbed.ChainID).DisputableUntil(o.Leaf.Time)
			// The transaction is mined a second after the block that passes the time.
			w.check(w.AdjustTime(time.Duration(until+late-head.Time-1) * time.Second))
			proof, err := o.Proof()
			w.check(err)
			err = w.send(buyer, big.NewInt(1e16), dispute.Call(o.Leaf, path, proof))
			if (err == nil) != (late == 0) {
				t.Errorf("dispute: %v", err)
			}
			if at, err := w.client.Head(t.Context()); err != nil || at.Time != until+late {
				t.Errorf("tried at %d, not at %d: %v", at.Time, until+late, err)
			}
		})
	}
}

// An answer that does not come gives the money and the bond back, after its
// deadline and not before.
func TestRefund(t *testing.T) {
	w := newWorld(t)
	o, known := w.buy(w.key(0, 0))
	w.check(w.dispute(o, known))
	s := w.status(o)
	if s.State != dispute.Disputed || s.By != devchain.Address(buyer) || s.Bond.IsZero() {
		t.Fatalf("after the dispute: %+v", s)
	}
	head, err := w.client.Head(t.Context())
	w.check(err)
	if due := dispute.Bond(testbed.ChainID, head.BaseFee); !due.Eq(s.Bond) {
		t.Errorf("the escrow kept a bond of %s, want %s", s.Bond, due)
	}
	opened, err := dispute.ParseOpened(w.event(o).Data)
	if err != nil || opened.Deadline != s.Deadline || opened.By != s.By {
		t.Errorf("the event tells %+v, %v, the escrow keeps %+v", opened, err, s)
	}
	if err := w.send(buyer, nil, dispute.RefundCall(o.Leaf)); err == nil {
		t.Error("refunded before the deadline")
	}
	w.check(w.AdjustTime(time.Duration(dispute.WindowsOf(testbed.ChainID).Answer+1) * time.Second))
	w.check(w.send(buyer, nil, dispute.RefundCall(o.Leaf)))
	if s := w.status(o); s.State != dispute.Refunded {
		t.Errorf("after the refund: %+v", s)
	}
	if e := w.event(o); e.State != dispute.Refunded {
		t.Errorf("the last event is %+v", e)
	}
}

// event is the last about an order.
func (w *world) event(o order.Confirmed) dispute.Event {
	w.t.Helper()
	head, err := w.client.BlockNumber(w.t.Context())
	w.check(err)
	logs, err := w.client.FilterLogs(w.t.Context(), ethereum.FilterQuery{
		FromBlock: new(big.Int), ToBlock: new(big.Int).SetUint64(head), Addresses: []common.Address{testbed.Contracts.Escrow},
		Topics: [][]common.Hash{{dispute.DisputedTopic, dispute.KeyReleasedTopic, dispute.RefundedTopic}, {o.Order}},
	})
	w.check(err)
	e, err := dispute.ParseEvent(logs[len(logs)-1])
	w.check(err)
	return e
}

// One answer goes alone, more go together, those of one tier side by side; each
// release stands on chain.
func TestBatches(t *testing.T) {
	w := newWorld(t)
	var answers []dispute.Answer
	var orders []order.Confirmed
	var knowns []dispute.Known
	for i := range uint32(4) {
		key := w.key(uint8(i%2), i)
		o, known := w.buy(key)
		answers, orders, knowns = append(answers, w.answer(o, key)), append(orders, o), append(knowns, known)
	}
	for i, o := range orders {
		w.check(w.dispute(o, knowns[i]))
	}
	batches := append(dispute.Batches(answers[:1]), dispute.Batches(answers[1:])...)
	if len(batches) != 2 || len(batches[0].Orders()) != 1 || len(batches[1].Orders()) != 3 {
		t.Fatalf("%d batches", len(batches))
	}
	if b := batches[1]; b[0].Leaf.Tier != b[1].Leaf.Tier && b[1].Leaf.Tier != b[2].Leaf.Tier {
		t.Error("neighbours are of different tiers")
	}
	for _, b := range batches {
		w.check(w.send(publisher, nil, b.Call(w.group.P, w.group.Q)))
	}
	for i, o := range orders {
		U := answers[i].U.Words()
		if e := w.event(o); w.status(o).State != dispute.Answered || common.Hash(e.Data[:32]) != U[0] {
			t.Errorf("order %d: %+v, %+v", i, w.status(o), e)
		}
	}
}

func TestBatchesAreFull(t *testing.T) {
	one := dispute.Answer{Leaf: order.Leaf{Amount: new(uint256.Int)}}
	many := make([]dispute.Answer, 2*dispute.BatchSize+1)
	for i := range many {
		many[i] = one
	}
	var sizes []int
	for _, b := range dispute.Batches(many) {
		sizes = append(sizes, len(b))
	}
	if len(sizes) != 3 || sizes[0] != dispute.BatchSize || sizes[1] != dispute.BatchSize || sizes[2] != 1 {
		t.Errorf("batches of %v", sizes)
	}
	if got := dispute.Batches(nil); len(got) != 0 {
		t.Errorf("%d batches of nothing", len(got))
	}
}

// A publisher pays back what is pending, disputed or not; nobody else can.
func TestRefundByPublisher(t *testing.T) {
	w := newWorld(t)
	for i, disputed := range []bool{false, true} {
		o, known := w.buy(w.key(0, uint32(i)))
		if disputed {
			w.check(w.dispute(o, known))
		}
		path, err := w.prover().Prove(t.Context(), o.Leaf, dispute.Known{})
		w.check(err)
		call := dispute.RefundByPublisherCall(o.Leaf, path)
		if err := w.send(buyer, nil, call); err == nil {
			t.Error("the buyer took his money back himself")
		}
		w.check(w.send(publisher, nil, call))
		if s := w.status(o); s.State != dispute.Refunded {
			t.Errorf("disputed %v: %+v", disputed, s)
		}
	}
}

// takes asks the escrow whether it would take a path, of a call that needs one.
func (w *world) takes(o order.Confirmed, path []common.Hash) error {
	_, err := w.client.EstimateGas(w.t.Context(), ethereum.CallMsg{
		From: devchain.Address(publisher), To: &testbed.Contracts.Escrow, Data: dispute.RefundByPublisherCall(o.Leaf, path),
	})
	return err
}

// A path is found from what was known before the order, from nothing, and from
// what was known of a log that the chain then dropped; many orders later too.
func TestProve(t *testing.T) {
	w := newWorld(t)
	var keys []release.Key
	for i := range uint32(3) {
		keys = append(keys, w.key(0, i))
		w.buy(keys[i])
	}
	o, known := w.buy(w.key(1, 0))
	for i := range uint32(5) {
		for name, from := range map[string]dispute.Known{
			"before":  known,
			"nothing": {},
			"false":   {Count: known.Count, Peaks: order.Peaks{{1}, {2}}, Block: known.Block},
			"later":   {Count: known.Count + 1, Peaks: known.Peaks, Block: known.Block + 1},
		} {
			if path, err := w.prover().Prove(t.Context(), o.Leaf, from); err != nil {
				t.Errorf("%s, %d orders later: %v", name, i, err)
			} else if len(path) == 0 && i > 3 {
				t.Errorf("%s: no path", name)
			} else if err := w.takes(o, path); err != nil {
				t.Errorf("%s, %d orders later: the escrow refuses the path: %v", name, i, err)
			}
		}
		w.buy(w.key(0, 100+i))
	}
	never := o.Leaf
	never.Amount = uint256.NewInt(price + 1)
	if path, err := w.prover().Prove(t.Context(), never, known); err == nil {
		t.Errorf("an order that was never paid has the path %v", path)
	}
}
