package bls

import (
	"fmt"
	"io"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fp"
)

// GT is the result of a pairing. It is secret where its inputs are, and so
// prints as "bls.GT(hidden)".
type GT struct{ v bls12381.GT }

// Pair returns e(p, q).
func Pair(p G1, q G2) GT {
	v, err := bls12381.Pair([]bls12381.G1Affine{p.p}, []bls12381.G2Affine{q.p})
	if err != nil {
		panic("bls: internal error: pairing of one pair: " + err.Error()) // only lengths that differ fail
	}
	return GT{v}
}

// Bytes returns the twelve coefficients c0.c0.c0, c0.c0.c1, c0.c1.c0 … c1.c2.c1,
// 48 bytes each: the order of @noble/curves' Fp12.toBytes, the reverse of
// gnark-crypto's own.
func (t GT) Bytes() (out [GTSize]byte) {
	v := &t.v
	for i, e := range []*fp.Element{
		&v.C0.B0.A0, &v.C0.B0.A1, &v.C0.B1.A0, &v.C0.B1.A1, &v.C0.B2.A0, &v.C0.B2.A1,
		&v.C1.B0.A0, &v.C1.B0.A1, &v.C1.B1.A0, &v.C1.B1.A1, &v.C1.B2.A0, &v.C1.B2.A1,
	} {
		c := e.Bytes()
		copy(out[i*fp.Bytes:], c[:])
	}
	return out
}

// Format hides the value from every verb of fmt.
func (t GT) Format(f fmt.State, _ rune) { io.WriteString(f, "bls.GT(hidden)") }

// PairingsEqual reports whether e(a, b) = e(c, d). For points of the subgroups,
// which all arguments are, that is complete and sound. A point that was never
// set is equal to nothing: the identity would pair to 1 on both sides, and a
// check that was fed no points would pass.
func PairingsEqual(a G1, b G2, c G1, d G2) bool {
	if a.IsZero() || b.IsZero() || c.IsZero() || d.IsZero() {
		return false
	}
	var negated bls12381.G1Affine
	negated.Neg(&c.p)
	equal, err := bls12381.PairingCheck([]bls12381.G1Affine{a.p, negated}, []bls12381.G2Affine{b.p, d.p})
	return err == nil && equal
}
