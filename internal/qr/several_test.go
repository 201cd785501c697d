package qr_test

import (
	"bytes"
	"image"
	"image/draw"
	"math"
	"slices"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/qr"
)

// shelf puts codes of several versions side by side, in rows of four.
func shelf(t *testing.T, n, module int) (picture *image.Gray, texts []string) {
	t.Helper()
	const cell, columns = 75, 4
	picture = image.NewGray(image.Rect(0, 0, columns*cell*module, (n+columns-1)/columns*cell*module))
	draw.Draw(picture, picture.Rect, image.White, image.Point{}, draw.Src)
	for i := range n {
		version := 1 + i%10
		text := alphanumeric(qr.AlphanumericCapacity(version, qr.M) - i/10)
		at := image.Pt(i%columns, i/columns).Mul(cell * module)
		code := imageOf(t, newCode(t, text, qr.Options{MinLevel: qr.M}), module)
		draw.Draw(picture, code.Bounds().Add(at), code, image.Point{}, draw.Src)
		texts = append(texts, text)
	}
	return picture, texts
}

// Every code of a picture is found, whatever its size, and one that is there
// twice is found once.
func TestReadAll(t *testing.T) {
	for _, n := range []int{1, 2, 5, 12} {
		picture, want := shelf(t, n, 3)
		for name, picture := range map[string]image.Image{"straight": picture, "tilted": askew(picture, 8)} {
			got, err := qr.ReadAllImage(picture)
			slices.Sort(got)
			slices.Sort(want)
			if err != nil || !slices.Equal(got, want) {
				t.Errorf("%d codes %s: %d were read, %v", n, name, len(got), err)
			}
		}
	}
}

func TestReadAllOrder(t *testing.T) {
	picture, want := shelf(t, 12, 3)
	got, err := qr.ReadAllImage(picture)
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("codes are not listed from top to bottom and left to right (%v)", err)
	}
}

func TestReadAllSameTwice(t *testing.T) {
	picture, texts := shelf(t, 1, 3)
	twice := image.NewGray(image.Rect(0, 0, picture.Rect.Dx(), 2*picture.Rect.Dy()))
	draw.Draw(twice, picture.Rect, picture, image.Point{}, draw.Src)
	draw.Draw(twice, picture.Rect.Add(image.Pt(0, picture.Rect.Dy())), picture, image.Point{}, draw.Src)
	if got, err := qr.ReadAllImage(twice); err != nil || !slices.Equal(got, texts) {
		t.Errorf("read %q, %v, want one", got, err)
	}
}

// askew turns a picture that need not be square.
func askew(from *image.Gray, degrees float64) image.Image {
	w, h := float64(from.Rect.Dx()), float64(from.Rect.Dy())
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	to := image.NewGray(image.Rect(0, 0, int(w*cos+h*sin)+1, int(h*cos+w*sin)+1))
	return mapped(to, func(x, y int, _ uint8) uint8 {
		dx, dy := float64(x)-float64(to.Rect.Dx())/2, float64(y)-float64(to.Rect.Dy())/2
		at := image.Pt(int(dx*cos+dy*sin+w/2), int(dy*cos-dx*sin+h/2))
		if !at.In(from.Rect) {
			return 160
		}
		return from.GrayAt(at.X, at.Y).Y
	})
}

// FuzzReadAll reads the same of any file as Read does: all that is there, or an
// error.
func FuzzReadAll(f *testing.F) {
	f.Add(pngHeader(3, 3))
	f.Add([]byte("\xff\xd8\xff\xe0"))
	f.Fuzz(func(t *testing.T, data []byte) {
		all, err := qr.ReadAll(bytes.NewReader(data))
		one, oneErr := qr.Read(bytes.NewReader(data))
		if (err == nil) != (oneErr == nil) || err == nil && !slices.Contains(all, one) {
			t.Errorf("read %q, %v, and of all %q, %v", one, oneErr, all, err)
		}
		if picture, _, err := image.Decode(bytes.NewReader(data)); err == nil && picture.Bounds().Dx()*picture.Bounds().Dy() < 1<<20 {
			again, _ := qr.ReadAllImage(picture)
			if !slices.Equal(again, all) {
				t.Errorf("the picture holds %q, its file %q", again, all)
			}
		}
	})
}
