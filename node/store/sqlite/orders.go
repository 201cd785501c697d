package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/node/store"
)

// orderColumns end with whether the order has any marks: most have none, and are
// not asked for them one by one.
const orderColumns = `id, hash, account, leaf, witness, block, block_hash, tx, log_index, share,
	EXISTS (SELECT 1 FROM marks WHERE marks.hash = orders.hash AND marks.chain = orders.chain)`

// Order returns one order.
func (s *Store) Order(ctx context.Context, chain uint64, hash common.Hash) (store.Order, store.View, error) {
	var found []store.Order
	v, err := s.look(ctx, chain, func(tx *sql.Tx) (err error) {
		found, _, err = orders(ctx, tx, chain, "hash = ? AND chain = ?", hash[:], int64(chain))
		return err
	})
	if err == nil && len(found) == 0 {
		err = fmt.Errorf("order %s: %w", hash, store.ErrNotFound)
	}
	if err != nil {
		return store.Order{}, v, err
	}
	return found[0], v, nil
}

// Orders returns the orders of a place and release key.
func (s *Store) Orders(ctx context.Context, place product.Place, B bls.G1) ([]store.Order, store.View, error) {
	words := B.Words()
	var found []store.Order
	v, err := s.look(ctx, place.ChainID, func(tx *sql.Tx) (err error) {
		found, _, err = orders(ctx, tx, place.ChainID, "key = ? AND product = ? AND tier = ? AND chain = ? ORDER BY id LIMIT ?",
			words[0][:], place.Product[:], int64(place.Tier), int64(place.ChainID), store.MaxOrders)
		return err
	})
	// B and −B share their first word and half of the second.
	same := found[:0]
	for _, o := range found {
		if o.Leaf.ReleaseKey == words {
			same = append(same, o)
		}
	}
	return same, v, err
}

// Unsettled returns orders whose share was not looked into yet.
func (s *Store) Unsettled(ctx context.Context, chain uint64, after int64, limit int) (found []store.Order, last int64, v store.View, err error) {
	last = after
	v, err = s.look(ctx, chain, func(tx *sql.Tx) error {
		var ids []int64
		if found, ids, err = orders(ctx, tx, chain, "chain = ? AND settled = 0 AND id > ? ORDER BY id LIMIT ?", int64(chain), after, limit); err != nil {
			return err
		}
		if len(ids) > 0 {
			last = ids[len(ids)-1]
		}
		return nil
	})
	return found, last, v, err
}

// look runs f and reads the chain's view in one transaction of reading.
func (s *Store) look(ctx context.Context, chain uint64, f func(*sql.Tx) error) (v store.View, err error) {
	err = inTx(ctx, s.read, func(tx *sql.Tx) error {
		if v, err = view(ctx, tx, chain); err != nil {
			return err
		}
		return f(tx)
	})
	return v, err
}

func orders(ctx context.Context, tx *sql.Tx, chain uint64, where string, args ...any) (found []store.Order, ids []int64, err error) {
	rows, err := tx.QueryContext(ctx, "SELECT "+orderColumns+" FROM orders WHERE "+where, args...)
	if err != nil {
		return nil, nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	var marked []int
	for rows.Next() {
		o, id, hasMarks, err := scanOrder(rows)
		if err != nil {
			return nil, nil, err
		}
		if hasMarks {
			marked = append(marked, len(found))
		}
		found, ids = append(found, o), append(ids, id)
	}
	if err := rows.Err(); err != nil {
		return nil, nil, err
	}
	for _, i := range marked {
		if found[i].Marks, err = marks(ctx, tx, chain, found[i].Order); err != nil {
			return nil, nil, err
		}
	}
	return found, ids, nil
}

func scanOrder(rows *sql.Rows) (o store.Order, id int64, marked bool, err error) {
	var hash, account, leaf, witness, blockHash, tx, share []byte
	var block, logIndex int64
	if err := rows.Scan(&id, &hash, &account, &leaf, &witness, &block, &blockHash, &tx, &logIndex, &share, &marked); err != nil {
		return o, 0, false, err
	}
	if o.Leaf, err = order.ParseLeaf(leaf); err != nil {
		return o, 0, false, fmt.Errorf("store is damaged at order %x: %v", hash, err)
	}
	o.Order, o.Account = common.Hash(hash), common.Hash(account)
	o.Witness = [bls.ProofSize]byte(witness)
	o.Block, o.BlockHash, o.Tx, o.LogIndex = uint64(block), common.Hash(blockHash), common.Hash(tx), uint(logIndex)
	if share != nil {
		point := [bls.G1Size]byte(share)
		o.Share = &point
	}
	return o, id, marked, nil
}

func marks(ctx context.Context, tx *sql.Tx, chain uint64, hash common.Hash) (found []store.Mark, err error) {
	rows, err := tx.QueryContext(ctx, "SELECT kind, data, block, block_hash, tx, log_index FROM marks WHERE hash = ? AND chain = ? ORDER BY block, log_index", hash[:], int64(chain))
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		m := store.Mark{Order: hash}
		var kind, block, logIndex int64
		var blockHash, tx []byte
		if err := rows.Scan(&kind, &m.Data, &block, &blockHash, &tx, &logIndex); err != nil {
			return nil, err
		}
		m.Kind, m.Block, m.LogIndex = store.MarkKind(kind), uint64(block), uint(logIndex)
		m.BlockHash, m.Tx = common.Hash(blockHash), common.Hash(tx)
		found = append(found, m)
	}
	return found, rows.Err()
}

// Settle records shares. A crash before the commit means that they are computed
// again, to the same points.
func (s *Store) Settle(ctx context.Context, chain uint64, shares []store.Share) error {
	return inTx(ctx, s.write, func(tx *sql.Tx) error {
		update, err := tx.PrepareContext(ctx, "UPDATE orders SET share = ?, settled = 1 WHERE hash = ? AND chain = ?")
		if err != nil {
			return err
		}
		defer update.Close()
		for _, share := range shares {
			var point []byte
			if share.Point != nil {
				point = share.Point[:]
			}
			if _, err := update.ExecContext(ctx, point, share.Order[:], int64(chain)); err != nil {
				return fmt.Errorf("share of order %s: %v", share.Order, err)
			}
		}
		return nil
	})
}
