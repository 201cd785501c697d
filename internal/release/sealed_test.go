package release_test

import (
	"bytes"
	"errors"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
)

var disputed = release.OrderPlace{ChainID: 1337, Escrow: address(0xe5), Order: common.Hash{0x11}}

// sealedFor is node 1's share of a release, sealed for a node.
func sealedFor(t testing.TB, to int) (release.SealedShare, threshold.Part) {
	t.Helper()
	group, nodes := committee(t)
	share := sharesOf(t, nodes[:1], newKey(t, basic))[0]
	sealed, err := release.SealShare(group, disputed, share, to, deterministic("seal"))
	if err != nil {
		t.Fatal(err)
	}
	return sealed, share
}

// The node that a share was sealed for reads it, and it verifies.
func TestSealedShareIsReadByItsPeer(t *testing.T) {
	group, nodes := committee(t)
	for to := 1; to <= group.N(); to++ {
		sealed, share := sealedFor(t, to)
		got, err := sealed.Open(nodes[to-1], disputed)
		if err != nil || got.Index != 1 || !got.Point.Equal(share.Point) {
			t.Fatalf("node %d reads %+v, %v", to, got, err)
		}
		key := newKey(t, basic)
		if err := release.VerifyShare(group, key.Place, key.B, got); err != nil {
			t.Errorf("node %d: %v", to, err)
		}
	}
}

// Nobody else reads it: no other node, whatever number it says is its own, and
// not the same node for another order.
func TestSealedShareIsReadByNobodyElse(t *testing.T) {
	_, nodes := committee(t)
	sealed, _ := sealedFor(t, 2)
	for _, other := range nodes {
		if other.Index == 2 {
			continue
		}
		if got, err := sealed.Open(other, disputed); !errors.Is(err, release.ErrSealed) {
			t.Errorf("node %d reads %+v, %v", other.Index, got, err)
		}
		claimed := sealed
		claimed.For = other.Index
		if got, err := claimed.Open(other, disputed); !errors.Is(err, release.ErrSealed) {
			t.Errorf("node %d, as itself, reads %+v, %v", other.Index, got, err)
		}
		other.Index = 2
		if got, err := sealed.Open(other, disputed); !errors.Is(err, release.ErrSealed) {
			t.Errorf("another node in node 2's name reads %+v, %v", got, err)
		}
	}
	for name, o := range map[string]release.OrderPlace{
		"order":  {ChainID: 1337, Escrow: disputed.Escrow, Order: common.Hash{0x12}},
		"chain":  {ChainID: 1, Escrow: disputed.Escrow, Order: disputed.Order},
		"escrow": {ChainID: 1337, Escrow: address(0xe6), Order: disputed.Order},
	} {
		if got, err := sealed.Open(nodes[1], o); !errors.Is(err, release.ErrSealed) {
			t.Errorf("for another %s: %+v, %v", name, got, err)
		}
	}
	renamed := sealed
	renamed.Node = 3
	if got, err := renamed.Open(nodes[1], disputed); !errors.Is(err, release.ErrSealed) {
		t.Errorf("in another node's name: %+v, %v", got, err)
	}
	// Nor with the receipt's multiple, which is public: its point is another.
	if release.PeerPoint(disputed).Equal(release.ReceiptPoint(disputed)) {
		t.Error("peer point and receipt point are one")
	}
}

// The same share is sealed to other bytes each time.
func TestSealedSharesDiffer(t *testing.T) {
	group, nodes := committee(t)
	share := sharesOf(t, nodes[:1], newKey(t, basic))[0]
	a, err := release.SealShare(group, disputed, share, 2, deterministic("a"))
	if err != nil {
		t.Fatal(err)
	}
	b, err := release.SealShare(group, disputed, share, 2, deterministic("b"))
	if err != nil {
		t.Fatal(err)
	}
	if a.C == b.C || a.R.Equal(b.R) {
		t.Error("two sealed shares are alike")
	}
}

// Nodes that do not exist neither seal nor are sealed for, and randomness that
// ends is an error.
func TestSealShareRefuses(t *testing.T) {
	group, nodes := committee(t)
	share := sharesOf(t, nodes[:1], newKey(t, basic))[0]
	for _, to := range []int{-1, 0, 6, 256 + 1} {
		if _, err := release.SealShare(group, disputed, share, to, deterministic("seal")); err == nil {
			t.Errorf("sealed for node %d of 5", to)
		}
		of := share
		of.Index = to
		if _, err := release.SealShare(group, disputed, of, 2, deterministic("seal")); err == nil {
			t.Errorf("sealed by node %d of 5", to)
		}
	}
	if _, err := release.SealShare(group, disputed, share, 2, bytes.NewReader(nil)); err == nil {
		t.Error("sealed without randomness")
	}
}

// Whatever a peer says is either a share or refused.
func FuzzOpenSealedShare(f *testing.F) {
	good, _ := sealedFor(f, 2)
	R := good.R.Bytes()
	f.Add(1, 2, R[:], good.C[:])
	f.Add(2, 2, R[:], make([]byte, 48))
	f.Add(-1, 2, R[:], good.C[:])
	_, nodes := committee(f)
	f.Fuzz(func(t *testing.T, from, to int, R, C []byte) {
		point, err := bls.ParseG2(R)
		if err != nil || len(C) != bls.G1Size {
			return
		}
		s := release.SealedShare{Node: from, For: to, R: point, C: [bls.G1Size]byte(C)}
		part, err := s.Open(nodes[1], disputed)
		if (err == nil) == part.Point.IsZero() {
			t.Errorf("%+v, %v", part, err)
		}
		if err == nil && part.Index != from {
			t.Errorf("share of node %d in the name of %d", part.Index, from)
		}
	})
}
