package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/qr"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
)

var codeCommand = &cli.Command{
	Name:      "code",
	Usage:     "print the code of a wrap",
	ArgsUsage: "WRAP",
	Description: `A code holds the whole wrap if that fits, so that no server is needed to hand it
on. What does not fit gets a pointer code: it holds the header, from which a
terminal shows the product and knows what to pay, and the wrap itself is had from
anywhere, since the header knows it by its digests. --pointer makes one at once.

With -o FILE.png or FILE.svg the code is drawn into a picture, else into the
terminal. With --label -o FILE.svg or FILE.pdf it becomes a label to print at
100 %: title, prices, who signed, who is paid, what to do, and the code at the
size that phones read. A .pdf takes Latin, Greek and Cyrillic, a .svg any script.

--text prints the text that the code holds. --link makes the code a link: any
phone's camera then opens the page at that address, which finds the wrap behind
the "#" and never sends it to a server. Only terminals ignore whose page that is:
a link is no safer than who printed it.

Codes up to version 20 are for phones. They get error correction M or better, or L
where M would need a larger one. Those up to 40 are for clean images and scanners,
and get the best that fits.

   $ shrinkwrap code tale.wrap -o tale.png
   tale.png: the whole wrap in version 27-L, 125 modules a side
   only scanners and clean images: a phone may fail; print it at least 67 mm wide`,
	Flags: []cli.Flag{
		&cli.PathFlag{Name: "output", Aliases: []string{"o"}, Usage: "draw it into this `FILE` (.png, .svg, or .pdf as a label)"},
		&cli.BoolFlag{Name: "label", Usage: "draw a label to print, with title, prices and publisher (.svg or .pdf)"},
		&cli.BoolFlag{Name: "text", Usage: "print its text instead of drawing it"},
		&cli.BoolFlag{Name: "pointer", Usage: "let it hold the header alone"},
		&cli.StringFlag{Name: "link", Usage: "let it be a link to the web terminal at this `URL`"},
		&cli.IntFlag{Name: "scale", Value: 8, Usage: "draw so many pixels a module into a .png"},
		jsonFlag,
	},
	Action: runCode,
}

// codeView is what code prints with --json.
type codeView struct {
	Wrap       string `json:"wrap"`
	ID         string `json:"id"`
	Pointer    bool   `json:"pointer"`    // holds the header alone
	Version    int    `json:"version"`    // of the QR symbol
	Modules    int    `json:"modules"`    // a side, without the quiet zone
	Level      string `json:"level"`      // of error correction
	LeastWidth int    `json:"leastWidth"` // to print it, in millimetres, quiet zone included
	Picture    string `json:"picture,omitempty"`
	Text       string `json:"text"`
}

func runCode(c *cli.Context) (err error) {
	d, err := openDesk()
	if err != nil {
		return err
	}
	w, err := d.open(c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	r, err := d.inspect(w.Header)
	if err != nil {
		return err
	}
	if err := r.Danger(); err != nil {
		return err // what nobody should pay for is not printed
	}
	if link := c.String("link"); link != "" && !strings.HasPrefix(strings.ToLower(link), "https://") {
		return usageError(fmt.Sprintf("--link %s: want an https address", link))
	} else if strings.Contains(link, "#") {
		return usageError("--link: the code itself is what follows the #")
	}
	code, err := w.Code(c.Bool("pointer"), c.String("link"))
	if err != nil {
		return err
	}
	symbol := code.Symbol
	view := codeView{
		Wrap: w.Path, ID: r.ID.Hex(), Pointer: code.Pointer, Text: code.Text,
		Version: symbol.Version, Modules: symbol.Size, Level: symbol.Level.String(), LeastWidth: leastWidth(symbol.Size),
	}
	if isLabel(c) {
		err = writeLabel(c.Path("output"), newLabel(c, describe(w.Header, r), symbol))
	} else if path := c.Path("output"); path != "" {
		err = writePicture(path, symbol, c.Int("scale"))
	}
	if err != nil {
		return err
	}
	view.Picture = c.Path("output")
	return printCode(c, view, symbol)
}

// moduleWidth is what a module is printed at least, in millimetres: phones read
// it from a hand's breadth.
const moduleWidth = 0.5

func leastWidth(modules int) int {
	return int(math.Ceil(float64(modules+2*qr.QuietZone) * moduleWidth))
}

func printCode(c *cli.Context, v codeView, symbol *qr.Code) error {
	what := "the whole wrap"
	if v.Pointer {
		what = "a pointer, the header alone,"
	}
	name := v.Wrap
	if v.Picture != "" {
		name = v.Picture
	}
	say(c, "%s: %s in version %d-%s, %d modules a side", name, what, v.Version, v.Level, v.Modules)
	switch {
	case v.Version > terminal.PhoneVersion:
		say(c, "only scanners and clean images: a phone may fail; print it at least %d mm wide", v.LeastWidth)
	case isLabel(c):
		say(c, "print it at 100 %%: the rule on it is then 50 mm long, and the code %d mm wide", v.LeastWidth)
	default:
		say(c, "print it at least %d mm wide", v.LeastWidth)
	}
	var err error
	return errors.Join(show(c, v, func(out io.Writer) {
		switch {
		case c.Bool("text"):
			fmt.Fprintln(out, v.Text)
		case v.Picture == "":
			err = drawInTerminal(out, symbol)
		}
	}), err)
}

// writePicture draws a picture into a new file.
func writePicture(path string, symbol *qr.Code, scale int) error {
	var picture bytes.Buffer
	var err error
	switch strings.ToLower(filepath.Ext(path)) {
	case ".png":
		err = symbol.PNG(&picture, scale)
	case ".svg":
		err = symbol.SVG(&picture)
	default:
		return usageError(fmt.Sprintf("%s ends neither in .png, .svg nor .pdf", path))
	}
	if err != nil {
		return usageError(err.Error())
	}
	return writeNew(path, picture.Bytes())
}

// writeNew writes a file that must not exist yet.
func writeNew(path string, data []byte) error {
	if err := checkOutput(path); err != nil {
		return err
	}
	return home.WriteFile(path, data, 0o644)
}
