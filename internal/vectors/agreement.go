package vectors

import (
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/rights"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// agreements are documents rights.json, as whoever is shown one reads them, with
// the contracts that are constants of his software, and whom he expects.
//
//	in   document (text), escrow, factory, template, signer or none, product or none
//	out  order, wrap, tier, paid (Unix seconds), free
func agreements(b *Builder) {
	goodAgreements(b)
	malformedAgreements(b)
	forgedAgreements(b)
	contradictions(b)
	strangers(b)
}

func (w *world) agreementIn(document string) fields {
	return fields{"document": document, "escrow": hexAddress(w.contracts.Escrow), "factory": hexAddress(w.contracts.Factory), "template": hexAddress(w.contracts.Template)}
}

// leafOf is an order for a tier of a header, as it was offered.
func (w *world) leafOf(h *wrap.Header, tier int) order.Leaf {
	offer := h.Offer(tier)
	return order.Leaf{
		Product: h.Address(w.contracts), Tier: uint8(tier), Index: 9, Time: 1_772_357_400, Payer: address(0x11), RefundTo: address(0x22),
		Publisher: offer.Publisher, Token: offer.Token, Committee: offer.Committee, FeeBps: offer.FeeBps, Confirmations: offer.Confirmations,
		GroupKey: offer.GroupKey, Amount: offer.Price, ReleaseKey: w.secretOf(h.Place(w.contracts, tier), 0).Public().Words(),
	}
}

// receiptOf is what the committee makes for an order.
func (w *world) receiptOf(chainID uint64, leaf order.Leaf) bls.G1 {
	return w.multiplied(release.ReceiptPoint(release.OrderPlace{ChainID: chainID, Escrow: w.contracts.Escrow, Order: leaf.Hash()}))
}

// document writes the agreement of a leaf and a receipt.
func (w *world) document(h *wrap.Header, leaf order.Leaf, receipt bls.G1) string {
	return string(must(rights.Issue(h, w.contracts.Escrow, leaf, receipt)).Bytes())
}

// agreement writes the true agreement of an order for a tier, changed.
func (w *world) agreement(h *wrap.Header, tier int, changes ...func(*order.Leaf)) string {
	leaf := w.leafOf(h, tier)
	for _, change := range changes {
		change(&leaf)
	}
	return w.document(h, leaf, w.receiptOf(h.Binding.ChainID, leaf))
}

func goodAgreements(b *Builder) {
	w := b.world
	add := func(name, comment string, tier int, more fields, changes ...func(*wrap.Header)) {
		h := w.header(changes...)
		leaf, id := w.leafOf(h, tier), h.ID()
		hash := leaf.Hash()
		b.ok(name, comment, w.agreementIn(w.agreement(h, tier)).and(more),
			fields{"order": hexed(hash[:]), "wrap": hexed(id[:]), "tier": tier, "paid": leaf.Time, "free": leaf.Amount.IsZero()})
	}
	declare := func(all ...wrap.Right) func(*wrap.Header) {
		return func(h *wrap.Header) { h.Content.Tiers[1].Rights = all }
	}
	add("ok", "of the second tier, nobody expected", 1, nil)
	add("ok_other_tier", "of the first tier", 0, nil)
	add("ok_free", "nothing was paid: everybody gets such receipts", 0, nil, func(h *wrap.Header) { h.Binding.Terms.Tiers[0].Price = uint256.NewInt(0) })
	add("ok_no_rights", "a tier that declares none permits to use what it opens", 1, nil, declare())
	add("ok_elapsed_time", "every constraint", 1, nil, declare(wrap.Right{"play", "elapsedTime=P1Y2M3DT4H5M6S", "count=4294967295", "dateTime=9999-12-31T23:59:59Z"}))
	add("ok_unknown", "unknown rights, malformed, unknown and repeated constraints are kept as text", 1, nil,
		declare(wrap.Right{"levitate slowly/ä", "height=2"}, wrap.Right{"print", "count=three", "count=3", "count=3", "org.example.x", "x=y"}))
	add("ok_texts", "texts that JSON, HTML and URIs write otherwise", 1, nil, func(h *wrap.Header) { h.Content.Title = `"\ <&> / שלום 🎁` }, declare(wrap.Right{`"<&>\`, `"<&>\`}))
	add("ok_series", "an issue of a series", 1, nil, func(h *wrap.Header) { h.Content.Series = take("series", 32) })
	add("ok_signer", "of the publisher that is expected", 1, fields{"signer": hexAddress(publisherAddress("signer"))})
	add("ok_product", "of the product that is expected", 1, fields{"product": hexAddress(w.header().Address(w.contracts))})
	add("ok_own_contract", "a contract of the publisher's own, whose signer is expected, too", 1,
		fields{"product": hexAddress(address(0x77)), "signer": hexAddress(publisherAddress("signer"))}, ownContract)
	h := w.header()
	h.Hints = nil
	b.ok("ok_other_hints", "the same bytes, whatever hints the wrap has", w.agreementIn(w.agreement(h, 1)), b.vectors["agreement_ok"].Out)
}

func ownContract(h *wrap.Header) {
	at := address(0x77)
	h.Binding.Product, h.Binding.Terms.Publisher = at[:], h.Binding.Terms.Signer
}

// malformedAgreements are not in the one form that an agreement has.
func malformedAgreements(b *Builder) {
	w := b.world
	h := w.header()
	good, leaf := w.agreement(h, 1), w.leafOf(h, 1)
	bad := func(fault, comment, document string) { b.fails(Parse, fault, comment, w.agreementIn(document)) }
	instead := func(fault, comment, old, new string) {
		bad(fault, comment, rewritten(good, old, new))
	}
	bad("empty", "no bytes", "")
	bad("null", "no object", "null\n")
	bad("no_members", "nothing in it", "{}\n")
	bad("cut", "the first half", good[:len(good)/2])
	bad("no_line_feed", "a line feed ends it", strings.TrimSpace(good))
	bad("line_feed_more", "one line feed ends it", good+"\n")
	bad("twice", "something follows the document", good+good)
	bad("one_line", "without spaces between its members", strings.NewReplacer("\n", "", "  ", "").Replace(good))
	instead("other_context", "another context gives the words another meaning", "ns/odrl.jsonld", "ns/other.jsonld")
	instead("other_type", "an offer is no agreement", `"Agreement"`, `"Offer"`)
	instead("member_more", "a member that no agreement has", `"uid"`, "\"inheritFrom\": \"x\",\n  \"uid\"")
	instead("member_twice", "readers differ in which of two counts", `"uid"`, "\"uid\": \"x\",\n  \"uid\"")
	instead("member_upper_case", "some readers take it for the member", `"uid"`, `"UID"`)
	instead("escaped", "another spelling of a string", "xsd:dateTime", `xsd:\u0064ateTime`)
	encoded := hexed(leaf.Bytes())
	instead("leaf_upper_case", "digits are in lower case", encoded, "0x"+strings.ToUpper(encoded[2:]))
	instead("leaf_half", "half of an order", encoded, encoded[:2+512])
	instead("leaf_tier_2_of_2", "the header has no such tier", encoded, changedLeaf(leaf, func(l *order.Leaf) { l.Tier = 2 }))
	instead("leaf_year_10000", "paid after the year 9999", encoded, changedLeaf(leaf, func(l *order.Leaf) { l.Time = 253402300800 }))
	instead("leaf_key_not_on_curve", "the release key is no point", encoded, changedLeaf(leaf, func(l *order.Leaf) { l.ReleaseKey[2][9] ^= 1 }))
	unhinted := *h
	unhinted.Hints = nil
	instead("header_hints", "hints are not signed, and would change the bytes", hexed(unhinted.Bytes()), hexed(h.Bytes()))
	instead("header_empty", "no header", hexed(unhinted.Bytes()), "0x")
	instead("receipt_identity", "the identity is no receipt", hexG1(w.receiptOf(1, leaf)), hexed(with(make([]byte, 48), 0, 0xc0)))
}

// rewritten replaces the first occurrence, which there must be.
func rewritten(text, old, new string) string {
	if !strings.Contains(text, old) {
		panic("vectors: not in the agreement: " + old)
	}
	return strings.Replace(text, old, new, 1)
}

func changedLeaf(leaf order.Leaf, change func(*order.Leaf)) string {
	change(&leaf)
	return hexed(leaf.Bytes())
}

// forgedAgreements are made by who did not pay for what they say.
func forgedAgreements(b *Builder) {
	w := b.world
	h := w.header()
	leaf := w.leafOf(h, 1)
	bad := func(fault, comment, document string) { b.fails(Verify, fault, comment, w.agreementIn(document)) }
	place := h.Place(w.contracts, 1)
	secret := w.secretOf(place, 0)
	bad("release", "the release in place of the receipt", w.document(h, leaf, w.multiplied(must(release.Point(place, secret.Public())))))
	D, never := w.multiplied(place.Identity()), w.secretOf(place, 77)
	unpaid := leaf
	unpaid.ReleaseKey = never.Public().Words()
	bad("forged_from_tier_key", "U' = D_k + b'·P, which who has opened the tier makes for any b'", w.document(h, unpaid, must(D.Add(never.MulG1(w.group.P)))))
	bad("tier_key", "D_k itself", w.document(h, leaf, D))

	foreign := multipliedBy(w, leaf)
	bad("other_committee", "a receipt that another committee made, which verifies under its own Q", w.document(h, leaf, foreign))
	own := leaf
	own.GroupKey = w.header(func(h *wrap.Header) { h.Binding.P.G1, h.Binding.Q.G2 = w.foreign.P, w.foreign.Q }).Terms().GroupKey
	bad("other_group_key", "the same, in an order that names that committee", w.document(h, own, multipliedBy(w, own)))
	disagree := w.header(func(h *wrap.Header) { h.Binding.P.G1 = w.foreign.P })
	bad("keys_disagree", "a header whose P is another committee's", w.agreement(disagree, 1))

	good := w.receiptOf(1, leaf)
	for fault, change := range map[string]func(*order.Leaf){
		"time": func(l *order.Leaf) { l.Time++ }, "payer": func(l *order.Leaf) { l.Payer[0]++ }, "index": func(l *order.Leaf) { l.Index++ },
		"amount": func(l *order.Leaf) { l.Amount = uint256.NewInt(1) }, "key": func(l *order.Leaf) { l.ReleaseKey = never.Public().Words() },
	} {
		changed := leaf
		change(&changed)
		bad("other_"+fault, "a good receipt, of an order with another "+fault, w.document(h, changed, good))
	}
	cheap := w.leafOf(h, 0)
	receipt := w.receiptOf(1, cheap)
	cheap.Tier = 1
	bad("other_tier", "the receipt of a cheaper tier", w.document(h, cheap, receipt))
	for fault, change := range map[string]func(*order.Leaf){
		"product": func(l *order.Leaf) { l.Product[0]++ }, "payee": func(l *order.Leaf) { l.Publisher[0]++ }, "token": func(l *order.Leaf) { l.Token[0]++ },
		"committee_contract": func(l *order.Leaf) { l.Committee[0]++ }, "fee": func(l *order.Leaf) { l.FeeBps++ }, "confirmations": func(l *order.Leaf) { l.Confirmations++ },
	} {
		bad("order_of_other_"+fault, "a paid order, under another offer than was signed", w.agreement(h, 1, change))
	}
	bad("other_chain", "a receipt of the same product on another chain", w.document(h, leaf, w.receiptOf(5, leaf)))
	elsewhere := release.OrderPlace{ChainID: 1, Escrow: address(0x5d), Order: leaf.Hash()}
	bad("other_escrow", "paid at another escrow than the software's constant", string(must(rights.Issue(h, elsewhere.Escrow, leaf, w.multiplied(release.ReceiptPoint(elsewhere)))).Bytes()))
}

// multipliedBy is the receipt of an order by the foreign committee.
func multipliedBy(w *world, leaf order.Leaf) bls.G1 {
	foreign := world{group: w.foreign, nodes: w.foreignNodes}
	return foreign.multiplied(release.ReceiptPoint(release.OrderPlace{ChainID: 1, Escrow: w.contracts.Escrow, Order: leaf.Hash()}))
}

// contradictions say in words what their proof does not.
func contradictions(b *Builder) {
	w := b.world
	good := w.agreement(w.header(), 1)
	instead := func(fault, old, new string) {
		b.fails(Verify, "says_other_"+fault, "the proof is good and says something else", w.agreementIn(rewritten(good, old, new)))
	}
	instead("count", `"3"`, `"30"`)
	instead("end", `2030-01-01`, `2040-01-01`)
	instead("action", `"print"`, `"distribute"`)
	instead("operator", `"lteq"`, `"gteq"`)
	instead("time", `2026-03-01T09:30:00Z`, `2026-03-01T09:30:01Z`)
	instead("title", `The Tale of the Sealed Letter`, `The Tale of the Sealed Lettes`)
	instead("assigner", hexAddress(publisherAddress("signer")), hexAddress(address(0x66)))
	instead("assignee", `urn:shrinkwrap:key:0x`, `urn:shrinkwrap:key:0x00`)
	instead("target", `:tier:1"`, `:tier:0"`)
	instead("chain", `urn:shrinkwrap:order:1:`, `urn:shrinkwrap:order:5:`)
	instead("permissions", "    {\n      \"action\": \"display\"\n    },\n", "")
}

// strangers made agreements that hold together, of headers that are not the word
// of who is expected.
func strangers(b *Builder) {
	w := b.world
	bad := func(fault, comment string, h *wrap.Header, more fields) {
		b.fails(Authenticate, fault, comment, w.agreementIn(w.agreement(h, 1)).and(more))
	}
	changed := w.header()
	changed.Content.Tiers[1].Rights[1][1] = "count=30"
	bad("rights_changed", "the header declares more than was signed, and was paid for as it is", changed, nil)
	other := w.header()
	w.sign(other, publisherKey("another signer"))
	bad("other_signature", "another's signature", other, nil)
	takenOver := w.header(func(h *wrap.Header) { h.Binding.P.G1, h.Binding.Q.G2 = w.foreign.P, w.foreign.Q })
	takenOver.Signature = w.header().Signature
	leaf := w.leafOf(takenOver, 1)
	b.fails(Authenticate, "committee_replaced", "the forger's committee in the publisher's header", w.agreementIn(w.document(takenOver, leaf, multipliedBy(w, leaf))))

	own := func(h *wrap.Header) { h.Binding.Terms.Signer = publisherAddress("another signer") }
	stranger := w.header(own)
	w.sign(stranger, publisherKey("another signer"))
	bad("stranger_signer", "true, of another publisher than is expected", stranger, fields{"signer": hexAddress(publisherAddress("signer"))})
	bad("stranger_product", "true, of another product than is expected", stranger, fields{"product": hexAddress(w.header().Address(w.contracts))})
	named := w.header(own, func(h *wrap.Header) {
		at := w.header().Address(w.contracts)
		h.Binding.Product, h.Binding.Terms.Publisher = at[:], h.Binding.Terms.Signer
	})
	w.sign(named, publisherKey("another signer"))
	bad("stranger_names_product", "a contract of his own, by which a stranger names the product that is expected: anybody can", named,
		fields{"product": hexAddress(common.BytesToAddress(named.Binding.Product))})
}
