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
	module   float64 // pixels a module
	angle    float64 // that it is turned by, in degrees
	tilt     float64 // how much smaller its far side is than its middle, as a share
	towards  float64 // the direction of the far side, in degrees
	mirrored bool
	inverted bool
	blur     float64 // standard deviation, in modules
	noise    float64 // standard deviation, of 255
	contrast float64 // of 255, between dark and light
	gradient float64 // light at the dark side, as a share of that at the light one
	shadow   float64 // light in a shadow over a half, as a share
	quality  int     // of JPEG; 0 is none
}

// straight is a photograph without a fault.
var straight = photograph{module: 5, contrast: 190, gradient: 1, shadow: 1}

// take draws what a camera sees: the code on paper, and the table beneath.
func (p photograph) take(t *testing.T, code *qr.Code, seed uint64) image.Image {
	t.Helper()
	random := rand.New(rand.NewPCG(seed, 18004))
	side := int(float64(code.Size+2*qr.QuietZone) * p.module * (1.45 + p.tilt))
	plane := make([]float64, side*side)
	edge, at := float64(side)/2+(random.Float64()-0.5)*float64(side)/4, p.camera(code, side, random)
	for y := range side {
		for x := range side {
			light := 0.0
			for _, d := range [4][2]float64{{.25, .25}, {.75, .25}, {.25, .75}, {.75, .75}} {
				u, v := at(float64(x)+d[0], float64(y)+d[1])
				light += p.paper(code, u, v) / 4
			}
			light *= 1 - (1-p.gradient)*float64(x+y)/float64(2*side)
			if float64(x)+0.4*float64(y) < edge+0.2*float64(side) {
				light *= p.shadow
			}
			plane[y*side+x] = light
		}
	}
	plane = blurred(plane, side, p.blur*p.module)
	picture := image.NewGray(image.Rect(0, 0, side, side))
	for i, v := range plane {
		picture.Pix[i] = uint8(min(max(v+random.NormFloat64()*p.noise, 0), 255))
	}
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
	return read
}

// camera returns what maps pixels to modules.
func (p photograph) camera(code *qr.Code, side int, random *rand.Rand) func(x, y float64) (u, v float64) {
	sin, cos := math.Sincos(p.angle * math.Pi / 180)
	far, near := math.Sincos(p.towards * math.Pi / 180)
	dx, dy := (random.Float64()-0.5)*p.module*3, (random.Float64()-0.5)*p.module*3
	radius := float64(code.Size) * p.module / 2
	return func(x, y float64) (u, v float64) {
		x, y = x-float64(side)/2-dx, y-float64(side)/2-dy
		depth := 1 - p.tilt*(x*near+y*far)/radius/1.4
		x, y = x/depth, y/depth
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
	light := 128 + p.contrast/2
	dark := 128 - p.contrast/2
	if u < -margin || v < -margin || u > float64(code.Size+margin) || v > float64(code.Size+margin) {
		return 100 + 20*math.Sin(u/3)*math.Cos(v/2) // the table
	}
	if code.Black(int(math.Floor(u)), int(math.Floor(v))) != p.inverted {
		return dark
	}
	return light
}

// blurred is a plane out of focus: a Gaussian of this standard deviation, in
// pixels.
func blurred(from []float64, side int, deviation float64) []float64 {
	radius := int(3 * deviation)
	weights, all := make([]float64, 2*radius+1), 0.0
	for i := range weights {
		off := float64(i-radius) / max(deviation, 1e-9)
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
