package chain

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"
)

const (
	defaultBumpAfter = 5                     // blocks
	mostVersions     = 10                    // of one transaction: an eighth more each, about three times the first in the end
	firstLook        = 50 * time.Millisecond // after sending; each pause is half again as long, up to Options.Poll
	looksForUsed     = 8                     // without a receipt, before a used nonce is another transaction's
)

// Submit sends a transaction that was signed before and waits until it is
// mined; it may be called any number of times, also for one that is mined
// already. All recorded versions of it are given, oldest first: any may be the
// one that is mined, and the last is sent. If another transaction took their
// nonce it is a [NonceUsedError].
func (s *Sender) Submit(ctx context.Context, versions ...*types.Transaction) (*types.Receipt, error) {
	if len(versions) == 0 {
		return nil, errors.New("no transaction to submit")
	}
	for _, tx := range versions {
		if tx.Nonce() != versions[0].Nonce() {
			return nil, fmt.Errorf("transactions of nonces %d and %d are not versions of one", versions[0].Nonce(), tx.Nonce())
		}
	}
	if err := s.broadcast(ctx, versions[len(versions)-1]); err != nil && !isNonceUsed(err) && !isUnderpriced(err) {
		return nil, err
	}
	return s.await(ctx, versions)
}

// A watch is the state of waiting for one of a transaction's versions.
type watch struct {
	*Sender
	versions []*types.Transaction
	sent     uint64 // block at the last sending, 0 before the first look
	used     int    // looks that found the nonce used and no receipt
	trouble  error  // of the last look
}

// await looks for a receipt until there is one or ctx ends, and replaces the
// transaction when it waits too long.
func (s *Sender) await(ctx context.Context, versions []*types.Transaction) (*types.Receipt, error) {
	w := &watch{Sender: s, versions: versions}
	for wait := firstLook; ; wait = min(wait*3/2, s.Client.o.Poll) {
		receipt, err := w.look(ctx)
		if receipt != nil || err != nil {
			return receipt, err
		}
		if err := pause(ctx, wait); err != nil {
			return nil, w.gaveUp(err)
		}
	}
}

// gaveUp says where the transaction stands.
func (w *watch) gaveUp(err error) error {
	last := w.versions[len(w.versions)-1]
	err = fmt.Errorf("transaction %v, nonce %d of account %v, is not mined yet and may still be: %w",
		last.Hash(), last.Nonce(), w.Signer.Address(), err)
	return errors.Join(err, w.trouble)
}

// look asks once, in one request, for the receipts, the account's nonce and the
// head.
func (w *watch) look(ctx context.Context) (*types.Receipt, error) {
	var head, nonce hexutil.Uint64
	receipts := make([]types.Receipt, len(w.versions))
	calls := []rpc.BatchElem{
		{Method: "eth_getTransactionCount", Args: []any{w.Signer.Address(), "latest"}, Result: &nonce},
		{Method: "eth_blockNumber", Result: &head},
	}
	for i, tx := range w.versions {
		calls = append(calls, rpc.BatchElem{Method: "eth_getTransactionReceipt", Args: []any{tx.Hash()}, Result: &receipts[i]})
	}
	if w.trouble = w.Client.BatchCall(ctx, calls); w.trouble != nil {
		return nil, nil
	}
	for i, asked := range calls[2:] {
		if asked.Error == nil && receipts[i].TxHash == w.versions[i].Hash() {
			return &receipts[i], w.verdict(ctx, w.versions[i], &receipts[i])
		}
		if asked.Error != nil && !errors.Is(asked.Error, ethereum.NotFound) {
			w.trouble = asked.Error // "indexing is in progress": whether it was mined is not known
		}
	}
	if w.trouble != nil {
		return nil, nil
	}
	if w.trouble = errors.Join(calls[0].Error, calls[1].Error); w.trouble != nil {
		return nil, nil
	}
	return nil, w.progress(ctx, uint64(nonce), uint64(head))
}

// progress decides what to do about a transaction that is not mined.
func (w *watch) progress(ctx context.Context, nonce, head uint64) error {
	last := w.versions[len(w.versions)-1]
	if nonce > last.Nonce() {
		if w.used++; w.used >= looksForUsed {
			return &NonceUsedError{Account: w.Signer.Address(), Nonce: last.Nonce(), Tx: last.Hash()}
		}
		return nil
	}
	w.used = 0
	if w.sent == 0 || head < w.sent {
		w.sent = head
	}
	if head < w.sent+orElse(w.BumpAfter, defaultBumpAfter) {
		return nil
	}
	w.sent = head
	return w.bump(ctx, last)
}

// bump sends a version with higher fees, or the last one again when there are
// enough or when they would be above the sender's most. That the pool refuses it is no failure: an older version may be on
// its way into a block.
func (w *watch) bump(ctx context.Context, last *types.Transaction) error {
	if len(w.versions) < mostVersions {
		now, err := w.Client.SuggestFees(ctx)
		if err != nil {
			w.trouble = err
			return nil
		}
		fees := raised(last, now)
		if w.MostFee != nil && fees.Cap.Cmp(w.MostFee) > 0 {
			w.trouble = w.broadcast(ctx, last)
			return nil
		}
		next, err := w.sign(&types.DynamicFeeTx{
			Nonce: last.Nonce(), GasTipCap: fees.Tip, GasFeeCap: fees.Cap, Gas: last.Gas(), To: last.To(), Value: last.Value(), Data: last.Data(),
		})
		if err != nil {
			return err
		}
		if err := w.record(next); err != nil {
			return err
		}
		w.versions = append(w.versions, next)
		last = next
	}
	w.trouble = w.broadcast(ctx, last)
	return nil
}

// verdict is nil for a transaction that did what it should, and says why it did
// not.
func (w *watch) verdict(ctx context.Context, tx *types.Transaction, receipt *types.Receipt) error {
	if receipt.Status == types.ReceiptStatusSuccessful {
		return nil
	}
	return fmt.Errorf("transaction %v in block %v failed: %w", tx.Hash(), receipt.BlockNumber, w.reason(ctx, tx, receipt))
}

// reason executes a failed transaction again on the block before it.
func (w *watch) reason(ctx context.Context, tx *types.Transaction, receipt *types.Receipt) error {
	msg := ethereum.CallMsg{From: w.Signer.Address(), To: tx.To(), Value: tx.Value(), Data: tx.Data(), Gas: tx.Gas()}
	_, err := w.Client.CallContract(ctx, msg, new(big.Int).Sub(receipt.BlockNumber, big.NewInt(1)))
	var refused *RevertError
	switch {
	case errors.As(err, &refused) && len(refused.Data) > 0:
		return refused
	case receipt.GasUsed == tx.Gas():
		return fmt.Errorf("it used up its %d gas", tx.Gas())
	case err != nil:
		return err
	}
	return errors.New("the same call succeeds on the block before: something else changed in between")
}

// isUnderpriced reports whether the pool holds another version that it will not
// replace for these fees.
func isUnderpriced(err error) bool {
	var down *UnavailableError
	return err != nil && !errors.As(err, &down) && containsAny(err.Error(), []string{"replacement transaction underpriced"})
}
