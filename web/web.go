// Package web holds the built page of buyers, which every node serves: a terminal
// in a browser. Its sources are in page and protocol; "make web" builds it into
// dist, which is committed, so that Go alone builds everything.
package web

import (
	"embed"
	"io/fs"
)

//go:generate go run ./gen

//go:embed all:dist
var dist embed.FS

// Files returns the page's files: index.html, and what it loads. Those below
// assets have names that follow from their content.
func Files() fs.FS {
	files, err := fs.Sub(dist, "dist")
	if err != nil {
		panic("web: internal error: " + err.Error()) // the name is constant
	}
	return files
}

// ContentSecurityPolicy is what the page may do, for whoever serves it: run its own
// scripts, and release programs, which are WebAssembly in a worker; show its own
// pictures, and what was opened, as blobs that it made of it, each of a type that it
// chose. It may ask nodes and endpoints, whose addresses no policy can list: those
// that its user named, or a wrap, and by http only on its user's own computer. The
// page says the same of itself, but for its last part, which counts in an answer's
// headers alone.
const ContentSecurityPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; img-src 'self' blob:; media-src blob:; frame-src 'self' blob:; " +
	"connect-src 'self' https: http://127.0.0.1:* http://localhost:*; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// FramePolicy is what the document may do in which the page shows a publisher's
// HTML: nothing but look like something. It has no scripts, and asks nobody, not even
// the place that it came from. What it shows has its own styles, and pictures, letters
// and sounds that are in it. It says the same of itself, but for what counts in
// headers alone: the sandbox, in which it keeps its origin, so that the page can fill
// it and a service worker can serve it, and the frame.
const FramePolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; media-src data:; base-uri 'none'; form-action 'none'" +
	"; sandbox allow-same-origin; frame-ancestors 'self'"

// PolicyOf returns the policy under which a file of the page is to be served.
func PolicyOf(name string) string {
	if name == "frame.html" {
		return FramePolicy
	}
	return ContentSecurityPolicy
}
