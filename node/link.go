package node

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"slices"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"golang.org/x/sync/errgroup"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/node/answer"
	"github.com/shrinkwrap/shrinkwrap/node/store"
	"github.com/shrinkwrap/shrinkwrap/node/watch"
)

// Chain is what a node reads a chain through; chain.Client is one.
type Chain interface {
	watch.Source
	// Heads tells of new heads until ctx ends.
	Heads(ctx context.Context) <-chan struct{}
	Close()
}

// ErrRefused means that a chain is not the one that the node is configured for.
var ErrRefused = errors.New("chain is refused")

// Dial connects to the endpoints of a chain's configuration.
func Dial(ctx context.Context, c ChainConfig, log *slog.Logger) (*chain.Client, error) {
	if len(c.Endpoints) == 0 {
		return nil, fmt.Errorf("%w: chain %d has no endpoints", ErrRefused, c.ID)
	}
	client, err := chain.Dial(ctx, c.Endpoints, chain.Options{
		ChainID: c.ID, Quorum: c.Quorum, Poll: time.Duration(c.Poll), ABIs: contracts(), Log: log,
	})
	return client, refuse(err)
}

// contracts are those whose refusals are read.
func contracts() []abi.ABI {
	return []abi.ABI{bindings.NewCommittee().GetABI(), bindings.NewEscrow().GetABI()}
}

// refuse marks an error that no repetition can help.
func refuse(err error) error {
	if other := new(chain.ChainIDError); errors.As(err, &other) {
		return fmt.Errorf("%w: %w", ErrRefused, err)
	}
	return err
}

// link is a node's connection to one chain, made when the chain can be reached.
type link struct {
	chain       store.Chain
	codes       []common.Hash // that the escrow may have
	providers   []string
	connect     func(context.Context) (Chain, error)
	awaitEscrow bool
	store       store.Store
	log         *slog.Logger
	watcher     *watch.Watcher
	notices     chan struct{}
	answerer    *answer.Answerer // nil: disputes are not answered

	mu     sync.Mutex
	client Chain // nil until connected
}

// newLink makes the link of a chain. Nothing is connected yet.
func (s *Service) newLink(c ChainConfig, metrics *watch.Metrics) (*link, error) {
	escrow, codes, err := c.escrow()
	if err != nil {
		return nil, err
	}
	l := &link{
		chain: store.Chain{ID: c.ID, Escrow: escrow}, codes: codes, providers: c.providers(), awaitEscrow: s.deps.AwaitEscrow,
		store: s.deps.Store, log: s.deps.Log, notices: make(chan struct{}, 1),
		connect: func(ctx context.Context) (Chain, error) {
			if s.deps.Connect != nil {
				return s.deps.Connect(ctx, c)
			}
			return Dial(ctx, c, s.deps.Log)
		},
	}
	l.watcher = watch.New(watch.Config{
		Chain: l.chain, Source: l, Store: s.deps.Store, Feed: s.feed, Log: s.deps.Log, Metrics: metrics,
		Start: c.StartBlock, Range: c.Range, Notices: l.notices, Poll: time.Duration(c.Poll),
	})
	return l, nil
}

// connected returns the connection, and makes it where there is none.
func (l *link) connected(ctx context.Context) (Chain, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.client != nil {
		return l.client, nil
	}
	client, err := l.connect(ctx)
	if err != nil {
		return nil, fmt.Errorf("connecting: %w", err)
	}
	l.client = client
	return client, nil
}

// sendingClient returns the connection, to send transactions by.
func (l *link) sendingClient(ctx context.Context) (*chain.Client, error) {
	client, err := l.connected(ctx)
	if err != nil {
		return nil, err
	}
	switch c := client.(type) {
	case *chain.Client:
		return c, nil
	case attached:
		return c.Client, nil
	}
	return nil, fmt.Errorf("no transaction can be sent by a connection of type %T", client)
}

func (l *link) close() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.client != nil {
		l.client.Close()
	}
}

// inspectTimeout bounds one try to find out what chain it is.
const inspectTimeout = 10 * time.Second

// inspect returns nil if the chain is the configured one, an ErrRefused if it is
// another, and any other error if it cannot be asked now.
func (l *link) inspect(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, inspectTimeout)
	defer cancel()
	code, err := l.CodeAt(ctx, l.chain.Escrow, nil)
	if err != nil {
		return fmt.Errorf("asking for the escrow's code: %w", err)
	}
	if err := l.judgeCode(code); err != nil {
		return err
	}
	return l.compareCursor(ctx)
}

