// Package label sets what is printed and hung up beside a product: its title,
// its prices, who signed it and who is paid, what to do, and its code, at the
// size that phones read. [Label.SVG] and [Label.PDF] draw the same page in
// millimetres, with a rule that shows whether it was printed at 100 %.
//
// A PDF carries its own font (the Go fonts: Latin, Greek, Cyrillic) and refuses
// other scripts by a [GlyphError]; an SVG leaves the letters to who draws it and
// takes any. What a label says is escaped: a title cannot draw.
package label

import "github.com/shrinkwrap/shrinkwrap/internal/qr"

// A Label is what is printed.
type Label struct {
	Title     string
	Prices    []string // each a line, as "text: 0.002 ETH"
	Publisher string   // the address that signed
	Payee     string   // the address that is paid, where that is another
	Do        string   // what to do, in a line
	Code      *qr.Code
	Module    float64 // mm that a module is wide
}

// Distances, in millimetres.
const (
	margin     = 6.0
	leastWidth = 74.0 // of what is between the margins: an address fits
	ruleLength = 50.0
	gap        = 2.5
)

// mostPrices are listed at most: who scans the code sees the others.
const mostPrices = 8

// A face is one of the fonts.
type face int

const (
	regular face = iota
	bold
	mono
)

// A line of text, whose baseline begins at (x, y).
type line struct {
	x, y, size float64 // mm
	face       face
	text       string
}

// A page is a label that is set: sizes in millimetres from its upper left.
type page struct {
	width, height float64
	lines         []line
	codeX, codeY  float64 // of the code's first module, inside its quiet zone
	ruleY         float64
}

// set places everything, from top to bottom.
func (l *Label) set() *page {
	side := float64(l.Code.Size+2*qr.QuietZone) * l.Module
	p := &page{width: max(side, leastWidth) + 2*margin, height: margin}
	size := 5.6
	if len(l.Title) > 80 {
		size = 4.2
	}
	p.add(bold, size, l.Title)
	p.height += gap
	for _, price := range shortened(l.Prices) {
		p.add(regular, 4, price)
	}
	quiet := qr.QuietZone * l.Module
	p.codeX, p.codeY = (p.width-side)/2+quiet, p.height+quiet
	p.height += side
	p.add(bold, 2.9, l.Do)
	p.height += gap
	p.address("publisher", l.Publisher)
	if l.Payee != "" && l.Payee != l.Publisher {
		p.address("pays to", l.Payee)
	}
	p.ruleY = p.height + 2*gap
	p.height = p.ruleY + 1
	p.add(regular, 2.4, "50 mm long when printed at 100 %")
	p.height += margin
	return p
}

func shortened(prices []string) []string {
	if len(prices) <= mostPrices {
		return prices
	}
	return append(append([]string{}, prices[:mostPrices-1]...), "and others, which the code lists")
}

func (p *page) address(name, address string) {
	p.add(regular, 2.6, name)
	p.add(mono, 2.6, address)
}

// add sets a text under what is there, in as many lines as it takes.
func (p *page) add(f face, size float64, text string) {
	for _, s := range wrapped(f, text, (p.width-2*margin)/size) {
		p.height += 1.25 * size
		p.lines = append(p.lines, line{margin, p.height - 0.3*size, size, f, s})
	}
}
