package chain_test

import (
	"bytes"
	"errors"
	"math/big"
	"reflect"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/rpctest"
)

// invented adds a payment that nobody made.
func invented(logs []types.Log) []types.Log {
	if len(logs) == 0 {
		return logs
	}
	last := logs[len(logs)-1]
	last.Index, last.Data = last.Index+1, []byte("invented")
	return append(logs, last)
}

func hidden(logs []types.Log) []types.Log { return logs[:0] }

// A minority's logs never count, whether it invents, hides or is gone, and
// whatever its place in the list.
func TestQuorumOfLogs(t *testing.T) {
	dev, want := withLogs(t)
	for name, spoil := range map[string]func(p *rpctest.Proxy){
		"invents": func(p *rpctest.Proxy) { p.Spoil = changed(t, invented) },
		"hides":   func(p *rpctest.Proxy) { p.Spoil = changed(t, hidden) },
		"is gone": func(p *rpctest.Proxy) { p.HTTP = rpctest.Status(500, "") },
		"flips":   func(p *rpctest.Proxy) { p.Spoil = rpctest.Constant("eth_chainId", `"0x5"`) },
	} {
		for place := range 3 {
			urls := []string{dev.HTTP(), dev.WS()}
			bad := rpctest.NewProxy(t, dev.HTTP())
			urls = append(urls[:place:place], append([]string{bad.URL}, urls[place:]...)...)
			client := dial(t, chain.Options{Quorum: 2}, urls...)
			bad.Set(spoil)
			if got := filter(t, client, logsQuery(0, 20)); !reflect.DeepEqual(got, want) {
				t.Errorf("endpoint %d %s: got %d logs, want %d", place, name, len(got), len(want))
			}
		}
	}
}

// Without agreement there are no logs, and the error says who said what.
func TestQuorumDisagrees(t *testing.T) {
	dev, _ := withLogs(t)
	liar, gone := rpctest.NewProxy(t, dev.HTTP()), rpctest.NewProxy(t, dev.HTTP())
	client := dial(t, chain.Options{Quorum: 2}, dev.HTTP(), liar.URL, gone.URL)
	liar.Set(func(p *rpctest.Proxy) { p.Spoil = changed(t, invented) })
	gone.Set(func(p *rpctest.Proxy) { p.HTTP = rpctest.Status(503, "") })
	_, err := client.FilterLogs(t.Context(), logsQuery(0, 20))
	wantError(t, err, "2 of 3 endpoints must agree on logs of blocks 0 to 20", dev.HTTP()+": 19 logs", liar.URL+": 20 logs", gone.URL+": 503")
}

// Two laggards that know of no logs yet are no quorum for there being none.
func TestQuorumOfLaggards(t *testing.T) {
	dev, _ := withLogs(t)
	one, two := rpctest.NewProxy(t, dev.HTTP()), rpctest.NewProxy(t, dev.HTTP())
	client := dial(t, chain.Options{Quorum: 2}, dev.HTTP(), one.URL, two.URL)
	for _, p := range []*rpctest.Proxy{one, two} {
		p.Set(func(p *rpctest.Proxy) {
			p.Spoil = func(asked rpctest.Message, honest []byte) []byte {
				return rpctest.Constant("eth_blockNumber", `"0x0"`)(asked, changed(t, hidden)(asked, honest))
			}
		})
	}
	_, err := client.FilterLogs(t.Context(), logsQuery(0, 20))
	wantError(t, err, "is at block 0, before block 20")
}

