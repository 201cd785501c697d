package node_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/rpctest"
	"github.com/shrinkwrap/shrinkwrap/node"
)

// The escrow itself refuses a batch only if none of its orders is open: it passes
// over what was answered or refunded, and a node sends nothing that does not
// verify. An endpoint may refuse more. A batch that is refused is halved, until
// what is at fault is alone: the rest is answered, in as few transactions as that
// leaves.
func TestRefusedBatchIsHalved(t *testing.T) {
	for name, test := range map[string]struct {
		refuses func(call string, orders []purchase) bool
		fault   rpctest.Fault
		left    int // orders that cannot be answered
		sent    int // transactions that answer the others
	}{
		"one order": {
			func(call string, orders []purchase) bool { return strings.Contains(call, keyIn(orders[5])) },
			rpctest.Fault{Code: 3, Message: "execution reverted", Data: "0x"}, 1, 3, // 4 + 2 + 1
		},
		"more than two": {
			func(call string, orders []purchase) bool {
				asked := slices.DeleteFunc(slices.Clone(orders), func(p purchase) bool { return !strings.Contains(call, keyIn(p)) })
				return len(asked) > 2
			},
			rpctest.Fault{Code: -32000, Message: "gas required exceeds allowance (300000)"}, 0, 4, // a cap of the endpoint's
		},
		"more than the endpoint reads": {
			func(call string, orders []purchase) bool {
				asked := slices.DeleteFunc(slices.Clone(orders), func(p purchase) bool { return !strings.Contains(call, keyIn(p)) })
				return len(asked) > 4
			},
			rpctest.Fault{Code: -32000, Message: "request is too large"}, 0, 2,
		},
	} {
		t.Run(name, func(t *testing.T) {
			var wire *rpctest.Proxy
			c := newCourt(t, 1, 1, []int{1}, func(c *court, _ int, config *node.Config, _ *node.Deps) {
				wire = rpctest.NewProxy(c.t, c.bed.HTTP())
				config.Chains[0].Endpoints = []string{wire.URL}
			})
			var orders []purchase
			for range 8 {
				orders = append(orders, c.buy())
			}
			wire.Set(func(p *rpctest.Proxy) {
				p.Refuse = func(asked rpctest.Message) *rpctest.Fault {
					if asked.Method == "eth_estimateGas" && test.refuses(string(asked.Params), orders) {
						return &test.fault
					}
					return nil
				}
			})
			from := c.head().Number.Uint64()
			c.disputeAll(orders)
			c.commit(deepEnough - 1)
			rest := slices.Clone(orders)
			if test.left > 0 {
				rest = slices.Delete(rest, 5, 6)
			}
			c.untilAnswered(rest...)
			c.unsent("what is refused alone")
			if sent := c.answers(from); len(sent) != test.sent {
				t.Errorf("%d transactions, want %d", len(sent), test.sent)
			}
			if test.left == 0 {
				return
			}
			if s := c.status(orders[5]); s.State != dispute.Disputed {
				t.Errorf("the one at fault is %s", s.State)
			}
			if got := c.metric(1, `shrinkwrap_answer_transactions_total{chain="1337",outcome="refused"}`); got == "" || got == "0" {
				t.Errorf("%q refusals were counted", got)
			}
			wire.Set(func(p *rpctest.Proxy) { p.Refuse = nil })
			c.untilAnswered(orders...)
			if sent := c.answers(from); len(sent) != test.sent+1 {
				t.Errorf("%d transactions in the end", len(sent))
			}
		})
	}
}

// keyIn is how an order's release key stands in a call.
func keyIn(p purchase) string { return common.Bytes2Hex(p.leaf.ReleaseKey[0][:]) }

