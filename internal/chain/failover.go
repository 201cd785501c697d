package chain

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/rpc"
)

// rounds is how often busy endpoints are asked, firstPause the first of the
// pauses between, each twice the last; an endpoint that names a pause itself gets
// it, up to lastPause.
const (
	rounds     = 4
	firstPause = 250 * time.Millisecond
	lastPause  = firstPause << (rounds - 2)
)

// pauseAfter is how long busy endpoints are left alone after a round.
func (c *Client) pauseAfter(round int) time.Duration {
	asked := firstPause << round
	for _, e := range c.endpoints {
		asked = max(asked, time.Duration(e.retryAfter.Load()))
	}
	return min(asked, lastPause)
}

// order is the endpoints from the one that answered last.
func (c *Client) order() []*endpoint {
	first := int(c.first.Load())
	return slices.Concat(c.endpoints[first:], c.endpoints[:first])
}

// prefer asks e first from now on.
func (c *Client) prefer(e *endpoint) { c.first.Store(int64(slices.Index(c.endpoints, e))) }

// try puts a question to one endpoint after the other until one answers. asked
// names the question in the error.
func (c *Client) try(ctx context.Context, asked string, question func(e *endpoint) error) error {
	for round := 0; ; round++ {
		var errs []error
		wait := false
		for _, e := range c.order() {
			err := question(e)
			if err == nil || isAnswer(err) {
				c.prefer(e)
				return err
			}
			if ctx.Err() != nil {
				return fmt.Errorf("asking %s: %w", asked, context.Cause(ctx))
			}
			c.failed(e, asked, err)
			errs, wait = append(errs, err), wait || isBusy(err)
		}
		if !wait || round == rounds-1 {
			return &UnavailableError{ChainID: c.o.ChainID, Asked: asked, Errs: errs}
		}
		if err := pause(ctx, c.pauseAfter(round)); err != nil {
			return fmt.Errorf("asking %s: %w", asked, err)
		}
	}
}

// failed tells the operator of an endpoint's failure.
func (c *Client) failed(e *endpoint, asked string, err error) {
	c.o.Log.Warn("endpoint failed", "chain", c.o.ChainID, "endpoint", e.name, "asked", asked, "err", err)
}

func pause(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

// call asks one question and decodes its answer; null is ethereum.NotFound. An
// answer that cannot be decoded is an endpoint's failure.
func call[T any](ctx context.Context, c *Client, method string, args ...any) (answer T, err error) {
	err = c.try(ctx, method, func(e *endpoint) error {
		answer, err = callAt[T](ctx, c, e, method, args...)
		return err
	})
	return answer, err
}

// callAt is call at one endpoint.
func callAt[T any](ctx context.Context, c *Client, e *endpoint, method string, args ...any) (answer T, err error) {
	raw, err := e.call(ctx, c.o.ChainID, method, args...)
	if err != nil {
		return answer, err
	}
	return answer, e.fault(decode(raw, &answer, method))
}

func decode(raw json.RawMessage, into any, method string) error {
	if len(raw) == 0 || string(raw) == "null" {
		return ethereum.NotFound
	}
	if err := json.Unmarshal(raw, into); err != nil {
		return fmt.Errorf("%s: answer cannot be read: %v", method, err)
	}
	return nil
}

// BatchCall sends several calls in one request and decodes their answers into
// the elements' results. The error of a single call is in its element; an
// element without an answer has ethereum.NotFound. An endpoint that fails any
// of the calls is passed over, but for logs that are too many for it.
func (c *Client) BatchCall(ctx context.Context, calls []rpc.BatchElem) error {
	return c.try(ctx, "a batch", func(e *endpoint) error {
		raw := make([]json.RawMessage, len(calls))
		asked := slices.Clone(calls)
		for i := range asked {
			asked[i].Result, asked[i].Error = &raw[i], nil
		}
		if err := e.ask(ctx, c.o.ChainID, asked); err != nil {
			return err
		}
		for i := range asked {
			err := asked[i].Error
			if err == nil {
				err = e.fault(decode(raw[i], calls[i].Result, calls[i].Method))
			}
			tooLarge := calls[i].Method == getLogs && isTooLarge(err)
			if err != nil && !isAnswer(err) && !tooLarge {
				return err
			}
			calls[i].Error = c.explain(err)
		}
		return nil
	})
}
