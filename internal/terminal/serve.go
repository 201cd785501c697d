package terminal

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
)

// serving is what nodes say about serving a product, before it is paid for.
type serving struct {
	node     string          // that answered
	product  nodeapi.Product // what it said
	info     *nodeapi.Info   // of a node that knows no such product yet
	failures []failedNode
}

// productTimeout bounds the question at one node.
const productTimeout = 10 * time.Second

// startAsking asks the nodes, one after the other until one answers, beside what
// the chain is asked.
func (b *Buyer) startAsking(ctx context.Context, p *Purchase) <-chan serving {
	answer := make(chan serving, 1)
	go func() { answer <- b.askNodes(ctx, p) }()
	return answer
}

func (b *Buyer) askNodes(ctx context.Context, p *Purchase) (s serving) {
	for _, n := range b.Nodes {
		product, info, err := askNode(ctx, n, p)
		if err != nil {
			s.failures = append(s.failures, failedNode{host(n), err})
			continue
		}
		s.node, s.product, s.info = host(n), product, info
		return s
	}
	return s
}

func askNode(ctx context.Context, n nodeapi.Client, p *Purchase) (product nodeapi.Product, info *nodeapi.Info, err error) {
	ctx, cancel := context.WithTimeout(ctx, productTimeout)
	defer cancel()
	product, err = n.Product(ctx, p.ChainID, p.Product, false)
	if err != nil || product.Served {
		return product, nil, err
	}
	// The product may only not be deployed yet: then the node's own committee says
	// whether it would be served. The chain tells whether it is.
	info = new(nodeapi.Info)
	*info, err = n.Info(ctx)
	return product, info, err
}

// judge refuses to pay for what the nodes would not serve.
func (s serving) judge(b *Buyer, p *Purchase, deployed, anyway bool) error {
	switch {
	case s.node == "" && anyway:
		b.Tell("no node could be asked whether it serves the product: paying anyway")
		return nil
	case s.node == "":
		return s.unreachable()
	case s.product.Served, !deployed && s.wouldServe(p):
		return nil
	}
	return failure(Refused, fmt.Errorf("node %s does not serve this product: %s", s.node, said(errors.New(s.product.Reason))),
		"the money would come back only by a dispute")
}

func (s serving) unreachable() error {
	if len(s.failures) == 0 {
		return failure(Unreachable, errors.New("no node is known that could release the product"),
			"name one with --node, or under nodes in config.toml", "--anyway pays all the same: the release may come later, or the money back by a dispute")
	}
	return failure(Unreachable, fmt.Errorf("no node could be asked whether it serves the product: %s", list(s.failures)),
		"nothing was paid", "--anyway pays all the same: the release may come later, or the money back by a dispute")
}

// wouldServe reports whether the node is of the product's committee, for a
// product that it cannot know yet.
func (s serving) wouldServe(p *Purchase) bool {
	if s.info == nil {
		return false
	}
	offer := p.offer()
	committee := s.info.Committee
	return committee.GroupKey == hexutil.Encode(offer.GroupKey[:]) && committee.FeeBps == offer.FeeBps &&
		common.HexToAddress(committee.Address) == offer.Committee && !strings.Contains(s.product.Reason, "decline")
}
