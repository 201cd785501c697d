package vectors_test

import (
	"bytes"
	"errors"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/vectors"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

type headerIn struct {
	Header   hexBytes       `json:"header"`
	Escrow   common.Address `json:"escrow"`
	Factory  common.Address `json:"factory"`
	Template common.Address `json:"template"`
}

type headerOut struct {
	ID          common.Hash    `json:"id"`
	ContentHash common.Hash    `json:"contentHash"`
	GroupKey    common.Hash    `json:"groupKey"`
	Terms       hexBytes       `json:"terms"`
	Product     common.Address `json:"product"`
	Digest      common.Hash    `json:"digest"`
	Signer      common.Address `json:"signer"`
}

var _ = replay("header", func(in headerIn) (out headerOut, err error) {
	h, err := wrap.ParseHeader(in.Header)
	if err != nil {
		return out, refused(vectors.Parse, err)
	}
	if !bytes.Equal(h.Bytes(), in.Header) {
		return out, errors.New("header does not come back")
	}
	if err := h.Check(); err != nil {
		return out, refused(vectors.Verify, err)
	}
	c := product.Contracts{Escrow: in.Escrow, Factory: in.Factory, Template: in.Template}
	if err := h.Authenticate(c); err != nil {
		return out, refused(vectors.Authenticate, err)
	}
	terms := h.Terms()
	return headerOut{h.ID(), h.Content.Hash(), terms.GroupKey, terms.Bytes(), h.Address(c), h.Digest(c), terms.Signer}, nil
})

type bytesIn struct {
	Bytes hexBytes `json:"bytes"`
}

var _ = replay("text", func(in bytesIn) (none, error) {
	if err := wrap.CheckText(string(in.Bytes)); err != nil {
		return none{}, refused(vectors.Parse, err)
	}
	return none{}, nil
})

var _ = replay("name", func(in bytesIn) (none, error) {
	if err := wrap.CheckName(string(in.Bytes)); err != nil {
		return none{}, refused(vectors.Parse, err)
	}
	return none{}, nil
})
