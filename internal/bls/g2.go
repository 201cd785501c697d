package bls

import (
	"errors"
	"fmt"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fp"
)

// G2 is a point of the second group, with the same promise as [G1].
type G2 struct{ p bls12381.G2Affine }

// ParseG2 reads a compressed point of 96 bytes.
func ParseG2(b []byte) (G2, error) {
	if len(b) != G2Size {
		return G2{}, fmt.Errorf("G2 point has %d bytes, want %d", len(b), G2Size)
	}
	if b[0]&0x80 == 0 {
		return G2{}, errors.New("G2 point is not in compressed form")
	}
	var p bls12381.G2Affine
	if _, err := p.SetBytes(b); err != nil {
		return G2{}, fmt.Errorf("G2 point %x: %v", b, err)
	}
	if p.Bytes() != [G2Size]byte(b) {
		return G2{}, fmt.Errorf("G2 point %x is not canonical", b)
	}
	return checkG2(p)
}

// ParseG2Affine reads x.c0 ‖ x.c1 ‖ y.c0 ‖ y.c1, 192 bytes: EIP-2537's order
// without its padding. (The ZCash form puts c1 first.)
func ParseG2Affine(b []byte) (G2, error) {
	if len(b) != G2AffineSize {
		return G2{}, fmt.Errorf("affine G2 point has %d bytes, want %d", len(b), G2AffineSize)
	}
	var p bls12381.G2Affine
	if err := setCoefficients(b, &p.X.A0, &p.X.A1, &p.Y.A0, &p.Y.A1); err != nil {
		return G2{}, fmt.Errorf("affine G2 point: %v", err)
	}
	return checkG2(p)
}

// ParseG2Words reads the six words in which an event or a call holds a point.
func ParseG2Words(w [6][32]byte) (G2, error) {
	return ParseG2Affine(join(w[:]))
}

func checkG2(p bls12381.G2Affine) (G2, error) {
	switch {
	case p.IsInfinity():
		return G2{}, ErrIdentity
	case !p.IsOnCurve():
		return G2{}, errors.New("G2 point is not on the curve")
	case !p.IsInSubGroup():
		return G2{}, errors.New("G2 point is not in the subgroup")
	}
	return G2{p}, nil
}

// Bytes returns the compressed form.
func (p G2) Bytes() [G2Size]byte { return p.p.Bytes() }

// Affine returns x.c0 ‖ x.c1 ‖ y.c0 ‖ y.c1.
func (p G2) Affine() (out [G2AffineSize]byte) {
	for i, e := range []*fp.Element{&p.p.X.A0, &p.p.X.A1, &p.p.Y.A0, &p.p.Y.A1} {
		c := e.Bytes()
		copy(out[i*fp.Bytes:], c[:])
	}
	return out
}

// Words returns the affine form as the six words that contracts take.
func (p G2) Words() (w [6][32]byte) {
	raw := p.Affine()
	split(w[:], raw[:])
	return w
}

// Equal reports whether p and q are the same point.
func (p G2) Equal(q G2) bool { return p.p.Equal(&q.p) }

// IsZero reports whether p was never set.
func (p G2) IsZero() bool { return p.p.IsInfinity() }

// Add returns p + q, or ErrIdentity if they cancel.
func (p G2) Add(q G2) (G2, error) {
	var sum bls12381.G2Affine
	sum.Add(&p.p, &q.p)
	if sum.IsInfinity() {
		return G2{}, ErrIdentity
	}
	return G2{sum}, nil
}

// Mul returns k·p for a public k, or ErrIdentity if k is zero.
func (p G2) Mul(k Scalar) (G2, error) {
	var product bls12381.G2Affine
	product.ScalarMultiplication(&p.p, k.big())
	if product.IsInfinity() {
		return G2{}, ErrIdentity
	}
	return G2{product}, nil
}
