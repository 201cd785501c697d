// Package testbed is what several rooms need to be tried with: a chain of its
// own on which everything is deployed, a committee in memory, and the calls of
// publishers and buyers. All of it is the real thing; nothing is mocked.
package testbed

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
)

// ChainID is the chain id of a bed.
const ChainID = 1337

// Contracts are the contracts of a bed, the same as on every chain.
var Contracts = product.ContractsOf(bindings.EscrowAddress)

// Bed is a chain with the escrow deployed. Account 0 pays for deployments.
type Bed struct {
	*devchain.Chain
	signer types.Signer
	manual bool // blocks are made here, where nobody else makes them
}

// New starts a chain and deploys the escrow, unless the genesis of these options
// has it.
func New(ctx context.Context, o devchain.Options) (*Bed, error) {
	chain, err := devchain.New(o)
	if err != nil {
		return nil, err
	}
	b := &Bed{Chain: chain, signer: types.LatestSignerForChainID(big.NewInt(ChainID)), manual: o.Manual}
	if len(o.Alloc[bindings.EscrowAddress].Code) > 0 {
		return b, nil
	}
	call := append(bindings.Salt.Bytes(), bindings.EscrowInitCode...)
	if _, err := b.Send(ctx, devchain.Key(0), &bindings.Deployer, nil, call); err != nil {
		return nil, errors.Join(fmt.Errorf("deploying the escrow: %w", err), chain.Close())
	}
	return b, nil
}

// Send sends a transaction, sees it mined, and returns its receipt: on a chain
// whose blocks are made by hand in a block that it makes. A nil to creates a
// contract. A transaction that fails is an error.
func (b *Bed) Send(ctx context.Context, key *ecdsa.PrivateKey, to *common.Address, value *big.Int, data []byte) (*types.Receipt, error) {
	tx, err := b.sign(ctx, key, to, value, data)
	if err != nil {
		return nil, err
	}
	if err := b.Client().SendTransaction(ctx, tx); err != nil {
		return nil, err
	}
	if b.manual {
		if _, err := b.Commit(); err != nil {
			return nil, err
		}
	}
	receipt, err := b.receipt(ctx, tx.Hash())
	if err != nil {
		return nil, err
	}
	if receipt.Status != types.ReceiptStatusSuccessful {
		return nil, fmt.Errorf("transaction %s failed", tx.Hash())
	}
	return receipt, nil
}

func (b *Bed) sign(ctx context.Context, key *ecdsa.PrivateKey, to *common.Address, value *big.Int, data []byte) (*types.Transaction, error) {
	from := crypto.PubkeyToAddress(key.PublicKey)
	nonce, err := b.Client().PendingNonceAt(ctx, from)
	if err != nil {
		return nil, err
	}
	head, err := b.Client().HeaderByNumber(ctx, nil)
	if err != nil {
		return nil, err
	}
	tip := big.NewInt(1e9)
	feeCap := new(big.Int).Add(tip, new(big.Int).Lsh(head.BaseFee, 1))
	gas, err := b.Client().EstimateGas(ctx, ethereum.CallMsg{From: from, To: to, Value: value, Data: data})
	if err != nil {
		return nil, fmt.Errorf("estimating gas: %w", err)
	}
	return types.SignNewTx(key, b.signer, &types.DynamicFeeTx{
		ChainID: big.NewInt(ChainID), Nonce: nonce, GasTipCap: tip, GasFeeCap: feeCap,
		Gas: gas + gas/10, To: to, Value: value, Data: data,
	})
}

// receipt waits for a receipt, and until its block is the head: a node knows a
// receipt a moment before calls see the state after it.
func (b *Bed) receipt(ctx context.Context, tx common.Hash) (*types.Receipt, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	for {
		receipt, err := b.Client().TransactionReceipt(ctx, tx)
		if err == nil {
			head, headErr := b.Client().BlockNumber(ctx)
			if headErr == nil && head >= receipt.BlockNumber.Uint64() {
				return receipt, nil
			}
			err = headErr
		}
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("transaction %s was not mined: %w", tx, err)
		case <-time.After(2 * time.Millisecond):
		}
	}
}

// Create deploys a contract and returns its address.
func (b *Bed) Create(ctx context.Context, code []byte, arguments []byte) (common.Address, error) {
	receipt, err := b.Send(ctx, devchain.Key(0), nil, nil, append(common.CopyBytes(code), arguments...))
	if err != nil {
		return common.Address{}, err
	}
	return receipt.ContractAddress, nil
}

// Unlimited is the allowance that wallets call so: a token does not count it down.
var Unlimited = new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 256), big.NewInt(1))

// Token deploys a token that anyone may mint, and gives each of the accounts
// some, with an unlimited allowance for the escrow.
func (b *Bed) Token(ctx context.Context, amount *big.Int, accounts ...*ecdsa.PrivateKey) (common.Address, error) {
	address, err := b.Create(ctx, common.FromHex(bindings.TestTokenMetaData.Bin), nil)
	if err != nil {
		return address, err
	}
	token := bindings.NewTestToken()
	for _, key := range accounts {
		mint := token.PackMint(crypto.PubkeyToAddress(key.PublicKey), amount)
		if _, err := b.Send(ctx, key, &address, nil, mint); err != nil {
			return address, err
		}
		if _, err := b.Send(ctx, key, &address, nil, token.PackApprove(Contracts.Escrow, Unlimited)); err != nil {
			return address, err
		}
	}
	return address, nil
}
