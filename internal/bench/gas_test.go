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
