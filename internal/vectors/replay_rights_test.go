package vectors_test

import (
	"errors"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/rights"
	"github.com/shrinkwrap/shrinkwrap/internal/vectors"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

type agreementIn struct {
	Document string          `json:"document"`
	Escrow   common.Address  `json:"escrow"`
	Factory  common.Address  `json:"factory"`
	Template common.Address  `json:"template"`
	Signer   *common.Address `json:"signer,omitempty"`
	Product  *common.Address `json:"product,omitempty"`
}

type agreementOut struct {
	Order common.Hash `json:"order"`
	Wrap  common.Hash `json:"wrap"`
	Tier  uint8       `json:"tier"`
	Paid  int64       `json:"paid"`
	Free  bool        `json:"free"`
}

var _ = replay("agreement", func(in agreementIn) (out agreementOut, err error) {
	a, err := rights.Parse([]byte(in.Document))
	if err != nil {
		return out, refused(vectors.Parse, err)
	}
	if string(a.Bytes()) != in.Document {
		return out, errors.New("agreement does not come back")
	}
	c := product.Contracts{Escrow: in.Escrow, Factory: in.Factory, Template: in.Template}
	switch err := a.Verify(c); {
	case errors.Is(err, wrap.ErrSignature), errors.Is(err, wrap.ErrSigner):
		return out, refused(vectors.Authenticate, err)
	case err != nil:
		return out, refused(vectors.Verify, err)
	}
	var e rights.Expected
	if in.Signer != nil {
		e.Signer = *in.Signer
	}
	if in.Product != nil {
		e.Product = *in.Product
	}
	if err := a.Expect(c, e); err != nil {
		return out, refused(vectors.Authenticate, err)
	}
	return agreementOut{a.Order().Order, a.Header.ID(), a.Leaf.Tier, a.Paid().Unix(), a.Free()}, nil
})

type rightIn struct {
	Right wrap.Right `json:"right"`
	Paid  int64      `json:"paid"`
}

type rightOut struct {
	Known   bool     `json:"known"`
	Count   uint32   `json:"count"`
	End     int64    `json:"end"`
	Strange []string `json:"strange"`
}

var _ = replay("right", func(in rightIn) (rightOut, error) {
	r := rights.Read([]wrap.Right{in.Right})[0]
	end := int64(-1)
	if at, ok := r.End(time.Unix(in.Paid, 0)); ok {
		end = at.Unix()
	}
	return rightOut{r.Known, r.Count, end, append([]string{}, r.Strange...)}, nil
})

type openingIn struct {
	Rights   []wrap.Right `json:"rights"`
	Paid     int64        `json:"paid"`
	Now      int64        `json:"now"`
	Openings uint32       `json:"openings"`
}

var _ = replay("opening", func(in openingIn) (none, error) {
	u := rights.Use{Paid: time.Unix(in.Paid, 0), Now: time.Unix(in.Now, 0), Openings: in.Openings}
	if err := rights.Allows(rights.Read(in.Rights), u); err != nil {
		return none{}, refused(vectors.Verify, err)
	}
	return none{}, nil
})
