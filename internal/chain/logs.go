package chain

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"net/http"
	"slices"
	"sync"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rpc"
)

// FilterLogs returns the logs of a query in the chain's order, without removed
// ones. The query names a block by hash, or a range of blocks from and to
// numbers that are both given: an endpoint that has not reached the last of
// them does not count as having answered. Where an endpoint finds a range too
// large it is asked for halves. With a quorum, so many endpoints must have the
// same logs.
func (c *Client) FilterLogs(ctx context.Context, q ethereum.FilterQuery) (logs []types.Log, err error) {
	if err := checkQuery(q); err != nil {
		return nil, err
	}
	if c.o.Quorum > 1 {
		ask := func(ctx context.Context, e *endpoint) ([]types.Log, error) { return c.logsOf(ctx, e, q) }
		return agree(ctx, c, describe(q), ask, logsKey)
	}
	err = c.try(ctx, describe(q), func(e *endpoint) error {
		logs, err = c.logsOf(ctx, e, q)
		return err
	})
	return logs, err
}

func checkQuery(q ethereum.FilterQuery) error {
	if q.BlockHash != nil {
		if q.FromBlock != nil || q.ToBlock != nil {
			return errors.New("log query names a block and a range")
		}
		return nil
	}
	if q.FromBlock == nil || q.ToBlock == nil || !q.FromBlock.IsUint64() || !q.ToBlock.IsUint64() {
		return errors.New("log query's range is not of two block numbers")
	}
	if q.FromBlock.Cmp(q.ToBlock) > 0 {
		return fmt.Errorf("log query goes from block %v to %v", q.FromBlock, q.ToBlock)
	}
	return nil
}

func describe(q ethereum.FilterQuery) string {
	if q.BlockHash != nil {
		return "logs of block " + q.BlockHash.Hex()
	}
	if q.ToBlock == nil {
		return fmt.Sprintf("logs from block %v", q.FromBlock)
	}
	return fmt.Sprintf("logs of blocks %v to %v", q.FromBlock, q.ToBlock)
}

// logsKey tells answers apart. The block's time is left out: not every endpoint
// gives it.
func logsKey(logs []types.Log) string {
	plain := slices.Clone(logs)
	for i := range plain {
		plain[i].BlockTimestamp = 0
	}
	text, err := json.Marshal(plain)
	if err != nil {
		panic(fmt.Sprintf("chain: logs cannot be encoded: %v", err)) // they were decoded from JSON
	}
	return fmt.Sprintf("%d logs %x", len(logs), crypto.Keccak256(text)[:4]) + string(text)
}

// A span is the number of blocks that an endpoint lately answered logs for at
// once; 0 is without bound.
type span struct {
	mu     sync.Mutex
	blocks uint64
}

func (s *span) get() uint64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.blocks
}

// fits lets the span grow again by an eighth after it was used whole.
func (s *span) fits(blocks uint64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.blocks != 0 && blocks >= s.blocks {
		s.blocks += s.blocks/8 + 1
	}
}

// tooLarge halves the span.
func (s *span) tooLarge(blocks uint64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.blocks = max(blocks/2, 1)
}

// logsOf asks one endpoint, in as many parts as it needs.
func (c *Client) logsOf(ctx context.Context, e *endpoint, q ethereum.FilterQuery) ([]types.Log, error) {
	if q.BlockHash != nil {
		return c.logsAt(ctx, e, q)
	}
	all := []types.Log{}
	from, to := q.FromBlock.Uint64(), q.ToBlock.Uint64()
	for from <= to {
		end := to
		if most := e.span.get(); most != 0 && to-from >= most {
			end = from + most - 1
		}
		part := q
		part.FromBlock, part.ToBlock = new(big.Int).SetUint64(from), new(big.Int).SetUint64(end)
		logs, err := c.logsAt(ctx, e, part)
		switch {
		case err != nil && isTooLarge(err) && end > from:
			e.span.tooLarge(end - from + 1)
			continue
		case err != nil:
			return nil, err
		}
		e.span.fits(end - from + 1)
		all = append(all, logs...)
		if end == to {
			break // to may be the largest number there is
		}
		from = end + 1
	}
	return all, nil
}

// logsAt asks one endpoint once, for its head in the same batch, and checks the
// answer against the question.
func (c *Client) logsAt(ctx context.Context, e *endpoint, q ethereum.FilterQuery) ([]types.Log, error) {
	var head hexutil.Uint64
	var raw json.RawMessage
	calls := []rpc.BatchElem{{Method: getLogs, Args: []any{filterArgument(q)}, Result: &raw}}
	if q.BlockHash == nil {
		calls = append(calls, rpc.BatchElem{Method: "eth_blockNumber", Result: &head})
	}
	if err := e.ask(ctx, c.o.ChainID, calls); err != nil {
		return nil, err
	}
	for _, asked := range calls {
		if asked.Error != nil {
			return nil, asked.Error
		}
	}
	if q.BlockHash == nil && uint64(head) < q.ToBlock.Uint64() {
		return nil, e.fault(fmt.Errorf("is at block %d, before block %v", uint64(head), q.ToBlock))
	}
	logs, err := readLogs(q, raw)
	return logs, e.fault(err)
}

