package chain_test

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
)

// A message is one JSON-RPC request or answer.
type message struct {
	Version string          `json:"jsonrpc"`
	ID      json.RawMessage `json:"id"`
	Method  string          `json:"method,omitempty"`
	Params  json.RawMessage `json:"params,omitempty"`
	Result  json.RawMessage `json:"result,omitempty"`
	Error   *fault          `json:"error,omitempty"`
}

type fault struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
	Data    any    `json:"data,omitempty"`
}

// A proxy stands before a real endpoint and spoils its answers.
type proxy struct {
	*httptest.Server
	target string

	mu     sync.Mutex
	http   func(w http.ResponseWriter) bool                  // answers a whole request instead of the endpoint
	refuse func(asked message) *fault                        // refuses a call
	spoil  func(asked message, result []byte) []byte         // changes a result
	batch  func(w http.ResponseWriter, asked []message) bool // answers a batch instead of the endpoint
	calls  map[string]int
	bytes  int // both ways, without headers
}

func newProxy(t testing.TB, target string) *proxy {
	p := &proxy{target: target, calls: make(map[string]int)}
	p.Server = httptest.NewServer(p)
	t.Cleanup(p.Close)
	return p
}

// set changes the proxy's behaviour.
func (p *proxy) set(change func(p *proxy)) {
	p.mu.Lock()
	defer p.mu.Unlock()
	change(p)
}

// count returns how often a method was asked for, and forgets it.
func (p *proxy) count(method string) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	defer delete(p.calls, method)
	return p.calls[method]
}

func (p *proxy) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	defer p.mu.Unlock()
	body, err := io.ReadAll(r.Body)
	if err != nil || p.http != nil && p.http(w) {
		return
	}
	var asked []message
	single := json.Unmarshal(body, &asked) != nil
	if single {
		asked = make([]message, 1)
		if err := json.Unmarshal(body, &asked[0]); err != nil {
			http.Error(w, "not json", http.StatusBadRequest)
			return
		}
	} else if p.batch != nil && p.batch(w, asked) {
		return
	}
	var answers []message
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
	p.bytes += len(body) + len(out)
	w.Header().Set("Content-Type", "application/json")
	w.Write(out)
}

func (p *proxy) answer(asked message) message {
	if p.refuse != nil {
		if f := p.refuse(asked); f != nil {
			return message{Version: "2.0", ID: asked.ID, Error: f}
		}
	}
	body, _ := json.Marshal(asked)
	response, err := http.Post(p.target, "application/json", bytes.NewReader(body))
	if err != nil {
		return message{Version: "2.0", ID: asked.ID, Error: &fault{Code: -32603, Message: err.Error()}}
	}
	defer response.Body.Close()
	var answer message
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		return message{Version: "2.0", ID: asked.ID, Error: &fault{Code: -32603, Message: err.Error()}}
	}
	if answer.Error == nil && p.spoil != nil {
		answer.Result = p.spoil(asked, answer.Result)
	}
	return answer
}

// constant answers a method with a fixed result.
func constant(method, result string) func(message, []byte) []byte {
	return func(asked message, honest []byte) []byte {
		if asked.Method == method {
			return []byte(result)
		}
		return honest
	}
}

// refusing refuses a method.
func refusing(method string, f fault) func(message) *fault {
	return func(asked message) *fault {
		if asked.Method == method {
			return &f
		}
		return nil
	}
}

func status(code int, body string) func(http.ResponseWriter) bool {
	return func(w http.ResponseWriter) bool {
		w.WriteHeader(code)
		io.WriteString(w, body)
		return true
	}
}
