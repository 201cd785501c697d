package chain_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"math/big"
	"net/http"
	"reflect"
	"slices"
	"strconv"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/rpctest"
)

// withLogs is a chain of 20 blocks with 0, 1 or 2 logs each, and its logs as
// the chain itself gives them.
func withLogs(t *testing.T) (*devchain.Chain, []types.Log) {
	t.Helper()
	dev := startChain(t, devchain.Options{Manual: true})
	for i := range 20 {
		emit(t, dev, i%3)
	}
	logs, err := dev.Client().FilterLogs(t.Context(), logsQuery(0, 20))
	if err != nil || len(logs) != 19 {
		t.Fatalf("%d logs, %v", len(logs), err)
	}
	return dev, logs
}

func filter(t *testing.T, client *chain.Client, q ethereum.FilterQuery) []types.Log {
	t.Helper()
	logs, err := client.FilterLogs(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	return logs
}

func TestLogs(t *testing.T) {
	dev, want := withLogs(t)
	for _, url := range []string{dev.HTTP(), dev.WS()} {
		client := dial(t, chain.Options{}, url)
		if got := filter(t, client, logsQuery(0, 20)); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %d logs, want %d", url, len(got), len(want))
		}
		if got := filter(t, client, logsQuery(4, 4)); len(got) != 0 { // the fourth block has 3%3 logs
			t.Errorf("%s: block 4 has %d logs", url, len(got))
		}
		hash := want[0].BlockHash
		got := filter(t, client, ethereum.FilterQuery{BlockHash: &hash, Addresses: []common.Address{logger}})
		if len(got) != 1 || got[0].BlockHash != hash {
			t.Errorf("%s: by hash got %v", url, got)
		}
		if got := filter(t, client, ethereum.FilterQuery{FromBlock: big.NewInt(0), ToBlock: big.NewInt(20)}); len(got) != len(want) {
			t.Errorf("%s: of all addresses got %d logs", url, len(got))
		}
		none := logsQuery(0, 20)
		none.Topics = [][]common.Hash{{{9}}}
		if got := filter(t, client, none); len(got) != 0 {
			t.Errorf("%s: of another topic got %d logs", url, len(got))
		}
	}
}

func TestLogsRefusesQueries(t *testing.T) {
	dev := startChain(t, devchain.Options{Manual: true})
	client := dial(t, chain.Options{}, dev.HTTP())
	hash := common.Hash{1}
	for name, c := range map[string]struct {
		q    ethereum.FilterQuery
		want string
	}{
		"open end":      {ethereum.FilterQuery{FromBlock: big.NewInt(0)}, "not of two block numbers"},
		"open start":    {ethereum.FilterQuery{ToBlock: big.NewInt(0)}, "not of two block numbers"},
		"tag":           {ethereum.FilterQuery{FromBlock: big.NewInt(0), ToBlock: big.NewInt(-3)}, "not of two block numbers"},
		"backwards":     {logsQuery(2, 1), "goes from block 2 to 1"},
		"both":          {ethereum.FilterQuery{BlockHash: &hash, ToBlock: big.NewInt(0)}, "a block and a range"},
		"not yet":       {logsQuery(0, 1), "beyond current head"},
		"unknown block": {ethereum.FilterQuery{BlockHash: &hash}, "unknown block"},
	} {
		_, err := client.FilterLogs(t.Context(), c.q)
		t.Log(name)
		wantError(t, err, c.want)
	}
}

// cut refuses ranges of more than most blocks.
func cut(most uint64, f rpctest.Fault) func(rpctest.Message) *rpctest.Fault {
	return func(asked rpctest.Message) *rpctest.Fault {
		var params []struct{ FromBlock, ToBlock string }
		if asked.Method != "eth_getLogs" || json.Unmarshal(asked.Params, &params) != nil {
			return nil
		}
		from, _ := strconv.ParseUint(params[0].FromBlock, 0, 64)
		to, _ := strconv.ParseUint(params[0].ToBlock, 0, 64)
		if to-from+1 > most {
			return &f
		}
		return nil
	}
}

