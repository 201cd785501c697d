package photo_test

import (
	"image"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/qr/photo"
)

// FuzzRead looks at pictures of any pixels: what is found lies within its bounds
// of work, and nothing panics.
func FuzzRead(f *testing.F) {
	f.Add(finders(60, 2).Pix, uint8(60))
	f.Add(noise(40, 1).Pix, uint8(40))
	f.Add([]byte{0}, uint8(1))
	f.Fuzz(func(t *testing.T, pixels []byte, width uint8) {
		if width == 0 || len(pixels) < int(width) {
			return
		}
		height := len(pixels) / int(width)
		picture := &image.Gray{Pix: pixels, Stride: int(width), Rect: image.Rect(0, 0, int(width), height)}
		if _, work := photo.Read(picture, func(photo.Symbol) bool { return true }); exceeds(work) {
			t.Errorf("work %+v, want at most %d and %d", work, photo.MaxMeasurements, photo.MaxBlurred)
		}
	})
}
