package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/command"
	"github.com/shrinkwrap/shrinkwrap/internal/publisher"
	"github.com/shrinkwrap/shrinkwrap/internal/tokens"
)

var salesRefundCommand = &cli.Command{
	Name:      "refund",
	Usage:     "pay buyers back whose money is still pending",
	ArgsUsage: "ORDER...",
	Description: `Pays orders back that you name by their first digits, as "shrinkwrap sales" lists
them: all of the price goes to the address that its buyer named, and whoever
disputed the order gets his bond back. No node releases it afterwards. What was
released before stays released: who has the key keeps it.

You may do so while the money is pending or in dispute, and only the account that
is paid may. What is going to happen is said and asked first; --yes says so at once.

   $ shrinkwrap sales refund 0x88df0164
   order 0x88df016429689c07…: 0.002 ETH for The Tale, tier text, goes back to 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed
   pay it back? It cannot be undone. [y/N] y
   refunded  0.002 ETH to 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed in transaction 0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060`,
	Flags: slices.Concat(
		[]cli.Flag{&cli.BoolFlag{Name: "yes", Usage: "do not ask"}, rpcFlag},
		accountFlags,
		[]cli.Flag{jsonFlag},
	),
	Action: runSalesRefund,
}

// refundView is a refund, as JSON.
type refundView struct {
	Order       string `json:"order"`
	ChainID     uint64 `json:"chainId"`
	Amount      string `json:"amount"`
	Token       string `json:"token"`
	To          string `json:"to"`
	Transaction string `json:"transaction"`

	shown string
}

// refunding is a sale that is going to be paid back.
type refunding struct {
	stall *stall
	sale  publisher.Sale
}

func runSalesRefund(c *cli.Context) (err error) {
	if c.NArg() == 0 {
		return usageError("name the orders to pay back", `"shrinkwrap sales" lists them; their first digits suffice`)
	}
	d, err := openDesk()
	if err != nil {
		return err
	}
	all, err := d.ownStalls(c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, closeStalls(all)) }()
	sales, err := findSales(c, all)
	if err != nil {
		return err
	}
	address, err := accountAddress(c, d.home)
	if err != nil {
		return err
	}
	// All are checked before the first is paid.
	for _, r := range sales {
		if err := r.check(c, address); err != nil {
			return err
		}
	}
	if err := confirmRefunds(c, sales); err != nil {
		return err
	}
	signer, err := openAccount(c, d.home)
	if err != nil {
		return err
	}
	views := []refundView{}
	for _, r := range sales {
		view, err := r.pay(c, chain.NewKeySigner(signer.Key()))
		if err != nil {
			// Those before it are paid, and that is said.
			return errors.Join(fmt.Errorf("order %s: %w", r.sale.Order, err), showRefunds(c, views))
		}
		views = append(views, view)
	}
	return showRefunds(c, views)
}

// ownStalls opens the publisher's stalls and reads into their books.
func (d *desk) ownStalls(c *cli.Context) (all []*stall, err error) {
	headers, err := d.published(c)
	if err != nil {
		return nil, err
	}
	if all, err = d.openStalls(c, headers); err != nil {
		return nil, err
	}
	for _, s := range all {
		if err := s.follow(c); err != nil {
			return nil, errors.Join(err, closeStalls(all))
		}
	}
	return all, nil
}

// findSales returns what the arguments name, each once.
func findSales(c *cli.Context, all []*stall) (found []refunding, err error) {
	for _, name := range c.Args().Slice() {
		r, err := findSale(name, all)
		if err != nil {
			return nil, err
		}
		if !slices.ContainsFunc(found, func(other refunding) bool { return other.sale.Order == r.sale.Order }) {
			found = append(found, r)
		}
	}
	return found, nil
}

// leastOrder is how many digits of an order name it at least.
const leastOrder = 4

