package vectors

import (
	"bytes"
	"crypto/sha256"

	"github.com/ethereum/go-ethereum/common"
)

// digests are sealed bytes against what a header signs of them. The bytes are
// the first ones of a stream, so that there may be several pieces of them.
//
//	in   stream (a label), length (of the bytes that arrived), sealedSize, digest, pieces (the list that came with them; 0x if none did)
func digests(b *Builder) {
	goodDigests(b)
	sealed := take("sealed", 1<<20+1)
	list := piecesOf(sealed)
	small := digestIn(take("sealed", 100), nil)
	b.fails(Verify, "plain_sha256", "one piece: the digest is over its hash, not over its bytes", small.and(digestField(sha256.Sum256(take("sealed", 100)))))
	b.fails(Verify, "other_bytes", "other bytes than were signed", small.and(fields{"stream": "other"}))
	b.fails(Verify, "sealed_size_less", "a byte more arrived than was signed", small.and(fields{"sealedSize": 99}))
	b.fails(Verify, "sealed_size_more", "a byte less arrived than was signed", small.and(fields{"sealedSize": 101}))
	b.fails(Verify, "cut", "the bytes end early", small.and(fields{"length": 99}))
	b.fails(Verify, "nothing", "no bytes arrived", small.and(fields{"length": 0}))
	b.fails(Parse, "sealed_size_0", "nothing seals to nothing", small.and(fields{"sealedSize": 0, "length": 0}))
	good := digestIn(sealed, list)
	bad := func(fault, comment string, change fields) { b.fails(Verify, fault, comment, good.and(change)) }
	swapped := append(bytes.Clone(list[32:]), list[:32]...)
	bad("two_pieces_plain_sha256", "the digest is over the list, not over the bytes", digestField(sha256.Sum256(sealed)))
	bad("two_pieces_plain_sha256_no_list", "the digest is over the list, not over the bytes", digestField(sha256.Sum256(sealed)).and(fields{"pieces": "0x"}))
	bad("list_swapped", "the list in another order", fields{"pieces": hexed(swapped)})
	bad("list_swapped_signed", "a signed list that is not of the bytes in their order", fields{"pieces": hexed(swapped)}.and(digestField(sha256.Sum256(swapped))))
	bad("list_short", "an element is missing", fields{"pieces": hexed(list[:32])})
	bad("list_long", "an element follows", fields{"pieces": hexed(append(bytes.Clone(list), list[:32]...))})
	bad("list_byte_short", "an element is cut", fields{"pieces": hexed(list[:63])})
	bad("list_of_other_bytes", "other bytes with the list that fits them: it is not the signed one",
		fields{"stream": "other", "pieces": hexed(piecesOf(take("other", 1<<20+1)))})
	bad("last_piece_of_other_bytes", "the first piece is right, the second one not", lastOther(sealed))
	bad("length_less", "the second piece is missing", fields{"length": 1 << 20})
	bad("length_more", "a byte more arrived than was signed", fields{"length": 1<<20 + 2})
}

func goodDigests(b *Builder) {
	for name, size := range map[string]int{"1_byte": 1, "100_bytes": 100, "1_mib_less_a_byte": 1<<20 - 1, "1_mib": 1 << 20} {
		b.ok("ok_"+name, "one piece, no list", digestIn(take("sealed", size), nil), nil)
	}
	for name, size := range map[string]int{"1_mib_and_a_byte": 1<<20 + 1, "2_mib": 2 << 20, "2_mib_and_a_byte": 2<<20 + 1} {
		sealed := take("sealed", size)
		b.ok("ok_"+name, "the last piece may be shorter", digestIn(sealed, piecesOf(sealed)), nil)
		b.ok("ok_"+name+"_no_list", "the list follows from the bytes", digestIn(sealed, nil), nil)
	}
}

func digestField(digest common.Hash) fields { return fields{"digest": hexed(digest[:])} }

func digestIn(sealed, list []byte) fields {
	return digestField(digestOf(sealed)).and(fields{"stream": "sealed", "length": len(sealed), "sealedSize": len(sealed), "pieces": hexed(list)})
}

// lastOther signs a list whose second element is of another byte.
func lastOther(sealed []byte) fields {
	other := with(sealed, len(sealed)-1, sealed[len(sealed)-1]^1)
	return digestField(digestOf(other)).and(fields{"pieces": hexed(piecesOf(other))})
}
