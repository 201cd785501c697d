package wrap

import (
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
)

// Entry is one file in a wrap. Its size and CRC-32 (IEEE) are known before it
// is written, since they stand before its bytes.
type Entry struct {
	Name string
	Size uint64
	CRC  uint32
	Open func() (io.ReadCloser, error)
}

// BytesEntry returns an entry of b.
func BytesEntry(name string, b []byte) Entry {
	open := func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(b)), nil }
	return Entry{Name: name, Size: uint64(len(b)), CRC: crc32.ChecksumIEEE(b), Open: open}
}

// HeaderEntry returns the entry of an encoded header.
func HeaderEntry(header []byte) Entry { return BytesEntry(headerName, header) }

// WriteArchive writes the wrap of these entries, from the header on and in the
// order of a [Layout]'s names, to w. The same entries give the same bytes. It
// refuses entries that do not have the size or CRC that they say; what w got
// until then is no wrap.
func WriteArchive(w io.Writer, entries []Entry) error {
	entries = append([]Entry{BytesEntry(mimetypeName, []byte(mimetype))}, entries...)
	records, err := place(entries)
	if err != nil {
		return err
	}
	buf := make([]byte, 1<<18)
	for i, e := range entries {
		if _, err := w.Write(records[i].local()); err != nil {
			return err
		}
		if err := e.copyTo(w, buf); err != nil {
			return fmt.Errorf("zip: write %s: %w", e.Name, err)
		}
	}
	_, err = w.Write(directory(records))
	return err
}

// directory returns the central directory and what follows it.
func directory(records []record) []byte {
	var b []byte
	for i := range records {
		b = append(b, records[i].central()...)
	}
	return append(b, endRecords(uint64(len(records)), uint64(len(b)), records[len(records)-1].end())...)
}

// place gives each entry its offset.
func place(entries []Entry) ([]record, error) {
	records := make([]record, len(entries))
	var offset uint64
	for i, e := range entries {
		if e.Size > maxSize-offset {
			return nil, fmt.Errorf("zip: %s of %d bytes is too large", e.Name, e.Size)
		}
		records[i] = record{name: e.Name, size: e.Size, crc: e.CRC, offset: offset}
		offset = records[i].end()
	}
	_, err := layoutOf(records)
	return records, err
}

// copyTo writes the entry's bytes.
func (e *Entry) copyTo(w io.Writer, buf []byte) (err error) {
	r, err := e.Open()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	sum := crc32.NewIEEE()
	// One byte more than its size tells an entry that is larger.
	n, err := io.CopyBuffer(io.MultiWriter(w, sum), io.LimitReader(r, int64(e.Size)+1), buf)
	switch {
	case err != nil:
		return err
	case uint64(n) != e.Size:
		return fmt.Errorf("it is not %d bytes, as it should be", e.Size)
	case sum.Sum32() != e.CRC:
		return fmt.Errorf("its CRC-32 is %08x, where %08x was expected", sum.Sum32(), e.CRC)
	}
	return nil
}

// Rebuild writes the wrap whose entries, from the header on, are these bytes:
// byte for byte the one that they were taken from by [Archive.Contents].
func (l Layout) Rebuild(w io.Writer, contents [][]byte) error {
	names, err := l.Names()
	if err != nil {
		return err
	}
	if len(names) != len(contents) {
		return fmt.Errorf("%d entries, where the header tells of %d", len(contents), len(names))
	}
	entries := make([]Entry, len(names))
	for i, name := range names {
		entries[i] = BytesEntry(name, contents[i])
	}
	return WriteArchive(w, entries)
}
