// Package threshold shares one secret scalar s among n nodes, any t of which
// can act for it and fewer than t of which know nothing of it (Shamir, "How to
// share a secret", 1979).
//
// A [Group] is what everybody knows of a committee's keys, a [KeyShare] what
// one node alone knows. [Interpolate] combines the points that t nodes made
// with their shares into the point that s would have made. [InsecureDeal]
// makes a group in one place that knows s, for trials and tests; a ceremony of
// the nodes among themselves makes the same two types.
package threshold

import (
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/crypto"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
)

// MaxNodes is the largest committee.
const MaxNodes = 32

// Group is the public side of a shared secret s. Node i, from 1 to n, is
// verified by V[i−1].
type Group struct {
	Threshold int      // t: so many nodes act for s
	P         bls.G1   // s·g
	Q         bls.G2   // s·h
	V         []bls.G2 // s_i·h
}

// N returns the number of nodes.
func (g Group) N() int { return len(g.V) }

// Key returns the group key, keccak(P affine ‖ Q affine), the name by which
// terms, orders and releases know a committee.
func (g Group) Key() [32]byte { return GroupKey(g.P, g.Q) }

// GroupKey returns keccak(P affine ‖ Q affine), 96 + 192 bytes.
func GroupKey(P bls.G1, Q bls.G2) [32]byte {
	p, q := P.Affine(), Q.Affine()
	return crypto.Keccak256Hash(p[:], q[:])
}

// ErrKeysDisagree means that P and Q have not the same logarithm: a wrap sealed
// to one could never be opened by the other.
var ErrKeysDisagree = errors.New("group keys P and Q do not belong together")

// CheckKeys returns ErrKeysDisagree unless e(P, h) = e(g, Q). Whoever relies on
// a pair (P, Q) checks it first.
func CheckKeys(P bls.G1, Q bls.G2) error {
	if !bls.PairingsEqual(P, bls.GeneratorG2(), bls.GeneratorG1(), Q) {
		return ErrKeysDisagree
	}
	return nil
}

// Check returns an error unless the group is whole: sizes in range, P and Q of
// one logarithm, and every V_i on the one polynomial of degree t − 1, no less,
// that ends in Q.
func (g Group) Check() error {
	if err := CheckSizes(g.Threshold, g.N()); err != nil {
		return err
	}
	if err := CheckKeys(g.P, g.Q); err != nil {
		return err
	}
	for last := g.Threshold; last <= g.N(); last++ {
		if err := g.checkUpTo(last); err != nil {
			return err
		}
	}
	return g.checkFewer()
}

// checkUpTo interpolates V_1 … V_{t−1} and V_last at zero, which must give Q.
// The first t−1 and Q fix the polynomial, so that no V_i escapes.
func (g Group) checkUpTo(last int) error {
	sum, err := g.interpolate(append(firstNodes(g.Threshold-1), last))
	if err != nil {
		return err
	}
	if !sum.Equal(g.Q) {
		return fmt.Errorf("verification key %d does not lie with the others under Q", last)
	}
	return nil
}

// checkFewer returns an error if already V_1 … V_{t−1} give Q: the polynomial
// is then of a lower degree, and fewer nodes than the threshold says act for s.
func (g Group) checkFewer() error {
	if g.Threshold == 1 {
		return nil
	}
	sum, err := g.interpolate(firstNodes(g.Threshold - 1))
	if err == nil && sum.Equal(g.Q) {
		return fmt.Errorf("%d nodes act for the group, its threshold says %d", g.Threshold-1, g.Threshold)
	}
	return nil
}

// interpolate returns the value at zero of the polynomial through the nodes'
// verification keys.
func (g Group) interpolate(nodes []int) (bls.G2, error) {
	var sum bls.G2
	for k, i := range nodes {
		term, err := g.V[i-1].Mul(coefficient(nodes, k))
		if err != nil {
			return bls.G2{}, fmt.Errorf("verification key %d: %v", i, err)
		}
		if k == 0 {
			sum = term
		} else if sum, err = sum.Add(term); err != nil {
			return bls.G2{}, fmt.Errorf("verification key %d: %v", i, err)
		}
	}
	return sum, nil
}

func firstNodes(n int) []int {
	nodes := make([]int, n)
	for i := range nodes {
		nodes[i] = i + 1
	}
	return nodes
}

// CheckSizes refuses a threshold t, or a number n of nodes, that no committee has.
func CheckSizes(t, n int) error {
	if n < 1 || n > MaxNodes {
		return fmt.Errorf("committee of %d nodes: from 1 to %d are allowed", n, MaxNodes)
	}
	if t < 1 || t > n {
		return fmt.Errorf("threshold %d of %d nodes: from 1 to %d are allowed", t, n, n)
	}
	return nil
}
