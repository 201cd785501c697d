package main

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/publisher"
	"github.com/shrinkwrap/shrinkwrap/internal/tokens"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// listingFlags are the terms of sale.
var listingFlags = []cli.Flag{
	&cli.PathFlag{Name: "committee", Usage: "the committee's descriptor `FILE`, as its operators give it"},
	&cli.StringSliceFlag{Name: "price", Usage: "ask another price than was sealed, as `TIER=AMOUNT`; may be repeated"},
	&cli.StringFlag{Name: "token", Usage: "be paid in this `TOKEN`, a symbol or an address, instead of the chain's coin"},
	&cli.StringSliceFlag{Name: "supply", Usage: "sell so many and no more, as `[TIER=]NUMBER`"},
	&cli.StringSliceFlag{Name: "confirmations", Usage: "release when the payment is so many blocks deep, as `[TIER=]NUMBER` up to 254, or finalised"},
	&cli.StringFlag{Name: "payee", Usage: "have this `ADDRESS` paid instead of the signer, a contract that splits for instance"},
	&cli.StringFlag{Name: "product", Usage: "sell by the publisher's own contract at this `ADDRESS` instead of the template"},
}

// listingOf reads the terms of sale.
func listingOf(c *cli.Context, f *publisher.SealFile) (l publisher.Listing, err error) {
	if l.Committee, err = readCommittee(c.Path("committee")); err != nil {
		return l, err
	}
	token := tokens.Of(l.Committee.ChainID, common.Address{})
	if name := c.String("token"); name != "" {
		if token, err = tokens.Find(l.Committee.ChainID, name); err != nil {
			return l, usageError("--token: " + err.Error())
		}
	}
	settings, err := settingsOf(c, f)
	if err != nil {
		return l, err
	}
	l.Token = token.Address
	if l.Tiers, err = f.TierTerms(token, settings); err != nil {
		return l, usageError(err.Error(), "--price TIER=AMOUNT sets a price")
	}
	if l.Payee, err = addressFlag(c, "payee"); err != nil {
		return l, err
	}
	if l.Product, err = addressFlag(c, "product"); err != nil {
		return l, err
	}
	l.Hints, err = hintsOf(c.StringSlice("hint"), l.Committee)
	return l, err
}

const wantDescriptor = `a descriptor is what "shrinkwrapd committee show" writes: ask the committee's operators for theirs`

func readCommittee(path string) (nodeapi.Committee, error) {
	if path == "" {
		return nodeapi.Committee{}, usageError("the committee is not named: --committee FILE", wantDescriptor)
	}
	file, err := os.Open(path)
	if err != nil {
		return nodeapi.Committee{}, fail(exitInput, err, wantDescriptor)
	}
	defer file.Close() // only read
	committee, err := nodeapi.ReadCommittee(file)
	if err != nil {
		return nodeapi.Committee{}, fail(exitInput, fmt.Errorf("%s: %w", path, err), wantDescriptor)
	}
	return committee, nil
}

// addressFlag returns an address, zero where the flag is not given: an address
// of zero that is given is nobody's.
func addressFlag(c *cli.Context, name string) (common.Address, error) {
	text := c.String(name)
	if text == "" {
		return common.Address{}, nil
	}
	address, err := nodeapi.ParseAddress(text)
	if err == nil && address == (common.Address{}) {
		err = errors.New("the zero address is nobody's")
	}
	if err != nil {
		return address, usageError(fmt.Sprintf("--%s: %v", name, err))
	}
	return address, nil
}

// settingsOf returns how each tier is sold.
func settingsOf(c *cli.Context, f *publisher.SealFile) ([]publisher.Setting, error) {
	settings := make([]publisher.Setting, len(f.Content.Tiers))
	for _, flag := range []struct {
		name string
		set  func(s *publisher.Setting, value string) error
	}{
		{"price", setPrice}, {"supply", setSupply}, {"confirmations", setConfirmations},
	} {
		for _, text := range c.StringSlice(flag.name) {
			if err := setTiers(settings, f, text, flag.set); err != nil {
				return nil, usageError(fmt.Sprintf("--%s %s: %v", flag.name, text, err))
			}
		}
	}
	return settings, nil
}

// setTiers reads TIER=VALUE for one tier, or VALUE for all.
func setTiers(settings []publisher.Setting, f *publisher.SealFile, text string, set func(*publisher.Setting, string) error) error {
	tier, value, ok := strings.Cut(text, "=")
	if ok {
		k := f.Tier(tier)
		if k < 0 {
			return fmt.Errorf("there is no tier %q", tier)
		}
		return set(&settings[k], value)
	}
	for k := range settings {
		if err := set(&settings[k], text); err != nil {
			return err
		}
	}
	return nil
}

func setPrice(s *publisher.Setting, value string) error {
	s.Price = value
	return tokens.CheckDecimal(value)
}

func setSupply(s *publisher.Setting, value string) error {
	n, err := strconv.ParseUint(value, 10, 32)
	if err != nil || n == 0 {
		return errors.New("want a number from 1 to 4294967295")
	}
	s.Supply = uint32(n)
	return nil
}

func setConfirmations(s *publisher.Setting, value string) error {
	if value == "finalised" || value == "finalized" {
		s.Confirmations = product.Finalised
		return nil
	}
	n, err := strconv.ParseUint(value, 10, 8)
	if err != nil || n == 0 || n == product.Finalised {
		return errors.New(`want a number from 1 to 254, or "finalised"`)
	}
	s.Confirmations = uint8(n)
	return nil
}

// mostNodes is how many nodes of a committee a wrap hints at by itself: one that
// answers is enough, and each makes the code longer.
const mostNodes = 3

// hintsOf reads KIND=URL. Without a hint at a node, the committee's first are
// hinted at.
func hintsOf(texts []string, committee nodeapi.Committee) (hints []wrap.Hint, err error) {
	named := false
	for _, text := range texts {
		kind, url, ok := strings.Cut(text, "=")
		if !ok || kind == "" || url == "" {
			return nil, usageError(fmt.Sprintf("--hint %s is not written as KIND=URL", text))
		}
		if (kind == "node" || kind == "wrap") && !strings.HasPrefix(url, "https://") {
			return nil, usageError(fmt.Sprintf("--hint %s: terminals follow hints by https only", text))
		}
		named = named || kind == "node"
		hints = append(hints, wrap.Hint{Kind: kind, URL: url})
	}
	if named {
		return hints, nil
	}
	var nodes []wrap.Hint
	for _, url := range committee.URLs() {
		if strings.HasPrefix(url, "https://") && len(nodes) < mostNodes {
			nodes = append(nodes, wrap.Hint{Kind: "node", URL: url})
		}
	}
	return append(nodes, hints...), nil
}
