package photo

import "math"

const (
	spreads    = 2  // modules to each side that a module's light reaches
	iterations = 60 // of a restoration: more change little
)

// blurs are those that are taken back, with the radius (see contrasted) that
// serves best: sharp shadows lie in the less blurred pictures.
var blurs = []struct {
	deviation float64 // modules
	radius    int
}{
	{0.6, 6}, {0.45, 4}, {0.75, 8},
}

// A kernel is the share of a module's light that stays in it, and that lands one
// and two modules away, along a row or a column.
type kernel [spreads + 1]float64

// newKernel is a Gaussian blur of modules of this standard deviation, in modules.
func newKernel(deviation float64) (k kernel) {
	below := func(x float64) float64 { return math.Erf(x/deviation/math.Sqrt2) / 2 }
	all := 0.0
	for i := range k {
		k[i] = below(float64(i)+0.5) - below(float64(i)-0.5)
		all += k[i]
		if i > 0 {
			all += k[i]
		}
	}
	for i := range k {
		k[i] /= all
	}
	return k
}

// A raster is a square of values, by rows, with a border of light around it as
// wide as light spreads.
type raster struct {
	n      int // a side, with its border
	values []float64
}

func newRaster(side int) raster {
	n := side + 2*spreads
	return raster{n, make([]float64, n*n)}
}

// restored takes a blur back: it finds the modules, from dark 0 to light 1, that
// would look as seen if they were blurred so: a least squares fit within these
// bounds (Beck and Teboulle, "A fast iterative shrinkage-thresholding algorithm
// for linear inverse problems", 2009). The bounds tell apart what a blur makes
// alike. Around the symbol is light.
func (k kernel) restored(seen raster) raster {
	now, ahead, wrong, spare := seen.blank(), seen.blank(), seen.blank(), seen.blank()
	momentum := 1.0
	for range iterations {
		k.blur(ahead, wrong, spare)
		wrong.inside(func(i int) { wrong.values[i] -= seen.values[i] })
		wrong.border(0)
		k.blur(wrong, wrong, spare)
		next := (1 + math.Sqrt(1+4*momentum*momentum)) / 2
		push := (momentum - 1) / next
		momentum = next
		now.inside(func(i int) {
			v := min(max(ahead.values[i]-wrong.values[i], 0), 1)
			ahead.values[i] = v + push*(v-now.values[i])
			now.values[i] = v
		})
	}
	return now
}

// dark tells which modules are nearer to dark than to light.
func (r raster) dark() [][]bool {
	rows := make([][]bool, r.n-2*spreads)
	for y := range rows {
		rows[y] = make([]bool, len(rows))
		for x := range rows[y] {
			rows[y][x] = r.values[(y+spreads)*r.n+spreads+x] < 0.5
		}
	}
	return rows
}

// blank is a raster of the same size that knows nothing: grey within light.
func (r raster) blank() raster {
	to := raster{r.n, make([]float64, len(r.values))}
	to.border(1)
	to.inside(func(i int) { to.values[i] = 0.5 })
	return to
}

func (r raster) inside(do func(i int)) {
	for y := spreads; y < r.n-spreads; y++ {
		for x := spreads; x < r.n-spreads; x++ {
			do(y*r.n + x)
		}
	}
}

// border sets what is around the symbol.
func (r raster) border(v float64) {
	for y := range r.n {
		for x := range r.n {
			if x < spreads || y < spreads || x >= r.n-spreads || y >= r.n-spreads {
				r.values[y*r.n+x] = v
			}
		}
	}
}

// blur spreads light along rows, then along columns; nothing comes from beyond
// the border, which is not changed.
func (k kernel) blur(from, to, spare raster) {
	n := from.n
	for y := range n {
		row := from.values[y*n:][:n]
		for x := spreads; x < n-spreads; x++ {
			spare.values[y*n+x] = k[0]*row[x] + k[1]*(row[x-1]+row[x+1]) + k[2]*(row[x-2]+row[x+2])
		}
	}
	for y := spreads; y < n-spreads; y++ {
		at := spare.values
		for i := y*n + spreads; i < (y+1)*n-spreads; i++ {
			to.values[i] = k[0]*at[i] + k[1]*(at[i-n]+at[i+n]) + k[2]*(at[i-2*n]+at[i+2*n])
		}
	}
}

// contrasted is what was measured, from dark 0 to light 1. About half of the
// modules around one are light, radius to each side, and so the deviation of
// modules that a blur has mixed tells how far dark is from light there, whatever
// the light.
func contrasted(measured [][]float64, k kernel, radius int) raster {
	side := len(measured)
	r, around := newRaster(side), means(measured, radius)
	off, squares := make([][]float64, side), make([][]float64, side)
	for y := range side {
		off[y], squares[y] = make([]float64, side), make([]float64, side)
		for x := range side {
			off[y][x] = measured[y][x] - around[y][x]
			squares[y][x] = off[y][x] * off[y][x]
		}
	}
	variances := means(squares, 8)
	shares := k[0]*k[0] + 2*k[1]*k[1] + 2*k[2]*k[2]
	for y := range side {
		for x := range side {
			r.values[(y+spreads)*r.n+spreads+x] = 0.5 + off[y][x]*shares/(2*math.Sqrt(variances[y][x])+1e-9)
		}
	}
	return r
}
