package main

import (
	"fmt"

	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
)

// A peer is what the nearest action of another system costs. Its contracts were
// run once on a chain of these rules, in no run of this command.
type peer struct {
	action string // and of what, with the paper where there is one
	gas    map[devchain.Rules]uint64
}

func both(action string, osaka, amsterdam uint64) peer {
	return peer{action, map[devchain.Rules]uint64{devchain.Osaka: osaka, devchain.Amsterdam: amsterdam}}
}

// osakaOnly is a peer that was not measured under Amsterdam's rules.
func osakaOnly(action string, gas uint64) peer {
	return peer{action, map[devchain.Rules]uint64{devchain.Osaka: gas}}
}

var (
	unlockPurchase      = both("Unlock Protocol's purchase", 271_131, 916_971)
	unlockTokenPurchase = both("Unlock Protocol's purchase with a token", 307_650, 1_035_922)
	unlockLock          = both("Unlock Protocol's new lock", 976_892, 5_745_684)
	unlockRefund        = osakaOnly("Unlock Protocol's cancelAndRefund", 80_871)
	bareValue           = both("a bare transfer of coin with a log of 300 bytes, no escrow", 35_560, 44_296)
	bareTransfer        = both("a bare transfer of a token, no escrow", 34_101, 42_501)
	fdeSale             = both("FDE's sale (eprint.iacr.org/2024/418)", 265_736, 801_000)
	fdeReveal           = osakaOnly("FDE's key reveal by one party, no committee (eprint.iacr.org/2024/418)", 63_869)
	optiSwapSale        = osakaOnly("OptiSwap's sale (eprint.iacr.org/2019/1330)", 670_716)
	fairSwapSale        = both("FairSwap's sale (eprint.iacr.org/2018/740)", 1_009_673, 5_926_371)
)

// x402 is a range for which no rule set was noted.
const x402 = "x402's payment alone, no product: 61105 to 90053, measured earlier, under which rules was not noted"

// under returns the gas under a rule set; where there is none, Osaka's, which
// mixes two rule sets in a ratio: the note says so.
func (p peer) under(rules devchain.Rules) uint64 {
	if gas, ok := p.gas[rules]; ok {
		return gas
	}
	return p.gas[devchain.Osaka]
}

// note says what was measured, where, and under which rules.
func (p peer) note(rules devchain.Rules) string {
	if _, ok := p.gas[rules]; !ok {
		return fmt.Sprintf("%s: %d, measured earlier and under Osaka's rules, not under these", p.action, p.under(rules))
	}
	return fmt.Sprintf("%s: %d, measured earlier under these rules", p.action, p.under(rules))
}
