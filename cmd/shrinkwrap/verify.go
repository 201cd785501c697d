package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"text/tabwriter"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/fraud"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/rights"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/tokens"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

var verifyCommand = &cli.Command{
	Name:      "verify",
	Usage:     "check an agreement (rights.json) or a proof of fraud without a network",
	ArgsUsage: "FILE [WRAP | CODE]",
	Description: `Checks that an agreement proves what it says: that this tier of this product was
paid for, when, and with which rights. The publisher's signature, the product's
address, the escrow, the order, the committee's receipt over it and every word of
the agreement are held against each other; nobody is asked. "-" is stdin.

ANYONE CAN BE A PUBLISHER, with a committee of his own, and prove purchases that
never were. So say whom you expect: by a WRAP or CODE of the product, by --signer
or --product. A publisher whose wraps were scanned here before counts as expected,
too. An agreement of a stranger that holds together ends with status 1.

What is not seen without a network: a refund after the receipt was made. Who holds
the agreement need not be who paid: the buyer signs with the key of the order.

   $ shrinkwrap verify tale/rights.json tale.wrap
   valid      The Tale, tier text, for 0.002 ETH
   paid       2026-03-01 09:30 UTC
   publisher  0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed
   order      0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060
   rights     print at most 3 times
   ok         signature  made by 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed for this escrow, …
   …

A PROOF OF FRAUD, which "shrinkwrap open" writes (fraud-1.json), accuses a publisher
of having sealed something else than he signed. It is checked against a copy of the
WRAP, which nothing is written of: whether he signed these sealed bytes, whether the
key in the proof is the tier's own, and what the bytes hold. It needs no trust in who
made it, names the publisher, and accuses nobody falsely: a section that is whole, other
bytes than were signed, another key end with status 4 or 3.

   $ shrinkwrap verify tale/fraud-1.json tale.wrap
   fraud      The Tale, tier text, section 1: tale.txt
   publisher  0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed
   …
   ok         fraud  is exactly what was signed, and the tier's own key does not open it: …

WHO GIVES A PROOF AWAY GIVES THE TIER'S KEY AWAY: it opens the tier's whole sections, too,
in every issue of a series.`,
	Flags: []cli.Flag{
		&cli.StringFlag{Name: "signer", Usage: "the publisher that is expected, an `ADDRESS`"},
		&cli.StringFlag{Name: "product", Usage: "the product that is expected, an `ADDRESS`"},
		jsonFlag,
	},
	Action: runVerify,
}

// verifyView is what verify prints.
type verifyView struct {
	Valid     bool             `json:"valid"`    // it holds together, and is of whom was expected
	Expected  bool             `json:"expected"` // its publisher was named or is known
	Wrap      string           `json:"wrap"`
	Title     string           `json:"title"`
	Tier      uint8            `json:"tier"`
	Name      string           `json:"tierName"`
	ChainID   uint64           `json:"chainId"`
	Product   string           `json:"product"`
	Publisher string           `json:"publisher"`
	Known     bool             `json:"knownPublisher"`
	Amount    string           `json:"amount"` // in base units
	Shown     string           `json:"shown"`  // for people
	PaidAt    uint64           `json:"paidAt"` // Unix seconds
	Payer     string           `json:"payer"`
	Key       string           `json:"releaseKey"`
	Order     string           `json:"order"`
	Rights    []wrap.Right     `json:"rights"`
	Checks    []terminal.Check `json:"checks"`

	agreement *rights.Agreement
}

func runVerify(c *cli.Context) error {
	if c.NArg() < 1 || c.NArg() > 2 {
		return usageError("name one agreement or proof of fraud, and at most one wrap or code that it should be of")
	}
	d, err := openDesk()
	if err != nil {
		return err
	}
	b, err := readProof(c.Args().First())
	if err != nil {
		return err
	}
	if fraud.Claims(b) {
		p, err := fraud.Parse(b)
		if err != nil {
			return fail(exitInput, fmt.Errorf("%s: %w", c.Args().First(), err), `"shrinkwrap open" writes the proof anew, with what was bought`)
		}
		return verifyFraud(c, d, p)
	}
	expected, err := d.expected(c)
	if err != nil {
		return err
	}
	a, err := parseAgreement(c.Args().First(), b)
	if err != nil {
		return err
	}
	r, err := terminal.InspectAgreement(a, terminal.TrustIn(d.config, a.Header.Binding.ChainID), d.signers, expected)
	if err != nil {
		return err
	}
	view := viewAgreement(a, r, expected != rights.Expected{})
	danger := r.Danger()
	view.Valid = danger == nil && view.Expected
	if err := show(c, view, view.print); err != nil {
		return err
	}
	switch {
	case danger != nil:
		return fail(exitDanger, fmt.Errorf("this agreement proves nothing: %w", danger), "it may have been forged, or changed since it was issued")
	case !view.Expected:
		return fail(exitError, fmt.Errorf("publisher %s is a stranger here: all that is proven is what he says himself", view.Publisher),
			"name the wrap or code that the agreement should be of, or its publisher with --signer")
	}
	return nil
}

