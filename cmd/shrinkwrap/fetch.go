package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

const (
	wrapHint     = "wrap"
	maxRedirects = 5
)

// testOnlyStall is how long a server may send nothing.
var testOnlyStall = 30 * time.Second

// newFetcher returns a client for addresses that came from a stranger's hints:
// by https, to public addresses alone, wherever it is redirected.
func newFetcher() *http.Client {
	client := nodeapi.NewHTTP(false)
	client.Timeout = 0 // a wrap may be large: see testOnlyStall
	client.CheckRedirect = func(r *http.Request, via []*http.Request) error {
		switch {
		case len(via) > maxRedirects:
			return fmt.Errorf("more than %d redirects", maxRedirects)
		case r.URL.Scheme != "https":
			return errors.New("redirected away from https")
		}
		return nil
	}
	return client
}

// fetchTo fetches the wrap of a header into a file, from the first hint that has
// it.
func fetchTo(c *cli.Context, path string, h *wrap.Header) error {
	var failed []error
	for _, hint := range h.Hints {
		if hint.Kind != wrapHint {
			continue
		}
		err := fetchFrom(c, newFetcher(), hint.URL, path, h)
		if err == nil || c.Context.Err() != nil {
			return err
		}
		failed = append(failed, fmt.Errorf("%s: %w", hostOf(hint.URL), err))
	}
	if len(failed) == 0 {
		return fail(exitUnreachable, errors.New("the code does not say where its wrap is"), "ask who handed you the code for the file")
	}
	return fail(exitUnreachable, fmt.Errorf("the wrap could not be fetched: %w", errors.Join(failed...)), "any copy of the wrap will do, from anywhere")
}

// hostOf returns the part of an address that is shown.
func hostOf(address string) string {
	if u, err := url.Parse(address); err == nil && u.Host != "" {
		return u.Host
	}
	return "hint"
}

func fetchFrom(c *cli.Context, client *http.Client, address, path string, h *wrap.Header) (err error) {
	if !strings.HasPrefix(address, "https://") {
		return errors.New("is not reached by https")
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_TRUNC, 0)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	size, err := download(c, client, address, f, h)
	if err != nil {
		return err
	}
	return checkFetched(c.Context, f, size, h)
}

// download writes at most what the wrap can have to f.
func download(c *cli.Context, client *http.Client, address string, f *os.File, h *wrap.Header) (int64, error) {
	size, err := h.WrapSize()
	if err != nil {
		return 0, err
	}
	ctx, cancel := context.WithCancelCause(c.Context)
	defer cancel(nil)
	stall := time.AfterFunc(testOnlyStall, func() { cancel(fmt.Errorf("sent nothing for %v", testOnlyStall)) })
	defer stall.Stop()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return 0, errors.New("is no address")
	}
	response, err := client.Do(request)
	if err != nil {
		return 0, withoutAddress(ctx, err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return 0, fmt.Errorf("answers with status %d", response.StatusCode)
	}
	// Its hints may be others than the code's, so that its header is larger.
	most := int64(size) + wrap.MaxHeaderSize
	watched := &watchedReader{response.Body, stall, progressOf(c, "fetching").Of(size), 0}
	n, err := io.Copy(f, io.LimitReader(watched, most+1))
	if err != nil {
		return n, withoutAddress(ctx, err)
	}
	if n > most {
		return n, fmt.Errorf("sends more than the %d bytes of the wrap", size)
	}
	return n, nil
}

// withoutAddress takes the address out of an error, and says why it was stopped.
func withoutAddress(ctx context.Context, err error) error {
	if cause := context.Cause(ctx); cause != nil {
		return cause
	}
	if wrapped := new(url.Error); errors.As(err, &wrapped) {
		return wrapped.Err
	}
	return err
}

// watchedReader puts off the end of patience with every byte.
type watchedReader struct {
	io.Reader
	stall  *time.Timer
	report func(done uint64)
	done   uint64
}

func (r *watchedReader) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	if n > 0 {
		r.stall.Reset(testOnlyStall)
		r.done += uint64(n)
		r.report(r.done)
	}
	return n, err
}

// checkFetched accepts the wrap that was signed, byte for byte, and no other. Its
// hints alone may differ.
func checkFetched(ctx context.Context, f *os.File, size int64, h *wrap.Header) error {
	a, err := wrap.OpenArchive(f, size)
	if err != nil {
		return fmt.Errorf("sends something else: %w", err)
	}
	b, err := a.Header()
	if err != nil {
		return err
	}
	got, err := wrap.ParseHeader(b)
	if err != nil {
		return fmt.Errorf("sends something else: %w", err)
	}
	if got.ID() != h.ID() || got.Signature != h.Signature {
		return errors.New("sends another wrap")
	}
	return a.Verify(ctx, h, nil)
}
