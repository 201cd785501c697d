package qr_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"maps"
	"math"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/qr"
)

func newCode(t *testing.T, text string, o qr.Options) *qr.Code {
	t.Helper()
	code, err := qr.New(text, o)
	if err != nil {
		t.Fatal(err)
	}
	return code
}

func read(t *testing.T, code *qr.Code, scale int) string {
	t.Helper()
	text, err := qr.Read(bytes.NewReader(pngOf(t, code, scale)))
	if err != nil {
		t.Fatalf("version %d-%v at %d pixels a module: %v", code.Version, code.Level, scale, err)
	}
	return text
}

func pngOf(t *testing.T, code *qr.Code, scale int) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := code.PNG(&out, scale); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func imageOf(t *testing.T, code *qr.Code, scale int) image.Image {
	t.Helper()
	picture, err := png.Decode(bytes.NewReader(pngOf(t, code, scale)))
	if err != nil {
		t.Fatal(err)
	}
	return picture
}

// Every version and level, filled to the last character, and every mode: we read
// what we write, and so does zbar.
func TestReadWhatWeWrite(t *testing.T) {
	folder, written := t.TempDir(), map[string]string{}
	write := func(text string, o qr.Options) {
		code := newCode(t, text, o)
		if o.MinVersion > 0 && (code.Version != o.MinVersion || code.Level != o.MinLevel) {
			t.Fatalf("made version %d-%v, want %d-%v", code.Version, code.Level, o.MinVersion, o.MinLevel)
		}
		picture := imageOf(t, code, 3)
		if got, err := qr.ReadImage(picture); err != nil || got != text {
			t.Errorf("version %d-%v: read %q, %v, want %q", code.Version, code.Level, got, err, text)
		}
		path := filepath.Join(folder, fmt.Sprintf("%d-%v-%d.pgm", code.Version, code.Level, len(text)))
		writePGM(t, path, picture)
		written[path] = text
	}
	for version := qr.MinVersion; version <= qr.MaxVersion; version++ {
		for _, level := range levels {
			write(alphanumeric(qr.AlphanumericCapacity(version, level)), qr.Options{MinLevel: level, MinVersion: version})
		}
	}
	write("01234567", qr.Options{})
	write("ethereum:0x5f@1337/buy?value=2e18", qr.Options{})
	write("https://w.example/#"+strings.Repeat("ABC234", 500), qr.Options{})
	if got := zbarReads(t, folder); !maps.Equal(got, written) {
		t.Errorf("zbar reads %d of %d codes, or others:", len(got), len(written))
		for path, text := range written {
			if got[path] != text {
				t.Errorf("%s: %q, want %q", filepath.Base(path), got[path], text)
			}
		}
	}
}

func TestReadScales(t *testing.T) {
	for _, version := range []int{1, 7, 20, 40} {
		text := alphanumeric(qr.AlphanumericCapacity(version, qr.L))
		code := newCode(t, text, qr.Options{})
		for _, scale := range []int{1, 2, 3, 4, 5, 8, 11} {
			if got := read(t, code, scale); got != text {
				t.Errorf("version %d at scale %d: read %q", version, scale, got)
			}
		}
	}
}

func TestReadModes(t *testing.T) {
	for _, text := range []string{
		"7", "0123456789012345", "A", "WRAP1:BB8", "ethereum:0x5f@1337/buy?value=2e18", "https://w.example/#ABC", "ABC~", "HTTPS://W.EXAMPLE/#ABCDEFGHIJKLMNOPQ",
	} {
		if got := read(t, newCode(t, text, qr.Options{}), 4); got != text {
			t.Errorf("read %q, want %q", got, text)
		}
	}
}

func TestReadPictures(t *testing.T) {
	for _, version := range []int{2, 10, 20, 40} {
		text := alphanumeric(qr.AlphanumericCapacity(version, qr.M))
		code := newCode(t, text, qr.Options{MinLevel: qr.M})
		clean := imageOf(t, code, 5)
		for name, picture := range map[string]image.Image{
			"inverted":  mapped(clean, func(x, y int, v uint8) uint8 { return 255 - v }),
			"pale":      mapped(clean, func(x, y int, v uint8) uint8 { return 90 + v/3 }),
			"shaded":    mapped(clean, func(x, y int, v uint8) uint8 { return uint8(int(v) * (140 + x*100/clean.Bounds().Dx()) / 255) }),
			"noisy":     noisy(clean),
			"turned":    turned(clean),
			"tilted":    tilted(clean, 4),
			"in a page": inPage(clean),
		} {
			got, err := qr.ReadImage(picture)
			if err != nil || got != text {
				t.Errorf("version %d %s: read %q, %v", version, name, got, err)
			}
			var photo bytes.Buffer
			if err := jpeg.Encode(&photo, picture, &jpeg.Options{Quality: 70}); err != nil {
				t.Fatal(err)
			}
			got, err = qr.Read(&photo)
			if err != nil || got != text {
				t.Errorf("version %d %s as jpeg: read %q, %v", version, name, got, err)
			}
		}
	}
}

