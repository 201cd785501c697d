package chain

import (
	"context"
	"time"

	"github.com/ethereum/go-ethereum/core/types"
)

// Heads tells of new heads until ctx ends, then the channel is closed. A notice
// says only that it is worth looking: several new heads may give one, and one
// may come without a new head. It subscribes at the first endpoint that can
// (WebSocket or within the process) and polls where none can, or none at the
// moment.
func (c *Client) Heads(ctx context.Context) <-chan struct{} {
	notices := make(chan struct{}, 1)
	go func() {
		defer close(notices)
		for ctx.Err() == nil {
			c.announced(ctx, notices)
			c.polled(ctx, notices)
		}
	}()
	return notices
}

func notify(notices chan<- struct{}) {
	select {
	case notices <- struct{}{}:
	default: // one is waiting already
	}
}

// announced passes on what the first endpoint announces that can, until that
// ends. It returns at once if no endpoint can.
func (c *Client) announced(ctx context.Context, notices chan<- struct{}) {
	for _, e := range c.order() {
		client, err := e.connect(ctx)
		if err != nil || !client.SupportsSubscriptions() {
			continue
		}
		heads := make(chan *types.Header, 16)
		subscription, err := client.EthSubscribe(ctx, heads, "newHeads")
		if err != nil {
			c.o.Log.Warn("endpoint announces no heads", "chain", c.o.ChainID, "endpoint", e.name, "err", e.fault(err))
			continue
		}
		notify(notices) // a head may have come before
		for {
			select {
			case <-heads:
				notify(notices)
				continue
			case <-ctx.Done():
			case err := <-subscription.Err():
				c.o.Log.Warn("endpoint ended its announcements", "chain", c.o.ChainID, "endpoint", e.name, "err", e.fault(err))
			}
			subscription.Unsubscribe()
			notify(notices)
			return
		}
	}
}

// polled looks for new heads itself for a while, after which announcements are
// tried again.
func (c *Client) polled(ctx context.Context, notices chan<- struct{}) {
	ticker := time.NewTicker(c.o.Poll)
	defer ticker.Stop()
	var last uint64
	for range pollsBeforeTrying {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
		if number, err := c.BlockNumber(ctx); err == nil && number != last {
			last = number
			notify(notices)
		}
	}
}

// pollsBeforeTrying is how many polls pass before an endpoint is asked again
// whether it announces heads.
const pollsBeforeTrying = 15
