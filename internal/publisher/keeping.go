package publisher

import (
	"context"
	"errors"
	"sync"
	"time"

	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
)

// keeping asks for releases until ctx ends: whenever there are new blocks, and
// where some are missing.
func (w *Watch) keeping(ctx context.Context, fresh <-chan struct{}, kept chan<- struct{}) {
	for ctx.Err() == nil {
		n, missing, err := w.Keep(ctx)
		if n > 0 {
			notify(kept)
		}
		if err != nil && ctx.Err() == nil {
			w.Tell(Notice{What: Trouble, Err: err})
		}
		if n > 0 && missing > 0 {
			continue
		}
		again := time.NewTimer(w.Pace.Pause)
		if missing == 0 {
			again.Stop()
		}
		select {
		case <-fresh:
		case <-again.C:
		case <-ctx.Done():
		}
		again.Stop()
	}
}

const (
	asksAtOnce  = 4  // nodes are asked so many questions at a time
	salesAtOnce = 64 // of a round
)

// Keep asks the nodes once for each release that is owed and missing, and keeps
// what verifies: of disputed sales first, of others when they are at depth. It
// returns how many were kept, and how many sales are still without.
func (w *Watch) Keep(ctx context.Context) (kept, missing int, err error) {
	w.mu.Lock()
	v, read := w.view, w.read
	w.mu.Unlock()
	if !read {
		return 0, 0, nil
	}
	open, err := w.Book.open(v)
	if err != nil {
		return 0, 0, err
	}
	var owed []Sale
	for _, s := range open {
		if _, have, _ := s.Kept(); !have {
			owed = append(owed, s)
		}
	}
	for before := w.Book.Len(); ; {
		n, err := w.round(ctx, owed)
		kept, missing = kept+n, missing+len(owed)-n
		if err != nil || ctx.Err() != nil {
			return kept, missing, errors.Join(err, ctx.Err())
		}
		if owed, err = w.Book.missing(dispute.WindowsOf(w.Book.ChainID), v, before, salesAtOnce); err != nil || len(owed) == 0 {
			return kept, missing, err
		}
		before = owed[len(owed)-1].Leaf.Index
	}
}

// round asks for the releases of some sales, a few at a time.
func (w *Watch) round(ctx context.Context, sales []Sale) (kept int, err error) {
	wait := time.Duration(0)
	if len(sales) <= asksAtOnce { // none waits for the others
		wait = w.Pace.Wait
	}
	var mu sync.Mutex
	var all sync.WaitGroup
	turns := make(chan struct{}, asksAtOnce)
	for _, s := range sales {
		if w.nodes.rests(s.Order.Hex()) {
			continue
		}
		turns <- struct{}{}
		all.Go(func() {
			defer func() { <-turns }()
			had, keepErr := w.keep(ctx, s, wait)
			mu.Lock()
			defer mu.Unlock()
			if had {
				kept++
			}
			err = errors.Join(err, keepErr)
		})
	}
	all.Wait()
	return kept, err
}

// keep asks for one release and makes it durable.
func (w *Watch) keep(ctx context.Context, s Sale, wait time.Duration) (bool, error) {
	U, err := w.nodes.gather(ctx, s, wait)
	if err != nil {
		w.nodes.leave(s.Order.Hex())
		return false, nil
	}
	w.nodes.wake(s.Order.Hex())
	if err := w.Book.Keep(s, U); err != nil {
		return false, err
	}
	w.Tell(Notice{What: KeptRelease, Sale: &s})
	return true, nil
}
