package terminal_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
)

// testProxy is an endpoint that passes requests on to a chain's, and can lie
// about the chain's id and lose replies. It counts.
type testProxy struct {
	url     string
	target  string
	chainID atomic.Uint64            // given instead of the true one, if not zero
	hold    atomic.Bool              // transactions are answered for and not passed on
	held    atomic.Pointer[[]byte]   // the last such request
	recent  atomic.Bool              // logs of old blocks are not shown
	lose    atomic.Pointer[string]   // the reply to a request that names this method is lost
	asked   atomic.Int64             // requests
	bytes   atomic.Int64             // on the wire, bodies as they are sent
	methods atomic.Pointer[[]string] // of all requests
}

func startProxy(t *testing.T, target string) *testProxy {
	p := &testProxy{target: target}
	p.methods.Store(new([]string))
	server := httptest.NewServer(http.HandlerFunc(p.serve))
	t.Cleanup(server.Close)
	p.url = server.URL
	return p
}

func (p *testProxy) dial(t *testing.T) *chain.Client {
	t.Helper()
	client, err := chain.Dial(context.Background(), []string{p.url}, chain.Options{ChainID: testbed.ChainID})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	return client
}

func (p *testProxy) serve(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if p.hold.Load() && strings.Contains(string(body), "eth_sendRawTransaction") {
		p.held.Store(&body)
		answerHeld(w, body)
		return
	}
	if p.recent.Load() && strings.Contains(string(body), `"fromBlock":"0x0"`) {
		http.Error(w, "old blocks cost extra", http.StatusPaymentRequired)
		return
	}
	request, err := http.NewRequestWithContext(r.Context(), http.MethodPost, p.target, bytes.NewReader(body))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	request.Header = r.Header.Clone()
	if p.chainID.Load() != 0 {
		request.Header.Del("Accept-Encoding") // to read what comes; else it is handed on as it is
	}
	response, err := http.DefaultTransport.RoundTrip(request)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer response.Body.Close()
	reply, _ := io.ReadAll(response.Body)
	p.count(body, reply)
	if lost := p.lose.Load(); lost != nil && strings.Contains(string(body), *lost) {
		panic(http.ErrAbortHandler) // cuts the connection
	}
	if id := p.chainID.Load(); id != 0 {
		reply = bytes.ReplaceAll(reply, []byte(`"result":"0x539"`), []byte(`"result":"0x1"`))
	}
	for name, values := range response.Header {
		if name != "Content-Length" {
			w.Header()[name] = values
		}
	}
	w.WriteHeader(response.StatusCode)
	w.Write(reply)
}

func (p *testProxy) count(body, reply []byte) {
	p.asked.Add(1)
	p.bytes.Add(int64(len(body) + len(reply)))
	var calls []struct{ Method string }
	if json.Unmarshal(body, &calls) != nil {
		calls = make([]struct{ Method string }, 1)
		json.Unmarshal(body, &calls[0])
	}
	all := append([]string{}, *p.methods.Load()...)
	for _, call := range calls {
		all = append(all, call.Method)
	}
	p.methods.Store(&all)
}

// answerHeld answers the batch of a chain id and a transaction as an endpoint
// does that took it.
func answerHeld(w http.ResponseWriter, body []byte) {
	var calls []struct {
		ID     json.RawMessage
		Method string
	}
	json.Unmarshal(body, &calls)
	var answers []map[string]any
	for _, call := range calls {
		result := "0x539"
		if call.Method != "eth_chainId" {
			result = "0x" + strings.Repeat("00", 32)
		}
		answers = append(answers, map[string]any{"jsonrpc": "2.0", "id": call.ID, "result": result})
	}
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(answers)
}

// pass sends what was held to the chain.
func (p *testProxy) pass(t *testing.T) {
	t.Helper()
	response, err := http.Post(p.target, "application/json", bytes.NewReader(*p.held.Load()))
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
}
