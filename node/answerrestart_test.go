package node_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/rpctest"
	"github.com/shrinkwrap/shrinkwrap/node"
)

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
