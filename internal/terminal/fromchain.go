package terminal

import (
	"context"
	"errors"
)

// FromChain looks once whether the release of a purchase stands on its chain, as the
// answer to a dispute, and keeps it if it verifies. Any endpoint will do, and no node
// is asked. It returns the purchase as it is then.
func (b *Buyer) FromChain(ctx context.Context, p *Purchase) (_ *Purchase, err error) {
	if p, err = b.Take(p); err != nil {
		return p, err
	}
	defer func() { err = errors.Join(err, p.Close()) }()
	if len(p.Release) > 0 {
		return p, nil
	}
	s, err := b.see(ctx, p)
	if err != nil {
		return p, err
	}
	if _, err := b.keep(p, s); err != nil || s.U.IsZero() {
		return p, err
	}
	return p, p.keepRelease(s.U, chainSource)
}
