package threshold_test

import (
	"math/rand/v2"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/bls/blstest"
	"github.com/shrinkwrap/shrinkwrap/internal/soltest"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
)

// The contracts take exactly the pairs of group keys that Go takes.
func FuzzGroupKeyOnChain(f *testing.F) {
	r := rand.New(rand.NewPCG(3, 1))
	for target := range uint8(3) {
		for way := range uint8(max(blstest.WaysG1, blstest.WaysG2)) {
			for range 2 {
				f.Add(r.Uint64(), r.Uint64(), target, way, uint(r.Uint32()))
			}
		}
	}
	f.Add(uint64(1), uint64(1), uint8(2), uint8(0), uint(0))
	libraries := soltest.Start(f)
	f.Fuzz(func(t *testing.T, s, other uint64, target, way uint8, at uint) {
		P, err := bls.GeneratorG1().Mul(bls.NewScalar(s))
		if err != nil {
			return
		}
		Q, err := bls.GeneratorG2().Mul(bls.NewScalar(s))
		if err != nil {
			t.Fatal(err)
		}
		p, q := P.Words(), Q.Words()
		switch target % 3 {
		case 0:
			p = blstest.WordsG1(blstest.SpoilG1(P, uint(way), at))
		case 1:
			q = blstest.WordsG2(blstest.SpoilG2(Q, uint(way), at))
		case 2:
			if P, err = bls.GeneratorG1().Mul(bls.NewScalar(other)); err != nil {
				return
			}
			p = P.Words()
		}
		err = checkWords(p, q)
		if onChain := libraries.In(t).IsGroupKey(p, q); onChain != (err == nil) {
			t.Errorf("P = %x, Q = %x: taken on chain: %t, in Go: %v", p, q, onChain, err)
		}
		if whole := target%3 == 2 && s == other; whole && err != nil {
			t.Errorf("%d·g and %d·h: %v", s, s, err)
		}
	})
}

// checkWords checks keys as they are on chain.
func checkWords(p [3][32]byte, q [6][32]byte) error {
	P, err := bls.ParseG1Words(p)
	if err != nil {
		return err
	}
	Q, err := bls.ParseG2Words(q)
	if err != nil {
		return err
	}
	return threshold.CheckKeys(P, Q)
}
