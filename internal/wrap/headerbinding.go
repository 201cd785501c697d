package wrap

import (
	"errors"
	"fmt"
	"io"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	tierseal "github.com/shrinkwrap/shrinkwrap/internal/seal"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
)

// Binding ties the content to a chain, to terms and to a committee:
//
//	[chainId, product(0|20), terms, P(48), Q(96), R(96), [E_0(32)…]]
//
// Its terms are the packed ones without groupKey and contentHash, which follow
// from P, Q and the content. An empty product means the template's address.
type Binding struct {
	ChainID uint64
	Product []byte
	Terms   ShortTerms
	P       CompressedG1
	Q       CompressedG2
	R       CompressedG2
	E       [][tierseal.TierKeySize]byte
}

// Group returns the committee's public keys P and Q.
func (b *Binding) Group() (bls.G1, bls.G2) { return b.P.G1, b.Q.G2 }

// Seal returns the part of the binding that hides the tier keys.
func (b *Binding) Seal() tierseal.Binding { return tierseal.Binding{R: b.R.G2, E: b.E} }

// Terms returns the whole terms, as the product contract keeps them.
func (h *Header) Terms() product.Terms {
	t := product.Terms(h.Binding.Terms)
	t.GroupKey = threshold.GroupKey(h.Binding.P.G1, h.Binding.Q.G2)
	t.ContentHash = h.Content.Hash()
	return t
}

// Offer returns what an escrow will be offered for tier k.
func (h *Header) Offer(k int) product.Offer { return h.Terms().Offer(k) }

// Address returns the product's address: the one that an explicit product
// names, or the one that follows from the terms.
func (h *Header) Address(c product.Contracts) common.Address {
	if len(h.Binding.Product) > 0 {
		return common.BytesToAddress(h.Binding.Product)
	}
	return c.Address(h.Terms())
}

// Place returns where tier k of the product is paid.
func (h *Header) Place(c product.Contracts, k int) product.Place {
	return product.Place{ChainID: h.Binding.ChainID, Escrow: c.Escrow, Product: h.Address(c), Tier: uint8(k)}
}

// ShortTerms are terms without groupKey(32) and contentHash(32).
type ShortTerms product.Terms

const (
	groupKeyAt    = 4 * 20
	feeAt         = groupKeyAt + 32
	contentHashAt = feeAt + 2
	tiersAt       = contentHashAt + 32
)

// EncodeRLP writes the terms as one string of bytes.
func (t ShortTerms) EncodeRLP(w io.Writer) error {
	b := product.Terms(t).Bytes()
	short := append(append(append([]byte{}, b[:groupKeyAt]...), b[feeAt:contentHashAt]...), b[tiersAt:]...)
	return rlp.Encode(w, short)
}

// DecodeRLP reads them, and leaves groupKey and contentHash zero.
func (t *ShortTerms) DecodeRLP(s *rlp.Stream) error {
	b, err := s.Bytes()
	if err != nil {
		return err
	}
	if len(b) < groupKeyAt+2 {
		return fmt.Errorf("terms of %d bytes are too short", len(b))
	}
	whole := append(append([]byte{}, b[:groupKeyAt]...), make([]byte, 32)...)
	whole = append(whole, b[groupKeyAt:groupKeyAt+2]...)
	whole = append(append(whole, make([]byte, 32)...), b[groupKeyAt+2:]...)
	terms, err := product.ParseTerms(whole)
	*t = ShortTerms(terms)
	return err
}

// CompressedG1 is a point of G1 that RLP holds in 48 bytes.
type CompressedG1 struct{ bls.G1 }

// EncodeRLP writes the compressed point.
func (p CompressedG1) EncodeRLP(w io.Writer) error {
	b := p.Bytes()
	return rlp.Encode(w, b[:])
}

// DecodeRLP reads it and checks it.
func (p *CompressedG1) DecodeRLP(s *rlp.Stream) (err error) {
	b, err := s.Bytes()
	if err == nil {
		p.G1, err = bls.ParseG1(b)
	}
	return err
}

// CompressedG2 is a point of G2 that RLP holds in 96 bytes.
type CompressedG2 struct{ bls.G2 }

// EncodeRLP writes the compressed point.
func (p CompressedG2) EncodeRLP(w io.Writer) error {
	b := p.Bytes()
	return rlp.Encode(w, b[:])
}

// DecodeRLP reads it and checks it.
func (p *CompressedG2) DecodeRLP(s *rlp.Stream) (err error) {
	b, err := s.Bytes()
	if err == nil {
		p.G2, err = bls.ParseG2(b)
	}
	return err
}

func (b *Binding) checkForm() error {
	switch {
	case b.ChainID < 1 || b.ChainID > product.MaxChainID:
		return fmt.Errorf("chain id %d is not from 1 to %d", b.ChainID, uint64(product.MaxChainID))
	case len(b.Product) != 0 && len(b.Product) != 20:
		return fmt.Errorf("product's address has %d bytes, want none or 20", len(b.Product))
	case len(b.Product) == 20 && [20]byte(b.Product) == [20]byte{}:
		return errors.New("product's address is zero")
	case len(b.E) != len(b.Terms.Tiers):
		return fmt.Errorf("%d sealed tier keys for %d tiers", len(b.E), len(b.Terms.Tiers))
	}
	return nil
}
