package node_test

import (
	"bufio"
	"bytes"
	"net"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/vectors/seeds"
	"github.com/shrinkwrap/shrinkwrap/node"
)

// A configuration that a node can be run by says the same when it is written
// again as the commented file.
func FuzzParseConfig(f *testing.F) {
	text, err := node.DefaultConfig().Manual()
	must(f, err)
	f.Add(text)
	for _, seed := range []string{
		"", "listn = \"a:1\"", "[[chain]]\nid = 1\nendpoints = [\"ws://a\"]\n[[chain.declined]]\nproduct = \"0x5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c\"\nreason = \"r\"",
		"[[chain]]\nid = 1\npoll = \"-4s\"", "[[chain]]\nid = 9223372036854775807", "[[chain]]\nid = 1\nescrow_code_hash = \"0xzz\"", "max_waiting = 1e3", "listen = \"\\u0000:1\"",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := node.ParseConfig(text)
		if err != nil || c.Check() != nil {
			return
		}
		first, err := c.Manual()
		if err != nil {
			return // a string holds what cannot be written
		}
		again, err := node.ParseConfig(first)
		must(t, err)
		must(t, again.Check())
		if second, err := again.Manual(); err != nil || second != first {
			t.Errorf("%q comes back as %+v, %v", text, again, err)
		}
	})
}

// A key share is 32 bytes that belong to the group; whatever else stands in its
// file is refused, without being told.
func FuzzKeyShare(f *testing.F) {
	homes, c, err := node.Deal(f.TempDir(), node.DealOptions{Threshold: 2, URLs: []string{"http://127.0.0.1:1", "http://127.0.0.1:2"}, Chain: node.DefaultChain(chainID)})
	must(f, err)
	group, err := c.Group()
	must(f, err)
	h := homes[0]
	good, err := os.ReadFile(h.Path("key"))
	must(f, err)
	f.Add(good)
	for _, b := range seeds.Of(f, "scalar", "bytes") {
		f.Add(b)
	}
	f.Add(append(bytes.Clone(good), '\n'))
	f.Fuzz(func(t *testing.T, b []byte) {
		must(t, os.Remove(h.Path("key")))
		must(t, os.WriteFile(h.Path("key"), b, 0o400))
		share, err := h.KeyShare(group)
		if (err == nil) != bytes.Equal(b, good) {
			t.Errorf("%x: %v", b, err)
		}
		if back := share.Secret; err == nil && back.Bytes() != [32]byte(b) {
			t.Error("the share comes back otherwise")
		}
	})
}

// A transcript is a hash in hex, and nothing else is.
func FuzzTranscript(f *testing.F) {
	f.Add("0x" + strings.Repeat("ab", 32) + "\n")
	f.Add(strings.Repeat("ab", 32))
	f.Add("")
	h := node.Home{Dir: f.TempDir()}
	f.Fuzz(func(t *testing.T, text string) {
		must(t, os.WriteFile(h.Path("transcript"), []byte(text), 0o600))
		if hash, err := h.Transcript(); err == nil && hash.Hex() != strings.ToLower(strings.TrimSpace(text)) {
			t.Errorf("%q is %s", text, hash)
		}
	})
}

// A client may send anything at all: it gets an answer or loses its connection,
// never an error of the node's own; and the node goes on as it was.
func FuzzRequests(f *testing.F) {
	tr := newTrial(f, 1, 1, nil)
	p := tr.pay(nil)
	tr.released(1, p)
	release, product := nodeapi.ReleasePath(tr.query(p)), nodeapi.ProductPath(chainID, article, false)
	order := nodeapi.OrderPath(chainID, p.leaf.Hash())
	for _, path := range []string{release, release + "?own=1", release + "?receipt=1", product + "?terms=1", release + "?wait=0s&pok=" + strings.Repeat("0", 128), order, order + "/receipt?own=1", product, "/v1/info", "/openapi.json", "/healthz", "/metrics", "/", "/v1/%00", "*"} {
		f.Add("GET "+path+" HTTP/1.1\r\nHost: x\r\n\r\n", false)
	}
	for _, raw := range []string{
		"GET / HTTP/1.1\r\n\r\n", "POST /v1/info HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n", "GET /v1/info HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
		"OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n", "CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n", "GET /v1/info HTTP/9.9\r\n\r\n", "\x16\x03\x01\x00", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
		"GET /v1/info HTTP/1.1\r\nHost: x\r\nIf-None-Match: \"\x00\"\r\nRange: bytes=5-1\r\nExpect: 100-continue\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
	} {
		f.Add(raw, true)
	}
	address := strings.TrimPrefix(tr.desc.Operators[0].URL, "http://")
	url := tr.desc.Operators[0].URL + release
	_, before := request(f, http.MethodGet, url, nil, nil)
	f.Fuzz(func(t *testing.T, raw string, end bool) {
		if strings.Contains(raw, "/v1/events") || strings.Contains(raw, "wait=") {
			return // answered later
		}
		conn, err := net.Dial("tcp", address)
		must(t, err)
		defer conn.Close()
		must(t, conn.SetDeadline(time.Now().Add(20*time.Second)))
		_, err = conn.Write([]byte(raw))
		must(t, err)
		if end {
			must(t, conn.(*net.TCPConn).CloseWrite())
		} else if !strings.HasSuffix(raw, "\r\n\r\n") {
			return // the node waits for more
		}
		response, err := http.ReadResponse(bufio.NewReader(conn), nil)
		if err != nil {
			return
		}
		defer response.Body.Close()
		if s := response.StatusCode; s >= 500 && s != http.StatusServiceUnavailable && s != http.StatusNotImplemented && s != http.StatusHTTPVersionNotSupported {
			t.Errorf("%q: status %d", raw, s)
		}
		if _, after := request(t, http.MethodGet, url, nil, nil); after != before {
			t.Errorf("after %q the node answers %s", raw, after)
		}
	})
}
