package terminal

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
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
			err = errors.Join(notWrap(f, path, err), f.Close())
		}
	}()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("is a %s", fileKind(info.Mode()))
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

// notWrap says what a file is that is no wrap.
func notWrap(f *os.File, path string, err error) error {
	begin := make([]byte, 4)
	n, _ := f.ReadAt(begin, 0) // of a folder nothing
	info, failed := f.Stat()
	switch {
	case string(begin) == "PK\x03\x04":
		return failure(Input, fmt.Errorf("%s: %w", path, err), "a part of it may be missing: another copy may be whole")
	case failed == nil && info.IsDir():
		return failure(Input, fmt.Errorf("%s is a folder, not a wrap", path), `a seal file becomes a wrap by "shrinkwrap publish"`)
	case failed == nil && info.Mode().IsRegular() && n == 0:
		return failure(Input, fmt.Errorf("%s is empty, not a wrap", path))
	}
	return failure(Input, fmt.Errorf("%s is not a wrap: %w", path, err), `"shrinkwrap scan" reads pictures and texts of codes, and keeps their wraps`)
}

func fileKind(mode fs.FileMode) string {
	if mode.IsDir() {
		return "folder"
	}
	return "special file"
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
