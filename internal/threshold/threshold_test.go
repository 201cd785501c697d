package threshold_test

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/crypto"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
)

func deterministic(label string) io.Reader {
	return rand.NewChaCha8(sha256.Sum256([]byte(label)))
}

func deal(t testing.TB, need, nodes int, label string) (threshold.Group, []threshold.KeyShare) {
	t.Helper()
	group, shares, err := threshold.InsecureDeal(need, nodes, deterministic(label))
	if err != nil {
		t.Fatal(err)
	}
	return group, shares
}

func TestDealtGroupsAreWhole(t *testing.T) {
	for _, size := range [][2]int{{1, 1}, {1, 2}, {2, 2}, {2, 3}, {3, 5}, {1, 32}, {31, 32}, {32, 32}} {
		group, shares := deal(t, size[0], size[1], "whole")
		if err := group.Check(); err != nil {
			t.Errorf("%d of %d: %v", size[0], size[1], err)
		}
		if group.N() != size[1] || len(shares) != size[1] {
			t.Errorf("%d of %d has %d nodes, %d shares", size[0], size[1], group.N(), len(shares))
		}
		for i, share := range shares {
			if err := share.Check(group); err != nil || share.Index != i+1 {
				t.Errorf("%d of %d, share %d: index %d, %v", size[0], size[1], i+1, share.Index, err)
			}
		}
	}
}

func TestDealRefusesOtherSizes(t *testing.T) {
	for _, size := range [][2]int{{0, 0}, {0, 1}, {-1, 1}, {1, 0}, {2, 1}, {1, 33}, {33, 33}, {33, 32}} {
		if _, _, err := threshold.InsecureDeal(size[0], size[1], deterministic("sizes")); err == nil {
			t.Errorf("%d of %d was dealt", size[0], size[1])
		}
	}
	if _, _, err := threshold.InsecureDeal(2, 3, bytes.NewReader(make([]byte, 48+47))); err == nil {
		t.Error("a group was dealt without enough random bytes")
	}
}

func TestGroupKey(t *testing.T) {
	group, _ := deal(t, 2, 3, "key")
	P, Q := group.P.Affine(), group.Q.Affine()
	if got, want := group.Key(), [32]byte(crypto.Keccak256(P[:], Q[:])); got != want {
		t.Errorf("group key is %x, want %x", got, want)
	}
}

// Each way in which a group can disagree with itself.
func TestCheckCatchesEachInconsistency(t *testing.T) {
	other, _ := deal(t, 3, 5, "other")
	for name, spoil := range map[string]func(g *threshold.Group){
		"no nodes":                   func(g *threshold.Group) { g.V = nil },
		"threshold 0":                func(g *threshold.Group) { g.Threshold = 0 },
		"threshold −1":               func(g *threshold.Group) { g.Threshold = -1 },
		"threshold above n":          func(g *threshold.Group) { g.Threshold = 6 },
		"33 nodes":                   func(g *threshold.Group) { g.V = slices.Repeat(g.V[:1], 33) },
		"threshold of one less":      func(g *threshold.Group) { g.Threshold = 2 },
		"threshold of one more":      func(g *threshold.Group) { g.Threshold = 4 },
		"threshold of two more":      func(g *threshold.Group) { g.Threshold = 5 },
		"threshold of 1":             func(g *threshold.Group) { g.Threshold = 1 },
		"P of another group":         func(g *threshold.Group) { g.P = other.P },
		"Q of another group":         func(g *threshold.Group) { g.Q = other.Q },
		"P and Q of another group":   func(g *threshold.Group) { g.P, g.Q = other.P, other.Q },
		"P was never set":            func(g *threshold.Group) { g.P = bls.G1{} },
		"Q was never set":            func(g *threshold.Group) { g.Q = bls.G2{} },
		"P and Q were never set":     func(g *threshold.Group) { g.P, g.Q = bls.G1{}, bls.G2{} },
		"a V that was never set":     func(g *threshold.Group) { g.V[1] = bls.G2{} },
		"the last V that was not":    func(g *threshold.Group) { g.V[4] = bls.G2{} },
		"the first two V swapped":    func(g *threshold.Group) { g.V[0], g.V[1] = g.V[1], g.V[0] },
		"the last two V swapped":     func(g *threshold.Group) { g.V[3], g.V[4] = g.V[4], g.V[3] },
		"the V of nodes 2 … 5, only": func(g *threshold.Group) { g.V = g.V[1:] },
		"all V are Q":                func(g *threshold.Group) { g.V = slices.Repeat([]bls.G2{g.Q}, 5) },
		"two nodes share a V":        func(g *threshold.Group) { g.V[4] = g.V[3] },
	} {
		group, _ := deal(t, 3, 5, "consistent")
		spoil(&group)
		if group.Check() == nil {
			t.Errorf("%s: the group was taken", name)
		}
	}
	for i := range 5 {
		group, _ := deal(t, 3, 5, "consistent")
		group.V[i] = other.V[i]
		if group.Check() == nil {
			t.Errorf("node %d of another group: the group was taken", i+1)
		}
	}
}

func TestCheckKeys(t *testing.T) {
	group, _ := deal(t, 2, 3, "a")
	other, _ := deal(t, 2, 3, "b")
	if err := threshold.CheckKeys(group.P, group.Q); err != nil {
		t.Error(err)
	}
	if err := threshold.CheckKeys(other.P, group.Q); !errors.Is(err, threshold.ErrKeysDisagree) {
		t.Errorf("P of another group: %v, want ErrKeysDisagree", err)
	}
}

func TestKeyShareCheckRefuses(t *testing.T) {
	group, shares := deal(t, 2, 3, "a")
	for name, share := range map[string]threshold.KeyShare{
		"node 0":                {Index: 0, Secret: shares[0].Secret},
		"node −1":               {Index: -1, Secret: shares[0].Secret},
		"node 4 of 3":           {Index: 4, Secret: shares[2].Secret},
		"another node's secret": {Index: 1, Secret: shares[1].Secret},
	} {
		if share.Check(group) == nil {
			t.Errorf("%s: the share was taken", name)
		}
	}
}

func TestKeySharesDoNotPrint(t *testing.T) {
	_, shares := deal(t, 1, 1, "a")
	for _, verb := range []string{"%v", "%+v", "%x", "%s"} {
		b := shares[0].Secret.Bytes()
		if text := fmt.Sprintf(verb, shares); bytes.Contains([]byte(text), fmt.Appendf(nil, "%x", b[:8])) || !bytes.Contains([]byte(text), []byte("hidden")) {
			t.Errorf("key shares print by %s as %s", verb, text)
		}
	}
}
