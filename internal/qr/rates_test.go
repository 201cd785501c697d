package qr_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/qr"
)

// A fault of photographs, and how it is made worse: by level 0, 1, 2.
type fault struct {
	name string
	make func(p *photograph, level int, seed uint64)
}

func pick[T any](level int, of ...T) T { return of[level] }

// anyAngle turns evenly by the seed.
func anyAngle(seed uint64) float64 { return float64(seed*137%360) + 0.5 }

// upright turns as a hand does that means to hold it straight.
func upright(seed uint64) float64 { return 2*float64(seed) - 3 }

// The levels were set before any of them was looked at; the unit of each is in
// photograph.
var faults = []fault{
	{"turned", func(p *photograph, level int, seed uint64) {
		p.turn, p.module = anyAngle(seed), pick(level, 4, 3, 2.2)
	}},
	{"perspective", func(p *photograph, level int, seed uint64) {
		p.tilt, p.towards, p.turn, p.module = pick(level, 25.0, 45, 60), anyAngle(seed+7), anyAngle(seed), 5
	}},
	{"mirrored", func(p *photograph, level int, seed uint64) {
		p.mirrored, p.turn, p.tilt, p.towards = true, anyAngle(seed), pick(level, 0.0, 15, 30), anyAngle(seed+3)
	}},
	{"inverted", func(p *photograph, level int, seed uint64) {
		p.inverted, p.turn, p.tilt, p.towards = true, anyAngle(seed), pick(level, 0.0, 15, 30), anyAngle(seed+3)
	}},
	{"blur", func(p *photograph, level int, seed uint64) {
		p.blur, p.turn = pick(level, 0.45, 0.6, 0.75), upright(seed)
	}},
	{"noise", func(p *photograph, level int, seed uint64) {
		p.noise, p.turn = pick(level, 20.0, 40, 60), upright(seed)
	}},
	{"gradient", func(p *photograph, level int, seed uint64) {
		p.gradient, p.turn, p.noise = pick(level, 0.5, 0.25, 0.1), anyAngle(seed), 2
	}},
	{"shadow", func(p *photograph, level int, seed uint64) {
		p.shadow, p.turn, p.noise = pick(level, 0.6, 0.35, 0.2), anyAngle(seed), 2
	}},
	{"low contrast", func(p *photograph, level int, seed uint64) {
		p.contrast, p.turn, p.noise = pick(level, 60.0, 30, 15), anyAngle(seed), 2
	}},
	{"JPEG", func(p *photograph, level int, seed uint64) {
		p.quality, p.turn = pick(level, 30, 15, 8), upright(seed)
	}},
	{"all", func(p *photograph, level int, seed uint64) {
		p.tilt, p.towards, p.turn, p.module = pick(level, 15.0, 25, 35), anyAngle(seed+7), anyAngle(seed), 4
		p.blur, p.noise, p.contrast = pick(level, 0.25, 0.35, 0.4), pick(level, 5.0, 8, 10), pick(level, 150.0, 120, 100)
		p.gradient, p.shadow, p.quality = pick(level, 0.8, 0.6, 0.5), pick(level, 0.8, 0.7, 0.6), pick(level, 70, 50, 40)
	}},
}

// photographs a cell of the table has.
const photographs = 4

// versions that are photographed: codes of level M, filled to the last character.
var versions = [...]int{2, 7, 14, 20}

// rates are how many photographs of each version are read at least, by levels:
// what was reached once stays reached. A level that is missing is out of reach:
// where all faults come together at their worst, noise and blur hide most finder
// patterns, and where none is hidden more codewords are wrong than can be
// corrected.
var rates = map[string][len(versions)][]int{
	"turned":       {{4, 4, 4}, {4, 4, 4}, {4, 4, 4}, {4, 4, 4}},
	"perspective":  {{4, 4, 4}, {4, 4, 4}, {4, 4, 4}, {4, 4, 3}},
	"mirrored":     {{4, 4, 4}, {4, 4, 4}, {4, 4, 4}, {4, 4, 4}},
	"inverted":     {{4, 4, 4}, {4, 4, 4}, {4, 4, 4}, {4, 4, 4}},
	"blur":         {{4, 4, 3}, {4, 4, 3}, {4, 4, 4}, {4, 4, 3}},
	"noise":        {{4, 4, 4}, {4, 4, 4}, {4, 4, 4}, {4, 4, 4}},
	"gradient":     {{4, 4, 4}, {4, 4, 4}, {4, 4, 4}, {4, 4, 4}},
	"shadow":       {{4, 4, 2}, {4, 4, 4}, {4, 4, 4}, {4, 4, 4}},
	"low contrast": {{4, 4, 4}, {4, 4, 4}, {4, 4, 4}, {4, 4, 4}},
	"JPEG":         {{4, 4, 4}, {4, 4, 4}, {4, 4, 4}, {4, 4, 4}},
	"all":          {{4, 4, 1}, {4, 4}, {4, 4}, {4, 4}},
}

// A tally is how many of the photographs of one version with one fault are read,
// by levels: by this package, and by its peer.
type tally struct{ ours, peers [3]int }

// TestRates reads the same photographs as zbar does: of each version and fault
// at least as many, and no fewer than were read once.
func TestRates(t *testing.T) {
	for _, f := range faults {
		t.Run(f.name, func(t *testing.T) {
			t.Parallel()
			for i, version := range versions {
				got := photographed(t, version, f)
				t.Logf("version %2d: %v, zbar %v of %d", version, got.ours, got.peers, photographs)
				for level, n := range rates[f.name][i] {
					if got.ours[level] < n {
						t.Errorf("version %d, level %d: %d of %d photographs are read, want %d", version, level, got.ours[level], photographs, n)
					}
				}
				if ours, peers := sum(got.ours), sum(got.peers); ours < peers {
					t.Errorf("version %d: %d photographs are read, and zbar reads %d", version, ours, peers)
				}
			}
		})
	}
	if len(rates) != len(faults) {
		t.Errorf("%d faults have a rate, want %d", len(rates), len(faults))
	}
}

func sum(levels [3]int) int { return levels[0] + levels[1] + levels[2] }

// photographed takes the photographs of one version with one fault and has them
// read.
func photographed(t *testing.T, version int, f fault) (got tally) {
	t.Helper()
	text := alphanumeric(qr.AlphanumericCapacity(version, qr.M))
	code := newCode(t, text, qr.Options{MinLevel: qr.M})
	folder, levels := t.TempDir(), map[string]int{}
	for level := range 3 {
		for seed := range uint64(photographs) {
			p := straight
			f.make(&p, level, seed)
			picture := p.take(t, code, seed)
			read, err := qr.ReadImage(picture)
			if err == nil && read != text {
				t.Errorf("version %d, level %d: read what was not written: %q", version, level, read)
			}
			if err == nil {
				got.ours[level]++
			}
			path := filepath.Join(folder, fmt.Sprintf("%d-%d.pgm", level, seed))
			levels[path] = level
			writePGM(t, path, picture)
		}
	}
	for path, read := range zbarReads(t, folder) {
		if read == text {
			got.peers[levels[path]]++
		}
	}
	return got
}
