package vectors_test

import (
	"bytes"
	"crypto/hkdf"
	"crypto/sha256"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/seal"
	"github.com/shrinkwrap/shrinkwrap/internal/vectors"
)

type bindIn struct {
	keyQ
	ChainID uint64         `json:"chainId"`
	Escrow  common.Address `json:"escrow"`
	Product common.Address `json:"product"`
	Random  hexBytes       `json:"random"`
	Keys    []hexBytes     `json:"keys"`
}

type bindOut struct {
	Scalar  hexBytes   `json:"r"`
	R       hexBytes   `json:"R"`
	RAffine hexBytes   `json:"RAffine"`
	E       []hexBytes `json:"E"`
}

var _ = replay("bind", func(in bindIn) (out bindOut, err error) {
	Q, err := in.keyQ.parse()
	if err != nil {
		return out, err
	}
	var keys []seal.TierKey
	for _, b := range in.Keys {
		key, err := seal.ParseTierKey(b)
		if err != nil {
			return out, refused(vectors.Parse, err)
		}
		keys = append(keys, key)
	}
	at := product.Place{ChainID: in.ChainID, Escrow: in.Escrow, Product: in.Product}
	bound, err := seal.Bind(Q, at, keys, bytes.NewReader(in.Random))
	if err != nil {
		return out, refused(vectors.Parse, err)
	}
	r, err := bls.RandomSecret(bytes.NewReader(in.Random))
	if err != nil {
		return out, err
	}
	s, c, a := r.Bytes(), bound.R.Bytes(), bound.R.Affine()
	out = bindOut{Scalar: s[:], R: c[:], RAffine: a[:]}
	for _, e := range bound.E {
		out.E = append(out.E, e[:])
	}
	return out, nil
})

type tierKeyIn struct {
	Tier      int      `json:"tier"`
	R         hexBytes `json:"R"`
	RAffine   hexBytes `json:"RAffine"`
	E         hexBytes `json:"E"`
	D         hexBytes `json:"D"`
	DAffine   hexBytes `json:"DAffine"`
	Recipient string   `json:"recipient"`
}

type tierKeyOut struct {
	GT       hexBytes `json:"gt"`
	Mask     hexBytes `json:"mask"`
	Key      hexBytes `json:"key"`
	Identity string   `json:"identity"`
}

var _ = replay("tierkey", func(in tierKeyIn) (out tierKeyOut, err error) {
	R, errR := parseG2("R", in.R, in.RAffine)
	D, errD := parseG1("D", in.D, in.DAffine)
	if err := errors.Join(errR, errD); err != nil {
		return out, err
	}
	if len(in.E) != seal.TierKeySize {
		return out, refused(vectors.Parse, fmt.Errorf("E has %d bytes", len(in.E)))
	}
	bound := seal.Binding{R: R, E: make([][seal.TierKeySize]byte, in.Tier+1)}
	bound.E[in.Tier] = [seal.TierKeySize]byte(in.E)
	key, err := bound.Open(in.Tier, D)
	if err != nil {
		return out, refused(vectors.Parse, err)
	}
	if got := key.Recipient().String(); got != in.Recipient {
		return out, refused(vectors.Verify, fmt.Errorf("the key is that of %s", got))
	}
	gt, b := bls.Pair(D, R).Bytes(), key.Bytes()
	mask, err := hkdf.Key(sha256.New, gt[:], nil, "SHRINKWRAP-V1-TIER-KEY"+string(in.R)+string([]byte{byte(in.Tier)}), 32)
	return tierKeyOut{gt[:], mask, b[:], key.Identity().String()}, err
})

type contractsIn struct {
	Escrow common.Address `json:"escrow"`
}

type contractsOut struct {
	Router   common.Address `json:"router"`
	Factory  common.Address `json:"factory"`
	Template common.Address `json:"template"`
}

var _ = replay("contracts", func(in contractsIn) (contractsOut, error) {
	c := product.ContractsOf(in.Escrow)
	return contractsOut{c.Router, c.Factory, c.Template}, nil
})

type termsIn struct {
	Terms    hexBytes       `json:"terms"`
	Factory  common.Address `json:"factory"`
	Template common.Address `json:"template"`
}

type tierOut struct {
	Price         string `json:"price"`
	Supply        uint32 `json:"supply"`
	Confirmations uint8  `json:"confirmations"`
}

type termsOut struct {
	Publisher   common.Address `json:"publisher"`
	Signer      common.Address `json:"signer"`
	Token       common.Address `json:"token"`
	Committee   common.Address `json:"committee"`
	GroupKey    common.Hash    `json:"groupKey"`
	FeeBps      uint16         `json:"feeBps"`
	ContentHash common.Hash    `json:"contentHash"`
	Tiers       []tierOut      `json:"tiers"`
	Address     common.Address `json:"address"`
	OfferHashes []common.Hash  `json:"offerHashes"`
	Account     common.Hash    `json:"account"`
}

var _ = replay("terms", func(in termsIn) (termsOut, error) {
	t, err := product.ParseTerms(in.Terms)
	if err != nil {
		return termsOut{}, refused(vectors.Parse, err)
	}
	out := termsOut{
		Publisher: t.Publisher, Signer: t.Signer, Token: t.Token, Committee: t.Committee, GroupKey: t.GroupKey, FeeBps: t.FeeBps, ContentHash: t.ContentHash,
		Address: product.Contracts{Factory: in.Factory, Template: in.Template}.Address(t), Account: t.Offer(0).Account(),
	}
	for k, tier := range t.Tiers {
		out.Tiers = append(out.Tiers, tierOut{tier.Price.Dec(), tier.Supply, tier.Confirmations})
		out.OfferHashes = append(out.OfferHashes, t.Offer(k).Hash())
	}
	if !bytes.Equal(t.Bytes(), in.Terms) {
		return out, errors.New("terms do not come back")
	}
	return out, nil
})

type offerIn struct {
	Publisher     common.Address `json:"publisher"`
	Token         common.Address `json:"token"`
	Committee     common.Address `json:"committee"`
	GroupKey      common.Hash    `json:"groupKey"`
	FeeBps        uint16         `json:"feeBps"`
	Confirmations uint8          `json:"confirmations"`
}

type offerOut struct {
	OfferHash common.Hash `json:"offerHash"`
	Account   common.Hash `json:"account"`
}

var _ = replay("offer", func(in offerIn) (offerOut, error) {
	o := product.Offer{Publisher: in.Publisher, Token: in.Token, Committee: in.Committee, GroupKey: in.GroupKey, FeeBps: in.FeeBps, Confirmations: in.Confirmations}
	return offerOut{o.Hash(), o.Account()}, nil
})
