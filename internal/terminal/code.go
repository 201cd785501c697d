package terminal

import (
	"errors"
	"fmt"

	"github.com/shrinkwrap/shrinkwrap/internal/qr"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// PhoneVersion is the largest symbol that phones read off paper.
const PhoneVersion = 20

// Code is the code of a wrap, and the symbol that shows it.
type Code struct {
	Text    string
	Pointer bool // it holds the header alone
	Symbol  *qr.Code
}

// Code makes the code of the whole wrap, or, where that does not fit or a pointer
// is asked for, of its header. A link, unless it is empty, is what stands before
// the "#" of a code that is one.
func (w *Wrap) Code(pointer bool, link string) (*Code, error) {
	contents, err := w.Archive.Contents(wrap.MaxPayloadSize)
	if err != nil || pointer { // too large for a code of any kind
		return makeCode([][]byte{w.Header.Bytes()}, link)
	}
	code, err := makeCode(contents, link)
	if tooLong := new(qr.TooLongError); errors.As(err, &tooLong) && len(contents) > 1 {
		return makeCode(contents[:1], link)
	}
	return code, err
}

func makeCode(contents [][]byte, link string) (*Code, error) {
	code, err := wrap.NewCode(contents)
	if err != nil {
		return nil, failure(Input, err)
	}
	c := &Code{Text: code.Text(), Pointer: code.Pointer()}
	if link != "" {
		c.Text = code.Link(link)
	}
	c.Symbol, err = newSymbol(c.Text)
	if tooLong := new(qr.TooLongError); errors.As(err, &tooLong) {
		err = failure(Input, fmt.Errorf("the header alone, of %d bytes, does not fit a code: %w", len(contents[0]), err),
			"shorten title, description and names, or hand the wrap on as a file")
	}
	return c, err
}

// newSymbol makes the smallest symbol of at least level M for phones, and where
// there is none the smallest of all. Either has the best level of its size.
func newSymbol(text string) (*qr.Code, error) {
	symbol, err := qr.New(text, qr.Options{MinLevel: qr.M, MaxVersion: PhoneVersion})
	if tooLong := new(qr.TooLongError); errors.As(err, &tooLong) {
		return qr.New(text, qr.Options{})
	}
	return symbol, err
}
