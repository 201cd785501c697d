package rights_test

import (
	"strings"
	"testing"
	"time"

	"github.com/shrinkwrap/shrinkwrap/internal/rights"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

var paid = time.Unix(paidAt, 0)

// declared reads "display; print,count=3" as a header would have it.
func declared(text string) (all []wrap.Right) {
	for part := range strings.SplitSeq(text, "; ") {
		if part != "" {
			all = append(all, strings.Split(part, ","))
		}
	}
	return all
}

func TestWords(t *testing.T) {
	for text, want := range map[string]string{
		"":                                      "",
		"display":                               "display",
		"display; print,count=3":                "display; print at most 3 times",
		"play,count=1":                          "play once",
		"use,elapsedTime=P30D":                  "use for 30 days after payment, until 2026-03-31 09:30 UTC",
		"use,elapsedTime=PT1H,count=2":          "use at most 2 times, for 1 hour after payment, until 2026-03-01 10:30 UTC",
		"display,dateTime=2030-01-01T00:00:00Z": "display until 2030-01-01 00:00 UTC",
		"display,dateTime=2030-01-01T00:00:00Z,elapsedTime=P1Y1D": "display until 2030-01-01 00:00 UTC, for 1 year 1 day after payment, until 2027-03-02 09:30 UTC",
		"levitate":                            "levitate (unknown to this software)",
		"levitate,count=2,slowly":             "levitate (unknown to this software; count=2, slowly)",
		"print,count=3,height=2":              "print at most 3 times (ignored: height=2)",
		"print,count=three,count=2,count=4,x": "print at most 2 times (ignored: count=three, count=4, x)",
	} {
		if got := rights.TextSince(rights.Read(declared(text)), paid); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	if got := rights.Text(rights.Read(declared("use,elapsedTime=P1Y2M3DT4H5M6S"))); got != "use for 1 year 2 months 3 days 4 hours 5 minutes 6 seconds after payment" {
		t.Errorf("without a payment: %q", got)
	}
}

func TestCheck(t *testing.T) {
	for _, text := range []string{
		"", "display", "display; play; print; distribute; use", "print,count=4294967295", "print,count=1,dateTime=2026-03-01T09:30:01Z,elapsedTime=PT1S",
		"levitate,count=none", "levitate; levitate", "print,height=2", "print,org.example.x=a=b",
	} {
		if err := rights.Check(declared(text), paid); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
	for text, part := range map[string]string{
		"print,count":                 "NAME=VALUE",
		"print,3":                     "NAME=VALUE",
		"print,count=":                "no whole number",
		"print,count=0":               "no whole number",
		"print,count=-1":              "no whole number",
		"print,count=03":              "no whole number",
		"print,count=+3":              "no whole number",
		"print,count=1.5":             "no whole number",
		"print,count=4294967296":      "no whole number",
		"print,count=3,count=3":       "comes twice",
		"display,dateTime=2030-01-01": "no time in UTC",
		"display,dateTime=2030-01-01T00:00:00+01:00": "no time in UTC",
		"display,dateTime=2030-02-30T00:00:00Z":      "no time in UTC",
		"display,dateTime=2030-01-01T00:00:00.5Z":    "no time in UTC",
		"display,dateTime=2026-03-01T09:30:00Z":      "ended on",
		"display,elapsedTime=30":                     "no duration",
		"display,elapsedTime=P2W":                    "no duration",
		"display,elapsedTime=P":                      "is zero",
		"display,elapsedTime=P1DT":                   "no duration",
		"display,elapsedTime=PT0S":                   "is zero",
		"display,elapsedTime=-P1D":                   "no duration",
		"display,elapsedTime=P1.5D":                  "no duration",
		"display,elapsedTime=P01D":                   "no duration",
		"display,elapsedTime=P100000D":               "no duration",
		"display,elapsedTime=P1D,elapsedTime=P2D":    "comes twice",
		"print,count=3; print":                       "two rights",
		"Print":                                      "lower case",
		"display; PLAY,count=1":                      "lower case",
	} {
		if err := rights.Check(declared(text), paid); err == nil || !strings.Contains(err.Error(), part) {
			t.Errorf("%q: %v, want an error that says %q", text, err, part)
		}
	}
}

func TestUnknown(t *testing.T) {
	if got := strings.Join(rights.Unknown(declared("display; dispaly,count=1; print,cuont=3")), "; "); got != `right "dispaly"; constraint "cuont=3" of "print"` {
		t.Errorf("unknown: %s", got)
	}
}

func TestDurationsEnd(t *testing.T) {
	for text, want := range map[string]string{
		"2026-01-31T12:00:00Z P1M":      "2026-02-28T12:00:00Z",
		"2028-01-31T12:00:00Z P1M":      "2028-02-29T12:00:00Z",
		"2028-02-29T12:00:00Z P1Y":      "2029-02-28T12:00:00Z",
		"2026-01-31T12:00:00Z P1M1D":    "2026-03-01T12:00:00Z",
		"2026-12-31T23:59:59Z PT1S":     "2027-01-01T00:00:00Z",
		"2026-03-01T09:30:00Z P13M":     "2027-04-01T09:30:00Z",
		"2026-03-28T09:30:00Z P2D":      "2026-03-30T09:30:00Z",
		"2026-03-01T09:30:00Z PT36H90M": "2026-03-02T23:00:00Z",
		"2026-11-30T00:00:00Z P99999Y":  "102025-11-30T00:00:00Z",
	} {
		at, duration, _ := strings.Cut(text, " ")
		start, err := time.Parse(time.RFC3339, at)
		if err != nil {
			t.Fatal(err)
		}
		d, err := rights.ParseDuration(duration)
		if err != nil {
			t.Fatal(err)
		}
		if got := d.After(start).Format("2006-01-02T15:04:05Z"); got != want {
			t.Errorf("%s ends %s, want %s", text, got, want)
		}
	}
}

func TestAllows(t *testing.T) {
	day := 24 * time.Hour
	for _, test := range []struct {
		rights   string
		after    time.Duration // of the payment
		openings uint32
		limited  bool
		refused  string
	}{
		{"", 1000 * day, 99, false, ""},
		{"display", 1000 * day, 99, false, ""},
		{"levitate,count=1", 1000 * day, 99, false, ""},
		{"print,count=3", 0, 2, true, ""},
		{"print,count=3", 0, 3, true, "bought for 3 openings"},
		{"display; print,count=3", 0, 3, false, ""},
		{"display,elapsedTime=P1D", day - time.Second, 9, true, ""},
		{"display,elapsedTime=P1D", day, 0, true, "ended on 2026-03-02 09:30 UTC"},
		{"display,elapsedTime=P1D; print,count=2", day, 1, true, ""},
		{"display,elapsedTime=P1D; print,count=2", day, 2, true, `"display" ended on 2026-03-02 09:30 UTC; "print" was`},
		{"display,elapsedTime=P1D; levitate", day, 0, true, "ended"},
		{"display,dateTime=2026-03-01T09:30:01Z,elapsedTime=P1D", time.Second, 0, true, "ended on 2026-03-01 09:30"},
		{"display,dateTime=2030-01-01T00:00:00Z,elapsedTime=P1D", day, 0, true, "ended on 2026-03-02"},
		{"display,count=none", 0, 99, false, ""},
	} {
		all := rights.Read(declared(test.rights))
		err := rights.Allows(all, rights.Use{Paid: paid, Now: paid.Add(test.after), Openings: test.openings})
		if (err == nil) != (test.refused == "") || err != nil && !strings.Contains(err.Error(), test.refused) {
			t.Errorf("%q after %s and %d openings: %v, want %q", test.rights, test.after, test.openings, err, test.refused)
		}
		if rights.Limited(all) != test.limited {
			t.Errorf("%q: limited is %v", test.rights, !test.limited)
		}
	}
}

func TestSectionsKeepOffTheAgreement(t *testing.T) {
	for name, ok := range map[string]bool{"rights.json": false, "Rights.JSON": false, "rights.txt": true, "my rights.json": true} {
		if err := rights.CheckSections([]wrap.SectionHeader{{Name: "tale.txt"}, {Name: name}}); (err == nil) != ok {
			t.Errorf("%q: %v", name, err)
		}
	}
}
