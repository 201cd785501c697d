package vectors

import (
	"bytes"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
)

// world is what most cases are about: a committee of three of five, another
// committee, an escrow and what follows from it, one tier of one product, and a
// buyer's key for it. None of it exists on any chain.
type world struct {
	group, foreign threshold.Group
	nodes          []threshold.KeyShare
	foreignNodes   []threshold.KeyShare
	contracts      product.Contracts
	place          product.Place
	seed           []byte
	key            release.Key
}

func newWorld() *world {
	w := &world{contracts: product.ContractsOf(address(0x5c)), seed: take("seed", release.SeedSize)}
	var err error
	if w.group, w.nodes, err = threshold.InsecureDeal(3, 5, Stream("committee")); err != nil {
		panic("vectors: " + err.Error())
	}
	if w.foreign, w.foreignNodes, err = threshold.InsecureDeal(3, 5, Stream("another committee")); err != nil {
		panic("vectors: " + err.Error())
	}
	w.place = product.Place{ChainID: 1, Escrow: w.contracts.Escrow, Product: address(0xaa), Tier: 1}
	w.key = must(release.NewKey(w.seed, w.place, 0))
	return w
}

// multiplied returns s·x.
func (w *world) multiplied(x bls.G1) bls.G1 {
	var parts []threshold.Part
	for _, node := range w.nodes {
		parts = append(parts, node.Part(x))
	}
	return must(threshold.Interpolate(parts, w.group.Threshold))
}

// released returns the release of the buyer's key.
func (w *world) released() bls.G1 {
	return w.multiplied(must(release.Point(w.key.Place, w.key.B)))
}

// secretOf returns the secret of a release key.
func (w *world) secretOf(place product.Place, attempt uint32) bls.Secret {
	info := append([]byte("SHRINKWRAP-V1-RELEASE-KEY"), place.Bytes()...)
	info = append(info, byte(attempt>>24), byte(attempt>>16), byte(attempt>>8), byte(attempt))
	return must(bls.DeriveSecret(w.seed, string(info)))
}

// elsewhere returns the places that differ from one in one field, by the
// field's name.
func elsewhere(place product.Place) map[string]product.Place {
	tier, other, escrow, chain := place, place, place, place
	tier.Tier++
	other.Product = address(0xbb)
	escrow.Escrow = address(0x5d)
	chain.ChainID++
	return map[string]product.Place{"tier": tier, "product": other, "escrow": escrow, "chain": chain}
}

// address repeats one byte, so that it is easy to find in an encoding.
func address(b byte) common.Address { return common.Address(bytes.Repeat([]byte{b}, 20)) }

// filled repeats one byte 32 times.
func filled(b byte) common.Hash { return common.Hash(bytes.Repeat([]byte{b}, 32)) }

func hexAddress(a common.Address) string { return hexed(a[:]) }

func placeFields(p product.Place) fields {
	return fields{"chainId": p.ChainID, "escrow": hexAddress(p.Escrow), "product": hexAddress(p.Product), "tier": p.Tier}
}

// g1Fields holds a point under a name, and its affine form under nameAffine.
func g1Fields(name string, p bls.G1) fields {
	compressed, affine := p.Bytes(), p.Affine()
	return fields{name: hexed(compressed[:]), name + "Affine": hexed(affine[:])}
}

func g2Fields(name string, p bls.G2) fields {
	compressed, affine := p.Bytes(), p.Affine()
	return fields{name: hexed(compressed[:]), name + "Affine": hexed(affine[:])}
}

func hexG1(p bls.G1) string {
	b := p.Bytes()
	return hexed(b[:])
}

func hexG2(p bls.G2) string {
	b := p.Bytes()
	return hexed(b[:])
}

func affine(p bls.G1) string {
	b := p.Affine()
	return hexed(b[:])
}

func hexScalar(s bls.Scalar) string {
	b := s.Bytes()
	return hexed(b[:])
}

func scalarOf(s bls.Secret) bls.Scalar {
	b := s.Bytes()
	return must(bls.ParseScalar(b[:]))
}
