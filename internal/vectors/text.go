package vectors

import (
	"fmt"
	"strings"
)

// texts are whatever a header shows: titles, names, media types, rights.
//
//	in   bytes
func texts(b *Builder) {
	textCases(b)
	for fault, s := range map[string]string{
		"ok_nothing": "", "ok_slash": "a/b", "ok_dots": "..", "ok_long": strings.Repeat("x", 300),
	} {
		b.ok(fault, "text may be what a name may not", fields{"bytes": hexed([]byte(s))}, nil)
	}
}

// textCases are what texts and names refuse alike.
func textCases(b *Builder) {
	for fault, s := range map[string]string{
		"ok_letters": "abc", "ok_hebrew": "שלום", "ok_han": "紙", "ok_gift": "🎁", "ok_combining": "e\u0301", "ok_no_break_space": "a\u00a0b", "ok_zero_width_joiner": "a\u200db",
		"ok_next_to_bounds": "\u061b\u061d\u200d\u2010\u2027\u202f\u2065\u206a",
	} {
		b.ok(fault, "shown as it is", fields{"bytes": hexed([]byte(s))}, nil)
	}
	for _, r := range []rune{0, '\t', '\n', '\r', 0x1b, 0x1f, 0x7f, 0x80, 0x85, 0x9f, 0x61c, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202e, 0x2066, 0x2069} {
		b.fails(Parse, fmt.Sprintf("control_%04x", r), "control characters, separators of lines, turns of the direction of writing", fields{"bytes": hexed([]byte("a" + string(r) + "b"))})
	}
	for fault, s := range map[string]string{
		"invalid_byte": "a\xffb", "invalid_cut": "a\xe7\xb4", "invalid_overlong": "\xc0\x80", "invalid_surrogate": "\xed\xa0\x80", "invalid_above_unicode": "\xf4\x90\x80\x80",
	} {
		b.fails(Parse, fault, "not UTF-8", fields{"bytes": hexed([]byte(s))})
	}
}

// names are names of files and folders: one path element on every common
// system.
//
//	in   bytes
func names(b *Builder) {
	textCases(b)
	for fault, s := range map[string]string{
		"ok_file": "tale.txt", "ok_hidden": ".hidden", "ok_two_dots_first": "..a", "ok_space_inside": "a b", "ok_space_first": " a", "ok_dash_first": "-rf", "ok_com": "COM", "ok_com0": "COM0",
		"ok_com10": "COM10", "ok_console": "CONSOLE", "ok_con_as_extension": "a.con", "ok_percent": "%2e%2e", "ok_255_bytes": strings.Repeat("x", 255),
	} {
		b.ok(fault, "a name", fields{"bytes": hexed([]byte(s))}, nil)
	}
	for fault, s := range map[string]string{
		"empty": "", "dot": ".", "two_dots": "..", "three_dots": "...", "dot_last": "a.", "space_last": "a ", "space": " ", "256_bytes": strings.Repeat("x", 256), "256_bytes_of_letters": strings.Repeat("é", 128),
		"slash": "a/b", "slash_first": "/a", "slash_last": "a/", "parent": "../a", "backslash": `a\b`, "drive": "c:a", "star": "a*", "question": "a?", "quote": `a"`, "less": "a<", "greater": "a>", "bar": "a|",
		"device_con": "CON", "device_con_lower": "con", "device_con_extension": "Con.txt", "device_prn": "PRN", "device_aux": "AUX.h", "device_nul": "nul.tar.gz", "device_com1": "COM1", "device_com9": "com9.x",
		"device_lpt1": "LPT1", "device_lpt9": "lpt9",
	} {
		b.fails(Parse, fault, "no name on some common system, or another one there", fields{"bytes": hexed([]byte(s))})
	}
}
