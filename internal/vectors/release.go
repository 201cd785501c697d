package vectors

import (
	"fmt"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/bls/blstest"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
)

// shares are nodes' shares of a release.
//
//	in   chainId, escrow, product, tier, releaseKey, V (the nodes' keys), node (from 1 on), share
func shares(b *Builder) {
	w := b.world
	point := must(release.Point(w.place, w.key.B))
	in := func(node int, share bls.G1) fields {
		var V []string
		for _, v := range w.group.V {
			V = append(V, hexG2(v))
		}
		return placeFields(w.place).and(g1Fields("releaseKey", w.key.B)).and(g1Fields("share", share)).and(fields{"V": V, "node": node})
	}
	for i, node := range w.nodes {
		b.ok(fmt.Sprintf("ok_node_%d", i+1), "U_i = s_i·(id_k + B)", in(i+1, node.Part(point).Point), nil)
	}
	good := w.nodes[0].Part(point).Point
	b.fails(Verify, "wrong_node", "the share of node 1 in the name of node 2", in(2, good))
	b.fails(Verify, "is_release", "the whole release for a share", in(1, w.released()))
	b.fails(Verify, "not_blinded", "s_i·id_k", in(1, w.nodes[0].Part(w.place.Identity()).Point))
	b.fails(Verify, "negated", "−U_i", in(1, must(good.Mul(minusOne))))
	for field, place := range elsewhere(w.place) {
		share := w.nodes[0].Part(must(release.Point(place, w.key.B))).Point
		b.fails(Verify, "other_"+field, "the node's share for another "+field, in(1, share))
	}
	b.fails(Verify, "other_key", "the node's share for another release key", in(1, w.nodes[0].Part(must(release.Point(w.place, w.secretOf(w.place, 1).Public()))).Point))
	b.fails(Parse, "node_0", "nodes count from 1", in(0, good))
	b.fails(Parse, "node_6_of_5", "there are five", in(6, good))
	outside := blstest.FromG1(good).Plus(blstest.LowOrderG1(3))
	b.fails(Parse, "outside_subgroup", "a good share plus a point of order 3", in(1, good).and(fields{"share": hexed(outside.Compressed()), "shareAffine": hexed(outside.Affine())}))
	b.fails(Parse, "identity", "the identity is no share", in(1, good).and(fields{"share": hexed(with(make([]byte, 48), 0, 0xc0)), "shareAffine": hexed(make([]byte, 96))}))
}

// combines are interpolations of what t nodes made with their shares of s.
//
//	in   threshold, parts [{node, point}], compressed
//	out  point
func combines(b *Builder) {
	w := b.world
	x := must(release.Point(w.place, w.key.B))
	all := make([]threshold.Part, len(w.nodes))
	for i, node := range w.nodes {
		all[i] = node.Part(x)
	}
	in := func(need int, parts ...threshold.Part) fields {
		list := []fields{}
		for _, part := range parts {
			list = append(list, fields{"node": part.Index, "point": hexG1(part.Point)})
		}
		return fields{"threshold": need, "parts": list}
	}
	whole := g1Fields("point", w.released())
	b.ok("nodes_123", "any three of five make the same", in(3, all[0], all[1], all[2]), whole)
	b.ok("nodes_345", "any three of five make the same", in(3, all[2], all[3], all[4]), whole)
	b.ok("nodes_514", "in any order", in(3, all[4], all[0], all[3]), whole)
	b.ok("nodes_12345", "of more than three the first three are used", in(3, all...), whole)
	b.ok("threshold_1", "a part of one of one is the whole", in(1, all[0]), g1Fields("point", all[0].Point))
	group, nodes, err := threshold.InsecureDeal(17, 32, Stream("large committee"))
	if err != nil {
		panic("vectors: " + err.Error())
	}
	var large []threshold.Part
	for _, node := range nodes[32-group.Threshold:] {
		large = append(large, node.Part(x))
	}
	b.ok("nodes_16_to_32", "17 of 32", in(17, large...), g1Fields("point", must(threshold.Interpolate(large, 17))))
	b.fails(Parse, "too_few", "two parts of three", in(3, all[0], all[1]))
	b.fails(Parse, "no_parts", "no parts", in(3))
	b.fails(Parse, "node_twice", "two parts of one node", in(3, all[0], all[1], all[1]))
	b.fails(Parse, "node_0", "nodes count from 1", in(3, all[0], all[1], threshold.Part{Index: 0, Point: all[2].Point}))
	b.fails(Parse, "node_33", "at most 32 nodes", in(3, all[0], all[1], threshold.Part{Index: 33, Point: all[2].Point}))
	b.fails(Parse, "threshold_0", "nobody need act", in(0, all...))
}

