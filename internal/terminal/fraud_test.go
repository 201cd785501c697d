package terminal_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/fraud"
	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// defrauded is a world in which a wrap was bought whose publisher cheated.
func defrauded(t *testing.T, cheat func(s *seller)) (*world, *terminal.Purchase) {
	w := newWorld(t, devchain.Options{})
	cheat(w.seller)
	w.path, w.header = w.seller.tale(t)
	w.deploy()
	return w, w.released()
}

// fraudOf opens a wrap and returns what it found.
func (w *world) fraudOf(p *terminal.Purchase, dir string, raw bool) (*terminal.Opening, error) {
	w.Helper()
	o, err := terminal.NewOpening(w.home, openWrap(w.T, w.path), p)
	if err != nil {
		w.Fatal(err)
	}
	o.Raw = raw
	return o, o.Write(context.Background(), dir)
}

// inspectFraud reads a proof on another computer, with a wrap, and knows nobody.
func (w *world) inspectFraud(proof, path string) (*fraud.Proof, terminal.Report, error) {
	w.Helper()
	b, err := os.ReadFile(proof)
	if err != nil {
		w.Fatal(err)
	}
	p, err := fraud.Parse(b)
	if err != nil {
		w.Fatal(err)
	}
	r, err := terminal.InspectFraud(context.Background(), p, openWrap(w.T, path), w.seller.trust, terminal.Signers{Home: home.Home{Dir: w.TempDir()}}, nil)
	return p, r, err
}

// Whoever seals something else than he signs for is named, by a proof that holds
// elsewhere; what is whole of the tier is there.
func TestFraudIsProven(t *testing.T) {
	sample := files{"sample.txt": tale["sample.txt"]}
	for name, test := range map[string]struct {
		cheat  func(s *seller)
		kind   fraud.Kind
		left   files
		frauds int
		said   string
	}{
		"tier key of something else":   {func(s *seller) { s.falseKey = true }, fraud.Key, nil, 2, "no key given opens this section"},
		"bytes that do not decompress": {func(s *seller) { s.falseFrames = true }, fraud.Content, nil, 2, "does not hold what was promised"},
		"one that does not decompress": {func(s *seller) { s.falseFrames, s.falseOnly = true, "tale.txt" }, fraud.Content, sample, 1, `"tale.txt"`},
		"fewer bytes than signed":      {func(s *seller) { s.falseSize, s.falseOnly = 1, "tale.txt" }, fraud.Content, sample, 1, "34 bytes of plaintext, signed 35"},
		"more bytes than signed":       {func(s *seller) { s.falseSize, s.falseOnly = ^uint64(0), "tale.txt" }, fraud.Content, sample, 1, "more plaintext than its signed size"},
		"a folder that is none":        {func(s *seller) { s.falseFolder, s.falseOnly = true, "tale.txt" }, fraud.Folder, files{"sample.txt": tale["sample.txt"], "tale.txt.raw": tale["tale.txt"]}, 1, "not a folder"},
		"what a program should be given": {func(s *seller) { s.falseFrames, s.falseOnly, s.program = true, "tale.txt", trap }, fraud.Content,
			files{"sample.txt.raw": tale["sample.txt"]}, 1, "does not hold what was promised"},
	} {
		t.Run(name, func(t *testing.T) {
			w, p := defrauded(t, test.cheat)
			dir := filepath.Join(t.TempDir(), "tale")
			o, err := w.fraudOf(p, dir, true)
			w.wantKind(err, terminal.Defrauded, "fraud", w.header.Binding.Terms.Signer.Hex(), test.said)
			if len(o.Frauds) != test.frauds || !o.Partial() {
				t.Fatalf("frauds are %+v", o.Frauds)
			}
			want := files{}
			for name, content := range test.left {
				want[name] = content
			}
			for _, f := range o.Frauds {
				path := filepath.Join(dir, f.File)
				proof, report, err := w.inspectFraud(path, w.path)
				if err != nil || report.Danger() != nil {
					t.Errorf("%s is refused: %v, %v", f.File, err, report.Danger())
				}
				if proof.Kind != test.kind || proof.Signed().Name != f.Section || proof.Signer() != w.header.Binding.Terms.Signer {
					t.Errorf("it proves that %q of %s is a fraud of the kind %q", proof.Signed().Name, proof.Signer(), proof.Kind)
				}
				if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 || !slices.Contains(o.Files(), f.File) {
					t.Errorf("%v, %v", info, err)
				}
				want[f.File] = string(proof.Bytes())
			}
			w.wantFiles(dir, want)
			if len(o.Files()) != len(want) {
				t.Errorf("it says that it wrote %v", o.Files())
			}
			// The next opening writes the same.
			again := filepath.Join(t.TempDir(), "again")
			if _, err := w.fraudOf(w.kept(), again, true); err == nil {
				t.Error("it opens")
			}
			w.wantFiles(again, want)
		})
	}
}

