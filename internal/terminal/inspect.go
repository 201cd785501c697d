package terminal

import (
	"errors"
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// Verdict is the outcome of a check.
type Verdict string

// Verdicts.
const (
	Fine      Verdict = "ok"
	Notice    Verdict = "notice" // nothing false, but people should know
	Dangerous Verdict = "danger" // nothing may be paid
)

// Check is one thing that was looked at, and what was found, in words.
type Check struct {
	Name    string  `json:"check"`
	Verdict Verdict `json:"verdict"`
	Text    string  `json:"text"`
}

// Report is what a terminal knows of a wrap before it asks anyone.
type Report struct {
	ID      common.Hash
	Product common.Address // where the escrow of Trust would find it
	Signer  common.Address // the publisher, as terminals show and compare it
	Payee   common.Address
	Known   bool // the signer was seen before
	First   Signer
	Trust   Trust
	Checks  []Check
}

// Inspect checks offline what a header says, for the escrow that the terminal
// trusts: its keys, its signature, its product's address, its signer. The error
// is that of reading the known signers: a false header is in the report.
func Inspect(h *wrap.Header, trust Trust, signers Signers) (Report, error) {
	r := Report{
		ID:      h.ID(),
		Product: h.Address(trust.Contracts),
		Signer:  h.Binding.Terms.Signer,
		Payee:   h.Binding.Terms.Publisher,
		Trust:   trust,
	}
	var err error
	if r.First, r.Known, err = signers.Known(r.Signer); err != nil {
		return Report{}, err
	}
	r.Checks = []Check{r.checkSignature(h), r.checkEscrow(), r.checkProduct(h), r.checkKeys(h), r.checkSigner()}
	if t := h.Binding.Terms; t.Committee == (common.Address{}) && t.FeeBps > 0 {
		r.Checks = append(r.Checks, Check{"committee", Dangerous, "the zero address takes a fee, which would be nobody's: no node serves such an offer"})
	}
	return r, nil
}

// Danger returns an [Error] of that kind if any check found one, else nil.
func (r Report) Danger() error {
	if err := r.dangers(); err != nil {
		return failure(Danger, err, "do not pay for this: the code may have been swapped or forged")
	}
	return nil
}

// dangers puts into words what the checks found dangerous.
func (r Report) dangers() error {
	var dangers []string
	for _, c := range r.Checks {
		if c.Verdict == Dangerous {
			dangers = append(dangers, c.Name+": "+c.Text)
		}
	}
	if len(dangers) == 0 {
		return nil
	}
	return errors.New(strings.Join(dangers, "; "))
}

func (r Report) checkSignature(h *wrap.Header) Check {
	if err := h.Authenticate(r.Trust.Contracts); err != nil {
		return Check{"signature", Dangerous, err.Error()}
	}
	return Check{"signature", Fine, fmt.Sprintf("made by %s for this escrow, covers everything but the hints", r.Signer)}
}

func (r Report) checkEscrow() Check {
	if r.Trust.Explicit {
		return Check{"escrow", Notice, fmt.Sprintf("%s is set in config.toml: its code is not compared with anything", r.Trust.Contracts.Escrow)}
	}
	return Check{"escrow", Fine, fmt.Sprintf("%s is this software's own constant", r.Trust.Contracts.Escrow)}
}

func (r Report) checkProduct(h *wrap.Header) Check {
	if len(h.Binding.Product) > 0 {
		return Check{"product", Notice, fmt.Sprintf("%s is a contract of the publisher's own: its offers are seen only online, and its code may change", r.Product)}
	}
	return Check{"product", Fine, fmt.Sprintf("%s follows from the terms", r.Product)}
}

func (r Report) checkKeys(h *wrap.Header) Check {
	key := h.Terms().GroupKey
	if err := h.Check(); err != nil {
		return Check{"group key", Dangerous, err.Error() + ": what is paid for could never be opened"}
	}
	return Check{"group key", Fine, fmt.Sprintf("%s, whose P and Q belong together", key)}
}

func (r Report) checkSigner() Check {
	if !r.Known {
		return Check{"publisher", Notice, fmt.Sprintf("new publisher: no wrap of %s was kept here before", r.Signer)}
	}
	return Check{"publisher", Fine, fmt.Sprintf("known since %s, first by %q", r.First.FirstSeen.UTC().Format("2006-01-02"), r.First.Title)}
}
