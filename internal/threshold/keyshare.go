package threshold

import (
	"fmt"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
)

// KeyShare is what one node alone knows of s.
type KeyShare struct {
	Index  int // 1 … n
	Secret bls.Secret
}

// Check returns an error unless the share is the one that the group's V_i
// verifies.
func (s KeyShare) Check(g Group) error {
	if s.Index < 1 || s.Index > g.N() {
		return fmt.Errorf("key share of node %d in a committee of %d", s.Index, g.N())
	}
	if !s.Secret.PublicG2().Equal(g.V[s.Index-1]) {
		return fmt.Errorf("key share of node %d does not match its verification key", s.Index)
	}
	return nil
}

// Part returns s_i·x.
func (s KeyShare) Part(x bls.G1) Part {
	return Part{Index: s.Index, Point: s.Secret.MulG1(x)}
}
