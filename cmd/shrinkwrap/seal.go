package main

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"text/tabwriter"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/publisher"
	"github.com/shrinkwrap/shrinkwrap/internal/rights"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

var sealCommand = &cli.Command{
	Name:      "seal",
	Usage:     "seal files into a seal file, without any network",
	ArgsUsage: "PATH[=TIER]...",
	Description: `A product has tiers: degrees of payment, given in ascending order. Each file or
folder becomes a section, which the tiers that include it open:

   PATH          every tier that is not free (where all are free, all of them)
   PATH=TIER     that tier and all that are given after it
   --exact       the tiers that are named, PATH=TIER,TIER, and no others

A price that is given here is what publish asks unless it is told otherwise, in
whatever token it is told.

A right is an ODRL action (display, play, print, distribute, use) and its
constraints: count=3, dateTime=2030-01-01T00:00:00Z (a fixed end),
elapsedTime=P30D (days after the payment; P1Y6M, PT36H). Terminals show rights,
issue them with the product, and refuse to open when all of a tier's rights have
ended or were used up: each opening counts as one use. They bind honest terminals
only, and never take back what is open.

--program has a release program make the product of each section, or of the
sections that are named, when a buyer opens it: marked with his purchase, drawn
for him. "watermark" and "ticket" come with the software; "shrinkwrap program"
tries one. A wrap has one program at most.

The seal file, a folder, holds the sealed sections and the keys of the tiers. IT
OPENS THE WHOLE PRODUCT, FOR EVER, whatever is published later: keep it secret,
and keep a copy, since nothing more can be published without it.

   $ shrinkwrap seal -o tale.seal --title "The Tale" --language en \
         --tier sample:0 --tier text:0.002 --right text=print,count=3 \
         sample.txt=sample tale.txt
   tale.seal: opens everything in it, for ever: keep it secret, and keep a copy
   sealed   tale.seal
   tier 0   sample      free
   tier 1   text        0.002       print at most 3 times
   section  sample.txt  text/plain  396 B   sample, text
   section  tale.txt    text/plain  1.8 kB  text`,
	Flags: []cli.Flag{
		&cli.PathFlag{Name: "output", Aliases: []string{"o"}, Usage: "make the seal file `NAME.seal`"},
		&cli.StringFlag{Name: "title", Usage: "what terminals show first"},
		&cli.StringFlag{Name: "description", Usage: "a sentence or more about it"},
		&cli.StringFlag{Name: "language", Usage: "its language, a BCP 47 `TAG` such as en or pt-BR"},
		&cli.PathFlag{Name: "cover", Usage: "a picture (PNG, JPEG, WebP, AVIF) that anybody may see"},
		&cli.StringSliceFlag{Name: "tier", Usage: "a tier, as `NAME[:PRICE]`; repeat it in ascending order"},
		&cli.StringSliceFlag{Name: "right", Usage: "what a tier allows, as `TIER=CODE[,ARGUMENT...]`; may be repeated"},
		&cli.StringFlag{Name: "program", Usage: "make the product by a release program when it is opened, `FILE.wasm[=SECTION,...]`, or watermark or ticket instead of FILE.wasm"},
		&cli.BoolFlag{Name: "exact", Usage: "include a file in the tiers that are named and no others"},
		&cli.BoolFlag{Name: "series", Usage: "begin a series: who buys it opens all its issues"},
		&cli.PathFlag{Name: "issue-of", Usage: "seal a further issue of the series of this seal `FILE`, with its tiers"},
		jsonFlag,
	},
	Action: runSeal,
}

func runSeal(c *cli.Context) error {
	out := c.Path("output")
	if out == "" {
		return usageError("seal needs -o NAME.seal")
	}
	draft, first, err := draftOf(c)
	if err != nil {
		return err
	}
	if draft.Program != nil {
		defer draft.Program.Close() // frees memory
	}
	if err := checkOutput(out); err != nil {
		return err
	}
	if err := draft.Check(); err != nil {
		return draftFailure(err)
	}
	for _, t := range draft.Tiers {
		for _, unknown := range rights.Unknown(t.Rights) {
			say(c, "tier %s: %s is unknown to this software: terminals show it, and do not act on it", t.Name, unknown)
		}
	}
	f, err := sealDraft(c, out, draft, first)
	if err != nil {
		return publishFailure(err)
	}
	say(c, "%s: opens everything in it, for ever: keep it secret, and keep a copy", out)
	result := describeSealFile(f)
	return show(c, result, result.print)
}

