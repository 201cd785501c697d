package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/tokens"
)

var refundCommand = &cli.Command{
	Name:      "refund",
	Usage:     "have the money of a dispute paid back that nobody answered",
	ArgsUsage: "[ORDER | WRAP | CODE]...",
	Description: `Has the money of a disputed order paid back once the time for its answer is over, and
the bond to whoever put it up. Anyone may, for anyone: the money goes to whom the order
names. Without an argument it refunds every purchase that can be; "shrinkwrap buy",
while it waits, and "shrinkwrap orders --watch" do so by themselves. It costs gas, about
50,000 units. What was refunded can be bought again ("shrinkwrap buy").

An address that cannot receive what it is due loses nothing: it waits in the escrow.
--to has what waits for the account paid to another ADDRESS: coin, or the token of the
order that is named.

   $ shrinkwrap refund tale.wrap --tier text
   having 0.002 ETH paid back in transaction 0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060
   order     0x88df016429689c079f3b2f6ad39fa052532c56795b733da78a91ebe6a713944b
   of        The Tale, tier text, for 0.002 ETH
   refunded  0.002 ETH to 0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359
   bond      0.0001 ETH to 0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359`,
	Flags: slices.Concat(
		[]cli.Flag{&cli.StringFlag{Name: "to", Usage: "have what could not be delivered to the account paid to this `ADDRESS`"}},
		claimFlags,
	),
	Action: runRefund,
}

func runRefund(c *cli.Context) error {
	if c.IsSet("to") {
		return runClaim(c)
	}
	return claimAll(c, claiming{
		due:     (*terminal.Claim).Refundable,
		nothing: `nothing is to be refunded now: "shrinkwrap orders" shows how far each purchase is`,
		check:   (*terminal.Claim).CheckRefund,
		request: func(_ *terminal.Buyer, cl *terminal.Claim) (terminal.PaymentRequest, error) {
			return cl.RefundRequest(), nil
		},
		do: func(b *terminal.Buyer, cl *terminal.Claim) (*terminal.Claim, error) { return b.Refund(c.Context, cl) },
	})
}

// claimedView is what waited in the escrow and was claimed.
type claimedView struct {
	ChainID     uint64 `json:"chainId"`
	Token       string `json:"token"`
	Amount      string `json:"amount"` // in base units
	Shown       string `json:"shown"`
	To          string `json:"to"`
	Transaction string `json:"transaction"`
}

// runClaim claims what could not be delivered to the account.
func runClaim(c *cli.Context) error {
	if c.NArg() > 1 {
		return usageError("--to takes one order at most, whose token waits")
	}
	to, err := addressFlag(c, "to")
	if err != nil {
		return err
	}
	o, err := openOffice(c)
	if err != nil {
		return err
	}
	defer o.close()
	b, token, err := o.waiting()
	if err != nil {
		return err
	}
	address, err := accountAddress(c, o.home)
	if err != nil {
		return err
	}
	b.Account = newAskingSigner(address, func() (account, error) { return openAccount(c, o.home) })
	amount, tx, err := b.Claim(c.Context, b.Chain.ChainID(), token, to)
	if err != nil {
		return err
	}
	v := claimedView{b.Chain.ChainID(), token.Hex(), amount.Dec(), tokens.Of(b.Chain.ChainID(), token).Format(amount), to.Hex(), tx.Hex()}
	return show(c, v, func(w io.Writer) {
		fmt.Fprintf(w, "claimed  %s, paid to %s in transaction %s\n", v.Shown, v.To, v.Transaction)
	})
}

// waiting returns on which chain the account's money waits, and in which token.
func (o *office) waiting() (*terminal.Buyer, common.Address, error) {
	if o.NArg() == 0 {
		client, err := o.anyChain()
		if err != nil {
			return nil, common.Address{}, err
		}
		return o.buyer(client, nil), common.Address{}, nil
	}
	cases, err := o.named(o.Args().First())
	if err != nil {
		return nil, common.Address{}, err
	}
	defer cases[0].close()
	return cases[0].buyer, cases[0].claim.Order.Leaf.Token, nil
}
