package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/rights"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
)

// What a purchase may take from scan to opened product with its receipt, and how long the product
// may be in coming over the chain's own time.
const (
	mostBytes    = 8192
	mostRequests = 6
	mostLate     = 1000 // ms
)

// paidRounds is how often a product is bought for a time.
const paidRounds = 5

// network is what a purchase took.
type network struct{ bytes, requests int64 }

// measureNetwork scans a code that holds a product, buys and opens it, each by
// the command, and counts what the buyer's processes send and get until they end:
// of a product as it was sealed, and of one that a release program makes.
func (s *stage) measureNetwork(ctx context.Context) (plain, programmed network, err error) {
	if err := os.WriteFile(s.path("tale.txt"), []byte(strings.Repeat("Once upon a time. ", 50)), 0o600); err != nil {
		return plain, programmed, err
	}
	if plain, err = s.buyTapped(ctx, "tale"); err != nil {
		return plain, programmed, err
	}
	programmed, err = s.buyTapped(ctx, "copy", "--program", "watermark")
	return plain, programmed, err
}

// buyTapped seals the tale under a name, and buys it by its code through taps.
func (s *stage) buyTapped(ctx context.Context, name string, sealing ...string) (n network, err error) {
	if err := s.publish(ctx, name, "tale.txt", sealing...); err != nil {
		return n, err
	}
	rpc, err := startTap(strings.TrimPrefix(s.bed.HTTP(), "http://"))
	if err != nil {
		return n, err
	}
	defer rpc.close()
	node, err := startTap(strings.TrimPrefix(s.services[0].URL(), "http://"))
	if err != nil {
		return n, err
	}
	defer node.close()
	const reader = "reader"
	bought, folder := name+"-bought.wrap", name+"-opened"
	for _, c := range []command{
		s.shrinkwrap("publisher", "code", name+".wrap", "-o", name+".png"),
		s.shrinkwrap(reader, "scan", name+".png", "-o", bought),
		s.shrinkwrap(reader, "buy", bought, "--key", "buyer.key", "--rpc", rpc.url, "--node", node.url, "-o", folder),
	} {
		if _, _, err := c.run(ctx); err != nil {
			return n, err
		}
	}
	rpc.close()
	node.close()
	if _, err := os.Stat(s.path(filepath.Join(folder, rights.FileName))); err != nil {
		return n, fmt.Errorf("the purchase is not complete: %w", err)
	}
	return network{rpc.bytes.Load() + node.bytes.Load(), rpc.requests.Load() + node.requests.Load()}, nil
}

// networkRows has the dearer of the two ways.
func networkRows(plain, programmed network) []Row {
	note := fmt.Sprintf("scan to opened product, its receipt and rights.json, chain and node, headers and all: %d as sealed, %d by a release program; the bar", plain.bytes, programmed.bytes)
	return []Row{
		row("terminal/wire-bytes", float64(max(plain.bytes, programmed.bytes)), mostBytes, "bytes", note),
		row("terminal/requests", float64(max(plain.requests, programmed.requests)), mostRequests, "requests", "the same; the bar"),
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
