package page

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"slices"

	"github.com/ethereum/go-ethereum/rpc"
)

// Bounds on what the endpoint reads.
const (
	mostBytes = 1 << 20
	mostCalls = 100
)

// Codes of errors: JSON-RPC 2.0, EIP-1474 and EIP-1193.
const (
	codeParse        = -32700
	codeRequest      = -32600
	codeMethod       = -32601
	codeParams       = -32602
	codeInternal     = -32603
	codeUnauthorized = 4100
	codeOtherChain   = 4902
)

// endpoint answers JSON-RPC (2.0, single calls and batches) of the demo's own page
// and of nobody else's: a page of another site can make a browser post here, and
// one whose name was pointed at this computer (DNS rebinding) can read the answer
// too. The first has another Origin, the second another Host.
type endpoint struct {
	hosts  []string
	wallet *Wallet
}

func newEndpoint(address string, w *Wallet) (*endpoint, error) {
	_, port, err := net.SplitHostPort(address)
	if err != nil {
		return nil, fmt.Errorf("the page's address: %w", err)
	}
	return &endpoint{[]string{address, net.JoinHostPort("localhost", port)}, w}, nil
}

func (e *endpoint) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Cache-Control", "no-store")
	if status, why := e.refuse(r); status != 0 {
		http.Error(w, why, status)
		return
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, mostBytes))
	if tooLarge := new(http.MaxBytesError); errors.As(err, &tooLarge) {
		http.Error(w, fmt.Sprintf("a call has at most %d bytes", mostBytes), http.StatusRequestEntityTooLarge)
		return
	}
	if err != nil {
		return // the client went away
	}
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(e.answer(r, body))
}

// refuse returns the status for who must not ask here, and why.
func (e *endpoint) refuse(r *http.Request) (status int, why string) {
	media, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	origins := r.Header.Values("Origin")
	switch {
	case !slices.Contains(e.hosts, r.Host):
		return http.StatusForbidden, "this is not the demo's address"
	case len(origins) != 1 || origins[0] != "http://"+r.Host:
		return http.StatusForbidden, "only the demo's own page may ask here"
	case r.Method != http.MethodPost:
		return http.StatusMethodNotAllowed, "calls are posted"
	case media != "application/json":
		return http.StatusUnsupportedMediaType, "a call is application/json"
	}
	return 0, ""
}

// call is a request of JSON-RPC.
type call struct {
	Version string            `json:"jsonrpc"`
	ID      json.RawMessage   `json:"id"`
	Method  string            `json:"method"`
	Params  []json.RawMessage `json:"params"`
}

// reply has a result, which may be null, or an error.
type reply struct {
	id     json.RawMessage
	result any
	err    *Refusal
}

// MarshalJSON leaves out the one of the two that there is not.
func (r reply) MarshalJSON() ([]byte, error) {
	members := map[string]any{"jsonrpc": "2.0", "id": r.id}
	if r.err != nil {
		members["error"] = r.err
	} else {
		members["result"] = r.result
	}
	return json.Marshal(members)
}

// Refusal is an error as JSON-RPC has it.
type Refusal struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
	Data    any    `json:"data,omitempty"`
}

func (r *Refusal) Error() string { return r.Message }

func refused(code int, format string, args ...any) *Refusal {
	return &Refusal{Code: code, Message: fmt.Sprintf(format, args...)}
}

// answer returns a reply, or a list of replies in the order of the batch.
func (e *endpoint) answer(r *http.Request, body []byte) any {
	if !bytes.HasPrefix(bytes.TrimLeft(body, " \t\r\n"), []byte("[")) {
		return e.one(r, body)
	}
	var batch []json.RawMessage
	if err := json.Unmarshal(body, &batch); err != nil {
		return failed(nil, refused(codeParse, "the batch is no JSON: %v", err))
	}
	if len(batch) == 0 || len(batch) > mostCalls {
		return failed(nil, refused(codeRequest, "a batch has 1 to %d calls, not %d", mostCalls, len(batch)))
	}
	replies := make([]reply, len(batch))
	for i, text := range batch {
		replies[i] = e.one(r, text)
	}
	return replies
}

func (e *endpoint) one(r *http.Request, text []byte) reply {
	if !json.Valid(text) {
		return failed(nil, refused(codeParse, "the call is no JSON"))
	}
	var c call
	if err := json.Unmarshal(text, &c); err != nil || c.Version != "2.0" || len(c.ID) == 0 {
		return failed(nil, refused(codeRequest, "the call is not one of JSON-RPC 2.0 with an id and a list of parameters"))
	}
	result, err := e.wallet.Ask(r.Context(), c.Method, c.Params)
	if err != nil {
		return failed(c.ID, refusalOf(err))
	}
	return reply{id: c.ID, result: result}
}

func failed(id json.RawMessage, r *Refusal) reply {
	return reply{id: id, err: r} // without an id it is null
}

// refusalOf keeps what the chain says: a contract's refusal is in the data.
func refusalOf(err error) *Refusal {
	r := new(Refusal)
	if errors.As(err, &r) {
		return r
	}
	r.Code, r.Message = codeInternal, err.Error()
	if coded := rpc.Error(nil); errors.As(err, &coded) {
		r.Code = coded.ErrorCode()
	}
	if with := rpc.DataError(nil); errors.As(err, &with) {
		r.Data = with.ErrorData()
	}
	return r
}
