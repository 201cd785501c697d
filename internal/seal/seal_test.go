package seal_test

import (
	"bytes"
	"crypto/hkdf"
	"crypto/sha256"
	"io"
	"math/rand/v2"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/seal"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
)

func deterministic(label string) io.Reader {
	return rand.NewChaCha8(sha256.Sum256([]byte(label)))
}

var place = product.Place{ChainID: 1337, Escrow: common.Address{1}, Product: common.Address{2}}

func tier(k uint8) product.Place {
	p := place
	p.Tier = k
	return p
}

func committee(t testing.TB) (threshold.Group, []threshold.KeyShare) {
	t.Helper()
	group, shares, err := threshold.InsecureDeal(2, 3, deterministic("committee"))
	if err != nil {
		t.Fatal(err)
	}
	return group, shares
}

func tierKeys(t testing.TB, n int) (keys []seal.TierKey) {
	t.Helper()
	random := deterministic("tier keys")
	for range n {
		key, err := seal.NewTierKey(random)
		if err != nil {
			t.Fatal(err)
		}
		keys = append(keys, key)
	}
	return keys
}

func bind(t testing.TB, Q bls.G2, at product.Place, keys []seal.TierKey, label string) seal.Binding {
	t.Helper()
	b, err := seal.Bind(Q, at, keys, deterministic(label))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// opener returns D = s·id of a tier, taken out of a release.
func opener(t testing.TB, at product.Place) bls.G1 {
	t.Helper()
	group, nodes := committee(t)
	key, err := release.NewKey(make([]byte, release.SeedSize), at, 0)
	if err != nil {
		t.Fatal(err)
	}
	proof, err := key.Prove(deterministic("nonce"))
	if err != nil {
		t.Fatal(err)
	}
	var parts []threshold.Part
	for _, node := range nodes[1:] {
		part, err := release.MakeShare(node, at, key.B, proof)
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, part)
	}
	U, err := release.Combine(group, at, key.B, parts)
	if err != nil {
		t.Fatal(err)
	}
	D, err := key.Open(U, group.P)
	if err != nil {
		t.Fatal(err)
	}
	return D
}

// A tier key bound to a committee comes back from the release of t nodes, and
// from no other tier's.
func TestTierKeysComeBackFromReleases(t *testing.T) {
	group, _ := committee(t)
	if err := group.Check(); err != nil {
		t.Fatal(err)
	}
	keys := tierKeys(t, 3)
	binding := bind(t, group.Q, place, keys, "r")
	for k := range keys {
		D := opener(t, tier(uint8(k)))
		for asked := range keys {
			got, err := binding.Open(asked, D)
			if err != nil {
				t.Fatal(err)
			}
			if same := got.Bytes() == keys[asked].Bytes(); same != (asked == k) {
				t.Errorf("release of tier %d opens tier %d: %t", k, asked, same)
			}
		}
	}
}

func TestOpenGivesAnotherKeyForAnythingElse(t *testing.T) {
	group, _ := committee(t)
	keys := tierKeys(t, 2)
	binding := bind(t, group.Q, place, keys, "r")
	elsewhere := func(change func(*product.Place)) product.Place {
		p := tier(1)
		change(&p)
		return p
	}
	swapped := seal.Binding{R: bind(t, group.Q, place, keys, "another r").R, E: binding.E}
	exchanged := seal.Binding{R: binding.R, E: [][32]byte{binding.E[1], binding.E[0]}}
	D := opener(t, tier(1))
	for name, c := range map[string]struct {
		b seal.Binding
		D bls.G1
	}{
		"another chain's release":   {binding, opener(t, elsewhere(func(p *product.Place) { p.ChainID++ }))},
		"another escrow's release":  {binding, opener(t, elsewhere(func(p *product.Place) { p.Escrow[0]++ }))},
		"another product's release": {binding, opener(t, elsewhere(func(p *product.Place) { p.Product[0]++ }))},
		"the generator":             {binding, bls.GeneratorG1()},
		"P":                         {binding, group.P},
		"the identity of the tier":  {binding, tier(1).Identity()},
		"the R of another header":   {swapped, D},
		"the tiers exchanged":       {exchanged, D},
	} {
		if got, err := c.b.Open(1, c.D); err != nil || got.Bytes() == keys[1].Bytes() {
			t.Errorf("%s opens the tier: %v", name, err)
		}
	}
}

// The tier of the place that Bind is given does not matter.
func TestBindBindsEveryTierAtItsOwnPlace(t *testing.T) {
	group, _ := committee(t)
	keys := tierKeys(t, 2)
	a, b := bind(t, group.Q, tier(0), keys, "r"), bind(t, group.Q, tier(77), keys, "r")
	if !a.R.Equal(b.R) || a.E[0] != b.E[0] || a.E[1] != b.E[1] {
		t.Error("another tier of the place gives another binding")
	}
	if c := bind(t, group.Q, tier(0), keys, "another r"); c.R.Equal(a.R) || c.E[0] == a.E[0] || c.E[1] == a.E[1] {
		t.Error("another r gives the same binding")
	}
}

// mask = HKDF(e(id_k, Q)^r, "SHRINKWRAP-V1-TIER-KEY" ‖ R ‖ k, 32), E = a ⊕ mask.
func TestBindFollowsItsFormula(t *testing.T) {
	group, _ := committee(t)
	keys := tierKeys(t, 64)
	binding := bind(t, group.Q, place, keys, "r")
	r, err := bls.RandomSecret(deterministic("r"))
	if err != nil {
		t.Fatal(err)
	}
	if !binding.R.Equal(r.PublicG2()) {
		t.Error("R is not r·h")
	}
	for _, k := range []int{0, 1, 63} {
		R, secret := binding.R.Bytes(), bls.Pair(r.MulG1(tier(uint8(k)).Identity()), group.Q).Bytes()
		mask, err := hkdf.Key(sha256.New, secret[:], nil, "SHRINKWRAP-V1-TIER-KEY"+string(R[:])+string([]byte{byte(k)}), 32)
		if err != nil {
			t.Fatal(err)
		}
		a := keys[k].Bytes()
		for i := range mask {
			mask[i] ^= a[i]
		}
		if !bytes.Equal(mask, binding.E[k][:]) {
			t.Errorf("E_%d is %x, want %x", k, binding.E[k], mask)
		}
	}
}

func TestBindAndOpenRefuse(t *testing.T) {
	group, _ := committee(t)
	for _, n := range []int{0, 1, 2, 63, 64, 65} {
		b, err := seal.Bind(group.Q, place, tierKeys(t, n), deterministic("r"))
		if (err == nil) != (n >= 1 && n <= 64) || len(b.E) != n && err == nil {
			t.Errorf("%d tiers: %v", n, err)
		}
	}
	if _, err := seal.Bind(group.Q, place, tierKeys(t, 1), bytes.NewReader(make([]byte, 47))); err == nil {
		t.Error("bound without enough random bytes")
	}
	binding := bind(t, group.Q, place, tierKeys(t, 2), "r")
	for _, k := range []int{-1, 2, 256} {
		if _, err := binding.Open(k, group.P); err == nil {
			t.Errorf("tier %d of 2 opened", k)
		}
	}
}
