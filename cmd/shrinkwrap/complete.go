package main

import (
	"os"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/manual"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/tokens"
)

// completeValues offers what is known on this computer: the tiers of the wrap
// that the command line names, and the wraps that were scanned. It is asked at
// every stroke of a key, and is silent about all errors.
func completeValues(command *cli.Command, flag string, before []string) []manual.Candidate {
	if command == nil || !strings.HasPrefix(command.ArgsUsage, "WRAP") {
		return nil
	}
	d, err := openDesk()
	if err != nil {
		return nil
	}
	switch flag {
	case "":
		return d.kept()
	case tierFlag.Name:
		return d.tiers(before)
	}
	return nil
}

// kept returns the wraps of the library by as many digits as tell them apart.
func (d *desk) kept() (words []manual.Candidate) {
	ids, err := d.library.IDs()
	if err != nil {
		return nil
	}
	for _, id := range ids {
		w, err := terminal.OpenWrap(d.library.Path(id))
		if err != nil {
			continue
		}
		words = append(words, manual.Candidate{Word: id.Hex()[2:10], Meaning: w.Header.Content.Title})
		w.Close()
	}
	return words
}

// tiers returns those of the first word that is a wrap.
func (d *desk) tiers(before []string) (words []manual.Candidate) {
	for _, word := range slices.Backward(before) {
		path, err := d.library.Find(word)
		if info, statErr := os.Stat(path); err != nil || statErr != nil || !info.Mode().IsRegular() {
			continue
		}
		w, err := terminal.OpenWrap(path)
		if err != nil {
			continue
		}
		defer w.Close()
		terms := w.Header.Terms()
		token := tokens.Of(w.Header.Binding.ChainID, terms.Token)
		for k, tier := range w.Header.Content.Tiers {
			words = append(words, manual.Candidate{Word: tier.Name, Meaning: priceText(token, terms.Tiers[k].Price)})
		}
		return words
	}
	return nil
}
