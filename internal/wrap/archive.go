package wrap

import (
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"slices"
)

// Layout returns which entries the wrap has. A header that was signed for it
// gives the same.
func (a *Archive) Layout() Layout {
	l := a.layout
	l.Sections = slices.Clone(l.Sections)
	return l
}

// Header returns the encoded header.
func (a *Archive) Header() ([]byte, error) { return a.read(1) }

// Entries returns the entries from the header on, for [WriteArchive]. Reading
// one to its end checks its CRC-32.
func (a *Archive) Entries() []Entry {
	entries := make([]Entry, 0, len(a.records)-1)
	for _, r := range a.records[1:] {
		open := func() (io.ReadCloser, error) { return io.NopCloser(a.reader(r)), nil }
		entries = append(entries, Entry{Name: r.name, Size: r.size, CRC: r.crc, Open: open})
	}
	return entries
}

// Entry returns the entry of that name, such as the layout's cover.
func (a *Archive) Entry(name string) (Entry, bool) {
	for _, e := range a.Entries() {
		if e.Name == name {
			return e, true
		}
	}
	return Entry{}, false
}

// Section joins section n, from 0, with what was signed about it. Its sealed
// bytes are not read yet.
func (a *Archive) Section(n int, signed Sealed) (*Section, error) {
	s, err := a.sealed(sectionName(n), signed)
	if err != nil || signed.SealedSize <= pieceSize {
		return s, err
	}
	s.Pieces, err = a.read(a.index(piecesName(n)))
	return s, err
}

// sealed joins an entry with what was signed about it.
func (a *Archive) sealed(name string, signed Sealed) (*Section, error) {
	at := a.index(name)
	if at < 0 {
		return nil, fmt.Errorf("zip: no entry %q", name)
	}
	r := a.records[at]
	s := &Section{Name: name, Source: a.data(r), Sealed: signed}
	if r.size != signed.SealedSize {
		return nil, s.damaged(-1, fmt.Sprintf("it has %d bytes, signed %d", r.size, signed.SealedSize))
	}
	return s, nil
}

// Contents returns the bytes of the entries from the header on, for a code. It
// refuses a wrap that has more than most bytes of them.
func (a *Archive) Contents(most int) ([][]byte, error) {
	var contents [][]byte
	for i, r := range a.records[1:] {
		if r.size > uint64(most) {
			return nil, fmt.Errorf("zip: the entries have more bytes than %d allowed", most)
		}
		most -= int(r.size)
		b, err := a.read(i + 1)
		if err != nil {
			return nil, err
		}
		contents = append(contents, b)
	}
	return contents, nil
}

// CheckCRC reads all entries and compares their CRC-32. It tells accidents from
// whole wraps without a header; who has the header checks digests instead.
func (a *Archive) CheckCRC() error {
	var failed error
	for _, r := range a.records {
		_, err := io.Copy(io.Discard, a.reader(r))
		failed = errors.Join(failed, err)
	}
	return failed
}

func (a *Archive) index(name string) int {
	return slices.IndexFunc(a.records, func(r record) bool { return r.name == name })
}

// data returns the bytes of an entry, unchecked.
func (a *Archive) data(r record) *io.SectionReader {
	return io.NewSectionReader(a.src, int64(r.end()-r.size), int64(r.size))
}

// read returns the bytes of entry i, whose size layoutOf bounded.
func (a *Archive) read(i int) ([]byte, error) {
	r := a.records[i]
	b := make([]byte, r.size)
	_, err := io.ReadFull(a.reader(r), b)
	return b, err
}

func (a *Archive) reader(r record) io.Reader {
	return &crcReader{src: a.data(r), name: r.name, left: r.size, want: r.crc}
}

// crcReader checks an entry's CRC-32 before it gives its last byte.
type crcReader struct {
	src  io.Reader
	name string
	left uint64
	sum  uint32
	want uint32
}

func (r *crcReader) Read(p []byte) (int, error) {
	if r.left == 0 {
		return 0, io.EOF
	}
	n, err := r.src.Read(p)
	r.left -= uint64(n)
	r.sum = crc32.Update(r.sum, crc32.IEEETable, p[:n])
	switch {
	case r.left == 0 && r.sum != r.want:
		cause := fmt.Sprintf("its CRC-32 is %08x, its header says %08x", r.sum, r.want)
		return 0, &DamagedError{Entry: r.name, Piece: -1, Cause: cause}
	case r.left > 0 && err == io.EOF:
		return n, io.ErrUnexpectedEOF
	}
	return n, err
}