func readLogs(q ethereum.FilterQuery, raw json.RawMessage) ([]types.Log, error) {
	var logs []types.Log
	if err := decode(raw, &logs, getLogs); err != nil {
		return nil, fmt.Errorf("eth_getLogs: %v", err)
	}
	logs = slices.DeleteFunc(logs, func(log types.Log) bool { return log.Removed })
	return logs, checkLogs(q, logs)
}

// Logs is a query for [Client.BatchCall] whose last block, if it is nil, is the
// newest. No quorum is asked, and nothing is halved: an endpoint that finds it
// too large says so in its element.
type Logs struct {
	Query ethereum.FilterQuery
	raw   json.RawMessage
}

const getLogs = "eth_getLogs"

// Elem is the query's element of a batch.
func (l *Logs) Elem() rpc.BatchElem {
	return rpc.BatchElem{Method: getLogs, Args: []any{filterArgument(l.Query)}, Result: &l.raw}
}

// Read returns what was answered, as [Client.FilterLogs] does.
func (l *Logs) Read() ([]types.Log, error) { return readLogs(l.Query, l.raw) }

// filterArgument is a query as eth_getLogs takes it.
func filterArgument(q ethereum.FilterQuery) map[string]any {
	argument := map[string]any{}
	if len(q.Addresses) > 0 {
		argument["address"] = q.Addresses
	}
	if len(q.Topics) > 0 {
		argument["topics"] = q.Topics
	}
	if q.BlockHash != nil {
		argument["blockHash"] = *q.BlockHash
		return argument
	}
	argument["fromBlock"] = hexutil.EncodeBig(q.FromBlock)
	if q.ToBlock != nil { // none is the newest
		argument["toBlock"] = hexutil.EncodeBig(q.ToBlock)
	}
	return argument
}

// checkLogs makes sure that logs are what was asked for, in the chain's order.
func checkLogs(q ethereum.FilterQuery, logs []types.Log) error {
	for i, log := range logs {
		if !matches(q, log) {
			return fmt.Errorf("%s: answer has log %d of block %d, which was not asked for", describe(q), log.Index, log.BlockNumber)
		}
		if i > 0 && !before(logs[i-1], log) {
			return fmt.Errorf("%s: answer has log %d of block %d out of order", describe(q), log.Index, log.BlockNumber)
		}
	}
	return nil
}

func before(a, b types.Log) bool {
	return a.BlockNumber < b.BlockNumber || a.BlockNumber == b.BlockNumber && a.BlockHash == b.BlockHash && a.Index < b.Index
}

func matches(q ethereum.FilterQuery, log types.Log) bool {
	switch {
	case len(q.Addresses) > 0 && !slices.Contains(q.Addresses, log.Address), len(log.Topics) < len(q.Topics):
		return false
	case q.BlockHash != nil && log.BlockHash != *q.BlockHash:
		return false
	case q.BlockHash == nil && log.BlockNumber < q.FromBlock.Uint64(), q.ToBlock != nil && log.BlockNumber > q.ToBlock.Uint64():
		return false
	}
	for i, wanted := range q.Topics {
		if len(wanted) > 0 && !slices.Contains(wanted, log.Topics[i]) {
			return false
		}
	}
	return true
}

// tooLarge are words of an endpoint that finds a range of blocks, or its logs,
// too many.
var tooLarge = []string{
	"query returned more than", "range too large", "range is too", "range too wide",
	"block range", "blocks range", "maximum range", "max range", "range limit",
	"exceeds the range", "limit exceeded", "too many results", "too many logs",
	"more than 10000", "more than 10,000", "response size", "response too",
	"query timeout", "result window", "block limit", "is limited to", "ranges over",
	"max results", "too many blocks", "blocks distance", "must be smaller than",
	"timed out",
}

// isTooLarge reports whether a smaller range may be answered.
func isTooLarge(err error) bool {
	var status rpc.HTTPError
	if errors.As(err, &status) {
		return status.StatusCode == http.StatusRequestEntityTooLarge ||
			status.StatusCode == http.StatusBadRequest && containsAny(err.Error(), tooLarge)
	}
	if errors.Is(err, errTooLong) {
		return true
	}
	var answer rpc.Error
	if !errors.As(err, &answer) || containsAny(answer.Error(), busy) || containsAny(answer.Error(), []string{"beyond current head"}) {
		return false
	}
	return answer.ErrorCode() == codeLimitExceeded || containsAny(answer.Error(), tooLarge)
}
