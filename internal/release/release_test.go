package release_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
)

func TestSharesAndReleaseVerify(t *testing.T) {
	group, nodes := committee(t)
	key := newKey(t, full)
	shares := sharesOf(t, nodes, key)
	for _, share := range shares {
		if err := release.VerifyShare(group, full, key.B, share); err != nil {
			t.Errorf("share of node %d: %v", share.Index, err)
		}
	}
	U, err := release.Combine(group, full, key.B, shares[1:4])
	if err != nil {
		t.Fatal(err)
	}
	if again, err := release.Combine(group, full, key.B, shares[2:]); err != nil || !again.Equal(U) {
		t.Errorf("other nodes make release %x, %v, want %x", again.Bytes(), err, U.Bytes())
	}
	if err := release.Verify(full, key.B, group.Q, U); err != nil {
		t.Error(err)
	}
}

func TestVerifyRefuses(t *testing.T) {
	group, _ := committee(t)
	foreign, _, err := threshold.InsecureDeal(3, 5, deterministic("another committee"))
	if err != nil {
		t.Fatal(err)
	}
	key, U := newKey(t, full), released(t, newKey(t, full))
	chain, escrow := full, full
	chain.ChainID, escrow.Escrow = 1, address(1)
	for name, c := range map[string]struct {
		place product.Place
		B     bls.G1
		Q     bls.G2
		U     bls.G1
	}{
		"of another tier":           {basic, key.B, group.Q, U},
		"of another product":        {other, key.B, group.Q, U},
		"on another chain":          {chain, key.B, group.Q, U},
		"at another escrow":         {escrow, key.B, group.Q, U},
		"for another key":           {full, newKey(t, basic).B, group.Q, U},
		"of another committee":      {full, key.B, foreign.Q, U},
		"that is another point":     {full, key.B, group.Q, key.B},
		"that was never set":        {full, key.B, group.Q, bls.G1{}},
		"against a Q never set":     {full, key.B, bls.G2{}, U},
		"when neither was ever set": {full, key.B, bls.G2{}, bls.G1{}},
	} {
		if err := release.Verify(c.place, c.B, c.Q, c.U); !errors.Is(err, release.ErrRelease) {
			t.Errorf("release %s: %v, want ErrRelease", name, err)
		}
	}
}

func TestVerifyShareRefuses(t *testing.T) {
	group, nodes := committee(t)
	key := newKey(t, full)
	shares := sharesOf(t, nodes, key)
	for name, share := range map[string]threshold.Part{
		"of another node":   {Index: 1, Point: shares[1].Point},
		"of node 0":         {Index: 0, Point: shares[0].Point},
		"of node −1":        {Index: -1, Point: shares[0].Point},
		"of node 6 of 5":    {Index: 6, Point: shares[0].Point},
		"that is a release": {Index: 1, Point: released(t, key)},
		"never set":         {Index: 1},
	} {
		if err := release.VerifyShare(group, full, key.B, share); !errors.Is(err, release.ErrShare) {
			t.Errorf("share %s: %v, want ErrShare", name, err)
		}
	}
	if err := release.VerifyShare(group, basic, key.B, shares[0]); !errors.Is(err, release.ErrShare) {
		t.Errorf("share of another tier: %v, want ErrShare", err)
	}
}

