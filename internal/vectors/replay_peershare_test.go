package vectors_test

import (
	"bytes"
	"crypto/hkdf"
	"crypto/sha256"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
	"github.com/shrinkwrap/shrinkwrap/internal/vectors"
)

type peerShareIn struct {
	ChainID uint64         `json:"chainId"`
	Escrow  common.Address `json:"escrow"`
	Order   common.Hash    `json:"order"`
	V       []hexBytes     `json:"V"`
	Node    int            `json:"node"`
	For     int            `json:"for"`
	Key     hexBytes       `json:"key"`
	Random  hexBytes       `json:"random"`
	R       hexBytes       `json:"R"`
	RAffine hexBytes       `json:"RAffine"`
	C       hexBytes       `json:"C"`
}

type peerShareOut struct {
	hashOut
	GT          hexBytes `json:"gt"`
	Mask        hexBytes `json:"mask"`
	Share       hexBytes `json:"share"`
	ShareAffine hexBytes `json:"shareAffine"`
}

var _ = replay("peershare", func(in peerShareIn) (out peerShareOut, err error) {
	V, errV := parseV(in.V)
	R, errR := parseG2("R", in.R, in.RAffine)
	if err := errors.Join(errV, errR); err != nil {
		return out, err
	}
	if len(in.C) != bls.G1Size {
		return out, refused(vectors.Parse, fmt.Errorf("C has %d bytes", len(in.C)))
	}
	secret, err := bls.ParseSecret(in.Key)
	if err != nil {
		return out, refused(vectors.Parse, err)
	}
	o := release.OrderPlace{ChainID: in.ChainID, Escrow: in.Escrow, Order: in.Order}
	key := threshold.KeyShare{Index: in.For, Secret: secret}
	sealed := release.SealedShare{Node: in.Node, For: in.For, R: R, C: [bls.G1Size]byte(in.C)}
	share, err := sealed.Open(key, o)
	if err != nil {
		return out, refused(vectors.Verify, err)
	}
	again, err := release.SealShare(threshold.Group{V: V}, o, share, in.For, bytes.NewReader(in.Random))
	if err != nil || again.C != sealed.C || !again.R.Equal(R) {
		return out, errors.Join(err, errors.New("sealed again, it is another"))
	}
	gt := bls.Pair(key.Part(release.PeerPoint(o)).Point, R).Bytes()
	mask, err := hkdf.Key(sha256.New, gt[:], nil, "SHRINKWRAP-V1-PEER-SHARE"+string(in.R)+string([]byte{byte(in.Node), byte(in.For)}), bls.G1Size)
	point := release.PeerPoint(o)
	return peerShareOut{hashOut{compressed(point), affine(point)}, gt[:], mask, compressed(share.Point), affine(share.Point)}, err
})
