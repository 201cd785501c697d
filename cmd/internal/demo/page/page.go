// Package page is the demo's page: the buyers' page as a node serves it, at an
// address of its own, and in it a wallet that only the demo's chain has.
//
// The page itself holds no code of the demo: one more script stands in the
// index.html that is served here, which announces the wallet as any other does
// (EIP-6963). It asks for confirmation and passes on to /demo/rpc, where [Wallet]
// signs. Everything else is the node's own answer.
package page

import (
	"bytes"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httputil"
	"net/url"
	"strconv"
	"time"
)

// Prefers is where the page is, unless that is taken.
const Prefers = "127.0.0.1:8480"

// ProductPath leads to the page with the demo's product scanned.
const ProductPath = "/demo/product"

// script loads the wallet. It is the page's own origin's, so that the page's
// policy allows it.
const script = `<script type="module" src="./demo/wallet.js"></script>`

//go:embed wallet.js
var walletScript []byte

// Options are what a page is made of.
type Options struct {
	Address  string // host and port that it is served at
	Node     string // URL of the node whose answers stand beside it
	Fragment string // of the link that carries the demo's product
	Wallet   *Wallet
}

// Listen listens at an address of this computer, "host:port". Without one it
// prefers [Prefers] and takes any port where that is taken. Others than this
// computer are refused: whoever reaches the page spends from its wallet.
func Listen(address string) (net.Listener, error) {
	if address == "" {
		if l, err := net.Listen("tcp", Prefers); err == nil {
			return l, nil
		}
		return net.Listen("tcp", "127.0.0.1:0")
	}
	at, err := net.ResolveTCPAddr("tcp", address)
	if err != nil || at.IP == nil {
		return nil, fmt.Errorf("%q is no address with a port, as %s", address, Prefers)
	}
	if !at.IP.IsLoopback() {
		return nil, fmt.Errorf("%q is not this computer's alone, as %s is", address, Prefers)
	}
	return net.Listen("tcp", at.String())
}

// Serve serves until ctx ends.
func Serve(ctx context.Context, l net.Listener, h http.Handler) error {
	server := &http.Server{Handler: h, ReadHeaderTimeout: 10 * time.Second, ErrorLog: silent()}
	stop := context.AfterFunc(ctx, func() { server.Close() }) // pages that wait are not waited for
	defer stop()
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("the demo's page: %w", err)
	}
	return nil
}

// Handler serves the page.
func Handler(o Options) (http.Handler, error) {
	node, err := url.Parse(o.Node)
	if err != nil {
		return nil, fmt.Errorf("the page's node: %w", err)
	}
	rpc, err := newEndpoint(o.Address, o.Wallet)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("/", proxy(node))
	mux.Handle("/demo/rpc", rpc)
	mux.HandleFunc("GET /demo/wallet.js", serveScript)
	mux.HandleFunc("GET "+ProductPath, func(w http.ResponseWriter, r *http.Request) {
		// Short enough for a line of a terminal; the code stays in a fragment.
		w.Header().Set("Cache-Control", "no-store")
		http.Redirect(w, r, "/#"+o.Fragment, http.StatusFound)
	})
	mux.Handle("/demo/", http.NotFoundHandler())
	return mux, nil
}

func serveScript(w http.ResponseWriter, _ *http.Request) {
	h := w.Header()
	h.Set("Content-Type", "text/javascript; charset=utf-8")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", "no-cache")
	w.Write(walletScript) // a client that went away is its own affair
}

// changed are the two files that differ from the node's: the page, by its script,
// and the service worker, by a comment. Browsers compare a worker's bytes to learn
// that there is another page to be kept: so a page that was kept from a node at
// this address, without the wallet, is replaced, and the other way round.
var changed = map[string]func(body []byte) ([]byte, error){
	"/": func(body []byte) ([]byte, error) {
		before, after, ok := bytes.Cut(body, []byte("</body>"))
		if !ok {
			return nil, errors.New("the node's page has no end for the wallet's script to stand at")
		}
		return bytes.Join([][]byte{before, after}, []byte("  "+script+"\n  </body>")), nil
	},
	"/serviceworker.js": func(body []byte) ([]byte, error) {
		return append(body, "\n// Of the demo's page, which has a wallet.\n"...), nil
	},
}

// proxy answers with what the node does, but for the changed files.
func proxy(node *url.URL) http.Handler {
	return &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) {
			r.SetURL(node)
			if isChanged(r.In) { // as it is, to be written into
				r.Out.Header.Del("Accept-Encoding")
				r.Out.Header.Set("Accept-Encoding", "identity")
				r.Out.Header.Del("If-None-Match")
			}
		},
		ModifyResponse: change,
		ErrorHandler: func(w http.ResponseWriter, _ *http.Request, err error) {
			http.Error(w, "the demo's node gave no answer", http.StatusBadGateway)
		},
		ErrorLog: silent(),
	}
}

func isChanged(r *http.Request) bool { return r.Method == http.MethodGet && changed[r.URL.Path] != nil }

func change(r *http.Response) error {
	if r.StatusCode != http.StatusOK || !isChanged(r.Request) {
		return nil
	}
	body, err := io.ReadAll(r.Body)
	if err := errors.Join(err, r.Body.Close()); err != nil {
		return err
	}
	if body, err = changed[r.Request.URL.Path](body); err != nil {
		return err
	}
	r.Body, r.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
	r.Header.Set("Content-Length", strconv.Itoa(len(body)))
	r.Header.Del("ETag") // of other bytes
	return nil
}

func silent() *log.Logger { return log.New(io.Discard, "", 0) }