// The proof is of no other wrap, and a copy that was damaged proves nothing.
func TestFraudIsOfItsOwnBytes(t *testing.T) {
	w, p := defrauded(t, func(s *seller) { s.falseFrames, s.falseOnly = true, "tale.txt" })
	dir := filepath.Join(t.TempDir(), "tale")
	_, err := w.fraudOf(p, dir, false)
	w.wantKind(err, terminal.Defrauded)
	proof := filepath.Join(dir, "fraud-1.json")
	_, _, err = w.inspectFraud(proof, damage(t, w.path))
	w.wantKind(err, terminal.Input, "other bytes than were signed")
	w.seller.falseFrames = false
	other, _ := w.seller.tale(t)
	_, _, err = w.inspectFraud(proof, other)
	w.wantKind(err, terminal.Input, "another wrap than")
	parent := t.TempDir()
	w.path = damage(t, w.path)
	o, err := w.fraudOf(w.kept(), filepath.Join(parent, "tale"), false)
	w.wantKind(err, terminal.Input, "tale.txt")
	if left, err := os.ReadDir(parent); len(left) != 0 || err != nil || o.Partial() {
		t.Errorf("%v is left, %v", left, err)
	}
}

// A proof that was made to accuse somebody falsely is danger.
func TestFalseAccusationIsDanger(t *testing.T) {
	w, p := defrauded(t, func(s *seller) { s.falseFrames, s.falseOnly = true, "tale.txt" })
	dir := filepath.Join(t.TempDir(), "tale")
	o, _ := w.fraudOf(p, dir, false)
	if len(o.Frauds) != 1 {
		t.Fatal(o.Frauds)
	}
	for name, test := range map[string]struct {
		change func(p *fraud.Proof)
		check  string
	}{
		"another section": {func(p *fraud.Proof) { p.Section = 0 }, "fraud"},
		"another kind":    {func(p *fraud.Proof) { p.Kind = fraud.Key }, "fraud"},
		"another opener":  {func(p *fraud.Proof) { p.Opener, _ = p.Header.Binding.Group() }, "opener"},
		"another escrow":  {func(p *fraud.Proof) { p.Escrow[3]++ }, "accused for"},
		"another header": {func(p *fraud.Proof) {
			h := *p.Header
			h.Content.Title = "Another Tale"
			p.Header = &h
		}, "signature"},
	} {
		t.Run(name, func(t *testing.T) {
			forged := *o.Frauds[0].Proof
			test.change(&forged)
			path := filepath.Join(t.TempDir(), "forged.json")
			if err := os.WriteFile(path, forged.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
			_, report, err := w.inspectFraud(path, w.path)
			if err != nil {
				t.Fatal(err)
			}
			w.wantKind(report.Danger(), terminal.Danger, test.check)
		})
	}
}

// A section may have the proof's name, in any case of letters.
func TestProofTakesNoSectionsName(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.seller.falseFrames, w.seller.falseOnly = true, "tale.txt"
	names := []string{"FRAUD-1.json", "tale.txt"}
	w.path, w.header = w.seller.wrap(t, names, files{"FRAUD-1.json": "mine", "tale.txt": "A tale."}, tier{"sample", 0, 0, nil}, tier{"text", 2_000_000, 1, names})
	w.deploy()
	dir := filepath.Join(t.TempDir(), "tale")
	o, err := w.fraudOf(w.released(), dir, false)
	w.wantKind(err, terminal.Defrauded)
	w.wantFiles(dir, files{"FRAUD-1.json": "mine", "fraud-1-1.json": string(o.Frauds[0].Proof.Bytes())})
}

// What giving the proof away gives away is said.
func TestFraudSaysWhatItGivesAway(t *testing.T) {
	for said, cheat := range map[string]func(s *seller){
		"opens nothing else here":                           func(s *seller) { s.falseFrames = true },
		"opens the tier's whole sections, too":              func(s *seller) { s.falseFrames, s.falseOnly = true, "tale.txt" },
		"whole sections, too, in every issue of the series": func(s *seller) { s.falseFrames, s.series = true, bytes.Repeat([]byte{5}, 32) },
	} {
		w, p := defrauded(t, cheat)
		_, err := w.fraudOf(p, filepath.Join(t.TempDir(), "tale"), false)
		failed := new(terminal.Error)
		if !errors.As(err, &failed) || !strings.Contains(strings.Join(failed.Hints, "\n"), said) {
			t.Errorf("%v; hints do not say %q", err, said)
		}
	}
}

// An opening in which nothing was whole is none; one that gave something is.
func TestFraudsAreCounted(t *testing.T) {
	for only, openings := range map[string]uint32{"": 0, "tale.txt": 1} {
		w, p := defrauded(t, func(s *seller) {
			s.rights, s.falseFrames, s.falseOnly = []wrap.Right{{"display", "count=1"}}, true, only
		})
		_, err := w.opens(w.path, p.PaidAt())
		w.wantKind(err, terminal.Defrauded)
		if got := w.kept().Uses[w.header.ID()]; got != (terminal.Uses{Openings: openings}) {
			t.Errorf("with %q false it is counted as %+v", only, got)
		}
		_, err = w.opens(w.path, p.PaidAt())
		w.wantKind(err, map[uint32]terminal.Kind{0: terminal.Defrauded, 1: terminal.Refused}[openings])
	}
}
