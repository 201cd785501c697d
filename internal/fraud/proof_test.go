package fraud_test

import (
	"archive/tar"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/fraud"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/vectors/seeds"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

const size = uint64(len(taleText))

// bomb is a frame of 8 GiB in 256 KiB.
var bomb = append(append([]byte{0x28, 0xb5, 0x2f, 0xfd, 0, 13 << 3}, bytes.Repeat([]byte{2, 0, 0x10, 0xaa}, 65535)...), 3, 0, 0x10, 0xaa)

// frauds are made as a cheating publisher makes them.
func frauds(t testing.TB) map[string]struct {
	goods
	kind fraud.Kind
} {
	t.Helper()
	frames := packed(taleText)
	link := tarOf(t, func(h *tar.Header) { h.Typeflag, h.Linkname, h.Size = tar.TypeSymlink, "/etc", 0 })
	return map[string]struct {
		goods
		kind fraud.Kind
	}{
		"a false a_k in E_k":             {goods{seal: honest(taleText), size: size, bound: func(h *wrap.Header) { h.Binding.E[text][9] ^= 1 }}, fraud.Key},
		"sealed to another tier":         {goods{seal: encrypted(0, frames), size: size}, fraud.Key},
		"no frames, to another tier":     {goods{seal: encrypted(0, []byte(taleText)), size: size}, fraud.Key},
		"a forged payload":               {goods{seal: forged(honest(taleText), func(b []byte) []byte { b[len(b)-1] ^= 1; return b }), size: size}, fraud.Encryption},
		"a cut payload":                  {goods{seal: forged(honest(taleText), cut(1)), size: size}, fraud.Encryption},
		"an age header of another's":     {goods{seal: forged(honest(taleText), func(b []byte) []byte { return bytes.Replace(b, []byte("--- "), []byte("--- A"), 1)[:len(b)] }), size: size}, fraud.Encryption},
		"junk":                           {goods{seal: forged(honest(taleText), func(b []byte) []byte { return bytes.Repeat([]byte("junk"), 99) }), size: size}, fraud.Encryption},
		"no frames":                      {goods{seal: encrypted(text, []byte(taleText)), size: size}, fraud.Content},
		"a cut frame":                    {goods{seal: encrypted(text, frames[:len(frames)-1]), size: size}, fraud.Content},
		"nothing":                        {goods{seal: encrypted(text, nil), size: size}, fraud.Content},
		"a byte less than signed":        {goods{seal: honest(taleText), size: size + 1}, fraud.Content},
		"a byte more than signed":        {goods{seal: honest(taleText), size: size - 1}, fraud.Content},
		"something where nothing was":    {goods{seal: honest(taleText), size: 0}, fraud.Content},
		"a size that nothing can have":   {goods{seal: honest(taleText), size: 1<<63 - 1}, fraud.Content},
		"a bomb":                         {goods{seal: encrypted(text, bomb), size: size}, fraud.Content},
		"a folder that is a text":        {goods{seal: honest(taleText), size: size, media: wrap.MediaFolder}, fraud.Folder},
		"a folder with a link":           {goods{seal: honest(link), size: uint64(len(link)), media: wrap.MediaFolder}, fraud.Folder},
		"a folder that is a text, short": {goods{seal: honest(taleText), size: size + 1, media: wrap.MediaFolder}, fraud.Content},
	}
}

// Each fraud is proven to whoever has the wrap, by a file that anybody who paid
// for the tier writes alike.
func TestFraudsAreProven(t *testing.T) {
	for name, f := range frauds(t) {
		t.Run(name, func(t *testing.T) {
			s := openShop(t, "publisher", f.goods)
			made := s.proof()
			if made.Kind != f.kind {
				t.Fatalf("it is a fraud of the kind %q, want %q", made.Kind, f.kind)
			}
			p := parse(t, made.Bytes())
			if err := p.Verify(t.Context(), contracts, s.section(cheated)); err != nil {
				t.Errorf("the proof is refused: %v", err)
			}
			if p.Signer() != s.header.Binding.Terms.Signer || p.Header.ID() != s.header.ID() || p.Section != cheated || p.Kind != f.kind {
				t.Errorf("the proof comes back as %+v", p)
			}
			// A false a_k opens nothing; else what is beside it is whole.
			if _, err := s.accuse(whole); (err == nil) != (f.bound != nil) || err != nil && !errors.Is(err, fraud.ErrHonest) {
				t.Errorf("the section beside it: %v", err)
			}
		})
	}
}

// What is legal, if strange, accuses nobody.
func TestHonestPublishersAreNotAccused(t *testing.T) {
	folder := tarOf(t, nil)
	skippable := []byte{0x50, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 'x', 'x'}
	needless := tarOf(t, func(h *tar.Header) { h.Format, h.PAXRecords = tar.FormatPAX, map[string]string{"path": "tale.txt"} })
	program := func(h *wrap.Header) {
		h.Content.Sections[cheated].Program = true
		h.Content.Program = &wrap.Program{Size: 1, SealedSize: 1}
	}
	for name, g := range map[string]goods{
		"a text":                        {seal: honest(taleText), size: size},
		"of no bytes":                   {seal: honest(""), size: 0},
		"nonsense, as signed":           {seal: honest("\x00\xff nonsense"), size: 11, media: "application/pdf"},
		"frames that hold nothing":      {seal: encrypted(text, append(append(bytes.Clone(skippable), packed(taleText)...), skippable...)), size: size},
		"a folder":                      {seal: honest(folder), size: uint64(len(folder)), media: wrap.MediaFolder},
		"a needless pax record":         {seal: honest(needless), size: uint64(len(needless)), media: wrap.MediaFolder},
		"what a release program is fed": {seal: honest(taleText), size: size, media: wrap.MediaFolder, change: program},
	} {
		t.Run(name, func(t *testing.T) {
			s := openShop(t, "publisher", g)
			if _, err := s.accuse(cheated); !errors.Is(err, fraud.ErrHonest) {
				t.Fatalf("accused with %v", err)
			}
			// A proof that says so all the same is refused, whatever it says.
			for _, kind := range []fraud.Kind{fraud.Key, fraud.Encryption, fraud.Content} {
				p := fraud.Proof{Header: signedPart(s.header), Escrow: contracts.Escrow, Tier: text, Section: cheated, Kind: kind, Opener: s.opener(text)}
				if err := parse(t, p.Bytes()).Verify(t.Context(), contracts, s.section(cheated)); !errors.Is(err, fraud.ErrHonest) {
					t.Errorf("a proof of kind %q is verified with %v", kind, err)
				}
			}
		})
	}
}

func signedPart(h *wrap.Header) *wrap.Header {
	signed := *h
	signed.Hints = nil
	return &signed
}

// The proof tells nothing of who made it: two buyers write the same bytes.
func TestProofTellsNothingOfTheBuyer(t *testing.T) {
	s := openShop(t, "publisher", goods{seal: honest(taleText), size: size + 1})
	var proofs [][]byte
	for _, seed := range []byte{1, 2} {
		key, err := release.NewKey(bytes.Repeat([]byte{seed}, release.SeedSize), s.header.Place(contracts, text), uint32(seed))
		if err != nil {
			t.Fatal(err)
		}
		point, err := release.Point(key.Place, key.B)
		if err != nil {
			t.Fatal(err)
		}
		D, err := key.Open(s.multiplied(point), s.group.P)
		if err != nil {
			t.Fatal(err)
		}
		p, found, err := fraud.Accuse(t.Context(), s.header, contracts, text, cheated, D, s.section(cheated))
		if err != nil || found == nil {
			t.Fatal(found, err)
		}
		proofs = append(proofs, p.Bytes())
	}
	if !bytes.Equal(proofs[0], proofs[1]) {
		t.Error("two buyers make two proofs")
	}
	if hint := fmt.Sprintf("%x", "node.example"); bytes.Contains(proofs[0], []byte(hint)) || !strings.Contains(fmt.Sprintf("%x", s.header.Bytes()), hint) {
		t.Error("hints are in the proof")
	}
}

// A file that was changed in any way is not read.
func TestParseRefuses(t *testing.T) {
	s := openShop(t, "publisher", goods{seal: honest(taleText), size: size + 1})
	b := string(s.proof().Bytes())
	hinted := *s.proof()
	hinted.Header = s.header
	for name, changed := range map[string]string{
		"nothing":             "",
		"cut":                 b[:len(b)-1],
		"something after it":  b + "{}",
		"a line feed more":    b + "\n",
		"twice":               b + b,
		"a member more":       strings.Replace(b, `"tier"`, `"buyer": 1, "tier"`, 1),
		"a member less":       strings.Replace(b, "\n  \"tier\": 1,", "", 1),
		"other spaces":        strings.Replace(b, `"tier": 1`, `"tier":1`, 1),
		"another version":     strings.Replace(b, "fraud:1", "fraud:2", 1),
		"no warning":          strings.Replace(b, "who has the file", "nobody who has the file", 1),
		"another publisher":   strings.Replace(b, "did:pkh:eip155:1:0x", "did:pkh:eip155:1:0x0", 1),
		"another wrap":        strings.Replace(b, "urn:shrinkwrap:wrap:0x", "urn:shrinkwrap:wrap:0x0", 1),
		"another title":       strings.Replace(b, "The ", "A ", 1),
		"another name":        strings.Replace(b, `"tale"`, `"sample.txt"`, 1),
		"an unknown kind":     strings.Replace(b, `"content"`, `"quality"`, 1),
		"no folder":           strings.Replace(b, `"content"`, `"folder"`, 1),
		"no kind":             strings.Replace(b, `"content"`, `""`, 1),
		"a section below 0":   strings.Replace(b, `"section": 1`, `"section": -1`, 1),
		"a section too many":  strings.Replace(b, `"section": 1`, `"section": 2`, 1),
		"a tier too many":     strings.Replace(b, `"tier": 1`, `"tier": 2`, 1),
		"a tier without it":   strings.Replace(b, `"tier": 1`, `"tier": 0`, 1),
		"no point":            strings.Replace(b, `"opener": "0x`, `"opener": "0x00`, 1),
		"capital digits":      strings.Replace(b, "0x", "0X", 1),
		"a header with hints": string(hinted.Bytes()),
		"too large":           b + strings.Repeat(" ", fraud.MaxSize),
	} {
		if changed == b {
			t.Errorf("%s: nothing was changed", name)
		}
		if _, err := fraud.Parse([]byte(changed)); err == nil {
			t.Errorf("%s: it is read", name)
		}
	}
	if !fraud.Claims([]byte(b)) || !fraud.Claims([]byte(strings.Replace(b, "fraud:1", "fraud:2", 1))) || fraud.Claims([]byte(`{"@context": []}`)) || fraud.Claims(nil) {
		t.Error("what claims to be a proof is not told from what does not")
	}
}

// What is read is written again, and what is written is a proof of form.
func FuzzParse(f *testing.F) {
	for _, g := range []goods{{seal: honest(taleText), size: size + 1}, {seal: honest(taleText), size: size, media: wrap.MediaFolder}} {
		f.Add(openShop(f, "publisher", g).proof().Bytes())
	}
	seeds.Add(f, "fraud", "document")
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := fraud.Parse(b)
		if err != nil {
			return
		}
		if !bytes.Equal(p.Bytes(), b) || !fraud.Claims(b) {
			t.Errorf("%q comes back as %q", b, p.Bytes())
		}
		if !p.Signed().Includes(int(p.Tier)) || len(p.Header.Hints) > 0 {
			t.Errorf("%+v was read", p)
		}
	})
}
