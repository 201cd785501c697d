package photo

import (
	"cmp"
	"math"
	"slices"
)

// A triple is three finder patterns that could be the corners of one symbol: a
// where its rows and columns begin, b where its first row ends, c where its
// first column does (the other way round if it is mirrored).
type triple struct {
	a, b, c finder
	flaw    float64 // how unlike a small square seen straight on: patterns of one symbol are nearer to each other than to another's
}

// triples returns those that could belong together, the likeliest first.
func triples(f []finder) []triple {
	var all []triple
	for i := range f {
		for j := range i {
			if !alike(f[i], f[j]) {
				continue
			}
			for k := range j {
				if !alike(f[i], f[k]) || !alike(f[j], f[k]) {
					continue
				}
				if t, ok := newTriple(f[i], f[j], f[k]); ok {
					all = append(all, t)
				}
			}
		}
	}
	slices.SortStableFunc(all, func(s, t triple) int { return cmp.Compare(s.flaw, t.flaw) })
	return all[:min(len(all), maxTriples)]
}

// alike reports whether two finder patterns may be of one symbol: one may be
// further away, and a pattern at 45° looks larger along rows and columns.
func alike(f, g finder) bool {
	return f.light == g.light && f.size < 2*g.size && g.size < 2*f.size
}

// newTriple sorts three finder patterns: the corner of the symbol is opposite to
// the longest side.
func newTriple(a, b, c finder) (triple, bool) {
	ab, bc, ca := a.at.distance(b.at), b.at.distance(c.at), c.at.distance(a.at)
	switch {
	case ab >= bc && ab >= ca:
		a, c = c, a
	case ca >= bc:
		a, b = b, a
	}
	if b.at.minus(a.at).cross(c.at.minus(a.at)) < 0 {
		b, c = c, b
	}
	t := triple{a: a, b: b, c: c}
	row, column := b.at.minus(a.at), c.at.minus(a.at)
	size := (a.size + b.size + c.size) / 3
	shortest, longest := min(row.length(), column.length()), max(row.length(), column.length())
	cosine := math.Abs(row.dot(column)) / (shortest*longest + 1e-9)
	// 14 modules lie between the patterns of version 1, and 170 of version 40;
	// what lies at 45° looks 1.4 times shorter, and the perspective adds to it.
	if shortest < 7*size || longest > 240*size || longest > 2.5*shortest || cosine > 0.7 {
		return t, false
	}
	t.flaw = math.Log(longest/shortest) + cosine + math.Log(max(a.size, b.size, c.size)/min(a.size, b.size, c.size)) +
		3 - a.quality() - b.quality() - c.quality() + math.Log(longest/size)/3
	return t, true
}
