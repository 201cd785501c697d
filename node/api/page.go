package api

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"sync"

	"github.com/shrinkwrap/shrinkwrap/web"
)

// pageFile is a file of the buyers' page, ready to be served.
type pageFile struct {
	media, etag string
	policy      string // Content-Security-Policy
	body, small []byte // as it is, and compressed by gzip
	immutable   bool   // its name follows from its content
}

var pageMedia = map[string]string{
	".html":        "text/html; charset=utf-8",
	".js":          "text/javascript; charset=utf-8",
	".css":         "text/css; charset=utf-8",
	".svg":         "image/svg+xml",
	".webmanifest": "application/manifest+json",
}

// page returns the files of the page, by the patterns of their paths. They are
// read and compressed once.
var page = sync.OnceValue(func() map[string]pageFile {
	files := make(map[string]pageFile)
	err := fs.WalkDir(web.Files(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := fs.ReadFile(web.Files(), name)
		files[pagePattern(name)] = newPageFile(name, body)
		return err
	})
	if err != nil {
		panic("api: internal error: " + err.Error()) // the files are within the program
	}
	return files
})

func pagePattern(name string) string {
	if name == "index.html" {
		return "/{$}"
	}
	return "/" + name
}

func newPageFile(name string, body []byte) pageFile {
	media, ok := pageMedia[path.Ext(name)]
	if !ok {
		panic("api: internal error: the page's file " + name + " has no media type")
	}
	sum := sha256.Sum256(body)
	var small bytes.Buffer
	z, _ := gzip.NewWriterLevel(&small, gzip.BestCompression) // the level is one
	z.Write(body)                                             // memory takes everything
	z.Close()
	return pageFile{
		media: media, etag: hex.EncodeToString(sum[:16]), policy: web.PolicyOf(name),
		body: body, small: small.Bytes(), immutable: strings.HasPrefix(name, "assets/"),
	}
}

// servePage answers with a file of the page, under a policy that lets it run nothing but
// itself; the document that shows what publishers made runs nothing at all.
func (s *Server) servePage(f pageFile) handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		h := w.Header()
		h.Set("Content-Type", f.media)
		h.Set("Content-Security-Policy", f.policy)
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("X-DNS-Prefetch-Control", "off") // a name that is looked up says that someone reads
		h.Set("Permissions-Policy", "camera=(self)")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Vary", "Accept-Encoding")
		h.Set("Cache-Control", "no-cache") // it may be stored, and is asked for again
		if f.immutable {
			h.Set("Cache-Control", "public, max-age=31536000, immutable")
		}
		body, etag := f.body, `"`+f.etag+`"`
		if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
			h.Set("Content-Encoding", "gzip")
			body, etag = f.small, `"`+f.etag+`-gzip"`
		}
		h.Set("ETag", etag)
		deadline(w)
		if r.Header.Get("If-None-Match") == etag {
			h.Del("Content-Encoding")
			w.WriteHeader(http.StatusNotModified)
			return nil
		}
		w.Write(body) // a client that went away is its own affair
		return nil
	}
}
