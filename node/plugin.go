package node

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
	"time"

	gethnode "github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/node/api"
)

var _ gethnode.Lifecycle = (*Service)(nil)

// Register makes a node a plugin of a go-ethereum node that has not started yet:
// it starts and stops with it, watches its chain over the in-process connection,
// and offers the RPC namespace "shrinkwrap", which the stack's HTTPModules or
// WSModules must name to be served to others.
//
// The configuration has one chain, whose endpoints are not used. An escrow that
// is deployed later is waited for.
func Register(stack *gethnode.Node, c Config, d Deps) (*Service, error) {
	if len(c.Chains) != 1 {
		return nil, fmt.Errorf("a plugin watches the chain of its stack, and %d are configured", len(c.Chains))
	}
	id := c.Chains[0].ID
	d.AwaitEscrow = true
	d.Connect = func(ctx context.Context, c ChainConfig) (Chain, error) { return attach(ctx, stack, c, d.Log) }
	c.Chains = slices.Clone(c.Chains)
	c.Chains[0].Endpoints = nil
	s, err := New(c, d)
	if err != nil {
		return nil, err
	}
	stack.RegisterAPIs([]rpc.API{{Namespace: api.Name, Service: api.NewNamespace(s.Answers(), id)}})
	stack.RegisterLifecycle(s)
	return s, nil
}

// attached is a client over a connection of its own.
type attached struct {
	*chain.Client
	connection *rpc.Client
}

func (a attached) Close() { a.connection.Close() }

func attach(ctx context.Context, stack *gethnode.Node, c ChainConfig, log *slog.Logger) (Chain, error) {
	connection := stack.Attach()
	client, err := chain.New(ctx, connection, chain.Options{ChainID: c.ID, Poll: time.Duration(c.Poll), ABIs: contracts(), Log: log})
	if err != nil {
		connection.Close()
		return nil, refuse(err)
	}
	return attached{client, connection}, nil
}
