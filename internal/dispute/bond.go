package dispute

import (
	"math/big"

	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"
)

// answerGas is what the bond is reckoned by: an answer takes a little less.
const answerGas = 200_000

// Bond returns the coin, in wei, that a dispute has to carry in a block of a base
// fee:
//
//	max(floor, 2 · base fee · 200,000), rounded up to whole gwei
//
// The escrow returns what is above it, so that who does not know the block's base
// fee yet gives a higher one: a base fee grows by at most an eighth a block
// (EIP-1559). The escrow's own view of the bond is of no use from outside: a call
// that names no gas price is executed with a base fee of zero.
func Bond(chainID uint64, baseFee *big.Int) *uint256.Int {
	floor := uint256.NewInt(params.Ether / 10_000)
	if WindowsOf(chainID) != layerOne {
		floor = uint256.NewInt(params.Ether / 2_000)
	}
	priced, overflow := uint256.FromBig(new(big.Int).Mul(baseFee, big.NewInt(2*answerGas)))
	if overflow {
		return new(uint256.Int).SetAllOne()
	}
	if priced.Lt(floor) {
		return floor
	}
	gwei := uint256.NewInt(params.GWei)
	rest := new(uint256.Int).Mod(priced, gwei)
	if rest.IsZero() {
		return priced
	}
	return priced.Add(priced, gwei.Sub(gwei, rest))
}
