// Package tokens knows what the money of a chain is called and how many
// decimals it has, from constants alone: neither a wrap nor a chain can make a
// worthless token look like another.
//
// [Of] names a token by its address, [Find] by its symbol. Amounts are base
// units; [Token.Parse] and [Token.Format] turn decimals into them and back. A
// token that is not known has no symbol and no decimals: its amounts are shown
// in base units beside its address.
package tokens

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"
)

// Token is a chain's native coin or an ERC-20 contract.
type Token struct {
	Address  common.Address // zero: the native coin
	Symbol   string         // empty: an unknown token
	Decimals int            // of an unknown token 0
}

const (
	coinDecimals = 18
	coinSymbol   = "ETH"
)

// coins are the native coins that are not ether, by chain id.
var coins = map[uint64]string{
	56:    "BNB",
	100:   "xDAI",
	137:   "POL",
	43114: "AVAX",
}

// known are the tokens of a chain, as their issuers list them
// (developers.circle.com, tether.to, docs.makerdao.com, docs.optimism.io).
var known = map[uint64][]Token{
	1: { // Ethereum
		{common.HexToAddress("0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48"), "USDC", 6},
		{common.HexToAddress("0xdAC17F958D2ee523a2206206994597C13D831ec7"), "USDT", 6},
		{common.HexToAddress("0x6B175474E89094C44Da98b954EedeAC495271d0F"), "DAI", 18},
		{common.HexToAddress("0x1aBaEA1f7C830bD89Acc67eC4af516284b1bC33c"), "EURC", 6},
		{common.HexToAddress("0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2"), "WETH", 18},
	},
	10: { // OP
		{common.HexToAddress("0x0b2C639c533813f4Aa9D7837CAf62653d097Ff85"), "USDC", 6},
		{common.HexToAddress("0x4200000000000000000000000000000000000006"), "WETH", 18},
	},
	137: { // Polygon
		{common.HexToAddress("0x3c499c542cEF5E3811e1192ce70d8cC03d5c3359"), "USDC", 6},
	},
	8453: { // Base
		{common.HexToAddress("0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913"), "USDC", 6},
		{common.HexToAddress("0x60a3E35Cc302bFA44Cb288Bc5a4F316Fdb1adb42"), "EURC", 6},
		{common.HexToAddress("0x4200000000000000000000000000000000000006"), "WETH", 18},
	},
	42161: { // Arbitrum
		{common.HexToAddress("0xaf88d065e77c8cC2239327C5EDb3A432268e5831"), "USDC", 6},
	},
	84532: { // Base Sepolia
		{common.HexToAddress("0x036CbD53842c5426634e7929541eC2318f3dCF7e"), "USDC", 6},
	},
	11155111: { // Sepolia
		{common.HexToAddress("0x1c7D4B196Cb0C7B01d743Fbc6116a902379C7238"), "USDC", 6},
		{common.HexToAddress("0x08210F9170F89Ab7658F0B5E3fF39b0E03C594D4"), "EURC", 6},
	},
}

// Of returns the token at an address of a chain.
func Of(chainID uint64, address common.Address) Token {
	for _, t := range All(chainID) {
		if t.Address == address {
			return t
		}
	}
	return Token{Address: address}
}

// Find returns the token of a symbol, in any case, or at an address of 0x and
// 40 digits.
func Find(chainID uint64, name string) (Token, error) {
	var symbols []string
	for _, t := range All(chainID) {
		if strings.EqualFold(t.Symbol, name) {
			return t, nil
		}
		symbols = append(symbols, t.Symbol)
	}
	if strings.HasPrefix(name, "0x") && common.IsHexAddress(name) {
		return Of(chainID, common.HexToAddress(name)), nil
	}
	return Token{}, fmt.Errorf("token %q is not known on chain %d, which has %s: others are named by their address", name, chainID, strings.Join(symbols, ", "))
}

// All returns the tokens known on a chain, the native coin first.
func All(chainID uint64) []Token {
	symbol := coinSymbol
	if other, ok := coins[chainID]; ok {
		symbol = other
	}
	return append([]Token{{Symbol: symbol, Decimals: coinDecimals}}, known[chainID]...)
}

// Chains returns the chains of which anything is known beyond ether, in order.
func Chains() []uint64 {
	chains := slices.AppendSeq(slices.Collect(maps.Keys(known)), maps.Keys(coins))
	slices.Sort(chains)
	return slices.Compact(chains)
}

// Known reports whether the token has a symbol and decimals.
func (t Token) Known() bool { return t.Symbol != "" }

// Native reports whether the token is the chain's own coin.
func (t Token) Native() bool { return t.Address == common.Address{} }

// Name returns the symbol, or what stands for it: "base units of 0x…".
func (t Token) Name() string {
	if t.Known() {
		return t.Symbol
	}
	return "base units of " + t.Address.Hex()
}
