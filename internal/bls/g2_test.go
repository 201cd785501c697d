package bls_test

import (
	"bytes"
	"errors"
	"testing"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fp"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
)

func TestG2ComesBackFromItsEncodings(t *testing.T) {
	minusOne := bls.NewScalar(0).Sub(bls.NewScalar(1))
	for _, k := range []bls.Scalar{bls.NewScalar(1), bls.NewScalar(2), minusOne, bls.ReduceScalar([]byte("any"))} {
		p, err := bls.GeneratorG2().Mul(k)
		if err != nil {
			t.Fatal(err)
		}
		compressed, affine := p.Bytes(), p.Affine()
		for form, parse := range map[string]func() (bls.G2, error){
			"compressed": func() (bls.G2, error) { return bls.ParseG2(compressed[:]) },
			"affine":     func() (bls.G2, error) { return bls.ParseG2Affine(affine[:]) },
			"words":      func() (bls.G2, error) { return bls.ParseG2Words(p.Words()) },
		} {
			if got, err := parse(); err != nil || !got.Equal(p) {
				t.Errorf("%s form of %x: got %x, %v", form, compressed, got.Bytes(), err)
			}
		}
	}
}

// The compressed form has x.c1 first, the affine one x.c0.
func TestG2OrderOfCoefficients(t *testing.T) {
	const (
		c0 = "024aa2b2f08f0a91260805272dc51051c6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb8"
		c1 = "13e02b6052719f607dacd3a088274f65596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e"
	)
	affine, compressed := bls.GeneratorG2().Affine(), bls.GeneratorG2().Bytes()
	if got := hexOf(affine[:96]); got != c0+c1 {
		t.Errorf("affine h begins %s, want %s", got, c0+c1)
	}
	if got := hexOf(compressed[:]); got != "93"+c1[2:]+c0 {
		t.Errorf("compressed h is %s, want %s", got, "93"+c1[2:]+c0)
	}
}

func TestParseG2Refuses(t *testing.T) {
	h := bls.GeneratorG2().Bytes()
	affine := bls.GeneratorG2().Affine()
	small := someG2(t, func(p bls.G2) bool { return fits(p.Bytes()[0]) }).Bytes()
	outside, thirteen := outsideG2(), lowOrderG2(13)
	modulus := make([]byte, bls.G2Size)
	fp.Modulus().FillBytes(modulus[:48])
	infinity := with(make([]byte, bls.G2Size), 0, 0xc0)
	for name, b := range map[string][]byte{
		"empty":                        {},
		"95 bytes":                     h[:95],
		"97 bytes":                     append(h[:96:96], 0),
		"affine form":                  affine[:],
		"no compression flag":          with(h[:], 0, h[0]&0x7f),
		"infinity flag on a point":     with(h[:], 0, h[0]|0x40),
		"all flags":                    with(h[:], 0, h[0]|0xe0),
		"identity":                     infinity,
		"identity with the sign flag":  with(infinity, 0, 0xe0),
		"identity with an x":           with(infinity, 95, 1),
		"zeros":                        make([]byte, bls.G2Size),
		"x.c1 plus the modulus":        plusModulus(small[:], 0),
		"x.c1 is the modulus":          with(modulus, 0, modulus[0]|0x80),
		"flags in x.c0":                with(h[:], 48, h[48]|0x80),
		"all ones":                     bytes.Repeat([]byte{0xff}, 96),
		"x without a y":                noPointG2(),
		"outside the subgroup":         compressedG2(outside),
		"of order 13":                  compressedG2(thirteen),
		"a point plus one of order 13": compressedG2(plusG2(bls.GeneratorG2(), thirteen)),
		"two G1 points":                func() []byte { g := bls.GeneratorG1().Bytes(); return append(g[:], g[:]...) }(),
	} {
		if p, err := bls.ParseG2(b); err == nil || !p.IsZero() {
			t.Errorf("%s: %x was taken", name, b)
		}
	}
}

