package photo

import (
	"image"
	"math"
)

// A meter measures the light of a picture, turned about where a symbol is light
// on dark, and counts how often.
type meter struct {
	light    *image.Gray
	inverted bool
	count    int
}

// at is the light at a point, between that of the four pixels around it; outside
// it is that of the edge.
func (m *meter) at(p Point) float64 {
	m.count++
	w, h := m.light.Rect.Dx(), m.light.Rect.Dy()
	x := min(max(p.X-0.5, 0), float64(w-1))
	y := min(max(p.Y-0.5, 0), float64(h-1))
	if math.IsNaN(x + y) {
		return 0
	}
	x0, y0 := int(x), int(y)
	fx, fy := x-float64(x0), y-float64(y0)
	right, down := 1, m.light.Stride
	if x0+1 >= w {
		right = 0
	}
	if y0+1 >= h {
		down = 0
	}
	i := y0*m.light.Stride + x0
	upper := float64(m.light.Pix[i])*(1-fx) + float64(m.light.Pix[i+right])*fx
	lower := float64(m.light.Pix[i+down])*(1-fx) + float64(m.light.Pix[i+down+right])*fx
	v := upper*(1-fy) + lower*fy
	if m.inverted {
		return 255 - v
	}
	return v
}

// module is the light of the module around (x, y), away from its edges.
func (m *meter) module(p *plane, x, y float64) float64 {
	const off = 0.22
	return (2*m.at(p.at(x, y)) + m.at(p.at(x-off, y-off)) + m.at(p.at(x+off, y-off)) + m.at(p.at(x-off, y+off)) + m.at(p.at(x+off, y+off))) / 6
}

// wholeModule is the light of all of the module around (x, y): less noise, more
// of its neighbours.
func (m *meter) wholeModule(p *plane, x, y float64) float64 {
	const off = 1.0 / 3
	sum := 0.0
	for dy := -off; dy < 0.5; dy += off {
		for dx := -off; dx < 0.5; dx += off {
			sum += m.at(p.at(x+dx, y+dy))
		}
	}
	return sum / 9
}

// contrast is how much lighter than the dark ones the light marks are where a
// grid has them.
func (m *meter) contrast(g grid, marks []mark) float64 {
	p, sum := g.plane(), 0.0
	for _, k := range marks {
		sum += k.weight * m.at(p.at(k.x, k.y))
	}
	return sum
}

// fit is a grid's contrast as a share of that of all modules: 1 where each mark
// is as it should be, about 0 where there is no symbol.
func (m *meter) fit(g grid) float64 {
	p, n := g.plane(), 0.0
	sum, squares := 0.0, 0.0
	for y := 1.5; y < float64(g.side()); y += 2 {
		for x := 1.5; x < float64(g.side()); x += 2 {
			v := m.at(p.at(x, y))
			sum, squares, n = sum+v, squares+v*v, n+1
		}
	}
	deviation := math.Sqrt(max(squares/n-sum/n*sum/n, 1))
	return m.contrast(g, marks(g.version)) / (2 * deviation)
}
