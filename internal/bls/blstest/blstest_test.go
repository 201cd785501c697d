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
