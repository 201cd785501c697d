package publisher

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/shrinkwrap/shrinkwrap/internal/home"
)

// A journal keeps the transactions that were signed, until what they do is deep
// in the chain: these are sent again, never other ones beside them. Each is a
// file's entry before it is sent for the first time.
type journal struct {
	path    string
	entries []*entry
}

// entry is a transaction in one version or in several that offer ever higher
// fees, and the orders that it is about. All versions have one nonce, so that
// the chain takes one of them at most.
type entry struct {
	Orders   []common.Hash   `json:"orders"`
	From     common.Address  `json:"from"`
	Versions []hexutil.Bytes `json:"versions"`
}

// openJournal reads a journal; none is an empty one.
func openJournal(path string) (*journal, error) {
	j := &journal{path: path}
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return j, nil
	}
	if err == nil {
		j.entries, err = parseJournal(text)
	}
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read: %w", path, err)
	}
	return j, nil
}

// parseJournal refuses entries that cannot be sent again.
func parseJournal(text []byte) (entries []*entry, err error) {
	if err := json.Unmarshal(text, &entries); err != nil {
		return nil, err
	}
	for _, e := range entries {
		if e == nil || len(e.Orders) == 0 || len(e.Versions) == 0 {
			return nil, errors.New("an entry has no order or no transaction")
		}
		txs, err := e.transactions()
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(txs, func(tx *types.Transaction) bool { return tx.Nonce() != txs[0].Nonce() }) {
			return nil, errors.New("an entry has transactions of several nonces")
		}
	}
	return entries, nil
}

func (e *entry) transactions() (txs []*types.Transaction, err error) {
	for _, raw := range e.Versions {
		tx := new(types.Transaction)
		if err := tx.UnmarshalBinary(raw); err != nil {
			return nil, fmt.Errorf("a transaction that was kept: %v", err)
		}
		txs = append(txs, tx)
	}
	return txs, nil
}

// nonce returns that of all versions, which were parsed before.
func (e *entry) nonce() uint64 {
	txs, err := e.transactions()
	if err != nil {
		return 0
	}
	return txs[0].Nonce()
}

// recorder returns what makes versions of a transaction about some orders
// durable, as the Record of a chain.Sender.
func (j *journal) recorder(e *entry) func(*types.Transaction) error {
	return func(tx *types.Transaction) error {
		raw, err := tx.MarshalBinary()
		if err != nil {
			return err
		}
		e.Versions = append(e.Versions, raw)
		if !slices.Contains(j.entries, e) {
			j.entries = append(j.entries, e)
		}
		// A crash after this: the transaction is sent by the next run, or was sent.
		return j.save()
	}
}

// drop forgets the entries that are done with.
func (j *journal) drop(done func(*entry) bool) error {
	kept := slices.DeleteFunc(slices.Clone(j.entries), done)
	if len(kept) == len(j.entries) {
		return nil
	}
	j.entries = kept
	return j.save()
}

func (j *journal) save() error {
	text, err := json.Marshal(append([]*entry{}, j.entries...))
	if err != nil {
		return err
	}
	return home.WriteFile(j.path, text, 0o600)
}

// about returns the newest entry about an order, nil if there is none.
func (j *journal) about(order common.Hash) *entry {
	for _, e := range slices.Backward(j.entries) {
		if slices.Contains(e.Orders, order) {
			return e
		}
	}
	return nil
}
