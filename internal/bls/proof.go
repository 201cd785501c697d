package bls

import (
	"errors"
	"fmt"
	"io"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/ethereum/go-ethereum/crypto"
)

// ProofSize is the length of an encoded proof or signature, c ‖ z.
const ProofSize = 2 * ScalarSize

// Errors of [Proof.Verify] and [Signature.Verify].
var (
	ErrProof     = errors.New("proof of knowledge does not verify")
	ErrSignature = errors.New("signature under the release key does not verify")
)

var proofTag = crypto.Keccak256([]byte("SHRINKWRAP-V1-POK"))

const proofNonceInfo = "SHRINKWRAP-V1-POK-NONCE"

// Proof is a proof of knowledge of the logarithm b of a release key B = b·g,
// made for one place (Schnorr, made non-interactive by Fiat and Shamir):
//
//	R' = nonce·g
//	c  = keccak(keccak("SHRINKWRAP-V1-POK") ‖ place ‖ B affine ‖ R' affine) mod r
//	z  = nonce + c·b mod r
//
// It is a witness and no part of an order: any valid one serves.
type Proof struct{ C, Z Scalar }

// ParseProof reads c ‖ z, 64 bytes, both below r.
func ParseProof(b []byte) (Proof, error) {
	if len(b) != ProofSize {
		return Proof{}, fmt.Errorf("proof of knowledge has %d bytes, want %d", len(b), ProofSize)
	}
	c, err := ParseScalar(b[:ScalarSize])
	if err != nil {
		return Proof{}, fmt.Errorf("proof's c: %v", err)
	}
	z, err := ParseScalar(b[ScalarSize:])
	if err != nil {
		return Proof{}, fmt.Errorf("proof's z: %v", err)
	}
	return Proof{c, z}, nil
}

// Bytes returns c ‖ z.
func (p Proof) Bytes() (out [ProofSize]byte) {
	c, z := p.C.Bytes(), p.Z.Bytes()
	copy(out[:], c[:])
	copy(out[ScalarSize:], z[:])
	return out
}

// Prove proves knowledge of b at place, which the caller must have made itself:
// a proof at a stranger's place buys for the stranger.
func Prove(b Secret, place []byte, random io.Reader) (Proof, error) {
	nonce, err := nonceOf(b, proofNonceInfo+string(place), random)
	if err != nil {
		return Proof{}, err
	}
	c := challenge(b.Public(), nonce.Public().p, proofTag, place)
	return Proof{c, b.respond(nonce, c)}, nil
}

// Verify returns nil if p proves knowledge of the logarithm of B at place, and
// ErrProof otherwise.
func (p Proof) Verify(B G1, place []byte) error {
	R, ok := commitment(B, p.C, p.Z)
	if !ok || !challenge(B, R, proofTag, place).Equal(p.C) {
		return ErrProof
	}
	return nil
}

// commitment returns R' = z·g − c·B, and false if it is the identity, which
// contract and node refuse alike. It is also false for a B that was never set:
// anyone knows the logarithm of the identity.
func commitment(B G1, c, z Scalar) (bls12381.G1Affine, bool) {
	var negated bls12381.G1Affine
	negated.Neg(&B.p)
	var jac bls12381.G1Jac
	jac.JointScalarMultiplicationBase(&negated, z.big(), c.big())
	var R bls12381.G1Affine
	R.FromJacobian(&jac)
	return R, !R.IsInfinity() && !B.IsZero()
}

// challenge hashes prefix ‖ B affine ‖ R affine to a scalar. Every part of the
// prefix has a fixed width but for the place, whose own fields have.
func challenge(B G1, R bls12381.G1Affine, prefix ...[]byte) Scalar {
	b, r := B.p.RawBytes(), R.RawBytes()
	return ReduceScalar(crypto.Keccak256(append(prefix, b[:], r[:])...))
}

// nonceOf draws a nonce that repeats for no two messages, even if random fails
// to be random: a repeated one would give b away.
func nonceOf(b Secret, info string, random io.Reader) (Secret, error) {
	key := b.Bytes()
	ikm := make([]byte, 2*ScalarSize)
	copy(ikm, key[:])
	if _, err := io.ReadFull(random, ikm[ScalarSize:]); err != nil {
		return Secret{}, fmt.Errorf("drawing a nonce: %v", err)
	}
	return DeriveSecret(ikm, info)
}
