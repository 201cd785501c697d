package node_test

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/node"
)

// What is released is immutable, the same bytes for every question; anything
// else must not be stored.
func TestCaching(t *testing.T) {
	tr := newTrial(t, 1, 1, nil)
	p := tr.pay(func(p *purchase, _ *[64]byte) { p.leaf.Confirmations = 2 })
	tr.caughtUp()
	path := nodeapi.ReleasePath(tr.query(p))
	r, _ := tr.get(1, path, nil)
	if got := r.Header.Get("Cache-Control"); got != "no-store" || r.Header.Get("ETag") != "" {
		t.Errorf("before: Cache-Control %q, ETag %q", got, r.Header.Get("ETag"))
	}
	tr.commit(1)
	tr.released(1, p)
	r, before := tr.get(1, path, nil)
	etag := r.Header.Get("ETag")
	if got := r.Header.Get("Cache-Control"); got != "public, max-age=31536000, immutable" || etag == "" {
		t.Errorf("after: Cache-Control %q, ETag %q", got, etag)
	}
	if r, body := tr.get(1, path, http.Header{"If-None-Match": {etag}}); r.StatusCode != http.StatusNotModified || body != "" {
		t.Errorf("with its ETag: status %d, %q", r.StatusCode, body)
	}
	tr.commit(3)
	tr.stop(1)
	tr.start(1)
	for _, query := range []string{"", "?wait=25s", "?pok=" + strings.Repeat("0", 128)} {
		if _, after := tr.get(1, path+query, nil); after != before {
			t.Errorf("%s: answer changed from %s to %s", query, before, after)
		}
	}
	for _, path := range []string{"/v1/info", nodeapi.OrderPath(chainID, p.leaf.Hash()), nodeapi.ReceiptPath(chainID, p.leaf.Hash(), false), nodeapi.ProductPath(chainID, article, false)} {
		if r, _ := tr.get(1, path, nil); r.StatusCode != http.StatusOK || r.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: status %d, Cache-Control %q", path, r.StatusCode, r.Header.Get("Cache-Control"))
		}
	}
}

// A question is written in one way. Every other is refused by a problem
// document, and pages of any origin may ask.
func TestStrictRequests(t *testing.T) {
	tr := newTrial(t, 1, 1, nil)
	p := tr.pay(nil)
	tr.caughtUp()
	good := nodeapi.ReleasePath(tr.query(p))
	order, product := nodeapi.OrderPath(chainID, p.leaf.Hash()), nodeapi.ProductPath(chainID, article, false)
	key := strings.TrimPrefix(good[strings.LastIndex(good, "/"):], "/")
	for path, want := range map[string]int{
		good:                       200,
		good + "?wait=0s":          200,
		good + "?own=1":            200,
		good + "?receipt=1":        200,
		product + "?terms=1":       200,
		order:                      200,
		product:                    200,
		"/v1/info":                 200,
		"/openapi.json":            200,
		"/healthz":                 200,
		"/readyz":                  200,
		"/metrics":                 200,
		strings.ToUpper(good):      404,
		good + "/":                 404,
		good + "//":                404,
		"/v1//info":                404,
		"/v1/./info":               404,
		"/v1/../v1/info":           404,
		"/v1/%69nfo":               404,
		"/nothing":                 404,
		"/v2/info":                 404,
		"/v1/releases":             404,
		"/v1/orders/1337/0x":       400,
		"/v1/info?x=1":             400,
		order + "?wait=1s":         400,
		order + "/receipt?own=2":   400,
		order + "/receipt?holder=": 400,
		product + "?x":             400,
		good + "?wait=25":          400,
		good + "?wait=025s":        400,
		good + "?wait=-1s":         400,
		good + "?wait=1.5s":        400,
		good + "?wait=":            400,
		good + "?wait=1s&wait=1s":  400,
		good + "?wiat=1s":          400,
		good + "?own=true":         400,
		good + "?receipt=0":        400,
		product + "?terms=yes":     400,
		good + "?pok=00":           400,
		good + "?pok=" + strings.Repeat("f", 128): 400,
		good + "?a=%zz": 400,
		strings.Replace(good, "/1337/", "/01337/", 1):                                        400,
		strings.Replace(good, "/1337/", "/0/", 1):                                            400,
		strings.Replace(good, "/1337/", "/9007199254740992/", 1):                             400,
		strings.Replace(good, "/1337/", "/1/", 1):                                            404,
		strings.Replace(good, "/0/", "/64/", 1):                                              400,
		strings.Replace(good, "/0/", "/00/", 1):                                              400,
		strings.Replace(good, "/releases/", "/releases/0x", 1):                               400,
		strings.Replace(good, key, strings.ToUpper(key), 1):                                  400,
		strings.Replace(good, key, key[:94], 1):                                              400,
		strings.Replace(good, key, "c0"+strings.Repeat("0", 94), 1):                          400,
		strings.Replace(good, key, strings.Repeat("0", 96), 1):                               400,
		strings.Replace(order, fmt.Sprintf("%x", p.leaf.Hash()), strings.Repeat("0", 64), 1): 404,
	} {
		r, body := tr.get(1, path, nil)
		if r.StatusCode != want {
			t.Errorf("%s: status %d, want %d: %s", path, r.StatusCode, want, body)
		}
		if got := r.Header.Get("Access-Control-Allow-Origin"); got != "*" {
			t.Errorf("%s: Access-Control-Allow-Origin %q", path, got)
		}
		if want >= 400 {
			checkProblem(t, path, r, body)
		}
	}
}

