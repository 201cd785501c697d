package terminal_test

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
)

// Whatever keeps a receipt away says whose turn it is, and the next call has it.
func TestReceiptIsHadLater(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.deploy()
	w.released()
	p := w.kept() // by a process that ended before it had the receipt
	release := hexutil.Encode(p.Release)
	for name, test := range map[string]struct {
		fault func(http.ResponseWriter, *http.Request) bool
		kind  terminal.Kind
		said  string
	}{
		"not deep enough": {says(nodeapi.Receipt{State: nodeapi.StateSeen}), terminal.Pending, "not deep enough yet"},
		"being made":      {says(nodeapi.Receipt{State: nodeapi.StateConfirmed, Reason: "ask again"}), terminal.Pending, "ask again"},
		"refunded":        {says(nodeapi.Receipt{State: nodeapi.StateRefunded}), terminal.Refused, "refunded"},
		"declined":        {says(nodeapi.Receipt{State: nodeapi.StateDeclined, Reason: "sold elsewhere"}), terminal.Refused, "sold elsewhere"},
		"no node":         {rubbish, terminal.Unreachable, "no node gave a receipt"},
		"a release":       {says(nodeapi.Receipt{State: nodeapi.StateReleased, Receipt: release}), terminal.Unreachable, "receipt does not verify"},
	} {
		w.node.fault = only("/v1/orders/", test.fault)
		err := w.buyer().Record(context.Background(), p)
		if len(p.Receipt) > 0 {
			t.Fatalf("%s: a receipt is kept", name)
		}
		w.wantKind(err, test.kind, test.said)
	}
	alone := w.buyer()
	alone.Nodes = nil
	w.wantKind(alone.Record(context.Background(), p), terminal.Unreachable, "no node of the committee is known")
	if _, err := p.Agreement(w.header); !errors.Is(err, terminal.ErrNoReceipt) {
		t.Errorf("agreement without a receipt: %v", err)
	}
	w.node.fault = nil
	if err := w.buyer().Record(context.Background(), p); err != nil {
		t.Fatal(err)
	}
	if kept := w.kept(); len(kept.Receipt) != 48 {
		t.Errorf("kept is a receipt of %d bytes", len(kept.Receipt))
	}
	// What is here is asked of nobody.
	asked := w.node.asked.Load()
	if err := w.buyer().Record(context.Background(), w.kept()); err != nil || w.node.asked.Load() != asked {
		t.Errorf("asked %d times more, %v", w.node.asked.Load()-asked, err)
	}
	if _, err := p.Agreement(w.header); err != nil {
		t.Error(err)
	}
}

// A receipt that came with the release is kept once the chain shows its order, and
// no node is asked again.
func TestReceiptComesWithTheRelease(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.deploy()
	p := w.released()
	if len(p.Receipt) > 0 {
		t.Fatal("a receipt is kept of an order that the chain was not asked for")
	}
	asked := w.node.asked.Load()
	if err := w.buyer().Record(context.Background(), p); err != nil || w.node.asked.Load() != asked {
		t.Errorf("asked %d times more, %v", w.node.asked.Load()-asked, err)
	}
	if kept := w.kept(); len(kept.Receipt) != 48 {
		t.Errorf("kept is a receipt of %d bytes", len(kept.Receipt))
	}
}

// A node that gives something else beside a release costs a request: what it gave
// is not kept, and the receipt is asked for by the order's own name.
func TestReceiptBesideTheReleaseIsFalse(t *testing.T) {
	for name, spoil := range map[string]func(r *nodeapi.Release){
		"none":                func(r *nodeapi.Release) { r.Receipt = "" },
		"no point":            func(r *nodeapi.Release) { r.Receipt = "0x00" },
		"a release":           func(r *nodeapi.Release) { r.Receipt = r.Release },
		"of another order":    func(r *nodeapi.Release) { r.Order = "0x" + strings.Repeat("ab", 32) },
		"of an order unnamed": func(r *nodeapi.Release) { r.Order = "" },
	} {
		w := newWorld(t, devchain.Options{})
		w.deploy()
		w.node.spoil = spoil
		p := w.released()
		asked := w.node.asked.Load()
		if err := w.buyer().Record(context.Background(), p); err != nil || w.node.asked.Load() != asked+1 {
			t.Errorf("%s: asked %d times more, %v", name, w.node.asked.Load()-asked, err)
		}
		if a, err := p.Agreement(w.header); err != nil || a.Leaf.Hash() != p.Order.Hash {
			t.Errorf("%s: agreement is %v, %v", name, a, err)
		}
	}
}
