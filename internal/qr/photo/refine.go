package photo

// leastGain is the contrast, of 255, for which a corner is moved: where nothing is
// gained it stays where the finder patterns put it.
const leastGain = 0.25

// What a grid needs at least (see fit) to be refined, and to be decoded.
const (
	leastSwept = 0.25
	leastFit   = 0.28
)

// refine moves the corners of a grid to where its marks have most contrast: the
// last corner, which is the least known, first and farthest, then all in turn by
// ever smaller steps. It reports whether a symbol may be there.
func (m *meter) refine(g grid) (grid, bool) {
	g = m.sweep(g)
	if m.fit(g) < leastSwept {
		return g, false
	}
	module, best := g.module(), m.contrast(g, marks(g.version))
	for step := 0.5; step > 0.04; step /= 2 {
		for round, moved := 0, true; moved && round < 4; round++ {
			moved = false
			for i := range g.corner {
				for _, d := range []Point{{1, 0}, {-1, 0}, {0, 1}, {0, -1}} {
					h := g
					h.corner[i] = h.corner[i].plus(d.times(step * module))
					if c := m.contrast(h, marks(g.version)); c > best+leastGain {
						g, best, moved = h, c, true
					}
				}
			}
		}
	}
	return g, m.fit(g) >= leastFit
}

// sweep moves the last corner to where the marks near it have most contrast.
func (m *meter) sweep(g grid) grid {
	near := marksNear(g.version)
	if len(near) == 0 {
		return g // version 1 has none
	}
	const step = 0.6
	module, start, best := g.module(), g, m.contrast(g, near)
	steps := int((1 + 0.03*g.span()) / step)
	for dy := -steps; dy <= steps; dy++ {
		for dx := -steps; dx <= steps; dx++ {
			h := start
			h.corner[2] = h.corner[2].plus(Point{float64(dx), float64(dy)}.times(step * module))
			if c := m.contrast(h, near); c > best+leastGain {
				g, best = h, c
			}
		}
	}
	return g
}
