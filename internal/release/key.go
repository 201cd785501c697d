// Package release is what passes between a buyer, who wants the key of one
// tier, and the nodes, who hold shares of a committee's secret s.
//
// A [Key] is the buyer's one-time release key B = b·g for one place. A node
// answers it by [MakeShare] with s_i·(id_k + B); [Combine] checks and
// interpolates t of them to the release U = s·(id_k + B), which is public: only
// who knows b can take [Key.Open] of it. A receipt, σ = s·(receipt point), is
// what proves a purchase to third parties; see [ReceiptPoint].
package release

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
)

// SeedSize is the length of a terminal's seed: uniform, secret, and durable
// before anything is paid with a key that came from it.
const SeedSize = 32

const keyInfo = "SHRINKWRAP-V1-RELEASE-KEY"

// Key is a release key of one place. Its secret is a hash of seed, place and
// attempt, never a sum: two releases for the same or for additively related
// keys would let the owners of one tier open the other.
type Key struct {
	Place  product.Place
	B      bls.G1
	secret bls.Secret
}

// NewKey derives the key of an attempt to buy a place:
//
//	b = HKDF(seed, "SHRINKWRAP-V1-RELEASE-KEY" ‖ place ‖ attempt(4)) as a scalar
func NewKey(seed []byte, place product.Place, attempt uint32) (Key, error) {
	if len(seed) != SeedSize {
		return Key{}, fmt.Errorf("seed has %d bytes, want %d", len(seed), SeedSize)
	}
	info := binary.BigEndian.AppendUint32([]byte(keyInfo+string(place.Bytes())), attempt)
	secret, err := bls.DeriveSecret(seed, string(info))
	if err != nil {
		return Key{}, err
	}
	return Key{Place: place, B: secret.Public(), secret: secret}, nil
}

// Prove proves knowledge of b at the key's own place.
func (k Key) Prove(random io.Reader) (bls.Proof, error) {
	return bls.Prove(k.secret, k.Place.Bytes(), random)
}

// Open returns D_k = U − b·P = s·id_k, from which the tier's key follows. D_k
// is secret. The release must have been verified.
func (k Key) Open(U, P bls.G1) (bls.G1, error) {
	D, err := U.Sub(k.secret.MulG1(P))
	if err != nil {
		return bls.G1{}, errors.New("release is not one for this key: it opens to the identity")
	}
	return D, nil
}

// Sign signs chainId ‖ escrow ‖ order ‖ rest of the key's own place for a
// purpose.
func (k Key) Sign(purpose bls.Purpose, order [32]byte, rest []byte, random io.Reader) (bls.Signature, error) {
	return bls.Sign(k.secret, purpose, Message(k.Place, order, rest), random)
}

// Message is what a signature under a release key signs: chainId(32) ‖
// escrow(20) ‖ order(32) ‖ rest.
func Message(place product.Place, order [32]byte, rest []byte) []byte {
	m := append([]byte{}, place.Bytes()[:32+20]...)
	return append(append(m, order[:]...), rest...)
}
