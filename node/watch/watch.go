// Package watch reads an escrow's events from a chain into the store.
//
// A [Watcher] keeps a cursor, the number and hash of the last block that it
// read, in the same transaction with what it read. At every poll it compares the
// cursor with the chain: where the hash is another one the chain was
// reorganised, also while the node was down, and the watcher goes back to the
// newest block that it remembers and the chain still has. Near the head it
// follows block by block, each one the child of the one before; far behind it
// reads ranges.
//
// An endpoint that fails or contradicts itself stops nothing: the poll is
// repeated. Only what no repetition can help ends a watcher: see [ErrFatal].
package watch

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"sync/atomic"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/shrinkwrap/shrinkwrap/node/feed"
	"github.com/shrinkwrap/shrinkwrap/node/store"
)

// ErrFatal means that store and chain cannot belong together, or that somebody
// else writes the store: going on could release what was not paid for.
var ErrFatal = errors.New("node cannot go on")

// Source is what a watcher asks of a chain. Block numbers are as go-ethereum
// has them: nil is the head, rpc.FinalizedBlockNumber the last finalised block.
// A block that is not there is ethereum.NotFound.
type Source interface {
	HeaderByNumber(ctx context.Context, number *big.Int) (*types.Header, error)
	FilterLogs(ctx context.Context, q ethereum.FilterQuery) ([]types.Log, error)
	CodeAt(ctx context.Context, account common.Address, number *big.Int) ([]byte, error)
}

// Store is what a watcher asks of the store; see [store.Store].
type Store interface {
	Anchor(ctx context.Context, chain uint64, at store.Block) error
	View(ctx context.Context, chain uint64) (store.View, error)
	Remembered(ctx context.Context, chain uint64, atOrBelow uint64) (store.Block, error)
	Apply(ctx context.Context, batch store.Batch) error
	Rollback(ctx context.Context, chain uint64, to store.Block) ([]common.Hash, error)
}

// Config is what a watcher is made of.
type Config struct {
	Chain   store.Chain
	Source  Source
	Store   Store
	Feed    *feed.Feed
	Log     *slog.Logger
	Metrics *Metrics

	// Start is the first block to read, at the first start. Zero looks for the
	// block that the escrow was deployed in, which needs an endpoint that keeps
	// old state.
	Start uint64
	// Range is how many blocks one query for logs covers at most.
	Range uint64
	// Notices tell of new heads; nil is allowed. Poll is the longest time
	// between two looks, whether or not a notice came.
	Notices <-chan struct{}
	Poll    time.Duration
}

// Watcher follows one chain. Make one by [New].
type Watcher struct {
	Config
	head    atomic.Uint64
	trouble atomic.Pointer[error]
}

// errUnread stands until the first poll has ended.
var errUnread = errors.New("chain was not read yet since the start")

// New returns a watcher.
func New(c Config) *Watcher {
	w := &Watcher{Config: c}
	w.trouble.Store(&errUnread)
	return w
}

// Head returns the newest block that the chain told of, and why the last poll
// failed, or nil.
func (w *Watcher) Head() (uint64, error) {
	if err := w.trouble.Load(); err != nil {
		return w.head.Load(), *err
	}
	return w.head.Load(), nil
}

// Pauses after polls that failed.
const (
	firstPause = 250 * time.Millisecond
	lastPause  = 15 * time.Second
)

// Run follows the chain until ctx ends. It returns nil then, and before only an
// ErrFatal.
func (w *Watcher) Run(ctx context.Context) error {
	pause := firstPause
	for {
		err := w.Sync(ctx)
		switch {
		case ctx.Err() != nil:
			return nil
		case errors.Is(err, ErrFatal) || errors.Is(err, store.ErrMoved):
			return fmt.Errorf("%w: chain %d: %w", ErrFatal, w.Chain.ID, err)
		case err != nil:
			w.Log.Warn("chain was not read", "chain", w.Chain.ID, "err", err)
			w.Metrics.failures.WithLabelValues(label(w.Chain.ID)).Inc()
			w.trouble.Store(&err)
			sleep(ctx, pause)
			pause = min(2*pause, lastPause)
			continue
		}
		w.trouble.Store(nil)
		pause = firstPause
		w.await(ctx)
	}
}

// await waits for a notice or for the time of the next poll.
func (w *Watcher) await(ctx context.Context) {
	timer := time.NewTimer(w.Poll)
	defer timer.Stop()
	select {
	case <-w.Notices:
	case <-timer.C:
	case <-ctx.Done():
	}
}

func sleep(ctx context.Context, d time.Duration) {
	select {
	case <-time.After(d):
	case <-ctx.Done():
	}
}

// Sync reads the chain up to its head as it is now.
func (w *Watcher) Sync(ctx context.Context) error {
	view, err := w.begin(ctx)
	if err != nil {
		return err
	}
	// Finality is asked first: what is final now still is when the cursor has
	// been compared, so that it never counts for a block that was dropped.
	finalised, err := w.finalised(ctx)
	if err != nil {
		return err
	}
	head, err := w.header(ctx, nil)
	if err != nil {
		return fmt.Errorf("asking for the head: %w", err)
	}
	w.head.Store(head.Number.Uint64())
	w.Metrics.head.WithLabelValues(label(w.Chain.ID)).Set(float64(head.Number.Uint64()))
	cursor, err := w.reconcile(ctx, view.Cursor, head)
	if err != nil {
		return err
	}
	return w.follow(ctx, cursor, head.Number.Uint64(), finalised)
}

// follow reads from the cursor to the head, batch by batch.
func (w *Watcher) follow(ctx context.Context, cursor store.Block, head uint64, finalised *uint64) error {
	for {
		batch := store.Batch{Chain: w.Chain.ID, After: cursor, Head: head}
		var err error
		switch behind := head - min(head, cursor.Number); {
		case behind > linked:
			err = w.readRange(ctx, &batch, min(cursor.Number+w.Range, head-linked))
		case behind > 0:
			err = w.readLinked(ctx, &batch, head)
		}
		if err != nil {
			return err
		}
		if len(batch.Blocks) > 0 {
			cursor = batch.Blocks[len(batch.Blocks)-1]
		}
		if batch.Finalised = finalised; finalised != nil {
			batch.Finalised = new(min(*finalised, cursor.Number))
		}
		if err := w.Store.Apply(ctx, batch); err != nil {
			return err
		}
		w.tell(batch, cursor)
		if cursor.Number >= head {
			return nil
		}
	}
}

func (w *Watcher) header(ctx context.Context, number *big.Int) (*types.Header, error) {
	h, err := w.Source.HeaderByNumber(ctx, number)
	if err == nil && (h == nil || h.Number == nil || !h.Number.IsUint64()) {
		err = errors.New("header has no number")
	}
	return h, err
}

// headerAt returns the canonical block at a number, or ethereum.NotFound.
func (w *Watcher) headerAt(ctx context.Context, number uint64) (*types.Header, error) {
	h, err := w.header(ctx, new(big.Int).SetUint64(number))
	if err != nil {
		return nil, fmt.Errorf("asking for block %d: %w", number, err)
	}
	if h.Number.Uint64() != number {
		return nil, fmt.Errorf("asked for block %d, got block %d", number, h.Number)
	}
	return h, nil
}

func named(h *types.Header) store.Block {
	return store.Block{Number: h.Number.Uint64(), Hash: h.Hash(), Time: h.Time}
}
