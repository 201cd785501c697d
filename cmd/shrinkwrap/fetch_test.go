package main

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"
	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/publisher"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// publishTest publishes a product under a number of hints and returns header and
// wrap.
func publishTest(t *testing.T, f *publisher.SealFile, hints ...wrap.Hint) (*wrap.Header, []byte) {
	t.Helper()
	group, _, err := threshold.InsecureDeal(1, 1, zeroReader{})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "tale.wrap")
	h, _, err := f.Publish(context.Background(), path, publisher.Listing{
		Committee: nodeapi.NewCommittee(1337, common.Address{9}, 0, group, []common.Address{{1}}, nodeURLs[:1]),
		Tiers:     []product.TierTerms{{Price: uint256.NewInt(7)}},
		Hints:     hints,
	}, ownContracts, devchain.Key(1), nil)
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return h, b
}

// zeroReader deals a committee that everybody knows.
type zeroReader struct{}

func (zeroReader) Read(p []byte) (int, error) { return copy(p, bytes.Repeat([]byte{1}, len(p))), nil }

func sealTest(t *testing.T) *publisher.SealFile {
	t.Helper()
	dir := t.TempDir()
	tale := filepath.Join(dir, "tale.txt")
	if err := os.WriteFile(tale, []byte("once upon a time"), 0o666); err != nil {
		t.Fatal(err)
	}
	d := publisher.Draft{Title: "The Tale", Tiers: []publisher.Tier{{Name: "text"}}, Parts: []publisher.Part{{Path: tale, Tiers: 1}}}
	f, err := publisher.Seal(context.Background(), filepath.Join(dir, "tale.seal"), d, nil)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// rebuilt returns a wrap with another header, and with a bit of its section
// changed by damage.
func rebuilt(t *testing.T, whole []byte, h *wrap.Header, damage byte) []byte {
	a, err := wrap.OpenArchive(bytes.NewReader(whole), int64(len(whole)))
	if err != nil {
		t.Error(err)
		return nil
	}
	contents, err := a.Contents(wrap.MaxPayloadSize)
	if err != nil {
		t.Error(err)
		return nil
	}
	contents[0] = h.Bytes()
	contents[1][len(contents[1])-1] ^= damage
	var b bytes.Buffer
	if err := h.Layout().Rebuild(&b, contents); err != nil {
		t.Error(err)
	}
	return b.Bytes()
}

// A pointer's wrap is taken from anybody, and from nobody another one.
func TestFetch(t *testing.T) {
	f := sealTest(t)
	h, whole := publishTest(t, f)
	_, other := publishTest(t, f)
	// The same wrap with other hints has another header and the same id.
	hinted, forged := *h, *h
	hinted.Hints = []wrap.Hint{{Kind: "node", URL: "https://node1.example"}}
	forged.Signature[5] ^= 1

	answers := map[string]func(w http.ResponseWriter){
		"/whole":     func(w http.ResponseWriter) { w.Write(whole) },
		"/hinted":    func(w http.ResponseWriter) { w.Write(rebuilt(t, whole, &hinted, 0)) },
		"/other":     func(w http.ResponseWriter) { w.Write(other) },
		"/signature": func(w http.ResponseWriter) { w.Write(rebuilt(t, whole, &forged, 0)) },
		"/damaged":   func(w http.ResponseWriter) { w.Write(rebuilt(t, whole, h, 1)) },
		"/cut":       func(w http.ResponseWriter) { w.Write(whole[:len(whole)-1]) },
		"/longer":    func(w http.ResponseWriter) { w.Write(append(bytes.Clone(whole), 0)) },
		"/page":      func(w http.ResponseWriter) { io.WriteString(w, "<html>") },
		"/missing":   func(w http.ResponseWriter) { w.WriteHeader(http.StatusNotFound) },
		"/endless": func(w http.ResponseWriter) {
			for piece := make([]byte, 1<<20); ; {
				if _, err := w.Write(piece); err != nil {
					return
				}
			}
		},
		"/moved": func(w http.ResponseWriter) { w.Header().Set("Location", "/whole"); w.WriteHeader(http.StatusFound) },
		"/clear": func(w http.ResponseWriter) {
			w.Header().Set("Location", "http://127.0.0.1/whole")
			w.WriteHeader(http.StatusFound)
		},
		"/circles": func(w http.ResponseWriter) { w.Header().Set("Location", "/circles"); w.WriteHeader(http.StatusFound) },
	}
	server := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { answers[r.URL.Path](w) }))
	defer server.Close()
	client := newFetcher()
	client.Transport = server.Client().Transport
	for path, want := range map[string]string{
		"/whole": "", "/hinted": "", "/moved": "",
		"/other": "another wrap", "/signature": "another wrap", "/damaged": "damaged", "/cut": "something else", "/longer": "something else",
		"/page": "something else", "/missing": "status 404", "/endless": "sends more than", "/clear": "away from https", "/circles": "redirects",
	} {
		to := filepath.Join(t.TempDir(), "fetched")
		if err := os.WriteFile(to, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		err := fetchFrom(cli.NewContext(newApp(), nil, nil), client, server.URL+path, to, h)
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", path, err, want)
		}
	}
	// What fetches for people does not reach into the network behind them.
	to := filepath.Join(t.TempDir(), "fetched")
	if err := os.WriteFile(to, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	err := fetchFrom(cli.NewContext(newApp(), nil, nil), newFetcher(), server.URL+"/whole", to, h)
	if err == nil || !strings.Contains(err.Error(), "not public") {
		t.Errorf("loopback: %v", err)
	}
	err = fetchFrom(cli.NewContext(newApp(), nil, nil), client, "http://127.0.0.1/whole", to, h)
	if err == nil || !strings.Contains(err.Error(), "https") {
		t.Errorf("http: %v", err)
	}
}

