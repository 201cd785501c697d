package label

import (
	"fmt"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/gomono"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"
)

// files are the faces as TrueType.
var files = [...][]byte{regular: goregular.TTF, bold: gobold.TTF, mono: gomono.TTF}

var fonts = sync.OnceValue(func() (parsed [len(files)]*sfnt.Font) {
	for i, file := range files {
		f, err := sfnt.Parse(file)
		if err != nil {
			panic(fmt.Sprintf("label: internal error: %v", err)) // the file is a constant
		}
		parsed[i] = f
	}
	return parsed
})

// A GlyphError says that a PDF's font lacks a character.
type GlyphError struct {
	Text string
	Rune rune
}

func (e *GlyphError) Error() string {
	return fmt.Sprintf("the font of a pdf lacks %q of %q", e.Rune, e.Text)
}

// checkGlyphs refuses what the font would draw as something else: characters
// that it lacks, and marks that it cannot place.
func checkGlyphs(f face, text string) error {
	var b sfnt.Buffer
	for _, r := range norm.NFC.String(text) {
		i, err := fonts()[f].GlyphIndex(&b, r)
		if err != nil || i == 0 || unicode.Is(unicode.M, r) {
			return &GlyphError{text, r}
		}
	}
	return nil
}

// spare is the room that a line leaves for a drawer's own font, which may be
// wider than this one.
const spare = 0.9

// wrapped breaks a text into lines of at most width, as a multiple of the
// font's size: between words, and inside of what is too long for a line.
func wrapped(f face, text string, width float64) (lines []string) {
	width *= spare
	if f == mono {
		width /= spare // an address has a font of a known width
	}
	current := ""
	for _, word := range strings.Fields(norm.NFC.String(text)) {
		if current != "" && measure(f, current+" "+word) <= width {
			current += " " + word
			continue
		}
		if current != "" {
			lines = append(lines, current)
		}
		for current = word; measure(f, current) > width; {
			n := fitting(f, current, width)
			lines, current = append(lines, current[:n]), current[n:]
		}
	}
	if current != "" {
		lines = append(lines, current)
	}
	return lines
}

// fitting is the number of bytes of a word that fit a line, at least one
// character and its marks.
func fitting(f face, word string, width float64) (n int) {
	for at, r := range word {
		joined := unicode.Is(unicode.M, r) || r == '\u200d'
		if at > 0 && !joined {
			if n > 0 && measure(f, word[:at]) > width {
				return n
			}
			n = at
		}
	}
	if n == 0 || measure(f, word) <= width {
		return len(word)
	}
	return n
}

// measure is the width of a text as a multiple of the font's size. A character
// that the font lacks is taken for a wide one.
func measure(f face, text string) float64 {
	const em = 1000
	var b sfnt.Buffer
	sum := 0.0
	for _, r := range text {
		i, err := fonts()[f].GlyphIndex(&b, r)
		if err != nil || i == 0 {
			sum++
			continue
		}
		advance, err := fonts()[f].GlyphAdvance(&b, i, fixed.I(em), font.HintingNone)
		if err != nil {
			sum++
			continue
		}
		sum += float64(advance) / 64 / em
	}
	return sum
}