// Who does not see that others answered is told by the escrow, before anything is
// sent: one answer, or all of a batch, is dropped without a transaction.
func TestBeatenAnswersAreDropped(t *testing.T) {
	for _, count := range []int{1, 3} {
		t.Run(fmt.Sprint(count), func(t *testing.T) {
			c, orders, lines := newBeaten(t, count)
			c.answeredBefore(orders...)
			c.start(1)
			for _, p := range orders {
				c.said(lines, `"msg":"dispute is over already","chain":1337,"order":"`+p.leaf.Hash().Hex()+`"`)
			}
			c.unsent("for disputes that are over")
			if sent := c.answers(1); len(sent) != 0 {
				t.Errorf("%d transactions of the node", len(sent))
			}
		})
	}
}

// An order of a batch that a stranger answered before is passed over, and the rest
// are answered, in one transaction.
func TestBatchPassesOverTheAnswered(t *testing.T) {
	c, orders, _ := newBeaten(t, 3)
	c.answeredBefore(orders[1])
	c.start(1)
	c.untilAnswered(orders...)
	for _, p := range orders {
		c.onChain(p) // each once
	}
	if sent := c.answers(1); len(sent) != 1 {
		t.Errorf("%d transactions of the node", len(sent))
	}
}

// newBeaten returns orders whose disputes are deep, and a node that is down and
// will not see answers on chain.
func newBeaten(t *testing.T, count int) (*court, []purchase, *logLines) {
	t.Helper()
	lines := new(logLines)
	c := newCourt(t, 1, 1, []int{1}, func(c *court, _ int, config *node.Config, d *node.Deps) {
		d.Log = slog.New(slog.NewJSONHandler(lines, nil))
		wire := rpctest.NewProxy(c.t, c.bed.HTTP())
		wire.Set(func(p *rpctest.Proxy) { p.Spoil = hideAnswers })
		config.Chains[0].Endpoints = []string{wire.URL}
	})
	var orders []purchase
	for range count {
		orders = append(orders, c.buy())
	}
	c.stop(1)
	c.disputeAll(orders)
	c.commit(deepEnough - 1)
	return c, orders, lines
}

// hideAnswers leaves KeyReleased out of answers about logs.
func hideAnswers(asked rpctest.Message, honest []byte) []byte {
	var logs []types.Log
	if asked.Method != "eth_getLogs" || json.Unmarshal(honest, &logs) != nil {
		return honest
	}
	spoilt, _ := json.Marshal(slices.DeleteFunc(logs, func(log types.Log) bool { return log.Topics[0] == dispute.KeyReleasedTopic }))
	return spoilt
}

// Strangers answer in the very block that takes the node's batch, and before it.
// If they leave it an order, it answers that one; if they leave none, it fails, and
// no other is sent in its place.
func TestStrangersAnswerInTheSameBlock(t *testing.T) {
	for name, beaten := range map[string]int{"one of three": 1, "all": 3} {
		t.Run(name, func(t *testing.T) {
			c := newCourt(t, 1, 1, []int{1}, nil)
			orders := []purchase{c.buy(), c.buy(), c.buy()}
			c.disputeAll(orders)
			c.commit(deepEnough - 1)
			eventually(t, func() error {
				if pending, err := c.client.PendingTransactionCount(t.Context()); err != nil || pending != 1 {
					return fmt.Errorf("%d transactions in the pool, %v", pending, err)
				}
				return nil
			}, "the node sends nothing")
			c.answeredBefore(orders[:beaten]...)
			c.caughtUp()
			for _, p := range orders {
				c.onChain(p) // each once
			}
			sent := c.answers(1)
			if len(sent) != 1 {
				t.Fatalf("%d transactions of the node", len(sent))
			}
			receipt, err := c.client.TransactionReceipt(t.Context(), sent[0].Hash())
			must(t, err)
			if failed := receipt.Status == types.ReceiptStatusFailed; failed != (beaten == 3) || len(receipt.Logs) != 3-beaten {
				t.Errorf("status %d, %d answers", receipt.Status, len(receipt.Logs))
			}
			c.commit(deepEnough)
			c.unsent("after all was answered")
		})
	}
}

