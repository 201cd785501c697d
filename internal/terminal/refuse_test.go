package terminal_test

import (
	"context"
	"math/big"
	"path/filepath"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
)

// What is refused costs nothing.
func (w *world) refuses(b *terminal.Buyer, in terminal.Intent, kind terminal.Kind, parts ...string) {
	w.Helper()
	before := len(w.payments())
	p, err := b.Buy(context.Background(), in)
	if err == nil {
		w.Errorf("bought, and is %s", p.Step)
		p.Close()
		return
	}
	w.wantKind(err, kind, parts...)
	w.wantPayments(before)
}

func TestBuyRefuses(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.deploy()
	for name, test := range map[string]struct {
		change func(b *terminal.Buyer, in *terminal.Intent)
		kind   terminal.Kind
		parts  []string
	}{
		"a header that was changed": {func(_ *terminal.Buyer, in *terminal.Intent) {
			h := *in.Header
			h.Content.Title = "Another"
			in.Header = &h
		}, terminal.Danger, []string{"signature"}},
		"an escrow of other code": {func(b *terminal.Buyer, _ *terminal.Intent) {
			b.Trust.CodeHashes = []common.Hash{{1}}
		}, terminal.Danger, []string{"code of the escrow", "do not pay"}},
		"a tier that is not there": {func(_ *terminal.Buyer, in *terminal.Intent) { in.Tier = 2 }, terminal.Refused, []string{"tier 2 of a product of 2"}},
		"nobody to refund to":      {func(_ *terminal.Buyer, in *terminal.Intent) { in.RefundTo = common.Address{} }, terminal.Refused, []string{"money back"}},
		"a price above the highest allowed": {func(_ *terminal.Buyer, in *terminal.Intent) { in.MaxPrice = uint256.NewInt(1_999_999) },
			terminal.Refused, []string{"0.000000000002 ETH", "0.000000000001999999 ETH"}},
		"an account without money": {func(_ *terminal.Buyer, in *terminal.Intent) { in.Payer = chain.NewKeySigner(devchain.Key(99)) },
			terminal.Refused, []string{"not enough money", "is missing"}},
		"no node": {func(b *terminal.Buyer, _ *terminal.Intent) { b.Nodes = nil }, terminal.Unreachable, []string{"no node is known"}},
		"a node that is not there": {func(b *terminal.Buyer, _ *terminal.Intent) { b.Nodes = []nodeapi.Client{{URL: "http://127.0.0.1:1"}} },
			terminal.Unreachable, []string{"127.0.0.1:1", "connection refused"}},
	} {
		t.Run(name, func(t *testing.T) {
			b, in := w.buyer(), w.intent(1)
			b.Home = newHome(t)
			test.change(b, &in)
			w.T = t
			w.refuses(b, in, test.kind, test.parts...)
		})
	}
}

func TestBuyRefusesWhatNodesDecline(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.deploy()
	w.node.declines = "the operator declines this product: not in this house"
	w.refuses(w.buyer(), w.intent(1), terminal.Refused, "does not serve", "not in this house")

	w.node.declines = ""
	w.node.fault = only("/v1/products", rubbish)
	w.refuses(w.buyer(), w.intent(1), terminal.Unreachable, `text/html`)
	other := startNode(t, w.bed, w.seller)
	b := w.buyer()
	b.Nodes = append(b.Nodes, other.Client)
	if _, err := w.run(b, w.intent(1), filepath.Join(t.TempDir(), "tale")); err != nil {
		t.Errorf("with another node: %v", err)
	}
	w.wantPayments(1)
}

// A node of another committee cannot know a product that is not deployed, and
// must not be taken for one that would serve it.
func TestBuyRefusesAnotherCommitteesNode(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	stranger := newSeller(t, w.seller.trust.Contracts.Escrow)
	stranger.group = w.otherGroup()
	b := w.buyer()
	b.Nodes = []nodeapi.Client{startNode(t, w.bed, stranger).Client}
	w.refuses(b, w.intent(1), terminal.Refused, "does not serve", "no contract at this address")
}

func TestBuyRefusesWhereThereIsNoEscrow(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.seller.trust = terminal.Trust{Contracts: product.ContractsOf(someEscrow), Explicit: true}
	w.path, w.header = w.seller.tale(t)
	w.refuses(w.buyer(), w.intent(1), terminal.Refused, "no escrow at "+someEscrow.Hex())
}

