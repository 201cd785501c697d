package main_test

import (
	"encoding/json"
	"errors"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
)

// Every ending that a payment can have, on a chain that is not our own, with the
// built commands and the daemons of a committee of three, any two of which act.
func TestEndings(t *testing.T) {
	t.Parallel()
	s := newStage(t, build(t), startAnvil(t))
	s.foundCommittee()
	s.sell()
	t.Run("released and settled", func(t *testing.T) { s.of(t).settled() })
	t.Run("nodes that buyers cannot reach", func(t *testing.T) { s.of(t).answeredOnChain() })
	t.Run("buyer who has the key disputes", func(t *testing.T) { s.of(t).griefed() })
	s.stopNodes()
	t.Run("all nodes dead", func(t *testing.T) { s.of(t).refunded() })
	t.Run("publisher pays back", func(t *testing.T) { s.of(t).paidBack() })
	t.Run("false answer", func(t *testing.T) { s.of(t).falselyAnswered() })
	t.Run("many disputes", func(t *testing.T) { s.of(t).manyDisputed() })
}

// settled: the key came, the money matures, and publisher and committee have all
// of it.
func (s *stage) settled() {
	b := s.buyer("settled")
	b.run(b.paying("--node", s.nodes[0], "-o", "settled")...)
	s.same("settled/issue.txt", "issue.txt")
	s.pass(2 * day)
	var drawn struct{ Withdrawn string }
	s.read(s.run("shrinkwrap", "withdraw", "sold.wrap", "--key", "key", "--json"), &drawn)
	if due := new(uint256.Int).Sub(price, s.fee()); drawn.Withdrawn != due.Dec() {
		s.Errorf("the publisher drew %s, due was %s", drawn.Withdrawn, due)
	}
	if got := s.account(); got.Fees.Cmp(s.fee().ToBig()) != 0 || got.Matured.Sign() != 0 {
		s.Errorf("the account holds %+v, due to the committee is %s", got, s.fee())
	}
}

// answeredOnChain: the buyer reaches no node and the nodes reach each other. He
// disputes when half of the time is gone, and takes the key from the chain.
func (s *stage) answeredOnChain() {
	b := s.buyer("cut off")
	o := b.payAlone()
	s.pass(day/2 + 60)
	b.run("shrinkwrap", "orders", "--watch", "--node", nowhere, "--key", b.key())
	if got := s.status(o); got.State != dispute.Answered {
		s.Errorf("the order is %s", got.State)
	}
	b.run("shrinkwrap", "open", "sold.wrap", "-o", "from-chain")
	s.same("from-chain/issue.txt", "issue.txt")
	var orders []struct{ Source string }
	s.read(b.run("shrinkwrap", "orders", "--offline", "--json"), &orders)
	if len(orders) != 1 || orders[0].Source != "chain" {
		s.Errorf("the release came from %+v", orders)
	}
	if n := len(s.answerers(o)); n != 1 {
		s.Errorf("%d nodes answered", n)
	}
}

// griefed: a buyer who has the key demands it on chain. The publisher is paid all
// the same, and what the answer cost is the committee's, out of the bond.
func (s *stage) griefed() {
	b := s.buyer("griefer")
	b.run(b.paying("--node", s.nodes[0], "-o", "griefed")...)
	o := b.order()
	before := s.account()
	other := s.buyer("accomplice")
	// A base fee as chains have it that are used: the bond grows with it.
	s.must(s.call("anvil_setNextBlockBaseFeePerGas", "0x4a817c800"))
	other.run("shrinkwrap", "dispute", o.Hex(), "--rpc", s.rpc, "--key", other.key())
	s.awaitState(dispute.Answered, o)
	bond, paid := s.status(o).Bond, s.answerers(o)
	if len(paid) != 1 || paid[0].cost.Cmp(bond.ToBig()) > 0 {
		s.Errorf("a bond of %s, %d answers, the first cost %s", bond, len(paid), paid[0].cost)
	}
	after := s.account()
	if got := new(big.Int).Sub(after.Fees, before.Fees); got.Cmp(new(big.Int).Add(bond.ToBig(), s.fee().ToBig())) != 0 {
		s.Errorf("the committee has %s more, the bond was %s and the fee %s", got, bond, s.fee())
	}
	if after.Matured.Cmp(before.Matured) <= 0 {
		s.Errorf("the publisher has %s, had %s", after.Matured, before.Matured)
	}
	s.pass(day + 60)
	if _, status := other.try("shrinkwrap", "refund", o.Hex(), "--rpc", s.rpc, "--key", other.key()); status == 0 {
		s.Error("key and money")
	}
}

