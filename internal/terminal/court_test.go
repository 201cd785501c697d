package terminal_test

import (
	"context"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
)

const dearPrice = 1e16 // wei, far above a dispute's gas

// newDear seals and deploys a wrap whose price is worth a dispute.
func (w *world) newDear() {
	w.Helper()
	w.path, w.header = w.seller.wrap(w.T, []string{"sample.txt", "tale.txt"}, tale,
		tier{"sample", 0, 0, []string{"sample.txt"}}, tier{"text", dearPrice, 1, []string{"sample.txt", "tale.txt"}})
	w.deploy()
}

// withheld buys the text of a dear wrap, and nobody releases it.
func (w *world) withheld() (*terminal.Buyer, *terminal.Purchase) {
	w.Helper()
	w.newDear()
	return w.buyWithheld()
}

// pass lets the chain's time pass.
func (w *world) pass(d time.Duration) {
	w.Helper()
	if err := w.bed.AdjustTime(d); err != nil {
		w.Fatal(err)
	}
}

// events are the escrow's about orders, of one kind.
func (w *world) events(topic common.Hash) (all []dispute.Event) {
	w.Helper()
	logs, err := w.bed.Client().FilterLogs(context.Background(), ethereum.FilterQuery{
		Addresses: []common.Address{testbed.Contracts.Escrow}, Topics: [][]common.Hash{{topic}},
	})
	if err != nil {
		w.Fatal(err)
	}
	for _, log := range logs {
		e, err := dispute.ParseEvent(log)
		if err != nil {
			w.Fatal(err)
		}
		all = append(all, e)
	}
	return all
}

func (w *world) wantEvents(topic common.Hash, n int) {
	w.Helper()
	if got := w.events(topic); len(got) != n {
		w.Errorf("the chain has %d such events, want %d", len(got), n)
	}
}

// eventually waits until what another goroutine does has come about.
func (w *world) eventually(what string, done func() bool) {
	w.Helper()
	for deadline := time.Now().Add(time.Minute); !done(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			w.mu.Lock()
			defer w.mu.Unlock()
			w.Fatalf("%s did not come about; it said:\n%s", what, strings.Join(w.told, "\n"))
		}
	}
}

func (w *world) balance(of common.Address) *uint256.Int {
	w.Helper()
	balance, err := w.client.BalanceAt(context.Background(), of, nil)
	if err != nil {
		w.Fatal(err)
	}
	amount, _ := uint256.FromBig(balance)
	return amount
}

// answer releases an order on chain, as any node can.
func (w *world) answer(c order.Confirmed) {
	w.Helper()
	U, err := w.node.combine(c, "")
	if err != nil {
		w.Fatal(err)
	}
	call := dispute.Batch{{Leaf: c.Leaf, U: U}}.Call(w.seller.group.P, w.seller.group.Q)
	if _, err := w.bed.Send(context.Background(), devchain.Key(4), &testbed.Contracts.Escrow, nil, call); err != nil {
		w.Fatal(err)
	}
}

// waitForLook waits as long as a look at the chain takes at most.
func (w *world) waitForLook(b *terminal.Buyer) { time.Sleep(5 * b.Pace.Chain) }

func (w *world) buyWithheld() (*terminal.Buyer, *terminal.Purchase) {
	w.Helper()
	w.node.late.Store(1 << 40)
	b := w.buyer()
	p, err := b.Buy(context.Background(), w.intent(1))
	if err != nil {
		w.Fatal(err)
	}
	w.awaitPayment()
	w.eventually("the order", func() bool {
		_, err := b.Look(context.Background(), p)
		return err == nil
	})
	return b, p
}

func (w *world) eventuallyDisputed(b *terminal.Buyer, p *terminal.Purchase) {
	w.Helper()
	c, err := b.Look(context.Background(), p)
	if err != nil {
		w.Fatal(err)
	}
	if c, err = b.Dispute(context.Background(), c); err != nil || c.Status.State != dispute.Disputed {
		w.Fatalf("disputed: %v, %v", c.Status, err)
	}
	w.wantEvents(dispute.DisputedTopic, 1)
}

// buyFor has somebody else buy, with keys from number first on.
func (w *world) buyFor(n, first uint32) {
	w.Helper()
	for i := first; i < first+n; i++ {
		key, err := release.NewKey(make([]byte, release.SeedSize), w.header.Place(w.seller.trust.Contracts, 1), i)
		if err != nil {
			w.Fatal(err)
		}
		if _, _, err := w.bed.Buy(context.Background(), devchain.Key(3), w.header.Terms(), key); err != nil {
			w.Fatal(err)
		}
	}
}
