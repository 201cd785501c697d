package product_test

import (
	"bytes"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
)

// address and hash repeat one byte, so that a layout can be read.
func address(b byte) common.Address { return common.Address(bytes.Repeat([]byte{b}, 20)) }
func hash(b byte) common.Hash       { return common.Hash(bytes.Repeat([]byte{b}, 32)) }

func TestPlaceBytes(t *testing.T) {
	for _, c := range []struct {
		place product.Place
		want  string
	}{
		{product.Place{ChainID: 1, Escrow: address(0xe5), Product: address(0xab), Tier: 7},
			"0000000000000000000000000000000000000000000000000000000000000001" + "e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5" + "abababababababababababababababababababab" + "07"},
		{product.Place{ChainID: product.MaxChainID, Tier: 255},
			"000000000000000000000000000000000000000000000000001fffffffffffff" + "0000000000000000000000000000000000000000" + "0000000000000000000000000000000000000000" + "ff"},
	} {
		if got := common.Bytes2Hex(c.place.Bytes()); got != c.want {
			t.Errorf("%s is %s, want %s", c.place, got, c.want)
		}
	}
}

// The point that @noble/curves hashes the place to.
func TestIdentity(t *testing.T) {
	place := product.Place{ChainID: 1, Escrow: address(0xe5), Product: address(0xab), Tier: 7}
	const want = "966a59666183abf54715002aa92db2a7235bb89f2fd44e95bf8e1e6755c276bb8edbccf6763c3d8f88e1b42fc7c5d184"
	if got := place.Identity().Bytes(); common.Bytes2Hex(got[:]) != want {
		t.Errorf("identity of %s is %x, want %s", place, got, want)
	}
}

func TestIdentitiesDifferInEveryField(t *testing.T) {
	place := product.Place{ChainID: 1, Escrow: address(0xe5), Product: address(0xab), Tier: 7}
	seen := map[[bls.G1Size]byte]string{place.Identity().Bytes(): "the place"}
	for name, change := range map[string]func(*product.Place){
		"chain":                func(p *product.Place) { p.ChainID = 256 },
		"escrow":               func(p *product.Place) { p.Escrow[19] ^= 1 },
		"product":              func(p *product.Place) { p.Product[0] ^= 1 },
		"tier":                 func(p *product.Place) { p.Tier = 6 },
		"escrow is product":    func(p *product.Place) { p.Escrow, p.Product = p.Product, p.Escrow },
		"a byte moved forward": func(p *product.Place) { p.Escrow[19], p.Product[0] = p.Product[0], p.Escrow[19] },
	} {
		other := place
		change(&other)
		id := other.Identity().Bytes()
		if before, ok := seen[id]; ok {
			t.Errorf("another %s has the identity of %s", name, before)
		}
		seen[id] = name
	}
}
