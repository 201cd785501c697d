package wrap

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"

	"filippo.io/age"
)

// Examine says whether the section holds what was signed about it, and writes
// nothing. Where it does not, the error is the first of these that is true, the
// same for the same bytes and key in every correct implementation:
//
//	*DamagedError     other bytes than were signed
//	ErrWrongKey       no stanza of the age header is for the key
//	ErrUndecryptable  the age file is not whole, from its header to its last chunk
//	ErrMalformed      what was decrypted does not inflate to exactly the signed size
//	ErrBadFolder      only if folder: what was inflated is no tar of a folder
//
// To tell them apart it reads the sealed bytes three times. Opening stops at the
// first thing that it meets, which depends on how much is read ahead.
//
// progress may be nil; it is given the number of plaintext bytes that were
// inflated so far.
func (s *Section) Examine(ctx context.Context, folder bool, progress func(done uint64), key age.Identity) error {
	if err := s.Verify(ctx, nil); err != nil {
		return err
	}
	if err := s.decryptAll(ctx, key); err != nil {
		return err
	}
	if !folder {
		return s.open(ctx, io.Discard, progress, decrypt([]age.Identity{key}))
	}
	return s.openTar(ctx, progress, checkWholeTar, key)
}

// decryptAll decrypts to the last chunk, whatever is in it.
func (s *Section) decryptAll(ctx context.Context, key age.Identity) error {
	list, err := s.list(ctx)
	if err != nil {
		return err
	}
	pieces := newPieceReader(ctx, s, list)
	defer pieces.close()
	compressed, err := age.Decrypt(pieces, key)
	if err == nil {
		_, err = io.Copy(io.Discard, compressed)
	}
	if err == nil {
		return nil
	}
	if blamed := s.blame(pieces, err); !errors.Is(blamed, ErrMalformed) {
		return blamed
	}
	return fmt.Errorf("%s: %w: %v", s.Name, ErrUndecryptable, err)
}

// checkWholeTar reads on to the end where the tar is none, so that an error of
// the section comes before one of the tar.
func checkWholeTar(src *bufio.Reader) error {
	err := checkTar(src)
	if _, rest := io.Copy(io.Discard, src); rest != nil {
		return rest
	}
	return err
}
