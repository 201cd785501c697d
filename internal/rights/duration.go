package rights

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Duration is a duration of ISO 8601 as XML Schema has it (xsd:duration): months
// and days have no fixed length. The zero duration is none.
type Duration struct {
	Months  int
	Days    int
	Seconds int
}

const (
	number       = `(?:(0|[1-9][0-9]{0,4})%s)?`
	monthsOfYear = 12
)

var durationForm = regexp.MustCompile("^P" + fmt.Sprintf(number+number+number, "Y", "M", "D") + "(?:T" + fmt.Sprintf(number+number+number, "H", "M", "S") + ")?$")

// ParseDuration reads a duration such as P30D, P1Y6M or PT36H: numbers of at
// most five digits without fractions, not all of them zero. It knows no weeks,
// which XML Schema lacks.
func ParseDuration(s string) (Duration, error) {
	parts := durationForm.FindStringSubmatch(s)
	if parts == nil || strings.HasSuffix(s, "T") {
		return Duration{}, fmt.Errorf("%q is no duration such as P30D (30 days), P1Y or PT36H (hours)", s)
	}
	var n [6]int
	for i, digits := range parts[1:] {
		n[i], _ = strconv.Atoi(digits) // of at most five digits, or none
	}
	d := Duration{Months: n[0]*monthsOfYear + n[1], Days: n[2], Seconds: n[3]*3600 + n[4]*60 + n[5]}
	if d == (Duration{}) {
		return Duration{}, fmt.Errorf("duration %q is zero", s)
	}
	return d, nil
}

// After returns the time a duration after t, in UTC: first the months are added,
// with the day at most the last one of its month, then days of 24 hours and
// seconds (XML Schema 1.1 part 2, E.3.3). A month after 31 January is 28 or 29
// February.
func (d Duration) After(t time.Time) time.Time {
	t = t.UTC()
	year, month, day := t.Date()
	last := time.Date(year, month+time.Month(d.Months)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	start := time.Date(year, month+time.Month(d.Months), min(day, last), t.Hour(), t.Minute(), t.Second(), 0, time.UTC)
	return start.AddDate(0, 0, d.Days).Add(time.Duration(d.Seconds) * time.Second)
}

// String writes a duration for people: "1 year 6 months", "36 hours".
func (d Duration) String() string {
	var parts []string
	for _, part := range []struct {
		n    int
		unit string
	}{
		{d.Months / monthsOfYear, "year"}, {d.Months % monthsOfYear, "month"}, {d.Days, "day"},
		{d.Seconds / 3600, "hour"}, {d.Seconds / 60 % 60, "minute"}, {d.Seconds % 60, "second"},
	} {
		switch {
		case part.n == 1:
			parts = append(parts, "1 "+part.unit)
		case part.n > 1:
			parts = append(parts, fmt.Sprintf("%d %ss", part.n, part.unit))
		}
	}
	return strings.Join(parts, " ")
}
