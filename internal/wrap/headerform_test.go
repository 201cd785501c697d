package wrap_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	terms "github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

func text(n int) string { return strings.Repeat("x", n) }

// formCase changes one thing of a good header; err is a part of the refusal,
// empty where the header is taken.
type formCase struct {
	name   string
	change func(*wrap.Header)
	err    string
}

func checkForms(t *testing.T, cases []formCase) {
	t.Helper()
	good := sampleHeader(t).Bytes()
	for _, c := range cases {
		h, err := wrap.ParseHeader(good)
		if err != nil {
			t.Fatal(err)
		}
		c.change(h)
		b := h.Bytes()
		got, err := wrap.ParseHeader(b)
		switch {
		case c.err == "" && (err != nil || !bytes.Equal(got.Bytes(), b)):
			t.Errorf("%s: %v, want it taken", c.name, err)
		case c.err != "" && (err == nil || !strings.Contains(err.Error(), c.err)):
			t.Errorf("%s: %v, want a refusal with %q", c.name, err, c.err)
		}
	}
}

func TestTextsOfAHeader(t *testing.T) {
	title := func(s string) func(*wrap.Header) { return func(h *wrap.Header) { h.Content.Title = s } }
	description := func(s string) func(*wrap.Header) { return func(h *wrap.Header) { h.Content.Description = s } }
	language := func(s string) func(*wrap.Header) { return func(h *wrap.Header) { h.Content.Language = s } }
	checkForms(t, []formCase{
		{"no title", title(""), "title has 0 bytes"},
		{"title of 1 byte", title("x"), ""},
		{"title of 255 bytes", title(text(255)), ""},
		{"title of 256 bytes", title(text(256)), ""},
		{"title of 257 bytes", title(text(257)), "title has 257 bytes"},
		{"title of 86 letters, 258 bytes", title(strings.Repeat("紙", 86)), "title has 258 bytes"},
		{"no description", description(""), ""},
		{"description of 4,095 bytes", description(text(4095)), ""},
		{"description of 4,096 bytes", description(text(4096)), ""},
		{"description of 4,097 bytes", description(text(4097)), "description has 4097 bytes"},
		{"no language", language(""), ""},
		{"language of 128 bytes", language(text(128)), ""},
		{"language of 129 bytes", language(text(129)), "language has 129 bytes"},
	})
}

// Every text that is shown refuses every control and invisible character.
func TestUnseenCharactersInAHeader(t *testing.T) {
	fields := map[string]func(h *wrap.Header, s string){
		"title":                func(h *wrap.Header, s string) { h.Content.Title = s },
		"description":          func(h *wrap.Header, s string) { h.Content.Description = s },
		"language":             func(h *wrap.Header, s string) { h.Content.Language = s },
		"tier's name":          func(h *wrap.Header, s string) { h.Content.Tiers[0].Name = s },
		"right's code":         func(h *wrap.Header, s string) { h.Content.Tiers[0].Rights[0][0] = s },
		"right's argument":     func(h *wrap.Header, s string) { h.Content.Tiers[1].Rights[1][2] = s },
		"section's name":       func(h *wrap.Header, s string) { h.Content.Sections[0].Name = s },
		"section's media type": func(h *wrap.Header, s string) { h.Content.Sections[0].Media = s },
		"extension's key":      func(h *wrap.Header, s string) { h.Content.Extensions[0].Key = s },
		"hint's kind":          func(h *wrap.Header, s string) { h.Hints[0].Kind = s },
		"hint's address":       func(h *wrap.Header, s string) { h.Hints[0].URL = s },
	}
	var cases []formCase
	for field, set := range fields {
		for _, r := range []rune{0, 0x1b, 0x85, 0xad, 0x200b, 0x200d, 0x200e, 0x2028, 0x202e, 0x2060, 0x2066, 0x3164, 0xfe0f, 0xfeff, 0xfffb, 0xe0001, 0xe0100} {
			s := "a" + string(r) + "b"
			cases = append(cases, formCase{fmt.Sprintf("%s with %U", field, r), func(h *wrap.Header) { set(h, s) }, fmt.Sprintf("%U", r)})
		}
		cases = append(cases, formCase{field + " of invalid UTF-8", func(h *wrap.Header) { set(h, "a\xffb") }, "not valid UTF-8"})
		cases = append(cases, formCase{field + " of a surrogate", func(h *wrap.Header) { set(h, "a\xed\xa0\x80b") }, "not valid UTF-8"})
		cases = append(cases, formCase{field + " in other scripts", func(h *wrap.Header) { set(h, "שלום 紙 🎁 e\u0301") }, ""})
	}
	checkForms(t, cases)
}

