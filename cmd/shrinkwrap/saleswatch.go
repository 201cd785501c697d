package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"sync"
	"unicode"

	"github.com/ethereum/go-ethereum/common"
	"github.com/urfave/cli/v2"
	"golang.org/x/sync/errgroup"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/publisher"
	"github.com/shrinkwrap/shrinkwrap/internal/tokens"
)

// watchSales watches stalls until it is stopped.
func (d *desk) watchSales(c *cli.Context) (err error) {
	if c.IsSet("limit") {
		return usageError("--limit is of a list, and --watch makes none")
	}
	most, err := parseGwei(c.String("max-fee"))
	if err != nil {
		return err
	}
	all, err := d.stalls(c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, closeStalls(all)) }()
	signer, err := openAccount(c, d.home)
	if err != nil {
		return err
	}
	printer := &watchPrinter{Context: c}
	turns := map[uint64]*sync.Mutex{} // one account answers on a chain: one transaction at a time
	var watches []*publisher.Watch
	for _, s := range all {
		if turns[s.chainID] == nil {
			turns[s.chainID] = new(sync.Mutex)
		}
		w, err := d.watchStall(c, s, publisher.Watching{
			Signer: chain.NewKeySigner(signer.Key()), MostFee: most, Sending: turns[s.chainID], Tell: func(n publisher.Notice) { printer.print(s, n) },
		})
		if err != nil {
			return err
		}
		watches = append(watches, w)
	}
	group, ctx := errgroup.WithContext(c.Context)
	for _, w := range watches {
		group.Go(func() error { return w.Run(ctx) })
	}
	if err := group.Wait(); c.Context.Err() == nil {
		return err
	}
	say(c, "stopped watching; the same command goes on where it was")
	return nil
}

func (d *desk) watchStall(c *cli.Context, s *stall, w publisher.Watching) (*publisher.Watch, error) {
	nodes, err := s.nodes(c, d)
	if err != nil {
		return nil, err
	}
	nodes = s.market.WithCommittee(c.Context, s.account.Committee, nodes)
	if len(nodes) == 0 {
		return nil, fail(exitUnreachable, fmt.Errorf("no node of the committee %s is known", s.account.Committee), `--node URL names one, as does "nodes" in config.toml`)
	}
	w.Market, w.Book, w.Groups, w.Nodes, w.Pace = s.market, s.book, s.groups(), nodes, publisher.DefaultWatchPace
	watch, err := publisher.NewWatch(w)
	if errors.Is(err, publisher.ErrWatched) {
		return nil, fail(exitExists, err, "let it go on: one process of a home is enough")
	}
	if err == nil {
		err = s.follow(c) // with its progress
	}
	return watch, err
}

// parseGwei reads a fee.
func parseGwei(text string) (*big.Int, error) {
	fee, err := tokens.Token{Decimals: 9}.Parse(text)
	if err != nil || fee.IsZero() {
		return nil, usageError(fmt.Sprintf("--max-fee: %q is no number of gwei", text))
	}
	return fee.ToBig(), nil
}

// watchPrinter says what happens, a line each.
type watchPrinter struct {
	*cli.Context
	mu sync.Mutex
}

// noticeView is what happened, as a line of JSON.
type noticeView struct {
	Event       string `json:"event"`
	ChainID     uint64 `json:"chainId"`
	Order       string `json:"order,omitempty"`
	Title       string `json:"title,omitempty"`
	Name        string `json:"name,omitempty"` // of the tier
	Count       int    `json:"count,omitempty"`
	Deadline    uint64 `json:"deadline,omitempty"`
	Block       uint64 `json:"block,omitempty"`
	Transaction string `json:"transaction,omitempty"`
	Node        string `json:"node,omitempty"`
	Error       string `json:"error,omitempty"`
	Text        string `json:"text"`
}

// print prints a notice. Where stdout fails nobody can be told, and answering goes
// on.
func (p *watchPrinter) print(s *stall, n publisher.Notice) {
	p.mu.Lock()
	defer p.mu.Unlock()
	v := s.notice(n)
	if !p.Bool(jsonFlag.Name) {
		fmt.Fprintln(p.App.Writer, v.Text)
		return
	}
	e := json.NewEncoder(p.App.Writer)
	e.SetEscapeHTML(false)
	e.Encode(v)
}

func (s *stall) notice(n publisher.Notice) noticeView {
	v := noticeView{Event: string(n.What), ChainID: s.chainID, Count: n.Count, Block: n.Block, Node: n.Node}
	if n.Err != nil {
		v.Error = printable(n.Err.Error())
	}
	about := ""
	if n.Sale != nil {
		v.Order, v.Transaction = n.Sale.Order.Hex(), n.Sale.Tx.Hex()
		v.Title, v.Name = s.named(*n.Sale)
		if n.Sale.Fate.Opened != nil {
			v.Deadline = n.Sale.Fate.Opened.Deadline
		}
		about = fmt.Sprintf("order %s: %s, tier %s: ", short(n.Sale.Order[:]), v.Title, v.Name)
	}
	v.Text = about + s.words(n, v)
	return v
}

// words says what happened to people.
func (s *stall) words(n publisher.Notice, v noticeView) string {
	switch n.What {
	case publisher.NewSale:
		if n.Sale == nil {
			return fmt.Sprintf("watching %s in %s, block %d", orders(n.Count), strings.TrimPrefix(s.token().Name(), "base units of "), n.Block)
		}
		return "sold for " + priceText(s.token(), n.Sale.Leaf.Amount)
	case publisher.KeptRelease:
		return "its release is kept"
	case publisher.WasDisputed:
		return "disputed; an answer is due by " + utc(int64(v.Deadline))
	case publisher.WasAnswered:
		return "answered; you are paid"
	case publisher.WasRefunded:
		return "refunded: its buyer has the money back"
	case publisher.WasDropped:
		return fmt.Sprintf("a reorganisation of the chain took %s away: if they are paid again, they are sold again", orders(n.Count))
	case publisher.Answering:
		return "answering " + orders(n.Count)
	case publisher.NotAnswering:
		return fmt.Sprintf("%s not answered yet: %s", orders(n.Count), v.Error)
	case publisher.Unreleased:
		if n.Err != nil {
			return fmt.Sprintf("it cannot be answered from here (%s): unless the committee answers by %s, its buyer gets the money back", v.Error, utc(int64(v.Deadline)))
		}
		return fmt.Sprintf("no node gives its release, and you cannot make it: unless the committee answers by %s, its buyer gets the money back", utc(int64(v.Deadline)))
	case publisher.Missed:
		return "nobody answered in time: its buyer can have the money back"
	case publisher.FalseRelease:
		return fmt.Sprintf("node %s gave a false release, which was not taken: %s", n.Node, v.Error)
	case publisher.LowAccount:
		return s.lowText(n)
	}
	return v.Error // which names the endpoint or the node
}

func (s *stall) lowText(n publisher.Notice) string {
	coin := tokens.Of(s.chainID, common.Address{}).Name()
	if n.Err != nil {
		return fmt.Sprintf("the account cannot pay for an answer: send it %s (%s)", coin, printable(n.Err.Error()))
	}
	return fmt.Sprintf("the account has %s for about %s: send it more", coin, plural(n.Count, "answer"))
}

func orders(n int) string { return plural(n, "order") }

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// printable takes out of others' words what would move a terminal's cursor.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, text)
}