func mapped(from image.Image, f func(x, y int, v uint8) uint8) *image.Gray {
	to := image.NewGray(from.Bounds())
	for y := range to.Rect.Dy() {
		for x := range to.Rect.Dx() {
			v := color.GrayModel.Convert(from.At(x, y)).(color.Gray).Y
			to.SetGray(x, y, color.Gray{Y: f(x, y, v)})
		}
	}
	return to
}

func noisy(from image.Image) image.Image {
	random := rand.New(rand.NewPCG(1, 2))
	return mapped(from, func(_, _ int, v uint8) uint8 { return uint8(min(255, max(0, int(v)+random.IntN(80)-40))) })
}

func turned(from image.Image) image.Image {
	return mapped(from, func(x, y int, _ uint8) uint8 {
		return color.GrayModel.Convert(from.At(y, from.Bounds().Dx()-1-x)).(color.Gray).Y
	})
}

func tilted(from image.Image, degrees float64) image.Image {
	side := from.Bounds().Dx()
	to := image.NewGray(image.Rect(0, 0, side*5/4, side*5/4))
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	return mapped(to, func(x, y int, _ uint8) uint8 {
		dx, dy := float64(x-side*5/8), float64(y-side*5/8)
		at := image.Pt(int(dx*cos+dy*sin)+side/2, int(dy*cos-dx*sin)+side/2)
		if !at.In(from.Bounds()) {
			return 255
		}
		return color.GrayModel.Convert(from.At(at.X, at.Y)).(color.Gray).Y
	})
}

func inPage(from image.Image) image.Image {
	side := from.Bounds().Dx()
	to := image.NewGray(image.Rect(0, 0, side+400, side+700))
	return mapped(to, func(x, y int, _ uint8) uint8 {
		switch at := image.Pt(x-100, y-300); {
		case at.In(from.Bounds()):
			return color.GrayModel.Convert(from.At(at.X, at.Y)).(color.Gray).Y
		case y < 200 && y%20 < 8 && (x/7+y/20)%3 > 0:
			return 40 // lines of print
		}
		return 230
	})
}

func TestReadRefuses(t *testing.T) {
	var blank bytes.Buffer
	if err := png.Encode(&blank, mapped(image.NewGray(image.Rect(0, 0, 120, 80)), func(_, _ int, _ uint8) uint8 { return 200 })); err != nil {
		t.Fatal(err)
	}
	_, err := qr.Read(&blank)
	var notFound *qr.NotFoundError
	if !errors.As(err, &notFound) || err.Error() != "no qr code found in picture (120x80)" {
		t.Errorf("blank picture: got %v", err)
	}
	whole := pngOf(t, newCode(t, "HELLO", qr.Options{}), 4)
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"nothing":   {nil, "not a png or jpeg picture"},
		"text":      {[]byte("WRAP1:BB8"), "not a png or jpeg picture"},
		"cut":       {whole[:len(whole)-30], "broken png picture"},
		"huge":      {pngHeader(1<<20, 1<<20), "picture has 1048576x1048576 pixels"},
		"too wide":  {pngHeader(qr.MaxPicturePixels+1, 1), "pixels, want 1 to"},
		"too heavy": {make([]byte, qr.MaxPictureBytes+1), "picture is longer than"},
	} {
		if _, err := qr.Read(bytes.NewReader(c.data)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", name, err, c.want)
		}
	}
}

// pngHeader is the start of a PNG that claims a size.
func pngHeader(width, height uint32) []byte {
	chunk := binary.BigEndian.AppendUint32([]byte("IHDR"), width)
	chunk = binary.BigEndian.AppendUint32(chunk, height)
	chunk = append(chunk, 8, 0, 0, 0, 0)
	header := append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0d"), chunk...)
	return binary.BigEndian.AppendUint32(header, crc32.ChecksumIEEE(chunk))
}

func FuzzRead(f *testing.F) {
	code, err := qr.New("WRAP1:BB8", qr.Options{})
	if err != nil {
		f.Fatal(err)
	}
	var out bytes.Buffer
	if err := code.PNG(&out, 2); err != nil {
		f.Fatal(err)
	}
	f.Add(out.Bytes())
	f.Add(pngHeader(3, 3))
	f.Add([]byte("\xff\xd8\xff\xe0"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if text, err := qr.Read(bytes.NewReader(data)); err != nil && text != "" {
			t.Errorf("text %q beside error %v", text, err)
		}
	})
}

// FuzzReadModules flips modules of a small symbol: whatever is still read must
// be what was written, or nothing.
func FuzzReadModules(f *testing.F) {
	f.Add(uint16(0), uint16(0), uint16(0))
	f.Add(uint16(100), uint16(222), uint16(440))
	f.Fuzz(func(t *testing.T, a, b, c uint16) {
		code := newCode(t, "HELLO W", qr.Options{MinLevel: qr.H})
		side := code.Size + 2*qr.QuietZone
		picture := mapped(imageOf(t, code, 1), func(_, _ int, v uint8) uint8 { return v })
		for _, at := range []uint16{a, b, c} {
			picture.Pix[int(at)%(side*side)] ^= 0xff
		}
		if text, err := qr.ReadImage(picture); err == nil && text != "HELLO W" {
			t.Errorf("modules %d, %d, %d flipped: read %q", a, b, c, text)
		}
	})
}
