package dispute

import (
	"bytes"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
)

// An Answer is a disputed order and the release that it is owed, verified.
type Answer struct {
	Leaf order.Leaf
	U    bls.G1
}

// BatchSize is how many answers one transaction carries at most. Under the rules
// of 2026 a transaction ends at 2^24 gas (EIP-7825); an answer of a batch takes
// about 41,000, and 21,000 more where each is of another tier.
const BatchSize = 128

// A Batch is what one transaction answers: orders of one group key.
type Batch []Answer

// Batches puts answers of one group key into batches. Orders of one tier stand
// side by side: the escrow computes an identity once for each run of them.
func Batches(answers []Answer) []Batch {
	sorted := slices.Clone(answers)
	slices.SortStableFunc(sorted, func(a, b Answer) int {
		return bytes.Compare(tierOf(a), tierOf(b))
	})
	var all []Batch
	for part := range slices.Chunk(sorted, BatchSize) {
		all = append(all, part)
	}
	return all
}

func tierOf(a Answer) []byte { return append(a.Leaf.Product.Bytes(), a.Leaf.Tier) }

// Call returns the call by which anyone answers, for a committee's public keys
// P = s·g and Q = s·h. A batch of one fails if its order is not open to an
// answer; a larger one only if none is.
func (b Batch) Call(P bls.G1, Q bls.G2) []byte {
	escrow := bindings.NewEscrow()
	if len(b) == 1 {
		return escrow.PackAnswer(Leaf(b[0].Leaf), P.Words(), Q.Words(), b[0].U.Words())
	}
	leaves, releases := make([]bindings.Leaf, len(b)), make([][3][32]byte, len(b))
	for i, a := range b {
		leaves[i], releases[i] = Leaf(a.Leaf), a.U.Words()
	}
	return escrow.PackAnswerMany(leaves, P.Words(), Q.Words(), releases)
}

// Orders returns the names of a batch's orders.
func (b Batch) Orders() []common.Hash {
	names := make([]common.Hash, len(b))
	for i, a := range b {
		names[i] = a.Leaf.Hash()
	}
	return names
}
