package node_test

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"log/slog"
	"math/big"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
	"github.com/shrinkwrap/shrinkwrap/node"
)

// emitter stands at the escrow's address and logs what it is called with: the
// topics and then the data, with four topics if there are 256 bytes or more,
// with two if there are less. So a test decides what the escrow logged, also
// what no honest one would.
var emitter = common.FromHex("365f5f376101003610601f57606051604051602051" + "5f516080360360" + "80a4005b6020515f516040360360" + "40a200")

const (
	chainID = 1337
	fee     = 100
)

var (
	escrow  = common.Address{0xe5}
	article = common.Address{0xa1}
)

// trial is a chain, a committee dealt for it, and its nodes.
type trial struct {
	t      testing.TB
	chain  *devchain.Chain
	client *ethclient.Client
	homes  []node.Home
	nodes  []*node.Service // nil: down
	wire   []net.Listener
	desc   nodeapi.Committee
	group  threshold.Group

	committee common.Address
	index     uint32
	adjust    func(node int, c *node.Config, d *node.Deps)
}

// newTrial starts t-of-n nodes over the chain's WebSocket. adjust, which may be
// nil, changes a node's parts before it starts.
func newTrial(t testing.TB, threshold, n int, adjust func(node int, c *node.Config, d *node.Deps)) *trial {
	t.Helper()
	chain, err := devchain.New(devchain.Options{Manual: true, Alloc: types.GenesisAlloc{escrow: {Code: emitter, Balance: new(big.Int)}}})
	must(t, err)
	t.Cleanup(func() { must(t, chain.Close()) })
	tr := &trial{t: t, chain: chain, client: chain.Client(), nodes: make([]*node.Service, n), adjust: adjust}
	tr.deal(threshold, n)
	for i := range n {
		tr.start(i + 1)
	}
	t.Cleanup(func() {
		for i := range tr.nodes {
			tr.stop(i + 1)
		}
	})
	return tr
}

func (tr *trial) deal(t, n int) {
	tr.t.Helper()
	urls := make([]string, n)
	tr.wire = make([]net.Listener, n)
	for i := range n {
		tr.wire[i] = listen(tr.t, "127.0.0.1:0")
		urls[i] = "http://" + tr.wire[i].Addr().String()
	}
	section := node.DefaultChain(chainID)
	section.EscrowCodeHash = crypto.Keccak256Hash(emitter).Hex()
	section.Escrow, section.StartBlock, section.Endpoints = nodeapi.Address(escrow), 1, []string{tr.chain.WS()}
	var err error
	tr.homes, tr.desc, err = node.Deal(tr.t.TempDir(), node.DealOptions{Threshold: t, URLs: urls, FeeBps: fee, Chain: section})
	must(tr.t, err)
	tr.committee = common.HexToAddress(tr.desc.Address)
	tr.group, err = tr.desc.Group()
	must(tr.t, err)
}

func listen(t testing.TB, address string) net.Listener {
	t.Helper()
	l, err := net.Listen("tcp", address)
	must(t, err)
	return l
}

// start starts a node, at the same address as before.
func (tr *trial) start(number int) {
	tr.t.Helper()
	c, d, err := node.Load(tr.homes[number-1], discard(), "shrinkwrapd/test")
	must(tr.t, err)
	d.Listener = tr.wire[number-1]
	if d.Listener == nil {
		d.Listener = listen(tr.t, strings.TrimPrefix(tr.desc.Operators[number-1].URL, "http://"))
	}
	tr.wire[number-1] = nil
	if tr.adjust != nil {
		tr.adjust(number, &c, &d)
	}
	s, err := node.New(c, d)
	must(tr.t, err)
	must(tr.t, s.Start())
	tr.nodes[number-1] = s
}

func (tr *trial) stop(number int) {
	tr.t.Helper()
	if s := tr.nodes[number-1]; s != nil {
		must(tr.t, s.Stop())
		tr.nodes[number-1] = nil
	}
}

