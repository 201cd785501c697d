package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/node/store"
)

// Release returns the release of a place and release key.
func (s *Store) Release(ctx context.Context, place product.Place, B bls.G1) (store.Release, error) {
	return release(ctx, s.read, place, B)
}

func release(ctx context.Context, q querier, place product.Place, B bls.G1) (store.Release, error) {
	key := B.Bytes()
	var point, hash []byte
	err := q.QueryRowContext(ctx, "SELECT point, hash FROM releases WHERE release_key = ? AND product = ? AND tier = ? AND chain = ?",
		key[:], place.Product[:], int64(place.Tier), int64(place.ChainID)).Scan(&point, &hash)
	if errors.Is(err, sql.ErrNoRows) {
		return store.Release{}, fmt.Errorf("release for %s: %w", place, store.ErrNotFound)
	}
	if err != nil {
		return store.Release{}, err
	}
	return store.Release{Point: [bls.G1Size]byte(point), Order: common.Hash(hash)}, nil
}

// PutRelease keeps a release for ever. A crash before the commit means that it
// is collected again, to the same point.
func (s *Store) PutRelease(ctx context.Context, place product.Place, B bls.G1, r store.Release) error {
	key := B.Bytes()
	return inTx(ctx, s.write, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "INSERT INTO releases (release_key, product, tier, chain, point, hash) VALUES (?,?,?,?,?,?) ON CONFLICT DO NOTHING",
			key[:], place.Product[:], int64(place.Tier), int64(place.ChainID), r.Point[:], r.Order[:])
		if err != nil {
			return err
		}
		stands, err := release(ctx, tx, place, B)
		if err == nil && stands.Point != r.Point {
			err = fmt.Errorf("release for %s: %w", place, store.ErrImmutable)
		}
		return err
	})
}

// Receipt returns an order's receipt.
func (s *Store) Receipt(ctx context.Context, chain uint64, order common.Hash) ([bls.G1Size]byte, error) {
	return receipt(ctx, s.read, chain, order)
}

func receipt(ctx context.Context, q querier, chain uint64, order common.Hash) (out [bls.G1Size]byte, err error) {
	var point []byte
	err = q.QueryRowContext(ctx, "SELECT point FROM receipts WHERE hash = ? AND chain = ? AND holder = x''", order[:], int64(chain)).Scan(&point)
	if errors.Is(err, sql.ErrNoRows) {
		return out, fmt.Errorf("receipt of order %s: %w", order, store.ErrNotFound)
	}
	if err != nil {
		return out, err
	}
	return [bls.G1Size]byte(point), nil
}

// PutReceipt keeps an order's receipt. A crash before the commit means that it
// is collected again, to the same point.
func (s *Store) PutReceipt(ctx context.Context, chain uint64, order common.Hash, point [bls.G1Size]byte) error {
	return inTx(ctx, s.write, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "INSERT INTO receipts (hash, chain, holder, point) VALUES (?, ?, x'', ?) ON CONFLICT DO NOTHING", order[:], int64(chain), point[:])
		if err != nil {
			return err
		}
		stands, err := receipt(ctx, tx, chain, order)
		if err == nil && stands != point {
			err = fmt.Errorf("receipt of order %s: %w", order, store.ErrImmutable)
		}
		return err
	})
}
