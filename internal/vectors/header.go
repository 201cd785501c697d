package vectors

import (
	"crypto/ecdsa"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/seal"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// headers are headers as a terminal reads them before it pays, with the
// contracts that are constants of its software.
//
//	in   header, escrow, factory, template
//	out  id, contentHash, groupKey, terms (packed, whole), product, digest (EIP-712), signer
func headers(b *Builder) {
	goodHeaders(b)
	malformedHeaders(b)
	misencodedHeaders(b)
	disownedHeaders(b)
}

func publisherKey(label string) *ecdsa.PrivateKey { return must(crypto.ToECDSA(take(label, 32))) }

func publisherAddress(label string) common.Address {
	return crypto.PubkeyToAddress(publisherKey(label).PublicKey)
}

func sampleContent() wrap.Content {
	return wrap.Content{
		Title:       "The Tale of the Sealed Letter",
		Description: "A tale in two parts, with pictures. שלום",
		Language:    "en",
		Tiers: []wrap.Tier{
			{Name: "text", Rights: []wrap.Right{{"display"}}},
			{Name: "text and film", Rights: []wrap.Right{{"display"}, {"print", "count=3", "dateTime=2030-01-01T00:00:00Z"}}},
		},
		Sections: []wrap.SectionHeader{
			{Name: "tale.txt", Media: "text/plain", Tiers: 3, Size: 1000, SealedSize: 700, Digest: common.Hash(take("digest 0", 32))},
			{Name: "film", Media: wrap.MediaFolder, Tiers: 2, Size: 1 << 32, SealedSize: 1 << 31, Digest: common.Hash(take("digest 1", 32)), Program: true},
		},
		Program:    &wrap.Program{Size: 5000, SealedSize: 2000, Digest: common.Hash(take("digest 2", 32))},
		Cover:      &wrap.Cover{Name: "cover.png", Size: 4000, Digest: common.Hash(take("digest 3", 32))},
		Extensions: []wrap.Extension{{Key: "org.example.isbn", Value: []byte("978-3-16-148410-0")}},
	}
}

// header returns the sample, changed, then bound and signed.
func (w *world) header(changes ...func(*wrap.Header)) *wrap.Header {
	terms := w.terms()
	h := &wrap.Header{
		Version: wrap.Version,
		Content: sampleContent(),
		Binding: wrap.Binding{
			ChainID: w.place.ChainID,
			Terms: wrap.ShortTerms{
				Publisher: terms.Publisher, Signer: publisherAddress("signer"), Token: terms.Token, Committee: terms.Committee, FeeBps: terms.FeeBps, Tiers: slices.Clone(terms.Tiers[1:]),
			},
			P: wrap.CompressedG1{G1: w.group.P},
			Q: wrap.CompressedG2{G2: w.group.Q},
		},
		Hints: []wrap.Hint{{Kind: "node", URL: "https://node.example"}, {Kind: "wrap", URL: "https://example.org/tale.wrap"}},
	}
	for _, change := range changes {
		change(h)
	}
	w.bind(h)
	w.sign(h, publisherKey("signer"))
	return h
}

func (w *world) bind(h *wrap.Header) {
	bound := must(seal.Bind(h.Binding.Q.G2, h.Place(w.contracts, 0), tierSecrets(len(h.Binding.Terms.Tiers)), Stream("r")))
	h.Binding.R, h.Binding.E = wrap.CompressedG2{G2: bound.R}, bound.E
}

// sign signs whatever the header says of its signer.
func (w *world) sign(h *wrap.Header, key *ecdsa.PrivateKey) {
	digest := h.Digest(w.contracts)
	signature := must(crypto.Sign(digest[:], key))
	copy(h.Signature[:], signature[:64])
	h.Signature[32] |= signature[64] << 7
}

func (w *world) headerIn(encoded []byte) fields {
	return fields{"header": hexed(encoded), "escrow": hexAddress(w.contracts.Escrow), "factory": hexAddress(w.contracts.Factory), "template": hexAddress(w.contracts.Template)}
}

func (w *world) headerOut(h *wrap.Header) fields {
	id, content, terms, digest := h.ID(), h.Content.Hash(), h.Terms(), h.Digest(w.contracts)
	return fields{
		"id": hexed(id[:]), "contentHash": hexed(content[:]), "groupKey": hexed(terms.GroupKey[:]), "terms": hexed(terms.Bytes()),
		"product": hexAddress(h.Address(w.contracts)), "digest": hexed(digest[:]), "signer": hexAddress(h.Binding.Terms.Signer),
	}
}

func goodHeaders(b *Builder) {
	w := b.world
	add := func(name, comment string, changes ...func(*wrap.Header)) {
		h := w.header(changes...)
		b.ok(name, comment, w.headerIn(h.Bytes()), w.headerOut(h))
	}
	add("ok", "one of everything")
	add("ok_one_tier", "nothing that may be left out", func(h *wrap.Header) {
		h.Content = wrap.Content{Title: "x", Tiers: []wrap.Tier{{Name: "x"}}, Sections: []wrap.SectionHeader{{Name: "x", Media: "x", Tiers: 1, SealedSize: 1}}}
		h.Binding.Terms.Tiers, h.Hints = h.Binding.Terms.Tiers[:1], nil
	})
	add("ok_64_tiers", "the most tiers", func(h *wrap.Header) {
		h.Content.Tiers = slices.Repeat(h.Content.Tiers[:1], product.MaxTiers)
		h.Content.Sections[1].Tiers = 1 << 63
		h.Binding.Terms.Tiers = slices.Repeat(h.Binding.Terms.Tiers[:1], product.MaxTiers)
	})
	add("ok_series", "an issue of a series: its content hash is the series'", func(h *wrap.Header) { h.Content.Series = take("series", 32) })
	add("ok_explicit_product", "a product with a contract of its own, signed by its publisher", func(h *wrap.Header) {
		at := address(0x77)
		h.Binding.Product = at[:]
		h.Binding.Terms.Publisher = h.Binding.Terms.Signer
	})
	add("ok_largest_numbers", "numbers at their bounds", func(h *wrap.Header) {
		h.Binding.ChainID, h.Binding.Terms.FeeBps = product.MaxChainID, product.MaxFeeBps
		h.Content.Sections[0].Size, h.Content.Sections[0].SealedSize = 1<<63-1, 1<<63-1
		h.Content.Cover.Size = wrap.MaxCoverSize
	})
	add("ok_unknown_right", "unknown rights, extensions and kinds of hints are kept", func(h *wrap.Header) {
		h.Content.Tiers[0].Rights = append(h.Content.Tiers[0].Rights, wrap.Right{"levitate", "height=2"})
		h.Content.Extensions = append(h.Content.Extensions, wrap.Extension{Key: "org.example.unknown", Value: nil})
		h.Hints = append(h.Hints, wrap.Hint{Kind: "gopher", URL: "gopher://example.org"})
	})
	add("ok_free", "price 0, in coin", func(h *wrap.Header) {
		h.Binding.Terms.Token, h.Binding.Terms.Tiers[0].Price = common.Address{}, uint256.NewInt(0)
	})
	other := w.header()
	other.Hints = []wrap.Hint{{Kind: "node", URL: "https://elsewhere.example"}}
	b.ok("ok_other_hints", "hints changed after it was signed: they are not covered", w.headerIn(other.Bytes()), w.headerOut(other))
}

// disownedHeaders are well formed, and not what the signer signed; or what he
// signed cannot be opened.
func disownedHeaders(b *Builder) {
	w := b.world
	b.fails(Verify, "keys_disagree", "signed, with the P of another committee: it would be paid for and not open",
		w.headerIn(w.header(func(h *wrap.Header) { h.Binding.P = wrap.CompressedG1{G1: w.foreign.P} }).Bytes()))
	bad := func(fault, comment string, change func(*wrap.Header)) {
		h := w.header()
		change(h)
		b.fails(Authenticate, fault, comment, w.headerIn(h.Bytes()))
	}
	bad("swapped_signature", "the signer's signature of another header", func(h *wrap.Header) {
		h.Signature = w.header(func(h *wrap.Header) { h.Content.Title = "Another tale" }).Signature
	})
	bad("other_signer", "another's signature", func(h *wrap.Header) { w.sign(h, publisherKey("another signer")) })
	bad("signer_replaced", "another signer in the terms, under the first one's signature", func(h *wrap.Header) { h.Binding.Terms.Signer = publisherAddress("another signer") })
	bad("other_parity", "the other parity recovers another key", func(h *wrap.Header) { h.Signature[32] ^= 0x80 })
	bad("high_s", "n − s and the other parity: a second signature that anyone can make", highS)
	bad("no_signature", "zeros", func(h *wrap.Header) { h.Signature = [64]byte{} })
	bad("r_is_0", "r = 0", func(h *wrap.Header) { clear(h.Signature[:32]) })
	bad("price_lowered", "another price than was signed", func(h *wrap.Header) { h.Binding.Terms.Tiers[0].Price = uint256.NewInt(1) })
	bad("payee_replaced", "another payee than was signed", func(h *wrap.Header) { h.Binding.Terms.Publisher = address(0x66) })
	bad("e_changed", "another E_0 than was signed", func(h *wrap.Header) { h.Binding.E[0][0] ^= 1 })
	bad("r_changed", "another R than was signed", func(h *wrap.Header) { h.Binding.R = h.Binding.Q })
	bad("other_chain", "copied to another chain", func(h *wrap.Header) { h.Binding.ChainID = 2 })
	bad("title_changed", "another title than was signed", func(h *wrap.Header) { h.Content.Title = "The Tale of the Sealed Lettes" })
	bad("explicit_product_of_another", "a contract of its own, signed by someone who is not its publisher", func(h *wrap.Header) {
		at := address(0x77)
		h.Binding.Product = at[:]
		w.sign(h, publisherKey("signer"))
	})
	good := w.headerIn(w.header().Bytes())
	b.fails(Authenticate, "other_escrow", "signed for another escrow than the software's constant", good.and(fields{"escrow": hexAddress(address(0x5d))}))
	b.fails(Authenticate, "other_factory", "another factory gives another product", good.and(fields{"factory": hexAddress(address(0x5d))}))
	b.fails(Authenticate, "other_template", "another template gives another product", good.and(fields{"template": hexAddress(address(0x5d))}))
}

// highS turns the signature into its twin.
func highS(h *wrap.Header) {
	parity := h.Signature[32] & 0x80
	h.Signature[32] &= 0x7f
	s := new(uint256.Int).SetBytes(h.Signature[32:])
	n := uint256.MustFromBig(crypto.S256().Params().N)
	twin := n.Sub(n, s).Bytes32()
	copy(h.Signature[32:], twin[:])
	h.Signature[32] |= parity ^ 0x80
}