func discard() *slog.Logger { return slog.New(slog.DiscardHandler) }

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// ask returns a client of a node.
func (tr *trial) ask(number int) nodeapi.Client {
	return nodeapi.Client{URL: tr.desc.Operators[number-1].URL, HTTP: nodeapi.NewHTTP(true)}
}

// purchase is what a buyer has of an order.
type purchase struct {
	leaf  order.Leaf
	key   release.Key
	proof bls.Proof
	log   []byte // what the emitter is called with
}

func (tr *trial) place() product.Place {
	return product.Place{ChainID: chainID, Escrow: escrow, Product: article, Tier: 0}
}

func (tr *trial) newKey() release.Key {
	tr.t.Helper()
	seed := make([]byte, release.SeedSize)
	rand.Read(seed)
	key, err := release.NewKey(seed, tr.place(), 0)
	must(tr.t, err)
	return key
}

// pay logs an order in a new block. change, which may be nil, makes it another
// than an honest escrow's and buyer's.
func (tr *trial) pay(change func(p *purchase, witness *[64]byte)) purchase {
	tr.t.Helper()
	p := purchase{key: tr.newKey()}
	var err error
	p.proof, err = p.key.Prove(rand.Reader)
	must(tr.t, err)
	p.leaf = order.Leaf{
		Product: article, Index: tr.index, Time: 1_700_000_000, Payer: devchain.Address(1), RefundTo: devchain.Address(1), Publisher: common.Address{0xbb},
		Committee: tr.committee, FeeBps: fee, Confirmations: 1, GroupKey: tr.group.Key(), Amount: uint256.NewInt(1000), ReleaseKey: p.key.B.Words(),
	}
	tr.index++
	witness := p.proof.Bytes()
	if change != nil {
		change(&p, &witness)
	}
	account := p.leaf.Offer().Account()
	data := append(append(append(order.ConfirmedTopic.Bytes(), account[:]...), common.LeftPadBytes(p.leaf.Product[:], 32)...), p.leaf.ReleaseKey[0][:]...)
	p.log = append(append(data, p.leaf.Bytes()...), witness[:]...)
	tr.emit(p.log)
	return p
}

// mark logs an event about an order in a new block.
func (tr *trial) mark(event string, order common.Hash, data []byte) {
	tr.t.Helper()
	topic := bindings.NewEscrow().GetABI().Events[event].ID
	tr.emit(append(append(topic[:], order[:]...), data...))
}

// Events of the escrow, by their names.
const (
	disputedEvent = "Disputed"
	answeredEvent = "KeyReleased"
	refundedEvent = "Refunded"
)

func (tr *trial) emit(data []byte) {
	tr.t.Helper()
	ctx := tr.t.Context()
	nonce, err := tr.client.PendingNonceAt(ctx, devchain.Address(0))
	must(tr.t, err)
	tx := types.MustSignNewTx(devchain.Key(0), types.LatestSignerForChainID(big.NewInt(chainID)), &types.DynamicFeeTx{
		ChainID: big.NewInt(chainID), Nonce: nonce, GasTipCap: big.NewInt(params.GWei), GasFeeCap: big.NewInt(5 * params.GWei), Gas: 200_000, To: &escrow, Data: data,
	})
	must(tr.t, tr.client.SendTransaction(ctx, tx))
	tr.commit(1)
}

func (tr *trial) commit(n int) {
	tr.t.Helper()
	for range n {
		_, err := tr.chain.Commit()
		must(tr.t, err)
	}
}

func (tr *trial) head() *types.Header {
	tr.t.Helper()
	h, err := tr.client.HeaderByNumber(tr.t.Context(), nil)
	must(tr.t, err)
	return h
}

// fork makes a block the head again; the transactions after it are gone.
func (tr *trial) fork(root common.Hash) {
	tr.t.Helper()
	must(tr.t, tr.chain.Fork(root))
	tr.chain.Rollback()
}

