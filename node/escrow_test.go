package node_test

import (
	"context"
	"crypto/rand"
	"errors"
	"log/slog"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	gethnode "github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
	"github.com/shrinkwrap/shrinkwrap/node"
)

// The whole path with the real contracts: a committee of three is dealt, its
// first node is a plugin of the chain's own node and the others watch it over
// endpoints; its contract is deployed and confirmed; a product is deployed and
// bought; and what was bought is released over RPC and HTTP. After the purchase
// is disputed, no receipt is made, and the plugin answers.
func TestRealEscrow(t *testing.T) {
	ctx := t.Context()
	urls := make([]string, 3)
	tr := &trial{t: t, nodes: make([]*node.Service, 3)}
	for i := range urls {
		tr.wire = append(tr.wire, listen(t, "127.0.0.1:0"))
		urls[i] = "http://" + tr.wire[i].Addr().String()
	}
	homes, desc, err := node.Deal(t.TempDir(), node.DealOptions{Threshold: 2, URLs: urls, FeeBps: fee, Chain: node.DefaultChain(chainID)})
	must(t, err)
	tr.homes, tr.desc = homes, desc
	tr.group, err = desc.Group()
	must(t, err)

	bed, err := testbed.New(ctx, devchain.Options{Modules: []string{"shrinkwrap"}, Register: func(stack *gethnode.Node) error {
		c, d, err := node.Load(homes[0], discard(), "shrinkwrapd/test")
		if err != nil {
			return err
		}
		d.Listener = tr.wire[0]
		d.Signers = map[uint64]chain.Signer{chainID: chain.NewKeySigner(devchain.Key(payer(1)))}
		_, err = node.Register(stack, c, d)
		return err
	}})
	must(t, err)
	t.Cleanup(func() { must(t, bed.Close()) })
	tr.chain, tr.client = bed.Chain, bed.Client()
	t.Cleanup(func() { tr.stop(2); tr.stop(3) })
	tr.adjust = func(_ int, c *node.Config, _ *node.Deps) { c.Chains[0].Endpoints = []string{bed.WS()} }
	tr.start(2)
	tr.start(3)

	confirmCommittee(t, bed, homes, desc)
	terms := product.Terms{
		Publisher: devchain.Address(1), Signer: devchain.Address(1), Committee: common.HexToAddress(desc.Address), GroupKey: tr.group.Key(), FeeBps: fee,
		Tiers: []product.TierTerms{{Price: uint256.NewInt(1000), Confirmations: 2}},
	}
	address, _, err := bed.Deploy(ctx, terms)
	must(t, err)
	served, err := tr.ask(2).Product(ctx, chainID, address, true)
	must(t, err)
	if !served.Served || served.Terms == nil || served.Terms.Tiers[0].Price != "1000" {
		t.Errorf("product is %+v", served)
	}
	if plain, err := tr.ask(2).Product(ctx, chainID, address, false); err != nil || !plain.Served || plain.Terms != nil {
		t.Errorf("product without its terms is %+v, %v", plain, err)
	}
	key := newKeyAt(t, address)
	paid, _, err := bed.Buy(ctx, devchain.Key(2), terms, key)
	must(t, err)
	p := purchase{leaf: paid.Leaf, key: key}
	q := tr.query(p)
	q.Place.Escrow = bindings.EscrowAddress
	for number := 1; number <= 3; number++ {
		eventually(t, func() error {
			if r := tr.look(number, q); r.State != nodeapi.StateSeen || r.Confirmations != (nodeapi.Confirmations{Had: 1, Needed: 2}) {
				return errors.New(string(r.State))
			}
			return nil
		}, "node %d has not seen the payment", number)
	}
	_, err = bed.Commit()
	must(t, err)
	for number := 1; number <= 3; number++ {
		checkReleased(t, tr, number, q, key)
	}
	checkRPC(t, bed, tr, q, paid)

	disputed := bindings.NewEscrow().PackDispute(dispute.Leaf(paid.Leaf), nil, witness(paid, 0), witness(paid, 32))
	_, err = bed.Send(ctx, devchain.Key(3), &bindings.EscrowAddress, big.NewInt(params.Ether), disputed)
	must(t, err)
	eventually(t, func() error {
		o, err := tr.ask(2).Order(ctx, chainID, paid.Order)
		if err == nil && o.State != nodeapi.StateDisputed {
			err = errors.New(string(o.State))
		}
		return err
	}, "dispute was not seen")
	if r, err := tr.ask(2).Receipt(ctx, chainID, paid.Order, true); err != nil || r.Share != nil {
		t.Errorf("receipt of a disputed order is %+v, %v", r, err)
	}
	must(t, bed.AdjustTime(everyTurn)) // the plugin answers, over its own connection
	eventually(t, func() error {
		logs, err := bed.Client().FilterLogs(ctx, ethereum.FilterQuery{
			FromBlock: big.NewInt(1), Addresses: []common.Address{bindings.EscrowAddress}, Topics: [][]common.Hash{{dispute.KeyReleasedTopic}, {paid.Order}},
		})
		if err == nil && len(logs) != 1 {
			err = errors.New("no answer")
		}
		return err
	}, "the plugin does not answer")
}

