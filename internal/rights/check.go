package rights

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// Check returns an error for rights of a tier that no publisher should seal at a
// time: malformed constraints, those that come twice, an end that is over, and
// two rights of one action, of which nobody could tell which holds. What is
// merely unknown passes: see [Unknown].
func Check(rights []wrap.Right, now time.Time) error {
	seen := make(map[string]bool)
	for i, r := range Read(rights) {
		if near, ok := actionLike(r.Action); ok {
			return fmt.Errorf("right %q is unknown: actions are written in lower case, as %q", r.Action, near)
		}
		if !r.Known {
			continue
		}
		if seen[r.Action] {
			return fmt.Errorf("two rights %q: give one, with all its constraints", r.Action)
		}
		seen[r.Action] = true
		if err := checkArguments(r.Action, rights[i][1:]); err != nil {
			return err
		}
		if !r.Until.IsZero() && !r.Until.After(now) {
			return fmt.Errorf("right %q ended on %s, before anybody can buy it", r.Action, r.Until.Format(timeForm))
		}
	}
	return nil
}

func checkArguments(action string, arguments []string) error {
	r := Right{Action: action, Known: true}
	for _, argument := range arguments {
		if err := r.take(argument); err != nil && !errors.Is(err, errUnknown) {
			return fmt.Errorf("right %q: constraint %q: %w", action, argument, err)
		}
	}
	return nil
}

// actionLike finds the action that a code differs from only by case or spaces.
func actionLike(code string) (string, bool) {
	for _, action := range Actions {
		if code != action && strings.EqualFold(strings.TrimSpace(code), action) {
			return action, true
		}
	}
	return "", false
}

// Unknown returns what this software does not understand of rights: it shows it
// and does not act on it.
func Unknown(rights []wrap.Right) (unknown []string) {
	for _, r := range Read(rights) {
		if !r.Known {
			unknown = append(unknown, fmt.Sprintf("right %q", r.Action))
			continue
		}
		for _, argument := range r.Strange {
			unknown = append(unknown, fmt.Sprintf("constraint %q of %q", argument, r.Action))
		}
	}
	return unknown
}
