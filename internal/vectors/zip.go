package vectors

import "bytes"

// zips are wraps as they are read, entries' checksums included. What is in the
// entries is arbitrary.
//
//	in   zip
//	out  entries [{name, bytes}], from the header on
func zips(b *Builder) {
	ok := func(fault, comment string, entries ...streamEntry) {
		b.ok(fault, comment, fields{"zip": hexed(archived(entries))}, zipOut(entries))
	}
	header, sealed, cover := streamEntry{"header", "header", 40}, streamEntry{"sections/0.age", "sealed 0", 30}, streamEntry{"cover.png", "cover", 20}
	next, program := streamEntry{"sections/1.age", "sealed 1", 10}, streamEntry{"program.wasm.zst", "program", 25}
	ok("ok_minimal", "the fewest entries", header, sealed)
	ok("ok_two_sections", "sections are numbered from 0", header, sealed, next)
	ok("ok_program_cover", "what may be left out", header, sealed, next, program, cover)
	for _, name := range []string{"cover.jpg", "cover.webp", "cover.avif"} {
		ok("ok_"+name[:5]+"_"+name[6:], "a cover's kind", header, sealed, streamEntry{name, "cover", 20})
	}
	b.ok("ok_made_by_hand", "the file that the refused ones are made of", fields{"zip": hexed(rawWrap().bytes())}, zipOut([]streamEntry{header, sealed, cover}))
	disguisedZips(b)
	strangeHeaders(b)
	strangeEntries(b)
	strangeEnds(b)
}

func zipOut(entries []streamEntry) fields {
	list := []fields{}
	for _, e := range entries {
		list = append(list, fields{"name": e.name, "bytes": hexed(take(e.stream, e.size))})
	}
	return fields{"entries": list}
}

func zipFails(b *Builder, fault, comment string, change func(*rawZip)) {
	z := rawWrap()
	change(z)
	b.fails(Parse, fault, comment, fields{"zip": hexed(z.bytes())})
}

// section returns the entry of section 0.
func (z *rawZip) section() *rawEntry { return &z.entries[2] }

// disguisedZips show one thing to one ZIP reader, and another to another one.
func disguisedZips(b *Builder) {
	bad := func(fault, comment string, local func([]byte) []byte) {
		zipFails(b, "local_"+fault, comment, func(z *rawZip) { z.section().local = local })
	}
	bad("name", "another name in the local header", patched(30, 'S'))
	bad("size", "another size in the local header", patched(22, 29))
	bad("compressed_size", "another compressed size in the local header", patched(18, 29))
	bad("crc", "another CRC-32 in the local header", patched(14, 1, 2, 3, 4))
	bad("method", "another method in the local header", patched(8, 8))
	bad("date", "another date in the local header", patched(12, 0x22))
	bad("extra", "an extra field in the local header alone", appended(28, 0xfe, 0xca, 0, 0))
	bad("signature", "no local header", patched(0, 'X'))
	zipFails(b, "central_extra", "an extra field in the central directory alone", func(z *rawZip) { z.section().dir = appended(30, 0xfe, 0xca, 0, 0) })
	zipFails(b, "central_name", "another name in the central directory", func(z *rawZip) { z.section().dir = patched(46, 'S') })
	zipFails(b, "central_size", "another size in the central directory", func(z *rawZip) { z.section().dir = patched(24, 29) })
	zipFails(b, "hidden_entry", "an entry that the central directory does not have", func(z *rawZip) { z.entries[3].notInCentral = true })
	zipFails(b, "overlap", "an entry that lies over another one", func(z *rawZip) { z.entries[3].dir = patched(42, 0, 0) })
	zipFails(b, "descriptor", "a data descriptor, announced in both headers", func(z *rawZip) {
		z.section().local, z.section().dir, z.section().after = patched(6, 8), patched(8, 8), make([]byte, 16)
	})
	zipFails(b, "zip64_needless", "an extra field for a size that needs none", func(z *rawZip) {
		size := le.AppendUint64(le.AppendUint64([]byte{1, 0, 16, 0}, 30), 30)
		z.section().dir = func(h []byte) []byte {
			return appended(30, size...)(patched(20, bytes.Repeat([]byte{0xff}, 8)...)(patched(4, 45, 0, 45)(h)))
		}
	})
}

// strangeHeaders say in both headers what no wrap says.
func strangeHeaders(b *Builder) {
	both := func(fault, comment string, at int, value ...byte) {
		zipFails(b, fault, comment, func(z *rawZip) { z.section().local, z.section().dir = patched(at, value...), patched(at+2, value...) })
	}
	both("version_10", "version 20 is the only one", 4, 10)
	both("version_45", "45 only where ZIP64 is needed", 4, 45)
	both("flag_descriptor", "a data descriptor is announced", 6, 8)
	both("flag_encrypted", "it says that it is encrypted", 6, 1)
	both("flag_no_utf8", "a name in an unknown encoding", 7, 0)
	both("method_deflate", "an entry is stored", 8, 8)
	both("time", "another time", 10, 1)
	both("date", "another date", 12, 0x22)
	both("wrong_crc", "the CRC-32 of other bytes in both headers", 14, 1, 2, 3, 4)
	central := func(fault, comment string, change func([]byte) []byte) {
		zipFails(b, fault, comment, func(z *rawZip) { z.section().dir = change })
	}
	central("made_on_unix", "another system", patched(5, 3))
	central("attributes_text", "an internal attribute", patched(36, 1))
	central("attributes_mode", "a Unix mode", patched(40, 0xa4, 0x81))
	central("attributes_link", "a symbolic link", patched(40, 0xff, 0xa1))
	central("disk", "another disk", patched(34, 1))
	central("entry_comment", "a comment of an entry", appended(32, 'c'))
	zipFails(b, "extra", "an extra field in both headers", func(z *rawZip) {
		z.section().local, z.section().dir = appended(28, 0xfe, 0xca, 0, 0), appended(30, 0xfe, 0xca, 0, 0)
	})
}

