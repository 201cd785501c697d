package node

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
)

// ErrNotActive means that operators of a committee have still to confirm its
// keys.
var ErrNotActive = errors.New("committee is not active")

// ErrNoCommittee means that the committee's contract is not deployed.
var ErrNoCommittee = errors.New("there is no committee")

var contract = sync.OnceValue(bindings.NewCommittee)

// CommitteeDeployment is how a committee's contract is deployed: through the
// deterministic deployer, with the group key as salt. So its address follows from
// operators, URLs, threshold, fee and key before it exists, and it does not
// matter which operator deploys it.
func CommitteeDeployment(escrow common.Address, c nodeapi.Committee) (chain.Deployment, error) {
	operators, err := operatorsOf(c)
	if err != nil {
		return chain.Deployment{}, err
	}
	arguments := contract().PackConstructor(escrow, operators, c.URLs(), uint16(c.Threshold), c.FeeBps)
	return chain.Deployment{
		InitCode: append(common.FromHex(bindings.CommitteeMetaData.Bin), arguments...),
		Salt:     common.HexToHash(c.GroupKey),
	}, nil
}

// DeployCommittee deploys the contract of a descriptor, unless it is there. The
// descriptor's address must be the one that follows from the rest of it.
func DeployCommittee(ctx context.Context, sender *chain.Sender, escrow common.Address, c nodeapi.Committee) error {
	if err := c.Check(); err != nil {
		return err
	}
	d, err := CommitteeDeployment(escrow, c)
	if err != nil {
		return err
	}
	if got := nodeapi.Address(d.Address()); got != c.Address {
		return fmt.Errorf("committee of these operators, URLs, threshold, fee and keys has the address %s, not %s", got, c.Address)
	}
	_, _, err = sender.Deploy(ctx, d)
	return err
}

// ConfirmCommittee sends an operator's confirmation of a descriptor's keys to
// its contract, whose operators, threshold and fee must be the descriptor's. The
// operator has checked the keys before: see Home.KeyShare.
func ConfirmCommittee(ctx context.Context, sender *chain.Sender, escrow common.Address, c nodeapi.Committee, transcript common.Hash) error {
	a, err := askerOf(ctx, sender.Client, c)
	if err != nil {
		return err
	}
	if err := a.compare(escrow); err != nil {
		return err
	}
	call, err := confirmCall(c, transcript)
	if err != nil {
		return err
	}
	_, err = sender.Send(ctx, chain.Tx{To: a.address, Data: call})
	return err
}

// CheckCommittee compares a descriptor with the chain, and returns it with the
// URLs that the operators gave there. It returns ErrNotActive, with whom the
// committee waits for, until all have confirmed the descriptor's keys.
func CheckCommittee(ctx context.Context, client *chain.Client, escrow common.Address, c nodeapi.Committee, transcript common.Hash) (nodeapi.Committee, error) {
	a, err := askerOf(ctx, client, c)
	if err != nil {
		return c, err
	}
	if err := a.compare(escrow); err != nil {
		return c, err
	}
	call, err := confirmCall(c, transcript)
	if err != nil {
		return c, err
	}
	// The contract names keys by keccak(abi.encode(P, Q, V, transcript)), which is
	// the call's arguments.
	if err := a.confirmed(crypto.Keccak256Hash(call[4:])); err != nil {
		return c, err
	}
	return a.withURLs()
}

// asker asks the contract of a descriptor.
type asker struct {
	ctx     context.Context
	client  *chain.Client
	address common.Address
	c       nodeapi.Committee
}

func askerOf(ctx context.Context, client *chain.Client, c nodeapi.Committee) (asker, error) {
	address, err := nodeapi.ParseAddress(c.Address)
	if err == nil {
		err = c.Check()
	}
	return asker{ctx, client, address, c}, err
}

