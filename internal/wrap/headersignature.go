package wrap

import (
	"crypto/ecdsa"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/math"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/signer/core/apitypes"

	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
)

// Errors that say why a header is not to be trusted, however well it is formed.
// A terminal shows each as danger and pays for none.
var (
	ErrSignature = errors.New("signature is not the signer's")
	ErrSigner    = errors.New("product of its own contract is not signed by its publisher")
)

// Check checks the header's cryptography: that P and Q belong together, else
// what is paid for could not be opened (threshold.ErrKeysDisagree).
func (h *Header) Check() error {
	return threshold.CheckKeys(h.Binding.P.G1, h.Binding.Q.G2)
}

// Authenticate returns nil if the header's signer signed it for the escrow of
// these contracts. What it says about the product is then the signer's word,
// and the product's address (h.Address) is bound to it.
func (h *Header) Authenticate(c product.Contracts) error {
	if len(h.Binding.Product) > 0 && h.Binding.Terms.Signer != h.Binding.Terms.Publisher {
		return ErrSigner
	}
	signer, err := h.recover(c)
	if err != nil {
		return err
	}
	if signer != h.Binding.Terms.Signer {
		return fmt.Errorf("%w: header names %s, the signature is another's, or made for another escrow than %s",
			ErrSignature, h.Binding.Terms.Signer, c.Escrow)
	}
	return nil
}

// Digest returns what the signer signs (EIP-712): Wrap(address product, bytes32
// header) under the domain {Shrinkwrap, 1, chainId, escrow}.
func (h *Header) Digest(c product.Contracts) common.Hash {
	digest, _, err := apitypes.TypedDataAndHash(apitypes.TypedData{
		PrimaryType: "Wrap",
		Types: apitypes.Types{
			"EIP712Domain": {
				{Name: "name", Type: "string"}, {Name: "version", Type: "string"},
				{Name: "chainId", Type: "uint256"}, {Name: "verifyingContract", Type: "address"},
			},
			"Wrap": {{Name: "product", Type: "address"}, {Name: "header", Type: "bytes32"}},
		},
		Domain: apitypes.TypedDataDomain{
			Name: "Shrinkwrap", Version: "1",
			ChainId:           (*math.HexOrDecimal256)(new(big.Int).SetUint64(h.Binding.ChainID)),
			VerifyingContract: c.Escrow.Hex(),
		},
		Message: apitypes.TypedDataMessage{"product": h.Address(c).Hex(), "header": h.ID().Hex()},
	})
	if err != nil {
		panic("wrap: internal error: " + err.Error()) // the types are constant
	}
	return common.BytesToHash(digest)
}

// Sign sets the header's signature: 64 bytes, r ‖ (yParity·2^255 + s), s in the
// lower half (EIP-2098).
func (h *Header) Sign(c product.Contracts, key *ecdsa.PrivateKey) error {
	if signer := crypto.PubkeyToAddress(key.PublicKey); signer != h.Binding.Terms.Signer {
		return fmt.Errorf("key of %s cannot sign for signer %s", signer, h.Binding.Terms.Signer)
	}
	digest := h.Digest(c)
	signature, err := crypto.Sign(digest[:], key)
	if err != nil {
		return fmt.Errorf("signing header: %v", err)
	}
	copy(h.Signature[:], signature[:64])
	h.Signature[32] |= signature[64] << 7
	return nil
}

// recover returns who signed. Only a low s is accepted, so that a signature has
// one form.
func (h *Header) recover(c product.Contracts) (common.Address, error) {
	compact := h.Signature
	parity := compact[32] >> 7
	compact[32] &= 0x7f
	r, s := new(big.Int).SetBytes(compact[:32]), new(big.Int).SetBytes(compact[32:])
	if !crypto.ValidateSignatureValues(parity, r, s, true) {
		return common.Address{}, fmt.Errorf("%w: its numbers are out of range", ErrSignature)
	}
	digest := h.Digest(c)
	key, err := crypto.SigToPub(digest[:], append(compact[:], parity))
	if err != nil {
		return common.Address{}, fmt.Errorf("%w: it recovers no key", ErrSignature)
	}
	return crypto.PubkeyToAddress(*key), nil
}
