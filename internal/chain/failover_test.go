package chain_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/rpctest"
)

func TestDial(t *testing.T) {
	dev := startChain(t, devchain.Options{Manual: true})
	for _, url := range []string{dev.HTTP(), dev.WS()} {
		client := dial(t, chain.Options{}, url)
		if client.ChainID() != 1337 {
			t.Errorf("%s: chain id %d", url, client.ChainID())
		}
		if header, err := client.Head(t.Context()); err != nil || header.Number.Uint64() != 0 {
			t.Errorf("%s: head %v, %v", url, header, err)
		}
	}
	inside, err := chain.New(t.Context(), dev.Client().Client(), chain.Options{ChainID: 1337})
	if err != nil {
		t.Fatal(err)
	}
	defer inside.Close()
	if header, err := inside.Head(t.Context()); err != nil || header.Number.Uint64() != 0 {
		t.Errorf("in process: head %v, %v", header, err)
	}
	inside.Close()
	if _, err := dev.Client().BlockNumber(t.Context()); err != nil {
		t.Errorf("Close ended a connection that is not its own: %v", err)
	}
}

func TestDialRefuses(t *testing.T) {
	dev := startChain(t, devchain.Options{Manual: true})
	other := rpctest.NewProxy(t, dev.HTTP())
	other.Set(func(p *rpctest.Proxy) { p.Spoil = rpctest.Constant("eth_chainId", `"0x5"`) })
	const dead = "http://user:hunter2secret@127.0.0.1:1/v3/0123456789abcdef?key=topsecret"
	for name, c := range map[string]struct {
		urls []string
		o    chain.Options
		want string
	}{
		"none":            {nil, chain.Options{}, "no endpoint to reach the chain by"},
		"scheme":          {[]string{"ftp://host/x"}, chain.Options{}, "endpoint 1 has a url that leads nowhere: it is no http, https, ws or wss address"},
		"no host":         {[]string{dead, "localhost:8545"}, chain.Options{}, "endpoint 2 has a url that leads nowhere: it is no http, https, ws or wss address"},
		"unreadable":      {[]string{"http://user:hunter2secret@ho st"}, chain.Options{}, "endpoint 1 has a url that leads nowhere: it is no http, https, ws or wss address"},
		"port":            {[]string{"ws://user:hunter2secret@127.0.0.1:346783"}, chain.Options{}, "endpoint 1 has a url that leads nowhere: it has port 346783: the highest is 65535"},
		"other chain":     {[]string{dev.HTTP()}, chain.Options{ChainID: 1}, "is of chain 1337, not of chain 1"},
		"chains differ":   {[]string{dev.HTTP(), other.URL}, chain.Options{}, "is of chain 5, not of chain 1337"},
		"nobody answers":  {[]string{dead}, chain.Options{}, "no endpoint answered eth_chainId: endpoint http://127.0.0.1:1: "},
		"nobody of it":    {[]string{dead}, chain.Options{ChainID: 5}, "no endpoint of chain 5 answered eth_chainId: "},
		"quorum too high": {[]string{dev.HTTP()}, chain.Options{Quorum: 2}, "quorum of 2 among 1 endpoints"},
		"quorum negative": {[]string{dev.HTTP()}, chain.Options{Quorum: -1}, "quorum of -1 among 1 endpoints"},
	} {
		_, err := chain.Dial(t.Context(), c.urls, c.o)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", name, err, c.want)
		}
		if err != nil && (strings.Contains(err.Error(), "secret") || strings.Contains(err.Error(), "0123456789abcdef")) {
			t.Errorf("%s: error shows a secret: %v", name, err)
		}
	}
	var wrong *chain.ChainIDError
	if _, err := chain.Dial(t.Context(), []string{dev.HTTP()}, chain.Options{ChainID: 1}); !errors.As(err, &wrong) || wrong.Got != 1337 || wrong.Want != 1 {
		t.Errorf("got %v, want a ChainIDError", err)
	}
	var down *chain.UnavailableError
	if _, err := chain.Dial(t.Context(), []string{dead}, chain.Options{}); !errors.As(err, &down) {
		t.Errorf("got %v, want an UnavailableError", err)
	}
}

