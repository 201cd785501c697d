package wrap_test

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"slices"
	"strings"
	"testing"
)

// rawEntry is a file in a ZIP file that is made by hand, with room for tricks.
type rawEntry struct {
	name    string
	data    []byte
	local   func(header []byte) []byte // change what was made
	central func(header []byte) []byte
	after   []byte // bytes between this entry and the next
	hidden  bool   // not in the central directory
}

// rawZip is a ZIP file made by hand, independently of the package.
type rawZip struct {
	before  []byte
	entries []rawEntry
	swap    bool // the last two central headers
	between []byte
	end     func(end []byte) []byte
}

var le = binary.LittleEndian

func (z rawZip) bytes() []byte {
	b := slices.Clone(z.before)
	var directory [][]byte
	for _, e := range z.entries {
		local, central := e.headers(len(b))
		b = append(append(append(b, local...), e.data...), e.after...)
		if !e.hidden {
			directory = append(directory, central)
		}
	}
	if n := len(directory); z.swap {
		directory[n-2], directory[n-1] = directory[n-1], directory[n-2]
	}
	all := bytes.Join(directory, nil)
	end := []byte("PK\x05\x06\x00\x00\x00\x00")
	end = le.AppendUint16(le.AppendUint16(end, uint16(len(directory))), uint16(len(directory)))
	end = le.AppendUint32(le.AppendUint32(end, uint32(len(all))), uint32(len(b)))
	end = append(end, 0, 0)
	if z.end != nil {
		end = z.end(end)
	}
	return append(append(append(b, all...), z.between...), end...)
}

func (e rawEntry) headers(offset int) (local, central []byte) {
	shared := []byte{20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0}
	shared = le.AppendUint32(shared, crc32.ChecksumIEEE(e.data))
	shared = le.AppendUint32(le.AppendUint32(shared, uint32(len(e.data))), uint32(len(e.data)))
	shared = append(le.AppendUint16(shared, uint16(len(e.name))), 0, 0)
	local = append([]byte("PK\x03\x04"), shared...)
	local = append(local, e.name...)
	central = append([]byte("PK\x01\x02\x14\x00"), shared...)
	central = append(central, make([]byte, 10)...)
	central = le.AppendUint32(central, uint32(offset))
	central = append(central, e.name...)
	if e.local != nil {
		local = e.local(local)
	}
	if e.central != nil {
		central = e.central(central)
	}
	return local, central
}

// raw returns the plainest wrap; change changes entry at of it.
func raw(at int, change func(e *rawEntry)) rawZip {
	z := rawZip{entries: []rawEntry{
		{name: "mimetype", data: []byte(mimetype)},
		{name: "header", data: []byte("the header")},
		{name: "sections/0.age", data: pattern(700)},
		{name: "cover.png", data: pattern(50)},
	}}
	if change != nil {
		change(&z.entries[at])
	}
	return z
}

func set(at int, with ...byte) func([]byte) []byte {
	return func(header []byte) []byte { copy(header[at:], with); return header }
}

// both changes a field in both headers, at its place in the local one.
func both(at int, with ...byte) rawZip {
	return raw(2, func(e *rawEntry) { e.local, e.central = set(at, with...), set(at+2, with...) })
}

func TestRawZipIsWrap(t *testing.T) {
	a, err := openBytes(raw(0, nil).bytes())
	if err != nil {
		t.Fatal(err)
	}
	if err := a.CheckCRC(); err != nil {
		t.Fatal(err)
	}
	if got := write(t, a.Entries()); !bytes.Equal(got, raw(0, nil).bytes()) {
		t.Error("the writer makes another file")
	}
}

