// Package bls holds the points, scalars and pairings of the curve BLS12-381
// in the exact form that Shrinkwrap's protocol uses them.
//
// A [G1] or [G2] that exists is on the curve, in the subgroup of prime order r
// and not the identity; there is no other way to make one. Points are parsed
// from their compressed form (48 and 96 bytes, the usual ZCash encoding) or
// from the affine form x‖y that contracts use (96 and 192 bytes). Every parser
// refuses whatever its encoder would not have written.
//
// A [Scalar] is a public number below r. A [Secret] is a scalar that nobody may
// learn: it does not print, does not marshal, and multiplies points in a way
// whose timing does not depend on it alone. [Prove] and [Proof.Verify] are the
// proof of knowledge of a release key's secret; [Sign] and [Signature.Verify]
// sign messages under a release key. [GT] encodes a pairing's result as
// [github.com/paulmillr/noble-curves] does.
//
// The arithmetic is gnark-crypto's.
package bls

import (
	"math/big"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"
)

// Sizes of encodings, in bytes.
const (
	ScalarSize   = 32
	G1Size       = 48  // compressed
	G1AffineSize = 96  // x ‖ y
	G2Size       = 96  // compressed
	G2AffineSize = 192 // x.c0 ‖ x.c1 ‖ y.c0 ‖ y.c1
	GTSize       = 576 // twelve coefficients of 48 bytes
)

var (
	order = fr.Modulus()

	generatorG1, generatorG2 = func() (bls12381.G1Affine, bls12381.G2Affine) {
		_, _, g, h := bls12381.Generators()
		return g, h
	}()
)

// GeneratorG1 returns g.
func GeneratorG1() G1 { return G1{generatorG1} }

// GeneratorG2 returns h.
func GeneratorG2() G2 { return G2{generatorG2} }

// Order returns r, the order of both groups.
func Order() *big.Int { return new(big.Int).Set(order) }
