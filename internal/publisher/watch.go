package publisher

import (
	"context"
	"errors"
	"math/big"
	"path/filepath"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
)

// WatchPace is how patiently sales are watched.
type WatchPace struct {
	Wait    time.Duration // of a long poll at a node, at most nodeapi.MaxWait
	Pause   time.Duration // before a node or a sale that failed is tried again, doubled each time
	Longest time.Duration // up to this
	Mined   time.Duration // for a transaction, before the chain is read again
}

// DefaultWatchPace suits nodes on the Internet and chains of a block in some
// seconds.
var DefaultWatchPace = WatchPace{Wait: nodeapi.MaxWait, Pause: 2 * time.Second, Longest: 5 * time.Minute, Mined: time.Minute}

// Watching says how the sales of an account are watched.
type Watching struct {
	Market Market
	Book   *Book
	Groups map[common.Hash]Group // by their keys: those that the account sells under
	Nodes  []nodeapi.Client      // of the committee
	Signer chain.Signer          // pays for answers; anyone may answer

	MostFee *big.Int    // for a unit of gas, in wei; nil = any
	Sending sync.Locker // that all who sign for the account on this chain share; nil: nobody else does
	Pace    WatchPace
	Tell    func(Notice) // from any goroutine
}

// A Watch keeps the releases of an account's sales, and answers disputes with
// them where the committee does not. It has no secret but the signer's key:
// releases are public, and it gives them to nobody but the escrow.
type Watch struct {
	Watching
	nodes   *gatherer
	answers *journal

	mu       sync.Mutex
	view     View
	read     bool                 // the chain, at least once
	told     map[common.Hash]What // what was told last of a disputed order
	balance  *big.Int             // that was last seen
	trouble  string               // that was told last
	pause    time.Duration        // before it is tried again
	refusals map[common.Hash]bool // answers that could not be given, told
}

// NewWatch begins to watch. The book must be one that this process writes.
func NewWatch(w Watching) (*Watch, error) {
	if !w.Book.Writes() {
		return nil, ErrWatched
	}
	if w.Sending == nil {
		w.Sending = new(sync.Mutex)
	}
	answers, err := openJournal(filepath.Join(w.Book.dir, "answers.json"))
	if err != nil {
		return nil, err
	}
	n := &gatherer{
		chainID: w.Book.ChainID, escrow: w.Market.Contracts.Escrow, groups: w.Groups, nodes: w.Nodes, pace: w.Pace, tell: w.Tell, resting: map[string]rest{},
	}
	return &Watch{Watching: w, nodes: n, answers: answers, told: map[common.Hash]What{}, refusals: map[common.Hash]bool{}}, nil
}

// ErrWatched says that another process watches the account's sales.
var ErrWatched = errors.New("another process watches these sales")

// Run watches until ctx ends. What fails at the chain or at a node is told and
// tried again.
func (w *Watch) Run(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	fresh, kept := make(chan struct{}, 1), make(chan struct{}, 1)
	done := make(chan struct{})
	go func() {
		defer close(done)
		w.keeping(ctx, fresh, kept)
	}()
	defer func() { cancel(); <-done }()
	heads := w.Market.Client.Heads(ctx)
	for {
		err := w.Step(ctx)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		w.tellTrouble(err)
		notify(fresh)
		again := w.retry(err)
		select {
		case <-again:
		case _, ok := <-heads:
			if !ok {
				return ctx.Err()
			}
		case <-kept:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// retry returns when to try again what failed, each time later, or nil.
func (w *Watch) retry(err error) <-chan time.Time {
	if err == nil {
		w.pause = 0
		return nil
	}
	w.pause = min(max(2*w.pause, w.Pace.Pause), w.Pace.Longest)
	return time.After(w.pause)
}

func notify(notices chan<- struct{}) {
	select {
	case notices <- struct{}{}:
	default: // one is waiting already
	}
}

// tellTrouble tells of what is wrong, once until it is another thing.
func (w *Watch) tellTrouble(err error) {
	text := ""
	if err != nil {
		text = err.Error()
	}
	if text != "" && text != w.trouble {
		w.Tell(Notice{What: Trouble, Err: err})
	}
	w.trouble = text
}

// Step reads the chain once, tells what is new, and answers what it is the
// publisher's turn to answer.
func (w *Watch) Step(ctx context.Context) error {
	news, err := w.Market.Follow(ctx, w.Book, nil)
	if err != nil {
		return err
	}
	if err := w.tellNews(news); err != nil {
		return err
	}
	if err := w.checkAccount(ctx, news.View); err != nil {
		return err
	}
	return w.answer(ctx, news.View)
}

// tellNews tells of what was read. What was there at the first reading is not
// news.
func (w *Watch) tellNews(news News) error {
	w.mu.Lock()
	first := !w.read
	w.view, w.read = news.View, true
	w.mu.Unlock()
	if news.Dropped > 0 {
		w.Tell(Notice{What: WasDropped, Count: int(news.Dropped)})
	}
	if n := w.Book.Len(); first {
		w.Tell(Notice{What: NewSale, Count: int(n), Block: news.Number})
	} else {
		for index := news.First; index < n; index++ {
			s, err := w.Book.At(index)
			if err != nil {
				return err
			}
			w.Tell(Notice{What: NewSale, Sale: &s, Block: s.Block, Tx: s.Tx})
		}
	}
	if first {
		return w.tellOpen(news.View)
	}
	for _, e := range news.Events {
		w.Tell(Notice{What: fates[e.State], Sale: &e.Sale, Block: e.Block})
	}
	return nil
}

func (w *Watch) tellOpen(v View) error {
	open, err := w.Book.open(v)
	for _, s := range open {
		w.Tell(Notice{What: WasDisputed, Sale: &s, Block: s.Fate.Since})
	}
	return err
}

var fates = map[dispute.State]What{dispute.Disputed: WasDisputed, dispute.Answered: WasAnswered, dispute.Refunded: WasRefunded}

// answerGas is about what an answer takes alone.
const answerGas = 200_000

// enoughAnswers are as many as an account should be able to pay for.
const enoughAnswers = 10

// checkAccount warns when the account has coin for few answers, each time that it
// has less.
func (w *Watch) checkAccount(ctx context.Context, v View) error {
	balance, err := w.Market.Client.BalanceAt(ctx, w.Signer.Address(), nil)
	if err != nil || w.balance != nil && balance.Cmp(w.balance) >= 0 {
		return err
	}
	fees, err := w.Market.Client.SuggestFees(ctx)
	if err != nil {
		return err
	}
	w.balance = balance
	cost := new(big.Int).Mul(fees.Cap, big.NewInt(answerGas))
	open, err := w.Book.open(v)
	if err != nil {
		return err
	}
	if n := new(big.Int).Div(balance, cost); n.Cmp(big.NewInt(int64(max(len(open), enoughAnswers)))) < 0 {
		w.Tell(Notice{What: LowAccount, Count: int(n.Int64())})
	}
	return nil
}
