package main

import (
	"errors"

	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// desk is what the commands that look at wraps work with.
type desk struct {
	home    home.Home
	config  home.Config
	library terminal.Library
	signers terminal.Signers
}

func openDesk() (*desk, error) {
	h, err := home.Open()
	if err != nil {
		return nil, err
	}
	config, err := h.Config()
	if err != nil {
		return nil, fail(exitInput, err)
	}
	return &desk{h, config, terminal.Library{Home: h}, terminal.Signers{Home: h}}, nil
}

// open opens the wrap that the only argument names, by its path or by the first
// digits of its id. The caller closes it.
func (d *desk) open(c *cli.Context) (*terminal.Wrap, error) {
	if c.NArg() != 1 {
		return nil, usageError("name one wrap, by its path or by the first digits of its id")
	}
	path, err := d.library.Find(c.Args().First())
	if err != nil {
		return nil, err
	}
	return terminal.OpenWrap(path)
}

// inspect checks a header offline.
func (d *desk) inspect(h *wrap.Header) (terminal.Report, error) {
	return terminal.Inspect(h, terminal.TrustIn(d.config, h.Binding.ChainID), d.signers)
}

// showHeader prints what a header says and what was found of it, and returns the
// danger if there is one.
func showHeader(c *cli.Context, view wrapView, r terminal.Report) error {
	return errors.Join(show(c, view, view.print), r.Danger())
}
