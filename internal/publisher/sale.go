package publisher

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
)

// A Sale is an order that was paid into an account of the publisher.
type Sale struct {
	Leaf  order.Leaf
	Order common.Hash // the leaf's hash
	Block uint64
	Tx    common.Hash
	Fate  Fate

	release [bls.G1Size]byte // zero: none is kept
}

// Kept returns the release that is kept of a sale, and false if there is none.
func (s Sale) Kept() (U bls.G1, kept bool, err error) {
	if s.release == [bls.G1Size]byte{} {
		return U, false, nil
	}
	U, err = bls.ParseG1(s.release[:])
	return U, err == nil, err
}

// name is what a release is a function of, within one escrow: the same payment
// made again after a reorganisation is another order, and has the same release.
func (s Sale) name() common.Hash { return releaseName(s.Leaf) }

func releaseName(l order.Leaf) common.Hash {
	return crypto.Keccak256Hash(l.GroupKey[:], l.Product[:], []byte{l.Tier}, l.ReleaseKey[0][:], l.ReleaseKey[1][:], l.ReleaseKey[2][:])
}

// saleSize is the length of a sale in the file "sales". What all orders of an
// account have in common is not repeated; the order's index is its place in the
// file:
//
//	order(32) product(20) tier(1) time(5) payer(20) refundTo(20) confirmations(1)
//	groupKey(32) amount(12) releaseKey(96) block(8) transaction(32) release(48)
const saleSize = 32 + 20 + 1 + 5 + 20 + 20 + 1 + 32 + 12 + 96 + 8 + 32 + bls.G1Size

const (
	timeAt    = 32 + 20 + 1 // of the time in a sale
	releaseAt = saleSize - bls.G1Size
)

func (s Sale) bytes() []byte {
	l, time := s.Leaf, binary.BigEndian.AppendUint64(nil, s.Leaf.Time)
	amount := l.Amount.Bytes32()
	b := make([]byte, 0, saleSize)
	b = append(append(b, s.Order[:]...), l.Product[:]...)
	b = append(append(b, l.Tier), time[3:]...)
	b = append(append(b, l.Payer[:]...), l.RefundTo[:]...)
	b = append(append(b, l.Confirmations), l.GroupKey[:]...)
	b = append(b, amount[20:]...)
	for _, word := range l.ReleaseKey {
		b = append(b, word[:]...)
	}
	b = binary.BigEndian.AppendUint64(b, s.Block)
	return append(append(b, s.Tx[:]...), s.release[:]...)
}

// parseSale reads the sale at a place of the file, and refuses one that does not
// have the name that it bears.
func parseSale(b []byte, a Account, index uint32) (Sale, error) {
	if len(b) != saleSize {
		return Sale{}, fmt.Errorf("sale has %d bytes, want %d", len(b), saleSize)
	}
	next := func(n int) (part []byte) { part, b = b[:n], b[n:]; return part }
	var s Sale
	s.Order = common.Hash(next(32))
	s.Leaf = order.Leaf{Index: index, Publisher: a.Publisher, Token: a.Token, Committee: a.Committee, FeeBps: a.FeeBps}
	s.Leaf.Product, s.Leaf.Tier = common.Address(next(20)), next(1)[0]
	s.Leaf.Time = binary.BigEndian.Uint64(append(make([]byte, 3), next(5)...))
	s.Leaf.Payer, s.Leaf.RefundTo = common.Address(next(20)), common.Address(next(20))
	s.Leaf.Confirmations, s.Leaf.GroupKey = next(1)[0], common.Hash(next(32))
	s.Leaf.Amount = new(uint256.Int).SetBytes(next(12))
	for i := range s.Leaf.ReleaseKey {
		s.Leaf.ReleaseKey[i] = [32]byte(next(32))
	}
	s.Block, s.Tx, s.release = binary.BigEndian.Uint64(next(8)), common.Hash(next(32)), [bls.G1Size]byte(next(bls.G1Size))
	if s.Leaf.Hash() != s.Order {
		return Sale{}, errors.New("sale has another name than its leaf")
	}
	return s, nil
}

// A Fate is what became of a sale since it was paid, by the escrow's events.
type Fate struct {
	State  dispute.State
	Opened *dispute.Opened // the dispute, nil where there was none
	Since  uint64          // block of the dispute
	Ended  uint64          // block of the answer or the refund
}

// Standing is how a sale stands at a moment of the chain.
type Standing string

// The standings of a sale.
const (
	SalePending  Standing = "pending"
	SaleMatured  Standing = "matured"
	SaleDisputed Standing = "disputed"
	SaleOverdue  Standing = "overdue" // disputed, and not answered in time: anyone may have it paid back
	SaleAnswered Standing = "answered"
	SaleRefunded Standing = "refunded"
)

// Standing returns how the sale stands at a time of the chain, in Unix seconds,
// and until when: the last second of an answer's time, or when the money matures.
// Where nothing is waited for, until is 0.
func (s Sale) Standing(w dispute.Windows, now uint64) (standing Standing, until uint64) {
	switch s.Fate.State {
	case dispute.Answered:
		return SaleAnswered, 0
	case dispute.Refunded:
		return SaleRefunded, 0
	case dispute.Disputed:
		if until = s.Fate.Opened.Deadline; now > until {
			return SaleOverdue, 0
		}
		return SaleDisputed, until
	}
	last := w.DisputableUntil(s.Leaf.Time)
	if now > last {
		return SaleMatured, 0
	}
	return SalePending, last + 1
}

// deep reports whether what a block has is as deep as the sale's offer asks for.
func (s Sale) deep(block uint64, v View) bool {
	if s.Leaf.Confirmations == product.Finalised {
		return v.Finalised != nil && block <= *v.Finalised
	}
	return v.Number+1 >= block+max(uint64(s.Leaf.Confirmations), 1)
}

// View is a moment of the chain.
type View struct {
	Number    uint64 // of the last block that was read
	Time      uint64 // of that block, Unix seconds
	Finalised *uint64
}
