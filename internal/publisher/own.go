package publisher

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
)

// CheckOwn asks a contract of the publisher's own for its offers, as the escrow
// will at each purchase, and compares them with those that the wrap is going to
// sign, tier by tier: terminals refuse to pay for any other. One that it refuses
// to make to the asker now, because the sale has not begun or asker is on no
// list, is in the refusals, by its tier.
func (m Market) CheckOwn(ctx context.Context, at common.Address, want []product.Offer, asker common.Address) (refusals map[int]error, err error) {
	if hash, err := m.Client.CodeHash(ctx, at); err != nil || hash == (common.Hash{}) {
		return nil, errors.Join(fmt.Errorf("%w: there is no contract at %s on chain %d", ErrNotReady, at, m.Client.ChainID()), err)
	}
	refusals = make(map[int]error)
	for k := range want {
		err := m.checkOffer(ctx, at, uint8(k), want[k], asker)
		if refused := new(chain.RevertError); errors.As(err, &refused) {
			refusals[k] = err
		} else if err != nil {
			return nil, fmt.Errorf("tier %d: %w", k, err)
		}
	}
	return refusals, nil
}

func (m Market) checkOffer(ctx context.Context, at common.Address, tier uint8, want product.Offer, asker common.Address) error {
	question := bindings.NewProduct().PackOffer(tier, asker, bls.GeneratorG1().Words(), nil)
	answer, err := m.Client.CallContract(ctx, ethereum.CallMsg{From: m.Contracts.Escrow, To: &at, Data: question}, nil)
	if err != nil {
		return err
	}
	got, err := product.ParseOffer(answer)
	switch {
	case err != nil:
		return fmt.Errorf("%w: %s: %v", ErrFalse, at, err)
	case got.Hash() != want.Hash():
		return fmt.Errorf("%w: the contract %s pays %s in %s, %d basis points of it to committee %s, after %d confirmations, and the wrap would say %s, %s, %d, %s, %d", ErrFalse,
			at, got.Publisher, got.Token, got.FeeBps, got.Committee, got.Confirmations, want.Publisher, want.Token, want.FeeBps, want.Committee, want.Confirmations)
	case got.Price.Gt(want.Price):
		return fmt.Errorf("%w: the contract %s asks for %s base units, more than the %s of the wrap, and buyers pay no more than it says", ErrFalse, at, got.Price.Dec(), want.Price.Dec())
	}
	return nil
}
