package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/command"
	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
)

var ordersCommand = &cli.Command{
	Name:      "orders",
	Usage:     "list what was bought, and how far each purchase is",
	ArgsUsage: " ",
	Description: `Lists every purchase of this computer, the newest first. Those that are not
released yet are looked up on their chains, if an endpoint answers, with the time that
is left to act, by the chain's clock; with --offline nobody is asked.

   $ shrinkwrap orders
   2026-03-02  The Film  stream  3 USDC     paid, not deep enough yet  7 of 12 confirmations, can be disputed until 2026-03-07 23:59 UTC (5 d 2 h left)  0x88df016429689c07…
   2026-03-01  The Tale  text    0.002 ETH  opened                                                                                                       0x5c504ed432cb5113…

--watch follows all purchases that are not released, until each of them is released or
refunded: it asks nodes and chains, disputes by itself when half of the time to act is
gone, takes the key from the chain where it is answered there, and has the money paid
back where it is not. Ctrl-C stops it, and the same command goes on. It may run beside
other commands: one of them at a time works at a purchase. Disputes are paid by the
account that paid, or by --key or --account; where there is none it shows what any wallet
has to do. A password is asked for at the beginning.

   $ shrinkwrap orders --watch
   The Film: node1.example: seen, 7 of 12 confirmations, about 60 s
   The Film: released by node1.example
   2026-03-02  The Film  stream  3 USDC     released, not opened yet  0x88df016429689c07…
   2026-03-01  The Tale  text    0.002 ETH  opened                    0x5c504ed432cb5113…

"shrinkwrap buy" with the same wrap and tier goes on with a purchase, "shrinkwrap
dispute" demands the key or the money, "shrinkwrap open" opens what was released.`,
	Flags: slices.Concat([]cli.Flag{
		&cli.BoolFlag{Name: "offline", Usage: "ask no chain"},
		&cli.BoolFlag{Name: "watch", Usage: "follow what is not released until it is, or the money is back"},
		nodeFlag,
		rpcFlag,
	}, accountFlags, []cli.Flag{jsonFlag}),
	Action: runOrders,
}

// chainView is what a chain says of a purchase now. Times are its own, in Unix
// seconds.
type chainView struct {
	State         nodeapi.State         `json:"state"`
	Confirmations nodeapi.Confirmations `json:"confirmations"`
	Now           uint64                `json:"now,omitempty"`
	Paid          uint64                `json:"paid,omitempty"`
	HalfTime      uint64                `json:"halfTime,omitempty"` // when a terminal disputes by itself
	DisputableTo  uint64                `json:"disputableUntil,omitempty"`
	DisputedBy    string                `json:"disputedBy,omitempty"`
	Deadline      uint64                `json:"deadline,omitempty"` // of the answer
	Bond          string                `json:"bond,omitempty"`     // wei
	Refundable    bool                  `json:"refundable"`
}

func viewStanding(s terminal.Standing) *chainView {
	v := &chainView{State: s.State, Confirmations: s.Confirmations}
	c := s.Claim
	if c == nil {
		return v
	}
	v.Now, v.Paid, v.HalfTime, v.DisputableTo, v.Refundable = c.Time, c.Order.Leaf.Time, c.HalfTime(), c.DisputableUntil(), c.Refundable()
	if c.Status.By != (common.Address{}) {
		v.DisputedBy, v.Deadline, v.Bond = c.Status.By.Hex(), c.Status.Deadline, c.Status.Bond.Dec()
	}
	return v
}

func runOrders(c *cli.Context) error {
	if err := command.NoArguments(c); err != nil {
		return err
	}
	if c.Bool("watch") {
		return runWatch(c)
	}
	return listOrders(c)
}

func listOrders(c *cli.Context) error {
	h, err := home.Open()
	if err != nil {
		return err
	}
	all, err := terminal.Purchases{Home: h}.All()
	if err != nil {
		return fail(exitInput, err)
	}
	slices.SortStableFunc(all, func(a, b *terminal.Purchase) int { return int(b.Created - a.Created) })
	views := make([]purchaseView, len(all))
	for i, p := range all {
		views[i] = viewPurchase(p)
	}
	if !c.Bool("offline") {
		config, err := h.Config()
		if err != nil {
			return fail(exitInput, err)
		}
		ask := &asker{Context: c, config: config, clients: make(map[uint64]*chain.Client)}
		defer ask.close()
		ask.all(all, views)
	}
	return show(c, views, func(w io.Writer) { printOrders(w, views) })
}

