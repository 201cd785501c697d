package main_test

import (
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
)

// The built commands sell and buy on chains that are not our own. On each of
// them a publisher, three operators and a buyer do what their manuals say, and
// stock tools open what was bought.
func TestChains(t *testing.T) {
	bin := build(t)
	for name, start := range map[string]func(t *testing.T) endpoint{
		"anvil":          startAnvil,
		"hardhat":        startHardhat,
		"geth osaka":     func(t *testing.T) endpoint { return startGeth(t, devchain.Osaka) },
		"geth amsterdam": func(t *testing.T) endpoint { return startGeth(t, devchain.Amsterdam) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newStage(t, bin, start(t))
			s.foundCommittee()
			s.sell()
			s.buyAndOpen()
			s.openWithStockTools()
			s.waitForFinality()
		})
	}
}
