package release

import (
	"errors"
	"fmt"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
)

// Errors of verification.
var (
	ErrShare   = errors.New("release share does not verify")
	ErrRelease = errors.New("release does not verify")
)

// Point returns id_k + B, what a committee multiplies for an order.
func Point(place product.Place, B bls.G1) (bls.G1, error) {
	point, err := place.Identity().Add(B)
	if err != nil {
		return bls.G1{}, fmt.Errorf("release key is the negative of its tier's identity: %w", err)
	}
	return point, nil
}

// MakeShare returns node i's share U_i = s_i·(id_k + B). It refuses without a
// proof that somebody knows the logarithm of B: a share for B = id_x − id_y +
// b·g, bought as y, would open x.
//
// That an order was paid is the caller's to know.
func MakeShare(key threshold.KeyShare, place product.Place, B bls.G1, proof bls.Proof) (threshold.Part, error) {
	if err := proof.Verify(B, place.Bytes()); err != nil {
		return threshold.Part{}, err
	}
	point, err := Point(place, B)
	if err != nil {
		return threshold.Part{}, err
	}
	return key.Part(point), nil
}

// VerifyShare returns ErrShare unless e(U_i, h) = e(id_k + B, V_i).
func VerifyShare(group threshold.Group, place product.Place, B bls.G1, share threshold.Part) error {
	point, err := Point(place, B)
	if err != nil {
		return err
	}
	return verifyPart(group, point, share)
}

// Verify returns ErrRelease unless e(U, h) = e(id_k + B, Q).
func Verify(place product.Place, B bls.G1, Q bls.G2, U bls.G1) error {
	point, err := Point(place, B)
	if err != nil {
		return err
	}
	if !bls.PairingsEqual(U, bls.GeneratorG2(), point, Q) {
		return ErrRelease
	}
	return nil
}

// Combine returns the release from t or more shares of different nodes,
// verified. Where the first t do not make it, all are checked one by one and a
// [FalseSharesError] names the false ones; if t others were right, the release
// comes with the error.
func Combine(group threshold.Group, place product.Place, B bls.G1, shares []threshold.Part) (bls.G1, error) {
	point, err := Point(place, B)
	if err != nil {
		return bls.G1{}, err
	}
	return combine(group, point, shares)
}

// FalseSharesError has the numbers that false shares bore. A share's number is
// what it says of itself, and accuses a node only where the caller took it from
// that very node.
type FalseSharesError struct{ Nodes []int }

func (e *FalseSharesError) Error() string {
	return fmt.Sprintf("shares that bear the numbers %v are false", e.Nodes)
}

// combine interpolates first and checks the whole, one pairing check instead of
// t; only when that fails are the shares checked one by one.
func combine(group threshold.Group, point bls.G1, shares []threshold.Part) (bls.G1, error) {
	whole, err := threshold.Interpolate(shares, group.Threshold)
	if err == nil && bls.PairingsEqual(whole, bls.GeneratorG2(), point, group.Q) {
		return whole, nil
	}
	good, bad := sortShares(group, point, shares)
	if len(bad) == 0 {
		if err == nil {
			err = ErrRelease
		}
		return bls.G1{}, err
	}
	if len(good) < group.Threshold {
		return bls.G1{}, &FalseSharesError{bad}
	}
	if whole, err = threshold.Interpolate(good, group.Threshold); err != nil {
		return bls.G1{}, err
	}
	if !bls.PairingsEqual(whole, bls.GeneratorG2(), point, group.Q) {
		return bls.G1{}, ErrRelease // the group's own keys do not belong together
	}
	return whole, &FalseSharesError{bad}
}

func sortShares(group threshold.Group, point bls.G1, shares []threshold.Part) (good []threshold.Part, bad []int) {
	for _, share := range shares {
		if verifyPart(group, point, share) == nil {
			good = append(good, share)
		} else {
			bad = append(bad, share.Index)
		}
	}
	return good, bad
}

func verifyPart(group threshold.Group, point bls.G1, part threshold.Part) error {
	if part.Index < 1 || part.Index > group.N() {
		return fmt.Errorf("share of node %d of a committee of %d: %w", part.Index, group.N(), ErrShare)
	}
	if !bls.PairingsEqual(part.Point, bls.GeneratorG2(), point, group.V[part.Index-1]) {
		return fmt.Errorf("node %d: %w", part.Index, ErrShare)
	}
	return nil
}
