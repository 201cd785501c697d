package wrap

import (
	"encoding/binary"
	"fmt"
)

// A wrap is a ZIP file (APPNOTE.TXT 6.3.10) of one exact shape. All numbers are
// little-endian. The entries follow each other from the first byte, their
// order and names are those of layout.go:
//
//	local header, once for each entry, before its bytes
//	     4  signature           50 4b 03 04
//	     2  version needed      20, or 45 if size or offset ≥ 2^32 − 1
//	     2  flags               0x0800: the name is UTF-8
//	     2  method              0: stored
//	     2  time                0
//	     2  date                0x0021: 1980-01-01
//	     4  CRC-32              of the entry's bytes
//	     4  compressed size     the size, or 2^32 − 1 if it is not below that
//	     4  uncompressed size   the same
//	     2  name length
//	     2  extra length        0 or 20
//	        name
//	        extra               only if size ≥ 2^32 − 1: 01 00 10 00 size(8) size(8)
//
//	central directory, once for each entry in the same order
//	     4  signature           50 4b 01 02
//	     2  version made by     as version needed, host 0
//	    26                      version needed … name length as in the local header
//	     2  extra length        0, 12, 20 or 28
//	    10  comment length, disk, internal and external attributes: 0
//	     4  offset              of the local header, or 2^32 − 1 if it is not below that
//	        name
//	        extra               only if size or offset ≥ 2^32 − 1: 01 00, length(2),
//	                            if size ≥ 2^32 − 1 size(8) size(8),
//	                            if offset ≥ 2^32 − 1 offset(8)
//
//	zip64 end record and locator, only if the central directory's offset ≥ 2^32 − 1
//	     4  signature           50 4b 06 06
//	     8  size of the rest    44
//	     4  versions            45, 45
//	     8  disks               0, 0
//	    16  entries             count(8) count(8)
//	     8  central directory's size
//	     8  central directory's offset
//	     4  signature           50 4b 06 07
//	     4  disk                0
//	     8  offset of the zip64 end record
//	     4  disks               1
//
//	end record
//	     4  signature           50 4b 05 06
//	     4  disks               0, 0
//	     4  entries             count(2) count(2)
//	     4  central directory's size
//	     4  central directory's offset, or 2^32 − 1 if it is not below that
//	     2  comment length      0
//
// Nothing stands between, before or after these. So a wrap is a function of
// the names, sizes and bytes of its entries, and the reader's test is whether
// the writer would have made the same.

const (
	signatureLocal   = 0x04034b50
	signatureCentral = 0x02014b50
	signatureEnd64   = 0x06064b50
	signatureLocator = 0x07064b50
	signatureEnd     = 0x06054b50

	localSize   = 30 // bytes before the name
	centralSize = 46
	end64Size   = 56
	locatorSize = 20
	endSize     = 22

	version    = 20
	version64  = 45
	flagUTF8   = 0x0800
	firstDay   = 0x0021
	zip64Extra = 0x0001

	// limit is the first value that a 32-bit field does not hold.
	limit = 1<<32 - 1
)

// record is what headers say of an entry.
type record struct {
	name   string
	size   uint64
	crc    uint32
	offset uint64 // of its local header
}

// end is the offset of what follows the entry.
func (r *record) end() uint64 {
	return r.offset + uint64(len(r.local())) + r.size
}

var le = binary.LittleEndian

// short is the value of a 32-bit field.
func short(v uint64) uint32 { return uint32(min(v, limit)) }

// local returns the local header.
func (r *record) local() []byte {
	var extra []byte
	if r.size >= limit {
		extra = le.AppendUint64(le.AppendUint64(nil, r.size), r.size)
	}
	b := le.AppendUint32(nil, signatureLocal)
	b = r.appendShared(b)
	return r.appendNameExtra(b, extra, nil)
}

// central returns the entry's header in the central directory.
func (r *record) central() []byte {
	var extra []byte
	if r.size >= limit {
		extra = le.AppendUint64(le.AppendUint64(extra, r.size), r.size)
	}
	if r.offset >= limit {
		extra = le.AppendUint64(extra, r.offset)
	}
	b := le.AppendUint32(nil, signatureCentral)
	b = le.AppendUint16(b, r.version())
	b = r.appendShared(b)
	return r.appendNameExtra(b, extra, le.AppendUint32(make([]byte, 10), short(r.offset)))
}

