package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/node/store"
)

const (
	// dense is how far below the cursor all blocks are remembered that a batch
	// named; further down only the last of each sparse blocks is.
	dense  = 4096
	sparse = 1024
)

// Anchor sets the first cursor of a chain.
func (s *Store) Anchor(ctx context.Context, chain uint64, at store.Block) error {
	// A crash after this leaves a cursor from which reading begins: clean.
	return inTx(ctx, s.write, func(tx *sql.Tx) error {
		done, err := tx.ExecContext(ctx, "UPDATE chains SET number = ?1, hash = ?2, anchor = ?1, head = ?1 + 1 WHERE id = ?3 AND number IS NULL", int64(at.Number), at.Hash[:], int64(chain))
		if err != nil {
			return err
		}
		if n, err := done.RowsAffected(); err != nil || n != 1 {
			return errors.Join(err, fmt.Errorf("chain %d has a cursor already: %w", chain, store.ErrMoved))
		}
		return remember(ctx, tx, chain, at)
	})
}

// View returns how far a chain was read.
func (s *Store) View(ctx context.Context, chain uint64) (store.View, error) {
	return view(ctx, s.read, chain)
}

type querier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

func view(ctx context.Context, q querier, chain uint64) (store.View, error) {
	var number, finalised, time, head sql.NullInt64
	var hash []byte
	err := q.QueryRowContext(ctx, `SELECT number, hash, finalised, head, (SELECT time FROM blocks WHERE chain = id AND blocks.number = chains.number)
		FROM chains WHERE id = ?`, int64(chain)).Scan(&number, &hash, &finalised, &head, &time)
	switch {
	case errors.Is(err, sql.ErrNoRows) || err == nil && !number.Valid:
		return store.View{}, fmt.Errorf("cursor of chain %d: %w", chain, store.ErrNotFound)
	case err != nil:
		return store.View{}, err
	}
	v := store.View{Cursor: store.Block{Number: uint64(number.Int64), Hash: common.Hash(hash), Time: uint64(time.Int64)}, Head: uint64(head.Int64)}
	if finalised.Valid {
		f := min(uint64(finalised.Int64), v.Cursor.Number)
		v.Finalised = &f
	}
	return v, nil
}

// Remembered returns the newest remembered block at or below a number.
func (s *Store) Remembered(ctx context.Context, chain uint64, atOrBelow uint64) (store.Block, error) {
	var number, time int64
	var hash []byte
	err := s.read.QueryRowContext(ctx, "SELECT number, hash, time FROM blocks WHERE chain = ? AND number <= ? ORDER BY number DESC LIMIT 1", int64(chain), int64(atOrBelow)).Scan(&number, &hash, &time)
	if errors.Is(err, sql.ErrNoRows) {
		return store.Block{}, fmt.Errorf("block at or below %d of chain %d: %w", atOrBelow, chain, store.ErrNotFound)
	}
	if err != nil {
		return store.Block{}, err
	}
	return store.Block{Number: uint64(number), Hash: common.Hash(hash), Time: uint64(time)}, nil
}

// Apply takes a batch whole.
//
// A crash before the commit leaves the old cursor, and the same blocks are read
// again; a crash after it leaves the new one with all that its blocks held.
// There is no state in between.
func (s *Store) Apply(ctx context.Context, b store.Batch) error {
	return inTx(ctx, s.write, func(tx *sql.Tx) error {
		if err := s.advance(ctx, tx, b); err != nil {
			return err
		}
		if err := insertOrders(ctx, tx, b.Chain, b.Orders); err != nil {
			return err
		}
		return insertMarks(ctx, tx, b.Chain, b.Marks)
	})
}

func (s *Store) advance(ctx context.Context, tx *sql.Tx, b store.Batch) error {
	to := b.After
	for _, block := range b.Blocks {
		to = block
		if err := remember(ctx, tx, b.Chain, block); err != nil {
			return err
		}
	}
	var finalised sql.NullInt64
	if b.Finalised != nil {
		finalised = sql.NullInt64{Int64: int64(*b.Finalised), Valid: true}
	}
	done, err := tx.ExecContext(ctx, "UPDATE chains SET number = ?, hash = ?, head = ?, finalised = ? WHERE id = ? AND number = ? AND hash = ?",
		int64(to.Number), to.Hash[:], int64(max(b.Head, to.Number)), finalised, int64(b.Chain), int64(b.After.Number), b.After.Hash[:])
	if err != nil {
		return err
	}
	if n, err := done.RowsAffected(); err != nil || n != 1 {
		return errors.Join(err, fmt.Errorf("chain %d is not at block %d %s: %w", b.Chain, b.After.Number, b.After.Hash, store.ErrMoved))
	}
	return thinOut(ctx, tx, b.Chain, int64(b.After.Number)-dense, int64(to.Number)-dense)
}

