package main_test

import (
	"crypto/ecdsa"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
)

const (
	day     = 24 * 60 * 60
	nowhere = "http://127.0.0.1:9" // a node that does not answer
	issue   = 1                    // the tier
)

var price = uint256.NewInt(1e16)

// customer buys from a home and an account of his own.
type customer struct {
	*stage
	secret *ecdsa.PrivateKey
}

func (s *stage) of(t *testing.T) *stage {
	c := *s
	c.T = t
	t.Cleanup(func() { s.daemons = c.daemons })
	return &c
}

func (s *stage) buyer(name string) *customer {
	s.Helper()
	secret, err := crypto.GenerateKey()
	if err != nil {
		s.Fatal(err)
	}
	stage := *s
	stage.home = "home of " + name
	b := &customer{&stage, secret}
	b.write(b.key(), hex.EncodeToString(crypto.FromECDSA(secret)))
	s.fund(b.address())
	b.run("shrinkwrap", "init", "--rpc", s.rpc)
	return b
}

func (b *customer) key() string             { return b.home + ".key" }
func (b *customer) address() common.Address { return crypto.PubkeyToAddress(b.secret.PublicKey) }

func (b *customer) paying(more ...string) []string {
	return append([]string{"shrinkwrap", "buy", "sold.wrap", "--tier", "issue", "--key", b.key()}, more...)
}

// payAlone pays without any node.
func (b *customer) payAlone() common.Hash {
	b.Helper()
	if _, status := b.try(b.paying("--node", nowhere, "--anyway", "--no-wait")...); status != 7 {
		b.Fatalf("exit status %d, want 7: paid and not released", status)
	}
	await(b.T, "payment", func() error {
		b.run("shrinkwrap", "orders")
		_, err := b.find(b.paid())
		return err
	})
	return b.paid()
}

// paid is the order of the buyer's key, from the chain.
func (b *customer) paid() common.Hash {
	b.Helper()
	for _, c := range b.sold() {
		if c.Leaf.Payer == b.address() {
			return c.Order
		}
	}
	return common.Hash{}
}

// sold are all orders of the escrow.
func (s *stage) sold() (all []order.Confirmed) {
	s.Helper()
	for _, log := range s.logs(order.ConfirmedTopic) {
		c, err := order.ParseConfirmed(log)
		s.must(err)
		all = append(all, c)
	}
	return all
}

func (s *stage) logs(topics ...common.Hash) []types.Log {
	s.Helper()
	client := s.chain()
	head, err := client.BlockNumber(s.Context())
	s.must(err)
	q := ethereum.FilterQuery{FromBlock: new(big.Int), ToBlock: new(big.Int).SetUint64(head), Addresses: []common.Address{testbed.Contracts.Escrow}}
	for _, topic := range topics {
		q.Topics = append(q.Topics, []common.Hash{topic})
	}
	logs, err := client.FilterLogs(s.Context(), q)
	s.must(err)
	return logs
}

func (s *stage) find(hash common.Hash) (order.Confirmed, error) {
	for _, c := range s.sold() {
		if c.Order == hash {
			return c, nil
		}
	}
	return order.Confirmed{}, fmt.Errorf("no order %s on chain", hash)
}

func (s *stage) confirmed(hash common.Hash) order.Confirmed {
	s.Helper()
	c, err := s.find(hash)
	s.must(err)
	return c
}

