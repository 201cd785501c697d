package main

import (
	"errors"

	"github.com/urfave/cli/v2"
)

var showCommand = &cli.Command{
	Name:      "show",
	Usage:     "show a wrap and everything that can be checked of it without a network",
	ArgsUsage: "WRAP",
	Description: `Shows what a wrap says and how far that can be believed: its tiers with their
prices and rights, which sections each of them opens, who signed it, who is paid,
where, and whose release opens it. WRAP is a file, or the first digits of the id
of a wrap that was scanned before.

Each check has one of three outcomes:

   ok       it is so
   notice   nothing is false, but you should know
   danger   something is false: do not pay; the exit status is 4

The publisher is the address that signed. Money goes to it, or to the address
after "pays to"; anyone can name any payee, and only the signer is proven.

   $ shrinkwrap show tale.wrap
   The Tale

   publisher  0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed  (known)
   chain      1
   product    0x52908400098527886E0F7030069857D2E4169EE7
   committee  0xde709f2102306220921060314715629080e2fb77  keeps 2.50 % of the price
   id         0x1d7a50d2f0a3b4cc7f9d45ff0ae1ccf7dfc9bdd1ee3bd6df0e2a1a3e0f1f2c4b
   tier 0     sample      free
   tier 1     text        0.002 ETH                    print at most 3 times
   section    sample.txt  text/plain  396 B   sample, text
   section    tale.txt    text/plain  1.8 kB  text
   hint       node        https://node1.example
   ok         signature   made by 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed for this escrow, …
   …`,
	Flags:  []cli.Flag{jsonFlag},
	Action: runShow,
}

func runShow(c *cli.Context) (err error) {
	d, err := openDesk()
	if err != nil {
		return err
	}
	w, err := d.open(c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	r, err := d.inspect(w.Header)
	if err != nil {
		return err
	}
	view := describe(w.Header, r)
	view.Wrap = w.Path
	return showHeader(c, view, r)
}
