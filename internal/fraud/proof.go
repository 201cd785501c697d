// Package fraud is the transferable proof that a publisher sealed something else
// than he signed.
//
// The escrow guarantees the key of a tier, not what is behind it. But the header
// signs the sealed bytes of every section, and whoever has the point D_k = s·id_k
// of a tier can show what they hold: D_k belongs to the tier by one pairing, a_k
// follows from it and from the signed E_k, and the bytes open with a_k or do not.
// Nobody has to be believed for that, and nobody can be accused falsely: header,
// tier and section allow one D_k and one outcome.
//
// [Accuse] makes a [Proof] where there is a fraud, [Parse] reads one, and
// [Proof.Verify] checks it against the sealed bytes, which it does not carry.
//
// ⚠ A proof holds D_k, and who has D_k opens the tier: all of its sections, of
// all issues of its series, for ever. There is no proof without it.
package fraud

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// MaxSize bounds a proof, in bytes: a header in hexadecimal, and a few words.
const MaxSize = 4 * wrap.MaxHeaderSize

// Kind is what is wrong with a section: the first of these that is true.
type Kind string

// Kinds of fraud, see [wrap.Section.Examine].
const (
	Key        Kind = "key"        // E_k unmasks to a key that opens no stanza of the section
	Encryption Kind = "encryption" // the age file is not whole
	Content    Kind = "content"    // what it holds does not inflate to exactly the signed size
	Folder     Kind = "folder"     // it has the signed size, and is no tar of a folder as was signed
)

// Proof accuses the signer of a header. Nothing in it tells who made it: header,
// tier and section have one proof, the same bytes whoever paid.
//
// Header has no hints. Of a proof that was parsed none of it is true before
// Verify said so.
type Proof struct {
	Header  *wrap.Header
	Escrow  common.Address
	Tier    uint8
	Section int // its number in the header, from 0
	Kind    Kind
	Opener  bls.G1 // D_k = s·id_k: a bearer key
}

// Accuse examines a section of a header with the D_k of a tier that includes it.
// Where it is a fraud, the proof comes with what was found; where it holds what
// was signed, the error is [ErrHonest]. Sealed bytes other than the signed ones
// are a [wrap.DamagedError], and prove nothing.
func Accuse(ctx context.Context, h *wrap.Header, c product.Contracts, tier uint8, n int, opener bls.G1, sealed *wrap.Section) (p *Proof, found, err error) {
	signed := *h
	signed.Hints = nil
	p = &Proof{Header: &signed, Escrow: c.Escrow, Tier: tier, Section: n, Opener: opener}
	if err := p.checkPlace(); err != nil {
		return nil, nil, err
	}
	if err := errors.Join(p.CheckHeader(c), p.CheckOpener(c)); err != nil {
		return nil, nil, err
	}
	if p.Kind, found, err = p.examine(ctx, sealed, nil); err != nil {
		return nil, nil, err
	}
	return p, found, nil
}

// checkForm checks what a document is written from.
func (p *Proof) checkForm() error {
	if len(p.Header.Hints) > 0 {
		return fmt.Errorf("proof's header has %d hints, want none: they are not signed", len(p.Header.Hints))
	}
	if err := p.checkPlace(); err != nil {
		return err
	}
	switch p.Kind {
	case Key, Encryption, Content:
		return nil
	case Folder:
		if folder(p.Signed()) {
			return nil
		}
		return fmt.Errorf("proof says that section %d is no folder, which it was not signed to be", p.Section)
	}
	return fmt.Errorf("proof is of an unknown kind %q", p.Kind)
}

// checkPlace refuses a tier and a section that the header has not, and a section
// that the tier does not include: its key need not open that.
func (p *Proof) checkPlace() error {
	tiers, sections := len(p.Header.Content.Tiers), len(p.Header.Content.Sections)
	switch {
	case int(p.Tier) >= tiers:
		return fmt.Errorf("proof is about tier %d, its header has %d", p.Tier, tiers)
	case p.Section < 0 || p.Section >= sections:
		return fmt.Errorf("proof is about section %d, its header has %d", p.Section, sections)
	case !p.Signed().Includes(int(p.Tier)):
		return fmt.Errorf("tier %d does not include section %d: its key need not open it", p.Tier, p.Section)
	}
	return nil
}

// Signed returns what the header signs of the section.
func (p *Proof) Signed() wrap.SectionHeader { return p.Header.Content.Sections[p.Section] }

// Signer returns whom the proof accuses.
func (p *Proof) Signer() common.Address { return p.Header.Binding.Terms.Signer }

// folder reports whether the section was signed to be a folder. What a release
// program is given is judged by its size alone: it need not be a tar.
func folder(s wrap.SectionHeader) bool { return s.Media == wrap.MediaFolder && !s.Program }

// Parse reads a proof strictly: what it accepts, Bytes writes again. It checks
// form alone; Verify says whether it is true.
func Parse(b []byte) (*Proof, error) {
	if len(b) > MaxSize {
		return nil, fmt.Errorf("proof of fraud has %d bytes, at most %d are allowed", len(b), MaxSize)
	}
	var read document
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(&read); err != nil {
		return nil, fmt.Errorf("proof of fraud is malformed: %v", err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("proof of fraud is malformed: something follows the document")
	}
	p, err := read.proof()
	if err != nil {
		return nil, err
	}
	if !bytes.Equal(p.Bytes(), b) {
		return nil, errors.New("proof of fraud is not in its one form: it was written anew, or says what it does not prove")
	}
	return p, nil
}

// Bytes returns the proof's one encoding.
func (p *Proof) Bytes() []byte { return p.document().encode() }
