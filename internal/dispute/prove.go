package dispute

import (
	"context"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
)

// Known are the peaks of an account's log when it had Count orders, at or after
// block Block: what of a log need not be read again. The zero value is the empty
// log at the chain's beginning.
type Known struct {
	Count uint32
	Peaks order.Peaks
	Block uint64
}

// A Prover makes the paths by which the escrow knows orders again, from the
// chain's logs alone.
type Prover struct {
	Client *chain.Client
	Escrow common.Address
}

// Prove returns the path of a logged order, which the escrow has accepted in a
// trial. known may be the peaks of any earlier moment of the account's log; the
// log is read from there on, and from its beginning if they turn out to be of
// another one.
func (p Prover) Prove(ctx context.Context, l order.Leaf, known Known) ([]common.Hash, error) {
	path, err := p.from(ctx, l, known)
	if err == nil || known.Count == 0 && known.Block == 0 || ctx.Err() != nil {
		return path, err
	}
	return p.from(ctx, l, Known{})
}

func (p Prover) from(ctx context.Context, l order.Leaf, known Known) ([]common.Hash, error) {
	orders, err := p.orders(ctx, l.Offer().Account(), known)
	if err != nil {
		return nil, err
	}
	if known.Count > l.Index || int(l.Index-known.Count) >= len(orders) || orders[l.Index-known.Count] != l.Hash() {
		return nil, fmt.Errorf("order %s is not number %d of its account's log", l.Hash(), l.Index)
	}
	peaks := known.Peaks
	for i, hash := range orders[:l.Index-known.Count] {
		peaks = peaks.Append(known.Count+uint32(i), hash)
	}
	path := order.Path(peaks, l.Index, orders[l.Index-known.Count+1:])
	return path, p.try(ctx, l, path)
}

// orders returns the account's orders from number known.Count on, without a gap.
func (p Prover) orders(ctx context.Context, account common.Hash, known Known) ([]common.Hash, error) {
	head, err := p.Client.BlockNumber(ctx)
	if err != nil {
		return nil, err
	}
	logs, err := p.Client.FilterLogs(ctx, ethereum.FilterQuery{
		FromBlock: new(big.Int).SetUint64(min(known.Block, head)), ToBlock: new(big.Int).SetUint64(head),
		Addresses: []common.Address{p.Escrow}, Topics: [][]common.Hash{{order.ConfirmedTopic}, {account}},
	})
	if err != nil {
		return nil, err
	}
	var confirmed []order.Confirmed
	for _, log := range logs {
		c, err := order.ParseConfirmed(log)
		if err != nil {
			return nil, fmt.Errorf("the escrow logged what it should not: %v", err)
		}
		if c.Leaf.Index >= known.Count {
			confirmed = append(confirmed, c)
		}
	}
	slices.SortFunc(confirmed, func(a, b order.Confirmed) int { return int(int64(a.Leaf.Index) - int64(b.Leaf.Index)) })
	hashes := make([]common.Hash, len(confirmed))
	for i, c := range confirmed {
		if c.Leaf.Index != known.Count+uint32(i) {
			return nil, fmt.Errorf("account %s's order number %d is missing in the logs since block %d", account, known.Count+uint32(i), known.Block)
		}
		hashes[i] = c.Order
	}
	return hashes, nil
}

// try asks the escrow itself: peaks move with each purchase.
func (p Prover) try(ctx context.Context, l order.Leaf, path []common.Hash) error {
	output, err := p.Client.Call(ctx, p.Escrow, bindings.NewEscrow().PackProven(Leaf(l), words(path)))
	if err != nil {
		return fmt.Errorf("the escrow does not know the order by its path of length %d: %w", len(path), err)
	}
	if len(output) != 32 || common.Hash(output) != l.Hash() {
		return fmt.Errorf("the escrow's word on order %s cannot be read: %d bytes", l.Hash(), len(output))
	}
	return nil
}
