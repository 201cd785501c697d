package vectors

import (
	"bytes"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/product"
)

// contractSets are the addresses that follow from an escrow's.
//
//	in   escrow
//	out  router, factory, template
func contractSets(b *Builder) {
	for name, escrow := range map[string]common.Address{"ok": address(0x5c), "ok_other": common.Address(take("escrow", 20))} {
		c := product.ContractsOf(escrow)
		b.ok(name, "CREATE with nonces 1, 2 and, by the factory, 1", fields{"escrow": hexAddress(escrow)},
			fields{"router": hexAddress(c.Router), "factory": hexAddress(c.Factory), "template": hexAddress(c.Template)})
	}
}

var largestPrice = new(uint256.Int).SubUint64(new(uint256.Int).Lsh(uint256.NewInt(1), 96), 1)

func (w *world) terms() product.Terms {
	return product.Terms{
		Publisher: address(0x01), Signer: address(0x02), Token: address(0x03), Committee: address(0x04),
		GroupKey: w.group.Key(), FeeBps: 250, ContentHash: filled(0x06),
		Tiers: []product.TierTerms{
			{Price: uint256.NewInt(0), Supply: 0, Confirmations: 0},
			{Price: uint256.NewInt(1_000_000), Supply: 100, Confirmations: 12},
			{Price: largestPrice, Supply: 1<<32 - 1, Confirmations: product.Finalised},
		},
	}
}

// termSets are packed terms, and the address that follows from them.
//
//	in   terms, factory, template
//	out  the fields; tiers [{price, supply, confirmations}]; address; offerHashes and account
func termSets(b *Builder) {
	w := b.world
	add := func(name, comment string, change func(*product.Terms)) {
		terms := w.terms()
		change(&terms)
		b.ok(name, comment, w.termsIn(terms.Bytes()), w.termsOut(terms))
	}
	add("ok_3_tiers", "the sample", func(*product.Terms) {})
	add("ok_1_tier", "the fewest tiers", func(t *product.Terms) { t.Tiers = t.Tiers[:1] })
	add("ok_64_tiers", "the most tiers", func(t *product.Terms) { t.Tiers = slices.Repeat(t.Tiers[1:2], product.MaxTiers) })
	add("ok_coin", "token 0: the chain's coin", func(t *product.Terms) { t.Token = common.Address{} })
	add("ok_fee_0", "no fee", func(t *product.Terms) { t.FeeBps = 0 })
	add("ok_fee_1000", "the largest fee", func(t *product.Terms) { t.FeeBps = 1000 })
	good := w.terms().Bytes()
	changed := func(at int, value ...byte) []byte {
		c := bytes.Clone(good)
		copy(c[at:], value)
		return c
	}
	bad := func(fault, comment string, packed []byte) { b.fails(Parse, fault, comment, w.termsIn(packed)) }
	bad("no_tiers", "a product has a tier", good[:146])
	bad("65_tiers", "at most 64 are allowed", append(bytes.Clone(good[:146]), bytes.Repeat(good[146:163], 65)...))
	bad("byte_short", "a tier has 17 bytes", good[:len(good)-1])
	bad("byte_long", "a tier has 17 bytes", append(bytes.Clone(good), 0))
	bad("fee_1001", "at most 1,000 basis points", changed(112, 0x03, 0xe9))
	bad("no_publisher", "nobody would be paid", changed(0, make([]byte, 20)...))
	bad("no_signer", "nobody would have signed", changed(20, make([]byte, 20)...))
	bad("empty", "no bytes", nil)
}

func (w *world) termsIn(packed []byte) fields {
	return fields{"terms": hexed(packed), "factory": hexAddress(w.contracts.Factory), "template": hexAddress(w.contracts.Template)}
}

func (w *world) termsOut(t product.Terms) fields {
	var tiers []fields
	var hashes []string
	for k, tier := range t.Tiers {
		tiers = append(tiers, fields{"price": tier.Price.Dec(), "supply": tier.Supply, "confirmations": tier.Confirmations})
		hash := t.Offer(k).Hash()
		hashes = append(hashes, hexed(hash[:]))
	}
	account := t.Offer(0).Account()
	return fields{
		"publisher": hexAddress(t.Publisher), "signer": hexAddress(t.Signer), "token": hexAddress(t.Token), "committee": hexAddress(t.Committee),
		"groupKey": hexed(t.GroupKey[:]), "feeBps": t.FeeBps, "contentHash": hexed(t.ContentHash[:]), "tiers": tiers,
		"address": hexAddress(w.contracts.Address(t)), "offerHashes": hashes, "account": hexed(account[:]),
	}
}

// offers are what an escrow hashes of an offer.
//
//	in   publisher, token, committee, groupKey, feeBps, confirmations
//	out  offerHash, account
func offers(b *Builder) {
	add := func(name, comment string, change func(*product.Offer)) {
		o := b.world.terms().Offer(1)
		change(&o)
		hash, account := o.Hash(), o.Account()
		in := fields{
			"publisher": hexAddress(o.Publisher), "token": hexAddress(o.Token), "committee": hexAddress(o.Committee),
			"groupKey": hexed(o.GroupKey[:]), "feeBps": o.FeeBps, "confirmations": o.Confirmations,
		}
		b.ok(name, comment, in, fields{"offerHash": hexed(hash[:]), "account": hexed(account[:])})
	}
	add("ok", "the sample", func(*product.Offer) {})
	add("other_publisher", "another hash and account", func(o *product.Offer) { o.Publisher = address(9) })
	add("other_token", "another hash and account", func(o *product.Offer) { o.Token = common.Address{} })
	add("other_committee", "another hash and account", func(o *product.Offer) { o.Committee = address(9) })
	add("other_fee", "another hash and account", func(o *product.Offer) { o.FeeBps = 65535 })
	add("other_group_key", "another hash, the same account", func(o *product.Offer) { o.GroupKey = filled(9) })
	add("other_confirmations", "another hash, the same account", func(o *product.Offer) { o.Confirmations = product.Finalised })
}
