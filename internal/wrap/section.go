package wrap

import (
	"errors"
	"fmt"
	"io"

	"github.com/ethereum/go-ethereum/common"
)

// A section is a product, or a part of one:
//
//	plaintext   a file as it is, or a folder as a tar (folder.go)
//	compressed  RFC 8878 zstd frames, one after the other; each names at most
//	            8 MiB as its window and no dictionary (frames.go, unframe.go)
//	sealed      age-encryption.org/v1 of the compressed bytes, binary, to one
//	            X25519 recipient for each tier that includes the section
//	pieces      the sealed bytes cut every 2^20 bytes; the list is the SHA-256
//	            of each, 32 bytes apiece (pieces.go)
//	digest      SHA-256 of the list, also if it has but one element
//
// The entry sections/N.age holds the sealed bytes; sections/N.pieces the list,
// and only if the sealed bytes are more than one piece.

// Sealed is what a header signs about the sealed bytes of a section, or about
// the compressed bytes of a release program.
type Sealed struct {
	Size       uint64      // of the plaintext, in bytes
	SealedSize uint64      // of the sealed bytes
	Digest     common.Hash // of the sealed bytes, see above
}

// Sealed returns what is signed about a section's sealed bytes.
func (s SectionHeader) Sealed() Sealed { return Sealed{s.Size, s.SealedSize, s.Digest} }

// Sealed returns what is signed about the program's compressed bytes.
func (p Program) Sealed() Sealed { return Sealed{p.Size, p.SealedSize, p.Digest} }

// Sealing is what sealing a section gives beside the sealed bytes.
type Sealing struct {
	Sealed
	CRC    uint32 // CRC-32 (IEEE) of the sealed bytes, for the ZIP entry
	Pieces []byte // the list of pieces, 32 bytes each, also if there is only one
}

// Section is the sealed section of a wrap with what was signed about it.
type Section struct {
	Name   string      // of its entry, for errors: sections/0.age
	Source io.ReaderAt // the sealed bytes
	Pieces []byte      // the list; nil if there is none: Source is then read twice
	Sealed
}

// maxSize keeps sizes and their sums within an int64.
const maxSize = 1 << 62

var (
	// ErrWrongKey is returned when the sealed bytes are right but none of the
	// identities is one that they were sealed to.
	ErrWrongKey = errors.New("no key given opens this section")

	// ErrMalformed is returned when the sealed bytes are the signed ones, and yet
	// do not hold what was signed: they do not decrypt, do not inflate, or do
	// not have the signed size. With the tier's key this proves fraud.
	ErrMalformed = errors.New("signed section does not hold what was promised")

	// ErrOversize is the ErrMalformed of a section that inflates past its signed
	// size: a bomb. Nothing past the size was written.
	ErrOversize = fmt.Errorf("%w: more plaintext than its signed size", ErrMalformed)

	// ErrUndecryptable is the ErrMalformed that [Section.Examine] tells apart: the
	// sealed bytes are no whole age file. Its header, its payload, or a stanza on
	// the way to the key's is malformed or forged.
	ErrUndecryptable = fmt.Errorf("%w: it does not decrypt", ErrMalformed)

	// ErrBadFolder is returned by OpenFolder when the section holds what was
	// signed, but that is not a folder that can be extracted safely. OpenFile
	// still opens it.
	ErrBadFolder = errors.New("section is not a folder")
)

// DamagedError says that sealed bytes are not the ones that were signed.
type DamagedError struct {
	Entry string // sections/0.age
	Piece int    // the first piece that is damaged; -1 if none can be named
	Count int    // of pieces
	Cause string // what differs
}

func (e *DamagedError) Error() string {
	if e.Piece < 0 {
		return fmt.Sprintf("%s is damaged: %s", e.Entry, e.Cause)
	}
	return fmt.Sprintf("%s is damaged in piece %d of %d (bytes %d and on): %s",
		e.Entry, e.Piece+1, e.Count, uint64(e.Piece)*pieceSize, e.Cause)
}

// Entries returns the entries of section n (from 0) of a wrap. open opens the
// sealed bytes that Seal wrote.
func (s *Sealing) Entries(n int, open func() (io.ReadCloser, error)) []Entry {
	sealed := Entry{Name: sectionName(n), Size: s.SealedSize, CRC: s.CRC, Open: open}
	if s.SealedSize <= pieceSize {
		return []Entry{sealed}
	}
	return []Entry{sealed, BytesEntry(piecesName(n), s.Pieces)}
}
