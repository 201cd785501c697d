// Package blstest makes points that package bls must refuse: on the curve but
// outside the subgroup, of low order, or on no curve at all. It is for tests
// and test vectors, and works on the library's own types, since package bls
// makes no such point.
package blstest

import (
	"math/big"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fp"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
)

// Cofactors of the two curves (RFC 9380, 8.8).
var (
	cofactorG1 = fromHex("396c8c005555e1568c00aaab0000aaab")
	cofactorG2 = fromHex("5d543a95414e7f1091d50792876a202cd91de4547085abaa68a205b2e5a7ddfa628f1cb4d9e82ef21537e293a6691ae1616ec6e786f0c70cf1c38e31c7238e5")
)

func fromHex(s string) *big.Int {
	n, ok := new(big.Int).SetString(s, 16)
	if !ok {
		panic("blstest: no number: " + s)
	}
	return n
}

// Modulus returns the field's modulus in 48 bytes.
func Modulus() []byte { return fp.Modulus().FillBytes(make([]byte, fp.Bytes)) }

// without returns cofactor·r with every factor q taken out. What it multiplies
// is left with an order that is a power of q.
func without(cofactor *big.Int, q int64) *big.Int {
	n, prime := new(big.Int).Mul(cofactor, bls.Order()), big.NewInt(q)
	for {
		quotient, rest := new(big.Int).DivMod(n, prime, new(big.Int))
		if rest.Sign() != 0 {
			return n
		}
		n = quotient
	}
}

// AddModulus returns b with the modulus added to the coordinate of 48 bytes at
// an offset, flags untouched: the same coordinate, written as nobody may. The
// coordinate must be small enough (see Small).
func AddModulus(b []byte, at int) []byte {
	out := append([]byte{}, b...)
	flags := out[at] & 0xe0
	out[at] &^= 0xe0
	n := new(big.Int).SetBytes(out[at : at+fp.Bytes])
	n.Add(n, fp.Modulus()).FillBytes(out[at : at+fp.Bytes])
	if out[at]&0xe0 != 0 {
		panic("blstest: coordinate is too large to be written twice")
	}
	out[at] |= flags
	return out
}

// Small reports whether the coordinate that begins with this byte still has
// 381 bits when the modulus is added.
func Small(first byte) bool { return first&0x1f < 5 }

// MultipleG1 returns the first multiple of g that satisfies is.
func MultipleG1(is func(bls.G1) bool) bls.G1 {
	for n := uint64(1); ; n++ {
		if p, err := bls.GeneratorG1().Mul(bls.NewScalar(n)); err == nil && is(p) {
			return p
		}
	}
}

// MultipleG2 returns the first multiple of h that satisfies is.
func MultipleG2(is func(bls.G2) bool) bls.G2 {
	for n := uint64(1); ; n++ {
		if p, err := bls.GeneratorG2().Mul(bls.NewScalar(n)); err == nil && is(p) {
			return p
		}
	}
}

func element(n uint64) (e fp.Element) {
	e.SetUint64(n)
	return e
}

// G1 is any point of the first curve.
type G1 struct{ p bls12381.G1Affine }

// Compressed returns its 48 bytes.
func (p G1) Compressed() []byte { b := p.p.Bytes(); return b[:] }

// Affine returns x ‖ y.
func (p G1) Affine() []byte { b := p.p.RawBytes(); return b[:] }

// OutsideG1 is on the curve, outside the subgroup, and of no small order.
func OutsideG1() G1 { return outsideG1(7) }

func outsideG1(seed uint64) G1 {
	var p bls12381.G1Affine
	jac := bls12381.GeneratePointNotInG1(element(seed))
	return G1{*p.FromJacobian(&jac)}
}

// LowOrderG1 returns a point of prime order q, a divisor of the cofactor (3, 11,
// 10177): who multiplied it by a secret would tell the secret mod q.
func LowOrderG1(q int64) G1 {
	for seed := uint64(7); ; seed++ {
		p := outsideG1(seed).Times(without(cofactorG1, q))
		if p.p.IsInfinity() {
			continue // its order has no factor q
		}
		for next := p.Times(big.NewInt(q)); !next.p.IsInfinity(); next = p.Times(big.NewInt(q)) {
			p = next
		}
		return p
	}
}

