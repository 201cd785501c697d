package release_test

import (
	"errors"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
)

// The attacks that the protocol's rules stop, performed: each first without the
// rule, to show what it is for, then with it.

// A key that is chosen instead of drawn, B = id_x − id_y + b·g, turns the
// release of y, paid for, into the key of x, which is dearer. Nobody knows its
// logarithm, so nobody can prove it.
func TestChosenKeyOpensAnotherTierUnlessProven(t *testing.T) {
	group, nodes := committee(t)
	for name, dear := range map[string]product.Place{"tier": full, "product": other} {
		cheap, b := basic, secret(t, "b")
		B := add(t, sub(t, dear.Identity(), cheap.Identity()), b.Public())

		point, err := release.Point(cheap, B)
		if err != nil {
			t.Fatal(err)
		}
		U := multiplied(t, point)
		if err := release.Verify(cheap, B, group.Q, U); err != nil {
			t.Fatalf("without the rule it is a release like any other: %v", err)
		}
		if D := sub(t, U, b.MulG1(group.P)); !opens(t, dear, D) {
			t.Fatalf("without the rule the attack on another %s should succeed", name)
		}

		for attempt, proof := range map[string]bls.Proof{
			"of b at the cheap place": provenAt(t, b, cheap),
			"of b at the dear place":  provenAt(t, b, dear),
			"another buyer's":         proofOf(t, newKey(t, cheap)),
			"none":                    {},
		} {
			if share, err := release.MakeShare(nodes[0], cheap, B, proof); !errors.Is(err, bls.ErrProof) {
				t.Errorf("chosen key for another %s, proof %s: got a share %x, %v", name, attempt, share.Point.Bytes(), err)
			}
		}
	}
}

func provenAt(t *testing.T, b bls.Secret, place product.Place) bls.Proof {
	t.Helper()
	p, err := bls.Prove(b, place.Bytes(), deterministic("nonce"))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// B = −id_k, B = P, B = another's key less an identity: nothing whose logarithm
// is unknown gets a share.
func TestKeysOfUnknownLogarithmGetNoShare(t *testing.T) {
	group, nodes := committee(t)
	minusOne := bls.NewScalar(0).Sub(bls.NewScalar(1))
	negative, err := full.Identity().Mul(minusOne)
	if err != nil {
		t.Fatal(err)
	}
	for name, B := range map[string]bls.G1{
		"−id_k":                 negative,
		"an identity":           full.Identity(),
		"P":                     group.P,
		"another's key − id_k":  sub(t, newKey(t, basic).B, full.Identity()),
		"a receipt point":       release.ReceiptPoint(release.OrderPlace{ChainID: 1}),
		"receipt point − id_k":  sub(t, release.ReceiptPoint(release.OrderPlace{ChainID: 1}), full.Identity()),
		"another place's point": basic.Identity(),
	} {
		for _, proof := range []bls.Proof{proofOf(t, newKey(t, full)), provenAt(t, secret(t, "b"), full)} {
			if share, err := release.MakeShare(nodes[0], full, B, proof); !errors.Is(err, bls.ErrProof) {
				t.Errorf("B = %s: got a share %x, %v", name, share.Point.Bytes(), err)
			}
		}
	}
	if _, err := release.Point(full, negative); !errors.Is(err, bls.ErrIdentity) {
		t.Errorf("id_k + (−id_k): %v, want ErrIdentity", err)
	}
	if err := release.Verify(full, negative, group.Q, group.P); !errors.Is(err, bls.ErrIdentity) {
		t.Errorf("release for −id_k: %v, want ErrIdentity", err)
	}
}

// With one key for two tiers the releases differ by s·(id_x − id_y): whoever
// owns y reads x off the public releases. The same with keys of a known
// difference.
func TestReusedOrRelatedKeysOpenEachOther(t *testing.T) {
	group, _ := committee(t)
	b, delta := secret(t, "b"), secret(t, "delta")
	reusedX, reusedY := multiplied(t, add(t, full.Identity(), b.Public())), multiplied(t, add(t, basic.Identity(), b.Public()))
	ownerOfY := multiplied(t, basic.Identity()) // D_y: any buyer of y has it
	if D := sub(t, reusedX, sub(t, reusedY, ownerOfY)); !opens(t, full, D) {
		t.Error("one key for two tiers: the owner of one should open the other")
	}
	related := multiplied(t, add(t, full.Identity(), add(t, b.Public(), delta.Public())))
	if D := sub(t, sub(t, related, sub(t, reusedY, ownerOfY)), delta.MulG1(group.P)); !opens(t, full, D) {
		t.Error("keys of a known difference: the owner of one tier should open the other")
	}

	// A terminal's own keys of two places, or attempts, are unrelated.
	x, y := newKey(t, full), newKey(t, basic)
	D := sub(t, released(t, x), sub(t, released(t, y), ownerOfY))
	if opens(t, full, D) {
		t.Error("derived keys open each other")
	}
}

// Who has opened a tier can make a release for any key, so that a release
// proves no purchase; a receipt cannot be made from it.
func TestOpenedTierKeyForgesReleasesButNoReceipts(t *testing.T) {
	group, _ := committee(t)
	bought := newKey(t, full)
	D, err := bought.Open(released(t, bought), group.P)
	if err != nil {
		t.Fatal(err)
	}
	never := secret(t, "a key that was never paid for")
	forged := add(t, D, never.MulG1(group.P))
	if err := release.Verify(full, never.Public(), group.Q, forged); err != nil {
		t.Fatalf("a forged release is like any other: %v", err)
	}
	o := release.OrderPlace{ChainID: full.ChainID, Escrow: full.Escrow, Order: [32]byte{1}}
	for name, point := range map[string]bls.G1{"the forged release": forged, "D": D, "the true release": released(t, bought), "P": group.P} {
		if err := release.VerifyReceipt(o, group.Q, point); !errors.Is(err, release.ErrReceipt) {
			t.Errorf("%s as a receipt: %v, want ErrReceipt", name, err)
		}
	}
}

// A wrap sealed to Q whose header names a P of another logarithm is paid for,
// gets a right release, and does not open: so P and Q are checked together.
func TestDisagreeingPOpensNothing(t *testing.T) {
	group, _ := committee(t)
	key := newKey(t, full)
	U := released(t, key)
	wrong := secret(t, "another s").Public()
	if D, err := key.Open(U, wrong); err != nil || opens(t, full, D) {
		t.Errorf("release opened by another P: %v", err)
	}
	if err := threshold.CheckKeys(wrong, group.Q); !errors.Is(err, threshold.ErrKeysDisagree) {
		t.Errorf("P of another logarithm: %v, want ErrKeysDisagree", err)
	}
}
