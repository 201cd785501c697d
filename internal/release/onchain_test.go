package release_test

import (
	"math/rand/v2"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/bls/blstest"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/soltest"
)

// The contracts take exactly the releases that Go takes, for every key that can
// have a proof of knowledge. The identity has none: without that a release for it
// would be s·id, and the contract asks for the proof before (see FuzzDispute of
// internal/testbed).
func FuzzReleaseOnChain(f *testing.F) {
	r := rand.New(rand.NewPCG(2, 1))
	for target := range uint8(4) {
		for way := range uint8(max(blstest.WaysG1, blstest.WaysG2)) {
			for range 2 {
				f.Add(r.Uint64(), r.Uint64(), uint8(r.Uint32()), target, way, uint(r.Uint32()))
			}
		}
	}
	group, nodes := committee(f)
	libraries := soltest.Start(f)
	f.Fuzz(func(t *testing.T, chainID, name uint64, tier, target, way uint8, at uint) {
		place := product.Place{ChainID: chainID % (product.MaxChainID + 1), Escrow: address(byte(name)), Product: address(byte(name >> 8)), Tier: tier}
		key := newKey(t, place)
		U, err := release.Combine(group, place, key.B, sharesOf(t, nodes[:group.Threshold], key))
		if err != nil {
			t.Fatal(err)
		}
		b, q, u := key.B.Words(), group.Q.Words(), U.Words()
		switch target % 4 {
		case 0:
			b = blstest.WordsG1(blstest.SpoilG1(key.B, uint(way), at))
		case 1:
			q = blstest.WordsG2(blstest.SpoilG2(group.Q, uint(way), at))
		case 2:
			u = blstest.WordsG1(blstest.SpoilG1(U, uint(way), at))
		case 3:
			place.Tier ^= way
		}
		if b == [3][32]byte{} {
			return
		}
		err = verify(place, b, q, u)
		if onChain := libraries.In(t).IsRelease(place.Bytes(), b, q, u); onChain != (err == nil) {
			t.Errorf("release %x for key %x under %x at %s: taken on chain: %t, in Go: %v", u, b, q, place, onChain, err)
		}
		if own := b == key.B.Words() && q == group.Q.Words() && u == U.Words() && place == key.Place; own != (err == nil) {
			t.Errorf("release %x for key %x under %x at %s: %v", u, b, q, place, err)
		}
	})
}

// The negative of an identity is a key like any other and blinds nothing: its
// release would be the identity, which neither side takes, nor anything else.
func TestNegativeOfIdentityOnChain(t *testing.T) {
	group, _ := committee(t)
	l := soltest.Start(t)
	B, err := full.Identity().Mul(bls.NewScalar(0).Sub(bls.NewScalar(1)))
	if err != nil {
		t.Fatal(err)
	}
	for name, u := range map[string][3][32]byte{"identity": {}, "P": group.P.Words(), "the key": B.Words()} {
		if l.IsRelease(full.Bytes(), B.Words(), group.Q.Words(), u) || verify(full, B.Words(), group.Q.Words(), u) == nil {
			t.Errorf("%s is a release for −id", name)
		}
	}
}

// verify is what anyone does with a release and keys from the chain.
func verify(place product.Place, b [3][32]byte, q [6][32]byte, u [3][32]byte) error {
	B, err := bls.ParseG1Words(b)
	if err != nil {
		return err
	}
	Q, err := bls.ParseG2Words(q)
	if err != nil {
		return err
	}
	U, err := bls.ParseG1Words(u)
	if err != nil {
		return err
	}
	return release.Verify(place, B, Q, U)
}
