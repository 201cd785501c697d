package vectors

import (
	"bytes"
	"strings"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
)

var purposes = []bls.Purpose{bls.PurposeTag, bls.PurposeGate, bls.PurposeMinute, bls.PurposeTransfer, bls.PurposeHandOver}

func underscored(p bls.Purpose) string { return strings.ReplaceAll(string(p), "-", "_") }

func (w *world) message() []byte { return release.Message(w.place, filled(0x11), []byte("challenge")) }

// signs are signatures under a release key as they are made.
//
//	in   b, random, purpose (text), message
//	out  releaseKey, c, z, commitment (R' affine)
func signs(b *Builder) {
	w := b.world
	secret := w.secretOf(w.place, 0)
	key := secret.Bytes()
	add := func(name, comment string, purpose bls.Purpose, message, random []byte) {
		s := must(bls.Sign(secret, purpose, message, bytes.NewReader(random)))
		in := fields{"b": hexed(key[:]), "random": hexed(random), "purpose": string(purpose), "message": hexed(message)}
		b.ok(name, comment, in, g1Fields("releaseKey", secret.Public()).and(fields{
			"c": hexScalar(s.C), "z": hexScalar(s.Z), "commitment": affine(commitment(secret.Public(), s.C, s.Z)),
		}))
	}
	for _, purpose := range purposes {
		add(underscored(purpose), "the nonce depends on all of in", purpose, w.message(), take("random", 32))
	}
	add("tag_other_random", "a tag does not look at random: the same as tag", bls.PurposeTag, w.message(), take("other random", 32))
	add("gate_shortest", "a message of nothing but the order's place", bls.PurposeGate, w.message()[:84], take("random", 32))
	short := fields{"b": hexed(key[:]), "random": hexed(take("random", 32)), "purpose": "gate", "message": hexed(w.message()[:83])}
	b.fails(Parse, "short_message", "a message of 83 bytes lacks its order's place", short)
	b.fails(Parse, "unknown_purpose", "there are five purposes", short.and(fields{"purpose": "login", "message": hexed(w.message())}))
	b.fails(Parse, "no_purpose", "there are five purposes", short.and(fields{"purpose": "", "message": hexed(w.message())}))
}

// signatures are signatures under a release key as they are checked.
//
//	in   releaseKey, purpose (text), message, c, z
//	out  commitment (R' affine)
func signatures(b *Builder) {
	w := b.world
	secret := w.secretOf(w.place, 0)
	in := func(purpose bls.Purpose, s bls.Signature) fields {
		return g1Fields("releaseKey", w.key.B).and(fields{"purpose": string(purpose), "message": hexed(w.message()), "c": hexScalar(s.C), "z": hexScalar(s.Z)})
	}
	for i, purpose := range purposes {
		s := must(bls.Sign(secret, purpose, w.message(), Stream("nonce")))
		b.ok("ok_"+underscored(purpose), "a good signature", in(purpose, s), fields{"commitment": affine(commitment(w.key.B, s.C, s.Z))})
		other := purposes[(i+1)%len(purposes)]
		b.fails(Verify, underscored(purpose)+"_as_"+underscored(other), "a good signature, shown for another purpose", in(other, s))
	}
	s := must(bls.Sign(secret, bls.PurposeGate, w.message(), Stream("nonce")))
	good := in(bls.PurposeGate, s)
	proof := must(bls.Prove(secret, w.message(), Stream("nonce")))
	b.fails(Verify, "proof", "a proof of knowledge, shown as a signature", in(bls.PurposeGate, bls.Signature(proof)))
	b.fails(Verify, "other_message", "another last byte", good.and(fields{"message": hexed(append(w.message(), 0))}))
	b.fails(Verify, "other_key", "another release key", good.and(g1Fields("releaseKey", w.secretOf(w.place, 1).Public())))
	b.fails(Verify, "c_and_z_swapped", "z ‖ c", good.and(fields{"c": good["z"], "z": good["c"]}))
	b.fails(Verify, "zeros", "c = z = 0", in(bls.PurposeGate, bls.Signature{}))
	b.fails(Parse, "c_not_below_r", "c + r", good.and(fields{"c": plusOrder(s.C)}))
	b.fails(Parse, "z_not_below_r", "z + r", good.and(fields{"z": plusOrder(s.Z)}))
	b.fails(Parse, "short_message", "a message of 83 bytes lacks its order's place", good.and(fields{"message": hexed(w.message()[:83])}))
	b.fails(Parse, "unknown_purpose", "there are five purposes", good.and(fields{"purpose": "login"}))
	b.fails(Parse, "upper_case_purpose", "purposes are compared byte for byte", good.and(fields{"purpose": "Gate"}))
}
