package qr

import (
	"bufio"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"iter"
)

// maxScale keeps the largest picture (185 modules a side) within 12,000 pixels
// a side.
const maxScale = 64

// PNG draws the code in black and white, scale pixels a module, with its quiet
// zone.
func (c *Code) PNG(w io.Writer, scale int) error {
	if scale < 1 || scale > maxScale {
		return fmt.Errorf("qr code scale %d: want 1 to %d pixels a module", scale, maxScale)
	}
	side := (c.Size + 2*QuietZone) * scale
	picture := image.NewPaletted(image.Rect(0, 0, side, side), color.Palette{color.White, color.Black})
	for y := range side {
		row := picture.Pix[y*picture.Stride : y*picture.Stride+side]
		for x := range row {
			if c.Black(x/scale-QuietZone, y/scale-QuietZone) {
				row[x] = 1
			}
		}
	}
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	return encoder.Encode(w, picture)
}

// SVG draws the code as one black path over white, one unit a module, with its
// quiet zone; its size is the page's to choose.
func (c *Code) SVG(w io.Writer) error {
	out := bufio.NewWriter(w)
	side := c.Size + 2*QuietZone
	fmt.Fprintf(out, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges">`, side, side)
	fmt.Fprintf(out, `<path fill="#fff" d="M0 0h%dv%dH0z"/><path d="`, side, side)
	for run := range c.Runs() {
		fmt.Fprintf(out, "M%d %dh%dv1h-%dz", run.X+QuietZone, run.Y+QuietZone, run.Length, run.Length)
	}
	fmt.Fprintln(out, `"/></svg>`)
	return out.Flush()
}

// A Run is black modules beside each other, from column X of row Y on.
type Run struct{ X, Y, Length int }

// Runs are the black modules, by rows.
func (c *Code) Runs() iter.Seq[Run] {
	return func(yield func(Run) bool) {
		for y := range c.Size {
			for x := 0; x < c.Size; x++ {
				start := x
				for c.Black(x, y) {
					x++
				}
				if x > start && !yield(Run{start, y, x - start}) {
					return
				}
			}
		}
	}
}

// Terminal colours: entries 16 and 231 of the 256-colour table are black and
// white whatever the terminal's theme.
const (
	resetColours = "\x1b[0m"
	blackSpace   = "\x1b[48;5;16m"
	whiteSpace   = "\x1b[48;5;231m"
)

// Terminal draws the code with half-block characters, two rows of modules a
// line, one column a module, in explicit colours, so that dark and light
// terminals show the same.
func (c *Code) Terminal(w io.Writer) error {
	out := bufio.NewWriter(w)
	for y := -QuietZone; y < c.Size+QuietZone; y += 2 {
		last := ""
		for x := -QuietZone; x < c.Size+QuietZone; x++ {
			colours := "\x1b[38;5;" + paint(c.Black(x, y)) + ";48;5;" + paint(c.Black(x, y+1)) + "m"
			if colours != last {
				out.WriteString(colours)
			}
			out.WriteString("▀")
			last = colours
		}
		out.WriteString(resetColours + "\n")
	}
	return out.Flush()
}

// TerminalASCII draws the code with coloured spaces, one row of modules a line,
// two columns a module, for terminals without UTF-8.
func (c *Code) TerminalASCII(w io.Writer) error {
	out := bufio.NewWriter(w)
	for y := -QuietZone; y < c.Size+QuietZone; y++ {
		last := ""
		for x := -QuietZone; x < c.Size+QuietZone; x++ {
			colour := whiteSpace
			if c.Black(x, y) {
				colour = blackSpace
			}
			if colour != last {
				out.WriteString(colour)
			}
			out.WriteString("  ")
			last = colour
		}
		out.WriteString(resetColours + "\n")
	}
	return out.Flush()
}

func paint(black bool) string {
	if black {
		return "16"
	}
	return "231"
}

// Plain draws the code without any colour, for a terminal that writes light on
// dark: light modules are written, dark ones are not. With blocks, half-block
// characters hold two rows of modules a line; else a module is two characters of
// ASCII. Where a terminal writes dark on light, the code is inverted, which not
// every reader takes.
func (c *Code) Plain(w io.Writer, blocks bool) error {
	out := bufio.NewWriter(w)
	rows := 1
	if blocks {
		rows = 2
	}
	for y := -QuietZone; y < c.Size+QuietZone; y += rows {
		for x := -QuietZone; x < c.Size+QuietZone; x++ {
			switch upper, lower := !c.Black(x, y), !c.Black(x, y+1); {
			case !blocks && upper:
				out.WriteString("##")
			case !blocks:
				out.WriteString("  ")
			case upper && lower:
				out.WriteString("█")
			case upper:
				out.WriteString("▀")
			case lower:
				out.WriteString("▄")
			default:
				out.WriteString(" ")
			}
		}
		out.WriteString("\n")
	}
	return out.Flush()
}
