package page_test

import (
	"bytes"
	"context"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/shrinkwrap/shrinkwrap/cmd/internal/demo/page"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/web"
)

// site is the page before a chain, and what stands in for its node.
type site struct {
	*testing.T
	origin string
	chain  *devchain.Chain
	stop   func() // which happens at the test's end, too
}

func start(t *testing.T) *site {
	t.Helper()
	chain, err := devchain.New(devchain.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { chain.Close() })
	node := httptest.NewServer(http.HandlerFunc(answer))
	t.Cleanup(node.Close)
	l, err := page.Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	h, err := page.Handler(page.Options{Address: l.Addr().String(), Node: node.URL, Fragment: "CODE", Wallet: page.NewWallet(chain.Client(), 1337, visitor)})
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- page.Serve(ctx, l, h) }()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	origin := "http://" + l.Addr().String()
	return &site{t, origin, chain, stop}
}

// answer gives the page's files as a node does, and stands for its API.
func answer(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Security-Policy", web.ContentSecurityPolicy)
	w.Header().Set("ETag", `"node's"`)
	switch {
	case r.URL.Path == "/v1/events": // one that goes on until the client goes
		io.WriteString(w, "event: x\n\n")
		http.NewResponseController(w).Flush()
		<-r.Context().Done()
	case strings.HasPrefix(r.URL.Path, "/v1/"):
		io.WriteString(w, "node: "+r.URL.RequestURI())
	case r.Header.Get("If-None-Match") != "":
		w.WriteHeader(http.StatusNotModified)
	default:
		http.FileServerFS(web.Files()).ServeHTTP(w, r)
	}
}

func (s *site) get(path string, header ...string) (*http.Response, string) {
	s.Helper()
	request, err := http.NewRequestWithContext(s.Context(), http.MethodGet, s.origin+path, nil)
	if err != nil {
		s.Fatal(err)
	}
	for i := 0; i < len(header); i += 2 {
		request.Header.Set(header[i], header[i+1])
	}
	response, err := http.DefaultTransport.RoundTrip(request)
	if err != nil {
		s.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		s.Fatal(err)
	}
	return response, string(body)
}

// The page is the node's but for one script, which the page's own policy allows, and
// for a service worker that browsers find to be another one than a node's.
func TestPageIsTheNodesAndAScript(t *testing.T) {
	s := start(t)
	const script = `<script type="module" src="./demo/wallet.js"></script>`
	err := fs.WalkDir(web.Files(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		want, err := fs.ReadFile(web.Files(), name)
		path := "/" + strings.TrimSuffix(name, "index.html")
		r, body := s.get(path)
		if r.StatusCode != http.StatusOK || r.Header.Get("Content-Security-Policy") != web.ContentSecurityPolicy {
			t.Errorf("%s: status %d under the policy %q", path, r.StatusCode, r.Header.Get("Content-Security-Policy"))
		}
		switch path {
		case "/":
			if strings.Count(body, script) != 1 || strings.Replace(body, "  "+script+"\n  ", "", 1) != string(want) {
				t.Errorf("the page is\n%s", body)
			}
		case "/serviceworker.js":
			if rest, ok := strings.CutPrefix(body, string(want)); !ok || !strings.HasPrefix(rest, "\n//") {
				t.Errorf("the worker ends with %q", rest)
			}
		default:
			if body != string(want) {
				t.Errorf("%s has other bytes than the node's", path)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if r, body := s.get("/", "If-None-Match", `"node's"`); r.StatusCode != http.StatusOK || !strings.Contains(body, script) || r.Header.Get("ETag") != "" {
		t.Errorf("a browser that has the node's page gets status %d", r.StatusCode)
	}
	r, body := s.get("/demo/wallet.js")
	source, err := os.ReadFile("wallet.js")
	if err != nil || body != string(source) || r.Header.Get("Content-Type") != "text/javascript; charset=utf-8" {
		t.Errorf("the wallet is %q, %v", r.Header.Get("Content-Type"), err)
	}
}

// The page's origin is a node, also of answers that go on.
func TestOriginIsANode(t *testing.T) {
	s := start(t)
	if _, body := s.get("/v1/info?x=1"); body != "node: /v1/info?x=1" {
		t.Errorf("the node's answer is %q", body)
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, s.origin+"/v1/events", nil)
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	first := make([]byte, len("event: x\n\n"))
	if _, err := io.ReadFull(response.Body, first); err != nil || !bytes.HasPrefix(first, []byte("event")) {
		t.Errorf("the events begin with %q, %v", first, err)
	}
}

func TestProductLink(t *testing.T) {
	s := start(t)
	if r, _ := s.get(page.ProductPath); r.StatusCode != http.StatusFound || r.Header.Get("Location") != "/#CODE" {
		t.Errorf("status %d to %q", r.StatusCode, r.Header.Get("Location"))
	}
	if r, _ := s.get("/demo/other"); r.StatusCode != http.StatusNotFound {
		t.Errorf("another path has status %d", r.StatusCode)
	}
}

// Without a node the page says so.
func TestNodeIsGone(t *testing.T) {
	l, err := page.Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l.Close()
	h, err := page.Handler(page.Options{Address: l.Addr().String(), Node: "http://" + l.Addr().String(), Wallet: page.NewWallet(nil, 1337, visitor)})
	if err != nil {
		t.Fatal(err)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/v1/info", nil))
	if w.Code != http.StatusBadGateway || !strings.Contains(w.Body.String(), "node gave no answer") {
		t.Errorf("status %d: %s", w.Code, w.Body)
	}
}

func TestListen(t *testing.T) {
	for address, words := range map[string]string{
		"0.0.0.0:0": "not this computer's alone", "192.0.2.1:80": "not this computer's alone", "8480": "no address with a port",
		":8480": "no address with a port", "127.0.0.1": "no address with a port", "127.0.0.1:http-not": "no address with a port",
	} {
		l, err := page.Listen(address)
		if err == nil {
			l.Close()
		}
		if err == nil || !strings.Contains(err.Error(), words) {
			t.Errorf("%s: %v", address, err)
		}
	}
	// The preferred address is taken by this or by another program, or by the first.
	first, err := page.Listen("")
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	second, err := page.Listen("")
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	if at := second.Addr().(*net.TCPAddr); !at.IP.IsLoopback() || at.String() == first.Addr().String() || at.String() == page.Prefers {
		t.Errorf("the second page is at %s", at)
	}
	if _, err := page.Listen(second.Addr().String()); err == nil {
		t.Error("an address that was named and is taken is exchanged for another one")
	}
}

// The end does not wait for pages that wait.
func TestServeEndsWithAnswersUnderWay(t *testing.T) {
	s := start(t)
	response, err := http.Get(s.origin + "/v1/events")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	s.stop()
	ended := make(chan struct{})
	go func() {
		io.Copy(io.Discard, response.Body)
		close(ended)
	}()
	select {
	case <-ended:
	case <-time.After(time.Minute):
		t.Error("the answer goes on")
	}
}
