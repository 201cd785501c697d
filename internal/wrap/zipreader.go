package wrap

import (
	"errors"
	"fmt"
	"io"
)

// Archive is a wrap that is open for reading. Its methods may be called from
// several goroutines if its source may be.
type Archive struct {
	src     io.ReaderAt
	records []record
	layout  Layout
}

// maxDirectory bounds what is read of the central directory: no entry has a
// longer name than a section, and none two extra fields.
const maxDirectory = uint64(maxEntries*(centralSize+len("sections/1023.pieces")+4+24) + end64Size + locatorSize + endSize)

// OpenArchive opens the wrap of size bytes in src. It refuses anything that
// WriteArchive would not have written for the same entries, so that no other
// ZIP reader can see other entries; only the entries' bytes are not read yet.
// These are checked against their CRC-32 when an entry is read to its end.
func OpenArchive(src io.ReaderAt, size int64) (*Archive, error) {
	tail, offset, err := readTail(src, size)
	if err != nil {
		return nil, err
	}
	records, err := parseDirectory(tail, offset)
	if err != nil {
		return nil, err
	}
	a := &Archive{src: src, records: records}
	if a.layout, err = layoutOf(records); err != nil {
		return nil, err
	}
	if err := a.compareTail(tail, offset); err != nil {
		return nil, err
	}
	if err := a.compareLocals(); err != nil {
		return nil, err
	}
	got, err := a.read(0)
	if err != nil {
		return nil, err
	}
	if string(got) != mimetype { // another text of the same CRC-32
		return nil, fmt.Errorf("zip: mimetype is %q, not %q", got, mimetype)
	}
	return a, nil
}

// readTail reads the central directory and what follows, and returns its offset.
func readTail(src io.ReaderAt, size int64) ([]byte, uint64, error) {
	end, err := readRecord(src, size-endSize, endSize, signatureEnd)
	if err != nil {
		return nil, 0, fmt.Errorf("zip: no end record in the last %d bytes: %w", endSize, err)
	}
	offset := uint64(le.Uint32(end[16:]))
	if offset == limit {
		end, err = readRecord(src, size-endSize-locatorSize-end64Size, end64Size, signatureEnd64)
		if err != nil {
			return nil, 0, fmt.Errorf("zip: no zip64 end record before the end record: %w", err)
		}
		offset = le.Uint64(end[48:])
	}
	if offset > uint64(size) || uint64(size)-offset > maxDirectory {
		return nil, 0, fmt.Errorf("zip: no central directory can start at byte %d of %d", offset, size)
	}
	tail, err := readAt(src, int64(offset), size-int64(offset))
	return tail, offset, err
}

// readRecord reads a record that begins with a signature.
func readRecord(src io.ReaderAt, off, length int64, signature uint32) ([]byte, error) {
	b, err := readAt(src, off, length)
	if err == nil && le.Uint32(b) != signature {
		return nil, errors.New("another signature")
	}
	return b, err
}

func readAt(src io.ReaderAt, off, length int64) ([]byte, error) {
	if off < 0 {
		return nil, io.ErrUnexpectedEOF
	}
	b := make([]byte, length)
	n, err := src.ReadAt(b, off)
	if n == len(b) {
		return b, nil
	}
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return nil, err
}

// parseDirectory reads just enough of the central headers to know what they
// should be. An entry's offset is where the one before it ends, whatever they
// say. Data ends at end, the offset of the directory.
func parseDirectory(b []byte, end uint64) ([]record, error) {
	var records []record
	var offset uint64
	for len(b) >= centralSize && le.Uint32(b) == signatureCentral {
		r := record{crc: le.Uint32(b[16:]), size: uint64(le.Uint32(b[24:])), offset: offset}
		name, extra := int(le.Uint16(b[28:])), int(le.Uint16(b[30:]))
		b = b[centralSize:]
		if name+extra > len(b) {
			return nil, fmt.Errorf("zip: central header %d is cut off", len(records))
		}
		r.name = string(b[:name])
		if r.size == limit && extra >= 12 {
			r.size = le.Uint64(b[name+4:])
		}
		if r.size > end || r.end() > end {
			return nil, fmt.Errorf("zip: %q of %d bytes runs into the central directory", r.name, r.size)
		}
		records = append(records, r)
		offset, b = r.end(), b[name+extra:]
	}
	return records, nil
}

// compareTail compares the central directory and the end with the writer's.
func (a *Archive) compareTail(tail []byte, start uint64) error {
	offset := start
	for i := range a.records {
		want := a.records[i].central()
		if err := compare("central header", a.records[i].name, offset, tail, want); err != nil {
			return err
		}
		offset, tail = offset+uint64(len(want)), tail[len(want):]
	}
	return compareEnd(tail, offset, endRecords(uint64(len(a.records)), offset-start, a.records[len(a.records)-1].end()))
}

// compareEnd compares what follows the central directory.
func compareEnd(got []byte, offset uint64, want []byte) error {
	if before := len(want) - endSize; before > 0 {
		if err := compare("zip64 end record", "the wrap", offset, got, want[:before]); err != nil {
			return err
		}
		got, want, offset = got[before:], want[before:], offset+uint64(before)
	}
	if err := compare("end record", "the wrap", offset, got, want); err != nil {
		return err
	}
	if len(got) > len(want) {
		return fmt.Errorf("zip: bytes after the end record at byte %d", offset)
	}
	return nil
}

// compareLocals compares the local headers with the writer's.
func (a *Archive) compareLocals() error {
	for i := range a.records {
		r := &a.records[i]
		want := r.local()
		got, err := readAt(a.src, int64(r.offset), int64(len(want)))
		if err != nil {
			return fmt.Errorf("zip: local header of %s: %w", r.name, err)
		}
		if err := compare("local header", r.name, r.offset, got, want); err != nil {
			return err
		}
	}
	return nil
}
