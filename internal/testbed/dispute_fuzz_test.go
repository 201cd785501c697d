package testbed_test

import (
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/bls/blstest"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
)

// disputeBond is more than the bond of these chains.
var disputeBond = big.NewInt(1e15)

// claim is what a dispute says: the words of a leaf, a path and a proof.
type claim struct {
	leaf []byte
	path []common.Hash
	c, z *big.Int
}

// claim is a true one of a sale, with a path that knows of later orders up to a
// number of sales.
func (s *stall) claim(i, known int) claim {
	var later []common.Hash
	for _, other := range s.sales[i+1 : known] {
		later = append(later, other.Order)
	}
	proof := s.sales[i].proof.Bytes()
	return claim{
		leaf: s.sales[i].Leaf.Bytes(),
		path: order.Path(s.before[i], s.sales[i].Leaf.Index, later),
		c:    new(big.Int).SetBytes(proof[:32]), z: new(big.Int).SetBytes(proof[32:]),
	}
}

// call is the dispute, whose first argument is the leaf itself: any words.
func (c claim) call() []byte {
	path := make([][32]byte, len(c.path))
	for i, node := range c.path {
		path[i] = node
	}
	call := escrow.PackDispute(emptyLeaf, path, c.c, c.z)
	copy(call[4:], c.leaf)
	return call
}

// check is what Go says of a claim.
func (s *stall) check(c claim) error {
	l, err := order.ParseLeaf(c.leaf)
	if err != nil {
		return err
	}
	if l.Offer().Account() != s.sales[0].Account {
		return errors.New("order of an account that nobody paid into")
	}
	if err := s.after.Check(l.Index, l.Hash(), c.path); err != nil {
		return err
	}
	if s.disputed[l.Hash()] {
		return errors.New("order is disputed")
	}
	B, err := l.Key()
	if err != nil {
		return err
	}
	proof, err := bls.ParseProof(append(c.c.FillBytes(make([]byte, 32)), c.z.FillBytes(make([]byte, 32))...))
	if err != nil {
		return err
	}
	return proof.Verify(B, l.Place(testbed.ChainID, testbed.Contracts.Escrow).Bytes())
}

// spoil changes one part of a claim.
func (c *claim) spoil(part, way, at uint, other claim) {
	switch part % 4 {
	case 1:
		spoilLeaf(c.leaf, 1+way%3, at)
	case 2:
		switch n := uint(len(c.path)); {
		case way%6 == 0 && n > 0:
			c.path[at%n][at/n%32] ^= 1 << (at % 8)
		case way%6 == 1 && n > 0:
			c.path = c.path[:n-1]
		case way%6 == 2 && n > 0:
			c.path = slices.Delete(c.path, int(at%n), int(at%n)+1)
		case way%6 == 3:
			c.path = append(c.path, make([]common.Hash, 1+at%33)...)
		case way%6 == 4:
			c.path = other.path
		default:
			c.leaf = other.leaf
		}
	case 3:
		switch way % 7 {
		case 0:
			c.c.Add(c.c, bls.Order())
		case 1:
			c.z.Add(c.z, bls.Order())
		case 2:
			c.c, c.z = c.z, c.c
		case 3:
			c.c, c.z = other.c, other.z
		case 4:
			c.c, c.z = new(big.Int), new(big.Int)
		case 5:
			c.c.SetBit(c.c, int(at%256), c.c.Bit(int(at%256))^1)
		case 6:
			c.z.SetBit(c.z, int(at%256), c.z.Bit(int(at%256))^1)
		}
	}
}

// The escrow takes exactly the disputes that Go takes: of orders in the log, by
// a path that leads to a peak, with a proof of the release key.
func FuzzDispute(f *testing.F) {
	s := openStall(f)
	r := rand.New(rand.NewPCG(4, 1))
	for nth := range uint8(len(s.sales)) {
		f.Add(nth, uint8(0), uint8(0), uint(0), uint(0), uint(0))
		for part := range uint(4) {
			f.Add(nth, uint8(r.Uint32()), uint8(r.Uint32()), part, uint(r.Uint32()), uint(r.Uint32()))
		}
	}
	for range 200 {
		f.Add(uint8(r.IntN(goodSales)), uint8(r.Uint32()), uint8(r.Uint32()), uint(r.Uint32()), uint(r.Uint32()), uint(r.Uint32()))
	}
	f.Fuzz(func(t *testing.T, nth, another, unknown uint8, part, way, at uint) {
		i, j := int(nth)%len(s.sales), int(another)%len(s.sales)
		c := s.claim(i, len(s.sales)-int(unknown)%(len(s.sales)-i))
		c.spoil(part, way, at, s.claim(j, len(s.sales)))
		err := s.check(c)
		if taken := s.takes(t, c.call(), disputeBond); taken != (err == nil) {
			t.Errorf("dispute of order %d with leaf %x, path %v, c = %x, z = %x: taken on chain: %t, in Go: %v", i, c.leaf, c.path, c.c, c.z, taken, err)
		}
		if own := part%4 == 0 && int(unknown)%(len(s.sales)-i) == 0 && i >= disputedSales && i < goodSales; own && err != nil {
			t.Errorf("order %d cannot be disputed: %v", i, err)
		}
	})
}

// Anybody can write a proof that holds for the identity as a release key, whose
// logarithm is 0. Neither side takes it: a release for the identity would be
// s·id, the tier's key for everybody to read.
func TestIdentityCannotBeDisputed(t *testing.T) {
	s := openStall(t)
	i := slices.IndexFunc(s.sales, func(o sale) bool { return o.Leaf.ReleaseKey == [3][32]byte{} })
	if i < 0 {
		t.Fatal("no order has the identity as its release key")
	}
	c := s.claim(i, len(s.sales))
	R := bls.GeneratorG1().Affine() // nonce 1
	c.c = new(big.Int).SetBytes(crypto.Keccak256(crypto.Keccak256([]byte("SHRINKWRAP-V1-POK")), s.sales[i].place.Bytes(), make([]byte, 96), R[:]))
	c.c.Mod(c.c, bls.Order())
	c.z = big.NewInt(1)
	if err := s.after.Check(s.sales[i].Leaf.Index, s.sales[i].Order, c.path); err != nil {
		t.Fatalf("the order is not in the log: %v", err)
	}
	if err := s.check(c); err == nil {
		t.Error("Go takes the proof")
	}
	if s.takes(t, c.call(), disputeBond) {
		t.Error("the escrow takes the proof")
	}
}

// Orders with keys that are no points were paid for, and cannot be disputed by
// any proof; what keeps such keys from being paid for is that terminals draw their own.
func TestKeysThatAreNoPointsWereSold(t *testing.T) {
	s := openStall(t)
	var bad []string
	for _, o := range s.sales[goodSales : goodSales+blstest.WaysG1] {
		if _, err := o.Leaf.Key(); err != nil {
			bad = append(bad, fmt.Sprint(err))
		}
	}
	if len(bad) < blstest.WaysG1-4 || len(slices.Compact(slices.Sorted(slices.Values(bad)))) < 4 {
		t.Errorf("only these keys are bad: %q", bad)
	}
}
