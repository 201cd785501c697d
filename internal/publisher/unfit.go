package publisher

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// UnfitError says that what a publisher gave does not go together, or could not
// be sold: nothing was written.
type UnfitError struct{ Err error }

func (e *UnfitError) Error() string { return e.Err.Error() }
func (e *UnfitError) Unwrap() error { return e.Err }

func unfit(format string, args ...any) error { return &UnfitError{fmt.Errorf(format, args...)} }

// Offers returns what a listing would offer for each tier, or an [UnfitError]
// where [SealFile.Publish] would refuse it.
func (f *SealFile) Offers(l Listing, c product.Contracts, signer common.Address) ([]product.Offer, error) {
	h, err := f.header(l, c, signer)
	if err != nil {
		return nil, err
	}
	return offersOf(h), nil
}

// IssueOffers does so for an issue of a series.
func (f *SealFile) IssueOffers(first *wrap.Header, c product.Contracts, signer common.Address) ([]product.Offer, error) {
	if err := f.checkIssue(first, c, signer); err != nil {
		return nil, err
	}
	return offersOf(first), nil
}

func offersOf(h *wrap.Header) []product.Offer {
	offers := make([]product.Offer, len(h.Content.Tiers))
	for k := range offers {
		offers[k] = h.Offer(k)
	}
	return offers
}
