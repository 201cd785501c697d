package wrap_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"hash/crc32"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

const mimetype = "application/vnd.shrinkwrap+zip"

// pattern returns n bytes that do not repeat soon.
func pattern(n int) []byte {
	b := make([]byte, n)
	x := uint32(n)*2654435761 + 1
	for i := range b {
		x = x*1664525 + 1013904223
		b[i] = byte(x >> 24)
	}
	return b
}

// entries returns the entries of a wrap of every kind.
func entries() []wrap.Entry {
	return []wrap.Entry{
		wrap.HeaderEntry([]byte("the header")),
		wrap.BytesEntry("sections/0.age", pattern(700)),
		wrap.BytesEntry("sections/1.age", pattern(1<<20+1)),
		wrap.BytesEntry("sections/1.pieces", pattern(64)),
		wrap.BytesEntry("sections/2.age", pattern(1<<20)),
		wrap.BytesEntry("program.wasm.zst", pattern(99)),
		wrap.BytesEntry("cover.webp", pattern(33)),
	}
}

func layout() wrap.Layout {
	return wrap.Layout{Sections: []uint64{700, 1<<20 + 1, 1 << 20}, Program: true, Cover: "cover.webp"}
}

func write(t testing.TB, entries []wrap.Entry) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := wrap.WriteArchive(&b, entries); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func openBytes(b []byte) (*wrap.Archive, error) {
	return wrap.OpenArchive(bytes.NewReader(b), int64(len(b)))
}

func read(t testing.TB, e wrap.Entry) []byte {
	t.Helper()
	r, err := e.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatalf("%s: %v", e.Name, err)
	}
	return b
}

func TestArchiveRoundTrip(t *testing.T) {
	b := write(t, entries())
	a, err := openBytes(b)
	if err != nil {
		t.Fatal(err)
	}
	if err := a.CheckCRC(); err != nil {
		t.Fatal(err)
	}
	got := a.Entries()
	if len(got) != len(entries()) {
		t.Fatalf("%d entries, want %d", len(got), len(entries()))
	}
	for i, want := range entries() {
		if got[i].Name != want.Name || !bytes.Equal(read(t, got[i]), read(t, want)) {
			t.Errorf("entry %d, %s, differs from %s", i, got[i].Name, want.Name)
		}
	}
	if l := a.Layout(); !slices.Equal(l.Sections, layout().Sections) || !l.Program || l.Cover != "cover.webp" {
		t.Errorf("layout %+v", l)
	}
	if header, err := a.Header(); err != nil || string(header) != "the header" {
		t.Errorf("header %q, %v", header, err)
	}
	if again := write(t, got); !bytes.Equal(again, b) {
		t.Error("what was read is not written again identically")
	}
}

// A stranger's ZIP reader sees the same entries.
func TestArchiveIsZIP(t *testing.T) {
	b := write(t, entries())
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	want := append([]wrap.Entry{wrap.BytesEntry("mimetype", []byte(mimetype))}, entries()...)
	if len(z.File) != len(want) {
		t.Fatalf("%d files, want %d", len(z.File), len(want))
	}
	for i, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(r) // checks the CRC
		if err != nil || f.Name != want[i].Name || !bytes.Equal(got, read(t, want[i])) {
			t.Errorf("file %d, %s: %d bytes, %v", i, f.Name, len(got), err)
		}
	}
	if string(b[30:38+len(mimetype)]) != "mimetype"+mimetype {
		t.Error("the media type is not where file(1) looks for it")
	}
}

// What a code carries, the entries' bytes alone, is the wrap again.
func TestRebuild(t *testing.T) {
	b := write(t, entries())
	a, err := openBytes(b)
	if err != nil {
		t.Fatal(err)
	}
	contents, err := a.Contents(len(b))
	if err != nil {
		t.Fatal(err)
	}
	var again bytes.Buffer
	if err := layout().Rebuild(&again, contents); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(again.Bytes(), b) {
		t.Error("not the same wrap")
	}
	if err := layout().Rebuild(io.Discard, contents[1:]); err == nil {
		t.Error("rebuilt without an entry")
	}
	var size int
	for _, c := range contents {
		size += len(c)
	}
	if _, err := a.Contents(size); err != nil {
		t.Errorf("contents of exactly %d bytes: %v", size, err)
	}
	if _, err := a.Contents(size - 1); err == nil {
		t.Error("contents larger than allowed")
	}
}

