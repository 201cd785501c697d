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

// payFrom pays from an account that signs here.
func (b *Buyer) payFrom(ctx context.Context, p *Purchase, payer chain.Signer, request PaymentRequest, s *survey) error {
	w := s.wallet
	if err := b.allow(ctx, p, payer, request.To, w); err != nil {
		return err
	}
	if p.Token != (common.Address{}) || !s.deployed {
		// Only now can the payment be tried.
		var err error
		if w, err = b.wallet(ctx, p, request, request.To, payer.Address()); err != nil {
			return err
		}
	}
	if err := p.checkMoney(request, w); err != nil {
		return err
	}
	b.tellDispute(p, w.price())
	signed, err := sign(payer, request, w)
	if err != nil {
		return err
	}
	p.Payment = &Transaction{From: payer.Address(), Nonce: w.nonce, Versions: []Version{signed}}
	// A crash after this: the payment may be on chain or not. The next run looks
	// for it, and sends these same bytes again while they can still be mined.
	if err := p.reach(Sent); err != nil {
		return err
	}
	b.Tell(fmt.Sprintf("paying %s in transaction %s", p.money(p.Price), signed.Hash))
	if err := b.broadcast(ctx, p.Payment.last()); err != nil {
		return err
	}
	return testOnlyAfterStep("broadcast")
}

// wallet asks for the payer's account, and what a request would need.
func (b *Buyer) wallet(ctx context.Context, p *Purchase, request PaymentRequest, spender, payer common.Address) (w wallet, err error) {
	a := new(answers)
	a.askWords(payer)
	a.askWallet(spender, p.Token, payer)
	a.gasAt = a.estimate(&a.gas, request, payer)
	if err := a.send(ctx, b.Chain); err != nil {
		return w, err
	}
	err = w.read(a, p.Token != common.Address{})
	return w, err
}

// typicalGas stands for an estimate that cannot be made without money.
const typicalGas = 80_000

// checkMoney refuses a payment that would fail.
func (p *Purchase) checkMoney(request PaymentRequest, w wallet) error {
	coin := tokens.Of(p.ChainID, common.Address{})
	if refused := new(chain.RevertError); errors.As(w.failure, &refused) {
		return p.notSold(w.failure)
	}
	if w.failure != nil && !w.balance.Lt(w.cost(request.Value)) {
		return failure(Refused, fmt.Errorf("the payment would fail: %w", w.failure))
	}
	if w.failure != nil {
		w.gas = typicalGas
	}
	cost := w.cost(request.Value)
	if !w.balance.Lt(cost) {
		return nil
	}
	missing, gas := new(uint256.Int).Sub(cost, w.balance), new(uint256.Int).Sub(cost, request.Value)
	return failure(Refused, fmt.Errorf("not enough money: the account has %s, %s is missing", coin.Format(w.balance), coin.Format(missing)),
		fmt.Sprintf("it needs %s for the purchase and at most %s for gas", coin.Format(request.Value), coin.Format(gas)))
}
