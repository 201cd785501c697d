package publisher

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
)

// Deployed reports whether the product of these terms is on the chain.
func (m Market) Deployed(ctx context.Context, terms product.Terms) (bool, error) {
	hash, err := m.Client.CodeHash(ctx, m.Contracts.Address(terms))
	return hash != common.Hash{}, err
}

// Deploy puts the product of these terms on the chain, paid for by the signer's
// account, and returns the transaction. Where it is already, whoever put it
// there, nothing is sent and the transaction is zero: the address stands for the
// terms.
func (m Market) Deploy(ctx context.Context, signer chain.Signer, terms product.Terms) (tx common.Hash, err error) {
	there, err := m.Deployed(ctx, terms)
	if there || err != nil {
		return common.Hash{}, err
	}
	call, err := bindings.NewProductFactory().TryPackDeploy(terms.Bytes())
	if err != nil {
		return common.Hash{}, err
	}
	sender := &chain.Sender{Client: m.Client, Signer: signer}
	receipt, err := sender.Send(ctx, chain.Tx{To: m.Contracts.Factory, Data: call})
	if err != nil {
		return common.Hash{}, fmt.Errorf("deploying the product: %w", err)
	}
	// A chain without a factory takes the call as well, and does nothing.
	if there, err = m.Deployed(ctx, terms); err == nil && !there {
		err = fmt.Errorf("transaction %s succeeded, and there is no product at %s", receipt.TxHash, m.Contracts.Address(terms))
	}
	return receipt.TxHash, err
}
