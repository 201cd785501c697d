package rights_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/shrinkwrap/shrinkwrap/internal/rights"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// Each argument of a right is understood or kept as text, once.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{"print,count=3", "display,dateTime=2030-01-01T00:00:00Z", "play,elapsedTime=P30D", "print,count=3,count=4", "print,count=0", "sing,count=3", "use,=,x=", "display,dateTime=0001-01-01T00:00:00Z"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		right := wrap.Right(strings.Split(text, ","))
		r := rights.Read([]wrap.Right{right})[0]
		understood := 0
		for _, there := range []bool{r.Count != 0, !r.Until.IsZero(), r.For != (rights.Duration{})} {
			if there {
				understood++
			}
		}
		if r.Action != right[0] || understood+len(r.Strange) != len(right)-1 {
			t.Errorf("%q is %+v", text, r)
		}
		for _, argument := range r.Strange {
			if !slices.Contains(right[1:], argument) {
				t.Errorf("%q has the argument %q", text, argument)
			}
		}
	})
}

// A duration that is read is the same in months, days and seconds, and ends after
// it begins.
func FuzzParseDuration(f *testing.F) {
	for _, seed := range []string{"P30D", "P1Y6M", "PT36H", "P99999Y99999M99999DT99999H99999M99999S", "P", "PT", "P0D", "P1W", "P-1D", "P1DT"} {
		f.Add(seed)
	}
	start := time.Date(2026, 1, 31, 0, 0, 0, 0, time.UTC)
	f.Fuzz(func(t *testing.T, text string) {
		d, err := rights.ParseDuration(text)
		if err != nil {
			return
		}
		if !d.After(start).After(start) || d.String() == "" {
			t.Errorf("%q ends at %s, and is shown as %q", text, d.After(start), d)
		}
		if max(d.Months, d.Days, d.Seconds) > 99999 {
			return
		}
		again, err := rights.ParseDuration(fmt.Sprintf("P%dM%dDT%dS", d.Months, d.Days, d.Seconds))
		if err != nil || again != d {
			t.Errorf("%q is %+v, and comes back as %+v, %v", text, d, again, err)
		}
	})
}