// False shares are named, and do no harm while t right ones are there.
func TestCombineNamesFalseShares(t *testing.T) {
	group, nodes := committee(t)
	key := newKey(t, full)
	want := released(t, key)
	lie := func(parts []threshold.Part, at int) { parts[at].Point = nodes[at].Secret.MulG1(key.B) }
	for name, c := range map[string]struct {
		spoil    func([]threshold.Part) []threshold.Part
		liars    []int
		released bool
	}{
		"one liar":                 {func(p []threshold.Part) []threshold.Part { lie(p, 1); return p }, []int{2}, true},
		"two liars":                {func(p []threshold.Part) []threshold.Part { lie(p, 0); lie(p, 4); return p }, []int{1, 5}, true},
		"three liars":              {func(p []threshold.Part) []threshold.Part { lie(p, 0); lie(p, 1); lie(p, 4); return p }, []int{1, 2, 5}, false},
		"a liar and too few":       {func(p []threshold.Part) []threshold.Part { lie(p, 1); return p[:3] }, []int{2}, false},
		"two in each other's name": {func(p []threshold.Part) []threshold.Part { p[0].Index, p[1].Index = 2, 1; return p }, []int{2, 1}, true},
		"node 0":                   {func(p []threshold.Part) []threshold.Part { p[2].Index = 0; return p }, []int{0}, true},
		"node 33":                  {func(p []threshold.Part) []threshold.Part { p[2].Index = 33; return p }, []int{33}, true},
		"node 6 of 5":              {func(p []threshold.Part) []threshold.Part { p[2].Index = 6; return p }, []int{6}, true},
		"a share never set":        {func(p []threshold.Part) []threshold.Part { p[0].Point = bls.G1{}; return p }, []int{1}, true},
		"liars that cancel": {func(p []threshold.Part) []threshold.Part {
			p[0].Point, p[1].Point = add(t, p[0].Point, key.B), sub(t, p[1].Point, key.B)
			return p
		}, []int{1, 2}, true},
	} {
		U, err := release.Combine(group, full, key.B, c.spoil(sharesOf(t, nodes, key)))
		var named *release.FalseSharesError
		if !errors.As(err, &named) || !slices.Equal(named.Nodes, c.liars) {
			t.Errorf("%s: %v, want nodes %v named", name, err, c.liars)
		}
		if U.Equal(want) != c.released || !U.IsZero() != c.released {
			t.Errorf("%s: release is %x", name, U.Bytes())
		}
	}
}

func TestCombineRefuses(t *testing.T) {
	group, nodes := committee(t)
	key := newKey(t, full)
	shares := sharesOf(t, nodes, key)
	disagreeing := group
	disagreeing.Q = bls.GeneratorG2()
	for name, c := range map[string]struct {
		group  threshold.Group
		shares []threshold.Part
	}{
		"no shares":                   {group, nil},
		"too few":                     {group, shares[:2]},
		"one three times":             {group, []threshold.Part{shares[0], shares[0], shares[0]}},
		"a group that does not agree": {disagreeing, shares},
	} {
		if U, err := release.Combine(c.group, full, key.B, c.shares); err == nil || !U.IsZero() {
			t.Errorf("%s: got %x, %v", name, U.Bytes(), err)
		}
	}
	// The second try is checked too: its parts verify, the group does not.
	lying := slices.Clone(shares)
	lying[0].Point = key.B
	if U, err := release.Combine(disagreeing, full, key.B, lying); !errors.Is(err, release.ErrRelease) || !U.IsZero() {
		t.Errorf("false shares in a group that does not agree: got %x, %v", U.Bytes(), err)
	}
}

// A node proves nothing for less than a valid proof at this very place.
func TestMakeShareRefuses(t *testing.T) {
	_, nodes := committee(t)
	key := newKey(t, full)
	proof := proofOf(t, key)
	chain, escrow := full, full
	chain.ChainID, escrow.Escrow = 1, address(1)
	gate, err := key.Sign(bls.PurposeGate, [32]byte{}, nil, deterministic("gate"))
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		place product.Place
		B     bls.G1
		proof bls.Proof
	}{
		"no proof":                 {full, key.B, bls.Proof{}},
		"proof at another tier":    {basic, key.B, proof},
		"proof at another product": {other, key.B, proof},
		"proof on another chain":   {chain, key.B, proof},
		"proof at another escrow":  {escrow, key.B, proof},
		"proof of another key":     {full, newKey(t, basic).B, proof},
		"a gate's signature":       {full, key.B, bls.Proof(gate)},
		"a key never set":          {full, bls.G1{}, proof},
	} {
		if share, err := release.MakeShare(nodes[0], c.place, c.B, c.proof); !errors.Is(err, bls.ErrProof) || !share.Point.IsZero() {
			t.Errorf("%s: got a share %x, %v", name, share.Point.Bytes(), err)
		}
	}
	if _, err := release.MakeShare(nodes[0], full, key.B, proof); err != nil {
		t.Errorf("right proof, as anyone may copy it: %v", err)
	}
}
