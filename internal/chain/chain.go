// Package chain talks to Ethereum endpoints: reading, noticing new blocks,
// sending, deploying.
//
// [Dial] takes the URLs of one or several endpoints of one chain, [New] a
// connection within the process; both give a [Client]. Its methods have the
// names and meanings of go-ethereum's ethclient, with what a daemon that
// answers for money needs besides:
//
//   - every request asks for the chain id in the same batch, so that no answer
//     counts that came from another chain;
//   - what an endpoint cannot answer the next one is asked, and the one that
//     answered is asked first from then on;
//   - with [Options.Quorum] headers, logs and code count only when so many
//     endpoints say the same;
//   - log queries that an endpoint finds too large are halved, logs that were
//     not asked for are refused;
//   - answers are bounded in size, requests in time.
//
// Errors name the endpoint by scheme and host alone: paths, queries and
// credentials of an endpoint's URL are its owner's secrets.
//
// A [Sender] signs, sends, replaces and waits; [Sender.Deploy] puts contracts
// at addresses known beforehand.
package chain

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync/atomic"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/rpc"
)

// Options say how a [Client] behaves. The zero value is sensible.
type Options struct {
	ChainID     uint64        // that the endpoints must have; 0 = whatever the first one has
	Quorum      int           // endpoints that must agree on headers, logs and code; 0 and 1 = no agreement asked for
	Timeout     time.Duration // of one request to one endpoint; 0 = 20 s
	Poll        time.Duration // between looks for a new block where none is announced; 0 = 4 s
	Stall       time.Duration // a head that stands still so long is compared with the other endpoints'; 0 = 1 min
	MaxResponse int64         // bytes of one answer; 0 = 8 MiB
	ABIs        []abi.ABI     // contracts whose custom errors are decoded
	Log         *slog.Logger  // is told of endpoints that fail; nil = nobody
	Now         func() time.Time

	// Lazy lets Dial ask nobody, where ChainID is given: an endpoint of another
	// chain, or one that does not answer, shows at the first question.
	Lazy bool
}

// Defaults of Options.
const (
	defaultTimeout = 20 * time.Second
	defaultPoll    = 4 * time.Second
	defaultStall   = time.Minute

	// Five thousand orders of one block fit, which are as few as a query can be
	// halved to. An endpoint that answers as many empty objects makes them take
	// fifty times as much memory.
	defaultMaxResponse = 8 << 20
)

func (o *Options) fill() {
	o.Timeout = orElse(o.Timeout, defaultTimeout)
	o.Poll = orElse(o.Poll, defaultPoll)
	o.Stall = orElse(o.Stall, defaultStall)
	o.MaxResponse = orElse(o.MaxResponse, defaultMaxResponse)
	o.Quorum = orElse(o.Quorum, 1)
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Now == nil {
		o.Now = time.Now
	}
}

func orElse[T comparable](value, fallback T) T {
	if value == *new(T) {
		return fallback
	}
	return value
}

// A Client reads one chain through one or several endpoints. Its methods may be
// called from several goroutines.
type Client struct {
	o         Options
	endpoints []*endpoint
	first     atomic.Int64 // index of the endpoint to ask first: the last one that answered
	progress  progress
}

// Dial connects to the endpoints (http, https, ws, wss) of one chain. It fails
// if one of them has another chain id, and if none answers; one that does not
// answer is asked again later. See [Options.Lazy] for one question less.
func Dial(ctx context.Context, urls []string, o Options) (*Client, error) {
	o.fill()
	c := &Client{o: o}
	for i, raw := range urls {
		e, err := newEndpoint(raw, o)
		if err != nil {
			return nil, fmt.Errorf("endpoint %d %w", i+1, err)
		}
		c.endpoints = append(c.endpoints, e)
	}
	if err := c.meet(ctx); err != nil {
		c.Close()
		return nil, err
	}
	return c, nil
}

// New uses a connection within the process, such as node.Node.Attach gives. It
// stays the caller's to close.
func New(ctx context.Context, connection *rpc.Client, o Options) (*Client, error) {
	o.fill()
	c := &Client{o: o, endpoints: []*endpoint{{name: "in-process", limits: o, client: connection}}}
	if err := c.meet(ctx); err != nil {
		return nil, err
	}
	return c, nil
}

// meet asks all endpoints for their chain id.
func (c *Client) meet(ctx context.Context) error {
	if len(c.endpoints) == 0 {
		return errors.New("no endpoint to reach the chain by: give at least one url (http, https, ws, wss)")
	}
	if c.o.Quorum < 0 || c.o.Quorum > len(c.endpoints) {
		return fmt.Errorf("quorum of %d among %d endpoints", c.o.Quorum, len(c.endpoints))
	}
	if c.o.Lazy && c.o.ChainID != 0 {
		return nil // every answer comes with the chain's id
	}
	var silent []error
	for i, e := range c.endpoints {
		id, err := e.chainID(ctx)
		switch {
		case ctx.Err() != nil:
			return fmt.Errorf("asking eth_chainId: %w", context.Cause(ctx))
		case err != nil:
			silent = append(silent, err)
			continue
		case c.o.ChainID == 0:
			c.o.ChainID = id
		case c.o.ChainID != id:
			return &ChainIDError{Endpoint: e.name, Want: c.o.ChainID, Got: id}
		}
		if len(silent) == i {
			c.first.Store(int64(i)) // the first that answered
		}
	}
	if len(silent) == len(c.endpoints) {
		return &UnavailableError{ChainID: c.o.ChainID, Asked: "eth_chainId", Errs: silent}
	}
	return nil
}

// ChainID is the chain's id.
func (c *Client) ChainID() uint64 { return c.o.ChainID }

// Endpoints are the endpoints' names: scheme and host, without path, query and
// credentials.
func (c *Client) Endpoints() []string {
	var names []string
	for _, e := range c.endpoints {
		names = append(names, e.name)
	}
	return names
}

// Close ends the connections that Dial made.
func (c *Client) Close() {
	for _, e := range c.endpoints {
		e.close()
	}
}
