package node_test

import (
	"encoding/json"
	"errors"
	"log/slog"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/rpctest"
	"github.com/shrinkwrap/shrinkwrap/node"
)

// A share of a disputed order is given sealed, for the node that is named, from
// the dispute's depth on; without a name it is not given, nor to a node that the
// committee lacks. What is sealed for one node another cannot open.
func TestSharesOfDisputedOrdersAreSealed(t *testing.T) {
	c := newCourt(t, 2, 3, nil, nil)
	p := c.buy()
	c.commit(deepEnough)
	c.dispute(p)
	c.caughtUp()
	q := c.query(p)
	q.Own, q.For = true, 2
	if r := c.look(1, q); r.Sealed != nil || r.Share != nil || r.State != nodeapi.StateDisputed {
		t.Errorf("before the dispute is deep: %+v", r)
	}
	c.commit(deepEnough - 1)
	c.withholds(p, nodeapi.StateDisputed)
	r := c.look(1, q)
	if r.Share != nil || r.Release != "" || r.Sealed == nil || r.Sealed.For != 2 || r.Sealed.Node != 1 || r.Deadline != c.status(p).Deadline {
		t.Fatalf("for node 2: %+v", r)
	}
	if again := c.look(1, q); *again.Sealed != *r.Sealed {
		t.Error("asked again, it is sealed anew")
	}
	R, err := nodeapi.ParseG2(r.Sealed.R)
	must(t, err)
	sealed := release.SealedShare{Node: 1, For: 2, R: R, C: [48]byte(common.FromHex(r.Sealed.Share))}
	at := release.OrderPlace{ChainID: chainID, Escrow: bindings.EscrowAddress, Order: p.leaf.Hash()}
	for number := 1; number <= 3; number++ {
		key, err := c.homes[number-1].KeyShare(c.group)
		must(t, err)
		own := sealed
		own.For = number // whatever it says of itself
		share, err := own.Open(key, at)
		if number == 2 {
			must(t, err)
			must(t, release.VerifyShare(c.group, p.key.Place, p.key.B, share))
		} else if err == nil {
			t.Errorf("node %d opens what is for node 2", number)
		}
	}
	for query, want := range map[string]int{"?own=1&for=3": 200, "?own=1&for=4": 400, "?own=1&for=0": 400, "?for=2": 400, "?own=1&for=02": 400} {
		if r, body := c.get(1, nodeapi.ReleasePath(c.query(p))+query, nil); r.StatusCode != want {
			t.Errorf("%s: status %d, %s", query, r.StatusCode, body)
		}
	}
	if o, err := c.ask(1).Order(t.Context(), chainID, p.leaf.Hash()); err != nil || o.Deadline != c.status(p).Deadline || o.State != nodeapi.StateDisputed {
		t.Errorf("order is %+v, %v", o, err)
	}
}

// In the last tenth of the answer's time no first share is given and no first
// release sent. One that was public before is sent until the deadline.
func TestLastTenth(t *testing.T) {
	c := newCourt(t, 1, 1, nil, nil)
	known, fresh := c.buy(), c.buy()
	c.commit(deepEnough)
	c.release(known)
	c.dispute(known)
	c.dispute(fresh)
	c.commit(deepEnough - 1)
	c.pass(answerSpan * 91 / 100)
	c.caughtUp()
	q := c.query(fresh)
	q.Own, q.For = true, 1
	if r := c.look(1, q); r.Sealed != nil || r.Share != nil || !strings.Contains(r.Reason, "last tenth") {
		t.Errorf("in the last tenth: %+v", r)
	}
	c.stop(1)
	c.withKeys(1)
	c.start(1)
	c.untilAnswered(known)
	c.commit(1)
	c.unsent("for the first time in the last tenth")
	if s := c.status(fresh); s.State != dispute.Disputed {
		t.Errorf("the other order is %s", s.State)
	}
	c.pass(answerSpan / 10)
	c.withholds(fresh, nodeapi.StateDisputed)
	c.unsent("after the deadline")
}

