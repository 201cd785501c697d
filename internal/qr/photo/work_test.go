package photo_test

import (
	"image"
	"math/rand/v2"
	"testing"

	"rsc.io/qr/coding"

	"github.com/shrinkwrap/shrinkwrap/internal/qr/photo"
)

// noise is a picture of nothing, of squares so many pixels wide.
func noise(side, square int) *image.Gray {
	random := rand.New(rand.NewPCG(uint64(side), uint64(square)))
	picture := image.NewGray(image.Rect(0, 0, side, side))
	for y := range side {
		for x := range side {
			if x%square == 0 && y%square == 0 {
				picture.Pix[y*side+x] = uint8(random.Uint32())
			} else {
				picture.Pix[y*side+x] = picture.Pix[(y-y%square)*side+x-x%square]
			}
		}
	}
	return picture
}

// finders is a picture of finder patterns as close as they can be: any three
// could be a symbol's.
func finders(side, module int) *image.Gray {
	picture := image.NewGray(image.Rect(0, 0, side, side))
	for y := range side {
		for x := range side {
			ring := max(distance(x/module%9), distance(y/module%9))
			if ring == 2 || ring > 3 {
				picture.Pix[y*side+x] = 255
			}
		}
	}
	return picture
}

// broken is a picture of symbols that have all but their data.
func broken(t *testing.T, side, module int) *image.Gray {
	t.Helper()
	plan, err := coding.NewPlan(4, coding.L, 0)
	if err != nil {
		t.Fatal(err)
	}
	picture := noise(side, module)
	cell := len(plan.Pixel) + 8
	for i := range picture.Pix {
		x, y := i%side/module%cell-4, i/side/module%cell-4
		if min(x, y) < 0 || max(x, y) >= len(plan.Pixel) {
			picture.Pix[i] = 255 // a quiet zone
			continue
		}
		switch pixel := plan.Pixel[y][x]; {
		case pixel.Role() != coding.Data && pixel.Role() != coding.Check && pixel.Role() != coding.Extra:
			picture.Pix[i] = 255 * uint8(1-pixel&coding.Black)
		case picture.Pix[i] > 127:
			picture.Pix[i] = 255
		default:
			picture.Pix[i] = 0
		}
	}
	return picture
}

func exceeds(work photo.Work) bool {
	return work.Measurements > photo.MaxMeasurements || work.Blurred > photo.MaxBlurred
}

func distance(x int) int { return max(x-4, 4-x) }

// A picture made to cost much costs no more than is allowed, and has no symbol.
func TestWorkIsBounded(t *testing.T) {
	for name, picture := range map[string]*image.Gray{
		"noise of 25 megapixels": noise(5000, 2),
		"fine noise":             noise(1000, 1),
		"finder patterns":        finders(1000, 4),
		"broken symbols":         broken(t, 1000, 4),
	} {
		found, work := photo.Read(picture, func(photo.Symbol) bool { return true })
		if len(found) > 0 || exceeds(work) {
			t.Errorf("%s: %d symbols found by %+v, want none by at most %d and %d", name, len(found), work, photo.MaxMeasurements, photo.MaxBlurred)
		}
		if name == "broken symbols" && work.Blurred < photo.MaxBlurred {
			t.Errorf("%s: only %d of %d tries are used up", name, work.Blurred, photo.MaxBlurred)
		}
		t.Logf("%s: %+v", name, work)
	}
}