// strangeEntries are files in the right form that a wrap does not have.
func strangeEntries(b *Builder) {
	named := func(fault, comment, name string) {
		zipFails(b, "name_"+fault, comment, func(z *rawZip) { z.section().name = name })
	}
	named("parent", "a name that leaves the folder", "../sections/0.age")
	named("parent_inside", "another name of the same path", "sections/../sections/0.age")
	named("absolute", "a name from the root", "/sections/0.age")
	named("backslash", "a separator on some system", `sections\0.age`)
	named("upper_case", "the same name on some system", "Sections/0.age")
	named("nul", "a name that ends early for some", "sections/0.age\x00")
	named("section_1", "sections are numbered from 0", "sections/1.age")
	named("leading_zero", "another name of the same number", "sections/00.age")
	zipFails(b, "section_gap", "sections 0 and 2", func(z *rawZip) { z.entries[3] = rawEntry{name: "sections/2.age", data: take("sealed 2", 10)} })
	zipFails(b, "pieces_needless", "a list of pieces for one piece", func(z *rawZip) { z.entries[3] = rawEntry{name: "sections/0.pieces", data: take("pieces 0", 32)} })
	zipFails(b, "folder", "an entry for a folder", func(z *rawZip) { z.entries[3] = rawEntry{name: "sections/"} })
	zipFails(b, "unknown_entry", "an entry of another name", func(z *rawZip) { z.entries[3].name = "readme.txt" })
	zipFails(b, "duplicate", "section 0 twice, with other bytes", func(z *rawZip) { z.entries[3] = rawEntry{name: "sections/0.age", data: take("sealed 1", 30)} })
	zipFails(b, "order", "the cover before the section", func(z *rawZip) { z.entries[2], z.entries[3] = z.entries[3], z.entries[2] })
	zipFails(b, "order_central", "another order in the central directory", func(z *rawZip) {
		z.central = func(headers [][]byte) { headers[2], headers[3] = headers[3], headers[2] }
	})
	zipFails(b, "no_header", "the header is missing", func(z *rawZip) { z.entries = append(z.entries[:1], z.entries[2:]...) })
	zipFails(b, "no_section", "a wrap has a section", func(z *rawZip) { z.entries = z.entries[:2] })
	zipFails(b, "no_mimetype", "the media type is missing", func(z *rawZip) { z.entries = z.entries[1:] })
	zipFails(b, "mimetype_other", "another media type", func(z *rawZip) { z.entries[0].data = []byte("application/zip") })
	zipFails(b, "mimetype_same_length", "another media type of the same length", func(z *rawZip) { z.entries[0].data = []byte("application/vnd.shrinkwrap+ZIP") })
	zipFails(b, "mimetype_line_feed", "a line feed after the media type", func(z *rawZip) { z.entries[0].data = append(z.entries[0].data, '\n') })
	zipFails(b, "empty", "no entries", func(z *rawZip) { z.entries = nil })
}

// strangeEnds have something where nothing stands in a wrap.
func strangeEnds(b *Builder) {
	zipFails(b, "bytes_before", "bytes before the first entry, to which no offset points", func(z *rawZip) { z.before = []byte("#!/bin/sh\n") })
	zipFails(b, "gap", "a byte between two entries", func(z *rawZip) { z.entries[1].after = []byte{0} })
	zipFails(b, "gap_before_central", "a byte before the central directory", func(z *rawZip) { z.entries[3].after = []byte{0} })
	zipFails(b, "gap_before_end", "a byte before the end record", func(z *rawZip) { z.between = []byte{0} })
	end := func(fault, comment string, change func([]byte) []byte) {
		zipFails(b, fault, comment, func(z *rawZip) { z.end = change })
	}
	end("comment", "a comment", appended(20, 'c'))
	end("comment_announced", "a comment that is not there", patched(20, 1))
	end("bytes_after", "a byte after the end record", func(b []byte) []byte { return append(b, 0) })
	end("second_end", "a second end record", func(b []byte) []byte { return append(b, b...) })
	end("end_in_comment", "a second end record as the first one's comment", func(b []byte) []byte { return appended(20, b...)(b) })
	end("end_missing", "no end record", func([]byte) []byte { return nil })
	end("end_disk", "another disk", patched(4, 1))
	end("end_count", "another number of entries", patched(10, 3))
	end("end_size", "another size of the central directory", patched(12, 1))
	end("end_offset", "another offset of the central directory", patched(16, 0))
	end("end_zip64", "the central directory's offset in a record that is not there", patched(16, 0xff, 0xff, 0xff, 0xff))
	b.fails(Parse, "cut", "the last byte is missing", fields{"zip": hexed(bytes.TrimSuffix(rawWrap().bytes(), []byte{0}))})
	b.fails(Parse, "no_bytes", "no bytes", fields{"zip": "0x"})
}
