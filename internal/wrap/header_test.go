package wrap_test

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/holiman/uint256"

	terms "github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
	"github.com/shrinkwrap/shrinkwrap/internal/vectors/seeds"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

func TestHeaderComesBack(t *testing.T) {
	for name, h := range map[string]*wrap.Header{
		"of everything": sampleHeader(t),
		"of no options": sampleHeader(t, func(h *wrap.Header) {
			h.Content.Description, h.Content.Language = "", ""
			h.Content.Sections[1].Program = false
			h.Content.Program, h.Content.Cover, h.Content.Extensions, h.Hints = nil, nil, nil, nil
		}),
		"of a series": sampleHeader(t, func(h *wrap.Header) { h.Content.Series = bytes.Repeat([]byte{7}, 32) }),
	} {
		b := h.Bytes()
		got, err := wrap.ParseHeader(b)
		if err != nil {
			t.Fatalf("header %s: %v", name, err)
		}
		if !bytes.Equal(got.Bytes(), b) || got.ID() != h.ID() || got.Terms().Offer(1) != got.Offer(1) {
			t.Errorf("header %s comes back as %x", name, got.Bytes())
		}
		if !reflect.DeepEqual(got.Content.Sections, h.Content.Sections) || !reflect.DeepEqual(got.Binding.Terms, h.Binding.Terms) || got.Signature != h.Signature {
			t.Errorf("header %s comes back as %+v", name, got)
		}
		if err := got.Check(); err != nil {
			t.Errorf("header %s: %v", name, err)
		}
		if err := got.Authenticate(contracts); err != nil {
			t.Errorf("header %s: %v", name, err)
		}
	}
}

// A list of the header's parts, each as it is encoded.
func splitList(t testing.TB, b []byte) (parts []rlp.RawValue) {
	t.Helper()
	if err := rlp.DecodeBytes(b, &parts); err != nil {
		t.Fatal(err)
	}
	return parts
}

