package watch

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"sort"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/node/feed"
	"github.com/shrinkwrap/shrinkwrap/node/store"
)

// errBehind means that the endpoint is not as far as the cursor, on the same
// branch as far as it goes. It may catch up, or the chain may turn out to have
// been reorganised; until then what was read stands.
var errBehind = errors.New("chain's head is behind the cursor")

// reconcile compares the cursor with the chain, and rolls back where the chain
// was reorganised. It returns the cursor from which reading goes on.
func (w *Watcher) reconcile(ctx context.Context, cursor store.Block, head *types.Header) (store.Block, error) {
	if n := head.Number.Uint64(); n < cursor.Number {
		known, err := w.Store.Remembered(ctx, w.Chain.ID, n)
		if err == nil && known.Number == n && known.Hash != head.Hash() {
			return w.rollBack(ctx, known)
		}
		return cursor, errors.Join(fmt.Errorf("%w: %d, %d", errBehind, n, cursor.Number), err)
	}
	same, err := w.has(ctx, cursor)
	if err != nil || same {
		return cursor, err
	}
	return w.rollBack(ctx, cursor)
}

// rollBack goes back from a block that the chain dropped to one that it has.
// From block to block at first, then in longer and longer steps, since going
// back too far costs reading again and nothing else.
func (w *Watcher) rollBack(ctx context.Context, dropped store.Block) (store.Block, error) {
	for at, step := dropped, uint64(1); at.Number > 0; {
		known, err := w.Store.Remembered(ctx, w.Chain.ID, at.Number-min(step, at.Number))
		if errors.Is(err, store.ErrNotFound) && step > 1 {
			step = 1 // the anchor lies within the step
			continue
		}
		if errors.Is(err, store.ErrNotFound) {
			return at, w.otherChain(at)
		}
		if err != nil {
			return at, err
		}
		same, err := w.has(ctx, known)
		if err != nil {
			return at, err
		}
		if same {
			return known, w.forget(ctx, dropped, known)
		}
		if at = known; dropped.Number-at.Number >= linked {
			step *= 2
		}
	}
	return dropped, w.otherChain(dropped)
}

func (w *Watcher) otherChain(at store.Block) error {
	return fmt.Errorf("%w: the chain has none of the blocks that the store remembers, down to block %d %s: it is another chain, or its history was replaced", ErrFatal, at.Number, at.Hash)
}

// has reports whether a block is on the chain.
func (w *Watcher) has(ctx context.Context, b store.Block) (bool, error) {
	h, err := w.headerAt(ctx, b.Number)
	if errors.Is(err, ethereum.NotFound) {
		return false, nil
	}
	return err == nil && h.Hash() == b.Hash, err
}

func (w *Watcher) forget(ctx context.Context, dropped, root store.Block) error {
	orders, err := w.Store.Rollback(ctx, w.Chain.ID, root)
	if err != nil {
		return err
	}
	w.Log.Warn("chain was reorganised", "chain", w.Chain.ID, "dropped", dropped.Number-root.Number, "root", root.Number, "orders", len(orders))
	w.Metrics.reorganisations.WithLabelValues(label(w.Chain.ID)).Inc()
	events := make([]nodeapi.Event, len(orders))
	for i, order := range orders {
		events[i] = nodeapi.Event{Type: feed.RolledBack, ChainID: w.Chain.ID, Order: hexutil.Encode(order[:]), Block: root.Number}
	}
	w.Feed.Publish(events...)
	return nil
}

// finalised returns the number of the last finalised block, or nil where the
// chain knows none.
func (w *Watcher) finalised(ctx context.Context) (*uint64, error) {
	h, err := w.header(ctx, big.NewInt(int64(rpc.FinalizedBlockNumber)))
	var refused rpc.Error
	switch {
	case err == nil:
		return new(h.Number.Uint64()), nil
	case errors.Is(err, ethereum.NotFound):
		return nil, nil
	case errors.As(err, &refused) && (refused.ErrorCode() == invalidParams || refused.ErrorCode() == noSuchMethod):
		return nil, nil // the endpoint knows no such tag
	}
	return nil, fmt.Errorf("asking for the finalised block: %w", err)
}

// Codes of JSON-RPC 2.0, section 5.1.
const (
	noSuchMethod  = -32601
	invalidParams = -32602
)

// begin returns how far the store is. At the first start it finds out where to
// begin.
func (w *Watcher) begin(ctx context.Context) (store.View, error) {
	view, err := w.Store.View(ctx, w.Chain.ID)
	if !errors.Is(err, store.ErrNotFound) {
		return view, err
	}
	first := w.Start
	if first == 0 {
		if first, err = w.deployment(ctx); err != nil {
			return view, err
		}
	}
	before, err := w.headerAt(ctx, first-min(first, 1))
	if err != nil {
		return view, err
	}
	if err := w.Store.Anchor(ctx, w.Chain.ID, named(before)); err != nil {
		return view, err
	}
	w.Log.Info("reading begins", "chain", w.Chain.ID, "block", first)
	return w.Store.View(ctx, w.Chain.ID)
}

// deployment returns the block in which the escrow was deployed.
func (w *Watcher) deployment(ctx context.Context) (uint64, error) {
	head, err := w.header(ctx, nil)
	if err != nil {
		return 0, err
	}
	code, err := w.Source.CodeAt(ctx, w.Chain.Escrow, head.Number)
	if err != nil || len(code) == 0 {
		return 0, errors.Join(err, fmt.Errorf("escrow %s has no code at block %d", w.Chain.Escrow, head.Number))
	}
	var failure error
	last := head.Number.Uint64()
	first := sort.Search(int(last), func(n int) bool {
		code, err := w.Source.CodeAt(ctx, w.Chain.Escrow, big.NewInt(int64(n)))
		failure = errors.Join(failure, err)
		return len(code) > 0
	})
	if failure != nil {
		return 0, fmt.Errorf("looking for the block in which escrow %s was deployed (set start_block if no endpoint keeps old state): %w", w.Chain.Escrow, failure)
	}
	return uint64(first), nil
}
