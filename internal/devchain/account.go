package devchain

import (
	"crypto/ecdsa"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// Key is the private key of account n: keccak-256 of "shrinkwrap devchain
// account n". Everybody knows it.
func Key(n int) *ecdsa.PrivateKey {
	seed := crypto.Keccak256(fmt.Appendf(nil, "shrinkwrap devchain account %d", n))
	key, err := crypto.ToECDSA(seed)
	if err != nil {
		panic(fmt.Sprintf("devchain: account %d has no key: %v", n, err)) // one hash in 2^128 is not a scalar
	}
	return key
}

// Address is the address of account n.
func Address(n int) common.Address { return crypto.PubkeyToAddress(Key(n).PublicKey) }