// A lazy Dial asks nobody, and the first answer tells the same.
func TestDialLazily(t *testing.T) {
	dev := startChain(t, devchain.Options{Manual: true})
	proxy := rpctest.NewProxy(t, dev.HTTP())
	client, err := chain.Dial(t.Context(), []string{proxy.URL}, chain.Options{ChainID: 1, Lazy: true})
	if err != nil || proxy.Count("eth_chainId") != 0 {
		t.Fatalf("got %v, want a client and no question", err)
	}
	defer client.Close()
	var wrong *chain.ChainIDError
	if _, err := client.BlockNumber(t.Context()); !errors.As(err, &wrong) || wrong.Got != 1337 || wrong.Want != 1 {
		t.Errorf("got %v, want a ChainIDError", err)
	}
	client, err = chain.Dial(t.Context(), []string{proxy.URL}, chain.Options{Lazy: true})
	if err != nil || client.ChainID() != 1337 {
		t.Fatalf("without a chain id got %v, want the endpoint's", err)
	}
	client.Close()
}

// Whatever an endpoint does instead of answering, the next one is asked; alone,
// it is named in the error.
func TestFailOver(t *testing.T) {
	dev := startChain(t, devchain.Options{Manual: true})
	commit(t, dev)
	for name, c := range map[string]struct {
		spoil func(p *rpctest.Proxy)
		want  string
	}{
		"server error":    {func(p *rpctest.Proxy) { p.HTTP = rpctest.Status(500, "oh no") }, "500 Internal Server Error: oh no"},
		"unauthorized":    {func(p *rpctest.Proxy) { p.HTTP = rpctest.Status(401, "bad key 0123456789abcdef of user") }, "401 Unauthorized: bad key … of user"},
		"redirect":        {func(p *rpctest.Proxy) { p.HTTP = redirect(dev.HTTP()) }, "307 Temporary Redirect"},
		"not json":        {func(p *rpctest.Proxy) { p.HTTP = rpctest.Status(200, "<html>") }, "invalid character '<'"},
		"empty":           {func(p *rpctest.Proxy) { p.HTTP = rpctest.Status(200, "") }, "EOF"},
		"no answer in it": {func(p *rpctest.Proxy) { p.HTTP = rpctest.Status(200, "[]") }, "response batch did not contain a response"},
		"null":            {func(p *rpctest.Proxy) { p.HTTP = rpctest.Status(200, "[null]") }, "response batch did not contain a response"},
		"method missing": {func(p *rpctest.Proxy) {
			p.Refuse = rpctest.Refusing("eth_getBlockByNumber", rpctest.Fault{Code: -32601, Message: "no such method"})
		}, "no such method"},
		"internal": {func(p *rpctest.Proxy) {
			p.Refuse = rpctest.Refusing("eth_getBlockByNumber", rpctest.Fault{Code: -32603, Message: "db closed"})
		}, "db closed"},
		"rubbish":      {func(p *rpctest.Proxy) { p.Spoil = rpctest.Constant("eth_getBlockByNumber", `{"number":7}`) }, "header cannot be read"},
		"lie":          {func(p *rpctest.Proxy) { p.Spoil = rpctest.Constant("eth_getBlockByNumber", lie(t, dev)) }, "hashes to"},
		"other chain":  {func(p *rpctest.Proxy) { p.Spoil = rpctest.Constant("eth_chainId", `"0x5"`) }, "is of chain 5, not of chain 1337"},
		"no chain id":  {func(p *rpctest.Proxy) { p.Spoil = rpctest.Constant("eth_chainId", `"zebra"`) }, "without 0x prefix"},
		"far too long": {func(p *rpctest.Proxy) { p.HTTP = rpctest.Status(200, strings.Repeat(" ", 1<<20)) }, "answer is too long"},
		"hangs up":     {func(p *rpctest.Proxy) { p.HTTP = func(http.ResponseWriter) bool { panic(http.ErrAbortHandler) } }, "EOF"},
		"hangs": {func(p *rpctest.Proxy) {
			p.HTTP = func(http.ResponseWriter) bool { time.Sleep(5 * time.Second); return true }
		}, "did not answer in time"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bad, good := rpctest.NewProxy(t, dev.HTTP()), rpctest.NewProxy(t, dev.HTTP())
			o := chain.Options{MaxResponse: 1 << 19, Timeout: time.Minute}
			if name == "hangs" {
				o.Timeout = 3 * time.Second
			}
			secret := bad.URL + "/v3/0123456789abcdef?key=topsecret"
			both, alone := dial(t, o, secret, good.URL), dial(t, o, secret)
			bad.Set(c.spoil)

			for range 2 {
				header, err := both.Head(t.Context())
				if err != nil || header.Number.Uint64() != 1 {
					t.Fatalf("head %v, %v", header, err)
				}
			}
			if n := good.Count("eth_getBlockByNumber"); n != 2 {
				t.Errorf("good endpoint was asked %d times", n)
			}
			_, err := alone.Head(t.Context())
			wantError(t, err, "no endpoint of chain 1337 answered the newest block", bad.URL, c.want)
			if err != nil && strings.Contains(err.Error(), "secret") || strings.Contains(err.Error(), "0123456789abcdef") {
				t.Errorf("error shows a secret: %v", err)
			}
		})
	}
}

