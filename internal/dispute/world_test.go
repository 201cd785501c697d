package dispute_test

import (
	"bytes"
	"math/big"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
)

// world is a chain, a committee in memory, and a product of two tiers.
type world struct {
	*testbed.Bed
	t      *testing.T
	client *chain.Client
	group  threshold.Group
	shares []threshold.KeyShare
	terms  product.Terms
	place  product.Place
}

const (
	price     = 1_000_000
	publisher = 3
	buyer     = 4
)

func newWorld(t *testing.T) *world {
	t.Helper()
	bed, err := testbed.New(t.Context(), devchain.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := bed.Close(); err != nil {
			t.Error(err)
		}
	})
	w := &world{Bed: bed, t: t}
	w.group, w.shares, err = threshold.InsecureDeal(2, 3, rand.NewChaCha8([32]byte{7}))
	w.check(err)
	w.client, err = chain.Dial(t.Context(), []string{bed.HTTP()}, chain.Options{ChainID: testbed.ChainID, Poll: 20 * time.Millisecond})
	w.check(err)
	t.Cleanup(w.client.Close)
	w.terms = product.Terms{
		Publisher: devchain.Address(publisher), Signer: devchain.Address(publisher), Committee: common.Address{0xc0}, GroupKey: w.group.Key(),
		FeeBps: 100, ContentHash: common.Hash{1},
		Tiers: []product.TierTerms{{Price: uint256.NewInt(price)}, {Price: uint256.NewInt(2 * price)}},
	}
	address, _, err := bed.Deploy(t.Context(), w.terms)
	w.check(err)
	w.place = product.Place{ChainID: testbed.ChainID, Escrow: testbed.Contracts.Escrow, Product: address}
	return w
}

func (w *world) check(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// key is the buyer's for a tier and an attempt.
func (w *world) key(tier uint8, attempt uint32) release.Key {
	w.t.Helper()
	place := w.place
	place.Tier = tier
	key, err := release.NewKey(bytes.Repeat([]byte{9}, release.SeedSize), place, attempt)
	w.check(err)
	return key
}

// buy buys a tier, and returns what the log was just before.
func (w *world) buy(key release.Key) (order.Confirmed, dispute.Known) {
	w.t.Helper()
	known := w.known()
	o, _, err := w.Buy(w.t.Context(), devchain.Key(buyer), w.terms, key)
	w.check(err)
	return o, known
}

func (w *world) known() dispute.Known {
	w.t.Helper()
	account := w.terms.Offer(0).Account()
	escrow := bindings.NewEscrow()
	state, err := escrow.UnpackAccountState(w.view(escrow.PackAccountState(account)))
	w.check(err)
	all, err := escrow.UnpackPeaks(w.view(escrow.PackPeaks(account)))
	w.check(err)
	head, err := w.client.BlockNumber(w.t.Context())
	w.check(err)
	known := dispute.Known{Count: state.Count, Block: head}
	for _, peak := range all {
		known.Peaks = append(known.Peaks, peak)
	}
	return known
}

func (w *world) view(call []byte) []byte {
	w.t.Helper()
	output, err := w.client.Call(w.t.Context(), testbed.Contracts.Escrow, call)
	w.check(err)
	return output
}

func (w *world) status(o order.Confirmed) dispute.Status {
	w.t.Helper()
	s, err := dispute.ParseStatus(w.view(dispute.AskStatus(o.Order)))
	w.check(err)
	return s
}

func (w *world) dispute(o order.Confirmed, known dispute.Known) error {
	w.t.Helper()
	path, err := w.prover().Prove(w.t.Context(), o.Leaf, known)
	w.check(err)
	proof, err := o.Proof()
	w.check(err)
	head, err := w.client.Head(w.t.Context())
	w.check(err)
	bond := dispute.Bond(testbed.ChainID, new(big.Int).Lsh(head.BaseFee, 1))
	return w.send(buyer, bond.ToBig(), dispute.Call(o.Leaf, path, proof))
}

func (w *world) prover() dispute.Prover {
	return dispute.Prover{Client: w.client, Escrow: testbed.Contracts.Escrow}
}

func (w *world) send(from int, value *big.Int, call []byte) error {
	_, err := w.Send(w.t.Context(), devchain.Key(from), &testbed.Contracts.Escrow, value, call)
	return err
}

// answer is what the committee owes a key.
func (w *world) answer(o order.Confirmed, key release.Key) dispute.Answer {
	w.t.Helper()
	proof, err := o.Proof()
	w.check(err)
	var parts []threshold.Part
	for _, share := range w.shares[:w.group.Threshold] {
		part, err := release.MakeShare(share, key.Place, key.B, proof)
		w.check(err)
		parts = append(parts, part)
	}
	U, err := release.Combine(w.group, key.Place, key.B, parts)
	w.check(err)
	return dispute.Answer{Leaf: o.Leaf, U: U}
}
