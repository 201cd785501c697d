package terminal_test

import (
	"path/filepath"
	"testing"
	"time"

	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// A purchase is made, found again and opened whatever the computer's clock says,
// and however it jumps meanwhile: the order's time is the chain's.
func TestClockThatJumps(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.deploy()
	times := []time.Time{time.Unix(0, 0), time.Date(2200, 1, 1, 0, 0, 0, 0, time.UTC), time.Unix(-1<<33, 0), time.Unix(1<<40, 0)}
	asked := 0
	buyer := w.buyer()
	buyer.Now = func() time.Time {
		asked++
		return times[asked%len(times)]
	}
	for n := range times {
		p, err := w.run(buyer, w.intent(1), filepath.Join(t.TempDir(), "tale"))
		if err != nil {
			t.Fatalf("run %d: %v", n, err)
		}
		w.wantPayments(1) // the same purchase is found again
		leaf := w.payments()[0].Leaf
		if p.Step != terminal.Opened || p.PaidAt().Unix() != int64(leaf.Time) {
			t.Errorf("run %d: step %q, paid at %s; the chain says %d", n, p.Step, p.PaidAt(), leaf.Time)
		}
	}
	if asked == 0 {
		t.Error("the clock was not asked")
	}
}

// A clock that ran ahead when a wrap was opened ends a right that is limited in
// time, for good; and no other right, nor the purchase.
func TestClockThatRanAhead(t *testing.T) {
	w, p := granted(t, wrap.Right{"display", "elapsedTime=P1D"})
	ahead := p.PaidAt().AddDate(100, 0, 0)
	for _, now := range []time.Time{ahead, p.PaidAt()} {
		_, err := w.opens(w.path, now)
		w.wantKind(err, terminal.Refused, `"display" ended on `)
	}
	w, p = granted(t, wrap.Right{"display", "count=2"})
	for _, now := range []time.Time{ahead, p.PaidAt()} {
		if _, err := w.opens(w.path, now); err != nil {
			t.Errorf("at %s: %v", now, err)
		}
	}
}
