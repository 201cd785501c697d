package terminal

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
)

// firstLook looks for a payment under a key of which nothing is known yet: the
// seed may have been used before, on another computer, or what was known may be
// lost. All of the chain is searched. An endpoint that shows few blocks at a time
// cannot do that: then nodes, which know all orders, say where to look.
func (b *Buyer) firstLook(ctx context.Context, p *Purchase, head uint64, anyway bool) (*order.Confirmed, error) {
	limited, cancel := context.WithTimeout(ctx, b.Pace.Search)
	defer cancel()
	c, err := b.find(limited, p, head)
	e := new(Error)
	if err == nil || !errors.As(err, &e) || e.Kind != Unreachable || ctx.Err() != nil {
		return c, err
	}
	var failed []failedNode
	for _, n := range b.Nodes {
		block, err := b.blockOf(ctx, n, p)
		if err != nil {
			failed = append(failed, failedNode{host(n), err})
			continue
		}
		if block == 0 {
			return nil, nil
		}
		// A node's word is no payment: the chain must show it.
		p.Since = block
		c, err := b.find(ctx, p, head)
		if c != nil || err != nil {
			return c, err
		}
		p.Since = 0
	}
	if anyway {
		b.Tell("it is not known whether this was paid for before: paying anyway")
		return nil, nil
	}
	return nil, failure(Unreachable, fmt.Errorf("nobody tells whether this was paid for before: %w%s", err, andNodes(failed)),
		"nothing was paid; name another endpoint with --rpc, or a node with --node", "--anyway pays all the same: right where this seed never paid for this product on another computer")
}

func andNodes(failed []failedNode) string {
	if len(failed) == 0 {
		return ""
	}
	return "; " + list(failed)
}

// blockOf asks a node for the block of a payment under the purchase's key, 0 if it
// has seen none.
func (b *Buyer) blockOf(ctx context.Context, n nodeapi.Client, p *Purchase) (uint64, error) {
	ctx, cancel := context.WithTimeout(ctx, productTimeout)
	defer cancel()
	r, err := n.Release(ctx, nodeapi.ReleaseQuery{GroupKey: p.offer().GroupKey, Place: p.Place(), B: p.B})
	if err != nil || r.State == nodeapi.StateUnknown {
		return 0, err
	}
	o, err := n.Order(ctx, p.ChainID, common.HexToHash(r.Order))
	if err == nil && o.Block == 0 {
		err = errors.New("knows of a payment and not of its block")
	}
	return o.Block, err
}