func TestTiersOfAHeader(t *testing.T) {
	tiers := func(n int) func(*wrap.Header) {
		return func(h *wrap.Header) {
			h.Content.Tiers = slices.Repeat(h.Content.Tiers[:1], n)
			h.Content.Sections[0].Tiers, h.Content.Sections[1].Tiers = 1, 1
			h.Binding.Terms.Tiers = slices.Repeat(h.Binding.Terms.Tiers[:1], n)
			h.Binding.E = make([][32]byte, n)
		}
	}
	right := func(r wrap.Right) func(*wrap.Header) {
		return func(h *wrap.Header) { h.Content.Tiers[1].Rights[0] = r }
	}
	checkForms(t, []formCase{
		{"1 tier", tiers(1), ""},
		{"63 tiers", tiers(63), ""},
		{"64 tiers", tiers(64), ""},
		{"65 tiers", tiers(65), "65 tiers"},
		{"no tier in the content", func(h *wrap.Header) { h.Content.Tiers = nil }, "content has 0 tiers"},
		{"a tier more in the content", func(h *wrap.Header) { h.Content.Tiers = append(h.Content.Tiers, h.Content.Tiers[0]) }, "content has 3 tiers, terms have 2"},
		{"a tier more in the terms", func(h *wrap.Header) {
			h.Binding.Terms.Tiers = append(h.Binding.Terms.Tiers, h.Binding.Terms.Tiers[0])
			h.Binding.E = append(h.Binding.E, h.Binding.E[0])
		}, "content has 2 tiers, terms have 3"},
		{"a tier key more", func(h *wrap.Header) { h.Binding.E = append(h.Binding.E, h.Binding.E[0]) }, "3 sealed tier keys for 2 tiers"},
		{"a tier key less", func(h *wrap.Header) { h.Binding.E = h.Binding.E[:1] }, "1 sealed tier keys for 2 tiers"},
		{"a tier without a name", func(h *wrap.Header) { h.Content.Tiers[1].Name = "" }, "name of tier 1 has 0 bytes"},
		{"a tier's name of 128 bytes", func(h *wrap.Header) { h.Content.Tiers[1].Name = text(128) }, ""},
		{"a tier's name of 129 bytes", func(h *wrap.Header) { h.Content.Tiers[1].Name = text(129) }, "name of tier 1 has 129 bytes"},
		{"two tiers of one name", func(h *wrap.Header) { h.Content.Tiers[1].Name = h.Content.Tiers[0].Name }, ""},
		{"no rights", func(h *wrap.Header) { h.Content.Tiers[1].Rights = nil }, ""},
		{"64 rights", func(h *wrap.Header) { h.Content.Tiers[1].Rights = slices.Repeat([]wrap.Right{{"play"}}, 64) }, ""},
		{"65 rights", func(h *wrap.Header) { h.Content.Tiers[1].Rights = slices.Repeat([]wrap.Right{{"play"}}, 65) }, "65 rights"},
		{"a right of no parts", right(wrap.Right{}), "0 parts"},
		{"a right of 64 parts", right(slices.Repeat(wrap.Right{"a=1"}, 64)), ""},
		{"a right of 65 parts", right(slices.Repeat(wrap.Right{"a=1"}, 65)), "65 parts"},
		{"a right without a code", right(wrap.Right{""}), "right of tier 1 has 0 bytes"},
		{"an empty argument", right(wrap.Right{"play", ""}), "right of tier 1 has 0 bytes"},
		{"an argument of 128 bytes", right(wrap.Right{"play", text(128)}), ""},
		{"an argument of 129 bytes", right(wrap.Right{"play", text(129)}), "129 bytes"},
		{"an unknown right", right(wrap.Right{"levitate", "height=2"}), ""},
	})
}