func TestWriterRefuses(t *testing.T) {
	change := func(at int, change func(e *wrap.Entry)) []wrap.Entry {
		list := entries()
		change(&list[at])
		return list
	}
	broken := errors.New("broken")
	tests := map[string]struct {
		entries []wrap.Entry
		want    string
	}{
		"size above":    {change(1, func(e *wrap.Entry) { e.Size++ }), "not 701 bytes"},
		"size below":    {change(1, func(e *wrap.Entry) { e.Size-- }), "not 699 bytes"},
		"huge size":     {change(1, func(e *wrap.Entry) { e.Size = 1 << 63 }), "too large"},
		"crc":           {change(1, func(e *wrap.Entry) { e.CRC++ }), "CRC-32"},
		"name":          {change(1, func(e *wrap.Entry) { e.Name = "sections/00.age" }), `in the place of "sections/0.age"`},
		"cover name":    {change(6, func(e *wrap.Entry) { e.Name = "cover.gif" }), `"cover.gif", where none may follow`},
		"no pieces":     {slices.Delete(entries(), 3, 4), `"sections/2.age" in the place of "sections/1.pieces"`},
		"short pieces":  {change(3, func(e *wrap.Entry) { *e = wrap.BytesEntry(e.Name, pattern(32)) }), "not 64"},
		"useless piece": {slices.Insert(entries(), 2, wrap.BytesEntry("sections/0.pieces", pattern(32))), `"sections/0.pieces" in the place`},
		"twice":         {append(entries(), entries()[6]), "none may follow"},
		"no header":     {entries()[1:], `in the place of "header"`},
		"no section":    {entries()[:1], `no entry "sections/0.age"`},
		"nothing":       {nil, `no entry "header"`},
		"mimetype":      {slices.Insert(entries(), 0, wrap.BytesEntry("mimetype", []byte(mimetype))), `in the place of "header"`},
		"open":          {change(1, func(e *wrap.Entry) { e.Open = func() (io.ReadCloser, error) { return nil, broken } }), "broken"},
		"close": {change(1, func(e *wrap.Entry) {
			data := pattern(700)
			e.Open = func() (io.ReadCloser, error) { return closeFails{bytes.NewReader(data), broken}, nil }
		}), "broken"},
		"large header": {change(0, func(e *wrap.Entry) { *e = wrap.HeaderEntry(make([]byte, wrap.MaxHeaderSize+1)) }), "header of"},
	}
	for name, test := range tests {
		err := wrap.WriteArchive(io.Discard, test.entries)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: error %v, want %q", name, err, test.want)
		}
	}
}

type closeFails struct {
	io.Reader
	err error
}

func (c closeFails) Close() error { return c.err }

func TestWriterPassesErrorsOn(t *testing.T) {
	b := write(t, entries())
	for _, room := range []int{0, 10, 1000, len(b) - 1} {
		if err := wrap.WriteArchive(&fullWriter{room: room}, entries()); !errors.Is(err, errFull) {
			t.Errorf("room for %d bytes: error %v", room, err)
		}
	}
	if err := wrap.WriteArchive(&fullWriter{room: len(b)}, entries()); err != nil {
		t.Errorf("room for all: %v", err)
	}
}

var errFull = errors.New("disk is full")

// fullWriter is a disk with room for so many bytes.
type fullWriter struct{ room int }

func (w *fullWriter) Write(p []byte) (int, error) {
	n := min(len(p), w.room)
	w.room -= n
	if n < len(p) {
		return n, errFull
	}
	return n, nil
}

func TestLayoutRefuses(t *testing.T) {
	for name, l := range map[string]wrap.Layout{
		"no section":        {},
		"too many sections": {Sections: make([]uint64, wrap.MaxSections+1)},
		"cover":             {Sections: []uint64{1}, Cover: "cover.svg"},
		"cover's path":      {Sections: []uint64{1}, Cover: "../cover.png"},
	} {
		if names, err := l.Names(); err == nil {
			t.Errorf("%s: %q", name, names)
		}
	}
	if _, err := (wrap.Layout{Sections: make([]uint64, wrap.MaxSections)}).Names(); err != nil {
		t.Error(err)
	}
}

// An entry whose bytes changed says so at its end, before the last byte.
func TestEntryChecksCRC(t *testing.T) {
	b := write(t, entries())
	at := bytes.Index(b, pattern(700))
	b[at] ^= 1
	a, err := openBytes(b)
	if err != nil {
		t.Fatal(err)
	}
	e, ok := a.Entry("sections/0.age")
	if !ok {
		t.Fatal("no entry")
	}
	r, err := e.Open()
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(r)
	var damaged *wrap.DamagedError
	if !errors.As(err, &damaged) || damaged.Entry != "sections/0.age" || len(got) >= 700 {
		t.Errorf("read %d bytes, error %v", len(got), err)
	}
	if err := a.CheckCRC(); !errors.As(err, &damaged) {
		t.Errorf("CheckCRC: %v", err)
	}
	if _, ok := a.Entry("sections/9.age"); ok {
		t.Error("an entry that is not there")
	}
	if e.CRC != crc32.ChecksumIEEE(pattern(700)) {
		t.Error("entry has another CRC")
	}
}
