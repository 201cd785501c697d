package publisher

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
)

// Market is the escrow of a chain, where products are published and earn.
type Market struct {
	Client     *chain.Client
	Contracts  product.Contracts
	CodeHashes []common.Hash // that the escrow's code may have; none: any
}

// What Check finds wrong.
var (
	// ErrFalse is returned where the chain contradicts what the publisher was
	// given: who published nevertheless would sell what does not open, or let
	// others have the fees.
	ErrFalse = errors.New("the chain says otherwise")

	// ErrNotReady is returned where the chain lacks what the listing needs.
	ErrNotReady = errors.New("the chain is not ready")
)

// Check compares a listing with its chain: that the escrow is the known one, that
// the committee is the one of the descriptor, and active, that there is
// finality where a tier waits for it, and that the token is a contract.
func (m Market) Check(ctx context.Context, l Listing) error {
	if got := m.Client.ChainID(); got != l.Committee.ChainID {
		return fmt.Errorf("%w: the committee is on chain %d, the endpoint on chain %d", ErrFalse, l.Committee.ChainID, got)
	}
	if err := m.CheckEscrow(ctx); err != nil {
		return err
	}
	if err := m.checkCommittee(ctx, l.Committee); err != nil {
		return err
	}
	if err := m.checkToken(ctx, l.Token); err != nil {
		return err
	}
	return m.checkFinality(ctx, l.Tiers)
}

// CheckEscrow returns an error unless the escrow stands on the chain, with the
// known code.
func (m Market) CheckEscrow(ctx context.Context) error {
	hash, err := m.Client.CodeHash(ctx, m.Contracts.Escrow)
	switch {
	case err != nil:
		return err
	case hash == common.Hash{}:
		return fmt.Errorf("%w: no escrow stands at %s on chain %d", ErrNotReady, m.Contracts.Escrow, m.Client.ChainID())
	case len(m.CodeHashes) > 0 && !slices.Contains(m.CodeHashes, hash):
		return fmt.Errorf("%w: the escrow's code hashes to %s, which is not the known one", ErrFalse, hash)
	}
	return nil
}

func (m Market) checkCommittee(ctx context.Context, d nodeapi.Committee) error {
	address, err := nodeapi.ParseAddress(d.Address)
	if err != nil {
		return err
	}
	if hash, err := m.Client.CodeHash(ctx, address); err != nil || hash == (common.Hash{}) {
		return errors.Join(fmt.Errorf("%w: no committee stands at %s on chain %d", ErrFalse, d.Address, d.ChainID), err)
	}
	facts, err := m.committee(ctx, address)
	if err != nil {
		return fmt.Errorf("asking the committee %s: %w", d.Address, err)
	}
	var operators []string
	for _, o := range facts.operators {
		operators = append(operators, nodeapi.Address(o))
	}
	var described []string
	for _, o := range d.Operators {
		address, err := nodeapi.ParseAddress(o.Address)
		if err != nil {
			return err
		}
		described = append(described, nodeapi.Address(address))
	}
	switch {
	case facts.escrow != m.Contracts.Escrow:
		return fmt.Errorf("%w: the committee %s serves the escrow %s", ErrFalse, d.Address, facts.escrow)
	case facts.groupKey == [32]byte{}:
		return fmt.Errorf("%w: the committee %s is still forming, its operators have not all confirmed its keys", ErrNotReady, d.Address)
	case hexutil.Encode(facts.groupKey[:]) != d.GroupKey:
		return fmt.Errorf("%w: the committee %s has the group key %#x, its descriptor %s", ErrFalse, d.Address, facts.groupKey, d.GroupKey)
	case facts.feeBps != d.FeeBps || int(facts.threshold) != d.Threshold || !slices.Equal(operators, described):
		return fmt.Errorf("%w: the committee %s has other operators, another threshold or another fee than its descriptor", ErrFalse, d.Address)
	}
	return nil
}

// committee is what the contract of that name says of itself.
type committeeFacts struct {
	escrow    common.Address
	groupKey  [32]byte
	feeBps    uint16
	threshold uint16
	operators []common.Address
}

func (m Market) committee(ctx context.Context, at common.Address) (f committeeFacts, err error) {
	c := bindings.NewCommittee()
	if f.escrow, err = ask(ctx, m.Client, at, c.PackESCROW(), c.UnpackESCROW); err != nil {
		return f, err
	}
	if f.groupKey, err = ask(ctx, m.Client, at, c.PackGroupKey(), c.UnpackGroupKey); err != nil {
		return f, err
	}
	if f.feeBps, err = ask(ctx, m.Client, at, c.PackFEEBPS(), c.UnpackFEEBPS); err != nil {
		return f, err
	}
	if f.threshold, err = ask(ctx, m.Client, at, c.PackTHRESHOLD(), c.UnpackTHRESHOLD); err != nil {
		return f, err
	}
	f.operators, err = ask(ctx, m.Client, at, c.PackOperators(), c.UnpackOperators)
	return f, err
}

// ask calls a view of a contract.
func ask[T any](ctx context.Context, client *chain.Client, at common.Address, call []byte, unpack func([]byte) (T, error)) (answer T, err error) {
	output, err := client.Call(ctx, at, call)
	if err != nil {
		return answer, err
	}
	return unpack(output)
}

func (m Market) checkToken(ctx context.Context, token common.Address) error {
	if token == (common.Address{}) {
		return nil
	}
	hash, err := m.Client.CodeHash(ctx, token)
	if err == nil && hash == (common.Hash{}) {
		err = fmt.Errorf("%w: the token %s is no contract on chain %d", ErrFalse, token, m.Client.ChainID())
	}
	return err
}

// checkFinality refuses to wait for what never comes.
func (m Market) checkFinality(ctx context.Context, tiers []product.TierTerms) error {
	if !slices.ContainsFunc(tiers, func(t product.TierTerms) bool { return t.Confirmations == product.Finalised }) {
		return nil
	}
	_, err := m.Client.Finalized(ctx)
	if errors.Is(err, chain.ErrNoFinality) {
		return fmt.Errorf("%w: %w, and a tier that waits for one would never be released", ErrNotReady, err)
	}
	return err
}
