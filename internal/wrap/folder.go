package wrap

import (
	"archive/tar"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// A folder (MediaFolder) is a POSIX tar (IEEE Std 1003.1, ustar; pax records
// path and size only where ustar cannot hold them), the same for the same
// names and contents on every system:
//
//	entries   everything below the folder: regular files and folders, nothing
//	          else, by their paths; a folder's ends in /
//	order     of the bytes of these, so that a folder comes before what is in it
//	mode      0755 for folders and for files that their owner may execute,
//	          0644 for other files
//	owner     0, 0, no names; time 0; no other field
//	end       two blocks of zeros

// A Source is the plaintext of a section.
type Source struct {
	io.ReadCloser
	Size   uint64 // in bytes
	Folder bool   // whether it is the tar of a folder
}

// OpenSource opens a file, or a folder as a tar. A folder that holds anything
// but regular files and folders, or a name that not every system can hold, is
// refused whole, before anything is read.
func OpenSource(name string) (*Source, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	switch {
	case info.IsDir():
		return openFolder(name)
	case info.Mode().IsRegular():
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		return &Source{ReadCloser: f, Size: uint64(info.Size())}, nil
	}
	return nil, fmt.Errorf("%s is a %s, neither a file nor a folder", name, kind(info.Mode()))
}

// openFolder starts writing a tar into a pipe.
func openFolder(dir string) (*Source, error) {
	headers, err := listFolder(dir)
	if err != nil {
		return nil, err
	}
	r, w := io.Pipe()
	done := make(chan struct{})
	go func() {
		defer close(done)
		w.CloseWithError(writeTar(w, dir, headers))
	}()
	return &Source{ReadCloser: tarPipe{r, done}, Size: tarSize(headers), Folder: true}, nil
}

// tarPipe ends the goroutine that writes when it is closed.
type tarPipe struct {
	*io.PipeReader
	done chan struct{}
}

func (p tarPipe) Close() error {
	err := p.PipeReader.Close()
	<-p.done
	return err
}

// listFolder returns the tar headers of everything below dir.
func listFolder(dir string) ([]*tar.Header, error) {
	var headers []*tar.Header
	names := newTree()
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || name == dir {
			return err
		}
		header, err := tarHeader(dir, name, d)
		if err != nil {
			return err
		}
		headers = append(headers, header)
		return names.add(strings.TrimSuffix(header.Name, "/"), d.IsDir())
	})
	if err != nil {
		return nil, fmt.Errorf("folder %s: %w", dir, err)
	}
	slices.SortFunc(headers, func(a, b *tar.Header) int { return strings.Compare(a.Name, b.Name) })
	return headers, nil
}

func tarHeader(dir, name string, d fs.DirEntry) (*tar.Header, error) {
	info, err := d.Info()
	if err != nil {
		return nil, err
	}
	rel, err := filepath.Rel(dir, name)
	if err != nil {
		return nil, err
	}
	h := &tar.Header{Name: filepath.ToSlash(rel), Mode: 0o644, ModTime: time.Unix(0, 0)}
	switch mode := info.Mode(); {
	case mode.IsDir():
		h.Typeflag, h.Name, h.Mode = tar.TypeDir, h.Name+"/", 0o755
	case mode.IsRegular():
		h.Typeflag, h.Size = tar.TypeReg, info.Size()
		if mode&0o100 != 0 {
			h.Mode = 0o755
		}
	default:
		return nil, fmt.Errorf("%q is a %s, neither a file nor a folder", rel, kind(mode))
	}
	return h, nil
}

// kind names what cannot be sealed.
func kind(mode fs.FileMode) string {
	for bit, name := range map[fs.FileMode]string{
		fs.ModeSymlink: "symbolic link", fs.ModeNamedPipe: "named pipe",
		fs.ModeSocket: "socket", fs.ModeDevice: "device",
	} {
		if mode&bit != 0 {
			return name
		}
	}
	return "special file"
}

// tarSize returns the size of the tar that writeTar makes of headers.
func tarSize(headers []*tar.Header) uint64 {
	var size counter
	for _, h := range headers {
		tar.NewWriter(&size).WriteHeader(h) // what it refuses, writeTar will report
		size += counter(h.Size+blockSize-1) / blockSize * blockSize
	}
	return uint64(size) + 2*blockSize
}

const blockSize = 512 // of a tar

type counter uint64

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

func writeTar(w io.Writer, dir string, headers []*tar.Header) error {
	t := tar.NewWriter(w)
	buf := make([]byte, 1<<18)
	for _, h := range headers {
		if err := t.WriteHeader(h); err != nil {
			return fmt.Errorf("%q: %w", h.Name, err)
		}
		if h.Typeflag != tar.TypeReg {
			continue
		}
		if err := copyFile(t, filepath.Join(dir, filepath.FromSlash(h.Name)), h.Size, buf); err != nil {
			return err
		}
	}
	return t.Close()
}

// copyFile writes a file that must still be what it was when it was listed.
func copyFile(w io.Writer, name string, size int64, buf []byte) error {
	before, err := os.Lstat(name)
	if err != nil {
		return err
	}
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close() // only read
	opened, err := f.Stat()
	if err != nil {
		return err
	}
	if !before.Mode().IsRegular() || !os.SameFile(before, opened) {
		return fmt.Errorf("%s was replaced while the folder was read", name)
	}
	n, err := io.CopyBuffer(struct{ io.Writer }{w}, io.LimitReader(f, size), buf)
	if err != nil {
		return err
	}
	if past, _ := f.Read(buf[:1]); n != size || past > 0 {
		return fmt.Errorf("%s changed its size while the folder was read", name)
	}
	return nil
}
