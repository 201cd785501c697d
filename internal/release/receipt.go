package release

import (
	"encoding/binary"
	"errors"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
)

const (
	receiptDST = "SHRINKWRAP-V1-RECEIPT_BLS12381G1_XMD:SHA-256_SSWU_RO_"
	holderDST  = "SHRINKWRAP-V1-HOLDER_BLS12381G1_XMD:SHA-256_SSWU_RO_"
)

// ErrReceipt is returned for a receipt that does not verify.
var ErrReceipt = errors.New("receipt does not verify")

// OrderPlace names an order: the escrow that confirmed it and its leaf's hash.
type OrderPlace struct {
	ChainID uint64
	Escrow  common.Address
	Order   common.Hash
}

// Bytes returns chainId(32) ‖ escrow(20) ‖ order(32).
func (o OrderPlace) Bytes() []byte {
	b := make([]byte, 32+20+32)
	binary.BigEndian.PutUint64(b[24:], o.ChainID)
	copy(b[32:], o.Escrow[:])
	copy(b[52:], o.Order[:])
	return b
}

// ReceiptPoint returns the point whose multiple by s is the order's receipt σ,
// a threshold BLS signature. A release cannot prove a purchase, since every
// owner of the tier's key can make one; a receipt can.
func ReceiptPoint(o OrderPlace) bls.G1 { return mustHash(o.Bytes(), receiptDST) }

// HolderPoint returns the receipt point of a transferred ticket, whose holder's
// key is now B.
func HolderPoint(o OrderPlace, B bls.G1) bls.G1 {
	affine := B.Affine()
	return mustHash(append(o.Bytes(), crypto.Keccak256(affine[:])...), holderDST)
}

// MakeReceiptShare returns s_i·(receipt point). That the order was paid, and is
// neither disputed nor refunded, is the caller's to know.
func MakeReceiptShare(key threshold.KeyShare, o OrderPlace) threshold.Part {
	return key.Part(ReceiptPoint(o))
}

// VerifyReceiptShare returns an error unless the share is the node's own.
func VerifyReceiptShare(group threshold.Group, o OrderPlace, share threshold.Part) error {
	return verifyPart(group, ReceiptPoint(o), share)
}

// VerifyReceipt returns ErrReceipt unless e(σ, h) = e(receipt point, Q). Q must
// come from the header whose product or signer the verifier expects, never from
// the order or from who shows the receipt.
func VerifyReceipt(o OrderPlace, Q bls.G2, receipt bls.G1) error {
	if !bls.PairingsEqual(receipt, bls.GeneratorG2(), ReceiptPoint(o), Q) {
		return ErrReceipt
	}
	return nil
}

// CombineReceipt returns the receipt from t or more shares, verified, as
// [Combine] does a release.
func CombineReceipt(group threshold.Group, o OrderPlace, shares []threshold.Part) (bls.G1, error) {
	return combine(group, ReceiptPoint(o), shares)
}

func mustHash(message []byte, dst string) bls.G1 {
	point, err := bls.HashToG1(message, dst)
	if err != nil {
		panic("release: internal error: " + err.Error()) // as likely as a guess of s
	}
	return point
}
