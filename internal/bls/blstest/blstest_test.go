package blstest_test

import (
	"math/big"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/bls/blstest"
)

func TestOrders(t *testing.T) {
	for _, q := range []int64{3, 11, 10177} {
		p := blstest.LowOrderG1(q)
		if p.IsIdentity() || !p.Times(big.NewInt(q)).IsIdentity() {
			t.Errorf("G1 point %x is not of order %d", p.Affine(), q)
		}
	}
	for _, q := range []int64{13, 23} {
		p := blstest.LowOrderG2(q)
		if p.IsIdentity() || !p.Times(big.NewInt(q)).IsIdentity() {
			t.Errorf("G2 point %x is not of order %d", p.Affine(), q)
		}
	}
	if p := blstest.OutsideG1(); p.Times(bls.Order()).IsIdentity() {
		t.Errorf("G1 point %x is in the subgroup", p.Affine())
	}
	if p := blstest.OutsideG2(); p.Times(bls.Order()).IsIdentity() {
		t.Errorf("G2 point %x is in the subgroup", p.Affine())
	}
	if p := blstest.FromG1(bls.GeneratorG1()); !p.Times(bls.Order()).IsIdentity() || p.IsIdentity() {
		t.Error("g is not of order r")
	}
	if p := blstest.FromG2(bls.GeneratorG2()); !p.Times(bls.Order()).IsIdentity() || p.IsIdentity() {
		t.Error("h is not of order r")
	}
}

// Spoilt points are refused or are other points: none is the point itself, but
// where a number of 0 spoils nothing.
func TestSpoiltPointsAreOthers(t *testing.T) {
	g, h := bls.GeneratorG1(), bls.GeneratorG2()
	refused := 0
	for at := uint(1); at < 20; at++ {
		for way := range uint(blstest.WaysG1) {
			b := blstest.SpoilG1(g, way, at)
			p, err := bls.ParseG1Words(blstest.WordsG1(b))
			if err != nil {
				refused++
			} else if p.Equal(g) && at%8 != 0 {
				t.Errorf("way %d at %d leaves the point of G1 as it was", way, at)
			}
		}
		for way := range uint(blstest.WaysG2) {
			b := blstest.SpoilG2(h, way, at)
			p, err := bls.ParseG2Words(blstest.WordsG2(b))
			if err != nil {
				refused++
			} else if p.Equal(h) && at%8 != 0 {
				t.Errorf("way %d at %d leaves the point of G2 as it was", way, at)
			}
		}
	}
	if all := 19 * (blstest.WaysG1 + blstest.WaysG2); refused < all*9/10 || refused == all {
		t.Errorf("%d of %d spoilt points are refused", refused, all)
	}
}
