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

// Record completes what is kept of a purchase that was released: its order as
// the chain has it now, and its receipt. Both can be had later as well; an error
// means that they were not had now.
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
	if stands, err := b.keep(p, s); err != nil || !stands {
		return errors.Join(errors.New("the chain does not show the order now"), err)
	}
	return b.askReceipt(ctx, p)
}

func (b *Buyer) askReceipt(ctx context.Context, p *Purchase) error {
	var failed []failedNode
	for _, n := range b.Nodes {
		receipt, err := nodeReceipt(ctx, n, p)
		if err != nil {
			failed = append(failed, failedNode{host(n), err})
			continue
		}
		point := receipt.Bytes()
		p.Receipt = point[:]
		return p.save()
	}
	return fmt.Errorf("no node gave a receipt: %s", list(failed))
}

func nodeReceipt(ctx context.Context, n nodeapi.Client, p *Purchase) (bls.G1, error) {
	ctx, cancel := context.WithTimeout(ctx, receiptTimeout)
	defer cancel()
	r, err := n.Receipt(ctx, p.ChainID, p.Order.Hash, false)
	if err != nil {
		return bls.G1{}, err
	}
	if r.Receipt == "" {
		return bls.G1{}, fmt.Errorf("has none yet: %s %s", r.State, r.Reason)
	}
	receipt, err := nodeapi.ParseG1(r.Receipt)
	if err != nil {
		return bls.G1{}, err
	}
	return receipt, p.verifyReceipt(receipt)
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
