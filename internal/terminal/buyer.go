package terminal

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/tokens"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// Buyer buys on one chain. All fields are needed but for Nodes, Account and Wallet.
type Buyer struct {
	Home  home.Home
	Trust Trust
	Chain *chain.Client
	Nodes []nodeapi.Client // see the function Nodes
	Pace  Pace
	Now   func() time.Time
	Tell  func(string) // progress in words, from any goroutine

	// Account pays the bonds and the gas of disputes and refunds. Where it is nil,
	// whoever paid in the same run does.
	Account chain.Signer
	// Wallet shows what any wallet has to do, and why, where there is no account.
	Wallet func(why string, r PaymentRequest) error
}

// Intent is what somebody wants to buy, and how.
type Intent struct {
	Header   *wrap.Header
	Tier     int
	Payer    chain.Signer   // nil: any wallet, which makes the purchase's Requests
	RefundTo common.Address // who gets the money back if no release comes
	MaxPrice *uint256.Int   // nil: the price in the header
	Again    bool           // another one, beside what was released before
	Anyway   bool           // even if no node of the committee can be reached
}

// Buy pays for one tier, unless it was paid for before, and returns the purchase
// with what is known of it; [Buyer.Await] then waits for the release. The caller
// closes the purchase.
//
// It may be stopped at any point and called again: it looks on chain before it
// pays, its key is that of the first call, and a transaction that it signed once
// is sent again and never signed anew while it could still be mined. What a
// crash means stands at each [Step].
func (b *Buyer) Buy(ctx context.Context, in Intent) (p *Purchase, err error) {
	report, err := Inspect(in.Header, b.Trust, Signers{b.Home})
	if err != nil {
		return nil, err
	}
	if err := report.Danger(); err != nil {
		return nil, err
	}
	p, err = b.begin(in)
	if err != nil {
		return nil, err
	}
	if err := b.carryOn(ctx, p, in); err != nil {
		return nil, errors.Join(err, p.Close())
	}
	p.payer = in.Payer
	return p, nil
}

// carryOn takes a purchase to where it is paid, from wherever it is.
func (b *Buyer) carryOn(ctx context.Context, p *Purchase, in Intent) error {
	if p.Paid() {
		return nil
	}
	if p.Payment != nil {
		return b.resume(ctx, p, in.Payer)
	}
	err := b.payAlone(ctx, p, in)
	if err != nil || p.Step != Refunded {
		return err
	}
	b.Tell("an earlier payment was refunded: buying again with another key")
	next, err := b.newPurchase(in, Purchase{Attempt: p.Attempt + 1})
	if err != nil {
		return err
	}
	next.unlock = p.unlock
	*p = *next
	return b.carryOn(ctx, p, in)
}

// begin locks the place and returns its purchase: the newest, or a new one.
func (b *Buyer) begin(in Intent) (p *Purchase, err error) {
	if err := in.check(); err != nil {
		return nil, err
	}
	place := in.Header.Place(b.Trust.Contracts, in.Tier)
	unlock, err := Purchases{Home: b.Home}.lock(place)
	if err != nil {
		return nil, err
	}
	if p, err = b.latest(place, in); err != nil {
		return nil, errors.Join(err, unlock())
	}
	p.unlock = unlock
	return p, nil
}

func (b *Buyer) latest(place product.Place, in Intent) (*Purchase, error) {
	attempts, err := Purchases{Home: b.Home}.At(place)
	if err != nil {
		return nil, err
	}
	if len(attempts) == 0 {
		return b.newPurchase(in, Purchase{})
	}
	p := attempts[len(attempts)-1]
	switch {
	case p.Step == Prepared:
		// Nothing was signed for it: kept is only what a wallet may have been asked,
		// and where on chain to look for what it did.
		return b.newPurchase(in, Purchase{Attempt: p.Attempt, Since: p.Since, Peaks: p.Peaks, Wallet: p.Wallet})
	case p.Step == Refunded, in.Again && len(p.Release) > 0:
		return b.newPurchase(in, Purchase{Attempt: p.Attempt + 1})
	}
	p.key, err = deriveKey(b.Home, p)
	return p, err
}

// newPurchase writes down a purchase that nothing was signed for, with what is
// known of it from before. The seed of its key is durable before.
func (b *Buyer) newPurchase(in Intent, before Purchase) (p *Purchase, err error) {
	place, h := in.Header.Place(b.Trust.Contracts, in.Tier), in.Header
	p = &Purchase{
		Version: purchaseVersion,
		Wrap:    h.ID(), Title: h.Content.Title, Name: h.Content.Tiers[in.Tier].Name,
		ChainID: place.ChainID, Escrow: place.Escrow, Product: place.Product, Tier: place.Tier, Attempt: before.Attempt,
		Price: in.maxPrice(), Token: h.Binding.Terms.Token, RefundTo: in.RefundTo, Created: b.Now().Unix(), Since: before.Since, Peaks: before.Peaks, Wallet: before.Wallet,
	}
	if p.key, err = deriveKey(b.Home, p); err != nil {
		return nil, err
	}
	p.B = p.key.B
	B := p.B.Bytes()
	p.ReleaseKey = B[:]
	return p, Purchases{Home: b.Home}.create(p, h)
}

// deriveKey derives the purchase's key, and refuses a seed that is not the one
// that the purchase was made with.
func deriveKey(h home.Home, p *Purchase) (release.Key, error) {
	seed, err := h.Seed()
	if err != nil {
		return release.Key{}, err
	}
	key, err := release.NewKey(seed, p.Place(), p.Attempt)
	if err != nil {
		return release.Key{}, err
	}
	if B := key.B.Bytes(); len(p.ReleaseKey) > 0 && string(p.ReleaseKey) != string(B[:]) {
		return release.Key{}, fmt.Errorf("seed %s is not the one that %s was bought with: restore it from a copy", h.Path("seed"), p.Title)
	}
	return key, nil
}

func (in Intent) check() error {
	switch tiers := len(in.Header.Content.Tiers); {
	case in.Tier < 0 || in.Tier >= tiers:
		return failuref(Refused, "tier %d of a product of %d", in.Tier, tiers)
	case in.RefundTo == (common.Address{}):
		return failuref(Refused, "nobody is named to get the money back if no release comes")
	case in.MaxPrice != nil && in.maxPrice().Gt(in.MaxPrice):
		return failuref(Refused, "the price is %s, more than the %s allowed", in.money(in.maxPrice()), in.money(in.MaxPrice))
	}
	return nil
}

func (in Intent) money(amount *uint256.Int) string {
	b := in.Header.Binding
	return tokens.Of(b.ChainID, b.Terms.Token).Format(amount)
}

// maxPrice is the most that may be taken. The template takes the signed price
// exactly; a product of its own may ask for more, if the buyer allows it.
func (in Intent) maxPrice() *uint256.Int {
	if len(in.Header.Binding.Product) > 0 && in.MaxPrice != nil {
		return in.MaxPrice
	}
	return in.Header.Offer(in.Tier).Price
}

// Close lets other processes work at the purchase's place.
func (p *Purchase) Close() error {
	if p.unlock == nil {
		return nil
	}
	unlock := p.unlock
	p.unlock = nil
	return unlock()
}

// request makes the payment's call, with a new proof: any valid one serves.
func (b *Buyer) request(p *Purchase, deploy bool) (PaymentRequest, error) {
	proof, err := p.key.Prove(rand.Reader)
	if err != nil {
		return PaymentRequest{}, err
	}
	return newPaymentRequest(p.header, b.Trust, p.key, proof, purchaseTerms{p.Price, p.RefundTo}, deploy), nil
}
