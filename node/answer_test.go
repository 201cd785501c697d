package node_test

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"math/big"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/rpctest"
	"github.com/shrinkwrap/shrinkwrap/node"
	"github.com/shrinkwrap/shrinkwrap/node/feed"
	"github.com/shrinkwrap/shrinkwrap/node/peer"
)

// A buyer whose nodes do not answer disputes, and gets the key from the chain:
// the committee collects it from node to node, gives it to nobody over HTTP, and
// answers once the dispute is as deep as the order asks for. One node answers, the
// others see it.
func TestDisputeIsAnswered(t *testing.T) {
	c := newCourt(t, 2, 3, []int{1, 2, 3}, nil)
	p := c.buy()
	events, stop, err := c.nodes[2].Answers().Feed.Subscribe()
	must(t, err)
	defer stop()
	disputed := c.dispute(p)
	c.withholds(p, nodeapi.StateDisputed)
	c.unsent("before the dispute is deep")
	c.commit(1)
	c.unsent("one block before the dispute is deep")
	c.commit(1)
	c.untilAnswered(p)
	c.onChain(p)
	for range 20 { // time for whoever would answer too
		c.commit(1)
	}
	c.unsent("after the answer")
	sent := c.answers(disputed.BlockNumber.Uint64())
	if len(sent) != 1 {
		t.Fatalf("%d transactions answer one dispute", len(sent))
	}
	for told := ""; told != feed.Answered; {
		select {
		case event := <-events:
			told = event.Type
		case <-time.After(30 * time.Second):
			t.Fatal("nobody is told of the answer")
		}
	}
	for number := 1; number <= 3; number++ {
		q := c.query(p)
		q.Wait = nodeapi.MaxWait
		if r := c.look(number, q); r.State != nodeapi.StateReleased {
			t.Errorf("node %d answers %+v", number, r)
		}
	}
}

// The node whose turn it is first is away: the next one answers when its own turn
// has come, by the chain's time, and not before.
func TestNextNodeAnswersInItsTurn(t *testing.T) {
	c := newCourt(t, 2, 3, []int{1, 2, 3}, nil)
	p := c.buy()
	away := c.first()
	c.stop(away)
	disputed := c.dispute(p)
	c.commit(deepEnough - 1)
	c.seen("1")
	c.unsent("in another node's turn")
	c.pass(9 * time.Minute)
	c.unsent("before that turn is over")
	c.pass(2 * time.Minute)
	c.untilAnswered(p)
	c.onChain(p)
	c.commit(10)
	c.unsent("after the answer")
	sent := c.answers(disputed.BlockNumber.Uint64())
	if len(sent) != 1 || c.rankOf(c.senderOf(sent[0]), disputed.BlockNumber.Uint64()) != 1 {
		t.Errorf("%d transactions, the first of node %d", len(sent), c.senderOf(sent[0]))
	}
}

// Of two nodes with accounts, one sends, for each of several disputes.
func TestTwoNodesDoNotPayTwice(t *testing.T) {
	c := newCourt(t, 2, 2, []int{1, 2}, nil)
	from := c.head().Number.Uint64()
	for range 3 {
		p := c.buy()
		c.dispute(p)
		c.commit(deepEnough - 1)
		c.untilAnswered(p)
	}
	c.commit(5)
	c.unsent("after the answers")
	if sent := c.answers(from); len(sent) != 3 {
		t.Errorf("%d transactions answer three disputes", len(sent))
	}
}

// One peer is dead and one lies, t − 1 in all: the rest answer, and the liar is
// named. A peer's false share does not even look like one to those it is not for.
func TestAnswerBesidePeersThatMisbehave(t *testing.T) {
	c := newCourt(t, 3, 5, []int{1}, func(c *court, number int, _ *node.Config, d *node.Deps) {
		if number != 1 {
			return
		}
		d.Peers = make(map[int]peer.Peer)
		for other := 2; other <= 5; other++ {
			client := nodeapi.Client{URL: d.Committees[chainID].Operators[other-1].URL, HTTP: nodeapi.NewHTTP(true)}
			d.Peers[other] = client
			if other == 2 {
				d.Peers[other] = swapping{client, d.Committees[chainID].Operators[2].URL}
			}
		}
	})
	c.stop(5)
	p := c.buy()
	c.dispute(p)
	c.commit(deepEnough - 1)
	c.pass(everyTurn)
	c.untilAnswered(p)
	c.onChain(p)
	line := `shrinkwrap_peer_answers_total{node="2",outcome="malformed"}`
	if got := c.metric(1, line); got == "" || got == "0" {
		t.Errorf("metric %s is %q", line, got)
	}
}

