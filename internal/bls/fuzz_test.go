package bls_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/bls/blstest"
	"github.com/shrinkwrap/shrinkwrap/internal/vectors/seeds"
)

// Whatever parses encodes again to the same bytes: there is one form of each.

func FuzzParseG1(f *testing.F) {
	seeds.Add(f, "point", "bytes")
	g := bls.GeneratorG1().Bytes()
	for _, seed := range [][]byte{g[:], with(g[:], 0, g[0]^0x20), g[:47], blstest.OutsideG1().Compressed(), blstest.LowOrderG1(3).Compressed(), with(make([]byte, 48), 0, 0xc0)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := bls.ParseG1(b)
		if err != nil {
			return
		}
		if back := p.Bytes(); !bytes.Equal(back[:], b) {
			t.Errorf("%x comes back as %x", b, back)
		}
		checkOrderG1(t, p)
	})
}

func FuzzParseG1Affine(f *testing.F) {
	seeds.Add(f, "point", "bytes")
	g := bls.GeneratorG1().Affine()
	for _, seed := range [][]byte{g[:], g[:95], blstest.OutsideG1().Affine(), make([]byte, 96)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := bls.ParseG1Affine(b)
		if err != nil {
			return
		}
		if back := p.Affine(); !bytes.Equal(back[:], b) {
			t.Errorf("%x comes back as %x", b, back)
		}
		checkOrderG1(t, p)
	})
}

func FuzzParseG2(f *testing.F) {
	seeds.Add(f, "point", "bytes")
	h := bls.GeneratorG2().Bytes()
	for _, seed := range [][]byte{h[:], with(h[:], 0, h[0]^0x20), h[:95], blstest.OutsideG2().Compressed(), with(make([]byte, 96), 0, 0xc0)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := bls.ParseG2(b)
		if err != nil {
			return
		}
		if back := p.Bytes(); !bytes.Equal(back[:], b) {
			t.Errorf("%x comes back as %x", b, back)
		}
	})
}

func FuzzParseG2Affine(f *testing.F) {
	seeds.Add(f, "point", "bytes")
	h := bls.GeneratorG2().Affine()
	for _, seed := range [][]byte{h[:], h[:191], blstest.OutsideG2().Affine(), make([]byte, 192)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := bls.ParseG2Affine(b)
		if err != nil {
			return
		}
		if back := p.Affine(); !bytes.Equal(back[:], b) {
			t.Errorf("%x comes back as %x", b, back)
		}
	})
}

func FuzzParseProof(f *testing.F) {
	for i, c := range seeds.Of(f, "proof", "c") {
		f.Add(append(c, seeds.Of(f, "proof", "z")[i]...))
	}
	f.Add(make([]byte, 64))
	f.Add(append(aroundOrder(-1), aroundOrder(0)...))
	f.Add(append(aroundOrder(-1), aroundOrder(-1)...))
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := bls.ParseProof(b)
		if err != nil {
			return
		}
		if back := p.Bytes(); !bytes.Equal(back[:], b) {
			t.Errorf("%x comes back as %x", b, back)
		}
	})
}

// Signatures have the form of proofs.
func FuzzParseSignature(f *testing.F) {
	f.Add(make([]byte, 64))
	f.Add(append(aroundOrder(-1), aroundOrder(0)...))
	f.Fuzz(func(t *testing.T, b []byte) {
		s, err := bls.ParseSignature(b)
		if _, proofErr := bls.ParseProof(b); (err == nil) != (proofErr == nil) {
			t.Errorf("%x: %v as a signature, %v as a proof", b, err, proofErr)
		}
		if back := s.Bytes(); err == nil && !bytes.Equal(back[:], b) {
			t.Errorf("%x comes back as %x", b, back)
		}
	})
}

// A secret is a scalar that is not zero, and no error tells it.
func FuzzParseScalar(f *testing.F) {
	seeds.Add(f, "scalar", "bytes")
	f.Fuzz(func(t *testing.T, b []byte) {
		n, err := bls.ParseScalar(b)
		if back := n.Bytes(); err == nil && !bytes.Equal(back[:], b) {
			t.Errorf("%x comes back as %x", b, back)
		}
		secret, secretErr := bls.ParseSecret(b)
		if (secretErr == nil) != (err == nil && !n.IsZero()) {
			t.Errorf("%x: %v as a scalar, %v as a secret", b, err, secretErr)
		}
		if secretErr == nil {
			if back := secret.Bytes(); !bytes.Equal(back[:], b) {
				t.Errorf("%x comes back as %x from a secret", b, back)
			}
		} else if len(b) > 2 && strings.Contains(secretErr.Error(), fmt.Sprintf("%x", b)) {
			t.Errorf("error tells the secret: %v", secretErr)
		}
	})
}

// Words are the affine encoding as the chain has it, and parse alike.
func FuzzParseWords(f *testing.F) {
	for _, b := range seeds.Of(f, "point", "bytes") {
		if len(b) == 96 || len(b) == 192 {
			f.Add(b)
		}
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		switch len(b) {
		case bls.G1AffineSize:
			var w [3][32]byte
			for i := range w {
				copy(w[i][:], b[32*i:])
			}
			p, err := bls.ParseG1Words(w)
			if _, affineErr := bls.ParseG1Affine(b); (err == nil) != (affineErr == nil) || err == nil && p.Words() != w {
				t.Errorf("%x: %v as words, %v affine", b, err, affineErr)
			}
		case bls.G2AffineSize:
			var w [6][32]byte
			for i := range w {
				copy(w[i][:], b[32*i:])
			}
			p, err := bls.ParseG2Words(w)
			if _, affineErr := bls.ParseG2Affine(b); (err == nil) != (affineErr == nil) || err == nil && p.Words() != w {
				t.Errorf("%x: %v as words, %v affine", b, err, affineErr)
			}
		}
	})
}

// checkOrderG1 multiplies by r without the library's endomorphism.
func checkOrderG1(t *testing.T, p bls.G1) {
	if whole := blstest.FromG1(p).Times(bls.Order()); !whole.IsIdentity() {
		t.Errorf("%x is not of order r", p.Bytes())
	}
}