func redirect(to string) func(http.ResponseWriter) bool {
	return func(w http.ResponseWriter) bool {
		w.Header().Set("Location", to)
		w.WriteHeader(http.StatusTemporaryRedirect)
		return true
	}
}

// lie is the genesis block under another number.
func lie(t testing.TB, dev *devchain.Chain) string {
	t.Helper()
	var raw map[string]any
	if err := dev.Client().Client().CallContext(t.Context(), &raw, "eth_getBlockByNumber", "0x0", false); err != nil {
		t.Fatal(err)
	}
	raw["number"] = "0x7"
	return toJSON(t, raw)
}

// The one that answered is asked first from then on: a dead endpoint costs one
// attempt, not one each time.
func TestPrefersTheOneThatAnswers(t *testing.T) {
	dev := startChain(t, devchain.Options{Manual: true})
	first, second := rpctest.NewProxy(t, dev.HTTP()), rpctest.NewProxy(t, dev.HTTP())
	client := dial(t, chain.Options{}, first.URL, second.URL)
	attempts := 0
	first.Set(func(p *rpctest.Proxy) {
		p.HTTP = func(w http.ResponseWriter) bool { attempts++; return rpctest.Status(500, "")(w) }
	})
	for range 5 {
		if _, err := client.BlockNumber(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	first.Set(func(*rpctest.Proxy) {}) // orders the handler's writes before this read
	if attempts != 1 {
		t.Errorf("dead endpoint was asked %d times", attempts)
	}
}

func TestBusyEndpointIsAskedAgain(t *testing.T) {
	dev := startChain(t, devchain.Options{Manual: true})
	for name, refusal := range map[string]func(w http.ResponseWriter, p *rpctest.Proxy) bool{
		"status 429": func(w http.ResponseWriter, p *rpctest.Proxy) bool { return rpctest.Status(429, "slow down")(w) },
		"object": func(w http.ResponseWriter, p *rpctest.Proxy) bool {
			return rpctest.Status(200, `{"jsonrpc":"2.0","id":null,"error":{"code":-32005,"message":"rate limit"}}`)(w)
		},
	} {
		busy := rpctest.NewProxy(t, dev.HTTP())
		client := dial(t, chain.Options{}, busy.URL)
		left := 3 // "object" is asked twice a round: as a batch and one by one
		busy.Set(func(p *rpctest.Proxy) {
			p.HTTP = func(w http.ResponseWriter) bool { left--; return left >= 0 && refusal(w, p) }
		})
		if _, err := client.BlockNumber(t.Context()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// An endpoint that says for how long it wants to be left alone is, within the
// bounds of the pauses.
func TestRetryAfter(t *testing.T) {
	dev := startChain(t, devchain.Options{Manual: true})
	for header, least := range map[string]time.Duration{"1": time.Second, "86400": time.Second, "soon": 0, "-1": 0} {
		busy := rpctest.NewProxy(t, dev.HTTP())
		client := dial(t, chain.Options{}, busy.URL)
		var refused, asked time.Time
		busy.Set(func(p *rpctest.Proxy) {
			p.HTTP = func(w http.ResponseWriter) bool {
				if asked = time.Now(); !refused.IsZero() {
					return false
				}
				w.Header().Set("Retry-After", header)
				refused = asked
				return rpctest.Status(http.StatusServiceUnavailable, "")(w)
			}
		})
		if _, err := client.BlockNumber(t.Context()); err != nil {
			t.Errorf("%s: %v", header, err)
		}
		if after := asked.Sub(refused); after < least {
			t.Errorf("%s: asked again after %v", header, after)
		}
	}
}

// An endpoint that takes no batches is asked one by one.
func TestEndpointWithoutBatches(t *testing.T) {
	dev := startChain(t, devchain.Options{Manual: true})
	plain := rpctest.NewProxy(t, dev.HTTP())
	plain.Set(func(p *rpctest.Proxy) {
		p.Batch = func(w http.ResponseWriter, asked []rpctest.Message) bool {
			io.WriteString(w, `{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"batch requests are not supported"}}`)
			return true
		}
	})
	client := dial(t, chain.Options{}, plain.URL)
	if balance, err := client.BalanceAt(t.Context(), devchain.Address(0), nil); err != nil || balance.Sign() == 0 {
		t.Errorf("balance %v, %v", balance, err)
	}
	plain.Set(func(p *rpctest.Proxy) { p.Spoil = rpctest.Constant("eth_chainId", `"0x5"`) })
	_, err := client.BalanceAt(t.Context(), devchain.Address(0), nil)
	wantError(t, err, "is of chain 5, not of chain 1337")
}

func TestBatchCall(t *testing.T) {
	dev := startChain(t, devchain.Options{Manual: true})
	client := dial(t, chain.Options{ABIs: abis(t)}, dev.HTTP())
	var number hexutil.Uint64
	var output hexutil.Bytes
	var block map[string]any
	calls := []rpc.BatchElem{
		{Method: "eth_blockNumber", Result: &number},
		{Method: "eth_call", Args: []any{map[string]any{"to": limiter}, "latest"}, Result: &output},
		{Method: "eth_getBlockByNumber", Args: []any{"0x99", false}, Result: &block},
	}
	if err := client.BatchCall(t.Context(), calls); err != nil {
		t.Fatal(err)
	}
	var refused *chain.RevertError
	if calls[0].Error != nil || !errors.As(calls[1].Error, &refused) || refused.Name != "Escrow_PriceAboveMax" {
		t.Errorf("errors %v, %v", calls[0].Error, calls[1].Error)
	}
	wantError(t, calls[2].Error, "not found")
}

// Close leaves no connection and no goroutine of it behind.
func TestCloseLeavesNothing(t *testing.T) {
	dev := startChain(t, devchain.Options{Manual: true})
	count := func() int {
		stacks := make([]byte, 64<<20) // of all: other tests have left some
		stacks = stacks[:runtime.Stack(stacks, true)]
		return strings.Count(string(stacks), "net/http.(*persistConn).readLoop") + strings.Count(string(stacks), "rpc.(*Client).dispatch")
	}
	before := count()
	client, err := chain.Dial(t.Context(), []string{dev.HTTP(), dev.WS()}, chain.Options{Quorum: 2})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := client.Head(t.Context()); err != nil {
		t.Fatal(err)
	}
	client.Close()
	for range 6000 {
		if count() <= before {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("%d connections before, %d after", before, count())
}

func TestCancel(t *testing.T) {
	dev := startChain(t, devchain.Options{Manual: true})
	client := dial(t, chain.Options{}, dev.HTTP())
	ctx, cancel := context.WithCancelCause(t.Context())
	cancel(errors.New("user went away"))
	_, err := client.CodeAt(ctx, common.Address{}, nil)
	wantError(t, err, "user went away")
}
