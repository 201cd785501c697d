package publisher_test

import (
	"bytes"
	"log/slog"
	"math/big"
	"net"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/publisher"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/rpctest"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
	"github.com/shrinkwrap/shrinkwrap/node"
)

// Accounts of a stall.
const (
	sellerAccount = 2
	buyerAccount  = 3
)

// stall is a product that is sold on a chain, under a committee of real nodes
// that have no key to answer with, and the publisher's home.
type stall struct {
	*testing.T
	bed     *testbed.Bed
	market  publisher.Market
	homes   []node.Home
	nodes   []*node.Service
	group   threshold.Group
	desc    nodeapi.Committee
	terms   product.Terms
	account publisher.Account
	home    home.Home
	sold    uint32

	wire *rpctest.Proxy // by which the publisher reaches the chain

	mu   sync.Mutex
	told []publisher.Notice
}

// newStall sells a free tier, one of a block's depth and one of three blocks'.
func newStall(t *testing.T) *stall {
	t.Helper()
	bed, market := newMarket(t)
	s := &stall{T: t, bed: bed, market: market, home: home.Home{Dir: t.TempDir()}}
	s.wire = rpctest.NewProxy(t, bed.HTTP())
	s.market.Client = s.dial(s.wire.URL)
	s.startNodes()
	s.terms = product.Terms{
		Publisher: devchain.Address(sellerAccount), Signer: devchain.Address(sellerAccount), Committee: common.HexToAddress(s.desc.Address),
		GroupKey: s.group.Key(), FeeBps: s.desc.FeeBps, ContentHash: common.Hash{1},
		Tiers: []product.TierTerms{{Price: new(uint256.Int)}, {Price: uint256.NewInt(1000)}, {Price: uint256.NewInt(5000), Confirmations: 3}},
	}
	s.account = publisher.AccountOf(s.terms)
	_, _, err := bed.Deploy(t.Context(), s.terms)
	s.must(err)
	intoEpoch(t, bed)
	return s
}

func (s *stall) dial(url string) *chain.Client {
	s.Helper()
	client, err := chain.Dial(s.Context(), []string{url}, chain.Options{Poll: 5 * time.Millisecond, ABIs: []abi.ABI{bindings.NewEscrow().GetABI()}})
	s.must(err)
	s.Cleanup(client.Close)
	return client
}

func (s *stall) must(err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

// startNodes starts two of three nodes' committee: any two suffice.
func (s *stall) startNodes() {
	s.Helper()
	var wires []net.Listener
	var urls []string
	for range 3 {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		s.must(err)
		wires, urls = append(wires, l), append(urls, "http://"+l.Addr().String())
	}
	section := node.DefaultChain(testbed.ChainID)
	section.Endpoints, section.Poll = []string{s.bed.WS()}, node.Duration(10*time.Millisecond)
	var err error
	s.homes, s.desc, err = node.Deal(s.TempDir(), node.DealOptions{Threshold: 2, URLs: urls, FeeBps: 250, Chain: section})
	s.must(err)
	s.group, err = s.desc.Group()
	s.must(err)
	for i, h := range s.homes {
		c, d, err := node.Load(h, slog.New(slog.DiscardHandler), "test")
		s.must(err)
		d.Listener = wires[i]
		service, err := node.New(c, d)
		s.must(err)
		s.must(service.Start())
		s.nodes = append(s.nodes, service)
	}
	s.Cleanup(s.stopNodes)
}

func (s *stall) stopNodes() {
	s.Helper()
	for _, n := range s.nodes {
		s.must(n.Stop())
	}
	s.nodes = nil
}

// purchase is an order and the buyer's key to it.
type purchase struct {
	order.Confirmed
	key release.Key
}

// sell sells a tier.
func (s *stall) sell(tier uint8) purchase {
	s.Helper()
	key := s.key(tier)
	c, _, err := s.bed.Buy(s.Context(), devchain.Key(buyerAccount), s.terms, key)
	s.must(err)
	return purchase{c, key}
}

// key is the next buyer's.
func (s *stall) key(tier uint8) release.Key {
	s.Helper()
	place := product.Place{ChainID: testbed.ChainID, Escrow: testbed.Contracts.Escrow, Product: testbed.Contracts.Address(s.terms), Tier: tier}
	key, err := release.NewKey(bytes.Repeat([]byte{9}, release.SeedSize), place, s.sold)
	s.must(err)
	s.sold++
	return key
}

// dispute opens a dispute as the buyer.
func (s *stall) dispute(p purchase) {
	s.Helper()
	path, err := dispute.Prover{Client: s.market.Client, Escrow: testbed.Contracts.Escrow}.Prove(s.Context(), p.Leaf, dispute.Known{})
	s.must(err)
	proof, err := p.Proof()
	s.must(err)
	s.must(s.send(buyerAccount, big.NewInt(params.Ether), dispute.Call(p.Leaf, path, proof)))
}

func (s *stall) send(from int, value *big.Int, call []byte) error {
	_, err := s.bed.Send(s.Context(), devchain.Key(from), &testbed.Contracts.Escrow, value, call)
	return err
}

// book opens the account's book, until the test ends.
func (s *stall) book() *publisher.Book {
	s.Helper()
	b, err := publisher.NewBook(s.home, testbed.ChainID, s.account)
	s.must(err)
	s.Cleanup(func() { b.Close() })
	return b
}

var quickWatch = publisher.WatchPace{Wait: time.Second, Pause: time.Millisecond, Longest: 5 * time.Millisecond, Mined: 10 * time.Second}

// watch begins to watch as an account, asking the committee's nodes.
func (s *stall) watch(b *publisher.Book, account int) *publisher.Watch {
	s.Helper()
	var nodes []nodeapi.Client
	for _, url := range s.desc.URLs() {
		nodes = append(nodes, nodeapi.Client{URL: url})
	}
	return s.watchWith(b, account, nodes...)
}

func (s *stall) watchWith(b *publisher.Book, account int, nodes ...nodeapi.Client) *publisher.Watch {
	s.Helper()
	w, err := publisher.NewWatch(publisher.Watching{
		Market: s.market, Book: b, Groups: map[common.Hash]publisher.Group{s.group.Key(): {P: s.group.P, Q: s.group.Q}}, Nodes: nodes,
		Signer: chain.NewKeySigner(devchain.Key(account)), Pace: quickWatch, Tell: s.tell,
	})
	s.must(err)
	return w
}

func (s *stall) tell(n publisher.Notice) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.told = append(s.told, n)
}

