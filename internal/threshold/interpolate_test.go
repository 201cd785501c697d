package threshold_test

import (
	"math/rand/v2"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
)

func point(t testing.TB, label string) bls.G1 {
	t.Helper()
	x, err := bls.HashToG1([]byte(label), "TEST")
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func partsOf(shares []threshold.KeyShare, x bls.G1) []threshold.Part {
	parts := make([]threshold.Part, len(shares))
	for i, share := range shares {
		parts[i] = share.Part(x)
	}
	return parts
}

// isProduct reports whether whole = s·x.
func isProduct(group threshold.Group, x, whole bls.G1) bool {
	return bls.PairingsEqual(whole, bls.GeneratorG2(), x, group.Q)
}

// choose calls f with every choice of k of the parts, in order.
func choose(parts []threshold.Part, k int, f func([]threshold.Part)) {
	for bits := range 1 << len(parts) {
		var chosen []threshold.Part
		for i, part := range parts {
			if bits>>i&1 == 1 {
				chosen = append(chosen, part)
			}
		}
		if len(chosen) == k {
			f(chosen)
		}
	}
}

func TestAnyThresholdOfNodesMakesTheSame(t *testing.T) {
	for _, size := range [][2]int{{1, 1}, {1, 3}, {2, 3}, {3, 5}, {5, 5}, {4, 7}} {
		group, shares := deal(t, size[0], size[1], "any")
		x := point(t, "x")
		parts := partsOf(shares, x)
		first, err := threshold.Interpolate(parts, size[0])
		if err != nil || !isProduct(group, x, first) {
			t.Fatalf("%d of %d: got %x, %v", size[0], size[1], first.Bytes(), err)
		}
		choose(parts, size[0], func(chosen []threshold.Part) {
			rand.New(rand.NewPCG(1, 2)).Shuffle(len(chosen), func(i, j int) { chosen[i], chosen[j] = chosen[j], chosen[i] })
			if whole, err := threshold.Interpolate(chosen, size[0]); err != nil || !whole.Equal(first) {
				t.Errorf("%d of %d, nodes %v: got %x, %v", size[0], size[1], chosen, whole.Bytes(), err)
			}
		})
	}
}

func TestLargestCommittee(t *testing.T) {
	for _, need := range []int{1, 2, 17, 31, 32} {
		group, shares := deal(t, need, threshold.MaxNodes, "large")
		x := point(t, "x")
		parts := partsOf(shares, x)
		r := rand.New(rand.NewPCG(3, 4))
		for range 3 {
			r.Shuffle(len(parts), func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })
			if whole, err := threshold.Interpolate(parts, need); err != nil || !isProduct(group, x, whole) {
				t.Errorf("%d of 32: got %x, %v", need, whole.Bytes(), err)
			}
		}
	}
}

// Fewer than t parts are refused, and interpolated all the same they give
// nothing that is, or is alike for two choices.
func TestFewerThanThresholdMakeNothing(t *testing.T) {
	for _, size := range [][2]int{{2, 3}, {3, 5}, {5, 5}} {
		group, shares := deal(t, size[0], size[1], "fewer")
		x := point(t, "x")
		seen := map[[48]byte]bool{}
		choose(partsOf(shares, x), size[0]-1, func(chosen []threshold.Part) {
			if whole, err := threshold.Interpolate(chosen, size[0]); err == nil {
				t.Errorf("%d of %d: %d parts gave %x", size[0], size[1], len(chosen), whole.Bytes())
			}
			whole, err := threshold.Interpolate(chosen, size[0]-1)
			if err != nil {
				t.Fatal(err)
			}
			if isProduct(group, x, whole) || seen[whole.Bytes()] {
				t.Errorf("%d of %d: %d parts gave s·x, or one value twice", size[0], size[1], len(chosen))
			}
			seen[whole.Bytes()] = true
		})
	}
}

func TestInterpolateRefuses(t *testing.T) {
	_, shares := deal(t, 3, 5, "refuse")
	parts := partsOf(shares, point(t, "x"))
	at := func(index int) threshold.Part { return threshold.Part{Index: index, Point: parts[0].Point} }
	for name, c := range map[string]struct {
		parts []threshold.Part
		need  int
	}{
		"no parts":           {nil, 3},
		"two of three":       {parts[:2], 3},
		"threshold 0":        {parts, 0},
		"threshold −1":       {parts, -1},
		"node 0":             {[]threshold.Part{at(0), parts[1], parts[2]}, 3},
		"node −1":            {[]threshold.Part{at(-1), parts[1], parts[2]}, 3},
		"node 33":            {[]threshold.Part{at(33), parts[1], parts[2]}, 3},
		"a node twice":       {[]threshold.Part{parts[0], parts[1], parts[1]}, 3},
		"a node's two parts": {[]threshold.Part{parts[0], parts[1], {Index: 1, Point: parts[2].Point}}, 3},
		"a part never set":   {[]threshold.Part{parts[0], parts[1], {Index: 3}}, 3},
	} {
		if whole, err := threshold.Interpolate(c.parts, c.need); err == nil {
			t.Errorf("%s: got %x", name, whole.Bytes())
		}
	}
	if _, err := threshold.Interpolate([]threshold.Part{at(32), parts[1], parts[2]}, 3); err != nil {
		t.Errorf("node 32: %v", err)
	}
}

func TestOneFalsePartSpoilsTheWhole(t *testing.T) {
	group, shares := deal(t, 3, 5, "false")
	x := point(t, "x")
	for spoilt := range 3 {
		parts := partsOf(shares, x)
		parts[spoilt].Point = shares[spoilt].Secret.MulG1(point(t, "y"))
		if whole, err := threshold.Interpolate(parts, 3); err != nil || isProduct(group, x, whole) {
			t.Errorf("part %d false: got %x, %v", spoilt, whole.Bytes(), err)
		}
	}
}
