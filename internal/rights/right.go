// Package rights is what a degree of payment allows, and how that is proven.
//
// A header declares the rights of each tier as text: a code, which is an action
// of ODRL, and constraints ([wrap.Right]). [Read] understands them, [Check]
// refuses what a publisher should not seal, and [Allows] says whether a product
// may be opened.
//
// An [Agreement] is the document rights.json: an ODRL agreement with the order,
// its receipt and the signed header, which anyone can verify offline. Rights
// bind honest terminals only: who has the tier's key opens the tier for ever.
package rights

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// Actions are the codes that are understood, actions of the ODRL Vocabulary 2.2
// (https://www.w3.org/TR/odrl-vocab/).
var Actions = []string{"display", "play", "print", "distribute", "use"}

// Right is a right of a tier as it is understood. What is not, is kept as text:
// shown, and otherwise ignored.
type Right struct {
	Action  string
	Known   bool      // the action is one of Actions
	Count   uint32    // so many times at most; 0: any number
	Until   time.Time // a fixed end; zero: none
	For     Duration  // an end so long after the payment; zero: none
	Strange []string  // arguments that are not understood
}

// Names of constraints, ODRL's left operands.
const (
	count       = "count"       // a whole number from 1 to 2^32 − 1
	dateTime    = "dateTime"    // 2030-01-01T00:00:00Z
	elapsedTime = "elapsedTime" // P30D
)

// timeForm is how a dateTime is written: in UTC, to the second.
const timeForm = "2006-01-02T15:04:05Z"

// Read understands what it can of a tier's rights. Arguments of an unknown
// action, unknown or malformed constraints, and those that come twice are
// strange.
func Read(rights []wrap.Right) []Right {
	read := make([]Right, len(rights))
	for i, r := range rights {
		read[i] = Right{Action: r[0], Known: slices.Contains(Actions, r[0])}
		for _, argument := range r[1:] {
			if !read[i].Known || read[i].take(argument) != nil {
				read[i].Strange = append(read[i].Strange, argument)
			}
		}
	}
	return read
}

// errUnknown is returned for a constraint that is not understood, and may be by
// a later software.
var errUnknown = errors.New("unknown constraint")

// take takes in a constraint, or returns an error and leaves r as it is.
func (r *Right) take(argument string) (err error) {
	name, value, ok := strings.Cut(argument, "=")
	if !ok {
		return errors.New("is not written as NAME=VALUE")
	}
	switch name {
	case count:
		return once(&r.Count, r.Count != 0, value, parseCount)
	case dateTime:
		return once(&r.Until, !r.Until.IsZero(), value, parseTime)
	case elapsedTime:
		return once(&r.For, r.For != Duration{}, value, ParseDuration)
	}
	return errUnknown
}

func once[T any](to *T, had bool, value string, parse func(string) (T, error)) error {
	parsed, err := parse(value)
	switch {
	case err != nil:
		return err
	case had:
		return errors.New("comes twice")
	}
	*to = parsed
	return nil
}

func parseCount(s string) (uint32, error) {
	n, err := strconv.ParseUint(s, 10, 32)
	if err != nil || n == 0 || strconv.FormatUint(n, 10) != s {
		return 0, fmt.Errorf("%q is no whole number from 1 to %d", s, uint32(1<<32-1))
	}
	return uint32(n), nil
}

func parseTime(s string) (time.Time, error) {
	t, err := time.Parse(timeForm, s)
	// The first second of all stands for no end, and would be taken for one.
	if err != nil || t.IsZero() || t.Format(timeForm) != s {
		return time.Time{}, fmt.Errorf("%q is no time in UTC such as 2030-01-01T00:00:00Z", s)
	}
	return t, nil
}

// End returns when a right ends that was paid for at a time: at the earlier of
// its fixed end and the end of its duration. It is false for a right without end.
func (r Right) End(paid time.Time) (time.Time, bool) {
	end := r.Until
	if (r.For != Duration{}) {
		if elapsed := r.For.After(paid); end.IsZero() || elapsed.Before(end) {
			end = elapsed
		}
	}
	return end, !end.IsZero()
}

// Limited reports whether a right ends, or is counted.
func (r Right) Limited() bool { return r.Count != 0 || !r.Until.IsZero() || r.For != Duration{} }
