package watch_test

import (
	"context"
	"errors"
	"log/slog"
	"math/big"
	"path/filepath"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/node/feed"
	"github.com/shrinkwrap/shrinkwrap/node/store"
	"github.com/shrinkwrap/shrinkwrap/node/store/sqlite"
	"github.com/shrinkwrap/shrinkwrap/node/watch"
)

// source lets a test bend an endpoint's answers.
type source struct {
	watch.Source
	logs func(q ethereum.FilterQuery, honest []types.Log) ([]types.Log, error)
}

func (s source) FilterLogs(ctx context.Context, q ethereum.FilterQuery) ([]types.Log, error) {
	honest, err := s.Source.FilterLogs(ctx, q)
	if err != nil {
		return nil, err
	}
	return s.logs(q, honest)
}

// An endpoint that leaves events out near the head, or gives ones of another
// branch, address or range, moves nothing.
func TestEndpointThatContradictsItself(t *testing.T) {
	for name, bend := range map[string]func(q ethereum.FilterQuery, logs []types.Log) ([]types.Log, error){
		"other branch": func(_ ethereum.FilterQuery, logs []types.Log) ([]types.Log, error) {
			logs[0].BlockHash[0]++
			return logs, nil
		},
		"other address": func(_ ethereum.FilterQuery, logs []types.Log) ([]types.Log, error) {
			logs[0].Address[0]++
			return logs, nil
		},
		"other block": func(_ ethereum.FilterQuery, logs []types.Log) ([]types.Log, error) {
			logs[0].BlockNumber++
			return logs, nil
		},
		"removed": func(_ ethereum.FilterQuery, logs []types.Log) ([]types.Log, error) {
			logs[0].Removed = true
			return logs, nil
		},
		"cut data": func(_ ethereum.FilterQuery, logs []types.Log) ([]types.Log, error) {
			logs[0].Data = logs[0].Data[:100]
			return logs, nil
		},
		"no topics": func(_ ethereum.FilterQuery, logs []types.Log) ([]types.Log, error) {
			logs[0].Topics = nil
			return logs, nil
		},
		"foreign topic": func(_ ethereum.FilterQuery, logs []types.Log) ([]types.Log, error) {
			logs[0].Topics[0][0]++
			return logs, nil
		},
		"the same twice": func(_ ethereum.FilterQuery, logs []types.Log) ([]types.Log, error) { return append(logs, logs...), nil },
		"an error":       func(ethereum.FilterQuery, []types.Log) ([]types.Log, error) { return nil, errors.New("rate limited") },
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.sync()
			before := w.view()
			paid := w.pay()
			w.down()
			w.up(source{w.client, bend})
			if err := w.watcher.Sync(t.Context()); err == nil || errors.Is(err, watch.ErrFatal) {
				t.Fatalf("error is %v", err)
			}
			if w.view().Cursor != before.Cursor {
				t.Fatal("cursor moved")
			}
			w.down()
			w.up(w.client)
			w.sync()
			if !w.has(paid) {
				t.Error("order was not read in the end")
			}
		})
	}
	t.Run("left out", func(t *testing.T) {
		w := newWorld(t)
		paid := w.pay()
		w.down()
		w.up(source{w.client, func(q ethereum.FilterQuery, logs []types.Log) ([]types.Log, error) {
			if q.BlockHash == nil {
				return nil, nil // as an endpoint whose index lags behind its head
			}
			return logs, nil
		}})
		w.sync()
		if !w.has(paid) {
			t.Error("order was missed")
		}
	})
}

// headers lets a test bend the answers about blocks.
type headers struct {
	watch.Source
	of func(number *big.Int, honest *types.Header, err error) (*types.Header, error)
}

func (s headers) HeaderByNumber(ctx context.Context, number *big.Int) (*types.Header, error) {
	h, err := s.Source.HeaderByNumber(ctx, number)
	return s.of(number, h, err)
}

// noSuchTag is how an endpoint refuses a tag that it does not know.
type noSuchTag struct{ code int }

func (e noSuchTag) Error() string  { return "invalid block tag" }
func (e noSuchTag) ErrorCode() int { return e.code }

// A chain that knows no finality is one without; an endpoint that is only busy
// does not make it one.
func TestFinality(t *testing.T) {
	for name, c := range map[string]struct {
		err  error
		fail bool
	}{
		"not found":     {ethereum.NotFound, false},
		"unknown tag":   {noSuchTag{-32602}, false},
		"no method":     {noSuchTag{-32601}, false},
		"rate limit":    {noSuchTag{-32005}, true},
		"not reachable": {errors.New("connection refused"), true},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.commit(40)
			w.down()
			w.up(headers{w.client, func(number *big.Int, h *types.Header, err error) (*types.Header, error) {
				if number != nil && number.Sign() < 0 {
					return nil, c.err
				}
				return h, err
			}})
			err := w.watcher.Sync(t.Context())
			if (err != nil) != c.fail {
				t.Fatalf("error is %v", err)
			}
			if !c.fail && w.view().Finalised != nil {
				t.Error("finality was made up")
			}
		})
	}
}

// Without a first block the escrow's own is found.
func TestStartAtDeployment(t *testing.T) {
	chain, err := devchain.New(devchain.Options{Manual: true})
	must(t, err)
	t.Cleanup(func() { must(t, chain.Close()) })
	w := &world{t: t, chain: chain, client: chain.Client(), path: filepath.Join(t.TempDir(), "node.db")}
	w.commit(5)
	nonce, err := w.client.PendingNonceAt(t.Context(), devchain.Address(0))
	must(t, err)
	at := crypto.CreateAddress(devchain.Address(0), nonce)
	created := store.Identity{Chains: []store.Chain{{ID: 1337, Escrow: at}}}
	must(t, sqlite.Create(w.path, created))
	w.store, err = sqlite.Open(w.path, created)
	must(t, err)
	t.Cleanup(func() { w.store.Close() })
	w.watcher = watch.New(watch.Config{
		Chain: created.Chains[0], Source: w.client, Store: w.store, Feed: feed.New(1), Range: 10,
		Log: slog.New(slog.DiscardHandler), Metrics: watch.NewMetrics(prometheus.NewRegistry()),
	})
	if err := w.watcher.Sync(t.Context()); err == nil || errors.Is(err, watch.ErrFatal) {
		t.Fatalf("before its deployment: %v", err)
	}
	// PUSH1 1, PUSH0, MSTORE8, PUSH1 1, PUSH0, RETURN: code of one byte
	tx := types.MustSignNewTx(devchain.Key(0), types.LatestSignerForChainID(big.NewInt(1337)), &types.DynamicFeeTx{
		ChainID: big.NewInt(1337), Nonce: nonce, GasTipCap: big.NewInt(params.GWei), GasFeeCap: big.NewInt(5 * params.GWei), Gas: 200_000, Data: common.FromHex("60015f5360015ff3"),
	})
	must(t, w.client.SendTransaction(t.Context(), tx))
	w.commit(20)
	w.sync()
	if _, err := w.store.Remembered(t.Context(), 1337, 4); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("reading began before the block of the deployment: %v", err)
	}
	if b, err := w.store.Remembered(t.Context(), 1337, 5); err != nil || b.Number != 5 {
		t.Errorf("reading began after block %d: %v", b.Number, err)
	}
}
