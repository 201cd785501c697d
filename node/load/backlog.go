// Package load puts a node under load, for figures: a backlog of orders that
// were paid while it was away, and clients that ask without a pause. Beside each
// stands a floor that does only what cannot be left out.
package load

import (
	"context"
	"crypto/rand"
	"encoding/binary"
	"log/slog"
	"runtime"
	"syscall"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"
	"github.com/prometheus/client_golang/prometheus"
	"golang.org/x/sync/errgroup"

	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	domain "github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
	"github.com/shrinkwrap/shrinkwrap/node/feed"
	"github.com/shrinkwrap/shrinkwrap/node/release"
	"github.com/shrinkwrap/shrinkwrap/node/store"
	"github.com/shrinkwrap/shrinkwrap/node/store/sqlite"
)

const fee = 100 // basis points

// A Backlog is orders that were paid with valid proofs, a hundred to a block,
// and are all deep enough.
type Backlog struct {
	group  threshold.Group
	key    threshold.KeyShare
	place  product.Place
	orders []order.Confirmed
}

// NewBacklog makes so many orders for the first node of a 2-of-3 committee.
func NewBacklog(size int) (*Backlog, error) {
	group, shares, err := threshold.InsecureDeal(2, 3, rand.Reader)
	if err != nil {
		return nil, err
	}
	b := &Backlog{group: group, key: shares[0], orders: make([]order.Confirmed, size),
		place: product.Place{ChainID: 1337, Escrow: common.Address{0xe5}, Product: common.Address{0xa1}}}
	return b, b.each(func(i int) error {
		b.orders[i], err = b.order(i)
		return err
	})
}

// each does something for every order, on all cores.
func (b *Backlog) each(do func(i int) error) error {
	var work errgroup.Group
	parts := runtime.GOMAXPROCS(0)
	for part := range parts {
		work.Go(func() error {
			for i := part; i < len(b.orders); i += parts {
				if err := do(i); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return work.Wait()
}

func (b *Backlog) order(i int) (order.Confirmed, error) {
	seed := make([]byte, domain.SeedSize)
	binary.BigEndian.PutUint64(seed, uint64(i))
	key, err := domain.NewKey(seed, b.place, 0)
	if err != nil {
		return order.Confirmed{}, err
	}
	proof, err := key.Prove(rand.Reader)
	if err != nil {
		return order.Confirmed{}, err
	}
	leaf := order.Leaf{Product: b.place.Product, Index: uint32(i), Committee: common.Address{1}, FeeBps: fee, GroupKey: b.group.Key(),
		Amount: uint256.NewInt(1), ReleaseKey: key.B.Words()}
	return order.Confirmed{Account: leaf.Offer().Account(), Leaf: leaf, Order: leaf.Hash(), Witness: proof.Bytes(),
		Block: 1 + uint64(i/100), LogIndex: uint(i)}, nil
}

// Floor decodes each order's key, checks its proof and multiplies, and nothing
// else.
func (b *Backlog) Floor() error {
	return b.each(func(i int) error {
		B, err := b.orders[i].Leaf.Key()
		if err != nil {
			return err
		}
		proof, err := b.orders[i].Proof()
		if err != nil {
			return err
		}
		_, err = domain.MakeShare(b.key, b.place, B, proof)
		return err
	})
}

func (b *Backlog) chain() store.Chain {
	return store.Chain{ID: b.place.ChainID, Escrow: b.place.Escrow}
}

// Fill makes a store at path that has read all orders and settled none.
func (b *Backlog) Fill(ctx context.Context, path string) (*sqlite.Store, error) {
	identity := store.Identity{GroupKey: b.group.Key(), Chains: []store.Chain{b.chain()}}
	if err := sqlite.Create(path, identity); err != nil {
		return nil, err
	}
	s, err := sqlite.Open(path, identity)
	if err != nil {
		return nil, err
	}
	if err := s.Anchor(ctx, b.place.ChainID, store.Block{}); err != nil {
		return nil, err
	}
	last := store.Block{Number: b.orders[len(b.orders)-1].Block}
	return s, s.Apply(ctx, store.Batch{Chain: b.place.ChainID, Blocks: []store.Block{last}, Orders: b.orders})
}

// Settle lets a node's keeper make the shares of all orders, from the store and
// back into it.
func (b *Backlog) Settle(ctx context.Context, s *sqlite.Store) error {
	f := feed.New(1)
	keeper, err := release.NewKeeper(release.Config{
		Key: b.key, Group: b.group, Store: s, Feed: f, Log: slog.New(slog.DiscardHandler), Metrics: release.NewMetrics(prometheus.NewRegistry()),
		Rules: []release.Rules{{Chain: b.chain(), GroupKey: b.group.Key(), Committee: common.Address{1}, FeeBps: fee, Q: b.group.Q}},
	})
	if err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	ended := make(chan struct{})
	defer func() { cancel(); <-ended }()
	go func() { defer close(ended); keeper.Run(ctx) }()
	for {
		changed := f.Changed()
		left, _, _, err := s.Unsettled(ctx, b.place.ChainID, 0, 1)
		if err != nil || len(left) == 0 {
			return err
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// CPU is what the process has used of all cores, which other processes on the
// machine disturb less than they do the clock.
func CPU() (time.Duration, error) {
	var u syscall.Rusage
	err := syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano()), err
}