func (s *stage) must(err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

// chain is a client that knows the escrow's errors.
func (s *stage) chain() *chain.Client {
	s.Helper()
	client, err := chain.Dial(s.Context(), []string{s.rpc}, chain.Options{ChainID: s.chainID, Poll: tick, ABIs: []abi.ABI{bindings.NewEscrow().GetABI()}})
	s.must(err)
	s.Cleanup(client.Close)
	return client
}

// pass moves the chain's clock on.
func (s *stage) pass(seconds int) {
	s.Helper()
	s.must(s.call("evm_increaseTime", seconds))
	s.must(s.call("evm_mine"))
}

func (s *stage) view(call []byte) []byte {
	s.Helper()
	output, err := s.chain().Call(s.Context(), testbed.Contracts.Escrow, call)
	s.must(err)
	return output
}

func (s *stage) status(hash common.Hash) dispute.Status {
	s.Helper()
	status, err := dispute.ParseStatus(s.view(dispute.AskStatus(hash)))
	s.must(err)
	return status
}

// awaitState waits until all orders have come to a state on chain.
func (s *stage) awaitState(want dispute.State, orders ...common.Hash) {
	s.Helper()
	for _, o := range orders {
		await(s.T, "order "+o.Hex(), func() error {
			if got := s.status(o).State; got != want {
				return fmt.Errorf("order is %s, want %s", got, want)
			}
			return nil
		})
	}
}

func (s *stage) terms() product.Terms {
	s.Helper()
	w, err := terminal.OpenWrap(filepath.Join(s.dir, "sold.wrap"))
	s.must(err)
	defer w.Close() // only read
	return w.Header.Terms()
}

// account is what the escrow holds for what is sold.
func (s *stage) account() bindings.AccountStateOutput {
	s.Helper()
	escrow := bindings.NewEscrow()
	state, err := escrow.UnpackAccountState(s.view(escrow.PackAccountState(s.terms().Offer(issue).Account())))
	s.must(err)
	return state
}

func (s *stage) balance(of common.Address) *big.Int {
	s.Helper()
	balance, err := s.chain().BalanceAt(s.Context(), of, nil)
	s.must(err)
	return balance
}

func (s *stage) send(key *ecdsa.PrivateKey, value *uint256.Int, call []byte) error {
	sender := &chain.Sender{Client: s.chain(), Signer: chain.NewKeySigner(key)}
	_, err := sender.Send(s.Context(), chain.Tx{To: testbed.Contracts.Escrow, Value: value, Data: call})
	return err
}

// reply is a transaction that answers, and what it cost.
type reply struct {
	hash common.Hash
	cost *big.Int // wei
}

// answerers are the transactions that answered orders, each once.
func (s *stage) answerers(orders ...common.Hash) (all []reply) {
	s.Helper()
	seen := map[common.Hash]bool{}
	for _, o := range orders {
		for _, log := range s.logs(dispute.KeyReleasedTopic, o) {
			if seen[log.TxHash] {
				continue
			}
			seen[log.TxHash] = true
			receipt, err := s.chain().TransactionReceipt(s.Context(), log.TxHash)
			s.must(err)
			all = append(all, reply{log.TxHash, new(big.Int).Mul(receipt.EffectiveGasPrice, new(big.Int).SetUint64(receipt.GasUsed))})
		}
	}
	return all
}

// begin starts a command that ends by itself.
func (s *stage) begin(c *exec.Cmd) *exec.Cmd {
	s.Helper()
	c.Stdout, c.Stderr = testWriter{s.T}, testWriter{s.T}
	s.must(c.Start())
	s.Cleanup(func() { c.Process.Kill() })
	return c
}

func (s *stage) committee() nodeapi.Committee {
	s.Helper()
	f, err := os.Open(filepath.Join(s.dir, "committee.json"))
	s.must(err)
	defer f.Close() // only read
	c, err := nodeapi.ReadCommittee(f)
	s.must(err)
	return c
}

// fee is the committee's part of the price.
func (s *stage) fee() *uint256.Int {
	s.Helper()
	fee := new(uint256.Int).Mul(price, uint256.NewInt(uint64(s.committee().FeeBps)))
	return fee.Div(fee, uint256.NewInt(10_000))
}

func (s *stage) group() threshold.Group {
	s.Helper()
	group, err := s.committee().Group()
	s.must(err)
	return group
}

// servesNot asks every node for an order's release and for its own share.
func (s *stage) servesNot(hash common.Hash, want nodeapi.State) {
	s.Helper()
	for _, url := range s.nodes {
		for _, own := range []bool{false, true} {
			r := s.ask(url, hash, own, want)
			if r.State != want || r.Release != "" || r.Share != nil {
				s.Errorf("%s gives %+v, want %s", url, r, want)
			}
		}
	}
}

// ask asks a node until it has come to a state.
func (s *stage) ask(url string, hash common.Hash, own bool, want nodeapi.State) (r nodeapi.Release) {
	s.Helper()
	leaf := s.confirmed(hash).Leaf
	B, err := leaf.Key()
	s.must(err)
	q := nodeapi.ReleaseQuery{GroupKey: leaf.GroupKey, Place: leaf.Place(s.chainID, testbed.Contracts.Escrow), B: B, Own: own}
	client := nodeapi.Client{URL: url, HTTP: nodeapi.NewHTTP(true)}
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		if r, err = client.Release(s.Context(), q); err == nil && r.State == want {
			break
		}
	}
	s.must(err)
	return r
}

func (s *stage) releaseOf(hash common.Hash) bls.G1 {
	s.Helper()
	r := s.ask(s.nodes[0], hash, false, nodeapi.StateReleased)
	U, err := bls.ParseG1(common.FromHex(r.Release))
	s.must(err)
	return U
}

// payFor pays for many orders at once, without terminals.
func (s *stage) payFor(many int) (orders []common.Hash) {
	s.Helper()
	seed := make([]byte, release.SeedSize)
	if _, err := rand.Read(seed); err != nil {
		s.Fatal(err)
	}
	terms := s.terms()
	place := product.Place{ChainID: s.chainID, Escrow: testbed.Contracts.Escrow, Product: testbed.Contracts.Address(terms), Tier: issue}
	keys := map[[3][32]byte]bool{}
	for i := range many {
		key, err := release.NewKey(seed, place, uint32(i))
		s.must(err)
		keys[key.B.Words()] = true
		call, value, err := testbed.BuyCall(terms, key, crypto.PubkeyToAddress(s.key.PublicKey))
		s.must(err)
		s.must(s.send(s.key, uint256.MustFromBig(value), call))
	}
	for _, c := range s.sold() {
		if keys[c.Leaf.ReleaseKey] {
			orders = append(orders, c.Order)
		}
	}
	return orders
}
