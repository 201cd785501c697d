package vectors

import (
	"bytes"
	"math/big"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
)

// scalars are encodings of public scalars: c and z of proofs and signatures.
//
//	in   bytes
//	out  value, in decimals
func scalars(b *Builder) {
	for fault, n := range map[string]*big.Int{"0": big.NewInt(0), "1": big.NewInt(1), "r_minus_1": rPlus(-1)} {
		b.ok(fault, "below r", fields{"bytes": hexed(word(n))}, fields{"value": n.String()})
	}
	bad := func(fault, comment string, encoded []byte) {
		b.fails(Parse, fault, comment, fields{"bytes": hexed(encoded)})
	}
	bad("r", "the order itself: a second form of 0", word(rPlus(0)))
	bad("r_plus_1", "a second form of 1", word(rPlus(1)))
	bad("all_ones", "2^256 − 1", bytes.Repeat([]byte{0xff}, 32))
	bad("31_bytes", "a byte short", make([]byte, 31))
	bad("33_bytes", "a byte long", make([]byte, 33))
}

// rPlus returns r + n.
func rPlus(n int64) *big.Int { return new(big.Int).Add(bls.Order(), big.NewInt(n)) }

// word writes n in 32 bytes.
func word(n *big.Int) []byte { return n.FillBytes(make([]byte, 32)) }

// plusOrder returns the scalar s written as s + r.
func plusOrder(s bls.Scalar) string {
	b := s.Bytes()
	n := new(big.Int).SetBytes(b[:])
	return hexed(word(n.Add(n, bls.Order())))
}
