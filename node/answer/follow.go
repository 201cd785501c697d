package answer

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	windows "github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/node/store"
)

// untilMined is how long one look waits for a transaction: long enough for a
// replacement. The next look goes on with it.
const untilMined = 3 * time.Minute

// transaction is one of this node's, in all versions that were signed.
type transaction struct {
	nonce    uint64
	versions []*types.Transaction // the oldest first
	orders   []common.Hash        // that it answers
}

// sending says what transactions of this node's have done for an order.
type sending struct {
	before bool           // one was sent: the release is public
	mined  *types.Receipt // of the one that answers it; nil if none does
}

// farAhead is how far a block may be ahead of what was read and still be believed:
// an endpoint that tells of a far one would keep this node from answering.
const farAhead = 64

// covers reports whether a mined transaction's answer is still to be read.
func (s sending) covers(at store.View) bool {
	if s.mined == nil {
		return false
	}
	in := s.mined.BlockNumber.Uint64()
	return at.Cursor.Number < in && in <= at.Cursor.Number+farAhead
}

// follow looks after the transactions that were signed, until their answers are
// as deep as the orders ask for. It reports whether one still waits to be mined.
//
// A transaction that was signed before a crash is here again; it is sent once
// more, whether or not it was, and no second one in its place.
func (a *Answerer) follow(ctx context.Context, open map[common.Hash]duty, at store.View) (sent map[common.Hash]sending, waits bool, err error) {
	all, err := a.transactions(ctx)
	if err != nil {
		return nil, false, err
	}
	sent = make(map[common.Hash]sending)
	for order := range a.public {
		if _, ok := open[order]; !ok {
			delete(a.public, order)
		}
	}
	for _, tx := range all {
		for _, order := range tx.orders {
			a.public[order] = true
		}
		receipt, err := a.settle(ctx, tx, open, at)
		if errors.Is(err, context.DeadlineExceeded) && ctx.Err() == nil {
			return sent, true, nil
		}
		if err != nil {
			return sent, false, err
		}
		for _, order := range tx.orders {
			sent[order] = sending{mined: receipt}
		}
	}
	for order := range a.public {
		sent[order] = sending{before: true, mined: sent[order].mined}
	}
	return sent, false, nil
}

// transactions reads what was kept of this account's.
func (a *Answerer) transactions(ctx context.Context) (all []transaction, err error) {
	versions, err := a.Store.Sent(ctx, a.chain(), a.Signer.Address())
	if err != nil {
		return nil, err
	}
	for _, v := range versions {
		tx := new(types.Transaction)
		if err := tx.UnmarshalBinary(v.Raw); err != nil {
			return nil, fmt.Errorf("store is damaged at transaction %d of %s: %v", v.Nonce, v.Account, err)
		}
		if len(all) == 0 || all[len(all)-1].nonce != v.Nonce {
			all = append(all, transaction{nonce: v.Nonce})
		}
		last := &all[len(all)-1]
		last.versions, last.orders = append(last.versions, tx), v.Orders
	}
	return all, nil
}

// settle sees a transaction through. It returns its receipt while it stands for
// an open dispute, or nil when it is over and was forgotten.
func (a *Answerer) settle(ctx context.Context, tx transaction, open map[common.Hash]duty, at store.View) (*types.Receipt, error) {
	owed := false
	for _, order := range tx.orders {
		_, ok := open[order]
		owed = owed || ok
	}
	if !owed {
		if idle, err := a.unknown(ctx, tx); err != nil || idle {
			return nil, errors.Join(err, a.forget(ctx, tx, idle))
		}
	}
	receipt, err := a.mine(ctx, tx, open, at)
	var used *chain.NonceUsedError
	switch {
	case errors.As(err, &used), err != nil && receipt != nil:
		a.Log.Warn("answer did not come about", "chain", a.chain(), "nonce", tx.nonce, "orders", len(tx.orders), "err", err)
		a.Metrics.transactions.WithLabelValues(a.label(), "failed").Inc()
		return nil, a.forget(ctx, tx, true)
	case err != nil:
		return nil, err
	case !owed:
		return nil, a.forget(ctx, tx, true)
	}
	return receipt, nil
}

// unknown reports whether neither the chain nor its pools have a transaction.
func (a *Answerer) unknown(ctx context.Context, tx transaction) (bool, error) {
	next, err := a.sender.Client.PendingNonceAt(ctx, a.Signer.Address())
	return next <= tx.nonce, err
}

func (a *Answerer) forget(ctx context.Context, tx transaction, really bool) error {
	if !really {
		return nil
	}
	delete(a.mined, tx.nonce)
	return a.Store.ForgetSent(ctx, a.chain(), a.Signer.Address(), tx.nonce)
}

// mine sends a transaction until it is mined, and returns its receipt.
func (a *Answerer) mine(ctx context.Context, tx transaction, open map[common.Hash]duty, at store.View) (*types.Receipt, error) {
	if before := a.mined[tx.nonce]; before != nil {
		now, err := a.sender.Client.TransactionReceipt(ctx, before.TxHash)
		if err == nil && now.BlockHash == before.BlockHash {
			return now, nil
		}
		delete(a.mined, tx.nonce) // the chain was reorganised, or cannot be asked
	}
	ctx, cancel := context.WithTimeout(ctx, untilMined)
	defer cancel()
	a.sending = tx.orders
	a.hurry(open, at)
	receipt, err := a.sender.Submit(ctx, tx.versions...)
	if err == nil {
		a.stands(tx.nonce, receipt, len(tx.orders))
	}
	return receipt, err
}

// hurry has the transaction in hand replaced sooner where time runs out for what
// it answers.
func (a *Answerer) hurry(open map[common.Hash]duty, at store.View) {
	const calm, late = 5, 1 // blocks
	a.sender.BumpAfter = calm
	for _, order := range a.sending {
		if d, ok := open[order]; ok && at.Cursor.Time+windows.WindowsOf(a.chain()).Answer/4 > d.Deadline {
			a.sender.BumpAfter = late
		}
	}
}

// stands notes an answer that was mined.
func (a *Answerer) stands(nonce uint64, receipt *types.Receipt, orders int) {
	a.mined[nonce] = receipt
	cost := float64(receipt.GasUsed)
	a.Metrics.gas.WithLabelValues(a.label()).Add(cost)
	if receipt.EffectiveGasPrice != nil {
		price, _ := receipt.EffectiveGasPrice.Float64()
		a.Metrics.spent.WithLabelValues(a.label()).Add(cost * price)
	}
	a.Metrics.transactions.WithLabelValues(a.label(), "mined").Inc()
	a.Log.Info("disputes are answered on chain", "chain", a.chain(), "tx", receipt.TxHash, "block", receipt.BlockNumber, "orders", orders, "gas", receipt.GasUsed)
}
