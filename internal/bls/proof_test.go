package bls_test

import (
	"bytes"
	"errors"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/crypto"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
)

// place is as long as a place of package product; this package does not look
// into it.
func place(label string) []byte { return bytes.Repeat([]byte(label), 73)[:73] }

func scalarOf(t testing.TB, s bls.Secret) bls.Scalar {
	t.Helper()
	b := s.Bytes()
	k, err := bls.ParseScalar(b[:])
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func prove(t testing.TB, b bls.Secret, at []byte) bls.Proof {
	t.Helper()
	p, err := bls.Prove(b, at, deterministic("nonce"))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Small multiples and their negatives meet every special case of the addition
// formulas in z·g − c·B.
func TestProofVerifiesForEveryKey(t *testing.T) {
	for n := int64(1); n <= 16; n++ {
		for _, k := range [][]byte{big.NewInt(n).FillBytes(make([]byte, 32)), aroundOrder(-n)} {
			b, err := bls.ParseSecret(k)
			if err != nil {
				t.Fatal(err)
			}
			p := prove(t, b, place("a"))
			if err := p.Verify(b.Public(), place("a")); err != nil {
				t.Errorf("proof of b = %x: %v", k, err)
			}
			if err := p.Verify(b.Public(), place("b")); !errors.Is(err, bls.ErrProof) {
				t.Errorf("proof of b = %x at another place: %v", k, err)
			}
		}
	}
}

// The formulas, written out.
func TestProofFollowsItsFormula(t *testing.T) {
	b := secret(t, "b")
	random := bytes.Repeat([]byte{7}, 32)
	p, err := bls.Prove(b, place("a"), bytes.NewReader(random))
	if err != nil {
		t.Fatal(err)
	}
	key := b.Bytes()
	nonce, err := bls.DeriveSecret(append(key[:], random...), "SHRINKWRAP-V1-POK-NONCE"+string(place("a")))
	if err != nil {
		t.Fatal(err)
	}
	B, R := b.Public().Affine(), nonce.Public().Affine()
	c := bls.ReduceScalar(crypto.Keccak256(crypto.Keccak256([]byte("SHRINKWRAP-V1-POK")), place("a"), B[:], R[:]))
	z := scalarOf(t, nonce).Add(c.Mul(scalarOf(t, b)))
	if !p.C.Equal(c) || !p.Z.Equal(z) {
		t.Errorf("proof is %x, want %x%x", p.Bytes(), c.Bytes(), z.Bytes())
	}
}

func TestProofRefuses(t *testing.T) {
	b, other := secret(t, "b"), secret(t, "other")
	at, B := place("a"), b.Public()
	p := prove(t, b, at)
	one := bls.NewScalar(1)
	for name, c := range map[string]struct {
		p  bls.Proof
		B  bls.G1
		at []byte
	}{
		"at another place":         {p, B, place("b")},
		"at a shorter place":       {p, B, at[:72]},
		"for another key":          {p, other.Public(), at},
		"for no key":               {p, bls.G1{}, at},
		"c and z swapped":          {bls.Proof{C: p.Z, Z: p.C}, B, at},
		"another c":                {bls.Proof{C: p.C.Add(one), Z: p.Z}, B, at},
		"another z":                {bls.Proof{C: p.C, Z: p.Z.Add(one)}, B, at},
		"z negated":                {bls.Proof{C: p.C, Z: bls.Scalar{}.Sub(p.Z)}, B, at},
		"zeros":                    {bls.Proof{}, B, at},
		"no c":                     {bls.Proof{Z: p.Z}, B, at},
		"R' is the identity":       {identityCommitment(t, b, at, make([]byte, 96)), B, at},
		"R' is gnark's identity":   {identityCommitment(t, b, at, with(make([]byte, 96), 0, 0x40)), B, at},
		"no key, so b is 0":        {proofOfNothing(at, make([]byte, 96)), bls.G1{}, at},
		"no key, gnark's identity": {proofOfNothing(at, with(make([]byte, 96), 0, 0x40)), bls.G1{}, at},
	} {
		if err := c.p.Verify(c.B, c.at); !errors.Is(err, bls.ErrProof) {
			t.Errorf("%s: %v, want ErrProof", name, err)
		}
	}
}

// identityCommitment is the proof with nonce 0, as someone who knows b can make
// it, under one of the encodings that a library may give the identity.
func identityCommitment(t *testing.T, b bls.Secret, at, identity []byte) bls.Proof {
	B := b.Public().Affine()
	c := bls.ReduceScalar(crypto.Keccak256(crypto.Keccak256([]byte("SHRINKWRAP-V1-POK")), at, B[:], identity))
	return bls.Proof{C: c, Z: c.Mul(scalarOf(t, b))}
}

// proofOfNothing is valid for B = identity, whose logarithm 0 everyone knows.
func proofOfNothing(at, identity []byte) bls.Proof {
	g := bls.GeneratorG1().Affine()
	c := bls.ReduceScalar(crypto.Keccak256(crypto.Keccak256([]byte("SHRINKWRAP-V1-POK")), at, identity, g[:]))
	return bls.Proof{C: c, Z: bls.NewScalar(1)}
}

func TestParseProofRefuses(t *testing.T) {
	good := prove(t, secret(t, "b"), place("a")).Bytes()
	plusOrder := func(at int) []byte {
		out := append([]byte{}, good[:]...)
		n := new(big.Int).SetBytes(out[at : at+32])
		n.Add(n, bls.Order()).FillBytes(out[at : at+32])
		return out
	}
	p, err := bls.ParseProof(good[:])
	if err != nil || p.Bytes() != good {
		t.Fatalf("a good proof comes back as %x, %v", p.Bytes(), err)
	}
	for name, b := range map[string][]byte{
		"empty":    {},
		"63 bytes": good[:63],
		"65 bytes": append(good[:64:64], 0),
		"c + r":    plusOrder(0),
		"z + r":    plusOrder(32),
		"c = r":    append(aroundOrder(0), good[32:]...),
		"z = r":    append(append([]byte{}, good[:32]...), aroundOrder(0)...),
	} {
		if p, err := bls.ParseProof(b); err == nil {
			t.Errorf("%s was taken as %x", name, p.Bytes())
		}
		if s, err := bls.ParseSignature(b); err == nil {
			t.Errorf("%s was taken as signature %x", name, s.Bytes())
		}
	}
}

// Even where the random source gives the same bytes always, no nonce serves
// twice: z − z' = (c − c')·b would give b away.
func TestNoncesDoNotRepeat(t *testing.T) {
	b, other := secret(t, "b"), secret(t, "other")
	message := make([]byte, 84)
	commitments := map[[48]byte]string{}
	add := func(name string, key bls.Secret, c, z bls.Scalar) {
		zg, err := bls.GeneratorG1().Mul(z)
		if err != nil {
			t.Fatal(err)
		}
		cB, err := key.Public().Mul(c)
		if err != nil {
			t.Fatal(err)
		}
		R, err := zg.Sub(cB)
		if err != nil {
			t.Fatal(err)
		}
		if before, ok := commitments[R.Bytes()]; ok {
			t.Errorf("%s has the nonce of %s", name, before)
		}
		commitments[R.Bytes()] = name
	}
	constant := func() *bytes.Reader { return bytes.NewReader(make([]byte, 32)) }
	for name, at := range map[string][]byte{"place a": place("a"), "place b": place("b")} {
		for who, key := range map[string]bls.Secret{"b": b, "other": other} {
			p, err := bls.Prove(key, at, constant())
			if err != nil {
				t.Fatal(err)
			}
			add("proof of "+who+" at "+name, key, p.C, p.Z)
		}
	}
	for _, purpose := range purposes {
		for name, m := range map[string][]byte{"a message": message, "another": with(message, 83, 1)} {
			s, err := bls.Sign(b, purpose, m, constant())
			if err != nil {
				t.Fatal(err)
			}
			add("signature of "+name+" for "+string(purpose), b, s.C, s.Z)
		}
	}
	p, err := bls.Prove(b, place("a"), bytes.NewReader(bytes.Repeat([]byte{1}, 32)))
	if err != nil {
		t.Fatal(err)
	}
	add("proof of b with other random bytes", b, p.C, p.Z)
}

func TestProveNeedsItsRandomBytes(t *testing.T) {
	b := secret(t, "b")
	if p, err := bls.Prove(b, place("a"), bytes.NewReader(make([]byte, 31))); err == nil {
		t.Errorf("a proof was made with 31 random bytes: %x", p.Bytes())
	}
	if s, err := bls.Sign(b, bls.PurposeGate, make([]byte, 84), bytes.NewReader(nil)); err == nil {
		t.Errorf("a signature was made without random bytes: %x", s.Bytes())
	}
}
