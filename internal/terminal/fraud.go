package terminal

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/shrinkwrap/shrinkwrap/internal/fraud"
	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// Fraud is a section that does not hold what its publisher signed, and the proof
// of it, which is in the folder beside what is whole.
type Fraud struct {
	Section string // its name
	File    string // the name of the proof's file
	Kept    string // the name of the file with the tar that is no folder; else empty
	Proof   *fraud.Proof
	Found   error // what is wrong, in words
}

// accuse writes the proof of a fraud in section n into the folder, and the
// section's own bytes where only the folder in them cannot be extracted. What met
// the fraud may be wrong about it: everything is looked at again.
//
// The proof is durable with the folder; the wrap and the release, which are kept,
// give it again.
func (o *Opening) accuse(ctx context.Context, n int, dir string, met error) error {
	section, err := o.Wrap.Section(n)
	if err != nil {
		return err
	}
	h, p := o.Wrap.Header, o.Purchase
	proof, found, err := fraud.Accuse(ctx, h, product.ContractsOf(p.Escrow), p.Tier, n, o.opener, section)
	switch {
	case errors.Is(err, fraud.ErrHonest):
		return fmt.Errorf("%w; looked at again: %v", met, err) // a disk or memory that fails
	case err != nil:
		return err
	}
	f := Fraud{Section: h.Content.Sections[n].Name, File: o.proofName(n), Proof: proof, Found: found}
	if proof.Kind == fraud.Folder {
		f.Kept = o.rawName(n)
		if err := section.OpenFile(ctx, filepath.Join(dir, f.Kept), nil, o.Identity); err != nil {
			return err
		}
	}
	// 0600: the proof is the tier's key, too.
	if err := home.WriteNew(filepath.Join(dir, f.File), proof.Bytes(), 0o600); err != nil {
		return err
	}
	o.Frauds = append(o.Frauds, f)
	return nil
}

// isFraud reports whether an error of opening a section may be its publisher's
// fault.
func isFraud(err error) bool {
	damaged := new(wrap.DamagedError)
	return !errors.As(err, &damaged) && (errors.Is(err, wrap.ErrWrongKey) || errors.Is(err, wrap.ErrMalformed) || errors.Is(err, wrap.ErrBadFolder))
}

// proofName is the name of the proof's file, which no section has.
func (o *Opening) proofName(n int) string {
	name := fmt.Sprintf("fraud-%d.json", n)
	taken := func() bool {
		return slices.ContainsFunc(o.Wrap.Header.Content.Sections, func(s wrap.SectionHeader) bool { return strings.EqualFold(s.Name, name) })
	}
	for i := 1; taken(); i++ {
		name = fmt.Sprintf("fraud-%d-%d.json", n, i)
	}
	return name
}

// Partial reports whether Write wrote what is whole of the tier, though not all
// of it is.
func (o *Opening) Partial() bool { return len(o.Failures)+len(o.Frauds) > 0 }

// defrauded is the error of an opening in which a section was a fraud.
func (o *Opening) defrauded(dir string) error {
	if len(o.Frauds) == 0 {
		return nil
	}
	var said, proofs, kept []string
	for _, f := range o.Frauds {
		said = append(said, fmt.Sprintf("%q is exactly what %s signed, and %s: %v", f.Section, f.Proof.Signer(), fraudWords[f.Proof.Kind], f.Found))
		proofs = append(proofs, filepath.Join(dir, f.File))
		if f.Kept != "" {
			kept = append(kept, filepath.Join(dir, f.Kept))
		}
	}
	hints := []string{
		fmt.Sprintf("%s proves it to anybody who has a copy of the wrap, without a network: \"shrinkwrap verify %s WRAP\"", strings.Join(proofs, ", "), proofs[0]),
		o.gift(),
		"the escrow pays the publisher all the same: it answers for the key, which came, not for what was sealed",
	}
	if len(kept) > 0 {
		hints = append(hints, "kept is the tar that is no folder: "+strings.Join(kept, ", "))
	}
	return failure(Defrauded, fmt.Errorf("fraud: %s", strings.Join(said, "; ")), hints...)
}

// fraudWords say what is wrong, to people.
var fraudWords = map[fraud.Kind]string{
	fraud.Key:        "the tier's own key does not open it",
	fraud.Encryption: "it does not decrypt with the tier's own key",
	fraud.Content:    "it does not inflate to what was promised",
	fraud.Folder:     "it is no folder",
}

// gift says what giving the proof away gives away.
func (o *Opening) gift() string {
	if len(o.Wrap.Header.Content.Series) > 0 {
		return "THE PROOF HOLDS THE TIER'S KEY: whoever gets it opens the tier's whole sections, too, in every issue of the series"
	}
	if len(o.Frauds) < len(o.Sections()) {
		return "THE PROOF HOLDS THE TIER'S KEY: whoever gets it opens the tier's whole sections, too"
	}
	return "the proof holds the tier's key, which opens nothing else here: giving it away gives no product away"
}

// settleUse takes the count of an opening back in which nothing was whole.
func (o *Opening) settleUse() error {
	if len(o.Frauds) < len(o.Sections()) {
		return nil
	}
	return o.uncount()
}

// syncParent makes the folder's name durable, where a proof is in it.
func (o *Opening) syncParent(dir string) error {
	if len(o.Frauds) == 0 {
		return nil
	}
	return home.SyncFolder(filepath.Dir(dir))
}
