package label

import (
	"io"
	"time"

	"codeberg.org/go-pdf/fpdf"
)

// names are the families of the faces inside a PDF.
var names = [...]string{regular: "go", bold: "gobold", mono: "gomono"}

// PDF draws the label as one page of its own size. The same label is the same
// file. It fails with a [GlyphError] before it writes anything where the font
// lacks a character.
func (l *Label) PDF(w io.Writer) error {
	p := l.set()
	for _, t := range p.lines {
		if err := checkGlyphs(t.face, t.text); err != nil {
			return err
		}
	}
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "mm", Size: fpdf.SizeType{Wd: p.width, Ht: p.height}})
	f.SetCatalogSort(true)
	f.SetCreationDate(time.Unix(0, 0).UTC())
	f.SetModificationDate(time.Unix(0, 0).UTC())
	f.SetTitle(l.Title, true)
	for i, name := range names {
		f.AddUTF8FontFromBytes(name, "", files[i])
	}
	f.SetMargins(0, 0, 0)
	f.SetAutoPageBreak(false, 0)
	f.AddPage()
	for _, t := range p.lines {
		f.SetFont(names[t.face], "", t.size*pointsPerMM)
		f.Text(t.x, t.y, t.text)
	}
	l.drawCode(f, p)
	drawRule(f, p.ruleY)
	return f.Output(w)
}

const pointsPerMM = 72 / 25.4

// drawCode fills all black modules as one path, so that no light shows between
// neighbours.
func (l *Label) drawCode(f *fpdf.Fpdf, p *page) {
	f.SetFillColor(0, 0, 0)
	for run := range l.Code.Runs() {
		x, y := p.codeX+float64(run.X)*l.Module, p.codeY+float64(run.Y)*l.Module
		right, bottom := x+float64(run.Length)*l.Module, y+l.Module
		f.MoveTo(x, y)
		f.LineTo(right, y)
		f.LineTo(right, bottom)
		f.LineTo(x, bottom)
		f.ClosePath()
	}
	f.DrawPath("F")
}

func drawRule(f *fpdf.Fpdf, y float64) {
	f.SetLineWidth(0.2)
	f.Line(margin, y, margin+ruleLength, y)
	for _, x := range []float64{margin, margin + ruleLength} {
		f.Line(x, y-1, x, y+1)
	}
}
