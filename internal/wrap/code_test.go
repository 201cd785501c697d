package wrap_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/holiman/uint256"

	terms "github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/qr"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
	"github.com/shrinkwrap/shrinkwrap/internal/vectors/seeds"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// whole returns the header of a wrap whose sections have these sizes, with a
// program and a cover if parts is true, and the contents of its entries.
func whole(t testing.TB, parts bool, sizes ...int) (*wrap.Header, [][]byte) {
	t.Helper()
	random := rand.NewChaCha8([32]byte{1})
	group, _, err := threshold.InsecureDeal(2, 3, random)
	if err != nil {
		t.Fatal(err)
	}
	h := &wrap.Header{Version: wrap.Version, Hints: []wrap.Hint{{Kind: "node", URL: "https://node.example"}}}
	h.Content = wrap.Content{Title: "The Tale", Language: "en", Tiers: []wrap.Tier{{Name: "text"}}}
	h.Binding = wrap.Binding{
		ChainID: 1337, P: wrap.CompressedG1{G1: group.P}, Q: wrap.CompressedG2{G2: group.Q}, R: wrap.CompressedG2{G2: group.V[0]}, E: make([][32]byte, 1),
		Terms: wrap.ShortTerms{Publisher: common.Address{1}, Signer: common.Address{2}, Tiers: []terms.TierTerms{{Price: uint256.NewInt(7)}}},
	}
	contents := [][]byte{nil}
	for _, size := range sizes {
		s := sign(pattern(size), 3*size)
		h.Content.Sections = append(h.Content.Sections, wrap.SectionHeader{
			Name: "part " + string(rune('a'+len(h.Content.Sections))), Media: "text/plain", Tiers: 1,
			Size: s.Size, SealedSize: s.SealedSize, Digest: s.Digest,
		})
		contents = append(contents, pattern(size))
		if size > 1<<20 {
			contents = append(contents, s.Pieces)
		}
	}
	if parts {
		program, cover := sign(pattern(99), 300), pattern(33)
		h.Content.Program = &wrap.Program{Size: program.Size, SealedSize: program.SealedSize, Digest: program.Digest}
		h.Content.Cover = &wrap.Cover{Name: "cover.webp", Size: 33, Digest: sha256.Sum256(cover)}
		contents = append(contents, pattern(99), cover)
	}
	contents[0] = h.Bytes()
	return h, contents
}

