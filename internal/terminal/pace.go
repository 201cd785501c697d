package terminal

import (
	"context"
	"time"

	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
)

// Pace is how patiently a terminal asks.
type Pace struct {
	Wait     time.Duration // of a long poll at a node, at most nodeapi.MaxWait
	Stagger  time.Duration // before the next node is asked beside those that have not answered
	Patience time.Duration // for which a node that fails is asked again
	Chain    time.Duration // between two looks at the chain
	Search   time.Duration // for an endpoint to search all of the chain
}

// DefaultPace suits nodes on the Internet and chains of a block in some seconds.
// One node is asked at first, since most answer: a purchase should cost few
// requests.
var DefaultPace = Pace{Wait: nodeapi.MaxWait, Stagger: 4 * time.Second, Patience: time.Minute, Chain: 6 * time.Second, Search: 20 * time.Second}

func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
