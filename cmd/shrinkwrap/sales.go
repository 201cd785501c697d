package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/publisher"
)

var salesCommand = &cli.Command{
	Name:      "sales",
	Usage:     "list what was sold, and see to it that it is paid for",
	ArgsUsage: "[WRAP]",
	Description: `Lists the orders of your products, the newest first: all that sell into the account
of a wrap, or without one into the accounts of all wraps that were published here.
What was read of the chain is kept, so that the next time only what is new is read.

   $ shrinkwrap sales
   account  0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed in ETH, committee 0xde70…fb77
   2026-11-25  The Tale  text  0.002 ETH  pending until 2026-11-27 00:00 UTC  order 0x5c504ed432cb5113…  key 0x0f3c2b1a99d4e8f7…
   2026-11-24  The Tale  text  0.002 ETH  answered                            order 0x88df016429689c07…  key 0x15aa0c3d7be19f02…
   orders   2, 1 of them answered
   due      0.00195 ETH
   pending  0.002 ETH until 2026-11-27 00:00 UTC

While money is pending, anyone may dispute the order: unless its release stands on
the chain within a day (two days on most other chains) the buyer gets his money
back, although he may have the key. The committee answers as a rule. With --watch
you need not rely on it: every release of your sales is kept, and what the
committee has not answered in a quarter of the time is answered from here, paid
for by --account or --key. It goes on until it is stopped, and after it was killed.

   $ shrinkwrap sales --watch
   watching 2 orders in ETH, block 8120455
   order 0x5c504ed432cb5113…: The Tale, tier text: disputed; an answer is due by 2026-11-26 14:03 UTC
   answering 1 order
   order 0x5c504ed432cb5113…: The Tale, tier text: answered; you are paid`,
	Flags: slices.Concat(
		[]cli.Flag{
			&cli.UintFlag{Name: "limit", Value: 20, Usage: "list so many orders of each account, 0 for all"},
			&cli.BoolFlag{Name: "watch", Usage: "keep every release, and answer disputes that the committee does not"},
			&cli.StringFlag{Name: "max-fee", Value: "200", Usage: "with --watch: pay at most so many `GWEI` for a unit of gas"},
			nodeFlag,
			rpcFlag,
		},
		accountFlags,
		[]cli.Flag{jsonFlag},
	),
	Action:      runSales,
	Subcommands: []*cli.Command{salesRefundCommand},
}

func runSales(c *cli.Context) (err error) {
	d, err := openDesk()
	if err != nil {
		return err
	}
	if c.Bool("watch") {
		return d.watchSales(c)
	}
	for _, name := range []string{"max-fee", nodeFlag.Name} {
		if c.IsSet(name) {
			return usageError("--" + name + " is for --watch: a list asks no node and sends nothing")
		}
	}
	all, err := d.stalls(c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, closeStalls(all)) }()
	list := &salesList{Context: c, w: c.App.Writer, json: c.Bool(jsonFlag.Name)}
	for _, s := range all {
		list.add(s)
	}
	list.end()
	return list.err
}

// salesList prints stalls one after another. Sales are printed as they are read:
// there may be a million.
type salesList struct {
	*cli.Context
	w    io.Writer
	json bool
	n    int // of the stalls before
	err  error
}

// accountView is a stall, as JSON; its orders follow one by one.
type accountView struct {
	ChainID   uint64           `json:"chainId"`
	Publisher string           `json:"publisher"`
	Token     string           `json:"token"`
	Committee string           `json:"committee"`
	FeeBps    uint16           `json:"feeBps"`
	Block     uint64           `json:"block"` // up to which the chain was read
	Count     uint32           `json:"count"` // of the orders
	Standing  map[string]int   `json:"standing"`
	Due       string           `json:"due"`
	Pending   []pendingView    `json:"pending"`
	Orders    *json.RawMessage `json:"orders,omitempty"`
}

// saleView is an order, as JSON.
type saleView struct {
	Order       string `json:"order"`
	Time        uint64 `json:"time"`
	Product     string `json:"product"`
	Title       string `json:"title"`
	Tier        uint8  `json:"tier"`
	Name        string `json:"name"` // of the tier
	Amount      string `json:"amount"`
	ReleaseKey  string `json:"releaseKey"` // affine, as it was paid for
	State       string `json:"state"`
	Until       uint64 `json:"until,omitempty"`
	Released    bool   `json:"released"` // the release is kept here
	RefundTo    string `json:"refundTo"`
	Block       uint64 `json:"block"`
	Transaction string `json:"transaction"`
}

func (l *salesList) add(s *stall) {
	if l.err != nil {
		return
	}
	if l.err = s.follow(l.Context); l.err != nil {
		return
	}
	var e publisher.Earnings
	if e, l.err = s.market.Earnings(l.Context.Context, s.account); l.err != nil {
		return
	}
	if l.json {
		l.addJSON(s, e)
	} else {
		l.addText(s, e)
	}
	l.n++
}

