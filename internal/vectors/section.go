package vectors

import (
	"bytes"
	"context"
	"crypto/sha256"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/klauspost/compress/zstd"

	"github.com/shrinkwrap/shrinkwrap/internal/seal"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// sections are sealed bytes with what a header signs of them, and a tier's
// identity. The digest comes first: bytes that it does not cover are damaged
// ([Verify]), whatever they hold. Then the key is none of theirs ([Authenticate]),
// or they are not what was promised ([Parse]), which is fraud.
//
//	in   sealed, identity (AGE-SECRET-KEY-1…), size, sealedSize, digest
//	out  sha256 (of the plaintext)
func sections(b *Builder) {
	goodSections(b)
	damagedSections(b)
	lockedSections(b)
	malformedSeals(b)
	malformedFrames(b)
}

var tale = []byte("A tale.")

// keysOfSections returns the tier keys gold and silver, to which the sample is
// sealed, and one of another product.
func keysOfSections() (gold, silver, other seal.TierKey) {
	keys := tierSecrets(3)
	return keys[0], keys[1], keys[2]
}

// sampleSeal returns the age file of the sample, without a payload.
func sampleSeal() ageFile {
	gold, silver, _ := keysOfSections()
	return newAgeFile("section", gold, silver)
}

// sealedFrames returns the sample with other zstd frames in it.
func sealedFrames(frames ...[]byte) []byte {
	return sampleSeal().sealed("section", slices.Concat(frames...))
}

// sectionIn is a section as it was signed, with the identity of gold.
func sectionIn(sealed []byte, size int) fields {
	gold, _, _ := keysOfSections()
	return identityOf(gold).and(digestField(digestOf(sealed))).and(fields{"sealed": hexed(sealed), "size": size, "sealedSize": len(sealed)})
}

func identityOf(key seal.TierKey) fields { return fields{"identity": key.Identity().String()} }

func goodSections(b *Builder) {
	gold, silver, _ := keysOfSections()
	ok := func(fault, comment string, in fields, plain []byte) {
		sum := sha256.Sum256(plain)
		b.ok("ok_"+fault, comment, in, fields{"sha256": hexed(sum[:])})
	}
	frames := func(fault, comment string, plain []byte, frames ...[]byte) {
		ok(fault, comment, sectionIn(sealedFrames(frames...), len(plain)), plain)
	}
	frames("first_recipient", "sealed to two tiers, opened by the first", tale, rawFrame(tale))
	ok("second_recipient", "sealed to two tiers, opened by the second", sectionIn(sealedFrames(rawFrame(tale)), len(tale)).and(identityOf(silver)), tale)
	one := newAgeFile("tale", gold).sealed("tale", rawFrame(tale))
	ok("one_recipient", "the section of the wraps in code_ok_…", sectionIn(one, len(tale)), tale)
	frames("empty", "a file of no bytes: one empty frame", nil, rawFrame(nil))
	frames("two_frames", "frames follow each other", []byte("A tale.A tale."), rawFrame(tale), rawFrame(tale))
	frames("empty_frame", "an empty frame after another one", tale, rawFrame(tale), rawFrame(nil))
	frames("skippable_frame", "a skippable frame holds nothing", tale, skippableFrame, rawFrame(tale), skippableFrame)
	frames("window_8_mib", "the largest window", tale, windowFrame(13<<3, tale))
	frames("window_8_mib_with_size", "the largest window of a frame that says its size and has no use for it", tale, sizedWindow(tale))
	frames("single_segment_8_mib", "a frame of 8 MiB whose window is the frame", bytes.Repeat([]byte{0xaa}, 64*rleBlock), singleSegment(64))
	frames("checksum", "a frame with a checksum", tale, checksummed(tale))
	long := bytes.Repeat(tale, 1000)
	frames("compressed", "as this software compresses", long, packed(long))
	ok("forged_and_signed", "what section_forged holds, with a digest of its own: the recipient gold cannot tell, only the digest can", sectionIn(forgedSection(), len(lie)), lie)
}

var skippableFrame = []byte{0x50, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 'x', 'x'}

func packed(plain []byte) []byte {
	var b bytes.Buffer
	must(wrap.PackProgram(context.Background(), &b, bytes.NewReader(plain)))
	return b.Bytes()
}

// checksummed returns a frame that ends in XXH64.
func checksummed(plain []byte) []byte {
	return must(zstd.NewWriter(nil, zstd.WithEncoderCRC(true))).EncodeAll(plain, nil)
}

var lie = []byte("A lie!!")

// forgedSection is what a recipient makes of the sample for the other one: the
// same age header, since he knows the file key, and another payload of the same
// size.
func forgedSection() []byte { return sampleSeal().sealed("forged", rawFrame(lie)) }

// damagedSections are other bytes than were signed.
func damagedSections(b *Builder) {
	sealed := sealedFrames(rawFrame(tale))
	good := sectionIn(sealed, len(tale))
	bad := func(fault, comment string, change fields) { b.fails(Verify, fault, comment, good.and(change)) }
	bad("forged", "another payload under the same age header, by another recipient, with the first digest", fields{"sealed": hexed(forgedSection())})
	bad("other_digest", "the digest of other bytes", digestField(digestOf(forgedSection())))
	bad("plain_sha256", "the SHA-256 of the bytes is not the digest", digestField(sha256.Sum256(sealed)))
	bad("sealed_size_less", "the signed size is a byte less", fields{"sealedSize": len(sealed) - 1})
	bad("sealed_size_more", "the signed size is a byte more", fields{"sealedSize": len(sealed) + 1})
	bad("cut", "the last byte is missing", fields{"sealed": hexed(sealed[:len(sealed)-1])})
	bad("byte_long", "a byte follows", fields{"sealed": hexed(append(bytes.Clone(sealed), 0))})
	bad("bit_flipped", "the last bit is another one", fields{"sealed": hexed(with(sealed, len(sealed)-1, sealed[len(sealed)-1]^1))})
	_, _, other := keysOfSections()
	bad("other_digest_other_identity", "damage is told before the key is tried", digestField(common.Hash{1}).and(identityOf(other)))
	bad("other_digest_no_age", "damage is told before the form is looked at: it is no fraud", fields{"sealed": hexed(take("no age", len(sealed)))})
	bad("other_digest_no_frames", "damage is told before the form is looked at: it is no fraud", fields{"sealed": hexed(sampleSeal().sealed("forged", take("no frames", 16)))})
}

// lockedSections are the signed bytes with a key of something else.
func lockedSections(b *Builder) {
	gold, silver, other := keysOfSections()
	good := sectionIn(sealedFrames(rawFrame(tale)), len(tale))
	b.fails(Authenticate, "other_identity", "the key of none of the tiers that include the section", good.and(identityOf(other)))
	one := sectionIn(newAgeFile("tale", gold).sealed("tale", rawFrame(tale)), len(tale))
	b.fails(Authenticate, "other_tier", "the key of a tier that does not include the section", one.and(identityOf(silver)))
}

// malformedSeals are signed, and do not decrypt to what was promised.
func malformedSeals(b *Builder) {
	sealed := sealedFrames(rawFrame(tale))
	bad := func(fault, comment string, sealed []byte) {
		b.fails(Parse, fault, comment, sectionIn(sealed, len(tale)))
	}
	size := func(fault, comment string, size int) { b.fails(Parse, fault, comment, sectionIn(sealed, size)) }
	size("size_less", "the signed size is a byte less than the plaintext: no byte past it may be written", len(tale)-1)
	size("size_more", "the signed size is a byte more than the plaintext", len(tale)+1)
	size("size_0", "the signed size is 0", 0)
	bad("age_cut", "signed without its last byte", sealed[:len(sealed)-1])
	bad("age_no_chunk", "signed without its payload's only chunk", sealed[:len(sealed)-len(rawFrame(tale))-16])
	bad("age_no_payload", "an age header alone", sampleSeal().header)
	bad("age_header_cut", "half an age header", sampleSeal().header[:100])
	bad("age_byte_long", "signed with a byte after it", append(bytes.Clone(sealed), 0))
	bad("age_tag", "the payload's tag is another one", with(sealed, len(sealed)-1, sealed[len(sealed)-1]^1))
	bad("age_header_mac", "the age header's code is another's", slices.Concat(otherMAC(), sealed[len(sampleSeal().header):]))
	bad("age_version", "another version of age", bytes.Replace(sealed, []byte("/v1"), []byte("/v2"), 1))
	bad("no_age", "no age file", rawFrame(tale))
}

// otherMAC returns the sample's age header with the code of another file key.
func otherMAC() []byte {
	_, silver, other := keysOfSections()
	header, foreign := sampleSeal().header, newAgeFile("foreign", silver, other).header
	return slices.Concat(header[:len(header)-44], foreign[len(foreign)-44:])
}

// malformedFrames decrypt, and do not inflate to what was promised.
func malformedFrames(b *Builder) {
	bad := func(fault, comment string, frames ...[]byte) {
		b.fails(Parse, "zstd_"+fault, comment, sectionIn(sealedFrames(frames...), len(tale)))
	}
	frame := rawFrame(tale)
	bad("window_above_8_mib", "a window of 9 MiB, the next one after 8", windowFrame(13<<3|1, tale))
	b.fails(Parse, "zstd_single_segment_above_8_mib", "a good frame of 8 MiB and 128 KiB whose window is the frame", sectionIn(sealedFrames(singleSegment(65)), 65*rleBlock))
	bad("size_exabytes", "a frame that says that it has 2^60 bytes", exabytes())
	bad("dictionary", "a frame that names a dictionary", dictionaryFrame())
	bad("checksum", "another checksum", flippedLast(checksummed(tale)))
	bad("frame_size", "a frame that says a byte less than it has", with(frame, 5, frame[5]-1))
	bad("reserved_block", "a block of the reserved type", with(frame, 6, frame[6]|6))
	bad("no_last_block", "the last block is missing", with(frame, 6, frame[6]&^1))
	bad("magic", "no frame", with(frame, 0, 0))
	bad("not_compressed", "a file as it is", tale)
	bad("nothing", "no frame at all")
	bad("skippable_alone", "nothing but a skippable frame", skippableFrame)
	bad("cut", "the last byte is missing", frame[:len(frame)-1])
	bad("byte_long", "a byte after the last frame", frame, []byte{0})
	bad("magic_after", "the start of another frame", frame, frame[:4])
	bad("frame_more", "a second frame goes on past the signed size", frame, rawFrame([]byte("x")))
	bad("bomb", "a block that says 128 KiB in 4 bytes", bomb())
}

func flippedLast(b []byte) []byte { return with(b, len(b)-1, b[len(b)-1]^1) }

// rleBlock is the size of a block that repeats a byte, the largest one.
const rleBlock = 128 << 10

// singleSegment is a frame of blocks that repeat a byte, 4 bytes each. It says
// its size, in four bytes, and has no window but itself.
func singleSegment(blocks int) []byte {
	frame := le.AppendUint32([]byte{0x28, 0xb5, 0x2f, 0xfd, 0xa0}, uint32(blocks*rleBlock))
	for i := range blocks {
		header := rleBlock<<3 | 1<<1
		if i == blocks-1 {
			header |= 1
		}
		frame = append(frame, byte(header), byte(header>>8), byte(header>>16), 0xaa)
	}
	return frame
}

// sizedWindow is a frame with a window of 8 MiB and a content size of four bytes.
func sizedWindow(plain []byte) []byte {
	return slices.Concat(le.AppendUint32([]byte{0x28, 0xb5, 0x2f, 0xfd, 0x80, 13 << 3}, uint32(len(plain))), rawBlock(plain))
}

// exabytes is a frame with a window of 1 KiB and a content size of eight bytes.
func exabytes() []byte {
	return slices.Concat(le.AppendUint64([]byte{0x28, 0xb5, 0x2f, 0xfd, 0xc0, 0}, 1<<60), rawBlock(tale))
}

// dictionaryFrame is the sample's frame that names dictionary 7 in a byte.
func dictionaryFrame() []byte {
	return slices.Concat([]byte{0x28, 0xb5, 0x2f, 0xfd, 0x21, 7, byte(len(tale))}, rawBlock(tale))
}

// bomb is a frame without its size, of one block that repeats a byte.
func bomb() []byte {
	header := rleBlock<<3 | 1<<1 | 1
	return []byte{0x28, 0xb5, 0x2f, 0xfd, 0, 7 << 3, byte(header), byte(header >> 8), byte(header >> 16), 0xaa}
}