func TestSectionsOfAHeader(t *testing.T) {
	section := func(change func(s *wrap.SectionHeader)) func(*wrap.Header) {
		return func(h *wrap.Header) { change(&h.Content.Sections[1]) }
	}
	name := func(s string) func(*wrap.Header) { return section(func(x *wrap.SectionHeader) { x.Name = s }) }
	many := func(n int) func(*wrap.Header) {
		return func(h *wrap.Header) {
			h.Content.Sections = nil
			for i := range n {
				h.Content.Sections = append(h.Content.Sections, wrap.SectionHeader{Name: fmt.Sprint(i), Media: "a/b", Tiers: 1, SealedSize: 1})
			}
		}
	}
	checkForms(t, []formCase{
		{"no sections", many(0), "0 sections"},
		{"1 section", many(1), ""},
		{"1,024 sections", many(1024), ""},
		{"1,025 sections", many(1025), "1025 sections"},
		{"a name twice", name("tale.txt"), "another section is named"},
		{"a name twice but for case", name("TALE.txt"), "another section is named"},
		{"a name twice but for the long s", func(h *wrap.Header) { h.Content.Sections[0].Name, h.Content.Sections[1].Name = "song", "\u017fong" }, "another section is named"},
		{"a name twice but for the Kelvin sign", func(h *wrap.Header) { h.Content.Sections[0].Name, h.Content.Sections[1].Name = "k", "\u212a" }, "another section is named"},
		{"a path for a name", name("a/b"), "section 1"},
		{"no media type", section(func(s *wrap.SectionHeader) { s.Media = "" }), "media type has 0 bytes"},
		{"a media type of 128 bytes", section(func(s *wrap.SectionHeader) { s.Media = text(128) }), ""},
		{"a media type of 129 bytes", section(func(s *wrap.SectionHeader) { s.Media = text(129) }), "media type has 129 bytes"},
		{"of no tier", section(func(s *wrap.SectionHeader) { s.Tiers = 0 }), "no tier includes it"},
		{"of a tier beyond the last", section(func(s *wrap.SectionHeader) { s.Tiers = 4 }), "tier 2 includes it, there are 2"},
		{"of tier 63", section(func(s *wrap.SectionHeader) { s.Tiers |= 1 << 63 }), "tier 63 includes it"},
		{"of no bytes", section(func(s *wrap.SectionHeader) { s.Size = 0 }), ""},
		{"of 2^63 − 1 bytes", section(func(s *wrap.SectionHeader) { s.Size = 1<<63 - 1 }), ""},
		{"of 2^63 bytes", section(func(s *wrap.SectionHeader) { s.Size = 1 << 63 }), "not below 2^63"},
		{"sealed to no bytes", section(func(s *wrap.SectionHeader) { s.SealedSize = 0 }), "sealed size is 0"},
		{"sealed to 1 byte", section(func(s *wrap.SectionHeader) { s.SealedSize = 1 }), ""},
		{"sealed to 2^63 − 1 bytes", section(func(s *wrap.SectionHeader) { s.SealedSize = 1<<63 - 1 }), ""},
		{"sealed to 2^63 bytes", section(func(s *wrap.SectionHeader) { s.SealedSize = 1 << 63 }), "not below 2^63"},
		{"without the program that it wants", func(h *wrap.Header) { h.Content.Program = nil }, "wants a release program"},
		{"a program that none wants", section(func(s *wrap.SectionHeader) { s.Program = false }), ""},
	})
}