func TestParseG2AffineRefuses(t *testing.T) {
	h := bls.GeneratorG2().Affine()
	zcash := append(append(append(append([]byte{}, h[48:96]...), h[:48]...), h[144:]...), h[96:144]...)
	outside, thirteen := outsideG2(), lowOrderG2(13)
	for name, b := range map[string][]byte{
		"empty":                        {},
		"191 bytes":                    h[:191],
		"193 bytes":                    append(h[:192:192], 0),
		"compressed form":              func() []byte { b := bls.GeneratorG2().Bytes(); return b[:] }(),
		"identity":                     make([]byte, bls.G2AffineSize),
		"identity with its flag":       with(make([]byte, bls.G2AffineSize), 0, 0x40),
		"coefficients in ZCash order":  zcash,
		"x.c0 plus the modulus":        plusModulus(h[:], 0), // 0x02…: fits
		"x.c1 above the modulus":       with(h[:], 48, 0x1f),
		"y.c0 above the modulus":       with(h[:], 96, 0x1f),
		"y.c1 above the modulus":       with(h[:], 144, 0x1f),
		"not on the curve":             with(h[:], 191, h[191]^1),
		"outside the subgroup":         affineG2(outside),
		"of order 13":                  affineG2(thirteen),
		"a point plus one of order 13": affineG2(plusG2(bls.GeneratorG2(), thirteen)),
	} {
		if p, err := bls.ParseG2Affine(b); err == nil || !p.IsZero() {
			t.Errorf("%s: %x was taken", name, b)
		}
	}
}

func TestG2ArithmeticRefusesTheIdentity(t *testing.T) {
	h := bls.GeneratorG2()
	minus, err := h.Mul(bls.NewScalar(0).Sub(bls.NewScalar(1)))
	if err != nil {
		t.Fatal(err)
	}
	if p, err := h.Add(minus); !errors.Is(err, bls.ErrIdentity) || !p.IsZero() {
		t.Errorf("h − h is %x, %v, want ErrIdentity", p.Bytes(), err)
	}
	if p, err := h.Mul(bls.NewScalar(0)); !errors.Is(err, bls.ErrIdentity) || !p.IsZero() {
		t.Errorf("0·h is %x, %v, want ErrIdentity", p.Bytes(), err)
	}
	sum, err := h.Add(h)
	if double, _ := h.Mul(bls.NewScalar(2)); err != nil || !sum.Equal(double) {
		t.Errorf("h + h is %x, %v, want 2·h = %x", sum.Bytes(), err, double.Bytes())
	}
}

func compressedG2(p bls12381.G2Affine) []byte { b := p.Bytes(); return b[:] }

func affineG2(p bls12381.G2Affine) []byte {
	var out []byte
	for _, e := range []fp.Element{p.X.A0, p.X.A1, p.Y.A0, p.Y.A1} {
		b := e.Bytes()
		out = append(out, b[:]...)
	}
	return out
}

func plusG2(p bls.G2, q bls12381.G2Affine) (sum bls12381.G2Affine) {
	raw := p.Affine()
	var at bls12381.G2Affine
	at.X.A0.SetBytes(raw[:48])
	at.X.A1.SetBytes(raw[48:96])
	at.Y.A0.SetBytes(raw[96:144])
	at.Y.A1.SetBytes(raw[144:])
	sum.Add(&at, &q)
	return sum
}

// noPointG2 returns a compressed x for which x³ + 4(1 + u) is no square.
func noPointG2() []byte {
	for x := uint64(1); ; x++ {
		e := bls12381.E2{A0: element(x)}
		b := bls12381.E2{A0: element(4), A1: element(4)}
		var y2 bls12381.E2
		y2.Square(&e).Mul(&y2, &e).Add(&y2, &b)
		if y2.Legendre() == -1 {
			low := e.A0.Bytes()
			return append(with(make([]byte, 48), 0, 0x80), low[:]...)
		}
	}
}
