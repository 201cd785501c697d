package program

import (
	"crypto/sha256"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
)

// Invented returns the confirmation of a payment that nobody made, to try a
// program with: the same each time for the same buyer's name, another for
// another. The receipt is one of a committee whose key is known to all.
func Invented(buyer string) (Confirmation, error) {
	c := Confirmation{
		Place:  product.Place{ChainID: 1337, Escrow: common.Address{0xe5}, Product: common.Address{0xb0}, Tier: 1},
		Order:  crypto.Keccak256Hash([]byte("an order of " + buyer)),
		Amount: uint256.NewInt(2e15),
		PaidAt: 1_767_225_600, // 2026-01-01, 00:00 UTC
	}
	seed := sha256.Sum256([]byte("a seed of " + buyer))
	key, err := release.NewKey(seed[:], c.Place, 0)
	if err != nil {
		return c, fmt.Errorf("inventing a confirmation: %w", err)
	}
	committee, err := bls.DeriveSecret([]byte("a committee that keeps no secret"), "")
	if err != nil {
		return c, fmt.Errorf("inventing a confirmation: %w", err)
	}
	c.Buyer, c.Receipt = key.B, committee.MulG1(release.ReceiptPoint(c.OrderPlace()))
	c.Tag, err = Tag(key, c.Order)
	return c, err
}
