package terminal

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/tokens"
)

// A Move is a transaction about an order that was signed here: its dispute, or its
// refund. It is on disk before it is sent, and these bytes are sent again after a
// crash, while they can still do what they were signed for.
type Move struct {
	Order common.Hash `json:"order"`
	Transaction
}

// moves are those of one order.
type moves struct {
	Dispute *Move `json:"dispute,omitempty"`
	Refund  *Move `json:"refund,omitempty"`
}

func (m moves) check() error {
	for _, one := range []*Move{m.Dispute, m.Refund} {
		if one == nil {
			continue
		}
		if err := one.Transaction.check(); err != nil {
			return err
		}
	}
	return nil
}

// moving is one of them: what it is called, where it is kept, and how it is made.
type moving struct {
	name    string
	slot    **Move
	request func(ctx context.Context) (PaymentRequest, error)
	value   func(feeCap *uint256.Int) *uint256.Int // the coin that goes with it, where gas costs at most so much
	tell    string                                 // what is said once it is signed
}

// move sees to it that a transaction is on its way. That it is mined, and did what
// it should, the next look at the chain tells.
func (b *Buyer) move(ctx context.Context, c *Claim, m moving) error {
	if kept := *m.slot; kept != nil && kept.Order == c.Order.Order {
		if onItsWay, err := b.goOn(ctx, c, m, kept); onItsWay || err != nil {
			return err
		}
	}
	if b.account(c) == nil {
		return b.leaveMove(ctx, c, m)
	}
	if c.told.silent {
		return failure(Refused, fmt.Errorf("the %s was not signed", m.name), "the same command asks again")
	}
	unlock, err := awaitLock(ctx, b.Home, "payments.lock")
	if err != nil {
		return err
	}
	return errors.Join(b.sign(ctx, c, m), unlock())
}

// goOn goes on with what was signed before, and reports whether it may still be
// mined. Otherwise nothing stands in the way of another: the escrow takes one
// dispute of an order, and pays back once, whatever is sent.
func (b *Buyer) goOn(ctx context.Context, c *Claim, m moving, kept *Move) (bool, error) {
	f, err := b.fateOf(ctx, &kept.Transaction, c.head)
	switch {
	case err != nil:
		return false, err
	case f == mined: // the endpoint is about to show what it did
		return true, nil
	case f == pending:
		return true, b.insistOn(ctx, c, m, kept)
	}
	return false, nil
}

// insistOn sends a move again that no block has taken for some time.
func (b *Buyer) insistOn(ctx context.Context, c *Claim, m moving, kept *Move) error {
	if c.told.sent != 0 && c.head >= c.told.sent && c.head < c.told.sent+insistAfter {
		return nil
	}
	c.told.sent = c.head
	err := b.raise(ctx, raising{
		t: &kept.Transaction, payer: b.account(c), what: m.name, silent: &c.told.silent,
		value: m.value, save: func() error { return c.save(m.name) },
	})
	if err != nil {
		return err
	}
	return b.broadcast(ctx, kept.last())
}

// account pays for a claim's transactions.
func (b *Buyer) account(c *Claim) chain.Signer {
	if b.Account == nil && c.purchase != nil {
		return c.purchase.payer
	}
	return b.Account
}

// staleTries is how often a path is made anew that a purchase made stale while the
// transaction was being made.
const staleTries = 5

// sign signs a move, writes it down and sends it.
func (b *Buyer) sign(ctx context.Context, c *Claim, m moving) error {
	request, w, err := b.tryMove(ctx, c, m)
	for n := 1; isStale(err) && n < staleTries; n++ {
		request, w, err = b.tryMove(ctx, c, m)
	}
	if err != nil {
		return err
	}
	signed, err := sign(b.account(c), request, w)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		c.told.silent = true
		return failure(Refused, fmt.Errorf("the %s was not signed: %w", m.name, err), "the same command asks again")
	}
	*m.slot = &Move{Order: c.Order.Order, Transaction: Transaction{From: b.account(c).Address(), Nonce: w.nonce, Versions: []Version{signed}}}
	// A crash after this: it may be on chain or not. The next run looks what became
	// of the order, and sends these same bytes again while they can be mined.
	if err := c.save(m.name); err != nil {
		return err
	}
	c.told.sent = c.head
	b.Tell(fmt.Sprintf("%s in transaction %s", m.tell, signed.Hash))
	if err := b.broadcast(ctx, signed); err != nil {
		return err
	}
	return testOnlyAfterStep(m.name + " broadcast")
}

