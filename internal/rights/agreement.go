package rights

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// FileName is the name of an agreement beside what was opened. No section may
// have it: see [Reserved].
const FileName = "rights.json"

// MaxSize bounds an agreement, in bytes: a header and a leaf in hexadecimal, and
// the rights once more.
const MaxSize = 4 * wrap.MaxHeaderSize

// Agreement is what a receipt proves, and the words that say it.
//
// Header is signed, and has no hints. Of an agreement that was parsed none of it
// is true before Verify said so.
type Agreement struct {
	Header  *wrap.Header
	Escrow  common.Address
	Leaf    order.Leaf
	Receipt bls.G1

	stated document
}

// Issue makes the agreement of an order: the same bytes for the same order and
// header.
func Issue(h *wrap.Header, escrow common.Address, leaf order.Leaf, receipt bls.G1) (*Agreement, error) {
	signed := *h
	signed.Hints = nil
	a := &Agreement{Header: &signed, Escrow: escrow, Leaf: leaf, Receipt: receipt}
	if err := a.checkForm(); err != nil {
		return nil, err
	}
	a.stated = a.document()
	return a, nil
}

// maxTime is the last second of the year 9999, beyond which times have no common
// form.
const maxTime = 253402300799

// checkForm checks what a document is written from.
func (a *Agreement) checkForm() error {
	if len(a.Header.Hints) > 0 {
		return fmt.Errorf("agreement's header has %d hints, want none: they are not signed", len(a.Header.Hints))
	}
	if tiers := len(a.Header.Content.Tiers); int(a.Leaf.Tier) >= tiers {
		return fmt.Errorf("agreement's order is of tier %d, its header has %d", a.Leaf.Tier, tiers)
	}
	if a.Leaf.Time > maxTime {
		return fmt.Errorf("agreement's order was paid at %d, after the year 9999", a.Leaf.Time)
	}
	_, err := a.Leaf.Key()
	return err
}

// Parse reads an agreement strictly: what it accepts, Bytes writes again. It
// checks form alone; Verify says whether it is true.
func Parse(b []byte) (*Agreement, error) {
	if len(b) > MaxSize {
		return nil, fmt.Errorf("agreement has %d bytes, at most %d are allowed", len(b), MaxSize)
	}
	a := new(Agreement)
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(&a.stated); err != nil {
		return nil, fmt.Errorf("agreement is malformed: %v", err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("agreement is malformed: something follows the document")
	}
	if err := a.read(); err != nil {
		return nil, err
	}
	if !bytes.Equal(a.Bytes(), b) {
		return nil, errors.New("agreement is not in its one form: it was written anew since it was issued")
	}
	return a, nil
}

// read reads the proof in the document.
func (a *Agreement) read() (err error) {
	if a.Header, err = wrap.ParseHeader(a.stated.Header); err != nil {
		return fmt.Errorf("agreement's header: %w", err)
	}
	if a.Leaf, err = order.ParseLeaf(a.stated.Leaf); err != nil {
		return fmt.Errorf("agreement's order: %w", err)
	}
	if a.Receipt, err = bls.ParseG1(a.stated.Receipt); err != nil {
		return fmt.Errorf("agreement's receipt: %w", err)
	}
	a.Escrow = a.stated.Escrow
	return a.checkForm()
}

// Bytes returns the file rights.json.
func (a *Agreement) Bytes() []byte { return a.stated.encode() }

// Order returns where the receipt was made for: the header's chain, the escrow
// and the leaf's hash.
func (a *Agreement) Order() release.OrderPlace {
	return release.OrderPlace{ChainID: a.Header.Binding.ChainID, Escrow: a.Escrow, Order: a.Leaf.Hash()}
}

// Paid returns when the order was paid.
func (a *Agreement) Paid() time.Time { return time.Unix(int64(a.Leaf.Time), 0).UTC() }

// Tier returns the tier that was paid for.
func (a *Agreement) Tier() wrap.Tier { return a.Header.Content.Tiers[a.Leaf.Tier] }

// Rights returns what the header declares for the tier.
func (a *Agreement) Rights() []Right { return Read(a.Tier().Rights) }

// Free reports whether nothing was paid. Such receipts are given to everyone.
func (a *Agreement) Free() bool { return a.Leaf.Amount.IsZero() }
