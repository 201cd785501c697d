package release

import (
	"context"
	"crypto/rand"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	domain "github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
	"github.com/shrinkwrap/shrinkwrap/node/store"
)

// sealedName is what a sealed share is kept under, so that whoever asks again and
// again costs no more than who asks once.
type sealedName struct {
	order domain.OrderPlace
	to    int
}

// AnswerShare returns this node's share of the release of a disputed order, for
// the answer on chain: the caller tells it to nobody. It is ErrNotServed, with
// the reason, where no first share may be given.
func (k *Keeper) AnswerShare(chain uint64, o store.Order, at store.View) (threshold.Part, error) {
	r, err := k.RulesOf(chain)
	if err != nil {
		return threshold.Part{}, err
	}
	d, ok := r.Duty(o, at)
	if !ok {
		return threshold.Part{}, fmt.Errorf("order %s owes no answer: %w", o.Order, ErrNotServed)
	}
	if !d.Shares {
		return threshold.Part{}, fmt.Errorf("order %s: %s: %w", o.Order, d.Reason, ErrNotServed)
	}
	B, err := o.Leaf.Key()
	if err != nil {
		return threshold.Part{}, err
	}
	place := o.Leaf.Place(chain, r.Chain.Escrow)
	if part, ok := k.ready(o, place, B); ok {
		return part, nil
	}
	return k.compute(o, place, B, nil)
}

// SealedShare returns this node's share of the release for a place and release
// key, sealed for the node that collects it for an answer on chain, and the order
// whose dispute that is. Anyone may ask for it; that node alone can read it.
func (k *Keeper) SealedShare(ctx context.Context, place product.Place, B bls.G1, to int) (domain.SealedShare, Standing, error) {
	r, orders, at, err := k.orders(ctx, place, B)
	if err != nil {
		return domain.SealedShare{}, Standing{}, err
	}
	refused := fmt.Errorf("no order of this name is disputed: %w", ErrNotServed)
	for _, o := range orders {
		part, err := k.AnswerShare(place.ChainID, o, at)
		if err != nil {
			refused = err
			continue
		}
		sealed, err := k.seal(k.OrderPlace(place.ChainID, o.Order), part, to)
		return sealed, Standing{&o, r.Judge(o, at)}, err
	}
	return domain.SealedShare{}, Standing{}, refused
}

func (k *Keeper) seal(o domain.OrderPlace, part threshold.Part, to int) (domain.SealedShare, error) {
	name := sealedName{o, to}
	if sealed, ok := k.sealed.Get(name); ok {
		return sealed, nil
	}
	sealed, err := domain.SealShare(k.Group, o, part, to, rand.Reader)
	if err == nil {
		k.sealed.Add(name, sealed)
		k.Metrics.shares.WithLabelValues("answer").Inc()
	}
	return sealed, err
}

// Unseal returns the share in what a peer sealed for this node, unverified.
func (k *Keeper) Unseal(s domain.SealedShare, chain uint64, order common.Hash) (threshold.Part, error) {
	return s.Open(k.Key, k.OrderPlace(chain, order))
}
