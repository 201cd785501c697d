// Package shipped holds the release programs that come with the software, and
// the source that they are built from: "make generate" compiles NAME.ts to
// NAME.wasm. They are small, so that a product with one of them still fits one QR
// code.
package shipped

import (
	"embed"
	"slices"
)

// Shipped is a release program that comes with the software.
type Shipped struct {
	Name string
	Does string // what it makes of a section
}

var all = []Shipped{
	{"watermark", "marks a text, visibly with the order and invisibly with the buyer's tag"},
	{"ticket", "draws a ticket, an SVG, of up to eight lines of text and a code for the door"},
}

//go:embed *.wasm
var files embed.FS

// All lists the programs.
func All() []Shipped { return slices.Clone(all) }

// Find returns the module of a program.
func Find(name string) (wasm []byte, ok bool) {
	if !slices.ContainsFunc(all, func(s Shipped) bool { return s.Name == name }) {
		return nil, false
	}
	wasm, err := files.ReadFile(name + ".wasm")
	return wasm, err == nil
}
