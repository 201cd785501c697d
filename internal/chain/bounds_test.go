package chain_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/gorilla/websocket"

	"github.com/shrinkwrap/shrinkwrap/internal/alloctest"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
)

// endless is an endpoint that answers any question by head and then the same
// again and again: over HTTP as a body, over WebSocket as one message.
func endless(t *testing.T, head, again string) *httptest.Server {
	chunk := bytes.Repeat([]byte(again), 1+(32<<10)/len(again))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		out := io.Writer(w)
		if websocket.IsWebSocketUpgrade(r) {
			conn, err := new(websocket.Upgrader).Upgrade(w, r, nil)
			if err != nil {
				t.Error(err)
				return
			}
			defer conn.Close()
			if _, _, err := conn.ReadMessage(); err != nil {
				return
			}
			message, err := conn.NextWriter(websocket.TextMessage)
			if err != nil {
				t.Error(err)
				return
			}
			out = message
		} else {
			w.Header().Set("Content-Type", "application/json")
		}
		_, err := io.WriteString(out, head)
		for err == nil {
			_, err = out.Write(chunk)
		}
	}))
	t.Cleanup(server.Close)
	return server
}

// Whatever an endpoint says without end, over either connection, it is left after
// the bytes that an answer may have, and costs little more than they do.
func TestEndlessAnswers(t *testing.T) {
	const most = 256 << 10
	for name, c := range map[string]struct{ head, again string }{
		"spaces":         {"", " "},
		"a result":       {`[{"jsonrpc":"2.0","id":1,"result":"0x`, "0"},
		"a name":         {`{"`, "a"},
		"lists in lists": {`{"jsonrpc":"2.0","id":1,"result":`, "["},
		"objects":        {"", `{"a":`},
		"a batch":        {"[{}", ",{}"},
		"an error":       {`{"jsonrpc":"2.0","id":1,"error":{"code":1,"message":"`, "x"},
	} {
		server := endless(t, c.head, c.again)
		for _, url := range []string{server.URL, "ws" + strings.TrimPrefix(server.URL, "http")} {
			client := dial(t, chain.Options{ChainID: 1337, Lazy: true, MaxResponse: most, Timeout: time.Minute}, url)
			var err error
			got := alloctest.Bytes(func() { _, err = client.Head(t.Context()) })
			unavailable := new(chain.UnavailableError)
			if !errors.As(err, &unavailable) || strings.Contains(err.Error(), "in time") {
				t.Errorf("%s over %.4s: %v", name, url, err)
			}
			if got > 16*most {
				t.Errorf("%s over %.4s: %d KiB were allocated", name, url, got>>10)
			}
		}
	}
}

// A whole answer of the greatest length costs no more, however often it repeats
// and nests what is in it.
func TestCostlyAnswers(t *testing.T) {
	const most = 256 << 10
	fill := func(head, again, tail string) string {
		return head + strings.Repeat(again, (most-len(head)-len(tail))/len(again)) + tail
	}
	for name, body := range map[string]string{
		"nested": `{"jsonrpc":"2.0","id":1,"result":` + strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000) + "}",
		"batch":  fill("[{}", ",{}", "]"),
		"nulls":  fill("[null", ",null", "]"),
		"number": fill(`[{"jsonrpc":"2.0","id":1,"result":1`, "0", "}]"),
		"names":  fill(`[{"jsonrpc":"2.0","id":1,"result":"0x539"`, `,"result":1`, "}]"),
	} {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			io.WriteString(w, body)
		}))
		client := dial(t, chain.Options{ChainID: 1337, Lazy: true, MaxResponse: most, Timeout: time.Minute}, server.URL)
		var err error
		got := alloctest.Bytes(func() { _, err = client.Head(t.Context()) })
		if err == nil || got > 64*most {
			t.Errorf("%s: %d KiB were allocated: %v", name, got>>10, err)
		}
		server.Close()
	}
}

// Headers without end are left as well, also those by which a WebSocket opens.
func TestEndlessHandshake(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		conn, _, err := http.NewResponseController(w).Hijack()
		if err != nil {
			t.Error(err)
			return
		}
		defer conn.Close()
		_, err = io.WriteString(conn, "HTTP/1.1 101 Switching Protocols\r\n")
		chunk := bytes.Repeat([]byte("X-Header: again\r\n"), 1000)
		for err == nil {
			_, err = conn.Write(chunk)
		}
	}))
	defer server.Close()
	for _, url := range []string{server.URL, "ws" + strings.TrimPrefix(server.URL, "http")} {
		client := dial(t, chain.Options{ChainID: 1337, Lazy: true, Timeout: time.Minute}, url)
		var err error
		got := alloctest.Bytes(func() { _, err = client.Head(t.Context()) })
		if err == nil || strings.Contains(err.Error(), "in time") || got > 8<<20 {
			t.Errorf("%.4s: %d MiB were allocated: %v", url, got>>20, err)
		}
	}
}

// An endpoint that says a byte now and then is given the time of one request.
func TestDrippingEndpoint(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		for r.Context().Err() == nil {
			io.WriteString(w, " ")
			w.(http.Flusher).Flush()
			time.Sleep(time.Millisecond)
		}
	}))
	defer server.Close()
	client := dial(t, chain.Options{ChainID: 1337, Lazy: true, Timeout: 200 * time.Millisecond}, server.URL)
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	_, err := client.Head(ctx)
	if ctx.Err() != nil {
		t.Fatal("a byte at a time holds a client longer than its time")
	}
	wantError(t, err, "did not answer in time")
}

// A keystore file that asks for more memory or rounds than any wallet's own is
// refused before any of them is spent.
func TestCostlyKeystores(t *testing.T) {
	sealed, err := keystore.EncryptKey(&keystore.Key{Address: devchain.Address(3), PrivateKey: devchain.Key(3)}, "", 2, 1)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "key.json")
	for _, change := range [][2]string{
		{`"n":2`, `"n":16777216`}, {`"n":2`, `"n":1099511627776`}, {`"r":8`, `"r":1073741823`}, {`"p":1`, `"p":1000000000`}, {`"dklen":32`, `"dklen":1000000000`},
		{`"kdf":"scrypt"`, `"kdf":"pbkdf2"`}, {`"n":2`, `"n":2,"N":1099511627776`}, {`"n":2`, `"n":2,"c":` + strings.Repeat("[", 100_000)}, {`"n":2`, `"n":2` + strings.Repeat(" ", 2<<20)},
	} {
		changed := strings.Replace(string(sealed), change[0], change[1], 1)
		if changed == string(sealed) {
			t.Fatalf("%s is not in %s", change[0], sealed)
		}
		writeFile(t, path, []byte(changed))
		var err error
		got := alloctest.Bytes(func() { _, err = chain.OpenKeystore(path, "") })
		if change[0] == `"n":2` && strings.Contains(change[1], `"N"`) {
			if err != nil { // a name in another case is another parameter, which nothing reads
				t.Errorf("%s: %v", change[1], err)
			}
		} else if err == nil {
			t.Errorf("%.40s is opened", change[1])
		}
		if got > 8<<20 {
			t.Errorf("%.40s: %d MiB are allocated: %v", change[1], got>>20, err)
		}
	}
}
