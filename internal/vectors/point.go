package vectors

import (
	"bytes"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/bls/blstest"
)

// points are encodings of points, good and bad.
//
//	in   group "G1" or "G2", form "compressed" or "affine", bytes
//	out  compressed, affine
func points(b *Builder) {
	pointsOfG1(b)
	pointsOfG2(b)
	compressedG1(b)
	affineG1(b)
	compressedG2(b)
	affineG2(b)
}

var minusOne = bls.NewScalar(0).Sub(bls.NewScalar(1))

func pointsOfG1(b *Builder) {
	for name, k := range map[string]bls.Scalar{"generator": bls.NewScalar(1), "negative": minusOne, "multiple": bls.ReduceScalar(take("point", 32))} {
		p := must(bls.GeneratorG1().Mul(k))
		compressed, affine := p.Bytes(), p.Affine()
		out := fields{"compressed": hexed(compressed[:]), "affine": hexed(affine[:])}
		b.ok("g1_"+name, "a good point", pointIn("G1", "compressed", compressed[:]), out)
		b.ok("g1_affine_"+name, "a good point", pointIn("G1", "affine", affine[:]), out)
	}
}

func pointsOfG2(b *Builder) {
	for name, k := range map[string]bls.Scalar{"generator": bls.NewScalar(1), "negative": minusOne, "multiple": bls.ReduceScalar(take("point", 32))} {
		p := must(bls.GeneratorG2().Mul(k))
		compressed, affine := p.Bytes(), p.Affine()
		out := fields{"compressed": hexed(compressed[:]), "affine": hexed(affine[:])}
		b.ok("g2_"+name, "a good point", pointIn("G2", "compressed", compressed[:]), out)
		b.ok("g2_affine_"+name, "a good point", pointIn("G2", "affine", affine[:]), out)
	}
}

func pointIn(group, form string, encoded []byte) fields {
	return fields{"group": group, "form": form, "bytes": hexed(encoded)}
}

// with returns b with one byte changed.
func with(b []byte, at int, value byte) []byte {
	out := bytes.Clone(b)
	out[at] = value
	return out
}

func compressedG1(b *Builder) {
	g, affine := bls.GeneratorG1().Bytes(), bls.GeneratorG1().Affine()
	small := blstest.MultipleG1(func(p bls.G1) bool { return blstest.Small(p.Bytes()[0]) }).Bytes()
	infinity, modulus := with(make([]byte, 48), 0, 0xc0), blstest.Modulus()
	bad := func(fault, comment string, encoded []byte) {
		b.fails(Parse, "g1_"+fault, comment, pointIn("G1", "compressed", encoded))
	}
	bad("47_bytes", "a byte short", g[:47])
	bad("49_bytes", "a byte long", append(g[:48:48], 0))
	bad("affine_form", "the affine form where the compressed one is wanted", affine[:])
	bad("no_compression_flag", "the first bit says that this is no compressed form", with(g[:], 0, g[0]&0x7f))
	bad("infinity_flag", "the second bit says identity, and an x follows", with(g[:], 0, g[0]|0x40))
	bad("identity", "the identity is no public value of this protocol", infinity)
	bad("identity_sign_flag", "the identity has no sign", with(infinity, 0, 0xe0))
	bad("identity_with_x", "the identity has no x", with(infinity, 47, 1))
	bad("zeros", "an x of zero without flags", make([]byte, 48))
	bad("x_plus_modulus", "a good point whose x is written with the modulus added; the flags still fit", blstest.AddModulus(small[:], 0))
	bad("x_is_modulus", "x = p, which a lazy reader takes for 0", with(modulus, 0, modulus[0]|0x80))
	bad("not_on_curve", "no y belongs to this x", blstest.NoPointG1())
	bad("outside_subgroup", "on the curve, of no small order, outside the subgroup of order r: some libraries do not check when they decompress", blstest.OutsideG1().Compressed())
	bad("order_3", "the point (0, 2), of order 3: multiplied by a secret it tells the secret mod 3", blstest.LowOrderG1(3).Compressed())
	bad("order_11", "of order 11", blstest.LowOrderG1(11).Compressed())
	bad("generator_plus_order_3", "a good point plus one of order 3, as a chosen release key could be", blstest.FromG1(bls.GeneratorG1()).Plus(blstest.LowOrderG1(3)).Compressed())
}

