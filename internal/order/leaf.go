// Package order is a purchase as an escrow records it: the [Leaf] whose hash
// names the order everywhere, the [Confirmed] event that announces it, and the
// [Peaks] of the log by which it can be proven later. A [Request] is a purchase
// before that, as its payer signs it for somebody else to send.
package order

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
)

// LeafSize is the length of abi.encode(Leaf): sixteen words.
const LeafSize = 16 * 32

// Leaf is one order. Each field is one word of abi.encode(Leaf), the release
// key three:
//
//	product tier index time payer refundTo publisher token committee
//	feeBps confirmations groupKey amount releaseKey[0] releaseKey[1] releaseKey[2]
type Leaf struct {
	Product       common.Address
	Tier          uint8
	Index         uint32 // in the log of its account
	Time          uint64 // Unix seconds, below 2^40
	Payer         common.Address
	RefundTo      common.Address
	Publisher     common.Address
	Token         common.Address
	Committee     common.Address
	FeeBps        uint16
	Confirmations uint8
	GroupKey      common.Hash
	Amount        *uint256.Int // below 2^96
	ReleaseKey    [3][32]byte  // B affine as the buyer gave it: check it by Key
}

// Bytes returns abi.encode(Leaf), 512 bytes.
func (l Leaf) Bytes() []byte {
	b := make([]byte, LeafSize)
	w := func(i int) []byte { return b[32*i : 32*i+32] }
	for i, a := range map[int]common.Address{0: l.Product, 4: l.Payer, 5: l.RefundTo, 6: l.Publisher, 7: l.Token, 8: l.Committee} {
		copy(w(i)[12:], a[:])
	}
	for i, n := range map[int]uint64{1: uint64(l.Tier), 2: uint64(l.Index), 3: l.Time, 9: uint64(l.FeeBps), 10: uint64(l.Confirmations)} {
		binary.BigEndian.PutUint64(w(i)[24:], n)
	}
	copy(w(11), l.GroupKey[:])
	if l.Amount != nil {
		l.Amount.WriteToSlice(w(12))
	}
	for i, word := range l.ReleaseKey {
		copy(w(13+i), word[:])
	}
	return b
}

// Hash returns keccak(abi.encode(Leaf)), the order's name.
func (l Leaf) Hash() common.Hash { return crypto.Keccak256Hash(l.Bytes()) }

// ParseLeaf reads abi.encode(Leaf) and refuses a word that is out of its
// field's range.
func ParseLeaf(b []byte) (Leaf, error) {
	if len(b) != LeafSize {
		return Leaf{}, fmt.Errorf("leaf has %d bytes, want %d", len(b), LeafSize)
	}
	r := words{b: b}
	l := Leaf{
		Product:       r.address(),
		Tier:          uint8(r.number(math.MaxUint8)),
		Index:         uint32(r.number(math.MaxUint32)),
		Time:          r.number(1<<40 - 1),
		Payer:         r.address(),
		RefundTo:      r.address(),
		Publisher:     r.address(),
		Token:         r.address(),
		Committee:     r.address(),
		FeeBps:        uint16(r.number(math.MaxUint16)),
		Confirmations: uint8(r.number(math.MaxUint8)),
		GroupKey:      r.word(),
		Amount:        r.amount(),
		ReleaseKey:    [3][32]byte{r.word(), r.word(), r.word()},
	}
	if r.err != nil {
		return Leaf{}, r.err
	}
	return l, nil
}

// words reads one ABI word after another and keeps the first error.
type words struct {
	b   []byte
	at  int
	err error
}

func (r *words) word() (w common.Hash) {
	copy(w[:], r.b[32*r.at:])
	r.at++
	return w
}

func (r *words) fail(message string) {
	if r.err == nil {
		r.err = fmt.Errorf("leaf's word %d is %s", r.at-1, message)
	}
}

func (r *words) address() (a common.Address) {
	w := r.word()
	if [12]byte(w[:12]) != [12]byte{} {
		r.fail("not an address")
	}
	return common.Address(w[12:])
}

func (r *words) number(most uint64) uint64 {
	w := r.word()
	n := binary.BigEndian.Uint64(w[24:])
	if [24]byte(w[:24]) != [24]byte{} || n > most {
		r.fail(fmt.Sprintf("above %d", most))
	}
	return n
}

func (r *words) amount() *uint256.Int {
	w := r.word()
	n := new(uint256.Int).SetBytes(w[:])
	if n.BitLen() > 96 {
		r.fail("not below 2^96")
	}
	return n
}

// Key returns the release key B. Anyone can pay for bytes that are no point;
// such an order gets no share, and its money goes back.
func (l Leaf) Key() (bls.G1, error) {
	B, err := bls.ParseG1Words(l.ReleaseKey)
	if err != nil {
		return bls.G1{}, fmt.Errorf("order's release key: %v", err)
	}
	return B, nil
}

// Offer returns the offer that the order was paid under.
func (l Leaf) Offer() product.Offer {
	return product.Offer{
		Publisher:     l.Publisher,
		Token:         l.Token,
		Committee:     l.Committee,
		GroupKey:      l.GroupKey,
		FeeBps:        l.FeeBps,
		Price:         l.Amount,
		Confirmations: l.Confirmations,
	}
}

// Place returns where the order was paid, at an escrow on a chain.
func (l Leaf) Place(chainID uint64, escrow common.Address) product.Place {
	return product.Place{ChainID: chainID, Escrow: escrow, Product: l.Product, Tier: l.Tier}
}

// ErrNotConfirmed is returned for a log that is no PaymentConfirmed event.
var ErrNotConfirmed = errors.New("log is no PaymentConfirmed event")
