package terminal

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
)

// receiptTimeout bounds the question at one node, which may have to ask others.
const receiptTimeout = 15 * time.Second

// Record completes what is kept of a purchase: its order as the chain has it
// now, and its receipt, which is durable when Record returns nil. Most often the
// receipt came with the release, and the chain alone is asked. Both can be had
// later as well; an error means that they were not had now.
func (b *Buyer) Record(ctx context.Context, p *Purchase) error {
	if len(p.Receipt) > 0 {
		return nil
	}
	// Looked at again even if an order is known: a reorganisation changes its time,
	// and with it its name.
	s, err := b.see(ctx, p)
	if err != nil {
		return err
	}
	stands, err := b.keep(p, s)
	switch {
	case err != nil:
		return err
	case p.Step == Refunded:
		return failure(Refused, fmt.Errorf("%q was refunded: no receipt is made for it", p.Title))
	case !stands:
		return failure(Pending, errors.New("the chain does not show the order now"), "a payment that was sent may take some blocks; the same command looks again")
	}
	if p.offered.order == p.Order.Hash && p.verifyReceipt(p.offered.receipt) == nil {
		return p.keepReceipt(p.offered.receipt)
	}
	return b.askReceipt(ctx, p)
}

// keepReceipt makes a receipt durable that was verified.
func (p *Purchase) keepReceipt(receipt bls.G1) error {
	point := receipt.Bytes()
	p.Receipt = point[:]
	return p.save()
}

func (b *Buyer) askReceipt(ctx context.Context, p *Purchase) error {
	if len(b.Nodes) == 0 {
		return failure(Unreachable, errors.New("no node of the committee is known, and a receipt is made by nodes alone"), "name one with --node URL")
	}
	var failed []failedNode
	kind := Unreachable
	for _, n := range b.Nodes {
		receipt, err := nodeReceipt(ctx, n, p)
		if err == nil {
			return p.keepReceipt(receipt)
		}
		if e := new(Error); kind == Unreachable && errors.As(err, &e) {
			kind = e.Kind
		}
		failed = append(failed, failedNode{host(n), err})
	}
	return failure(kind, fmt.Errorf("no node gave a receipt: %s", list(failed)), receiptHints[kind]...)
}

var receiptHints = map[Kind][]string{
	Pending:     {"the payment stands; the same command asks again"},
	Refused:     {"other nodes of the committee may be asked with --node URL"},
	Unreachable: {"the payment stands; the same command asks again, and --node URL names another node"},
}

// nodeReceipt asks one node. The kind of its error says whether it pays to ask
// again.
func nodeReceipt(ctx context.Context, n nodeapi.Client, p *Purchase) (bls.G1, error) {
	ctx, cancel := context.WithTimeout(ctx, receiptTimeout)
	defer cancel()
	r, err := n.Receipt(ctx, p.ChainID, p.Order.Hash, false)
	if err != nil {
		return bls.G1{}, err
	}
	if r.Receipt == "" {
		return bls.G1{}, noReceipt(r)
	}
	receipt, err := nodeapi.ParseG1(r.Receipt)
	if err != nil {
		return bls.G1{}, err
	}
	return receipt, p.verifyReceipt(receipt)
}

// noReceipt puts into words why a node has none. Its reason is a stranger's.
func noReceipt(r nodeapi.Receipt) error {
	reason := ""
	if r.Reason != "" {
		reason = ", " + r.Reason
	}
	switch r.State {
	case nodeapi.StateSeen:
		return failuref(Pending, "the payment is not deep enough yet%s", reason)
	case nodeapi.StateRefunded, nodeapi.StateDeclined:
		return failuref(Refused, "it makes none: %s%s", r.State, reason)
	}
	return failuref(Pending, "has none yet: %s%s", r.State, reason)
}

// verifyReceipt takes Q from the header, and wants the order to be of that
// header's product and tier, and of its committee.
func (p *Purchase) verifyReceipt(receipt bls.G1) error {
	leaf, err := order.ParseLeaf(p.Order.Leaf)
	if err != nil {
		return err
	}
	offer := p.offer()
	if leaf.Hash() != p.Order.Hash || leaf.Product != p.Product || leaf.Tier != p.Tier || leaf.GroupKey != offer.GroupKey {
		return errors.New("order is not that of the purchase")
	}
	_, Q := p.header.Binding.Group()
	return release.VerifyReceipt(release.OrderPlace{ChainID: p.ChainID, Escrow: p.Escrow, Order: p.Order.Hash}, Q, receipt)
}
