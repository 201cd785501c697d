package node_test

import (
	"fmt"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
	"github.com/shrinkwrap/shrinkwrap/node"
)

// court is a trial before the real escrow, whose blocks are made by hand: nothing
// is mined before the test says so.
type court struct {
	*trial
	bed   *testbed.Bed
	read  *chain.Client
	terms product.Terms
}

const (
	deepEnough = 3 // confirmations that the court's product asks for
	answerSpan = 24 * time.Hour
	// everyTurn is when each of five nodes has had its turn, whenever it saw the
	// dispute.
	everyTurn = answerSpan/4 + 50*time.Minute
)

// payer is the devchain's account that a node answers from.
func payer(number int) int { return 3 + number }

// newCourt starts t-of-n nodes, of which those that are named answer disputes.
// adjust, which may be nil, changes a node's parts further.
func newCourt(t *testing.T, threshold, n int, answering []int, adjust func(c *court, number int, config *node.Config, d *node.Deps)) *court {
	t.Helper()
	ctx := t.Context()
	bed, err := testbed.New(ctx, devchain.Options{Manual: true})
	must(t, err)
	t.Cleanup(func() { must(t, bed.Close()) })
	c := &court{trial: &trial{t: t, chain: bed.Chain, client: bed.Client(), nodes: make([]*node.Service, n)}, bed: bed}
	urls := make([]string, n)
	for i := range urls {
		c.wire = append(c.wire, listen(t, "127.0.0.1:0"))
		urls[i] = "http://" + c.wire[i].Addr().String()
	}
	section := node.DefaultChain(chainID)
	section.StartBlock, section.Endpoints, section.Poll = 1, []string{bed.WS()}, node.Duration(20*time.Millisecond)
	c.homes, c.desc, err = node.Deal(t.TempDir(), node.DealOptions{Threshold: threshold, URLs: urls, FeeBps: fee, Chain: section})
	must(t, err)
	c.group, err = c.desc.Group()
	must(t, err)
	c.read, err = chain.Dial(ctx, []string{bed.HTTP()}, chain.Options{ChainID: chainID, Log: discard()})
	must(t, err)
	t.Cleanup(c.read.Close)
	c.terms = product.Terms{
		Publisher: devchain.Address(1), Signer: devchain.Address(1), Committee: common.HexToAddress(c.desc.Address), GroupKey: c.group.Key(), FeeBps: fee,
		Tiers: []product.TierTerms{{Price: uint256.NewInt(params.GWei), Confirmations: deepEnough}},
	}
	_, _, err = bed.Deploy(ctx, c.terms)
	must(t, err)
	c.adjust = func(number int, config *node.Config, d *node.Deps) {
		d.Signers = make(map[uint64]chain.Signer)
		for _, one := range answering {
			if one == number {
				d.Signers[chainID] = chain.NewKeySigner(devchain.Key(payer(number)))
			}
		}
		if adjust != nil {
			adjust(c, number, config, d)
		}
	}
	for i := range n {
		c.start(i + 1)
	}
	t.Cleanup(func() {
		for i := range c.nodes {
			c.stop(i + 1)
		}
	})
	return c
}

// buy buys the court's product.
func (c *court) buy() purchase {
	c.t.Helper()
	key := newKeyAt(c.t, testbed.Contracts.Address(c.terms))
	return c.buyFor(key)
}

func (c *court) buyFor(key release.Key) purchase {
	c.t.Helper()
	paid, _, err := c.bed.Buy(c.t.Context(), devchain.Key(2), c.terms, key)
	must(c.t, err)
	return purchase{leaf: paid.Leaf, key: key, proof: proofIn(c.t, paid)}
}

func proofIn(t testing.TB, paid order.Confirmed) bls.Proof {
	t.Helper()
	proof, err := paid.Proof()
	must(t, err)
	return proof
}

// disputeCall is what a buyer sends to dispute an order.
func (c *court) disputeCall(p purchase) []byte {
	c.t.Helper()
	path, err := dispute.Prover{Client: c.read, Escrow: bindings.EscrowAddress}.Prove(c.t.Context(), p.leaf, dispute.Known{})
	must(c.t, err)
	return dispute.Call(p.leaf, path, p.proof)
}

// dispute disputes an order in a block of its own.
func (c *court) dispute(p purchase) *types.Receipt {
	c.t.Helper()
	receipt, err := c.bed.Send(c.t.Context(), devchain.Key(2), &bindings.EscrowAddress, big.NewInt(params.Ether), c.disputeCall(p))
	must(c.t, err)
	return receipt
}

// disputeAll disputes orders in one block.
func (c *court) disputeAll(orders []purchase) {
	c.t.Helper()
	for _, p := range orders {
		c.give(devchain.Address(2), big.NewInt(params.Ether), c.disputeCall(p))
	}
	c.commit(1)
}

// give puts a call of the escrow into the pool, to be mined with others.
func (c *court) give(from common.Address, value *big.Int, call []byte) {
	c.t.Helper()
	ctx := c.t.Context()
	nonce, err := c.client.PendingNonceAt(ctx, from)
	must(c.t, err)
	tx := types.MustSignNewTx(devchain.Key(2), types.LatestSignerForChainID(big.NewInt(chainID)), &types.DynamicFeeTx{
		ChainID: big.NewInt(chainID), Nonce: nonce, GasTipCap: big.NewInt(params.GWei), GasFeeCap: big.NewInt(5 * params.GWei), Gas: 400_000,
		To: &bindings.EscrowAddress, Value: value, Data: call,
	})
	must(c.t, c.client.SendTransaction(ctx, tx))
}

