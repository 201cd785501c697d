package rights_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/alloctest"
	"github.com/shrinkwrap/shrinkwrap/internal/rights"
)

// An agreement that nests or repeats itself is refused, and costs a few times its
// size.
func TestCostlyAgreements(t *testing.T) {
	for name, b := range map[string][]byte{
		"lists":        bytes.Repeat([]byte("["), rights.MaxSize),
		"objects":      bytes.Repeat([]byte(`{"@context":`), rights.MaxSize/12),
		"spaces":       bytes.Repeat([]byte(" "), rights.MaxSize),
		"a string":     []byte(`{"@context":"` + strings.Repeat("x", rights.MaxSize-20) + `"}`),
		"many a list":  []byte(`{"permission":[{}` + strings.Repeat(",{}", (rights.MaxSize-30)/3) + "]}"),
		"lists closed": []byte(`{"permission":` + strings.Repeat("[", 1<<18) + strings.Repeat("]", 1<<18) + "}"),
		"too long":     bytes.Repeat([]byte("["), 16*rights.MaxSize),
	} {
		var err error
		if got := alloctest.Bytes(func() { _, err = rights.Parse(b) }); err == nil || got > 192<<20 {
			t.Errorf("%s: %d MiB are allocated: %.200v", name, got>>20, err)
		} else if len(err.Error()) > 1000 {
			t.Errorf("%s: an error of %d bytes", name, len(err.Error()))
		}
	}
}
