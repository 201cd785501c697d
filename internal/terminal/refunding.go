package terminal

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/tokens"
)

// Refund has the money of a dispute paid back that nobody answered in time, and
// returns when the chain shows that. What a crash means is as with payments.
func (b *Buyer) Refund(ctx context.Context, c *Claim) (*Claim, error) {
	if err := c.CheckRefund(); err != nil {
		return c, err
	}
	return b.until(ctx, c, func(c *Claim) (bool, error) {
		if c.Status.State == dispute.Refunded {
			return true, nil
		}
		if err := c.CheckRefund(); err != nil {
			return false, err
		}
		return false, b.refund(ctx, c)
	})
}

// CheckRefund refuses what cannot be paid back now.
func (c *Claim) CheckRefund() error {
	switch c.Status.State {
	case dispute.Answered:
		return failure(Refused, fmt.Errorf("%s was answered with its release on chain: the money is the publisher's", c.title()), `"shrinkwrap buy", "open" and "orders --watch" take the release from there`)
	case dispute.Refunded:
		return c.wasRefunded()
	case dispute.None:
		if c.Matured() {
			return c.CheckDispute()
		}
		return failure(Refused, fmt.Errorf("%s was not disputed: there is nothing to refund", c.title()),
			fmt.Sprintf(`"shrinkwrap dispute" demands the key or the money: possible until %s, %s from now`, At(c.DisputableUntil()), Span(c.DisputableUntil()-c.Time)))
	}
	if !c.Refundable() {
		return failure(Pending, fmt.Errorf("too early: the committee may answer %s until %s, %s from now", c.title(), At(c.Status.Deadline), Span(c.Status.Deadline-c.Time)),
			"the same command refunds it after that", `"shrinkwrap orders --watch" does so by itself`)
	}
	return nil
}

// refund takes the step that a refund needs now.
func (b *Buyer) refund(ctx context.Context, c *Claim) error {
	return b.move(ctx, c, moving{
		name: "refund", slot: &c.moves().Refund, tell: "having " + c.money() + " paid back",
		request: func(context.Context) (PaymentRequest, error) { return c.RefundRequest(), nil },
		value:   func(*uint256.Int) *uint256.Int { return new(uint256.Int) },
	})
}

// RefundRequest returns the call by which any wallet has an order paid back.
func (c *Claim) RefundRequest() PaymentRequest {
	r := PaymentRequest{ChainID: c.ChainID, To: c.Escrow, Value: new(uint256.Int), function: "refund", Data: dispute.RefundCall(c.Order.Leaf)}
	r.addLeaf(c.Order.Leaf)
	return r
}

// Undelivered asks for money that a refund could not deliver, in base units of a
// token or, where that is zero, of coin. It waits for its owner.
func (b *Buyer) Undelivered(ctx context.Context, token, owner common.Address) (*uint256.Int, error) {
	escrow := bindings.NewEscrow()
	output, err := b.Chain.Call(ctx, b.Trust.Contracts.Escrow, escrow.PackClaims(token, owner))
	if err != nil {
		return nil, ofChain(err)
	}
	claims, err := escrow.UnpackClaims(output)
	if err != nil {
		return nil, failuref(Unreachable, "the escrow's word on claims cannot be read: %v", err)
	}
	amount, _ := uint256.FromBig(claims) // a word of 256 bits
	return amount, nil
}

// Claim has the account's undelivered money of a token paid to another address, and
// returns how much it was. A crash loses nothing: what was claimed is claimed no
// second time.
func (b *Buyer) Claim(ctx context.Context, chainID uint64, token, to common.Address) (*uint256.Int, common.Hash, error) {
	owner := b.Account.Address()
	amount, err := b.Undelivered(ctx, token, owner)
	if err != nil {
		return nil, common.Hash{}, err
	}
	if amount.IsZero() {
		return nil, common.Hash{}, failure(Refused, fmt.Errorf("nothing of %s waits to be claimed in %s: every refund was delivered", owner, tokens.Of(chainID, token).Name()),
			"a refund goes to the address that the purchase named, and waits here only where that one cannot receive it")
	}
	unlock, err := awaitLock(ctx, b.Home, "payments.lock")
	if err != nil {
		return nil, common.Hash{}, err
	}
	sender := &chain.Sender{Client: b.Chain, Signer: b.Account}
	var receipt *types.Receipt
	receipt, err = sender.Send(ctx, chain.Tx{To: b.Trust.Contracts.Escrow, Data: dispute.ClaimCall(token, to)})
	if err := errors.Join(err, unlock()); err != nil {
		return nil, common.Hash{}, err
	}
	return amount, receipt.TxHash, nil
}
