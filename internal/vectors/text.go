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
		"ok_letters": "abc", "ok_hebrew": "שלום", "ok_han": "紙", "ok_gift": "🎁", "ok_combining": "e\u0301", "ok_no_break_space": "a\u00a0b",
		"ok_next_to_bounds": "\u00ac\u00ae\u034e\u0350\u061b\u061d\u115e\u1161\u17b3\u17b6\u180a\u1810\u200a\u2010\u2027\u202f\u205f\u2070\u3163\u3165\ufdff\ufe10\ufefe\uff00\uff9f\uffa1\uffef\ufffc\U0001bc9f\U0001bca4\U0001d172\U0001d17b\U000dffff\U000e1000",
		"ok_joiner_persian": "می\u200cخواهم", "ok_joiner_devanagari": "क्\u200dष", "ok_joiner_sinhala": "ශ්\u200dරී ලංකා", "ok_joiner_family": "👩\u200d👩\u200d👧", "ok_joiner_fire": "❤\ufe0f\u200d🔥",
		"ok_variation_heart": "I ❤\ufe0f you", "ok_variation_keycap": "1\ufe0f\u20e3", "ok_variation_copyright": "©\ufe0f", "ok_variation_han": "葛\U000e0100", "ok_variation_mongolian": "ᠠ\u180b",
	} {
		b.ok(fault, "shown as it is", fields{"bytes": hexed([]byte(s))}, nil)
	}
	for _, r := range []rune{0, '\t', '\n', '\r', 0x1b, 0x1f, 0x7f, 0x80, 0x85, 0x9f, 0x2028, 0x2029} {
		b.fails(Parse, fmt.Sprintf("control_%04x", r), "control characters, separators of lines", fields{"bytes": hexed([]byte("a" + string(r) + "b"))})
	}
	for _, r := range []rune{
		0xad, 0x34f, 0x61c, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180b, 0x180e, 0x180f, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x202a, 0x202e, 0x2060, 0x2065, 0x2066, 0x2069, 0x206f, 0x3164,
		0xfe00, 0xfe0f, 0xfeff, 0xffa0, 0xfff0, 0xfff9, 0xfffb, 0x1bca0, 0x1bca3, 0x1d173, 0x1d17a, 0xe0000, 0xe0001, 0xe0100, 0xe01ef, 0xe0fff,
	} {
		b.fails(Parse, fmt.Sprintf("invisible_%04x", r), "not seen, or turns the direction of writing", fields{"bytes": hexed([]byte("a" + string(r) + "b"))})
	}
	for fault, s := range map[string]string{
		"joiner_first": "\u200dक", "joiner_last": "می\u200c", "joiner_before_space": "می\u200c م", "joiner_behind_space": "می \u200cم", "joiner_before_wide_space": "म\u200d\u3000म", "joiner_behind_latin": "a\u200cم",
		"joiner_before_latin": "م\u200ca", "joiner_twice": "م\u200c\u200cم", "joiner_before_variation": "म\u200d\ufe0fम", "variation_alone": "\ufe0f", "variation_behind_accent": "e\u0301\ufe0f",
		"variation_behind_space": "a \ufe0f", "variation_twice": "❤\ufe0f\ufe0f", "variation_behind_joiner": "म\u200d\U000e0100", "tag": "🏴\U000e0067\U000e007f",
	} {
		b.fails(Parse, fault, "nothing shows that it is there", fields{"bytes": hexed([]byte(s))})
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
