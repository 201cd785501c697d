package main

import (
	"context"
	"errors"
	"io"

	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
)

// claiming is what a command does about each order.
type claiming struct {
	due     func(*terminal.Claim) bool
	nothing string
	costs   bool // so much that it is told before
	check   func(*terminal.Claim) error
	request func(*terminal.Buyer, *terminal.Claim) (terminal.PaymentRequest, error)
	do      func(*terminal.Buyer, *terminal.Claim) (*terminal.Claim, error)
}

func claimAll(c *cli.Context, how claiming) (err error) {
	if c.Bool("no-wait") && !c.Bool("wallet") {
		return usageError("--no-wait goes with --wallet: what is signed here is waited for")
	}
	o, err := openOffice(c)
	if err != nil {
		return err
	}
	defer o.close()
	cases, err := o.cases(how)
	defer func() {
		for _, k := range cases {
			err = errors.Join(err, k.close())
		}
	}()
	if err != nil {
		return err
	}
	views := []claimView{}
	for _, k := range cases {
		v, failed := o.claim(k, how)
		if failed != nil {
			err = failed
			break
		}
		views = append(views, v)
	}
	if len(views) == 0 && err != nil {
		return err
	}
	return errors.Join(show(c, views, func(w io.Writer) { printClaims(w, views, how.nothing) }), err)
}

// cases are those that the command line names, or those whose step is due.
func (o *office) cases(how claiming) (cases []*claimCase, err error) {
	for _, name := range o.Args().Slice() {
		more, err := o.named(name)
		if err != nil {
			return cases, err
		}
		cases = append(cases, more...)
	}
	if o.NArg() > 0 {
		return cases, nil
	}
	all, err := terminal.Purchases{Home: o.home}.All()
	if err != nil {
		return nil, fail(exitInput, err)
	}
	for _, p := range all {
		if !waits(p) || p.Step == terminal.Prepared {
			continue
		}
		k, err := o.own(p)
		if refused := new(terminal.Error); errors.As(err, &refused) && refused.Kind == terminal.Refused {
			say(o.Context, "%s: %v", p.Title, err)
			continue
		}
		if err != nil {
			return cases, err
		}
		if !how.due(k.claim) {
			if err := k.close(); err != nil {
				return cases, err
			}
			continue
		}
		cases = append(cases, k)
	}
	return cases, nil
}

// claim does what is to be done about one order.
func (o *office) claim(k *claimCase, how claiming) (claimView, error) {
	ctx := o.Context.Context
	if o.Bool("wallet") && o.Bool("no-wait") {
		if err := how.check(k.claim); err != nil {
			return claimView{}, err
		}
		r, err := how.request(k.buyer, k.claim)
		v := viewClaim(k)
		v.Requests = viewRequests([]terminal.PaymentRequest{r})
		return v, err
	}
	if how.costs {
		if err := o.tellCost(ctx, k); err != nil {
			return claimView{}, err
		}
	}
	if !o.Bool("wallet") {
		payer, err := o.keys.of(k.purchase)
		if err != nil {
			return claimView{}, err
		}
		if payer != nil {
			k.buyer.Account = payer
		}
	}
	k.buyer.Wallet = walletOf(o.Context)
	var err error
	if k.claim, err = how.do(k.buyer, k.claim); err != nil {
		return claimView{}, err
	}
	v := viewClaim(k)
	return v, o.undelivered(ctx, k, &v)
}

// tellCost says what a dispute costs, before it is made.
func (o *office) tellCost(ctx context.Context, k *claimCase) error {
	if !k.claim.Disputable() || k.claim.CheckDispute() != nil {
		return nil
	}
	cost, err := k.buyer.AskDisputeCost(ctx)
	if err != nil {
		return err
	}
	say(o.Context, "%s", k.claim.CostText(cost))
	return nil
}

// undelivered adds what a refund could not deliver.
func (o *office) undelivered(ctx context.Context, k *claimCase, v *claimView) error {
	if v.State != "refunded" {
		return nil
	}
	l := k.claim.Order.Leaf
	amount, err := k.buyer.Undelivered(ctx, l.Token, l.RefundTo)
	if err != nil || amount.IsZero() {
		return err
	}
	v.Undelivered, v.undelivered = amount.Dec(), amount
	return nil
}
