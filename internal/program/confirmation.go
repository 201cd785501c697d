package program

import (
	"encoding/hex"
	"fmt"
	"strconv"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
)

// Confirmation is what a program is told of the payment. It holds no secret: b
// stays with the buyer, and the tag does not give it away.
type Confirmation struct {
	Place   product.Place // product and tier, at an escrow on a chain
	Order   common.Hash
	Amount  *uint256.Int  // what was paid, in the token's base units
	PaidAt  uint64        // Unix seconds: the time of the order's block
	Buyer   bls.G1        // the release key B
	Receipt bls.G1        // σ, verified
	Tag     bls.Signature // under B, purpose tag, of the order's place: see [Tag]
}

// Tag returns the buyer's tag of an order: a signature that nobody else can make
// and that is the same each time, so that a mark made of it names its buyer.
func Tag(key release.Key, order common.Hash) (bls.Signature, error) {
	return key.Sign(bls.PurposeTag, order, nil, nil) // deterministic: it takes no random numbers
}

// OrderPlace names the order, and is the message that the tag signs.
func (c Confirmation) OrderPlace() release.OrderPlace {
	return release.OrderPlace{ChainID: c.Place.ChainID, Escrow: c.Place.Escrow, Order: c.Order}
}

// Variable is a variable of the environment.
type Variable struct{ Name, Value string }

// Environment returns the whole environment of a program, in its order:
//
//	SHRINKWRAP_PRODUCT  the product's address   0x and 40 hexadecimal digits
//	SHRINKWRAP_ORDER    the order               0x and 64
//	SHRINKWRAP_TIER     the tier's number       decimal, from 0
//	SHRINKWRAP_AMOUNT   base units of a token   decimal
//	SHRINKWRAP_PAID_AT  Unix seconds            decimal
//	SHRINKWRAP_BUYER    B, compressed           0x and 96
//	SHRINKWRAP_RECEIPT  σ, compressed           0x and 96
//	SHRINKWRAP_TAG      c ‖ z                   0x and 128
//
// Hexadecimal digits are in lower case, decimal numbers without leading zeros.
func (c Confirmation) Environment() []Variable {
	buyer, receipt, tag := c.Buyer.Bytes(), c.Receipt.Bytes(), c.Tag.Bytes()
	digits := func(b []byte) string { return "0x" + hex.EncodeToString(b) }
	return []Variable{
		{"SHRINKWRAP_PRODUCT", digits(c.Place.Product[:])},
		{"SHRINKWRAP_ORDER", digits(c.Order[:])},
		{"SHRINKWRAP_TIER", strconv.Itoa(int(c.Place.Tier))},
		{"SHRINKWRAP_AMOUNT", c.Amount.Dec()},
		{"SHRINKWRAP_PAID_AT", strconv.FormatUint(c.PaidAt, 10)},
		{"SHRINKWRAP_BUYER", digits(buyer[:])},
		{"SHRINKWRAP_RECEIPT", digits(receipt[:])},
		{"SHRINKWRAP_TAG", digits(tag[:])},
	}
}

// check refuses a confirmation that says something else than it shows.
func (c Confirmation) check() error {
	if c.Amount == nil {
		return fmt.Errorf("confirmation of %s names no amount", c.Order)
	}
	if err := c.Tag.Verify(c.Buyer, bls.PurposeTag, c.OrderPlace().Bytes()); err != nil {
		return fmt.Errorf("tag of order %s: %w", c.Order, err)
	}
	return nil
}