func newKeyAt(t testing.TB, address common.Address) release.Key {
	t.Helper()
	seed := make([]byte, release.SeedSize)
	rand.Read(seed)
	key, err := release.NewKey(seed, product.Place{ChainID: chainID, Escrow: bindings.EscrowAddress, Product: address}, 0)
	must(t, err)
	return key
}

// confirmCommittee deploys and confirms the committee's contract, and checks
// what is said of it on the way.
func confirmCommittee(t *testing.T, bed *testbed.Bed, homes []node.Home, c nodeapi.Committee) {
	t.Helper()
	ctx := t.Context()
	client, err := chain.Dial(ctx, []string{bed.HTTP()}, chain.Options{ChainID: chainID, Log: slog.New(slog.DiscardHandler)})
	must(t, err)
	defer client.Close()
	for i, h := range homes {
		signer, err := h.Operator()
		must(t, err)
		transcript, err := h.Transcript()
		must(t, err)
		from := signer.Address()
		_, err = bed.Send(ctx, devchain.Key(0), &from, big.NewInt(params.Ether), nil)
		must(t, err)
		sender := &chain.Sender{Client: client, Signer: signer}
		if i < 2 { // the second time it is there already
			must(t, node.DeployCommittee(ctx, sender, bindings.EscrowAddress, c))
		}
		if _, err := node.CheckCommittee(ctx, client, bindings.EscrowAddress, c, transcript); !errors.Is(err, node.ErrNotActive) {
			t.Fatalf("before operator %d confirmed: %v", i+1, err)
		}
		must(t, node.ConfirmCommittee(ctx, sender, bindings.EscrowAddress, c, transcript))
		if i < len(homes)-1 {
			continue
		}
		got, err := node.CheckCommittee(ctx, client, bindings.EscrowAddress, c, transcript)
		must(t, err)
		if got.Address != c.Address || got.Operators[0] != c.Operators[0] {
			t.Errorf("descriptor is %+v", got)
		}
		checkDifferences(t, client, c, transcript)
	}
}

