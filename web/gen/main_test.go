package main

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/bindings"
)

// The page's constants are those of Go.
func TestConstantsAreCurrent(t *testing.T) {
	committed, err := os.ReadFile("../" + file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(committed, source()) {
		t.Errorf("%s is not what web/gen writes: run go generate ./web", file)
	}
	for _, want := range []string{strings.ToLower(bindings.EscrowAddress.Hex()), `137: "POL"`, `"USDC", 6`} {
		if !strings.Contains(string(committed), want) {
			t.Errorf("%s has no %s", file, want)
		}
	}
}