// An endpoint of another chain is found out before anything is signed.
func TestBuyRefusesAnotherChain(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.deploy()
	b := w.buyer()
	proxy := startProxy(t, w.bed.HTTP())
	b.Chain = proxy.dial(t)
	proxy.chainID.Store(1)
	w.refuses(b, w.intent(1), terminal.Refused, "chain 1, not of chain 1337")
}

func TestBuyRefusesWhatIsSoldOut(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.limit(1)
	w.deploy()
	if _, err := w.run(w.buyer(), w.intent(1), filepath.Join(t.TempDir(), "tale")); err != nil {
		t.Fatal(err)
	}
	w.home = newHome(t)
	w.refuses(w.buyer(), w.intent(1), terminal.Refused, "is sold out", "SoldOut")
}

// limit binds the wrap anew under terms of which the text has a supply.
func (w *world) limit(supply uint32) {
	w.seller.supply = supply
	w.path, w.header = w.seller.tale(w.T)
}

// A product of its own contract may change its mind: what was signed is what is
// paid for, and never more than was agreed to.
func TestBuyRefusesAnOfferThatChanged(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	signed := w.header.Offer(1)
	dearer, other := signed, signed
	dearer.Price = uint256.NewInt(3_000_000)
	other.Committee = common.HexToAddress("0x666")
	for name, test := range map[string]struct {
		offer product.Offer
		parts []string
	}{
		"dearer":          {dearer, []string{"costs 0.000000000003 ETH now", "0.000000000002 ETH"}},
		"other committee": {other, []string{"terms changed"}},
	} {
		t.Run(name, func(t *testing.T) {
			w.T, w.home = t, newHome(t)
			w.sellBy(w.contract(test.offer))
			w.refuses(w.buyer(), w.intent(1), terminal.Refused, test.parts...)
		})
	}
	w.T = t
	w.sellBy(w.contract(dearer))
	in := w.intent(1)
	in.MaxPrice = uint256.NewInt(3_500_000)
	if _, err := w.run(w.buyer(), in, filepath.Join(t.TempDir(), "tale")); err != nil {
		t.Fatal(err)
	}
	if paid := w.payments(); len(paid) != 1 || !paid[0].Leaf.Amount.Eq(dearer.Price) {
		t.Errorf("payments are %+v", paid)
	}
	w.sellBy(common.HexToAddress("0x7e"))
	w.refuses(w.buyer(), w.intent(1), terminal.Refused, "no product contract")
}

// sellBy binds the wrap to a product contract of the publisher's own.
func (w *world) sellBy(address common.Address) {
	w.Helper()
	w.seller.explicit = address
	w.path, w.header = w.seller.tale(w.T)
}

// contract deploys a product that makes one offer, whatever it is asked:
//
//	PUSH1 224 · PUSH1 10 · PUSH0 · CODECOPY · PUSH1 224 · PUSH0 · RETURN, then the offer
func (w *world) contract(o product.Offer) common.Address {
	w.Helper()
	return w.create(append([]byte{0x60, 224, 0x60, 10, 0x5f, 0x39, 0x60, 224, 0x5f, 0xf3}, offerWords(o)...))
}

// offerWords are an offer as a product returns it.
func offerWords(o product.Offer) (words []byte) {
	price := o.Price.Bytes32()
	for _, word := range [][]byte{
		o.Publisher[:], o.Token[:], o.Committee[:], o.GroupKey[:],
		big.NewInt(int64(o.FeeBps)).Bytes(), price[:], {o.Confirmations},
	} {
		words = append(words, common.LeftPadBytes(word, 32)...)
	}
	return words
}

// create deploys a runtime by 12 bytes that return what follows.
func (w *world) create(runtime []byte) common.Address {
	w.Helper()
	high, low := byte(len(runtime)>>8), byte(len(runtime))
	creation := append([]byte{0x61, high, low, 0x60, 12, 0x5f, 0x39, 0x61, high, low, 0x5f, 0xf3}, runtime...)
	address, err := w.bed.Create(context.Background(), creation, nil)
	if err != nil {
		w.Fatal(err)
	}
	return address
}
