package wrap_test

import (
	"strings"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/vectors/seeds"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// controls are the characters that no text may have.
func controls() (runes []rune) {
	add := func(from, to rune) {
		for r := from; r <= to; r++ {
			runes = append(runes, r)
		}
	}
	add(0, 0x1f)        // C0
	add(0x7f, 0x9f)     // DEL and C1
	add(0x61c, 0x61c)   // Arabic letter mark
	add(0x200e, 0x200f) // left-to-right, right-to-left mark
	add(0x2028, 0x2029) // line, paragraph separator
	add(0x202a, 0x202e) // embeddings, overrides
	add(0x2066, 0x2069) // isolates
	return runes
}

func TestCheckText(t *testing.T) {
	refused := map[rune]bool{}
	for _, r := range controls() {
		refused[r] = true
	}
	for r := rune(0); r <= 0x10ffff; r++ {
		if r >= 0xd800 && r <= 0xdfff {
			continue // surrogates: invalid in UTF-8
		}
		if err := wrap.CheckText("a" + string(r)); (err == nil) == refused[r] {
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
