// Package photo finds QR symbols (ISO/IEC 18004) in photographs: turned,
// mirrored, seen at an angle, blurred, noisy, badly lit, light on dark, several
// in one picture.
//
// [Light] makes a picture of light alone, [Read] finds what is in it. A picture
// is looked at in several sizes. In each, thresholds of several kinds (see
// black) show the finder patterns; three of them that could be the corners of
// one symbol (see triples) give its version and its perspective (see locate),
// which all that is known of a symbol beforehand, its finder, timing and
// alignment patterns, then makes exact (see refine). The modules are measured in
// the light picture itself, so that no threshold of a whole picture decides
// them, and compared with their neighbours (see read); where that fails a blur is
// taken back first (see restored). What they say is decoded by gozxing.
//
// The work is bounded by the number of pixels and, beyond that, by budgets a
// picture: one made to look like many symbols costs no more than
// [MaxMeasurements] and [MaxBlurred].
package photo

import (
	"cmp"
	"image"
	"slices"
)

// A Symbol is a QR symbol that was found and decoded.
type Symbol struct {
	Text    string
	Corners [4]Point // in the picture: of the symbol without its quiet zone, clockwise from its upper left, or counterclockwise where it is mirrored
}

// Work is what it cost to look at a picture.
type Work struct {
	Measurements int // of the light at a point
	Blurred      int // tries to take a blur back that were in vain
}

// What a picture costs at most.
const (
	MaxMeasurements = 15_000_000
	MaxBlurred      = 8
)

// maxLook is how many measurements one look may begin another try after: a view
// full of what looks like symbols leaves work for the others.
const maxLook = 800_000

// maxTry is more than one try takes.
const maxTry = 1_000_000

// Read finds the symbols in a picture of light, from top to bottom, in each row from
// left to right, as long as more(symbol) asks for more.
func Read(picture *image.Gray, more func(Symbol) bool) (found []Symbol, work Work) {
	s := &search{more: more}
	for v := range views(picture) {
		for _, threshold := range thresholds {
			s.look(v, threshold)
		}
		if s.over() {
			break
		}
	}
	slices.SortStableFunc(s.found, func(a, b Symbol) int { return cmp.Compare(a.top(), b.top()) })
	return rows(s.found), s.work
}

// search is what is known of a picture so far.
type search struct {
	more  func(Symbol) bool
	found []Symbol
	work  Work
	done  bool
}

func (s *search) over() bool { return s.done || s.work.Measurements > MaxMeasurements-maxTry }

// maxTriples bounds how many sets of three finder patterns are tried in one
// look.
const maxTriples = 250

// look searches one view by one threshold.
func (s *search) look(v view, threshold func(*image.Gray) *bits) {
	if s.over() {
		return
	}
	dark, most := threshold(v.light), s.work.Measurements+maxLook
	finders := findFinders(dark)
	for more := true; more; { // what was found leaves room among the triples
		more = false
		finders = slices.DeleteFunc(finders, func(f finder) bool { return s.taken(v, f.at) })
		for _, t := range triples(finders) {
			if s.over() || s.work.Measurements > most {
				return
			}
			if s.taken(v, t.a.at) || s.taken(v, t.b.at) || s.taken(v, t.c.at) {
				continue
			}
			if symbol, ok := s.try(v, dark, t); ok {
				s.found = append(s.found, symbol)
				s.done = !s.more(symbol)
				more, most = true, s.work.Measurements+maxLook
			}
		}
	}
}

// try reads the symbol between three finder patterns.
func (s *search) try(v view, dark *bits, t triple) (Symbol, bool) {
	m := &meter{light: v.light, inverted: t.a.light}
	defer func() { s.work.Measurements += m.count }()
	for _, g := range m.locate(dark, t) {
		g, ok := m.refine(g)
		if !ok {
			continue
		}
		if text, ok := m.read(g); ok {
			return Symbol{text, g.outline(v.scale)}, true
		}
		if s.work.Blurred == MaxBlurred {
			continue
		}
		if text, ok := m.readBlurred(g); ok {
			return Symbol{text, g.outline(v.scale)}, true
		}
		s.work.Blurred++
	}
	return Symbol{}, false
}

// taken reports whether a point of a view lies in a symbol that was found.
func (s *search) taken(v view, at Point) bool {
	at = at.times(v.scale)
	return slices.ContainsFunc(s.found, func(f Symbol) bool { return f.contains(at) })
}

func (s Symbol) contains(p Point) bool {
	inside := 0
	for i, a := range s.Corners {
		if s.Corners[(i+1)%4].minus(a).cross(p.minus(a)) > 0 {
			inside++
		}
	}
	return inside == 0 || inside == 4
}

func (s Symbol) top() float64 {
	return min(s.Corners[0].Y, s.Corners[1].Y, s.Corners[2].Y, s.Corners[3].Y)
}

func (s Symbol) left() float64 {
	return min(s.Corners[0].X, s.Corners[1].X, s.Corners[2].X, s.Corners[3].X)
}

// rows sorts symbols that are sorted from top to bottom: those that begin above
// the middle of the first one stand in a row with it.
func rows(s []Symbol) []Symbol {
	for i := 0; i < len(s); {
		end := i + 1
		half := (s[i].Corners[0].distance(s[i].Corners[1]) + s[i].Corners[1].distance(s[i].Corners[2])) / 4
		for end < len(s) && s[end].top() < s[i].top()+half {
			end++
		}
		slices.SortStableFunc(s[i:end], func(a, b Symbol) int { return cmp.Compare(a.left(), b.left()) })
		i = end
	}
	return s
}
