package main

import (
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/tokens"
)

// claimView is an order that is claimed. Times are the chain's, in Unix seconds.
type claimView struct {
	ChainID         uint64        `json:"chainId"`
	Order           string        `json:"order"`
	Title           string        `json:"title,omitempty"` // of this home's purchases
	Name            string        `json:"tierName,omitempty"`
	Price           string        `json:"price"` // in base units
	Shown           string        `json:"shown"`
	Token           string        `json:"token"`
	RefundTo        string        `json:"refundTo"`
	State           string        `json:"state"` // none, disputed, answered, refunded
	Now             uint64        `json:"now"`
	Paid            uint64        `json:"paid"`
	HalfTime        uint64        `json:"halfTime"` // when a terminal disputes by itself
	DisputableUntil uint64        `json:"disputableUntil"`
	DisputedBy      string        `json:"disputedBy,omitempty"`
	Bond            string        `json:"bond,omitempty"` // wei
	Deadline        uint64        `json:"deadline,omitempty"`
	Undelivered     string        `json:"undelivered,omitempty"` // in base units
	Dispute         string        `json:"disputeTransaction,omitempty"`
	Refund          string        `json:"refundTransaction,omitempty"`
	Requests        []requestView `json:"requests,omitempty"`

	claim       *terminal.Claim
	undelivered *uint256.Int
}

func viewClaim(k *claimCase) claimView {
	c := k.claim
	l := c.Order.Leaf
	v := claimView{
		ChainID: c.ChainID, Order: c.Order.Order.Hex(), Price: l.Amount.Dec(), Shown: tokens.Of(c.ChainID, l.Token).Format(l.Amount), Token: l.Token.Hex(),
		RefundTo: l.RefundTo.Hex(), State: c.Status.State.String(), Now: c.Time, Paid: l.Time, HalfTime: c.HalfTime(), DisputableUntil: c.DisputableUntil(), claim: c,
	}
	if c.Status.By != (common.Address{}) {
		v.DisputedBy, v.Bond, v.Deadline = c.Status.By.Hex(), c.Status.Bond.Dec(), c.Status.Deadline
	}
	disputed, refunded := c.Moves()
	v.Dispute, v.Refund = lastHash(disputed), lastHash(refunded)
	if k.purchase != nil {
		v.Title, v.Name = k.purchase.Title, k.purchase.Name
	}
	return v
}

func lastHash(m *terminal.Move) string {
	if m == nil {
		return ""
	}
	return m.Versions[len(m.Versions)-1].Hash.Hex()
}

func printClaims(w io.Writer, views []claimView, nothing string) {
	if len(views) == 0 {
		fmt.Fprintln(w, nothing)
	}
	for i, v := range views {
		if i > 0 {
			fmt.Fprintln(w)
		}
		v.print(w)
	}
}

func (v claimView) print(w io.Writer) {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	defer table.Flush()
	row(table, "order", v.Order)
	if v.Title != "" {
		row(table, "of", fmt.Sprintf("%s, tier %s, for %s", v.Title, v.Name, v.Shown))
	}
	bond := v.claim.Bond()
	switch v.claim.Status.State {
	case dispute.None:
		row(table, "disputable", fmt.Sprintf("until %s", terminal.At(v.DisputableUntil)))
	case dispute.Disputed:
		row(table, "disputed", "by "+v.DisputedBy)
		row(table, "bond", bond+", which comes back with the refund")
		row(table, "answer", "due by "+until(v.Deadline, v.Now))
		row(table, "then", fmt.Sprintf(`"shrinkwrap refund" has %s paid back to %s`, v.Shown, v.RefundTo))
	case dispute.Answered:
		row(table, "answered", `on the chain: "shrinkwrap open" takes the key from there`)
	case dispute.Refunded:
		row(table, "refunded", fmt.Sprintf("%s to %s", v.Shown, v.RefundTo))
		if v.DisputedBy != "" {
			row(table, "bond", fmt.Sprintf("%s to %s", bond, v.DisputedBy))
		}
	}
	if v.undelivered != nil {
		row(table, "waits", fmt.Sprintf(`%s that could not be delivered to %s: "shrinkwrap refund --to ADDRESS", signed by that account, claims it`,
			tokens.Of(v.ChainID, common.HexToAddress(v.Token)).Format(v.undelivered), v.RefundTo))
	}
	for _, r := range v.Requests {
		row(table, "request", r.Link)
		row(table, "to", r.To)
		row(table, "value", r.Value+" wei")
		row(table, "data", r.Data)
	}
}

// until is a time of a chain, and how far away it is there.
func until(at, now uint64) string {
	if at < now {
		return fmt.Sprintf("%s, %s ago", terminal.At(at), terminal.Span(now-at))
	}
	return fmt.Sprintf("%s, %s from now", terminal.At(at), terminal.Span(at-now))
}
