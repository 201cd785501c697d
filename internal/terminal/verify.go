package terminal

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/shrinkwrap/shrinkwrap/internal/fraud"
	"github.com/shrinkwrap/shrinkwrap/internal/rights"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// InspectAgreement checks offline what an agreement says: its header as
// [Inspect] does, and then the order, the receipt and the words against it. The
// error is that of reading the known signers.
func InspectAgreement(a *rights.Agreement, trust Trust, signers Signers, e rights.Expected) (Report, error) {
	r, err := Inspect(a.Header, trust, signers)
	if err != nil {
		return Report{}, err
	}
	r.verdict("order", fmt.Sprintf("paid for tier %d under the offer that was signed", a.Leaf.Tier), a.CheckOrder(trust.Contracts))
	r.verdict("receipt", "made by the committee that the header names, for this order", a.CheckReceipt())
	r.verdict("agreement", "says what order and header say", a.CheckStated())
	if (e != rights.Expected{}) {
		r.verdict("expected", "is of the publisher or product that was named", a.Expect(trust.Contracts, e))
	}
	if a.Free() {
		r.Checks = append(r.Checks, Check{"price", Notice, "nothing was paid: everybody gets receipts of a free tier"})
	}
	return r, nil
}

// InspectFraud checks offline what a proof of fraud says, against the wrap that
// lies beside it: the header as [Inspect] does, then that the opener is the
// tier's, then what the sealed bytes hold. What is not true is in the report.
// Sealed bytes that are not the signed ones are an error of the kind Input: they
// prove nothing, and those of another copy may. progress may be nil.
func InspectFraud(ctx context.Context, p *fraud.Proof, w *Wrap, trust Trust, signers Signers, progress func(done uint64)) (Report, error) {
	r, err := Inspect(p.Header, trust, signers)
	if err != nil {
		return Report{}, err
	}
	// Who gets a fee matters to who pays, not to what was sealed.
	r.Checks = slices.DeleteFunc(r.Checks, func(c Check) bool { return c.Name == "committee" })
	if err := p.CheckEscrow(trust.Contracts); err != nil {
		r.Checks = append(r.Checks, Check{"accused for", Dangerous, err.Error()})
	}
	r.verdict("opener", fmt.Sprintf("opens tier %d, as the committee's keys show", p.Tier), p.CheckOpener(trust.Contracts))
	if r.dangers() != nil {
		return r, nil
	}
	section, err := p.SectionOf(w.Archive)
	if err != nil {
		return Report{}, otherBytes(p, w, err)
	}
	found, err := p.CheckSection(ctx, section, progress)
	switch {
	case err == nil:
		r.Checks = append(r.Checks, Check{"fraud", Fine, fmt.Sprintf("is exactly what was signed, and %s: %v", fraudWords[p.Kind], found)})
	case errors.Is(err, fraud.ErrHonest), errors.Is(err, fraud.ErrKind):
		r.Checks = append(r.Checks, Check{"fraud", Dangerous, err.Error()})
	default:
		return Report{}, otherBytes(p, w, err)
	}
	return r, nil
}

// otherBytes says of a wrap that it does not have what the proof is about.
func otherBytes(p *fraud.Proof, w *Wrap, err error) error {
	damaged := new(wrap.DamagedError)
	switch {
	case w.Header.ID() != p.Header.ID() && (errors.As(err, &damaged) || p.Section >= len(w.Header.Content.Sections)):
		return failure(Input, fmt.Errorf("%s is another wrap than %s, which the proof is about", w.Path, p.Header.ID()), "name a copy of that one")
	case errors.As(err, &damaged):
		return failure(Input, fmt.Errorf("%s has other bytes than were signed, which prove nothing: %w", w.Path, err), "another copy of the wrap may be whole")
	}
	return err
}

// verdict adds the outcome of a check.
func (r *Report) verdict(name, fine string, err error) {
	if err != nil {
		r.Checks = append(r.Checks, Check{name, Dangerous, err.Error()})
		return
	}
	r.Checks = append(r.Checks, Check{name, Fine, fine})
}
