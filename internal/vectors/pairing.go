package vectors

import (
	"github.com/shrinkwrap/shrinkwrap/internal/bls"
)

// pairingResults are encodings of elements of GT.
//
//	in   p (G1), q (G2)
//	out  gt, 576 bytes
func pairingResults(b *Builder) {
	w := b.world
	add := func(name, comment string, p bls.G1, q bls.G2) {
		gt := bls.Pair(p, q).Bytes()
		b.ok(name, comment, g1Fields("p", p).and(g2Fields("q", q)), fields{"gt": hexed(gt[:])})
	}
	add("of_generators", "e(g, h)", bls.GeneratorG1(), bls.GeneratorG2())
	add("of_negative", "e(−g, h): the conjugate of e(g, h)", must(bls.GeneratorG1().Mul(minusOne)), bls.GeneratorG2())
	add("of_identity_and_q", "e(id_k, Q)", w.place.Identity(), w.group.Q)
	add("of_p_and_h", "e(P, h), the same as of_g_and_q", w.group.P, bls.GeneratorG2())
	add("of_g_and_q", "e(g, Q), the same as of_p_and_h", bls.GeneratorG1(), w.group.Q)
}

// pairings are comparisons e(a, b) = e(c, d), as contracts and verifiers make
// them.
//
//	in   a, c (G1), b, d (G2)
func pairings(b *Builder) {
	w, g, h := b.world, bls.GeneratorG1(), bls.GeneratorG2()
	in := func(a bls.G1, p bls.G2, c bls.G1, d bls.G2) fields {
		return g1Fields("a", a).and(g2Fields("b", p)).and(g1Fields("c", c)).and(g2Fields("d", d))
	}
	three, five := bls.NewScalar(3), bls.NewScalar(5)
	b.ok("same", "both sides are one", in(g, h, g, h), nil)
	b.ok("keys", "e(P, h) = e(g, Q)", in(w.group.P, h, g, w.group.Q), nil)
	b.ok("multiples", "e(3g, 5h) = e(5g, 3h)", in(must(g.Mul(three)), must(h.Mul(five)), must(g.Mul(five)), must(h.Mul(three))), nil)
	b.fails(Verify, "other_multiples", "e(3g, 5h) is not e(5g, 5h)", in(must(g.Mul(three)), must(h.Mul(five)), must(g.Mul(five)), must(h.Mul(five))))
	b.fails(Verify, "negative", "e(g, h) is not e(−g, h)", in(g, h, must(g.Mul(minusOne)), h))
	b.fails(Verify, "keys_disagree", "P of another committee", in(w.foreign.P, h, g, w.group.Q))
}