// refunded: no node is left. The terminal disputes by itself, and by itself has
// the money paid back to the buyer, and the bond.
func (s *stage) refunded() {
	b := s.buyer("refunded")
	o := b.payAlone()
	before := s.balance(b.address())
	s.pass(day/2 + 60)
	watch := s.begin(b.command("shrinkwrap", "orders", "--watch", "--node", s.nodes[0], "--key", b.key()))
	s.awaitState(dispute.Disputed, o)
	s.pass(day + 60)
	s.awaitState(dispute.Refunded, o)
	if err := watch.Wait(); err != nil {
		s.Errorf("the watch ended with %v", err)
	}
	// All but gas.
	if back := new(big.Int).Sub(s.balance(b.address()), before); back.Cmp(new(big.Int).Rsh(price.ToBig(), 1)) < 0 {
		s.Errorf("came back %s of %s", back, price)
	}
	s.startNodes()
	s.servesNot(o, nodeapi.StateRefunded)
	s.stopNodes()
}

// paidBack: the publisher pays back what is pending, and no node gives a key for
// it afterwards.
func (s *stage) paidBack() {
	b := s.buyer("paid back")
	o := b.payAlone()
	before := s.balance(b.address())
	s.run("shrinkwrap", "sales", "refund", o.Hex(), "--yes", "--key", "key")
	if got := s.status(o); got.State != dispute.Refunded {
		s.Errorf("the order is %s", got.State)
	}
	if back := new(big.Int).Sub(s.balance(b.address()), before); back.Cmp(price.ToBig()) != 0 {
		s.Errorf("came back %s of %s", back, price)
	}
	s.startNodes()
	s.servesNot(o, nodeapi.StateRefunded)
	if _, status := b.try(b.paying("--node", s.nodes[0], "--no-wait", "-o", "paid-back")...); status == 0 {
		s.Error("what was paid back is open")
	}
	s.stopNodes()
}

// falselyAnswered: somebody answers with what is another order's release. The
// escrow refuses it, and the true one comes.
func (s *stage) falselyAnswered() {
	s.startNodes()
	first := s.buyer("first")
	first.run(first.paying("--node", s.nodes[0], "-o", "first")...)
	U := s.releaseOf(first.order())
	s.stopNodes()
	b := s.buyer("second")
	o := b.payAlone()
	b.run("shrinkwrap", "dispute", "sold.wrap", "--tier", "issue", "--key", b.key())
	group := s.group()
	call := dispute.Batch{{Leaf: s.confirmed(o).Leaf, U: U}}.Call(group.P, group.Q)
	refused := new(chain.RevertError)
	if err := s.send(s.key, nil, call); !errors.As(err, &refused) || refused.Name != "Escrow_WrongRelease" {
		s.Errorf("another's release: %v", err)
	}
	if got := s.status(o); got.State != dispute.Disputed {
		s.Errorf("the order is %s", got.State)
	}
	s.startNodes()
	s.awaitState(dispute.Answered, o)
	b.run("shrinkwrap", "open", "sold.wrap", "-o", "second")
	s.same("second/issue.txt", "issue.txt")
	s.stopNodes()
}

// manyDisputed: many dispute while all nodes are down. The nodes come back, and
// answer in few transactions.
func (s *stage) manyDisputed() {
	const many = 12
	orders := s.payFor(many)
	command := []string{"shrinkwrap", "dispute", "--rpc", s.rpc, "--key", "key"}
	for _, o := range orders {
		command = append(command, o.Hex())
	}
	s.run(command...)
	s.startNodes()
	s.awaitState(dispute.Answered, orders...)
	if n := len(s.answerers(orders...)); n > 3 {
		s.Errorf("%d transactions answered %d disputes", n, many)
	}
}

// order returns the only order of a buyer's home.
func (b *customer) order() common.Hash {
	b.Helper()
	var orders []struct{ Order string }
	b.read(b.run("shrinkwrap", "orders", "--offline", "--json"), &orders)
	if len(orders) != 1 || len(orders[0].Order) != 66 {
		b.Fatalf("%d orders: %+v", len(orders), orders)
	}
	return common.HexToHash(orders[0].Order)
}

func (s *stage) read(out string, into any) {
	s.Helper()
	if err := json.NewDecoder(strings.NewReader(out)).Decode(into); err != nil {
		s.Fatalf("%v in %s", err, out)
	}
}