// A liar raises neither the head nor finality, and gives no block that others
// do not have.
func TestQuorumOfHeaders(t *testing.T) {
	dev := startChain(t, devchain.Options{Manual: true})
	for range 34 {
		commit(t, dev)
	}
	liar := rpctest.NewProxy(t, dev.HTTP())
	client := dial(t, chain.Options{Quorum: 2}, liar.URL, dev.HTTP(), dev.WS())

	forged := &types.Header{Number: big.NewInt(1000), Difficulty: new(big.Int), Extra: []byte{}}
	fields := toMap(t, forged)
	fields["hash"] = forged.Hash()
	liar.Set(func(p *rpctest.Proxy) { p.Spoil = rpctest.Constant("eth_getBlockByNumber", toJSON(t, fields)) })
	if alone, err := dial(t, chain.Options{}, liar.URL).Head(t.Context()); err != nil || alone.Number.Uint64() != 1000 {
		t.Fatalf("the liar alone says %v, %v", alone, err)
	}
	if header, err := client.Head(t.Context()); err != nil || header.Number.Uint64() != 34 {
		t.Errorf("head %v, %v, want 34", header, err)
	}
	if header, err := client.Finalized(t.Context()); err != nil || header.Number.Uint64() != 32 {
		t.Errorf("finalised %v, %v, want 32", header, err)
	}
	honest, err := dev.Client().HeaderByNumber(t.Context(), big.NewInt(7))
	if err != nil {
		t.Fatal(err)
	}
	if header, err := client.HeaderByNumber(t.Context(), big.NewInt(7)); err != nil || header.Hash() != honest.Hash() {
		t.Errorf("block 7 is %v, %v", header, err)
	}
	if _, err := client.HeaderByNumber(t.Context(), big.NewInt(1000)); !errors.Is(err, ethereum.NotFound) {
		t.Errorf("block 1000: %v, want ethereum.NotFound", err)
	}
	if _, err := client.HeaderByHash(t.Context(), common.Hash{1}); !errors.Is(err, ethereum.NotFound) {
		t.Errorf("unknown hash: %v, want ethereum.NotFound", err)
	}
}

func TestQuorumOfHeadersWithEndpointsDown(t *testing.T) {
	dev := startChain(t, devchain.Options{Manual: true})
	commit(t, dev)
	one, two := rpctest.NewProxy(t, dev.HTTP()), rpctest.NewProxy(t, dev.HTTP())
	client := dial(t, chain.Options{Quorum: 2}, one.URL, two.URL, dev.HTTP())
	one.Set(func(p *rpctest.Proxy) { p.HTTP = rpctest.Status(500, "") })
	if header, err := client.Head(t.Context()); err != nil || header.Number.Uint64() != 1 {
		t.Errorf("one down: head %v, %v", header, err)
	}
	two.Set(func(p *rpctest.Proxy) { p.HTTP = rpctest.Status(502, "") })
	_, err := client.Head(t.Context())
	wantError(t, err, "block latest, which 2 endpoints must have", one.URL+": 500", two.URL+": 502")
	_, err = client.HeaderByNumber(t.Context(), big.NewInt(1))
	wantError(t, err, "2 of 3 endpoints must agree on block 0x1", dev.HTTP())

	two.Set(func(p *rpctest.Proxy) { p.HTTP, p.Spoil = nil, rpctest.Constant("eth_getBlockByNumber", "null") })
	one.Set(func(p *rpctest.Proxy) { p.HTTP, p.Spoil = nil, rpctest.Constant("eth_getBlockByNumber", "null") })
	if _, err := client.HeaderByNumber(t.Context(), big.NewInt(rpc.FinalizedBlockNumber.Int64())); !errors.Is(err, ethereum.NotFound) {
		t.Errorf("finality that one of three knows: %v, want ethereum.NotFound", err)
	}
}

// Neither does a minority decide what code stands somewhere.
func TestQuorumOfCode(t *testing.T) {
	dev := startChain(t, devchain.Options{Manual: true})
	liar := rpctest.NewProxy(t, dev.HTTP())
	client := dial(t, chain.Options{Quorum: 2}, liar.URL, dev.HTTP(), dev.WS())
	liar.Set(func(p *rpctest.Proxy) { p.Spoil = rpctest.Constant("eth_getCode", `"0x"`) })
	if code, err := client.CodeAt(t.Context(), logger, nil); err != nil || !bytes.Equal(code, loggerCode) {
		t.Errorf("code is %x, %v", code, err)
	}
	two := dial(t, chain.Options{Quorum: 2}, liar.URL, dev.HTTP())
	_, err := two.CodeAt(t.Context(), logger, nil)
	wantError(t, err, "2 of 2 endpoints must agree on the code of", liar.URL)
}
