package rights

import (
	"errors"
	"fmt"
	"reflect"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
)

// Errors that say why an agreement proves nothing.
var (
	ErrOrder    = errors.New("order is not one of the header's product")
	ErrStated   = errors.New("agreement says what its proof does not")
	ErrEscrow   = errors.New("order was made at another escrow")
	ErrExpected = errors.New("agreement is not of the publisher or product that was expected")
)

// Verify returns nil if the agreement proves what it says: that an order of this
// product and tier was paid for, at this time, with these rights, as the
// header's signer and the committee that he chose say. Nobody is asked.
//
// ⚠ Anyone can be a signer, and choose a committee that is himself. An agreement
// is worth something to who expects its signer or its product: see
// [Agreement.Expect].
func (a *Agreement) Verify(c product.Contracts) error {
	for _, check := range []func() error{
		a.Header.Check,
		func() error { return a.CheckOrder(c) },
		a.CheckReceipt,
		a.CheckStated,
		func() error { return a.Header.Authenticate(c) },
	} {
		if err := check(); err != nil {
			return err
		}
	}
	return nil
}

// CheckOrder returns an error unless the order is of the header's product, at
// the escrow of these contracts, under the offer that was signed for the tier:
// with its committee's group key, above all.
func (a *Agreement) CheckOrder(c product.Contracts) error {
	offer := a.Header.Offer(int(a.Leaf.Tier))
	switch {
	case a.Escrow != c.Escrow:
		return fmt.Errorf("%w than %s: at %s", ErrEscrow, c.Escrow, a.Escrow)
	case a.Leaf.Product != a.Header.Address(c):
		return fmt.Errorf("%w: it paid for %s, the header's is %s", ErrOrder, a.Leaf.Product, a.Header.Address(c))
	case a.Leaf.GroupKey != offer.GroupKey:
		return fmt.Errorf("%w: it names the group key %s, the header's is %s", ErrOrder, a.Leaf.GroupKey, offer.GroupKey)
	case a.Leaf.Offer().Hash() != offer.Hash():
		return fmt.Errorf("%w: payee, token, committee, fee or confirmations are not as signed for tier %d", ErrOrder, a.Leaf.Tier)
	}
	return nil
}

// CheckReceipt returns release.ErrReceipt unless the receipt is of the order
// under the Q of the header, by one pairing.
func (a *Agreement) CheckReceipt() error {
	_, Q := a.Header.Binding.Group()
	return release.VerifyReceipt(a.Order(), Q, a.Receipt)
}

// CheckStated returns an error unless all that the agreement says in ODRL is
// what its order and its header say.
func (a *Agreement) CheckStated() error {
	proven := a.document()
	for _, member := range []struct {
		name           string
		stated, proven any
	}{
		{"uid", a.stated.UID, proven.UID},
		{"title", a.stated.Title, proven.Title},
		{"time of issue", a.stated.Issued, proven.Issued},
		{"assigner", a.stated.Assigner, proven.Assigner},
		{"assignee", a.stated.Assignee, proven.Assignee},
		{"target", a.stated.Target, proven.Target},
		{"permission", a.stated.Permission, proven.Permission},
	} {
		if !reflect.DeepEqual(member.stated, member.proven) {
			// What it says is a stranger's, and may be long.
			return fmt.Errorf("%w: another %s", ErrStated, member.name)
		}
	}
	return nil
}

// Expected is who or what a verifier expects; zero is nobody and nothing.
type Expected struct {
	Signer  common.Address
	Product common.Address
}

// Expect returns an error unless the agreement is of the signer and the product
// that are expected.
//
// ⚠ A product that follows from its terms is bound to its signer and committee.
// One with a contract of its own is only named by a header, which anybody can
// sign: it counts only together with its signer.
func (a *Agreement) Expect(c product.Contracts, e Expected) error {
	signer, at := a.Header.Binding.Terms.Signer, a.Header.Address(c)
	none := common.Address{}
	switch {
	case e.Signer != none && signer != e.Signer:
		return fmt.Errorf("%w: its publisher is %s, not %s", ErrExpected, signer, e.Signer)
	case e.Product != none && at != e.Product:
		return fmt.Errorf("%w: its product is %s, not %s", ErrExpected, at, e.Product)
	case e.Product != none && e.Signer == none && len(a.Header.Binding.Product) > 0:
		return fmt.Errorf("%w: product %s is a contract of its own, which any header can name: expect its publisher, too", ErrExpected, at)
	}
	return nil
}
