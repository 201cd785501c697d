package main

import (
	"context"
	"crypto/ecdsa"
	"crypto/rand"
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
)

// A purchase is the mean of purchases 101 to 200 of one account: supply 0, no
// data, the exact price.
const (
	purchases = 200
	settled   = 100
)

func gasRows(ctx context.Context) (rows []Row, err error) {
	for _, rules := range []devchain.Rules{devchain.Osaka, devchain.Amsterdam} {
		more, err := gasUnder(ctx, rules)
		if err != nil {
			return nil, fmt.Errorf("under %s: %w", rules, err)
		}
		rows = append(rows, more...)
	}
	return rows, nil
}

// market is a bed with what the measurements need.
type market struct {
	*testbed.Bed
	rules  devchain.Rules
	buyer  *ecdsa.PrivateKey
	token  common.Address
	group  threshold.Group
	shares []threshold.KeyShare
	naive  naiveMarket
	rows   []Row

	signed common.Address // a token that takes signatures

	buyGas, tokenGas, disputeGas uint64 // to hold other purchases and disputes against
}

func gasUnder(ctx context.Context, rules devchain.Rules) (rows []Row, err error) {
	m, err := openMarket(ctx, rules)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, m.Close()) }()
	for _, measure := range []func(context.Context) error{m.measureNative, m.measureToken, m.measureRelayed, m.measureDisputes, m.measureAge} {
		if err := measure(ctx); err != nil {
			return nil, err
		}
	}
	return m.rows, nil
}

func openMarket(ctx context.Context, rules devchain.Rules) (*market, error) {
	bed, err := testbed.New(ctx, devchain.Options{Rules: rules})
	if err != nil {
		return nil, err
	}
	m := &market{Bed: bed, rules: rules, buyer: devchain.Key(3)}
	if m.group, m.shares, err = threshold.InsecureDeal(2, 3, rand.Reader); err != nil {
		return nil, err
	}
	if m.token, err = bed.Token(ctx, big.NewInt(1e18), m.buyer); err != nil {
		return nil, err
	}
	return m, m.openNaive(ctx)
}

// row adds an action's gas beside a reference that was measured in this run;
// what others paid for the like stands in the note.
func (m *market) row(action string, ours, reference uint64, note string, others ...peer) {
	for _, p := range others {
		note += "; " + p.note(m.rules)
	}
	m.rows = append(m.rows, row("gas/"+action+"/"+m.rules.String(), float64(ours), float64(reference), "gas", note))
}

// besidePeer adds an action's gas beside another system's.
func (m *market) besidePeer(action string, ours uint64, p peer) {
	m.row(action, ours, p.under(m.rules), p.note(m.rules))
}

// terms are those of a product of three tiers.
func (m *market) terms(token common.Address, salt byte) product.Terms {
	t := product.Terms{
		Publisher: devchain.Address(1), Signer: devchain.Address(2), Token: token, Committee: common.Address{9},
		GroupKey: m.group.Key(), FeeBps: 100, ContentHash: common.Hash{salt},
	}
	for k := range 3 {
		t.Tiers = append(t.Tiers, product.TierTerms{Price: uint256.NewInt(uint64(1000 * (k + 1))), Confirmations: 1})
	}
	return t
}

func (m *market) key(terms product.Terms, attempt uint32) (release.Key, error) {
	place := product.Place{ChainID: testbed.ChainID, Escrow: testbed.Contracts.Escrow, Product: testbed.Contracts.Address(terms), Tier: 1}
	return release.NewKey(make([]byte, release.SeedSize), place, attempt)
}

// sell sells a product n times and returns the gas and the order of each.
func (m *market) sell(ctx context.Context, terms product.Terms, n int) (gas []uint64, orders []order.Confirmed, err error) {
	for i := range n {
		key, err := m.key(terms, uint32(i))
		if err != nil {
			return nil, nil, err
		}
		confirmed, receipt, err := m.Buy(ctx, m.buyer, terms, key)
		if err != nil {
			return nil, nil, fmt.Errorf("purchase %d: %w", i+1, err)
		}
		gas, orders = append(gas, receipt.GasUsed), append(orders, confirmed)
	}
	return gas, orders, nil
}