func (l *link) judgeCode(code []byte) error {
	hash := crypto.Keccak256Hash(code)
	switch {
	case len(code) == 0 && l.awaitEscrow:
		return fmt.Errorf("escrow %s is not deployed yet", l.chain.Escrow)
	case len(code) == 0:
		return fmt.Errorf("%w: there is no escrow at %s on chain %d", ErrRefused, l.chain.Escrow, l.chain.ID)
	case !slices.Contains(l.codes, hash):
		return fmt.Errorf("%w: code of the escrow %s on chain %d hashes to %s, which is none of the known %v", ErrRefused, l.chain.Escrow, l.chain.ID, hash, l.codes)
	}
	return nil
}

// farBehind is by how many blocks a chain may fall behind the store: endpoints
// lag, and a node that lost power takes back some blocks. Beyond that it is
// another chain, or an endpoint that would never show a reorganisation.
const farBehind = 256

func (l *link) compareCursor(ctx context.Context) error {
	view, err := l.store.View(ctx, l.chain.ID)
	if errors.Is(err, store.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	head, err := l.HeaderByNumber(ctx, nil)
	if err != nil {
		return fmt.Errorf("asking for the head: %w", err)
	}
	if !l.awaitEscrow && view.Cursor.Number > head.Number.Uint64()+farBehind {
		return fmt.Errorf("%w: the store has read chain %d up to block %d, and its head is block %d", ErrRefused, l.chain.ID, view.Cursor.Number, head.Number)
	}
	return nil
}

// run follows the chain until ctx ends, or until it turns out to be another.
func (l *link) run(ctx context.Context) error {
	for err := l.inspect(ctx); err != nil; err = l.inspect(ctx) {
		if ctx.Err() != nil {
			return nil
		}
		if errors.Is(err, ErrRefused) {
			return fmt.Errorf("%w: %w", watch.ErrFatal, err)
		}
		l.log.Warn("chain cannot be asked yet", "chain", l.chain.ID, "err", err)
		sleep(ctx, time.Second)
	}
	client, err := l.connected(ctx)
	if err != nil {
		return err
	}
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error { return l.watcher.Run(ctx) })
	group.Go(func() error {
		for range client.Heads(ctx) {
			select {
			case l.notices <- struct{}{}:
			default: // one is waiting already
			}
		}
		return nil
	})
	return group.Wait()
}

func sleep(ctx context.Context, d time.Duration) {
	select {
	case <-time.After(d):
	case <-ctx.Done():
	}
}

// ready returns why the node is not up to date with the chain, or nil.
func (l *link) ready(ctx context.Context, maxLag uint64) error {
	head, err := l.watcher.Head()
	if err != nil {
		return errors.New("the chain cannot be read now")
	}
	view, err := l.store.View(ctx, l.chain.ID)
	if err != nil {
		return errors.New("nothing was read yet")
	}
	if lag := head - min(head, view.Cursor.Number); lag > maxLag {
		return fmt.Errorf("%d blocks behind", lag)
	}
	return nil
}

// Answering returns who answers disputes, or nil if nobody does.
func (l *link) Answering() *nodeapi.Answering {
	if l.answerer == nil {
		return nil
	}
	account, low := l.answerer.Account()
	return &nodeapi.Answering{Account: nodeapi.Address(account), Low: low}
}

// ID, Head, Providers, Code and Answering are what the API asks of a chain.

func (l *link) ID() uint64 { return l.chain.ID }

func (l *link) Head() (uint64, error) { return l.watcher.Head() }

func (l *link) Providers() []string { return l.providers }

func (l *link) Code(ctx context.Context, address common.Address) ([]byte, error) {
	return l.CodeAt(ctx, address, nil)
}

// HeaderByNumber, FilterLogs and CodeAt are what the watcher asks of it.

func (l *link) HeaderByNumber(ctx context.Context, number *big.Int) (*types.Header, error) {
	client, err := l.connected(ctx)
	if err != nil {
		return nil, err
	}
	return client.HeaderByNumber(ctx, number)
}

func (l *link) FilterLogs(ctx context.Context, q ethereum.FilterQuery) ([]types.Log, error) {
	client, err := l.connected(ctx)
	if err != nil {
		return nil, err
	}
	return client.FilterLogs(ctx, q)
}

func (l *link) CodeAt(ctx context.Context, account common.Address, number *big.Int) ([]byte, error) {
	client, err := l.connected(ctx)
	if err != nil {
		return nil, err
	}
	return client.CodeAt(ctx, account, number)
}
