package blstest

import (
	"math/big"
	"slices"
	"sync"

	"github.com/consensys/gnark-crypto/ecc/bls12-381/fp"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
)

// Points that are computed once: each takes some milliseconds.
var (
	outsideOfG1 = sync.OnceValue(OutsideG1)
	outsideOfG2 = sync.OnceValue(OutsideG2)
	threeOfG1   = sync.OnceValue(func() G1 { return LowOrderG1(3) })
	elevenOfG1  = sync.OnceValue(func() G1 { return LowOrderG1(11) })
	ofG2        = sync.OnceValue(func() G2 { return LowOrderG2(13) })
)

// spoilG1 are ways to spoil the affine form of a point of G1.
var spoilG1 = []func(p bls.G1) []byte{
	func(bls.G1) []byte { return outsideOfG1().Affine() },
	func(bls.G1) []byte { return threeOfG1().Affine() },
	func(bls.G1) []byte { return elevenOfG1().Affine() },
	func(p bls.G1) []byte { return FromG1(p).Plus(outsideOfG1()).Affine() },
	func(p bls.G1) []byte { return FromG1(p).Plus(threeOfG1()).Affine() },
	func(p bls.G1) []byte { return FromG1(p).Plus(elevenOfG1()).Affine() },
	func(bls.G1) []byte { return append(make([]byte, bls.G1AffineSize-1), 2) }, // (0, 2), of order 3
}

// spoilG2 are ways to spoil the affine form of a point of G2.
var spoilG2 = []func(p bls.G2) []byte{
	func(bls.G2) []byte { return outsideOfG2().Affine() },
	func(bls.G2) []byte { return ofG2().Affine() },
	func(p bls.G2) []byte { return FromG2(p).Plus(outsideOfG2()).Affine() },
	func(p bls.G2) []byte { return FromG2(p).Plus(ofG2()).Affine() },
}

// spoilForm are ways to spoil the affine form of a point of either group. A
// number chooses where.
var spoilForm = []func(b []byte, at int){
	func(b []byte, at int) { b[at/8%len(b)] ^= 1 << (at % 8) },
	func(b []byte, _ int) { clear(b) },
	func(b []byte, at int) { clear(b); b[0] = byte(at) << 5 }, // the identity, flagged
	func(b []byte, at int) { b[0] |= byte(at) << 5 },          // compressed, infinite, the larger y
	func(b []byte, at int) { clear(coordinate(b, at)) },
	func(b []byte, at int) { copy(coordinate(b, at), Modulus()) },
	func(b []byte, at int) { fp.Modulus().FillBytes(coordinate(b, at)); coordinate(b, at)[47]-- },
	func(b []byte, at int) { addModulus(coordinate(b, at)) },
	func(b []byte, at int) { negate(coordinate(b, at)) }, // of y it makes the negative point
	func(b []byte, _ int) { copy(b, slices.Concat(b[len(b)/2:], b[:len(b)/2])) },
	func(b []byte, at int) { copy(coordinate(b, at), slices.Clone(coordinate(b, at+1))) },
	func(b []byte, _ int) { // as the ZCash form has them: c1 first
		for i := 0; i+2*fp.Bytes <= len(b); i += 2 * fp.Bytes {
			copy(b[i:], slices.Concat(b[i+fp.Bytes:i+2*fp.Bytes], b[i:i+fp.Bytes]))
		}
	},
	func(b []byte, _ int) {
		for i := range b {
			b[i] = 0xff
		}
	},
}

// WaysG1 and WaysG2 are in how many ways SpoilG1 and SpoilG2 spoil a point.
var (
	WaysG1 = len(spoilForm) + len(spoilG1)
	WaysG2 = len(spoilForm) + len(spoilG2)
)

// SpoilG1 returns the affine form of p, spoilt in one of WaysG1 ways, at a place
// in it that a number chooses. A few ways leave a good point, but another.
func SpoilG1(p bls.G1, way, at uint) [bls.G1AffineSize]byte {
	b := p.Affine()
	if i := way % uint(WaysG1); i >= uint(len(spoilForm)) {
		return [bls.G1AffineSize]byte(spoilG1[i-uint(len(spoilForm))](p))
	} else {
		spoilForm[i](b[:], int(at%(1<<30)))
	}
	return b
}

// SpoilG2 does the same to a point of G2.
func SpoilG2(p bls.G2, way, at uint) [bls.G2AffineSize]byte {
	b := p.Affine()
	if i := way % uint(WaysG2); i >= uint(len(spoilForm)) {
		return [bls.G2AffineSize]byte(spoilG2[i-uint(len(spoilForm))](p))
	} else {
		spoilForm[i](b[:], int(at%(1<<30)))
	}
	return b
}

// coordinate is one of the field elements of an affine form.
func coordinate(b []byte, at int) []byte {
	i := at % (len(b) / fp.Bytes) * fp.Bytes
	return b[i : i+fp.Bytes]
}

// addModulus writes the same element as nobody may: the modulus has 381 bits, so
// that 384 have room for it.
func addModulus(e []byte) {
	n := new(big.Int).SetBytes(e)
	n.Mod(n.Add(n, fp.Modulus()), new(big.Int).Lsh(big.NewInt(1), 8*fp.Bytes)).FillBytes(e)
}

func negate(e []byte) {
	n := new(big.Int).SetBytes(e)
	n.Mod(n.Sub(fp.Modulus(), n), fp.Modulus()).FillBytes(e)
}

// WordsG1 and WordsG2 are affine forms as the chain has them.
func WordsG1(b [bls.G1AffineSize]byte) (w [3][32]byte) {
	for i := range w {
		copy(w[i][:], b[32*i:])
	}
	return w
}

func WordsG2(b [bls.G2AffineSize]byte) (w [6][32]byte) {
	for i := range w {
		copy(w[i][:], b[32*i:])
	}
	return w
}