// A release that was collected in time, and not sent for its price, is not sent for
// the first time in the last tenth either.
func TestCollectedIsNotSentInTheLastTenth(t *testing.T) {
	lines := new(logLines)
	var wire *rpctest.Proxy
	c := newCourt(t, 1, 1, []int{1}, func(c *court, _ int, config *node.Config, d *node.Deps) {
		d.Log = slog.New(slog.NewJSONHandler(lines, nil))
		wire = rpctest.NewProxy(c.t, c.bed.HTTP())
		wire.Set(func(p *rpctest.Proxy) { p.Spoil = rpctest.Constant("eth_maxPriorityFeePerGas", `"0x2e90edd000"`) }) // 200 gwei
		config.Chains[0].Endpoints, config.Chains[0].Answer.MaxFee = []string{wire.URL}, 150
	})
	p := c.buy()
	c.dispute(p)
	c.commit(deepEnough - 1)
	c.said(lines, "at most") // what is collected cannot be paid for
	c.pass(answerSpan * 91 / 100)
	c.caughtUp()
	wire.Set(func(p *rpctest.Proxy) { p.Spoil = nil })
	c.commit(1)
	c.said(lines, "the last tenth of the answer's time has begun")
	c.unsent("for the first time in the last tenth")
	if s := c.status(p); s.State != dispute.Disputed {
		t.Errorf("the order is %s", s.State)
	}
}

// A node that was down through disputes and refunds answers what is still open and
// gives nothing for what was refunded.
func TestBacklogOfDisputes(t *testing.T) {
	c := newCourt(t, 1, 1, []int{1}, nil)
	c.caughtUp()
	c.stop(1)
	refunded, open := c.buy(), c.buy()
	c.dispute(refunded)
	c.pass(answerSpan + time.Minute)
	_, err := c.bed.Send(t.Context(), devchain.Key(2), &bindings.EscrowAddress, nil, dispute.RefundCall(refunded.leaf))
	must(t, err)
	late := c.buy()
	c.dispute(late)
	c.commit(40) // more than is read block by block
	c.start(1)
	c.untilAnswered(late)
	c.withholds(refunded, nodeapi.StateRefunded)
	q := c.query(refunded)
	q.Own, q.For = true, 1
	if r := c.look(1, q); r.Sealed != nil || r.Share != nil {
		t.Errorf("of the refunded order: %+v", r)
	}
	if got := c.metric(1, `shrinkwrap_shares_computed_total{for="release"}`); got != "2" {
		t.Errorf("%s shares were computed, want those of the disputed and of the undisputed order", got)
	}
	c.release(open)
}

// A false answer is refused by the escrow. An endpoint that tells of one all the
// same is not believed: the dispute stays open, no share leaves the node, and the
// right answer is sent.
func TestFalseAnswers(t *testing.T) {
	c := newCourt(t, 1, 1, []int{1}, func(c *court, _ int, config *node.Config, _ *node.Deps) {
		proxy := rpctest.NewProxy(c.t, c.bed.HTTP())
		proxy.Set(func(p *rpctest.Proxy) { p.Spoil = tellOfAnswers })
		config.Chains[0].Endpoints = []string{proxy.URL}
	})
	p := c.buy()
	c.commit(deepEnough)
	garbage := dispute.Batch{{Leaf: p.leaf, U: bls.GeneratorG1()}}.Call(c.group.P, c.group.Q)
	c.dispute(p)
	if _, err := c.bed.Send(t.Context(), devchain.Key(5), &bindings.EscrowAddress, nil, garbage); err == nil {
		t.Error("the escrow took a false answer")
	}
	c.commit(deepEnough - 1)
	c.withholds(p, nodeapi.StateDisputed)
	c.untilAnswered(p)
	c.onChain(p)
}

// tellOfAnswers adds a false KeyReleased to every Disputed of an answer about
// logs.
func tellOfAnswers(asked rpctest.Message, honest []byte) []byte {
	var logs []types.Log
	if asked.Method != "eth_getLogs" || json.Unmarshal(honest, &logs) != nil {
		return honest
	}
	for _, log := range logs {
		if log.Topics[0] != dispute.DisputedTopic {
			continue
		}
		U := bls.GeneratorG1().Affine()
		lie := log
		lie.Topics, lie.Data, lie.Index = []common.Hash{dispute.KeyReleasedTopic, log.Topics[1]}, U[:], log.Index+100
		logs = append(logs, lie)
	}
	spoilt, _ := json.Marshal(logs)
	return spoilt
}

// senderOf is the node that sent an answer.
func (c *court) senderOf(tx *types.Transaction) int {
	from, err := types.Sender(types.LatestSignerForChainID(big.NewInt(chainID)), tx)
	must(c.t, err)
	for number := 1; number <= len(c.nodes); number++ {
		if from == devchain.Address(payer(number)) {
			return number
		}
	}
	return 0
}

// release waits for a release over HTTP.
func (c *court) release(p purchase) {
	c.t.Helper()
	q := c.query(p)
	q.Wait = 20 * time.Second
	eventually(c.t, func() error {
		if r := c.look(1, q); r.State != nodeapi.StateReleased {
			return errors.New(string(r.State) + ": " + r.Reason)
		}
		return nil
	}, "no release")
}
