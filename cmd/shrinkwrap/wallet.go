package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"github.com/shrinkwrap/shrinkwrap/internal/qr"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
)

// showRequests shows what a wallet has to do, on stderr: stdout is for what comes
// of it.
func (b *buying) showRequests() error {
	requests := b.view.Requests
	for i, r := range requests {
		what := "pay"
		if len(requests) > 1 && i == 0 {
			what = "allow the escrow to take exactly the price, first of all"
		}
		if err := showRequest(b.Context, what, r); err != nil {
			return err
		}
	}
	say(b.Context, "waiting for the payment; Ctrl-C stops waiting, and the same command goes on")
	return nil
}

// showRequest shows one, as a link and as a call.
func showRequest(c *cli.Context, what string, r requestView) error {
	say(c, "\n%s, from any wallet on chain %d:\n\n%s", what, r.ChainID, r.Link)
	if err := drawLink(c, r.Link); err != nil {
		return err
	}
	say(c, "\nor as a call, for wallets that do not take such links:\n\nto     %s\nvalue  %s wei\ndata   %s\n", r.To, r.Value, r.Data)
	return nil
}

// walletOf shows what a wallet has to do about an order, while the command goes on.
func walletOf(c *cli.Context) func(why string, r terminal.PaymentRequest) error {
	return func(why string, r terminal.PaymentRequest) error {
		return showRequest(c, why, viewRequests([]terminal.PaymentRequest{r})[0])
	}
}

// drawLink draws a link where stderr is a terminal wide enough: a line that wraps
// would spoil it.
func drawLink(c *cli.Context, link string) error {
	width, _, err := term.GetSize(int(os.Stderr.Fd()))
	if err != nil {
		return nil // no terminal
	}
	code, err := qr.New(link, qr.Options{})
	if tooLong := new(qr.TooLongError); errors.As(err, &tooLong) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("drawing the payment's code: %w", err)
	}
	if need := code.Size + 2*qr.QuietZone; width < need {
		say(c, "(to see its QR code here, this terminal of %d columns needs %d)", width, need)
		return nil
	}
	return code.Terminal(c.App.ErrWriter)
}
