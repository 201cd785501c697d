package photo

import (
	"cmp"
	"math"
	"slices"
)

// A finder is where a finder pattern may be: three squares in each other, which
// any line through their middle crosses as 1:1:3:1:1.
type finder struct {
	at    Point
	size  float64 // of a module, as it lies along rows and columns
	light bool    // light on dark
	hits  float64 // rows that cross it so
}

// quality is the share of the rows through the inner square that cross it as
// they should.
func (f finder) quality() float64 { return min(f.hits/(3*f.size), 1) }

const (
	maxHits    = 2000 // finder patterns that are kept while looking
	maxFinders = 70   // that are kept in the end
)

// findFinders returns what may be finder patterns, the surest first.
func findFinders(b *bits) []finder {
	var all []finder
	for y := range b.height {
		var runs [5]int
		start, n := 0, 0
		row := b.dark[y*b.width : (y+1)*b.width]
		for x := 1; x <= len(row); x++ {
			if x < len(row) && row[x] == row[x-1] {
				continue
			}
			copy(runs[:], runs[1:])
			runs[4] = x - start
			start = x
			if n++; n >= 5 && isFinder(runs) {
				middle := x - runs[4] - runs[3] - (runs[2]+1)/2
				if f, ok := b.finderAt(middle, y, sum(runs)); ok {
					all = merge(all, f)
				}
			}
		}
	}
	slices.SortStableFunc(all, func(f, g finder) int { return cmp.Compare(g.quality(), f.quality()) })
	return all[:min(len(all), maxFinders)]
}

func sum(runs [5]int) int { return runs[0] + runs[1] + runs[2] + runs[3] + runs[4] }

// isFinder reports whether runs of pixels are about 1:1:3:1:1.
func isFinder(runs [5]int) bool {
	total := sum(runs)
	if total < 7 {
		return false
	}
	unit := float64(total) / 7
	slack := 0.6*unit + 0.2
	for i, r := range runs {
		want, allowed := unit, slack
		if i == 2 {
			want, allowed = 3*unit, 1.5*slack
		}
		if r == 0 || math.Abs(float64(r)-want) > allowed {
			return false
		}
	}
	return true
}

// finderAt looks at a finder pattern across: along its column, its row again,
// and a diagonal.
func (b *bits) finderAt(x, y, total int) (finder, bool) {
	height, dy, ok := b.across(x, y, 0, 1, total)
	if !ok {
		return finder{}, false
	}
	y += int(math.Round(dy))
	width, dx, ok := b.across(x, y, 1, 0, total)
	if !ok {
		return finder{}, false
	}
	cx := float64(x) + dx
	x = int(math.Round(cx))
	height, dy, ok = b.across(x, y, 0, 1, total)
	if !ok {
		return finder{}, false
	}
	_, _, down := b.across(x, y, 1, 1, total)
	_, _, up := b.across(x, y, 1, -1, total)
	if !down && !up {
		return finder{}, false
	}
	at := Point{cx + 0.5, float64(y) + dy + 0.5}
	return finder{at: at, size: math.Sqrt(float64(width*height)) / 7, light: !b.at(x, y), hits: 1}, true
}

// across counts the pixels of a finder pattern through (x, y) along a
// direction: how many there are, and how far the middle is from (x, y).
func (b *bits) across(x, y, dx, dy, expected int) (total int, middle float64, ok bool) {
	if !b.has(x, y) {
		return 0, 0, false
	}
	var runs [5]int
	back := b.arm(x, y, -dx, -dy, expected)
	forth := b.arm(x, y, dx, dy, expected)
	runs[0], runs[1], runs[2], runs[3], runs[4] = back[2], back[1], back[0]+forth[0]-1, forth[1], forth[2]
	total = sum(runs)
	if !isFinder(runs) || total > 2*expected || expected > 2*total {
		return 0, 0, false
	}
	return total, float64(forth[0]-back[0]) / 2, true
}

// arm counts the pixels of the next three runs from (x, y) on, which is the
// first of them. A run that is too long ends the count.
func (b *bits) arm(x, y, dx, dy, expected int) (runs [3]int) {
	colour := b.at(x, y)
	for i := range runs {
		for b.has(x, y) && b.at(x, y) == (colour != (i == 1)) {
			if runs[i]++; runs[i] > expected {
				return [3]int{}
			}
			x, y = x+dx, y+dy
		}
	}
	return runs
}

// merge adds a finder pattern to those it may have been found among.
func merge(all []finder, f finder) []finder {
	for i := len(all) - 1; i >= 0; i-- {
		g := &all[i]
		if g.light == f.light && g.at.distance(f.at) < 1.5*g.size && f.size < 1.5*g.size && g.size < 1.5*f.size {
			n := g.hits
			g.at = g.at.times(n).plus(f.at).times(1 / (n + 1))
			g.size = (g.size*n + f.size) / (n + 1)
			g.hits++
			return all
		}
	}
	if len(all) < maxHits {
		all = append(all, f)
	}
	return all
}
