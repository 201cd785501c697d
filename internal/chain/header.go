package chain

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"
)

// ErrNoFinality says that the chain, or its endpoints, know of no finalised
// block.
var ErrNoFinality = errors.New("chain has no finalised block")

// Head returns the newest block's header.
func (c *Client) Head(ctx context.Context) (*types.Header, error) { return c.HeaderByNumber(ctx, nil) }

// Finalized returns the last finalised block's header, or ErrNoFinality.
func (c *Client) Finalized(ctx context.Context) (*types.Header, error) {
	header, err := c.HeaderByNumber(ctx, big.NewInt(rpc.FinalizedBlockNumber.Int64()))
	if errors.Is(err, ethereum.NotFound) {
		return nil, fmt.Errorf("chain %d: %w", c.o.ChainID, ErrNoFinality)
	}
	return header, err
}

// HeaderByNumber returns the canonical header at a number; nil is the newest
// one, and rpc.FinalizedBlockNumber, rpc.SafeBlockNumber and
// rpc.EarliestBlockNumber are what they say. A block that is not there is
// ethereum.NotFound. With a quorum, so many endpoints must have the same header
// at the number, and the newest and the finalised block are ones that so many
// endpoints have reached.
func (c *Client) HeaderByNumber(ctx context.Context, number *big.Int) (*types.Header, error) {
	tag := "latest"
	if number != nil {
		tag = rpc.BlockNumber(number.Int64()).String()
	}
	moving := number == nil || number.Sign() < 0
	at := func(ctx context.Context, e *endpoint) (*types.Header, error) {
		header, err := c.headerAt(ctx, e, "eth_getBlockByNumber", tag)
		if moving && number != nil && knowsNoTag(err) {
			return nil, nil
		}
		if err == nil && header != nil && !moving && header.Number.Cmp(number) != 0 {
			return nil, e.fault(fmt.Errorf("asked for block %v, got block %v", number, header.Number))
		}
		return header, err
	}
	switch {
	case c.o.Quorum > 1 && moving:
		return c.reached(ctx, tag, at)
	case c.o.Quorum > 1:
		return found(agree(ctx, c, "block "+tag, at, headerKey))
	case number == nil:
		return c.newest(ctx, at)
	}
	return c.anyHeader(ctx, "block "+tag, at)
}

// HeaderByHash returns a header by its hash, also of a block that is no longer
// canonical, or ethereum.NotFound.
func (c *Client) HeaderByHash(ctx context.Context, hash common.Hash) (*types.Header, error) {
	return c.anyHeader(ctx, "block "+hash.Hex(), func(ctx context.Context, e *endpoint) (*types.Header, error) {
		header, err := c.headerAt(ctx, e, "eth_getBlockByHash", hash)
		if err == nil && header != nil && header.Hash() != hash {
			return nil, e.fault(fmt.Errorf("asked for block %v, got block %v", hash, header.Hash()))
		}
		return header, err
	})
}

// A lookup asks one endpoint for a header; nil is a block that it does not
// have.
type lookup = question[*types.Header]

func (c *Client) anyHeader(ctx context.Context, what string, at lookup) (header *types.Header, err error) {
	err = c.try(ctx, what, func(e *endpoint) error {
		header, err = at(ctx, e)
		return err
	})
	return found(header, err)
}

func found(header *types.Header, err error) (*types.Header, error) {
	if err == nil && header == nil {
		return nil, ethereum.NotFound
	}
	return header, err
}

func headerKey(header *types.Header) string {
	if header == nil {
		return "no such block"
	}
	return header.Hash().Hex()
}

// headerAt asks one endpoint. The header must hash to the hash that the
// endpoint gives it, or this software does not know how this chain hashes.
func (c *Client) headerAt(ctx context.Context, e *endpoint, method string, which any) (*types.Header, error) {
	raw, err := e.call(ctx, c.o.ChainID, method, which, false)
	var refused rpc.Error
	switch {
	case errors.As(err, &refused) && noSuchBlock(refused):
		return nil, nil
	case err != nil:
		return nil, err
	case string(raw) == "null":
		return nil, nil
	}
	var header types.Header
	var named struct{ Hash common.Hash }
	if err := errors.Join(json.Unmarshal(raw, &header), json.Unmarshal(raw, &named)); err != nil {
		return nil, e.fault(fmt.Errorf("%s: header cannot be read: %v", method, err))
	}
	if !header.Number.IsUint64() || header.Hash() != named.Hash {
		return nil, e.fault(fmt.Errorf("header of block %v hashes to %v, not to %v", header.Number, header.Hash(), named.Hash))
	}
	return &header, nil
}

// noSuchBlock reports whether an endpoint refuses a block for not knowing it.
// Most say null instead.
func noSuchBlock(refused rpc.Error) bool {
	text := strings.ToLower(refused.Error())
	return strings.HasSuffix(text, "block not found") || text == "unknown block" || text == "header not found"
}

// knowsNoTag reports whether an endpoint refuses a block's tag as no parameter
// that it knows (JSON-RPC 2.0, section 5.1).
func knowsNoTag(err error) bool {
	var refused rpc.Error
	return errors.As(err, &refused) && refused.ErrorCode() == codeInvalidParams
}

const codeInvalidParams = -32602

// progress remembers the highest head that was seen and since when.
type progress struct {
	mu     sync.Mutex
	number uint64
	since  time.Time
}

// stands reports whether the head has not risen for as long as stall, and then
// starts anew.
func (p *progress) stands(number uint64, now time.Time, stall time.Duration) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if number > p.number || p.since.IsZero() {
		p.number, p.since = number, now
		return false
	}
	if now.Sub(p.since) < stall {
		return false
	}
	p.since = now
	return true
}

// newest asks one endpoint for its head. If that stands still, the others are
// asked whether they are further, and the one that is furthest is asked first
// from then on.
func (c *Client) newest(ctx context.Context, at lookup) (*types.Header, error) {
	header, err := c.anyHeader(ctx, "the newest block", at)
	if err != nil || len(c.endpoints) == 1 || !c.progress.stands(header.Number.Uint64(), c.o.Now(), c.o.Stall) {
		return header, err
	}
	asked := c.order()
	for _, e := range asked[1:] {
		other, err := at(ctx, e)
		if err == nil && other != nil && other.Number.Cmp(header.Number) > 0 {
			c.o.Log.Warn("endpoint lags", "chain", c.o.ChainID, "endpoint", asked[0].name, "block", header.Number,
				"ahead", e.name, "at", other.Number)
			c.prefer(e)
			header = other
		}
	}
	return header, nil
}

// BlockNumber returns the newest block's number.
func (c *Client) BlockNumber(ctx context.Context) (uint64, error) {
	number, err := call[hexutil.Uint64](ctx, c, "eth_blockNumber")
	return uint64(number), err
}
