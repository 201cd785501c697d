package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/fraud"
	"github.com/shrinkwrap/shrinkwrap/internal/rights"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

var openCommand = &cli.Command{
	Name:      "open",
	Usage:     "open what was bought, without a network",
	ArgsUsage: "WRAP | CODE",
	Description: `Opens the sections of a tier that was bought and released, into a new folder. No
byte becomes visible before it was checked against the publisher's signature, and
the folder appears when all of it is whole. Any copy of the wrap will do. What is not
released yet is looked up on its chain, if an endpoint is known: the key of a dispute
that was answered stands there.

The folder also holds rights.json, an agreement that says what was paid for and
proves it ("shrinkwrap verify"), once the receipt is here. Rights that end or are
counted are honoured: open refuses when all of the tier's rights are over. What it
cannot do is take back an opened file, or count on other computers.

A wrap may carry a release program, which makes the product of a section, for this
buyer alone: marks a text, draws a ticket. It runs in a sandbox, without files,
network or clock, and is given the section and the payment. Where it fails the
section's own bytes are kept as NAME.raw, and the exit status is 9; --raw keeps
them without running it.

Where a section is exactly what the publisher signed and yet does not open with the
tier's own key, or holds less, more or something else than was promised, everything
else of the tier is written, with a proof of fraud in that section's place
(fraud-1.json, for section 1): anybody who has a copy of the wrap can check it, without
a network ("shrinkwrap verify"). The exit status is 10. The escrow answers for the key,
not for what was sealed: no money comes back. THE PROOF HOLDS THE TIER'S KEY: who gets
it opens the tier's whole sections, too, in every issue of a series. A release program
that fails is no fraud.

--print-identity prints the tier's key instead: a native age identity, with which
age and zstd open the sections without this software, for ever. WHO HAS IT OPENS
THE TIER: keep it as you keep the product.

   $ shrinkwrap open tale.wrap -o tale/
   tale/sample.txt
   tale/tale.txt

   $ shrinkwrap open tale.wrap --print-identity > tale.key
   $ unzip -p tale.wrap sections/1.age | age -d -i tale.key | zstd -d`,
	Flags: []cli.Flag{
		&cli.PathFlag{Name: "output", Aliases: []string{"o"}, Usage: "open into this new `FOLDER`"},
		&cli.BoolFlag{Name: "print-identity", Usage: "print the tier's key"},
		&cli.StringFlag{Name: "tier", Usage: "the tier's `NAME` or number; needed where several were bought"},
		&cli.BoolFlag{Name: "raw", Usage: "write what a release program would be given, as NAME.raw, and run none"},
		rpcFlag,
		jsonFlag,
	},
	Action: runOpen,
}

// openView is what was opened.
type openView struct {
	Wrap   string   `json:"wrap"`
	Tier   uint8    `json:"tier"`
	Name   string   `json:"tierName"`
	Folder string   `json:"folder"`
	Files  []string `json:"files"` // in the folder

	Failures []programFailureView `json:"failures,omitempty"` // of release programs
	Frauds   []fraudFoundView     `json:"frauds,omitempty"`
}

// fraudFoundView is a section that is not what its publisher signed.
type fraudFoundView struct {
	Section string     `json:"section"`
	Fraud   fraud.Kind `json:"fraud"`
	Proof   string     `json:"proof"` // the file in the folder that proves it
	Kept    string     `json:"kept,omitempty"`
	Error   string     `json:"error"`
}

type programFailureView struct {
	Section string `json:"section"`
	Kept    string `json:"kept"` // the file in the folder that has its own bytes
	Error   string `json:"error"`
}

// partial reports whether something was opened, though not all.
func (v openView) partial() bool { return len(v.Failures)+len(v.Frauds) > 0 }

func (v openView) print(w io.Writer) {
	for _, name := range v.Files {
		fmt.Fprintln(w, filepath.Join(v.Folder, name))
	}
}

func runOpen(c *cli.Context) (err error) {
	out := c.Path("output")
	if out == "" && !c.Bool("print-identity") {
		return usageError("name a folder with -o", "--print-identity prints the key instead")
	}
	d, err := openDesk()
	if err != nil {
		return err
	}
	g, err := d.goods(c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, g.Close()) }()
	if g.wrap == nil {
		return fail(exitInput, errors.New("this code holds the header alone: there is nothing to open"), `"shrinkwrap scan --fetch" has the wrap fetched`)
	}
	p, err := d.boughtOrAnswered(c, g.header)
	if err != nil {
		return err
	}
	if err := p.Lock(); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.Close()) }()
	if c.Bool("print-identity") {
		return printIdentity(c, d, g.wrap, p, out)
	}
	view, err := openInto(c, d, g.wrap, p, out, nil)
	if err != nil && !view.partial() {
		return err
	}
	return errors.Join(show(c, view, view.print), err)
}

// printIdentity prints the key and nothing else, after it opened if it was told
// to.
func printIdentity(c *cli.Context, d *desk, w *terminal.Wrap, p *terminal.Purchase, out string) error {
	opening, err := terminal.NewOpening(d.home, w, p)
	if err != nil {
		return err
	}
	if rights.Limited(opening.Rights()) {
		say(c, "the tier's rights (%s) bind this terminal, not the key: it opens for ever", rights.Text(opening.Rights()))
	}
	var failed error // of what is not whole, which the key may help with
	if out != "" {
		view, err := openInto(c, d, w, p, out, nil)
		if err != nil && !view.partial() {
			return err
		}
		failed = err
	}
	_, err = fmt.Fprintln(c.App.Writer, opening.Identity)
	return errors.Join(failed, err)
}

