package vectors_test

import (
	"bytes"
	"context"
	"errors"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/fraud"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/vectors"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

type fraudIn struct {
	Document string         `json:"document"`
	Sealed   hexBytes       `json:"sealed"`
	Escrow   common.Address `json:"escrow"`
	Factory  common.Address `json:"factory"`
	Template common.Address `json:"template"`
}

type fraudOut struct {
	Wrap    common.Hash    `json:"wrap"`
	Signer  common.Address `json:"signer"`
	Tier    uint8          `json:"tier"`
	Section int            `json:"section"`
	Fraud   fraud.Kind     `json:"fraud"`
}

// A proof that is true is what whoever has the tier's key makes himself; of what
// is honest he makes none.
var _ = replay("fraud", func(in fraudIn) (out fraudOut, err error) {
	p, err := fraud.Parse([]byte(in.Document))
	if err != nil {
		return out, refused(vectors.Parse, err)
	}
	if string(p.Bytes()) != in.Document || !fraud.Claims([]byte(in.Document)) {
		return out, errors.New("proof does not come back")
	}
	c := product.Contracts{Escrow: in.Escrow, Factory: in.Factory, Template: in.Template}
	sealed := &wrap.Section{Name: "sections/1.age", Source: bytes.NewReader(in.Sealed), Sealed: p.Signed().Sealed()}
	err = p.Verify(context.Background(), c, sealed)
	own, _, accusing := fraud.Accuse(context.Background(), p.Header, c, p.Tier, p.Section, p.Opener, sealed)
	if same := accusing == nil && string(own.Bytes()) == in.Document; same != (err == nil) {
		return out, errors.New("what is verified is not what who has the key makes himself")
	}
	switch {
	case errors.Is(err, wrap.ErrSignature), errors.Is(err, wrap.ErrSigner):
		return out, refused(vectors.Authenticate, err)
	case err != nil:
		return out, refused(vectors.Verify, err)
	}
	return fraudOut{p.Header.ID(), p.Signer(), p.Tier, p.Section, p.Kind}, nil
})
