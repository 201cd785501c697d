package publisher

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/tokens"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// Listing is what publishing fixes: who is paid, how much, in what, and whose
// release opens the product.
type Listing struct {
	Committee nodeapi.Committee
	Payee     common.Address // zero: the signer
	Token     common.Address // zero: the chain's coin
	Tiers     []product.TierTerms
	Product   common.Address // zero: the template's; else a contract of the publisher's own
	Hints     []wrap.Hint
}

// Setting is how a tier is sold.
type Setting struct {
	Price         string // a decimal of the token; empty: as it was sealed
	Supply        uint32 // 0: unlimited
	Confirmations uint8  // 0 means 1, 255 finalised
}

// TierTerms returns the terms of all tiers, by what is set for each and the
// prices that were sealed.
func (f *SealFile) TierTerms(token tokens.Token, settings []Setting) ([]product.TierTerms, error) {
	terms := make([]product.TierTerms, len(f.Content.Tiers))
	for k, tier := range f.Content.Tiers {
		s, text := settings[k], settings[k].Price
		if text == "" {
			text = f.Prices[k]
		}
		if text == "" {
			return nil, fmt.Errorf("tier %q has no price", tier.Name)
		}
		price, err := token.Parse(text)
		if err != nil {
			return nil, fmt.Errorf("price of tier %q: %v", tier.Name, err)
		}
		terms[k] = product.TierTerms{Price: price, Supply: s.Supply, Confirmations: s.Confirmations}
	}
	return terms, nil
}

// Tier returns the number of the tier of a name, −1 for none.
func (f *SealFile) Tier(name string) int {
	for k, tier := range f.Content.Tiers {
		if tier.Name == name {
			return k
		}
	}
	return -1
}

// header returns the header of a listing, without what hides the tier keys and
// without a signature.
func (f *SealFile) header(l Listing, c product.Contracts, signer common.Address) (*wrap.Header, error) {
	group, err := l.Committee.Group()
	if err != nil {
		return nil, fmt.Errorf("committee: %w", err)
	}
	committee, err := nodeapi.ParseAddress(l.Committee.Address)
	if err != nil {
		return nil, fmt.Errorf("committee: %v", err)
	}
	h := &wrap.Header{Version: wrap.Version, Content: *f.Content, Hints: l.Hints}
	h.Binding = wrap.Binding{ChainID: l.Committee.ChainID, P: wrap.CompressedG1{G1: group.P}, Q: wrap.CompressedG2{G2: group.Q}}
	h.Binding.Terms = wrap.ShortTerms{
		Publisher: l.Payee, Signer: signer, Token: l.Token, Committee: committee, FeeBps: l.Committee.FeeBps, Tiers: l.Tiers,
	}
	if l.Payee == (common.Address{}) {
		h.Binding.Terms.Publisher = signer
	}
	if l.Product != (common.Address{}) {
		h.Binding.Product = l.Product[:]
	}
	if err := h.Terms().Check(); err != nil {
		return nil, &UnfitError{err}
	}
	return h, checkParties(h, c)
}

// checkParties refuses terms whose money nobody could ever take out, and a
// product that no terminal would believe.
func checkParties(h *wrap.Header, c product.Contracts) error {
	t := h.Terms()
	for what, address := range map[string]common.Address{
		"escrow": c.Escrow, "router": c.Router, "factory": c.Factory, "template": c.Template,
		"product": h.Address(c), "committee": t.Committee, "token": t.Token,
	} {
		if t.Publisher == address {
			return unfit("payee %s is the %s: nobody could take out what it earns", t.Publisher, what)
		}
	}
	if t.Token == c.Escrow {
		return unfit("token is the escrow, which is none")
	}
	if t.Committee == (common.Address{}) && t.FeeBps > 0 {
		return unfit("the committee is the zero address, and its fee would be nobody's: no node serves such an offer")
	}
	if len(h.Binding.Product) > 0 && t.Signer != t.Publisher {
		return unfit("a product of its own contract is signed by its payee: leave the payee out")
	}
	return nil
}
