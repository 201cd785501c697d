package bls

import (
	"bytes"
	"fmt"
	"io"

	"github.com/ethereum/go-ethereum/crypto"
)

// Purpose says what a signature under a release key is for. No other purposes
// exist, and a message is never one that a stranger chose whole: each begins
// with chainId(32) ‖ escrow(20) ‖ order(32).
type Purpose string

// The purposes of signatures under a release key.
const (
	PurposeTag      Purpose = "tag" // deterministic: a water-mark's seed
	PurposeGate     Purpose = "gate"
	PurposeMinute   Purpose = "minute"
	PurposeTransfer Purpose = "transfer"
	PurposeHandOver Purpose = "hand-over"
)

const (
	signatureNonceInfo = "SHRINKWRAP-V1-SIGN-NONCE"
	messagePrefixSize  = 32 + 20 + 32
)

var signatureTag = crypto.Keccak256([]byte("SHRINKWRAP-V1-SIGN"))

// Signature is a Schnorr signature under a release key, under a tag of its own
// so that it never serves as a [Proof]:
//
//	c = keccak(keccak("SHRINKWRAP-V1-SIGN") ‖ keccak(purpose) ‖ keccak(message) ‖ B affine ‖ R' affine) mod r
//	z = nonce + c·b mod r
type Signature struct{ C, Z Scalar }

// ParseSignature reads c ‖ z, 64 bytes, both below r.
func ParseSignature(b []byte) (Signature, error) {
	p, err := ParseProof(b)
	if err != nil {
		return Signature{}, fmt.Errorf("signature under a release key: %v", err)
	}
	return Signature(p), nil
}

// Bytes returns c ‖ z.
func (s Signature) Bytes() [ProofSize]byte { return Proof(s).Bytes() }

// Sign signs message for purpose under b.
func Sign(b Secret, purpose Purpose, message []byte, random io.Reader) (Signature, error) {
	if err := checkMessage(purpose, message); err != nil {
		return Signature{}, err
	}
	if purpose == PurposeTag {
		random = bytes.NewReader(make([]byte, ScalarSize)) // the same order gives the same tag
	}
	p, m := crypto.Keccak256([]byte(purpose)), crypto.Keccak256(message)
	nonce, err := nonceOf(b, signatureNonceInfo+string(p)+string(m), random)
	if err != nil {
		return Signature{}, err
	}
	c := challenge(b.Public(), nonce.Public().p, signatureTag, p, m)
	return Signature{c, b.respond(nonce, c)}, nil
}

// Verify returns nil if s signs message for purpose under B, and ErrSignature
// otherwise.
func (s Signature) Verify(B G1, purpose Purpose, message []byte) error {
	if err := checkMessage(purpose, message); err != nil {
		return err
	}
	R, ok := commitment(B, s.C, s.Z)
	p, m := crypto.Keccak256([]byte(purpose)), crypto.Keccak256(message)
	if !ok || !challenge(B, R, signatureTag, p, m).Equal(s.C) {
		return ErrSignature
	}
	return nil
}

func checkMessage(purpose Purpose, message []byte) error {
	switch purpose {
	case PurposeTag, PurposeGate, PurposeMinute, PurposeTransfer, PurposeHandOver:
	default:
		return fmt.Errorf("unknown purpose %q of a signature", string(purpose))
	}
	if len(message) < messagePrefixSize {
		return fmt.Errorf("message of %d bytes lacks its chain, escrow and order (%d bytes)", len(message), messagePrefixSize)
	}
	return nil
}
