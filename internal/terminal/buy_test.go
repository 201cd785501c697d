package terminal_test

import (
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
)

func TestBuyAndOpen(t *testing.T) {
	for _, rules := range []devchain.Rules{devchain.Osaka, devchain.Amsterdam} {
		t.Run(rules.String(), func(t *testing.T) { testBuyAndOpen(t, rules) })
	}
}

func testBuyAndOpen(t *testing.T, rules devchain.Rules) {
	w := newWorld(t, devchain.Options{Rules: rules})
	w.deploy()
	dir := filepath.Join(t.TempDir(), "tale")
	p, err := w.run(w.buyer(), w.intent(1), dir)
	if err != nil {
		t.Fatal(err)
	}
	w.wantFiles(dir, tale)
	w.wantPayments(1)
	paid := w.payments()[0]
	if p.Step != terminal.Opened || p.Order == nil || p.Order.Hash != paid.Order || p.Order.Transaction != paid.Tx {
		t.Errorf("purchase is %s with order %+v", p.Step, p.Order)
	}
	if paid.Leaf.Amount.Uint64() != 2_000_000 || paid.Leaf.RefundTo != w.payer.Address() || paid.Leaf.Publisher != w.seller.payee {
		t.Errorf("order is %+v", paid.Leaf)
	}
	if len(p.Receipt) != 48 {
		t.Errorf("receipt has %d bytes", len(p.Receipt))
	}
	if p.Peaks == nil || p.Peaks.Count != 0 || p.Peaks.Account != paid.Account {
		t.Errorf("peaks are %+v", p.Peaks)
	}
}

func TestBuyDeploysTheProductThatIsNotThere(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	dir := filepath.Join(t.TempDir(), "tale")
	if _, err := w.run(w.buyer(), w.intent(1), dir); err != nil {
		t.Fatal(err)
	}
	w.wantFiles(dir, tale)
	w.wantPayments(1)
	if paid := w.payments()[0]; paid.Leaf.Payer != w.payer.Address() {
		t.Errorf("payer is %s", paid.Leaf.Payer)
	}
}

func TestFreeSampleIsBoughtLikeOthers(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.deploy()
	dir := filepath.Join(t.TempDir(), "tale")
	if _, err := w.run(w.buyer(), w.intent(0), dir); err != nil {
		t.Fatal(err)
	}
	w.wantFiles(dir, sample)
	if paid := w.payments(); len(paid) != 1 || !paid[0].Leaf.Amount.IsZero() {
		t.Errorf("payments are %+v", paid)
	}
}

// Buying again what was bought pays nothing; another one is another payment
// under another key.
func TestBuyAgain(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.deploy()
	for i := range 2 {
		if _, err := w.run(w.buyer(), w.intent(1), filepath.Join(t.TempDir(), "tale")); err != nil {
			t.Fatalf("run %d: %v", i, err)
		}
		w.wantPayments(1)
	}
	in := w.intent(1)
	in.Again = true
	p, err := w.run(w.buyer(), in, filepath.Join(t.TempDir(), "tale"))
	if err != nil {
		t.Fatal(err)
	}
	w.wantPayments(2)
	if paid := w.payments(); p.Attempt != 1 || paid[0].Leaf.ReleaseKey == paid[1].Leaf.ReleaseKey {
		t.Errorf("attempt %d has the key of the first", p.Attempt)
	}
	if p.Peaks == nil || p.Peaks.Count != 1 || len(p.Peaks.Peaks) != 1 {
		t.Errorf("peaks are %+v", p.Peaks)
	}
}

// What is on disk must give nothing away: whoever reads it learns neither the
// seed nor the tier's key.
func TestPurchaseHoldsNoSecret(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.deploy()
	if _, err := w.run(w.buyer(), w.intent(1), filepath.Join(t.TempDir(), "tale")); err != nil {
		t.Fatal(err)
	}
	seed, err := w.home.Seed()
	if err != nil {
		t.Fatal(err)
	}
	key, err := release.NewKey(seed, w.header.Place(testbed.Contracts, 1), 0)
	if err != nil {
		t.Fatal(err)
	}
	B := key.B.Bytes()
	found := 0
	err = filepath.WalkDir(w.home.Path("orders"), func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		text := strings.ToLower(string(b))
		if strings.Contains(text, hexOf(seed)) || strings.Contains(text, "age-secret-key") {
			t.Errorf("%s holds a secret", path)
		}
		if strings.Contains(text, hexOf(B[:])) {
			found++
		}
		return nil
	})
	if err != nil || found == 0 {
		t.Errorf("%d files name the release key: %v", found, err)
	}
}

func hexOf(b []byte) string { return hex.EncodeToString(b) }
