package publisher

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/ethereum/go-ethereum/crypto"

	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/seal"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// Publish writes the wrap of a listing to path, signed with key, and returns its
// header. Where path has the wrap of the same listing already, signed by the
// same key, that one's is returned and fresh is false; anything else there is
// refused with fs.ErrExist. The escrow is that of c. Nothing goes to a chain:
// see [Deploy].
func (f *SealFile) Publish(ctx context.Context, path string, l Listing, c product.Contracts, key *ecdsa.PrivateKey, progress Progress) (h *wrap.Header, fresh bool, err error) {
	h, err = f.header(l, c, crypto.PubkeyToAddress(key.PublicKey))
	if err != nil {
		return nil, false, err
	}
	return f.publish(ctx, path, h, c, key, progress)
}

// publish writes the wrap of a header that has no signature yet, and hides the
// tier keys in it unless it has them.
func (f *SealFile) publish(ctx context.Context, path string, h *wrap.Header, c product.Contracts, key *ecdsa.PrivateKey, progress Progress) (*wrap.Header, bool, error) {
	there, err := published(path, h, c)
	if there != nil || err != nil {
		return there, false, err
	}
	if h.Binding.E == nil {
		if err := f.bind(h, c); err != nil {
			return nil, false, err
		}
	}
	if err := h.Sign(c, key); err != nil {
		return nil, false, err
	}
	if err := recheck(h, c); err != nil {
		return nil, false, err
	}
	return h, true, f.write(ctx, path, h, progress)
}

// bind draws a fresh R and hides the tier keys at the product's place.
func (f *SealFile) bind(h *wrap.Header, c product.Contracts) error {
	_, Q := h.Binding.Group()
	b, err := seal.Bind(Q, h.Place(c, 0), f.keys, rand.Reader)
	if err != nil {
		return err
	}
	h.Binding.R, h.Binding.E = wrap.CompressedG2{G2: b.R}, b.E
	return nil
}

// recheck reads the header as a terminal does: what no terminal would take must
// not be printed.
func recheck(h *wrap.Header, c product.Contracts) error {
	again, err := wrap.ParseHeader(h.Bytes())
	if err != nil {
		return err
	}
	return errors.Join(again.Check(), again.Authenticate(c))
}

// published returns the header of the wrap at path if it is one of the listing
// that want has, nil if nothing is there.
func published(path string, want *wrap.Header, c product.Contracts) (h *wrap.Header, err error) {
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, checkFree(path)
	}
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	h, err = readHeader(file)
	if err != nil || !sameListing(h, want) || h.Authenticate(c) != nil {
		return nil, fmt.Errorf("%w: %q is not a wrap of this product under these terms: nothing is overwritten", fs.ErrExist, path)
	}
	return h, nil
}

func readHeader(file *os.File) (*wrap.Header, error) {
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	a, err := wrap.OpenArchive(file, info.Size())
	if err != nil {
		return nil, err
	}
	b, err := a.Header()
	if err != nil {
		return nil, err
	}
	h, err := wrap.ParseHeader(b)
	if err != nil {
		return nil, err
	}
	return h, a.CheckEntries(h)
}

// sameListing compares everything but the signature and, unless want has them,
// R and the E_k, which are drawn anew for each wrap.
func sameListing(h, want *wrap.Header) bool {
	same := *h
	same.Signature = want.Signature
	if want.Binding.E == nil {
		same.Binding.R, same.Binding.E = want.Binding.R, nil
	}
	return bytes.Equal(same.Bytes(), want.Bytes())
}

// write writes the wrap beside path, reads it again as a terminal does, and
// only then gives it its name.
func (f *SealFile) write(ctx context.Context, path string, h *wrap.Header, progress Progress) (err error) {
	path = filepath.Clean(path)
	rest, err := f.entries()
	if err != nil {
		return fmt.Errorf("seal file %s: %w", f.Path, err)
	}
	unfinished, err := home.Begin(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, unfinished.End()) }()
	file, err := os.OpenFile(unfinished.Path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	err = f.fill(ctx, file, h, rest, progress)
	// A wrap is for everybody to read.
	err = errors.Join(err, file.Chmod(0o644), file.Sync(), file.Close())
	if err == nil {
		err = checkFree(path) // again: writing may have been long
	}
	if err == nil {
		err = os.Rename(unfinished.Path, path)
	}
	return err
}

// fill writes the wrap and verifies what was written: sealed bytes that rotted
// since they were sealed are found before anybody pays for them.
func (f *SealFile) fill(ctx context.Context, file *os.File, h *wrap.Header, rest []wrap.Entry, progress Progress) error {
	size, err := h.WrapSize()
	if err != nil {
		return err
	}
	w := &writer{ctx: ctx, w: file, report: progress.from(0, 2*size)}
	if err := wrap.WriteArchive(w, append([]wrap.Entry{wrap.HeaderEntry(h.Bytes())}, rest...)); err != nil {
		return fmt.Errorf("seal file %s: %w", f.Path, err)
	}
	a, err := wrap.OpenArchive(file, int64(w.written))
	if err != nil {
		return err
	}
	if err := a.Verify(ctx, h, progress.from(size, 2*size)); err != nil {
		return fmt.Errorf("seal file %s: %w", f.Path, err)
	}
	progress.from(size, 2*size)(size)
	return nil
}

// writer counts, and stops when its context ends.
type writer struct {
	ctx     context.Context
	w       io.Writer
	report  func(done uint64)
	written uint64
}

func (w *writer) Write(p []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := w.w.Write(p)
	w.written += uint64(n)
	w.report(w.written)
	return n, err
}
