package bls_test

import (
	"bytes"
	"errors"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/bls/blstest"
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
	small := blstest.MultipleG2(func(p bls.G2) bool { return blstest.Small(p.Bytes()[0]) }).Bytes()
	outside, thirteen := blstest.OutsideG2(), blstest.LowOrderG2(13)
	modulus := append(blstest.Modulus(), make([]byte, 48)...)
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
		"x.c1 plus the modulus":        blstest.AddModulus(small[:], 0),
		"x.c1 is the modulus":          with(modulus, 0, modulus[0]|0x80),
		"flags in x.c0":                with(h[:], 48, h[48]|0x80),
		"all ones":                     bytes.Repeat([]byte{0xff}, 96),
		"x without a y":                blstest.NoPointG2(),
		"outside the subgroup":         outside.Compressed(),
		"of order 13":                  thirteen.Compressed(),
		"a point plus one of order 13": blstest.FromG2(bls.GeneratorG2()).Plus(thirteen).Compressed(),
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
	outside, thirteen := blstest.OutsideG2(), blstest.LowOrderG2(13)
	for name, b := range map[string][]byte{
		"empty":                        {},
		"191 bytes":                    h[:191],
		"193 bytes":                    append(h[:192:192], 0),
		"compressed form":              func() []byte { b := bls.GeneratorG2().Bytes(); return b[:] }(),
		"identity":                     make([]byte, bls.G2AffineSize),
		"identity with its flag":       with(make([]byte, bls.G2AffineSize), 0, 0x40),
		"coefficients in ZCash order":  zcash,
		"x.c0 plus the modulus":        blstest.AddModulus(h[:], 0), // 0x02…: fits
		"x.c1 above the modulus":       with(h[:], 48, 0x1f),
		"y.c0 above the modulus":       with(h[:], 96, 0x1f),
		"y.c1 above the modulus":       with(h[:], 144, 0x1f),
		"not on the curve":             with(h[:], 191, h[191]^1),
		"outside the subgroup":         outside.Affine(),
		"of order 13":                  thirteen.Affine(),
		"a point plus one of order 13": blstest.FromG2(bls.GeneratorG2()).Plus(thirteen).Affine(),
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