func rebuild(t testing.TB, h *wrap.Header, contents [][]byte) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := h.Layout().Rebuild(&b, contents); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func newCode(t testing.TB, contents [][]byte) *wrap.Code {
	t.Helper()
	c, err := wrap.NewCode(contents)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// A wrap comes out of its text and out of its link byte for byte.
func TestCodeRoundTrip(t *testing.T) {
	for name, size := range map[string]int{"small": 100, "one piece": 1 << 19} {
		h, contents := whole(t, true, size, 1)
		b := rebuild(t, h, contents)
		a, err := openBytes(b)
		if err != nil {
			t.Fatal(err)
		}
		if contents, err = a.Contents(wrap.MaxPayloadSize); err != nil {
			t.Fatal(err)
		}
		c := newCode(t, contents)
		for _, text := range []string{c.Text(), c.Link("https://shop.example/open"), c.Link("HTTP://127.0.0.1:8080/")} {
			got, err := wrap.ParseCode(text)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			var again bytes.Buffer
			if err := got.WriteWrap(&again); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(again.Bytes(), b) || got.Pointer() || got.Header.ID() != h.ID() || got.Text() != c.Text() {
				t.Errorf("%s: another wrap came out of %.40s…", name, text)
			}
		}
	}
}

func TestCodePointer(t *testing.T) {
	h, contents := whole(t, false, 5000)
	got, err := wrap.ParseCode(newCode(t, contents[:1]).Text())
	if err != nil {
		t.Fatal(err)
	}
	if !got.Pointer() || got.Header.ID() != h.ID() {
		t.Error("pointer does not hold the header alone")
	}
	if err := got.WriteWrap(new(bytes.Buffer)); err == nil {
		t.Error("a wrap came out of a pointer")
	}
	if size, err := h.WrapSize(); err != nil || size != uint64(len(rebuild(t, h, contents))) {
		t.Errorf("wrap's size is said to be %d, %v", size, err)
	}
}

// Fits says what qr does, at the last byte that one QR code holds.
func TestCodeFits(t *testing.T) {
	_, contents := whole(t, false, 2000)
	room := 2860 - (len(newCode(t, contents).Payload()) - 2000)
	for size, fits := range map[int]bool{room - 1: true, room: true, room + 1: false} {
		_, contents := whole(t, false, size)
		c := newCode(t, contents)
		_, err := qr.New(c.Text(), qr.Options{})
		if c.Fits() != fits || (err == nil) != fits {
			t.Errorf("payload of %d bytes: fits %v, %v, want %v", len(c.Payload()), c.Fits(), err, fits)
		}
	}
}

func TestCodeRefusesOtherEntries(t *testing.T) {
	_, good := whole(t, true, 100, 1<<20+1)
	change := func(f func([][]byte) [][]byte) [][]byte { return f(append([][]byte{}, good...)) }
	for name, contents := range map[string][][]byte{
		"none":                nil,
		"one too few":         good[:len(good)-1],
		"one too many":        append(append([][]byte{}, good...), []byte{1}),
		"header alone, twice": {good[0], good[0]},
		"section longer":      change(func(c [][]byte) [][]byte { c[1] = append(pattern(100), 0); return c }),
		"pieces shorter":      change(func(c [][]byte) [][]byte { c[3] = c[3][:32]; return c }),
		"cover shorter":       change(func(c [][]byte) [][]byte { c[5] = c[5][:32]; return c }),
		"false header":        change(func(c [][]byte) [][]byte { c[0] = c[0][1:]; return c }),
	} {
		if _, err := wrap.NewCode(contents); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

// What is no code is named by what it looks like, and secrets are not repeated.
func TestCodeOfSomethingElse(t *testing.T) {
	_, contents := whole(t, false, 10)
	c := newCode(t, contents)
	text, link := c.Text(), c.Link("https://shop.example/")
	long, err := rlp.EncodeToBytes([][]byte{make([]byte, wrap.MaxPayloadSize)})
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ text, want string }{
		{"", "an empty text"},
		{"hello", "a text of 5 bytes"},
		{"https://user:secret@shop.example/path?q=1", `a link to "shop.example"`},
		{"https://shop.example/#top", `a link to "shop.example"`},
		{"http://", "a broken link"},
		{"WIFI:S:home;P:hunter2;;", "wireless network"},
		{"AGE-SECRET-KEY-1QQQ", "which is a secret"},
		{"ethereum:0x0000000000000000000000000000000000000000", "payment request"},
		{"WRAP2:ABC", "another version"},
		{"wrap1:" + text[6:], "another version"},
		{"UR:BYTES/1-3/ABC", "animated"},
		{"WRAP1:", "malformed"},
		{text[:len(text)-1], "torn"},
		{text[:len(text)-3], "code is "},
		{text + "000", "malformed"},
		{text + "\n", "torn"},
		{" " + text, "not a Shrinkwrap code"},
		{link + "A", "code is "},
		{link + "=", "torn"},
		{strings.ToLower(link), "torn"},
		{"WRAP1:" + qr.EncodeBase45(long), "at most 1048576 are allowed"},
		{strings.Repeat("W", 3<<20), "at most 2097152 are allowed"},
	} {
		_, err := wrap.ParseCode(test.text)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%.40q: %v, want %q", test.text, err, test.want)
		}
		if err != nil && (strings.Contains(err.Error(), "secret@") || strings.Contains(err.Error(), "hunter2")) {
			t.Errorf("%.40q: a secret is in %v", test.text, err)
		}
	}
}

// Verify reads every entry, and names the one that is not the signed one.
func TestVerifyNamesDamage(t *testing.T) {
	h, contents := whole(t, true, 100, 1<<20+1)
	for i := range contents {
		damaged := append([][]byte{}, contents...)
		if i > 0 {
			damaged[i] = bytes.Clone(contents[i])
			damaged[i][len(damaged[i])-1] ^= 1
		}
		a, err := openBytes(rebuild(t, h, damaged))
		if err != nil {
			t.Fatal(err)
		}
		err = a.Verify(context.Background(), h, nil)
		if damage := new(wrap.DamagedError); (i > 0) != errors.As(err, &damage) || i == 0 && err != nil {
			t.Errorf("entry %d damaged: %v", i, err)
		}
	}
}

// A wrap with other entries than its header's is refused before they are read.
func TestVerifyComparesEntries(t *testing.T) {
	h, contents := whole(t, true, 100)
	other, _ := whole(t, false, 100)
	for name, want := range map[string]*wrap.Header{"without program": other} {
		a, err := openBytes(rebuild(t, h, contents))
		if err != nil {
			t.Fatal(err)
		}
		if err := a.Verify(context.Background(), want, nil); err == nil {
			t.Errorf("%s: accepted", name)
		}
		if err := a.CheckEntries(h); err != nil {
			t.Error(err)
		}
	}
}

// What parses is written again identically.
func FuzzParseCode(f *testing.F) {
	for _, text := range seeds.Of(f, "code", "text") {
		f.Add(string(text))
	}
	_, contents := whole(f, true, 50)
	c := newCode(f, contents)
	f.Add(c.Text())
	f.Add(newCode(f, contents[:1]).Text())
	f.Add(c.Link("https://shop.example/open"))
	f.Add("https://shop.example/#top")
	f.Add("WRAP1:")
	f.Fuzz(func(t *testing.T, text string) {
		c, err := wrap.ParseCode(text)
		if err != nil {
			return
		}
		address, _, _ := strings.Cut(text, "#")
		if c.Text() != text && c.Link(address) != text {
			t.Fatalf("%q is written again as %q", text, c.Text())
		}
		if c.Pointer() {
			return
		}
		var b bytes.Buffer
		if err := c.WriteWrap(&b); err != nil {
			t.Fatalf("accepted, and no wrap: %v", err)
		}
		a, err := openBytes(b.Bytes())
		if err != nil {
			t.Fatalf("rebuilt, and not readable: %v", err)
		}
		if again, err := a.Contents(wrap.MaxPayloadSize); err != nil || !bytes.Equal(newCode(t, again).Payload(), c.Payload()) {
			t.Fatalf("rebuilt, and another code: %v", err)
		}
	})
}

// A payload is what a text holds, and no other text holds the same.
func FuzzParsePayload(f *testing.F) {
	_, contents := whole(f, true, 50)
	f.Add(newCode(f, contents).Payload())
	f.Add(newCode(f, contents[:1]).Payload())
	for _, text := range seeds.Of(f, "code", "text") {
		if c, err := wrap.ParseCode(string(text)); err == nil {
			f.Add(c.Payload())
		}
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		c, err := wrap.ParsePayload(b)
		if err != nil {
			return
		}
		if !bytes.Equal(c.Payload(), b) {
			t.Fatalf("%x is written again as %x", b, c.Payload())
		}
		again, err := wrap.ParseCode(c.Text())
		if err != nil || !bytes.Equal(again.Payload(), b) {
			t.Fatalf("%x is not in its own text: %v", b, err)
		}
	})
}