// Logs go into a batch with other calls, up to the newest block; an endpoint that
// finds them too many answers the others.
func TestLogsInABatch(t *testing.T) {
	dev, want := withLogs(t)
	cutting := rpctest.NewProxy(t, dev.HTTP())
	client := dial(t, chain.Options{}, cutting.URL)
	ask := func() (*chain.Logs, []rpc.BatchElem, hexutil.Uint64) {
		t.Helper()
		q := logsQuery(3, 0)
		q.ToBlock = nil
		logs, head := &chain.Logs{Query: q}, hexutil.Uint64(0)
		calls := []rpc.BatchElem{{Method: "eth_blockNumber", Result: &head}, logs.Elem()}
		if err := client.BatchCall(t.Context(), calls); err != nil {
			t.Fatal(err)
		}
		return logs, calls, head
	}
	logs, calls, _ := ask()
	got, err := logs.Read()
	later := slices.DeleteFunc(slices.Clone(want), func(log types.Log) bool { return log.BlockNumber < 3 })
	if err != nil || calls[1].Error != nil || !reflect.DeepEqual(got, later) || len(later) == len(want) {
		t.Errorf("got %d logs, %v, want %d", len(got), errors.Join(err, calls[1].Error), len(later))
	}
	cutting.Set(func(p *rpctest.Proxy) {
		p.Refuse = rpctest.Refusing("eth_getLogs", rpctest.Fault{Code: -32005, Message: "query returned more than 10000 results"})
	})
	if _, calls, head := ask(); calls[0].Error != nil || head == 0 {
		t.Errorf("head is %d, %v", head, calls[0].Error)
	} else {
		wantError(t, calls[1].Error, "more than 10000 results")
	}
	cutting.Set(func(p *rpctest.Proxy) {
		p.Refuse = nil
		p.Spoil = func(asked rpctest.Message, result []byte) []byte {
			return bytes.ReplaceAll(result, []byte(`"blockNumber":"0x3"`), []byte(`"blockNumber":"0x2"`))
		}
	})
	logs, _, _ = ask()
	_, err = logs.Read()
	wantError(t, err, "was not asked for")
}

// Endpoints cut ranges in many words; the logs are the same.
func TestLogsOfCutRanges(t *testing.T) {
	dev, want := withLogs(t)
	for _, f := range []rpctest.Fault{
		{Code: -32005, Message: "query returned more than 10000 results. Try with this block range [0x1, 0x2]."},
		{Code: -32602, Message: "exceed maximum block range 5"},
		{Code: -32000, Message: "Log response size exceeded. You can make eth_getLogs requests with up to a 2K block range"},
		{Code: -32600, Message: "eth_getLogs block range too large, range: 2001, max: 2000"},
		{Code: -32000, Message: "query timeout exceeded"},
		{Code: -32005, Message: "limit exceeded"},
		{Code: -32614, Message: "eth_getLogs is limited to a 10,000 range"},
		{Code: 35, Message: "ranges over 10000 blocks are not supported on freetier"},
		{Code: -32000, Message: "requested too many blocks from 0 to 20, maximum is set to 3"},
		{Code: -32000, Message: "maximum [from, to] blocks distance: 2000"},
		{Code: -32000, Message: "query must be smaller than size 1024"},
		{Code: -32000, Message: "query exceeds max results 20000, retry with the range 1-2"},
		{Code: -32000, Message: "backend response too large"},
		{Code: -32002, Message: "request timed out"},
	} {
		for _, most := range []uint64{1, 2, 3, 7, 19, 20, 21} {
			cutting := rpctest.NewProxy(t, dev.HTTP())
			cutting.Set(func(p *rpctest.Proxy) { p.Refuse = cut(most, f) })
			client := dial(t, chain.Options{}, cutting.URL)
			for range 2 {
				if got := filter(t, client, logsQuery(0, 20)); !reflect.DeepEqual(got, want) {
					t.Fatalf("%q at %d blocks: got %d logs, want %d", f.Message, most, len(got), len(want))
				}
			}
			// Halving 21 blocks takes at most 5 refusals, and 2·21 queries get
			// all of them twice; the growing span costs some refusals more.
			if n := cutting.Count("eth_getLogs"); n > 5+2*21*3 {
				t.Errorf("%q at %d blocks took %d queries", f.Message, most, n)
			}
		}
	}
}