func TestOtherPartsOfAHeader(t *testing.T) {
	program := func(size, sealed uint64) func(*wrap.Header) {
		return func(h *wrap.Header) { h.Content.Program = &wrap.Program{Size: size, SealedSize: sealed} }
	}
	cover := func(name string, size uint64) func(*wrap.Header) {
		return func(h *wrap.Header) { h.Content.Cover = &wrap.Cover{Name: name, Size: size} }
	}
	extension := func(key string, size int) func(*wrap.Header) {
		return func(h *wrap.Header) { h.Content.Extensions = []wrap.Extension{{Key: key, Value: make([]byte, size)}} }
	}
	extensions := func(n int) func(*wrap.Header) {
		return func(h *wrap.Header) {
			h.Content.Extensions = nil
			for i := range n {
				h.Content.Extensions = append(h.Content.Extensions, wrap.Extension{Key: fmt.Sprint(i)})
			}
		}
	}
	hints := func(hints ...wrap.Hint) func(*wrap.Header) { return func(h *wrap.Header) { h.Hints = hints } }
	checkForms(t, []formCase{
		{"program of size 0", program(0, 1), "release program has sizes"},
		{"program sealed to 0", program(1, 0), "release program has sizes"},
		{"program of 2^63 − 1", program(1<<63-1, 1<<63-1), ""},
		{"program of size 2^63", program(1<<63, 1), "release program has sizes"},
		{"program sealed to 2^63", program(1, 1<<63), "release program has sizes"},
		{"cover.jpg", cover("cover.jpg", 1), ""},
		{"cover.webp", cover("cover.webp", 1), ""},
		{"cover.avif", cover("cover.avif", 1), ""},
		{"cover.svg", cover("cover.svg", 1), "cover.svg"},
		{"cover.PNG", cover("cover.PNG", 1), "cover.PNG"},
		{"cover.jpeg", cover("cover.jpeg", 1), "cover.jpeg"},
		{"a cover elsewhere", cover("../cover.png", 1), "../cover.png"},
		{"cover of 0 bytes", cover("cover.png", 0), "cover has 0 bytes"},
		{"cover of 16 MiB", cover("cover.png", wrap.MaxCoverSize), ""},
		{"cover of 16 MiB and a byte", cover("cover.png", wrap.MaxCoverSize+1), "cover has 16777217 bytes"},
		{"extension without a key", extension("", 1), "extension's key has 0 bytes"},
		{"extension's key of 129 bytes", extension(text(129), 1), "extension's key has 129 bytes"},
		{"empty extension", extension("a", 0), ""},
		{"extension of 16 KiB", extension("a", 16<<10), ""},
		{"extension of 16 KiB and a byte", extension("a", 16<<10+1), "16385 bytes"},
		{"64 extensions", extensions(64), ""},
		{"65 extensions", extensions(65), "65 extensions"},
		{"an extension twice", func(h *wrap.Header) { h.Content.Extensions = append(h.Content.Extensions, h.Content.Extensions[0]) }, "two extensions"},
		{"64 hints", hints(slices.Repeat([]wrap.Hint{{Kind: "node", URL: "u"}}, 64)...), ""},
		{"65 hints", hints(slices.Repeat([]wrap.Hint{{Kind: "node", URL: "u"}}, 65)...), "65 hints"},
		{"a hint without a kind", hints(wrap.Hint{URL: "u"}), "kind of a hint has 0 bytes"},
		{"a hint without an address", hints(wrap.Hint{Kind: "node"}), "address of a hint has 0 bytes"},
		{"a hint of 2,048 bytes", hints(wrap.Hint{Kind: "node", URL: text(2048)}), ""},
		{"a hint of 2,049 bytes", hints(wrap.Hint{Kind: "node", URL: text(2049)}), "address of a hint has 2049 bytes"},
		{"an unknown kind of hint", hints(wrap.Hint{Kind: "gopher", URL: "gopher://x"}), ""},
	})
}

func TestBindingOfAHeader(t *testing.T) {
	chain := func(id uint64) func(*wrap.Header) { return func(h *wrap.Header) { h.Binding.ChainID = id } }
	binding := func(change func(b *wrap.Binding)) func(*wrap.Header) {
		return func(h *wrap.Header) { change(&h.Binding) }
	}
	checkForms(t, []formCase{
		{"chain 0", chain(0), "chain id 0"},
		{"chain 1", chain(1), ""},
		{"chain 2^53 − 1", chain(terms.MaxChainID), ""},
		{"chain 2^53", chain(terms.MaxChainID + 1), "chain id 9007199254740992"},
		{"product 0", binding(func(b *wrap.Binding) { b.Product = make([]byte, 20) }), "product's address is zero"},
		{"explicit product", binding(func(b *wrap.Binding) { b.Product = bytes.Repeat([]byte{1}, 20) }), ""},
		{"no publisher", binding(func(b *wrap.Binding) { b.Terms.Publisher = common.Address{} }), "no publisher"},
		{"no signer", binding(func(b *wrap.Binding) { b.Terms.Signer = common.Address{} }), "no signer"},
		{"fee 1,000", binding(func(b *wrap.Binding) { b.Terms.FeeBps = 1000 }), ""},
		{"fee 1,001", binding(func(b *wrap.Binding) { b.Terms.FeeBps = 1001 }), "1001 basis points"},
		{"price 2^96 − 1", binding(func(b *wrap.Binding) {
			b.Terms.Tiers[0].Price = new(uint256.Int).SubUint64(new(uint256.Int).Lsh(uint256.NewInt(1), 96), 1)
		}), ""},
		{"free", binding(func(b *wrap.Binding) { b.Terms.Tiers[0].Price = uint256.NewInt(0) }), ""},
	})
}

func TestIncludesAndRecipients(t *testing.T) {
	for _, c := range []struct {
		bitmap uint64
		tiers  []int
	}{{0, nil}, {1, []int{0}}, {2, []int{1}}, {5, []int{0, 2}}, {1 << 63, []int{63}}} {
		s := wrap.SectionHeader{Tiers: c.bitmap}
		if got := s.Recipients(); !slices.Equal(got, c.tiers) {
			t.Errorf("bitmap %b: tiers %v, want %v", c.bitmap, got, c.tiers)
		}
		for k := range 65 {
			if got, want := s.Includes(k), slices.Contains(c.tiers, k); got != want {
				t.Errorf("bitmap %b includes tier %d: %t", c.bitmap, k, got)
			}
		}
	}
}
