// Package answer sends releases to the escrow as answers of disputes.
//
// An [Answerer] works on one chain and needs nobody: it looks at the store's
// disputes, waits for its turn among the committee's nodes, collects the releases
// and sends them, many in one transaction, from an account of the operator's.
// What it does follows from chain and store alone, so that a restart or a
// reorganisation needs nothing of its own: a dispute that was dropped is gone, an
// answer that was dropped is due again, and a transaction that was signed before a
// crash is the one that is sent after it.
//
// A release is public from the moment that a transaction with it is sent. So
// nothing is sent before the order and its dispute lie as deep as the order asks
// for, nor for the first time in the last tenth of the answer's time, nor for a
// fee that no block would take.
package answer

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"strings"
	"sync/atomic"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
	"github.com/shrinkwrap/shrinkwrap/node/feed"
	"github.com/shrinkwrap/shrinkwrap/node/peer"
	"github.com/shrinkwrap/shrinkwrap/node/release"
	"github.com/shrinkwrap/shrinkwrap/node/store"
)

// Store is what an answerer asks of the store; see [store.Store].
type Store interface {
	Disputed(ctx context.Context, chain uint64) ([]store.Order, store.View, error)
	Release(ctx context.Context, place product.Place, B bls.G1) (store.Release, error)
	Collected(ctx context.Context, chain uint64, order common.Hash) ([bls.G1Size]byte, error)
	Sent(ctx context.Context, chain uint64, account common.Address) ([]store.Sent, error)
	PutSent(ctx context.Context, chain uint64, s store.Sent) error
	ForgetSent(ctx context.Context, chain uint64, account common.Address, nonce uint64) error
}

// Config is what an answerer is made of.
type Config struct {
	Rules     release.Rules // of the chain
	Group     threshold.Group
	Node      int // this node's number
	Keeper    *release.Keeper
	Collector *peer.Collector
	Store     Store
	Feed      *feed.Feed
	Log       *slog.Logger
	Metrics   *Metrics

	// Client connects to the chain.
	Client func(ctx context.Context) (*chain.Client, error)
	Signer chain.Signer // of the account that pays the gas

	MaxFee     *big.Int // wei a unit of gas at most
	MinBalance *big.Int // wei below which the account is low; nil: what enough answers cost now
	MaxBatch   int      // answers of one transaction
	// Poll is the longest time between two looks, whether or not something
	// happened.
	Poll time.Duration
}

// Answerer answers the disputes of one chain. Make one by [New].
type Answerer struct {
	Config
	sender  *chain.Sender // nil before the chain was reached; its record gets sending
	sending []common.Hash // the orders that the transaction in hand answers
	signed  *uint64       // the nonce of the transaction that was signed for them, once it was

	public   map[common.Hash]bool      // orders whose releases were sent
	turns    map[dispute]uint64        // since when, by the chain's time, a dispute is deep
	mined    map[uint64]*types.Receipt // of transactions, by their nonces
	looked   time.Time                 // at the account
	holds    holding                   // what the account held then
	told     time.Time                 // of what it holds
	low      atomic.Bool
	warned   map[string]string    // what was last said of a trouble
	warnedAt map[string]time.Time // when
}

// dispute names a dispute: after a reorganisation it may be in another block.
type dispute struct {
	order common.Hash
	block uint64
}

// New returns an answerer.
func New(c Config) *Answerer {
	return &Answerer{
		Config: c, turns: make(map[dispute]uint64), mined: make(map[uint64]*types.Receipt), public: make(map[common.Hash]bool),
		warned: make(map[string]string), warnedAt: make(map[string]time.Time),
	}
}

// Account returns the account that pays, and whether its coin lasts for few
// answers or none.
func (a *Answerer) Account() (account common.Address, low bool) {
	return a.Signer.Address(), a.low.Load()
}

// Run answers until ctx ends.
func (a *Answerer) Run(ctx context.Context) {
	a.Log.Info("disputes are answered", "chain", a.chain(), "account", a.Signer.Address(), "maxFeeGwei", gwei(a.MaxFee))
	for ctx.Err() == nil {
		changed := a.Feed.Changed() // taken before looking: no change is missed
		a.warn(ctx, "round", a.round(ctx), "disputes cannot be answered now")
		select {
		case <-changed:
		case <-time.After(a.Poll):
		case <-ctx.Done():
		}
	}
}

// round looks once at all that is disputed, and does what is due.
func (a *Answerer) round(ctx context.Context) error {
	orders, at, err := a.Store.Disputed(ctx, a.chain())
	if errors.Is(err, store.ErrNotFound) {
		return nil // nothing was read yet
	}
	if err != nil {
		return err
	}
	open := a.open(orders, at)
	sender, err := a.connected(ctx)
	if err != nil {
		return err
	}
	a.lookAtAccount(ctx, sender.Client)
	sent, waits, err := a.follow(ctx, open, at)
	if err != nil || waits {
		return err // nonces come one after the other
	}
	// That may have taken minutes.
	if orders, at, err = a.Store.Disputed(ctx, a.chain()); err != nil {
		return err
	}
	open = a.open(orders, at)
	return a.send(ctx, a.collect(ctx, a.inTurn(open, sent, at), sent, at), open, at)
}

// duty is a dispute that is open, or whose answer is not deep yet.
type duty struct {
	store.Order
	release.Duty
}

// open returns what is owed, by the orders' names.
func (a *Answerer) open(orders []store.Order, at store.View) map[common.Hash]duty {
	open := make(map[common.Hash]duty)
	unanswered := 0
	for _, o := range orders {
		if d, ok := a.Rules.Duty(o, at); ok {
			open[o.Order] = duty{o, d}
			if !d.Answered {
				unanswered++
			}
		}
	}
	a.Metrics.open.WithLabelValues(a.label()).Set(float64(unanswered))
	for what := range a.warned { // of disputes that are over nothing is remembered
		if _, ok := open[common.HexToHash(what)]; !ok && strings.HasPrefix(what, "0x") {
			delete(a.warned, what)
			delete(a.warnedAt, what)
		}
	}
	return open
}

// connected returns what sends, and makes it where there is none.
func (a *Answerer) connected(ctx context.Context) (*chain.Sender, error) {
	if a.sender != nil {
		return a.sender, nil
	}
	client, err := a.Client(ctx)
	if err != nil {
		return nil, err
	}
	a.sender = &chain.Sender{Client: client, Signer: a.Signer, MostFee: a.MaxFee, Record: a.record}
	return a.sender, nil
}

func (a *Answerer) chain() uint64 { return a.Rules.Chain.ID }

func (a *Answerer) label() string { return fmt.Sprint(a.chain()) }

// again is how long a trouble that stays the same is not told of again.
const again = time.Hour

// warn tells of a trouble once, and again when it has changed or lasts: an
// operator is to see it, and to find something else in the log too.
func (a *Answerer) warn(ctx context.Context, what string, err error, message string, args ...any) {
	if err == nil || ctx.Err() != nil {
		delete(a.warned, what)
		return
	}
	if a.warned[what] == err.Error() && time.Since(a.warnedAt[what]) < again {
		return
	}
	a.warned[what], a.warnedAt[what] = err.Error(), time.Now()
	a.Log.Warn(message, append([]any{"chain", a.chain(), "err", err}, args...)...)
}
