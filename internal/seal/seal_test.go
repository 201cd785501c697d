package seal_test

import (
	"crypto/rand"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/seal"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
)

// A tier key bound to a committee comes back from the release of t nodes.
func TestTierKeyComesBackFromRelease(t *testing.T) {
	group, shares, err := threshold.InsecureDeal(2, 3, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	if err := group.Check(); err != nil {
		t.Fatal(err)
	}
	place := product.Place{ChainID: 1337, Escrow: common.Address{1}, Product: common.Address{2}}
	var keys []seal.TierKey
	for range 3 {
		key, err := seal.NewTierKey(rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		keys = append(keys, key)
	}
	binding, err := seal.Bind(group.Q, place, keys, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	place.Tier = 1
	key, err := release.NewKey(make([]byte, 32), place, 0)
	if err != nil {
		t.Fatal(err)
	}
	proof, err := key.Prove(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	var parts []threshold.Part
	for _, share := range shares[1:] {
		part, err := release.MakeShare(share, place, key.B, proof)
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, part)
	}
	U, err := release.Combine(group, place, key.B, parts)
	if err != nil {
		t.Fatal(err)
	}
	D, err := key.Open(U, group.P)
	if err != nil {
		t.Fatal(err)
	}
	got, err := binding.Open(1, D)
	if err != nil {
		t.Fatal(err)
	}
	if got.Bytes() != keys[1].Bytes() {
		t.Fatal("another tier key came back")
	}
}
