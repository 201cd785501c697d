package terminal

import (
	"context"
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/tokens"
)

// Dispute demands the key on chain, or else the money, and returns when the chain
// shows the dispute. Whoever asks for it does not wait for half of the window; what
// a crash means is as with payments. Without an account it says what any wallet has
// to do, and waits for that.
func (b *Buyer) Dispute(ctx context.Context, c *Claim) (*Claim, error) {
	if err := c.CheckDispute(); err != nil {
		return c, err
	}
	return b.until(ctx, c, func(c *Claim) (bool, error) {
		if c.Status.State != dispute.None {
			return true, nil
		}
		if err := c.CheckDispute(); err != nil {
			return false, err
		}
		return false, b.dispute(ctx, c)
	})
}

// CheckDispute refuses what cannot be disputed, or need not be.
func (c *Claim) CheckDispute() error {
	switch {
	case c.purchase != nil && len(c.purchase.Release) > 0:
		return failure(Refused, fmt.Errorf("%s was released: there is nothing to dispute", c.title()), `"shrinkwrap open" opens it`,
			"a release that opens nothing is the publisher's fraud, not the escrow's business")
	case c.Status.State == dispute.Answered:
		return failure(Refused, fmt.Errorf("%s was disputed, and answered with its release on chain: there is nothing to dispute", c.title()), `"shrinkwrap buy", "open" and "orders --watch" take the release from there`)
	case c.Status.State == dispute.Refunded:
		return c.wasRefunded()
	case c.Matured():
		return failure(Refused, fmt.Errorf("too late: %s could be disputed until %s, and it is %s now", c.title(), At(c.DisputableUntil()), At(c.Time)),
			"the money is the publisher's; nodes of the committee may still release the key", "ask the publisher, who was paid, for it")
	}
	return nil
}

func (c *Claim) wasRefunded() error {
	return failure(Refused, fmt.Errorf("%s was refunded: %s went back to %s", c.title(), c.money(), c.Order.Leaf.RefundTo), `"shrinkwrap buy" buys it again, under another key`)
}

// money is what was paid, in words.
func (c *Claim) money() string {
	l := c.Order.Leaf
	return tokens.Of(c.ChainID, l.Token).Format(l.Amount)
}

// Bond is what was put up for a dispute, in words.
func (c *Claim) Bond() string { return tokens.Of(c.ChainID, common.Address{}).Format(c.Status.Bond) }

// until looks again and again, taking the step that is due, until that is done.
func (b *Buyer) until(ctx context.Context, c *Claim, step func(c *Claim) (bool, error)) (*Claim, error) {
	for {
		if done, err := step(c); done || err != nil {
			return c, err
		}
		if err := sleep(ctx, b.Pace.Chain); err != nil {
			return c, err
		}
		next, err := b.lookAgain(ctx, c)
		if err != nil {
			return c, err
		}
		c = next
	}
}

func (b *Buyer) lookAgain(ctx context.Context, c *Claim) (*Claim, error) {
	if c.purchase != nil {
		return b.Look(ctx, c.purchase)
	}
	return b.refresh(ctx, c)
}

// dispute takes the step that a dispute needs now.
func (b *Buyer) dispute(ctx context.Context, c *Claim) error {
	m := moving{name: "dispute", slot: &c.moves().Dispute, tell: "disputing " + c.title()}
	m.request = func(ctx context.Context) (PaymentRequest, error) { return b.DisputeRequest(ctx, c) }
	// A bond of the fee's cap suffices in every block that takes the transaction.
	m.value = func(feeCap *uint256.Int) *uint256.Int { return dispute.Bond(c.ChainID, feeCap.ToBig()) }
	return b.move(ctx, c, m)
}

// DisputeRequest returns the call that any wallet can make to dispute an order, with
// the bond that it needs as long as the base fee does not double.
func (b *Buyer) DisputeRequest(ctx context.Context, c *Claim) (PaymentRequest, error) {
	proof, err := c.proof(b)
	if err != nil {
		return PaymentRequest{}, err
	}
	path, err := c.path(ctx, b)
	if err != nil {
		return PaymentRequest{}, err
	}
	fees, err := b.Chain.SuggestFees(ctx)
	if err != nil {
		return PaymentRequest{}, ofChain(err)
	}
	r := newDisputeRequest(c.ChainID, c.Escrow, c.Order.Leaf, path, proof)
	r.Value = dispute.Bond(c.ChainID, fees.Cap)
	return r, nil
}

func newDisputeRequest(chainID uint64, escrow common.Address, l order.Leaf, path []common.Hash, proof bls.Proof) PaymentRequest {
	r := PaymentRequest{ChainID: chainID, To: escrow, Value: new(uint256.Int), function: "dispute", Data: dispute.Call(l, path, proof)}
	r.addLeaf(l)
	texts := make([]string, len(path))
	for i, node := range path {
		texts[i] = node.Hex()
	}
	r.add("bytes32[]", "["+strings.Join(texts, ",")+"]")
	r.add("uint256", number(proof.C).String())
	r.add("uint256", number(proof.Z).String())
	return r
}

// leafType is the ABI's name of a leaf's type.
const leafType = "(address,uint8,uint32,uint40,address,address,address,address,address,uint16,uint8,bytes32,uint96,bytes32[3])"

func (a *arguments) addLeaf(l order.Leaf) {
	a.add(leafType, fmt.Sprintf("(%s,%d,%d,%d,%s,%s,%s,%s,%s,%d,%d,%s,%s,%s)",
		l.Product.Hex(), l.Tier, l.Index, l.Time, l.Payer.Hex(), l.RefundTo.Hex(), l.Publisher.Hex(), l.Token.Hex(), l.Committee.Hex(),
		l.FeeBps, l.Confirmations, hexutil.Encode(l.GroupKey[:]), l.Amount.Dec(), wordList(l.ReleaseKey)))
}

// leaveMove gives a move to any wallet, once in a run.
func (b *Buyer) leaveMove(ctx context.Context, c *Claim, m moving) error {
	if c.told.asked[m.name] {
		return nil
	}
	if b.Wallet == nil {
		return failure(Refused, fmt.Errorf("no account is here to pay for the %s of %s", m.name, c.title()), "--key or --account names one", fmt.Sprintf(`"shrinkwrap %s --wallet" shows what any wallet has to do`, m.name))
	}
	request, err := m.request(ctx)
	if err != nil {
		return err
	}
	c.told.asked[m.name] = true
	return b.Wallet(fmt.Sprintf("no account is here to pay for the %s of %s: any wallet can", m.name, c.title()), request)
}
