package terminal

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
)

// Transaction is one that was signed here, in one version or in several that
// offer ever higher fees. All have one nonce, so that the chain takes one of
// them at most. They are kept so that these are sent again, never another one
// beside them.
type Transaction struct {
	From     common.Address `json:"from"`
	Nonce    uint64         `json:"nonce"`
	Versions []Version      `json:"versions"`
}

// Version is a signed transaction.
type Version struct {
	Hash common.Hash   `json:"hash"`
	Raw  hexutil.Bytes `json:"raw"`
}

func (t *Transaction) last() Version { return t.Versions[len(t.Versions)-1] }

func (t *Transaction) has(hash common.Hash) bool {
	return slices.ContainsFunc(t.Versions, func(v Version) bool { return v.Hash == hash })
}

// check refuses a transaction that was not kept by add.
func (t *Transaction) check() error {
	if t == nil {
		return nil
	}
	if len(t.Versions) == 0 {
		return errors.New("a transaction has no version")
	}
	_, err := t.transactions()
	return err
}

// add adds a version that was just signed.
func (t *Transaction) add(tx *types.Transaction) error {
	v, err := versionOf(tx)
	if err == nil {
		t.Versions = append(t.Versions, v)
	}
	return err
}

func versionOf(tx *types.Transaction) (Version, error) {
	raw, err := tx.MarshalBinary()
	return Version{Hash: tx.Hash(), Raw: raw}, err
}

func (t *Transaction) transactions() (txs []*types.Transaction, err error) {
	for _, v := range t.Versions {
		tx := new(types.Transaction)
		if err := tx.UnmarshalBinary(v.Raw); err != nil {
			return nil, fmt.Errorf("transaction %s that was kept cannot be read: %v", v.Hash, err)
		}
		txs = append(txs, tx)
	}
	return txs, nil
}

// sign signs a request. It costs at most gas · (2 · base fee + tip).
func sign(payer chain.Signer, r PaymentRequest, w wallet) (Version, error) {
	id := new(big.Int).SetUint64(r.ChainID)
	signed, err := payer.SignTx(types.NewTx(&types.DynamicFeeTx{
		ChainID: id, Nonce: w.nonce, To: &r.To, Value: r.Value.ToBig(), Data: r.Data,
		Gas: w.gasLimit(), GasTipCap: w.tip.ToBig(), GasFeeCap: w.feeCap().ToBig(),
	}), id)
	if err != nil {
		return Version{}, fmt.Errorf("signing: %w", err)
	}
	return versionOf(signed)
}

// feeCap leaves room for some blocks of rising base fees.
func (w wallet) feeCap() *uint256.Int {
	doubled := new(uint256.Int).Lsh(w.base, 1)
	return doubled.Add(doubled, w.tip)
}

// price is what a unit of gas costs now.
func (w wallet) price() *uint256.Int { return new(uint256.Int).Add(w.base, w.tip) }

// gasLimit leaves room for what other purchases change before this one.
func (w wallet) gasLimit() uint64 { return w.gas + w.gas/4 + 10_000 }

// cost is the most that a payment takes from the account.
func (w wallet) cost(value *uint256.Int) *uint256.Int {
	cost := new(uint256.Int).Mul(w.feeCap(), uint256.NewInt(w.gasLimit()))
	return cost.Add(cost, value)
}

// broadcast sends a transaction, which may have been sent before. Its error is
// an endpoint's refusal: the transaction may be taken later.
func (b *Buyer) broadcast(ctx context.Context, v Version) error {
	var hash common.Hash
	var calls batch
	calls.ask(&hash, "eth_sendRawTransaction", v.Raw)
	if err := calls.send(ctx, b.Chain); err != nil {
		return err
	}
	if err := calls[0].Error; err != nil && !sentBefore(err) {
		return failure(Refused, fmt.Errorf("the endpoint does not take the transaction: %w", err), "the same command sends the same transaction again")
	}
	return nil
}

// sentBefore reports whether an endpoint refuses a transaction because it has it
// already, or another of its nonce: which, the next look at the chain tells.
func sentBefore(err error) bool {
	text := strings.ToLower(err.Error())
	return slices.ContainsFunc([]string{"already known", "known transaction", "already imported", "already exists", "nonce too low", "replacement transaction underpriced"},
		func(known string) bool { return strings.Contains(text, known) })
}

// fate is what became of a transaction.
type fate int

const (
	pending  fate = iota // not mined, and may still be
	mined                // and did what it should
	reverted             // mined, and undone, for good: nothing was taken but gas
	failing              // mined, and undone, not for long
	crowded              // another transaction has its nonce, not for long
	replaced             // another transaction has its nonce for good
)

// settledDepth is how deep a payment that failed, or another transaction of its
// nonce, must be before one may sign anew: a reorganisation of fewer blocks cannot
// have both paid.
const settledDepth = 12

// fateOf asks what became of a transaction.
func (b *Buyer) fateOf(ctx context.Context, t *Transaction, head uint64) (fate, error) {
	var calls batch
	var now, before hexutil.Uint64
	receipts := make([]types.Receipt, len(t.Versions))
	calls.ask(&now, "eth_getTransactionCount", t.From, "latest")
	calls.ask(&before, "eth_getTransactionCount", t.From, hexutil.Uint64(head-min(head, settledDepth)))
	for i, v := range t.Versions {
		calls.ask(&receipts[i], "eth_getTransactionReceipt", v.Hash)
	}
	if err := calls.send(ctx, b.Chain); err != nil {
		return pending, err
	}
	for i, call := range calls[2:] {
		switch {
		case call.Error != nil && !errors.Is(call.Error, ethereum.NotFound):
			return pending, failuref(Unreachable, "eth_getTransactionReceipt: %v", call.Error)
		case call.Error == nil && receipts[i].Status == types.ReceiptStatusSuccessful:
			return mined, nil
		case call.Error == nil && head < receipts[i].BlockNumber.Uint64()+settledDepth:
			return failing, nil
		case call.Error == nil:
			return reverted, nil
		}
	}
	switch {
	case uint64(before) > t.Nonce:
		return replaced, nil
	case uint64(now) > t.Nonce:
		return crowded, nil
	}
	return pending, nil
}
