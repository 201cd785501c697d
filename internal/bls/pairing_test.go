package bls_test

import (
	"crypto/sha256"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
)

// What @noble/curves' Fp12.toBytes gives for e(g, h).
func TestGTEncoding(t *testing.T) {
	const (
		first  = "1250ebd871fc0a92a7b2d83168d0d727272d441befa15c503dd8e90ce98db3e7b6d194f60839c508a84305aaca1789b6"
		digest = "06fa588b89fdfb034dbc1c163ecb3dfac228f552b643c7294cc5f2c4dc170b84"
	)
	b := bls.Pair(bls.GeneratorG1(), bls.GeneratorG2()).Bytes()
	if got := hexOf(b[:48]); got != first {
		t.Errorf("e(g, h) begins %s, want %s", got, first)
	}
	sum := sha256.Sum256(b[:])
	if got := hexOf(sum[:]); got != digest {
		t.Errorf("SHA-256 of e(g, h) is %s, want %s", got, digest)
	}
}

func TestPairingIsBilinear(t *testing.T) {
	a, b := secret(t, "a"), secret(t, "b")
	kb, ka := b.Bytes(), a.Bytes()
	scalarA, _ := bls.ParseScalar(ka[:])
	scalarB, _ := bls.ParseScalar(kb[:])
	ab, _ := bls.GeneratorG1().Mul(scalarA.Mul(scalarB))
	if bls.Pair(a.Public(), b.PublicG2()).Bytes() != bls.Pair(ab, bls.GeneratorG2()).Bytes() {
		t.Error("e(a·g, b·h) is not e(ab·g, h)")
	}
	if !bls.PairingsEqual(a.Public(), b.PublicG2(), ab, bls.GeneratorG2()) {
		t.Error("e(a·g, b·h) = e(ab·g, h) was denied")
	}
	if bls.PairingsEqual(a.Public(), b.PublicG2(), b.Public(), b.PublicG2()) {
		t.Error("e(a·g, b·h) = e(b·g, b·h) was affirmed")
	}
}

// A check that is given points that were never set must not pass, though the
// identity pairs to 1 on both sides.
func TestPairingsOfUnsetPointsAreNotEqual(t *testing.T) {
	g, h := bls.GeneratorG1(), bls.GeneratorG2()
	if !bls.PairingsEqual(g, h, g, h) {
		t.Fatal("e(g, h) = e(g, h) was denied")
	}
	for unset := 1; unset < 16; unset++ {
		a, b, c, d := g, h, g, h
		if unset&1 != 0 {
			a = bls.G1{}
		}
		if unset&2 != 0 {
			b = bls.G2{}
		}
		if unset&4 != 0 {
			c = bls.G1{}
		}
		if unset&8 != 0 {
			d = bls.G2{}
		}
		if bls.PairingsEqual(a, b, c, d) {
			t.Errorf("pairings with unset arguments (bits %04b) are equal", unset)
		}
	}
}
