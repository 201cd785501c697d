package wrap

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxNameSize is the longest name of a file or folder, in bytes: what every
// common file system holds.
const MaxNameSize = 255

// CheckText refuses text that could be shown as something else than it is:
// invalid UTF-8, control characters, line and paragraph separators, and what is
// not seen at all, where no script and no emoji needs it.
func CheckText(s string) error {
	if !utf8.ValidString(s) {
		return errors.New("text is not valid UTF-8")
	}
	text := []rune(" " + s + " ")
	for i, r := range text[1 : len(text)-1] {
		before, after := text[i], text[i+2]
		switch {
		case unicode.IsControl(r), r == '\u2028', r == '\u2029':
			return fmt.Errorf("text %q has the control character %U", s, r)
		case isJoiner(r) && (isSeen(before) || unicode.Is(unicode.Variation_Selector, before)) && isSeen(after):
		case unicode.Is(unicode.Variation_Selector, r) && (isSeen(before) || strings.ContainsRune("#*0123456789©®", before)):
		case unicode.Is(invisible, r):
			return fmt.Errorf("text %q has the invisible character %U", s, r)
		}
	}
	return nil
}

// invisible is Unicode's Default_Ignorable_Code_Point and the interlinear
// annotations, U+FFF9–U+FFFB. It is written out because what was signed once is
// text for ever, whatever later versions of Unicode add.
var invisible = &unicode.RangeTable{
	LatinOffset: 1,
	R16: []unicode.Range16{
		{0x00ad, 0x00ad, 1}, {0x034f, 0x034f, 1}, {0x061c, 0x061c, 1}, {0x115f, 0x1160, 1}, {0x17b4, 0x17b5, 1}, {0x180b, 0x180f, 1}, {0x200b, 0x200f, 1},
		{0x202a, 0x202e, 1}, {0x2060, 0x206f, 1}, {0x3164, 0x3164, 1}, {0xfe00, 0xfe0f, 1}, {0xfeff, 0xfeff, 1}, {0xffa0, 0xffa0, 1}, {0xfff0, 0xfffb, 1},
	},
	R32: []unicode.Range32{{0x1bca0, 0x1bca3, 1}, {0x1d173, 0x1d17a, 1}, {0xe0000, 0xe0fff, 1}},
}

// isJoiner reports whether r is ZERO WIDTH NON-JOINER or ZERO WIDTH JOINER: Persian
// is misspelt without the one, Indic scripts and emoji without the other.
func isJoiner(r rune) bool { return r == '\u200c' || r == '\u200d' }

// isSeen reports whether what is invisible may change how r looks, so that it
// shows: it cannot in Latin, Greek, Cyrillic, Armenian and Hebrew, below U+0600.
func isSeen(r rune) bool { return r >= 0x600 && !unicode.IsSpace(r) && !unicode.Is(invisible, r) }

// CheckName refuses a name that is not one path element on every common system:
// empty, "." or "..", with a separator, a drive's colon or another character
// that Windows reserves, ending in a dot or space, or one of its device names.
func CheckName(s string) error {
	if err := CheckText(s); err != nil {
		return fmt.Errorf("name: %w", err)
	}
	switch {
	case s == "" || s == "." || s == "..":
		return fmt.Errorf("name %q is no file's name", s)
	case len(s) > MaxNameSize:
		return fmt.Errorf("name %q… has %d bytes, at most %d are allowed", s[:32], len(s), MaxNameSize)
	case strings.ContainsAny(s, `/\:*?"<>|`):
		return fmt.Errorf("name %q has a character that some system reserves (/ \\ : * ? \" < > |)", s)
	case strings.HasSuffix(s, ".") || strings.HasSuffix(s, " "):
		return fmt.Errorf("name %q ends in a dot or a space", s)
	case isDevice(s):
		return fmt.Errorf("name %q is a device's on Windows", s)
	}
	return nil
}

func isDevice(s string) bool {
	base, _, _ := strings.Cut(strings.ToUpper(s), ".")
	switch base {
	case "CON", "PRN", "AUX", "NUL":
		return true
	}
	return len(base) == 4 && (strings.HasPrefix(base, "COM") || strings.HasPrefix(base, "LPT")) && base[3] >= '1' && base[3] <= '9'
}
