// Package rpctest puts endpoints that misbehave before ones that do not: a
// [Proxy] refuses, changes and drops answers, a [Relay] cuts connections. Behind
// them is a real chain, so that whoever gets along with them is tried with what
// a chain says.
package rpctest

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
)

// A Message is one JSON-RPC request or answer.
type Message struct {
	Version string          `json:"jsonrpc"`
	ID      json.RawMessage `json:"id"`
	Method  string          `json:"method,omitempty"`
	Params  json.RawMessage `json:"params,omitempty"`
	Result  json.RawMessage `json:"result,omitempty"`
	Error   *Fault          `json:"error,omitempty"`
}

// A Fault is a JSON-RPC error.
type Fault struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
	Data    any    `json:"data,omitempty"`
}

// A Proxy stands before a real HTTP endpoint and spoils its answers. Its fields
// are changed in [Proxy.Set] alone.
type Proxy struct {
	*httptest.Server
	target string

	mu     sync.Mutex
	HTTP   func(w http.ResponseWriter) bool                  // answers a whole request instead of the endpoint
	Refuse func(asked Message) *Fault                        // refuses a call
	Spoil  func(asked Message, result []byte) []byte         // changes a result
	Batch  func(w http.ResponseWriter, asked []Message) bool // answers a batch instead of the endpoint
	Bytes  int                                               // both ways, without headers
	calls  map[string]int
}

// NewProxy starts a proxy that ends with the test.
func NewProxy(t testing.TB, target string) *Proxy {
	p := &Proxy{target: target, calls: make(map[string]int)}
	p.Server = httptest.NewServer(p)
	t.Cleanup(p.Close)
	return p
}

// Set changes the proxy's behaviour.
func (p *Proxy) Set(change func(p *Proxy)) {
	p.mu.Lock()
	defer p.mu.Unlock()
	change(p)
}

// Count returns how often a method was asked for, and forgets it.
func (p *Proxy) Count(method string) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	defer delete(p.calls, method)
	return p.calls[method]
}

func (p *Proxy) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	defer p.mu.Unlock()
	body, err := io.ReadAll(r.Body)
	if err != nil || p.HTTP != nil && p.HTTP(w) {
		return
	}
	var asked []Message
	single := json.Unmarshal(body, &asked) != nil
	if single {
		asked = make([]Message, 1)
		if err := json.Unmarshal(body, &asked[0]); err != nil {
			http.Error(w, "not json", http.StatusBadRequest)
			return
		}
	} else if p.Batch != nil && p.Batch(w, asked) {
		return
	}
	var answers []Message
	for _, one := range asked {
		p.calls[one.Method]++
		answers = append(answers, p.answer(one))
	}
	var out []byte
	if single {
		out, _ = json.Marshal(answers[0])
	} else {
		out, _ = json.Marshal(answers)
	}
	p.Bytes += len(body) + len(out)
	w.Header().Set("Content-Type", "application/json")
	w.Write(out)
}

func (p *Proxy) answer(asked Message) Message {
	if p.Refuse != nil {
		if f := p.Refuse(asked); f != nil {
			return Message{Version: "2.0", ID: asked.ID, Error: f}
		}
	}
	body, _ := json.Marshal(asked)
	response, err := http.Post(p.target, "application/json", bytes.NewReader(body))
	if err != nil {
		return Message{Version: "2.0", ID: asked.ID, Error: &Fault{Code: -32603, Message: err.Error()}}
	}
	defer response.Body.Close()
	var answer Message
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		return Message{Version: "2.0", ID: asked.ID, Error: &Fault{Code: -32603, Message: err.Error()}}
	}
	if answer.Error == nil && p.Spoil != nil {
		answer.Result = p.Spoil(asked, answer.Result)
	}
	return answer
}

// Constant answers a method with a fixed result.
func Constant(method, result string) func(Message, []byte) []byte {
	return func(asked Message, honest []byte) []byte {
		if asked.Method == method {
			return []byte(result)
		}
		return honest
	}
}

// Refusing refuses a method.
func Refusing(method string, f Fault) func(Message) *Fault {
	return func(asked Message) *Fault {
		if asked.Method == method {
			return &f
		}
		return nil
	}
}

// Status answers with an HTTP status and a body.
func Status(code int, body string) func(http.ResponseWriter) bool {
	return func(w http.ResponseWriter) bool {
		w.WriteHeader(code)
		io.WriteString(w, body)
		return true
	}
}

// WithoutFinality answers for a chain that knows no finalised block, as
// go-ethereum does.
func WithoutFinality(p *Proxy) {
	p.Refuse = func(asked Message) *Fault {
		if asked.Method == "eth_getBlockByNumber" && strings.Contains(string(asked.Params), `"finalized"`) {
			return &Fault{Code: -32000, Message: "finalized block not found"}
		}
		return nil
	}
}