func joinList(t testing.TB, parts []rlp.RawValue) []byte {
	t.Helper()
	b, err := rlp.EncodeToBytes(parts)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// replace puts raw bytes into the header at a path of list positions.
func replace(t testing.TB, b, raw []byte, path ...int) []byte {
	t.Helper()
	parts := splitList(t, b)
	if len(path) > 1 {
		raw = replace(t, parts[path[0]], raw, path[1:]...)
	}
	parts[path[0]] = raw
	return joinList(t, parts)
}

func TestParseHeaderRefusesOtherEncodings(t *testing.T) {
	good := sampleHeader(t).Bytes()
	parts := splitList(t, good)
	content := splitList(t, parts[1])
	short := func(n int) []byte { b, _ := rlp.EncodeToBytes(bytes.Repeat([]byte{1}, n)); return b }
	for name, b := range map[string][]byte{
		"empty":                        {},
		"a string":                     {0x81, 0xff},
		"an empty list":                {0xc0},
		"a byte less":                  good[:len(good)-1],
		"a byte more":                  append(bytes.Clone(good), 0),
		"twice":                        append(bytes.Clone(good), good...),
		"no hints":                     joinList(t, parts[:4]),
		"a part more":                  joinList(t, append(parts[:5:5], rlp.RawValue{0xc0})),
		"version 1 with a length":      replace(t, good, []byte{0x81, 0x01}, 0),
		"version 1 in two bytes":       replace(t, good, []byte{0x82, 0x00, 0x01}, 0),
		"a list for its version":       replace(t, good, []byte{0xc1, 0x01}, 0),
		"a string for its content":     replace(t, good, []byte{0x80}, 1),
		"a content with a part more":   replace(t, good, joinList(t, append(content[:9:9], rlp.RawValue{0x80})), 1),
		"a content with a part less":   replace(t, good, joinList(t, content[:8]), 1),
		"a series of 31 bytes":         replace(t, good, short(31), 1, 0),
		"a series of 33 bytes":         replace(t, good, short(33), 1, 0),
		"a list for its title":         replace(t, good, []byte{0xc0}, 1, 1),
		"a right that is a string":     replace(t, good, []byte{0x80}, 1, 4, 0, 1, 0),
		"a size with a leading zero":   replace(t, good, []byte{0x82, 0x00, 0x07}, 1, 5, 0, 3),
		"a size of 2^64":               replace(t, good, append([]byte{0x89, 1}, make([]byte, 8)...), 1, 5, 0, 3),
		"a tier bitmap of 2^64":        replace(t, good, append([]byte{0x89, 1}, make([]byte, 8)...), 1, 5, 0, 2),
		"a digest of 31 bytes":         replace(t, good, short(31), 1, 5, 0, 5),
		"a digest of 33 bytes":         replace(t, good, short(33), 1, 5, 0, 5),
		"a section's program of 2":     replace(t, good, []byte{2}, 1, 5, 0, 6),
		"a program that is a string":   replace(t, good, []byte{0x80}, 1, 6),
		"a program of two fields":      replace(t, good, []byte{0xc2, 1, 1}, 1, 6),
		"a cover that is a string":     replace(t, good, []byte{0x80}, 1, 7),
		"a list for its binding":       replace(t, good, []byte{0xc0}, 2),
		"a chain id of 2^64":           replace(t, good, append([]byte{0x89, 1}, make([]byte, 8)...), 2, 0),
		"a product of 19 bytes":        replace(t, good, short(19), 2, 1),
		"a product of 21 bytes":        replace(t, good, short(21), 2, 1),
		"a product of 32 bytes":        replace(t, good, short(32), 2, 1),
		"empty terms":                  replace(t, good, []byte{0x80}, 2, 2),
		"terms of 81 bytes":            replace(t, good, short(81), 2, 2),
		"terms of 82 bytes, no tier":   replace(t, good, short(82), 2, 2),
		"terms of 98 bytes":            replace(t, good, short(98), 2, 2),
		"a list for its terms":         replace(t, good, []byte{0xc0}, 2, 2),
		"a P of 47 bytes":              replace(t, good, short(47), 2, 3),
		"a P that is no point":         replace(t, good, short(48), 2, 3),
		"a list for its P":             replace(t, good, []byte{0xc0}, 2, 3),
		"the identity for P":           replace(t, good, append([]byte{0xb0, 0xc0}, make([]byte, 47)...), 2, 3),
		"a Q that is no point":         replace(t, good, append([]byte{0xb8, 96}, make([]byte, 96)...), 2, 4),
		"a P for its Q":                replace(t, good, splitList(t, parts[2])[3], 2, 4),
		"the identity for R":           replace(t, good, append([]byte{0xb8, 96, 0xc0}, make([]byte, 95)...), 2, 5),
		"a list for its R":             replace(t, good, []byte{0xc0}, 2, 5),
		"a tier key of 31 bytes":       replace(t, good, short(31), 2, 6, 0),
		"a tier key of 33 bytes":       replace(t, good, short(33), 2, 6, 0),
		"a signature of 63 bytes":      replace(t, good, short(63), 3),
		"a signature of 65 bytes":      replace(t, good, short(65), 3),
		"a hint of one part":           replace(t, good, []byte{0xc1, 0x61}, 4, 0),
		"hints that are a string":      replace(t, good, []byte{0x80}, 4),
		"a length in too many bytes":   append([]byte{0xfa, 0}, good[1:]...),
		"more than the largest header": append(bytes.Clone(good), make([]byte, wrap.MaxHeaderSize)...),
	} {
		if h, err := wrap.ParseHeader(b); err == nil || h != nil {
			t.Errorf("a header with %s was taken", name)
		}
	}
}

// An unknown version is refused by its version, whatever follows it.
func TestParseHeaderRefusesOtherVersions(t *testing.T) {
	parts := splitList(t, sampleHeader(t).Bytes())
	for version, raw := range map[string][]byte{"0": {0x80}, "2": {2}, "127": {127}, "256": {0x82, 1, 0}, "18446744073709551615": append([]byte{0x88}, bytes.Repeat([]byte{255}, 8)...)} {
		for name, b := range map[string][]byte{
			"of the known form": joinList(t, append([]rlp.RawValue{raw}, parts[1:]...)),
			"of another form":   joinList(t, []rlp.RawValue{raw, []byte{0xc0}}),
			"alone":             joinList(t, []rlp.RawValue{raw}),
		} {
			if _, err := wrap.ParseHeader(b); err == nil || !strings.Contains(err.Error(), "version "+version) {
				t.Errorf("version %s %s: %v", version, name, err)
			}
		}
	}
}

// Derived, not stored: what the header says follows from what it holds.
func TestHeaderDerives(t *testing.T) {
	h := sampleHeader(t)
	group := headerGroup(t, 1)
	if P, Q := h.Binding.Group(); !P.Equal(group.P) || !Q.Equal(group.Q) {
		t.Error("P and Q are not the group's")
	}
	full := h.Terms()
	if full.GroupKey != threshold.GroupKey(group.P, group.Q) || full.ContentHash != h.Content.Hash() {
		t.Errorf("terms are %+v", full)
	}
	parts := splitList(t, h.Bytes())
	if got, want := h.Content.Hash(), crypto.Keccak256Hash(parts[1]); got != want {
		t.Errorf("content hash is %s, want %s", got, want)
	}
	if got, want := h.ID(), crypto.Keccak256Hash(joinList(t, parts[:3])); got != want {
		t.Errorf("id is %s, want %s", got, want)
	}
	if got, want := h.Address(contracts), contracts.Address(full); got != want {
		t.Errorf("address is %s, want the template's %s", got, want)
	}
	want := terms.Place{ChainID: 11155111, Escrow: contracts.Escrow, Product: h.Address(contracts), Tier: 1}
	if got := h.Place(contracts, 1); got != want {
		t.Errorf("place is %+v, want %+v", got, want)
	}
}

func TestContentHashOfASeriesIsItsName(t *testing.T) {
	a, b := sampleContent(), sampleContent()
	a.Series = bytes.Repeat([]byte{7}, 32)
	b.Series, b.Title = a.Series, "The next issue"
	if want := crypto.Keccak256Hash([]byte("SHRINKWRAP-V1-SERIES"), a.Series); a.Hash() != want || b.Hash() != want {
		t.Errorf("content hashes of a series are %s and %s, want %s", a.Hash(), b.Hash(), want)
	}
}

func TestExplicitProduct(t *testing.T) {
	at := common.Address{77}
	h := sampleHeader(t, func(h *wrap.Header) {
		h.Binding.Product = at[:]
		h.Binding.Terms.Publisher = h.Binding.Terms.Signer
	})
	if got := h.Address(contracts); got != at {
		t.Errorf("address is %s, want %s", got, at)
	}
	parsed, err := wrap.ParseHeader(h.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if err := parsed.Authenticate(contracts); err != nil {
		t.Error(err)
	}
}

// A header of one tier, a title of 30 characters, one section, one hint.
func TestSizeOfAOneTierHeader(t *testing.T) {
	h := sampleHeader(t, func(h *wrap.Header) {
		h.Content = wrap.Content{
			Title:    strings.Repeat("x", 30),
			Language: "en",
			Tiers:    []wrap.Tier{{Name: "standard", Rights: []wrap.Right{{"display"}, {"print", "count=3"}}}},
			Sections: []wrap.SectionHeader{{Name: "article.html", Media: "text/html", Tiers: 1, Size: 12_345, SealedSize: 4_567, Digest: crypto.Keccak256Hash(nil)}},
		}
		h.Binding.Terms.Token = common.HexToAddress("0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48")
		h.Binding.Terms.Tiers = []terms.TierTerms{{Price: uint256.NewInt(1_000_000), Confirmations: 12}}
		h.Hints = []wrap.Hint{{Kind: "node", URL: "https://node.example.org"}}
	})
	if _, err := wrap.ParseHeader(h.Bytes()); err != nil {
		t.Fatal(err)
	}
	size := len(h.Bytes())
	t.Logf("header of one tier: %d bytes", size)
	if size > 640 {
		t.Errorf("header of one tier has %d bytes, at most 640 are wanted", size)
	}
}

func FuzzParseHeader(f *testing.F) {
	seeds.Add(f, "header", "header")
	good := sampleHeader(f).Bytes()
	f.Add(good)
	f.Add(good[:len(good)-1])
	f.Add(sampleHeader(f, func(h *wrap.Header) { h.Content.Series = make([]byte, 32) }).Bytes())
	f.Add(replace(f, good, []byte{2}, 0))
	f.Add([]byte{0xc0})
	f.Fuzz(func(t *testing.T, b []byte) {
		h, err := wrap.ParseHeader(b)
		if err != nil {
			return
		}
		if back := h.Bytes(); !bytes.Equal(back, b) {
			t.Errorf("%x comes back as %x", b, back)
		}
		if err := h.Terms().Check(); err != nil {
			t.Errorf("header was taken, its terms are not: %v", err)
		}
		h.Authenticate(contracts)
	})
}
