package watch

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/shrinkwrap/shrinkwrap/node/store"
)

// linked is how near the head blocks are read one by one, each the child of the
// one before.
const linked = 32

// errShifted means that the chain changed while it was read. The poll is
// repeated.
var errShifted = errors.New("chain changed while it was read")

// readLinked reads the last blocks up to the head. Their headers are one chain
// from the cursor on, and every log names one of them: nothing of another branch
// gets in, and nothing of this one is missed.
func (w *Watcher) readLinked(ctx context.Context, batch *store.Batch, head uint64) error {
	parent := batch.After
	headers := make(map[uint64]*types.Header)
	for n := batch.After.Number + 1; n <= head; n++ {
		h, err := w.headerAt(ctx, n)
		if err != nil {
			return err
		}
		if h.ParentHash != parent.Hash {
			return fmt.Errorf("%w: block %d is not the child of %s", errShifted, n, parent.Hash)
		}
		parent, headers[n] = named(h), h
		batch.Blocks = append(batch.Blocks, parent)
	}
	logs, err := w.logs(ctx, w.query(batch.After.Number+1, head))
	if err != nil {
		return err
	}
	if logs, err = w.complete(ctx, headers, logs); err != nil {
		return err
	}
	return w.sort(batch, logs)
}

// complete checks logs against the headers that they must belong to. Where a
// header's bloom filter tells of the escrow and the answer does not, the
// endpoint may have answered from another branch or too early: it is asked for
// that very block.
func (w *Watcher) complete(ctx context.Context, headers map[uint64]*types.Header, logs []types.Log) ([]types.Log, error) {
	seen := make(map[uint64]bool)
	for _, log := range logs {
		h := headers[log.BlockNumber]
		if h == nil || h.Hash() != log.BlockHash {
			return nil, fmt.Errorf("%w: event of block %d %s is of another branch", errShifted, log.BlockNumber, log.BlockHash)
		}
		seen[log.BlockNumber] = true
	}
	for n, h := range headers {
		if seen[n] || !types.BloomLookup(h.Bloom, w.Chain.Escrow) {
			continue
		}
		hash := h.Hash()
		q := w.query(0, 0)
		q.FromBlock, q.ToBlock, q.BlockHash = nil, nil, &hash
		more, err := w.logs(ctx, q)
		if err != nil {
			return nil, err
		}
		for _, log := range more {
			if log.BlockHash != hash || log.BlockNumber != n {
				return nil, fmt.Errorf("%w: asked for events of block %d, got one of block %d", errShifted, n, log.BlockNumber)
			}
		}
		logs = append(logs, more...)
	}
	return logs, nil
}

// readRange reads blocks that lie deep. That the range's ends are on the chain
// before and after its logs were read is enough there.
func (w *Watcher) readRange(ctx context.Context, batch *store.Batch, to uint64) error {
	end, err := w.headerAt(ctx, to)
	if err != nil {
		return err
	}
	logs, err := w.logs(ctx, w.query(batch.After.Number+1, to))
	if err != nil {
		return err
	}
	for _, b := range []store.Block{named(end), batch.After} {
		if same, err := w.has(ctx, b); err != nil || !same {
			return errors.Join(err, fmt.Errorf("%w: block %d is no longer %s", errShifted, b.Number, b.Hash))
		}
	}
	for _, log := range logs {
		if log.BlockNumber <= batch.After.Number || log.BlockNumber > to {
			return fmt.Errorf("asked for events of blocks %d to %d, got one of block %d", batch.After.Number+1, to, log.BlockNumber)
		}
	}
	batch.Blocks = []store.Block{named(end)}
	return w.sort(batch, logs)
}

func (w *Watcher) query(from, to uint64) ethereum.FilterQuery {
	return ethereum.FilterQuery{
		FromBlock: new(big.Int).SetUint64(from),
		ToBlock:   new(big.Int).SetUint64(to),
		Addresses: []common.Address{w.Chain.Escrow},
		Topics:    [][]common.Hash{topics()},
	}
}

// logs returns what a query finds, in the chain's order, if it is the escrow's
// and stands.
func (w *Watcher) logs(ctx context.Context, q ethereum.FilterQuery) ([]types.Log, error) {
	logs, err := w.Source.FilterLogs(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("asking for the escrow's events: %w", err)
	}
	for _, log := range logs {
		if log.Removed {
			return nil, fmt.Errorf("%w: an event of block %d was removed", errShifted, log.BlockNumber)
		}
		if log.Address != w.Chain.Escrow {
			return nil, fmt.Errorf("asked for events of %s, got one of %s", w.Chain.Escrow, log.Address)
		}
	}
	slices.SortFunc(logs, func(a, b types.Log) int {
		if a.BlockNumber != b.BlockNumber {
			return int(int64(a.BlockNumber) - int64(b.BlockNumber))
		}
		return int(a.Index) - int(b.Index)
	})
	return logs, nil
}
