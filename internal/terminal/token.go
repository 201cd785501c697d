package terminal

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
)

// The calls of a token (EIP-20), each a selector and its words.
var (
	selectorApprove   = selector("approve(address,uint256)")
	selectorAllowance = selector("allowance(address,address)")
	selectorBalanceOf = selector("balanceOf(address)")
)

func selector(signature string) []byte { return crypto.Keccak256([]byte(signature))[:4] }

func packApprove(spender common.Address, amount *uint256.Int) []byte {
	word := amount.Bytes32()
	return join(selectorApprove, addressWord(spender), word[:])
}

func packAllowance(owner, spender common.Address) []byte {
	return join(selectorAllowance, addressWord(owner), addressWord(spender))
}

func packBalanceOf(owner common.Address) []byte {
	return join(selectorBalanceOf, addressWord(owner))
}

func addressWord(a common.Address) []byte { return common.LeftPadBytes(a[:], 32) }

func join(parts ...[]byte) (b []byte) {
	for _, p := range parts {
		b = append(b, p...)
	}
	return b
}