// status is what the escrow keeps of an order.
func (c *court) status(p purchase) dispute.Status {
	c.t.Helper()
	output, err := c.read.Call(c.t.Context(), bindings.EscrowAddress, dispute.AskStatus(p.leaf.Hash()))
	must(c.t, err)
	status, err := dispute.ParseStatus(output)
	must(c.t, err)
	return status
}

// pass lets time pass on the chain.
func (c *court) pass(d time.Duration) {
	c.t.Helper()
	must(c.t, c.chain.AdjustTime(d))
}

// untilAnswered makes blocks as transactions come until orders are answered.
func (c *court) untilAnswered(orders ...purchase) {
	c.t.Helper()
	c.until(func() error {
		for _, p := range orders {
			if s := c.status(p); s.State != dispute.Answered {
				return fmt.Errorf("order %d is %s", p.leaf.Index, s.State)
			}
		}
		return nil
	}, "no answer")
}

// until makes blocks as transactions come until f returns nil.
func (c *court) until(f func() error, format string, args ...any) {
	c.t.Helper()
	eventually(c.t, func() error {
		c.mine()
		return f()
	}, format, args...)
}

// mine makes a block if the pool has a transaction for it.
func (c *court) mine() {
	c.t.Helper()
	pending, err := c.client.PendingTransactionCount(c.t.Context())
	must(c.t, err)
	if pending > 0 {
		c.commit(1)
	}
}

// idle waits until the nodes have read the chain to its head and looked at what is
// disputed there often enough to have sent what they would.
func (c *court) idle() {
	c.t.Helper()
	c.caughtUp()
	time.Sleep(300 * time.Millisecond) // fifteen looks, to notice what should not come
}

// unsent checks that no node sends anything.
func (c *court) unsent(why string) {
	c.t.Helper()
	c.idle()
	if pending, err := c.client.PendingTransactionCount(c.t.Context()); err != nil || pending > 0 {
		c.t.Fatalf("%s: %d transactions were sent, %v", why, pending, err)
	}
}

// seen waits until every node that is up has looked at so many open disputes.
func (c *court) seen(disputes string) {
	c.t.Helper()
	for i, s := range c.nodes {
		if s == nil {
			continue
		}
		eventually(c.t, func() error {
			if got := c.metric(i+1, `shrinkwrap_disputes_open{chain="1337"}`); got != disputes {
				return errMetric(got)
			}
			return nil
		}, "node %d, open disputes", i+1)
	}
}

// answers are the transactions of nodes that the escrow got, from a block on.
func (c *court) answers(from uint64) (all []*types.Transaction) {
	c.t.Helper()
	signer := types.LatestSignerForChainID(big.NewInt(chainID))
	for n := from; n <= c.head().Number.Uint64(); n++ {
		block, err := c.client.BlockByNumber(c.t.Context(), new(big.Int).SetUint64(n))
		must(c.t, err)
		for _, tx := range block.Transactions() {
			sender, err := types.Sender(signer, tx)
			must(c.t, err)
			for number := range c.nodes {
				if sender == devchain.Address(payer(number+1)) && *tx.To() == bindings.EscrowAddress {
					all = append(all, tx)
				}
			}
		}
	}
	return all
}

// onChain returns the release that an answer on chain holds, and checks that it
// opens what was paid for: a buyer needs nobody else.
func (c *court) onChain(p purchase) bls.G1 {
	c.t.Helper()
	logs, err := c.client.FilterLogs(c.t.Context(), ethereum.FilterQuery{
		FromBlock: big.NewInt(1), Addresses: []common.Address{bindings.EscrowAddress}, Topics: [][]common.Hash{{dispute.KeyReleasedTopic}, {p.leaf.Hash()}},
	})
	must(c.t, err)
	if len(logs) != 1 {
		c.t.Fatalf("order %d has %d answers on chain", p.leaf.Index, len(logs))
	}
	U, err := bls.ParseG1Affine(logs[0].Data)
	must(c.t, err)
	must(c.t, release.Verify(p.key.Place, p.key.B, c.group.Q, U))
	_, err = p.key.Open(U, c.group.P)
	must(c.t, err)
	return U
}

func (c *court) query(p purchase) nodeapi.ReleaseQuery {
	return nodeapi.ReleaseQuery{GroupKey: c.group.Key(), Place: p.key.Place, B: p.key.B}
}

// withholds checks that no node gives a stranger a share, a release or a receipt
// of an order.
func (c *court) withholds(p purchase, state nodeapi.State) {
	c.t.Helper()
	c.caughtUp()
	for i, s := range c.nodes {
		if s == nil {
			continue
		}
		for _, own := range []bool{false, true} {
			q := c.query(p)
			q.Own = own
			r := c.look(i+1, q)
			if r.State != state || r.Share != nil || r.Sealed != nil || r.Release != "" {
				c.t.Fatalf("node %d, own %v: answer is %+v, want state %s and nothing else", i+1, own, r, state)
			}
		}
		r, err := c.ask(i+1).Receipt(c.t.Context(), chainID, p.leaf.Hash(), true)
		must(c.t, err)
		if r.Share != nil || r.Receipt != "" {
			c.t.Fatalf("node %d: receipt is %+v", i+1, r)
		}
	}
}

// rankOf is a node's place in the turns for a dispute in a block.
func (c *court) rankOf(number int, block uint64) int {
	return int((uint64(number-1) + block) % uint64(len(c.nodes)))
}

// first returns the node whose turn comes first for a dispute in the head's next
// block.
func (c *court) first() int {
	c.t.Helper()
	next := c.head().Number.Uint64() + 1
	for number := range c.nodes {
		if c.rankOf(number+1, next) == 0 {
			return number + 1
		}
	}
	return 0
}