// caughtUp waits until every node that is up has read the chain up to its head.
func (tr *trial) caughtUp() {
	tr.t.Helper()
	head := tr.head()
	for i, s := range tr.nodes {
		if s == nil {
			continue
		}
		eventually(tr.t, func() error {
			info, err := s.Answers().Info(tr.t.Context())
			if err != nil {
				return err
			}
			if got := info.Chains[0].Indexed; got != head.Number.Uint64() {
				return errors.New("node is not at the head")
			}
			view, err := s.Answers().Store.View(tr.t.Context(), chainID)
			if err == nil && view.Cursor.Hash != head.Hash() {
				err = errors.New("node is on another branch")
			}
			return err
		}, "node %d", i+1)
	}
}

// eventually tries until f returns nil, for a time that only a fault exceeds.
func eventually(t testing.TB, f func() error, format string, args ...any) {
	t.Helper()
	deadline := time.Now().Add(time.Minute)
	for {
		err := f()
		if err == nil {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf(format+": %v", append(args, err)...)
		}
		time.Sleep(10 * time.Millisecond)
	}
}

func (tr *trial) query(p purchase) nodeapi.ReleaseQuery {
	return nodeapi.ReleaseQuery{GroupKey: tr.group.Key(), Place: p.leaf.Place(chainID, escrow), B: p.key.B}
}

// look returns a node's answer now.
func (tr *trial) look(number int, q nodeapi.ReleaseQuery) nodeapi.Release {
	tr.t.Helper()
	r, err := tr.ask(number).Release(tr.t.Context(), q)
	must(tr.t, err)
	return r
}

// released waits for a release and checks that it opens what was paid for.
func (tr *trial) released(number int, p purchase) bls.G1 {
	tr.t.Helper()
	q := tr.query(p)
	q.Wait = 20 * time.Second
	var r nodeapi.Release
	eventually(tr.t, func() (err error) {
		if r, err = tr.ask(number).Release(tr.t.Context(), q); err == nil && r.State != nodeapi.StateReleased {
			err = errors.New(string(r.State) + ": " + r.Reason)
		}
		return err
	}, "no release from node %d", number)
	U, err := nodeapi.ParseG1(r.Release)
	must(tr.t, err)
	must(tr.t, release.Verify(q.Place, p.key.B, tr.group.Q, U))
	if _, err := p.key.Open(U, tr.group.P); err != nil {
		tr.t.Fatal(err)
	}
	return U
}

// stays checks that a node does not go beyond a state, nor gives a share, once
// it has read the whole chain.
func (tr *trial) stays(number int, q nodeapi.ReleaseQuery, state nodeapi.State) nodeapi.Release {
	tr.t.Helper()
	tr.caughtUp()
	for _, own := range []bool{false, true} {
		q.Own = own
		r := tr.look(number, q)
		if r.State != state || r.Share != nil || r.Release != "" {
			tr.t.Fatalf("node %d, own %v: answer is %+v, want state %s without share", number, own, r, state)
		}
		if own {
			return r
		}
	}
	return nodeapi.Release{}
}

// get returns status, headers and body of any path of a node.
func (tr *trial) get(number int, path string, header http.Header) (*http.Response, string) {
	tr.t.Helper()
	return request(tr.t, http.MethodGet, tr.desc.Operators[number-1].URL+path, header, nil)
}

func request(t testing.TB, method, url string, header http.Header, body io.Reader) (*http.Response, string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 90*time.Second)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, method, url, body)
	must(t, err)
	if header != nil {
		r.Header = header
	}
	response, err := http.DefaultTransport.RoundTrip(r)
	must(t, err)
	text, err := io.ReadAll(response.Body)
	must(t, errors.Join(err, response.Body.Close()))
	return response, string(text)
}

// metric returns a node's metric, as its line in the text format begins.
func (tr *trial) metric(number int, name string) string {
	tr.t.Helper()
	_, text := tr.get(number, "/metrics", nil)
	for line := range strings.Lines(text) {
		if value, ok := strings.CutPrefix(line, name+" "); ok {
			return strings.TrimSpace(value)
		}
	}
	return ""
}
