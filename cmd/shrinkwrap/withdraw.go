package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/dustin/go-humanize"
	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"
	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/publisher"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/tokens"
)

var withdrawCommand = &cli.Command{
	Name:      "withdraw",
	Usage:     "take out of the escrow what was earned",
	ArgsUsage: "[WRAP]",
	Description: `Shows what a publisher has earned, and pays out what is due. Buyers may dispute an
order for one to two epochs (an epoch is a day on main net, three days on most
other chains); after that it is due, less the committee's fee.

All products of one publisher with the same token, committee and fee earn into one
account of the escrow. A wrap names it; so do --committee, --payee and --token
where no wrap is at hand. Anyone may have an account paid out to its publisher;
only the publisher itself to another address, with --to. --look only shows.

   $ shrinkwrap withdraw tale.wrap
   account    0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed in ETH, committee 0xde70…fb77
   orders     3
   due        0.0039 ETH
   pending    0.002 ETH until 2026-11-26 00:00 UTC, 11 hours from now
   withdrawn  0.0039 ETH in transaction 0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060`,
	Flags: slices.Concat(
		[]cli.Flag{
			&cli.BoolFlag{Name: "look", Usage: "show what is there, and take nothing out"},
			&cli.StringFlag{Name: "to", Usage: "have it paid to this `ADDRESS`"},
			&cli.PathFlag{Name: "committee", Usage: "instead of a wrap: the committee's descriptor `FILE`"},
			&cli.StringFlag{Name: "payee", Usage: "instead of a wrap: the publisher's `ADDRESS`; else the account's"},
			&cli.StringFlag{Name: "token", Usage: "instead of a wrap: the `TOKEN`; else the chain's coin"},
			rpcFlag,
		},
		accountFlags,
		[]cli.Flag{jsonFlag},
	),
	Action: runWithdraw,
}

// earningsView is what withdraw prints.
type earningsView struct {
	ChainID     uint64        `json:"chainId"`
	Publisher   string        `json:"publisher"` // who is paid
	Token       string        `json:"token"`
	Committee   string        `json:"committee"`
	FeeBps      uint16        `json:"feeBps"`
	Orders      uint32        `json:"orders"`
	Due         string        `json:"due"` // in base units, as all amounts
	Pending     []pendingView `json:"pending"`
	Fees        string        `json:"committeeFees"`
	Withdrawn   string        `json:"withdrawn"`
	To          string        `json:"to,omitempty"`
	Transaction string        `json:"transaction,omitempty"`

	earnings publisher.Earnings
	paid     *uint256.Int
}

type pendingView struct {
	Amount  string `json:"amount"`
	Matures int64  `json:"matures"` // Unix seconds
}

func runWithdraw(c *cli.Context) error {
	d, err := openDesk()
	if err != nil {
		return err
	}
	chainID, a, err := d.account(c)
	if err != nil {
		return err
	}
	to, err := addressFlag(c, "to")
	if err != nil {
		return err
	}
	client, err := dial(c, d.config, chainID)
	if err != nil {
		return err
	}
	defer client.Close()
	trust := terminal.TrustIn(d.config, chainID)
	market := publisher.Market{Client: client, Contracts: trust.Contracts, CodeHashes: trust.CodeHashes}
	if err := market.CheckEscrow(c.Context); err != nil {
		return marketFailure(err)
	}
	earnings, err := market.Earnings(c.Context, a)
	if err != nil {
		return err
	}
	view := viewEarnings(chainID, a, earnings)
	if !earnings.Due.IsZero() && !c.Bool("look") {
		if err := d.withdraw(c, market, a, to, &view); err != nil {
			return err
		}
	}
	return show(c, view, view.print)
}

// account returns the account that the command line names, and its chain.
func (d *desk) account(c *cli.Context) (uint64, publisher.Account, error) {
	byHand := c.IsSet("committee") || c.IsSet("payee") || c.IsSet("token")
	switch {
	case c.NArg() == 1 && !byHand:
		return d.accountOfWrap(c)
	case c.NArg() == 0 && c.IsSet("committee"):
		return d.accountByHand(c)
	}
	return 0, publisher.Account{}, usageError("name one wrap, or --committee FILE with --payee and --token")
}

