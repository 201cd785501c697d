package label_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image"
	"image/png"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/label"
	"github.com/shrinkwrap/shrinkwrap/internal/qr"
)

const moduleWidth = 0.5

func newLabel(t *testing.T, title string, characters int) *label.Label {
	t.Helper()
	code, err := qr.New("WRAP1:"+strings.Repeat("AB3 ", characters/4), qr.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return &label.Label{
		Title: title, Prices: []string{"sample: free", "text: 0.002 ETH"},
		Publisher: "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", Payee: "0x52908400098527886E0F7030069857D2E4169EE7",
		Do: "Scan with Shrinkwrap; compare the publisher.", Code: code, Module: moduleWidth,
	}
}

const dotsPerInch = 200

// rendered draws a file by a program of Debian's.
func rendered(t *testing.T, name string, draw func(io.Writer) error) image.Image {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	var file bytes.Buffer
	if err := draw(&file); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, file.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	command := exec.Command("rsvg-convert", "--dpi-x=200", "--dpi-y=200", path)
	if strings.HasSuffix(name, ".pdf") {
		command = exec.Command("pdftoppm", "-png", "-r", "200", path)
	}
	command.Stderr = os.Stderr
	out, err := command.Output()
	if err != nil {
		t.Fatalf("%v: %v (install librsvg2-bin and poppler-utils)", command, err)
	}
	picture, err := png.Decode(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	if folder := os.Getenv("LABELS"); folder != "" { // to look at them
		if err := os.WriteFile(filepath.Join(folder, name+".png"), out, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return picture
}

var titles = map[string]string{
	"short":    "The Tale",
	"long":     strings.Repeat("The Long and Winding Tale of Forty Lamps ", 6)[:240],
	"unbroken": strings.Repeat("Lamplighter", 12),
	"Greek":    "Ο λυχνοκαΐστης — Фонарщик, Łódź",
	"hostile":  `</text><script>alert(1)</script>"&#x41;<!-- (Tj) ) ET \( ]]>`,
}

// What is printed can be scanned, at the size that it says.
func TestLabelIsReadBack(t *testing.T) {
	for name, title := range titles {
		for _, characters := range []int{200, 1200, 4200} {
			l := newLabel(t, title, characters)
			for kind, draw := range map[string]func(io.Writer) error{".svg": l.SVG, ".pdf": l.PDF} {
				picture := rendered(t, name+strconv.Itoa(characters)+kind, draw)
				got, err := qr.ReadAllImage(picture)
				if err != nil || len(got) != 1 || !strings.HasPrefix(got[0], "WRAP1:AB3 ") || len(got[0]) != 6+characters {
					t.Errorf("%s%s of %d characters: read %.30q, %v", name, kind, characters, got, err)
				}
				checkScale(t, name+kind, l, picture)
			}
		}
	}
}

// checkScale measures the rule, which is the lowest long line: 50 mm.
func checkScale(t *testing.T, name string, l *label.Label, picture image.Image) {
	t.Helper()
	want := 50 / 25.4 * float64(dotsPerInch)
	for y := picture.Bounds().Max.Y - 1; y > 0; y-- {
		first, last := -1, -1
		for x := range picture.Bounds().Dx() {
			if r, _, _, alpha := picture.At(x, y).RGBA(); alpha == 0xffff && r < 0x9000 {
				if first < 0 {
					first = x
				}
				last = x
			} else if first >= 0 && float64(last-first) > want/2 {
				break
			} else {
				first = -1
			}
		}
		if length := float64(last - first + 1); first >= 0 && length > want/2 {
			if math.Abs(length-want) > 4 {
				t.Errorf("%s: the rule is %v dots long, want %v", name, length, want)
			}
			return
		}
	}
	t.Errorf("%s: there is no rule", name)
}

// All that a label says is in its SVG, as text, and nothing else is.
func TestSVGText(t *testing.T) {
	for name, title := range titles {
		l := newLabel(t, title, 200)
		var file bytes.Buffer
		if err := l.SVG(&file); err != nil {
			t.Fatal(err)
		}
		var svg struct {
			Title string   `xml:"title"`
			Text  []string `xml:"text"`
			Other []struct {
				XMLName xml.Name
			} `xml:",any"`
		}
		if err := xml.Unmarshal(file.Bytes(), &svg); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if svg.Title != title {
			t.Errorf("title %q, want %q", svg.Title, title)
		}
		said := strings.Join(svg.Text, "")
		for _, want := range []string{title, "sample: free", "text: 0.002 ETH", l.Publisher, l.Payee, l.Do} {
			if !strings.Contains(strings.ReplaceAll(said, " ", ""), strings.ReplaceAll(want, " ", "")) {
				t.Errorf("%s: %q is not in %q", name, want, said)
			}
		}
		for _, other := range svg.Other {
			if tag := other.XMLName.Local; tag != "rect" && tag != "path" {
				t.Errorf("%s: has a %s", name, tag)
			}
		}
		if bytes.Contains(file.Bytes(), []byte("href")) {
			t.Errorf("%s: refers to something", name)
		}
	}
}

// pdftotext finds the words, so that a PDF's text is text.
func TestPDFText(t *testing.T) {
	l := newLabel(t, titles["Greek"], 200)
	var file bytes.Buffer
	if err := l.PDF(&file); err != nil {
		t.Fatal(err)
	}
	command := exec.Command("pdftotext", "-layout", "-", "-")
	command.Stdin = bytes.NewReader(file.Bytes())
	out, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"λυχνοκαΐστης", "Фонарщик", "Łódź", "0.002 ETH", l.Publisher, l.Payee} {
		if !strings.Contains(string(out), want) {
			t.Errorf("%q is not in %q", want, out)
		}
	}
	var again bytes.Buffer
	if err := l.PDF(&again); err != nil || !bytes.Equal(again.Bytes(), file.Bytes()) {
		t.Errorf("the same label is another file (%v)", err)
	}
}

// The sheet of a label is as large as its code needs.
func TestPageSize(t *testing.T) {
	l := newLabel(t, "The Tale", 4200)
	var file bytes.Buffer
	if err := l.SVG(&file); err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`^<svg [^>]*width="([0-9.]+)mm"`).FindSubmatch(file.Bytes())
	if found == nil {
		t.Fatalf("%.200s has no width", file.Bytes())
	}
	width, err := strconv.ParseFloat(string(found[1]), 64)
	if want := float64(l.Code.Size+2*qr.QuietZone)*moduleWidth + 12; err != nil || math.Abs(width-want) > 0.01 {
		t.Errorf("%v mm wide, want %v (%v)", width, want, err)
	}
}

// What a PDF's font cannot draw right is refused, and an SVG takes it.
func TestOtherScripts(t *testing.T) {
	for title, first := range map[string]rune{"灯台守": '灯', "عامل المصابيح": 'ع', "Tale 😀": '😀', "x\u0301\u0316": '\u0316'} {
		l := newLabel(t, title, 200)
		var file bytes.Buffer
		err := l.PDF(&file)
		glyph := new(label.GlyphError)
		if !errors.As(err, &glyph) || file.Len() > 0 {
			t.Errorf("%q: got %v and %d bytes", title, err, file.Len())
		} else if glyph.Rune != first && title != "x\u0301\u0316" {
			t.Errorf("%q: lacks %q, want %q", title, glyph.Rune, first)
		}
		if err := l.SVG(&file); err != nil || !strings.Contains(file.String(), title) {
			t.Errorf("%q: %v", title, err)
		}
	}
	// A letter and its mark are one where there is one.
	if err := newLabel(t, "Cafe\u0301", 200).PDF(io.Discard); err != nil {
		t.Error(err)
	}
}

// Prices beyond what a label lists are said to be there.
func TestManyPrices(t *testing.T) {
	l := newLabel(t, "The Tale", 200)
	for range 20 {
		l.Prices = append(l.Prices, "more: 1 ETH")
	}
	var file bytes.Buffer
	if err := l.SVG(&file); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(file.String(), ">more: 1 ETH<"); n != 5 || !strings.Contains(file.String(), "and others") {
		t.Errorf("lists %d of 20", n)
	}
}
