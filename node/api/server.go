package api

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"path"
	"time"

	"github.com/ethereum/go-ethereum/common/lru"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
)

// Bounds on clients. A connection beyond MostConnections waits to be accepted.
const (
	MostConnections = 4096
	mostReleased    = 8192 // released answers kept ready
	maxHeader       = 16 << 10
	headerTimeout   = 10 * time.Second
	writeTimeout    = 15 * time.Second // after the answer is known
	idleTimeout     = 2 * time.Minute
)

// ServerConfig is what a server is made of.
type ServerConfig struct {
	Answers *Answers
	// Ready returns why the node is not ready to serve, or nil.
	Ready    func(ctx context.Context) error
	Registry *prometheus.Registry
	// MostWaiting bounds requests that are held back at the same time.
	MostWaiting int
}

// Server serves a node's answers over HTTP.
type Server struct {
	ServerConfig
	http     *http.Server
	released *lru.Cache[string, document] // by path; immutable, see Answers.Release
	waiting  chan struct{}
	metrics  *serverMetrics
	closing  context.Context // ends when the server shuts down, and with it held-back requests
	close    context.CancelFunc
}

// NewServer returns a server. Its metrics join the registry.
func NewServer(c ServerConfig) *Server {
	s := &Server{
		ServerConfig: c,
		released:     lru.NewCache[string, document](mostReleased),
		waiting:      make(chan struct{}, c.MostWaiting),
		metrics:      newServerMetrics(c.Registry),
	}
	s.closing, s.close = context.WithCancel(context.Background())
	s.http = &http.Server{
		Handler:           s.Handler(),
		ReadHeaderTimeout: headerTimeout, // not ReadTimeout, which would end held-back requests
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    maxHeader,
		ErrorLog:          slog.NewLogLogger(c.Answers.Log.Handler(), slog.LevelDebug),
	}
	return s
}

// Serve serves until Shutdown, and returns nil then.
func (s *Server) Serve(l net.Listener) error {
	if err := s.http.Serve(limit(l, MostConnections)); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// Shutdown answers what is held back, takes no more, and waits for the rest to
// end until ctx does.
func (s *Server) Shutdown(ctx context.Context) error {
	s.close()
	if err := s.http.Shutdown(ctx); err != nil {
		return errors.Join(err, s.http.Close())
	}
	return nil
}

// Routes are the patterns that a server knows, as openapi.json has them.
var Routes = []string{
	"/v1/info",
	"/v1/releases/{groupKey}/{chainId}/{product}/{tier}/{releaseKey}",
	"/v1/orders/{chainId}/{order}",
	"/v1/orders/{chainId}/{order}/receipt",
	"/v1/products/{chainId}/{address}",
	"/v1/events",
	"/openapi.json",
	"/healthz",
	"/readyz",
	"/metrics",
}

//go:embed openapi.json
var openAPI []byte

// Handler returns the server's handler.
func (s *Server) Handler() http.Handler {
	handlers := []handler{s.info, s.release, s.order, s.receipt, s.product, s.events, s.openAPI, s.healthy, s.ready, nil}
	metrics := promhttp.HandlerFor(s.Registry, promhttp.HandlerOpts{})
	handlers[len(handlers)-1] = func(w http.ResponseWriter, r *http.Request) error {
		metrics.ServeHTTP(w, r)
		return nil
	}
	mux := http.NewServeMux()
	for i, route := range Routes {
		mux.Handle(route, s.measured(route, handlers[i]))
	}
	for pattern, file := range page() {
		mux.Handle(pattern, s.measured("page", s.servePage(file)))
	}
	mux.Handle("/", s.measured("other", func(http.ResponseWriter, *http.Request) error {
		return notFound("there is nothing at this path: /openapi.json lists what there is")
	}))
	return s.guarded(mux)
}

// handler answers a request, or returns the error to be answered with.
type handler func(w http.ResponseWriter, r *http.Request) error

// guarded lets through what can be a question: GET, without a body, at a path
// that is written in its one way.
func (s *Server) guarded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		deadline(w)
		h := w.Header()
		h.Set("Access-Control-Allow-Origin", "*")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Cache-Control", "no-store")
		switch {
		case r.Method == http.MethodOptions:
			h.Set("Allow", "GET, HEAD, OPTIONS")
			h.Set("Access-Control-Allow-Methods", "GET, HEAD")
			h.Set("Access-Control-Max-Age", "86400")
			w.WriteHeader(http.StatusNoContent)
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			h.Set("Allow", "GET, HEAD, OPTIONS")
			s.fail(w, &nodeapi.Problem{Type: "/problems/method", Title: "method is not allowed", Status: http.StatusMethodNotAllowed, Detail: "a node only answers: use GET"})
		case r.ContentLength != 0:
			h.Set("Connection", "close")
			// What is left of the body is not waited for longer than this.
			_ = http.NewResponseController(w).SetReadDeadline(time.Now().Add(time.Second))
			s.fail(w, malformed("a question has no body"))
		case r.URL.RawPath != "" || path.Clean(r.URL.Path) != r.URL.Path:
			s.fail(w, notFound("the path is not written as it should be: no escapes, no empty elements, no end slash"))
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// document is an encoded answer.
type document struct {
	body []byte
	etag string // of an immutable one
}

func (s *Server) write(w http.ResponseWriter, r *http.Request, d document) error {
	deadline(w)
	h := w.Header()
	if d.etag != "" {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
		h.Set("ETag", d.etag)
		h.Set("Access-Control-Expose-Headers", "ETag")
		if r.Header.Get("If-None-Match") == d.etag {
			w.WriteHeader(http.StatusNotModified)
			return nil
		}
	}
	h.Set("Content-Type", "application/json")
	w.Write(d.body) // a client that went away is its own affair
	return nil
}

func (s *Server) writeJSON(w http.ResponseWriter, r *http.Request, v any) error {
	body, err := encode(v)
	if err != nil {
		return err
	}
	return s.write(w, r, document{body: body})
}

func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return b.Bytes(), err
}

// fail answers with a problem document (RFC 9457).
func (s *Server) fail(w http.ResponseWriter, err error) int {
	problem := new(nodeapi.Problem)
	if !errors.As(s.Answers.problem(err), &problem) {
		problem.Title, problem.Status = "the node failed", http.StatusInternalServerError
	}
	body, err := encode(problem)
	if err != nil {
		body = []byte("{}")
	}
	if problem.Status == http.StatusServiceUnavailable {
		w.Header().Set("Retry-After", "2")
		w.Header().Set("Access-Control-Expose-Headers", "Retry-After")
	}
	deadline(w)
	w.Header().Set("Content-Type", nodeapi.ProblemMedia)
	w.WriteHeader(problem.Status)
	w.Write(body) // the client may be gone: that is its own affair
	return problem.Status
}

// deadline bounds the writing of one answer, from when it is known: a client
// that reads slowly holds a connection for so long and no longer.
func deadline(w http.ResponseWriter) {
	// A writer without deadlines is a test's.
	_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(writeTimeout))
}
