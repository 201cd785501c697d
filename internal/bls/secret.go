package bls

import (
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"math/big"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"
)

// Secret is a scalar that nobody may learn, never zero: a buyer's b, a
// publisher's r, a node's s_i. It prints as "bls.Secret(hidden)" and refuses to
// be marshalled. Bytes is for the one file that keeps it.
//
// fmt calls no method of an unexported field of another struct, and follows
// pointers there for some verbs; into a function it cannot look.
type Secret struct{ reveal func() fr.Element }

func hide(e fr.Element) Secret { return Secret{func() fr.Element { return e }} }

// ParseSecret reads 32 bytes. Its errors never say what they were.
func ParseSecret(b []byte) (Secret, error) {
	if len(b) != ScalarSize {
		return Secret{}, fmt.Errorf("secret scalar has %d bytes, want %d", len(b), ScalarSize)
	}
	var e fr.Element
	if err := e.SetBytesCanonical(b); err != nil {
		return Secret{}, errors.New("secret scalar is not below the group's order")
	}
	if e.IsZero() {
		return Secret{}, errors.New("secret scalar is zero")
	}
	return hide(e), nil
}

// RandomSecret draws a secret from random, usually crypto/rand's Reader.
func RandomSecret(random io.Reader) (Secret, error) {
	var wide [48]byte
	if _, err := io.ReadFull(random, wide[:]); err != nil {
		return Secret{}, fmt.Errorf("drawing a secret scalar: %v", err)
	}
	return reduceSecret(wide[:])
}

// DeriveSecret returns the 48 bytes of HKDF-SHA-256 (RFC 5869, empty salt) of
// ikm and info, reduced mod r.
func DeriveSecret(ikm []byte, info string) (Secret, error) {
	wide, err := hkdf.Key(sha256.New, ikm, nil, info, 48)
	if err != nil {
		return Secret{}, fmt.Errorf("deriving a secret scalar: %v", err)
	}
	return reduceSecret(wide)
}

// reduceSecret refuses zero, which 48 uniform bytes give once in 2^255 times.
func reduceSecret(wide []byte) (Secret, error) {
	var e fr.Element
	e.SetBytes(wide)
	if e.IsZero() {
		return Secret{}, errors.New("secret scalar is zero")
	}
	return hide(e), nil
}

// Bytes returns the 32 bytes of s, to be kept in a file of mode 0400.
func (s Secret) Bytes() [ScalarSize]byte {
	e := s.reveal()
	return e.Bytes()
}

// Public returns s·g.
func (s Secret) Public() G1 { return s.MulG1(G1{generatorG1}) }

// PublicG2 returns s·h.
func (s Secret) PublicG2() G2 {
	a, b := s.shares()
	var x, y bls12381.G2Affine
	x.ScalarMultiplication(&generatorG2, a)
	y.ScalarMultiplication(&generatorG2, b)
	x.Add(&x, &y)
	return G2{x}
}

// MulG1 returns s·p. Neither s nor p is zero and r is prime, so the product is
// not the identity.
//
// The library's multiplication takes a time that depends on its scalar, and p
// may be chosen by a stranger. So s is split anew for each call into two
// scalars that are each uniformly random, and their products are added: no
// timing depends on s alone.
func (s Secret) MulG1(p G1) G1 {
	a, b := s.shares()
	var x, y bls12381.G1Affine
	x.ScalarMultiplication(&p.p, a)
	y.ScalarMultiplication(&p.p, b)
	x.Add(&x, &y)
	return G1{x}
}

// shares returns a random a and b = s − a.
func (s Secret) shares() (a, b *big.Int) {
	var wide [48]byte
	rand.Read(wide[:]) // never fails: it ends the process instead
	var mask, rest fr.Element
	mask.SetBytes(wide[:])
	e := s.reveal()
	rest.Sub(&e, &mask)
	return mask.BigInt(new(big.Int)), rest.BigInt(new(big.Int))
}

// respond returns k + c·s as a public scalar; only a proof may call it, with a
// fresh nonce k.
func (s Secret) respond(nonce Secret, c Scalar) (z Scalar) {
	e, k := s.reveal(), nonce.reveal()
	z.e.Mul(&c.e, &e)
	z.e.Add(&z.e, &k)
	return z
}

// Format hides the secret from every verb of fmt.
func (s Secret) Format(f fmt.State, _ rune) { io.WriteString(f, "bls.Secret(hidden)") }

var errMarshalSecret = errors.New("a secret scalar is not marshalled: keep it in a file of its own")

// MarshalText refuses.
func (s Secret) MarshalText() ([]byte, error) { return nil, errMarshalSecret }

// MarshalBinary refuses.
func (s Secret) MarshalBinary() ([]byte, error) { return nil, errMarshalSecret }

// MarshalJSON refuses.
func (s Secret) MarshalJSON() ([]byte, error) { return nil, errMarshalSecret }
