package photo

import (
	"sync"

	"rsc.io/qr/coding"
)

// A mark is a module whose colour is known beforehand.
type mark struct {
	x, y   float64 // its middle
	weight float64 // positive where it is light
}

const maxVersion = int(coding.MaxVersion)

// patterns are the marks of a version.
type patterns struct {
	once sync.Once
	all  []mark
	near []mark // those of the alignment patterns in the quarter of the last corner
}

var versions [maxVersion + 1]patterns

func patternsOf(version int) *patterns {
	p := &versions[version]
	p.once.Do(func() { p.fill(version) })
	return p
}

// marks are the modules of a version's finder, timing, alignment and version
// patterns. They are weighted so that each group of neighbours counts the same,
// and in it light and dark do: their weighted sum is the contrast that a grid
// finds, whatever the light.
func marks(version int) []mark { return patternsOf(version).all }

// marksNear are those of the alignment patterns in the quarter of the last
// corner.
func marksNear(version int) []mark { return patternsOf(version).near }

// group is where neighbouring marks are: a kind of pattern in a square of 14
// modules.
type group struct {
	role coding.PixelRole
	x, y int
}

func (p *patterns) fill(version int) {
	plan, err := coding.NewPlan(coding.Version(version), coding.L, 0)
	if err != nil {
		panic(err) // the version is one of the standard's
	}
	p.all = weighted(plan, func(_, _ int, r coding.PixelRole) bool {
		return r == coding.Position || r == coding.Timing || r == coding.Alignment || r == coding.PVersion
	})
	half := len(plan.Pixel) / 2
	p.near = weighted(plan, func(x, y int, r coding.PixelRole) bool {
		return r == coding.Alignment && x > half && y > half
	})
}

// weighted returns the modules of some roles, weighted.
func weighted(plan *coding.Plan, want func(x, y int, r coding.PixelRole) bool) (all []mark) {
	counts := map[group]*[2]float64{} // of light and dark modules
	var members []group
	for y, row := range plan.Pixel {
		for x, pixel := range row {
			if !want(x, y, pixel.Role()) {
				continue
			}
			g, black := group{pixel.Role(), x / 14, y / 14}, int(pixel&coding.Black)
			if counts[g] == nil {
				counts[g] = new([2]float64)
			}
			counts[g][black]++
			all = append(all, mark{float64(x) + 0.5, float64(y) + 0.5, float64(1 - 2*black)})
			members = append(members, g)
		}
	}
	for i := range all {
		n := counts[members[i]]
		if n[0] == 0 || n[1] == 0 {
			all[i].weight = 0 // nothing to compare it with
			continue
		}
		all[i].weight /= n[(1-int(all[i].weight))/2] * float64(len(counts))
	}
	return all
}
