package wrap

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"filippo.io/age"
)

// OpenTo writes the section's plaintext to w. It reads all sealed bytes twice:
// w gets nothing before the whole digest was checked. progress may be nil; it
// is given the number of plaintext bytes written so far, from the calling
// goroutine. What was written before an [ErrMalformed] is signed but not whole.
func (s *Section) OpenTo(ctx context.Context, w io.Writer, progress func(done uint64), keys ...age.Identity) error {
	if s.Pieces != nil { // else open reads twice by itself
		if err := s.Verify(ctx, nil); err != nil {
			return err
		}
	}
	return s.open(ctx, w, progress, decrypt(keys))
}

// OpenFile writes the section's plaintext to a new file. It reads the sealed
// bytes once, and the file appears under its name only when all of them were
// checked and all of the plaintext is there; until then it has a temporary name
// beside it (see [RemovePartial]). A path that exists is refused. The file is
// not synced: the wrap still holds what a power failure takes.
func (s *Section) OpenFile(ctx context.Context, path string, progress func(done uint64), keys ...age.Identity) error {
	return writePartial(path, func(temp string) (err error) {
		f, err := os.OpenFile(temp, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, f.Close()) }()
		return s.open(ctx, f, progress, decrypt(keys))
	})
}

// OpenFolder is OpenFile for a section that is a folder. The folder holds
// regular files and folders only, whatever the tar says; see [OpenSource].
func (s *Section) OpenFolder(ctx context.Context, path string, progress func(done uint64), keys ...age.Identity) error {
	return writePartial(path, func(temp string) error {
		if err := os.Mkdir(temp, 0o777); err != nil {
			return err
		}
		take := func(src *bufio.Reader) error { return untar(temp, src) }
		return s.openTar(ctx, progress, take, keys...)
	})
}

// openTar gives the section's plaintext to take, which reads a tar. The error is
// the section's if it has one, else that of take.
func (s *Section) openTar(ctx context.Context, progress func(done uint64), take func(*bufio.Reader) error, keys ...age.Identity) error {
	r, w := io.Pipe()
	taken := make(chan error, 1)
	go func() {
		err := take(bufio.NewReaderSize(r, 1<<16))
		r.CloseWithError(err) // so that what is written from now on fails with it
		taken <- err
	}()
	err := s.open(ctx, w, progress, decrypt(keys))
	w.CloseWithError(err)
	if takeErr := <-taken; err == nil {
		return takeErr
	}
	return err
}

// WriteFolder makes a new folder of a tar that did not come out of a section, as
// OpenFolder does of one that did: what is no folder gives ErrBadFolder.
func WriteFolder(path string, tar io.Reader) error {
	return writePartial(path, func(temp string) error {
		if err := os.Mkdir(temp, 0o777); err != nil {
			return err
		}
		return untar(temp, bufio.NewReaderSize(tar, 1<<16))
	})
}

// decrypt returns what undoes Seal's encryption.
func decrypt(keys []age.Identity) func(io.Reader) (io.Reader, error) {
	return func(src io.Reader) (io.Reader, error) {
		if len(keys) == 0 {
			return nil, ErrWrongKey
		}
		return age.Decrypt(src, keys...)
	}
}

// open is pieces → decrypt → frames → w, with the signed sizes as hard stops.
func (s *Section) open(ctx context.Context, w io.Writer, progress func(done uint64), decrypt func(io.Reader) (io.Reader, error)) error {
	list, err := s.list(ctx)
	if err != nil {
		return err
	}
	pieces := newPieceReader(ctx, s, list)
	defer pieces.close()
	compressed, err := decrypt(pieces)
	if err != nil {
		return s.blame(pieces, err)
	}
	frames, err := newUnframer(compressed, s.SealedSize, s.Size)
	if err != nil {
		return err
	}
	written, err := frames.copyTo(w, s.Size, progress)
	frames.close() // so that pieces is at rest, and its error can be read
	switch {
	case err != nil:
		return s.blame(pieces, err)
	case written < s.Size:
		return fmt.Errorf("%s: %w: %d bytes of plaintext, signed %d", s.Name, ErrMalformed, written, s.Size)
	}
	return nil
}

// writeError is an error of where plaintext goes to: nobody's fault here.
type writeError struct{ error }

// copyTo writes the plaintext to w, no more than size bytes of it.
func (u *unframer) copyTo(w io.Writer, size uint64, progress func(done uint64)) (written uint64, err error) {
	for {
		r, err := u.ahead.next()
		if err == io.EOF {
			return written, nil
		}
		if err != nil {
			return written, err
		}
		if uint64(len(r.plain)) > size-written {
			return written, ErrOversize
		}
		if _, err := w.Write(r.plain); err != nil {
			return written, writeError{err}
		}
		written += uint64(len(r.plain))
		u.plain.put(r.plain)
		report(progress, written)
	}
}

// blame turns the error of opening into one that says whose fault it is. What
// ended the reading of pieces comes first: it may look like anything once it
// went through decryption.
func (s *Section) blame(pieces *pieceReader, err error) error {
	var write writeError
	var noMatch *age.NoIdentityMatchError
	switch {
	case errors.As(err, &write):
		return write.error
	case pieces.err != nil && pieces.err != io.EOF:
		return pieces.err
	case errors.As(err, &noMatch):
		return fmt.Errorf("%s: %w", s.Name, ErrWrongKey)
	case errors.Is(err, ErrWrongKey), errors.Is(err, ErrMalformed):
		return fmt.Errorf("%s: %w", s.Name, err)
	}
	return fmt.Errorf("%s: %w: %v", s.Name, ErrMalformed, err)
}
