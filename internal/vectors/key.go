package vectors

import "github.com/shrinkwrap/shrinkwrap/internal/release"

// keys are release keys as a terminal derives them.
//
//	in   seed, chainId, escrow, product, tier, attempt
//	out  b, releaseKey
func keys(b *Builder) {
	w := b.world
	add := func(name, comment string, attempt uint32) {
		key := must(release.NewKey(w.seed, w.place, attempt))
		secret := w.secretOf(w.place, attempt).Bytes()
		b.ok(name, comment, keyIn(w.seed, w, attempt), g1Fields("releaseKey", key.B).and(fields{"b": hexed(secret[:])}))
	}
	add("attempt_0", "the buyer's key of the other parts", 0)
	add("attempt_1", "another attempt to buy the same", 1)
	add("attempt_largest", "2^32 − 1", 1<<32-1)
	for field, place := range elsewhere(w.place) {
		key := must(release.NewKey(w.seed, place, 0))
		secret := w.secretOf(place, 0).Bytes()
		in := keyIn(w.seed, w, 0).and(placeFields(place))
		b.ok("other_"+field, "as attempt_0, of another "+field, in, g1Fields("releaseKey", key.B).and(fields{"b": hexed(secret[:])}))
	}
	b.fails(Parse, "seed_31_bytes", "a byte short", keyIn(w.seed[:31], w, 0))
	b.fails(Parse, "seed_33_bytes", "a byte long", keyIn(append(w.seed[:32:32], 0), w, 0))
	b.fails(Parse, "no_seed", "nothing to derive from", keyIn(nil, w, 0))
}

func keyIn(seed []byte, w *world, attempt uint32) fields {
	return placeFields(w.place).and(fields{"seed": hexed(seed), "attempt": attempt})
}
