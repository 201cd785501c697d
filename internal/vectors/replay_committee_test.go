package vectors_test

import (
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
	"github.com/shrinkwrap/shrinkwrap/internal/vectors"
)

type keyP struct {
	P       hexBytes `json:"P"`
	PAffine hexBytes `json:"PAffine"`
}

type keyQ struct {
	Q       hexBytes `json:"Q"`
	QAffine hexBytes `json:"QAffine"`
}

func (k keyQ) parse() (bls.G2, error) { return parseG2("Q", k.Q, k.QAffine) }

type groupKeyIn struct {
	keyP
	keyQ
}

type groupKeyOut struct {
	GroupKey common.Hash `json:"groupKey"`
}

func (in groupKeyIn) parse() (bls.G1, bls.G2, error) {
	P, errP := parseG1("P", in.P, in.PAffine)
	Q, errQ := in.keyQ.parse()
	return P, Q, errors.Join(errP, errQ)
}

var _ = replay("groupkey", func(in groupKeyIn) (groupKeyOut, error) {
	P, Q, err := in.parse()
	if err != nil {
		return groupKeyOut{}, err
	}
	if err := threshold.CheckKeys(P, Q); err != nil {
		return groupKeyOut{}, refused(vectors.Verify, err)
	}
	return groupKeyOut{threshold.GroupKey(P, Q)}, nil
})

type committeeIn struct {
	groupKeyIn
	Threshold int        `json:"threshold"`
	V         []hexBytes `json:"V"`
}

func parseV(list []hexBytes) (V []bls.G2, err error) {
	for i, b := range list {
		v, err := bls.ParseG2(b)
		if err != nil {
			return nil, refused(vectors.Parse, fmt.Errorf("key of node %d: %v", i+1, err))
		}
		V = append(V, v)
	}
	return V, nil
}

var _ = replay("committee", func(in committeeIn) (groupKeyOut, error) {
	P, Q, err := in.parse()
	V, errV := parseV(in.V)
	if err := errors.Join(err, errV); err != nil {
		return groupKeyOut{}, err
	}
	group := threshold.Group{Threshold: in.Threshold, P: P, Q: Q, V: V}
	if err := group.Check(); err != nil {
		if n := group.N(); n < 1 || n > threshold.MaxNodes || in.Threshold < 1 || in.Threshold > n {
			return groupKeyOut{}, refused(vectors.Parse, err)
		}
		return groupKeyOut{}, refused(vectors.Verify, err)
	}
	return groupKeyOut{group.Key()}, nil
})

type shareIn struct {
	place
	releaseKey
	V           []hexBytes `json:"V"`
	Node        int        `json:"node"`
	Share       hexBytes   `json:"share"`
	ShareAffine hexBytes   `json:"shareAffine"`
}

var _ = replay("share", func(in shareIn) (none, error) {
	B, errKey := in.releaseKey.parse()
	V, errV := parseV(in.V)
	point, errShare := parseG1("share", in.Share, in.ShareAffine)
	if err := errors.Join(errKey, errV, errShare); err != nil {
		return none{}, err
	}
	err := release.VerifyShare(threshold.Group{V: V}, in.place.place(), B, threshold.Part{Index: in.Node, Point: point})
	switch {
	case err == nil:
		return none{}, nil
	case in.Node < 1 || in.Node > len(V):
		return none{}, refused(vectors.Parse, err)
	}
	return none{}, refused(vectors.Verify, err)
})

type combineIn struct {
	Threshold int `json:"threshold"`
	Parts     []struct {
		Node  int      `json:"node"`
		Point hexBytes `json:"point"`
	} `json:"parts"`
}

var _ = replay("combine", func(in combineIn) (hashOut, error) {
	var parts []threshold.Part
	for _, part := range in.Parts {
		point, err := bls.ParseG1(part.Point)
		if err != nil {
			return hashOut{}, refused(vectors.Parse, err)
		}
		parts = append(parts, threshold.Part{Index: part.Node, Point: point})
	}
	whole, err := threshold.Interpolate(parts, in.Threshold)
	if err != nil {
		return hashOut{}, refused(vectors.Parse, err)
	}
	return hashOut{compressed(whole), affine(whole)}, nil
})

type releaseIn struct {
	place
	releaseKey
	keyQ
	Release       hexBytes `json:"release"`
	ReleaseAffine hexBytes `json:"releaseAffine"`
}

type releaseOut struct {
	Point hexBytes `json:"point"`
}

var _ = replay("release", func(in releaseIn) (releaseOut, error) {
	B, errKey := in.releaseKey.parse()
	Q, errQ := in.keyQ.parse()
	U, errU := parseG1("release", in.Release, in.ReleaseAffine)
	if err := errors.Join(errKey, errQ, errU); err != nil {
		return releaseOut{}, err
	}
	if err := release.Verify(in.place.place(), B, Q, U); err != nil {
		return releaseOut{}, refused(vectors.Verify, err)
	}
	point, err := release.Point(in.place.place(), B)
	return releaseOut{affine(point)}, err
})

type openIn struct {
	keyIn
	keyP
	Release       hexBytes `json:"release"`
	ReleaseAffine hexBytes `json:"releaseAffine"`
}

type openOut struct {
	D       hexBytes `json:"D"`
	DAffine hexBytes `json:"DAffine"`
}

var _ = replay("open", func(in openIn) (openOut, error) {
	key, errKey := release.NewKey(in.Seed, in.place.place(), in.Attempt)
	P, errP := parseG1("P", in.P, in.PAffine)
	U, errU := parseG1("release", in.Release, in.ReleaseAffine)
	if err := errors.Join(errKey, errP, errU); err != nil {
		return openOut{}, err
	}
	D, err := key.Open(U, P)
	if err != nil {
		return openOut{}, refused(vectors.Verify, err)
	}
	return openOut{compressed(D), affine(D)}, nil
})

type receiptIn struct {
	keyQ
	ChainID       uint64         `json:"chainId"`
	Escrow        common.Address `json:"escrow"`
	Order         common.Hash    `json:"order"`
	Receipt       hexBytes       `json:"receipt"`
	ReceiptAffine hexBytes       `json:"receiptAffine"`
	Holder        hexBytes       `json:"holder,omitempty"`
	HolderAffine  hexBytes       `json:"holderAffine,omitempty"`
}

type receiptOut struct {
	hashOut
	Place hexBytes `json:"place"`
}

var _ = replay("receipt", func(in receiptIn) (receiptOut, error) {
	Q, errQ := in.keyQ.parse()
	receipt, errReceipt := parseG1("receipt", in.Receipt, in.ReceiptAffine)
	if err := errors.Join(errQ, errReceipt); err != nil {
		return receiptOut{}, err
	}
	o := release.OrderPlace{ChainID: in.ChainID, Escrow: in.Escrow, Order: in.Order}
	point, err := release.ReceiptPoint(o), release.VerifyReceipt(o, Q, receipt)
	if in.Holder != nil {
		holder, errHolder := parseG1("holder", in.Holder, in.HolderAffine)
		if errHolder != nil {
			return receiptOut{}, errHolder
		}
		point, err = release.HolderPoint(o, holder), nil
		if !bls.PairingsEqual(receipt, bls.GeneratorG2(), point, Q) {
			err = release.ErrReceipt
		}
	}
	if err != nil {
		return receiptOut{}, refused(vectors.Verify, err)
	}
	return receiptOut{hashOut{compressed(point), affine(point)}, o.Bytes()}, nil
})
