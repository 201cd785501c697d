package bls_test

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"math/big"
	"math/rand/v2"
	"testing"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fp"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
)

// Points that no parser may take are made with the library itself, since this
// package makes none.

// deterministic returns the same bytes each time for a label.
func deterministic(label string) io.Reader {
	return rand.NewChaCha8(sha256.Sum256([]byte(label)))
}

func secret(t testing.TB, label string) bls.Secret {
	t.Helper()
	s, err := bls.RandomSecret(deterministic(label))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func hexInt(s string) *big.Int {
	n, ok := new(big.Int).SetString(s, 16)
	if !ok {
		panic("not hexadecimal: " + s)
	}
	return n
}

func hexOf(b []byte) string { return hex.EncodeToString(b) }

var (
	// Orders of the whole curves, divided by r: the cofactors (RFC 9380, 8.8).
	cofactorG1 = hexInt("396c8c005555e1568c00aaab0000aaab")
	cofactorG2 = hexInt("5d543a95414e7f1091d50792876a202cd91de4547085abaa68a205b2e5a7ddfa628f1cb4d9e82ef21537e293a6691ae1616ec6e786f0c70cf1c38e31c7238e5")
)

// outsideG1 is on the curve and of no small order.
func outsideG1() bls12381.G1Affine {
	var p bls12381.G1Affine
	jac := bls12381.GeneratePointNotInG1(element(7))
	return *p.FromJacobian(&jac)
}

func outsideG2() bls12381.G2Affine {
	var p bls12381.G2Affine
	jac := bls12381.GeneratePointNotInG2(bls12381.E2{A0: element(7), A1: element(8)})
	return *p.FromJacobian(&jac)
}

// lowOrderG1 returns a point of prime order q, where q² divides the cofactor: a
// node that multiplied it by s_i would tell s_i mod q.
func lowOrderG1(q int64) bls12381.G1Affine {
	n := new(big.Int).Mul(cofactorG1, bls.Order())
	p := timesG1(outsideG1(), n.Div(n, big.NewInt(q*q)))
	for next := timesG1(p, big.NewInt(q)); !next.IsInfinity(); next = timesG1(p, big.NewInt(q)) {
		p = next
	}
	if p.IsInfinity() || !p.IsOnCurve() {
		panic("no point of that order came out")
	}
	return p
}

func lowOrderG2(q int64) bls12381.G2Affine {
	n := new(big.Int).Mul(cofactorG2, bls.Order())
	p := timesG2(outsideG2(), n.Div(n, big.NewInt(q*q)))
	for next := timesG2(p, big.NewInt(q)); !next.IsInfinity(); next = timesG2(p, big.NewInt(q)) {
		p = next
	}
	if p.IsInfinity() || !p.IsOnCurve() {
		panic("no point of that order came out")
	}
	return p
}

// timesG1 doubles and adds: the library's own multiplication uses an
// endomorphism that is right in the subgroup alone.
func timesG1(p bls12381.G1Affine, n *big.Int) (product bls12381.G1Affine) {
	for i := n.BitLen() - 1; i >= 0; i-- {
		product.Add(&product, &product)
		if n.Bit(i) == 1 {
			product.Add(&product, &p)
		}
	}
	return product
}

func timesG2(p bls12381.G2Affine, n *big.Int) (product bls12381.G2Affine) {
	for i := n.BitLen() - 1; i >= 0; i-- {
		product.Add(&product, &product)
		if n.Bit(i) == 1 {
			product.Add(&product, &p)
		}
	}
	return product
}

func element(n uint64) (e fp.Element) {
	e.SetUint64(n)
	return e
}

// plusModulus adds the field's modulus to the 48 bytes at an offset, flags
// untouched: the same coordinate, written as nobody may.
func plusModulus(b []byte, at int) []byte {
	out := append([]byte{}, b...)
	flags := out[at] & 0xe0
	out[at] &^= 0xe0
	n := new(big.Int).SetBytes(out[at : at+48])
	n.Add(n, fp.Modulus())
	n.FillBytes(out[at : at+48])
	if out[at]&0xe0 != 0 {
		panic("coordinate is too large to be written twice")
	}
	out[at] |= flags
	return out
}

// with returns b with one byte changed.
func with(b []byte, at int, value byte) []byte {
	out := append([]byte{}, b...)
	out[at] = value
	return out
}

// fits reports whether a coordinate, flags aside, still has 381 bits when the
// modulus is added to it.
func fits(first byte) bool { return first&0x1f < 5 }

// someG1 returns the first multiple of g that satisfies is.
func someG1(t testing.TB, is func(bls.G1) bool) bls.G1 {
	t.Helper()
	for n := uint64(1); n < 1000; n++ {
		if p, err := bls.GeneratorG1().Mul(bls.NewScalar(n)); err == nil && is(p) {
			return p
		}
	}
	t.Fatal("no such multiple of g")
	return bls.G1{}
}

// someG2 returns the first multiple of h that satisfies is.
func someG2(t testing.TB, is func(bls.G2) bool) bls.G2 {
	t.Helper()
	for n := uint64(1); n < 1000; n++ {
		if p, err := bls.GeneratorG2().Mul(bls.NewScalar(n)); err == nil && is(p) {
			return p
		}
	}
	t.Fatal("no such multiple of h")
	return bls.G2{}
}
