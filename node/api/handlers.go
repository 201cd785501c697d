package api

import (
	"context"
	"io"
	"net/http"

	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
)

func (s *Server) info(w http.ResponseWriter, r *http.Request) error {
	if _, err := values(r.URL.RawQuery); err != nil {
		return malformed(err.Error())
	}
	info, err := s.Answers.Info(r.Context())
	if err != nil {
		return err
	}
	return s.writeJSON(w, r, info)
}

func (s *Server) release(w http.ResponseWriter, r *http.Request) error {
	var asked nodeapi.ReleaseQuery
	if err := ParseReleaseQuery(&asked, r.URL.RawQuery); err != nil {
		return malformed(err.Error())
	}
	if d, ok := s.released.Get(r.URL.Path); ok && !asked.Own && !asked.Receipt {
		return s.write(w, r, d)
	}
	q, err := ParseReleasePath(r.PathValue("groupKey"), r.PathValue("chainId"), r.PathValue("product"), r.PathValue("tier"), r.PathValue("releaseKey"))
	if err != nil {
		return malformed(err.Error())
	}
	q.Wait, q.Proof, q.Own, q.For, q.Receipt = asked.Wait, asked.Proof, asked.Own, asked.For, asked.Receipt
	ctx, done, err := s.hold(r, q.Wait > 0 || q.Receipt)
	if err != nil {
		return err
	}
	defer done()
	answer, err := s.Answers.Release(ctx, q)
	if err != nil {
		return err
	}
	body, err := encode(answer)
	if err != nil {
		return err
	}
	d := document{body: body}
	if answer.State == nodeapi.StateReleased && answer.Release != "" && !q.Receipt {
		d.etag = `"` + answer.Release[2:34] + `"`
		s.released.Add(r.URL.Path, d)
	}
	return s.write(w, r, d)
}

func (s *Server) order(w http.ResponseWriter, r *http.Request) error {
	chain, hash, err := ParseOrderPath(r.PathValue("chainId"), r.PathValue("order"))
	if err != nil {
		return malformed(err.Error())
	}
	if _, err := values(r.URL.RawQuery); err != nil {
		return malformed(err.Error())
	}
	o, err := s.Answers.Order(r.Context(), chain, hash)
	if err != nil {
		return err
	}
	return s.writeJSON(w, r, o)
}

func (s *Server) receipt(w http.ResponseWriter, r *http.Request) error {
	chain, hash, err := ParseOrderPath(r.PathValue("chainId"), r.PathValue("order"))
	if err != nil {
		return malformed(err.Error())
	}
	v, err := values(r.URL.RawQuery, "own")
	if err != nil {
		return malformed(err.Error())
	}
	own, err := parseFlag("own", v["own"])
	if err != nil {
		return malformed(err.Error())
	}
	ctx, done, err := s.hold(r, !own)
	if err != nil {
		return err
	}
	defer done()
	answer, err := s.Answers.Receipt(ctx, chain, hash, own)
	if err != nil {
		return err
	}
	return s.writeJSON(w, r, answer)
}

func (s *Server) product(w http.ResponseWriter, r *http.Request) error {
	chain, address, err := ParseProductPath(r.PathValue("chainId"), r.PathValue("address"))
	if err != nil {
		return malformed(err.Error())
	}
	v, err := values(r.URL.RawQuery, "terms")
	if err != nil {
		return malformed(err.Error())
	}
	terms, err := parseFlag("terms", v["terms"])
	if err != nil {
		return malformed(err.Error())
	}
	p, err := s.Answers.Product(r.Context(), chain, address, terms)
	if err != nil {
		return err
	}
	return s.writeJSON(w, r, p)
}

func (s *Server) openAPI(w http.ResponseWriter, r *http.Request) error {
	w.Header().Set("Cache-Control", "public, max-age=3600")
	return s.write(w, r, document{body: openAPI})
}

// healthy says that the process runs; ready, that it serves.
func (s *Server) healthy(w http.ResponseWriter, _ *http.Request) error {
	return s.writeText(w, "ok\n")
}

func (s *Server) ready(w http.ResponseWriter, r *http.Request) error {
	if err := s.Ready(r.Context()); err != nil {
		return &nodeapi.Problem{Type: "/problems/not-ready", Title: "the node is not ready", Status: http.StatusServiceUnavailable, Detail: err.Error()}
	}
	return s.writeText(w, "ready\n")
}

func (s *Server) writeText(w http.ResponseWriter, text string) error {
	deadline(w)
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	io.WriteString(w, text) // as in write
	return nil
}

// hold takes a place among the requests that may be held back, and returns a
// context that ends when the server shuts down.
func (s *Server) hold(r *http.Request, wait bool) (context.Context, func(), error) {
	if !wait {
		return r.Context(), func() {}, nil
	}
	select {
	case s.waiting <- struct{}{}:
	default:
		return nil, nil, &nodeapi.Problem{Type: "/problems/busy", Title: "too many requests wait already", Status: http.StatusServiceUnavailable, Detail: "ask again later, without wait, or another node of the committee"}
	}
	ctx, cancel := context.WithCancel(r.Context())
	stop := context.AfterFunc(s.closing, cancel)
	return ctx, func() { stop(); cancel(); <-s.waiting }, nil
}
