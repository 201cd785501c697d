package vectors

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base32"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/shrinkwrap/shrinkwrap/internal/qr"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

const linkAddress = "https://shop.example/open"

// codes are what a QR code or a link holds.
//
//	in   text
//	out  payload, text (of the QR code), fragment (of the link), wrap (SHA-256 of the ZIP file; of a pointer empty)
func codes(b *Builder) {
	whole := b.world.contents(false)
	for name, contents := range map[string][][]byte{
		"whole": whole, "program_cover": b.world.contents(true), "pointer": whole[:1],
		"pointer_of_larger": b.world.contents(true)[:1],
	} {
		payload := payloadOf(contents)
		out := fields{"payload": hexed(payload), "text": textOf(payload), "fragment": fragmentOf(payload), "wrap": wrapOf(contents)}
		b.ok("ok_"+name, "as a QR code", fields{"text": textOf(payload)}, out)
		b.ok("ok_"+name+"_link", "as a link", fields{"text": linkAddress + "#" + fragmentOf(payload)}, out)
	}
	malformedPayloads(b, whole)
	malformedTexts(b, payloadOf(whole))
	malformedLinks(b, payloadOf(whole))
}

// contents returns the entries of a wrap that a tier key opens, from the header
// on.
func (w *world) contents(parts bool) [][]byte {
	sealed := newAgeFile("tale", tierSecrets(1)...).sealed("tale", rawFrame(tale))
	contents := [][]byte{nil, sealed}
	h := w.header(func(h *wrap.Header) {
		section := wrap.SectionHeader{Name: "tale.txt", Media: "text/plain", Tiers: 1, Size: uint64(len(tale)), SealedSize: uint64(len(sealed)), Digest: digestOf(sealed)}
		h.Content = wrap.Content{Title: "A Tale", Language: "en", Tiers: []wrap.Tier{{Name: "tale"}}, Sections: []wrap.SectionHeader{section}}
		h.Binding.Terms.Tiers, h.Hints = h.Binding.Terms.Tiers[:1], nil
		if parts {
			contents = append(contents, addParts(&h.Content)...)
		}
	})
	contents[0] = h.Bytes()
	return contents
}

// addParts adds a release program and a cover, and returns their entries.
func addParts(c *wrap.Content) [][]byte {
	program := []byte("\x00asm\x01\x00\x00\x00")
	packed, cover := rawFrame(program), take("cover", 20)
	c.Program = &wrap.Program{Size: uint64(len(program)), SealedSize: uint64(len(packed)), Digest: digestOf(packed)}
	c.Cover = &wrap.Cover{Name: "cover.png", Size: uint64(len(cover)), Digest: sha256.Sum256(cover)}
	return [][]byte{packed, cover}
}

// digestOf returns the digest of sealed bytes.
func digestOf(sealed []byte) common.Hash { return sha256.Sum256(piecesOf(sealed)) }

// piecesOf returns the list of pieces of sealed bytes.
func piecesOf(sealed []byte) (list []byte) {
	for piece := range slices.Chunk(sealed, 1<<20) {
		sum := sha256.Sum256(piece)
		list = append(list, sum[:]...)
	}
	return list
}

func payloadOf(contents [][]byte) []byte { return must(rlp.EncodeToBytes(contents)) }

func textOf(payload []byte) string { return "WRAP1:" + qr.EncodeBase45(payload) }

func fragmentOf(payload []byte) string {
	return strings.TrimRight(base32.StdEncoding.EncodeToString(payload), "=")
}

// wrapOf returns the SHA-256 of the ZIP file of these entries, or nothing if they
// are the header alone.
func wrapOf(contents [][]byte) string {
	if len(contents) == 1 {
		return hexed(nil)
	}
	names := []string{"header", "sections/0.age", "program.wasm.zst", "cover.png"}
	var entries []wrap.Entry
	for i, content := range contents {
		entries = append(entries, wrap.BytesEntry(names[i], content))
	}
	file := written(entries...)
	checkWrap(file)
	sum := sha256.Sum256(file)
	return hexed(sum[:])
}

// checkWrap wants that the wrap holds what its header says.
func checkWrap(file []byte) {
	a := must(wrap.OpenArchive(bytes.NewReader(file), int64(len(file))))
	h := must(wrap.ParseHeader(must(a.Header())))
	if err := a.Verify(context.Background(), h, nil); err != nil {
		panic("vectors: " + err.Error())
	}
}

