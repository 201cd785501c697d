package rights

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Use is what a terminal knows when it is asked to open.
type Use struct {
	Paid     time.Time // the payment's
	Now      time.Time
	Openings uint32 // on this device, before
}

// Allows returns nil if a tier's rights allow another opening, or else an error
// that says why none does. An opening serves whatever is done with what was
// opened, so that it is refused only where each right that is understood has
// ended or was used up. A tier that declares none is opened at will.
func Allows(rights []Right, u Use) error {
	var refused []string
	for _, r := range rights {
		if !r.Known {
			continue
		}
		why := r.refuses(u)
		if why == "" {
			return nil
		}
		refused = append(refused, why)
	}
	if len(refused) == 0 {
		return nil
	}
	return fmt.Errorf("its rights are over: %s", strings.Join(refused, "; "))
}

func (r Right) refuses(u Use) string {
	if end, ok := r.End(u.Paid); ok && !u.Now.Before(end) {
		return fmt.Sprintf("%q ended on %s", r.Action, end.Format(shownForm))
	}
	if r.Count != 0 && u.Openings >= r.Count {
		return fmt.Sprintf("%q was bought for %d openings, and all were had here", r.Action, r.Count)
	}
	return ""
}

// Limited reports whether an opening may ever be refused: whether every right
// that is understood ends or is counted.
func Limited(rights []Right) bool {
	known := slices.DeleteFunc(slices.Clone(rights), func(r Right) bool { return !r.Known })
	return len(known) > 0 && !slices.ContainsFunc(known, func(r Right) bool { return !r.Limited() })
}
