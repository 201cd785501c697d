package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"time"

	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
	"github.com/shrinkwrap/shrinkwrap/node/load"
)

// nodeRows measures what a node does for others.
func nodeRows(ctx context.Context, o options) ([]Row, error) {
	o.tell(fmt.Sprintf("a backlog of %d orders, beside the cryptography alone", o.orders))
	rows, err := backlogRows(ctx, o)
	if err != nil {
		return nil, err
	}
	o.tell("answering for a release, beside a bare handler")
	more, err := getRows(ctx, o)
	return append(rows, more...), err
}

func backlogRows(ctx context.Context, o options) (rows []Row, err error) {
	backlog, err := load.NewBacklog(o.orders)
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "shrinkwrap-bench-*")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	round := 0
	settle := func(ctx context.Context) (u used, err error) {
		round++
		s, err := backlog.Fill(ctx, filepath.Join(dir, fmt.Sprintf("%d.db", round)))
		if err != nil {
			return u, err
		}
		defer func() { err = errors.Join(err, s.Close()) }()
		return within(func() error { return backlog.Settle(ctx, s) })
	}
	floor := func(context.Context) (used, error) { return within(backlog.Floor) }
	medians, err := interleave(ctx, o.rounds, settle, floor)
	if err != nil {
		return nil, err
	}
	orders := float64(o.orders)
	ours, least := medians[0], medians[1]
	return []Row{
		row("node/shares-per-core", orders/ours.cpu.Seconds(), orders/least.cpu.Seconds(), "1/s", "by processor time; decode, proof check and one split multiplication alone"),
		row("node/backlog", orders/ours.wall.Seconds(), orders/least.wall.Seconds(), "orders/s", fmt.Sprintf("%d paid orders from the store and back, all cores; the same floor", o.orders)),
	}, nil
}

// within says what this process used to do something.
func within(do func() error) (u used, err error) {
	before, err := load.CPU()
	if err != nil {
		return u, err
	}
	began := time.Now()
	if err := do(); err != nil {
		return u, err
	}
	u.wall = time.Since(began)
	after, err := load.CPU()
	u.cpu = after - before
	return u, err
}

// getRows asks a node for a release that it has, and a bare handler for the same
// bytes, in turn.
func getRows(ctx context.Context, o options) (rows []Row, err error) {
	s, err := openStage(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	url, err := s.released(ctx)
	if err != nil {
		return nil, err
	}
	body, err := fetch(url)
	if err != nil {
		return nil, err
	}
	bare := httptest.NewServer(load.Bare(body))
	defer bare.Close()
	var ours, floor []float64
	for range o.rounds {
		for _, side := range []struct {
			url   string
			rates *[]float64
		}{{url, &ours}, {bare.URL, &floor}} {
			rate, err := load.Gets(side.url, o.gets/o.rounds)
			if err != nil {
				return nil, err
			}
			*side.rates = append(*side.rates, rate)
		}
	}
	return []Row{row("node/get-rate", median(ours), median(floor), "1/s", "GET of a release on loopback; a net/http handler that writes the same bytes")}, nil
}

// released sells a product and returns the address of its release, once a node
// has it.
func (s *stage) released(ctx context.Context) (url string, err error) {
	if err := os.WriteFile(s.path("note.txt"), []byte("Once upon a time."), 0o600); err != nil {
		return "", err
	}
	if err := s.publish(ctx, "note", "note.txt"); err != nil {
		return "", err
	}
	w, err := terminal.OpenWrap(s.path("note.wrap"))
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	key, err := release.NewKey(make([]byte, release.SeedSize), w.Header.Place(testbed.Contracts, 0), 0)
	if err != nil {
		return "", err
	}
	if _, _, err := s.bed.Buy(ctx, devchain.Key(3), w.Header.Terms(), key); err != nil {
		return "", err
	}
	q := nodeapi.ReleaseQuery{GroupKey: w.Header.Offer(0).GroupKey, Place: key.Place, B: key.B}
	url = s.services[0].URL() + nodeapi.ReleasePath(q)
	q.Wait = nodeapi.MaxWait
	r, err := nodeapi.Client{URL: s.services[0].URL()}.Release(ctx, q)
	if err == nil && r.State != nodeapi.StateReleased {
		err = fmt.Errorf("order is %s: %s", r.State, r.Reason)
	}
	return url, err
}

func fetch(url string) ([]byte, error) {
	r, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer r.Body.Close()
	return io.ReadAll(r.Body)
}
