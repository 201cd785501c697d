package qr_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"image/color"
	"io"
	"strings"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/qr"
)

// modules is what a drawing shows, quiet zone included.
type modules [][]bool

func (m modules) At(x, y int) color.Color {
	if m[y][x] {
		return color.Black
	}
	return color.White
}
func (m modules) ColorModel() color.Model { return color.GrayModel }
func (m modules) Bounds() image.Rectangle { return image.Rect(0, 0, len(m[0]), len(m)) }

func modulesOf(code *qr.Code) modules {
	side := code.Size + 2*qr.QuietZone
	m := make(modules, side)
	for y := range m {
		m[y] = make([]bool, side)
		for x := range m[y] {
			m[y][x] = code.Black(x-qr.QuietZone, y-qr.QuietZone)
		}
	}
	return m
}

func same(a, b modules) bool { return fmt.Sprint(a) == fmt.Sprint(b) }

func TestPNG(t *testing.T) {
	code := newCode(t, "WRAP1:BB8", qr.Options{})
	for _, scale := range []int{1, 3, 64} {
		picture := imageOf(t, code, scale)
		if side := (code.Size + 8) * scale; picture.Bounds() != image.Rect(0, 0, side, side) {
			t.Errorf("scale %d: picture is %v, want %d a side", scale, picture.Bounds(), side)
		}
		shown := modulesOf(code)
		for y := range shown {
			for x := range shown[y] {
				shown[y][x] = color.GrayModel.Convert(picture.At(x*scale+scale/2, y*scale+scale/2)).(color.Gray).Y == 0
			}
		}
		if !same(shown, modulesOf(code)) {
			t.Errorf("scale %d shows another code", scale)
		}
	}
	for _, scale := range []int{-1, 0, 65} {
		if err := code.PNG(io.Discard, scale); err == nil {
			t.Errorf("scale %d is accepted", scale)
		}
	}
}

func TestSVG(t *testing.T) {
	for _, version := range []int{1, 20, 40} {
		text := alphanumeric(qr.AlphanumericCapacity(version, qr.L))
		code := newCode(t, text, qr.Options{})
		var out bytes.Buffer
		if err := code.SVG(&out); err != nil {
			t.Fatal(err)
		}
		shown := svgModules(t, out.Bytes())
		if !same(shown, modulesOf(code)) {
			t.Errorf("version %d: the path draws another code", version)
		}
		if got, err := qr.ReadImage(shown); err != nil || got != text {
			t.Errorf("version %d: read %q, %v", version, got, err)
		}
	}
}

// svgModules draws the black path, whose commands are "M x y h n v1 h-n z".
func svgModules(t *testing.T, file []byte) modules {
	t.Helper()
	var svg struct {
		ViewBox string `xml:"viewBox,attr"`
		Path    []struct {
			Fill string `xml:"fill,attr"`
			D    string `xml:"d,attr"`
		} `xml:"path"`
	}
	if err := xml.Unmarshal(file, &svg); err != nil {
		t.Fatal(err)
	}
	var side, high int
	if _, err := fmt.Sscanf(svg.ViewBox, "0 0 %d %d", &side, &high); err != nil || side != high || len(svg.Path) != 2 {
		t.Fatalf("view box %q with %d paths: %v", svg.ViewBox, len(svg.Path), err)
	}
	if svg.Path[0].Fill != "#fff" || svg.Path[1].Fill != "" {
		t.Fatalf("fills %q and %q, want white and the default, black", svg.Path[0].Fill, svg.Path[1].Fill)
	}
	m := make(modules, side)
	for y := range m {
		m[y] = make([]bool, side)
	}
	for run := range strings.SplitSeq(strings.TrimSuffix(svg.Path[1].D, "z"), "z") {
		var x, y, n, back int
		if _, err := fmt.Sscanf(run, "M%d %dh%dv1h-%d", &x, &y, &n, &back); err != nil || n != back {
			t.Fatalf("path command %q: %v", run, err)
		}
		for i := range n {
			m[y][x+i] = true
		}
	}
	return m
}

func TestTerminal(t *testing.T) {
	code := newCode(t, alphanumeric(200), qr.Options{})
	var blocks, ascii bytes.Buffer
	if err := errors.Join(code.Terminal(&blocks), code.TerminalASCII(&ascii)); err != nil {
		t.Fatal(err)
	}
	if got := screen(t, blocks.String(), "▀", 1); !same(got[:len(got)-1], modulesOf(code)) {
		t.Error("half blocks show another code")
	}
	if got := screen(t, ascii.String(), "  ", 2); !same(got, modulesOf(code)) {
		t.Error("coloured spaces show another code")
	}
	for i, b := range ascii.Bytes() {
		if b > 0x7e {
			t.Fatalf("byte %#x at %d is not ascii", b, i)
		}
	}
}

