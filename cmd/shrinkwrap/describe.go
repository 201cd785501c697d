package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/dustin/go-humanize"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/rights"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/tokens"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// wrapView is a wrap as it is shown, before anybody pays for it.
type wrapView struct {
	Wrap        string           `json:"wrap,omitempty"` // its path
	ID          string           `json:"id"`
	Title       string           `json:"title"`
	Description string           `json:"description,omitempty"`
	Language    string           `json:"language,omitempty"`
	Series      string           `json:"series,omitempty"`
	Tiers       []tierView       `json:"tiers"`
	Sections    []sectionView    `json:"sections"`
	Cover       string           `json:"cover,omitempty"`
	Program     bool             `json:"program,omitempty"`
	Extensions  []string         `json:"extensions,omitempty"`
	Publisher   string           `json:"publisher"` // the signer
	Known       bool             `json:"knownPublisher"`
	Payee       string           `json:"payee"`
	ChainID     uint64           `json:"chainId"`
	Escrow      string           `json:"escrow"`
	Product     string           `json:"product"`
	OwnContract bool             `json:"ownContract,omitempty"` // a contract of the publisher's own
	Committee   string           `json:"committee"`
	GroupKey    string           `json:"groupKey"`
	FeeBps      uint16           `json:"feeBps"`
	Hints       []hintView       `json:"hints"`
	Checks      []terminal.Check `json:"checks"`
}

type tierView struct {
	Tier          int          `json:"tier"`
	Name          string       `json:"name"`
	Price         string       `json:"price"` // in base units
	Shown         string       `json:"shown"` // for people
	Token         string       `json:"token"`
	Supply        uint32       `json:"supply"`
	Confirmations uint8        `json:"confirmations"`
	Rights        []wrap.Right `json:"rights"`
}

type sectionView struct {
	Name       string   `json:"name"`
	Media      string   `json:"media"`
	Tiers      []string `json:"tiers"`
	Size       uint64   `json:"size"`
	SealedSize uint64   `json:"sealedSize"`
	Digest     string   `json:"digest"`
	Program    bool     `json:"program,omitempty"` // the release program makes the product of it
}

type hintView struct {
	Kind string `json:"kind"`
	URL  string `json:"url"`
}

// describe says what a header says, beside what was found of it.
func describe(h *wrap.Header, r terminal.Report) wrapView {
	c, t := h.Content, h.Terms()
	d := wrapView{
		ID: r.ID.Hex(), Title: c.Title, Description: c.Description, Language: c.Language,
		Sections: sectionsOf(&c), Program: c.Program != nil,
		Publisher: r.Signer.Hex(), Known: r.Known, Payee: r.Payee.Hex(),
		ChainID: h.Binding.ChainID, Escrow: r.Trust.Contracts.Escrow.Hex(), Product: r.Product.Hex(), OwnContract: len(h.Binding.Product) > 0,
		Committee: t.Committee.Hex(), GroupKey: t.GroupKey.Hex(), FeeBps: t.FeeBps,
		Hints: []hintView{}, Checks: r.Checks,
	}
	if len(c.Series) > 0 {
		d.Series = hexutil.Encode(c.Series)
	}
	if c.Cover != nil {
		d.Cover = c.Cover.Name
	}
	for _, x := range c.Extensions {
		d.Extensions = append(d.Extensions, x.Key)
	}
	token := tokens.Of(h.Binding.ChainID, t.Token)
	for k, tier := range c.Tiers {
		d.Tiers = append(d.Tiers, describeTier(k, tier, t.Tiers[k], token))
	}
	for _, hint := range h.Hints {
		d.Hints = append(d.Hints, hintView(hint))
	}
	return d
}

func describeTier(k int, tier wrap.Tier, terms product.TierTerms, token tokens.Token) tierView {
	return tierView{
		Tier: k, Name: tier.Name, Price: terms.Price.Dec(), Shown: priceText(token, terms.Price), Token: token.Address.Hex(),
		Supply: terms.Supply, Confirmations: terms.Confirmations, Rights: append([]wrap.Right{}, tier.Rights...),
	}
}

