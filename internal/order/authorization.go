package order

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
)

// Types of EIP-2612 and EIP-3009.
const (
	permitType        = "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"
	authorizationType = "ReceiveWithAuthorization(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)"
)

// Permit returns what the payer signs so that the router may draw the Request's
// value (EIP-2612), under a token's domain separator, with the nonce that the
// token has for him next. It says nothing of the purchase: that is what
// [Request.Digest] is for.
func (r Request) Permit(payer common.Address, domain common.Hash, nonce *uint256.Int) common.Hash {
	return typed(domain, crypto.Keccak256(
		crypto.Keccak256([]byte(permitType)), padded(payer), padded(r.Router()), amount(r.Value()), amount(nonce), number(r.Deadline),
	))
}

// Authorization returns what the payer signs so that the router can take the
// Request's value, and buy nothing else for it (EIP-3009), under a token's domain
// separator. It is a ReceiveWithAuthorization: a transfer's could be sent to the
// token by anybody, and no order would come of it.
func (r Request) Authorization(payer common.Address, domain common.Hash) common.Hash {
	nonce := r.Hash()
	return typed(domain, crypto.Keccak256(
		crypto.Keccak256([]byte(authorizationType)), padded(payer), padded(r.Router()), amount(r.Value()), number(0), number(r.Deadline), nonce[:],
	))
}
