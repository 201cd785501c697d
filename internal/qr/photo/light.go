package photo

import (
	"image"
	"image/color"
	"image/draw"
	"iter"
)

// Light returns the light of a picture, on white where it is transparent, with
// its first pixel at (0, 0).
func Light(picture image.Image) *image.Gray {
	b := picture.Bounds()
	light := image.NewGray(image.Rect(0, 0, b.Dx(), b.Dy()))
	switch p := picture.(type) {
	case *image.Gray:
		for y := range b.Dy() {
			copy(light.Pix[y*light.Stride:][:b.Dx()], p.Pix[p.PixOffset(b.Min.X, b.Min.Y+y):])
		}
	case *image.YCbCr: // of a JPEG: the light is there already
		for y := range b.Dy() {
			copy(light.Pix[y*light.Stride:][:b.Dx()], p.Y[p.YOffset(b.Min.X, b.Min.Y+y):])
		}
	case *image.Paletted:
		shades := make([]uint8, 256)
		for i, c := range p.Palette {
			shades[i] = onWhite(c)
		}
		for y := range b.Dy() {
			for x, i := range p.Pix[p.PixOffset(b.Min.X, b.Min.Y+y):][:b.Dx()] {
				light.Pix[y*light.Stride+x] = shades[i]
			}
		}
	default:
		draw.Draw(light, light.Rect, image.White, image.Point{}, draw.Src)
		draw.Draw(light, light.Rect, picture, b.Min, draw.Over)
	}
	return light
}

// onWhite is the light of a colour before white.
func onWhite(c color.Color) uint8 {
	r, g, b, a := c.RGBA()
	white := 0xffff - a
	return color.GrayModel.Convert(color.RGBA64{uint16(r + white), uint16(g + white), uint16(b + white), 0xffff}).(color.Gray).Y
}

// A view is a picture in another size: a point of it times scale is the point
// of the picture.
type view struct {
	light *image.Gray
	scale float64
}

const (
	firstSide = 1100 // pixels: the largest side of the view that is looked at first
	leastSide = 300  // no view is smaller, but for a picture that is
	smallSide = 800  // a picture up to this is looked at enlarged, too
)

// views are the sizes in which a picture is looked at: first that in which most
// symbols of most cameras are read at the least cost, then the larger ones, for
// small symbols, then the smaller ones, which have less noise, then an enlarged
// one.
func views(picture *image.Gray) iter.Seq[view] {
	all := []view{{picture, 1}}
	first := 0
	for v := all[0]; max(v.light.Rect.Dx(), v.light.Rect.Dy()) >= 2*leastSide; {
		if max(v.light.Rect.Dx(), v.light.Rect.Dy()) > firstSide {
			first = len(all)
		}
		v = view{halve(v.light), v.scale * 2}
		all = append(all, v)
	}
	return func(yield func(view) bool) {
		for i := first; i >= 0; i-- {
			if !yield(all[i]) {
				return
			}
		}
		for _, v := range all[first+1:] {
			if !yield(v) {
				return
			}
		}
		if w, h := picture.Rect.Dx(), picture.Rect.Dy(); max(w, h) <= smallSide {
			yield(view{double(picture), 0.5})
		}
	}
}

// halve averages squares of four pixels.
func halve(p *image.Gray) *image.Gray {
	to := image.NewGray(image.Rect(0, 0, p.Rect.Dx()/2, p.Rect.Dy()/2))
	for y := range to.Rect.Dy() {
		upper, lower := p.Pix[2*y*p.Stride:], p.Pix[(2*y+1)*p.Stride:]
		for x := range to.Rect.Dx() {
			sum := int(upper[2*x]) + int(upper[2*x+1]) + int(lower[2*x]) + int(lower[2*x+1])
			to.Pix[y*to.Stride+x] = uint8((sum + 2) / 4)
		}
	}
	return to
}

// double enlarges a picture, and interpolates.
func double(p *image.Gray) *image.Gray {
	to := image.NewGray(image.Rect(0, 0, 2*p.Rect.Dx(), 2*p.Rect.Dy()))
	m := meter{light: p}
	for y := range to.Rect.Dy() {
		for x := range to.Rect.Dx() {
			to.Pix[y*to.Stride+x] = uint8(m.at(Point{float64(x)/2 + 0.25, float64(y)/2 + 0.25}) + 0.5)
		}
	}
	return to
}
