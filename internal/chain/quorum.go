package chain

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/core/types"
)

// grace is how long the other endpoints may still answer when a quorum has
// answered.
const grace = time.Second

// A question is put to one endpoint.
type question[T any] func(ctx context.Context, e *endpoint) (T, error)

// A vote is what one endpoint said.
type vote[T any] struct {
	from   *endpoint
	answer T
	err    error
}

// poll asks all endpoints at once. The channel gets one vote of each;
// cancelling ctx ends what is under way.
func poll[T any](ctx context.Context, c *Client, ask question[T]) <-chan vote[T] {
	votes := make(chan vote[T], len(c.endpoints))
	for _, e := range c.endpoints {
		go func() {
			answer, err := ask(ctx, e)
			votes <- vote[T]{e, answer, err}
		}()
	}
	return votes
}

// agree returns what the quorum's number of endpoints say, by the key of their
// answers, as soon as they do.
func agree[T any](ctx context.Context, c *Client, asked string, ask question[T], key func(T) string) (T, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	votes := poll(ctx, c, ask)
	count := make(map[string]int)
	var said []string
	for range c.endpoints {
		v := <-votes
		if v.err != nil {
			c.failed(v.from, asked, v.err)
			said = append(said, v.err.Error())
			continue
		}
		k := key(v.answer)
		if count[k]++; count[k] >= c.o.Quorum {
			return v.answer, nil
		}
		said = append(said, fmt.Sprintf("endpoint %s: %s", v.from.name, short(k)))
	}
	slices.Sort(said)
	return *new(T), fmt.Errorf("chain %d: %d of %d endpoints must agree on %s: %s",
		c.o.ChainID, c.o.Quorum, len(c.endpoints), asked, strings.Join(said, "; "))
}

// short cuts a key to what distinguishes it in an error.
func short(key string) string {
	if len(key) > 80 {
		return key[:80] + "…"
	}
	return key
}

// reached returns the highest block of a moving tag that the quorum's number of
// endpoints have reached: fewer liars than that cannot raise it above what an
// honest endpoint has.
func (c *Client) reached(ctx context.Context, tag string, at lookup) (*types.Header, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	votes := poll(ctx, c, at)
	var headers []*types.Header
	var late <-chan time.Time
	var errs []error
	for range c.endpoints {
		select {
		case v := <-votes:
			switch {
			case v.err != nil:
				c.failed(v.from, "block "+tag, v.err)
				errs = append(errs, v.err)
			case v.answer != nil:
				headers = append(headers, v.answer)
			}
		case <-late:
			return quorumth(headers, c.o.Quorum), nil
		}
		if len(headers) == c.o.Quorum {
			late = time.After(grace)
		}
	}
	if len(headers) < c.o.Quorum && ctx.Err() != nil {
		return nil, fmt.Errorf("asking block %s: %w", tag, context.Cause(ctx))
	}
	if len(headers) < c.o.Quorum {
		if len(errs) == 0 {
			return found(nil, nil)
		}
		asked := fmt.Sprintf("block %s, which %d endpoints must have", tag, c.o.Quorum)
		return nil, &UnavailableError{ChainID: c.o.ChainID, Asked: asked, Errs: errs}
	}
	return quorumth(headers, c.o.Quorum), nil
}

// quorumth is the header with the q-th highest number.
func quorumth(headers []*types.Header, q int) *types.Header {
	slices.SortFunc(headers, func(a, b *types.Header) int { return b.Number.Cmp(a.Number) })
	return headers[q-1]
}