// screen is a terminal that knows the two colours, cells of the given text, and
// nothing else.
func screen(t *testing.T, out, cell string, columns int) modules {
	t.Helper()
	black := map[string]bool{"16": true, "231": false}
	var shown modules
	for line := range strings.Lines(out) {
		line, ok := strings.CutSuffix(line, "\x1b[0m\n")
		if !ok {
			t.Fatalf("line %q does not reset its colours", line)
		}
		var upper, lower []bool
		for escape := range strings.SplitSeq(strings.TrimPrefix(line, "\x1b["), "\x1b[") {
			colours, cells, _ := strings.Cut(escape, "m")
			if strings.Trim(cells, cell) != "" {
				t.Fatalf("cells %q", cells)
			}
			colour := strings.Split(colours, ";")
			for range len(cells) / len(cell) {
				upper = append(upper, black[colour[2]])
				lower = append(lower, black[colour[len(colour)-1]])
			}
		}
		shown = append(shown, upper)
		if columns == 1 {
			shown = append(shown, lower)
		}
	}
	return shown
}

// A terminal's cells, in pixels.
const cellWidth, cellHeight = 6, 12

// fills say which part of its cell a character of [qr.Code.Plain] inks.
var fills = map[rune]func(x, y int) bool{
	' ': func(_, _ int) bool { return false },
	'█': func(_, _ int) bool { return true },
	'▀': func(_, y int) bool { return y < cellHeight/2 },
	'▄': func(_, y int) bool { return y >= cellHeight/2 },
	'#': func(x, y int) bool { // as fonts have it: two strokes each way
		return y > 1 && y < cellHeight-2 && (x == 1 || x == 4 || y == 4 || y == 7)
	},
}

// typed is what a terminal shows of characters without colours.
func typed(out string, ink, paper uint8) *image.Gray {
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	shown := image.NewGray(image.Rect(0, 0, len([]rune(lines[0]))*cellWidth, len(lines)*cellHeight))
	for row, line := range lines {
		for column, r := range []rune(line) {
			for i := range cellWidth * cellHeight {
				x, y := i%cellWidth, i/cellWidth
				shade := paper
				if fills[r](x, y) {
					shade = ink
				}
				shown.SetGray(column*cellWidth+x, row*cellHeight+y, color.Gray{Y: shade})
			}
		}
	}
	return shown
}

// What a terminal shows is a code that can be scanned, with colours and without
// them, on a dark terminal and on a light one.
func TestTerminalIsReadBack(t *testing.T) {
	text := alphanumeric(200)
	code := newCode(t, text, qr.Options{})
	check := func(name string, picture image.Image) {
		t.Helper()
		if got, err := qr.ReadImage(picture); err != nil || got != text {
			t.Errorf("%s: read %q, %v", name, got, err)
		}
	}
	var coloured, blocks, ascii bytes.Buffer
	if err := errors.Join(code.Terminal(&coloured), code.Plain(&blocks, true), code.Plain(&ascii, false)); err != nil {
		t.Fatal(err)
	}
	check("half blocks in colours", screen(t, coloured.String(), "▀", 1))
	check("half blocks on dark", typed(blocks.String(), 230, 20))
	check("half blocks on light", typed(blocks.String(), 0, 255))
	check("ascii on dark", typed(ascii.String(), 230, 20))
	check("ascii on light", typed(ascii.String(), 0, 255))
	if strings.Contains(blocks.String()+ascii.String(), "\x1b") || strings.Trim(ascii.String(), "# \n") != "" {
		t.Error("there is more than characters")
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestFailingWriter(t *testing.T) {
	code := newCode(t, "A", qr.Options{})
	for name, err := range map[string]error{
		"png": code.PNG(fullDisk{}, 4), "svg": code.SVG(fullDisk{}), "terminal": code.Terminal(fullDisk{}), "ascii": code.TerminalASCII(fullDisk{}),
		"plain": code.Plain(fullDisk{}, true),
	} {
		if err == nil || err.Error() != "disk full" {
			t.Errorf("%s: got %v, want the writer's error", name, err)
		}
	}
}
