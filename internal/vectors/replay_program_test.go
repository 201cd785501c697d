package vectors_test

import (
	"bytes"
	"context"
	"errors"
	"io"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/program"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/vectors"
)

type moduleIn struct {
	Module hexBytes `json:"module"`
}

type moduleOut struct {
	Imports []string `json:"imports"`
}

var _ = replay("module", func(in moduleIn) (out moduleOut, err error) {
	p, err := program.Compile(context.Background(), in.Module)
	if errors.Is(err, program.ErrUnfit) {
		return out, refused(vectors.Parse, err)
	}
	if err != nil {
		return out, err
	}
	return moduleOut{append([]string{}, p.Imports()...)}, p.Close()
})

type randomIn struct {
	Receipt       hexBytes `json:"receipt"`
	ReceiptAffine hexBytes `json:"receiptAffine"`
	Size          int      `json:"size"`
}

type randomOut struct {
	Bytes hexBytes `json:"bytes"`
}

var _ = replay("random", func(in randomIn) (out randomOut, err error) {
	receipt, err := parseG1("receipt", in.Receipt, in.ReceiptAffine)
	if err != nil {
		return out, err
	}
	out.Bytes = make([]byte, in.Size)
	_, err = io.ReadFull(program.Random(receipt), out.Bytes)
	return out, err
})

type tagIn struct {
	place
	B     hexBytes    `json:"b"`
	Order common.Hash `json:"order"`
}

type tagOut struct {
	ReleaseKey       hexBytes `json:"releaseKey"`
	ReleaseKeyAffine hexBytes `json:"releaseKeyAffine"`
	Tag              hexBytes `json:"tag"`
}

var _ = replay("tag", func(in tagIn) (out tagOut, err error) {
	b, err := bls.ParseSecret(in.B)
	if err != nil {
		return out, refused(vectors.Parse, err)
	}
	place := release.OrderPlace{ChainID: in.ChainID, Escrow: in.Escrow, Order: in.Order}
	s, err := bls.Sign(b, bls.PurposeTag, place.Bytes(), nil)
	if err != nil {
		return out, err
	}
	key, affine, tag := b.Public().Bytes(), b.Public().Affine(), s.Bytes()
	return tagOut{key[:], affine[:], tag[:]}, nil
})

type confirmationIn struct {
	place
	Order            common.Hash `json:"order"`
	Amount           string      `json:"amount"`
	PaidAt           uint64      `json:"paidAt"`
	ReleaseKey       hexBytes    `json:"releaseKey"`
	ReleaseKeyAffine hexBytes    `json:"releaseKeyAffine"`
	Receipt          hexBytes    `json:"receipt"`
	ReceiptAffine    hexBytes    `json:"receiptAffine"`
	Tag              hexBytes    `json:"tag"`
}

// confirmation returns what was confirmed, with a tag that is its buyer's.
func (in confirmationIn) confirmation() (c program.Confirmation, err error) {
	c = program.Confirmation{Place: in.place.place(), Order: in.Order, PaidAt: in.PaidAt}
	if c.Amount, err = uint256.FromDecimal(in.Amount); err != nil {
		return c, err
	}
	if c.Buyer, err = parseG1("releaseKey", in.ReleaseKey, in.ReleaseKeyAffine); err != nil {
		return c, err
	}
	if c.Receipt, err = parseG1("receipt", in.Receipt, in.ReceiptAffine); err != nil {
		return c, err
	}
	if c.Tag, err = bls.ParseSignature(in.Tag); err != nil {
		return c, refused(vectors.Parse, err)
	}
	if err := c.Tag.Verify(c.Buyer, bls.PurposeTag, c.OrderPlace().Bytes()); err != nil {
		return c, refused(vectors.Verify, err)
	}
	return c, nil
}

type environmentOut struct {
	Environment []string `json:"environment"`
}

var _ = replay("environment", func(in confirmationIn) (out environmentOut, err error) {
	c, err := in.confirmation()
	if err != nil {
		return out, err
	}
	for _, v := range c.Environment() {
		out.Environment = append(out.Environment, v.Name+"="+v.Value)
	}
	return out, nil
})

type productIn struct {
	confirmationIn
	Module  hexBytes `json:"module"`
	Section hexBytes `json:"section"`
}

type productOut struct {
	Product hexBytes `json:"product"`
}

var _ = replay("product", func(in productIn) (out productOut, err error) {
	c, err := in.confirmation()
	if err != nil {
		return out, err
	}
	p, err := program.Compile(context.Background(), in.Module)
	if err != nil {
		return out, err
	}
	defer p.Close() // frees memory
	var made bytes.Buffer
	err = p.Run(context.Background(), c, program.LimitsFor(uint64(len(in.Section))), bytes.NewReader(in.Section), &made)
	if failed := new(program.Failure); errors.As(err, &failed) {
		return out, refused(vectors.Verify, err)
	}
	return productOut{made.Bytes()}, err
})