// Endpoints also cut by the number of results, and some say so in an HTTP
// status of their own.
func TestLogsOfCutResults(t *testing.T) {
	dev, want := withLogs(t)
	const most = 5 // in a block there are fewer
	few := func(asked rpctest.Message) bool {
		var params []struct{ FromBlock, ToBlock string }
		if asked.Method != "eth_getLogs" || json.Unmarshal(asked.Params, &params) != nil {
			return true
		}
		from, _ := strconv.ParseUint(params[0].FromBlock, 0, 64)
		to, _ := strconv.ParseUint(params[0].ToBlock, 0, 64)
		found := 0
		for _, log := range want {
			if log.BlockNumber >= from && log.BlockNumber <= to {
				found++
			}
		}
		return found <= most
	}
	for name, change := range map[string]func(p *rpctest.Proxy){
		"error": func(p *rpctest.Proxy) {
			p.Refuse = func(asked rpctest.Message) *rpctest.Fault {
				if few(asked) {
					return nil
				}
				return &rpctest.Fault{Code: -32005, Message: "query returned more than 5 results"}
			}
		},
		"status 400": func(p *rpctest.Proxy) {
			p.Batch = func(w http.ResponseWriter, asked []rpctest.Message) bool {
				return slices.ContainsFunc(asked, func(one rpctest.Message) bool { return !few(one) }) &&
					rpctest.Status(http.StatusBadRequest, `{"jsonrpc":"2.0","id":1,"error":{"code":-32600,"message":"you can make eth_getLogs requests with up to a 10 block range"}}`)(w)
			}
		},
	} {
		cutting := rpctest.NewProxy(t, dev.HTTP())
		cutting.Set(change)
		if got := filter(t, dial(t, chain.Options{}, cutting.URL), logsQuery(0, 20)); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %d logs, want %d", name, len(got), len(want))
		}
	}
}

// An answer that is too long for us is asked for in halves, over either
// transport.
func TestLogsTooLongForUs(t *testing.T) {
	dev, want := withLogs(t)
	for _, url := range []string{dev.HTTP(), dev.WS()} {
		client := dial(t, chain.Options{MaxResponse: 4000}, url)
		if got := filter(t, client, logsQuery(0, 20)); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %d logs, want %d", url, len(got), len(want))
		}
	}
	client := dial(t, chain.Options{MaxResponse: 400}, dev.HTTP())
	_, err := client.FilterLogs(t.Context(), logsQuery(3, 3))
	wantError(t, err, "logs of blocks 3 to 3", "answer is too long")
}

func TestLogsTooLargeForOneBlock(t *testing.T) {
	dev, _ := withLogs(t)
	cutting := rpctest.NewProxy(t, dev.HTTP())
	cutting.Set(func(p *rpctest.Proxy) {
		p.Refuse = cut(0, rpctest.Fault{Code: -32602, Message: "block range too large"})
	})
	client := dial(t, chain.Options{}, cutting.URL)
	_, err := client.FilterLogs(t.Context(), logsQuery(0, 20))
	wantError(t, err, "logs of blocks 0 to 20", cutting.URL, "block range too large")
	cutting.Set(func(p *rpctest.Proxy) { p.Refuse, p.HTTP = nil, rpctest.Status(http.StatusRequestEntityTooLarge, "") })
	_, err = client.FilterLogs(t.Context(), logsQuery(0, 20))
	wantError(t, err, "413")
}

// changed changes the logs of an answer.
func changed(t *testing.T, change func([]types.Log) []types.Log) func(rpctest.Message, []byte) []byte {
	return func(asked rpctest.Message, result []byte) []byte {
		if asked.Method != "eth_getLogs" {
			return result
		}
		var logs []types.Log
		if err := json.Unmarshal(result, &logs); err != nil {
			t.Error(err)
		}
		if len(logs) == 0 {
			return result // of a part of the range, in which there are none
		}
		return []byte(toJSON(t, change(logs)))
	}
}

