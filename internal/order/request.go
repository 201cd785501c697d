package order

import (
	"encoding/binary"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/product"
)

// Request is a purchase that its payer signs and somebody else sends, through the
// escrow's router. It binds all of the purchase but the proof of knowledge, which
// is a witness. What is signed is its [Request.Digest] beside a permit or an
// allowance, or a token's [Request.Authorization], whose nonce is its [Request.Hash].
type Request struct {
	Place      product.Place
	ReleaseKey [3][32]byte   // B affine
	Offer      product.Offer // all but its price
	MaxPrice   *uint256.Int  // below 2^96
	RefundTo   common.Address
	Data       []byte       // what the product asks of a buyer
	Tip        *uint256.Int // what the sender gets beside the price, below 2^96
	Deadline   uint64       // Unix seconds, below 2^40
}

// Check refuses numbers that the router has no room for. The rest of a Request
// needs none: what the escrow will refuse moves no money.
func (r Request) Check() error {
	for _, amount := range []struct {
		name string
		n    *uint256.Int
	}{{"highest price", r.MaxPrice}, {"tip", r.Tip}} {
		if amount.n == nil || amount.n.BitLen() > 96 {
			return fmt.Errorf("request's %s is %v, want less than 2^96", amount.name, amount.n)
		}
	}
	if r.Deadline >= 1<<40 {
		return fmt.Errorf("request's deadline is %d, want Unix seconds below 2^40", r.Deadline)
	}
	return nil
}

// Value returns what the payer allows or transfers: maxPrice + tip.
func (r Request) Value() *uint256.Int { return new(uint256.Int).Add(r.MaxPrice, r.Tip) }

// Hash returns the Request's name, by which an EIP-3009 authorization is bound
// to it:
//
//	keccak(abi.encode(chainId, escrow, product, tier, releaseKey, offerHash,
//	    maxPrice, refundTo, keccak(data), tip, deadline))
//
// Each member is one word, the release key three.
func (r Request) Hash() common.Hash {
	key, offer := r.ReleaseKey, r.Offer.Hash()
	return crypto.Keccak256Hash(
		number(r.Place.ChainID), padded(r.Place.Escrow), padded(r.Place.Product), number(uint64(r.Place.Tier)), key[0][:], key[1][:], key[2][:],
		offer[:], amount(r.MaxPrice), padded(r.RefundTo), crypto.Keccak256(r.Data), amount(r.Tip), number(r.Deadline),
	)
}

// Types of EIP-712, as in IPaymentRouter.
const (
	conditionsType = "Conditions(address publisher,address token,address committee,bytes32 groupKey,uint16 feeBps,uint8 confirmations)"
	requestType    = "Request(address payer,address product,uint8 tier,bytes32[3] releaseKey,Conditions offer,uint96 maxPrice,address refundTo,bytes data,uint96 tip,uint40 deadline)" + conditionsType
	domainType     = "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
)

// Digest returns what a payer signs beside a permit or an allowance (EIP-712),
// under the domain {Shrinkwrap, 1, chainId, router}. The payer is in it, since
// some accounts with code take whatever their owner signed for himself. A
// router's digests are used once.
func (r Request) Digest(payer common.Address) common.Hash {
	key := r.ReleaseKey
	content := crypto.Keccak256(
		crypto.Keccak256([]byte(requestType)), padded(payer), padded(r.Place.Product), number(uint64(r.Place.Tier)), crypto.Keccak256(key[0][:], key[1][:], key[2][:]),
		r.conditions(), amount(r.MaxPrice), padded(r.RefundTo), crypto.Keccak256(r.Data), amount(r.Tip), number(r.Deadline),
	)
	domain := crypto.Keccak256(
		crypto.Keccak256([]byte(domainType)), crypto.Keccak256([]byte("Shrinkwrap")), crypto.Keccak256([]byte("1")),
		number(r.Place.ChainID), padded(r.Router()),
	)
	return typed(common.BytesToHash(domain), content)
}

// Router returns the only contract that may draw the money: that of the escrow.
func (r Request) Router() common.Address { return product.ContractsOf(r.Place.Escrow).Router }

func (r Request) conditions() []byte {
	o := r.Offer
	return crypto.Keccak256(
		crypto.Keccak256([]byte(conditionsType)), padded(o.Publisher), padded(o.Token), padded(o.Committee),
		o.GroupKey[:], number(uint64(o.FeeBps)), number(uint64(o.Confirmations)),
	)
}

// typed returns keccak(0x1901 ‖ domain ‖ struct hash).
func typed(domain common.Hash, content []byte) common.Hash {
	return crypto.Keccak256Hash([]byte{0x19, 0x01}, domain[:], content)
}

func padded(a common.Address) []byte { return common.LeftPadBytes(a[:], 32) }

func number(n uint64) []byte { return binary.BigEndian.AppendUint64(make([]byte, 24, 32), n) }

func amount(n *uint256.Int) []byte {
	w := n.Bytes32()
	return w[:]
}
