package vectors_test

import (
	"bytes"
	"errors"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/vectors"
)

type leafIn struct {
	Leaf hexBytes `json:"leaf"`
}

type leafOut struct {
	Product          common.Address `json:"product"`
	Tier             uint8          `json:"tier"`
	Index            uint32         `json:"index"`
	Time             uint64         `json:"time"`
	Payer            common.Address `json:"payer"`
	RefundTo         common.Address `json:"refundTo"`
	Publisher        common.Address `json:"publisher"`
	Token            common.Address `json:"token"`
	Committee        common.Address `json:"committee"`
	FeeBps           uint16         `json:"feeBps"`
	Confirmations    uint8          `json:"confirmations"`
	GroupKey         common.Hash    `json:"groupKey"`
	Amount           string         `json:"amount"`
	ReleaseKeyAffine hexBytes       `json:"releaseKeyAffine"`
	Order            common.Hash    `json:"order"`
	Account          common.Hash    `json:"account"`
	OfferHash        common.Hash    `json:"offerHash"`
}

var _ = replay("leaf", func(in leafIn) (leafOut, error) {
	l, err := order.ParseLeaf(in.Leaf)
	if err != nil {
		return leafOut{}, refused(vectors.Parse, err)
	}
	if !bytes.Equal(l.Bytes(), in.Leaf) {
		return leafOut{}, errors.New("leaf does not come back")
	}
	key := bytes.Join([][]byte{l.ReleaseKey[0][:], l.ReleaseKey[1][:], l.ReleaseKey[2][:]}, nil)
	return leafOut{
		l.Product, l.Tier, l.Index, l.Time, l.Payer, l.RefundTo, l.Publisher, l.Token, l.Committee, l.FeeBps, l.Confirmations, l.GroupKey,
		l.Amount.Dec(), key, l.Hash(), l.Offer().Account(), l.Offer().Hash(),
	}, nil
})

type eventIn struct {
	Topics []common.Hash `json:"topics"`
	Data   hexBytes      `json:"data"`
}

type eventOut struct {
	witness
	Order   common.Hash `json:"order"`
	Account common.Hash `json:"account"`
}

var _ = replay("event", func(in eventIn) (eventOut, error) {
	c, err := order.ParseConfirmed(types.Log{Topics: in.Topics, Data: in.Data})
	if err != nil {
		return eventOut{}, refused(vectors.Parse, err)
	}
	return eventOut{witness{c.Witness[:32], c.Witness[32:]}, c.Order, c.Account}, nil
})

type peaksIn struct {
	Orders []common.Hash `json:"orders"`
}

type peaksOut struct {
	Peaks order.Peaks `json:"peaks"`
}

var _ = replay("peaks", func(in peaksIn) (peaksOut, error) {
	var p order.Peaks
	for i, o := range in.Orders {
		p = p.Append(uint32(i), o)
	}
	return peaksOut{p}, nil
})

type pathIn struct {
	Before order.Peaks   `json:"before"`
	Index  uint32        `json:"index"`
	Later  []common.Hash `json:"later"`
}

type pathOut struct {
	Path []common.Hash `json:"path"`
}

var _ = replay("path", func(in pathIn) (pathOut, error) {
	return pathOut{append([]common.Hash{}, order.Path(in.Before, in.Index, in.Later)...)}, nil
})

type orderLogIn struct {
	Peaks order.Peaks   `json:"peaks"`
	Index uint32        `json:"index"`
	Order common.Hash   `json:"order"`
	Path  []common.Hash `json:"path"`
}

var _ = replay("order_log", func(in orderLogIn) (none, error) {
	if err := in.Peaks.Check(in.Index, in.Order, in.Path); err != nil {
		return none{}, refused(vectors.Verify, err)
	}
	return none{}, nil
})
