package wrap_test

import (
	"archive/zip"
	"bytes"
	"io"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// zeros is a file of zeros, in memory only where it is not.
type zeros struct {
	size  int64
	parts []part
}

type part struct {
	at   int64
	data []byte
}

func (z *zeros) Write(p []byte) (int, error) {
	if last := len(z.parts) - 1; !bytes.Equal(p, none[:len(p)]) {
		if last >= 0 && z.parts[last].at+int64(len(z.parts[last].data)) == z.size {
			z.parts[last].data = append(z.parts[last].data, p...)
		} else {
			z.parts = append(z.parts, part{z.size, bytes.Clone(p)})
		}
	}
	z.size += int64(len(p))
	return len(p), nil
}

func (z *zeros) ReadAt(p []byte, off int64) (int, error) {
	n := int(max(0, min(int64(len(p)), z.size-off)))
	clear(p[:n])
	for _, part := range z.parts {
		from, to := max(off, part.at), min(off+int64(n), part.at+int64(len(part.data)))
		if from < to {
			copy(p[from-off:], part.data[from-part.at:to-part.at])
		}
	}
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

var none = make([]byte, 1<<18)

// endless gives zeros for ever.
type endless struct{}

func (endless) Read(p []byte) (int, error) { clear(p); return len(p), nil }
func (endless) Close() error               { return nil }

// The first value that a 32-bit field does not hold is 2^32 − 1. Below it there
// is no trace of zip64; from there on it stands exactly where it is needed.
func TestZip64(t *testing.T) {
	const limit = 1<<32 - 1
	const before = 30 + 8 + 30 + 30 + 6 + 10 + 30 + 14 // offset of the section's bytes
	const pieces = 30 + 17 + 4096*32
	tests := map[string]struct {
		size    int64  // of the section
		crc     uint32 // of so many zeros; the writer checks it
		section bool   // has a zip64 field for its size
		pieces  bool   // has one for its offset
		end     bool   // there is a zip64 end record
	}{
		"directory at limit-1": {size: limit - before - pieces - 1, crc: 0xacb73d2e},
		"directory at limit":   {size: limit - before - pieces, crc: 0x0e78557f, end: true},
		"offset at limit-1":    {size: limit - before - 1, crc: 0x899ba704, end: true},
		"offset at limit":      {size: limit - before, crc: 0xd5e6b033, pieces: true, end: true},
		"size at limit-1":      {size: limit - 1, crc: 0x0f6a7026, pieces: true, end: true},
		"size at limit":        {size: limit, crc: 0, section: true, pieces: true, end: true},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			file := writeLarge(t, test.size, test.crc)
			a, err := wrap.OpenArchive(file, file.size)
			if err != nil {
				t.Fatal(err)
			}
			if l := a.Layout(); l.Sections[0] != uint64(test.size) {
				t.Errorf("section of %d bytes, want %d", l.Sections[0], test.size)
			}
			checkZip64(t, file, before, test.section, test.pieces, test.end)
			checkStranger(t, file, test.size)
			checkLies(t, file)
		})
	}
}

func writeLarge(t *testing.T, size int64, crc uint32) *zeros {
	t.Helper()
	file := new(zeros)
	err := wrap.WriteArchive(file, []wrap.Entry{
		wrap.HeaderEntry([]byte("the header")),
		{Name: "sections/0.age", Size: uint64(size), CRC: crc,
			Open: func() (io.ReadCloser, error) { return closer{io.LimitReader(endless{}, size)}, nil }},
		wrap.BytesEntry("sections/0.pieces", bytes.Repeat([]byte{7}, int((size+1<<20-1)>>20*32))),
	})
	if err != nil {
		t.Fatal(err)
	}
	return file
}

type closer struct{ io.Reader }

func (closer) Close() error { return nil }

// checkZip64 looks for the zip64 field and version where they belong.
func checkZip64(t *testing.T, file *zeros, before int64, section, pieces, end bool) {
	t.Helper()
	version := make([]byte, 2)
	if _, err := file.ReadAt(version, before-30-14+4); err != nil || (version[0] == 45) != section {
		t.Errorf("section's version is %d (%v), zip64 %v", version[0], err, section)
	}
	tail := make([]byte, 600)
	if _, err := file.ReadAt(tail, file.size-600); err != nil {
		t.Fatal(err)
	}
	central := func(name string) []byte { return tail[bytes.LastIndex(tail, []byte(name))-46:] }
	for name, want := range map[string]bool{"mimetype": false, "header": false, "sections/0.age": section, "sections/0.pieces": pieces} {
		if c := central(name); (c[6] == 45) != want || (c[30] > 0) != want {
			t.Errorf("%s: version %d, extra field of %d bytes, zip64 %v", name, c[6], c[30], want)
		}
	}
	if found := bytes.Contains(tail, []byte("PK\x06\x06")); found != end {
		t.Errorf("zip64 end record: %v, want %v", found, end)
	}
}

// checkStranger opens the file with another ZIP reader.
func checkStranger(t *testing.T, file *zeros, size int64) {
	t.Helper()
	z, err := zip.NewReader(file, file.size)
	if err != nil {
		t.Fatal(err)
	}
	if got := z.File[2].UncompressedSize64; got != uint64(size) {
		t.Errorf("a stranger sees %d bytes, not %d", got, size)
	}
	r, err := z.File[3].Open()
	if err != nil {
		t.Fatal(err)
	}
	if got, err := io.ReadAll(r); err != nil || got[0] != 7 {
		t.Errorf("a stranger cannot read what follows: %v", err)
	}
}

// checkLies changes every byte of the central directory and what follows.
func checkLies(t *testing.T, file *zeros) {
	t.Helper()
	last := file.parts[len(file.parts)-1].data
	for i := bytes.LastIndex(last, []byte("PK\x01\x02")) - 300; i < len(last); i++ {
		if last[i] == 7 {
			continue // the list of pieces
		}
		last[i] ^= 0x10
		if _, err := wrap.OpenArchive(file, file.size); err == nil {
			t.Errorf("byte %d before the end may differ", len(last)-i)
		}
		last[i] ^= 0x10
	}
}
