package nodeapi_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
)

// serve answers every request by handler and counts them.
func serve(t *testing.T, handler http.HandlerFunc) (nodeapi.Client, *int) {
	t.Helper()
	asked := new(int)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		*asked++
		handler(w, r)
	}))
	t.Cleanup(server.Close)
	return nodeapi.Client{URL: server.URL}, asked
}

// answer writes a body of a media type.
func answer(status int, media, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", media)
		w.WriteHeader(status)
		w.Write([]byte(body))
	}
}

func TestClientAsksForWhatItWants(t *testing.T) {
	var path string
	client, _ := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet || r.ContentLength > 0 {
			t.Errorf("%s with %d bytes", r.Method, r.ContentLength)
		}
		path = r.URL.RequestURI()
		answer(200, "application/json; charset=utf-8", `{"state": "released", "software": "shrinkwrapd", "served": true, "order": "0x01", "unknown": [1]}`)(w, r)
	})
	ctx, address, order := context.Background(), common.Address{1}, common.Hash{2}
	q := nodeapi.ReleaseQuery{GroupKey: common.Hash{3}, Place: product.Place{ChainID: 1, Product: address, Tier: 4}, B: bls.GeneratorG1()}
	for _, slash := range []string{"", "/"} {
		client.URL = strings.TrimSuffix(client.URL, "/") + slash
		info, err := client.Info(ctx)
		if err != nil || info.Software != "shrinkwrapd" || path != "/v1/info" {
			t.Errorf("info at %s: %+v, %v", path, info, err)
		}
		r, err := client.Release(ctx, q)
		if err != nil || r.State != nodeapi.StateReleased || path != nodeapi.ReleasePath(q) {
			t.Errorf("release at %s: %+v, %v", path, r, err)
		}
		o, err := client.Order(ctx, 1, order)
		if err != nil || o.Order != "0x01" || path != nodeapi.OrderPath(1, order) {
			t.Errorf("order at %s: %+v, %v", path, o, err)
		}
		receipt, err := client.Receipt(ctx, 1, order, true)
		if err != nil || receipt.Order != "0x01" || path != nodeapi.ReceiptPath(1, order, true) {
			t.Errorf("receipt at %s: %+v, %v", path, receipt, err)
		}
		p, err := client.Product(ctx, 1, address, true)
		if err != nil || !p.Served || path != nodeapi.ProductPath(1, address, true) {
			t.Errorf("product at %s: %+v, %v", path, p, err)
		}
	}
}

func TestClientRefusesMalformedAnswers(t *testing.T) {
	for name, handler := range map[string]http.HandlerFunc{
		"a page":                 answer(200, "text/html", `{"software": "x"}`),
		"no media type":          answer(200, "", `{"software": "x"}`),
		"text":                   answer(200, "text/plain", `{"software": "x"}`),
		"status 201":             answer(201, "application/json", `{"software": "x"}`),
		"status 404":             answer(404, "application/json", `{"software": "x"}`),
		"status 500":             answer(500, "application/json", `{"software": "x"}`),
		"nothing":                answer(200, "application/json", ""),
		"null":                   answer(200, "application/json", " null "),
		"a list":                 answer(200, "application/json", `[]`),
		"a string":               answer(200, "application/json", `"x"`),
		"half an object":         answer(200, "application/json", `{"software": "x"`),
		"two objects":            answer(200, "application/json", `{"software": "x"}{}`),
		"junk after it":          answer(200, "application/json", `{"software": "x"}}`),
		"a number for a string":  answer(200, "application/json", `{"software": 1}`),
		"a negative block":       answer(200, "application/json", `{"chains": [{"head": -1}]}`),
		"a problem that is none": answer(404, nodeapi.ProblemMedia, `not found`),
		"an answer cut short":    cutShort,
		"a byte too many":        answer(200, "application/json", `{"software": "`+strings.Repeat("x", nodeapi.MaxBody-15)+`"}`),
		"a bomb":                 bomb,
	} {
		client, _ := serve(t, handler)
		_, err := client.Info(context.Background())
		var unreachable *nodeapi.UnreachableError
		if !errors.As(err, &unreachable) || unreachable.Node != strings.TrimPrefix(client.URL, "http://") {
			t.Errorf("%s: %v, want an UnreachableError of %s", name, err, client.URL)
		}
	}
	client, _ := serve(t, answer(200, "application/json", `{"software": "`+strings.Repeat("x", nodeapi.MaxBody-16)+`"}`))
	if info, err := client.Info(context.Background()); err != nil || len(info.Software) != nodeapi.MaxBody-16 {
		t.Errorf("the longest: %v", err)
	}
}

func cutShort(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Content-Length", "100")
	w.Write([]byte(`{"software": "x"}`))
}

// bomb is a small answer that inflates to sixteen times what is read.
func bomb(w http.ResponseWriter, _ *http.Request) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write(bytes.Repeat([]byte(" "), 16*nodeapi.MaxBody))
	z.Close()
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Content-Encoding", "gzip")
	w.Write(b.Bytes())
}

func TestClientFollowsNoRedirect(t *testing.T) {
	for _, status := range []int{301, 302, 303, 307, 308} {
		target, asked := serve(t, answer(200, "application/json", `{"software": "elsewhere"}`))
		client, _ := serve(t, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, target.URL+"/v1/info", status) })
		if info, err := client.Info(context.Background()); err == nil || !strings.Contains(err.Error(), "redirect") || info.Software != "" {
			t.Errorf("status %d: got %+v, %v", status, info, err)
		}
		if *asked != 0 {
			t.Errorf("status %d: the target was asked", status)
		}
	}
}

func TestClientReturnsProblems(t *testing.T) {
	client, _ := serve(t, answer(409, nodeapi.ProblemMedia, `{"type": "urn:shrinkwrap:depth", "title": "not deep enough", "status": 200, "detail": "3 of 12"}`))
	_, err := client.Info(context.Background())
	var problem *nodeapi.Problem
	if !errors.As(err, &problem) {
		t.Fatalf("got %v, want a problem", err)
	}
	want := nodeapi.Problem{Type: "urn:shrinkwrap:depth", Title: "not deep enough", Status: 409, Detail: "3 of 12"}
	if *problem != want || problem.Error() != "not deep enough: 3 of 12 (status 409)" {
		t.Errorf("got %+v, %q", problem, problem.Error())
	}
	problem.Detail = ""
	if got := problem.Error(); got != "not deep enough (status 409)" {
		t.Errorf("without a detail: %q", got)
	}
}

// Credentials in a node's address do not come out in an error.
func TestErrorsNameTheHostAlone(t *testing.T) {
	server := httptest.NewServer(nil)
	host := strings.TrimPrefix(server.URL, "http://")
	server.Close()
	_, err := nodeapi.Client{URL: "http://user:hunter2@" + host + "/base?token=hunter2"}.Info(context.Background())
	if err == nil || strings.Contains(err.Error(), "hunter2") || !strings.Contains(err.Error(), host) {
		t.Errorf("error of a node that is gone: %v", err)
	}
}

func TestClientStopsWithItsContext(t *testing.T) {
	release := make(chan struct{})
	client, _ := serve(t, func(_ http.ResponseWriter, r *http.Request) {
		select {
		case <-r.Context().Done():
		case <-release:
		}
	})
	t.Cleanup(func() { close(release) })
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := client.Info(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want context.Canceled", err)
	}
}
