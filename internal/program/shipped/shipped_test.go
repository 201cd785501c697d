package shipped_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"image"
	"image/color"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/program"
	"github.com/shrinkwrap/shrinkwrap/internal/program/shipped"
	"github.com/shrinkwrap/shrinkwrap/internal/qr"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

func invented(t testing.TB, buyer string) program.Confirmation {
	t.Helper()
	c, err := program.Invented(buyer)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func run(t testing.TB, name, buyer, in string) string {
	t.Helper()
	wasm, ok := shipped.Find(name)
	if !ok {
		t.Fatalf("no program %s", name)
	}
	p, err := program.Compile(context.Background(), wasm)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	var out bytes.Buffer
	if err := p.Run(context.Background(), invented(t, buyer), program.LimitsFor(uint64(len(in))), strings.NewReader(in), &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// What is committed is what the sources compile to, byte for byte.
func TestBuiltFromSource(t *testing.T) {
	root := filepath.Join("..", "..", "..")
	node, asc := filepath.Join(root, "node_modules/.bin/node"), filepath.Join(root, "node_modules/assemblyscript/bin/asc.js")
	if _, err := os.Stat(asc); err != nil {
		t.Fatalf("%v (make test installs it)", err)
	}
	if _, err := os.Stat(node); err != nil {
		t.Fatalf("%v (make test installs it)", err)
	}
	for _, s := range shipped.All() {
		built := filepath.Join(t.TempDir(), s.Name+".wasm")
		if out, err := exec.Command(node, asc, s.Name+".ts", "--config", "asconfig.json", "--outFile", built).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", s.Name, err, out)
		}
		want, err := os.ReadFile(built)
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := shipped.Find(s.Name); !bytes.Equal(got, want) {
			t.Errorf("%s.wasm is not built from %s.ts: run make generate", s.Name, s.Name)
		}
	}
}

// They leave room in a QR code for a header and a section.
func TestSmall(t *testing.T) {
	for _, s := range shipped.All() {
		wasm, _ := shipped.Find(s.Name)
		packed, err := wrap.PackProgram(context.Background(), io.Discard, bytes.NewReader(wasm))
		if err != nil {
			t.Fatal(err)
		}
		if packed.SealedSize > 1900 {
			t.Errorf("%s has %d bytes when packed", s.Name, packed.SealedSize)
		}
		t.Logf("%s: %d bytes, packed %d", s.Name, len(wasm), packed.SealedSize)
	}
	if _, ok := shipped.Find("../shipped/watermark"); ok {
		t.Error("a path is taken for a name")
	}
}

const tale = "A tale\n\nOnce upon a time.\nÖ ☃ 🙂\n\n\nThe end.\n"

// Every copy is marked with its own buyer's tag, and is the text otherwise.
func TestWatermark(t *testing.T) {
	for name, text := range map[string]string{
		"text": tale, "no last line's end": "no end", "nothing": "", "one line's end": "\n",
		"larger than a buffer": strings.Repeat(tale, 900),
	} {
		copies := map[string]string{}
		for _, buyer := range []string{"ada", "bob"} {
			c := invented(t, buyer)
			marked := run(t, "watermark", buyer, text)
			copies[marked] = buyer
			if marked != run(t, "watermark", buyer, text) {
				t.Errorf("%s: %s gets another copy each time", name, buyer)
			}
			want := strings.TrimSuffix(text, "\n") + fmt.Sprintf("\n\n[order %s]\n", c.Order)
			if got := unmarked(marked); got != want {
				t.Errorf("%s: %s reads %.200q", name, buyer, got)
			}
			tags := shipped.Marks(marked)
			if empty := regexp.MustCompile(`(?m)^\n`).FindAllString(strings.TrimPrefix(text, "\n"), -1); len(tags) != len(empty)+1 {
				t.Errorf("%s: %d marks", name, len(tags))
			}
			slices.SortFunc(tags, func(a, b bls.Signature) int { x, y := a.Bytes(), b.Bytes(); return bytes.Compare(x[:], y[:]) })
			for _, tag := range slices.Compact(tags) {
				if err := tag.Verify(c.Buyer, bls.PurposeTag, c.OrderPlace().Bytes()); err != nil {
					t.Errorf("%s: %s: %v", name, buyer, err)
				}
			}
		}
		if len(copies) != 2 {
			t.Errorf("%s: two buyers have the same copy", name)
		}
	}
}

// unmarked drops all variation selectors.
func unmarked(text string) string {
	return strings.Map(func(c rune) rune {
		if c >= 0xfe00 && c <= 0xfe0f || c >= 0xe0100 && c <= 0xe01ef {
			return -1
		}
		return c
	}, text)
}

func TestMarksOfOthers(t *testing.T) {
	marked := run(t, "watermark", "ada", tale)
	for name, text := range map[string]string{
		"none": tale, "empty": "", "emoji": "☃\ufe0f ☃\ufe0e", "cut": marked[:len("A tale")+200], "no scalar": strings.Repeat("\U000e01ef", 64), "not text": "\xff\xfe",
	} {
		if tags := shipped.Marks(text); len(tags) != 0 {
			t.Errorf("%s: %v", name, tags)
		}
	}
	if tags := shipped.Marks("☃\ufe0f" + marked + "☃\ufe0f"); len(tags) != 4 {
		t.Errorf("%d marks among selectors of others", len(tags))
	}
}

func FuzzMarks(f *testing.F) {
	f.Add(run(f, "watermark", "ada", tale))
	f.Add("☃\ufe0f")
	f.Fuzz(func(t *testing.T, text string) {
		if got, most := len(shipped.Marks(text)), len(text)/(64*3); got > most {
			t.Errorf("%d marks in %d bytes", got, len(text))
		}
	})
}

// A ticket is well-formed SVG, shows its text, and scans as its order and
// receipt.
func TestTicket(t *testing.T) {
	const text = "A reading & a <lamp>\nHarbour hall\r\nRow 3, seat 14\n"
	tickets := map[string]bool{}
	for _, buyer := range []string{"ada", "bob", "eve"} {
		c := invented(t, buyer)
		svg := run(t, "ticket", buyer, text)
		tickets[svg] = true
		if svg != run(t, "ticket", buyer, text) {
			t.Errorf("%s gets another ticket each time", buyer)
		}
		words, path := parsed(t, svg)
		if want := "A reading & a <lamp>|Harbour hall|Row 3, seat 14|" + c.Order.Hex()[:18]; words != want {
			t.Errorf("ticket reads %q, want %q", words, want)
		}
		receipt := c.Receipt.Bytes()
		want := fmt.Sprintf("ORDER:%X/RECEIPT:%X", c.Order[:], receipt[:])
		if got := scanned(t, path); got != want {
			t.Errorf("ticket scans as %s, want %s", got, want)
		}
	}
	if len(tickets) != 3 {
		t.Error("two buyers have the same ticket")
	}
	parsed(t, run(t, "ticket", "ada", ""))
	parsed(t, run(t, "ticket", "ada", strings.Repeat("many lines\n", 100_000)))
}

// The guide's picture is what the program draws.
func TestPicture(t *testing.T) {
	text, err := os.ReadFile("testdata/ticket.txt")
	if err != nil {
		t.Fatal(err)
	}
	picture, err := os.ReadFile("../../../docs/ticket.svg")
	if err != nil {
		t.Fatal(err)
	}
	if string(picture) != run(t, "ticket", "ada", string(text)) {
		t.Error("docs/ticket.svg is another ticket: run make generate")
	}
}

// Text that does not fit is cut between two characters, and text that just fits
// is not cut.
func TestTicketOfLongText(t *testing.T) {
	const most = 24 << 10
	for before := range 4 {
		text := strings.Repeat("x", before) + strings.Repeat("🙂", most/4+9)
		whole := text[:before+(most-before)/4*4]
		for name, text := range map[string]string{"cut": text, "fits": whole} {
			if words, _ := parsed(t, run(t, "ticket", "ada", text)); !strings.HasPrefix(words, whole+"|0x") {
				t.Errorf("%d letters before, %s: ticket reads %d bytes, want %d", before, name, len(words), len(whole))
			}
		}
	}
	if svg := run(t, "ticket", "ada", strings.Repeat("\xbf", most+9)); !strings.HasSuffix(svg, "</svg>\n") {
		t.Errorf("of no UTF-8 a ticket ends in %q", svg[max(0, len(svg)-100):])
	}
}

// parsed returns the texts of a ticket, joined, and the path of its code.
func parsed(t *testing.T, svg string) (words, path string) {
	t.Helper()
	var ticket struct {
		XMLName xml.Name `xml:"http://www.w3.org/2000/svg svg"`
		Text    []string `xml:"text"`
		Path    []struct {
			D string `xml:"d,attr"`
		} `xml:"path"`
	}
	if err := xml.Unmarshal([]byte(svg), &ticket); err != nil {
		t.Fatalf("%v: %s", err, svg)
	}
	return strings.Join(ticket.Text, "|"), ticket.Path[1].D
}

// scanned draws the rows of a path, four pixels a module, and reads the picture.
func scanned(t *testing.T, path string) string {
	t.Helper()
	const size, scale, margin = 41, 4, 4
	picture := image.NewGray(image.Rect(0, 0, (size+2*margin)*scale, (size+2*margin)*scale))
	for i := range picture.Pix {
		picture.Pix[i] = 0xff
	}
	for _, run := range regexp.MustCompile(`M(\d+) (\d+)h(\d+)`).FindAllStringSubmatch(path, -1) {
		var n [3]int
		for i := range n {
			n[i], _ = strconv.Atoi(run[i+1])
		}
		for y := range scale {
			for x := range n[2] * scale {
				picture.SetGray((n[0]+margin)*scale+x, (n[1]+margin)*scale+y, color.Gray{})
			}
		}
	}
	text, err := qr.ReadImage(picture)
	if err != nil {
		t.Fatal(err)
	}
	return text
}
