package product_test

import (
	"bytes"
	"encoding/binary"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/vm/runtime"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/shrinkwrap/shrinkwrap/internal/product"
)

// The constants were computed with viem.
func TestContractsOf(t *testing.T) {
	want := product.Contracts{
		Escrow:   address(0xe5),
		Router:   common.HexToAddress("0xE0b410D786c4B62389A52Cb403BC14f62AfD7d90"),
		Factory:  common.HexToAddress("0x7518E43e88509F64eaDeC91453AD19057380F3d4"),
		Template: common.HexToAddress("0x0C2b6572AC2161Eab53fA6C99250B7f6EC4f5ADC"),
	}
	if got := product.ContractsOf(address(0xe5)); got != want {
		t.Errorf("contracts are %+v, want %+v", got, want)
	}
}

func TestAddress(t *testing.T) {
	want := common.HexToAddress("0x6239D521E76251B35F4cf5f96120d3454c8Fd288")
	if got := product.ContractsOf(address(0xe5)).Address(sample()); got != want {
		t.Errorf("product's address is %s, want %s", got, want)
	}
}

// cloneCode is OpenZeppelin 5.7's, as Clones.sol packs it.
func cloneCode(template common.Address, args []byte) []byte {
	code := binary.BigEndian.AppendUint16([]byte{0x61}, uint16(len(args)+0x2d))
	code = append(code, common.Hex2Bytes("3d81600a3d39f3363d3d373d3d3d363d73")...)
	code = append(code, template[:]...)
	code = append(code, common.Hex2Bytes("5af43d82803e903d91602b57fd5bf3")...)
	return append(code, args...)
}

// The creation code leaves EIP-1167's proxy and the terms behind it, for every
// number of tiers.
func TestCreationCodeLeavesAProxyAndItsTerms(t *testing.T) {
	contracts := product.ContractsOf(address(0xe5))
	for _, n := range []int{1, 2, 3, 6, 7, 63, 64} {
		terms := sample()
		for len(terms.Tiers) < n {
			terms.Tiers = append(terms.Tiers, terms.Tiers[0])
		}
		terms.Tiers = terms.Tiers[:n]
		code := cloneCode(contracts.Template, terms.Bytes())
		deployed, _, err := runtime.Execute(code, nil, &runtime.Config{GasLimit: 1_000_000})
		if err != nil {
			t.Fatal(err)
		}
		proxy := append(common.Hex2Bytes("363d3d373d3d3d363d73"), contracts.Template[:]...)
		proxy = append(proxy, common.Hex2Bytes("5af43d82803e903d91602b57fd5bf3")...)
		if want := append(proxy, terms.Bytes()...); !bytes.Equal(deployed, want) {
			t.Errorf("%d tiers: the code left behind is %x, want %x", n, deployed, want)
		}
		want := crypto.CreateAddress2(contracts.Factory, [32]byte{}, crypto.Keccak256(code))
		if got := contracts.Address(terms); got != want {
			t.Errorf("%d tiers: address is %s, want %s", n, got, want)
		}
	}
}

func TestAddressDependsOnEveryTerm(t *testing.T) {
	contracts := product.ContractsOf(address(0xe5))
	packed := sample().Bytes()
	seen := map[common.Address]int{contracts.Address(sample()): -1}
	for i := range packed {
		changed := bytes.Clone(packed)
		changed[i] ^= 1
		terms, err := product.ParseTerms(changed)
		if err != nil {
			continue // a fee above its bound
		}
		at := contracts.Address(terms)
		if before, ok := seen[at]; ok {
			t.Errorf("byte %d and byte %d changed give one address", before, i)
		}
		seen[at] = i
	}
	if len(seen) < len(packed)-2 {
		t.Errorf("only %d of %d changed terms were taken", len(seen), len(packed))
	}
}
