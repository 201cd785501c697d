package main

import (
	"errors"
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/fraud"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
)

// fraudView is what verify prints of a proof of fraud.
type fraudView struct {
	Proven    bool             `json:"proven"`
	Fraud     fraud.Kind       `json:"fraud"`
	Wrap      string           `json:"wrap"`
	Title     string           `json:"title"`
	Section   int              `json:"section"`
	File      string           `json:"name"` // the section's
	Tier      uint8            `json:"tier"`
	Name      string           `json:"tierName"`
	ChainID   uint64           `json:"chainId"`
	Product   string           `json:"product"`
	Publisher string           `json:"publisher"` // whom it accuses
	Known     bool             `json:"knownPublisher"`
	Checks    []terminal.Check `json:"checks"`
}

// verifyFraud checks a proof against the wrap that the command line names, or the
// library has.
func verifyFraud(c *cli.Context, d *desk, p *fraud.Proof) (err error) {
	if c.IsSet("signer") || c.IsSet("product") {
		return usageError("a proof of fraud names whom it accuses: --signer and --product are for agreements")
	}
	w, err := d.accused(c, p)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	trust := terminal.TrustIn(d.config, p.Header.Binding.ChainID)
	r, err := terminal.InspectFraud(c.Context, p, w.wrap, trust, d.signers, fraudProgress(c, p))
	if err != nil {
		return err
	}
	view := viewFraud(p, r)
	if err := show(c, view, view.print); err != nil {
		return err
	}
	if danger := r.Danger(); danger != nil {
		return fail(exitDanger, fmt.Errorf("this accusation is false: %w", danger), "it proves nothing against "+view.Publisher)
	}
	return nil
}

// accused opens the wrap that is said to be a fraud.
func (d *desk) accused(c *cli.Context, p *fraud.Proof) (*goods, error) {
	name := p.Header.ID().Hex()
	if c.NArg() == 2 {
		name = c.Args().Get(1)
	}
	g, err := d.goodsOf(c.Context, name)
	if err != nil && c.NArg() == 1 {
		return nil, fail(exitInput, fmt.Errorf("wrap %s is not here, and the proof is about its bytes", name), `name a copy of it: "shrinkwrap verify FILE WRAP"`)
	}
	if err != nil {
		return nil, err
	}
	if g.wrap == nil {
		return nil, errors.Join(fail(exitInput, errors.New("this code holds the header alone, and the proof is about what is sealed"), `"shrinkwrap scan --fetch" has the wrap fetched`), g.Close())
	}
	return g, nil
}

func fraudProgress(c *cli.Context, p *fraud.Proof) func(done uint64) {
	progress := progressOf(c, "examining")
	if progress == nil {
		return nil
	}
	return func(done uint64) { progress(done, p.Signed().Size) }
}

func viewFraud(p *fraud.Proof, r terminal.Report) fraudView {
	return fraudView{
		Proven: r.Danger() == nil, Fraud: p.Kind, Wrap: r.ID.Hex(), Title: p.Header.Content.Title, Section: p.Section, File: p.Signed().Name,
		Tier: p.Tier, Name: p.Header.Content.Tiers[p.Tier].Name, ChainID: p.Header.Binding.ChainID, Product: r.Product.Hex(),
		Publisher: r.Signer.Hex(), Known: r.Known, Checks: r.Checks,
	}
}

func (v fraudView) print(w io.Writer) {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	defer table.Flush()
	outcome := "not proven"
	if v.Proven {
		outcome = "fraud"
	}
	fmt.Fprintf(table, "%s\t%s, tier %s, section %d: %s\n", outcome, v.Title, v.Name, v.Section, v.File)
	fmt.Fprintf(table, "publisher\t%s\n", v.Publisher)
	fmt.Fprintf(table, "wrap\t%s\n", v.Wrap)
	for _, check := range v.Checks {
		row(table, string(check.Verdict), check.Name, check.Text)
	}
}
