package publisher

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
)

// Account names money in the escrow. All products of one publisher with the same
// token, committee and fee share one.
type Account struct {
	Publisher common.Address // the payee
	Token     common.Address
	Committee common.Address
	FeeBps    uint16
}

// AccountOf returns the account that products of these terms pay into.
func AccountOf(t product.Terms) Account {
	return Account{t.Publisher, t.Token, t.Committee, t.FeeBps}
}

// ID returns the account's name in the escrow.
func (a Account) ID() common.Hash {
	return product.Offer{Publisher: a.Publisher, Token: a.Token, Committee: a.Committee, FeeBps: a.FeeBps}.Account()
}

// Earnings is what an account holds, in the token's base units.
type Earnings struct {
	Orders  uint32       // ever paid into it
	Due     *uint256.Int // to the publisher, now
	Fees    *uint256.Int // to the committee, now
	Pending []Pending    // the soonest first; none of it zero
	Now     time.Time    // of the chain's newest block
}

// Pending is money that buyers may still dispute. The committee's fee is yet to
// be taken from it.
type Pending struct {
	Amount  *uint256.Int
	Matures time.Time
}

// Earnings asks the chain what an account holds. An epoch is WINDOW seconds; what
// was paid in one matures when the next one is over.
func (m Market) Earnings(ctx context.Context, a Account) (Earnings, error) {
	escrow := bindings.NewEscrow()
	window, err := ask(ctx, m.Client, m.Contracts.Escrow, escrow.PackWINDOW(), escrow.UnpackWINDOW)
	if err != nil {
		return Earnings{}, err
	}
	if !window.IsUint64() || window.Sign() == 0 {
		return Earnings{}, fmt.Errorf("escrow's window of %v seconds is out of range", window)
	}
	head, err := m.Client.Head(ctx)
	if err != nil {
		return Earnings{}, err
	}
	state, err := ask(ctx, m.Client, m.Contracts.Escrow, escrow.PackAccountState(a.ID()), escrow.UnpackAccountState)
	if err != nil {
		return Earnings{}, err
	}
	return earningsAt(head.Time, window.Uint64(), a.FeeBps, state)
}

func earningsAt(now, window uint64, feeBps uint16, s bindings.AccountStateOutput) (Earnings, error) {
	e := Earnings{Orders: s.Count, Now: time.Unix(int64(now), 0)}
	var amounts [4]*uint256.Int
	for i, n := range []*big.Int{s.Current, s.Previous, s.Matured, s.Fees} {
		amount, overflow := uint256.FromBig(n)
		if overflow {
			return e, fmt.Errorf("escrow holds %v, which is out of range", n)
		}
		amounts[i] = amount
	}
	current, previous := amounts[0], amounts[1]
	e.Due, e.Fees = amounts[2], amounts[3]
	epoch, matured := uint64(s.Epoch), new(uint256.Int)
	for i, amount := range []*uint256.Int{previous, current} {
		switch matures := (epoch + 1 + uint64(i)) * window; {
		case matures <= now:
			matured.Add(matured, amount)
		case !amount.IsZero():
			e.Pending = append(e.Pending, Pending{amount, time.Unix(int64(matures), 0)})
		}
	}
	// The escrow cuts the fee from all that matures at once, rounded down.
	fee := new(uint256.Int).Mul(matured, uint256.NewInt(uint64(feeBps)))
	fee.Div(fee, uint256.NewInt(10_000))
	e.Fees.Add(e.Fees, fee)
	e.Due.Add(e.Due, matured.Sub(matured, fee))
	return e, nil
}

// Withdraw pays what is due of an account to its publisher, or to another address
// if that is not zero and the signer is the publisher. Anyone may sign the
// former. It returns what was paid.
func (m Market) Withdraw(ctx context.Context, signer chain.Signer, a Account, to common.Address) (*uint256.Int, common.Hash, error) {
	escrow := bindings.NewEscrow()
	call := escrow.PackWithdraw(a.Publisher, a.Token, a.Committee, a.FeeBps)
	if to != (common.Address{}) && to != a.Publisher {
		if signer.Address() != a.Publisher {
			return nil, common.Hash{}, fmt.Errorf("only the publisher %s can have its money paid to another address", a.Publisher)
		}
		call = escrow.PackWithdrawTo(a.Token, a.Committee, a.FeeBps, to)
	}
	sender := &chain.Sender{Client: m.Client, Signer: signer}
	receipt, err := sender.Send(ctx, chain.Tx{To: m.Contracts.Escrow, Data: call})
	if err != nil {
		return nil, common.Hash{}, fmt.Errorf("withdrawing: %w", err)
	}
	amount, err := m.withdrawn(receipt, a)
	return amount, receipt.TxHash, err
}

// withdrawn finds the account's Withdrawn event in a receipt.
func (m Market) withdrawn(receipt *types.Receipt, a Account) (*uint256.Int, error) {
	escrow := bindings.NewEscrow()
	for _, log := range receipt.Logs {
		if log.Address != m.Contracts.Escrow {
			continue
		}
		if event, err := escrow.UnpackWithdrawnEvent(log); err == nil && event.Account == a.ID() {
			amount, overflow := uint256.FromBig(event.Amount)
			if !overflow {
				return amount, nil
			}
		}
	}
	return nil, errors.New("transaction succeeded without a Withdrawn event of the account")
}
