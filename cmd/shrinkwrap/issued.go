package main

import (
	"errors"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/rights"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
)

// testOnlyNow is the clock by which rights end.
var testOnlyNow = time.Now

// issued says which rights were bought with what was just opened, and returns
// the name of the agreement if there is one.
func issued(c *cli.Context, o *terminal.Opening) (files []string) {
	switch _, err := o.Agreement(); {
	case err == nil:
		files = []string{rights.FileName}
	case errors.Is(err, terminal.ErrReserved):
		say(c, `no agreement is written: %v; "shrinkwrap receipt WRAP -o FILE" writes it elsewhere`, err)
	case errors.Is(err, terminal.ErrNoReceipt):
		say(c, `no agreement is written: %v; "shrinkwrap receipt WRAP -o FILE" has it and writes it`, err)
	default:
		say(c, "no agreement is written: %v", err)
	}
	if !rights.Limited(o.Rights()) {
		return files
	}
	say(c, "rights: %s; opening %d on this computer", rights.TextSince(o.Rights(), o.Purchase.PaidAt()), o.Openings())
	say(c, "this terminal counts and refuses when they are over; it takes back no opened file, and knows of no other computer or copied key")
	return files
}
