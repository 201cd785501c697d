package fraud_test

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/fraud"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// Each false accusation is made with what its maker would have, written to a
// file, and read from it by the verifier.
func refuse(t *testing.T, p *fraud.Proof, sealed *wrap.Section, want error, parts ...string) {
	t.Helper()
	err := parse(t, p.Bytes()).Verify(context.Background(), contracts, sealed)
	if !errors.Is(err, want) {
		t.Fatalf("verified with %v, want %v", err, want)
	}
	for _, part := range parts {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("error %q does not say %q", err, part)
		}
	}
}

// victim is an honest publisher, and accused the proof that a cheat of him would
// give.
func victim(t *testing.T) (s *shop, accused *fraud.Proof) {
	t.Helper()
	s = openShop(t, "victim", goods{seal: honest(taleText), size: size})
	return s, &fraud.Proof{Header: signedPart(s.header), Escrow: contracts.Escrow, Tier: text, Section: cheated, Kind: fraud.Key, Opener: s.opener(text)}
}

// Every point but D_k gives a key that opens nothing, which would look like a
// fraud of the kind "key".
func TestAnotherOpener(t *testing.T) {
	s, accused := victim(t)
	key, err := release.NewKey(make([]byte, release.SeedSize), s.header.Place(contracts, text), 0)
	if err != nil {
		t.Fatal(err)
	}
	point, err := release.Point(key.Place, key.B)
	if err != nil {
		t.Fatal(err)
	}
	elsewhere := func(change func(p *product.Place)) bls.G1 {
		place := s.header.Place(contracts, text)
		change(&place)
		return s.multiplied(place.Identity())
	}
	for name, opener := range map[string]bls.G1{
		"of the other tier":      s.opener(0),
		"of another chain":       elsewhere(func(p *product.Place) { p.ChainID++ }),
		"of another escrow":      elsewhere(func(p *product.Place) { p.Escrow[0]++ }),
		"of another product":     elsewhere(func(p *product.Place) { p.Product[0]++ }),
		"of another committee":   openShop(t, "another", goods{seal: honest(taleText), size: size}).multiplied(s.header.Place(contracts, text).Identity()),
		"the release":            s.multiplied(point),
		"the identity":           s.header.Place(contracts, text).Identity(),
		"the generator":          bls.GeneratorG1(),
		"the committee's own":    s.group.P,
		"any point of the group": key.B,
	} {
		accused.Opener = opener
		t.Run(name, func(t *testing.T) { refuse(t, accused, s.section(cheated), fraud.ErrOpener) })
	}
	if _, _, err := fraud.Accuse(t.Context(), s.header, contracts, text, cheated, key.B, s.section(cheated)); !errors.Is(err, fraud.ErrOpener) {
		t.Errorf("a proof is made of it: %v", err)
	}
}

// Other bytes than were signed prove nothing: another copy may be whole.
func TestAlteredBytes(t *testing.T) {
	for name, g := range map[string]goods{"honest": {seal: honest(taleText), size: size}, "cheating": {seal: honest(taleText), size: size + 1}} {
		s := openShop(t, "publisher", g)
		for what, change := range map[string]func([]byte) []byte{
			"a bit":         func(b []byte) []byte { b[len(b)-1] ^= 1; return b },
			"a byte less":   func(b []byte) []byte { return b[:len(b)-1] },
			"a byte more":   func(b []byte) []byte { return append(b, 0) },
			"another's":     func([]byte) []byte { return s.sealed[whole] },
			"nothing":       func([]byte) []byte { return nil },
			"the age's MAC": func(b []byte) []byte { b[bytes.Index(b, []byte("---"))+5] ^= 1; return b },
		} {
			t.Run(name+"/"+what, func(t *testing.T) {
				sealed := s.section(cheated)
				sealed.Source = bytes.NewReader(change(bytes.Clone(s.sealed[cheated])))
				p := &fraud.Proof{Header: signedPart(s.header), Escrow: contracts.Escrow, Tier: text, Section: cheated, Kind: fraud.Encryption, Opener: s.opener(text)}
				err := parse(t, p.Bytes()).Verify(t.Context(), contracts, sealed)
				if damaged := new(wrap.DamagedError); !errors.As(err, &damaged) {
					t.Errorf("verified with %v", err)
				}
				if _, _, err := fraud.Accuse(t.Context(), s.header, contracts, text, cheated, s.opener(text), sealed); !errors.As(err, new(*wrap.DamagedError)) {
					t.Errorf("a proof is made of it: %v", err)
				}
			})
		}
	}
}

