package node_test

import (
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/rpctest"
	"github.com/shrinkwrap/shrinkwrap/node"
)

// behind starts a trial of one node, which looks often at endpoints that are
// made of the chain's own.
func behind(t *testing.T, endpoints func(ws string) []string) *trial {
	t.Helper()
	var urls []string // the same after a restart
	return newTrial(t, 1, 1, func(_ int, c *node.Config, _ *node.Deps) {
		if urls == nil {
			urls = endpoints(c.Chains[0].Endpoints[0])
		}
		c.Chains[0].Endpoints, c.Chains[0].Poll, c.Chains[0].Range = urls, node.Duration(10*time.Millisecond), 20
	})
}

func overHTTP(ws string) string { return strings.Replace(ws, "ws:", "http:", 1) }

// A node serves what was paid for behind endpoints as they are: payments that
// lie deep, others near the head, and what is paid while the endpoint
// misbehaves.
func TestEndpointsThatMisbehave(t *testing.T) {
	for name, misbehave := range map[string]func(p *rpctest.Proxy){
		"well": func(*rpctest.Proxy) {},
		"ranges are cut": func(p *rpctest.Proxy) {
			p.Refuse = cutRange(3, rpctest.Fault{Code: -32614, Message: "eth_getLogs is limited to a 3 range"})
		},
		"every third request is too many": func(p *rpctest.Proxy) {
			p.HTTP = every(3, rpctest.Status(http.StatusTooManyRequests, "slow down"))
		},
		"every fifth call is too many": func(p *rpctest.Proxy) {
			calls := 0
			p.Refuse = func(rpctest.Message) *rpctest.Fault {
				if calls++; calls%5 != 0 {
					return nil
				}
				return &rpctest.Fault{Code: -32005, Message: "daily request count exceeded, request rate limited"}
			}
		},
		"every third request fails": func(p *rpctest.Proxy) { p.HTTP = every(3, rpctest.Status(http.StatusBadGateway, "")) },
		"it is of another chain for a while": func(p *rpctest.Proxy) {
			calls := 0
			p.Spoil = func(asked rpctest.Message, honest []byte) []byte {
				if asked.Method != "eth_chainId" {
					return honest
				}
				if calls++; calls < 8 {
					return []byte(`"0x5"`)
				}
				return honest
			}
		},
		"no batches": func(p *rpctest.Proxy) {
			p.Batch = func(w http.ResponseWriter, _ []rpctest.Message) bool {
				return rpctest.Status(http.StatusOK, `{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"batches are not supported"}}`)(w)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var proxy *rpctest.Proxy
			tr := behind(t, func(ws string) []string {
				proxy = rpctest.NewProxy(t, overHTTP(ws))
				return []string{proxy.URL}
			})
			tr.stop(1)
			deep := tr.pay(nil)
			tr.commit(60)
			near := tr.pay(nil)
			tr.commit(2)
			tr.start(1)
			proxy.Set(misbehave)
			for _, p := range []purchase{deep, near, tr.pay(nil)} {
				tr.released(1, p)
			}
		})
	}
}