func (m *market) measureNative(ctx context.Context) error {
	terms := m.terms(common.Address{}, 1)
	_, receipt, err := m.Deploy(ctx, terms)
	if err != nil {
		return err
	}
	m.besidePeer("deploy-product-3", receipt.GasUsed, unlockLock)
	gas, orders, err := m.sell(ctx, terms, purchases)
	if err != nil {
		return err
	}
	if err := checkSettled(orders); err != nil {
		return err
	}
	if m.rules == devchain.Osaka {
		if err := m.slotsOfPurchase(ctx, orders[settled:]); err != nil {
			return err
		}
	}
	naive, err := m.sellNaive(ctx, common.Address{})
	if err != nil {
		return err
	}
	buy := mean(gas[settled:])
	m.buyGas = buy
	m.row("buy-native", buy, naive, "naive escrow, one slot an order, same run", unlockPurchase, bareValue)
	withdraw, err := m.withdraw(ctx, terms)
	if err != nil {
		return err
	}
	naiveWithdraw, err := m.withdrawNaive(ctx)
	if err != nil {
		return err
	}
	m.row("withdraw", withdraw, naiveWithdraw, "any but the first of an account; naive escrow's, which pays one order, same run")
	note := "a purchase and a hundredth of a withdrawal; naive escrow, which needs one each, same run"
	m.row("sale", buy+withdraw/100, naive+naiveWithdraw, note, fdeSale, optiSwapSale, fairSwapSale)
	m.row("sale-first-10", mean(gas[:10])+withdraw/100, naive+naiveWithdraw, "the same of an account's first ten purchases; naive escrow, same run")
	return nil
}

// withdraw pays out twice what has matured, and returns the gas of the second
// time: the first makes the account's balance.
func (m *market) withdraw(ctx context.Context, terms product.Terms) (gas uint64, err error) {
	call := escrow.PackWithdraw(terms.Publisher, terms.Token, terms.Committee, terms.FeeBps)
	for attempt := range 2 {
		key, err := m.key(terms, uint32(purchases+attempt))
		if err != nil {
			return 0, err
		}
		if _, _, err := m.Buy(ctx, m.buyer, terms, key); err != nil {
			return 0, err
		}
		if err := m.AdjustTime(2 * window); err != nil {
			return 0, err
		}
		receipt, err := m.Send(ctx, m.buyer, &testbed.Contracts.Escrow, nil, call)
		if err != nil {
			return 0, fmt.Errorf("withdrawal: %w", err)
		}
		gas = receipt.GasUsed
	}
	return gas, nil
}

func (m *market) measureToken(ctx context.Context) error {
	terms := m.terms(m.token, 2)
	if _, _, err := m.Deploy(ctx, terms); err != nil {
		return err
	}
	gas, orders, err := m.sell(ctx, terms, purchases)
	if err != nil {
		return err
	}
	if err := checkSettled(orders); err != nil {
		return err
	}
	naive, err := m.sellNaive(ctx, m.token)
	if err != nil {
		return err
	}
	note := "unlimited standing allowance; naive escrow, one slot an order, same run; " + x402
	m.tokenGas = mean(gas[settled:])
	m.row("buy-erc20", m.tokenGas, naive, note, unlockTokenPurchase, bareTransfer)
	return nil
}

// checkSettled returns an error unless orders are the first of their account,
// and so those from settled on its 101st to 200th.
func checkSettled(orders []order.Confirmed) error {
	for i, o := range orders {
		if o.Account != orders[0].Account || o.Leaf.Index != uint32(i) {
			return fmt.Errorf("purchase %d is order %d of account %s, want all of one account, from its first on", i+1, o.Leaf.Index, o.Account)
		}
	}
	return nil
}

// slotsOfPurchase counts the median of the slots that the latest purchases
// wrote for the first time. It has to be asked while the chain still has the
// state before them, 128 blocks.
func (m *market) slotsOfPurchase(ctx context.Context, orders []order.Confirmed) error {
	counts := make([]int, len(orders))
	for i, o := range orders {
		var err error
		if counts[i], err = m.newSlots(ctx, o); err != nil {
			return err
		}
	}
	slices.Sort(counts)
	m.rows = append(m.rows, row("slots/buy-native", float64(counts[len(counts)/2]), 1, "slots", "new slots a purchase, median, under Osaka's rules; naive escrow, one an order"))
	return nil
}

func mean(values []uint64) uint64 {
	var sum uint64
	for _, v := range values {
		sum += v
	}
	return sum / uint64(len(values))
}
