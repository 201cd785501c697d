package terminal_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
)

// What is on disk is read back whole, and what was changed by hand is refused:
// money hangs on it.
func TestPurchasesAreReadStrictly(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.deploy()
	bought := w.released()
	store := terminal.Purchases{Home: w.home}
	all, err := store.All()
	if err != nil || len(all) != 1 {
		t.Fatalf("%d purchases, %v", len(all), err)
	}
	p := all[0]
	if p.Step != terminal.Released || p.Payment.Versions[0].Hash != bought.Payment.Versions[0].Hash || string(p.Release) != string(bought.Release) ||
		!p.B.Equal(bought.B) || p.Header().ID() != w.header.ID() {
		t.Errorf("purchase is read as %+v", p)
	}
	if of, err := store.Of(w.header, w.seller.trust.Contracts); err != nil || len(of) != 1 || of[0].Tier != 1 {
		t.Errorf("%d purchases of the wrap, %v", len(of), err)
	}

	files, err := filepath.Glob(w.home.Path("orders", "*", "*", "purchase.json"))
	if err != nil || len(files) != 1 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	whole, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(files[0]); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("purchase has mode %v, %v", info.Mode(), err)
	}
	for name, change := range map[string]func(string) string{
		"cut":           func(s string) string { return s[:len(s)/2] },
		"unknown field": func(s string) string { return strings.Replace(s, `"version"`, `"paid": true, "version"`, 1) },
		"newer version": func(s string) string { return strings.Replace(s, `"version": 1`, `"version": 2`, 1) },
		"other tier":    func(s string) string { return strings.Replace(s, `"tier": 1`, `"tier": 0`, 1) },
		"other attempt": func(s string) string { return strings.Replace(s, `"attempt": 0`, `"attempt": 1`, 1) },
		"no key":        func(s string) string { return strings.Replace(s, `"releaseKey": "0x`, `"releaseKey": "0x00`, 1) },
	} {
		if err := os.WriteFile(files[0], []byte(change(string(whole))), 0o600); err != nil {
			t.Fatal(err)
		}
		if all, err := store.All(); err == nil {
			t.Errorf("%s: read as %+v", name, all[0])
		}
	}

	// A crash between header and purchase leaves a folder that is no purchase yet.
	if err := os.Remove(files[0]); err != nil {
		t.Fatal(err)
	}
	if all, err := store.All(); err != nil || len(all) != 0 {
		t.Errorf("%d purchases, %v", len(all), err)
	}
}
