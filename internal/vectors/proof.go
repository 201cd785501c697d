package vectors

import (
	"bytes"

	"github.com/ethereum/go-ethereum/crypto"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/bls/blstest"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
)

// proves are proofs of knowledge as they are made, with the 32 bytes that
// should be random.
//
//	in   b, random, chainId, escrow, product, tier
//	out  releaseKey, c, z, commitment (R' affine)
func proves(b *Builder) {
	w := b.world
	for name, random := range map[string][]byte{"random": take("random", 32), "zeros": make([]byte, 32), "ones": bytes.Repeat([]byte{0xff}, 32)} {
		secret := w.secretOf(w.place, 0)
		proof := must(bls.Prove(secret, w.place.Bytes(), bytes.NewReader(random)))
		key := secret.Bytes()
		in := placeFields(w.place).and(fields{"b": hexed(key[:]), "random": hexed(random)})
		out := g1Fields("releaseKey", secret.Public()).and(fields{
			"c": hexScalar(proof.C), "z": hexScalar(proof.Z), "commitment": affine(commitment(secret.Public(), proof.C, proof.Z)),
		})
		b.ok(name, "the nonce depends on all of in", in, out)
	}
}

// commitment returns R' = z·g − c·B.
func commitment(B bls.G1, c, z bls.Scalar) bls.G1 {
	return must(must(bls.GeneratorG1().Mul(z)).Sub(must(B.Mul(c))))
}

// proofs are proofs of knowledge as they are checked.
//
//	in   chainId, escrow, product, tier, releaseKey, c, z
//	out  commitment (R' affine)
func proofs(b *Builder) {
	goodProofs(b)
	movedProofs(b)
	forgedProofs(b)
	malformedProofs(b)
}

func proofIn(place product.Place, B bls.G1, p bls.Proof) fields {
	return placeFields(place).and(g1Fields("releaseKey", B)).and(fields{"c": hexScalar(p.C), "z": hexScalar(p.Z)})
}

func (w *world) proof() bls.Proof { return must(w.key.Prove(Stream("nonce"))) }

// goodProofs include keys whose small logarithms meet the special cases of
// point addition in z·g − c·B.
func goodProofs(b *Builder) {
	w := b.world
	add := func(name, comment string, B bls.G1, p bls.Proof) {
		b.ok(name, comment, proofIn(w.place, B, p), fields{"commitment": affine(commitment(B, p.C, p.Z))})
	}
	add("ok", "the buyer's proof for his place", w.key.B, w.proof())
	add("ok_other_nonce", "another proof of the same: any serves", w.key.B, must(w.key.Prove(Stream("another nonce"))))
	for name, k := range map[string]bls.Scalar{"1": bls.NewScalar(1), "2": bls.NewScalar(2), "3": bls.NewScalar(3), "minus_1": minusOne, "minus_2": minusOne.Add(minusOne)} {
		bytes := k.Bytes()
		secret := must(bls.ParseSecret(bytes[:]))
		add("ok_b_is_"+name, "a key next to the generator or its negative", secret.Public(), must(bls.Prove(secret, w.place.Bytes(), Stream("nonce"))))
	}
}

// movedProofs are good proofs, shown where they do not belong.
func movedProofs(b *Builder) {
	w, proof := b.world, b.world.proof()
	for field, place := range elsewhere(w.place) {
		b.fails(Verify, "other_"+field, "a good proof, replayed at another "+field, proofIn(place, w.key.B, proof))
	}
	other := w.secretOf(w.place, 1).Public()
	b.fails(Verify, "other_key", "a good proof, copied onto another release key", proofIn(w.place, other, proof))
	message := append(w.place.Bytes(), make([]byte, 11)...)
	s := must(bls.Sign(w.secretOf(w.place, 0), bls.PurposeGate, message, Stream("nonce")))
	b.fails(Verify, "signature", "a signature for a gate, shown as a proof", proofIn(w.place, w.key.B, bls.Proof(s)))
}

