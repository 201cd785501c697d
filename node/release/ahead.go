package release

import (
	"context"
	"errors"
	"runtime"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"golang.org/x/sync/errgroup"

	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
	"github.com/shrinkwrap/shrinkwrap/node/feed"
	"github.com/shrinkwrap/shrinkwrap/node/store"
)

const (
	readAtOnce  = 512
	writeAtOnce = 1024
)

// storeTrouble is how long a store that failed is left alone.
const storeTrouble = time.Second

// Run computes shares of orders as they become deep enough, so that a share is
// ready when it is asked for, until ctx ends. A request that comes first is
// served all the same.
func (k *Keeper) Run(ctx context.Context) {
	for ctx.Err() == nil {
		changed, retry := k.Feed.Changed(), (<-chan time.Time)(nil)
		for _, r := range k.Rules {
			if err := k.pass(ctx, r); err != nil && ctx.Err() == nil {
				k.Log.Error("shares are not computed ahead", "chain", r.Chain.ID, "err", err)
				retry = time.After(storeTrouble)
			}
		}
		select {
		case <-changed:
		case <-retry:
		case <-ctx.Done():
		}
	}
}

// due is an order that is past waiting, and whether to compute its share.
type due struct {
	store.Order
	compute, confirmed bool
}

// outcome is what became of it, and what to tell of it.
type outcome struct {
	store.Share
	events []nodeapi.Event
}

// pass looks at every order of a chain that was not settled yet. One goroutine
// reads, as many as there are cores compute, one writes.
func (k *Keeper) pass(ctx context.Context, r Rules) error {
	group, ctx := errgroup.WithContext(ctx)
	orders, outcomes := make(chan due, readAtOnce), make(chan outcome, writeAtOnce)
	group.Go(func() error {
		defer close(orders)
		return k.readDue(ctx, r, orders)
	})
	group.Go(func() error {
		defer close(outcomes)
		return k.computeAll(ctx, r, orders, outcomes)
	})
	group.Go(func() error { return k.settleAll(ctx, r, outcomes) })
	return group.Wait()
}

// readDue sends on the orders that wait no longer. Those of price 0 are settled
// without a share: work for nothing is done on request only. So are those that
// are not to be served now; if that changes, a request computes.
func (k *Keeper) readDue(ctx context.Context, r Rules, to chan<- due) error {
	for last := int64(0); ; {
		orders, next, at, err := k.Store.Unsettled(ctx, r.Chain.ID, last, readAtOnce)
		if errors.Is(err, store.ErrNotFound) || err == nil && len(orders) == 0 {
			return nil
		}
		if err != nil {
			return err
		}
		if at.Behind() {
			return nil // the end of the backlog begins another pass
		}
		last = next
		for _, o := range orders {
			v := r.Judge(o, at)
			if v.State == nodeapi.StateSeen {
				continue
			}
			confirmed := v.State == nodeapi.StateConfirmed
			if err := send(ctx, to, due{o, confirmed && !o.Leaf.Amount.IsZero(), confirmed}); err != nil {
				return err
			}
		}
	}
}

func (k *Keeper) computeAll(ctx context.Context, r Rules, from <-chan due, to chan<- outcome) error {
	group, ctx := errgroup.WithContext(ctx)
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() error {
			for o := range from {
				if err := send(ctx, to, k.ahead(r, o)); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return group.Wait()
}

// ahead computes one share. An order whose payment brought no valid proof is
// settled without one; a request may show a proof later.
func (k *Keeper) ahead(r Rules, o due) outcome {
	done := outcome{Share: store.Share{Order: o.Order.Order}}
	if o.confirmed {
		done.events = []nodeapi.Event{{Type: feed.Confirmed, ChainID: r.Chain.ID, Order: hexutil.Encode(done.Order[:]), Block: o.Block}}
	}
	if !o.compute {
		return done
	}
	B, err := o.Leaf.Key()
	if err == nil {
		var part threshold.Part
		if part, err = k.compute(o.Order, o.Leaf.Place(r.Chain.ID, r.Chain.Escrow), B, nil); err == nil {
			point := part.Point.Bytes()
			done.Point = &point
		}
	}
	if err != nil {
		k.Log.Warn("order gets no share ahead of a request", "chain", r.Chain.ID, "order", done.Order, "err", err)
	}
	return done
}

// settleAll writes shares down, many at once. Where a crash comes between, they
// are computed again.
func (k *Keeper) settleAll(ctx context.Context, r Rules, from <-chan outcome) error {
	started, total := time.Now(), 0
	for {
		batch, open := receive(from, writeAtOnce)
		if err := k.settle(ctx, r, batch); err != nil {
			return err
		}
		total += len(batch)
		if total >= 10*writeAtOnce && (len(batch) > 0 || !open) {
			k.Log.Info("working through orders", "chain", r.Chain.ID, "done", total, "perSecond", int(float64(total)/time.Since(started).Seconds()), "finished", !open)
		}
		if !open {
			return nil
		}
	}
}

func (k *Keeper) settle(ctx context.Context, r Rules, batch []outcome) error {
	if len(batch) == 0 {
		return nil
	}
	shares, events := make([]store.Share, len(batch)), []nodeapi.Event(nil)
	for i, o := range batch {
		shares[i], events = o.Share, append(events, o.events...)
	}
	if err := k.Store.Settle(ctx, r.Chain.ID, shares); err != nil {
		return err
	}
	k.Metrics.settled.Add(float64(len(batch)))
	k.Feed.Publish(events...)
	return nil
}

// receive waits for one item and takes what else is there, up to most.
func receive[T any](from <-chan T, most int) (batch []T, open bool) {
	item, open := <-from
	for open {
		if batch = append(batch, item); len(batch) == most {
			return batch, true
		}
		select {
		case item, open = <-from:
		default:
			return batch, true
		}
	}
	return batch, false
}

func send[T any](ctx context.Context, to chan<- T, item T) error {
	select {
	case to <- item:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
