package vectors

import (
	"crypto/hkdf"
	"crypto/sha256"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/seal"
)

// tierSecrets are the tier keys a_0 … a_{n−1} of the samples.
func tierSecrets(n int) (secrets []seal.TierKey) {
	random := Stream("tier keys")
	for range n {
		secrets = append(secrets, must(seal.NewTierKey(random)))
	}
	return secrets
}

func hexKey(k seal.TierKey) string {
	b := k.Bytes()
	return hexed(b[:])
}

// binds are tier keys as a publisher hides them, with the 48 bytes that should
// be random and are reduced to r.
//
//	in   random, chainId, escrow, product, Q, keys (a_k, from tier 0 on)
//	out  r, R, E (from tier 0 on)
func binds(b *Builder) {
	w := b.world
	for name, n := range map[string]int{"1_tier": 1, "3_tiers": 3, "64_tiers": 64} {
		keys := tierSecrets(n)
		in := placeFields(w.place).without("tier").and(g2Fields("Q", w.group.Q)).and(fields{"random": hexed(take("r", 48)), "keys": hexKeys(keys)})
		bound := must(seal.Bind(w.group.Q, w.place, keys, Stream("r")))
		var E []string
		for _, e := range bound.E {
			E = append(E, hexed(e[:]))
		}
		r := must(bls.RandomSecret(Stream("r"))).Bytes()
		b.ok(name, "E_k = a_k ⊕ mask", in, g2Fields("R", bound.R).and(fields{"r": hexed(r[:]), "E": E}))
	}
	in := placeFields(w.place).without("tier").and(g2Fields("Q", w.group.Q)).and(fields{"random": hexed(take("r", 48))})
	b.fails(Parse, "no_tiers", "a product has a tier", in.and(fields{"keys": []string{}}))
	b.fails(Parse, "65_tiers", "at most 64 are allowed", in.and(fields{"keys": hexKeys(tierSecrets(65))}))
	b.fails(Parse, "key_31_bytes", "a tier key has 32 bytes", in.and(fields{"keys": []string{hexed(take("tier keys", 31))}}))
}

func hexKeys(keys []seal.TierKey) (list []string) {
	for _, key := range keys {
		list = append(list, hexKey(key))
	}
	return list
}

// tierKeys are tier keys as a buyer takes them back. Any D gives 32 bytes; they
// are the tier's key if they are the identity of the recipient that the
// sections were sealed to.
//
//	in   tier, R, E (of that tier), D (= s·id_k), recipient (age1…)
//	out  gt (of e(D, R)), mask, key, identity (AGE-SECRET-KEY-1…)
func tierKeys(b *Builder) {
	w, keys := b.world, tierSecrets(3)
	bound := must(seal.Bind(w.group.Q, w.place, keys, Stream("r")))
	other := must(seal.Bind(w.group.Q, w.place, keys, Stream("another r")))
	D := func(p product.Place) bls.G1 { return w.multiplied(p.Identity()) }
	tier := func(k int) product.Place {
		p := w.place
		p.Tier = uint8(k)
		return p
	}
	for k := range keys {
		b.ok("open_ok_tier_"+string(rune('0'+k)), "the key that was bound", tierKeyIn(k, bound, D(tier(k)), keys[k]), tierKeyOut(k, bound, D(tier(k))))
	}
	good := tierKeyIn(1, bound, D(tier(1)), keys[1])
	bad := func(fault, comment string, change fields) { b.fails(Verify, fault, comment, good.and(change)) }
	bad("other_tier", "D of a lower tier does not open a higher one", g1Fields("D", D(tier(0))))
	for field, place := range elsewhere(w.place) {
		if field != "tier" {
			bad("other_"+field, "D of another "+field, g1Fields("D", D(place)))
		}
	}
	bad("other_r", "the R of another header", g2Fields("R", other.R))
	bad("other_e", "the E of another tier", fields{"E": hexed(bound.E[0][:])})
	bad("other_k", "k is part of the mask's info", fields{"tier": 2})
	bad("release_not_unblinded", "the release itself for D", g1Fields("D", w.released()))
	b.fails(Parse, "e_31_bytes", "a sealed tier key has 32 bytes", good.and(fields{"E": hexed(bound.E[1][:31])}))
	b.fails(Parse, "r_identity", "R is the identity: the mask would be everyone's", good.and(fields{
		"R": hexed(with(make([]byte, 96), 0, 0xc0)), "RAffine": hexed(make([]byte, 192)),
	}))
}

func tierKeyIn(k int, bound seal.Binding, D bls.G1, key seal.TierKey) fields {
	return g2Fields("R", bound.R).and(g1Fields("D", D)).and(fields{"tier": k, "E": hexed(bound.E[k][:]), "recipient": key.Recipient().String()})
}

func tierKeyOut(k int, bound seal.Binding, D bls.G1) fields {
	gt, R := bls.Pair(D, bound.R).Bytes(), bound.R.Bytes()
	mask := must(hkdf.Key(sha256.New, gt[:], nil, "SHRINKWRAP-V1-TIER-KEY"+string(R[:])+string([]byte{byte(k)}), 32))
	key := must(bound.Open(k, D))
	return fields{"gt": hexed(gt[:]), "mask": hexed(mask), "key": hexKey(key), "identity": key.Identity().String()}
}
