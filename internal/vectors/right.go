package vectors

import (
	"strings"
	"time"

	"github.com/shrinkwrap/shrinkwrap/internal/rights"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// rightSets are single rights of a tier, as terminals understand them. None is
// refused.
//
//	in   right, paid (Unix seconds)
//	out  known, count (0: any number), end (Unix seconds, −1: never), strange
func rightSets(b *Builder) {
	add := func(fault, comment, text string, paid int64) {
		right := wrap.Right(strings.Split(text, "|"))
		b.ok(fault, comment, fields{"right": right, "paid": paid}, rightOut(right, paid))
	}
	const march = 1_772_357_400   // 2026-03-01 09:30 UTC
	const january = 1_769_853_600 // 2026-01-31 10:00 UTC
	for _, action := range rights.Actions {
		add("ok_"+action, "an action that is understood", action, march)
	}
	add("ok_count", "at most so many times", "print|count=3", march)
	add("ok_count_largest", "2^32 − 1", "print|count=4294967295", march)
	add("ok_date_time", "a fixed end", "display|dateTime=2030-01-01T00:00:00Z", march)
	add("ok_elapsed_days", "days of 24 hours after the payment", "display|elapsedTime=P30D", march)
	add("ok_elapsed_month", "the last day of a shorter month", "display|elapsedTime=P1M", january)
	add("ok_elapsed_month_and_day", "months first, then days", "display|elapsedTime=P1M1D", january)
	add("ok_elapsed_leap_year", "29 February, if there is one", "display|elapsedTime=P2Y1M", january)
	add("ok_elapsed_all", "every unit", "display|elapsedTime=P1Y2M3DT4H5M6S", march)
	add("ok_elapsed_months", "more than twelve", "display|elapsedTime=P25M", january)
	add("ok_elapsed_zero_part", "a zero beside something else", "display|elapsedTime=P0Y1D", march)
	add("ok_elapsed_largest", "five digits", "display|elapsedTime=P99999D", march)
	add("ok_earlier_elapsed", "the earlier end counts", "display|dateTime=2030-01-01T00:00:00Z|elapsedTime=P30D", march)
	add("ok_earlier_date", "the earlier end counts", "display|elapsedTime=P30Y|dateTime=2030-01-01T00:00:00Z", march)
	add("ok_unknown", "nothing of an unknown right is understood", "levitate|count=3", march)
	add("ok_upper_case", "actions are in lower case", "Print|count=3", march)
	add("ok_repeated", "the first one counts", "print|count=3|count=5", march)
	for fault, argument := range map[string]string{
		"unknown": "height=2", "no_value": "count", "upper_case": "Count=3", "count_0": "count=0", "count_zeros": "count=03", "count_sign": "count=+3", "count_2_32": "count=4294967296",
		"count_text": "count=three", "count_empty": "count=", "date": "dateTime=2030-01-01", "date_zone": "dateTime=2030-01-01T00:00:00+00:00", "date_fraction": "dateTime=2030-01-01T00:00:00.0Z",
		"date_february_30": "dateTime=2030-02-30T00:00:00Z", "date_leap_second": "dateTime=2030-12-31T23:59:60Z", "elapsed_weeks": "elapsedTime=P2W", "elapsed_zero": "elapsedTime=PT0S", "elapsed_nothing": "elapsedTime=P",
		"elapsed_no_time": "elapsedTime=P1DT", "elapsed_sign": "elapsedTime=-P1D", "elapsed_fraction": "elapsedTime=PT1.5S", "elapsed_zeros": "elapsedTime=P01D", "elapsed_six_digits": "elapsedTime=P100000D",
		"elapsed_lower_case": "elapsedTime=p1d", "elapsed_order": "elapsedTime=P1D1M",
	} {
		add("strange_"+fault, "not understood, so that it limits nothing", "print|"+argument+"|count=7", march)
	}
}

func rightOut(right wrap.Right, paid int64) fields {
	r := rights.Read([]wrap.Right{right})[0]
	end := int64(-1)
	if at, ok := r.End(time.Unix(paid, 0)); ok {
		end = at.Unix()
	}
	return fields{"known": r.Known, "count": r.Count, "end": end, "strange": append([]string{}, r.Strange...)}
}

// openings are openings of what was paid for: verify is one that the tier's
// rights do not allow any more.
//
//	in   rights, paid, now (Unix seconds), openings (before)
func openings(b *Builder) {
	const paid, day = 1_772_357_400, 24 * 60 * 60
	in := func(text string, after int64, before uint32) fields {
		all := []wrap.Right{}
		for part := range strings.SplitSeq(text, "; ") {
			if part != "" {
				all = append(all, strings.Split(part, "|"))
			}
		}
		return fields{"rights": all, "paid": paid, "now": paid + after, "openings": before}
	}
	b.ok("ok_no_rights", "none is declared, none limits", in("", 9999*day, 99), nil)
	b.ok("ok_unknown", "what is not understood limits nothing", in("levitate|count=1", 9999*day, 99), nil)
	b.ok("ok_last_count", "the third of three", in("print|count=3", 0, 2), nil)
	b.ok("ok_last_second", "a second before the end", in("display|elapsedTime=P1D", day-1, 99), nil)
	b.ok("ok_other_right", "one right is over, another is not", in("display|elapsedTime=P1D; print|count=2", day, 1), nil)
	b.ok("ok_unlimited_right", "one right without limits is enough", in("print|count=1; display", 9999*day, 99), nil)
	b.fails(Verify, "count", "the fourth of three", in("print|count=3", 0, 3))
	b.fails(Verify, "elapsed", "at the end itself", in("display|elapsedTime=P1D", day, 0))
	b.fails(Verify, "date", "at the end itself", in("display|dateTime=2026-03-02T09:30:00Z", day, 0))
	b.fails(Verify, "all", "both rights are over", in("display|elapsedTime=P1D; print|count=2", day, 2))
	b.fails(Verify, "unknown_beside", "an unknown right allows nothing", in("display|elapsedTime=P1D; levitate", day, 0))
}