func ask[T any](a asker, call []byte, unpack func([]byte) (T, error)) (answer T, err error) {
	output, err := a.client.Call(a.ctx, a.address, call)
	if err == nil && len(output) == 0 {
		err = fmt.Errorf("%w at %s", ErrNoCommittee, a.address)
	}
	if err != nil {
		return answer, err
	}
	return unpack(output)
}

// compare returns an error unless what the contract was deployed with is what
// the descriptor says.
func (a asker) compare(escrow common.Address) error {
	got, err := ask(a, contract().PackESCROW(), contract().UnpackESCROW)
	if err != nil {
		return err
	}
	threshold, err := ask(a, contract().PackTHRESHOLD(), contract().UnpackTHRESHOLD)
	if err != nil {
		return err
	}
	fee, err := ask(a, contract().PackFEEBPS(), contract().UnpackFEEBPS)
	if err != nil {
		return err
	}
	operators, err := ask(a, contract().PackOperators(), contract().UnpackOperators)
	if err != nil {
		return err
	}
	want, err := operatorsOf(a.c)
	switch {
	case err != nil:
		return err
	case got != escrow:
		return fmt.Errorf("committee %s is one of escrow %s, not of %s", a.address, got, escrow)
	case int(threshold) != a.c.Threshold || fee != a.c.FeeBps:
		return fmt.Errorf("committee %s has threshold %d and fee %d, its descriptor says %d and %d", a.address, threshold, fee, a.c.Threshold, a.c.FeeBps)
	case !slices.Equal(operators, want):
		return fmt.Errorf("committee %s has the operators %v, its descriptor says %v", a.address, operators, want)
	}
	return nil
}

// confirmed returns an error unless every operator confirmed the digest and the
// committee is active by it.
func (a asker) confirmed(digest common.Hash) error {
	var waiting []string
	for _, o := range a.c.Operators {
		got, err := ask(a, contract().PackConfirmed(common.HexToAddress(o.Address)), contract().UnpackConfirmed)
		switch {
		case err != nil:
			return err
		case got == [32]byte{}:
			waiting = append(waiting, fmt.Sprintf("operator %d (%s) has not confirmed", o.Node, o.Address))
		case got != digest:
			waiting = append(waiting, fmt.Sprintf("operator %d (%s) confirmed other keys", o.Node, o.Address))
		}
	}
	if len(waiting) > 0 {
		return fmt.Errorf("%w: %s", ErrNotActive, strings.Join(waiting, ", "))
	}
	key, err := ask(a, contract().PackGroupKey(), contract().UnpackGroupKey)
	if err == nil && hexutil.Encode(key[:]) != a.c.GroupKey {
		err = fmt.Errorf("committee %s has group key %x, its descriptor says %s", a.address, key, a.c.GroupKey)
	}
	return err
}

// withURLs returns the descriptor with the URLs of the chain: operators move.
func (a asker) withURLs() (nodeapi.Committee, error) {
	c := a.c
	c.Operators = slices.Clone(c.Operators)
	for i, o := range c.Operators {
		url, err := ask(a, contract().PackUrl(common.HexToAddress(o.Address)), contract().UnpackUrl)
		if err != nil {
			return c, err
		}
		c.Operators[i].URL = url
	}
	return c, c.Check()
}

func operatorsOf(c nodeapi.Committee) ([]common.Address, error) {
	addresses := make([]common.Address, len(c.Operators))
	for i, o := range c.Operators {
		var err error
		if addresses[i], err = nodeapi.ParseAddress(o.Address); err != nil {
			return nil, err
		}
	}
	return addresses, nil
}

func confirmCall(c nodeapi.Committee, transcript common.Hash) ([]byte, error) {
	group, err := c.Group()
	if err != nil {
		return nil, err
	}
	V := make([][6][32]byte, group.N())
	for i := range V {
		V[i] = group.V[i].Words()
	}
	return contract().TryPackConfirm(group.P.Words(), group.Q.Words(), V, transcript)
}