func sealDraft(c *cli.Context, out string, d publisher.Draft, first *publisher.SealFile) (*publisher.SealFile, error) {
	progress := progressOf(c, "sealing")
	if first != nil {
		return publisher.SealIssue(c.Context, out, first, d, progress)
	}
	return publisher.Seal(c.Context, out, d, progress)
}

// draftFailure tells a file that cannot be read from what the command line says
// of it.
func draftFailure(err error) error {
	if path := new(fs.PathError); errors.As(err, &path) {
		return fail(exitInput, err)
	}
	return usageError(err.Error())
}

// draftOf reads the command line. first is the seal file that --issue-of names.
func draftOf(c *cli.Context) (d publisher.Draft, first *publisher.SealFile, err error) {
	if path := c.Path("issue-of"); path != "" {
		if c.IsSet("tier") || c.IsSet("right") || c.IsSet("series") {
			return d, nil, usageError("--issue-of takes tiers, rights and series from the first seal file")
		}
		if first, err = openSealFile(path); err != nil {
			return d, nil, err
		}
		d = first.Issue()
	} else if d, err = newDraft(c); err != nil {
		return d, nil, err
	}
	d.Title, d.Description, d.Language, d.Cover = c.String("title"), c.String("description"), c.String("language"), c.Path("cover")
	if d.Title == "" {
		return d, nil, usageError("seal needs --title TEXT")
	}
	if c.NArg() == 0 {
		return d, nil, usageError("nothing to seal: name files or folders")
	}
	for _, part := range c.Args().Slice() {
		if err := d.Add(part, c.Bool("exact")); err != nil {
			return d, nil, usageError(err.Error())
		}
	}
	return d, first, addProgram(c, &d)
}

func newDraft(c *cli.Context) (d publisher.Draft, err error) {
	if !c.IsSet("tier") {
		return d, usageError("seal needs a tier: --tier NAME:PRICE")
	}
	for _, s := range c.StringSlice("tier") {
		tier, err := publisher.ParseTier(s)
		if err != nil {
			return d, usageError(fmt.Sprintf("--tier %s: %v", s, err))
		}
		d.Tiers = append(d.Tiers, tier)
	}
	for _, s := range c.StringSlice("right") {
		if err := d.Grant(s); err != nil {
			return d, usageError(err.Error())
		}
	}
	if c.Bool("series") {
		d.Series = make([]byte, 32)
		rand.Read(d.Series)
	}
	return d, nil
}

// sealView is what seal prints.
type sealView struct {
	SealFile    string        `json:"sealFile"`
	Title       string        `json:"title"`
	Series      string        `json:"series,omitempty"`
	ContentHash string        `json:"contentHash"`
	Tiers       []sealTier    `json:"tiers"`
	Sections    []sectionView `json:"sections"`
}

type sealTier struct {
	Name   string       `json:"name"`
	Price  string       `json:"price,omitempty"`
	Rights []wrap.Right `json:"rights"`
}

func describeSealFile(f *publisher.SealFile) sealView {
	d := sealView{SealFile: f.Path, Title: f.Content.Title, ContentHash: f.Content.Hash().Hex(), Sections: sectionsOf(f.Content)}
	if len(f.Content.Series) > 0 {
		d.Series = hexutil.Encode(f.Content.Series)
	}
	for k, t := range f.Content.Tiers {
		d.Tiers = append(d.Tiers, sealTier{t.Name, f.Prices[k], append([]wrap.Right{}, t.Rights...)})
	}
	return d
}

func (d sealView) print(w io.Writer) {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintf(table, "sealed\t%s\n", d.SealFile)
	if d.Series != "" {
		fmt.Fprintf(table, "series\t%s\n", d.Series)
	}
	for k, t := range d.Tiers {
		price := t.Price
		switch {
		case price == "":
			price = "price open"
		case strings.Trim(price, "0.") == "":
			price = "free"
		}
		row(table, fmt.Sprintf("tier %d", k), t.Name, price, rightsText(t.Rights))
	}
	printSections(table, d.Sections)
}