func checkProblem(t *testing.T, path string, r *http.Response, body string) {
	t.Helper()
	var problem nodeapi.Problem
	if err := json.Unmarshal([]byte(body), &problem); err != nil || r.Header.Get("Content-Type") != nodeapi.ProblemMedia {
		t.Errorf("%s: %q is no problem document: %v", path, body, err)
	} else if problem.Status != r.StatusCode || problem.Title == "" || problem.Type == "" {
		t.Errorf("%s: problem is %+v", path, problem)
	}
}

// Only questions are answered; bodies and long headers are not read.
func TestMethodsAndSizes(t *testing.T) {
	tr := newTrial(t, 1, 1, nil)
	url := tr.desc.Operators[0].URL
	for _, method := range []string{"POST", "PUT", "DELETE", "PATCH", "TRACE"} {
		r, body := request(t, method, url+"/v1/info", nil, nil)
		if r.StatusCode != http.StatusMethodNotAllowed || r.Header.Get("Allow") == "" {
			t.Errorf("%s: status %d", method, r.StatusCode)
		}
		checkProblem(t, method, r, body)
	}
	if r, body := request(t, "HEAD", url+"/v1/info", nil, nil); r.StatusCode != 200 || body != "" {
		t.Errorf("HEAD: status %d, %q", r.StatusCode, body)
	}
	if r, _ := request(t, "OPTIONS", url+"/v1/info", http.Header{"Origin": {"https://page.example"}}, nil); r.StatusCode != 204 || r.Header.Get("Access-Control-Allow-Methods") == "" {
		t.Errorf("OPTIONS: status %d", r.StatusCode)
	}
	if r, _ := request(t, "GET", url+"/v1/info", nil, strings.NewReader("body")); r.StatusCode != 400 {
		t.Errorf("with a body: status %d", r.StatusCode)
	}
	// The server may close while the client still writes.
	if r, err := http.Get(url + "/v1/info?" + strings.Repeat("x", 1<<16)); err == nil {
		if r.Body.Close(); r.StatusCode != http.StatusRequestHeaderFieldsTooLarge {
			t.Errorf("with a long line: status %d", r.StatusCode)
		}
	}
}

// As many requests as the configuration says are held back, and no more; those
// that are not held back are answered all the same, and a stop ends them all.
func TestHeldBackRequestsAreBounded(t *testing.T) {
	tr := newTrial(t, 1, 1, func(_ int, c *node.Config, _ *node.Deps) { c.MaxWaiting = 2 })
	p := tr.pay(func(p *purchase, _ *[64]byte) { p.leaf.Confirmations = 9 })
	tr.caughtUp()
	q := tr.query(p)
	q.Wait = nodeapi.MaxWait
	held := make(chan error, 2)
	for range 2 {
		go func() {
			_, err := tr.ask(1).Release(context.Background(), q)
			held <- err
		}()
	}
	eventually(t, func() error {
		if got := tr.metric(1, "shrinkwrap_http_requests_in_flight"); got != "3" { // the metric's own is one
			return errMetric(got)
		}
		return nil
	}, "two requests are held back")
	if r, _ := tr.get(1, nodeapi.ReleasePath(q), nil); r.StatusCode != http.StatusServiceUnavailable || r.Header.Get("Retry-After") == "" {
		t.Errorf("a third request: status %d", r.StatusCode)
	}
	if r := tr.look(1, tr.query(p)); r.State != nodeapi.StateSeen {
		t.Errorf("a request that does not wait: %+v", r)
	}
	tr.stop(1)
	for range 2 {
		if err := <-held; err == nil {
			t.Error("a held request was answered as if nothing happened")
		}
	}
}

// A long-poll returns when the release comes, not before.
func TestLongPoll(t *testing.T) {
	tr := newTrial(t, 2, 2, nil)
	p := tr.pay(func(p *purchase, _ *[64]byte) { p.leaf.Confirmations = 3 })
	tr.caughtUp()
	q := tr.query(p)
	q.Wait = nodeapi.MaxWait
	answers := make(chan nodeapi.Release, 1)
	go func() {
		r, err := tr.ask(1).Release(context.Background(), q)
		if err != nil {
			r.Reason = err.Error()
		}
		answers <- r
	}()
	tr.commit(1)
	tr.caughtUp()
	select {
	case r := <-answers:
		t.Fatalf("answered before its depth: %+v", r)
	default:
	}
	tr.commit(1)
	if r := <-answers; r.State != nodeapi.StateReleased {
		t.Errorf("answer is %+v", r)
	}
}

