package vectors

import "github.com/shrinkwrap/shrinkwrap/internal/product"

// identities are the points that belong to tiers.
//
//	in   chainId, escrow, product, tier
//	out  place, identity
func identities(b *Builder) {
	add := func(name, comment string, p product.Place) {
		b.ok(name, comment, placeFields(p), g1Fields("identity", p.Identity()).and(fields{"place": hexed(p.Bytes())}))
	}
	add("chain_1", "the sample", b.world.place)
	for field, p := range elsewhere(b.world.place) {
		add("other_"+field, "as chain_1, with another "+field, p)
	}
	for name, tier := range map[string]uint8{"tier_0": 0, "tier_63": 63, "tier_255": 255} {
		p := b.world.place
		p.Tier = tier
		add(name, "as chain_1, of another tier", p)
	}
	most := b.world.place
	most.ChainID = product.MaxChainID
	add("chain_largest", "2^53 − 1, the largest chain id", most)
	add("zeros", "no escrow, no product: the width of each field still counts", product.Place{ChainID: 1})
}