// Each of these is read differently by some ZIP reader, or hides something.
func TestZipTricks(t *testing.T) {
	extra := []byte{0xca, 0xfe, 2, 0, 1, 2}
	extraZip64 := append([]byte{1, 0, 16, 0}, le.AppendUint64(le.AppendUint64(nil, 700), 700)...)
	withExtra := func(at int, extra []byte) func([]byte) []byte {
		return func(h []byte) []byte { return append(set(at, byte(len(extra)))(h), extra...) }
	}
	tests := map[string]struct {
		zip  rawZip
		want string
	}{
		"deflated":             {both(8, 8), "method"},
		"encrypted":            {both(6, 1), "flags"},
		"name without UTF-8":   {both(7, 0), "flags"},
		"version":              {both(4, 10), "version"},
		"time":                 {both(10, 1), "time"},
		"date":                 {both(12, 0x22), "date"},
		"wrong crc":            {both(14, 1, 2, 3, 4), ""},
		"data descriptor":      {raw(2, func(e *rawEntry) { e.local = set(6, 8, 8); e.after = make([]byte, 16) }), ""},
		"descriptor alone":     {both(6, 8), "flags"},
		"extra, local":         {raw(2, func(e *rawEntry) { e.local = withExtra(28, extra) }), ""},
		"extra, central":       {raw(2, func(e *rawEntry) { e.central = withExtra(30, extra) }), "extra length"},
		"zip64 below 4 GiB":    {raw(2, func(e *rawEntry) { e.central = zip64(withExtra(30, extraZip64)) }), "version"},
		"empty zip64":          {raw(2, func(e *rawEntry) { e.central = set(24, 0xff, 0xff, 0xff, 0xff) }), "runs into"},
		"entry's comment":      {raw(2, func(e *rawEntry) { e.central = withExtra(32, []byte("comment")) }), ""},
		"last one's comment":   {raw(3, func(e *rawEntry) { e.central = withExtra(32, []byte("comment")) }), "comment length"},
		"disk":                 {raw(2, func(e *rawEntry) { e.central = set(34, 1) }), "disk"},
		"text file":            {raw(2, func(e *rawEntry) { e.central = set(36, 1) }), "attributes"},
		"mode":                 {raw(2, func(e *rawEntry) { e.central = set(40, 0xa4, 0x81) }), "attributes"},
		"made on Unix":         {raw(2, func(e *rawEntry) { e.central = set(5, 3) }), "version made by"},
		"symbolic link":        {raw(2, func(e *rawEntry) { e.central = set(40, 0xff, 0xa1) }), "attributes"},
		"overlap":              {raw(3, func(e *rawEntry) { e.central = set(42, 0, 0) }), "offset"},
		"local name":           {raw(2, func(e *rawEntry) { e.local = set(30, 'S') }), "name"},
		"local size":           {raw(2, func(e *rawEntry) { e.local = set(22, 1) }), "local header of sections/0.age at byte 114: size"},
		"local stored size":    {raw(2, func(e *rawEntry) { e.local = set(18, 1) }), "compressed size"},
		"local crc":            {raw(2, func(e *rawEntry) { e.local = set(14, 1, 2, 3, 4) }), "CRC-32"},
		"local signature":      {raw(2, func(e *rawEntry) { e.local = set(0, 'X') }), "signature"},
		"central stored size":  {raw(2, func(e *rawEntry) { e.central = set(20, 1) }), "compressed size"},
		"name with NUL":        {raw(2, func(e *rawEntry) { e.name = "sections/0.age\x00" }), "in the place"},
		"upper case":           {raw(2, func(e *rawEntry) { e.name = "Sections/0.age" }), "in the place of"},
		"backslash":            {raw(2, func(e *rawEntry) { e.name = `sections\0.age` }), "in the place of"},
		"absolute":             {raw(3, func(e *rawEntry) { e.name = "/cover.png" }), "none may follow"},
		"traversal":            {raw(3, func(e *rawEntry) { e.name = "../cover.png" }), "none may follow"},
		"folder":               {raw(3, func(e *rawEntry) { e.name, e.data = "sections/", nil }), "none may follow"},
		"other media type":     {raw(0, func(e *rawEntry) { e.data = []byte("application/zip") }), "mimetype is not"},
		"media type's bytes":   {raw(0, func(e *rawEntry) { e.data = []byte(strings.ToUpper(mimetype)) }), "mimetype is not"},
		"bytes before":         {rawZip{before: []byte("#!/bin/sh\n"), entries: raw(0, nil).entries}, "offset"},
		"gap":                  {raw(1, func(e *rawEntry) { e.after = []byte{0} }), "offset"},
		"gap at the end":       {raw(3, func(e *rawEntry) { e.after = []byte{0} }), "central directory's offset"},
		"hidden entry":         {raw(3, func(e *rawEntry) { e.hidden = true }), "central directory's offset"},
		"missing entry":        {raw(2, func(e *rawEntry) { e.hidden = true }), ""},
		"order, central":       {rawZip{entries: raw(0, nil).entries, swap: true}, ""},
		"before the end":       {rawZip{entries: raw(0, nil).entries, between: []byte{0}}, "signature"},
		"signature before it":  {rawZip{entries: raw(0, nil).entries, between: []byte("PK\x05\x05\x00\x00")}, "signature"},
		"comment":              {rawZip{entries: raw(0, nil).entries, end: func(b []byte) []byte { b[20] = 1; return append(b, 'c') }}, "no end record"},
		"announced comment":    {rawZip{entries: raw(0, nil).entries, end: set(20, 1)}, "comment length"},
		"bytes after":          {rawZip{entries: raw(0, nil).entries, end: func(b []byte) []byte { return append(b, 0) }}, "no end record"},
		"second end":           {rawZip{entries: raw(0, nil).entries, end: func(b []byte) []byte { return append(b, b...) }}, "after the end record"},
		"end inside a comment": {rawZip{entries: raw(0, nil).entries, end: nested}, "comment length"},
		"disks":                {rawZip{entries: raw(0, nil).entries, end: set(4, 1)}, "disk"},
		"count":                {rawZip{entries: raw(0, nil).entries, end: set(10, 3)}, "number of entries"},
		"count on this disk":   {rawZip{entries: raw(0, nil).entries, end: set(8, 3)}, "number of entries"},
		"directory's size":     {rawZip{entries: raw(0, nil).entries, end: set(12, 1)}, "central directory's size"},
		"directory's offset":   {rawZip{entries: raw(0, nil).entries, end: set(16, 0, 0)}, ""},
		"offset past the end":  {rawZip{entries: raw(0, nil).entries, end: set(18, 9)}, "no central directory"},
		"zip64 end":            {rawZip{entries: raw(0, nil).entries, end: set(16, 0xff, 0xff, 0xff, 0xff)}, "no zip64 end record"},
		"empty":                {rawZip{}, `no entry "mimetype"`},
	}
	for name, test := range tests {
		a, err := openBytes(test.zip.bytes())
		if err == nil {
			err = a.CheckCRC()
		}
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: error %v, want %q", name, err, test.want)
		}
	}
}

