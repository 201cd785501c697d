package bls_test

import (
	"bytes"
	"errors"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/bls/blstest"
)

func TestG1ComesBackFromItsEncodings(t *testing.T) {
	minusOne := bls.NewScalar(0).Sub(bls.NewScalar(1))
	for _, k := range []bls.Scalar{bls.NewScalar(1), bls.NewScalar(2), bls.NewScalar(3), minusOne, bls.ReduceScalar([]byte("any"))} {
		p, err := bls.GeneratorG1().Mul(k)
		if err != nil {
			t.Fatal(err)
		}
		compressed, affine := p.Bytes(), p.Affine()
		for form, parse := range map[string]func() (bls.G1, error){
			"compressed": func() (bls.G1, error) { return bls.ParseG1(compressed[:]) },
			"affine":     func() (bls.G1, error) { return bls.ParseG1Affine(affine[:]) },
			"words":      func() (bls.G1, error) { return bls.ParseG1Words(p.Words()) },
		} {
			if got, err := parse(); err != nil || !got.Equal(p) {
				t.Errorf("%s form of %x: got %x, %v", form, compressed, got.Bytes(), err)
			}
		}
	}
}

func TestG1HasTheUsualGenerator(t *testing.T) {
	const want = "97f1d3a73197d7942695638c4fa9ac0fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb"
	if got := bls.GeneratorG1().Bytes(); hexOf(got[:]) != want {
		t.Errorf("g is %x, want %s", got, want)
	}
}

func TestParseG1Refuses(t *testing.T) {
	g := bls.GeneratorG1().Bytes()
	affine := bls.GeneratorG1().Affine()
	small := blstest.MultipleG1(func(p bls.G1) bool { return blstest.Small(p.Bytes()[0]) }).Bytes()
	outside, three, eleven := blstest.OutsideG1(), blstest.LowOrderG1(3), blstest.LowOrderG1(11)
	modulus := blstest.Modulus()
	infinity := with(make([]byte, bls.G1Size), 0, 0xc0)
	for name, b := range map[string][]byte{
		"empty":                         {},
		"47 bytes":                      g[:47],
		"49 bytes":                      append(g[:48:48], 0),
		"affine form":                   affine[:],
		"affine form cut":               affine[:48],
		"no compression flag":           with(g[:], 0, g[0]&0x7f),
		"infinity flag on a point":      with(g[:], 0, g[0]|0x40),
		"all flags":                     with(g[:], 0, g[0]|0xe0),
		"identity":                      infinity,
		"identity with the sign flag":   with(infinity, 0, 0xe0),
		"identity with an x":            with(infinity, 47, 1),
		"identity without compression":  with(infinity, 0, 0x40),
		"zeros":                         make([]byte, bls.G1Size),
		"x plus the modulus":            blstest.AddModulus(small[:], 0),
		"x is the modulus":              with(modulus, 0, modulus[0]|0x80),
		"x of all ones":                 bytes.Repeat([]byte{0xff}, 48),
		"x without a y":                 blstest.NoPointG1(),
		"outside the subgroup":          outside.Compressed(),
		"of order 3":                    three.Compressed(),
		"of order 11":                   eleven.Compressed(),
		"a point plus one of order 3":   blstest.FromG1(bls.GeneratorG1()).Plus(three).Compressed(),
		"a point plus one of order 11":  blstest.FromG1(bls.GeneratorG1()).Plus(eleven).Compressed(),
		"a G2 point's compressed bytes": func() []byte { h := bls.GeneratorG2().Bytes(); return h[:] }(),
	} {
		if p, err := bls.ParseG1(b); err == nil || !p.IsZero() {
			t.Errorf("%s: %x was taken", name, b)
		}
	}
}

func TestParseG1AffineRefuses(t *testing.T) {
	g := bls.GeneratorG1().Affine()
	small := blstest.MultipleG1(func(p bls.G1) bool { return blstest.Small(p.Affine()[0]) }).Affine()
	smallY := blstest.MultipleG1(func(p bls.G1) bool { return blstest.Small(p.Affine()[48]) }).Affine()
	outside, three, eleven := blstest.OutsideG1(), blstest.LowOrderG1(3), blstest.LowOrderG1(11)
	modulus := blstest.Modulus()
	for name, b := range map[string][]byte{
		"empty":                       {},
		"95 bytes":                    g[:95],
		"97 bytes":                    append(g[:96:96], 0),
		"compressed form":             func() []byte { b := bls.GeneratorG1().Bytes(); return b[:] }(),
		"identity":                    make([]byte, bls.G1AffineSize),
		"identity with its flag":      with(make([]byte, bls.G1AffineSize), 0, 0x40),
		"compression flag":            with(g[:], 0, g[0]|0x80),
		"sign flag":                   with(g[:], 0, g[0]|0x20),
		"x plus the modulus":          blstest.AddModulus(small[:], 0),
		"x is the modulus, y is 2":    append(append([]byte{}, modulus...), with(make([]byte, 48), 47, 2)...),
		"y plus the modulus":          blstest.AddModulus(smallY[:], 48),
		"y of another point":          append(append([]byte{}, g[:48]...), small[48:]...),
		"x and y swapped":             append(append([]byte{}, g[48:]...), g[:48]...),
		"not on the curve":            with(g[:], 95, g[95]^1),
		"outside the subgroup":        outside.Affine(),
		"of order 3":                  three.Affine(),
		"of order 11":                 eleven.Affine(),
		"a point plus one of order 3": blstest.FromG1(bls.GeneratorG1()).Plus(three).Affine(),
	} {
		if p, err := bls.ParseG1Affine(b); err == nil || !p.IsZero() {
			t.Errorf("%s: %x was taken", name, b)
		}
	}
}

func TestG1ArithmeticRefusesTheIdentity(t *testing.T) {
	g := bls.GeneratorG1()
	minus, err := g.Mul(bls.NewScalar(0).Sub(bls.NewScalar(1)))
	if err != nil {
		t.Fatal(err)
	}
	for name, f := range map[string]func() (bls.G1, error){
		"p − p":        func() (bls.G1, error) { return g.Sub(g) },
		"p + (r − 1)p": func() (bls.G1, error) { return g.Add(minus) },
		"0·p":          func() (bls.G1, error) { return g.Mul(bls.NewScalar(0)) },
	} {
		if p, err := f(); !errors.Is(err, bls.ErrIdentity) || !p.IsZero() {
			t.Errorf("%s: got %x, %v, want ErrIdentity", name, p.Bytes(), err)
		}
	}
	sum, err := g.Add(g) // the formula's special case
	if double, _ := g.Mul(bls.NewScalar(2)); err != nil || !sum.Equal(double) {
		t.Errorf("g + g is %x, %v, want 2·g = %x", sum.Bytes(), err, double.Bytes())
	}
}