// priceText writes a price for people.
func priceText(token tokens.Token, price *uint256.Int) string {
	if price.IsZero() {
		return "free"
	}
	return token.Format(price)
}

func sectionsOf(c *wrap.Content) (views []sectionView) {
	for _, s := range c.Sections {
		v := sectionView{Name: s.Name, Media: s.Media, Size: s.Size, SealedSize: s.SealedSize, Digest: s.Digest.Hex(), Program: s.Program}
		for _, k := range s.Recipients() {
			v.Tiers = append(v.Tiers, c.Tiers[k].Name)
		}
		views = append(views, v)
	}
	return views
}

func (d wrapView) print(w io.Writer) {
	fmt.Fprintln(w, d.Title)
	if d.Description != "" {
		fmt.Fprintln(w, d.Description)
	}
	fmt.Fprintln(w)
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	d.printParties(table)
	for _, t := range d.Tiers {
		row(table, fmt.Sprintf("tier %d", t.Tier), t.Name, t.Shown, conditions(t), rightsText(t.Rights))
	}
	table.Flush()
	printSections(table, d.Sections)
	for _, hint := range d.Hints {
		row(table, "hint", hint.Kind, hint.URL)
	}
	for _, check := range d.Checks {
		row(table, string(check.Verdict), check.Name, check.Text)
	}
	table.Flush()
}

func (d wrapView) printParties(w io.Writer) {
	known := "new publisher"
	if d.Known {
		known = "known"
	}
	fmt.Fprintf(w, "publisher\t%s\t(%s)\n", d.Publisher, known)
	if d.Payee != d.Publisher {
		fmt.Fprintf(w, "pays to\t%s\n", d.Payee)
	}
	fmt.Fprintf(w, "chain\t%d\n", d.ChainID)
	fmt.Fprintf(w, "product\t%s\n", d.Product)
	fmt.Fprintf(w, "committee\t%s\tkeeps %s of the price\n", d.Committee, percent(d.FeeBps))
	fmt.Fprintf(w, "id\t%s\n", d.ID)
	for _, line := range []struct{ name, text string }{{"series", d.Series}, {"language", d.Language}, {"cover", d.Cover}} {
		if line.text != "" {
			fmt.Fprintf(w, "%s\t%s\n", line.name, line.text)
		}
	}
	for _, key := range d.Extensions {
		fmt.Fprintf(w, "extension\t%s\tunknown to this software\n", key)
	}
}

func printSections(table *tabwriter.Writer, sections []sectionView) {
	for _, s := range sections {
		media := s.Media
		if media == wrap.MediaFolder {
			media = "folder"
		}
		if s.Program {
			media += ", made by the release program"
		}
		row(table, "section", s.Name, media, humanize.Bytes(s.Size), strings.Join(s.Tiers, ", "))
	}
	table.Flush()
}

// row writes a row of a table without the empty cells at its end, which would be
// spaces.
func row(w io.Writer, cells ...string) {
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	fmt.Fprintln(w, strings.Join(cells, "\t"))
}

// conditions says how many there are of a tier and how deep its payment must be.
func conditions(t tierView) string {
	var parts []string
	if t.Supply > 0 {
		parts = append(parts, fmt.Sprintf("%d in all", t.Supply))
	}
	switch {
	case t.Confirmations == product.Finalised:
		parts = append(parts, "when finalised")
	case t.Confirmations > 1:
		parts = append(parts, fmt.Sprintf("%d blocks deep", t.Confirmations))
	}
	return strings.Join(parts, ", ")
}

// rightsText writes rights as "display; print at most 3 times".
func rightsText(declared []wrap.Right) string { return rights.Text(rights.Read(declared)) }

func percent(bps uint16) string {
	return fmt.Sprintf("%d.%02d %%", bps/100, bps%100)
}