// tryMove makes a move and has it tried, without sending it. Its bond is enough
// for every block that its fee lasts for.
func (b *Buyer) tryMove(ctx context.Context, c *Claim, m moving) (PaymentRequest, wallet, error) {
	// What an account cannot pay for is not worth reading a long log for.
	w, value, err := b.affordable(ctx, c, m)
	if err != nil {
		return PaymentRequest{}, w, err
	}
	request, err := m.request(ctx)
	if err != nil {
		return request, w, err
	}
	request.Value = value
	w.gas, err = b.Chain.EstimateGas(ctx, request.message(b.account(c).Address()))
	if err != nil {
		return request, w, b.wouldFail(c, m, err)
	}
	return request, w, nil
}

// affordable asks what the account has, and returns the fees that it can offer and
// the coin that goes with them.
func (b *Buyer) affordable(ctx context.Context, c *Claim, m moving) (w wallet, value *uint256.Int, err error) {
	plenty, err := b.purse(ctx, b.account(c).Address())
	if err != nil {
		return w, nil, err
	}
	plenty.gas = moveGas
	for _, w = range []wallet{plenty, plenty.thrifty()} {
		value = m.value(w.feeCap())
		if !w.balance.Lt(w.cost(value)) {
			return w, value, nil
		}
	}
	return w, value, c.tooPoor(m, value, w)
}

// moveGas is more than a dispute or a refund uses, also of orders of long logs.
const moveGas = 300_000

func (c *Claim) tooPoor(m moving, value *uint256.Int, w wallet) error {
	coin := tokens.Of(c.ChainID, common.Address{})
	cost := w.cost(value)
	missing, gas := new(uint256.Int).Sub(cost, w.balance), new(uint256.Int).Sub(cost, value)
	hint := fmt.Sprintf("it needs at most %s for gas", coin.Format(gas))
	if !value.IsZero() {
		hint += fmt.Sprintf(", and %s for the bond, which comes back with the refund", coin.Format(value))
	}
	return failure(Refused, fmt.Errorf("not enough coin for the %s: the account has %s, %s is missing", m.name, coin.Format(w.balance), coin.Format(missing)),
		hint, "any other account can do it as well: --key, --account or --wallet")
}

// wouldFail gives the escrow's refusal its kind. What changed since the order was
// looked at, the next look tells.
func (b *Buyer) wouldFail(c *Claim, m moving, err error) error {
	if refused := new(chain.RevertError); errors.As(err, &refused) {
		return failure(Refused, fmt.Errorf("the escrow refuses the %s of %s: %w", m.name, c.title(), err), "the same command looks again")
	}
	return ofChain(err)
}

// purse asks for what an account has and needs to sign.
func (b *Buyer) purse(ctx context.Context, payer common.Address) (w wallet, err error) {
	a := new(answers)
	a.askWords(payer)
	a.askWallet(common.Address{}, common.Address{}, payer)
	if err := a.send(ctx, b.Chain); err != nil {
		return w, err
	}
	err = w.read(a, false)
	w.failure = nil
	return w, err
}

// thrifty is for an account that has little coin: it offers a quarter
// above the next block's base fee, not twice as much.
func (w wallet) thrifty() wallet {
	five := new(uint256.Int).Mul(w.base, uint256.NewInt(5))
	w.base = five.Rsh(five, 3) // of which feeCap takes twice
	return w
}

// isStale reports whether the escrow refused a path.
func isStale(err error) bool {
	refused := new(chain.RevertError)
	return errors.As(err, &refused) && len(refused.Data) >= 4 && [4]byte(refused.Data) == notLogged
}

var notLogged = [4]byte(selector("Escrow_NotLogged(bytes32,bytes32)"))

// signedValue is the coin of a transaction that offers a higher fee.
func signedValue(value func(*uint256.Int) *uint256.Int, last, feeCap *big.Int) *big.Int {
	if value == nil {
		return last
	}
	capped, overflow := uint256.FromBig(feeCap)
	if overflow {
		return last
	}
	return larger(last, value(capped).ToBig())
}
