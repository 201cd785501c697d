package chain

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"sync"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"
)

// Tx is what a transaction shall do.
type Tx struct {
	To    common.Address
	Value *uint256.Int // wei; nil = 0
	Data  []byte
	Gas   uint64 // limit; 0 = estimated, with a margin
}

// A Sender makes transactions of one account. [Sender.Send] does it all. Who
// must survive a crash between signing and mining without paying twice sets
// Record, which gets every signed version before it is sent, and gives what it
// kept to [Sender.Submit] after the crash. One Sender's methods may be called
// from several goroutines; two senders of one account would take the same
// nonces.
type Sender struct {
	Client *Client
	Signer Signer

	// Record, if set, makes a signed transaction durable; it is not sent if
	// Record fails.
	Record func(tx *types.Transaction) error
	// BumpAfter is how many blocks a transaction may wait before it is replaced
	// by one with higher fees; 0 = 5.
	BumpAfter uint64
	// MostFee, if set, is what a unit of gas may cost at most, in wei. Nothing is
	// signed above it: what cannot be had for it is a [DearError].
	MostFee *big.Int

	mu      sync.Mutex // from asking for a nonce to its use
	waiting int        // transactions that Send waits for
	next    uint64     // the nonce after theirs: pools forget for moments what waits in them
}

// NonceUsedError says that another transaction of the account was mined in the
// place of the one submitted. That one has not happened and never will.
type NonceUsedError struct {
	Account common.Address
	Nonce   uint64
	Tx      common.Hash // that was submitted
}

func (e *NonceUsedError) Error() string {
	return fmt.Sprintf("transaction %v cannot be mined: nonce %d of account %v was used by another one", e.Tx, e.Nonce, e.Account)
}

// Send signs a transaction, sends it and waits until it is mined. A transaction
// that is mined and fails gives its receipt and an error, which is a
// [RevertError] if the contract's reason can be found out. If ctx ends first
// the transaction may still be mined.
func (s *Sender) Send(ctx context.Context, what Tx) (*types.Receipt, error) {
	tx, err := s.launch(ctx, what)
	if err != nil {
		return nil, err
	}
	defer s.landed()
	return s.await(ctx, []*types.Transaction{tx})
}

// landed forgets the nonce when nothing is waited for: a reorganisation may free
// those that were used.
func (s *Sender) landed() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.waiting--; s.waiting == 0 {
		s.next = 0
	}
}

// launch signs and sends.
func (s *Sender) launch(ctx context.Context, what Tx) (*types.Transaction, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	tx, err := s.prepare(ctx, what, s.next)
	if err != nil {
		return nil, err
	}
	if err := s.record(tx); err != nil {
		return nil, err
	}
	if err := s.broadcast(ctx, tx); err != nil {
		return nil, err
	}
	s.next = tx.Nonce() + 1
	s.waiting++
	return tx, nil
}

func (s *Sender) record(tx *types.Transaction) error {
	if s.Record == nil {
		return nil
	}
	if err := s.Record(tx); err != nil {
		return fmt.Errorf("transaction %v was not sent, because it could not be recorded: %w", tx.Hash(), err)
	}
	return nil
}

// Sign asks the chain for gas, nonce and fees, and signs; it sends nothing. A
// call that the contract would refuse is a [RevertError].
func (s *Sender) Sign(ctx context.Context, what Tx) (*types.Transaction, error) {
	return s.prepare(ctx, what, 0)
}

// prepare signs a transaction whose nonce is at least next.
func (s *Sender) prepare(ctx context.Context, what Tx, next uint64) (*types.Transaction, error) {
	value := new(big.Int)
	if what.Value != nil {
		value = what.Value.ToBig()
	}
	msg := ethereum.CallMsg{From: s.Signer.Address(), To: &what.To, Value: value, Data: what.Data, Gas: what.Gas}
	p, err := s.Client.prospect(ctx, msg)
	if err == nil {
		p.fees, err = p.fees.within(s.MostFee)
	}
	if err != nil {
		return nil, err
	}
	return s.sign(&types.DynamicFeeTx{
		Nonce: max(p.nonce, next), GasTipCap: p.fees.Tip, GasFeeCap: p.fees.Cap, Gas: p.gas, To: &what.To, Value: value, Data: what.Data,
	})
}

func (s *Sender) sign(inner *types.DynamicFeeTx) (*types.Transaction, error) {
	id := new(big.Int).SetUint64(s.Client.ChainID())
	inner.ChainID = id
	tx, err := s.Signer.SignTx(types.NewTx(inner), id)
	if err != nil {
		return nil, fmt.Errorf("sign transaction of account %v: %w", s.Signer.Address(), err)
	}
	return tx, nil
}

// broadcast gives a transaction to an endpoint. One that has it already is
// content.
func (s *Sender) broadcast(ctx context.Context, tx *types.Transaction) error {
	if err := s.Client.broadcast(ctx, tx); err != nil {
		return fmt.Errorf("send transaction %v: %w", tx.Hash(), tooPoor(s.Signer.Address(), err))
	}
	return nil
}

func (c *Client) broadcast(ctx context.Context, tx *types.Transaction) error {
	raw, err := tx.MarshalBinary()
	if err != nil {
		return err
	}
	if _, err = call[common.Hash](ctx, c, "eth_sendRawTransaction", hexutil.Bytes(raw)); err != nil {
		if containsAny(err.Error(), []string{"already known", "known transaction", "already imported"}) {
			return nil
		}
	}
	return c.explain(err)
}

// isNonceUsed reports whether a transaction was refused because its nonce is
// used: by itself, if it was mined, or by another.
func isNonceUsed(err error) bool {
	var down *UnavailableError
	return err != nil && !errors.As(err, &down) && containsAny(err.Error(), []string{"nonce too low"})
}
