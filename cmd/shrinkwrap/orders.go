package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

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
released yet are looked up on their chains, if an endpoint answers; with --offline
nobody is asked.

   $ shrinkwrap orders
   2026-03-02  The Film  stream  3 USDC     paid, not deep enough yet  7 of 12 confirmations  0x88df016429689c07…
   2026-03-01  The Tale  text    0.002 ETH  opened                                            0x5c504ed432cb5113…

"shrinkwrap buy" with the same wrap and tier goes on with a purchase,
"shrinkwrap open" opens one that was released.`,
	Flags:  []cli.Flag{&cli.BoolFlag{Name: "offline", Usage: "ask no chain"}, rpcFlag, jsonFlag},
	Action: runOrders,
}

// chainView is what a chain says of a purchase now.
type chainView struct {
	State         nodeapi.State         `json:"state"`
	Confirmations nodeapi.Confirmations `json:"confirmations"`
}

func runOrders(c *cli.Context) error {
	if err := command.NoArguments(c); err != nil {
		return err
	}
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
	return &chainView{standing.State, standing.Confirmations}
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
		line := []string{day(v.Created), v.Title, v.Name, v.Shown, stateText(v.State)}
		depth := ""
		if v.Chain != nil {
			depth = chainText(*v.Chain)
		}
		line = append(line, depth, v.Transaction)
		fmt.Fprintln(table, strings.Join(line, "\t"))
	}
	table.Flush()
}

// chainText says how deep a payment is.
func chainText(v chainView) string {
	c := v.Confirmations
	switch {
	case v.State == nodeapi.StateUnknown:
		return "no payment on the chain"
	case v.State == nodeapi.StateRefunded, v.State == nodeapi.StateDisputed:
		return string(v.State)
	case v.State == nodeapi.StateReleased:
		return "released on the chain"
	case c.Finalised:
		return fmt.Sprintf("%d confirmations, to be finalised", c.Had)
	}
	return fmt.Sprintf("%d of %d confirmations", c.Had, c.Needed)
}
