package release_test

import (
	"encoding/binary"
	"math/rand/v2"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	domain "github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
	"github.com/shrinkwrap/shrinkwrap/node/release"
	"github.com/shrinkwrap/shrinkwrap/node/store"
)

const openedAt = 1_700_000_000

var (
	windows  = dispute.WindowsOf(1)
	deadline = openedAt + windows.Answer
)

// case is a committee, and an order of it that was paid in block 100 and disputed
// in block 110.
type trialCase struct {
	rules release.Rules
	order store.Order
	U     bls.G1
}

func newCase(t *testing.T) trialCase {
	t.Helper()
	group, nodes, err := threshold.InsecureDeal(1, 1, rand.NewChaCha8([32]byte{1}))
	must(t, err)
	c := trialCase{rules: rules}
	c.rules.Q, c.rules.GroupKey = group.Q, group.Key()
	key, err := domain.NewKey(make([]byte, 32), product.Place{ChainID: c.rules.Chain.ID, Escrow: c.rules.Chain.Escrow, Product: paid(nil).Leaf.Product}, 0)
	must(t, err)
	proof, err := key.Prove(rand.NewChaCha8([32]byte{2}))
	must(t, err)
	part, err := domain.MakeShare(nodes[0], key.Place, key.B, proof)
	must(t, err)
	c.U = part.Point
	c.order = paid(func(o *store.Order) {
		o.Leaf.GroupKey, o.Leaf.ReleaseKey, o.Leaf.Confirmations = c.rules.GroupKey, key.B.Words(), 5
		b := proof.Bytes()
		data := append(make([]byte, 64), b[:]...)
		binary.BigEndian.PutUint64(data[56:], deadline)
		o.Marks = []store.Mark{{Kind: store.Disputed, Block: 110, Data: data}}
	})
	return c
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// answered adds the answer to the order, in a block.
func (c *trialCase) answered(block uint64, change func(data []byte)) {
	data := c.U.Affine()
	if change != nil {
		change(data[:])
	}
	c.order.Marks = append(c.order.Marks, store.Mark{Kind: store.Answered, Block: block, Data: data[:]})
}

func timed(head, time uint64) store.View {
	v := at(head)
	v.Cursor.Time = time
	return v
}

// unread is a moment at which the chain has a block that was not read yet.
func unread(v store.View) store.View {
	v.Head = v.Cursor.Number + 1
	return v
}

// A first share is given from the dispute's depth on and up to the last tenth of
// the answer's time, by the time of the chain; what is public may be sent until
// the deadline.
func TestDutyBegins(t *testing.T) {
	for name, at := range map[string]struct {
		view        store.View
		due, shares bool
	}{
		"dispute not deep":       {timed(113, openedAt+48), false, false},
		"dispute deep":           {timed(114, openedAt+60), true, true},
		"before the last tenth":  {timed(5000, deadline-windows.Answer/10-1), true, true},
		"in the last tenth":      {timed(5000, deadline-windows.Answer/10), true, false},
		"before the deadline":    {timed(5000, deadline-1), true, false},
		"at the deadline":        {timed(5000, deadline), false, false},
		"after the deadline":     {timed(5000, deadline+1), false, false},
		"time of chain unknown":  {timed(5000, 0), false, false},
		"amid a backlog":         {unread(timed(5000, openedAt+3600)), false, false},
		"an hour before it, far": {timed(1_000_000, openedAt-3600), true, true},
	} {
		c := newCase(t)
		d, ok := c.rules.Duty(c.order, at.view)
		if !ok || d.Due != at.due || d.Shares != at.shares || d.Answered || (d.Reason == "") != at.shares {
			t.Errorf("%s: %+v, %v", name, d, ok)
		}
		if d.Opened != openedAt || d.Deadline != deadline || d.Block != 110 || d.Proof == nil {
			t.Errorf("%s: read as %+v", name, d)
		}
		if v := c.rules.Judge(c.order, at.view); v.State != nodeapi.StateDisputed || v.Deadline != deadline || v.Reason == "" {
			t.Errorf("%s: judged %+v", name, v)
		}
	}
}

// Nothing is owed to an order that is not deep, although its dispute would be, was
// refunded, or is not this committee's or not served.
func TestNothingIsOwed(t *testing.T) {
	now := timed(200, openedAt+3600)
	for name, change := range map[string]func(c *trialCase){
		"refunded":     func(c *trialCase) { c.order.Marks = append(c.order.Marks, store.Mark{Kind: store.Refunded}) },
		"group key":    func(c *trialCase) { c.order.Leaf.GroupKey[0]++ },
		"fee":          func(c *trialCase) { c.order.Leaf.FeeBps++ },
		"committee":    func(c *trialCase) { c.order.Leaf.Committee[0]++ },
		"declined":     func(c *trialCase) { c.order.Leaf.Product[0] = 9 },
		"undisputed":   func(c *trialCase) { c.order.Marks = nil },
		"no finality":  func(c *trialCase) { c.order.Leaf.Confirmations = product.Finalised },
		"deep answer":  func(c *trialCase) { c.answered(196, nil) },
		"order's own":  func(c *trialCase) { c.order.Block = 197 },
		"unreadable":   func(c *trialCase) { c.order.Marks[0].Data = nil },
		"shown answer": func(c *trialCase) { c.answered(199, nil) },
	} {
		c := newCase(t)
		change(&c)
		if d, ok := c.rules.Duty(c.order, now); ok && (d.Due || d.Shares) {
			t.Errorf("%s: %+v", name, d)
		}
	}
}

// An answer ends the dispute at the order's depth and not before, and only if it
// holds the release: an endpoint that tells of another is not believed.
func TestAnswersEndDisputes(t *testing.T) {
	now := timed(200, openedAt+3600)
	for name, c := range map[string]struct {
		block  uint64
		change func([]byte)
		want   nodeapi.State
		due    bool
	}{
		"deep":       {196, nil, nodeapi.StateConfirmed, false},
		"not deep":   {197, nil, nodeapi.StateDisputed, false},
		"false":      {196, func(b []byte) { g := bls.GeneratorG1().Affine(); copy(b, g[:]) }, nodeapi.StateDisputed, true},
		"no point":   {196, func(b []byte) { b[5]++ }, nodeapi.StateDisputed, true},
		"all zeroes": {196, func(b []byte) { clear(b) }, nodeapi.StateDisputed, true},
	} {
		of := newCase(t)
		of.answered(c.block, c.change)
		if v := of.rules.Judge(of.order, now); v.State != c.want {
			t.Errorf("%s: judged %+v, want %s", name, v, c.want)
		}
		if d, ok := of.rules.Duty(of.order, now); ok && d.Due != c.due || !ok && c.due {
			t.Errorf("%s: %+v, %v", name, d, ok)
		}
	}
}
