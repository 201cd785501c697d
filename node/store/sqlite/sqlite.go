// Package sqlite keeps a node's store in one SQLite file (WAL, synchronous =
// FULL): what a call wrote survives a power cut once it returned.
//
// [Create] makes the file, once; [Open] refuses a file that is missing, in use
// by another process, or bound to another group key or escrow. A lock file
// beside it, PATH.lock, holds off a second daemon; the lock itself dies with its
// process, so that a crash leaves none behind.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"runtime"

	"github.com/ethereum/go-ethereum/common"
	"github.com/gofrs/flock"
	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"github.com/shrinkwrap/shrinkwrap/node/store"
)

// Store is a node's store in a file.
type Store struct {
	lock  *flock.Flock
	write *sql.DB // one connection: writers take turns
	read  *sql.DB
	chain map[uint64]common.Address
}

var _ store.Store = (*Store)(nil)

// Create makes a store that is bound to an identity. It refuses a path where
// something stands.
func Create(path string, identity store.Identity) (err error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("making a store: %w", err)
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("making a store: %v", err)
	}
	// A crash before the end leaves a file without an identity, which Open
	// refuses and which holds nothing: it may be removed.
	db, err := sql.Open("sqlite", dsn(path, false))
	if err != nil {
		return fmt.Errorf("making a store: %v", err)
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return inTx(context.Background(), db, func(tx *sql.Tx) error { return bind(tx, identity) })
}

func bind(tx *sql.Tx, identity store.Identity) error {
	ctx := context.Background()
	if err := migrate(ctx, tx); err != nil {
		return err
	}
	if _, err := tx.Exec("INSERT INTO node (only, group_key, key) VALUES (1, ?, ?)", identity.GroupKey[:], identity.Key[:]); err != nil {
		return err
	}
	for _, c := range identity.Chains {
		if _, err := tx.Exec("INSERT INTO chains (id, escrow) VALUES (?, ?)", int64(c.ID), c.Escrow[:]); err != nil {
			return err
		}
	}
	return nil
}

// Open opens the store of an identity.
func Open(path string, identity store.Identity) (_ *Store, err error) {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w: there is no %s", store.ErrUnusable, path)
	}
	s := &Store{lock: flock.New(path + ".lock")}
	locked, err := s.lock.TryLock()
	if err != nil {
		return nil, fmt.Errorf("%w: locking %s: %v", store.ErrUnusable, s.lock.Path(), err)
	}
	if !locked {
		return nil, fmt.Errorf("%w: another process has %s open (lock %s)", store.ErrUnusable, path, s.lock.Path())
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, s.Close())
		}
	}()
	if s.write, err = sql.Open("sqlite", dsn(path, false)); err != nil {
		return nil, fmt.Errorf("opening the store: %v", err)
	}
	s.write.SetMaxOpenConns(1)
	if s.read, err = sql.Open("sqlite", dsn(path, true)); err != nil {
		return nil, fmt.Errorf("opening the store: %v", err)
	}
	s.read.SetMaxOpenConns(2 * runtime.GOMAXPROCS(0))
	s.read.SetMaxIdleConns(2 * runtime.GOMAXPROCS(0))
	return s, s.identify(identity)
}

// identify refuses a file that belongs to something else.
func (s *Store) identify(identity store.Identity) error {
	ctx := context.Background()
	return inTx(ctx, s.write, func(tx *sql.Tx) error {
		if err := checkIdentity(ctx, tx, identity); err != nil {
			return err
		}
		if err := migrate(ctx, tx); err != nil {
			return err
		}
		s.chain = make(map[uint64]common.Address)
		for _, c := range identity.Chains {
			s.chain[c.ID] = c.Escrow
		}
		// Nobody knows what came while nothing was read.
		if _, err := tx.ExecContext(ctx, "UPDATE chains SET head = number + 1"); err != nil {
			return err
		}
		return rekey(ctx, tx, identity)
	})
}

