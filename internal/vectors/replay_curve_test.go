package vectors_test

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/vectors"
)

type pointIn struct {
	Group string   `json:"group"`
	Form  string   `json:"form"`
	Bytes hexBytes `json:"bytes"`
}

type pointOut struct {
	Compressed hexBytes `json:"compressed"`
	Affine     hexBytes `json:"affine"`
}

var _ = replay("point", func(in pointIn) (out pointOut, err error) {
	switch in.Group + " " + in.Form {
	case "G1 compressed":
		return outG1(bls.ParseG1(in.Bytes))
	case "G1 affine":
		return outG1(bls.ParseG1Affine(in.Bytes))
	case "G2 compressed":
		return outG2(bls.ParseG2(in.Bytes))
	case "G2 affine":
		return outG2(bls.ParseG2Affine(in.Bytes))
	}
	return out, fmt.Errorf("unknown group %q or form %q", in.Group, in.Form)
})

func outG1(p bls.G1, err error) (pointOut, error) {
	if err != nil {
		return pointOut{}, refused(vectors.Parse, err)
	}
	return pointOut{compressed(p), affine(p)}, nil
}

func outG2(p bls.G2, err error) (pointOut, error) {
	if err != nil {
		return pointOut{}, refused(vectors.Parse, err)
	}
	c, a := p.Bytes(), p.Affine()
	return pointOut{c[:], a[:]}, nil
}

type scalarIn struct {
	Bytes hexBytes `json:"bytes"`
}

type scalarOut struct {
	Value string `json:"value"`
}

var _ = replay("scalar", func(in scalarIn) (scalarOut, error) {
	s, err := bls.ParseScalar(in.Bytes)
	if err != nil {
		return scalarOut{}, refused(vectors.Parse, err)
	}
	b := s.Bytes()
	return scalarOut{new(big.Int).SetBytes(b[:]).String()}, nil
})

type hashIn struct {
	Message hexBytes `json:"message"`
	DST     string   `json:"dst"`
}

type hashOut struct {
	Point       hexBytes `json:"point"`
	PointAffine hexBytes `json:"pointAffine"`
}

var _ = replay("hash", func(in hashIn) (hashOut, error) {
	p, err := bls.HashToG1(in.Message, in.DST)
	return hashOut{compressed(p), affine(p)}, err
})

type gtIn struct {
	P       hexBytes `json:"p"`
	PAffine hexBytes `json:"pAffine"`
	Q       hexBytes `json:"q"`
	QAffine hexBytes `json:"qAffine"`
}

type gtOut struct {
	GT hexBytes `json:"gt"`
}

var _ = replay("gt", func(in gtIn) (gtOut, error) {
	p, errP := parseG1("p", in.P, in.PAffine)
	q, errQ := parseG2("q", in.Q, in.QAffine)
	if err := errors.Join(errP, errQ); err != nil {
		return gtOut{}, err
	}
	gt := bls.Pair(p, q).Bytes()
	return gtOut{gt[:]}, nil
})

type pairingIn struct {
	A       hexBytes `json:"a"`
	AAffine hexBytes `json:"aAffine"`
	B       hexBytes `json:"b"`
	BAffine hexBytes `json:"bAffine"`
	C       hexBytes `json:"c"`
	CAffine hexBytes `json:"cAffine"`
	D       hexBytes `json:"d"`
	DAffine hexBytes `json:"dAffine"`
}

var _ = replay("pairing", func(in pairingIn) (none, error) {
	a, errA := parseG1("a", in.A, in.AAffine)
	b, errB := parseG2("b", in.B, in.BAffine)
	c, errC := parseG1("c", in.C, in.CAffine)
	d, errD := parseG2("d", in.D, in.DAffine)
	if err := errors.Join(errA, errB, errC, errD); err != nil {
		return none{}, err
	}
	if !bls.PairingsEqual(a, b, c, d) {
		return none{}, refused(vectors.Verify, errors.New("the pairings differ"))
	}
	return none{}, nil
})
