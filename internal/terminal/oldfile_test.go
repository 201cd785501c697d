package terminal_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
)

// A purchase of a time before disputes were kept is read, and its file says no more
// than it did then; what no run writes is refused.
func TestPurchaseOfBefore(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	_, p := w.withheld()
	p.Close()
	files, err := filepath.Glob(w.home.Path("orders", "*", "*", "purchase.json"))
	if err != nil || len(files) != 1 {
		t.Fatalf("%v, %v", files, err)
	}
	text, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, later := range []string{`"disputed"`, `"dispute"`, `"refund"`} {
		if strings.Contains(string(text), later) {
			t.Errorf("an undisputed purchase has %s", later)
		}
	}
	all, err := terminal.Purchases{Home: w.home}.All()
	if err != nil || len(all) != 1 || all[0].Dispute != nil || all[0].Disputed != nil {
		t.Fatalf("%v, %v", all, err)
	}
	for bad, want := range map[string]string{
		`"dispute": {"order": "0x0000000000000000000000000000000000000000000000000000000000000001"},`:                              "no version",
		`"refund": {"versions": [{"hash": "0x0000000000000000000000000000000000000000000000000000000000000001", "raw": "0x00"}]},`: "cannot be read",
		`"disputed": {"deadline": 5},`: "no bond",
	} {
		spoiled := strings.Replace(string(text), "{", "{"+bad, 1)
		if err := os.WriteFile(files[0], []byte(spoiled), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := (terminal.Purchases{Home: w.home}).All(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", bad, err)
		}
	}
}
