package main

import (
	"fmt"
	"io"
	"text/tabwriter"
)

// publishView is what publish prints.
type publishView struct {
	Wrap        string     `json:"wrap"`
	Fresh       bool       `json:"fresh"` // false: the wrap was there already
	ID          string     `json:"id"`
	ChainID     uint64     `json:"chainId"`
	Product     string     `json:"product"`
	Publisher   string     `json:"publisher"`
	Payee       string     `json:"payee"`
	Tiers       []tierView `json:"tiers"`
	Checked     bool       `json:"checked"` // against the chain
	Deployed    bool       `json:"deployed"`
	Transaction string     `json:"transaction,omitempty"`
}

func (r publishView) print(w io.Writer) {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	verb := "published"
	if !r.Fresh {
		verb = "was there"
	}
	fmt.Fprintf(table, "%s\t%s\n", verb, r.Wrap)
	fmt.Fprintf(table, "id\t%s\n", r.ID)
	fmt.Fprintf(table, "product\t%s on chain %d\n", r.Product, r.ChainID)
	if r.Payee != r.Publisher {
		fmt.Fprintf(table, "pays to\t%s\n", r.Payee)
	}
	table.Flush()
	for _, t := range r.Tiers {
		row(table, fmt.Sprintf("%-9s", fmt.Sprintf("tier %d", t.Tier)), t.Name, t.Shown, conditions(t))
	}
	table.Flush()
	switch {
	case r.Transaction != "":
		fmt.Fprintf(w, "deployed   in transaction %s\n", r.Transaction)
	case r.Deployed:
		fmt.Fprintln(w, "deployed   before")
	default:
		fmt.Fprintln(w, "deployed   not yet: the first buyer's payment does it")
	}
}
