package terminal

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
)

// insistAfter is how many blocks a payment may miss before it is sent again.
const insistAfter = 5

// insist sends a payment again that no block has taken: endpoints and
// reorganisations lose transactions, and the chain may have become dearer than
// what this one offers. What an endpoint says against it does not end the wait.
func (w *waiting) insist(ctx context.Context, s sight) error {
	if w.p.Payment == nil || s.fate != pending {
		return nil
	}
	if w.sent == 0 || s.head < w.sent {
		w.sent = s.head
	}
	if s.head < w.sent+insistAfter {
		return nil
	}
	w.sent = s.head
	err := w.raisePayment(ctx, w.p, w.p.payer)
	if err == nil {
		err = w.broadcast(ctx, w.p.Payment.last())
	}
	if told := new(Error); errors.As(err, &told) {
		w.teller.say(chainSource, said(err))
		return nil
	}
	return err
}

// raising is a transaction that may be signed anew, at a higher fee.
type raising struct {
	t      *Transaction
	payer  chain.Signer
	what   string                                 // it is, in words
	silent *bool                                  // set where the payer did not sign: he is asked once
	value  func(feeCap *uint256.Int) *uint256.Int // of coin, at least; nil: as it was
	save   func() error
}

// raise signs a version that offers more, where the chain has become dearer than
// what the last one offers. Its nonce is the same, so that one of them at most
// is taken. A payer who does not sign it, as without a password, is asked once.
func (b *Buyer) raise(ctx context.Context, r raising) error {
	if r.payer == nil || r.payer.Address() != r.t.From || *r.silent {
		return nil
	}
	txs, err := r.t.transactions()
	if err != nil {
		return err
	}
	last := txs[len(txs)-1]
	fees, err := b.Chain.SuggestFees(ctx)
	if err != nil {
		return ofChain(err)
	}
	// A cap is the tip and twice the base fee.
	if next := new(big.Int).Sub(fees.Cap, fees.Tip); next.Rsh(next, 1).Cmp(last.GasFeeCap()) <= 0 {
		return nil
	}
	feeCap := larger(fees.Cap, eighthMore(last.GasFeeCap()))
	signed, err := r.payer.SignTx(types.NewTx(&types.DynamicFeeTx{
		ChainID: last.ChainId(), Nonce: last.Nonce(), To: last.To(), Value: signedValue(r.value, last.Value(), feeCap), Data: last.Data(), Gas: last.Gas(),
		GasTipCap: larger(fees.Tip, eighthMore(last.GasTipCap())), GasFeeCap: feeCap,
	}), last.ChainId())
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		// The versions that were signed do as well as this one would, if later.
		*r.silent = true
		b.Tell(fmt.Sprintf("the chain has become dearer, and a higher fee was not signed (%s): the %s waits with the old one", said(err), r.what))
		return nil
	}
	if err := r.t.add(signed); err != nil {
		return err
	}
	b.Tell("the chain has become dearer: offering more for the same " + r.what)
	// A crash after this: as after the first version, with another to look for.
	return r.save()
}

// raisePayment is raise for a payment.
func (b *Buyer) raisePayment(ctx context.Context, p *Purchase, payer chain.Signer) error {
	return b.raise(ctx, raising{t: p.Payment, payer: payer, what: "payment", silent: &p.unsigned, save: p.save})
}

// eighthMore is the least that replaces a transaction in every node's pool.
func eighthMore(fee *big.Int) *big.Int {
	more := new(big.Int).Rsh(fee, 3)
	return more.Add(more, fee).Add(more, big.NewInt(1))
}

func larger(a, b *big.Int) *big.Int {
	if a.Cmp(b) > 0 {
		return a
	}
	return b
}