// times is how often something was told.
func (s *stall) times(what publisher.What) (n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, told := range s.told {
		if told.What == what {
			n++
		}
	}
	return n
}

func (s *stall) wantTold(what publisher.What, times int) {
	s.Helper()
	if got := s.times(what); got != times {
		s.Errorf("%q was told %d times, want %d: %+v", what, got, times, s.told)
	}
}

// deaf has the chain take no transaction of the publisher's, as if he were killed
// before he sends it.
func (s *stall) deaf(deaf bool) {
	s.wire.Set(func(p *rpctest.Proxy) {
		p.Refuse = nil
		if deaf {
			p.Refuse = rpctest.Refusing("eth_sendRawTransaction", rpctest.Fault{Code: -32000, Message: "the pool is closed"})
		}
	})
}

// step is one step of a watch, which must succeed.
func (s *stall) step(w *publisher.Watch) {
	s.Helper()
	s.must(w.Step(s.Context()))
}

// keep has a watch keep so many releases more: nodes need a moment.
func (s *stall) keep(w *publisher.Watch, want int) {
	s.Helper()
	s.step(w)
	for deadline := time.Now().Add(time.Minute); want > 0; {
		n, _, err := w.Keep(s.Context())
		s.must(err)
		if want -= n; time.Now().After(deadline) {
			s.Fatalf("%d releases are still missing: %+v", want, s.told)
		}
	}
}

// turn moves the chain's clock to the publisher's turn.
func (s *stall) turn() { s.Helper(); adjust(s.T, s.bed, 6*time.Hour) }

func (s *stall) head() uint64 {
	s.Helper()
	n, err := s.market.Client.BlockNumber(s.Context())
	s.must(err)
	return n
}

func (s *stall) status(p purchase) dispute.State {
	s.Helper()
	output, err := s.market.Client.Call(s.Context(), testbed.Contracts.Escrow, dispute.AskStatus(p.Order))
	s.must(err)
	status, err := dispute.ParseStatus(output)
	s.must(err)
	return status.State
}

func (s *stall) wantStatus(p purchase, want dispute.State) {
	s.Helper()
	if got := s.status(p); got != want {
		s.Errorf("order %d is %v, want %v", p.Leaf.Index, got, want)
	}
}

// opens checks that the buyer finds the release on chain and opens with it.
func (s *stall) opens(p purchase) {
	s.Helper()
	events := s.answers(p)
	if len(events) != 1 {
		s.Fatalf("order %d has %d answers on chain", p.Leaf.Index, len(events))
	}
	U, err := bls.ParseG1Affine(events[0].Data)
	s.must(err)
	s.must(release.Verify(p.key.Place, p.key.B, s.group.Q, U))
	D, err := p.key.Open(U, s.group.P)
	s.must(err)
	if !bls.PairingsEqual(D, bls.GeneratorG2(), p.key.Place.Identity(), s.group.Q) {
		s.Error("what was opened is not the tier's key")
	}
}

// sent is how many transactions an account made.
func (s *stall) sent(account int) uint64 {
	s.Helper()
	n, err := s.market.Client.NonceAt(s.Context(), devchain.Address(account), nil)
	s.must(err)
	return n
}

// rewind takes the blocks after one away, and what was in them: the chain may mine
// that again before it is dropped, or make an empty block of it.
func (s *stall) rewind(block uint64, blocks int) {
	s.Helper()
	header, err := s.bed.Client().HeaderByNumber(s.Context(), new(big.Int).SetUint64(block))
	s.must(err)
	for again := true; again; {
		s.must(s.bed.Fork(header.Hash()))
		s.bed.Rollback()
		head, err := s.bed.Client().BlockByNumber(s.Context(), nil)
		s.must(err)
		again = head.NumberU64() > block && len(head.Transactions()) > 0
	}
	s.commit(blocks)
}

func (s *stall) commit(blocks int) {
	s.Helper()
	for range blocks {
		_, err := s.bed.Commit()
		s.must(err)
	}
}

var buyerKey = devchain.Key(buyerAccount)

func address(account int) common.Address { return devchain.Address(account) }
