package testbed

import (
	"context"
	"fmt"
	"math/rand/v2"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
)

// FirstOperator is the number of the chain's account that operates node 1 of a
// bed's committees; the other nodes' follow.
const FirstOperator = 6

// Committee deploys a committee contract and has it confirmed by the first
// operators, as many as confirm says, of keys that are dealt from seed: all of
// them make it active. It returns the descriptor and the nodes' shares.
func (b *Bed) Committee(ctx context.Context, seed byte, t int, feeBps uint16, urls []string, confirm int) (nodeapi.Committee, []threshold.KeyShare, error) {
	group, shares, err := threshold.InsecureDeal(t, len(urls), rand.NewChaCha8([32]byte{seed}))
	if err != nil {
		return nodeapi.Committee{}, nil, err
	}
	var operators []common.Address
	for i := range urls {
		operators = append(operators, devchain.Address(FirstOperator+i))
	}
	contract := bindings.NewCommittee()
	arguments := contract.PackConstructor(Contracts.Escrow, operators, urls, uint16(t), feeBps)
	address, err := b.Create(ctx, common.FromHex(bindings.CommitteeMetaData.Bin), arguments)
	if err != nil {
		return nodeapi.Committee{}, nil, fmt.Errorf("deploying a committee: %w", err)
	}
	var V [][6][32]byte
	for _, key := range group.V {
		V = append(V, key.Words())
	}
	for i := range confirm {
		call := contract.PackConfirm(group.P.Words(), group.Q.Words(), V, common.Hash{seed})
		if _, err := b.Send(ctx, devchain.Key(FirstOperator+i), &address, nil, call); err != nil {
			return nodeapi.Committee{}, nil, fmt.Errorf("confirming a committee: %w", err)
		}
	}
	return nodeapi.NewCommittee(ChainID, address, feeBps, group, operators, urls), shares, nil
}
