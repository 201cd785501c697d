package photo_test

import (
	"image"
	"math/rand/v2"
	"testing"

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

func distance(x int) int { return max(x-4, 4-x) }

// A picture made to cost much costs no more than is allowed, and has no symbol.
func TestWorkIsBounded(t *testing.T) {
	for name, picture := range map[string]*image.Gray{
		"noise of 25 megapixels": noise(5000, 2),
		"fine noise":             noise(1000, 1),
		"finder patterns":        finders(1000, 4),
	} {
		found, work := photo.Read(picture, func(photo.Symbol) bool { return true })
		if len(found) > 0 || work > photo.MaxWork {
			t.Errorf("%s: %d symbols found by %d measurements, want none by at most %d", name, len(found), work, photo.MaxWork)
		}
		t.Logf("%s: %d measurements", name, work)
	}
}