// readProof reads an agreement or a proof of fraud: neither is larger.
func readProof(path string) ([]byte, error) {
	f := os.Stdin
	if path != "-" {
		var err error
		if f, err = os.Open(path); err != nil {
			return nil, fail(exitInput, err)
		}
		defer f.Close() // only read
	}
	b, err := io.ReadAll(io.LimitReader(f, max(rights.MaxSize, fraud.MaxSize)+1))
	if err != nil {
		return nil, fail(exitInput, fmt.Errorf("reading %s: %w", path, err))
	}
	return b, nil
}

func parseAgreement(path string, b []byte) (*rights.Agreement, error) {
	a, err := rights.Parse(b)
	if err != nil {
		return nil, fail(exitInput, fmt.Errorf("%s: %w", path, err), `"shrinkwrap receipt WRAP -o FILE" writes the agreement of a purchase anew`)
	}
	return a, nil
}

// expected reads whom the command line expects.
func (d *desk) expected(c *cli.Context) (e rights.Expected, err error) {
	named := c.IsSet("signer") || c.IsSet("product")
	if c.NArg() == 2 && named {
		return e, usageError("a wrap names its publisher and its product: --signer and --product are for where there is none")
	}
	if c.NArg() == 2 {
		return d.expectedOf(c.Context, c.Args().Get(1))
	}
	for _, flag := range []struct {
		name string
		to   *common.Address
	}{{"signer", &e.Signer}, {"product", &e.Product}} {
		if !c.IsSet(flag.name) {
			continue
		}
		if *flag.to, err = nodeapi.ParseAddress(c.String(flag.name)); err != nil {
			return e, usageError(fmt.Sprintf("--%s: %v", flag.name, err))
		}
		if *flag.to == (common.Address{}) {
			return e, usageError(fmt.Sprintf("--%s: the zero address is nobody's", flag.name))
		}
	}
	return e, nil
}

// expectedOf takes the publisher and the product from a wrap or a code.
func (d *desk) expectedOf(ctx context.Context, name string) (e rights.Expected, err error) {
	g, err := d.goodsOf(ctx, name)
	if err != nil {
		return e, err
	}
	defer func() { err = errors.Join(err, g.Close()) }()
	r, err := d.inspect(g.header)
	if err != nil {
		return e, err
	}
	return rights.Expected{Signer: r.Signer, Product: r.Product}, r.Danger()
}

func viewAgreement(a *rights.Agreement, r terminal.Report, named bool) verifyView {
	at := a.Order()
	shown := "free"
	if !a.Free() {
		shown = tokens.Of(at.ChainID, a.Leaf.Token).Format(a.Leaf.Amount)
	}
	v := verifyView{
		Expected: named || r.Known, Wrap: r.ID.Hex(), Title: a.Header.Content.Title, Tier: a.Leaf.Tier, Name: a.Tier().Name,
		ChainID: at.ChainID, Product: r.Product.Hex(), Publisher: r.Signer.Hex(), Known: r.Known,
		Amount: a.Leaf.Amount.Dec(), Shown: shown, PaidAt: a.Leaf.Time, Payer: a.Leaf.Payer.Hex(), Order: at.Order.Hex(),
		Rights: append([]wrap.Right{}, a.Tier().Rights...), Checks: r.Checks, agreement: a,
	}
	if B, err := a.Leaf.Key(); err == nil { // it was parsed before
		key := B.Bytes()
		v.Key = hexutil.Encode(key[:])
	}
	return v
}

func (v verifyView) print(w io.Writer) {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	defer table.Flush()
	outcome := "not valid"
	if v.Valid {
		outcome = "valid"
	}
	fmt.Fprintf(table, "%s\t%s, tier %s, for %s\n", outcome, v.Title, v.Name, v.Shown)
	fmt.Fprintf(table, "paid\t%s\n", minute(v.agreement.Paid()))
	fmt.Fprintf(table, "publisher\t%s\n", v.Publisher)
	fmt.Fprintf(table, "order\t%s\n", v.Order)
	printRights(table, v.agreement.Rights(), v.agreement.Paid())
	for _, check := range v.Checks {
		row(table, string(check.Verdict), check.Name, check.Text)
	}
}
