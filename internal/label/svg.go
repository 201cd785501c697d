package label

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
)

// families are what draws the faces of an SVG.
var families = [...]string{
	regular: `font-family="Go, Helvetica, Arial, sans-serif"`,
	bold:    `font-family="Go, Helvetica, Arial, sans-serif" font-weight="bold"`,
	mono:    `font-family="Go Mono, Courier New, Courier, monospace"`,
}

// SVG draws the label in one file that refers to no other, a unit a millimetre.
func (l *Label) SVG(w io.Writer) error {
	p, out := l.set(), new(bytes.Buffer)
	fmt.Fprintf(out, `<svg xmlns="http://www.w3.org/2000/svg" width="%.2fmm" height="%.2fmm" viewBox="0 0 %.2f %.2f">`+"\n", p.width, p.height, p.width, p.height)
	out.WriteString("<title>")
	escape(out, l.Title)
	fmt.Fprintf(out, "</title>\n"+`<rect width="%.2f" height="%.2f" fill="#fff"/>`+"\n", p.width, p.height)
	for _, t := range p.lines {
		fmt.Fprintf(out, `<text x="%.2f" y="%.2f" font-size="%.2f" %s>`, t.x, t.y, t.size, families[t.face])
		escape(out, t.text)
		out.WriteString("</text>\n")
	}
	fmt.Fprintf(out, `<path transform="translate(%.2f %.2f) scale(%g)" shape-rendering="crispEdges" d="`, p.codeX, p.codeY, l.Module)
	for run := range l.Code.Runs() {
		fmt.Fprintf(out, "M%d %dh%dv1h-%dz", run.X, run.Y, run.Length, run.Length)
	}
	fmt.Fprintf(out, `"/>`+"\n"+`<path stroke="#000" stroke-width="0.2" fill="none" d="M%.2f %.2fv2m0 -1h%.2fm0 -1v2"/>`+"\n</svg>\n", margin, p.ruleY-1, ruleLength)
	_, err := out.WriteTo(w)
	return err
}

// escape writes a text so that it is a text.
func escape(out *bytes.Buffer, text string) {
	xml.EscapeText(out, []byte(text)) // a buffer does not fail
}
