package terminal

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/tokens"
)

// What a dispute and the refund after it use, where new state is dearest
// (testdata/gas.json: gas/dispute/amsterdam, gas/refund/amsterdam). Under today's
// rules it is about three fifths of that.
const (
	DisputeGas = 198_000
	RefundGas  = 53_000
)

// DisputeCost is the coin that a dispute and its refund cost at a price of gas, to
// three digits. The bond comes back, the gas does not: who paid less gains nothing
// from a dispute (section 9 of the protocol, property 2).
func DisputeCost(gasPrice *uint256.Int) *uint256.Int {
	cost := new(uint256.Int).Mul(gasPrice, uint256.NewInt(DisputeGas+RefundGas))
	return roughly(cost)
}

// tellDispute says, before anything is paid, what the way back would cost.
func (b *Buyer) tellDispute(p *Purchase, gasPrice *uint256.Int) {
	if p.Price.IsZero() {
		return
	}
	cost := DisputeCost(gasPrice)
	text := tokens.Of(p.ChainID, common.Address{}).Format(cost)
	if p.Token == (common.Address{}) && p.Price.Lt(cost) {
		b.Tell(fmt.Sprintf("if no key came, the way back would cost about %s of gas on this chain now, which is more than the price: a dispute is hardly worth it below that", text))
		return
	}
	b.Tell(fmt.Sprintf("if no key came, a dispute would bring the money back for about %s of gas: on this chain now, a price below that is hardly worth one", text))
}

// notWorthIt refuses to spend by itself more on gas than would come back. Whoever is
// asked may do so.
func (b *Buyer) notWorthIt(ctx context.Context, c *Claim) error {
	if c.Order.Leaf.Token != (common.Address{}) || c.moves().Dispute != nil {
		return nil
	}
	cost, err := b.AskDisputeCost(ctx)
	if err != nil {
		return err
	}
	if !c.Order.Leaf.Amount.Lt(cost) {
		return nil
	}
	return failure(Refused, fmt.Errorf("%s is not disputed by itself: that costs about %s of gas now, more than the %s that would come back", c.title(), tokens.Of(c.ChainID, common.Address{}).Format(cost), c.money()),
		fmt.Sprintf(`"shrinkwrap dispute" does it all the same, until %s`, At(c.DisputableUntil())))
}

// CostText says what a dispute and its refund cost, and whether that is worth it.
func (c *Claim) CostText(cost *uint256.Int) string {
	text := fmt.Sprintf("the dispute and its refund cost about %s of gas on this chain now", tokens.Of(c.ChainID, common.Address{}).Format(cost))
	if c.Order.Leaf.Token == (common.Address{}) && c.Order.Leaf.Amount.Lt(cost) {
		text += ", more than the " + c.money() + " that would come back"
	}
	return text
}

// AskDisputeCost asks the chain what a dispute and its refund cost now, see
// [DisputeCost].
func (b *Buyer) AskDisputeCost(ctx context.Context) (*uint256.Int, error) {
	fees, err := b.Chain.SuggestFees(ctx)
	if err != nil {
		return nil, ofChain(err)
	}
	limit, _ := uint256.FromBig(fees.Cap)
	tip, _ := uint256.FromBig(fees.Tip)
	base := new(uint256.Int).Sub(limit, tip)
	return DisputeCost(base.Add(base.Rsh(base, 1), tip)), nil
}

// roughly keeps three digits.
func roughly(amount *uint256.Int) *uint256.Int {
	unit := uint256.NewInt(1)
	for range len(amount.Dec()) - 3 {
		unit.Mul(unit, uint256.NewInt(10))
	}
	rough := new(uint256.Int).Div(amount, unit)
	return rough.Mul(rough, unit)
}
