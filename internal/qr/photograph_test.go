package qr_test

import (
	"bytes"
	"image"
	"image/jpeg"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/qr"
)

// A photograph says how a code is seen.
type photograph struct {
	module   float64 // pixels a module, where the code is as far away as its middle
	turn     float64 // degrees that it is turned by
	tilt     float64 // degrees between the paper and the sensor
	towards  float64 // degrees: the direction of the far side
	mirrored bool
	inverted bool
	blur     float64 // modules: standard deviation of what a point becomes
	noise    float64 // grey levels of 255: standard deviation
	contrast float64 // grey levels of 255 between dark and light
	gradient float64 // light at the dark corner, as a share of that at the light one
	shadow   float64 // light in a shadow over a half, as a share
	quality  int     // of JPEG; 0 is none
}

// straight is a photograph without a fault.
var straight = photograph{module: 3, contrast: 190, gradient: 1, shadow: 1}

// away is how far the camera is, in sides of the code.
const away = 2.5

// take draws what a camera sees: the code on paper, and the table beneath.
func (p photograph) take(t *testing.T, code *qr.Code, seed uint64) *image.Gray {
	t.Helper()
	random := rand.New(rand.NewPCG(seed, 18004))
	side := p.side(code)
	plane := make([]float64, side*side)
	edge, at := 0.7*float64(side)+(random.Float64()-0.5)*float64(side)/4, p.camera(code, side, random)
	for y := range side {
		for x := range side {
			light := 0.0
			for _, d := range [2]float64{.25, .75} {
				u, v := at(float64(x)+d, float64(y)+1-d)
				light += p.paper(code, u, v) / 2
			}
			light *= 1 - (1-p.gradient)*float64(x+y)/float64(2*side)
			if float64(x)+0.4*float64(y) < edge {
				light *= p.shadow
			}
			plane[y*side+x] = light
		}
	}
	if p.blur > 0 {
		plane = blurred(plane, side, p.blur*p.module)
	}
	picture := image.NewGray(image.Rect(0, 0, side, side))
	for i, v := range plane {
		if p.noise > 0 {
			v += random.NormFloat64() * p.noise
		}
		picture.Pix[i] = uint8(min(max(v, 0), 255))
	}
	return p.compressed(t, picture)
}

// side is that of the picture, in pixels: there is room for the quiet zone.
func (p photograph) side(code *qr.Code) int {
	sin, cos := math.Sincos(p.turn * math.Pi / 180)
	near := 1 + 0.3*math.Sin(p.tilt*math.Pi/180) // the near side is larger
	return int(p.module * (float64(code.Size+2*qr.QuietZone)*(math.Abs(sin)+math.Abs(cos))*near + 4))
}

// compressed is the picture after a JPEG of it.
func (p photograph) compressed(t *testing.T, picture *image.Gray) *image.Gray {
	t.Helper()
	if p.quality == 0 {
		return picture
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, picture, &jpeg.Options{Quality: p.quality}); err != nil {
		t.Fatal(err)
	}
	read, err := jpeg.Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	return read.(*image.Gray)
}

// camera returns what maps pixels to modules: a pinhole, away from the middle of
// a code that is turned and then tilted.
func (p photograph) camera(code *qr.Code, side int, random *rand.Rand) func(x, y float64) (u, v float64) {
	sin, cos := math.Sincos(p.turn * math.Pi / 180)
	far, near := math.Sincos(p.towards * math.Pi / 180)
	steep, flat := math.Sincos(p.tilt * math.Pi / 180)
	distance := away * float64(code.Size) * p.module
	dx, dy := (random.Float64()-0.5)*p.module*3, (random.Float64()-0.5)*p.module*3
	return func(x, y float64) (u, v float64) {
		x, y = x-float64(side)/2-dx, y-float64(side)/2-dy
		along, across := x*near+y*far, y*near-x*far
		along = along * distance / (distance*flat - along*steep)
		across *= (distance + along*steep) / distance
		x, y = along*near-across*far, along*far+across*near
		u, v = (x*cos+y*sin)/p.module, (y*cos-x*sin)/p.module
		if p.mirrored {
			u = -u
		}
		return u + float64(code.Size)/2, v + float64(code.Size)/2
	}
}

// paper is the light of a place, in modules from the code's corner.
func (p photograph) paper(code *qr.Code, u, v float64) float64 {
	const margin = qr.QuietZone
	if u < -margin || v < -margin || u > float64(code.Size+margin) || v > float64(code.Size+margin) {
		return 90 + 8*float64(int(math.Floor(u/5))&3) // the planks of a table
	}
	if code.Black(int(math.Floor(u)), int(math.Floor(v))) != p.inverted {
		return 128 - p.contrast/2
	}
	return 128 + p.contrast/2
}

// blurred is a plane out of focus: a Gaussian of this standard deviation, in
// pixels.
func blurred(from []float64, side int, deviation float64) []float64 {
	radius := int(math.Ceil(3 * deviation))
	weights, all := make([]float64, 2*radius+1), 0.0
	for i := range weights {
		off := float64(i-radius) / deviation
		weights[i] = math.Exp(-off * off / 2)
		all += weights[i]
	}
	for _, step := range [2]int{1, side} {
		to := make([]float64, len(from))
		for at := range from {
			i := at / step % side
			for j, w := range weights {
				off := min(max(i+j-radius, 0), side-1) - i
				to[at] += from[at+off*step] * w / all
			}
		}
		from = to
	}
	return from
}
