package watch

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/node/feed"
	"github.com/shrinkwrap/shrinkwrap/node/store"
)

// kinds are the events that are followed, by their first topics. Of all but the
// first the second topic is the order.
var kinds = map[common.Hash]store.MarkKind{
	dispute.DisputedTopic:    store.Disputed,
	dispute.KeyReleasedTopic: store.Answered,
	dispute.RefundedTopic:    store.Refunded,
}

func topics() []common.Hash { return append(slices.Collect(maps.Keys(kinds)), order.ConfirmedTopic) }

// sort puts events into a batch. One that no escrow would have written is an
// error: the endpoint is at fault, and nothing of its answer is taken.
func (w *Watcher) sort(batch *store.Batch, logs []types.Log) error {
	for _, log := range logs {
		if len(log.Topics) > 0 && log.Topics[0] == order.ConfirmedTopic {
			paid, err := order.ParseConfirmed(log)
			if err != nil {
				return fmt.Errorf("event %d of block %d: %v", log.Index, log.BlockNumber, err)
			}
			batch.Orders = append(batch.Orders, paid)
			continue
		}
		mark, err := parseMark(log)
		if err != nil {
			return fmt.Errorf("event %d of block %d: %v", log.Index, log.BlockNumber, err)
		}
		batch.Marks = append(batch.Marks, mark)
	}
	return nil
}

func parseMark(log types.Log) (store.Mark, error) {
	if len(log.Topics) < 2 {
		return store.Mark{}, fmt.Errorf("has %d topics, and so no order", len(log.Topics))
	}
	kind, ok := kinds[log.Topics[0]]
	if !ok {
		return store.Mark{}, fmt.Errorf("topic %s was not asked for", log.Topics[0])
	}
	return store.Mark{
		Kind: kind, Order: log.Topics[1], Data: append([]byte{}, log.Data...),
		Block: log.BlockNumber, BlockHash: log.BlockHash, Tx: log.TxHash, LogIndex: log.Index,
	}, nil
}

// tell tells of a batch that is durable.
func (w *Watcher) tell(batch store.Batch, cursor store.Block) {
	chain := label(w.Chain.ID)
	w.Metrics.indexed.WithLabelValues(chain).Set(float64(cursor.Number))
	w.Metrics.orders.WithLabelValues(chain).Add(float64(len(batch.Orders)))
	var events []nodeapi.Event
	for _, m := range batch.Marks {
		name, ok := map[store.MarkKind]string{store.Disputed: feed.Disputed, store.Answered: feed.Answered, store.Refunded: feed.Refunded}[m.Kind]
		if ok {
			events = append(events, nodeapi.Event{Type: name, ChainID: w.Chain.ID, Order: hexutil.Encode(m.Order[:]), Block: m.Block})
		}
	}
	w.Feed.Publish(events...)
	if n := len(batch.Orders); n > 0 {
		w.Log.Info("orders read", "chain", w.Chain.ID, "block", cursor.Number, "orders", n)
	}
}

// Metrics count a watcher's work, by chain.
type Metrics struct {
	head, indexed                     *prometheus.GaugeVec
	orders, reorganisations, failures *prometheus.CounterVec
}

// NewMetrics registers the watchers' metrics, which all of a node's chains
// share.
func NewMetrics(r prometheus.Registerer) *Metrics {
	gauge := func(name, help string) *prometheus.GaugeVec {
		return prometheus.NewGaugeVec(prometheus.GaugeOpts{Name: name, Help: help}, []string{"chain"})
	}
	counter := func(name, help string) *prometheus.CounterVec {
		return prometheus.NewCounterVec(prometheus.CounterOpts{Name: name, Help: help}, []string{"chain"})
	}
	m := &Metrics{
		head:            gauge("chain_head", "Newest block that the chain's endpoints told of."),
		indexed:         gauge("chain_indexed", "Last block that was read."),
		orders:          counter("orders_total", "Payments that were read."),
		reorganisations: counter("reorganisations_total", "Times that the chain dropped blocks that were read."),
		failures:        counter("chain_failures_total", "Polls of the chain that failed."),
	}
	r.MustRegister(m.head, m.indexed, m.orders, m.reorganisations, m.failures)
	return m
}

func label(chain uint64) string { return strconv.FormatUint(chain, 10) }
