package rights

import (
	"fmt"
	"strings"
	"time"
)

// shownForm is how times are shown to people.
const shownForm = "2006-01-02 15:04 UTC"

// String puts a right into plain words: "print at most 3 times, until 2030-01-01
// 00:00 UTC".
func (r Right) String() string {
	text := r.Action + r.limits()
	if r.For != (Duration{}) {
		text += comma(text != r.Action) + "for " + r.For.String() + " after payment"
	}
	return text + r.strange()
}

// Since puts a right that was paid for at a time into plain words, with its end.
func (r Right) Since(paid time.Time) string {
	text := r.Action + r.limits()
	if r.For != (Duration{}) {
		text += comma(text != r.Action) + "for " + r.For.String() + " after payment, until " + r.For.After(paid).Format(shownForm)
	}
	return text + r.strange()
}

func (r Right) limits() (text string) {
	switch {
	case r.Count == 1:
		text = " once"
	case r.Count > 1:
		text = fmt.Sprintf(" at most %d times", r.Count)
	}
	if !r.Until.IsZero() {
		text += comma(text != "") + "until " + r.Until.Format(shownForm)
	}
	return text
}

func comma(more bool) string {
	if more {
		return ", "
	}
	return " "
}

func (r Right) strange() string {
	switch {
	case !r.Known && len(r.Strange) > 0:
		return fmt.Sprintf(" (unknown to this software; %s)", strings.Join(r.Strange, ", "))
	case !r.Known:
		return " (unknown to this software)"
	case len(r.Strange) > 0:
		return fmt.Sprintf(" (ignored: %s)", strings.Join(r.Strange, ", "))
	}
	return ""
}

// Text puts rights into plain words, on one line.
func Text(rights []Right) string { return join(rights, Right.String) }

// TextSince puts rights that were paid for at a time into plain words.
func TextSince(rights []Right, paid time.Time) string {
	return join(rights, func(r Right) string { return r.Since(paid) })
}

func join(rights []Right, text func(Right) string) string {
	parts := make([]string, len(rights))
	for i, r := range rights {
		parts[i] = text(r)
	}
	return strings.Join(parts, "; ")
}
