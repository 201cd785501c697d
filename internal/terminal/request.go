package terminal

import (
	"fmt"
	"math/big"
	"net/url"
	"strings"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// PaymentRequest is one call that any wallet can make. It follows from the
// signed header, the software's own constants and the release key alone: nobody
// else has a say in whom it pays.
type PaymentRequest struct {
	ChainID uint64
	To      common.Address // the escrow, or its router
	Value   *uint256.Int   // of the native coin, in base units
	Data    []byte         // the call

	function string
	arguments
}

// arguments are those of a call as EIP-681 writes them: an ABI type and a value
// each.
type arguments []struct{ abiType, value string }

func (a *arguments) add(abiType, value string) {
	*a = append(*a, struct{ abiType, value string }{abiType, value})
}

// Terms of one purchase, beyond what the header says.
type purchaseTerms struct {
	maxPrice *uint256.Int
	refundTo common.Address
}

// newPaymentRequest returns the call that buys the key's place: Escrow.buy, or
// where the product is not deployed yet PaymentRouter.deployAndBuy.
func newPaymentRequest(h *wrap.Header, trust Trust, key release.Key, proof bls.Proof, terms purchaseTerms, deploy bool) PaymentRequest {
	offer := h.Offer(int(key.Place.Tier))
	r := PaymentRequest{ChainID: key.Place.ChainID, To: trust.Contracts.Escrow, Value: new(uint256.Int), function: "buy"}
	if offer.Token == (common.Address{}) {
		r.Value = terms.maxPrice.Clone()
	}
	B, hash := key.B.Words(), offer.Hash()
	c, z := number(proof.C), number(proof.Z)
	if deploy {
		packed := h.Terms().Bytes()
		r.To, r.function = trust.Contracts.Router, "deployAndBuy"
		r.add("bytes", hexutil.Encode(packed))
		r.Data = bindings.NewPaymentRouter().PackDeployAndBuy(packed, key.Place.Tier, B, c, z, hash, terms.maxPrice.ToBig(), terms.refundTo, nil)
	} else {
		r.add("address", key.Place.Product.Hex())
		r.Data = bindings.NewEscrow().PackBuy(key.Place.Product, key.Place.Tier, B, c, z, hash, terms.maxPrice.ToBig(), terms.refundTo, nil)
	}
	r.add("uint8", fmt.Sprint(key.Place.Tier))
	r.add("bytes32[3]", wordList(B))
	r.add("uint256", c.String())
	r.add("uint256", z.String())
	r.add("bytes32", hash.Hex())
	r.add("uint96", terms.maxPrice.Dec())
	r.add("address", terms.refundTo.Hex())
	r.add("bytes", "0x")
	return r
}

// newApproval returns the call that lets spender take exactly amount of a token,
// once.
func newApproval(chainID uint64, token, spender common.Address, amount *uint256.Int) PaymentRequest {
	r := PaymentRequest{ChainID: chainID, To: token, Value: new(uint256.Int), function: "approve", Data: packApprove(spender, amount)}
	r.add("address", spender.Hex())
	r.add("uint256", amount.Dec())
	return r
}

// Link returns the request as an EIP-681 link:
//
//	ethereum:TO@CHAIN/FUNCTION?value=WEI&TYPE=VALUE&TYPE=VALUE…
//
// An array is written in brackets. Wallets that read no arrays from links take
// the calldata.
func (r PaymentRequest) Link() string {
	var b strings.Builder
	fmt.Fprintf(&b, "ethereum:%s@%d/%s", r.To.Hex(), r.ChainID, r.function)
	separator := "?"
	if !r.Value.IsZero() {
		b.WriteString("?value=" + r.Value.Dec())
		separator = "&"
	}
	for _, a := range r.arguments {
		b.WriteString(separator + url.QueryEscape(a.abiType) + "=" + url.QueryEscape(a.value))
		separator = "&"
	}
	return b.String()
}

// message is the request as a call of an account's.
func (r PaymentRequest) message(from common.Address) ethereum.CallMsg {
	return ethereum.CallMsg{From: from, To: &r.To, Value: r.Value.ToBig(), Data: r.Data}
}

func wordList(words [3][32]byte) string {
	texts := make([]string, len(words))
	for i, w := range words {
		texts[i] = hexutil.Encode(w[:])
	}
	return "[" + strings.Join(texts, ",") + "]"
}

func number(s bls.Scalar) *big.Int {
	b := s.Bytes()
	return new(big.Int).SetBytes(b[:])
}