func affineG1(b *Builder) {
	g := bls.GeneratorG1().Affine()
	smallX := blstest.MultipleG1(func(p bls.G1) bool { return blstest.Small(p.Affine()[0]) }).Affine()
	smallY := blstest.MultipleG1(func(p bls.G1) bool { return blstest.Small(p.Affine()[48]) }).Affine()
	two := with(make([]byte, 48), 47, 2)
	bad := func(fault, comment string, encoded []byte) {
		b.fails(Parse, "g1_affine_"+fault, comment, pointIn("G1", "affine", encoded))
	}
	bad("95_bytes", "a byte short", g[:95])
	bad("97_bytes", "a byte long", append(g[:96:96], 0))
	bad("identity", "zeros: the identity on chain (EIP-2537)", make([]byte, 96))
	bad("identity_flag", "the identity as some libraries write it in 96 bytes", with(make([]byte, 96), 0, 0x40))
	bad("compression_flag", "a flag in the affine form", with(g[:], 0, g[0]|0x80))
	bad("x_plus_modulus", "a good point whose x is written with the modulus added", blstest.AddModulus(smallX[:], 0))
	bad("y_plus_modulus", "a good point whose y is written with the modulus added", blstest.AddModulus(smallY[:], 48))
	bad("x_is_modulus", "(p, 2), which a lazy reader takes for (0, 2)", append(blstest.Modulus(), two...))
	bad("not_on_curve", "the generator with another last bit", with(g[:], 95, g[95]^1))
	bad("outside_subgroup", "on the curve, outside the subgroup: EIP-2537's G1ADD takes it, its G1MSM does not", blstest.OutsideG1().Affine())
	bad("order_3", "the point (0, 2), of order 3", blstest.LowOrderG1(3).Affine())
	bad("order_11", "of order 11", blstest.LowOrderG1(11).Affine())
	bad("generator_plus_order_3", "a good point plus one of order 3", blstest.FromG1(bls.GeneratorG1()).Plus(blstest.LowOrderG1(3)).Affine())
}

func compressedG2(b *Builder) {
	h := bls.GeneratorG2().Bytes()
	small := blstest.MultipleG2(func(p bls.G2) bool { return blstest.Small(p.Bytes()[0]) }).Bytes()
	infinity := with(make([]byte, 96), 0, 0xc0)
	bad := func(fault, comment string, encoded []byte) {
		b.fails(Parse, "g2_"+fault, comment, pointIn("G2", "compressed", encoded))
	}
	bad("95_bytes", "a byte short", h[:95])
	bad("97_bytes", "a byte long", append(h[:96:96], 0))
	bad("no_compression_flag", "the first bit says that this is no compressed form", with(h[:], 0, h[0]&0x7f))
	bad("infinity_flag", "the second bit says identity, and an x follows", with(h[:], 0, h[0]|0x40))
	bad("identity", "the identity is no public value of this protocol", infinity)
	bad("identity_sign_flag", "the identity has no sign", with(infinity, 0, 0xe0))
	bad("identity_with_x", "the identity has no x", with(infinity, 95, 1))
	bad("x_plus_modulus", "a good point whose x.c1 is written with the modulus added", blstest.AddModulus(small[:], 0))
	bad("flags_in_c0", "flags belong to the first coefficient alone", with(h[:], 48, h[48]|0x80))
	bad("not_on_curve", "no y belongs to this x", blstest.NoPointG2())
	bad("outside_subgroup", "on the curve, outside the subgroup", blstest.OutsideG2().Compressed())
	bad("order_13", "of order 13", blstest.LowOrderG2(13).Compressed())
	bad("generator_plus_order_13", "a good point plus one of order 13", blstest.FromG2(bls.GeneratorG2()).Plus(blstest.LowOrderG2(13)).Compressed())
}

func affineG2(b *Builder) {
	h := bls.GeneratorG2().Affine()
	zcash := bytes.Join([][]byte{h[48:96], h[:48], h[144:], h[96:144]}, nil)
	bad := func(fault, comment string, encoded []byte) {
		b.fails(Parse, "g2_affine_"+fault, comment, pointIn("G2", "affine", encoded))
	}
	bad("191_bytes", "a byte short", h[:191])
	bad("193_bytes", "a byte long", append(h[:192:192], 0))
	bad("identity", "zeros: the identity on chain (EIP-2537)", make([]byte, 192))
	bad("zcash_order", "c1 before c0, as the compressed form has them", zcash)
	bad("x_plus_modulus", "a good point whose x.c0 is written with the modulus added", blstest.AddModulus(h[:], 0))
	bad("not_on_curve", "the generator with another last bit", with(h[:], 191, h[191]^1))
	bad("outside_subgroup", "on the curve, outside the subgroup", blstest.OutsideG2().Affine())
	bad("order_13", "of order 13", blstest.LowOrderG2(13).Affine())
}
