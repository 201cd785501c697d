package vectors

import (
	"archive/tar"
	"encoding/hex"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/bls/blstest"
	"github.com/shrinkwrap/shrinkwrap/internal/fraud"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// frauds are proofs that a publisher sealed something else than he signed, as
// whoever is shown one reads them, with the sealed bytes of the section and the
// contracts that are constants of his software.
//
//	in   document (text), sealed, escrow, factory, template
//	out  wrap, signer, tier, section, fraud
func frauds(b *Builder) {
	provenFrauds(b)
	malformedFrauds(b)
	honestSections(b)
	falseAccusations(b)
	disownedFrauds(b)
}

// accused is a header whose section number 1 is of the second tier alone, and
// what was sealed for it.
type accused struct {
	*wrap.Header
	sealed []byte
}

// accuse publishes sealed bytes, signed to be of a size, changed before they are
// bound.
func (w *world) accuse(sealed []byte, size int, changes ...func(*wrap.Header)) accused {
	sample := []byte("sample")
	h := w.header(append([]func(*wrap.Header){func(h *wrap.Header) {
		h.Content.Sections = []wrap.SectionHeader{
			{Name: "sample.txt", Media: "text/plain", Tiers: 3, Size: 1, SealedSize: uint64(len(sample)), Digest: digestOf(sample)},
			{Name: "tale", Media: "text/plain", Tiers: 2, Size: uint64(size), SealedSize: uint64(len(sealed)), Digest: digestOf(sealed)},
		}
		h.Hints = nil
	}}, changes...)...)
	return accused{h, sealed}
}

func asFolder(h *wrap.Header) { h.Content.Sections[1].Media = wrap.MediaFolder }

// openerOf returns D_k.
func (w *world) openerOf(h *wrap.Header, tier int) bls.G1 {
	return w.multiplied(h.Place(w.contracts, tier).Identity())
}

// accusation writes what accuses a header, changed.
func (w *world) accusation(a accused, kind fraud.Kind, changes ...func(*fraud.Proof)) fields {
	p := fraud.Proof{Header: a.Header, Escrow: w.contracts.Escrow, Tier: 1, Section: 1, Kind: kind, Opener: w.openerOf(a.Header, 1)}
	for _, change := range changes {
		change(&p)
	}
	return w.fraudIn(string(p.Bytes()), a.sealed)
}

func (w *world) fraudIn(document string, sealed []byte) fields {
	return fields{"document": document, "sealed": hexed(sealed), "escrow": hexAddress(w.contracts.Escrow), "factory": hexAddress(w.contracts.Factory), "template": hexAddress(w.contracts.Template)}
}

// linked is the tar of a symbolic link.
func linked() []byte {
	link := tarFile{"tale", ""}.block(func(h *tar.Header) { h.Typeflag, h.Linkname, h.Mode = tar.TypeSymlink, "elsewhere", 0o644 })
	return append(link, make([]byte, 2*tarBlock)...)
}

func provenFrauds(b *Builder) {
	w := b.world
	gold, silver, _ := keysOfSections()
	good := sealedFrames(rawFrame(tale))
	ok := func(kind fraud.Kind, fault, comment string, a accused) {
		id := a.ID()
		b.ok("ok_"+string(kind)+"_"+fault, comment, w.accusation(a, kind), fields{"wrap": hexed(id[:]), "signer": hexAddress(a.Binding.Terms.Signer), "tier": 1, "section": 1, "fraud": string(kind)})
	}
	falseKey := w.accuse(good, len(tale))
	falseKey.Binding.E[1][9] ^= 1
	w.sign(falseKey.Header, publisherKey("signer"))
	ok(fraud.Key, "false_e", "E_k hides a key that opens nothing", falseKey)
	toGold := newAgeFile("tale", gold)
	ok(fraud.Key, "other_tier", "sealed to another tier alone", w.accuse(toGold.sealed("tale", rawFrame(tale)), len(tale)))
	torn := toGold.sealed("tale", rawFrame(tale))
	ok(fraud.Key, "first", "sealed to another tier alone, and torn: the key comes first", w.accuse(with(torn, len(torn)-1, torn[len(torn)-1]^1), len(tale)))
	ok(fraud.Key, "series", "an issue of a series", w.accuse(toGold.sealed("tale", rawFrame(tale)), len(tale), func(h *wrap.Header) { h.Content.Series = take("series", 32) }))

	ok(fraud.Encryption, "tag", "the payload's tag is another one", w.accuse(with(good, len(good)-1, good[len(good)-1]^1), len(tale)))
	ok(fraud.Encryption, "cut", "without its last byte", w.accuse(good[:len(good)-1], len(tale)))
	ok(fraud.Encryption, "byte_long", "with a byte after it", w.accuse(append(slices.Clone(good), 0), len(tale)))
	ok(fraud.Encryption, "mac", "the age header's code is another's", w.accuse(slices.Concat(otherMAC(), good[len(sampleSeal().header):]), len(tale)))
	ok(fraud.Encryption, "no_age", "no age file", w.accuse(rawFrame(tale), len(tale)))
	lowOrder, twoShares := "-> X25519 "+unpadded(make([]byte, 32))+"\n"+unpadded(make([]byte, 32))+"\n", "-> X25519 a b\n\n"
	ok(fraud.Encryption, "low_order", "a stanza with a share of low order before the tier's own", w.accuse(ageFileAmong("tale", lowOrder, "", silver).sealed("tale", rawFrame(tale)), len(tale)))
	ok(fraud.Encryption, "malformed_stanza", "a malformed X25519 stanza before the tier's own", w.accuse(ageFileAmong("tale", twoShares, "", silver).sealed("tale", rawFrame(tale)), len(tale)))
	ok(fraud.Encryption, "malformed_stanza_alone", "a malformed X25519 stanza behind those of others, none of which opens", w.accuse(ageFileAmong("tale", "", twoShares, gold).sealed("tale", rawFrame(tale)), len(tale)))
	notFrames := newAgeFile("tale", silver).sealed("tale", tale)
	ok(fraud.Encryption, "first", "torn, and no frames in it: the encryption comes first", w.accuse(with(notFrames, len(notFrames)-1, notFrames[len(notFrames)-1]^1), len(tale)))

	ok(fraud.Content, "no_frames", "a file as it is", w.accuse(notFrames, len(tale)))
	ok(fraud.Content, "nothing", "no frame at all", w.accuse(sealedFrames(), 0))
	ok(fraud.Content, "cut", "a frame without its last byte", w.accuse(sealedFrames(rawFrame(tale)[:len(rawFrame(tale))-1]), len(tale)))
	ok(fraud.Content, "less", "a byte less than was signed", w.accuse(good, len(tale)+1))
	ok(fraud.Content, "more", "a byte more than was signed", w.accuse(good, len(tale)-1))
	ok(fraud.Content, "bomb", "128 KiB where seven bytes were signed: no more may be inflated", w.accuse(sealedFrames(bomb()), len(tale)))
	ok(fraud.Content, "out_of_reach", "a signed size that nothing can have", w.accuse(good, 1<<53-1))
	ok(fraud.Content, "first", "no folder, and a byte less than was signed: the size comes first", w.accuse(good, len(tale)+1, asFolder))

	ok(fraud.Folder, "file", "a text where a folder was signed", w.accuse(good, len(tale), asFolder))
	ok(fraud.Folder, "link", "a folder with a symbolic link", w.accuse(sealedFrames(packed(linked())), len(linked()), asFolder))
}

// honestSections are accused by whoever has the tier's key, of every kind.
func honestSections(b *Builder) {
	w := b.world
	_, silver, _ := keysOfSections()
	honest := func(fault, comment string, a accused) {
		for _, kind := range []fraud.Kind{fraud.Key, fraud.Encryption, fraud.Content} {
			b.fails(Verify, "honest_"+fault+"_of_"+string(kind), comment, w.accusation(a, kind))
		}
	}
	good := sealedFrames(rawFrame(tale))
	honest("section", "it holds what was signed", w.accuse(good, len(tale)))
	honest("stanzas", "stanzas of other kinds, and whatever follows the tier's own, are allowed", w.accuse(ageFileAmong("tale", "-> grease x y z\n\n", "-> X25519 a b\n\n", silver).sealed("tale", rawFrame(tale)), len(tale)))
	honest("skippable", "skippable and empty frames are allowed", w.accuse(sealedFrames(skippableFrame, rawFrame(tale), rawFrame(nil)), len(tale)))
	honest("window", "a window of 8 MiB in a frame that says its size is allowed", w.accuse(sealedFrames(sizedWindow(tale)), len(tale)))
	fed := w.accuse(good, len(tale), asFolder, func(h *wrap.Header) { h.Content.Sections[1].Program = true })
	honest("program", "what a release program is given need not be a tar, whatever its media type", fed)
	folder := append(tarFile{"tale", "x"}.block(), make([]byte, 2*tarBlock)...)
	a := w.accuse(sealedFrames(packed(folder)), len(folder), asFolder)
	honest("folder", "it holds the folder that was signed", a)
	b.fails(Verify, "honest_folder_of_folder", "it holds the folder that was signed", w.accusation(a, fraud.Folder))
}

// falseAccusations are well formed, and not true.
func falseAccusations(b *Builder) {
	w := b.world
	a := w.accuse(sealedFrames(rawFrame(tale)), len(tale))
	place := a.Place(w.contracts, 1)
	bad := func(fault, comment string, in fields) { b.fails(Verify, fault, comment, in) }
	opener := func(fault, comment string, D bls.G1) {
		bad("opener_"+fault, comment, w.accusation(a, fraud.Key, func(p *fraud.Proof) { p.Opener = D }))
	}
	for fault, other := range elsewhere(place) {
		if fault == "tier" {
			other.Tier = 0
		}
		opener("other_"+fault, "the D_k of another "+fault+", by which the section would look like a fraud", w.multiplied(other.Identity()))
	}
	opener("tier_point", "the tier's identity itself", place.Identity())
	opener("release", "the release of a buyer", w.multiplied(must(release.Point(place, w.secretOf(place, 0).Public()))))
	opener("generator", "the generator", bls.GeneratorG1())
	opener("other_committee", "another committee's", (&world{group: w.foreign, nodes: w.foreignNodes}).multiplied(place.Identity()))

	cheat := w.accuse(sealedFrames(rawFrame(tale)), len(tale)+1, asFolder)
	for _, kind := range []fraud.Kind{fraud.Key, fraud.Encryption, fraud.Folder} {
		bad("other_kind_"+string(kind), "it is a fraud of the kind content", w.accusation(cheat, kind))
	}
	last := len(cheat.sealed) - 1
	damaged := func(fault, comment string, sealed []byte) {
		bad("damaged_"+fault, comment, w.accusation(cheat, fraud.Content).and(fields{"sealed": hexed(sealed)}))
	}
	damaged("bit", "the last bit is another one: another copy may be whole", with(cheat.sealed, last, cheat.sealed[last]^1))
	damaged("cut", "the last byte is missing", cheat.sealed[:last])
	damaged("byte_long", "a byte follows", append(slices.Clone(cheat.sealed), 0))
	damaged("other_section", "the sealed bytes of another section", []byte("sample"))
	bad("other_escrow", "accused for another escrow than the software's constant", w.accusation(cheat, fraud.Content, func(p *fraud.Proof) { p.Escrow = address(0x5d) }))
	disagree := w.accuse(cheat.sealed, len(tale)+1, func(h *wrap.Header) { h.Binding.P.G1 = w.foreign.P })
	bad("keys_disagree", "a header whose P is another committee's", w.accusation(disagree, fraud.Content))
}

// disownedFrauds are true of headers that the accused did not sign.
func disownedFrauds(b *Builder) {
	w := b.world
	bad := func(fault, comment string, change func(*wrap.Header)) {
		a := w.accuse(sealedFrames(rawFrame(tale)), len(tale))
		a.Content.Sections = slices.Clone(a.Content.Sections)
		change(a.Header)
		b.fails(Authenticate, fault, comment, w.accusation(a, fraud.Content))
	}
	bad("e_changed", "another E_k than was signed", func(h *wrap.Header) { h.Binding.E[1][0] ^= 1 })
	bad("size_changed", "another size than was signed", func(h *wrap.Header) { h.Content.Sections[1].Size++ })
	bad("media_changed", "another media type than was signed", asFolder)
	bad("signature_changed", "a bit of the signature is another one", func(h *wrap.Header) { h.Signature[5] ^= 1 })
	bad("other_signer", "another publisher is named", func(h *wrap.Header) { h.Binding.Terms.Signer = publisherAddress("another signer") })
	bad("other_signature", "another publisher signed", func(h *wrap.Header) { w.sign(h, publisherKey("another signer")) })
	bad("committee_replaced", "a committee of the accuser's own in the header", func(h *wrap.Header) { h.Binding.P.G1, h.Binding.Q.G2 = w.foreign.P, w.foreign.Q })
	bad("own_contract", "a product with a contract of its own, by another than its publisher", func(h *wrap.Header) {
		at := h.Address(product.ContractsOf(w.contracts.Escrow))
		h.Binding.Product = at[:]
		w.sign(h, publisherKey("signer"))
	})
}

func malformedFrauds(b *Builder) {
	w := b.world
	a := w.accuse(sealedFrames(rawFrame(tale)), len(tale)+1)
	good := w.accusation(a, fraud.Content)["document"].(string)
	bad := func(fault, comment, document string) {
		b.fails(Parse, fault, comment, w.fraudIn(document, a.sealed))
	}
	instead := func(fault, comment, old, new string) { bad(fault, comment, rewritten(good, old, new)) }
	bad("empty", "no bytes", "")
	bad("cut", "without its line feed", good[:len(good)-1])
	bad("line_feed_long", "a line feed more", good+"\n")
	bad("twice", "two documents", good+good)
	instead("spaces", "other white space", `"tier": 1`, `"tier":1`)
	instead("order", "another order of members", "  \"section\": 1,\n  \"name\": \"tale\",\n", "  \"name\": \"tale\",\n  \"section\": 1,\n")
	instead("unknown_member", "a member that is unknown", `"tier": 1`, `"tier": 1, "order": 1`)
	instead("no_warning", "without its warning", strings.SplitAfter(good, "\n")[2], "")
	instead("version", "another version", "fraud:1", "fraud:2")
	instead("other_title", "another title than the header's", "The Tale", "A Tale")
	instead("other_name", "another name than the section's", `"tale"`, `"sample.txt"`)
	instead("other_wrap", "another wrap than the header's", "wrap:0x", "wrap:0x00")
	instead("other_publisher", "another publisher than the header's signer", hexAddress(a.Binding.Terms.Signer), hexAddress(address(0x66)))
	instead("unknown_kind", "a kind that is unknown", `"content"`, `"quality"`)
	instead("folder_of_file", "a fraud of the kind folder where none was signed", `"content"`, `"folder"`)
	instead("section_beyond", "a section that the header has not", `"section": 1`, `"section": 2`)
	instead("section_negative", "a section below 0", `"section": 1`, `"section": -1`)
	instead("tier_beyond", "a tier that the header has not", `"tier": 1`, `"tier": 2`)
	instead("tier_without", "a tier that does not include the section: its key need not open it", `"tier": 1`, `"tier": 0`)
	opener := hexG1(w.openerOf(a.Header, 1))
	instead("opener_identity", "the identity for D_k", opener, "0xc0"+strings.Repeat("00", bls.G1Size-1))
	instead("opener_outside_subgroup", "D_k outside the subgroup", opener, hexed(blstest.OutsideG1().Compressed()))
	instead("opener_upper_case", "other hexadecimal digits", opener, strings.ToUpper(opener[2:]))
	instead("escrow_short", "an escrow of 19 bytes", hexAddress(w.contracts.Escrow), hexAddress(w.contracts.Escrow)[:40])
	hinted := *a.Header
	hinted.Hints = []wrap.Hint{{Kind: "node", URL: "https://node.example"}}
	instead("hints", "a header with hints, which are not signed", hex.EncodeToString(a.Bytes()), hex.EncodeToString(hinted.Bytes()))
	nobody := common.Address{}
	instead("header_no_signer", "a header without a signer", hex.EncodeToString(a.Binding.Terms.Signer[:])+hex.EncodeToString(a.Binding.Terms.Token[:]), hex.EncodeToString(append(nobody[:], a.Binding.Terms.Token[:]...)))
}