// malformedPayloads are well encoded, and no wrap.
func malformedPayloads(b *Builder, whole [][]byte) {
	bad := func(fault, comment string, payload []byte) {
		b.fails(Parse, "payload_"+fault, comment, fields{"text": textOf(payload)})
	}
	large := b.world.contents(true)
	changed := func(at int, entry []byte) []byte {
		contents := slices.Clone(whole)
		contents[at] = entry
		return payloadOf(contents)
	}
	bad("empty_list", "no header", []byte{0xc0})
	bad("string", "no list", []byte{0x80})
	bad("trailing_item", "something follows the list", append(payloadOf(whole), 0x80))
	bad("cut", "the last byte is missing", payloadOf(whole)[:len(payloadOf(whole))-1])
	bad("entry_missing", "the header tells of one more", payloadOf(large[:len(large)-1]))
	bad("entry_more", "the header tells of one less", payloadOf(append(slices.Clone(whole), []byte{1})))
	bad("entry_empty", "an entry of no bytes more", payloadOf(append(slices.Clone(whole), nil)))
	bad("entry_is_list", "an entry is a string", listOf([]rlp.RawValue{must(rlp.EncodeToBytes(whole[0])), {0xc0}}))
	bad("pointer_with_empty_section", "a section of no bytes is not one that is elsewhere", payloadOf([][]byte{whole[0], nil}))
	bad("section_byte_short", "the header tells of its size", changed(1, whole[1][:len(whole[1])-1]))
	bad("section_byte_long", "the header tells of its size", changed(1, append(bytes.Clone(whole[1]), 0)))
	bad("entries_swapped", "entries have the order of the ZIP file", payloadOf([][]byte{large[0], large[1], large[3], large[2]}))
	bad("header_byte_short", "a header that is none", changed(0, whole[0][:len(whole[0])-1]))
	bad("header_version_2", "refused by its version", changed(0, replaced(whole[0], []byte{2}, 0)))
	bad("header_not_in_string", "the header as a list in the list", listOf([]rlp.RawValue{whole[0], must(rlp.EncodeToBytes(whole[1]))}))
	long := payloadOf(whole)
	bad("length_long_form", "the list's length in a byte too many", slices.Concat([]byte{long[0] + 1, 0}, long[1:]))
}

// malformedTexts are not what base45 writes.
func malformedTexts(b *Builder, payload []byte) {
	good := textOf(payload)
	bad := func(fault, comment, text string) { b.fails(Parse, fault, comment, fields{"text": text}) }
	bad("nothing", "no text", "")
	bad("prefix_alone", "no payload", good[:6])
	bad("prefix_other", "another version", "WRAP2:"+good[6:])
	bad("prefix_lower_case", "the prefix is in upper case", "wrap1:"+good[6:])
	bad("prefix_missing", "base45 alone", good[6:])
	bad("prefix_after_space", "a space before", " "+good)
	bad("base45_lower_case", "a character outside the alphabet", good[:6]+strings.ToLower(good[6:]))
	bad("base45_character", "a character outside the alphabet", good[:len(good)-3]+"!"+good[len(good)-2:])
	bad("base45_line_feed", "a character outside the alphabet at the end", good+"\n")
	bad("base45_left_over", "a character is left over", textOf(payload[:len(payload)/2*2])+"0")
	bad("base45_three_too_large", "the right bytes, by a group of three that stands for 2^16 more", good[:6]+overflown(good[6:], 3, 1<<16))
	bad("base45_two_too_large", "the right bytes, by a last group of two that stands for 2^8 more", textOf(oddPayload(b))[:6]+overflown(textOf(oddPayload(b))[6:], 2, 1<<8))
	bad("base45_trailing_group", "zeros follow", good+"000")
}

// oddPayload returns a payload of an odd number of bytes.
func oddPayload(b *Builder) []byte {
	for _, contents := range [][][]byte{b.world.contents(false), b.world.contents(true), b.world.contents(false)[:1], b.world.contents(true)[:1]} {
		if payload := payloadOf(contents); len(payload)%2 == 1 {
			return payload
		}
	}
	panic("vectors: no payload of an odd size")
}

const base45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"

// overflown adds modulus to the last group of so many characters that has room
// for it: a reader that drops the upper bits reads the same bytes.
func overflown(text string, size, modulus int) string {
	for at := (len(text) - size) / 3 * 3; at >= 0; at -= 3 {
		value, room := 0, 1
		for i := size - 1; i >= 0; i-- {
			value, room = value*45+strings.IndexByte(base45, text[at+i]), room*45
		}
		if value += modulus; value >= room {
			continue
		}
		group := []byte(text[at : at+size])
		for i := range group {
			group[i], value = base45[value%45], value/45
		}
		return text[:at] + string(group) + text[at+size:]
	}
	panic("vectors: no group has room")
}

// malformedLinks are not what base32 writes, or no links.
func malformedLinks(b *Builder, payload []byte) {
	fragment := fragmentOf(payload)
	bad := func(fault, comment, text string) { b.fails(Parse, "link_"+fault, comment, fields{"text": text}) }
	bad("lower_case", "base32 is in upper case", linkAddress+"#"+strings.ToLower(fragment))
	bad("padding", "there is no padding", linkAddress+"#"+base32.StdEncoding.EncodeToString(payload))
	bad("last_bits", "the right bytes, and bits after them", linkAddress+"#"+lastBits(fragment))
	bad("character", "a character outside the alphabet", linkAddress+"#"+"1"+fragment[1:])
	bad("cut", "the last character is missing", linkAddress+"#"+fragment[:len(fragment)-1])
	bad("base45", "base45 in a link", linkAddress+"#"+textOf(payload))
	bad("query", "a payload that would be sent to a server", linkAddress+"?"+fragment)
	bad("no_fragment", "a link to something else", linkAddress)
	bad("other_scheme", "not by http or https", "ftp://shop.example/open#"+fragment)
	bad("fragment_alone", "no address", "#"+fragment)
}

// lastBits sets the last bit of a fragment's last character, which stands for
// nothing.
func lastBits(fragment string) string {
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
	last := strings.IndexByte(alphabet, fragment[len(fragment)-1])
	if len(fragment)*5%8 == 0 || last%2 == 1 {
		panic("vectors: the last bit stands for something")
	}
	return fragment[:len(fragment)-1] + string(alphabet[last+1])
}
