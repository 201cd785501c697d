package vectors

import "github.com/shrinkwrap/shrinkwrap/internal/bls"

// hashes are hash_to_curve of RFC 9380, suite BLS12381G1_XMD:SHA-256_SSWU_RO_.
//
//	in   message, dst (text)
//	out  point
func hashes(b *Builder) {
	const rfc = "QUUX-V01-CS02-with-BLS12381G1_XMD:SHA-256_SSWU_RO_"
	const tier = "SHRINKWRAP-V1-TIER_BLS12381G1_XMD:SHA-256_SSWU_RO_"
	add := func(name, comment string, message []byte, dst string) {
		out := g1Fields("point", must(bls.HashToG1(message, dst)))
		b.ok(name, comment, fields{"message": hexed(message), "dst": dst}, out)
	}
	add("rfc_empty", "RFC 9380, J.9.1", nil, rfc)
	add("rfc_abc", "RFC 9380, J.9.1", []byte("abc"), rfc)
	add("rfc_abcdef", "RFC 9380, J.9.1", []byte("abcdef0123456789"), rfc)
	add("73_bytes", "as long as a place", take("message", 73), tier)
	add("84_bytes", "as long as an order's place", take("message", 84), tier)
	add("116_bytes", "as long as a holder's", take("message", 116), tier)
}
