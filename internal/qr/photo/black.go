package photo

import "image"

// bits tell the dark pixels of a picture from the light ones.
type bits struct {
	width, height int
	dark          []bool
}

func (b *bits) at(x, y int) bool { return b.dark[y*b.width+x] }

func (b *bits) has(x, y int) bool { return x >= 0 && y >= 0 && x < b.width && y < b.height }

func newBits(p *image.Gray) *bits {
	return &bits{p.Rect.Dx(), p.Rect.Dy(), make([]bool, p.Rect.Dx()*p.Rect.Dy())}
}

// thresholds are the ways to tell dark from light, the most successful first:
// against a wide neighbourhood, for shades and gradients; against the whole
// picture, for large symbols; against a narrow neighbourhood, for the edges of
// shadows; smoothed, for noise; and both, for blur, which leaves little contrast
// to the rings of a finder pattern.
var thresholds = []func(*image.Gray) *bits{
	wide,
	global,
	func(p *image.Gray) *bits { return local(p, 16) },
	func(p *image.Gray) *bits { return wide(smooth(p)) },
	func(p *image.Gray) *bits { return local(smooth(smooth(p)), 9) },
}

func wide(p *image.Gray) *bits { return local(p, max(p.Rect.Dx(), p.Rect.Dy())/16+8) }

// smooth averages each pixel with its eight neighbours, those beside it twice
// and itself four times; the outermost pixels stay.
func smooth(p *image.Gray) *image.Gray {
	w, h := p.Rect.Dx(), p.Rect.Dy()
	to := image.NewGray(p.Rect)
	copy(to.Pix, p.Pix)
	for y := 1; y < h-1; y++ {
		up, row, down := p.Pix[(y-1)*p.Stride:][:w], p.Pix[y*p.Stride:][:w], p.Pix[(y+1)*p.Stride:][:w]
		for x := 1; x < w-1; x++ {
			left := int(up[x-1]) + 2*int(row[x-1]) + int(down[x-1])
			middle := int(up[x]) + 2*int(row[x]) + int(down[x])
			right := int(up[x+1]) + 2*int(row[x+1]) + int(down[x+1])
			to.Pix[y*to.Stride+x] = uint8((left + 2*middle + right + 8) / 16)
		}
	}
	return to
}

// global calls dark what is nearer to the darker of the two shades that divide
// a picture best (Otsu, "A threshold selection method from gray-level
// histograms", 1979).
func global(p *image.Gray) *bits {
	b := newBits(p)
	t := otsu(p)
	for y := range b.height {
		row := p.Pix[y*p.Stride:][:b.width]
		for x, v := range row {
			b.dark[y*b.width+x] = v <= t
		}
	}
	return b
}

// otsu returns the shade up to which pixels are dark: that which leaves the
// greatest variance between the two classes.
func otsu(p *image.Gray) (threshold uint8) {
	var histogram [256]float64
	all, sum := 0.0, 0.0
	for y := range p.Rect.Dy() {
		for _, v := range p.Pix[y*p.Stride:][:p.Rect.Dx()] {
			histogram[v]++
		}
	}
	for v, n := range histogram {
		all += n
		sum += n * float64(v)
	}
	best, below, sumBelow := -1.0, 0.0, 0.0
	for v, n := range histogram {
		below += n
		sumBelow += n * float64(v)
		if below == 0 || below == all {
			continue
		}
		apart := sumBelow/below - (sum-sumBelow)/(all-below)
		if variance := below * (all - below) * apart * apart; variance > best {
			best, threshold = variance, uint8(v)
		}
	}
	return threshold
}

// local calls dark what is darker than the average of the square around it,
// radius pixels to each side. Sums of columns move down the picture and a
// window along them: the cost does not grow with the radius.
func local(p *image.Gray, radius int) *bits {
	b := newBits(p)
	columns := make([]int, b.width)
	add := func(y, sign int) {
		for x, v := range p.Pix[y*p.Stride:][:b.width] {
			columns[x] += sign * int(v)
		}
	}
	for y := range min(radius, b.height) {
		add(y, 1)
	}
	for y := range b.height {
		if y+radius < b.height {
			add(y+radius, 1)
		}
		if y-radius-1 >= 0 {
			add(y-radius-1, -1)
		}
		rows := min(y+radius, b.height-1) - max(y-radius, 0) + 1
		b.markRow(p.Pix[y*p.Stride:][:b.width], columns, b.dark[y*b.width:], radius, rows)
	}
	return b
}

// markRow marks the dark pixels of one row, given the sums of its columns over
// so many rows.
func (b *bits) markRow(row []uint8, columns []int, dark []bool, radius, rows int) {
	sum := 0
	for x := range min(radius, b.width) {
		sum += columns[x]
	}
	for x, v := range row {
		if x+radius < b.width {
			sum += columns[x+radius]
		}
		if x-radius-1 >= 0 {
			sum -= columns[x-radius-1]
		}
		area := rows * (min(x+radius, b.width-1) - max(x-radius, 0) + 1)
		dark[x] = int(v)*area < sum
	}
}
