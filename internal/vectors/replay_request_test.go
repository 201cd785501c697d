package vectors_test

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/vectors"
)

type requestIn struct {
	ChainID          uint64         `json:"chainId"`
	Escrow           common.Address `json:"escrow"`
	Product          common.Address `json:"product"`
	Tier             uint8          `json:"tier"`
	ReleaseKeyAffine hexBytes       `json:"releaseKeyAffine"`
	Publisher        common.Address `json:"publisher"`
	Token            common.Address `json:"token"`
	Committee        common.Address `json:"committee"`
	GroupKey         common.Hash    `json:"groupKey"`
	FeeBps           uint16         `json:"feeBps"`
	Confirmations    uint8          `json:"confirmations"`
	MaxPrice         string         `json:"maxPrice"`
	RefundTo         common.Address `json:"refundTo"`
	Data             hexBytes       `json:"data"`
	Tip              string         `json:"tip"`
	Deadline         uint64         `json:"deadline"`
	Payer            common.Address `json:"payer"`
	Domain           common.Hash    `json:"domain"`
	Nonce            string         `json:"nonce"`
}

type requestOut struct {
	Router        common.Address `json:"router"`
	OfferHash     common.Hash    `json:"offerHash"`
	Value         string         `json:"value"`
	Request       common.Hash    `json:"request"`
	Digest        common.Hash    `json:"digest"`
	Authorization common.Hash    `json:"authorization"`
	Permit        common.Hash    `json:"permit"`
}

var _ = replay("request", func(in requestIn) (out requestOut, err error) {
	if len(in.ReleaseKeyAffine) != 96 {
		return out, fmt.Errorf("release key has %d bytes", len(in.ReleaseKeyAffine))
	}
	amounts := map[string]*uint256.Int{in.MaxPrice: nil, in.Tip: nil, in.Nonce: nil}
	for text := range amounts {
		if amounts[text], err = uint256.FromDecimal(text); err != nil {
			return out, err
		}
	}
	key := in.ReleaseKeyAffine
	r := order.Request{
		Place:      product.Place{ChainID: in.ChainID, Escrow: in.Escrow, Product: in.Product, Tier: in.Tier},
		ReleaseKey: [3][32]byte{[32]byte(key[:32]), [32]byte(key[32:64]), [32]byte(key[64:])},
		Offer: product.Offer{
			Publisher: in.Publisher, Token: in.Token, Committee: in.Committee, GroupKey: in.GroupKey, FeeBps: in.FeeBps, Confirmations: in.Confirmations,
		},
		MaxPrice: amounts[in.MaxPrice], RefundTo: in.RefundTo, Data: in.Data, Tip: amounts[in.Tip], Deadline: in.Deadline,
	}
	if err := r.Check(); err != nil {
		return out, refused(vectors.Parse, err)
	}
	return requestOut{
		r.Router(), r.Offer.Hash(), r.Value().Dec(), r.Hash(), r.Digest(in.Payer), r.Authorization(in.Payer, in.Domain), r.Permit(in.Payer, in.Domain, amounts[in.Nonce]),
	}, nil
})
