package vectors

import (
	"bytes"
	"crypto/sha256"

	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// A streamEntry is an entry of the first size bytes of a label's stream, so that
// a case may be larger than its file.
type streamEntry struct {
	name, stream string
	size         int
}

func (e streamEntry) entry() wrap.Entry { return wrap.BytesEntry(e.name, take(e.stream, e.size)) }

// archives are wraps as they are written, from entries that hold arbitrary
// bytes.
//
//	in   entries [{name, stream (a label), size}], from the header on
//	out  size, sha256 (of the whole file)
func archives(b *Builder) {
	header, sealed := streamEntry{"header", "header", 300}, streamEntry{"sections/0.age", "sealed 0", 700}
	large, pieces := streamEntry{"sections/1.age", "sealed 1", 1<<20 + 1}, streamEntry{"sections/1.pieces", "pieces 1", 64}
	whole, next := streamEntry{"sections/2.age", "sealed 2", 1 << 20}, streamEntry{"sections/1.age", "sealed 1", 5}
	program, cover := streamEntry{"program.wasm.zst", "program", 99}, streamEntry{"cover.png", "cover", 50}
	ok := func(fault, comment string, entries ...streamEntry) {
		b.ok(fault, comment, archiveIn(entries), archiveOut(entries))
	}
	ok("ok_minimal", "the fewest entries", header, sealed)
	ok("ok_pieces", "a list of pieces above 1 MiB, none at 1 MiB", header, sealed, large, pieces, whole)
	ok("ok_program_cover", "what may be left out", header, sealed, next, program, cover)
	ok("ok_everything", "one of every kind", header, sealed, large, pieces, whole, program, cover)
	ok("ok_empty_section", "an entry without bytes: what the header says of it is not looked at here", header, streamEntry{"sections/0.age", "sealed 0", 0})
	ok("ok_header_256_kib", "the largest header", streamEntry{"header", "header", wrap.MaxHeaderSize}, sealed)
	bad := func(fault, comment string, entries ...streamEntry) {
		b.fails(Parse, fault, comment, archiveIn(entries))
	}
	bad("header_too_large", "256 KiB and a byte", streamEntry{"header", "header", wrap.MaxHeaderSize + 1}, sealed)
	bad("no_entries", "no header", nil...)
	bad("no_header", "no header", sealed)
	bad("no_section", "a wrap has a section", header)
	bad("pieces_missing", "above 1 MiB a list of pieces follows", header, sealed, large, whole)
	bad("pieces_needless", "up to 1 MiB no list of pieces follows", header, sealed, streamEntry{"sections/0.pieces", "pieces 0", 32})
	bad("pieces_short", "32 bytes for each MiB begun", header, sealed, large, streamEntry{"sections/1.pieces", "pieces 1", 32})
	bad("pieces_long", "32 bytes for each MiB begun", header, sealed, large, streamEntry{"sections/1.pieces", "pieces 1", 96})
	bad("section_gap", "section 1 is missing", header, sealed, whole)
	bad("section_twice", "an entry twice", header, sealed, sealed)
	bad("section_leading_zero", "another name of the same number", header, streamEntry{"sections/00.age", "sealed 0", 700})
	bad("cover_before_program", "another order", header, sealed, cover, program)
	bad("two_covers", "a wrap has one", header, sealed, cover, streamEntry{"cover.webp", "cover", 50})
	bad("cover_gif", "four kinds of pictures are allowed", header, sealed, streamEntry{"cover.gif", "cover", 50})
	bad("mimetype", "the media type is not given twice", streamEntry{"mimetype", "mimetype", 30}, header, sealed)
}

func archiveIn(entries []streamEntry) fields {
	list := []fields{}
	for _, e := range entries {
		list = append(list, fields{"name": e.name, "stream": e.stream, "size": e.size})
	}
	return fields{"entries": list}
}

func archiveOut(entries []streamEntry) fields {
	file := archived(entries)
	sum := sha256.Sum256(file)
	return fields{"size": len(file), "sha256": hexed(sum[:])}
}

func archived(entries []streamEntry) []byte {
	var list []wrap.Entry
	for _, e := range entries {
		list = append(list, e.entry())
	}
	return written(list...)
}

// written returns the wrap of these entries, from the header on.
func written(entries ...wrap.Entry) []byte {
	var file bytes.Buffer
	if err := wrap.WriteArchive(&file, entries); err != nil {
		panic("vectors: " + err.Error())
	}
	return file.Bytes()
}
