package terminal_test

import (
	"crypto/ecdsa"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
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

func leafOf(l order.Leaf) bindings.Leaf {
	return bindings.Leaf{
		Product: l.Product, Tier: l.Tier, Index: l.Index, Time: new(big.Int).SetUint64(l.Time), Payer: l.Payer, RefundTo: l.RefundTo,
		Publisher: l.Publisher, Token: l.Token, Committee: l.Committee, FeeBps: l.FeeBps, Confirmations: l.Confirmations,
		GroupKey: l.GroupKey, Amount: l.Amount.ToBig(), ReleaseKey: l.ReleaseKey,
	}
}

func g2Words(p bls.G2) (words [6][32]byte) {
	affine := p.Affine()
	for i := range words {
		copy(words[i][:], affine[32*i:])
	}
	return words
}
