package terminal

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
)

// allow lets spender take exactly the price, where that is in a token and was
// not allowed yet. w is what is known of the payer's account and its allowance
// to the escrow.
func (b *Buyer) allow(ctx context.Context, p *Purchase, payer chain.Signer, spender common.Address, w wallet) error {
	if p.Token == (common.Address{}) || p.Price.IsZero() {
		return nil
	}
	if w.held.Lt(p.Price) {
		missing := new(uint256.Int).Sub(p.Price, w.held)
		return failuref(Refused, "not enough money: the account has %s, %s is missing", p.money(w.held), p.money(missing))
	}
	request := newApproval(p.ChainID, p.Token, spender, p.Price)
	if spender != p.Escrow {
		var err error
		if w, err = b.wallet(ctx, p, request, spender, payer.Address()); err != nil {
			return err
		}
	}
	if !w.allowed.Lt(p.Price) {
		return nil
	}
	b.Tell(fmt.Sprintf("allowing %s to take %s, once", spender, p.money(p.Price)))
	err := b.approve(ctx, p, payer, request)
	if refused := new(chain.RevertError); errors.As(err, &refused) {
		return failure(Refused, fmt.Errorf("the token's approval: %w", err), "some tokens want an old allowance set to 0 first")
	}
	return err
}

// approve sees an approval mined: the one that was signed before, if there is
// one that can be, else another.
func (b *Buyer) approve(ctx context.Context, p *Purchase, payer chain.Signer, request PaymentRequest) error {
	sender := &chain.Sender{Client: b.Chain, Signer: payer, Record: func(tx *types.Transaction) error {
		if p.Approval == nil || p.Approval.Nonce != tx.Nonce() || p.Approval.From != payer.Address() {
			p.Approval = &Transaction{From: payer.Address(), Nonce: tx.Nonce()}
		}
		if err := p.Approval.add(tx); err != nil {
			return err
		}
		// A crash after this: the approval may be on chain or not. It allows exactly
		// the price, and another one would replace it: nothing can be taken twice.
		return p.reach(Approving)
	}}
	if p.Approval != nil && p.Approval.From == payer.Address() {
		txs, err := p.Approval.transactions()
		if err != nil {
			return err
		}
		used := new(chain.NonceUsedError)
		if _, err = sender.Submit(ctx, txs...); !errors.As(err, &used) {
			return err
		}
	}
	_, err := sender.Send(ctx, chain.Tx{To: request.To, Data: request.Data})
	return err
}
