package devchain

import (
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/event"
)

// Commit makes a block of the pending transactions and returns its hash.
func (c *Chain) Commit() (common.Hash, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	parent := c.backend.BlockChain().CurrentBlock().Hash()
	head := c.beacon.Commit() // logs its error and keeps the head
	if head == parent {
		return head, fmt.Errorf("no block was made on %v", parent)
	}
	return head, nil
}

// Fork makes parent the head and drops the blocks after it; the next block is
// made on parent. There must be no pending transaction before; after it, those
// of the dropped blocks are pending again, as on any chain: Rollback drops them
// too.
func (c *Chain) Fork(parent common.Hash) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if err := c.beacon.Fork(parent); err != nil {
		return err
	}
	return c.backend.TxPool().Sync()
}

// Rollback drops all pending transactions.
func (c *Chain) Rollback() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.beacon.Rollback()
}

// AdjustTime makes an empty block whose time is that of the head and the
// adjustment, in whole seconds. There must be no pending transaction.
func (c *Chain) AdjustTime(adjustment time.Duration) error {
	if adjustment < time.Second {
		return fmt.Errorf("adjust time by %v: want a second or more", adjustment)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.beacon.AdjustTime(adjustment)
}

// mine starts making blocks without being asked, as the options say.
func (c *Chain) mine(o Options) {
	wake := make(chan struct{}, 1)
	if !o.Manual {
		arrived := make(chan core.NewTxsEvent, 16)
		subscription := c.backend.TxPool().SubscribeTransactions(arrived, true)
		c.loop.Go(func() { c.listen(arrived, subscription, wake) })
	}
	var tick <-chan time.Time
	stop := func() {}
	if o.Period > 0 {
		ticker := time.NewTicker(o.Period)
		tick, stop = ticker.C, ticker.Stop
	}
	c.loop.Go(func() {
		defer stop()
		for {
			select {
			case <-c.quit:
				return
			case <-tick:
				c.Commit() // a failure shows in the chain standing still; the next tick tries again
			case <-wake:
				c.drain()
			}
		}
	})
}

// listen turns the pool's notices into wake-ups. It must never wait for a
// block: the pool waits for its listeners, and blocks for the pool.
func (c *Chain) listen(arrived <-chan core.NewTxsEvent, subscription event.Subscription, wake chan<- struct{}) {
	defer subscription.Unsubscribe()
	for {
		select {
		case <-c.quit:
			return
		case <-subscription.Err():
			return
		case <-arrived:
			select {
			case wake <- struct{}{}:
			default: // one is waiting already
			}
		}
	}
}

// drain makes blocks until the pool has nothing that the miner takes: a
// transaction with too low a tip stays without being tried for ever.
func (c *Chain) drain() {
	for {
		before, _ := c.backend.TxPool().Stats()
		if before == 0 {
			return
		}
		if _, err := c.Commit(); err != nil {
			return
		}
		if err := c.sync(); err != nil {
			return
		}
		if after, _ := c.backend.TxPool().Stats(); after >= before {
			return
		}
	}
}

// sync waits until the pool knows the head. The pool answers only the last of
// several who wait at once, so that the lock covers this as it does blocks.
func (c *Chain) sync() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.backend.TxPool().Sync()
}