// asker asks chains about purchases. One that does not answer is no failure:
// orders can be listed without it.
type asker struct {
	*cli.Context
	config  home.Config
	clients map[uint64]*chain.Client // nil: it did not answer
}

// askTimeout bounds what is asked of one chain about one purchase.
const askTimeout = 10 * time.Second

func (a *asker) all(all []*terminal.Purchase, views []purchaseView) {
	for i, p := range all {
		if len(p.Release) > 0 || p.Step == terminal.Refunded {
			continue
		}
		if client := a.client(p.ChainID); client != nil {
			views[i].Chain = a.ask(client, p)
		}
	}
}

func (a *asker) client(chainID uint64) *chain.Client {
	client, asked := a.clients[chainID]
	if !asked {
		var err error
		if client, err = dial(a.Context, a.config, chainID); err != nil {
			say(a.Context, "chain %d was not asked: %v", chainID, err)
		}
		a.clients[chainID] = client
	}
	return client
}

func (a *asker) ask(client *chain.Client, p *terminal.Purchase) *chainView {
	ctx, cancel := context.WithTimeout(a.Context.Context, askTimeout)
	defer cancel()
	b := &terminal.Buyer{Trust: terminal.TrustIn(a.config, p.ChainID), Chain: client}
	standing, err := b.Standing(ctx, p)
	if err != nil {
		say(a.Context, "chain %d does not tell about %s: %v", p.ChainID, p.Title, err)
		return nil
	}
	return viewStanding(standing)
}

func (a *asker) close() {
	for _, client := range a.clients {
		if client != nil {
			client.Close()
		}
	}
}

func printOrders(w io.Writer, views []purchaseView) {
	if len(views) == 0 {
		fmt.Fprintln(w, "nothing was bought yet")
		return
	}
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, v := range views {
		line := []string{day(v.Created), v.Title, v.Name, v.Shown, v.stateNow()}
		depth := ""
		if v.Chain != nil {
			depth = chainText(*v.Chain)
		} else if v.DisputableUntil != 0 {
			depth = "disputable until " + terminal.At(v.DisputableUntil)
		}
		line = append(line, depth, v.Transaction)
		fmt.Fprintln(table, strings.Join(line, "\t"))
	}
	table.Flush()
}

// stateNow puts into words how far a purchase is: a payment that the chain shows was
// seen, though no run has kept that yet.
func (v purchaseView) stateNow() string {
	if v.Chain == nil || v.Chain.Paid == 0 || v.State != terminal.Sent && v.State != terminal.Prepared {
		return stateText(v.State)
	}
	return "paid, not released yet"
}

// chainText says how deep a payment is, and what time is left to act.
func chainText(v chainView) string {
	c := v.Confirmations
	switch {
	case v.State == nodeapi.StateUnknown:
		return "no payment on the chain"
	case v.State == nodeapi.StateRefunded:
		return "refunded"
	case v.State == nodeapi.StateReleased:
		return "answered on the chain"
	case v.Refundable:
		return "disputed, refundable now"
	case v.State == nodeapi.StateDisputed:
		return fmt.Sprintf("disputed until %s (%s left)", terminal.At(v.Deadline), terminal.Span(v.Deadline-min(v.Now, v.Deadline)))
	case c.Finalised:
		return fmt.Sprintf("%d confirmations, to be finalised, %s", c.Had, v.windowText())
	}
	return fmt.Sprintf("%d of %d confirmations, %s", c.Had, c.Needed, v.windowText())
}

func (v chainView) windowText() string {
	if v.Now > v.DisputableTo {
		return "could be disputed until " + terminal.At(v.DisputableTo)
	}
	return fmt.Sprintf("can be disputed until %s (%s left)", terminal.At(v.DisputableTo), terminal.Span(v.DisputableTo-v.Now))
}
