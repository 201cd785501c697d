package terminal

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/tokens"
)

// payAlone pays while no other process of this terminal does: two payments from
// one account at the same time would take one number for both.
func (b *Buyer) payAlone(ctx context.Context, p *Purchase, in Intent) (err error) {
	if in.Payer == nil {
		return b.pay(ctx, p, in)
	}
	unlock, err := awaitLock(ctx, b.Home, "payments.lock")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, unlock()) }()
	return b.pay(ctx, p, in)
}

// pay looks for a payment that was made before, checks everything that can be
// checked, and pays: or, where no payer signs here, leaves that to a wallet.
func (b *Buyer) pay(ctx context.Context, p *Purchase, in Intent) error {
	request, err := b.request(p, false)
	if err != nil {
		return err
	}
	var payer common.Address
	if in.Payer != nil {
		payer = in.Payer.Address()
	}
	served := b.startAsking(ctx, p)
	s, err := b.survey(ctx, p, request, payer)
	if err != nil {
		return err
	}
	if err := b.Trust.checkCode(s.code); err != nil {
		return err
	}
	if found, err := b.search(ctx, p, s, in.Anyway); found || err != nil {
		return err
	}
	if p.Wallet && in.Payer != nil && !in.Anyway {
		return failure(Refused, fmt.Errorf("a wallet was asked to pay for %q before, and may still do it", p.Title),
			"--wallet waits for that payment", "--anyway pays from this account all the same: right where the wallet refused")
	}
	if err := b.checkOffer(p, s); err != nil {
		return err
	}
	if err := (<-served).judge(b, p, s.deployed, in.Anyway); err != nil {
		return err
	}
	p.Since, p.Peaks = s.head, s.peaks
	if !s.deployed {
		if request, err = b.request(p, true); err != nil {
			return err
		}
	}
	if in.Payer == nil {
		b.tellDispute(p, s.wallet.price())
		return b.leaveToWallet(p, request)
	}
	return b.payFrom(ctx, p, in.Payer, request, s)
}

// notSold is the error of a product that refuses to be sold.
func (p *Purchase) notSold(refusal error) error {
	if r := new(chain.RevertError); errors.As(refusal, &r) && r.Name == "Product_SoldOut" {
		return failure(Refused, fmt.Errorf("tier %s of %q is sold out: %w", p.Name, p.Title, refusal), "nothing was paid; another tier may be left")
	}
	return failure(Refused, fmt.Errorf("the product is not sold now: %w", refusal), "nothing was paid")
}

// checkOffer refuses to pay for another offer than the signed one.
func (b *Buyer) checkOffer(p *Purchase, s *survey) error {
	signed := p.offer()
	switch {
	case !s.deployed && len(p.header.Binding.Product) > 0:
		return failuref(Refused, "there is no product contract at %s", p.Product)
	case !s.deployed:
		return nil // it will be deployed with the payment, at the address of its terms
	case s.refusal != nil:
		return p.notSold(s.refusal)
	case s.offer.Hash() != signed.Hash():
		return failuref(Refused, "the product's terms changed since the wrap was signed: it would now pay %s, %d basis points of it to committee %s of key %s, after %d confirmations",
			s.offer.Publisher, s.offer.FeeBps, s.offer.Committee, s.offer.GroupKey, s.offer.Confirmations)
	case s.offer.Price.Gt(p.Price):
		return failure(Refused, fmt.Errorf("the product costs %s now, more than the %s agreed to", p.money(s.offer.Price), p.money(p.Price)), "--max-price allows more")
	}
	return nil
}

func (p *Purchase) money(amount *uint256.Int) string {
	return tokens.Of(p.ChainID, p.Token).Format(amount)
}

// leaveToWallet writes down that a wallet may pay from now on.
func (b *Buyer) leaveToWallet(p *Purchase, payment PaymentRequest) error {
	p.requests = []PaymentRequest{payment}
	if p.Token != (common.Address{}) {
		p.requests = []PaymentRequest{newApproval(p.ChainID, p.Token, payment.To, p.Price), payment}
	}
	p.Wallet = true
	// A crash after this: the next run makes other requests for the same key, and
	// looks on chain from Since whether one of them was paid.
	return p.reach(Prepared)
}

// Requests returns what a wallet has to do for a purchase that is not paid here:
// the payment, and before it an approval where it is in a token.
func (p *Purchase) Requests() []PaymentRequest { return p.requests }
