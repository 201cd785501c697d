package main

import (
	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"github.com/shrinkwrap/shrinkwrap/internal/qr"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// codeText returns the text of a wrap's code: the whole wrap where one code
// holds it, else its header.
func codeText(path string) (text string, err error) {
	w, err := terminal.OpenWrap(path)
	if err != nil {
		return "", err
	}
	defer w.Close()
	contents, err := w.Archive.Contents(qr.MaxAlphanumeric) // no more fits in any case
	if err == nil {
		code, err := wrap.NewCode(contents)
		if err != nil {
			return "", err
		}
		if code.Fits() {
			return code.Text(), nil
		}
	}
	code, err := wrap.NewCode([][]byte{w.Header.Bytes()})
	if err != nil {
		return "", err
	}
	return code.Text(), nil
}

// drawCode draws a code on stderr where that is a terminal wide enough: a line
// that wraps would spoil it.
func drawCode(c *cli.Context, code *qr.Code) error {
	width, _, err := term.GetSize(2)
	need := code.Size + 2*qr.QuietZone
	if err != nil {
		return nil // no terminal: the picture has it
	}
	if width < need {
		say(c, "           (this terminal is %d columns wide; to see the code here it needs %d)", width, need)
		return nil
	}
	return code.Terminal(c.App.ErrWriter)
}
