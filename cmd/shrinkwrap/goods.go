package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// goods are what a command buys or opens: a wrap, or the header of one that is
// elsewhere.
type goods struct {
	header *wrap.Header
	wrap   *terminal.Wrap // nil where only the header is here
	remove func()         // of a temporary copy
}

func (g *goods) Close() error {
	defer g.remove()
	if g.wrap == nil {
		return nil
	}
	return g.wrap.Close()
}

// goods opens what the only argument names: a wrap by its path or its id, or a
// code by its picture or its text.
func (d *desk) goods(c *cli.Context) (*goods, error) {
	if c.NArg() != 1 {
		return nil, usageError("name one wrap or code", "a wrap is named by its path, or by the first digits of its id")
	}
	return d.goodsOf(c.Context, c.Args().First())
}

func (d *desk) goodsOf(ctx context.Context, name string) (*goods, error) {
	if _, err := os.Stat(name); err != nil && name != "-" && !isCodeText(name) {
		path, err := d.library.Find(name)
		if err != nil {
			return nil, err
		}
		name = path
	}
	if isWrap(name) {
		return openGoods(name, func() {})
	}
	codes, _, err := parseCodes(ctx, name)
	if err != nil {
		return nil, err
	}
	if len(codes) > 1 {
		return nil, fail(exitInput, fmt.Errorf("%s holds the codes of %d wraps", name, len(codes)), "\"shrinkwrap scan\" lists them, and keeps the one that --pick names")
	}
	return d.unpack(codes[0])
}

func openGoods(path string, remove func()) (*goods, error) {
	w, err := terminal.OpenWrap(path)
	if err != nil {
		remove()
		return nil, err
	}
	return &goods{w.Header, w, remove}, nil
}

// unpack writes the wrap of a code beside the library; that of a pointer code
// may be in it.
func (d *desk) unpack(code *wrap.Code) (*goods, error) {
	if code.Pointer() {
		path := d.library.Path(code.Header.ID())
		if _, err := os.Stat(path); err != nil {
			return &goods{code.Header, nil, func() {}}, nil
		}
		return openGoods(path, func() {})
	}
	path, remove, err := d.beside()
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err = code.WriteWrap(&b); err == nil {
		err = os.WriteFile(path, b.Bytes(), 0o600)
	}
	if err != nil {
		remove()
		return nil, err
	}
	return openGoods(path, remove)
}

// chooseTier returns the tier that --tier names, or the only one.
func chooseTier(c *cli.Context, h *wrap.Header) (int, error) {
	tiers := h.Content.Tiers
	name := c.String(tierFlag.Name)
	if name == "" && len(tiers) == 1 {
		return 0, nil
	}
	if name == "" {
		return 0, usageError("name a tier with --tier", "there are "+listTiers(h))
	}
	named := func(t wrap.Tier) bool { return t.Name == name }
	if k := slices.IndexFunc(tiers, named); k >= 0 && slices.IndexFunc(tiers[k+1:], named) < 0 {
		return k, nil
	}
	if k, err := strconv.ParseUint(name, 10, 8); err == nil && int(k) < len(tiers) {
		return int(k), nil
	}
	return 0, usageError(fmt.Sprintf("there is no one tier %q", name), "there are "+listTiers(h))
}

func listTiers(h *wrap.Header) string {
	var names []string
	for k, t := range h.Content.Tiers {
		names = append(names, fmt.Sprintf("%d %s", k, t.Name))
	}
	return strings.Join(names, ", ")
}