// swapping shows what another node sealed, in its own name.
type swapping struct {
	nodeapi.Client
	other string
}

func (s swapping) Release(ctx context.Context, q nodeapi.ReleaseQuery) (nodeapi.Release, error) {
	r, err := nodeapi.Client{URL: s.other, HTTP: s.HTTP}.Release(ctx, q)
	if r.Sealed != nil {
		r.Sealed.Node = 2
	}
	return r, err
}

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

// Many disputes at once are answered in two batches, and each buyer finds his
// release on chain.
func TestMassDispute(t *testing.T) {
	c := newCourt(t, 2, 2, []int{1}, func(_ *court, _ int, config *node.Config, _ *node.Deps) { config.Chains[0].Answer.MaxBatch = 20 })
	var orders []purchase
	for range 40 {
		orders = append(orders, c.buy())
	}
	from := c.head().Number.Uint64()
	c.disputeAll(orders)
	c.commit(deepEnough - 1)
	c.pass(everyTurn)
	c.untilAnswered(orders...)
	if sent := c.answers(from); len(sent) != 2 {
		t.Errorf("%d transactions answer 40 disputes, 20 each", len(sent))
	}
	for _, p := range orders {
		c.onChain(p)
	}
	c.commit(5)
	c.unsent("after the answers")
}

