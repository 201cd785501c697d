package chain

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/shrinkwrap/shrinkwrap/internal/weburl"
)

// An endpoint is one address that answers JSON-RPC.
type endpoint struct {
	name   string // scheme and host, or "in-process": all that may be shown of it
	url    *url.URL
	limits Options
	span   span

	retryAfter atomic.Int64 // what its last answer over HTTP asked for, in nanoseconds

	mu     sync.Mutex
	client *rpc.Client // nil until connected
	http   *http.Client
}

// ErrURL is an endpoint's URL by which none can be reached. What it says shows
// nothing of the URL but its port: the rest may be a password.
var ErrURL = errors.New("has a url that leads nowhere: it")

func newEndpoint(raw string, o Options) (*endpoint, error) {
	u, err := weburl.Check(raw, "http", "https", "ws", "wss")
	if err != nil {
		return nil, fmt.Errorf("%w %v", ErrURL, err)
	}
	return &endpoint{name: u.Scheme + "://" + u.Host, url: u, limits: o}, nil
}

// connect returns the connection, made at the first call and again after a
// failed one.
func (e *endpoint) connect(ctx context.Context) (*rpc.Client, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.client != nil {
		return e.client, nil
	}
	if e.http == nil {
		e.http = httpClient(e.limits.MaxResponse, &e.retryAfter)
	}
	client, err := rpc.DialOptions(ctx, e.url.String(),
		rpc.WithHTTPClient(e.http),
		rpc.WithWebsocketDialer(dialer()),
		rpc.WithHeader("User-Agent", "shrinkwrap"),
		rpc.WithWebsocketMessageSizeLimit(e.limits.MaxResponse))
	if err != nil {
		return nil, err
	}
	e.client = client
	return client, nil
}

func (e *endpoint) close() {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.client == nil || e.url == nil {
		return
	}
	e.client.Close()
	e.client = nil
	e.http.CloseIdleConnections() // the client leaves them open
}

// ask sends the calls as one batch, behind a question for the chain id. It
// returns an error if the endpoint did not answer, or answered for another
// chain; a single call's error stays in its element.
func (e *endpoint) ask(ctx context.Context, chainID uint64, calls []rpc.BatchElem) error {
	ctx, cancel := context.WithTimeout(ctx, e.limits.Timeout)
	defer cancel()
	client, err := e.connect(ctx)
	if err != nil {
		return e.fault(err)
	}
	var id hexutil.Uint64
	batch := append([]rpc.BatchElem{{Method: "eth_chainId", Result: &id}}, calls...)
	if err := send(ctx, client, batch); err != nil {
		return e.fault(err)
	}
	if err := batch[0].Error; err != nil {
		return e.fault(err)
	}
	if uint64(id) != chainID {
		return &ChainIDError{Endpoint: e.name, Want: chainID, Got: uint64(id)}
	}
	for i := range calls {
		calls[i].Error = e.fault(batch[i+1].Error)
	}
	return nil
}

// send sends a batch, or its calls one after the other to an endpoint that
// answers a batch with something else than a list.
func send(ctx context.Context, client *rpc.Client, batch []rpc.BatchElem) error {
	err := client.BatchCallContext(ctx, batch)
	var notList *json.UnmarshalTypeError
	if !errors.As(err, &notList) {
		return err
	}
	for i := range batch {
		batch[i].Error = client.CallContext(ctx, batch[i].Result, batch[i].Method, batch[i].Args...)
		if batch[i].Error != nil && i == 0 {
			return nil // without the chain's id nothing else counts
		}
	}
	return nil
}

// call sends one call and returns its answer undecoded.
func (e *endpoint) call(ctx context.Context, chainID uint64, method string, args ...any) (json.RawMessage, error) {
	var answer json.RawMessage
	calls := []rpc.BatchElem{{Method: method, Args: args, Result: &answer}}
	if err := e.ask(ctx, chainID, calls); err != nil {
		return nil, err
	}
	return answer, calls[0].Error
}

// chainID asks for the chain id alone.
func (e *endpoint) chainID(ctx context.Context) (uint64, error) {
	ctx, cancel := context.WithTimeout(ctx, e.limits.Timeout)
	defer cancel()
	client, err := e.connect(ctx)
	if err != nil {
		return 0, e.fault(err)
	}
	var id hexutil.Uint64
	if err := client.CallContext(ctx, &id, "eth_chainId"); err != nil {
		return 0, e.fault(err)
	}
	return uint64(id), nil
}

// httpClient refuses redirects, which could lead anywhere, and answers longer
// than max. It keeps what the last answer said of when to ask again.
func httpClient(max int64, retryAfter *atomic.Int64) *http.Client {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxIdleConnsPerHost = 8
	transport.IdleConnTimeout = 30 * time.Second
	transport.MaxResponseHeaderBytes = maxHeaders
	return &http.Client{
		Transport:     bounded{transport, max, retryAfter},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// errTooLong says that an answer is longer than Options.MaxResponse.
var errTooLong = errors.New("answer is too long")

// bounded cuts the bodies of answers, as they are after decompression.
type bounded struct {
	next       *http.Transport
	max        int64
	retryAfter *atomic.Int64
}

func (b bounded) RoundTrip(request *http.Request) (*http.Response, error) {
	response, err := b.next.RoundTrip(request)
	if err == nil {
		response.Body = &boundedBody{response.Body, b.max}
		b.retryAfter.Store(int64(retryAfter(response.Header)))
	}
	return response, err
}

// retryAfter reads the header of that name where it is a number of seconds
// (RFC 9110, 10.2.3); a date, which few write and no pause here reaches, is none.
func retryAfter(h http.Header) time.Duration {
	seconds, err := strconv.ParseUint(h.Get("Retry-After"), 10, 32)
	if err != nil {
		return 0
	}
	return time.Duration(seconds) * time.Second
}

// CloseIdleConnections is what http.Client.CloseIdleConnections looks for.
func (b bounded) CloseIdleConnections() { b.next.CloseIdleConnections() }

type boundedBody struct {
	io.ReadCloser
	left int64
}

func (b *boundedBody) Read(p []byte) (int, error) {
	if b.left <= 0 {
		// One byte more tells an answer of the greatest length from a longer
		// one.
		if n, err := b.ReadCloser.Read(make([]byte, 1)); n == 0 {
			return 0, err
		}
		return 0, errTooLong
	}
	n, err := b.ReadCloser.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	return n, err
}