func TestRemovedLogsAreSkipped(t *testing.T) {
	dev, want := withLogs(t)
	p := rpctest.NewProxy(t, dev.HTTP())
	p.Set(func(p *rpctest.Proxy) {
		p.Spoil = changed(t, func(logs []types.Log) []types.Log { logs[4].Removed = true; return logs })
	})
	got := filter(t, dial(t, chain.Options{}, p.URL), logsQuery(0, 20))
	if len(got) != len(want)-1 || got[4].TxHash != want[5].TxHash {
		t.Errorf("got %d logs, want %d", len(got), len(want)-1)
	}
}

// What was not asked for is refused, and the next endpoint asked.
func TestForeignLogsAreRefused(t *testing.T) {
	dev, want := withLogs(t)
	for name, change := range map[string]func([]types.Log) []types.Log{
		"other address": func(logs []types.Log) []types.Log { logs[3].Address = limiter; return logs },
		"other topic":   func(logs []types.Log) []types.Log { logs[3].Topics[0] = common.Hash{}; return logs },
		"no topic":      func(logs []types.Log) []types.Log { logs[3].Topics = []common.Hash{}; return logs },
		"block before":  func(logs []types.Log) []types.Log { logs[0].BlockNumber = 0; return logs },
		"block after":   func(logs []types.Log) []types.Log { logs[len(logs)-1].BlockNumber = 21; return logs },
		"out of order":  func(logs []types.Log) []types.Log { logs[3], logs[4] = logs[4], logs[3]; return logs },
		"twice":         func(logs []types.Log) []types.Log { return append(logs[:4:4], logs[3:]...) },
		"two branches":  func(logs []types.Log) []types.Log { logs[2].BlockHash = common.Hash{1}; return logs },
		"null":          func(logs []types.Log) []types.Log { return nil },
	} {
		liar := rpctest.NewProxy(t, dev.HTTP())
		liar.Set(func(p *rpctest.Proxy) { p.Spoil = changed(t, change) })
		_, err := dial(t, chain.Options{}, liar.URL).FilterLogs(t.Context(), logsQuery(1, 20))
		t.Log(name)
		wantError(t, err, liar.URL, "logs of blocks 1 to 20")
		if got := filter(t, dial(t, chain.Options{}, liar.URL, dev.HTTP()), logsQuery(1, 20)); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %d logs, want %d", name, len(got), len(want))
		}
	}
}

// An endpoint that has not reached the range's end is no source for it: it
// would say that nothing happened.
func TestLaggingEndpointIsNoSource(t *testing.T) {
	dev, want := withLogs(t)
	lagging := rpctest.NewProxy(t, dev.HTTP())
	lagging.Set(func(p *rpctest.Proxy) {
		p.Spoil = func(asked rpctest.Message, honest []byte) []byte {
			switch asked.Method {
			case "eth_blockNumber":
				return []byte(`"0x13"`)
			case "eth_getLogs":
				return []byte(`[]`)
			}
			return honest
		}
	})
	if got := filter(t, dial(t, chain.Options{}, lagging.URL, dev.HTTP()), logsQuery(0, 20)); !reflect.DeepEqual(got, want) {
		t.Errorf("got %d logs, want %d", len(got), len(want))
	}
}

// A reorganisation between two queries shows: the dropped log is gone, the new
// one there.
func TestLogsAcrossFork(t *testing.T) {
	dev := startChain(t, devchain.Options{Manual: true})
	client := dial(t, chain.Options{}, dev.HTTP())
	parent := commit(t, dev)
	emit(t, dev, 2)
	before := filter(t, client, logsQuery(0, 2))
	if err := dev.Fork(parent); err != nil {
		t.Fatal(err)
	}
	dev.Rollback()
	emit(t, dev, 1)
	after := filter(t, client, logsQuery(0, 2))
	if len(before) != 2 || len(after) != 1 || before[0].BlockHash == after[0].BlockHash {
		t.Errorf("before %v, after %v", before, after)
	}
	hash := before[0].BlockHash
	old, err := client.FilterLogs(t.Context(), ethereum.FilterQuery{BlockHash: &hash})
	if err == nil && len(old) != 2 {
		t.Errorf("dropped block has %d logs", len(old))
	}
}
