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
	if err := w.checkLayout(); err != nil {
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

// Verify reads all sealed sections and compares them with the header's digests.
func (w *Wrap) Verify(ctx context.Context) error {
	for n := range w.Header.Content.Sections {
		s, err := w.Section(n)
		if err == nil {
			err = s.Verify(ctx, nil)
		}
		if err != nil {
			return failure(Input, fmt.Errorf("%s: %w", w.Path, err))
		}
	}
	return nil
}

// checkLayout refuses a wrap that has other entries than its header says.
func (w *Wrap) checkLayout() error {
	c, l := w.Header.Content, w.Archive.Layout()
	cover := ""
	if c.Cover != nil {
		cover = c.Cover.Name
	}
	if len(l.Sections) != len(c.Sections) || l.Program != (c.Program != nil) || l.Cover != cover {
		return errors.New("entries are not those that the header names")
	}
	return nil
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
