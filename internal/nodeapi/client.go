package nodeapi

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
)

// Client asks one node. Its zero HTTP is a client of its own with bounds on
// time and redirects; see [NewHTTP].
type Client struct {
	URL  string // of the node, as in a committee's descriptor
	HTTP *http.Client
}

// Info asks a node about itself.
func (c Client) Info(ctx context.Context) (info Info, err error) {
	err = c.get(ctx, "/v1/info", &info)
	return info, err
}

// Release asks for a release or a share of it.
func (c Client) Release(ctx context.Context, q ReleaseQuery) (r Release, err error) {
	err = c.get(ctx, ReleasePath(q), &r)
	return r, err
}

// Order asks for an order.
func (c Client) Order(ctx context.Context, chainID uint64, order common.Hash) (o Order, err error) {
	err = c.get(ctx, OrderPath(chainID, order), &o)
	return o, err
}

// Receipt asks for an order's receipt, or for the node's own share of it.
func (c Client) Receipt(ctx context.Context, chainID uint64, order common.Hash, own bool) (r Receipt, err error) {
	err = c.get(ctx, ReceiptPath(chainID, order, own), &r)
	return r, err
}

// Product asks whether the node serves a product, and for its terms: who holds
// the wrap knows them.
func (c Client) Product(ctx context.Context, chainID uint64, address common.Address, terms bool) (p Product, err error) {
	err = c.get(ctx, ProductPath(chainID, address, terms), &p)
	return p, err
}

// UnreachableError is a node that gave no answer that could be read.
type UnreachableError struct {
	Node string // host and port
	Err  error
}

func (e *UnreachableError) Error() string { return fmt.Sprintf("node %s: %v", e.Node, e.Err) }
func (e *UnreachableError) Unwrap() error { return e.Err }

// get reads one JSON document. A problem document becomes a *Problem, anything
// else that is not the document asked for an *UnreachableError.
func (c Client) get(ctx context.Context, path string, into any) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, strings.TrimSuffix(c.URL, "/")+path, nil)
	if err != nil {
		return c.unreachable(err)
	}
	request.Header.Set("User-Agent", "shrinkwrap")
	client := c.HTTP
	if client == nil {
		client = defaultHTTP
	}
	response, err := client.Do(request)
	if err != nil {
		return c.unreachable(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(io.LimitReader(response.Body, MaxBody+1))
	if err != nil {
		return c.unreachable(err)
	}
	if len(body) > MaxBody {
		return c.unreachable(fmt.Errorf("answer is larger than %d bytes", MaxBody))
	}
	return c.read(response, body, into)
}

func (c Client) read(response *http.Response, body []byte, into any) error {
	media, _, _ := mime.ParseMediaType(response.Header.Get("Content-Type"))
	switch {
	case media == ProblemMedia:
		problem := new(Problem)
		if err := json.Unmarshal(body, problem); err != nil {
			return c.unreachable(fmt.Errorf("status %d with a problem that cannot be read", response.StatusCode))
		}
		problem.Status = response.StatusCode
		return problem
	case response.StatusCode != http.StatusOK || media != "application/json":
		return c.unreachable(fmt.Errorf("answered %q with status %d: is this a node's address?", media, response.StatusCode))
	}
	if body = bytes.TrimSpace(body); len(body) == 0 || body[0] != '{' {
		return c.unreachable(errors.New("answer is no JSON object")) // null would leave the document as it was
	}
	if err := json.Unmarshal(body, into); err != nil {
		return c.unreachable(fmt.Errorf("answer is malformed: %.300s", err.Error())) // it may repeat the answer
	}
	return nil
}

func (c Client) unreachable(err error) error {
	host := c.URL
	if u, parseErr := url.Parse(c.URL); parseErr == nil && u.Host != "" {
		host = u.Host // without credentials and query
	}
	if inner := new(url.Error); errors.As(err, &inner) {
		err = inner.Err // url.Error would repeat the whole address
	}
	return &UnreachableError{host, err}
}

var defaultHTTP = NewHTTP(true)

// NewHTTP returns a client for nodes: bounded in time beyond the longest
// long-poll, with no redirects. Where private is false it connects to public
// addresses alone, for URLs that came from a stranger's hints.
func NewHTTP(private bool) *http.Client {
	return &http.Client{
		Timeout:   MaxWait + 15*time.Second,
		Transport: newTransport(private),
		CheckRedirect: func(*http.Request, []*http.Request) error {
			return errors.New("node answers with a redirect, which is not followed")
		},
	}
}
