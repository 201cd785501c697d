package bls_test

import (
	"bytes"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/bls/blstest"
)

// Whatever parses encodes again to the same bytes: there is one form of each.

func FuzzParseG1(f *testing.F) {
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

// checkOrderG1 multiplies by r without the library's endomorphism.
func checkOrderG1(t *testing.T, p bls.G1) {
	if whole := blstest.FromG1(p).Times(bls.Order()); !whole.IsIdentity() {
		t.Errorf("%x is not of order r", p.Bytes())
	}
}
