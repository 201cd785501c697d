package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"github.com/shrinkwrap/shrinkwrap/internal/qr"
)

// drawInTerminal draws with half blocks, or with spaces where the locale has no
// UTF-8, and without colours where NO_COLOR (no-color.org) or a dumb terminal
// asks for none. It refuses a terminal that is too narrow: a line that wraps
// would spoil the code. One that says 0 columns does not know.
func drawInTerminal(w io.Writer, symbol *qr.Code) error {
	blocks := utf8Locale()
	columns := symbol.Size + 2*qr.QuietZone
	if !blocks {
		columns *= 2
	}
	if width, _, err := term.GetSize(int(os.Stdout.Fd())); err == nil && width > 0 && width < columns {
		return fail(exitInput, fmt.Errorf("the code needs %d columns, and this terminal has %d", columns, width),
			"draw it into a picture with -o, or let it hold the header alone with --pointer")
	}
	switch {
	case os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb":
		return symbol.Plain(w, blocks)
	case blocks:
		return symbol.Terminal(w)
	}
	return symbol.TerminalASCII(w)
}

// utf8Locale reports whether the locale has UTF-8. The first variable that is
// set decides (POSIX, section 8.2).
func utf8Locale() bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if locale := os.Getenv(name); locale != "" {
			return strings.Contains(strings.ToUpper(strings.ReplaceAll(locale, "-", "")), "UTF8")
		}
	}
	return false
}