// A server that falls silent is given up.
func TestFetchStalls(t *testing.T) {
	defer func(d time.Duration) { testOnlyStall = d }(testOnlyStall)
	testOnlyStall = 20 * time.Millisecond
	h, whole := publishTest(t, sealTest(t))
	done := make(chan struct{})
	server := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Write(whole[:10])
		w.(http.Flusher).Flush()
		<-done
	}))
	defer server.Close()
	defer close(done)
	client := newFetcher()
	client.Transport = server.Client().Transport
	to := filepath.Join(t.TempDir(), "fetched")
	if err := os.WriteFile(to, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	err := fetchFrom(cli.NewContext(newApp(), nil, nil), client, server.URL, to, h)
	if err == nil || !strings.Contains(err.Error(), "sent nothing") {
		t.Error(err)
	}
}

// redirects answers for one host, which it leads away from, and leaves the rest to
// the transport of strangers' addresses.
type redirects struct {
	to   string
	next http.RoundTripper
}

func (r redirects) RoundTrip(request *http.Request) (*http.Response, error) {
	if request.URL.Host != "wraps.example" {
		return r.next.RoundTrip(request)
	}
	return &http.Response{StatusCode: http.StatusFound, Header: http.Header{"Location": {r.to}}, Body: http.NoBody, Request: request}, nil
}

// Hints are not signed: whoever copies a code puts a server of his own there, and
// has it lead into the network of who scans it. No such request is made.
func TestFetchIsNotLedInside(t *testing.T) {
	h, _ := publishTest(t, sealTest(t))
	asked := 0
	server := httptest.NewTLSServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked++ }))
	defer server.Close()
	_, port, _ := strings.Cut(strings.TrimPrefix(server.URL, "https://"), ":")
	for _, inside := range []string{
		server.URL, "https://localhost:" + port, "https://[::1]:" + port, "https://[::ffff:127.0.0.1]:" + port, "https://0.0.0.0:" + port,
		"https://10.0.0.1", "https://192.168.1.1", "https://169.254.169.254/latest", "https://[fd00::1]",
	} {
		client := newFetcher()
		client.Transport = redirects{inside, client.Transport}
		to := filepath.Join(t.TempDir(), "fetched")
		if err := os.WriteFile(to, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		err := fetchFrom(cli.NewContext(newApp(), nil, nil), client, "https://wraps.example/tale", to, h)
		if err == nil || !strings.Contains(err.Error(), "not public") {
			t.Errorf("led to %s: %v", inside, err)
		}
	}
	if asked != 0 {
		t.Errorf("the server inside was asked %d times", asked)
	}
}