// checkDifferences makes sure that a descriptor which is not the chain's is
// refused.
func checkDifferences(t *testing.T, client *chain.Client, c nodeapi.Committee, transcript common.Hash) {
	t.Helper()
	group, _, err := threshold.InsecureDeal(2, 3, rand.Reader)
	must(t, err)
	operators := []common.Address{common.HexToAddress(c.Operators[0].Address), common.HexToAddress(c.Operators[1].Address), common.HexToAddress(c.Operators[2].Address)}
	other := nodeapi.NewCommittee(c.ChainID, common.HexToAddress(c.Address), c.FeeBps, group, operators, c.URLs())
	fee := c
	fee.FeeBps++
	swapped := nodeapi.NewCommittee(c.ChainID, common.HexToAddress(c.Address), c.FeeBps, group, []common.Address{operators[1], operators[0], operators[2]}, c.URLs())
	nowhere := c
	nowhere.Address = nodeapi.Address(common.Address{1})
	for name, bad := range map[string]nodeapi.Committee{"keys": other, "fee": fee, "operators": swapped, "address": nowhere} {
		if _, err := node.CheckCommittee(t.Context(), client, bindings.EscrowAddress, bad, transcript); err == nil {
			t.Errorf("a descriptor of other %s was taken", name)
		}
	}
	if _, err := node.CheckCommittee(t.Context(), client, common.Address{9}, c, transcript); err == nil {
		t.Error("a committee of another escrow was taken")
	}
	if _, err := node.CheckCommittee(t.Context(), client, bindings.EscrowAddress, c, common.Hash{9}); err == nil {
		t.Error("another transcript was taken")
	}
	moved := c
	moved.FeeBps++
	if err := node.DeployCommittee(t.Context(), &chain.Sender{Client: client}, bindings.EscrowAddress, moved); err == nil || !strings.Contains(err.Error(), "address") {
		t.Errorf("a committee was deployed at an address that is not its own: %v", err)
	}
}

func checkReleased(t *testing.T, tr *trial, number int, q nodeapi.ReleaseQuery, key release.Key) {
	t.Helper()
	q.Wait = 20 * time.Second
	r := tr.look(number, q)
	U, err := nodeapi.ParseG1(r.Release)
	if err != nil {
		t.Fatalf("node %d answers %+v", number, r)
	}
	must(t, release.Verify(q.Place, key.B, tr.group.Q, U))
}

// checkRPC asks the plugin over the chain's own endpoint.
func checkRPC(t *testing.T, bed *testbed.Bed, tr *trial, q nodeapi.ReleaseQuery, paid order.Confirmed) {
	t.Helper()
	client, err := rpc.DialContext(t.Context(), bed.HTTP())
	must(t, err)
	defer client.Close()
	call := func(into any, method string, args ...any) {
		t.Helper()
		ctx, cancel := context.WithTimeout(t.Context(), 90*time.Second)
		defer cancel()
		must(t, client.CallContext(ctx, into, method, args...))
	}
	B := q.B.Bytes()
	var r nodeapi.Release
	call(&r, "shrinkwrap_release", common.Hash(q.GroupKey), q.Place.Product, hexutil.Uint64(0), hexutil.Bytes(B[:]), map[string]any{"wait": "0x14"})
	over := tr.look(1, q)
	if r != over && (r.Release != over.Release || r.State != nodeapi.StateReleased) {
		t.Errorf("RPC answers %+v, HTTP %+v", r, over)
	}
	var info nodeapi.Info
	if call(&info, "shrinkwrap_info"); info.Node != 1 || info.Chains[0].Providers[0] != "in-process" {
		t.Errorf("info is %+v", info)
	}
	var o nodeapi.Order
	if call(&o, "shrinkwrap_order", paid.Order); o.State != nodeapi.StateReleased || o.Transaction != hexutil.Encode(paid.Tx[:]) {
		t.Errorf("order is %+v", o)
	}
	var receipt nodeapi.Receipt
	if call(&receipt, "shrinkwrap_receipt", paid.Order); receipt.Receipt == "" {
		t.Errorf("receipt is %+v", receipt)
	}
	var p nodeapi.Product
	if call(&p, "shrinkwrap_product", q.Place.Product); !p.Served {
		t.Errorf("product is %+v", p)
	}
	if err := client.CallContext(t.Context(), &r, "shrinkwrap_release", common.Hash{}, q.Place.Product, hexutil.Uint64(0), hexutil.Bytes{1}, nil); err == nil {
		t.Error("a malformed release key was taken")
	}
}

func witness(c order.Confirmed, at int) *big.Int { return new(big.Int).SetBytes(c.Witness[at : at+32]) }
