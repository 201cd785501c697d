package main

import (
	"context"
	"encoding/json"
	"os"
	"testing"
)

// slack is what a figure may be above the committed one: proofs and keys are
// random, and a zero byte of calldata costs less than another.
const slack = 1.002

// bars are the most that each action may cost, under Osaka's and under
// Amsterdam's rules; 0 where there is no bar but the committed figure.
var bars = map[string][2]float64{
	"answer":           {185_000, 215_000},
	"answer-of-32":     {60_000, 0},
	"buy-erc20":        {74_000, 100_000},
	"buy-native":       {54_000, 72_000},
	"deploy-product-3": {125_000, 620_000},
	"dispute":          {150_000, 0},
	"refund":           {70_000, 0},
	"sale":             {57_500, 76_000},
	"sale-first-10":    {},
	"withdraw":         {55_000, 0},
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