func checkIdentity(ctx context.Context, tx *sql.Tx, identity store.Identity) error {
	var groupKey []byte
	if err := tx.QueryRowContext(ctx, "SELECT group_key FROM node").Scan(&groupKey); err != nil {
		return fmt.Errorf("%w: it has no identity, so it is not one that init made: %v", store.ErrUnusable, err)
	}
	if common.Hash(groupKey) != identity.GroupKey {
		return fmt.Errorf("%w: it is that of group key %x, not of %s", store.ErrUnusable, groupKey, identity.GroupKey)
	}
	for _, c := range identity.Chains {
		var escrow []byte
		err := tx.QueryRowContext(ctx, "SELECT escrow FROM chains WHERE id = ?", int64(c.ID)).Scan(&escrow)
		if errors.Is(err, sql.ErrNoRows) {
			return fmt.Errorf("%w: it was not made for chain %d", store.ErrUnusable, c.ID)
		}
		if err != nil {
			return err
		}
		if common.Address(escrow) != c.Escrow {
			return fmt.Errorf("%w: on chain %d it is that of escrow %s, not of %s", store.ErrUnusable, c.ID, common.Address(escrow), c.Escrow)
		}
	}
	return nil
}

// rekey forgets shares that were made with a key share that was re-dealt since.
func rekey(ctx context.Context, tx *sql.Tx, identity store.Identity) error {
	var key []byte
	if err := tx.QueryRowContext(ctx, "SELECT key FROM node").Scan(&key); err != nil {
		return err
	}
	if string(key) == string(identity.Key[:]) {
		return nil
	}
	_, err := tx.ExecContext(ctx, "UPDATE orders SET share = NULL, settled = 0 WHERE share IS NOT NULL")
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, "UPDATE node SET key = ?", identity.Key[:])
	return err
}

// AddChain binds a store, which nobody has open, to one more chain. A chain that
// it is bound to already must have the same escrow.
func AddChain(path string, identity store.Identity, chain store.Chain) error {
	s, err := Open(path, store.Identity{GroupKey: identity.GroupKey, Key: identity.Key})
	if err != nil {
		return err
	}
	_, err = s.write.Exec("INSERT INTO chains (id, escrow) VALUES (?, ?) ON CONFLICT DO NOTHING", int64(chain.ID), chain.Escrow[:])
	if err == nil {
		err = s.identify(store.Identity{GroupKey: identity.GroupKey, Key: identity.Key, Chains: []store.Chain{chain}})
	}
	return errors.Join(err, s.Close())
}

// Writable returns nil if the store can be written to now.
func (s *Store) Writable(ctx context.Context) error {
	_, err := s.write.ExecContext(ctx, "UPDATE node SET only = 1")
	return err
}

// Close closes the file and releases the lock.
func (s *Store) Close() error {
	var errs []error
	for _, db := range []*sql.DB{s.read, s.write} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	return errors.Join(append(errs, s.lock.Unlock())...)
}

// dsn names a file that must exist. Transactions that may write take the
// write lock when they begin, so that none fails half way for the want of it.
func dsn(path string, readOnly bool) string {
	q := url.Values{"mode": {"rw"}, "_txlock": {"immediate"}}
	q["_pragma"] = []string{"busy_timeout(10000)", "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(1)"}
	if readOnly {
		q.Del("_txlock")
		q.Add("_pragma", "query_only(1)")
	} else {
		// Orders are found by hashes, so that a batch touches pages all over the
		// indices: to write those back seldom is what keeps the millionth order
		// about as cheap as the first. The log grows to 64 MiB.
		q["_pragma"] = append(q["_pragma"], "wal_autocheckpoint(16384)", "cache_size(-32768)")
	}
	return (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath(), RawQuery: q.Encode()}).String()
}

// inTx runs f in one transaction: all of what it does, or nothing, is durable
// when inTx returns.
func inTx(ctx context.Context, db *sql.DB, f func(*sql.Tx) error) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("store: %w", explain(err))
	}
	if err := f(tx); err != nil {
		return explain(errors.Join(err, tx.Rollback()))
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("store: %w", explain(err))
	}
	return nil
}

// explain says what an operator can do about an error of SQLite's.
func explain(err error) error {
	failed := new(sqlite.Error)
	if !errors.As(err, &failed) {
		return err
	}
	switch failed.Code() & 0xff {
	case lib.SQLITE_CORRUPT, lib.SQLITE_NOTADB:
		return fmt.Errorf("%w: it is damaged, or no database: move it away, and \"shrinkwrapd init --extend\" makes another, which reads the chain again: %w", store.ErrUnusable, err)
	case lib.SQLITE_FULL, lib.SQLITE_IOERR:
		return fmt.Errorf("%w: %w", store.ErrNoRoom, err)
	}
	return err
}