// answeredBefore has a stranger answer orders, in a block of which he is the first.
func (c *court) answeredBefore(orders ...purchase) {
	c.t.Helper()
	key, err := c.homes[0].KeyShare(c.group) // of one node alone: its share is the release
	must(c.t, err)
	var batch dispute.Batch
	for _, p := range orders {
		part, err := release.MakeShare(key, p.key.Place, p.key.B, p.proof)
		must(c.t, err)
		batch = append(batch, dispute.Answer{Leaf: p.leaf, U: part.Point})
	}
	nonce, err := c.client.PendingNonceAt(c.t.Context(), devchain.Address(3))
	must(c.t, err)
	tx := types.MustSignNewTx(devchain.Key(3), types.LatestSignerForChainID(big.NewInt(chainID)), &types.DynamicFeeTx{
		ChainID: big.NewInt(chainID), Nonce: nonce, GasTipCap: big.NewInt(20 * params.GWei), GasFeeCap: big.NewInt(100 * params.GWei), Gas: 1_000_000,
		To: &bindings.EscrowAddress, Data: batch.Call(c.group.P, c.group.Q),
	})
	must(c.t, c.client.SendTransaction(c.t.Context(), tx))
	c.commit(1)
	receipt, err := c.client.TransactionReceipt(c.t.Context(), tx.Hash())
	must(c.t, err)
	if receipt.Status != types.ReceiptStatusSuccessful || receipt.TransactionIndex != 0 {
		c.t.Fatalf("the stranger's answer: status %d, number %d in its block", receipt.Status, receipt.TransactionIndex)
	}
}

// A transaction that is stuck at the most that may be paid is sent again as it is.
// When gas costs less, by then or after a restart, it answers, and nothing else
// does.
func TestStuckAtTheMostThatMayBePaid(t *testing.T) {
	for name, restart := range map[string]bool{"running": false, "restarted": true} {
		t.Run(name, func(t *testing.T) {
			sent, stuck := make(chan string, 1000), true
			var wire *rpctest.Proxy
			c := newCourt(t, 1, 1, []int{1}, func(c *court, _ int, config *node.Config, _ *node.Deps) {
				wire = rpctest.NewProxy(c.t, c.bed.HTTP())
				config.Chains[0].Endpoints, config.Chains[0].Answer.MaxFee = []string{wire.URL}, 150
				if !stuck {
					return
				}
				wire.Set(func(p *rpctest.Proxy) {
					p.Spoil = rpctest.Constant("eth_maxPriorityFeePerGas", `"`+hexutil.EncodeBig(big.NewInt(149*params.GWei))+`"`)
					p.Refuse = func(asked rpctest.Message) *rpctest.Fault {
						if asked.Method != "eth_sendRawTransaction" {
							return nil
						}
						sent <- string(asked.Params)
						return &rpctest.Fault{Code: -32000, Message: "already known"} // and no block takes it
					}
				})
			})
			p := c.buy()
			c.dispute(p)
			c.commit(deepEnough - 1)
			first := <-sent
			for again := 0; again < 2; again++ {
				var next string
				eventually(t, func() error {
					select {
					case next = <-sent:
						return nil
					default:
						c.commit(1)
						return errors.New("not sent again")
					}
				}, "in no block")
				if next != first {
					t.Fatalf("another transaction: %s, the first %s", next, first)
				}
			}
			if stuck = false; restart {
				c.stop(1)
				c.start(1)
			} else {
				wire.Set(func(p *rpctest.Proxy) { p.Spoil, p.Refuse = nil, nil })
			}
			eventually(t, func() error {
				c.commit(1)
				if s := c.status(p); s.State != dispute.Answered {
					return errors.New(s.State.String())
				}
				return nil
			}, "not answered when gas is cheap")
			c.sameAsSigned(first)
		})
	}
}
