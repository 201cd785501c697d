package wrap

import (
	"fmt"
	"hash/crc32"
	"slices"
)

// The entries of a wrap, in this order:
//
//	mimetype            application/vnd.shrinkwrap+zip
//	header              what is signed, RLP
//	sections/0.age      the first section's sealed bytes
//	sections/0.pieces   if these are more than 1 MiB: 32 bytes for each MiB begun
//	sections/1.age      and so on, numbered without gaps
//	program.wasm.zst    optional: the release program
//	cover.png           optional: a picture; or cover.jpg, cover.webp, cover.avif
//
// The first entry is the same in every wrap, so that neither [Archive.Entries]
// nor the arguments of [WriteArchive] and [Layout.Rebuild] have it.
const (
	mimetypeName = "mimetype"
	mimetype     = "application/vnd.shrinkwrap+zip"
	headerName   = "header"
	programName  = "program.wasm.zst"

	maxEntries = 2 + 2*MaxSections + 2
)

var coverNames = []string{"cover.png", "cover.jpg", "cover.webp", "cover.avif"}

func sectionName(n int) string { return fmt.Sprintf("sections/%d.age", n) }
func piecesName(n int) string  { return fmt.Sprintf("sections/%d.pieces", n) }

// Layout is what a header tells of the entries of its wrap.
type Layout struct {
	Sections []uint64 // the sealed size of each
	Program  bool     // whether there is a release program
	Cover    string   // the name of the cover's entry, or empty
}

// Names returns the names of the entries from the header on.
func (l Layout) Names() ([]string, error) {
	if len(l.Sections) < 1 || len(l.Sections) > MaxSections {
		return nil, fmt.Errorf("%d sections, from 1 to %d are allowed", len(l.Sections), MaxSections)
	}
	names := []string{headerName}
	for n, size := range l.Sections {
		names = append(names, sectionName(n))
		if size > pieceSize {
			names = append(names, piecesName(n))
		}
	}
	if l.Program {
		names = append(names, programName)
	}
	if l.Cover == "" {
		return names, nil
	}
	if !slices.Contains(coverNames, l.Cover) {
		return nil, fmt.Errorf("cover %q is none of %q", l.Cover, coverNames)
	}
	return append(names, l.Cover), nil
}

// layoutOf refuses records that are not the entries of a wrap in their order,
// or whose sizes cannot be.
func layoutOf(records []record) (Layout, error) {
	first := []string{mimetypeName, headerName, sectionName(0)}
	if err := compareNames(records[:min(len(records), len(first))], first); err != nil {
		return Layout{}, err
	}
	l := guessLayout(records[2:])
	names, err := l.Names()
	if err != nil {
		return l, fmt.Errorf("zip: %w", err)
	}
	if err := compareNames(records, append([]string{mimetypeName}, names...)); err != nil {
		return l, err
	}
	return l, checkSizes(records)
}

func compareNames(records []record, names []string) error {
	for i, r := range records {
		switch {
		case i >= len(names):
			return fmt.Errorf("zip: entry %d is %q, where none may follow", i, r.name)
		case r.name != names[i]:
			return fmt.Errorf("zip: entry %d is %q in the place of %q", i, r.name, names[i])
		}
	}
	if len(records) < len(names) {
		return fmt.Errorf("zip: no entry %q", names[len(records)])
	}
	return nil
}

// guessLayout returns the layout that the entries after the header are closest
// to.
func guessLayout(rest []record) Layout {
	var l Layout
	skip := func(names ...string) bool {
		if len(rest) == 0 || !slices.Contains(names, rest[0].name) {
			return false
		}
		rest = rest[1:]
		return true
	}
	for n := 0; len(rest) > 0 && rest[0].name == sectionName(n); n++ {
		l.Sections = append(l.Sections, rest[0].size)
		rest = rest[1:]
		skip(piecesName(n))
	}
	l.Program = skip(programName)
	if len(rest) > 0 && slices.Contains(coverNames, rest[0].name) {
		l.Cover = rest[0].name
	}
	return l
}

// checkSizes checks the entries whose sizes are bound or follow from others.
func checkSizes(records []record) error {
	if m := records[0]; m.size != uint64(len(mimetype)) || m.crc != crc32.ChecksumIEEE([]byte(mimetype)) {
		return fmt.Errorf("zip: %s is not %q", m.name, mimetype)
	}
	if h := records[1]; h.size > MaxHeaderSize {
		return fmt.Errorf("zip: header of %d bytes, at most %d are allowed", h.size, MaxHeaderSize)
	}
	if c := records[len(records)-1]; slices.Contains(coverNames, c.name) && c.size > MaxCoverSize {
		return fmt.Errorf("zip: %s of %d bytes, at most %d are allowed", c.name, c.size, MaxCoverSize)
	}
	section := 0
	for i, r := range records {
		switch r.name {
		case sectionName(section):
			section++
		case piecesName(section - 1):
			sealed := records[i-1].size
			if want := pieceCount(sealed) * 32; r.size != want {
				return fmt.Errorf("zip: %s has %d bytes, not %d for %d sealed bytes", r.name, r.size, want, sealed)
			}
		}
	}
	return nil
}
