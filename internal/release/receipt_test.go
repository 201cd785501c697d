package release_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
)

var paid = release.OrderPlace{ChainID: 1337, Escrow: address(0xe5), Order: common.Hash{31: 7}}

func receiptShares(nodes []threshold.KeyShare, o release.OrderPlace) (parts []threshold.Part) {
	for _, node := range nodes {
		parts = append(parts, release.MakeReceiptShare(node, o))
	}
	return parts
}

func TestReceipt(t *testing.T) {
	group, nodes := committee(t)
	shares := receiptShares(nodes, paid)
	for _, share := range shares {
		if err := release.VerifyReceiptShare(group, paid, share); err != nil {
			t.Errorf("share of node %d: %v", share.Index, err)
		}
	}
	receipt, err := release.CombineReceipt(group, paid, shares[:3])
	if err != nil {
		t.Fatal(err)
	}
	if again, err := release.CombineReceipt(group, paid, shares[2:]); err != nil || !again.Equal(receipt) {
		t.Errorf("other nodes make receipt %x, %v, want %x", again.Bytes(), err, receipt.Bytes())
	}
	if err := release.VerifyReceipt(paid, group.Q, receipt); err != nil {
		t.Error(err)
	}
	foreign, _, err := threshold.InsecureDeal(3, 5, deterministic("another committee"))
	if err != nil {
		t.Fatal(err)
	}
	for name, err := range map[string]error{
		"of another order":      release.VerifyReceipt(release.OrderPlace{ChainID: paid.ChainID, Escrow: paid.Escrow, Order: common.Hash{1}}, group.Q, receipt),
		"on another chain":      release.VerifyReceipt(release.OrderPlace{ChainID: 1, Escrow: paid.Escrow, Order: paid.Order}, group.Q, receipt),
		"at another escrow":     release.VerifyReceipt(release.OrderPlace{ChainID: paid.ChainID, Escrow: address(1), Order: paid.Order}, group.Q, receipt),
		"of another committee":  release.VerifyReceipt(paid, foreign.Q, receipt),
		"that is a node's part": release.VerifyReceipt(paid, group.Q, shares[0].Point),
		"never set":             release.VerifyReceipt(paid, group.Q, bls.G1{}),
		"and Q never set":       release.VerifyReceipt(paid, bls.G2{}, bls.G1{}),
	} {
		if !errors.Is(err, release.ErrReceipt) {
			t.Errorf("receipt %s: %v, want ErrReceipt", name, err)
		}
	}
}

func TestCombineReceiptNamesFalseShares(t *testing.T) {
	group, nodes := committee(t)
	shares := receiptShares(nodes, paid)
	shares[1] = release.MakeReceiptShare(nodes[1], release.OrderPlace{ChainID: 1})
	receipt, err := release.CombineReceipt(group, paid, shares)
	var named *release.FalseSharesError
	if !errors.As(err, &named) || !slices.Equal(named.Nodes, []int{2}) {
		t.Errorf("false share: %v, want node 2 named", err)
	}
	if err := release.VerifyReceipt(paid, group.Q, receipt); err != nil {
		t.Errorf("the others' receipt: %v", err)
	}
	if err := release.VerifyReceiptShare(group, paid, shares[1]); !errors.Is(err, release.ErrShare) {
		t.Errorf("false share: %v, want ErrShare", err)
	}
}

func TestPointsOfOrders(t *testing.T) {
	place := "0000000000000000000000000000000000000000000000000000000000000539" + "e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5" +
		"0000000000000000000000000000000000000000000000000000000000000007"
	if got := common.Bytes2Hex(paid.Bytes()); got != place {
		t.Errorf("order's place is %s, want %s", got, place)
	}
	receipt, err := bls.HashToG1(common.Hex2Bytes(place), "SHRINKWRAP-V1-RECEIPT_BLS12381G1_XMD:SHA-256_SSWU_RO_")
	if err != nil || !release.ReceiptPoint(paid).Equal(receipt) {
		t.Errorf("receipt point is %x, want %x, %v", release.ReceiptPoint(paid).Bytes(), receipt.Bytes(), err)
	}
	B := newKey(t, full).B
	affine := B.Affine()
	holder, err := bls.HashToG1(append(common.Hex2Bytes(place), crypto.Keccak256(affine[:])...), "SHRINKWRAP-V1-HOLDER_BLS12381G1_XMD:SHA-256_SSWU_RO_")
	if err != nil || !release.HolderPoint(paid, B).Equal(holder) {
		t.Errorf("holder point is %x, want %x, %v", release.HolderPoint(paid, B).Bytes(), holder.Bytes(), err)
	}
	if release.HolderPoint(paid, newKey(t, basic).B).Equal(holder) {
		t.Error("two holders have one point")
	}
}

// A ticket's receipt before its transfer does not serve its new holder, and the
// other way round.
func TestHolderAndReceiptPointsAreApart(t *testing.T) {
	group, _ := committee(t)
	B := newKey(t, full).B
	receipt, held := multiplied(t, release.ReceiptPoint(paid)), multiplied(t, release.HolderPoint(paid, B))
	if err := release.VerifyReceipt(paid, group.Q, receipt); err != nil {
		t.Fatal(err)
	}
	if err := release.VerifyReceipt(paid, group.Q, held); !errors.Is(err, release.ErrReceipt) {
		t.Errorf("a holder's receipt as the buyer's: %v, want ErrReceipt", err)
	}
	if bls.PairingsEqual(receipt, bls.GeneratorG2(), release.HolderPoint(paid, B), group.Q) {
		t.Error("the buyer's receipt serves a holder")
	}
}
