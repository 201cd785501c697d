package play

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"
	"golang.org/x/sync/errgroup"

	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/tokens"
	"github.com/shrinkwrap/shrinkwrap/node"
	"github.com/shrinkwrap/shrinkwrap/node/feed"
)

// news is an event of a node's.
type news struct {
	nodeapi.Event
	node int // 1 … n
}

// follow tells of each order once when the committee takes it as paid, and once when
// a node has its release. It ends with ctx. The nodes' feeds wait for no reader.
func (p *play) follow(ctx context.Context) error {
	group, ctx := errgroup.WithContext(ctx)
	all := make(chan news)
	for i, n := range p.world.nodes() {
		group.Go(func() error { return listen(ctx, n, i+1, all) })
	}
	group.Go(func() error {
		told := make(map[string]bool)
		for {
			select {
			case <-ctx.Done():
				return nil
			case e := <-all:
				if told[e.Type+e.Order] {
					continue
				}
				told[e.Type+e.Order] = true
				p.tell(ctx, e)
			}
		}
	})
	return group.Wait()
}

// listen passes a node's events on. A reader that lagged too far begins anew.
func listen(ctx context.Context, s *node.Service, index int, all chan<- news) error {
	for ctx.Err() == nil {
		events, stop, err := s.Answers().Feed.Subscribe()
		if err != nil {
			return fmt.Errorf("node %d: %w", index, err)
		}
		pass(ctx, events, index, all)
		stop()
	}
	return nil
}

func pass(ctx context.Context, events <-chan nodeapi.Event, index int, all chan<- news) {
	for {
		select {
		case <-ctx.Done():
			return
		case e, open := <-events:
			if !open {
				return
			}
			select {
			case all <- news{e, index}:
			case <-ctx.Done():
				return
			}
		}
	}
}

// tell says what happened to an order.
func (p *play) tell(ctx context.Context, e news) {
	order := common.HexToHash(e.Order)
	name := order.Hex()[:10] + "…"
	switch e.Type {
	case feed.Confirmed:
		say(p.Context, "order %s %s", name, p.payment(ctx, order, e.node))
	case feed.Released:
		say(p.Context, "order %s released by node %d", name, e.node)
	default: // rolled back, disputed, answered, refunded
		say(p.Context, "order %s %s", name, e.Type)
	}
}

// payment says who paid what for an order, by the node that told of it: the others
// may not have come so far.
func (p *play) payment(ctx context.Context, order common.Hash, index int) string {
	o, err := p.world.nodes()[index-1].Answers().Order(ctx, chainID, order)
	if err != nil {
		return "paid"
	}
	amount, err := uint256.FromDecimal(o.Leaf.Amount)
	if err != nil {
		return "paid"
	}
	text := fmt.Sprintf("paid by %s: %s", common.HexToAddress(o.Leaf.Payer), tokens.Of(chainID, common.HexToAddress(o.Leaf.Token)).Format(amount))
	if tiers := p.header.Content.Tiers; int(o.Leaf.Tier) < len(tiers) && common.HexToAddress(o.Leaf.Product) == p.report.Addresses.Product {
		text += fmt.Sprintf(" for the tier %q", tiers[o.Leaf.Tier].Name)
	}
	return text
}
