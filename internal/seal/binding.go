package seal

import (
	"crypto/hkdf"
	"crypto/sha256"
	"crypto/subtle"
	"errors"
	"fmt"
	"io"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
)

const maskInfo = "SHRINKWRAP-V1-TIER-KEY"

// Binding carries the tier keys of one product, hidden under a committee's Q:
//
//	R   = r·h                                         one r for the wrap, drawn afresh for every header
//	E_k = a_k ⊕ mask(e(id_k, Q)^r)
//	mask = HKDF-SHA-256(ikm = GT encoding, info = "SHRINKWRAP-V1-TIER-KEY" ‖ R compressed ‖ k(1), 32 bytes)
type Binding struct {
	R bls.G2
	E [][TierKeySize]byte
}

// Bind hides keys, one for each tier, at the product that place names (its tier
// does not matter).
func Bind(Q bls.G2, place product.Place, keys []TierKey, random io.Reader) (Binding, error) {
	if len(keys) < 1 || len(keys) > product.MaxTiers {
		return Binding{}, fmt.Errorf("%d tier keys, from 1 to %d are allowed", len(keys), product.MaxTiers)
	}
	r, err := bls.RandomSecret(random)
	if err != nil {
		return Binding{}, err
	}
	b := Binding{R: r.PublicG2(), E: make([][TierKeySize]byte, len(keys))}
	for k, key := range keys {
		place.Tier = uint8(k)
		// e(id_k, Q)^r = e(r·id_k, Q)
		mask, err := b.mask(k, bls.Pair(r.MulG1(place.Identity()), Q))
		if err != nil {
			return Binding{}, err
		}
		secret := key.Bytes()
		subtle.XORBytes(b.E[k][:], secret[:], mask)
	}
	return b, nil
}

// Open returns the key of tier k from D = s·id_k. A wrong D gives a wrong key,
// which no section of the tier accepts.
func (b Binding) Open(k int, D bls.G1) (TierKey, error) {
	if k < 0 || k >= len(b.E) {
		return TierKey{}, fmt.Errorf("tier %d of a product of %d", k, len(b.E))
	}
	mask, err := b.mask(k, bls.Pair(D, b.R))
	if err != nil {
		return TierKey{}, err
	}
	var key [TierKeySize]byte
	subtle.XORBytes(key[:], b.E[k][:], mask)
	return ParseTierKey(key[:])
}

func (b Binding) mask(k int, secret bls.GT) ([]byte, error) {
	ikm, R := secret.Bytes(), b.R.Bytes()
	mask, err := hkdf.Key(sha256.New, ikm[:], nil, maskInfo+string(R[:])+string([]byte{byte(k)}), TierKeySize)
	if err != nil {
		return nil, errors.New("tier key's mask cannot be derived")
	}
	return mask, nil
}
