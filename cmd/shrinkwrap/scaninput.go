package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/shrinkwrap/shrinkwrap/internal/command"
	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/qr"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// How files begin that scan takes.
var (
	zipMagic  = []byte("PK\x03\x04")
	pngMagic  = []byte("\x89PNG")
	jpegMagic = []byte("\xff\xd8\xff")
)

// isWrap reports whether an argument names a file that is a wrap, or any ZIP.
func isWrap(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close() // only read
	magic := make([]byte, len(zipMagic))
	_, err = io.ReadFull(f, magic)
	return err == nil && bytes.Equal(magic, zipMagic)
}

// readCodes returns the texts of codes: the argument itself, or what the file or
// the picture that it names holds. Only a picture has several.
func readCodes(ctx context.Context, argument string) ([]string, error) {
	if argument == "-" {
		return readInput("stdin", command.Input(ctx, os.Stdin))
	}
	f, err := os.Open(argument)
	if errors.Is(err, fs.ErrNotExist) || err != nil && isCodeText(argument) {
		if isCodeText(argument) {
			return []string{argument}, nil
		}
		return nil, fail(exitInput, fmt.Errorf("there is no file %q", argument), `the text of a code begins with "WRAP1:" or "https://"`)
	}
	if err != nil {
		return nil, fail(exitInput, err)
	}
	defer f.Close() // only read
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, fail(exitInput, fmt.Errorf("%s is a folder, not a wrap or a code", argument), "name a file in it")
	}
	return readInput(argument, f)
}

// isCodeText tells a text from the name of a file. A text may be too long for a
// name.
func isCodeText(argument string) bool {
	return strings.HasPrefix(argument, "WRAP") || strings.Contains(argument, "://")
}

// readInput reads a picture or a text, whichever it is.
func readInput(name string, r io.Reader) ([]string, error) {
	b, err := io.ReadAll(io.LimitReader(r, qr.MaxPictureBytes+1))
	if err != nil {
		return nil, fail(exitInput, fmt.Errorf("reading %s: %w", name, err))
	}
	if bytes.HasPrefix(b, pngMagic) || bytes.HasPrefix(b, jpegMagic) {
		texts, err := qr.ReadAll(bytes.NewReader(b))
		if notFound := new(qr.NotFoundError); errors.As(err, &notFound) {
			return nil, fail(exitInput, fmt.Errorf("%s: %w", name, err), "take the picture straight on, in focus, with some white around the code")
		}
		if err != nil {
			return nil, fail(exitInput, fmt.Errorf("%s: %w", name, err))
		}
		return texts, nil
	}
	if bytes.HasPrefix(b, zipMagic) {
		return nil, fail(exitInput, fmt.Errorf("%s is a wrap, or another ZIP file: name it as a file", name))
	}
	if len(b) > 2*wrap.MaxPayloadSize || bytes.IndexByte(b, 0) >= 0 {
		return nil, fail(exitInput, fmt.Errorf("%s is neither a PNG or JPEG picture nor the text of a code", name))
	}
	// A space may be the code's own.
	return []string{strings.Trim(string(b), "\r\n")}, nil
}

// beside returns the path of a file beside the library that nothing else uses,
// and what removes it.
func (d *desk) beside() (path string, remove func(), err error) {
	dir, err := d.home.Folder("library")
	if err != nil {
		return "", nil, err
	}
	f, err := os.CreateTemp(dir, "scan.*.tmp")
	if err != nil {
		return "", nil, err
	}
	return f.Name(), func() { os.Remove(f.Name()) }, f.Close()
}

// checkOutput refuses an output that cannot be made: before anything is sealed,
// signed or paid for it.
func checkOutput(path string) error {
	if path == "-" {
		return usageError("-o -: nothing goes to stdout that has to be whole: name a file or folder")
	}
	_, err := os.Lstat(path)
	if err == nil {
		return fail(exitExists, fmt.Errorf("%s is in the way", path), "choose another name with -o, or move away what is there")
	}
	dir := filepath.Dir(filepath.Clean(path))
	switch info, above := os.Stat(dir); {
	case errors.Is(above, fs.ErrNotExist):
		return fail(exitInput, fmt.Errorf("%s cannot be written: there is no folder %s", path, dir), "make that folder first")
	case above == nil && !info.IsDir():
		return fail(exitInput, fmt.Errorf("%s cannot be written: %s is no folder", path, dir), "choose another name with -o")
	case !errors.Is(err, fs.ErrNotExist):
		return fail(exitInput, fmt.Errorf("%s cannot be written: %w", path, err), "choose another name with -o")
	}
	return nil
}

// copyNew copies a file to a path that must not exist yet; the copy appears
// there whole.
func copyNew(to, from string) (err error) {
	src, err := os.Open(from)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, src.Close()) }()
	unfinished, err := home.Begin(to)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, unfinished.End()) }()
	dst, err := os.OpenFile(unfinished.Path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(dst, src)
	err = errors.Join(err, dst.Chmod(0o644), dst.Sync(), dst.Close())
	if err == nil {
		err = checkOutput(to)
	}
	if err == nil {
		err = os.Rename(unfinished.Path, to)
	}
	return err
}
