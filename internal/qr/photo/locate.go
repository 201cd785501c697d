package photo

import (
	"cmp"
	"math"
	"slices"
)

const (
	leastTiming = 0.5 // of a grid's two timing patterns together, at most 1
	maxGrids    = 2   // grids of other versions that are tried for a triple
)

// locate returns the grids that three finder patterns may stand for, the
// likeliest first. The sizes of the patterns along a side give its number of
// modules and the depth of its far end, roughly; the timing pattern along it,
// whose modules alternate, gives both exactly.
func (m *meter) locate(dark *bits, t triple) []grid {
	row, column := dark.edge(t.a, t.b), dark.edge(t.a, t.c)
	modules := math.Sqrt(row.modules * column.modules)
	type guess struct {
		grid
		score float64
	}
	var guesses []guess
	for version := 1; version <= maxVersion; version++ {
		side := float64(4*version + 17)
		if math.Abs(side-modules) > 4+0.12*modules {
			continue
		}
		depthB, scoreB := m.timing(version, t, row.depth, column.depth, false)
		depthC, scoreC := m.timing(version, t, depthB, column.depth, true)
		if g, ok := newGrid(version, t, depthB, depthC); ok && (scoreB+scoreC)/2 >= leastTiming {
			guesses = append(guesses, guess{g, scoreB + scoreC})
		}
	}
	slices.SortStableFunc(guesses, func(a, b guess) int { return cmp.Compare(b.score, a.score) })
	var grids []grid
	for _, g := range guesses[:min(len(guesses), maxGrids)] {
		grids = append(grids, g.grid)
	}
	return grids
}

// An edge is what the patterns at both ends of a symbol's side tell.
type edge struct {
	modules float64 // of the whole side
	depth   float64 // of the far end, as a multiple of the near one's
}

func (b *bits) edge(near, far finder) edge {
	length := near.at.distance(far.at)
	first, last := b.moduleAlong(near, far.at), b.moduleAlong(far, near.at)
	return edge{length/math.Sqrt(first*last) + 2*finderMiddle, min(max(math.Sqrt(first/last), 0.6), 1.7)}
}

// moduleAlong is the size of a finder pattern's modules along a line.
func (b *bits) moduleAlong(f finder, to Point) float64 {
	direction := to.minus(f.at).times(1 / to.distance(f.at))
	total := b.reach(f, direction) + b.reach(f, direction.times(-1))
	if size := total / 7; size > f.size/2 && size < f.size*1.2 {
		return size
	}
	return f.size
}

// reach is how far a finder pattern reaches from its middle.
func (b *bits) reach(f finder, direction Point) float64 {
	const step = 0.25
	changes, last := 0, !f.light
	for at := 0.0; at < 8*f.size; at += step {
		p := f.at.plus(direction.times(at))
		x, y := int(p.X), int(p.Y)
		if !b.has(x, y) {
			return at
		}
		if dark := b.at(x, y); dark != last {
			if changes++; changes == 3 {
				return at
			}
			last = dark
		}
	}
	return 0
}

// timing finds the depth at which the timing pattern along the first row (or the
// first column) is seen best, and how well, from -1 to 1.
func (m *meter) timing(version int, t triple, depthB, depthC float64, column bool) (depth, score float64) {
	depth, score = depthB, -1
	if column {
		depth = depthC
	}
	first := depth
	// So that the middle of the pattern moves by less than a sixth of a module.
	step := 0.6 / float64(4*version+10)
	for i := range int(0.28 / step) {
		change := float64((i+1)/2) * step // from where it should be, to both sides
		if i%2 == 1 {
			change = -change
		}
		at := first * (1 + change)
		g, ok := newGrid(version, t, at, depthC)
		if column {
			g, ok = newGrid(version, t, depthB, at)
		}
		if !ok {
			continue
		}
		if s := m.alternation(g, column); s > score+0.01 {
			depth, score = at, s
		}
	}
	return depth, score
}

// alternation is how well the timing pattern is seen: 1 where each module
// differs from both its neighbours as it should.
func (m *meter) alternation(g grid, column bool) float64 {
	p := g.plane()
	good, all := 0.0, 1.0
	var last [3]float64
	for i := 7; i <= g.side()-8; i++ {
		x, y := float64(i)+0.5, 6.5
		if column {
			x, y = y, x
		}
		last = [3]float64{last[1], last[2], m.at(p.at(x, y))}
		if i < 9 {
			continue
		}
		difference := last[1] - (last[0]+last[2])/2
		if i%2 == 1 { // the module between is dark
			difference = -difference
		}
		good += difference
		all += math.Abs(difference)
	}
	return good / all
}
