package chain

import (
	"crypto/ecdsa"
	"fmt"
	"math/big"
	"os"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
)

// A Signer signs the transactions of one account. A wallet in hardware or
// another process is one too.
type Signer interface {
	Address() common.Address
	SignTx(tx *types.Transaction, chainID *big.Int) (*types.Transaction, error)
}

// keySigner keeps its key where neither fmt nor an encoder finds it: in a
// function.
type keySigner struct {
	address common.Address
	sign    func(tx *types.Transaction, chainID *big.Int) (*types.Transaction, error)
}

func (s *keySigner) Address() common.Address { return s.address }

func (s *keySigner) SignTx(tx *types.Transaction, chainID *big.Int) (*types.Transaction, error) {
	return s.sign(tx, chainID)
}

// NewKeySigner signs with a private key.
func NewKeySigner(key *ecdsa.PrivateKey) Signer {
	return &keySigner{
		address: crypto.PubkeyToAddress(key.PublicKey),
		sign: func(tx *types.Transaction, chainID *big.Int) (*types.Transaction, error) {
			return types.SignTx(tx, types.LatestSignerForChainID(chainID), key)
		},
	}
}

// OpenKeystore signs with the key in a file of the Web3 secret storage format,
// as geth's and clef's keystores have it.
func OpenKeystore(path, passphrase string) (Signer, error) {
	file, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read keystore file: %w", err)
	}
	if err := checkKeystore(file); err != nil {
		return nil, fmt.Errorf("open keystore file %q: %w", path, err)
	}
	key, err := keystore.DecryptKey(file, passphrase)
	if err != nil {
		return nil, fmt.Errorf("open keystore file %q: %w", path, err) // keystore.ErrDecrypt: the passphrase is another
	}
	return NewKeySigner(key.PrivateKey), nil
}
