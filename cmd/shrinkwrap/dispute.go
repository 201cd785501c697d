package main

import (
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
)

var disputeCommand = &cli.Command{
	Name:      "dispute",
	Usage:     "demand the key of what was paid for, or the money back",
	ArgsUsage: "[ORDER | WRAP | CODE]...",
	Description: `Demands, on the chain, the key of an order that was paid and not released: from then
on the committee has a day to answer with the key (two on most chains but main net),
or the money goes back. "shrinkwrap buy", while it waits, and "shrinkwrap orders
--watch" do this by themselves when half of the time is gone. Without an argument it
disputes the purchases for which that is so now; whoever names one need not wait.

WHAT IT COSTS. A dispute takes gas, about 200,000 units, and the refund after it about
50,000: that is gone. It also takes a bond, which covers the committee's answer (0.0001
ETH on main net, or 400,000 times the base fee where that is more). The bond comes back
with the refund, and goes to the committee if the key comes: dispute what was released,
and you lose it. Below the price of that gas a dispute is not worth it; "buy" tells that
price before it pays.

UNTIL WHEN. An order can be disputed for one to two windows after it was paid (a window
is a day on main net, three days on most chains): "shrinkwrap orders" shows until when.
After that the money is the publisher's. Times are the chain's.

WHAT HAPPENS THEN. The key comes by the chain: "shrinkwrap open" takes it from there. Or
the answer's time runs out: "shrinkwrap refund" has money and bond paid back.

Anyone may dispute for anyone, who then gets the bond back: ORDER is the name of an
order, 64 hexadecimal digits, which need not be one of this computer's; --rpc names an
endpoint of its chain. The money goes to whom the order names in any case.

Without an account, or with --wallet, it shows what any wallet has to do: an EIP-681
link with its QR code, and a call. With --no-wait as well it only shows that.

   $ shrinkwrap dispute tale.wrap --tier text
   disputing "The Tale" in transaction 0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060
   order     0x88df016429689c079f3b2f6ad39fa052532c56795b733da78a91ebe6a713944b
   of        The Tale, tier text, for 0.002 ETH
   disputed  by 0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359
   bond      0.0001 ETH, which comes back with the refund
   answer    due by 2026-11-26 10:15 UTC, 1 d 0 h from now
   then      "shrinkwrap refund" has 0.002 ETH paid back to 0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359`,
	Flags:  claimFlags,
	Action: runDispute,
}

// claimFlags are those of dispute and refund.
var claimFlags = slices.Concat(
	[]cli.Flag{
		tierFlag,
		&cli.BoolFlag{Name: "wallet", Usage: "leave it to a wallet that is elsewhere"},
		&cli.BoolFlag{Name: "no-wait", Usage: "with --wallet: show what it has to do, and do not wait for it"},
		&cli.Uint64Flag{Name: "since", Usage: "look for an ORDER that is not this computer's from this `BLOCK` on"},
		rpcFlag,
	},
	accountFlags,
	[]cli.Flag{jsonFlag},
)

func runDispute(c *cli.Context) error {
	return claimAll(c, claiming{
		due:     (*terminal.Claim).Due,
		nothing: `nothing is to be disputed now: "shrinkwrap orders" shows until when each purchase can be`,
		costs:   true,
		check:   (*terminal.Claim).CheckDispute,
		request: func(b *terminal.Buyer, cl *terminal.Claim) (terminal.PaymentRequest, error) {
			return b.DisputeRequest(c.Context, cl)
		},
		do: func(b *terminal.Buyer, cl *terminal.Claim) (*terminal.Claim, error) { return b.Dispute(c.Context, cl) },
	})
}
