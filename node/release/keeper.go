package release

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/lru"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	domain "github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
	"github.com/shrinkwrap/shrinkwrap/node/feed"
	"github.com/shrinkwrap/shrinkwrap/node/store"
)

// Errors of [Keeper.Share] and [Keeper.ReceiptShare].
var (
	// ErrNotServed means that the order's state does not allow it. The Standing
	// returned with it says which and why.
	ErrNotServed = errors.New("order is not served")

	// ErrNoProof means that neither the payment nor the request came with a
	// proof that somebody knows the release key's secret.
	ErrNoProof = errors.New("no valid proof of knowledge of the release key came with the payment or the request")

	// ErrUnknownChain means that the node does not watch the chain.
	ErrUnknownChain = errors.New("chain is not watched by this node")
)

// Store is what a keeper asks of the store; see [store.Store].
type Store interface {
	Order(ctx context.Context, chain uint64, hash common.Hash) (store.Order, store.View, error)
	Orders(ctx context.Context, place product.Place, B bls.G1) ([]store.Order, store.View, error)
	Unsettled(ctx context.Context, chain uint64, after int64, limit int) ([]store.Order, int64, store.View, error)
	Settle(ctx context.Context, chain uint64, shares []store.Share) error
}

// Config is what a keeper is made of.
type Config struct {
	Key     threshold.KeyShare
	Group   threshold.Group
	Rules   []Rules // one for each chain
	Store   Store
	Feed    *feed.Feed
	Log     *slog.Logger
	Metrics *Metrics
}

// Keeper holds this node's share s_i and uses it for what was paid.
type Keeper struct {
	Config
	rules    map[uint64]Rules
	recent   *lru.Cache[name, threshold.Part]
	receipts *lru.Cache[domain.OrderPlace, threshold.Part]
	sealed   *lru.Cache[sealedName, domain.SealedShare]
}

// recently is how many shares are kept ready besides those in the store.
const recently = 8192

// name is what a share is a function of, besides the key itself.
type name struct {
	place product.Place
	B     [bls.G1Size]byte
}

// NewKeeper returns a keeper, or an error if the key share is not one of the
// group's.
func NewKeeper(c Config) (*Keeper, error) {
	if err := c.Key.Check(c.Group); err != nil {
		return nil, err
	}
	k := &Keeper{
		Config: c, rules: make(map[uint64]Rules),
		recent: lru.NewCache[name, threshold.Part](recently), receipts: lru.NewCache[domain.OrderPlace, threshold.Part](recently),
		sealed: lru.NewCache[sealedName, domain.SealedShare](recently),
	}
	for _, r := range c.Rules {
		k.rules[r.Chain.ID] = r
	}
	return k, nil
}

// RulesOf returns the rules of a chain, or ErrUnknownChain.
func (k *Keeper) RulesOf(chain uint64) (Rules, error) {
	r, ok := k.rules[chain]
	if !ok {
		return Rules{}, fmt.Errorf("chain %d: %w", chain, ErrUnknownChain)
	}
	return r, nil
}

// Standing is the best that any order of a name has come to.
type Standing struct {
	Order *store.Order // nil: no such payment was seen
	Verdict
}

// Standing returns how far the orders of a place and release key have come.
// Each order stands for itself: one that was refunded does not spoil another.
func (k *Keeper) Standing(ctx context.Context, place product.Place, B bls.G1) (Standing, error) {
	r, orders, at, err := k.orders(ctx, place, B)
	if err != nil {
		return Standing{}, err
	}
	best := Standing{Verdict: Verdict{State: nodeapi.StateUnknown}}
	for _, o := range orders {
		// Of equals the newest, which comes last, is named.
		if v := r.Judge(o, at); rank[v.State] >= rank[best.State] {
			best = Standing{&o, v}
		}
	}
	return best, nil
}

// orders returns the orders of a place and release key, and the chain's rules.
func (k *Keeper) orders(ctx context.Context, place product.Place, B bls.G1) (Rules, []store.Order, store.View, error) {
	r, err := k.RulesOf(place.ChainID)
	if err != nil {
		return r, nil, store.View{}, err
	}
	if place.Escrow != r.Chain.Escrow {
		return r, nil, store.View{}, fmt.Errorf("escrow %s on chain %d: %w", place.Escrow, place.ChainID, ErrUnknownChain)
	}
	orders, at, err := k.Store.Orders(ctx, place, B)
	if errors.Is(err, store.ErrNotFound) {
		err = nil
	}
	return r, orders, at, err
}

var rank = map[nodeapi.State]int{
	nodeapi.StateUnknown: 0, nodeapi.StateRefunded: 1, nodeapi.StateDeclined: 2,
	nodeapi.StateDisputed: 3, nodeapi.StateSeen: 4, nodeapi.StateConfirmed: 5,
}