// Events tell what happens, in order.
func TestEvents(t *testing.T) {
	tr := newTrial(t, 1, 1, func(_ int, c *node.Config, _ *node.Deps) { c.MaxEvents = 1 })
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, tr.desc.Operators[0].URL+"/v1/events", nil)
	must(t, err)
	response, err := http.DefaultClient.Do(r)
	must(t, err)
	defer response.Body.Close()
	if got := response.Header.Get("Content-Type"); got != "text/event-stream" {
		t.Fatalf("Content-Type %q", got)
	}
	lines := bufio.NewScanner(response.Body)
	next := func() (e nodeapi.Event) {
		t.Helper()
		for lines.Scan() {
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				must(t, json.Unmarshal([]byte(data), &e))
				return e
			}
		}
		t.Fatal("the stream ended")
		return e
	}
	if r, body := tr.get(1, "/v1/events", nil); r.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("a second stream: status %d: %s", r.StatusCode, body)
	}
	tr.commit(1)
	tr.caughtUp()
	root := tr.head().Hash()
	p := tr.pay(nil)
	name := fmt.Sprintf("%#x", p.leaf.Hash())
	if e := next(); e.Type != "confirmed" || e.Order != name || e.ChainID != chainID || e.Block != 2 {
		t.Errorf("first event is %+v", e)
	}
	tr.released(1, p)
	if e := next(); e.Type != "released" || e.Order != name || e.Release == "" {
		t.Errorf("second event is %+v", e)
	}
	tr.mark(disputedEvent, p.leaf.Hash(), make([]byte, 128))
	if e := next(); e.Type != "disputed" || e.Order != name {
		t.Errorf("third event is %+v", e)
	}
	tr.mark(refundedEvent, p.leaf.Hash(), make([]byte, 32))
	if e := next(); e.Type != "refunded" || e.Order != name {
		t.Errorf("fourth event is %+v", e)
	}
	tr.fork(root)
	tr.commit(5)
	if e := next(); e.Type != "rolled back" || e.Order != name {
		t.Errorf("fifth event is %+v", e)
	}
}

// Slow and idle clients hold their own connections and nobody else's.
func TestSlowClients(t *testing.T) {
	tr := newTrial(t, 1, 1, nil)
	address := strings.TrimPrefix(tr.desc.Operators[0].URL, "http://")
	for range 50 {
		conn, err := net.Dial("tcp", address)
		must(t, err)
		defer conn.Close()
		_, err = conn.Write([]byte("GET /v1/info HTT"))
		must(t, err)
	}
	p := tr.pay(nil)
	tr.released(1, p)
}

// While the chain cannot be reached the node answers, says that it is not ready,
// and goes on when the chain is back.
func TestChainUnreachable(t *testing.T) {
	down := errors.New("no route to host")
	reachable := make(chan struct{})
	tr := newTrial(t, 1, 1, func(_ int, _ *node.Config, d *node.Deps) {
		d.Connect = func(ctx context.Context, c node.ChainConfig) (node.Chain, error) {
			select {
			case <-reachable:
				return node.Dial(ctx, c, discard())
			default:
				return nil, down
			}
		}
	})
	p := tr.pay(nil)
	if r, body := tr.get(1, "/readyz", nil); r.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("/readyz: status %d, %s", r.StatusCode, body)
	}
	if r, _ := tr.get(1, "/healthz", nil); r.StatusCode != http.StatusOK {
		t.Errorf("/healthz: status %d", r.StatusCode)
	}
	if r := tr.look(1, tr.query(p)); r.State != nodeapi.StateUnknown {
		t.Errorf("release is %+v", r)
	}
	if r, body := tr.get(1, nodeapi.ProductPath(chainID, article, false), nil); r.StatusCode != http.StatusServiceUnavailable || strings.Contains(body, down.Error()) {
		t.Errorf("product: status %d, %s", r.StatusCode, body)
	}
	info, err := tr.ask(1).Info(t.Context())
	must(t, err)
	if info.Node != 1 || len(info.Chains) != 1 || info.Chains[0].Indexed != 0 || info.Chains[0].Providers[0] != "127.0.0.1" {
		t.Errorf("info is %+v", info)
	}
	close(reachable)
	tr.released(1, p)
	eventually(t, func() error {
		if r, body := tr.get(1, "/readyz", nil); r.StatusCode != http.StatusOK {
			return errors.New(body)
		}
		return nil
	}, "not ready")
}
