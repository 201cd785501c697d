package wrap

import (
	"archive/tar"
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"time"
)

// untar writes the folder in src below dir, which is empty. It refuses, at the
// first sign, a tar that OpenSource would not have made. Even so it creates
// files through os.Root and never opens one that exists, so that a name that a
// file system takes for another one cannot lead out of dir or overwrite.
func untar(dir string, src *bufio.Reader) (err error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	return walkTar(src, &folderWriter{root: root, buf: make([]byte, 1<<18)})
}

// checkTar refuses what untar refuses, and writes nothing.
func checkTar(src *bufio.Reader) error { return walkTar(src, nowhere{}) }

// A tarSink takes what is in a tar, in its order, once it was checked.
type tarSink interface {
	folder(name string) error
	file(name string, mode fs.FileMode, data io.Reader) error
}

func walkTar(src *bufio.Reader, sink tarSink) error {
	u := &untarrer{sink: sink, names: newTree()}
	end := &endReader{src: src}
	t := tar.NewReader(end)
	for {
		end.read, end.zeros = 0, true
		h, err := t.Next()
		if err == io.EOF {
			return end.check()
		}
		if err != nil {
			return badFolder(err)
		}
		if err := u.extract(h, t); err != nil {
			return err
		}
	}
}

func badFolder(err error) error { return fmt.Errorf("%w: %v", ErrBadFolder, err) }

// endReader sees what the tar reader reads for its last header that is none,
// since that takes more for an end than what is one.
type endReader struct {
	src   *bufio.Reader
	read  int  // bytes
	zeros bool // and nothing else
}

func (r *endReader) Read(p []byte) (int, error) {
	n, err := r.src.Read(p)
	r.read += n
	r.zeros = r.zeros && len(bytes.TrimLeft(p[:n], "\x00")) == 0
	return n, err
}

var errTarEnd = badFolder(errors.New("tar does not end in two blocks of zeros and nothing else"))

// check wants the padding of the last file, two blocks of zeros, and the end.
func (r *endReader) check() error {
	if padding := r.read - 2*blockSize; !r.zeros || padding < 0 || padding >= blockSize {
		return errTarEnd
	}
	_, err := r.src.ReadByte()
	switch err {
	case io.EOF:
		return nil
	case nil:
		return errTarEnd
	}
	return err
}

type untarrer struct {
	sink  tarSink
	names *tree
	last  string // name in the tar
}

func (u *untarrer) extract(h *tar.Header, data io.Reader) error {
	if err := checkTarHeader(h); err != nil {
		return badFolder(err)
	}
	if h.Name <= u.last {
		return badFolder(fmt.Errorf("%q comes after %q, not before it", h.Name, u.last))
	}
	u.last = h.Name
	name, folder := strings.CutSuffix(h.Name, "/")
	if err := u.names.add(name, folder); err != nil {
		return badFolder(err)
	}
	if folder {
		return u.sink.folder(name)
	}
	return u.sink.file(name, fs.FileMode(h.Mode), tarData{data})
}

// folderWriter writes below a folder.
type folderWriter struct {
	root *os.Root
	buf  []byte
}

func (w *folderWriter) folder(name string) error { return w.root.Mkdir(name, 0o755) }

func (w *folderWriter) file(name string, mode fs.FileMode, data io.Reader) (err error) {
	f, err := w.root.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, mode)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	_, err = io.CopyBuffer(struct{ io.Writer }{f}, data, w.buf)
	return err
}

// nowhere writes nothing.
type nowhere struct{}

func (nowhere) folder(string) error { return nil }

func (nowhere) file(_ string, _ fs.FileMode, data io.Reader) error {
	_, err := io.Copy(io.Discard, data)
	return err
}

// tarData tells errors of the tar from those of the disk.
type tarData struct{ src io.Reader }

func (d tarData) Read(p []byte) (int, error) {
	n, err := d.src.Read(p)
	if err != nil && err != io.EOF {
		err = badFolder(err)
	}
	return n, err
}

// checkTarHeader refuses what folder.go does not say.
func checkTarHeader(h *tar.Header) error {
	file, folder := h.Typeflag == tar.TypeReg, h.Typeflag == tar.TypeDir
	switch {
	case !file && !folder:
		return fmt.Errorf("%q is of type %q, neither a file nor a folder", h.Name, h.Typeflag)
	case h.Format != tar.FormatUSTAR && h.Format != tar.FormatPAX:
		return fmt.Errorf("%q has a header of format %v", h.Name, h.Format)
	case folder != strings.HasSuffix(h.Name, "/"), folder && h.Size != 0:
		return fmt.Errorf("%q is not the name of what it is", h.Name)
	case h.Mode != 0o755 && (folder || h.Mode != 0o644):
		return fmt.Errorf("%q has mode %04o", h.Name, h.Mode)
	case h.Uid != 0, h.Gid != 0, h.Uname != "", h.Gname != "", h.Devmajor != 0, h.Devminor != 0,
		h.Linkname != "", !h.ModTime.Equal(time.Unix(0, 0)):
		return fmt.Errorf("%q has an owner, a time, a device or a link", h.Name)
	}
	for key := range h.PAXRecords {
		if key != "path" && key != "size" {
			return fmt.Errorf("%q has a pax record %q", h.Name, key)
		}
	}
	return nil
}
