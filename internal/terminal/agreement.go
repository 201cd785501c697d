package terminal

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/rights"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// ErrNoReceipt is returned for a purchase whose receipt is not here: see
// [Buyer.Record].
var ErrNoReceipt = errors.New("the receipt is not here yet")

// ErrReserved is returned where a section has the agreement's name.
var ErrReserved = errors.New("a section has the name " + rights.FileName)

// Agreement returns the agreement about a wrap that the purchase opens: that
// which was paid for, or another issue of its series.
func (p *Purchase) Agreement(h *wrap.Header) (*rights.Agreement, error) {
	if len(p.Receipt) == 0 || p.Order == nil {
		return nil, ErrNoReceipt
	}
	leaf, err := order.ParseLeaf(p.Order.Leaf)
	if err != nil {
		return nil, err
	}
	receipt, err := bls.ParseG1(p.Receipt)
	if err != nil {
		return nil, fmt.Errorf("receipt of %q: %v", p.Title, err)
	}
	a, err := rights.Issue(h, p.Escrow, leaf, receipt)
	if err != nil {
		return nil, err
	}
	return a, errors.Join(a.CheckOrder(product.ContractsOf(p.Escrow)), a.CheckReceipt())
}

// Agreement returns the agreement that Write writes beside the sections, or says
// why it writes none: [ErrNoReceipt] or [ErrReserved].
func (o *Opening) Agreement() (*rights.Agreement, error) {
	if o.agreement != nil {
		return o.agreement, nil
	}
	if slices.ContainsFunc(o.Sections(), func(n int) bool { return rights.Reserved(o.Wrap.Header.Content.Sections[n].Name) }) {
		return nil, ErrReserved
	}
	a, err := o.Purchase.Agreement(o.Wrap.Header)
	if err == nil {
		o.agreement = a
	}
	return a, err
}

// AddAgreement writes the agreement into a folder that was opened before the
// receipt was here, and nothing if there is still none.
func (o *Opening) AddAgreement(dir string) error {
	path := filepath.Join(dir, rights.FileName)
	if _, err := os.Lstat(path); err == nil {
		return nil // it is there, or a reserved name is
	}
	return o.writeAgreement(dir)
}

// writeAgreement writes the agreement if there is one. What was paid for opens
// without it.
func (o *Opening) writeAgreement(dir string) error {
	a, err := o.Agreement()
	if err != nil {
		return nil // said by whoever asks Agreement
	}
	return os.WriteFile(filepath.Join(dir, rights.FileName), a.Bytes(), 0o666)
}
