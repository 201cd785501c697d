// Package api answers questions about orders, releases, receipts and products.
//
// [Answers] gives the documents of package nodeapi whichever way they are asked
// for. [Server] serves them over HTTP, bounded in time, size and number, so that
// a slow, large or greedy client is its own trouble. [Namespace] serves them in
// a go-ethereum node's RPC.
//
// Everything here is public data: a release is blinded by its buyer's secret,
// so there is no login, and pages of any origin may ask.
package api

import (
	"context"
	"errors"
	"log/slog"
	"net/http"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/node/feed"
	"github.com/shrinkwrap/shrinkwrap/node/peer"
	"github.com/shrinkwrap/shrinkwrap/node/release"
	"github.com/shrinkwrap/shrinkwrap/node/store"
)

// Chain is what the API asks of a chain that the node watches.
type Chain interface {
	// ID returns the chain's id.
	ID() uint64
	// Head returns the newest block that the chain's endpoints told of, and why
	// they cannot be asked now, or nil.
	Head() (uint64, error)
	// Providers returns the hosts of the chain's endpoints.
	Providers() []string
	// Code returns the code at an address at the head.
	Code(ctx context.Context, address common.Address) ([]byte, error)
	// Answering returns who answers the chain's disputes, or nil if nobody does.
	Answering() *nodeapi.Answering
}

// Store is what the API asks of the store; see [store.Store].
type Store interface {
	View(ctx context.Context, chain uint64) (store.View, error)
	Release(ctx context.Context, place product.Place, B bls.G1) (store.Release, error)
	Receipt(ctx context.Context, chain uint64, order common.Hash) ([bls.G1Size]byte, error)
}

// Answers is what a node has to say. All fields are needed.
type Answers struct {
	Software  string
	Node      int
	Committee nodeapi.Committee
	GroupKey  common.Hash
	Chains    []Chain
	Keeper    *release.Keeper
	Collector *peer.Collector
	Store     Store
	Feed      *feed.Feed
	Log       *slog.Logger
}

// Info answers GET /v1/info.
func (a *Answers) Info(ctx context.Context) (nodeapi.Info, error) {
	info := nodeapi.Info{Software: a.Software, Node: a.Node, Committee: a.Committee}
	for _, c := range a.Chains {
		rules, err := a.Keeper.RulesOf(c.ID())
		if err != nil {
			return info, err
		}
		view, err := a.Store.View(ctx, c.ID())
		if err != nil && !errors.Is(err, store.ErrNotFound) {
			return info, err
		}
		// The reason why a chain cannot be asked may name an endpoint's key: it
		// is for the log, and the lag says enough.
		head, _ := c.Head()
		head = max(head, view.Cursor.Number)
		info.Chains = append(info.Chains, nodeapi.ChainInfo{
			ChainID: c.ID(), Escrow: nodeapi.Address(rules.Chain.Escrow),
			Head: head, Indexed: view.Cursor.Number, Lag: head - view.Cursor.Number, Providers: c.Providers(), Answering: c.Answering(),
		})
	}
	return info, nil
}

// Order answers GET /v1/orders/{chainId}/{order}.
func (a *Answers) Order(ctx context.Context, chain uint64, hash common.Hash) (nodeapi.Order, error) {
	s, err := a.Keeper.Look(ctx, chain, hash)
	if err != nil {
		return nodeapi.Order{}, a.problem(err)
	}
	if s.Order == nil {
		return nodeapi.Order{}, notFound("no such order was seen: was it paid on this chain, and is the node up to date (see /v1/info)?")
	}
	state, err := a.stateOf(ctx, chain, s)
	if err != nil {
		return nodeapi.Order{}, a.problem(err)
	}
	o := s.Order
	return nodeapi.Order{
		Order: hexutil.Encode(o.Order[:]), State: state, Confirmations: s.Confirmations, Account: hexutil.Encode(o.Account[:]),
		Leaf: leaf(*o), Proof: hexutil.Encode(o.Witness[:]), Block: o.Block, BlockHash: hexutil.Encode(o.BlockHash[:]),
		Transaction: hexutil.Encode(o.Tx[:]), Deadline: s.Deadline, Reason: s.Reason,
	}, nil
}

// stateOf tells a release that is there from one that is to be collected.
func (a *Answers) stateOf(ctx context.Context, chain uint64, s release.Standing) (nodeapi.State, error) {
	if s.State != nodeapi.StateConfirmed {
		return s.State, nil
	}
	B, err := s.Order.Leaf.Key()
	if err != nil {
		return s.State, nil
	}
	rules, err := a.Keeper.RulesOf(chain)
	if err != nil {
		return s.State, err
	}
	switch _, err = a.Store.Release(ctx, s.Order.Leaf.Place(chain, rules.Chain.Escrow), B); {
	case errors.Is(err, store.ErrNotFound):
		return s.State, nil
	case err != nil:
		return s.State, err
	}
	return nodeapi.StateReleased, nil
}

func leaf(o store.Order) nodeapi.Leaf {
	l := o.Leaf
	key := make([]byte, 0, bls.G1AffineSize)
	for _, word := range l.ReleaseKey {
		key = append(key, word[:]...)
	}
	return nodeapi.Leaf{
		Product: nodeapi.Address(l.Product), Tier: l.Tier, Index: l.Index, Time: l.Time,
		Payer: nodeapi.Address(l.Payer), RefundTo: nodeapi.Address(l.RefundTo), Publisher: nodeapi.Address(l.Publisher),
		Token: nodeapi.Address(l.Token), Committee: nodeapi.Address(l.Committee), FeeBps: l.FeeBps, Confirmations: l.Confirmations,
		GroupKey: hexutil.Encode(l.GroupKey[:]), Amount: l.Amount.Dec(), ReleaseKey: hexutil.Encode(key),
	}
}

// problem turns an error into what a client is told of it. What a client cannot
// help is logged, and not told in detail.
func (a *Answers) problem(err error) error {
	known := new(nodeapi.Problem)
	switch {
	case errors.As(err, &known):
		return known
	case errors.Is(err, release.ErrUnknownChain):
		return &nodeapi.Problem{Type: "/problems/unknown-chain", Title: "chain is not served", Status: http.StatusNotFound, Detail: err.Error() + "; /v1/info lists those that are"}
	case errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded):
		return &nodeapi.Problem{Type: "/problems/unavailable", Title: "the request was given up", Status: http.StatusServiceUnavailable}
	}
	a.Log.Error("request failed", "err", err)
	return &nodeapi.Problem{Type: "/problems/internal", Title: "the node failed", Status: http.StatusInternalServerError, Detail: "its log says why; another node of the committee may answer"}
}

func notFound(detail string) *nodeapi.Problem {
	return &nodeapi.Problem{Type: "/problems/not-found", Title: "not found", Status: http.StatusNotFound, Detail: detail}
}

func malformed(detail string) *nodeapi.Problem {
	return &nodeapi.Problem{Type: "/problems/malformed", Title: "malformed request", Status: http.StatusBadRequest, Detail: detail}
}
