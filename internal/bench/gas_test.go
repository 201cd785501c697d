package main

import (
	"context"
	"encoding/json"
	"math/bits"
	"os"
	"testing"
)

// slack is what a figure may be above the committed one: proofs and keys are
// random, and a zero byte of calldata costs less than another.
const slack = 1.002

// bars are the most that each action may cost, under Osaka's and under
// Amsterdam's rules; 0 where there is no bar but the committed figure.
var bars = map[string][2]float64{
	"answer":            {185_000, 215_000},
	"answer-of-32":      {60_000, 0},
	"buy-erc20":         {74_000, 100_000},
	"buy-native":        {54_000, 72_000},
	"buy-permit":        {},
	"buy-authorization": {},
	"buy-at-1e3":        {54_000, 72_000},
	"buy-at-1e4":        {54_000, 72_000},
	"buy-at-1e5":        {54_000, 72_000},
	"buy-at-1e6":        {54_000, 72_000},
	"buy-mean-1e3":      {54_000, 72_000},
	"buy-mean-1e4":      {54_000, 72_000},
	"buy-mean-1e5":      {54_000, 72_000},
	"buy-mean-1e6":      {54_000, 72_000},
	"deploy-product-3":  {125_000, 620_000},
	"dispute":           {150_000, 0},
	"dispute-at-1e6":    {150_000, 0},
	"refund":            {70_000, 0},
	"sale":              {57_500, 76_000},
	"sale-first-10":     {},
	"withdraw":          {55_000, 0},
}

// Every action has a row under both rule sets, within its bar, beside a
// reference and with a note that says what that is; and no purchase makes a slot.
func checkRows(t *testing.T, rows []Row) {
	t.Helper()
	named := make(map[string]Row)
	for _, r := range rows {
		named[r.Name] = r
		unit := "gas"
		if r.Name == "slots/buy-native" {
			unit = "slots"
		}
		if r.Unit != unit || r.Reference <= 0 || r.Note == "" {
			t.Errorf("%s: in %q beside %v, note %q", r.Name, r.Unit, r.Reference, r.Note)
		}
	}
	if slots, ok := named["slots/buy-native"]; !ok || slots.Ours != 0 {
		t.Errorf("new slots of a purchase: %v", slots)
	}
	for action, bar := range bars {
		for i, rules := range []string{"osaka", "amsterdam"} {
			r, ok := named["gas/"+action+"/"+rules]
			if !ok || r.Ours <= 0 || bar[i] > 0 && r.Ours > bar[i] {
				t.Errorf("gas/%s/%s: %.0f, measured: %t, at most %.0f are allowed", action, rules, r.Ours, ok, bar[i])
			}
		}
	}
	if want := 2*len(bars) + 1; len(rows) != want || len(named) != want {
		t.Errorf("%d rows of %d names, want %d", len(rows), len(named), want)
	}
}

// What a log's age may add. An append hashes as many nodes as the order's number
// ends in ones, and reads a peak for each: 2,100 gas for the slot (EIP-2929), and
// no more than 500 for the hash and the loop. Of 256 numbers in a row one alone
// ends in eight ones or more, and below 2^20 in twenty at most: twelve nodes more
// than anywhere else, for all 256 purchases. A node of a dispute's path costs 512
// gas of calldata and at most 400 for its hash.
const (
	olderPurchase = 12.0 * 2_600 / (2 * aroundAge)
	olderDispute  = highest * (512 + 400)
)

// The millionth order costs what the thousandth does.
func checkAge(t *testing.T, rows []Row) {
	t.Helper()
	ours := make(map[string]float64)
	for _, r := range rows {
		ours[r.Name] = r.Ours
	}
	for _, rules := range []string{"/osaka", "/amsterdam"} {
		for _, kind := range []string{"gas/buy-at-", "gas/buy-mean-"} {
			for _, age := range []string{"1e4", "1e5", "1e6"} {
				if old, young := ours[kind+age+rules], ours[kind+"1e3"+rules]; old > young+olderPurchase {
					t.Errorf("%s%s%s: %.0f gas, at 1e3 it is %.0f, at most %.0f more are allowed", kind, age, rules, old, young, olderPurchase)
				}
			}
		}
		if old, young := ours["gas/dispute-at-1e6"+rules], ours["gas/dispute"+rules]; old > young+olderDispute {
			t.Errorf("dispute of a log of a million orders%s: %.0f gas, of a young one %.0f", rules, old, young)
		}
	}
}

// Every carry of a million orders is measured, and counts add up: all the nodes
// that appends ever hash are those of the tree.
func TestCarries(t *testing.T) {
	aged := &agedMarket{}
	aged.place()
	measured := make(map[carry]bool)
	for _, s := range aged.spots {
		for i := range s.n {
			measured[carryOf(s.count+uint32(i))] = true
		}
	}
	nodes, million := 0, ages[3]
	for index := range million {
		c := carryOf(index)
		if !measured[c] {
			t.Fatalf("no purchase is measured whose append is like that of order %d", index)
		}
		nodes += c.ones
	}
	if want := int(million) - bits.OnesCount32(million); nodes != want {
		t.Errorf("appends hash %d nodes, a log of %d orders has %d", nodes, million, want)
	}
}

// The gas of everything that is paid for on chain only falls, unless a commit
// changes testdata/gas.json and says why.
func TestGasOnlyFalls(t *testing.T) {
	t.Chdir("../..")
	b, err := os.ReadFile("testdata/gas.json")
	if err != nil {
		t.Fatal(err)
	}
	var committed map[string]float64
	if err := json.Unmarshal(b, &committed); err != nil {
		t.Fatal(err)
	}
	rows, err := gasRows(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	checkRows(t, rows)
	checkAge(t, rows)
	if len(rows) != len(committed) {
		t.Errorf("%d figures are measured, %d are committed", len(rows), len(committed))
	}
	for _, r := range rows {
		most, ok := committed[r.Name]
		switch {
		case !ok:
			t.Errorf("%s: %.0f %s, no figure is committed", r.Name, r.Ours, r.Unit)
		case r.Ours > most*slack:
			t.Errorf("%s: %.0f %s, committed are %.0f", r.Name, r.Ours, r.Unit, most)
		}
	}
}
