package bls

import (
	"fmt"
	"math/big"

	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"
)

// Scalar is a public number below r, big-endian in 32 bytes. Zero is allowed.
type Scalar struct{ e fr.Element }

// ParseScalar reads 32 bytes and refuses a number that is not below r.
func ParseScalar(b []byte) (Scalar, error) {
	if len(b) != ScalarSize {
		return Scalar{}, fmt.Errorf("scalar has %d bytes, want %d", len(b), ScalarSize)
	}
	var s Scalar
	if err := s.e.SetBytesCanonical(b); err != nil {
		return Scalar{}, fmt.Errorf("scalar %x is not below the group's order", b)
	}
	return s, nil
}

// ReduceScalar returns b mod r, for hashes that become scalars.
func ReduceScalar(b []byte) (s Scalar) {
	s.e.SetBytes(b)
	return s
}

// NewScalar returns n.
func NewScalar(n uint64) (s Scalar) {
	s.e.SetUint64(n)
	return s
}

// Bytes returns the 32 bytes of s.
func (s Scalar) Bytes() [ScalarSize]byte { return s.e.Bytes() }

// Add returns s + t mod r.
func (s Scalar) Add(t Scalar) (sum Scalar) {
	sum.e.Add(&s.e, &t.e)
	return sum
}

// Sub returns s − t mod r.
func (s Scalar) Sub(t Scalar) (difference Scalar) {
	difference.e.Sub(&s.e, &t.e)
	return difference
}

// Mul returns s·t mod r.
func (s Scalar) Mul(t Scalar) (product Scalar) {
	product.e.Mul(&s.e, &t.e)
	return product
}

// Inverse returns 1/s mod r, and zero for zero.
func (s Scalar) Inverse() (inverse Scalar) {
	inverse.e.Inverse(&s.e)
	return inverse
}

// IsZero reports whether s is zero.
func (s Scalar) IsZero() bool { return s.e.IsZero() }

// Equal reports whether s and t are the same number.
func (s Scalar) Equal(t Scalar) bool { return s.e.Equal(&t.e) }

func (s Scalar) big() *big.Int { return s.e.BigInt(new(big.Int)) }
