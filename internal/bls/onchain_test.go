package bls_test

import (
	"bytes"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/bls/blstest"
	"github.com/shrinkwrap/shrinkwrap/internal/soltest"
	"github.com/shrinkwrap/shrinkwrap/internal/vectors/seeds"
)

func randomBytes(r *rand.Rand, n int) []byte {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(r.Uint32())
	}
	return b
}

// The contracts' hash_to_curve is Go's.
func FuzzHashToG1OnChain(f *testing.F) {
	r := rand.New(rand.NewPCG(1, 1))
	for _, n := range []int{0, 1, 31, 32, 55, 56, 64, 73, 119, 120, 1000} {
		f.Add(randomBytes(r, n), "SHRINKWRAP-V1-TIER_BLS12381G1_XMD:SHA-256_SSWU_RO_")
		f.Add(randomBytes(r, n), string(randomBytes(r, 1+n%255)))
	}
	f.Add([]byte("longest tag"), string(randomBytes(r, 255)))
	libraries := soltest.Start(f)
	f.Fuzz(func(t *testing.T, message []byte, tag string) {
		if len(tag) == 0 || len(tag) > 255 || len(message) > 1<<14 {
			return // no tag of RFC 9380's
		}
		p, err := bls.HashToG1(message, tag)
		if err != nil {
			t.Fatal(err)
		}
		if onChain := libraries.In(t).HashToG1(message, tag); onChain != p.Words() {
			t.Errorf("%x under %q is %x on chain, %x in Go", message, tag, onChain, p.Words())
		}
	})
}

// The contracts take exactly the points that Go parses, but for the identity,
// which each library refuses by itself, and multiply them alike.
func FuzzG1OnChain(f *testing.F) {
	r := rand.New(rand.NewPCG(1, 3))
	for way := range blstest.WaysG1 {
		for range 8 {
			f.Add([]byte(nil), randomBytes(r, 32), uint(way), uint(r.Uint32()))
		}
	}
	for _, b := range seeds.Of(f, "point", "bytes") {
		f.Add(b, randomBytes(r, 32), uint(0), uint(0))
	}
	g := bls.GeneratorG1().Affine()
	f.Add(g[:], make([]byte, 32), uint(0), uint(0))
	f.Add(g[:], aroundOrder(0), uint(0), uint(0))
	f.Add(g[:], bytes.Repeat([]byte{0xff}, 32), uint(0), uint(0))
	libraries := soltest.Start(f)
	f.Fuzz(func(t *testing.T, raw, scalar []byte, way, at uint) {
		k := bls.ReduceScalar(scalar)
		var w [3][32]byte
		if len(raw) == bls.G1AffineSize {
			w = blstest.WordsG1([bls.G1AffineSize]byte(raw))
		} else if p, err := bls.GeneratorG1().Mul(k); err == nil {
			w = blstest.WordsG1(blstest.SpoilG1(p, way, at))
		}
		p, err := bls.ParseG1Words(w)
		multiple, taken := libraries.In(t).Multiply(w, new(big.Int).SetBytes(scalar[:min(32, len(scalar))]))
		if taken != (err == nil || w == [3][32]byte{}) {
			t.Fatalf("%x: taken on chain: %t, in Go: %v", w, taken, err)
		}
		if err != nil || len(scalar) > 32 {
			return
		}
		want, err := p.Mul(k) // the identity, which is zeros on chain, is an error
		if err == nil && multiple != want.Words() || err != nil && multiple != [3][32]byte{} {
			t.Errorf("%x times %x is %x on chain, in Go %x, %v", scalar, w, multiple, want.Words(), err)
		}
	})
}

