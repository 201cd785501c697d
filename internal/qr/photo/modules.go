package photo

import (
	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode/decoder"
)

// readings are the ways to tell a symbol's dark modules from its light ones:
// each is compared with the average of those up to radius modules away, after
// what a blur has mixed into it of its neighbours is taken back.
var readings = []struct {
	radius  int
	sharpen float64
}{
	{6, 0.15}, {6, 0.4}, {3, 0.15}, {200, 0}, {3, 0.8},
}

// read decodes the symbol of a grid.
func (m *meter) read(g grid) (text string, ok bool) {
	measured := m.modules(g, m.module)
	for _, r := range readings {
		if text, ok := decode(compare(sharpened(measured, r.sharpen), r.radius)); ok {
			return text, true
		}
	}
	return "", false
}

// readBlurred decodes the symbol of a grid after blurs are taken back. It costs
// much more than read.
func (m *meter) readBlurred(g grid) (text string, ok bool) {
	measured := m.modules(g, m.wholeModule)
	for _, b := range blurs {
		k := newKernel(b.deviation)
		if text, ok := decode(k.restored(contrasted(measured, k, b.radius)).dark()); ok {
			return text, true
		}
	}
	return "", false
}

// modules measures the light of each module, by rows.
func (m *meter) modules(g grid, module func(p *plane, x, y float64) float64) [][]float64 {
	p := g.plane()
	rows := make([][]float64, g.side())
	for y := range rows {
		rows[y] = make([]float64, g.side())
		for x := range rows[y] {
			rows[y][x] = module(&p, float64(x)+0.5, float64(y)+0.5)
		}
	}
	return rows
}

// sharpened takes the share of the neighbours out of each module.
func sharpened(from [][]float64, share float64) [][]float64 {
	n := len(from)
	to := make([][]float64, n)
	for y := range to {
		to[y] = make([]float64, n)
		for x := range to[y] {
			around := from[max(y-1, 0)][x] + from[min(y+1, n-1)][x] + from[y][max(x-1, 0)] + from[y][min(x+1, n-1)]
			to[y][x] = from[y][x]*(1+share) - around/4*share
		}
	}
	return to
}

// compare finds the modules that are darker than the average around them.
func compare(from [][]float64, radius int) [][]bool {
	around := means(from, radius)
	dark := make([][]bool, len(from))
	for y := range dark {
		dark[y] = make([]bool, len(from))
		for x := range dark[y] {
			dark[y][x] = from[y][x] < around[y][x]
		}
	}
	return dark
}

// means are the averages of the modules up to radius away, to each side.
func means(from [][]float64, radius int) [][]float64 {
	n := len(from)
	sums := make([][]float64, n+1) // of all above and to the left
	sums[0] = make([]float64, n+1)
	for y := range n {
		sums[y+1] = make([]float64, n+1)
		for x := range n {
			sums[y+1][x+1] = from[y][x] + sums[y][x+1] + sums[y+1][x] - sums[y][x]
		}
	}
	around := make([][]float64, n)
	for y := range n {
		around[y] = make([]float64, n)
		top, bottom := max(y-radius, 0), min(y+radius+1, n)
		for x := range n {
			left, right := max(x-radius, 0), min(x+radius+1, n)
			sum := sums[bottom][right] - sums[top][right] - sums[bottom][left] + sums[top][left]
			around[y][x] = sum / float64((bottom-top)*(right-left))
		}
	}
	return around
}

// decode corrects and reads the modules, mirrored ones too. A panic of the
// decoder on modules made to break it is a symbol that cannot be read.
func decode(dark [][]bool) (text string, ok bool) {
	defer func() {
		if recover() != nil {
			text, ok = "", false
		}
	}()
	bits, err := gozxing.ParseBoolMapToBitMatrix(dark)
	if err != nil {
		return "", false
	}
	result, err := decoder.NewDecoder().Decode(bits, nil)
	if err != nil {
		return "", false
	}
	return result.GetText(), true
}
