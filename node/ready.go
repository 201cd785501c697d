package node

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// Ready returns why the node is not ready to serve, or nil.
func (s *Service) Ready(ctx context.Context) error {
	for i, l := range s.links {
		if err := l.ready(ctx, s.config.Chains[i].MaxLag); err != nil {
			return fmt.Errorf("chain %d: %v", l.chain.ID, err)
		}
	}
	if err := s.writable.run(ctx); err != nil {
		s.deps.Log.Error("store cannot be written to", "err", err)
		return errors.New("the store cannot be written to")
	}
	return nil
}

// cachedCheck runs a check at most once a second, however often strangers ask.
type cachedCheck struct {
	check func(context.Context) error
	mu    sync.Mutex
	at    time.Time
	err   error
}

func (c *cachedCheck) run(ctx context.Context) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if time.Since(c.at) > time.Second {
		c.err, c.at = c.check(ctx), time.Now()
	}
	return c.err
}