func forgedProofs(b *Builder) {
	w, proof, one := b.world, b.world.proof(), bls.NewScalar(1)
	bad := func(fault, comment string, B bls.G1, p bls.Proof) {
		b.fails(Verify, fault, comment, proofIn(w.place, B, p))
	}
	bad("c_and_z_swapped", "z ‖ c", w.key.B, bls.Proof{C: proof.Z, Z: proof.C})
	bad("c_plus_1", "another challenge", w.key.B, bls.Proof{C: proof.C.Add(one), Z: proof.Z})
	bad("z_plus_1", "another answer", w.key.B, bls.Proof{C: proof.C, Z: proof.Z.Add(one)})
	bad("z_negated", "−z", w.key.B, bls.Proof{C: proof.C, Z: bls.Scalar{}.Sub(proof.Z)})
	bad("zeros", "c = z = 0: R' is the identity", w.key.B, bls.Proof{})
	bad("identity_commitment", "made with nonce 0 by someone who knows b: R' is the identity, hashed as zeros, as on chain",
		w.key.B, w.identityCommitment(make([]byte, 96)))
	bad("identity_commitment_flag", "the same, the identity hashed as some libraries write it",
		w.key.B, w.identityCommitment(with(make([]byte, 96), 0, 0x40)))
	tier := w.place
	tier.Tier = 0
	chosen := must(must(tier.Identity().Sub(w.place.Identity())).Add(w.key.B))
	bad("chosen_key", "B = id_x − id_y + b·g, bought as y: its release would open x. The proof is the one of b", chosen, proof)
	bad("key_is_identity_of_tier", "B = id_k, whose logarithm nobody knows", w.place.Identity(), proof)
	bad("key_is_p", "B = P", w.group.P, proof)
}

// identityCommitment is the proof with nonce 0.
func (w *world) identityCommitment(identity []byte) bls.Proof {
	B := w.key.B.Affine()
	c := bls.ReduceScalar(crypto.Keccak256(crypto.Keccak256([]byte("SHRINKWRAP-V1-POK")), w.place.Bytes(), B[:], identity))
	return bls.Proof{C: c, Z: c.Mul(scalarOf(w.secretOf(w.place, 0)))}
}

func malformedProofs(b *Builder) {
	w, proof := b.world, b.world.proof()
	good := proofIn(w.place, w.key.B, proof)
	bad := func(fault, comment string, change fields) { b.fails(Parse, fault, comment, good.and(change)) }
	bad("c_not_below_r", "c + r, which leads to the same R'", fields{"c": plusOrder(proof.C)})
	bad("z_not_below_r", "z + r, which leads to the same R': a contract that took it would accept what nodes refuse", fields{"z": plusOrder(proof.Z)})
	bad("c_is_r", "a second form of 0", fields{"c": hexed(word(rPlus(0)))})
	bad("z_is_r", "a second form of 0", fields{"z": hexed(word(rPlus(0)))})
	bad("z_all_ones", "2^256 − 1", fields{"z": hexed(bytes.Repeat([]byte{0xff}, 32))})
	bad("key_identity", "B is the identity, whose logarithm everyone knows; the proof would be good", fields{
		"releaseKey": hexed(with(make([]byte, 48), 0, 0xc0)), "releaseKeyAffine": hexed(make([]byte, 96)),
		"c": hexScalar(w.proofOfNothing().C), "z": hexScalar(w.proofOfNothing().Z),
	})
	for fault, p := range map[string]blstest.G1{
		"key_outside_subgroup": blstest.OutsideG1(), "key_order_3": blstest.LowOrderG1(3), "key_plus_order_3": blstest.FromG1(w.key.B).Plus(blstest.LowOrderG1(3)),
	} {
		bad(fault, "B is on the curve and not in the subgroup", fields{"releaseKey": hexed(p.Compressed()), "releaseKeyAffine": hexed(p.Affine())})
	}
	g := bls.GeneratorG1().Affine()
	bad("key_not_on_curve", "B is on no curve", fields{"releaseKey": hexed(blstest.NoPointG1()), "releaseKeyAffine": hexed(with(g[:], 95, g[95]^1))})
}

// proofOfNothing has nonce 1 and b = 0.
func (w *world) proofOfNothing() bls.Proof {
	g := bls.GeneratorG1().Affine()
	c := bls.ReduceScalar(crypto.Keccak256(crypto.Keccak256([]byte("SHRINKWRAP-V1-POK")), w.place.Bytes(), make([]byte, 96), g[:]))
	return bls.Proof{C: c, Z: bls.NewScalar(1)}
}
