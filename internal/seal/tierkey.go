// Package seal binds the keys of a product's tiers to a committee, and opens
// them again.
//
// A [TierKey] is an age identity: sections are sealed to the recipients of all
// tiers that include them, before anything else about the product is fixed.
// [Bind] then hides the tier keys under the committee's Q at the product's
// place, and [Binding.Open] takes one back with D_k = s·id_k, which only a
// release gives. This is Boneh and Franklin's identity-based encryption
// (CRYPTO 2001) with a threshold authority and a blinded extraction.
package seal

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"filippo.io/age"
	"github.com/btcsuite/btcd/btcutil/bech32"
)

// TierKeySize is the length of a tier key, in bytes.
const TierKeySize = 32

// TierKey is a_k, a native age X25519 secret. Who holds it opens every section
// of the tier, for ever. It prints as "seal.TierKey(hidden)".
type TierKey struct {
	// A function, since fmt looks into everything else that an unexported field
	// of another struct holds, where it does not call Format.
	reveal func() ([TierKeySize]byte, *age.X25519Identity)
}

// NewTierKey draws a tier key from random, usually crypto/rand's Reader.
func NewTierKey(random io.Reader) (TierKey, error) {
	var b [TierKeySize]byte
	if _, err := io.ReadFull(random, b[:]); err != nil {
		return TierKey{}, fmt.Errorf("drawing a tier key: %v", err)
	}
	return ParseTierKey(b[:])
}

// ParseTierKey reads 32 bytes; X25519 (RFC 7748) takes any.
func ParseTierKey(b []byte) (TierKey, error) {
	if len(b) != TierKeySize {
		return TierKey{}, fmt.Errorf("tier key has %d bytes, want %d", len(b), TierKeySize)
	}
	words, err := bech32.ConvertBits(b, 8, 5, true)
	if err != nil {
		return TierKey{}, errors.New("tier key does not encode")
	}
	text, err := bech32.Encode("age-secret-key-", words)
	if err != nil {
		return TierKey{}, errors.New("tier key does not encode")
	}
	identity, err := age.ParseX25519Identity(strings.ToUpper(text))
	if err != nil {
		return TierKey{}, errors.New("tier key is no age identity")
	}
	secret := [TierKeySize]byte(b)
	return TierKey{func() ([TierKeySize]byte, *age.X25519Identity) { return secret, identity }}, nil
}

// Bytes returns the 32 bytes of the key, to be kept in a file of mode 0400.
func (k TierKey) Bytes() [TierKeySize]byte {
	secret, _ := k.reveal()
	return secret
}

// Identity opens what was sealed to Recipient. Its String is the
// AGE-SECRET-KEY-1… that age itself takes.
func (k TierKey) Identity() *age.X25519Identity {
	_, identity := k.reveal()
	return identity
}

// Recipient is whom the tier's sections are sealed to.
func (k TierKey) Recipient() *age.X25519Recipient { return k.Identity().Recipient() }

// Format hides the key from every verb of fmt.
func (k TierKey) Format(f fmt.State, _ rune) { io.WriteString(f, "seal.TierKey(hidden)") }

// MarshalText refuses.
func (k TierKey) MarshalText() ([]byte, error) {
	return nil, errors.New("a tier key is not marshalled: keep it in a file of its own")
}
