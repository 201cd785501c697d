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
// invalid UTF-8, control characters, line and paragraph separators, and the
// characters that turn the direction of writing.
func CheckText(s string) error {
	if !utf8.ValidString(s) {
		return errors.New("text is not valid UTF-8")
	}
	for _, r := range s {
		if unicode.IsControl(r) || isDirection(r) || r == '\u2028' || r == '\u2029' {
			return fmt.Errorf("text %q has the control character %U", s, r)
		}
	}
	return nil
}

func isDirection(r rune) bool {
	switch {
	case r == '\u061c', r == '\u200e', r == '\u200f':
		return true
	}
	return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// CheckName refuses a name that is not one path element on every common system:
// empty, "." or "..", with a separator, a drive's colon or another character
// that Windows reserves, ending in a dot or space, or one of its device names.
func CheckName(s string) error {
	if err := CheckText(s); err != nil {
		return err
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