// cutRange refuses logs of more than so many blocks.
func cutRange(most uint64, f rpctest.Fault) func(rpctest.Message) *rpctest.Fault {
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

func every(n int, answer func(http.ResponseWriter) bool) func(http.ResponseWriter) bool {
	requests := 0
	return func(w http.ResponseWriter) bool {
		requests++
		return requests%n == 0 && answer(w)
	}
}

// An endpoint that lags shows payments less deep than they are: what it has not
// reached is not seen, and nothing is released early.
func TestEndpointThatLags(t *testing.T) {
	var proxy *rpctest.Proxy
	tr := behind(t, func(ws string) []string {
		proxy = rpctest.NewProxy(t, overHTTP(ws))
		return []string{proxy.URL}
	})
	p := tr.pay(func(p *purchase, _ *[64]byte) { p.leaf.Confirmations = 3 })
	tr.caughtUp()
	held := tr.rawAnswer("eth_getBlockByNumber", "latest", false)
	number := tr.rawAnswer("eth_blockNumber")
	proxy.Set(func(p *rpctest.Proxy) {
		p.Spoil = func(asked rpctest.Message, honest []byte) []byte {
			switch {
			case asked.Method == "eth_blockNumber":
				return number
			case asked.Method == "eth_getBlockByNumber" && strings.Contains(string(asked.Params), "latest"):
				return held
			}
			return honest
		}
	})
	tr.commit(5)
	for range 10 { // ten polls
		proxy.Count("eth_getBlockByNumber")
		eventually(t, func() error {
			if proxy.Count("eth_getBlockByNumber") == 0 {
				return errors.New("not asked")
			}
			return nil
		}, "no poll")
		if r := tr.look(1, tr.query(p)); r.State != nodeapi.StateSeen || r.Confirmations.Had != 1 {
			t.Fatalf("behind a head that stands still: %+v", r)
		}
	}
	proxy.Set(func(p *rpctest.Proxy) { p.Spoil = nil })
	tr.released(1, p)
}

// rawAnswer is the chain's own answer to a call.
func (tr *trial) rawAnswer(method string, arguments ...any) (raw json.RawMessage) {
	tr.t.Helper()
	must(tr.t, tr.client.Client().CallContext(tr.t.Context(), &raw, method, arguments...))
	return raw
}

// Told of new heads, a node goes on by asking when nobody tells it, and is told
// again later.
func TestSubscriptionBreaks(t *testing.T) {
	var wire *rpctest.Relay
	tr := behind(t, func(ws string) []string {
		wire = rpctest.NewRelay(t, ws)
		return []string{wire.URL(), overHTTP(ws)}
	})
	tr.released(1, tr.pay(nil))
	for range 2 {
		wire.Shut(true)
		tr.released(1, tr.pay(nil))
		wire.Shut(false)
		tr.released(1, tr.pay(nil))
	}
}

// Where no endpoint answers for a while, nothing is released and nothing lost.
func TestAllEndpointsBreak(t *testing.T) {
	var wire *rpctest.Relay
	tr := behind(t, func(ws string) []string {
		wire = rpctest.NewRelay(t, ws)
		return []string{wire.URL()}
	})
	tr.released(1, tr.pay(nil))
	wire.Shut(true)
	root := tr.head().Hash()
	dropped := tr.pay(nil)
	tr.fork(root)
	kept := tr.pay(nil)
	tr.commit(1)
	if r := tr.look(1, tr.query(kept)); r.State != nodeapi.StateUnknown {
		t.Errorf("seen without an endpoint: %+v", r)
	}
	eventually(t, func() error {
		if r, _ := tr.get(1, "/readyz", nil); r.StatusCode != http.StatusServiceUnavailable {
			return errors.New(r.Status)
		}
		return nil
	}, "ready without an endpoint")
	wire.Shut(false)
	tr.released(1, kept)
	tr.stays(1, tr.query(dropped), nodeapi.StateUnknown)
}

// Where the chain knows no finality, what waits for it is declined, and said to
// be. If the chain comes to know it, such orders are served.
func TestNoFinality(t *testing.T) {
	var proxy *rpctest.Proxy
	tr := behind(t, func(ws string) []string {
		proxy = rpctest.NewProxy(t, overHTTP(ws))
		proxy.Set(rpctest.WithoutFinality)
		return []string{proxy.URL}
	})
	final := tr.pay(func(p *purchase, _ *[64]byte) { p.leaf.Confirmations = product.Finalised })
	usual := tr.pay(nil)
	tr.commit(40)
	if r := tr.stays(1, tr.query(final), nodeapi.StateDeclined); !strings.Contains(r.Reason, "finality is asked for, and chain 1337 tells of none") {
		t.Errorf("declined because %q", r.Reason)
	}
	tr.released(1, usual)
	proxy.Set(func(p *rpctest.Proxy) { p.Refuse = nil })
	tr.commit(1)
	tr.released(1, final)
}