// thinOut forgets blocks that have come to lie deep, from one number to below
// another. What lies deeper was thinned out before.
func thinOut(ctx context.Context, tx *sql.Tx, chain uint64, from, below int64) error {
	from = max(from, 0) / sparse * sparse
	_, err := tx.ExecContext(ctx, `DELETE FROM blocks WHERE chain = ?1 AND number >= ?2 AND number < ?3
		AND number != (SELECT anchor FROM chains WHERE id = ?1)
		AND number NOT IN (SELECT max(number) FROM blocks WHERE chain = ?1 AND number >= ?2 AND number < ?3 GROUP BY number / ?4)`,
		int64(chain), from, below, sparse)
	return err
}

func remember(ctx context.Context, tx *sql.Tx, chain uint64, b store.Block) error {
	_, err := tx.ExecContext(ctx, "INSERT INTO blocks (chain, number, hash, time) VALUES (?, ?, ?, ?)", int64(chain), int64(b.Number), b.Hash[:], int64(b.Time))
	return err
}

func insertOrders(ctx context.Context, tx *sql.Tx, chain uint64, orders []order.Confirmed) error {
	if len(orders) == 0 {
		return nil
	}
	insert, err := tx.PrepareContext(ctx, `INSERT INTO orders
		(chain, hash, account, product, tier, key, leaf, witness, block, block_hash, tx, log_index) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)`)
	if err != nil {
		return err
	}
	defer insert.Close()
	for _, o := range orders {
		if _, err := insert.ExecContext(ctx, int64(chain), o.Order[:], o.Account[:], o.Leaf.Product[:], int64(o.Leaf.Tier), o.Leaf.ReleaseKey[0][:],
			o.Leaf.Bytes(), o.Witness[:], int64(o.Block), o.BlockHash[:], o.Tx[:], int64(o.LogIndex)); err != nil {
			return fmt.Errorf("order %s of block %d: %v", o.Order, o.Block, err)
		}
	}
	return nil
}

func insertMarks(ctx context.Context, tx *sql.Tx, chain uint64, marks []store.Mark) error {
	for _, m := range marks {
		if _, err := tx.ExecContext(ctx, "INSERT INTO marks (chain, block, log_index, block_hash, tx, kind, hash, data) VALUES (?,?,?,?,?,?,?,?)",
			int64(chain), int64(m.Block), int64(m.LogIndex), m.BlockHash[:], m.Tx[:], int64(m.Kind), m.Order[:], m.Data); err != nil {
			return fmt.Errorf("event about order %s of block %d: %v", m.Order, m.Block, err)
		}
	}
	return nil
}

// Rollback forgets what was read above a block.
//
// A crash before the commit leaves the dropped blocks' cursor, whose hash the
// next poll finds to be gone again; a crash after it leaves the root of the
// fork, from which reading goes on.
func (s *Store) Rollback(ctx context.Context, chain uint64, to store.Block) (dropped []common.Hash, err error) {
	err = inTx(ctx, s.write, func(tx *sql.Tx) error {
		var hash []byte
		err := tx.QueryRowContext(ctx, "SELECT hash FROM blocks WHERE chain = ? AND number = ?", int64(chain), int64(to.Number)).Scan(&hash)
		if err != nil || common.Hash(hash) != to.Hash {
			return errors.Join(err, fmt.Errorf("rolling back to block %d %s of chain %d, which is not remembered: %w", to.Number, to.Hash, chain, store.ErrMoved))
		}
		if dropped, err = hashes(ctx, tx, "SELECT hash FROM orders WHERE chain = ? AND block > ? ORDER BY id", int64(chain), int64(to.Number)); err != nil {
			return err
		}
		for _, table := range []struct{ name, column string }{{"orders", "block"}, {"marks", "block"}, {"blocks", "number"}} {
			if _, err := tx.ExecContext(ctx, fmt.Sprintf("DELETE FROM %s WHERE chain = ? AND %s > ?", table.name, table.column), int64(chain), int64(to.Number)); err != nil {
				return err
			}
		}
		_, err = tx.ExecContext(ctx, "UPDATE chains SET number = ?1, hash = ?2, finalised = min(finalised, ?1) WHERE id = ?3", int64(to.Number), to.Hash[:], int64(chain))
		return err
	})
	return dropped, err
}

func hashes(ctx context.Context, q querier, query string, args ...any) (all []common.Hash, err error) {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var hash []byte
		if err := rows.Scan(&hash); err != nil {
			return nil, err
		}
		all = append(all, common.Hash(hash))
	}
	return all, rows.Err()
}