// each gives the newest sales of a stall to do, as many as are asked for.
func (l *salesList) each(s *stall, e publisher.Earnings, do func(publisher.Sale, saleView)) {
	most := uint32(l.Uint("limit"))
	if n := s.book.Len(); most == 0 || most > n {
		most = n
	}
	for i := range most {
		sale, err := s.book.At(s.book.Len() - 1 - i)
		if err = errors.Join(err, l.Context.Context.Err()); err != nil {
			l.err = err
			return
		}
		do(sale, s.view(sale, uint64(e.Now.Unix())))
		if l.err != nil {
			return
		}
	}
}

func (s *stall) view(sale publisher.Sale, now uint64) saleView {
	standing, until := sale.Standing(dispute.WindowsOf(s.chainID), now)
	_, kept, _ := sale.Kept()
	title, tier := s.named(sale)
	return saleView{
		Order: sale.Order.Hex(), Time: sale.Leaf.Time, Product: sale.Leaf.Product.Hex(), Title: title, Tier: sale.Leaf.Tier, Name: tier,
		Amount: sale.Leaf.Amount.Dec(), ReleaseKey: hexutil.Encode(slices.Concat(sale.Leaf.ReleaseKey[0][:], sale.Leaf.ReleaseKey[1][:], sale.Leaf.ReleaseKey[2][:])),
		State: string(standing), Until: until, Released: kept, RefundTo: sale.Leaf.RefundTo.Hex(), Block: sale.Block, Transaction: sale.Tx.Hex(),
	}
}

func (l *salesList) printf(format string, args ...any) {
	if l.err == nil {
		_, l.err = fmt.Fprintf(l.w, format, args...)
	}
}

// addJSON writes a stall's document and its orders into the array at its end.
func (l *salesList) addJSON(s *stall, e publisher.Earnings) {
	v := viewEarnings(s.chainID, s.account, e)
	account := accountView{
		ChainID: v.ChainID, Publisher: v.Publisher, Token: v.Token, Committee: v.Committee, FeeBps: v.FeeBps, Block: s.book.View().Number,
		Count: s.book.Len(), Standing: map[string]int{}, Due: v.Due, Pending: v.Pending,
	}
	for standing, n := range s.counts(e) {
		account.Standing[string(standing)] = n
	}
	text, err := json.MarshalIndent(account, "  ", "  ")
	if l.err = err; err != nil {
		return
	}
	l.printf("%s  %s,\n    \"orders\": [", map[bool]string{true: "[\n", false: ",\n"}[l.n == 0], strings.TrimSuffix(string(text), "\n  }"))
	between := "\n      "
	l.each(s, e, func(_ publisher.Sale, v saleView) {
		text, err := json.MarshalIndent(v, "      ", "  ")
		l.err = err
		l.printf("%s%s", between, text)
		between = ",\n      "
	})
	l.printf("]\n  }")
}

func (l *salesList) end() {
	if l.json && l.n > 0 {
		l.printf("\n]\n")
	}
}

// tableRows is how many rows are set in columns together.
const tableRows = 500

func (l *salesList) addText(s *stall, e publisher.Earnings) {
	if l.n > 0 {
		l.printf("\n")
	}
	token := s.token()
	l.printf("account  %s in %s, committee %s\n", s.account.Publisher, strings.TrimPrefix(token.Name(), "base units of "), s.account.Committee)
	table, rows := tabwriter.NewWriter(l.w, 0, 0, 2, ' ', 0), 0
	l.each(s, e, func(sale publisher.Sale, v saleView) {
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\torder %s\tkey %s\n", day(int64(v.Time)), v.Title, v.Name, priceText(token, sale.Leaf.Amount),
			standingText(publisher.Standing(v.State), v.Until), short(sale.Order[:]), short(sale.Leaf.ReleaseKey[0][16:]))
		if rows++; rows%tableRows == 0 {
			l.err = table.Flush()
		}
	})
	l.err = errors.Join(l.err, table.Flush())
	l.printf("orders   %s\n", countText(s.book.Len(), s.counts(e)))
	l.printf("due      %s\n", token.Format(e.Due))
	for _, p := range e.Pending {
		l.printf("pending  %s until %s\n", token.Format(p.Amount), utc(p.Matures.Unix()))
	}
}

func (s *stall) counts(e publisher.Earnings) map[publisher.Standing]int {
	return s.book.Count(dispute.WindowsOf(s.chainID), uint64(e.Now.Unix()))
}

// countText says how many sales there are, and of how many something became.
func countText(all uint32, counts map[publisher.Standing]int) string {
	var parts []string
	for _, standing := range []publisher.Standing{publisher.SaleDisputed, publisher.SaleOverdue, publisher.SaleAnswered, publisher.SaleRefunded} {
		if n := counts[standing]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d of them %s", n, standing))
		}
	}
	if len(parts) == 0 {
		return fmt.Sprint(all)
	}
	return fmt.Sprintf("%d, %s", all, strings.Join(parts, ", "))
}

func standingText(standing publisher.Standing, until uint64) string {
	switch {
	case standing == publisher.SaleOverdue:
		return "disputed, and not answered in time"
	case until > 0:
		return fmt.Sprintf("%s until %s", standing, utc(int64(until)))
	}
	return string(standing)
}

func utc(unix int64) string { return time.Unix(unix, 0).UTC().Format("2006-01-02 15:04 UTC") }
