package terminal_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
)

// What terminals say of a dispute's price is what it was measured to use, where it
// uses most.
func TestDisputeGasIsMeasured(t *testing.T) {
	text, err := os.ReadFile("../../testdata/gas.json")
	if err != nil {
		t.Fatal(err)
	}
	var measured map[string]float64
	if err := json.Unmarshal(text, &measured); err != nil {
		t.Fatal(err)
	}
	for name, said := range map[string]float64{"dispute": terminal.DisputeGas, "refund": terminal.RefundGas} {
		most := max(measured["gas/"+name+"/osaka"], measured["gas/"+name+"/amsterdam"])
		if most == 0 || said < most*9/10 || said > most*11/10 {
			t.Errorf("a %s is said to use %.0f gas, measured was %.0f", name, said, most)
		}
	}
}

func TestDisputeCost(t *testing.T) {
	if got := terminal.DisputeCost(uint256.NewInt(1_000_000_007)); got.Dec() != "251000000000000" {
		t.Errorf("at about one gwei a unit it costs %s", got)
	}
	if got := terminal.DisputeCost(new(uint256.Int)); !got.IsZero() {
		t.Errorf("for nothing it costs %s", got)
	}
}

func TestSpan(t *testing.T) {
	for seconds, want := range map[uint64]string{0: "0 s", 59: "59 s", 60: "1 min", 7800: "2 h 10 min", 86400 + 3600*5: "1 d 5 h"} {
		if got := terminal.Span(seconds); got != want {
			t.Errorf("%d seconds are %q, want %q", seconds, got, want)
		}
	}
}
