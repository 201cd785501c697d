package bls_test

import (
	"bytes"
	"crypto/sha256"
	"math/big"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
)

// aroundOrder returns r + n in 32 bytes.
func aroundOrder(n int64) []byte {
	return new(big.Int).Add(bls.Order(), big.NewInt(n)).FillBytes(make([]byte, 32))
}

func TestScalarsEndBelowTheOrder(t *testing.T) {
	g := bls.GeneratorG1().Bytes()
	for _, c := range []struct {
		name   string
		bytes  []byte
		scalar bool
		secret bool
	}{
		{"0", make([]byte, 32), true, false},
		{"1", with(make([]byte, 32), 31, 1), true, true},
		{"r − 1", aroundOrder(-1), true, true},
		{"r", aroundOrder(0), false, false},
		{"r + 1", aroundOrder(1), false, false},
		{"2^256 − 1", bytes.Repeat([]byte{0xff}, 32), false, false},
		{"no bytes", nil, false, false},
		{"31 bytes", make([]byte, 31), false, false},
		{"33 bytes", make([]byte, 33), false, false},
		{"a point", g[:], false, false},
	} {
		s, err := bls.ParseScalar(c.bytes)
		if (err == nil) != c.scalar {
			t.Errorf("%s as a scalar: %v", c.name, err)
		}
		if back := s.Bytes(); c.scalar && !bytes.Equal(back[:], c.bytes) {
			t.Errorf("%s comes back as %x", c.name, back)
		}
		k, err := bls.ParseSecret(c.bytes)
		if (err == nil) != c.secret {
			t.Errorf("%s as a secret: %v", c.name, err)
		}
		if c.secret && k.Bytes() != [32]byte(c.bytes) {
			t.Errorf("%s does not come back from a secret", c.name)
		}
	}
}

func TestScalarArithmeticIsModuloTheOrder(t *testing.T) {
	parse := func(b []byte) bls.Scalar {
		s, err := bls.ParseScalar(b)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	last, one, zero := parse(aroundOrder(-1)), bls.NewScalar(1), bls.NewScalar(0)
	seven := bls.NewScalar(7)
	for _, c := range []struct {
		name      string
		got, want bls.Scalar
	}{
		{"(r − 1) + 1", last.Add(one), zero},
		{"0 − 1", zero.Sub(one), last},
		{"(r − 1)·(r − 1)", last.Mul(last), one},
		{"7·(1/7)", seven.Mul(seven.Inverse()), one},
		{"1/0", zero.Inverse(), zero},
		{"r + 7 reduced", bls.ReduceScalar(aroundOrder(7)), seven},
		{"33 bytes reduced", bls.ReduceScalar(append(make([]byte, 1), aroundOrder(7)...)), seven},
	} {
		if !c.got.Equal(c.want) {
			t.Errorf("%s is %x, want %x", c.name, c.got.Bytes(), c.want.Bytes())
		}
	}
	hash := sha256.Sum256([]byte("any"))
	want := new(big.Int).Mod(new(big.Int).SetBytes(hash[:]), bls.Order())
	if got := bls.ReduceScalar(hash[:]).Bytes(); new(big.Int).SetBytes(got[:]).Cmp(want) != 0 {
		t.Errorf("%x mod r is %x, want %x", hash, got, want)
	}
}
