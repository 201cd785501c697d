package release_test

import (
	"bytes"
	"crypto/sha256"
	"io"
	"math/rand/v2"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
)

func deterministic(label string) io.Reader {
	return rand.NewChaCha8(sha256.Sum256([]byte(label)))
}

func address(b byte) common.Address { return common.Address(bytes.Repeat([]byte{b}, 20)) }

// Two tiers of one product, and one of another.
var (
	basic = product.Place{ChainID: 1337, Escrow: address(0xe5), Product: address(0xaa), Tier: 0}
	full  = product.Place{ChainID: 1337, Escrow: address(0xe5), Product: address(0xaa), Tier: 1}
	other = product.Place{ChainID: 1337, Escrow: address(0xe5), Product: address(0xbb), Tier: 0}
)

// committee is three of five nodes.
func committee(t testing.TB) (threshold.Group, []threshold.KeyShare) {
	t.Helper()
	group, shares, err := threshold.InsecureDeal(3, 5, deterministic("committee"))
	if err != nil {
		t.Fatal(err)
	}
	return group, shares
}

func newKey(t testing.TB, place product.Place) release.Key {
	t.Helper()
	key, err := release.NewKey(bytes.Repeat([]byte{1}, release.SeedSize), place, 0)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func proofOf(t testing.TB, key release.Key) bls.Proof {
	t.Helper()
	p, err := key.Prove(deterministic("nonce"))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// sharesOf returns what honest nodes answer to a key that was paid for.
func sharesOf(t testing.TB, nodes []threshold.KeyShare, key release.Key) []threshold.Part {
	t.Helper()
	var parts []threshold.Part
	for _, node := range nodes {
		part, err := release.MakeShare(node, key.Place, key.B, proofOf(t, key))
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, part)
	}
	return parts
}

// released returns the release of a key that was paid for.
func released(t testing.TB, key release.Key) bls.G1 {
	t.Helper()
	group, nodes := committee(t)
	U, err := release.Combine(group, key.Place, key.B, sharesOf(t, nodes, key))
	if err != nil {
		t.Fatal(err)
	}
	return U
}

// multiplied returns s·x, as the whole committee would if it checked nothing.
func multiplied(t testing.TB, x bls.G1) bls.G1 {
	t.Helper()
	group, nodes := committee(t)
	var parts []threshold.Part
	for _, node := range nodes {
		parts = append(parts, node.Part(x))
	}
	whole, err := threshold.Interpolate(parts, group.Threshold)
	if err != nil {
		t.Fatal(err)
	}
	return whole
}

// opens reports whether D = s·id of the place: who has it has the tier's key.
func opens(t testing.TB, place product.Place, D bls.G1) bool {
	t.Helper()
	group, _ := committee(t)
	return bls.PairingsEqual(D, bls.GeneratorG2(), place.Identity(), group.Q)
}

func add(t testing.TB, p, q bls.G1) bls.G1 {
	t.Helper()
	sum, err := p.Add(q)
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

func sub(t testing.TB, p, q bls.G1) bls.G1 {
	t.Helper()
	difference, err := p.Sub(q)
	if err != nil {
		t.Fatal(err)
	}
	return difference
}

func secret(t testing.TB, label string) bls.Secret {
	t.Helper()
	s, err := bls.RandomSecret(deterministic(label))
	if err != nil {
		t.Fatal(err)
	}
	return s
}
