package vectors

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"slices"
)

var le = binary.LittleEndian

// A rawZip is a ZIP file made by hand, beside the software's writer, with room
// for tricks.
type rawZip struct {
	before  []byte
	entries []rawEntry
	central func(headers [][]byte) // changes the central directory
	between []byte                 // before the end record
	end     func(end []byte) []byte
}

type rawEntry struct {
	name         string
	data         []byte
	after        []byte                     // before what follows in the file
	local, dir   func(header []byte) []byte // change the local and the central header
	notInCentral bool
}

// rawWrap returns the smallest wrap with a cover. Its entries are mimetype,
// header, sections/0.age and cover.png.
func rawWrap() *rawZip {
	return &rawZip{entries: []rawEntry{
		{name: "mimetype", data: []byte("application/vnd.shrinkwrap+zip")},
		{name: "header", data: take("header", 40)},
		{name: "sections/0.age", data: take("sealed 0", 30)},
		{name: "cover.png", data: take("cover", 20)},
	}}
}

func (z *rawZip) bytes() []byte {
	file := slices.Clone(z.before)
	var central [][]byte
	for _, e := range z.entries {
		local, dir := e.headers(len(file))
		file = slices.Concat(file, local, e.data, e.after)
		if !e.notInCentral {
			central = append(central, dir)
		}
	}
	if z.central != nil {
		z.central(central)
	}
	end := endRecord(len(central), len(bytes.Join(central, nil)), len(file))
	if z.end != nil {
		end = z.end(end)
	}
	return slices.Concat(file, bytes.Join(central, nil), z.between, end)
}

func endRecord(count, size, offset int) []byte {
	end := []byte("PK\x05\x06\x00\x00\x00\x00")
	end = le.AppendUint16(le.AppendUint16(end, uint16(count)), uint16(count))
	end = le.AppendUint32(le.AppendUint32(end, uint32(size)), uint32(offset))
	return append(end, 0, 0)
}

// headers returns the local and the central header of an entry at an offset.
func (e rawEntry) headers(offset int) (local, dir []byte) {
	shared := []byte{20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0}
	shared = le.AppendUint32(shared, crc32.ChecksumIEEE(e.data))
	shared = le.AppendUint32(le.AppendUint32(shared, uint32(len(e.data))), uint32(len(e.data)))
	shared = append(le.AppendUint16(shared, uint16(len(e.name))), 0, 0)
	local = slices.Concat([]byte("PK\x03\x04"), shared, []byte(e.name))
	dir = slices.Concat([]byte("PK\x01\x02\x14\x00"), shared, make([]byte, 10), le.AppendUint32(nil, uint32(offset)), []byte(e.name))
	if e.local != nil {
		local = e.local(local)
	}
	if e.dir != nil {
		dir = e.dir(dir)
	}
	return local, dir
}

// patched returns a change of some bytes.
func patched(at int, value ...byte) func([]byte) []byte {
	return func(b []byte) []byte {
		b = bytes.Clone(b)
		copy(b[at:], value)
		return b
	}
}

// appended returns a change that appends a tail, whose length is the 16-bit field
// at lengthAt.
func appended(lengthAt int, tail ...byte) func([]byte) []byte {
	return func(b []byte) []byte { return append(patched(lengthAt, byte(len(tail)))(b), tail...) }
}
