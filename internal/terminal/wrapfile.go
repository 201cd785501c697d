package terminal

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// Wrap is a wrap file that is open for reading.
type Wrap struct {
	Path    string
	Header  *wrap.Header // well formed; what it says is checked by Inspect
	Archive *wrap.Archive

	file *os.File
	size int64
}

// OpenWrap opens a wrap and reads its header. The caller closes it.
func OpenWrap(path string) (w *Wrap, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, failure(Input, err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(failure(Input, fmt.Errorf("%s: %w", path, err)), f.Close())
		}
	}()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("is no file")
	}
	w = &Wrap{Path: path, file: f, size: info.Size()}
	if w.Archive, err = wrap.OpenArchive(f, w.size); err != nil {
		return nil, err
	}
	b, err := w.Archive.Header()
	if err != nil {
		return nil, err
	}
	if w.Header, err = wrap.ParseHeader(b); err != nil {
		return nil, err
	}
	if err := w.Archive.CheckEntries(w.Header); err != nil {
		return nil, err
	}
	return w, nil
}

// Close closes the file.
func (w *Wrap) Close() error { return w.file.Close() }

// Section returns section n, from 0, to be opened.
func (w *Wrap) Section(n int) (*wrap.Section, error) {
	return w.Archive.Section(n, w.Header.Content.Sections[n].Sealed())
}

// Verify reads everything that is sealed and compares it with what the header
// signs. progress may be nil; it is given the number of bytes read so far.
func (w *Wrap) Verify(ctx context.Context, progress func(done uint64)) error {
	err := w.Archive.Verify(ctx, w.Header, progress)
	if damaged := new(wrap.DamagedError); errors.As(err, &damaged) {
		return failure(Input, fmt.Errorf("%s: %w", w.Path, err), "another copy of the wrap may be whole")
	}
	return err
}

// is reports whether the wrap is the file at path.
func (w *Wrap) is(path string) bool {
	other, err := os.Stat(path)
	if err != nil {
		return false
	}
	own, err := w.file.Stat()
	return err == nil && os.SameFile(own, other)
}
