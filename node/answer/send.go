package answer

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	wire "github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/node/store"
)

// send answers, as much as one transaction takes: what is left is looked at anew
// when that is mined.
func (a *Answerer) send(ctx context.Context, answers []wire.Answer, open map[common.Hash]duty, at store.View) error {
	first := answers[:min(len(answers), a.MaxBatch)]
	for _, batch := range wire.Batches(first) { // one: there are no more than it takes
		if err := a.sendBatch(ctx, batch, open, at); err != nil {
			return err
		}
	}
	return nil
}

// sendBatch sends one transaction and waits until it is mined. A batch that the
// escrow would refuse is halved, down to the answers that are to blame. Once a
// transaction was signed, whatever becomes of it is for the next look.
func (a *Answerer) sendBatch(ctx context.Context, batch wire.Batch, open map[common.Hash]duty, at store.View) error {
	a.sending, a.signed = batch.Orders(), nil
	a.hurry(open, at)
	wait, cancel := context.WithTimeout(ctx, untilMined)
	defer cancel()
	receipt, err := a.sender.Send(wait, chain.Tx{To: a.Rules.Chain.Escrow, Data: batch.Call(a.Group.P, a.Group.Q)})
	switch {
	case a.signed != nil && err == nil:
		a.stands(*a.signed, receipt, len(batch))
		return nil
	case a.signed != nil || !refused(err):
		return err
	case len(batch) > 1:
		half := len(batch) / 2
		return errors.Join(a.sendBatch(ctx, batch[:half], open, at), a.sendBatch(ctx, batch[half:], open, at))
	}
	return a.refusedOne(ctx, batch[0], err)
}

// refused reports whether the chain would refuse a transaction for what it does or
// for its size, not for its price, and was reached at all.
func refused(err error) bool {
	if chain.IsOversized(err) {
		return true
	}
	var dear *chain.DearError
	var poor *chain.PoorError
	var silent *chain.UnavailableError
	return !errors.As(err, &dear) && !errors.As(err, &poor) && !errors.As(err, &silent) && !errors.Is(err, context.DeadlineExceeded) && !errors.Is(err, context.Canceled)
}

// refusedOne finds out why one answer is refused: mostly another node's came
// before it.
func (a *Answerer) refusedOne(ctx context.Context, answer wire.Answer, why error) error {
	order := answer.Leaf.Hash()
	output, err := a.sender.Client.Call(ctx, a.Rules.Chain.Escrow, wire.AskStatus(order))
	if err != nil {
		return err
	}
	status, err := wire.ParseStatus(output)
	if err != nil {
		return err
	}
	if status.State != wire.Disputed {
		a.Log.Info("dispute is over already", "chain", a.chain(), "order", order, "state", status.State.String())
		return nil
	}
	a.Metrics.transactions.WithLabelValues(a.label(), "refused").Inc()
	return fmt.Errorf("answer of order %s: %w", order, why)
}

// record keeps a signed version before it is sent.
//
// A crash before it is durable means that nothing was sent; a crash after it,
// that the same transaction is sent again.
func (a *Answerer) record(tx *types.Transaction) error {
	raw, err := tx.MarshalBinary()
	if err != nil {
		return err
	}
	version := store.Sent{Account: a.Signer.Address(), Nonce: tx.Nonce(), Raw: raw, Orders: a.sending}
	if err := a.Store.PutSent(context.Background(), a.chain(), version); err != nil {
		return err
	}
	nonce := tx.Nonce()
	a.signed = &nonce
	a.Metrics.transactions.WithLabelValues(a.label(), "sent").Inc()
	a.Log.Info("answer is sent", "chain", a.chain(), "tx", tx.Hash(), "nonce", nonce, "orders", len(a.sending), "feeGwei", gwei(tx.GasFeeCap()))
	return nil
}

// gwei writes wei in gwei.
func gwei(wei *big.Int) string {
	if wei == nil {
		return "any"
	}
	return new(big.Rat).SetFrac(wei, big.NewInt(1e9)).FloatString(3)
}
