package node_test

import (
	"compress/gzip"
	"io"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/web"
)

// A node serves the buyers' page at its root: under a policy that lets it run its
// own files alone, with those that never change stored for good.
func TestPage(t *testing.T) {
	tr := newTrial(t, 1, 1, nil)
	r, index := tr.get(1, "/", nil)
	policy := map[string]string{
		"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": web.ContentSecurityPolicy, "X-Content-Type-Options": "nosniff",
		"Referrer-Policy": "no-referrer", "Cache-Control": "no-cache",
	}
	for name, want := range policy {
		if got := r.Header.Get(name); r.StatusCode != http.StatusOK || got != want {
			t.Errorf("status %d, %s %q, want %q", r.StatusCode, name, got, want)
		}
	}
	for _, never := range []string{"unsafe-inline", "'unsafe-eval'", "unsafe-hashes", "data:", " *", "object-src"} {
		if strings.Contains(web.ContentSecurityPolicy, never) {
			t.Errorf("the policy allows %s", never)
		}
	}
	// Scripts and styles are the page's own; whom it asks, its user and wraps say, by
	// https, or on this computer.
	for _, want := range []string{"script-src 'self' 'wasm-unsafe-eval';", "style-src 'self';", "frame-src 'self' blob:;", "connect-src 'self' https: http://127.0.0.1:* http://localhost:*;"} {
		if !strings.Contains(web.ContentSecurityPolicy, want) || strings.Count(web.ContentSecurityPolicy, "http") != 3 {
			t.Errorf("the policy is another than %s", want)
		}
	}
	r, frame := tr.get(1, "/frame.html", nil)
	if got := r.Header.Get("Content-Security-Policy"); got != web.FramePolicy || !strings.Contains(got, "sandbox allow-same-origin;") || r.Header.Get("X-DNS-Prefetch-Control") != "off" {
		t.Errorf("the frame is served under %v", r.Header)
	}
	for _, never := range []string{"script", "connect", "blob:", "http", "allow-scripts", "allow-top", "allow-popups", "allow-forms", "allow-downloads"} {
		if strings.Contains(web.FramePolicy, never) {
			t.Errorf("the frame's policy allows %s", never)
		}
	}
	if own, _, _ := strings.Cut(web.FramePolicy, "; sandbox"); !strings.HasPrefix(own, "default-src 'none';") || !strings.Contains(frame, own) {
		t.Error("the frame does not say the policy of itself")
	}
	if strings.Contains(frame, "<script") {
		t.Error("the frame has a script")
	}
	if own, _, _ := strings.Cut(web.ContentSecurityPolicy, "; frame-ancestors"); !strings.Contains(index, own) {
		t.Error("the page does not say the policy of itself")
	}
	assets := regexp.MustCompile(`\./(assets/[^"]+)`).FindAllStringSubmatch(index, -1)
	if len(assets) < 2 {
		t.Fatalf("the page loads %d assets", len(assets))
	}
	for _, m := range assets {
		r, body := tr.get(1, "/"+m[1], nil)
		if r.StatusCode != http.StatusOK || body == "" || r.Header.Get("Cache-Control") != "public, max-age=31536000, immutable" || r.Header.Get("Content-Security-Policy") == "" {
			t.Errorf("%s: status %d, %v", m[1], r.StatusCode, r.Header)
		}
		if r, body := tr.get(1, "/"+m[1], http.Header{"If-None-Match": {r.Header.Get("ETag")}}); r.StatusCode != http.StatusNotModified || body != "" {
			t.Errorf("%s with its ETag: status %d", m[1], r.StatusCode)
		}
	}
	for path, want := range map[string]int{"/serviceworker.js": 200, "/manifest.webmanifest": 200, "/icon.svg": 200, "/index.html": 404, "/assets": 404, "/assets/none.js": 404, "/.": 404} {
		if r, _ := tr.get(1, path, nil); r.StatusCode != want || want == 200 && r.Header.Get("Cache-Control") != "no-cache" {
			t.Errorf("%s: status %d, want %d, Cache-Control %q", path, r.StatusCode, want, r.Header.Get("Cache-Control"))
		}
	}
}

// What is compressed is the same page.
func TestPageCompressed(t *testing.T) {
	tr := newTrial(t, 1, 1, nil)
	plain, index := tr.get(1, "/", http.Header{"Accept-Encoding": {"identity"}})
	small, zipped := tr.get(1, "/", http.Header{"Accept-Encoding": {"gzip"}})
	if small.Header.Get("Content-Encoding") != "gzip" || len(zipped) >= len(index) || small.Header.Get("ETag") == plain.Header.Get("ETag") {
		t.Fatalf("%d bytes are %d compressed, %v", len(index), len(zipped), small.Header)
	}
	if got := gunzip(t, zipped); got != index {
		t.Errorf("unzips to %d bytes, want %d", len(got), len(index))
	}
}

func gunzip(t *testing.T, zipped string) string {
	t.Helper()
	z, err := gzip.NewReader(strings.NewReader(zipped))
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