func (r *record) version() uint16 {
	if r.size >= limit || r.offset >= limit {
		return version64
	}
	return version
}

// appendShared appends the fields that both headers have.
func (r *record) appendShared(b []byte) []byte {
	b = le.AppendUint16(b, r.version())
	b = le.AppendUint16(b, flagUTF8)
	b = le.AppendUint16(b, 0 /* method: stored */)
	b = le.AppendUint16(b, 0 /* time */)
	b = le.AppendUint16(b, firstDay)
	b = le.AppendUint32(b, r.crc)
	b = le.AppendUint32(b, short(r.size))
	b = le.AppendUint32(b, short(r.size))
	return le.AppendUint16(b, uint16(len(r.name)))
}

// appendNameExtra ends a header. extra is the zip64 field's body, between are
// the fields that only the central directory has.
func (r *record) appendNameExtra(b, extra, between []byte) []byte {
	if extra != nil {
		tag := le.AppendUint16(nil, zip64Extra)
		extra = append(le.AppendUint16(tag, uint16(len(extra))), extra...)
	}
	b = le.AppendUint16(b, uint16(len(extra)))
	b = append(b, between...)
	b = append(b, r.name...)
	return append(b, extra...)
}

// endRecords ends a file of count entries, whose central directory has this size
// and offset. There are fewer than 2^16 − 1 entries, so that their
// number and the size of the central directory always fit the end record.
func endRecords(count, size, offset uint64) []byte {
	var b []byte
	if offset >= limit {
		b = le.AppendUint32(b, signatureEnd64)
		b = le.AppendUint64(b, end64Size-12)
		b = le.AppendUint16(b, version64)
		b = le.AppendUint16(b, version64)
		b = le.AppendUint64(b, 0 /* disks */)
		b = le.AppendUint64(b, count)
		b = le.AppendUint64(b, count)
		b = le.AppendUint64(b, size)
		b = le.AppendUint64(b, offset)
		b = le.AppendUint32(b, signatureLocator)
		b = le.AppendUint32(b, 0 /* disk */)
		b = le.AppendUint64(b, offset+size)
		b = le.AppendUint32(b, 1 /* disks */)
	}
	b = le.AppendUint32(b, signatureEnd)
	b = le.AppendUint32(b, 0 /* disks */)
	b = le.AppendUint16(b, uint16(count))
	b = le.AppendUint16(b, uint16(count))
	b = le.AppendUint32(b, uint32(size))
	b = le.AppendUint32(b, short(offset))
	return le.AppendUint16(b, 0 /* comment length */)
}

// fields names the bytes of each record, for errors: each field's name and its
// first byte.
var fields = map[string][]struct {
	at   int
	name string
}{
	"local header": {{0, "signature"}, {4, "version"}, {6, "flags"}, {8, "method"}, {10, "time"}, {12, "date"},
		{14, "CRC-32"}, {18, "compressed size"}, {22, "size"}, {26, "name length"}, {28, "extra length"},
		{30, "name or zip64 extra field"}},
	"central header": {{0, "signature"}, {4, "version made by"}, {6, "version"}, {8, "flags"}, {10, "method"},
		{12, "time"}, {14, "date"}, {16, "CRC-32"}, {20, "compressed size"}, {24, "size"}, {28, "name length"},
		{30, "extra length"}, {32, "comment length"}, {34, "disk"}, {36, "attributes"}, {42, "offset"},
		{46, "name or zip64 extra field"}},
	"zip64 end record": {{0, "signature"}, {4, "record size"}, {12, "version"}, {16, "disk"}, {24, "number of entries"},
		{40, "central directory's size"}, {48, "central directory's offset"}, {56, "locator"}},
	"end record": {{0, "signature"}, {4, "disk"}, {8, "number of entries"}, {12, "central directory's size"},
		{16, "central directory's offset"}, {20, "comment length"}},
}

// compare refuses a record that is not the only one allowed in its place.
func compare(kind, what string, offset uint64, got, want []byte) error {
	for i := range want {
		if i < len(got) && got[i] == want[i] {
			continue
		}
		name := ""
		for _, f := range fields[kind] {
			if f.at <= i {
				name = f.name
			}
		}
		return fmt.Errorf("zip: %s of %s at byte %d: %s is not the only one allowed", kind, what, offset, name)
	}
	return nil
}
