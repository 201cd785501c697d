package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"math/rand/v2"
	"os"

	"filippo.io/age"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/rogpeppe/go-internal/testscript"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/fraud"
	"github.com/shrinkwrap/shrinkwrap/internal/seal"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

func init() {
	scriptCommands["cheat"] = cheat
	scriptCommands["accuse"] = accuse
}

// cheating is one way in which a publisher makes the last section of a wrap
// something else than he signs.
type cheating struct {
	compress func(plain []byte) []byte
	sealed   func(sealed []byte)
	header   func(h *wrap.Header, last *wrap.SectionHeader)
}

var cheatings = map[string]cheating{
	// E_k hides a key that opens nothing.
	"key": {header: func(h *wrap.Header, _ *wrap.SectionHeader) { h.Binding.E[len(h.Binding.E)-1][5] ^= 1 }},
	// The age file is not whole.
	"payload": {sealed: func(b []byte) { b[len(b)-1] ^= 1 }},
	// What was encrypted are no frames.
	"frames": {compress: func(plain []byte) []byte { return plain }},
	// It has more or fewer bytes than were signed.
	"more": {header: func(_ *wrap.Header, last *wrap.SectionHeader) { last.Size-- }},
	"less": {header: func(_ *wrap.Header, last *wrap.SectionHeader) { last.Size++ }},
	// It inflates to 8 GiB, of blocks that repeat a byte.
	"bomb": {compress: func([]byte) []byte {
		return append([]byte{0x28, 0xb5, 0x2f, 0xfd, 0, 13 << 3}, bytes.Repeat([]byte{2, 0, 0x10, 0xaa}, 1<<16)...)
	}},
	// It is no folder.
	"folder": {header: func(_ *wrap.Header, last *wrap.SectionHeader) { last.Media = wrap.MediaFolder }},
	// Nothing is false.
	"honest": {},
}

// cheat KIND FROM.wrap KEY TO.wrap publishes FROM again, as a cheat would: sealed
// anew from the files of the sections' names, bound, and signed by the key.
func cheat(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 4 {
		ts.Fatalf("usage: cheat KIND FROM.wrap KEY TO.wrap")
	}
	how, ok := cheatings[args[0]]
	if !ok {
		ts.Fatalf("no way to cheat is named %q", args[0])
	}
	h, err := wrap.ParseHeader(contentsOf(ts, args[1])[0])
	ts.Check(err)
	key, err := crypto.LoadECDSA(ts.MkAbs(args[2]))
	ts.Check(err)
	random := rand.NewChaCha8(sha256.Sum256([]byte(args[0])))
	keys := make([]seal.TierKey, len(h.Content.Tiers))
	for k := range keys {
		keys[k], err = seal.NewTierKey(random)
		ts.Check(err)
	}
	contents := [][]byte{nil}
	for n := range h.Content.Sections {
		last := n == len(h.Content.Sections)-1
		contents = append(contents, resealed(ts, &h.Content.Sections[n], keys, how, last)...)
	}
	last := &h.Content.Sections[len(h.Content.Sections)-1]
	if how.header != nil && args[0] != "key" {
		how.header(h, last)
	}
	bound, err := seal.Bind(h.Binding.Q.G2, h.Place(ownContracts, 0), keys, random)
	ts.Check(err)
	h.Binding.R, h.Binding.E = wrap.CompressedG2{G2: bound.R}, bound.E
	if args[0] == "key" {
		how.header(h, last)
	}
	ts.Check(h.Sign(ownContracts, key))
	contents[0] = h.Bytes()
	var b bytes.Buffer
	ts.Check(h.Layout().Rebuild(&b, contents))
	ts.Check(os.WriteFile(ts.MkAbs(args[3]), b.Bytes(), 0o666))
}

// resealed returns the entries of a section and signs what they are.
func resealed(ts *testscript.TestScript, s *wrap.SectionHeader, keys []seal.TierKey, how cheating, last bool) [][]byte {
	var tiers []age.Recipient
	for _, k := range s.Recipients() {
		tiers = append(tiers, keys[k].Recipient())
	}
	plain := []byte(ts.ReadFile(s.Name))
	var b bytes.Buffer
	sealing, err := wrap.Seal(context.Background(), &b, bytes.NewReader(plain), nil, tiers...)
	ts.Check(err)
	if last && how.compress != nil {
		b.Reset()
		w, err := age.Encrypt(&b, tiers...)
		ts.Check(err)
		_, err = w.Write(how.compress(plain))
		ts.Check(err)
		ts.Check(w.Close())
	}
	sealed := b.Bytes()
	if last && how.sealed != nil {
		how.sealed(sealed)
	}
	sum := sha256.Sum256(sealed) // one piece
	s.Size, s.SealedSize, s.Digest = sealing.Size, uint64(len(sealed)), sha256.Sum256(sum[:])
	return [][]byte{sealed}
}

// accuse FROM.json CHANGE TO.json forges a proof out of a true one.
func accuse(ts *testscript.TestScript, _ bool, args []string) {
	p, err := fraud.Parse([]byte(ts.ReadFile(args[0])))
	ts.Check(err)
	change, ok := map[string]func(){
		"section": func() { p.Section-- },
		"kind":    func() { p.Kind = fraud.Encryption },
		"opener":  func() { p.Opener = bls.GeneratorG1() },
		"escrow":  func() { p.Escrow = falseContracts.Escrow },
		"size":    func() { p.Header.Content.Sections[p.Section].Size++ },
	}[args[1]]
	if !ok {
		ts.Fatalf("no way to accuse is named %q", args[1])
	}
	change()
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), p.Bytes(), 0o600))
}