// The accuser changes what the publisher signed.
func TestAnotherHeader(t *testing.T) {
	s, accused := victim(t)
	for name, change := range map[string]func(h *wrap.Header){
		"a tier key":          func(h *wrap.Header) { h.Binding.E = [][32]byte{h.Binding.E[0], {1}} },
		"the tier keys' R":    func(h *wrap.Header) { h.Binding.R = h.Binding.Q },
		"a size":              func(h *wrap.Header) { h.Content.Sections[cheated].Size++ },
		"the media type":      func(h *wrap.Header) { h.Content.Sections[cheated].Media = wrap.MediaFolder },
		"the tiers":           func(h *wrap.Header) { h.Content.Sections[cheated].Tiers = 3 },
		"the title":           func(h *wrap.Header) { h.Content.Title = "Another Tale" },
		"whom it is by":       func(h *wrap.Header) { h.Binding.Terms.Signer = common.Address{1} },
		"a bit of what signs": func(h *wrap.Header) { h.Signature[9] ^= 1 },
	} {
		t.Run(name, func(t *testing.T) {
			p, h := *accused, *accused.Header
			h.Content.Sections = append([]wrap.SectionHeader{}, h.Content.Sections...)
			change(&h)
			p.Header = &h
			sealed := s.section(cheated)
			sealed.Sealed = p.Signed().Sealed()
			refuse(t, &p, sealed, wrap.ErrSignature)
		})
	}
}

// He puts a committee of his own into the header, whose D_k he can make.
func TestAnotherCommittee(t *testing.T) {
	s, accused := victim(t)
	forger := openShop(t, "forger", goods{seal: honest(taleText), size: size})
	h := *accused.Header
	accused.Header = &h
	h.Binding.P, h.Binding.Q = forger.header.Binding.P, forger.header.Binding.Q
	accused.Opener = forger.multiplied(h.Place(contracts, text).Identity())
	refuse(t, accused, s.section(cheated), wrap.ErrSignature)
	h.Binding.P = s.header.Binding.P
	refuse(t, accused, s.section(cheated), threshold.ErrKeysDisagree)
}

// He signs a header of his own over the victim's sealed bytes: all of it is true,
// and accuses himself.
func TestForgerAccusesHimself(t *testing.T) {
	s, accused := victim(t)
	forger := openShop(t, "forger", goods{seal: honest(taleText), size: size})
	h := *accused.Header
	h.Binding.Terms.Signer = crypto.PubkeyToAddress(forger.signer.PublicKey)
	h.Binding.E = [][32]byte{{1}, {2}}
	if err := h.Sign(contracts, forger.signer); err != nil {
		t.Fatal(err)
	}
	accused.Header, accused.Opener = &h, s.multiplied(h.Place(contracts, text).Identity())
	p := parse(t, accused.Bytes())
	if err := p.Verify(t.Context(), contracts, s.section(cheated)); err != nil {
		t.Fatalf("it is true: %v", err)
	}
	if p.Signer() != crypto.PubkeyToAddress(forger.signer.PublicKey) {
		t.Errorf("%s is accused", p.Signer())
	}
}

// A good D_k of one product accuses no other of the same publisher.
func TestProofOfAnotherProduct(t *testing.T) {
	s, accused := victim(t)
	other := openShop(t, "victim", goods{seal: honest(taleText), size: size + 1, change: func(h *wrap.Header) { h.Content.Title = "Another Tale" }})
	accused.Opener = other.opener(text)
	refuse(t, accused, s.section(cheated), fraud.ErrOpener)
	accused.Opener = s.opener(text)
	sealed := s.section(cheated)
	sealed.Source = bytes.NewReader(other.sealed[cheated])
	if err := parse(t, accused.Bytes()).Verify(t.Context(), contracts, sealed); !errors.As(err, new(*wrap.DamagedError)) {
		t.Errorf("with the other's sealed bytes: %v", err)
	}
}

// Another escrow is another place, with a signature of its own.
func TestProofOfAnotherEscrow(t *testing.T) {
	s := openShop(t, "publisher", goods{seal: honest(taleText), size: size + 1})
	p := s.proof()
	p.Escrow = common.Address{0x66}
	refuse(t, p, s.section(cheated), fraud.ErrEscrow)
	elsewhere := product.ContractsOf(p.Escrow)
	if err := p.Verify(t.Context(), elsewhere, s.section(cheated)); !errors.Is(err, wrap.ErrSignature) {
		t.Errorf("under that other constant: %v", err)
	}
}

// A fraud is not called by another name.
func TestProofOfAnotherKind(t *testing.T) {
	for name, f := range frauds(t) {
		s := openShop(t, "publisher", f.goods)
		for _, kind := range []fraud.Kind{fraud.Key, fraud.Encryption, fraud.Content, fraud.Folder} {
			p := s.proof()
			if kind == f.kind || kind == fraud.Folder && p.Signed().Media != wrap.MediaFolder {
				continue
			}
			p.Kind = kind
			t.Run(name+"/"+string(kind), func(t *testing.T) { refuse(t, p, s.section(cheated), fraud.ErrKind, string(f.kind)) })
		}
	}
}

// Who proves needs a section of the tier: another tier's key need not open it.
func TestTierThatDoesNotInclude(t *testing.T) {
	s, _ := victim(t)
	if _, _, err := fraud.Accuse(t.Context(), s.header, contracts, 0, cheated, s.opener(0), s.section(cheated)); err == nil || !strings.Contains(err.Error(), "does not include") {
		t.Errorf("a proof is made of it: %v", err)
	}
	p := &fraud.Proof{Header: signedPart(s.header), Escrow: contracts.Escrow, Tier: 0, Section: cheated, Kind: fraud.Key, Opener: s.opener(0)}
	if _, err := fraud.Parse(p.Bytes()); err == nil || !strings.Contains(err.Error(), "does not include") {
		t.Errorf("it is read: %v", err)
	}
}
