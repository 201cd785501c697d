package node_test

import (
	"errors"
	"log/slog"
	"math/big"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/rpctest"
	"github.com/shrinkwrap/shrinkwrap/node"
)

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
					c.idle() // or the chain would be past the deadline before the node has looked
					return errors.New("not replaced")
				}
			}, "near the deadline")
		})
	}
}
