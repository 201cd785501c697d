package testbed_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/bls/blstest"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
)

// answer is what answers a dispute.
type answer struct {
	leaf []byte
	P    [3][32]byte
	Q    [6][32]byte
	U    [3][32]byte
}

func (s *stall) answer(i int) answer {
	a := answer{s.sales[i].Leaf.Bytes(), s.group.P.Words(), s.group.Q.Words(), s.sales[i].U}
	if s.sales[i].Leaf.GroupKey != s.sales[0].Leaf.GroupKey {
		a.Q = s.falseQ
	}
	return a
}

func (a answer) call() []byte {
	call := escrow.PackAnswer(emptyLeaf, a.P, a.Q, a.U)
	copy(call[4:], a.leaf)
	return call
}

var errNotOpen = errors.New("order is not disputed")

// checkAnswer is what Go says of an answer: errNotOpen of one that would be
// right for an order that is open to it.
func (s *stall) checkAnswer(a answer) error {
	l, err := order.ParseLeaf(a.leaf)
	if err != nil {
		return err
	}
	if groupKey(a.P, a.Q) != l.GroupKey {
		return errors.New("keys are not those that the group key names")
	}
	if !s.disputed[l.Hash()] {
		return errNotOpen
	}
	B, err := l.Key()
	if err != nil {
		return err
	}
	Q, err := bls.ParseG2Words(a.Q)
	if err != nil {
		return err
	}
	U, err := bls.ParseG1Words(a.U)
	if err != nil {
		return err
	}
	return release.Verify(l.Place(testbed.ChainID, testbed.Contracts.Escrow), B, Q, U)
}

func (a *answer) spoil(part, way, at uint, s *stall, other answer) {
	switch part % 7 {
	case 1:
		spoilLeaf(a.leaf, 1+way%3, at)
	case 2:
		a.P[at%3][at/3%32] ^= 1 << (way % 8)
	case 3:
		a.Q[at%6][at/6%32] ^= 1 << (way % 8)
	case 4:
		U, err := bls.ParseG1Words(a.U)
		if err != nil {
			panic("testbed: internal error: " + err.Error()) // it was made by a committee
		}
		a.U = blstest.WordsG1(blstest.SpoilG1(U, way, at))
	case 5:
		a.U = other.U
	case 6:
		a.Q = s.falseQ
	}
}

// The escrow takes exactly the answers that Go takes: the release of an order
// that is disputed, under the group key of its offer.
func FuzzAnswer(f *testing.F) {
	s := openStall(f)
	r := rand.New(rand.NewPCG(4, 2))
	for nth := range uint8(len(s.sales)) {
		f.Add(nth, uint8(0), uint(0), uint(0), uint(0))
	}
	for way := range uint(blstest.WaysG1) {
		f.Add(uint8(way%disputedSales), uint8(0), uint(4), way, uint(r.Uint32()))
	}
	for range 150 {
		f.Add(uint8(r.IntN(disputedSales)), uint8(r.IntN(len(s.sales))), uint(r.Uint32()), uint(r.Uint32()), uint(r.Uint32()))
	}
	f.Fuzz(func(t *testing.T, nth, another uint8, part, way, at uint) {
		i := int(nth) % len(s.sales)
		a := s.answer(i)
		a.spoil(part, way, at, s, s.answer(int(another)%len(s.sales)))
		err := s.checkAnswer(a)
		if taken := s.takes(t, a.call(), nil); taken != (err == nil) {
			t.Errorf("answer to order %d with leaf %x, P = %x, Q = %x, U = %x: taken on chain: %t, in Go: %v", i, a.leaf, a.P, a.Q, a.U, taken, err)
		}
		if own := part%7 == 0 && i < disputedSales; own && err != nil {
			t.Errorf("order %d cannot be answered: %v", i, err)
		}
	})
}

// A batch is taken exactly where Go takes each answer to an order that is open:
// no two false ones make up for each other, and none hides behind one that is
// not open.
func FuzzAnswerMany(f *testing.F) {
	s := openStall(f)
	r := rand.New(rand.NewPCG(4, 3))
	f.Add([]byte{}, uint(0))
	f.Add([]byte{0, 0, 1, 0, 2, 0, 3, 0}, uint(0))
	f.Add([]byte{0, 0, 0, 0}, uint(0))
	f.Add([]byte{0, 0, 0, 4}, uint(0))
	f.Add([]byte{0, 4, 0, 0}, uint(0))
	f.Add([]byte{0, 1, 1, 2}, uint(9)) // U + D and U − D
	for range 100 {
		b := make([]byte, 2*(1+r.IntN(5)))
		for i := range b {
			b[i] = byte(r.IntN(7) * r.IntN(2))
		}
		f.Add(b, uint(r.Uint32()))
	}
	f.Fuzz(func(t *testing.T, entries []byte, at uint) {
		var leaves []bindings.Leaf
		var releases [][3][32]byte
		var err error
		open := map[common.Hash]bool{}
		for k := 0; k+1 < len(entries) && k < 32; k += 2 {
			i := int(entries[k]) % len(s.sales)
			a := s.answer(i)
			a.Q, a.U = s.group.Q.Words(), s.cancel(t, a.U, entries[k+1], at)
			leaves, releases = append(leaves, dispute.Leaf(s.sales[i].Leaf)), append(releases, a.U)
			if hash := s.sales[i].Order; open[hash] {
				continue // the second time it is not open
			} else if wrong := s.checkAnswer(a); wrong == nil {
				open[hash] = true
			} else if !errors.Is(wrong, errNotOpen) && err == nil {
				err = fmt.Errorf("entry %d, order %d: %w", k/2, i, wrong)
			}
		}
		if len(open) == 0 && err == nil {
			err = errNotOpen
		}
		call := escrow.PackAnswerMany(leaves, s.group.P.Words(), s.group.Q.Words(), releases)
		if taken := s.takes(t, call, nil); taken != (err == nil) {
			t.Errorf("batch %v: taken on chain: %t, in Go: %v", entries, taken, err)
		}
	})
}

// cancel spoils a release, in ways that may make up for each other.
func (s *stall) cancel(t *testing.T, u [3][32]byte, way byte, at uint) [3][32]byte {
	U, err := bls.ParseG1Words(u)
	must(t, err)
	D, err := bls.GeneratorG1().Mul(bls.NewScalar(uint64(at%1000 + 1)))
	must(t, err)
	switch way % 6 {
	case 1:
		U, err = U.Add(D)
	case 2:
		U, err = U.Sub(D)
	case 3:
		return [3][32]byte{}
	case 4:
		return blstest.WordsG1(blstest.SpoilG1(U, uint(way), at))
	case 5:
		return s.sales[int(at%uint(len(s.sales)))].U
	}
	must(t, err)
	return U.Words()
}
