package wrap

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
)

// Layout returns the entries that the wrap of this header has.
func (h *Header) Layout() Layout {
	l := Layout{Program: h.Content.Program != nil}
	for _, s := range h.Content.Sections {
		l.Sections = append(l.Sections, s.SealedSize)
	}
	if h.Content.Cover != nil {
		l.Cover = h.Content.Cover.Name
	}
	return l
}

// entrySizes returns the sizes of the entries after the header.
func (h *Header) entrySizes() (sizes []uint64) {
	for _, s := range h.Content.Sections {
		sizes = append(sizes, s.SealedSize)
		if s.SealedSize > pieceSize {
			sizes = append(sizes, pieceCount(s.SealedSize)*sha256.Size)
		}
	}
	if p := h.Content.Program; p != nil {
		sizes = append(sizes, p.SealedSize)
	}
	if c := h.Content.Cover; c != nil {
		sizes = append(sizes, c.Size)
	}
	return sizes
}

// WrapSize returns the size of the whole wrap of this header, in bytes.
func (h *Header) WrapSize() (uint64, error) {
	names, err := h.Layout().Names()
	if err != nil {
		return 0, err
	}
	entries := []Entry{BytesEntry(mimetypeName, []byte(mimetype)), HeaderEntry(h.Bytes())}
	for i, size := range h.entrySizes() {
		entries = append(entries, Entry{Name: names[i+1], Size: size})
	}
	records, err := place(entries)
	if err != nil {
		return 0, err
	}
	return records[len(records)-1].end() + uint64(len(directory(records))), nil
}

// CheckEntries returns an error unless the wrap has exactly the entries, of
// exactly the sizes, that its header tells of.
func (a *Archive) CheckEntries(h *Header) error {
	names, err := h.Layout().Names()
	if err != nil {
		return err
	}
	if len(a.records) != len(names)+1 {
		return fmt.Errorf("wrap has %d entries, its header tells of %d", len(a.records)-1, len(names))
	}
	sizes := h.entrySizes()
	for i, r := range a.records[2:] {
		switch {
		case r.name != names[i+1]:
			return fmt.Errorf("wrap has entry %q where its header tells of %q", r.name, names[i+1])
		case r.size != sizes[i]:
			return &DamagedError{Entry: r.name, Piece: -1, Cause: fmt.Sprintf("it has %d bytes, signed %d", r.size, sizes[i])}
		}
	}
	return nil
}

// Verify reads all entries and compares them with what the header says of them.
// progress may be nil; it is given the number of bytes read so far.
func (a *Archive) Verify(ctx context.Context, h *Header, progress func(done uint64)) error {
	if err := a.CheckEntries(h); err != nil {
		return err
	}
	var before uint64
	for n, signed := range h.Content.Sections {
		s, err := a.Section(n, signed.Sealed())
		if err != nil {
			return err
		}
		if err := s.Verify(ctx, func(done uint64) { report(progress, before+done) }); err != nil {
			return err
		}
		before += signed.SealedSize
	}
	return errors.Join(a.verifyProgram(ctx, h.Content.Program), a.verifyCover(h.Content.Cover))
}

func (a *Archive) verifyProgram(ctx context.Context, p *Program) error {
	if p == nil {
		return nil
	}
	s, err := a.sealed(programName, p.Sealed())
	if err != nil {
		return err
	}
	return s.Verify(ctx, nil)
}

func (a *Archive) verifyCover(c *Cover) error {
	if c == nil {
		return nil
	}
	_, err := a.Cover(c)
	return err
}

// Cover returns the clear picture, compared with what was signed of it.
func (a *Archive) Cover(signed *Cover) ([]byte, error) {
	e, ok := a.Entry(signed.Name)
	if !ok || e.Size != signed.Size {
		return nil, &DamagedError{Entry: signed.Name, Piece: -1, Cause: "it has not its signed size"}
	}
	r, err := e.Open()
	if err != nil {
		return nil, err
	}
	picture, err := io.ReadAll(r)
	err = errors.Join(err, r.Close())
	if err == nil && sha256.Sum256(picture) != signed.Digest {
		err = &DamagedError{Entry: signed.Name, Piece: -1, Cause: "its SHA-256 is not the signed one"}
	}
	return picture, err
}
