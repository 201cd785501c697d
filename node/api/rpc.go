package api

import (
	"context"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
)

// Name is the namespace under which a go-ethereum node offers [Namespace].
const Name = "shrinkwrap"

// Namespace is the RPC of a go-ethereum node that has this one for a plugin:
// shrinkwrap_info, shrinkwrap_release, shrinkwrap_order, shrinkwrap_receipt and
// shrinkwrap_product. The chain is the node's own.
type Namespace struct {
	answers *Answers
	chain   uint64
}

// NewNamespace returns the namespace of a node on one chain.
func NewNamespace(a *Answers, chain uint64) *Namespace { return &Namespace{a, chain} }

// Info is GET /v1/info.
func (n *Namespace) Info(ctx context.Context) (nodeapi.Info, error) { return n.answers.Info(ctx) }

// ReleaseOptions are the query of GET /v1/releases/….
type ReleaseOptions struct {
	Wait    hexutil.Uint64 `json:"wait"` // seconds
	Pok     hexutil.Bytes  `json:"pok"`  // c ‖ z
	Own     bool           `json:"own"`
	Receipt bool           `json:"receipt"`
}

// Release is GET /v1/releases/….
func (n *Namespace) Release(ctx context.Context, groupKey common.Hash, address common.Address, tier hexutil.Uint64, releaseKey hexutil.Bytes, o *ReleaseOptions) (nodeapi.Release, error) {
	if tier >= product.MaxTiers {
		return nodeapi.Release{}, malformed("tier is out of range")
	}
	B, err := bls.ParseG1(releaseKey)
	if err != nil {
		return nodeapi.Release{}, malformed(err.Error())
	}
	q := nodeapi.ReleaseQuery{GroupKey: groupKey, Place: product.Place{ChainID: n.chain, Product: address, Tier: uint8(tier)}, B: B}
	if o != nil {
		q.Own, q.Receipt, q.Wait = o.Own, o.Receipt, time.Duration(min(uint64(o.Wait), 3600))*time.Second
		if len(o.Pok) > 0 {
			proof, err := bls.ParseProof(o.Pok)
			if err != nil {
				return nodeapi.Release{}, malformed(err.Error())
			}
			q.Proof = &proof
		}
	}
	return n.answers.Release(ctx, q)
}

// Order is GET /v1/orders/{chainId}/{order}.
func (n *Namespace) Order(ctx context.Context, order common.Hash) (nodeapi.Order, error) {
	return n.answers.Order(ctx, n.chain, order)
}

// Receipt is GET /v1/orders/{chainId}/{order}/receipt.
func (n *Namespace) Receipt(ctx context.Context, order common.Hash) (nodeapi.Receipt, error) {
	return n.answers.Receipt(ctx, n.chain, order, false)
}

// Product is GET /v1/products/{chainId}/{address}?terms=1.
func (n *Namespace) Product(ctx context.Context, address common.Address) (nodeapi.Product, error) {
	return n.answers.Product(ctx, n.chain, address, true)
}
