package photo

import "math"

// A grid is where the modules of a symbol lie in a picture: a square seen in
// perspective, by where the middles of its four corners are. Three of them are
// those of its finder patterns, 3.5 modules from each edge; the last is where a
// fourth would be.
type grid struct {
	version int
	corner  [4]Point // upper left, upper right, lower right, lower left
}

const finderMiddle = 3.5

func (g grid) side() int { return 4*g.version + 17 }

// span is the number of modules between the corners.
func (g grid) span() float64 { return float64(g.side()) - 2*finderMiddle }

// A plane maps modules to points: (u·x + v·y + o) with a denominator, of all
// three coordinates.
type plane struct {
	u, v, o [3]float64
}

// plane is the projection of the square (Heckbert, "Fundamentals of texture
// mapping and image warping", 1989, section 2.2.3).
func (g grid) plane() plane {
	p := g.corner
	d1, d2 := p[1].minus(p[2]), p[3].minus(p[2])
	s := p[0].minus(p[1]).plus(p[2]).minus(p[3])
	det := d1.cross(d2)
	if det == 0 {
		det = 1e-9
	}
	gu, gv := s.cross(d2)/det, d1.cross(s)/det
	k := 1 / g.span()
	m := plane{
		u: [3]float64{(p[1].X - p[0].X + gu*p[1].X) * k, (p[1].Y - p[0].Y + gu*p[1].Y) * k, gu * k},
		v: [3]float64{(p[3].X - p[0].X + gv*p[3].X) * k, (p[3].Y - p[0].Y + gv*p[3].Y) * k, gv * k},
		o: [3]float64{p[0].X, p[0].Y, 1},
	}
	for i := range m.o {
		m.o[i] -= finderMiddle * (m.u[i] + m.v[i])
	}
	return m
}

// at is the point of (x, y), in modules from the symbol's upper left.
func (m *plane) at(x, y float64) Point {
	w := m.u[2]*x + m.v[2]*y + m.o[2]
	if w == 0 {
		w = 1e-9
	}
	return Point{(m.u[0]*x + m.v[0]*y + m.o[0]) / w, (m.u[1]*x + m.v[1]*y + m.o[1]) / w}
}

// module is the size of a module, in pixels.
func (g grid) module() float64 {
	around := 0.0
	for i := range g.corner {
		around += g.corner[i].distance(g.corner[(i+1)%4])
	}
	return around / 4 / g.span()
}

// outline is where the symbol's corners are, in pixels times scale.
func (g grid) outline(scale float64) (corners [4]Point) {
	m, side := g.plane(), float64(g.side())
	for i, c := range [4]Point{{0, 0}, {side, 0}, {side, side}, {0, side}} {
		corners[i] = m.at(c.X, c.Y).times(scale)
	}
	return corners
}

// newGrid makes a grid of the middles of three finder patterns and of the depths
// of the second and the third, as multiples of the first's: a plane is linear in
// points times their depths, so that these three give the fourth.
func newGrid(version int, t triple, depthB, depthC float64) (grid, bool) {
	depthD := depthB + depthC - 1
	if depthD < 0.2 || math.IsNaN(depthD) {
		return grid{}, false
	}
	d := t.b.at.times(depthB).plus(t.c.at.times(depthC)).minus(t.a.at).times(1 / depthD)
	return grid{version, [4]Point{t.a.at, t.b.at, d, t.c.at}}, true
}