// FromG1 returns a good point as any other.
func FromG1(p bls.G1) G1 {
	raw := p.Affine()
	var at bls12381.G1Affine
	at.X.SetBytes(raw[:fp.Bytes])
	at.Y.SetBytes(raw[fp.Bytes:])
	return G1{at}
}

// Plus returns p + q.
func (p G1) Plus(q G1) (sum G1) {
	sum.p.Add(&p.p, &q.p)
	return sum
}

// Times returns n·p. It doubles and adds: the library's own multiplication uses
// an endomorphism that is right in the subgroup alone.
func (p G1) Times(n *big.Int) (product G1) {
	for i := n.BitLen() - 1; i >= 0; i-- {
		product.p.Add(&product.p, &product.p)
		if n.Bit(i) == 1 {
			product.p.Add(&product.p, &p.p)
		}
	}
	return product
}

// IsIdentity reports whether p is the identity.
func (p G1) IsIdentity() bool { return p.p.IsInfinity() }

// NoPointG1 returns a compressed x for which x³ + 4 is no square.
func NoPointG1() []byte {
	four := element(4)
	for x := uint64(1); ; x++ {
		e := element(x)
		var y2 fp.Element
		y2.Square(&e).Mul(&y2, &e).Add(&y2, &four)
		if y2.Legendre() == -1 {
			b := e.Bytes()
			b[0] |= 0x80
			return b[:]
		}
	}
}

// G2 is any point of the second curve.
type G2 struct{ p bls12381.G2Affine }

// Compressed returns its 96 bytes.
func (p G2) Compressed() []byte { b := p.p.Bytes(); return b[:] }

// Affine returns x.c0 ‖ x.c1 ‖ y.c0 ‖ y.c1.
func (p G2) Affine() (out []byte) {
	for _, e := range []fp.Element{p.p.X.A0, p.p.X.A1, p.p.Y.A0, p.p.Y.A1} {
		b := e.Bytes()
		out = append(out, b[:]...)
	}
	return out
}

// OutsideG2 is on the curve, outside the subgroup, and of no small order.
func OutsideG2() G2 { return outsideG2(7) }

func outsideG2(seed uint64) G2 {
	var p bls12381.G2Affine
	jac := bls12381.GeneratePointNotInG2(bls12381.E2{A0: element(seed), A1: element(8)})
	return G2{*p.FromJacobian(&jac)}
}

// LowOrderG2 returns a point of prime order q, a divisor of the cofactor (13,
// 23).
func LowOrderG2(q int64) G2 {
	for seed := uint64(7); ; seed++ {
		p := outsideG2(seed).Times(without(cofactorG2, q))
		if p.p.IsInfinity() {
			continue // its order has no factor q
		}
		for next := p.Times(big.NewInt(q)); !next.p.IsInfinity(); next = p.Times(big.NewInt(q)) {
			p = next
		}
		return p
	}
}

// FromG2 returns a good point as any other.
func FromG2(p bls.G2) G2 {
	raw := p.Affine()
	var at bls12381.G2Affine
	for i, e := range []*fp.Element{&at.X.A0, &at.X.A1, &at.Y.A0, &at.Y.A1} {
		e.SetBytes(raw[i*fp.Bytes : (i+1)*fp.Bytes])
	}
	return G2{at}
}

// Plus returns p + q.
func (p G2) Plus(q G2) (sum G2) {
	sum.p.Add(&p.p, &q.p)
	return sum
}

// Times returns n·p.
func (p G2) Times(n *big.Int) (product G2) {
	for i := n.BitLen() - 1; i >= 0; i-- {
		product.p.Add(&product.p, &product.p)
		if n.Bit(i) == 1 {
			product.p.Add(&product.p, &p.p)
		}
	}
	return product
}

// IsIdentity reports whether p is the identity.
func (p G2) IsIdentity() bool { return p.p.IsInfinity() }

// NoPointG2 returns a compressed x for which x³ + 4(1 + u) is no square.
func NoPointG2() []byte {
	b := bls12381.E2{A0: element(4), A1: element(4)}
	for x := uint64(1); ; x++ {
		e := bls12381.E2{A0: element(x)}
		var y2 bls12381.E2
		y2.Square(&e).Mul(&y2, &e).Add(&y2, &b)
		if y2.Legendre() == -1 {
			low := e.A0.Bytes()
			return append(append([]byte{0x80}, make([]byte, fp.Bytes-1)...), low[:]...)
		}
	}
}
