// Package product says what is sold, where, by whom and for how much: the
// [Place] of a tier, the [Terms] that a product contract keeps in its code, the
// address that follows from them, and the [Offer] by which an escrow knows
// them.
package product

import (
	"encoding/binary"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
)

// PlaceSize is the length of an encoded place.
const PlaceSize = 32 + 20 + 20 + 1

// MaxChainID is the largest chain id: 2^53 − 1, which every language of the
// protocol's implementations holds exactly.
const MaxChainID = 1<<53 - 1

const tierDST = "SHRINKWRAP-V1-TIER_BLS12381G1_XMD:SHA-256_SSWU_RO_"

// Place names one tier of one product on one chain.
//
//	chainId(32) ‖ escrow(20) ‖ product(20) ‖ tier(1)
type Place struct {
	ChainID uint64
	Escrow  common.Address
	Product common.Address
	Tier    uint8
}

// Bytes returns the 73 bytes that are hashed wherever a place is bound.
func (p Place) Bytes() []byte {
	b := make([]byte, PlaceSize)
	binary.BigEndian.PutUint64(b[24:], p.ChainID)
	copy(b[32:], p.Escrow[:])
	copy(b[52:], p.Product[:])
	b[72] = p.Tier
	return b
}

// Identity returns id_k, the point of G1 that belongs to the tier by
// construction: hash_to_curve(place). Nobody knows its logarithm.
func (p Place) Identity() bls.G1 {
	id, err := bls.HashToG1(p.Bytes(), tierDST)
	if err != nil {
		// A hash that is the identity is as likely as a guess of s.
		panic("product: internal error: " + err.Error())
	}
	return id
}

// String is for messages: "tier 1 of 0x… on chain 1".
func (p Place) String() string {
	return fmt.Sprintf("tier %d of %s on chain %d", p.Tier, p.Product, p.ChainID)
}
