package chain_test

import (
	"errors"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/rpctest"
)

func TestHeaders(t *testing.T) {
	for _, rules := range []devchain.Rules{devchain.Osaka, devchain.Amsterdam} {
		dev := startChain(t, devchain.Options{Manual: true, Rules: rules})
		client := dial(t, chain.Options{}, dev.HTTP())
		first := commit(t, dev)
		second := commit(t, dev)
		head, err := client.Head(t.Context())
		if err != nil || head.Hash() != second || head.ParentHash != first {
			t.Errorf("%v: head %v, %v", rules, head, err)
		}
		header, err := client.HeaderByNumber(t.Context(), big.NewInt(1))
		if err != nil || header.Hash() != first {
			t.Errorf("%v: block 1 is %v, %v", rules, header, err)
		}
		header, err = client.HeaderByHash(t.Context(), first)
		if err != nil || header.Number.Uint64() != 1 {
			t.Errorf("%v: block %v is %v, %v", rules, first, header, err)
		}
		if number, err := client.BlockNumber(t.Context()); err != nil || number != 2 {
			t.Errorf("%v: number %d, %v", rules, number, err)
		}
		if _, err := client.HeaderByNumber(t.Context(), big.NewInt(3)); !errors.Is(err, ethereum.NotFound) {
			t.Errorf("%v: block 3: %v, want ethereum.NotFound", rules, err)
		}
		if _, err := client.HeaderByHash(t.Context(), common.Hash{1}); !errors.Is(err, ethereum.NotFound) {
			t.Errorf("%v: unknown hash: %v, want ethereum.NotFound", rules, err)
		}
	}
}

// After a fork the dropped block is gone by number and still there by hash.
func TestHeadersAcrossFork(t *testing.T) {
	dev := startChain(t, devchain.Options{Manual: true})
	client := dial(t, chain.Options{}, dev.HTTP())
	parent := commit(t, dev)
	dropped := emit(t, dev, 1)
	if err := dev.Fork(parent); err != nil {
		t.Fatal(err)
	}
	dev.Rollback()
	if _, err := client.HeaderByNumber(t.Context(), big.NewInt(2)); !errors.Is(err, ethereum.NotFound) {
		t.Errorf("block 2 after the fork: %v, want ethereum.NotFound", err)
	}
	if header, err := client.HeaderByHash(t.Context(), dropped); err != nil || header.Number.Uint64() != 2 {
		t.Errorf("dropped block: %v, %v", header, err)
	}
	fresh := commit(t, dev)
	if header, err := client.HeaderByNumber(t.Context(), big.NewInt(2)); err != nil || header.Hash() != fresh || fresh == dropped {
		t.Errorf("block 2 is %v, %v, want %v", header, err, fresh)
	}
}

func TestFinalized(t *testing.T) {
	dev := startChain(t, devchain.Options{Manual: true})
	for range 33 {
		commit(t, dev)
	}
	without := rpctest.NewProxy(t, dev.HTTP())
	client := dial(t, chain.Options{}, without.URL)
	if header, err := client.Finalized(t.Context()); err != nil || header.Number.Uint64() != 32 {
		t.Errorf("finalised %v, %v, want block 32", header, err)
	}
	// Endpoints of chains without finality say it in several ways.
	for _, spoil := range []func(p *rpctest.Proxy){
		func(p *rpctest.Proxy) {
			p.Refuse = rpctest.Refusing("eth_getBlockByNumber", rpctest.Fault{Code: -32000, Message: "finalized block not found"})
		},
		func(p *rpctest.Proxy) {
			p.Refuse = rpctest.Refusing("eth_getBlockByNumber", rpctest.Fault{Code: -39001, Message: "Unknown block"})
		},
		func(p *rpctest.Proxy) {
			p.Refuse = rpctest.Refusing("eth_getBlockByNumber", rpctest.Fault{Code: -32602, Message: "invalid argument 0: hex string without 0x prefix"})
		},
		func(p *rpctest.Proxy) { p.Refuse, p.Spoil = nil, rpctest.Constant("eth_getBlockByNumber", "null") },
	} {
		without.Set(spoil)
		if _, err := client.Finalized(t.Context()); !errors.Is(err, chain.ErrNoFinality) {
			t.Errorf("got %v, want ErrNoFinality", err)
		}
		if _, err := client.HeaderByNumber(t.Context(), big.NewInt(rpc.FinalizedBlockNumber.Int64())); !errors.Is(err, ethereum.NotFound) {
			t.Errorf("got %v, want ethereum.NotFound", err)
		}
	}
	without.Set(func(p *rpctest.Proxy) { p.HTTP = rpctest.Status(500, "") })
	if _, err := client.Finalized(t.Context()); err == nil || errors.Is(err, chain.ErrNoFinality) {
		t.Errorf("endpoint that is down: got %v", err)
	}
}

// An endpoint that hangs behind is left when its head has stood still for a
// while.
func TestStalledEndpointIsLeft(t *testing.T) {
	dev := startChain(t, devchain.Options{Manual: true})
	commit(t, dev)
	stuck := rpctest.NewProxy(t, dev.HTTP())
	time0 := &clock{now: time.Unix(1_000_000, 0)}
	client := dial(t, chain.Options{Stall: time.Minute, Now: time0.Now}, stuck.URL, dev.HTTP())
	head := func() uint64 {
		t.Helper()
		header, err := client.Head(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return header.Number.Uint64()
	}
	if n := head(); n != 1 {
		t.Fatalf("head %d, want 1", n)
	}
	var old map[string]any
	if err := dev.Client().Client().CallContext(t.Context(), &old, "eth_getBlockByNumber", "0x1", false); err != nil {
		t.Fatal(err)
	}
	frozen := toJSON(t, old)
	stuck.Set(func(p *rpctest.Proxy) { p.Spoil = rpctest.Constant("eth_getBlockByNumber", frozen) })
	commit(t, dev)
	commit(t, dev)
	time0.now = time0.now.Add(59 * time.Second)
	if n := head(); n != 1 {
		t.Errorf("head %d before the minute is over, want 1", n)
	}
	time0.now = time0.now.Add(time.Second)
	if n := head(); n != 3 {
		t.Errorf("head %d after a minute, want 3", n)
	}
	if n := head(); n != 3 {
		t.Errorf("head %d afterwards, want 3", n)
	}
	if n := stuck.Count("eth_getBlockByNumber"); n != 3 {
		t.Errorf("stuck endpoint was asked %d times, want 3", n)
	}
}

// A header that was not asked for is an endpoint's fault, not the chain's
// answer.
func TestForeignHeadersAreRefused(t *testing.T) {
	dev := startChain(t, devchain.Options{Manual: true})
	commit(t, dev)
	commit(t, dev)
	var second map[string]any
	if err := dev.Client().Client().CallContext(t.Context(), &second, "eth_getBlockByNumber", "0x2", false); err != nil {
		t.Fatal(err)
	}
	liar := rpctest.NewProxy(t, dev.HTTP())
	client := dial(t, chain.Options{}, liar.URL)
	liar.Set(func(p *rpctest.Proxy) {
		p.Spoil = func(asked rpctest.Message, honest []byte) []byte {
			return rpctest.Constant("eth_getBlockByHash", toJSON(t, second))(asked, rpctest.Constant("eth_getBlockByNumber", toJSON(t, second))(asked, honest))
		}
	})
	_, err := client.HeaderByNumber(t.Context(), big.NewInt(1))
	wantError(t, err, "asked for block 1, got block 2")
	_, err = client.HeaderByHash(t.Context(), common.Hash{1})
	wantError(t, err, "asked for block 0x01", "got block 0x")
}
