package qr_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/qr"
)

// The examples of RFC 9285, sections 4.3 and 4.4.
var rfc9285 = map[string]string{
	"AB":      "BB8",
	"Hello!!": "%69 VD92EX0",
	"base-45": "UJCLQE7W581",
	"ietf!":   "QED8WEX0",
	"":        "",
}

func TestBase45RFC(t *testing.T) {
	for plain, coded := range rfc9285 {
		if got := qr.EncodeBase45([]byte(plain)); got != coded {
			t.Errorf("encode %q: got %q, want %q", plain, got, coded)
		}
		got, err := qr.DecodeBase45(coded)
		if err != nil || string(got) != plain {
			t.Errorf("decode %q: got %q, %v, want %q", coded, got, err, plain)
		}
	}
}

func TestBase45Edges(t *testing.T) {
	for _, c := range []struct {
		text string
		want []byte // nil: refused
	}{
		{"", []byte{}},
		{"0", nil},
		{"00", []byte{0}},
		{"000", []byte{0, 0}},
		{"0000", nil},
		{"00000", []byte{0, 0, 0}},
		{"T5", []byte{254}},
		{"U5", []byte{255}},
		{"V5", nil}, // 256 in one byte
		{"EGW", []byte{0xff, 0xfe}},
		{"FGW", []byte{0xff, 0xff}},
		{"GGW", nil}, // 65,536 in two bytes
		{":::", nil},
		{"::", nil},
		{"bb8", nil}, // lower case
		{"BB8\n", nil},
		{"BB\x00", nil},
		{"BBÄ", nil},
	} {
		got, err := qr.DecodeBase45(c.text)
		if c.want == nil {
			if err == nil {
				t.Errorf("decode %q: got %x, want an error", c.text, got)
			}
			continue
		}
		if err != nil || !bytes.Equal(got, c.want) {
			t.Errorf("decode %q: got %x, %v, want %x", c.text, got, err, c.want)
		}
	}
}

// Every group is either refused or the only one that decodes to its bytes.
func TestBase45GroupsAreUnique(t *testing.T) {
	const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
	pairs, triples := 0, 0
	check := func(text string) bool {
		data, err := qr.DecodeBase45(text)
		if err != nil {
			return false
		}
		if again := qr.EncodeBase45(data); again != text {
			t.Fatalf("%q decodes to %x, which encodes to %q", text, data, again)
		}
		return true
	}
	for _, a := range alphabet {
		for _, b := range alphabet {
			if check(string([]rune{a, b})) {
				pairs++
			}
			for _, c := range alphabet {
				if check(string([]rune{a, b, c})) {
					triples++
				}
			}
		}
	}
	if pairs != 1<<8 || triples != 1<<16 {
		t.Errorf("%d pairs and %d triples decode, want %d and %d", pairs, triples, 1<<8, 1<<16)
	}
}

func FuzzDecodeBase45(f *testing.F) {
	for _, coded := range rfc9285 {
		f.Add(coded)
	}
	f.Add("GGW")
	f.Add("0000")
	f.Add(strings.Repeat("FGW", 100) + "U5")
	f.Fuzz(func(t *testing.T, text string) {
		data, err := qr.DecodeBase45(text)
		if err != nil {
			return
		}
		if again := qr.EncodeBase45(data); again != text {
			t.Errorf("%q decodes to %x, which encodes to %q", text, data, again)
		}
	})
}

func FuzzEncodeBase45(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte{0})
	f.Add([]byte{0xff, 0xff, 0xff})
	f.Fuzz(func(t *testing.T, data []byte) {
		again, err := qr.DecodeBase45(qr.EncodeBase45(data))
		if err != nil || !bytes.Equal(again, data) {
			t.Errorf("%x comes back as %x, %v", data, again, err)
		}
	})
}
