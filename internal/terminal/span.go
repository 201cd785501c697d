package terminal

import (
	"fmt"
	"time"
)

// At is a time of a chain in words: to the minute, in UTC.
func At(unix uint64) string { return time.Unix(int64(unix), 0).UTC().Format("2006-01-02 15:04 UTC") }

// Span is a span of seconds in words, in its two greatest units.
func Span(seconds uint64) string {
	const minute, hour, day = 60, 60 * 60, 24 * 60 * 60
	switch {
	case seconds >= day:
		return fmt.Sprintf("%d d %d h", seconds/day, seconds%day/hour)
	case seconds >= hour:
		return fmt.Sprintf("%d h %d min", seconds/hour, seconds%hour/minute)
	case seconds >= minute:
		return fmt.Sprintf("%d min", seconds/minute)
	}
	return fmt.Sprintf("%d s", seconds)
}
