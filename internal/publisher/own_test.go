package publisher_test

import (
	"context"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/publisher"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
)

// A contract of the publisher's own must offer what the wrap is going to say, or
// nobody will pay; that it offers nothing at the moment is only told.
func TestMarketCheckOwn(t *testing.T) {
	ctx := context.Background()
	s := newShop(t)
	own := testbed.Contracts.Address(s.terms)
	for name, test := range map[string]struct {
		at     common.Address
		change func(tier1 *product.Offer)
		err    error
		text   string
	}{
		"as it is":          {own, func(*product.Offer) {}, nil, ""},
		"sold for less":     {own, func(o *product.Offer) { o.Price = uint256.NewInt(1002) }, nil, ""},
		"sold for more":     {own, func(o *product.Offer) { o.Price = uint256.NewInt(1000) }, publisher.ErrFalse, "tier 1: the chain says otherwise: the contract " + own.Hex() + " asks for 1001"},
		"another payee":     {own, func(o *product.Offer) { o.Publisher = common.Address{7} }, publisher.ErrFalse, "pays " + s.terms.Publisher.Hex()},
		"another fee":       {own, func(o *product.Offer) { o.FeeBps++ }, publisher.ErrFalse, "250 basis points"},
		"another group key": {own, func(o *product.Offer) { o.GroupKey[0]++ }, publisher.ErrFalse, ""},
		"another depth":     {own, func(o *product.Offer) { o.Confirmations = 9 }, publisher.ErrFalse, ""},
		"no contract":       {common.Address{5}, func(*product.Offer) {}, publisher.ErrNotReady, "no contract at"},
		"no product":        {common.HexToAddress("0x01"), func(*product.Offer) {}, publisher.ErrNotReady, ""},
	} {
		want := []product.Offer{s.terms.Offer(0), s.terms.Offer(1)}
		test.change(&want[1])
		refusals, err := s.market.CheckOwn(ctx, test.at, want, s.terms.Signer)
		if !errors.Is(err, test.err) || err != nil && !strings.Contains(err.Error(), test.text) || len(refusals) != 0 {
			t.Errorf("%s: %v, %v, want %v", name, refusals, err, test.err)
		}
	}
	// A tier that the contract does not have is none that it offers.
	want := []product.Offer{s.terms.Offer(0), s.terms.Offer(1), s.terms.Offer(1)}
	refusals, err := s.market.CheckOwn(ctx, own, want, s.terms.Signer)
	if err != nil || len(refusals) != 1 || refusals[2] == nil {
		t.Errorf("a tier too many: %v, %v", refusals, err)
	}
}

// What does not go together is refused before anything is signed or written.
func TestUnfit(t *testing.T) {
	d := newDesk(t)
	f := d.seal("tale.seal")
	for name, change := range map[string]func(l *publisher.Listing){
		"fee for nobody": func(l *publisher.Listing) { l.Committee.Address = common.Address{}.Hex() },
		"payee escrow":   func(l *publisher.Listing) { l.Payee = testbed.Contracts.Escrow },
		"own, another":   func(l *publisher.Listing) { l.Product, l.Payee = common.Address{5}, common.Address{6} },
		"fee too high":   func(l *publisher.Listing) { l.Committee.FeeBps = math.MaxUint16 },
	} {
		l := d.listing(f)
		change(&l)
		unfit := new(publisher.UnfitError)
		if _, err := f.Offers(l, testbed.Contracts, d.signer); !errors.As(err, &unfit) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if offers, err := f.Offers(d.listing(f), testbed.Contracts, d.signer); err != nil || len(offers) != len(f.Content.Tiers) {
		t.Errorf("got %d offers, %v", len(offers), err)
	}
}
