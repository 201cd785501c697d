package vectors

import (
	"bytes"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/shrinkwrap/shrinkwrap/internal/bls/blstest"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// malformedHeaders are signed, in the right encoding, and say what no header
// may.
func malformedHeaders(b *Builder) {
	malformedContents(b)
	malformedSections(b)
	w := b.world
	bad := func(fault, comment string, change func(*wrap.Header)) {
		b.fails(Parse, fault, comment, w.headerIn(w.changed(change)))
	}
	bad("chain_0", "chain ids count from 1", func(h *wrap.Header) { h.Binding.ChainID = 0 })
	bad("chain_above_largest", "2^53", func(h *wrap.Header) { h.Binding.ChainID = product.MaxChainID + 1 })
	bad("product_19_bytes", "an address has 20 bytes", func(h *wrap.Header) { h.Binding.Product = make([]byte, 19) })
	bad("product_21_bytes", "an address has 20 bytes", func(h *wrap.Header) { h.Binding.Product = make([]byte, 21) })
	bad("product_0", "zero is no product", func(h *wrap.Header) { h.Binding.Product = make([]byte, 20) })
	bad("no_publisher", "nobody would be paid", func(h *wrap.Header) { h.Binding.Terms.Publisher = common.Address{} })
	bad("no_signer", "nobody would have signed", func(h *wrap.Header) { h.Binding.Terms.Signer = common.Address{} })
	bad("fee_1001", "at most 1,000 basis points", func(h *wrap.Header) { h.Binding.Terms.FeeBps = 1001 })
	bad("tier_key_more", "three E_k for two tiers", func(h *wrap.Header) { h.Binding.E = append(h.Binding.E, h.Binding.E[0]) })
	bad("tier_key_less", "one E_k for two tiers", func(h *wrap.Header) { h.Binding.E = h.Binding.E[:1] })
	bad("tier_more_in_terms", "two tiers in the content, three in the terms", func(h *wrap.Header) {
		h.Binding.Terms.Tiers, h.Binding.E = append(h.Binding.Terms.Tiers, h.Binding.Terms.Tiers[0]), append(h.Binding.E, h.Binding.E[0])
	})
	bad("tier_more_in_content", "three tiers in the content, two in the terms", func(h *wrap.Header) { h.Content.Tiers = append(h.Content.Tiers, h.Content.Tiers[0]) })
	bad("65_hints", "at most 64 are allowed", func(h *wrap.Header) { h.Hints = slices.Repeat(h.Hints[:1], 65) })
	bad("hint_without_kind", "a kind has a byte", func(h *wrap.Header) { h.Hints[0].Kind = "" })
	bad("hint_without_url", "an address has a byte", func(h *wrap.Header) { h.Hints[0].URL = "" })
	bad("hint_2049_bytes", "an address has at most 2,048 bytes", func(h *wrap.Header) { h.Hints[0].URL = strings.Repeat("x", 2049) })
	bad("hint_direction", "an address that would be shown as another", func(h *wrap.Header) { h.Hints[0].URL += "\u202e" })
}

// changed returns the sample's bytes, changed and then signed again.
func (w *world) changed(change func(*wrap.Header)) []byte {
	h := w.header()
	change(h)
	w.sign(h, publisherKey("signer"))
	return h.Bytes()
}

func malformedContents(b *Builder) {
	w := b.world
	bad := func(fault, comment string, change func(c *wrap.Content)) {
		b.fails(Parse, fault, comment, w.headerIn(w.changed(func(h *wrap.Header) { change(&h.Content) })))
	}
	bad("series_31_bytes", "a series has 32 bytes or none", func(c *wrap.Content) { c.Series = make([]byte, 31) })
	bad("series_33_bytes", "a series has 32 bytes or none", func(c *wrap.Content) { c.Series = make([]byte, 33) })
	bad("title_empty", "a title has a byte", func(c *wrap.Content) { c.Title = "" })
	bad("title_257_bytes", "at most 256", func(c *wrap.Content) { c.Title = strings.Repeat("x", 257) })
	bad("title_258_bytes_86_letters", "bytes count, not letters", func(c *wrap.Content) { c.Title = strings.Repeat("紙", 86) })
	bad("title_control", "a line feed", func(c *wrap.Content) { c.Title = "a\nb" })
	bad("title_direction", "a turn of the direction of writing", func(c *wrap.Content) { c.Title = "a\u202eb" })
	bad("title_invalid", "not UTF-8", func(c *wrap.Content) { c.Title = "a\xffb" })
	bad("description_4097_bytes", "at most 4,096", func(c *wrap.Content) { c.Description = strings.Repeat("x", 4097) })
	bad("language_129_bytes", "at most 128", func(c *wrap.Content) { c.Language = strings.Repeat("x", 129) })
	bad("tier_without_name", "a name has a byte", func(c *wrap.Content) { c.Tiers[1].Name = "" })
	bad("tier_name_129_bytes", "at most 128", func(c *wrap.Content) { c.Tiers[1].Name = strings.Repeat("x", 129) })
	bad("65_rights", "at most 64 a tier", func(c *wrap.Content) { c.Tiers[0].Rights = slices.Repeat(c.Tiers[0].Rights, 65) })
	bad("right_empty", "a right has a code", func(c *wrap.Content) { c.Tiers[0].Rights[0] = wrap.Right{} })
	bad("right_65_parts", "at most 64", func(c *wrap.Content) { c.Tiers[0].Rights[0] = slices.Repeat(wrap.Right{"x"}, 65) })
	bad("right_part_empty", "a part has a byte", func(c *wrap.Content) { c.Tiers[0].Rights[0] = wrap.Right{"display", ""} })
	bad("program_size_0", "a program has a byte", func(c *wrap.Content) { c.Program.Size = 0 })
	bad("program_sealed_size_0", "a program has a byte", func(c *wrap.Content) { c.Program.SealedSize = 0 })
	bad("program_missing", "a section wants a program that is not there", func(c *wrap.Content) { c.Program = nil })
	bad("cover_svg", "four kinds of pictures are allowed", func(c *wrap.Content) { c.Cover.Name = "cover.svg" })
	bad("cover_path", "four names are allowed", func(c *wrap.Content) { c.Cover.Name = "../cover.png" })
	bad("cover_size_0", "a picture has a byte", func(c *wrap.Content) { c.Cover.Size = 0 })
	bad("cover_too_large", "16 MiB and a byte", func(c *wrap.Content) { c.Cover.Size = wrap.MaxCoverSize + 1 })
	bad("extension_twice", "two extensions of one key", func(c *wrap.Content) { c.Extensions = append(c.Extensions, c.Extensions[0]) })
	bad("extension_without_key", "a key has a byte", func(c *wrap.Content) { c.Extensions[0].Key = "" })
}

func malformedSections(b *Builder) {
	w := b.world
	bad := func(fault, comment string, change func(s *wrap.SectionHeader)) {
		b.fails(Parse, "section_"+fault, comment, w.headerIn(w.changed(func(h *wrap.Header) { change(&h.Content.Sections[1]) })))
	}
	b.fails(Parse, "no_sections", "a wrap has a section", w.headerIn(w.changed(func(h *wrap.Header) { h.Content.Sections = nil })))
	bad("twice", "two sections of one name", func(s *wrap.SectionHeader) { s.Name = "tale.txt" })
	bad("twice_but_for_case", "two names that are one on some systems", func(s *wrap.SectionHeader) { s.Name = "TALE.TXT" })
	b.fails(Parse, "section_twice_but_for_long_s", "U+017F folds to s (Unicode's simple case folding)", w.headerIn(w.changed(func(h *wrap.Header) {
		h.Content.Sections[0].Name, h.Content.Sections[1].Name = "song", "\u017fong"
	})))
	bad("path", "a name is one path element", func(s *wrap.SectionHeader) { s.Name = "a/b" })
	bad("parent", "a name is one path element", func(s *wrap.SectionHeader) { s.Name = ".." })
	bad("device", "a name that is a device's on Windows", func(s *wrap.SectionHeader) { s.Name = "nul.txt" })
	bad("without_media_type", "a media type has a byte", func(s *wrap.SectionHeader) { s.Media = "" })
	bad("of_no_tier", "no tier includes it", func(s *wrap.SectionHeader) { s.Tiers = 0 })
	bad("of_tier_2_of_2", "tier 2 is beyond the last", func(s *wrap.SectionHeader) { s.Tiers = 4 })
	bad("size_too_large", "2^63", func(s *wrap.SectionHeader) { s.Size = 1 << 63 })
	bad("sealed_size_too_large", "2^63", func(s *wrap.SectionHeader) { s.SealedSize = 1 << 63 })
	bad("sealed_size_0", "nothing seals to nothing", func(s *wrap.SectionHeader) { s.SealedSize = 0 })
}

// misencodedHeaders are what a strict reader of RLP refuses, or of points.
func misencodedHeaders(b *Builder) {
	w := b.world
	good := w.header().Bytes()
	items := splitList(good)
	bad := func(fault, comment string, encoded []byte) { b.fails(Parse, fault, comment, w.headerIn(encoded)) }
	at := func(raw []byte, path ...int) []byte { return replaced(good, raw, path...) }
	bad("empty", "no bytes", nil)
	bad("byte_short", "cut", good[:len(good)-1])
	bad("byte_long", "a byte follows", append(bytes.Clone(good), 0))
	bad("item_more", "six items", listOf(append(slices.Clone(items), rlp.RawValue{0xc0})))
	bad("item_less", "no hints", listOf(items[:4]))
	bad("version_0", "refused by its version", at([]byte{0x80}, 0))
	bad("version_2", "refused by its version", at([]byte{2}, 0))
	bad("version_2_of_other_form", "refused by its version, whatever follows", listOf([]rlp.RawValue{{2}, {0xc0}}))
	bad("version_long_form", "1 with a length before it", at([]byte{0x81, 1}, 0))
	bad("length_long_form", "the list's length in a byte too many", append([]byte{0xfa, 0}, good[1:]...))
	bad("size_leading_zero", "an integer with a leading zero", at([]byte{0x82, 0, 7}, 1, 5, 0, 3))
	bad("size_zero_byte", "0 is the empty string", at([]byte{0}, 1, 5, 0, 3))
	bad("size_2_64", "an integer of nine bytes", at(append([]byte{0x89, 1}, make([]byte, 8)...), 1, 5, 0, 3))
	bad("program_flag_2", "0 or 1", at([]byte{2}, 1, 5, 0, 6))
	bad("program_is_string", "an empty program is an empty list", at([]byte{0x80}, 1, 6))
	bad("cover_is_string", "an empty cover is an empty list", at([]byte{0x80}, 1, 7))
	bad("title_is_list", "a title is a string", at([]byte{0xc0}, 1, 1))
	bad("digest_31_bytes", "a digest has 32", at(stringOf(31), 1, 5, 0, 5))
	bad("digest_33_bytes", "a digest has 32", at(stringOf(33), 1, 5, 0, 5))
	bad("terms_empty", "82 bytes and 17 a tier", at([]byte{0x80}, 2, 2))
	bad("terms_82_bytes", "a product has a tier", at(stringOf(82), 2, 2))
	bad("terms_98_bytes", "a tier has 17 bytes", at(stringOf(98), 2, 2))
	bad("e_31_bytes", "a sealed tier key has 32", at(stringOf(31), 2, 6, 0))
	bad("e_33_bytes", "a sealed tier key has 32", at(stringOf(33), 2, 6, 0))
	bad("signature_63_bytes", "a signature has 64", at(stringOf(63), 3))
	bad("signature_65_bytes", "the long form has a byte more", at(stringOf(65), 3))
	bad("p_identity", "the identity", at(append([]byte{0xb0, 0xc0}, make([]byte, 47)...), 2, 3))
	bad("p_outside_subgroup", "on the curve, not in the subgroup", at(append([]byte{0xb0}, blstest.OutsideG1().Compressed()...), 2, 3))
	bad("q_outside_subgroup", "on the curve, not in the subgroup", at(append([]byte{0xb8, 96}, blstest.OutsideG2().Compressed()...), 2, 4))
	bad("r_identity", "the identity: every mask would be known", at(append([]byte{0xb8, 96, 0xc0}, make([]byte, 95)...), 2, 5))
	bad("r_order_13", "of order 13: thirteen masks to try", at(append([]byte{0xb8, 96}, blstest.LowOrderG2(13).Compressed()...), 2, 5))
}

// splitList returns the items of an RLP list, each as it is encoded.
func splitList(b []byte) (items []rlp.RawValue) {
	if err := rlp.DecodeBytes(b, &items); err != nil {
		panic("vectors: " + err.Error())
	}
	return items
}

func listOf(items []rlp.RawValue) []byte { return must(rlp.EncodeToBytes(items)) }

// stringOf returns an RLP string of n bytes.
func stringOf(n int) []byte { return must(rlp.EncodeToBytes(bytes.Repeat([]byte{1}, n))) }

// replaced returns the list b with other bytes for the item at a path.
func replaced(b, raw []byte, path ...int) []byte {
	items := splitList(b)
	if len(path) > 1 {
		raw = replaced(items[path[0]], raw, path[1:]...)
	}
	items[path[0]] = raw
	return listOf(items)
}
