package product

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"
)

// Bounds of terms.
const (
	MaxTiers  = 64
	MaxFeeBps = 1000 // 10 %

	// Finalised, as a tier's confirmations, asks that the payment's block be
	// finalised instead of a number of blocks deep.
	Finalised = 255

	termsHeadSize = 20 + 20 + 20 + 20 + 32 + 2 + 32
	termsTierSize = 12 + 4 + 1
)

// Terms are what a product contract of the template sells, kept in its code:
//
//	publisher(20) signer(20) token(20) committee(20) groupKey(32) feeBps(2) contentHash(32)
//	then for each tier price(12) supply(4) confirmations(1)
type Terms struct {
	Publisher   common.Address // the payee
	Signer      common.Address // who signs the wraps: the publisher that terminals show
	Token       common.Address // zero: the chain's native coin
	Committee   common.Address
	GroupKey    common.Hash
	FeeBps      uint16
	ContentHash common.Hash
	Tiers       []TierTerms
}

// TierTerms are the terms of one tier.
type TierTerms struct {
	Price         *uint256.Int // in the token's base units, below 2^96
	Supply        uint32       // 0: unlimited
	Confirmations uint8        // 0 means 1; 255 means finalised
}

// Check returns an error for terms that no product contract would take.
func (t Terms) Check() error {
	switch {
	case t.Publisher == (common.Address{}):
		return errors.New("terms name no publisher (the address that is paid)")
	case t.Signer == (common.Address{}):
		return errors.New("terms name no signer")
	case t.FeeBps > MaxFeeBps:
		return fmt.Errorf("committee's fee is %d basis points, at most %d are allowed", t.FeeBps, MaxFeeBps)
	case len(t.Tiers) < 1 || len(t.Tiers) > MaxTiers:
		return fmt.Errorf("terms have %d tiers, from 1 to %d are allowed", len(t.Tiers), MaxTiers)
	}
	for k, tier := range t.Tiers {
		if tier.Price == nil || tier.Price.BitLen() > 96 {
			return fmt.Errorf("price of tier %d is not below 2^96 base units", k)
		}
	}
	return nil
}

// Bytes returns the packed form. The terms must be in order (see Check).
func (t Terms) Bytes() []byte {
	b := make([]byte, 0, termsHeadSize+len(t.Tiers)*termsTierSize)
	b = append(b, t.Publisher[:]...)
	b = append(b, t.Signer[:]...)
	b = append(b, t.Token[:]...)
	b = append(b, t.Committee[:]...)
	b = append(b, t.GroupKey[:]...)
	b = binary.BigEndian.AppendUint16(b, t.FeeBps)
	b = append(b, t.ContentHash[:]...)
	for _, tier := range t.Tiers {
		b = tier.append(b)
	}
	return b
}

func (t TierTerms) append(b []byte) []byte {
	price := t.Price.Bytes32()
	b = append(b, price[20:]...)
	b = binary.BigEndian.AppendUint32(b, t.Supply)
	return append(b, t.Confirmations)
}

// ParseTerms reads the packed form.
func ParseTerms(b []byte) (Terms, error) {
	tiers := len(b) - termsHeadSize
	if tiers < termsTierSize || tiers%termsTierSize != 0 {
		return Terms{}, fmt.Errorf("terms have %d bytes, want %d and %d for each tier", len(b), termsHeadSize, termsTierSize)
	}
	t := Terms{
		Publisher:   common.Address(b[0:20]),
		Signer:      common.Address(b[20:40]),
		Token:       common.Address(b[40:60]),
		Committee:   common.Address(b[60:80]),
		GroupKey:    common.Hash(b[80:112]),
		FeeBps:      binary.BigEndian.Uint16(b[112:114]),
		ContentHash: common.Hash(b[114:146]),
	}
	for b = b[termsHeadSize:]; len(b) > 0; b = b[termsTierSize:] {
		t.Tiers = append(t.Tiers, parseTier(b))
	}
	if err := t.Check(); err != nil {
		return Terms{}, err
	}
	return t, nil
}

func parseTier(b []byte) TierTerms {
	return TierTerms{
		Price:         new(uint256.Int).SetBytes(b[:12]),
		Supply:        binary.BigEndian.Uint32(b[12:16]),
		Confirmations: b[16],
	}
}

// Offer returns what the product contract offers for tier k at its own price.
func (t Terms) Offer(k int) Offer {
	return Offer{
		Publisher:     t.Publisher,
		Token:         t.Token,
		Committee:     t.Committee,
		GroupKey:      t.GroupKey,
		FeeBps:        t.FeeBps,
		Price:         t.Tiers[k].Price,
		Confirmations: t.Tiers[k].Confirmations,
	}
}
