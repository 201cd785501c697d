package product

import (
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/bindings"
)

// Offer is what a product contract answers to an escrow at each purchase.
type Offer struct {
	Publisher     common.Address
	Token         common.Address
	Committee     common.Address
	GroupKey      common.Hash
	FeeBps        uint16
	Price         *uint256.Int
	Confirmations uint8
}

// ParseOffer reads what a product contract's offer returned.
func ParseOffer(output []byte) (Offer, error) {
	o, err := bindings.NewProduct().UnpackOffer(output)
	if err != nil {
		return Offer{}, fmt.Errorf("product's offer cannot be read: %v", err)
	}
	price, overflow := uint256.FromBig(o.Price)
	if overflow {
		return Offer{}, errors.New("product's price is out of range")
	}
	return Offer{
		Publisher: o.Publisher, Token: o.Token, Committee: o.Committee, GroupKey: o.GroupKey,
		FeeBps: o.FeeBps, Price: price, Confirmations: o.Confirmations,
	}, nil
}

// Hash returns keccak(abi.encode(publisher, token, committee, groupKey, feeBps,
// confirmations)): everything that a buyer agrees to but the price, which his
// maxPrice bounds.
func (o Offer) Hash() common.Hash {
	return crypto.Keccak256Hash(
		common.LeftPadBytes(o.Publisher[:], 32),
		common.LeftPadBytes(o.Token[:], 32),
		common.LeftPadBytes(o.Committee[:], 32),
		o.GroupKey[:],
		word(uint64(o.FeeBps)),
		word(uint64(o.Confirmations)),
	)
}

// Account returns the name of the escrow's account that such an offer pays:
// keccak(abi.encode(publisher, token, committee, feeBps)).
func (o Offer) Account() common.Hash {
	return crypto.Keccak256Hash(
		common.LeftPadBytes(o.Publisher[:], 32),
		common.LeftPadBytes(o.Token[:], 32),
		common.LeftPadBytes(o.Committee[:], 32),
		word(uint64(o.FeeBps)),
	)
}

func word(n uint64) []byte {
	w := uint256.NewInt(n).Bytes32()
	return w[:]
}
