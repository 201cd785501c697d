package sqlite

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/node/store"
)

// Disputed returns the orders of which a dispute was opened whose deadline is
// not before the cursor's block.
func (s *Store) Disputed(ctx context.Context, chain uint64) (found []store.Order, v store.View, err error) {
	v, err = s.look(ctx, chain, func(tx *sql.Tx) error {
		at, err := view(ctx, tx, chain)
		if err != nil {
			return err
		}
		var now [32]byte // a word, as in the event: blobs are compared as bytes
		binary.BigEndian.PutUint64(now[24:], at.Cursor.Time)
		found, _, err = orders(ctx, tx, chain, `hash IN (SELECT hash FROM marks WHERE kind = 1 AND chain = ? AND substr(data, 33, 32) >= ?)
			AND chain = ? ORDER BY id`, int64(chain), now[:], int64(chain))
		return err
	})
	return found, v, err
}

// Collected returns the release that was collected for an answer.
func (s *Store) Collected(ctx context.Context, chain uint64, order common.Hash) ([bls.G1Size]byte, error) {
	return collected(ctx, s.read, chain, order)
}

func collected(ctx context.Context, q querier, chain uint64, order common.Hash) (out [bls.G1Size]byte, err error) {
	var point []byte
	err = q.QueryRowContext(ctx, "SELECT point FROM collected WHERE hash = ? AND chain = ?", order[:], int64(chain)).Scan(&point)
	if errors.Is(err, sql.ErrNoRows) {
		return out, fmt.Errorf("release for the answer of order %s: %w", order, store.ErrNotFound)
	}
	if err != nil {
		return out, err
	}
	return [bls.G1Size]byte(point), nil
}

// PutCollected keeps a release that was collected for an answer. A crash before
// the commit means that it is collected again, to the same point.
func (s *Store) PutCollected(ctx context.Context, chain uint64, order common.Hash, point [bls.G1Size]byte) error {
	return inTx(ctx, s.write, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "INSERT INTO collected (hash, chain, point) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", order[:], int64(chain), point[:])
		if err != nil {
			return err
		}
		stands, err := collected(ctx, tx, chain, order)
		if err == nil && stands != point {
			err = fmt.Errorf("release for the answer of order %s: %w", order, store.ErrImmutable)
		}
		return err
	})
}

// Sent returns the versions of an account's transactions.
func (s *Store) Sent(ctx context.Context, chain uint64, account common.Address) (all []store.Sent, err error) {
	rows, err := s.read.QueryContext(ctx, "SELECT nonce, raw, orders FROM sent WHERE chain = ? AND account = ? ORDER BY nonce, id", int64(chain), account[:])
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		one := store.Sent{Account: account}
		var nonce int64
		var names []byte
		if err := rows.Scan(&nonce, &one.Raw, &names); err != nil {
			return nil, err
		}
		one.Nonce = uint64(nonce)
		for ; len(names) >= common.HashLength; names = names[common.HashLength:] {
			one.Orders = append(one.Orders, common.Hash(names[:common.HashLength]))
		}
		all = append(all, one)
	}
	return all, rows.Err()
}

// PutSent keeps a signed version. A crash before the commit means that it was
// never sent; a crash after it, that it may have been, and is sent again.
func (s *Store) PutSent(ctx context.Context, chain uint64, v store.Sent) error {
	var names []byte
	for _, order := range v.Orders {
		names = append(names, order[:]...)
	}
	return inTx(ctx, s.write, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "INSERT INTO sent (chain, account, nonce, raw, orders) VALUES (?, ?, ?, ?, ?)",
			int64(chain), v.Account[:], int64(v.Nonce), v.Raw, names)
		return err
	})
}

// ForgetSent forgets all versions of a transaction. A crash before the commit
// means that it is found to be over once more.
func (s *Store) ForgetSent(ctx context.Context, chain uint64, account common.Address, nonce uint64) error {
	return inTx(ctx, s.write, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "DELETE FROM sent WHERE chain = ? AND account = ? AND nonce = ?", int64(chain), account[:], int64(nonce))
		return err
	})
}
