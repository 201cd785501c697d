package main

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/label"
	"github.com/shrinkwrap/shrinkwrap/internal/qr"
)

// isLabel reports whether a label is asked for: a .pdf is nothing else.
func isLabel(c *cli.Context) bool {
	return c.Bool("label") || strings.EqualFold(filepath.Ext(c.Path("output")), ".pdf")
}

// newLabel says on paper what show says.
func newLabel(c *cli.Context, d wrapView, symbol *qr.Code) *label.Label {
	l := &label.Label{
		Title: d.Title, Publisher: d.Publisher, Payee: d.Payee,
		Do:   "Scan with Shrinkwrap; compare the publisher.",
		Code: symbol, Module: moduleWidth,
	}
	if c.String("link") != "" {
		l.Do = "Scan with any phone; compare the publisher."
	}
	for _, t := range d.Tiers {
		l.Prices = append(l.Prices, t.Name+": "+t.Shown)
	}
	return l
}

// writeLabel draws a label into a new file.
func writeLabel(path string, l *label.Label) error {
	var file bytes.Buffer
	var err error
	switch strings.ToLower(filepath.Ext(path)) {
	case ".pdf":
		err = l.PDF(&file)
	case ".svg":
		err = l.SVG(&file)
	default:
		return usageError("--label needs a file to draw into", "-o FILE.pdf or -o FILE.svg")
	}
	if glyph := new(label.GlyphError); errors.As(err, &glyph) {
		return fail(exitInput, fmt.Errorf("%s: %w", path, err), "name it .svg: any browser has the fonts, and prints it at 100 %")
	}
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return writeNew(path, file.Bytes())
}
