package release_test

import (
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/node/release"
	"github.com/shrinkwrap/shrinkwrap/node/store"
)

var rules = release.Rules{
	Chain: store.Chain{ID: 1, Escrow: common.Address{1}}, GroupKey: common.Hash{2}, Committee: common.Address{3}, FeeBps: 4,
	Declined: map[common.Address]string{{9}: "unlawful"},
}

// paid is an order that the rules serve, in block 100.
func paid(change func(o *store.Order)) store.Order {
	o := store.Order{Confirmed: order.Confirmed{
		Leaf:  order.Leaf{Product: common.Address{8}, GroupKey: rules.GroupKey, Committee: rules.Committee, FeeBps: rules.FeeBps, Amount: uint256.NewInt(1)},
		Block: 100,
	}}
	if change != nil {
		change(&o)
	}
	return o
}

func at(head uint64, finalised ...uint64) store.View {
	v := store.View{Cursor: store.Block{Number: head}}
	if len(finalised) > 0 {
		v.Finalised = &finalised[0]
	}
	return v
}

// An order is confirmed at the depth that offer or operator ask for, the greater
// of the two, and not one block before.
func TestDepth(t *testing.T) {
	for _, c := range []struct {
		offered, own uint8
		view         store.View
		want         nodeapi.State
		had, needed  uint64
	}{
		{0, 0, at(100), nodeapi.StateConfirmed, 1, 1},
		{1, 0, at(100), nodeapi.StateConfirmed, 1, 1},
		{2, 0, at(100), nodeapi.StateSeen, 1, 2},
		{2, 0, at(101), nodeapi.StateConfirmed, 2, 2},
		{2, 0, at(102), nodeapi.StateConfirmed, 3, 2},
		{2, 5, at(103), nodeapi.StateSeen, 4, 5},
		{2, 5, at(104), nodeapi.StateConfirmed, 5, 5},
		{5, 2, at(103), nodeapi.StateSeen, 4, 5},
		{254, 0, at(352), nodeapi.StateSeen, 253, 254},
		{254, 0, at(353), nodeapi.StateConfirmed, 254, 254},
		{product.Finalised, 0, at(1000, 99), nodeapi.StateSeen, 901, 0},
		{product.Finalised, 0, at(1000, 100), nodeapi.StateConfirmed, 901, 0},
		{product.Finalised, 0, at(1000, 101), nodeapi.StateConfirmed, 901, 0},
		{0, product.Finalised, at(1000, 99), nodeapi.StateSeen, 901, 0},
		{product.Finalised, 0, at(1000), nodeapi.StateDeclined, 901, 0},
		{0, product.Finalised, at(1000), nodeapi.StateDeclined, 901, 0},
	} {
		r := rules
		r.Confirmations = c.own
		got := r.Judge(paid(func(o *store.Order) { o.Leaf.Confirmations = c.offered }), c.view)
		if got.State != c.want || got.Confirmations.Had != c.had || got.Confirmations.Needed != c.needed || got.Confirmations.Finalised != (c.needed == 0) {
			t.Errorf("%+v: %+v", c, got)
		}
	}
}

// What is not this committee's is declined, a refund comes before everything, an
// open dispute before depth, and an answer ends it. Each comes with its reason.
func TestVerdicts(t *testing.T) {
	marked := func(kinds ...store.MarkKind) func(o *store.Order) {
		return func(o *store.Order) {
			for _, kind := range kinds {
				o.Marks = append(o.Marks, store.Mark{Kind: kind})
			}
		}
	}
	for name, c := range map[string]struct {
		change func(o *store.Order)
		want   nodeapi.State
	}{
		"served":              {nil, nodeapi.StateConfirmed},
		"group key":           {func(o *store.Order) { o.Leaf.GroupKey[0]++ }, nodeapi.StateDeclined},
		"committee":           {func(o *store.Order) { o.Leaf.Committee[0]++ }, nodeapi.StateDeclined},
		"fee":                 {func(o *store.Order) { o.Leaf.FeeBps++ }, nodeapi.StateDeclined},
		"operator":            {func(o *store.Order) { o.Leaf.Product = common.Address{9} }, nodeapi.StateDeclined},
		"disputed":            {marked(store.Disputed), nodeapi.StateDisputed},
		"said to be answered": {marked(store.Disputed, store.Answered), nodeapi.StateDisputed},
		"refunded":            {marked(store.Disputed, store.Refunded), nodeapi.StateRefunded},
		"refunded, foreign":   {func(o *store.Order) { o.Leaf.FeeBps++; marked(store.Refunded)(o) }, nodeapi.StateRefunded},
		"disputed, foreign":   {func(o *store.Order) { o.Leaf.FeeBps++; marked(store.Disputed)(o) }, nodeapi.StateDeclined},
	} {
		got := rules.Judge(paid(c.change), at(100))
		if got.State != c.want || (got.Reason == "") != (c.want == nodeapi.StateConfirmed) {
			t.Errorf("%s: %+v, want %s", name, got, c.want)
		}
	}
}
