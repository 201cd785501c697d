package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/qr"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
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
terminal. --text prints the text that the code holds. --link makes the code a
link: any phone's camera then opens the page at that address, which finds the
wrap behind the "#" and never sends it to a server. Only terminals ignore whose
page that is: a link is no safer than who printed it.

Codes up to version 20 are for phones. Larger ones, up to 40, are for clean
images and scanners.

   $ shrinkwrap code tale.wrap -o tale.png
   tale.png: the whole wrap in version 31, 141 modules a side
   for a phone it is large: hand it on as a picture, or print it at least 75 mm wide`,
	Flags: []cli.Flag{
		&cli.PathFlag{Name: "output", Aliases: []string{"o"}, Usage: "draw it into this `FILE` (.png or .svg)"},
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
	view, symbol, err := makeCode(c, w)
	if err != nil {
		return err
	}
	view.ID = r.ID.Hex()
	return printCode(c, view, symbol)
}

// makeCode makes the code of the whole wrap, or of its header where that does
// not fit.
func makeCode(c *cli.Context, w *terminal.Wrap) (codeView, *qr.Code, error) {
	v := codeView{Wrap: w.Path, Pointer: c.Bool("pointer")}
	contents, err := w.Archive.Contents(wrap.MaxPayloadSize)
	if err != nil {
		v.Pointer = true // too large for a code of any kind
		contents = [][]byte{w.Header.Bytes()}
	}
	for {
		if v.Pointer {
			contents = contents[:1]
		}
		code, err := wrap.NewCode(contents)
		if err != nil {
			return v, nil, fail(exitInput, err)
		}
		v.Text = code.Text()
		if link := c.String("link"); link != "" {
			v.Text = code.Link(link)
		}
		symbol, err := qr.New(v.Text, qr.Options{})
		tooLong := new(qr.TooLongError)
		if errors.As(err, &tooLong) {
			if !v.Pointer {
				v.Pointer = true
				continue
			}
			return v, nil, fail(exitInput, fmt.Errorf("the header alone, of %d bytes, does not fit a code: %v", len(contents[0]), err),
				"shorten title, description and names, or hand the wrap on as a file")
		}
		if err != nil {
			return v, nil, usageError(err.Error())
		}
		v.Version, v.Modules, v.Level = symbol.Version, symbol.Size, symbol.Level.String()
		v.LeastWidth = leastWidth(symbol.Size)
		return v, symbol, nil
	}
}

// moduleWidth is what a module is printed at least, in millimetres: phones read
// it from a hand's breadth.
const moduleWidth = 0.5

func leastWidth(modules int) int {
	return int(math.Ceil(float64(modules+2*qr.QuietZone) * moduleWidth))
}

// phoneVersion is the largest symbol that phones read off paper.
const phoneVersion = 20

func printCode(c *cli.Context, v codeView, symbol *qr.Code) error {
	what := "the whole wrap"
	if v.Pointer {
		what = "a pointer, the header alone,"
	}
	name := v.Wrap
	if path := c.Path("output"); path != "" {
		if err := writePicture(path, symbol, c.Int("scale")); err != nil {
			return err
		}
		v.Picture, name = path, path
	}
	say(c, "%s: %s in version %d, %d modules a side", name, what, v.Version, v.Modules)
	if v.Version > phoneVersion {
		say(c, "for a phone it is large: hand it on as a picture, or print it at least %d mm wide", v.LeastWidth)
	} else {
		say(c, "print it at least %d mm wide", v.LeastWidth)
	}
	return show(c, v, func(out io.Writer) {
		switch {
		case c.Bool("text"):
			fmt.Fprintln(out, v.Text)
		case v.Picture == "":
			drawInTerminal(out, symbol)
		}
	})
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
		return usageError(fmt.Sprintf("%s ends neither in .png nor in .svg", path))
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

// drawInTerminal draws with half blocks, or with spaces where the locale has no
// UTF-8.
func drawInTerminal(w io.Writer, symbol *qr.Code) {
	locale := os.Getenv("LC_ALL") + os.Getenv("LC_CTYPE") + os.Getenv("LANG")
	if strings.Contains(strings.ToUpper(strings.ReplaceAll(locale, "-", "")), "UTF8") {
		symbol.Terminal(w)
		return
	}
	symbol.TerminalASCII(w)
}