// Share returns this node's share of the release for a place and release key.
// The proof may be nil: the payment usually brought one.
func (k *Keeper) Share(ctx context.Context, place product.Place, B bls.G1, proof *bls.Proof) (threshold.Part, Standing, error) {
	s, err := k.Standing(ctx, place, B)
	if err != nil {
		return threshold.Part{}, s, err
	}
	if s.State != nodeapi.StateConfirmed {
		return threshold.Part{}, s, ErrNotServed
	}
	if part, ok := k.ready(*s.Order, place, B); ok {
		return part, s, nil
	}
	part, err := k.compute(*s.Order, place, B, proof)
	return part, s, err
}

// ready returns a share that was computed before.
func (k *Keeper) ready(o store.Order, place product.Place, B bls.G1) (threshold.Part, bool) {
	if o.Share != nil {
		if point, err := bls.ParseG1(o.Share[:]); err == nil {
			return threshold.Part{Index: k.Key.Index, Point: point}, true
		}
	}
	return k.recent.Get(name{place, B.Bytes()})
}

// compute makes a share with the payment's own proof, or else with the one that
// was shown, to this node or in a dispute. Any is as good: a proof is a witness
// and no part of the order.
func (k *Keeper) compute(o store.Order, place product.Place, B bls.G1, shown *bls.Proof) (threshold.Part, error) {
	var proofs []bls.Proof
	if paid, err := o.Proof(); err == nil {
		proofs = append(proofs, paid)
	}
	if shown != nil {
		proofs = append(proofs, *shown)
	}
	if f := k.rules[place.ChainID].disputeOf(o, store.View{}); f.Proof != nil {
		proofs = append(proofs, *f.Proof)
	}
	for _, proof := range proofs {
		part, err := domain.MakeShare(k.Key, place, B, proof)
		if errors.Is(err, bls.ErrProof) {
			continue
		}
		if err != nil {
			return threshold.Part{}, fmt.Errorf("order %s: %w", o.Order, err)
		}
		k.Metrics.shares.WithLabelValues("release").Inc()
		k.recent.Add(name{place, B.Bytes()}, part)
		return part, nil
	}
	return threshold.Part{}, ErrNoProof
}

// Look returns an order and how far it has come.
func (k *Keeper) Look(ctx context.Context, chain uint64, hash common.Hash) (Standing, error) {
	r, err := k.RulesOf(chain)
	if err != nil {
		return Standing{}, err
	}
	o, at, err := k.Store.Order(ctx, chain, hash)
	if errors.Is(err, store.ErrNotFound) {
		return Standing{Verdict: Verdict{State: nodeapi.StateUnknown}}, nil
	}
	if err != nil {
		return Standing{}, err
	}
	v := r.Judge(o, at)
	if _, err := o.Leaf.Key(); err != nil && v.State != nodeapi.StateRefunded {
		v.State, v.Reason = nodeapi.StateDeclined, err.Error()
	}
	return Standing{&o, v}, nil
}

// Answer returns the release that an answer on chain holds, verified, if the
// order has one.
func (k *Keeper) Answer(o store.Order, place product.Place, B bls.G1) (bls.G1, bool) {
	for _, m := range o.Marks {
		if m.Kind != store.Answered {
			continue
		}
		U, err := bls.ParseG1Affine(m.Data)
		if err == nil {
			err = domain.Verify(place, B, k.Group.Q, U)
		}
		if err == nil {
			return U, true
		}
		k.Log.Error("the escrow took an answer that does not verify", "chain", place.ChainID, "order", o.Order, "err", err)
	}
	return bls.G1{}, false
}

// ReceiptShare returns this node's share of an order's receipt: at depth, and
// never for an order that is disputed or refunded. It needs no proof, since a
// hash is multiplied that nobody chose.
func (k *Keeper) ReceiptShare(ctx context.Context, chain uint64, hash common.Hash) (threshold.Part, Standing, error) {
	s, err := k.Look(ctx, chain, hash)
	if err != nil {
		return threshold.Part{}, s, err
	}
	if s.State != nodeapi.StateConfirmed {
		return threshold.Part{}, s, ErrNotServed
	}
	at := k.OrderPlace(chain, hash)
	part, ok := k.receipts.Get(at)
	if !ok {
		part = domain.MakeReceiptShare(k.Key, at)
		k.receipts.Add(at, part)
		k.Metrics.shares.WithLabelValues("receipt").Inc()
	}
	return part, s, nil
}

// OrderPlace names an order of a chain that the node watches.
func (k *Keeper) OrderPlace(chain uint64, hash common.Hash) domain.OrderPlace {
	return domain.OrderPlace{ChainID: chain, Escrow: k.rules[chain].Chain.Escrow, Order: hash}
}
