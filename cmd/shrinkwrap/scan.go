package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/dustin/go-humanize"
	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

var scanCommand = &cli.Command{
	Name:      "scan",
	Usage:     "read a code, check it, and keep its wrap",
	ArgsUsage: "FILE | TEXT | -",
	Description: `Reads a picture with a code in it (PNG or JPEG), a file with the text of a code,
a wrap, or the text itself: "WRAP1:…" or a link. "-" is a picture or a text on
stdin. Without a network it checks all that "shrinkwrap show" explains, keeps the
wrap in the library, where the first digits of its id name it from then on, and
remembers the publisher.

A code that swaps another's prices or payee is signed by somebody else, and says
"new publisher" where you have bought before. Of a link only what follows the "#"
is read: whose page it leads to does not matter.

A picture may be a photograph, taken at an angle or in bad light, and hold several
codes. Those of several wraps are listed, and --pick chooses one by its number or
its title.

A pointer code holds the header alone. Its wrap may come from anywhere; --fetch
fetches it by https from where the code hints, and takes it only if it is the one
that was signed.

   $ shrinkwrap scan tale.png
   The Tale

   publisher  0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed  (new publisher)
   …
   kept       1d7a50d2  /home/mara/.shrinkwrap/library/1d7a50d2….wrap

   $ shrinkwrap scan shelf.png
   1  The Tale  0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed  (known)
   2  The Poem  0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed  (known)
   shrinkwrap: error: shelf.png holds the codes of 2 wraps
   hint: --pick N takes one, and so does --pick TITLE: …

   $ shrinkwrap scan shelf.png --pick 2
   The Poem
   …`,
	Flags: []cli.Flag{
		&cli.PathFlag{Name: "output", Aliases: []string{"o"}, Usage: "write the wrap to this `FILE`, too"},
		&cli.StringFlag{Name: "pick", Usage: "of the codes in a picture take this one: `N`, or its title"},
		&cli.BoolFlag{Name: "fetch", Usage: "fetch the wrap that a pointer code points to"},
		jsonFlag,
	},
	Action: runScan,
}

// scanView is what scan prints.
type scanView struct {
	wrapView
	Pointer bool   `json:"pointer"`           // the code held the header alone
	Size    uint64 `json:"size"`              // of the wrap, in bytes
	Library string `json:"library,omitempty"` // where the wrap is kept
}

func runScan(c *cli.Context) error {
	if c.NArg() != 1 {
		return usageError("name one picture, file or text of a code")
	}
	d, err := openDesk()
	if err != nil {
		return err
	}
	if out := c.Path("output"); out != "" {
		if err := checkOutput(out); err != nil {
			return err
		}
	}
	if isWrap(c.Args().First()) {
		return d.scanWrap(c, c.Args().First())
	}
	codes, others, err := parseCodes(c.Context, c.Args().First())
	if err != nil {
		return err
	}
	for _, other := range others {
		say(c, "another code left aside: %v", other)
	}
	if len(codes) == 1 && !c.IsSet("pick") {
		return d.scanCode(c, codes[0])
	}
	return d.scanOne(c, codes)
}

// scanCode checks a code and keeps its wrap.
func (d *desk) scanCode(c *cli.Context, code *wrap.Code) error {
	r, err := d.inspect(code.Header)
	if err != nil {
		return err
	}
	if kept := d.library.Path(r.ID); code.Pointer() && r.Danger() == nil {
		if _, err := os.Stat(kept); err == nil {
			return d.scanWrap(c, kept) // scanned or published here before
		}
	}
	if r.Danger() != nil || code.Pointer() && !c.Bool("fetch") {
		return d.showPointer(c, code, r)
	}
	path, remove, err := d.beside()
	if err != nil {
		return err
	}
	defer remove()
	if code.Pointer() {
		err = fetchTo(c, path, code.Header)
	} else {
		var b bytes.Buffer
		if err = code.WriteWrap(&b); err == nil {
			err = os.WriteFile(path, b.Bytes(), 0o600)
		}
	}
	if err != nil {
		return err
	}
	return d.scanWrap(c, path)
}

// showPointer prints what a header says, without keeping anything.
func (d *desk) showPointer(c *cli.Context, code *wrap.Code, r terminal.Report) error {
	size, err := code.Header.WrapSize()
	if err != nil {
		return fail(exitInput, err)
	}
	view := scanView{wrapView: describe(code.Header, r), Pointer: code.Pointer(), Size: size}
	err = show(c, view, func(w io.Writer) {
		view.print(w)
		if view.Pointer {
			printPointer(w, view)
		}
	})
	if err == nil && r.Danger() == nil && c.Path("output") != "" {
		return fail(exitInput, errors.New("this code holds the header alone: there is no wrap to write"), "--fetch fetches it from where the code hints")
	}
	return errors.Join(err, r.Danger())
}

func printPointer(w io.Writer, v scanView) {
	fmt.Fprintf(w, "\nThis code holds the header alone. Its wrap, of %s, is had elsewhere.\n", humanize.Bytes(v.Size))
	hinted := false
	for _, hint := range v.Hints {
		if hint.Kind == wrapHint {
			hinted = true
		}
	}
	if hinted {
		fmt.Fprintln(w, `--fetch fetches it from where the hints of kind "wrap" lead; any copy will do.`)
		return
	}
	fmt.Fprintln(w, "No hint says where: ask who handed you the code for the file.")
}

// scanWrap checks a wrap that is a file, keeps it and remembers its publisher.
func (d *desk) scanWrap(c *cli.Context, path string) (err error) {
	w, err := terminal.OpenWrap(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	r, err := d.inspect(w.Header)
	if err != nil {
		return err
	}
	view := scanView{wrapView: describe(w.Header, r)}
	if view.Size, err = w.Header.WrapSize(); err != nil {
		return err
	}
	if r.Danger() == nil {
		if view.Library, err = d.keep(c, w); err != nil {
			return err
		}
		view.Wrap = view.Library
		if out := c.Path("output"); out != "" {
			view.Wrap = out
		}
	}
	err = show(c, view, func(out io.Writer) {
		view.print(out)
		if view.Library != "" {
			fmt.Fprintf(out, "kept       %.8s  %s\n", strings.TrimPrefix(view.ID, "0x"), view.Library)
		}
	})
	return errors.Join(err, r.Danger())
}

// keep puts a wrap into the library and, with -o, beside it.
func (d *desk) keep(c *cli.Context, w *terminal.Wrap) (string, error) {
	path, err := d.library.Put(c.Context, w)
	if err != nil {
		return "", err
	}
	first := terminal.Signer{FirstSeen: time.Now(), Title: w.Header.Content.Title, Wrap: w.Header.ID()}
	if err := d.signers.Remember(w.Header.Binding.Terms.Signer, first); err != nil {
		return "", err
	}
	if out := c.Path("output"); out != "" {
		err = copyNew(out, path)
	}
	return path, err
}

// codeHints says what to do about a text that is no code.
func codeHints(text string) []string {
	switch {
	case strings.HasPrefix(text, "WRAP1:"):
		return []string{"a part of it may be missing: scan the code again, and quote its text on the command line"}
	case strings.HasPrefix(strings.ToLower(text), "http"):
		return []string{"a link that carries a wrap has a long text after a #"}
	}
	return []string{`a code is a picture, or a text that begins with "WRAP1:" or "https://"`}
}
