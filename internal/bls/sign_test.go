package bls_test

import (
	"bytes"
	"errors"
	"testing"
	"testing/iotest"

	"github.com/ethereum/go-ethereum/crypto"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
)

var purposes = []bls.Purpose{bls.PurposeTag, bls.PurposeGate, bls.PurposeMinute, bls.PurposeTransfer, bls.PurposeHandOver}

func sign(t testing.TB, b bls.Secret, purpose bls.Purpose, message []byte) bls.Signature {
	t.Helper()
	s, err := bls.Sign(b, purpose, message, deterministic("nonce"))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSignatureServesItsPurposeAlone(t *testing.T) {
	b, message := secret(t, "b"), bytes.Repeat([]byte("m"), 100)
	for _, purpose := range purposes {
		s := sign(t, b, purpose, message)
		for _, asked := range purposes {
			err := s.Verify(b.Public(), asked, message)
			if asked == purpose && err != nil {
				t.Errorf("signature for %q: %v", purpose, err)
			}
			if asked != purpose && !errors.Is(err, bls.ErrSignature) {
				t.Errorf("signature for %q served for %q: %v", purpose, asked, err)
			}
		}
	}
}

func TestSignatureFollowsItsFormula(t *testing.T) {
	b, message, random := secret(t, "b"), make([]byte, 84), bytes.Repeat([]byte{9}, 32)
	s, err := bls.Sign(b, bls.PurposeGate, message, bytes.NewReader(random))
	if err != nil {
		t.Fatal(err)
	}
	key, p, m := b.Bytes(), crypto.Keccak256([]byte("gate")), crypto.Keccak256(message)
	nonce, err := bls.DeriveSecret(append(key[:], random...), "SHRINKWRAP-V1-SIGN-NONCE"+string(p)+string(m))
	if err != nil {
		t.Fatal(err)
	}
	B, R := b.Public().Affine(), nonce.Public().Affine()
	c := bls.ReduceScalar(crypto.Keccak256(crypto.Keccak256([]byte("SHRINKWRAP-V1-SIGN")), p, m, B[:], R[:]))
	if z := scalarOf(t, nonce).Add(c.Mul(scalarOf(t, b))); !s.C.Equal(c) || !s.Z.Equal(z) {
		t.Errorf("signature is %x, want %x%x", s.Bytes(), c.Bytes(), z.Bytes())
	}
}

func TestSignatureRefuses(t *testing.T) {
	b, other, message := secret(t, "b"), secret(t, "other"), make([]byte, 84)
	s, one := sign(t, b, bls.PurposeGate, message), bls.NewScalar(1)
	for name, c := range map[string]struct {
		s       bls.Signature
		B       bls.G1
		message []byte
	}{
		"of another message": {s, b.Public(), with(message, 83, 1)},
		"of a longer one":    {s, b.Public(), append(message[:84:84], 0)},
		"for another key":    {s, other.Public(), message},
		"for no key":         {s, bls.G1{}, message},
		"c and z swapped":    {bls.Signature{C: s.Z, Z: s.C}, b.Public(), message},
		"another z":          {bls.Signature{C: s.C, Z: s.Z.Add(one)}, b.Public(), message},
		"zeros":              {bls.Signature{}, b.Public(), message},
	} {
		if err := c.s.Verify(c.B, bls.PurposeGate, c.message); !errors.Is(err, bls.ErrSignature) {
			t.Errorf("signature %s: %v, want ErrSignature", name, err)
		}
	}
}

// A gate's challenge must not make its holder prove a place: with an answer
// that proves, the gate buys a tier for the holder's key, and what it learns
// there opens the holder's own.
func TestSignaturesAndProofsDoNotServeForEachOther(t *testing.T) {
	b := secret(t, "b")
	messages := map[string][]byte{
		"a place, then zeros":  append(place("a"), make([]byte, 11)...),
		"the proof's preimage": append(append(crypto.Keccak256([]byte("SHRINKWRAP-V1-POK")), place("a")...), make([]byte, 96)...),
		"two places":           append(place("a"), place("b")...),
	}
	for name, message := range messages {
		for _, purpose := range purposes {
			s := sign(t, b, purpose, message)
			for _, at := range [][]byte{place("a"), message, message[:73], crypto.Keccak256(message)} {
				if err := bls.Proof(s).Verify(b.Public(), at); !errors.Is(err, bls.ErrProof) {
					t.Errorf("signature of %s for %q proves a place: %v", name, purpose, err)
				}
			}
		}
	}
	for name, message := range messages {
		p := prove(t, b, message)
		for _, purpose := range purposes {
			if err := bls.Signature(p).Verify(b.Public(), purpose, message); !errors.Is(err, bls.ErrSignature) {
				t.Errorf("proof at %s signs it for %q: %v", name, purpose, err)
			}
		}
	}
}

func TestTagIsDeterministic(t *testing.T) {
	b, message := secret(t, "b"), make([]byte, 84)
	first, err := bls.Sign(b, bls.PurposeTag, message, deterministic("one"))
	if err != nil {
		t.Fatal(err)
	}
	second, err := bls.Sign(b, bls.PurposeTag, message, iotest.ErrReader(errors.New("not to be read")))
	if err != nil || first != second {
		t.Errorf("two tags of one message: %x and %x, %v", first.Bytes(), second.Bytes(), err)
	}
	zeros, err := bls.DeriveSecret(append(func() []byte { k := b.Bytes(); return k[:] }(), make([]byte, 32)...),
		"SHRINKWRAP-V1-SIGN-NONCE"+string(crypto.Keccak256([]byte("tag")))+string(crypto.Keccak256(message)))
	if err != nil {
		t.Fatal(err)
	}
	if z := scalarOf(t, zeros).Add(first.C.Mul(scalarOf(t, b))); !z.Equal(first.Z) {
		t.Error("a tag's nonce is not that of 32 zero bytes")
	}
	for _, purpose := range purposes[1:] {
		a, errA := bls.Sign(b, purpose, message, deterministic("one"))
		c, errC := bls.Sign(b, purpose, message, deterministic("two"))
		if errA != nil || errC != nil || a == c {
			t.Errorf("signatures for %q do not depend on their random bytes", purpose)
		}
	}
}

func TestSignRefusesOtherPurposesAndShortMessages(t *testing.T) {
	b := secret(t, "b")
	good := sign(t, b, bls.PurposeGate, make([]byte, 84))
	for _, c := range []struct {
		purpose bls.Purpose
		length  int
		ok      bool
	}{
		{bls.PurposeGate, 83, false},
		{bls.PurposeGate, 84, true},
		{bls.PurposeGate, 85, true},
		{bls.PurposeGate, 0, false},
		{"", 84, false},
		{"Gate", 84, false},
		{"gate ", 84, false},
		{"login", 84, false},
	} {
		message := make([]byte, c.length)
		if _, err := bls.Sign(b, c.purpose, message, deterministic("nonce")); (err == nil) != c.ok {
			t.Errorf("signing %d bytes for %q: %v", c.length, c.purpose, err)
		}
		err := good.Verify(b.Public(), c.purpose, message)
		if !c.ok && (err == nil || errors.Is(err, bls.ErrSignature)) {
			t.Errorf("verifying %d bytes for %q: %v, want a refusal", c.length, c.purpose, err)
		}
	}
}
