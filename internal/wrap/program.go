package wrap

import (
	"context"
	"fmt"
	"io"

	"github.com/klauspost/compress/zstd"
)

// A release program is compressed as a section is, but not encrypted: who has
// not paid may read what it does. Its digest is that of the compressed bytes.

// PackProgram compresses a release program from src to dst.
func PackProgram(ctx context.Context, dst io.Writer, src io.Reader) (*Sealing, error) {
	plain := func(dst io.Writer) (io.WriteCloser, error) { return openCloser{dst}, nil }
	sealing, err := seal(ctx, dst, src, zstd.SpeedBestCompression, nil, plain) // small, and it has to fit a code
	if err != nil {
		return nil, fmt.Errorf("pack program: %w", err)
	}
	return sealing, nil
}

// openCloser has nothing to do at the end.
type openCloser struct{ io.Writer }

func (openCloser) Close() error { return nil }

// ProgramEntry returns the entry of a packed release program.
func (s *Sealing) ProgramEntry(open func() (io.ReadCloser, error)) Entry {
	return Entry{Name: programName, Size: s.SealedSize, CRC: s.CRC, Open: open}
}

// PackedProgram is the release program of a wrap with what was signed about it.
type PackedProgram struct{ section Section }

// Program joins the wrap's release program with what was signed about it.
func (a *Archive) Program(signed Sealed) (*PackedProgram, error) {
	s, err := a.sealed(programName, signed)
	if err != nil {
		return nil, err
	}
	return &PackedProgram{*s}, nil
}

// UnpackTo writes the program to w, which gets nothing before the whole digest
// was checked. Its errors are those of [Section.OpenTo].
func (p *PackedProgram) UnpackTo(ctx context.Context, w io.Writer) error {
	plain := func(src io.Reader) (io.Reader, error) { return src, nil }
	return p.section.open(ctx, w, nil, plain) // it has no list of pieces, so open reads twice
}