// openInto opens a purchase into a new folder. With an error of a release program,
// or of a publisher who sealed something else than he signed, comes what was opened
// all the same.
//
// record, which may be nil, has the receipt made: a product does not wait for it,
// and its agreement joins it. Only a release program needs the receipt before.
func openInto(c *cli.Context, d *desk, w *terminal.Wrap, p *terminal.Purchase, out string, record func()) (openView, error) {
	if err := checkOutput(out); err != nil {
		return openView{}, err
	}
	opening, err := terminal.NewOpening(d.home, w, p)
	if err != nil {
		return openView{}, err
	}
	view := openView{Wrap: w.Header.ID().Hex(), Tier: p.Tier, Name: p.Name, Folder: filepath.Clean(out)}
	var total uint64
	for _, n := range opening.Sections() {
		total += w.Header.Content.Sections[n].Size
	}
	opening.Progress, opening.Now = sumProgress(c, total), testOnlyNow
	opening.Raw = c.Bool("raw")
	if record != nil && opening.Programs() {
		record()
		record = nil
	}
	err = opening.Write(c.Context, out)
	if err != nil && !opening.Partial() {
		return openView{}, err
	}
	if record != nil {
		record()
		if err := opening.AddAgreement(out); err != nil {
			return openView{}, err
		}
	}
	for _, f := range opening.Failures {
		view.Failures = append(view.Failures, programFailureView{f.Section, f.Kept, f.Err.Error()})
	}
	for _, f := range opening.Frauds {
		view.Frauds = append(view.Frauds, fraudFoundView{f.Section, f.Proof.Kind, f.File, f.Kept, f.Found.Error()})
	}
	view.Files = append(opening.Files(), issued(c, opening)...)
	return view, err
}

// sumProgress shows the progress of all sections as that of one.
func sumProgress(c *cli.Context, total uint64) func(wrap.SectionHeader, uint64) {
	progress := progressOf(c, "opening")
	if progress == nil {
		return nil
	}
	var name string
	var before, last uint64
	return func(s wrap.SectionHeader, done uint64) {
		if s.Name != name {
			name, before = s.Name, before+last
		}
		last = done
		progress(before+done, total)
	}
}

// bought returns the purchase to open a wrap with: that of the tier that --tier
// names, or of the only one that was released.
func (d *desk) bought(c *cli.Context, h *wrap.Header) (*terminal.Purchase, error) {
	all, err := d.purchasesOfTier(c, h)
	if err != nil {
		return nil, err
	}
	return chooseReleased(c.Args().First(), all)
}

// purchasesOfTier returns what was bought of the tier that --tier names, or of
// all tiers.
func (d *desk) purchasesOfTier(c *cli.Context, h *wrap.Header) ([]*terminal.Purchase, error) {
	all, err := d.purchases(h)
	if err != nil || c.String(tierFlag.Name) == "" {
		return all, err
	}
	k, err := chooseTier(c, h)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(all, func(p *terminal.Purchase) bool { return int(p.Tier) != k }), nil
}

// purchases returns what was bought of a header's product. A header that is not
// to be paid for still opens what was paid for under this very header: an escrow
// that was trusted then need not be now, and nothing more is paid.
func (d *desk) purchases(h *wrap.Header) ([]*terminal.Purchase, error) {
	report, err := d.inspect(h)
	if err != nil {
		return nil, err
	}
	bought := terminal.Purchases{Home: d.home}
	danger := report.Danger()
	if danger == nil {
		return bought.Of(h, report.Trust.Contracts)
	}
	all, err := bought.All()
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(p *terminal.Purchase) bool { return p.Wrap != report.ID || len(p.Release) == 0 })
	if len(all) == 0 {
		return nil, danger
	}
	return all, nil
}

func chooseReleased(name string, all []*terminal.Purchase) (*terminal.Purchase, error) {
	var chosen, waiting *terminal.Purchase
	var tiers []string
	for _, p := range all {
		switch {
		case len(p.Release) == 0:
			waiting = p
		case chosen == nil || chosen.Tier != p.Tier:
			tiers = append(tiers, p.Name)
			chosen = p
		default:
			chosen = p // the newest of its tier
		}
	}
	switch {
	case len(tiers) > 1:
		return nil, usageError("several tiers were bought", "choose with --tier: "+strings.Join(tiers, ", "))
	case chosen != nil:
		return chosen, nil
	case waiting != nil && waiting.Step != terminal.Prepared && waiting.Step != terminal.Approving:
		return nil, fail(exitPending, fmt.Errorf("%q, tier %s: %s", waiting.Title, waiting.Name, stateText(waiting.Step)),
			fmt.Sprintf(`"shrinkwrap buy %s --tier %d" goes on waiting`, name, waiting.Tier))
	}
	return nil, fail(exitError, errors.New("not bought yet"), fmt.Sprintf(`"shrinkwrap show %s" lists tiers and prices, "shrinkwrap buy %s --tier NAME" pays for one`, name, name))
}