func (d *desk) accountOfWrap(c *cli.Context) (id uint64, a publisher.Account, err error) {
	w, err := d.open(c)
	if err != nil {
		return 0, a, err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	return w.Header.Binding.ChainID, publisher.AccountOf(w.Header.Terms()), nil
}

func (d *desk) accountByHand(c *cli.Context) (uint64, publisher.Account, error) {
	committee, err := readCommittee(c.Path("committee"))
	if err != nil {
		return 0, publisher.Account{}, err
	}
	a := publisher.Account{FeeBps: committee.FeeBps}
	if a.Committee, err = nodeapi.ParseAddress(committee.Address); err != nil {
		return 0, a, err
	}
	if name := c.String("token"); name != "" {
		token, err := tokens.Find(committee.ChainID, name)
		if err != nil {
			return 0, a, usageError("--token: " + err.Error())
		}
		a.Token = token.Address
	}
	if a.Publisher, err = addressFlag(c, "payee"); err == nil && a.Publisher == (common.Address{}) {
		a.Publisher, err = accountAddress(c, d.home)
	}
	return committee.ChainID, a, err
}

// withdraw takes out what is due.
func (d *desk) withdraw(c *cli.Context, m publisher.Market, a publisher.Account, to common.Address, view *earningsView) error {
	signer, err := openAccount(c, d.home)
	if err != nil {
		return err
	}
	if to != (common.Address{}) && signer.Address != a.Publisher {
		return usageError(fmt.Sprintf("--to: only %s itself can have its money paid to another address", a.Publisher))
	}
	amount, tx, err := m.Withdraw(c.Context, chain.NewKeySigner(signer.Key()), a, to)
	if err != nil {
		return err
	}
	view.paid, view.Withdrawn, view.Transaction, view.To = amount, amount.Dec(), tx.Hex(), a.Publisher.Hex()
	if to != (common.Address{}) {
		view.To = to.Hex()
	}
	return nil
}

func viewEarnings(chainID uint64, a publisher.Account, e publisher.Earnings) earningsView {
	v := earningsView{
		ChainID: chainID, Publisher: a.Publisher.Hex(), Token: a.Token.Hex(), Committee: a.Committee.Hex(), FeeBps: a.FeeBps,
		Orders: e.Orders, Due: e.Due.Dec(), Fees: e.Fees.Dec(), Pending: []pendingView{}, Withdrawn: "0", earnings: e,
	}
	for _, p := range e.Pending {
		v.Pending = append(v.Pending, pendingView{p.Amount.Dec(), p.Matures.Unix()})
	}
	return v
}

func (v earningsView) print(w io.Writer) {
	token, e := tokens.Of(v.ChainID, common.HexToAddress(v.Token)), v.earnings
	fmt.Fprintf(w, "account    %s in %s, committee %s\n", v.Publisher, strings.TrimPrefix(token.Name(), "base units of "), v.Committee)
	fmt.Fprintf(w, "orders     %d\n", v.Orders)
	fmt.Fprintf(w, "due        %s\n", token.Format(e.Due))
	for _, p := range e.Pending {
		fmt.Fprintf(w, "pending    %s until %s, %s\n", token.Format(p.Amount), p.Matures.UTC().Format("2006-01-02 15:04 UTC"),
			humanize.RelTime(p.Matures, e.Now, "ago", "from now"))
	}
	switch {
	case v.Transaction != "":
		fmt.Fprintf(w, "withdrawn  %s in transaction %s\n", token.Format(v.paid), v.Transaction)
	case e.Due.IsZero() && len(e.Pending) > 0:
		fmt.Fprintf(w, "withdrawn  nothing: the first of it is due in %s\n", e.Pending[0].Matures.Sub(e.Now).Round(time.Minute))
	case e.Due.IsZero() && v.Orders == 0:
		fmt.Fprintln(w, "withdrawn  nothing: nothing was ever sold into this account")
	case e.Due.IsZero():
		fmt.Fprintln(w, "withdrawn  nothing: everything was taken out before")
	}
}
