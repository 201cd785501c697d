package qr_test

import (
	"fmt"
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

var faults = []fault{
	{"turned", func(p *photograph, level int, seed uint64) {
		p.angle, p.module = anyAngle(seed), pick(level, 5, 3.5, 2.5)
	}},
	{"perspective", func(p *photograph, level int, seed uint64) {
		p.tilt, p.towards, p.angle = pick(level, 0.15, 0.3, 0.45), anyAngle(seed+7), anyAngle(seed)
	}},
	{"mirrored", func(p *photograph, level int, seed uint64) {
		p.mirrored, p.angle, p.tilt, p.towards = true, anyAngle(seed), pick(level, 0, 0.1, 0.2), anyAngle(seed+3)
	}},
	{"inverted", func(p *photograph, level int, seed uint64) {
		p.inverted, p.angle, p.tilt, p.towards = true, anyAngle(seed), pick(level, 0, 0.1, 0.2), anyAngle(seed+3)
	}},
	{"blur", func(p *photograph, level int, seed uint64) {
		p.blur, p.angle = pick(level, 0.4, 0.55, 0.62), float64(seed)*2
	}},
	{"noise", func(p *photograph, level int, seed uint64) {
		p.noise, p.angle = pick(level, 25.0, 45, 65), float64(seed)*2
	}},
	{"gradient", func(p *photograph, level int, seed uint64) {
		p.gradient, p.angle, p.noise = pick(level, 0.5, 0.25, 0.1), anyAngle(seed), 2
	}},
	{"shadow", func(p *photograph, level int, seed uint64) {
		p.shadow, p.angle, p.noise = pick(level, 0.6, 0.35, 0.2), anyAngle(seed), 2
	}},
	{"low contrast", func(p *photograph, level int, seed uint64) {
		p.contrast, p.angle, p.noise = pick(level, 60.0, 30, 15), anyAngle(seed), 2
	}},
	{"JPEG", func(p *photograph, level int, seed uint64) {
		p.quality, p.angle = pick(level, 30, 15, 7), float64(seed)*2
	}},
	{"all", func(p *photograph, level int, seed uint64) {
		p.tilt, p.towards, p.angle = pick(level, 0.1, 0.2, 0.25), anyAngle(seed+7), anyAngle(seed)
		p.blur, p.noise, p.contrast = pick(level, 0.25, 0.35, 0.4), pick(level, 5.0, 10, 10), pick(level, 150.0, 120, 110)
		p.gradient, p.shadow, p.quality = pick(level, 0.8, 0.6, 0.4), pick(level, 0.8, 0.7, 0.65), pick(level, 70, 50, 40)
	}},
}

// photographs a cell of the table has.
const photographs = 2

// rates are how many photographs are read at least, by version, fault and level:
// what was reached once stays reached. Codes of level M, filled to the last
// character.
var rates = map[int]map[string][3]int{
	2: {
		"turned":       {2, 2, 2},
		"perspective":  {2, 2, 1},
		"mirrored":     {2, 2, 2},
		"inverted":     {2, 2, 2},
		"blur":         {2, 2, 0},
		"noise":        {2, 2, 2},
		"gradient":     {2, 2, 2},
		"shadow":       {2, 1, 1},
		"low contrast": {2, 2, 2},
		"JPEG":         {2, 2, 2},
		"all":          {2, 2, 1},
	},
	7: {
		"turned":       {2, 2, 2},
		"perspective":  {2, 2, 1},
		"mirrored":     {2, 2, 2},
		"inverted":     {2, 2, 2},
		"blur":         {2, 2, 0},
		"noise":        {2, 2, 2},
		"gradient":     {2, 2, 2},
		"shadow":       {2, 2, 2},
		"low contrast": {2, 2, 2},
		"JPEG":         {2, 2, 2},
		"all":          {2, 2, 1},
	},
	20: {
		"turned":       {2, 2, 2},
		"perspective":  {2, 2, 1},
		"mirrored":     {2, 2, 2},
		"inverted":     {2, 2, 2},
		"blur":         {2, 2, 0},
		"noise":        {2, 2, 2},
		"gradient":     {2, 2, 2},
		"shadow":       {2, 2, 2},
		"low contrast": {2, 2, 2},
		"JPEG":         {2, 2, 2},
		"all":          {2, 2, 1},
	},
}

func TestRates(t *testing.T) {
	for version, floor := range rates {
		t.Run(fmt.Sprint("version ", version), func(t *testing.T) {
			t.Parallel()
			text := alphanumeric(qr.AlphanumericCapacity(version, qr.M))
			code := newCode(t, text, qr.Options{MinLevel: qr.M})
			if len(floor) != len(faults) {
				t.Fatalf("%d faults have a rate, want %d", len(floor), len(faults))
			}
			for _, f := range faults {
				got := rate(t, code, text, f)
				t.Logf("%-14s %v of %d", f.name, got, photographs)
				for level, n := range floor[f.name] {
					if got[level] < n {
						t.Errorf("%s, level %d: %d of %d photographs are read, want %d", f.name, level, got[level], photographs, n)
					}
				}
			}
		})
	}
}

// rate counts the photographs with a fault that are read, by levels.
func rate(t *testing.T, code *qr.Code, text string, f fault) (read [3]int) {
	t.Helper()
	for level := range read {
		for seed := range uint64(photographs) {
			p := straight
			f.make(&p, level, seed)
			got, err := qr.ReadImage(p.take(t, code, seed))
			if err == nil && got != text {
				t.Errorf("%s, level %d: read what was not written: %q", f.name, level, got)
			}
			if err == nil {
				read[level]++
			}
		}
	}
	return read
}
