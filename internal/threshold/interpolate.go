package threshold

import (
	"fmt"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
)

// Part is what node Index made with its share of s: s_i·X for some point X.
// Verify it before it is interpolated: one wrong part spoils the whole.
type Part struct {
	Index int // 1 … n
	Point bls.G1
}

// Interpolate returns s·X from t parts s_i·X of different nodes, by Lagrange's
// formula at zero. More parts than t do no harm: the first t are used.
func Interpolate(parts []Part, t int) (bls.G1, error) {
	if t < 1 || len(parts) < t {
		return bls.G1{}, fmt.Errorf("%d parts, %d are needed", len(parts), t)
	}
	parts = parts[:t]
	indices, err := indicesOf(parts)
	if err != nil {
		return bls.G1{}, err
	}
	var sum bls.G1
	for k, part := range parts {
		term, err := part.Point.Mul(coefficient(indices, k))
		if err != nil {
			return bls.G1{}, fmt.Errorf("part of node %d: %w", part.Index, err)
		}
		if k == 0 {
			sum = term
		} else if sum, err = sum.Add(term); err != nil {
			return bls.G1{}, fmt.Errorf("part of node %d: %w", part.Index, err)
		}
	}
	return sum, nil
}

func indicesOf(parts []Part) ([]int, error) {
	indices := make([]int, len(parts))
	seen := make(map[int]bool, len(parts))
	for k, part := range parts {
		switch {
		case part.Index < 1 || part.Index > MaxNodes:
			return nil, fmt.Errorf("part of node %d: nodes count from 1 to %d", part.Index, MaxNodes)
		case seen[part.Index]:
			return nil, fmt.Errorf("two parts of node %d", part.Index)
		}
		seen[part.Index] = true
		indices[k] = part.Index
	}
	return indices, nil
}

// coefficient returns ∏ j / (j − i) over the other indices j, i = indices[k].
// The indices are small and distinct, so no divisor is zero.
func coefficient(indices []int, k int) bls.Scalar {
	i := bls.NewScalar(uint64(indices[k]))
	above, below := bls.NewScalar(1), bls.NewScalar(1)
	for m, index := range indices {
		if m == k {
			continue
		}
		j := bls.NewScalar(uint64(index))
		above, below = above.Mul(j), below.Mul(j.Sub(i))
	}
	return above.Mul(below.Inverse())
}
