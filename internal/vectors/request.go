package vectors

import (
	"bytes"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/order"
)

// signedRequest is a Request with who signs it, and the token's side of that.
type signedRequest struct {
	order.Request
	payer  common.Address
	domain common.Hash  // the token's domain separator
	nonce  *uint256.Int // the payer's next permit
}

func (w *world) request() signedRequest {
	leaf := w.leaf()
	return signedRequest{order.Request{
		Place: w.place, ReleaseKey: leaf.ReleaseKey, Offer: leaf.Offer(), MaxPrice: uint256.NewInt(1_100_000), RefundTo: leaf.RefundTo,
		Tip: uint256.NewInt(30_000), Deadline: leaf.Time,
	}, leaf.Payer, filled(0x0d), uint256.NewInt(2)}
}

// requests are purchases that a payer signs and somebody else sends.
//
//	in   chainId, escrow, product, tier, releaseKeyAffine, the offer's members, maxPrice, refundTo, data, tip, deadline; payer, domain, nonce
//	out  router, offerHash, value, request, digest, authorization, permit
func requests(b *Builder) {
	add := func(name, comment string, change func(*signedRequest)) {
		r := b.world.request()
		change(&r)
		b.ok(name, comment, r.in(), r.out())
	}
	add("ok", "the sample", func(*signedRequest) {})
	add("ok_no_tip", "who sends it gets nothing", func(r *signedRequest) { r.Tip = new(uint256.Int) })
	add("ok_gift", "the giver gets the refund", func(r *signedRequest) { r.RefundTo = r.payer })
	add("ok_data", "33 bytes: a word and a byte", func(r *signedRequest) { r.Data = bytes.Repeat([]byte{0xda}, 33) })
	add("ok_zeros", "nothing but zeros, also for a release key", func(r *signedRequest) {
		*r = signedRequest{order.Request{MaxPrice: new(uint256.Int), Tip: new(uint256.Int)}, common.Address{}, common.Hash{}, new(uint256.Int)}
	})
	add("ok_largest", "every member at its largest: maxPrice + tip has 97 bits", func(r *signedRequest) {
		most := order.Request{Place: r.Place, ReleaseKey: [3][32]byte{filled(255), filled(255), filled(255)}, Offer: r.Offer, MaxPrice: largestPrice, Tip: largestPrice, RefundTo: address(255), Deadline: 1<<40 - 1}
		most.Place.ChainID, most.Place.Product, most.Place.Tier = 1<<53-1, address(255), 255
		most.Offer.Publisher, most.Offer.Token, most.Offer.Committee, most.Offer.GroupKey = address(255), address(255), address(255), filled(255)
		most.Offer.FeeBps, most.Offer.Confirmations = 65535, 255
		*r = signedRequest{most, address(255), filled(255), new(uint256.Int).SetAllOne()}
	})
	add("other_payer", "the same request, signed by another", func(r *signedRequest) { r.payer = address(9) })
	add("other_chain", "all is signed anew", func(r *signedRequest) { r.Place.ChainID++ })
	add("other_escrow", "all is signed anew, for another router", func(r *signedRequest) { r.Place.Escrow = address(0x5d) })
	add("other_release_key", "the permit is the same", func(r *signedRequest) { r.ReleaseKey[0][31] ^= 1 })
	add("other_offer", "the permit is the same", func(r *signedRequest) { r.Offer.FeeBps++ })
	add("other_deadline", "all is signed anew but the offer", func(r *signedRequest) { r.Deadline++ })
	bad := func(fault, comment string, change func(*signedRequest)) {
		r := b.world.request()
		change(&r)
		b.fails(Parse, fault, comment, r.in())
	}
	tooMuch := new(uint256.Int).Lsh(uint256.NewInt(1), 96)
	bad("max_price_2_96", "a price is below 2^96", func(r *signedRequest) { r.MaxPrice = tooMuch })
	bad("tip_2_96", "a tip is below 2^96", func(r *signedRequest) { r.Tip = tooMuch })
	bad("deadline_2_40", "a time is below 2^40", func(r *signedRequest) { r.Deadline = 1 << 40 })
}

func (r signedRequest) in() fields {
	key := bytes.Join([][]byte{r.ReleaseKey[0][:], r.ReleaseKey[1][:], r.ReleaseKey[2][:]}, nil)
	return placeFields(r.Place).and(fields{
		"releaseKeyAffine": hexed(key), "publisher": hexAddress(r.Offer.Publisher), "token": hexAddress(r.Offer.Token), "committee": hexAddress(r.Offer.Committee),
		"groupKey": hexed(r.Offer.GroupKey[:]), "feeBps": r.Offer.FeeBps, "confirmations": r.Offer.Confirmations,
		"maxPrice": r.MaxPrice.Dec(), "refundTo": hexAddress(r.RefundTo), "data": hexed(r.Data), "tip": r.Tip.Dec(), "deadline": r.Deadline,
		"payer": hexAddress(r.payer), "domain": hexed(r.domain[:]), "nonce": r.nonce.Dec(),
	})
}

func (r signedRequest) out() fields {
	offer, name, digest := r.Offer.Hash(), r.Hash(), r.Digest(r.payer)
	authorization, permit := r.Authorization(r.payer, r.domain), r.Permit(r.payer, r.domain, r.nonce)
	return fields{
		"router": hexAddress(r.Router()), "offerHash": hexed(offer[:]), "value": r.Value().Dec(), "request": hexed(name[:]),
		"digest": hexed(digest[:]), "authorization": hexed(authorization[:]), "permit": hexed(permit[:]),
	}
}
