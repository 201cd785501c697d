package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
)

// What a purchase may take from scan to opened product, and how long the product
// may be in coming over the chain's own time.
const (
	mostBytes    = 8192
	mostRequests = 6
	mostLate     = 1000 // ms
)

// paidRounds is how often a product is bought for a time.
const paidRounds = 5

// network is what a purchase took.
type network struct{ bytes, requests, laterBytes, laterRequests int64 }

// measureNetwork scans a code that holds a product, buys and opens it, each by
// the command, and counts what the buyer's process sends and gets.
func (s *stage) measureNetwork(ctx context.Context) (n network, err error) {
	if err := os.WriteFile(s.path("tale.txt"), []byte(strings.Repeat("Once upon a time. ", 50)), 0o600); err != nil {
		return n, err
	}
	if err := s.publish(ctx, "tale", "tale.txt"); err != nil {
		return n, err
	}
	if _, _, err := s.shrinkwrap("publisher", "code", "tale.wrap", "-o", "tale.png").run(ctx); err != nil {
		return n, err
	}
	return s.buyTapped(ctx, "reader")
}

// buyTapped buys the code's product through taps.
func (s *stage) buyTapped(ctx context.Context, person string) (n network, err error) {
	folder := "tale-of-" + person
	opened := func() bool { _, err := os.Stat(s.path(folder)); return err == nil }
	rpc, err := startTap(strings.TrimPrefix(s.bed.HTTP(), "http://"), opened)
	if err != nil {
		return n, err
	}
	defer rpc.close()
	node, err := startTap(strings.TrimPrefix(s.services[0].URL(), "http://"), opened)
	if err != nil {
		return n, err
	}
	defer node.close()
	for _, c := range []command{
		s.shrinkwrap(person, "scan", "tale.png", "-o", folder+".wrap"),
		s.shrinkwrap(person, "buy", folder+".wrap", "--key", "buyer.key", "--rpc", rpc.url, "--node", node.url, "-o", folder),
	} {
		if _, _, err := c.run(ctx); err != nil {
			return n, err
		}
	}
	rpc.close()
	node.close()
	for _, t := range []*tap{rpc, node} {
		n.bytes += t.before.bytes.Load()
		n.requests += t.before.requests.Load()
		n.laterBytes += t.after.bytes.Load()
		n.laterRequests += t.after.requests.Load()
	}
	return n, nil
}

func (n network) rows() []Row {
	later := fmt.Sprintf("the bar; order and receipt, kept afterwards: %d bytes, %d requests", n.laterBytes, n.laterRequests)
	return []Row{
		row("terminal/wire-bytes", float64(n.bytes), mostBytes, "bytes", "scan to opened product, chain and node, headers and all; "+later),
		row("terminal/requests", float64(n.requests), mostRequests, "requests", "the same; the bar"),
	}
}

// measurePaid buys and opens a product and takes the time from the block that
// holds the payment until the product is on disk. Each buyer is another one.
func (s *stage) measurePaid(ctx context.Context, size int64) ([]Row, error) {
	if err := writeGoods(s.path("book"), size); err != nil {
		return nil, err
	}
	if err := s.publish(ctx, "book", "book"); err != nil {
		return nil, err
	}
	var late []time.Duration
	for i := range paidRounds {
		d, err := s.timePaid(ctx, fmt.Sprintf("reader%d", i))
		if err != nil {
			return nil, err
		}
		late = append(late, d)
	}
	note := fmt.Sprintf("payment in a block to %.1f MB on disk, %d of %d nodes, median of %d; the bar", float64(size)/1e6, stageThreshold, stageNodes, paidRounds)
	return []Row{row("terminal/paid-to-disk", milliseconds(median(late)), mostLate, "ms", note)}, nil
}

func (s *stage) timePaid(ctx context.Context, person string) (time.Duration, error) {
	logs := make(chan types.Log, 1)
	filter := ethereum.FilterQuery{Addresses: []common.Address{testbed.Contracts.Escrow}, Topics: [][]common.Hash{{order.ConfirmedTopic}}}
	subscription, err := s.bed.Client().SubscribeFilterLogs(ctx, filter, logs)
	if err != nil {
		return 0, err
	}
	defer subscription.Unsubscribe()
	folder := "book-of-" + person
	bought := make(chan error, 1)
	go func() {
		_, _, err := s.shrinkwrap(person, "buy", "book.wrap", "--key", "buyer.key", "--rpc", s.bed.HTTP(), "--node", s.services[0].URL(), "-o", folder).run(ctx)
		bought <- err
	}()
	var paid time.Time
	select {
	case <-logs:
		paid = time.Now()
	case err := <-bought:
		return 0, errors.Join(errors.New("the purchase ended before it was paid"), err)
	}
	for ctx.Err() == nil {
		if _, err := os.Stat(s.path(folder)); err == nil {
			return time.Since(paid), <-bought
		}
		select {
		case err := <-bought:
			if _, statErr := os.Stat(s.path(folder)); statErr != nil || err != nil {
				return 0, errors.Join(statErr, err)
			}
			return time.Since(paid), nil
		case <-time.After(time.Millisecond / 2):
		}
	}
	return 0, ctx.Err()
}
