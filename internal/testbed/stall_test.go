package testbed_test

import (
	"context"
	"crypto/sha256"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/bls/blstest"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/soltest"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
)

var escrow = bindings.NewEscrow()

// A stall is a chain on which orders of all kinds were paid for. Calls of the
// escrow are tried on it and change nothing.
type stall struct {
	*testbed.Bed
	group  threshold.Group
	shares []threshold.KeyShare
	falseQ [6][32]byte // named by the group key of a product, of no subgroup

	sales    []sale
	before   []order.Peaks // of the one account, by the number of the order
	after    order.Peaks
	disputed map[common.Hash]bool
}

// sale is an order and what it takes to dispute and answer it.
type sale struct {
	order.Confirmed
	place product.Place
	proof bls.Proof
	U     [3][32]byte // of the key that the buyer should have given
}

// goodSales are the first of a stall. The later ones have release keys that are
// no points, or a group key that is none.
const goodSales = 6

// disputedSales are the first of the good ones.
const disputedSales = 4

func deterministic(label string) *rand.ChaCha8 { return rand.NewChaCha8(sha256.Sum256([]byte(label))) }

func openStall(tb testing.TB) *stall {
	tb.Helper()
	ctx := context.Background()
	bed, err := testbed.New(ctx, devchain.Options{})
	must(tb, err)
	tb.Cleanup(func() { must(tb, bed.Close()) })
	s := &stall{Bed: bed, disputed: map[common.Hash]bool{}}
	s.group, s.shares, err = threshold.InsecureDeal(2, 3, deterministic("stall"))
	must(tb, err)
	s.falseQ = blstest.WordsG2([bls.G2AffineSize]byte(blstest.FromG2(s.group.Q).Plus(blstest.LowOrderG2(13)).Affine()))
	terms, forged := s.terms(s.group.Q.Words(), 1), s.terms(s.falseQ, 2)
	for _, t := range []product.Terms{terms, forged} {
		_, _, err := bed.Deploy(ctx, t)
		must(tb, err)
	}
	for i := range uint32(goodSales) {
		s.sell(tb, terms, i, nil)
	}
	for way := range uint(blstest.WaysG1) {
		s.sell(tb, terms, goodSales+uint32(way), &way)
	}
	s.sell(tb, forged, 0, nil)
	for i := range disputedSales {
		c := s.claim(i, len(s.sales))
		_, err := s.Send(ctx, devchain.Key(3), &testbed.Contracts.Escrow, disputeBond, c.call())
		must(tb, err)
		s.disputed[s.sales[i].Order] = true
	}
	return s
}

func must(tb testing.TB, err error) {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
}

func (s *stall) terms(Q [6][32]byte, salt byte) product.Terms {
	t := product.Terms{
		Publisher: devchain.Address(1), Signer: devchain.Address(2), Committee: common.Address{3}, FeeBps: 100,
		ContentHash: common.Hash{salt}, GroupKey: groupKey(s.group.P.Words(), Q),
	}
	for range 2 {
		t.Tiers = append(t.Tiers, product.TierTerms{Price: uint256.NewInt(1000), Confirmations: 1})
	}
	return t
}

func groupKey(P [3][32]byte, Q [6][32]byte) common.Hash {
	var b []byte
	for _, w := range P {
		b = append(b, w[:]...)
	}
	for _, w := range Q {
		b = append(b, w[:]...)
	}
	return crypto.Keccak256Hash(b)
}

// sell sells a tier for a release key that is spoilt, unless spoil is nil.
func (s *stall) sell(tb testing.TB, terms product.Terms, attempt uint32, spoil *uint) {
	tb.Helper()
	place := product.Place{ChainID: testbed.ChainID, Escrow: testbed.Contracts.Escrow, Product: testbed.Contracts.Address(terms), Tier: uint8(attempt % 2)}
	key, err := release.NewKey(make([]byte, release.SeedSize), place, attempt)
	must(tb, err)
	proof, err := key.Prove(deterministic("proof"))
	must(tb, err)
	words := key.B.Words()
	if spoil != nil {
		words = blstest.WordsG1(blstest.SpoilG1(key.B, *spoil, uint(attempt)))
	}
	call := escrow.PackBuy(place.Product, place.Tier, words, big.NewInt(0), big.NewInt(0), terms.Offer(int(place.Tier)).Hash(), big.NewInt(1000), devchain.Address(3), nil)
	receipt, err := s.Send(context.Background(), devchain.Key(3), &testbed.Contracts.Escrow, big.NewInt(1000), call)
	must(tb, err)
	confirmed, err := testbed.Confirmed(receipt)
	must(tb, err)
	s.before = append(s.before, s.after)
	s.after = s.after.Append(confirmed.Leaf.Index, confirmed.Order)
	s.sales = append(s.sales, sale{confirmed, place, proof, s.release(tb, key)})
}

func (s *stall) release(tb testing.TB, key release.Key) [3][32]byte {
	tb.Helper()
	point, err := release.Point(key.Place, key.B)
	must(tb, err)
	var parts []threshold.Part
	for _, share := range s.shares[:s.group.Threshold] {
		parts = append(parts, share.Part(point))
	}
	U, err := threshold.Interpolate(parts, s.group.Threshold)
	must(tb, err)
	return U.Words()
}

// takes reports whether the escrow would take a call with some coin.
func (s *stall) takes(t *testing.T, call []byte, value *big.Int) bool {
	t.Helper()
	message := ethereum.CallMsg{From: devchain.Address(3), To: &testbed.Contracts.Escrow, Value: value, Data: call}
	_, err := s.Client().CallContract(context.Background(), message, nil)
	if err != nil && !soltest.IsRevert(err) {
		t.Fatal(err)
	}
	return err == nil
}

// emptyLeaf is a leaf to write words over that need not be any leaf's.
var emptyLeaf = dispute.Leaf(order.Leaf{Amount: new(uint256.Int)})

// spoilLeaf changes the words of a leaf, which may be none afterwards.
func spoilLeaf(b []byte, way, at uint) {
	switch way % 4 {
	case 1:
		b[at/8%uint(len(b))] ^= 1 << (at % 8)
	case 2: // a bit above the field's width, where a word has such
		b[32*(at%13)] ^= 1 << (at / 13 % 8)
	case 3:
		clear(b[32*(at%16) : 32*(at%16)+32])
	}
}