func findSale(name string, all []*stall) (r refunding, err error) {
	digits := strings.TrimSuffix(strings.ToLower(strings.TrimPrefix(name, "0x")), "…")
	if len(digits) < leastOrder || len(digits) > 64 || strings.Trim(digits, "0123456789abcdef") != "" {
		return r, usageError(fmt.Sprintf("%q names no order: give the first digits of one, %d at least", name, leastOrder))
	}
	var found []refunding
	for _, s := range all {
		sales, err := s.book.Find(digits)
		if err != nil {
			return r, err
		}
		for _, sale := range sales {
			found = append(found, refunding{s, sale})
		}
	}
	switch len(found) {
	case 0:
		return r, fail(exitInput, fmt.Errorf("no order of yours begins with %s", name), `"shrinkwrap sales" lists them; those of a wrap that is kept in another home are paid back from there`)
	case 1:
		return found[0], nil
	}
	return r, fail(exitInput, fmt.Errorf("several orders begin with %s", name), "give more digits")
}

// check refuses what cannot be paid back. One that a run before this began with
// goes on, and tells then.
func (r refunding) check(c *cli.Context, address common.Address) error {
	err := r.stall.market.CheckRefund(c.Context, r.sale, address)
	if errors.Is(err, publisher.ErrRefunded) {
		if began, beganErr := r.stall.book.Refunding(r.sale); began || beganErr != nil {
			return beganErr
		}
	}
	for _, known := range []struct {
		err  error
		hint string
	}{
		{publisher.ErrNotYours, "only the account that is paid can: --account or --key names it; a contract that is paid has to send refundByPublisher itself"},
		{publisher.ErrMatured, fmt.Sprintf("you may send %s to %s yourself: the escrow has no part in it any more", r.amount(), r.sale.Leaf.RefundTo)},
		{publisher.ErrAnswered, fmt.Sprintf("the release stands on the chain; you may send %s to %s yourself", r.amount(), r.sale.Leaf.RefundTo)},
		{publisher.ErrRefunded, "there is nothing more to pay back"},
	} {
		if errors.Is(err, known.err) {
			return fail(exitRefused, fmt.Errorf("order %s: %w", r.sale.Order, err), known.hint)
		}
	}
	return err
}

func (r refunding) amount() string {
	return tokens.Of(r.stall.chainID, r.stall.account.Token).Format(r.sale.Leaf.Amount)
}

// confirmRefunds says what is going to be paid, and asks whether it shall be.
func confirmRefunds(c *cli.Context, sales []refunding) error {
	for _, r := range sales {
		title, tier := r.stall.named(r.sale)
		say(c, "order %s: %s for %s, tier %s, goes back to %s", short(r.sale.Order[:]), r.amount(), title, tier, r.sale.Leaf.RefundTo)
	}
	if c.Bool("yes") {
		return nil
	}
	if !term.IsTerminal(int(os.Stdin.Fd())) {
		return usageError("nobody is there to say yes", "--yes says so")
	}
	fmt.Fprint(c.App.ErrWriter, "pay it back? It cannot be undone. [y/N] ")
	line, err := bufio.NewReader(command.Input(c.Context, os.Stdin)).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	if answer := strings.ToLower(strings.TrimSpace(line)); answer != "y" && answer != "yes" {
		return fail(exitError, errors.New("nothing was paid back"), "answer y to have it paid")
	}
	return nil
}

func (r refunding) pay(c *cli.Context, signer chain.Signer) (refundView, error) {
	tx, err := r.stall.market.Refund(c.Context, r.stall.book, r.sale, signer)
	return refundView{
		Order: r.sale.Order.Hex(), ChainID: r.stall.chainID, Amount: r.sale.Leaf.Amount.Dec(), Token: r.stall.account.Token.Hex(),
		To: r.sale.Leaf.RefundTo.Hex(), Transaction: tx.Hex(), shown: r.amount(),
	}, err
}

func showRefunds(c *cli.Context, views []refundView) error {
	return show(c, views, func(w io.Writer) {
		for _, v := range views {
			fmt.Fprintf(w, "refunded  %s to %s in transaction %s\n", v.shown, v.To, v.Transaction)
		}
	})
}
