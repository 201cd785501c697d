package terminal

import (
	"context"
	"errors"
	"time"
)

// Watch follows a purchase until it is released or refunded, or until neither can
// come any more: it asks nodes and the chain, disputes at half time and has the
// money paid back, as [Buyer.Await] does, and stays. It waits while another process
// works at the purchase. What is known of it in the end is returned.
func (b *Buyer) Watch(ctx context.Context, p *Purchase) (_ *Purchase, err error) {
	p, err = b.take(ctx, p)
	if err != nil {
		return p, err
	}
	defer func() { err = errors.Join(err, p.Close()) }()
	switch {
	case len(p.Release) > 0:
		return p, nil
	case p.Step == Refunded:
		return p, p.refunded()
	}
	if err := b.await(ctx, p, true); err != nil {
		return p, err
	}
	if incomplete := b.Record(ctx, p); incomplete != nil {
		b.Tell("not complete yet: " + said(incomplete)) // what was released opens all the same
	}
	return p, nil
}

// take locks a purchase's place, and returns the purchase as it is on disk then,
// ready to go on with.
func (b *Buyer) take(ctx context.Context, p *Purchase) (*Purchase, error) {
	told := false
	for {
		err := p.Lock()
		if err == nil {
			break
		}
		if !errors.Is(err, errBusy) {
			return p, err
		}
		if !told {
			b.Tell("another process is at this purchase: waiting until that ends")
			told = true
		}
		if err := sleep(ctx, max(b.Pace.Chain, 10*time.Millisecond)); err != nil {
			return p, err
		}
	}
	fresh, err := Purchases{Home: b.Home}.Again(p)
	if err == nil {
		fresh.key, err = deriveKey(b.Home, fresh)
	}
	if err != nil {
		return p, errors.Join(err, p.Close())
	}
	fresh.unlock = p.unlock
	return fresh, nil
}

// Take is take for who does not wait: it refuses a purchase that another process
// works at. The caller closes it.
func (b *Buyer) Take(p *Purchase) (*Purchase, error) {
	if err := p.Lock(); err != nil {
		return p, err
	}
	fresh, err := Purchases{Home: b.Home}.Again(p)
	if err != nil {
		return p, errors.Join(err, p.Close())
	}
	fresh.unlock = p.unlock
	return fresh, nil
}