// releases are releases as everybody checks them.
//
//	in   chainId, escrow, product, tier, releaseKey, Q, release
//	out  point (id_k + B, affine)
func releases(b *Builder) {
	w := b.world
	good := placeFields(w.place).and(g1Fields("releaseKey", w.key.B)).and(g2Fields("Q", w.group.Q)).and(g1Fields("release", w.released()))
	b.ok("ok", "U = s·(id_k + B)", good, fields{"point": affine(must(release.Point(w.place, w.key.B)))})
	forger := w.secretOf(w.place, 77)
	forged := must(w.multiplied(w.place.Identity()).Add(forger.MulG1(w.group.P)))
	b.ok("forged_from_tier_key", "U' = D_k + b'·P: who has opened a tier makes a release for any key, so that a release proves no purchase",
		good.and(g1Fields("releaseKey", forger.Public())).and(g1Fields("release", forged)), fields{"point": affine(must(release.Point(w.place, forger.Public())))})
	for field, place := range elsewhere(w.place) {
		b.fails(Verify, "other_"+field, "a good release of another "+field, good.and(placeFields(place)))
	}
	b.fails(Verify, "other_key", "a good release for another key", good.and(g1Fields("releaseKey", w.secretOf(w.place, 1).Public())))
	b.fails(Verify, "other_committee", "against the Q of another committee", good.and(g2Fields("Q", w.foreign.Q)))
	b.fails(Verify, "negated", "−U", good.and(g1Fields("release", must(w.released().Mul(minusOne)))))
	b.fails(Verify, "not_blinded", "D_k = s·id_k", good.and(g1Fields("release", w.multiplied(w.place.Identity()))))
	b.fails(Verify, "is_share", "a node's share", good.and(g1Fields("release", w.nodes[0].Part(must(release.Point(w.place, w.key.B))).Point)))
	b.fails(Verify, "key_is_negative_identity", "id_k + B is the identity, and nothing multiplies it", good.and(g1Fields("releaseKey", must(w.place.Identity().Mul(minusOne)))))
	outside := blstest.FromG1(w.released()).Plus(blstest.LowOrderG1(3))
	b.fails(Parse, "outside_subgroup", "a good release plus a point of order 3", good.and(fields{"release": hexed(outside.Compressed()), "releaseAffine": hexed(outside.Affine())}))
	b.fails(Parse, "identity", "the identity", good.and(fields{"release": hexed(with(make([]byte, 48), 0, 0xc0)), "releaseAffine": hexed(make([]byte, 96))}))
}

// opens are releases as their buyer unblinds them.
//
//	in   seed, attempt, chainId, escrow, product, tier, P, release
//	out  D (= U − b·P = s·id_k)
func opens(b *Builder) {
	w := b.world
	good := keyIn(w.seed, w, 0).and(g1Fields("P", w.group.P)).and(g1Fields("release", w.released()))
	b.ok("ok", "D_k = U − b·P", good, g1Fields("D", w.multiplied(w.place.Identity())))
	blind := w.secretOf(w.place, 0).MulG1(w.group.P)
	b.fails(Verify, "to_identity", "U = b·P leaves nothing", good.and(g1Fields("release", blind)))
}

// receipts are receipts as third parties check them: against the Q of the
// header whose product or signer they expect. Where holder is given, the
// receipt is that of a ticket whose holder's key is now holder.
//
//	in   chainId, escrow, order, Q, receipt, holder or none
//	out  place, point (receipt or holder point)
func receipts(b *Builder) {
	w := b.world
	o := release.OrderPlace{ChainID: w.place.ChainID, Escrow: w.place.Escrow, Order: filled(0x11)}
	in := func(o release.OrderPlace, receipt bls.G1) fields {
		return fields{"chainId": o.ChainID, "escrow": hexAddress(o.Escrow), "order": hexed(o.Order[:])}.and(g2Fields("Q", w.group.Q)).and(g1Fields("receipt", receipt))
	}
	point := release.ReceiptPoint(o)
	good := in(o, w.multiplied(point))
	b.ok("ok", "σ = s·(receipt point)", good, g1Fields("point", point).and(fields{"place": hexed(o.Bytes())}))
	holder := w.secretOf(w.place, 5).Public()
	held := release.HolderPoint(o, holder)
	b.ok("holder_ok", "after a transfer to the holder's key", in(o, w.multiplied(held)).and(g1Fields("holder", holder)), g1Fields("point", held).and(fields{"place": hexed(o.Bytes())}))
	bad := func(fault, comment string, change fields) { b.fails(Verify, fault, comment, good.and(change)) }
	bad("other_order", "a good receipt of another order", fields{"order": hexed(take("order", 32))})
	bad("other_chain", "a good receipt on another chain", fields{"chainId": 2})
	bad("other_escrow", "a good receipt at another escrow", fields{"escrow": hexAddress(address(0x5d))})
	bad("other_committee", "against the Q of another committee", g2Fields("Q", w.foreign.Q))
	bad("release", "a release, shown as a receipt", g1Fields("receipt", w.released()))
	forged := must(w.multiplied(w.place.Identity()).Add(w.secretOf(w.place, 77).MulG1(w.group.P)))
	bad("forged_from_tier_key", "what an opened tier key and a fresh b' give", g1Fields("receipt", forged))
	bad("tier_key", "D_k itself", g1Fields("receipt", w.multiplied(w.place.Identity())))
	bad("buyer_as_holder", "the receipt before the transfer, shown by the new holder", g1Fields("holder", holder))
	bad("holder_as_buyer", "the new holder's receipt, shown by the buyer", g1Fields("receipt", w.multiplied(held)))
	bad("other_holder", "the holder's receipt, shown by another", g1Fields("receipt", w.multiplied(held)).and(g1Fields("holder", w.key.B)))
	b.fails(Parse, "identity", "the identity", good.and(fields{"receipt": hexed(with(make([]byte, 48), 0, 0xc0)), "receiptAffine": hexed(make([]byte, 96))}))
}
