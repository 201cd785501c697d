package main

import (
	"errors"
	"fmt"
	"os"

	"golang.org/x/term"

	"github.com/shrinkwrap/shrinkwrap/internal/qr"
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
		say(b.Context, "\n%s, from any wallet on chain %d:\n\n%s", what, r.ChainID, r.Link)
		if err := b.drawLink(r.Link); err != nil {
			return err
		}
		say(b.Context, "\nor as a call, for wallets that do not take such links:\n\nto     %s\nvalue  %s wei\ndata   %s\n", r.To, r.Value, r.Data)
	}
	say(b.Context, "waiting for the payment; Ctrl-C stops waiting, and the same command goes on")
	return nil
}

// drawLink draws a link where stderr is a terminal wide enough: a line that wraps
// would spoil it.
func (b *buying) drawLink(link string) error {
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
		say(b.Context, "(to see its QR code here, this terminal of %d columns needs %d)", width, need)
		return nil
	}
	return code.Terminal(b.App.ErrWriter)
}
