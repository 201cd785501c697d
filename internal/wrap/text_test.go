package wrap_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"github.com/shrinkwrap/shrinkwrap/internal/vectors/seeds"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// unseen are the characters that no text may have, but see TestJoiners.
func unseen() (runes []rune) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp) || r >= 0xfff9 && r <= 0xfffb || isIgnorable(r) {
			runes = append(runes, r)
		}
	}
	return runes
}

// isIgnorable is how Unicode derives Default_Ignorable_Code_Point
// (DerivedCoreProperties.txt, of 15.0).
func isIgnorable(r rune) bool {
	return unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector) ||
		unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r) && (r < 0xfff9 || r > 0xfffb) && (r < 0x13430 || r > 0x13440)
}

func TestCheckText(t *testing.T) {
	refused := map[rune]bool{}
	for _, r := range unseen() {
		refused[r] = true
	}
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if r >= 0xd800 && r <= 0xdfff {
			continue // surrogates: invalid in UTF-8
		}
		err := wrap.CheckText("a" + string(r))
		if (err == nil) == refused[r] || err != nil && !strings.HasSuffix(err.Error(), fmt.Sprintf("character %U", r)) {
			t.Errorf("%U: %v", r, err)
		}
	}
	for _, s := range []string{"\xff", "\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "a\xe7"} {
		if wrap.CheckText(s) == nil {
			t.Errorf("invalid UTF-8 %q was taken", s)
		}
	}
	if err := wrap.CheckText(""); err != nil {
		t.Errorf("empty text: %v", err)
	}
}

// What is invisible is taken where a script or an emoji needs it, and nowhere
// else.
func TestJoiners(t *testing.T) {
	for what, s := range map[string]string{
		"Persian": "می\u200cخواهم", "Devanagari": "क्\u200dष", "Sinhala": "ශ්\u200dරී ලංකා", "Bengali": "র\u200d্যাব",
		"a family": "👩\u200d👩\u200d👧", "a heart on fire": "❤\ufe0f\u200d🔥", "a dark-skinned cook": "👩🏿\u200d🍳", "a keycap": "1\ufe0f\u20e3", "a heart": "I ❤\ufe0f you",
		"copyright": "©\ufe0f", "a variant of a Han character": "葛\U000e0100", "Mongolian": "ᠠ\u180b", "a variant of a symbol": "⊕\ufe00",
	} {
		if err := wrap.CheckText(s); err != nil {
			t.Errorf("%s: %v", what, err)
		}
	}
	for what, s := range map[string]string{
		"a joiner alone": "\u200d", "first": "\u200dक", "last": "می\u200c", "before a space": "می\u200c م", "behind a space": "می \u200cم", "in Latin": "pay\u200cpal", "in Cyrillic": "м\u200dи",
		"behind Latin": "a\u200cم", "before Latin": "م\u200ca", "two": "م\u200c\u200cم", "two kinds": "म\u200d\u200cम", "before a wide space": "म\u200d\u3000म", "before a variation selector": "म\u200d\ufe0fम",
		"a variation selector alone": "\ufe0f", "behind Latin too": "a\ufe0f", "behind an accent": "e\u0301\ufe0f", "behind a space too": " \ufe0f", "behind a wide space": "\u3000\ufe0f", "behind another": "❤\ufe0f\ufe0f",
		"behind a joiner": "म\u200d\U000e0100", "a tag": "🏴\U000e0067",
	} {
		if err := wrap.CheckText(s); err == nil || !strings.Contains(err.Error(), "invisible character U+") {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func TestCheckName(t *testing.T) {
	for _, name := range []string{
		"a", "a.b", ".hidden", "..a", "...a", "a b", " a", "紙", "COM", "COM0", "COM10", "LPT", "CONSOLE", "NULL", "com1x", "AUXILIARY.txt", "a.con", "~", "-rf", "$HOME",
		"%2e%2e", strings.Repeat("x", 255), strings.Repeat("é", 127),
	} {
		if err := wrap.CheckName(name); err != nil {
			t.Errorf("%q: %v", name, err)
		}
	}
	for _, name := range []string{
		"", ".", "..", "...", "a.", "a ", " ", "/", "/a", "a/", "a/b", "../a", `a\b`, `..\a`, "c:", "c:a", "a*", "a?", `a"`, "a<", "a>", "a|",
		"CON", "con", "Con.txt", "PRN", "AUX", "NUL", "nul.tar.gz", "COM1", "com9.x", "LPT1", "lpt9",
		"a\x00", "a\n", "a\u202egpj.exe", "a\xff", strings.Repeat("x", 256), strings.Repeat("é", 128),
	} {
		if wrap.CheckName(name) == nil {
			t.Errorf("%q was taken", name)
		}
	}
}

func FuzzCheckName(f *testing.F) {
	for _, name := range seeds.Of(f, "name", "bytes") {
		f.Add(string(name))
	}
	for _, seed := range []string{"a.txt", "..", "con", "a/b", "a\u202eb", "COM1.txt"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, name string) {
		if wrap.CheckName(name) != nil {
			return
		}
		if name == "" || name == "." || name == ".." || len(name) > 255 || strings.ContainsAny(name, "/\\:\x00") {
			t.Errorf("%q was taken", name)
		}
		if wrap.CheckText(name) != nil {
			t.Errorf("%q is a name, but no text", name)
		}
		if wrap.CheckName(name+"/"+name) == nil {
			t.Errorf("two of %q are one name", name)
		}
	})
}
