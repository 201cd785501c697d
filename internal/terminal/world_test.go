package terminal_test

import (
	"context"
	"errors"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
	"math/rand/v2"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// world is a chain with a committee's node, a publisher with one wrap, and a
// buyer with a home and an account. Everything is real but the node, which is
// all nodes of its committee at once.
type world struct {
	*testing.T
	bed    *testbed.Bed
	client *chain.Client
	seller *seller
	node   *testNode
	path   string
	header *wrap.Header
	home   home.Home
	payer  chain.Signer

	mu   sync.Mutex
	told []string
}

var quick = terminal.Pace{Wait: time.Second, Stagger: 20 * time.Millisecond, Patience: 320 * time.Millisecond, Chain: 10 * time.Millisecond, Search: 5 * time.Second}

func newWorld(t *testing.T, o devchain.Options) *world {
	t.Helper()
	bed, err := testbed.New(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := bed.Close(); err != nil {
			t.Error(err)
		}
	})
	w := &world{T: t, bed: bed, seller: newSeller(t, testbed.Contracts.Escrow), home: newHome(t), payer: chain.NewKeySigner(devchain.Key(1))}
	w.seller.trust = terminal.TrustIn(home.Config{}, testbed.ChainID)
	w.client = dial(t, bed)
	w.node = startNode(t, bed, w.seller)
	w.path, w.header = w.seller.tale(t)
	return w
}

func dial(t *testing.T, bed *testbed.Bed) *chain.Client {
	t.Helper()
	client, err := chain.Dial(context.Background(), []string{bed.HTTP()}, chain.Options{ChainID: testbed.ChainID, ABIs: []abi.ABI{
		bindings.NewEscrow().GetABI(), bindings.NewProduct().GetABI(), bindings.NewPaymentRouter().GetABI(), bindings.NewTestToken().GetABI(),
	}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	return client
}

func (w *world) deploy() {
	w.Helper()
	if _, _, err := w.bed.Deploy(context.Background(), w.header.Terms()); err != nil {
		w.Fatal(err)
	}
}

// buyer is a new process of the same terminal.
func (w *world) buyer() *terminal.Buyer {
	return &terminal.Buyer{
		Home: w.home, Trust: w.seller.trust, Chain: w.client, Nodes: []nodeapi.Client{w.node.Client}, Pace: quick,
		Now: func() time.Time { return time.Unix(1_800_000_000, 0) }, Tell: w.tell,
	}
}

func (w *world) tell(line string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.told = append(w.told, line)
}

func (w *world) wasTold(part string) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return strings.Contains(strings.Join(w.told, "\n"), part)
}

func (w *world) intent(tier int) terminal.Intent {
	return terminal.Intent{Header: w.header, Tier: tier, Payer: w.payer, RefundTo: w.payer.Address()}
}

// run does what the command does: buy, wait, open, record. Whatever stops it,
// the lock is given back as a process's end would.
func (w *world) run(b *terminal.Buyer, in terminal.Intent, dir string) (p *terminal.Purchase, err error) {
	ctx := context.Background()
	p, err = b.Buy(ctx, in)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, p.Close()) }()
	if err := b.Await(ctx, p); err != nil {
		return p, err
	}
	file, err := terminal.OpenWrap(w.path)
	if err != nil {
		return p, err
	}
	defer file.Close()
	opening, err := terminal.NewOpening(w.home, file, p)
	if err != nil {
		return p, err
	}
	if err := opening.Write(ctx, dir); err != nil {
		return p, err
	}
	return p, b.Record(ctx, p)
}

// payments are the orders that the escrow confirmed for the wrap's product.
func (w *world) payments() (paid []order.Confirmed) {
	w.Helper()
	product := w.header.Address(w.seller.trust.Contracts)
	logs, err := w.bed.Client().FilterLogs(context.Background(), ethereum.FilterQuery{
		Addresses: []common.Address{testbed.Contracts.Escrow}, Topics: [][]common.Hash{{order.ConfirmedTopic}, {}, {common.BytesToHash(product[:])}},
	})
	if err != nil {
		w.Fatal(err)
	}
	for _, log := range logs {
		c, err := order.ParseConfirmed(log)
		if err != nil {
			w.Fatal(err)
		}
		paid = append(paid, c)
	}
	return paid
}

// awaitPayment returns the first payment once it is mined.
func (w *world) awaitPayment() order.Confirmed {
	w.Helper()
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(2 * time.Millisecond) {
		if paid := w.payments(); len(paid) > 0 {
			return paid[0]
		}
	}
	w.Fatal("no payment was mined")
	return order.Confirmed{}
}

func (w *world) wantPayments(n int) {
	w.Helper()
	if paid := w.payments(); len(paid) != n {
		w.Errorf("the chain has %d payments, want %d", len(paid), n)
	}
}

func (w *world) wantFiles(dir string, want files) {
	w.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		w.Error(err)
	}
	for _, e := range entries {
		got, err := os.ReadFile(dir + "/" + e.Name())
		if err != nil || string(got) != want[e.Name()] {
			w.Errorf("%s holds %q, %v", e.Name(), got, err)
		}
	}
	if len(entries) != len(want) {
		w.Errorf("%s holds %d files, want %d", dir, len(entries), len(want))
	}
}

func (w *world) wantKind(err error, kind terminal.Kind, parts ...string) {
	w.Helper()
	e := new(terminal.Error)
	if !errors.As(err, &e) || e.Kind != kind {
		w.Errorf("error is %v, want one of kind %d", err, kind)
		return
	}
	for _, part := range parts {
		if !strings.Contains(err.Error(), part) {
			w.Errorf("error %q does not say %q", err, part)
		}
	}
}

func (w *world) otherGroup() threshold.Group {
	w.Helper()
	group, _, err := threshold.InsecureDeal(2, 3, rand.NewChaCha8([32]byte{7}))
	if err != nil {
		w.Fatal(err)
	}
	return group
}

var (
	tale   = files{"sample.txt": "Once upon a time", "tale.txt": "Once upon a time there was an end."}
	sample = files{"sample.txt": "Once upon a time"}
)
