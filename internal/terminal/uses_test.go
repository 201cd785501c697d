package terminal_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/rights"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// granted is a world whose text was bought with these rights.
func granted(t *testing.T, declared ...wrap.Right) (*world, *terminal.Purchase) {
	t.Helper()
	w := newWorld(t, devchain.Options{})
	w.seller.rights = declared
	w.path, w.header = w.seller.tale(t)
	w.deploy()
	p := w.released()
	if err := w.buyer().Record(context.Background(), p); err != nil {
		t.Fatal(err)
	}
	return w, p
}

// kept reads the purchase as the next process does.
func (w *world) kept() *terminal.Purchase {
	w.Helper()
	all, err := terminal.Purchases{Home: w.home}.All()
	if err != nil || len(all) != 1 {
		w.Fatalf("%d purchases are kept, %v", len(all), err)
	}
	return all[0]
}

// opens opens with what is kept, by a clock, into a new folder.
func (w *world) opens(path string, now time.Time) (dir string, err error) {
	w.Helper()
	dir = filepath.Join(w.TempDir(), "tale")
	o, err := terminal.NewOpening(w.home, openWrap(w.T, path), w.kept())
	if err != nil {
		return dir, err
	}
	o.Now = func() time.Time { return now }
	return dir, o.Write(context.Background(), dir)
}

// Every opening is one use, whichever process has it; those that fail are none.
func TestOpeningsAreCounted(t *testing.T) {
	w, p := granted(t, wrap.Right{"display", "count=2"})
	now := p.PaidAt()
	if _, err := w.opens(w.path, now); err != nil {
		t.Fatal(err)
	}
	_, err := w.opens(damage(t, w.path), now)
	w.wantKind(err, terminal.Input)
	if got := w.kept().Uses[w.header.ID()]; got != (terminal.Uses{Openings: 1}) {
		t.Errorf("after one opening and a failed one: %+v", got)
	}
	if _, err := w.opens(w.path, now); err != nil {
		t.Fatal(err)
	}
	dir, err := w.opens(w.path, now)
	w.wantKind(err, terminal.Refused, `"display" was bought for 2 openings`)
	if left, err := os.ReadDir(filepath.Dir(dir)); len(left) != 0 || err != nil {
		t.Errorf("a refused opening leaves %v, %v", left, err)
	}
}

// The count is on disk before the first byte is, and a crash counts once: not at
// all if nothing came of it, and not again if something did.
func TestCrashCountsAtMostOnce(t *testing.T) {
	for name, test := range map[string]struct {
		step string // after which the process dies
		uses uint32 // the next opening included
	}{
		"before the first byte": {"saved released", 1},
		"before the folder":     {"written", 1},
		"after the folder":      {"saved opened", 2},
	} {
		t.Run(name, func(t *testing.T) {
			w, p := granted(t, wrap.Right{"display", "count=5"})
			defer terminal.SetTestOnlyAfterStep(func(string) error { return nil })
			terminal.SetTestOnlyAfterStep(func(step string) error {
				if step != test.step {
					return nil
				}
				if kept := w.kept().Uses[w.header.ID()]; kept.Openings != 1 {
					t.Errorf("at %q the kept count is %d", step, kept.Openings)
				}
				panic("power cut")
			})
			func() {
				defer func() {
					if recover() == nil {
						t.Fatalf("step %q was not met", test.step)
					}
				}()
				w.opens(w.path, p.PaidAt())
			}()
			terminal.SetTestOnlyAfterStep(func(string) error { return nil })
			if _, err := w.opens(w.path, p.PaidAt()); err != nil {
				t.Fatal(err)
			}
			if got := w.kept().Uses[w.header.ID()]; got != (terminal.Uses{Openings: test.uses}) {
				t.Errorf("after a crash and an opening: %+v, want %d", got, test.uses)
			}
		})
	}
}

// A right ends by the greatest time that was seen: neither a clock that was put
// back nor one from before the payment makes it longer.
func TestClockThatGoesBackExtendsNothing(t *testing.T) {
	w, p := granted(t, wrap.Right{"display", "elapsedTime=P1D"})
	paid, day := p.PaidAt(), 24*time.Hour
	for _, now := range []time.Time{paid.Add(-1000 * day), paid, paid.Add(day - time.Second)} {
		if _, err := w.opens(w.path, now); err != nil {
			t.Errorf("at %s: %v", now, err)
		}
	}
	for _, now := range []time.Time{paid.Add(day), paid, paid.Add(-1000 * day)} {
		_, err := w.opens(w.path, now)
		w.wantKind(err, terminal.Refused, `"display" ended on `)
	}
	if got := w.kept().Latest; got != paid.Add(day).Unix() {
		t.Errorf("the greatest time is kept as %d, want %d", got, paid.Add(day).Unix())
	}
}

// What is not limited leaves no trace.
func TestUnlimitedOpeningsAreNotCounted(t *testing.T) {
	w, p := granted(t, wrap.Right{"display"}, wrap.Right{"print", "count=1"})
	for range 3 {
		if _, err := w.opens(w.path, p.PaidAt()); err != nil {
			t.Fatal(err)
		}
	}
	if kept := w.kept(); kept.Uses != nil || kept.Latest != 0 {
		t.Errorf("kept are %+v and the time %d", kept.Uses, kept.Latest)
	}
}

// The agreement lies beside what was opened, and proves the purchase to whoever
// expects its publisher.
func TestOpeningIssuesTheAgreement(t *testing.T) {
	w, p := granted(t, wrap.Right{"print", "count=3"})
	dir, err := w.opens(w.path, p.PaidAt())
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(filepath.Join(dir, rights.FileName))
	if err != nil {
		t.Fatal(err)
	}
	a, err := rights.Parse(b)
	if err != nil {
		t.Fatal(err)
	}
	report, err := terminal.InspectAgreement(a, w.seller.trust, terminal.Signers{Home: w.home}, rights.Expected{Signer: w.header.Binding.Terms.Signer})
	if err != nil || report.Danger() != nil {
		t.Errorf("it does not verify: %v, %v", report.Danger(), err)
	}
	if a.Order().Order != p.Order.Hash {
		t.Errorf("it is of order %s, bought was %s", a.Order().Order, p.Order.Hash)
	}
}

// A section that has the agreement's name is what was paid for: it stays.
func TestAgreementOverwritesNothing(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	content := files{"Rights.json": "a short history of rights"}
	w.path, w.header = w.seller.wrap(t, []string{"Rights.json"}, content, tier{"sample", 0, 0, nil}, tier{"text", 2_000_000, 1, []string{"Rights.json"}})
	w.deploy()
	p := w.released()
	if err := w.buyer().Record(context.Background(), p); err != nil {
		t.Fatal(err)
	}
	dir, err := w.opens(w.path, p.PaidAt())
	if err != nil {
		t.Fatal(err)
	}
	w.wantFiles(dir, content)
	o, err := terminal.NewOpening(w.home, openWrap(t, w.path), p)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.Agreement(); !errors.Is(err, terminal.ErrReserved) {
		t.Errorf("agreement: %v", err)
	}
}
