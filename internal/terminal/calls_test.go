package terminal_test

import (
	"crypto/ecdsa"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
)

type keyType = *ecdsa.PrivateKey

// cheap signs every transaction with less than any block takes.
type cheap struct{ key keyType }

func (c cheap) Address() common.Address { return crypto.PubkeyToAddress(c.key.PublicKey) }

func (c cheap) SignTx(tx *types.Transaction, chainID *big.Int) (*types.Transaction, error) {
	return types.SignNewTx(c.key, types.LatestSignerForChainID(chainID), &types.DynamicFeeTx{
		ChainID: chainID, Nonce: tx.Nonce(), To: tx.To(), Value: tx.Value(), Data: tx.Data(), Gas: tx.Gas(),
		GasTipCap: big.NewInt(1), GasFeeCap: big.NewInt(2),
	})
}