// proofWays are what may be shown instead of a proof: each takes the numbers c
// and z of a true one.
var proofWays = []func(c, z *big.Int, at uint){
	func(_, _ *big.Int, _ uint) {},
	func(c, _ *big.Int, _ uint) { c.Add(c, bls.Order()) },
	func(_, z *big.Int, _ uint) { z.Add(z, bls.Order()) },
	func(c, z *big.Int, _ uint) { c.Add(c, bls.Order()); z.Add(z, bls.Order()) },
	func(c, _ *big.Int, at uint) { c.SetBit(c, int(at%256), c.Bit(int(at%256))^1) },
	func(_, z *big.Int, at uint) { z.SetBit(z, int(at%256), z.Bit(int(at%256))^1) },
	func(c, z *big.Int, _ uint) { swapped := new(big.Int).Set(c); c.Set(z); z.Set(swapped) },
	func(c, z *big.Int, _ uint) { c.SetInt64(0); z.SetInt64(0) },
	func(c, _ *big.Int, _ uint) { c.SetInt64(0) },
	func(_, z *big.Int, _ uint) { z.SetInt64(0) },
	func(c, _ *big.Int, _ uint) { c.Set(bls.Order()) },
	func(c, _ *big.Int, _ uint) { c.Sub(bls.Order(), c) },
	func(_, z *big.Int, _ uint) { z.Sub(bls.Order(), z) },
	func(c, z *big.Int, _ uint) { z.Set(c) }, // for B = g that makes R' the identity
	func(c, z *big.Int, at uint) { c.SetUint64(uint64(at)); z.SetUint64(uint64(at)) },
}

// The contracts take exactly the proofs of knowledge that Go takes.
func FuzzProofOnChain(f *testing.F) {
	r := rand.New(rand.NewPCG(1, 4))
	honest := uint8(blstest.WaysG1) // a way of spoiling keys that is none
	for way := range proofWays {
		for range 4 {
			f.Add(randomBytes(r, 32), randomBytes(r, 73), uint8(way), honest, uint(r.Uint32()), false)
		}
	}
	for way := range blstest.WaysG1 {
		for range 2 {
			f.Add(randomBytes(r, 32), randomBytes(r, 73), uint8(0), uint8(way), uint(r.Uint32()), false)
		}
	}
	one := make([]byte, 32)
	one[31] = 1
	f.Add(one, randomBytes(r, 73), uint8(13), honest, uint(0), false) // B = g, z = c
	f.Add(randomBytes(r, 32), randomBytes(r, 73), uint8(0), honest, uint(0), true)
	f.Add(randomBytes(r, 32), []byte(nil), uint8(0), honest, uint(0), false)
	libraries := soltest.Start(f)
	f.Fuzz(func(t *testing.T, seed, place []byte, way, keyWay uint8, at uint, elsewhere bool) {
		b, err := secretOf(seed)
		if err != nil || len(place) > 1<<10 {
			return
		}
		made := place
		if elsewhere {
			made = append([]byte{1}, place...)
		}
		proof, err := bls.Prove(b, made, deterministic(string(seed)))
		if err != nil {
			t.Fatal(err)
		}
		words := b.Public().Words()
		if int(keyWay)%(blstest.WaysG1+1) < blstest.WaysG1 {
			words = blstest.WordsG1(blstest.SpoilG1(b.Public(), uint(keyWay)%uint(blstest.WaysG1+1), at))
		}
		encoded := proof.Bytes()
		c, z := new(big.Int).SetBytes(encoded[:32]), new(big.Int).SetBytes(encoded[32:])
		proofWays[int(way)%len(proofWays)](c, z, at)

		err = verify(words, place, c, z)
		if onChain := libraries.In(t).IsProof(place, words, c, z); onChain != (err == nil) {
			t.Errorf("c = %x, z = %x of key %x: taken on chain: %t, in Go: %v", c, z, words, onChain, err)
		}
		if untouched := int(way)%len(proofWays) == 0 && words == b.Public().Words() && !elsewhere; untouched && err != nil {
			t.Errorf("a true proof was refused: %v", err)
		}
	})
}

// secretOf takes a secret from 32 bytes, if they are below the order and not 0.
func secretOf(seed []byte) (bls.Secret, error) {
	k := bls.ReduceScalar(seed).Bytes()
	return bls.ParseSecret(k[:])
}

// verify is what a node does with a key and a proof from the chain.
func verify(key [3][32]byte, place []byte, c, z *big.Int) error {
	B, err := bls.ParseG1Words(key)
	if err != nil {
		return err
	}
	proof, err := bls.ParseProof(append(c.FillBytes(make([]byte, 32)), z.FillBytes(make([]byte, 32))...))
	if err != nil {
		return err
	}
	return proof.Verify(B, place)
}
