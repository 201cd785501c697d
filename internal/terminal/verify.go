package terminal

import (
	"fmt"

	"github.com/shrinkwrap/shrinkwrap/internal/rights"
)

// InspectAgreement checks offline what an agreement says: its header as
// [Inspect] does, and then the order, the receipt and the words against it. The
// error is that of reading the known signers.
func InspectAgreement(a *rights.Agreement, trust Trust, signers Signers, e rights.Expected) (Report, error) {
	r, err := Inspect(a.Header, trust, signers)
	if err != nil {
		return Report{}, err
	}
	verdict := func(name, fine string, err error) {
		if err != nil {
			r.Checks = append(r.Checks, Check{name, Dangerous, err.Error()})
			return
		}
		r.Checks = append(r.Checks, Check{name, Fine, fine})
	}
	verdict("order", fmt.Sprintf("paid for tier %d under the offer that was signed", a.Leaf.Tier), a.CheckOrder(trust.Contracts))
	verdict("receipt", "made by the committee that the header names, for this order", a.CheckReceipt())
	verdict("agreement", "says what order and header say", a.CheckStated())
	if (e != rights.Expected{}) {
		verdict("expected", "is of the publisher or product that was named", a.Expect(trust.Contracts, e))
	}
	if a.Free() {
		r.Checks = append(r.Checks, Check{"price", Notice, "nothing was paid: everybody gets receipts of a free tier"})
	}
	return r, nil
}
