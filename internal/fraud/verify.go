package fraud

import (
	"context"
	"errors"
	"fmt"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// Errors that say why a proof proves nothing. Sealed bytes other than the signed
// ones are a [wrap.DamagedError]: another copy of the wrap may prove it.
var (
	ErrEscrow = errors.New("header is accused for another escrow")
	ErrOpener = errors.New("opener is not that of the tier")
	ErrHonest = errors.New("section holds what was signed")
	ErrKind   = errors.New("fraud is of another kind than the proof says")
)

// Verify returns nil if the proof is true of these sealed bytes: if the header's
// signer signed them for the tier, and they do not hold what he signed. Nobody is
// asked, nothing is written, and memory is bounded whatever they inflate to.
func (p *Proof) Verify(ctx context.Context, c product.Contracts, sealed *wrap.Section) error {
	for _, check := range []func() error{
		func() error { return p.CheckHeader(c) },
		func() error { return p.CheckOpener(c) },
		func() error { _, err := p.CheckSection(ctx, sealed, nil); return err },
	} {
		if err := check(); err != nil {
			return err
		}
	}
	return nil
}

// CheckHeader returns nil if the header's keys belong together, and its signer
// signed it for the escrow of these contracts.
func (p *Proof) CheckHeader(c product.Contracts) error {
	if err := p.CheckEscrow(c); err != nil {
		return err
	}
	if err := p.Header.Check(); err != nil {
		return err
	}
	return p.Header.Authenticate(c)
}

// CheckEscrow returns ErrEscrow unless the proof is about the escrow of these
// contracts: at another one the tier has another identity.
func (p *Proof) CheckEscrow(c product.Contracts) error {
	if p.Escrow != c.Escrow {
		return fmt.Errorf("%w than %s: %s", ErrEscrow, c.Escrow, p.Escrow)
	}
	return nil
}

// CheckOpener returns ErrOpener unless e(D_k, h) = e(id_k, Q).
func (p *Proof) CheckOpener(c product.Contracts) error {
	_, Q := p.Header.Binding.Group()
	if !bls.PairingsEqual(p.Opener, bls.GeneratorG2(), p.Header.Place(c, int(p.Tier)).Identity(), Q) {
		return fmt.Errorf("%w %d", ErrOpener, p.Tier)
	}
	return nil
}

// CheckSection examines the sealed bytes with the tier's key, which the opener
// takes out of the header, and returns what was found if that is the fraud of
// which the proof speaks. progress may be nil.
//
// ⚠ Only with a header and an opener that were checked it means anything.
func (p *Proof) CheckSection(ctx context.Context, sealed *wrap.Section, progress func(done uint64)) (found, err error) {
	kind, found, err := p.examine(ctx, sealed, progress)
	if err != nil {
		return nil, err
	}
	if kind != p.Kind {
		return nil, fmt.Errorf("%w: it says %q, and found is %q: %w", ErrKind, p.Kind, kind, found)
	}
	return found, nil
}

// SectionOf joins the sealed bytes of the section, as a wrap has them, with what
// the proof's header signs of them.
func (p *Proof) SectionOf(a *wrap.Archive) (*wrap.Section, error) {
	return a.Section(p.Section, p.Signed().Sealed())
}

// examine returns what is wrong with the sealed bytes.
func (p *Proof) examine(ctx context.Context, sealed *wrap.Section, progress func(done uint64)) (kind Kind, found, err error) {
	signed := p.Signed()
	if sealed.Sealed != signed.Sealed() {
		panic("fraud: the section was not joined with the proof's header: see SectionOf")
	}
	key, err := p.Header.Binding.Seal().Open(int(p.Tier), p.Opener)
	if err != nil {
		return "", nil, err
	}
	found = sealed.Examine(ctx, folder(signed), progress, key.Identity())
	switch {
	case found == nil:
		return "", nil, fmt.Errorf("%w: %q opens with the key of tier %d", ErrHonest, signed.Name, p.Tier)
	case errors.Is(found, wrap.ErrWrongKey):
		kind = Key
	case errors.Is(found, wrap.ErrUndecryptable):
		kind = Encryption
	case errors.Is(found, wrap.ErrMalformed):
		kind = Content
	case errors.Is(found, wrap.ErrBadFolder):
		kind = Folder
	default:
		return "", nil, found // damage, or nobody's fault
	}
	return kind, found, nil
}
