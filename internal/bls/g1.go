package bls

import (
	"errors"
	"fmt"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fp"
)

// ErrIdentity is returned where a sum or difference of points is the identity,
// which no encoding of the protocol can hold.
var ErrIdentity = errors.New("point is the identity")

// G1 is a point of the first group: on the curve, in the subgroup, not the
// identity. Its zero value is not a valid point; take one from a parser.
type G1 struct{ p bls12381.G1Affine }

// ParseG1 reads a compressed point of 48 bytes.
func ParseG1(b []byte) (G1, error) {
	if len(b) != G1Size {
		return G1{}, fmt.Errorf("G1 point has %d bytes, want %d", len(b), G1Size)
	}
	// A set compression flag keeps the library from reading the long form.
	if b[0]&0x80 == 0 {
		return G1{}, errors.New("G1 point is not in compressed form")
	}
	var p bls12381.G1Affine
	if _, err := p.SetBytes(b); err != nil {
		return G1{}, fmt.Errorf("G1 point %x: %v", b, err)
	}
	if p.Bytes() != [G1Size]byte(b) {
		return G1{}, fmt.Errorf("G1 point %x is not canonical", b)
	}
	return checkG1(p)
}

// ParseG1Affine reads x‖y, 96 bytes, the form in which contracts hold a point.
func ParseG1Affine(b []byte) (G1, error) {
	if len(b) != G1AffineSize {
		return G1{}, fmt.Errorf("affine G1 point has %d bytes, want %d", len(b), G1AffineSize)
	}
	var p bls12381.G1Affine
	if err := setCoefficients(b, &p.X, &p.Y); err != nil {
		return G1{}, fmt.Errorf("affine G1 point: %v", err)
	}
	return checkG1(p)
}

// ParseG1Words reads the three words in which an event or a call holds x‖y.
func ParseG1Words(w [3][32]byte) (G1, error) {
	return ParseG1Affine(join(w[:]))
}

func checkG1(p bls12381.G1Affine) (G1, error) {
	switch {
	case p.IsInfinity():
		return G1{}, ErrIdentity
	case !p.IsOnCurve():
		return G1{}, errors.New("G1 point is not on the curve")
	case !p.IsInSubGroup():
		return G1{}, errors.New("G1 point is not in the subgroup")
	}
	return G1{p}, nil
}

// Bytes returns the compressed form.
func (p G1) Bytes() [G1Size]byte { return p.p.Bytes() }

// Affine returns x‖y.
func (p G1) Affine() [G1AffineSize]byte { return p.p.RawBytes() }

// Words returns x‖y as the three words that contracts take.
func (p G1) Words() (w [3][32]byte) {
	raw := p.p.RawBytes()
	split(w[:], raw[:])
	return w
}

// Equal reports whether p and q are the same point.
func (p G1) Equal(q G1) bool { return p.p.Equal(&q.p) }

// IsZero reports whether p was never set.
func (p G1) IsZero() bool { return p.p.IsInfinity() }

// Add returns p + q, or ErrIdentity if they cancel.
func (p G1) Add(q G1) (G1, error) {
	var sum bls12381.G1Affine
	sum.Add(&p.p, &q.p)
	return nonIdentity(sum)
}

// Sub returns p − q, or ErrIdentity if they are equal.
func (p G1) Sub(q G1) (G1, error) {
	var difference bls12381.G1Affine
	difference.Sub(&p.p, &q.p)
	return nonIdentity(difference)
}

// Mul returns k·p for a public k, or ErrIdentity if k is zero.
func (p G1) Mul(k Scalar) (G1, error) {
	var product bls12381.G1Affine
	product.ScalarMultiplication(&p.p, k.big())
	return nonIdentity(product)
}

// nonIdentity takes the result of arithmetic on checked points, which stays on
// the curve and in the subgroup.
func nonIdentity(p bls12381.G1Affine) (G1, error) {
	if p.IsInfinity() {
		return G1{}, ErrIdentity
	}
	return G1{p}, nil
}

// setCoefficients reads len(into) field elements of 48 bytes each and refuses
// one that is not below the field's modulus.
func setCoefficients(b []byte, into ...*fp.Element) error {
	for i, e := range into {
		if err := e.SetBytesCanonical(b[i*fp.Bytes : (i+1)*fp.Bytes]); err != nil {
			return fmt.Errorf("coordinate %d is not below the field's modulus", i)
		}
	}
	return nil
}

func join(words [][32]byte) []byte {
	b := make([]byte, 0, 32*len(words))
	for _, w := range words {
		b = append(b, w[:]...)
	}
	return b
}

func split(words [][32]byte, b []byte) {
	for i := range words {
		copy(words[i][:], b[32*i:])
	}
}