// Who disputes what is answered pays for it: his bond goes to the committee's
// fees, and is more than the gas of the answer at the dispute's base fee.
func TestGriefingPaysTheCommittee(t *testing.T) {
	c := newCourt(t, 2, 2, []int{1, 2}, nil)
	p := c.buy()
	disputed := c.dispute(p)
	bond := c.status(p).Bond.ToBig()
	before, err := c.client.HeaderByNumber(t.Context(), disputed.BlockNumber)
	must(t, err)
	c.commit(deepEnough - 1)
	c.untilAnswered(p)
	sent := c.answers(disputed.BlockNumber.Uint64())
	if len(sent) != 1 {
		t.Fatalf("%d transactions", len(sent))
	}
	receipt, err := c.client.TransactionReceipt(t.Context(), sent[0].Hash())
	must(t, err)
	cost := new(big.Int).Mul(new(big.Int).SetUint64(receipt.GasUsed), before.BaseFee)
	if bond.Cmp(cost) < 0 {
		t.Errorf("bond is %v, the answer's gas costs %v at the dispute's base fee", bond, cost)
	}
	escrow := bindings.NewEscrow()
	output, err := c.read.Call(t.Context(), bindings.EscrowAddress, escrow.PackAccountState(p.leaf.Offer().Account()))
	must(t, err)
	state, err := escrow.UnpackAccountState(output)
	must(t, err)
	share := new(big.Int).Div(new(big.Int).Mul(p.leaf.Amount.ToBig(), big.NewInt(fee)), big.NewInt(10_000))
	if want := new(big.Int).Add(bond, share); state.Fees.Cmp(want) != 0 {
		t.Errorf("the committee's fees are %v, want bond and fee, %v", state.Fees, want)
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

// A reorganisation that drops the dispute before it is deep: nothing is answered.
// One that drops the payment: it never is, whatever the other branch says of it.
func TestReorganisationDropsDisputeAndPayment(t *testing.T) {
	c := newCourt(t, 1, 1, []int{1}, nil)
	beforePayment := c.head().Hash()
	p := c.buy()
	c.commit(deepEnough)
	beforeDispute := c.head().Hash()
	c.dispute(p)
	c.commit(deepEnough - 2)
	c.unsent("one block before the dispute is deep")
	c.fork(beforeDispute)
	c.commit(10)
	c.unsent("after the dispute was dropped")
	c.release(p) // as an order that nobody disputes

	q := c.buy()
	c.dispute(q)
	c.commit(deepEnough - 2)
	c.fork(beforePayment)
	c.commit(30)
	c.unsent("after the payments were dropped")
	if s := c.status(q); s.State != dispute.None {
		t.Errorf("the dropped order is %s", s.State)
	}
}

// A reorganisation that drops the answer: it is answered again, by the same
// transaction.
func TestReorganisationDropsTheAnswer(t *testing.T) {
	c := newCourt(t, 1, 1, []int{1}, nil)
	p := c.buy()
	c.dispute(p)
	c.commit(deepEnough - 1)
	before := c.head()
	c.untilAnswered(p)
	first := c.answers(before.Number.Uint64())
	c.caughtUp()
	c.fork(before.Hash())
	if s := c.status(p); s.State != dispute.Disputed {
		t.Fatalf("after the fork the order is %s", s.State)
	}
	// What the node sent to a pool that a fork emptied it sends again after some
	// blocks.
	eventually(t, func() error {
		c.commit(1)
		if s := c.status(p); s.State != dispute.Answered {
			return errors.New(s.State.String())
		}
		return nil
	}, "not answered again")
	c.commit(deepEnough)
	c.caughtUp()
	again := c.answers(before.Number.Uint64())
	if len(first) != 1 || len(again) != 1 || first[0].Nonce() != again[0].Nonce() {
		t.Errorf("%d and %d transactions answer", len(first), len(again))
	}
	c.unsent("after the second answer")
}

// Stopped between signing and sending, a node sends the same transaction at its
// next start, and no second one: not even one that would cost less by then.
func TestRestartBetweenSigningAndSending(t *testing.T) {
	sent := make(chan string, 100)
	c := newCourt(t, 1, 1, []int{1}, behindProxy(sent, func(raw string) *rpctest.Fault {
		return &rpctest.Fault{Code: -32000, Message: "nonce too high: the pool takes nothing"}
	}))
	p := c.buy()
	c.dispute(p)
	c.commit(deepEnough - 1)
	signed := <-sent // and was refused
	c.stop(1)
	c.unsent("by a node that is down")
	c.adjust = c.withoutProxy(1)
	c.start(1)
	c.untilAnswered(p)
	c.sameAsSigned(signed)
}

// Stopped between sending and mining, with the transaction lost by whoever took
// it, a node sends it once more.
func TestRestartBetweenSendingAndMining(t *testing.T) {
	sent := make(chan string, 100)
	c := newCourt(t, 1, 1, []int{1}, behindProxy(sent, func(raw string) *rpctest.Fault {
		return &rpctest.Fault{Code: -32000, Message: "already known"} // and is kept from the chain
	}))
	p := c.buy()
	c.dispute(p)
	c.commit(deepEnough - 1)
	signed := <-sent
	c.stop(1)
	c.adjust = c.withoutProxy(1)
	c.start(1)
	c.untilAnswered(p)
	c.sameAsSigned(signed)
}

// behindProxy puts the node behind an endpoint that tells of what is sent and
// answers as refuse does.
func behindProxy(sent chan<- string, refuse func(raw string) *rpctest.Fault) func(*court, int, *node.Config, *node.Deps) {
	return func(c *court, _ int, config *node.Config, _ *node.Deps) {
		proxy := rpctest.NewProxy(c.t, c.bed.HTTP())
		proxy.Set(func(p *rpctest.Proxy) {
			p.Spoil = rpctest.Constant("eth_maxPriorityFeePerGas", `"0x12a05f200"`) // 5 gwei, elsewhere less
			p.Refuse = func(asked rpctest.Message) *rpctest.Fault {
				if asked.Method != "eth_sendRawTransaction" {
					return nil
				}
				sent <- string(asked.Params)
				return refuse(string(asked.Params))
			}
		})
		config.Chains[0].Endpoints = []string{proxy.URL}
	}
}

// withoutProxy makes a node's parts as before, over the chain's own endpoint.
func (c *court) withoutProxy(number int) func(int, *node.Config, *node.Deps) {
	return func(_ int, _ *node.Config, d *node.Deps) {
		d.Signers = map[uint64]chain.Signer{chainID: chain.NewKeySigner(devchain.Key(payer(number)))}
	}
}

// withKeys gives nodes accounts from their next start on.
func (c *court) withKeys(number int) { c.adjust = c.withoutProxy(number) }

// sameAsSigned checks that the one answer on chain is what was signed before.
func (c *court) sameAsSigned(params string) {
	c.t.Helper()
	var raw []string
	must(c.t, json.Unmarshal([]byte(params), &raw))
	tx := new(types.Transaction)
	must(c.t, tx.UnmarshalBinary(common.FromHex(raw[0])))
	c.commit(deepEnough)
	c.unsent("a second transaction")
	sent := c.answers(1)
	if len(sent) != 1 || sent[0].Hash() != tx.Hash() {
		c.t.Errorf("%d transactions, and none is %s", len(sent), tx.Hash())
	}
}

// An account that holds little is told of in log, metric and API; an empty one
// answers nothing; filled, it answers.
func TestLowAccount(t *testing.T) {
	lines := new(logLines)
	poor, err := crypto.GenerateKey()
	must(t, err)
	account := crypto.PubkeyToAddress(poor.PublicKey)
	c := newCourt(t, 1, 1, nil, func(_ *court, _ int, _ *node.Config, d *node.Deps) {
		d.Log = slog.New(slog.NewJSONHandler(lines, nil))
		d.Signers[chainID] = chain.NewKeySigner(poor)
	})
	p := c.buy()
	c.dispute(p)
	c.commit(deepEnough - 1)
	c.said(lines, "account for answers is empty")
	c.said(lines, "has not enough coin for value and gas")
	c.low(account, true)
	_, err = c.bed.Send(t.Context(), devchain.Key(0), &account, big.NewInt(params.Ether/1000), nil)
	must(t, err)
	c.said(lines, "account for answers is low: send it coin")
	c.untilAnswered(p)
	c.low(account, true)
	_, err = c.bed.Send(t.Context(), devchain.Key(0), &account, big.NewInt(9*params.Ether), nil)
	must(t, err)
	c.said(lines, "account for answers has coin again")
	c.low(account, false)
}

// low checks what is said of an account that answers.
func (c *court) low(account common.Address, want bool) {
	c.t.Helper()
	info, err := c.ask(1).Info(c.t.Context())
	must(c.t, err)
	if a := info.Chains[0].Answering; a == nil || a.Account != nodeapi.Address(account) || a.Low != want {
		c.t.Errorf("answering is %+v, want low = %v", a, want)
	}
	if got := c.metric(1, `shrinkwrap_answer_account_low{chain="1337"}`); (got == "1") != want {
		c.t.Errorf("metric is %q, want low = %v", got, want)
	}
}

// logLines are what a node logged.
type logLines struct {
	mu   sync.Mutex
	text strings.Builder
}

func (l *logLines) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(b)
}

func (l *logLines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// said waits for a line of a log.
func (c *court) said(lines *logLines, what string) {
	c.t.Helper()
	c.until(func() error {
		if !strings.Contains(lines.String(), what) {
			return errors.New(lines.String())
		}
		return nil
	}, "nothing was said of %q", what)
}

// Gas that is dearer than the operator allows is not bought, and the log says so;
// when it costs less, the dispute is answered.
func TestDearGasWaits(t *testing.T) {
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
	c.said(lines, "at most")
	c.unsent("while gas is dear")
	wire.Set(func(p *rpctest.Proxy) { p.Spoil = nil })
	c.commit(1)
	c.untilAnswered(p)
	for _, tx := range c.answers(1) {
		if tx.GasFeeCap().Cmp(big.NewInt(150*params.GWei)) > 0 {
			t.Errorf("%v wei may be paid a unit of gas", tx.GasFeeCap())
		}
	}
}

// A transaction that waits is replaced after five blocks while there is time, and
// at every block when the last quarter of the answer's time has begun.
func TestReplacedSoonerNearTheDeadline(t *testing.T) {
	for name, late := range map[string]time.Duration{"early": time.Second, "late": answerSpan * 8 / 10} {
		t.Run(name, func(t *testing.T) {
			sent := make(chan string, 100)
			c := newCourt(t, 1, 1, []int{1}, behindProxy(sent, func(string) *rpctest.Fault {
				return &rpctest.Fault{Code: -32000, Message: "already known"} // and is kept from the chain
			}))
			p := c.buy()
			c.stop(1)
			c.dispute(p)
			c.commit(deepEnough - 1)
			c.pass(late)
			c.start(1)
			first := <-sent
			if late == time.Second {
				c.commit(3)
				c.idle()
				if len(sent) > 0 {
					t.Error("it was replaced at once")
				}
				return
			}
			eventually(t, func() error {
				select {
				case next := <-sent:
					if next == first {
						return errors.New("the same was sent again")
					}
					return nil
				default:
					c.commit(1)
					return errors.New("not replaced")
				}
			}, "near the deadline")
		})
	}
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