func zip64(then func([]byte) []byte) func([]byte) []byte {
	return func(h []byte) []byte {
		return then(set(20, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff)(set(4, 45, 0, 45)(h)))
	}
}

// nested makes an end record whose comment is another one.
func nested(b []byte) []byte {
	outer := slices.Clone(b)
	outer[20] = byte(len(b))
	return append(outer, b...)
}

// The order of the entries in the file counts as well.
func TestZipOrder(t *testing.T) {
	entries := raw(0, nil).entries
	for i := range len(entries) - 1 {
		swapped := slices.Clone(entries)
		swapped[i], swapped[i+1] = swapped[i+1], swapped[i]
		if _, err := openBytes(rawZip{entries: swapped}.bytes()); err == nil {
			t.Errorf("entries %d and %d swapped", i, i+1)
		}
		doubled := slices.Insert(slices.Clone(entries), i, entries[i])
		if _, err := openBytes(rawZip{entries: doubled}.bytes()); err == nil {
			t.Errorf("entry %d twice", i)
		}
	}
}

// There is no bit that may be another, and none that may be missing.
func TestEveryBitOfZip(t *testing.T) {
	b := raw(0, nil).bytes()
	for i := range b {
		for bit := range 8 {
			b[i] ^= 1 << bit
			if a, err := openBytes(b); err == nil && a.CheckCRC() == nil {
				t.Errorf("byte %d, bit %d", i, bit)
			}
			b[i] ^= 1 << bit
		}
		if _, err := openBytes(b[:i]); err == nil {
			t.Errorf("cut at byte %d", i)
		}
	}
}
