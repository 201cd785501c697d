package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/rights"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

var receiptCommand = &cli.Command{
	Name:      "receipt",
	Usage:     "have the receipt of what was bought, and write it down as an agreement",
	ArgsUsage: "WRAP | CODE",
	Description: `A receipt is what proves a purchase to others: a signature of the committee over
the order, which says what was paid for, when, and for whose key. (The release
proves nothing: who has opened a tier can make another one.) It is asked of the
committee's nodes once, and kept.

-o writes it as an agreement in ODRL, with the signed header and the rights of
the tier: the rights.json that "shrinkwrap open" writes beside the product.
Whoever has that file checks it with "shrinkwrap verify", without a network.

   $ shrinkwrap receipt tale.wrap -o rights.json
   bought    The Tale, tier text, for 0.002 ETH
   paid      2026-03-01 09:30 UTC in 0x88df016429689c079f3b2f6ad39fa052532c56795b733da78a91ebe6a713944b
   order     0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060
   receipt   0x8a1f3c…
   rights    print at most 3 times
   written   rights.json`,
	Flags: []cli.Flag{
		&cli.StringFlag{Name: "tier", Usage: "the tier's `NAME` or number; needed where several were bought"},
		&cli.PathFlag{Name: "output", Aliases: []string{"o"}, Usage: "write the agreement to this new `FILE`"},
		nodeFlag,
		rpcFlag,
		jsonFlag,
	},
	Action: runReceipt,
}

// receiptView is a purchase that can be proven.
type receiptView struct {
	Wrap        string       `json:"wrap"`
	Title       string       `json:"title"`
	Tier        uint8        `json:"tier"`
	Name        string       `json:"tierName"`
	ChainID     uint64       `json:"chainId"`
	Escrow      string       `json:"escrow"`
	Product     string       `json:"product"`
	Amount      string       `json:"amount"` // in base units
	Shown       string       `json:"shown"`  // for people
	Token       string       `json:"token"`
	PaidAt      uint64       `json:"paidAt"` // Unix seconds
	Transaction string       `json:"transaction"`
	Order       string       `json:"order"`
	Leaf        string       `json:"leaf"`
	Receipt     string       `json:"receipt"`
	Rights      []wrap.Right `json:"rights"`
	Agreement   string       `json:"agreement,omitempty"` // where it was written
}

func runReceipt(c *cli.Context) (err error) {
	d, err := openDesk()
	if err != nil {
		return err
	}
	if out := c.Path("output"); out != "" {
		if err := checkOutput(out); err != nil {
			return err
		}
	}
	g, err := d.goods(c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, g.Close()) }()
	p, err := d.paid(c, g.header)
	if err != nil {
		return err
	}
	if err := d.record(c, p, g.header); err != nil {
		return err
	}
	agreement, err := p.Agreement(g.header)
	if err != nil {
		return fail(exitInput, fmt.Errorf("this wrap is not what the receipt is about: %w", err))
	}
	view := viewReceipt(p, agreement)
	if view.Agreement = c.Path("output"); view.Agreement != "" {
		if err := home.WriteNew(view.Agreement, agreement.Bytes(), 0o644); err != nil {
			return err
		}
	}
	return show(c, view, view.print)
}

// paid returns the purchase to have the receipt of: the newest that was paid, of
// the tier that --tier names or of the only one.
func (d *desk) paid(c *cli.Context, h *wrap.Header) (*terminal.Purchase, error) {
	all, err := d.purchasesOfTier(c, h)
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(p *terminal.Purchase) bool { return p.Payment == nil && !p.Wallet && !p.Paid() })
	var tiers []string
	for _, p := range all {
		if !slices.Contains(tiers, p.Name) {
			tiers = append(tiers, p.Name)
		}
	}
	name := c.Args().First()
	switch {
	case len(tiers) > 1:
		return nil, usageError("several tiers were bought", "choose with --tier: "+strings.Join(tiers, ", "))
	case len(all) == 0:
		return nil, fail(exitError, errors.New("not paid for, so that there is no receipt"), fmt.Sprintf(`"shrinkwrap buy %s --tier NAME" pays for a tier`, name))
	}
	return all[len(all)-1], nil
}

// record fetches the receipt unless it is here. Only then anybody is asked.
func (d *desk) record(c *cli.Context, p *terminal.Purchase, h *wrap.Header) (err error) {
	if len(p.Receipt) > 0 {
		return nil
	}
	if err := p.Lock(); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.Close()) }()
	known, _ := d.config.Chain(p.ChainID)
	nodes, err := terminal.Nodes(c.StringSlice(nodeFlag.Name), known, h)
	if err != nil {
		return usageError(err.Error())
	}
	client, err := dial(c, d.config, p.ChainID)
	if err != nil {
		return err
	}
	defer client.Close()
	b := &terminal.Buyer{
		Home: d.home, Trust: terminal.TrustIn(d.config, p.ChainID), Chain: client, Nodes: nodes, Pace: terminal.DefaultPace, Now: time.Now,
		Tell: func(line string) { say(c, "%s", line) },
	}
	return b.Record(c.Context, p)
}

func viewReceipt(p *terminal.Purchase, a *rights.Agreement) receiptView {
	v := viewPurchase(p)
	return receiptView{
		Wrap: a.Header.ID().Hex(), Title: a.Header.Content.Title, Tier: p.Tier, Name: a.Tier().Name,
		ChainID: p.ChainID, Escrow: p.Escrow.Hex(), Product: p.Product.Hex(), Amount: v.Price, Shown: v.Shown, Token: v.Token,
		PaidAt: a.Leaf.Time, Transaction: v.Transaction, Order: v.Order, Leaf: hexutil.Encode(a.Leaf.Bytes()), Receipt: v.Receipt,
		Rights: append([]wrap.Right{}, a.Tier().Rights...),
	}
}

func (v receiptView) print(w io.Writer) {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	defer table.Flush()
	paid := time.Unix(int64(v.PaidAt), 0)
	fmt.Fprintf(table, "bought\t%s, tier %s, for %s\n", v.Title, v.Name, v.Shown)
	fmt.Fprintf(table, "paid\t%s in %s\n", minute(paid), v.Transaction)
	fmt.Fprintf(table, "order\t%s\n", v.Order)
	fmt.Fprintf(table, "receipt\t%s\n", v.Receipt)
	printRights(table, rights.Read(v.Rights), paid)
	if v.Agreement != "" {
		fmt.Fprintf(table, "written\t%s\n", v.Agreement)
	}
}

// printRights prints the rights of a tier that was paid for, one a line.
func printRights(w io.Writer, all []rights.Right, paid time.Time) {
	if len(all) == 0 {
		fmt.Fprintln(w, "rights\tnone is declared: to use what it opens")
	}
	for i, r := range all {
		name := ""
		if i == 0 {
			name = "rights"
		}
		fmt.Fprintf(w, "%s\t%s\n", name, r.Since(paid))
	}
}

func minute(t time.Time) string { return t.UTC().Format("2006-01-02 15:04 UTC") }
