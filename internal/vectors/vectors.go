// Package vectors makes the protocol's test vectors: small JSON files, one case
// each, that an implementation in any language replays. Their format is in
// testdata/vectors/README.md.
//
// Each part of the protocol has one file of this package with one function,
// which adds its cases to a [Builder]; [All] runs them all. To add a part, write
// its function, list it in parts, and add a replayer to the tests, which read
// the written files through the public packages.
//
// Everything is deterministic: what looks random comes from [Stream].
//
//go:generate go run ./gen ../../testdata/vectors
package vectors

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Class says how far a case gets.
type Class string

// The classes, in the order in which a reader meets them. They are told apart
// so that an early failure does not hide that a later check is missing.
const (
	Parse        Class = "parse"        // refused by its form
	Verify       Class = "verify"       // well formed, the mathematics fails
	Authenticate Class = "authenticate" // mathematically right, but nobody's word who could give it
	OK           Class = "ok"
)

// Vector is one case.
type Vector struct {
	Part    string         `json:"part"`
	Expect  Class          `json:"expect"`
	Comment string         `json:"comment"`
	In      map[string]any `json:"in"`
	Out     map[string]any `json:"out,omitempty"` // what comes out, where something does
}

// parts are the functions that add the cases, by the parts' names. No name is
// another's beginning up to a "_", so that a glob finds one part alone.
var parts = []struct {
	name string
	add  func(*Builder)
}{
	{"agreement", agreements},
	{"archive", archives},
	{"bind", binds},
	{"code", codes},
	{"combine", combines},
	{"committee", committees},
	{"contracts", contractSets},
	{"digest", digests},
	{"environment", environments},
	{"event", events},
	{"fraud", frauds},
	{"groupkey", groupKeys},
	{"gt", pairingResults},
	{"hash", hashes},
	{"header", headers},
	{"identity", identities},
	{"key", keys},
	{"leaf", leaves},
	{"module", modules},
	{"name", names},
	{"offer", offers},
	{"open", opens},
	{"opening", openings},
	{"order_log", orderLogs},
	{"pairing", pairings},
	{"path", paths},
	{"peaks", peaks},
	{"peershare", peerShares},
	{"point", points},
	{"product", products},
	{"proof", proofs},
	{"prove", proves},
	{"random", randoms},
	{"receipt", receipts},
	{"release", releases},
	{"request", requests},
	{"right", rightSets},
	{"scalar", scalars},
	{"section", sections},
	{"share", shares},
	{"sign", signs},
	{"signature", signatures},
	{"tag", tags},
	{"tar", tars},
	{"terms", termSets},
	{"text", texts},
	{"tierkey", tierKeys},
	{"zip", zips},
}

// Builder collects the cases of one part.
type Builder struct {
	part    string
	world   *world
	vectors map[string]Vector
}

// fields are the members of a case's in or out.
type fields map[string]any

// and returns the fields with more of them, or other ones.
func (f fields) and(more fields) fields {
	all := fields{}
	for _, set := range []fields{f, more} {
		for name, value := range set {
			all[name] = value
		}
	}
	return all
}

// without returns the fields but those of these names.
func (f fields) without(names ...string) fields {
	rest := f.and(nil)
	for _, name := range names {
		delete(rest, name)
	}
	return rest
}

// ok adds a case in which everything is right.
func (b *Builder) ok(fault, comment string, in, out fields) {
	b.add(Vector{b.part, OK, comment, in, out}, fault)
}

// fails adds a case that fails in a class.
func (b *Builder) fails(class Class, fault, comment string, in fields) {
	b.add(Vector{b.part, class, comment, in, nil}, fault)
}

func (b *Builder) add(v Vector, fault string) {
	name := v.Part + "_" + fault
	if _, ok := b.vectors[name]; ok {
		panic("vectors: two cases " + name)
	}
	b.vectors[name] = v
}

// All returns every case by its name, which is its file's without ".json".
func All() map[string]Vector {
	b := &Builder{world: newWorld(), vectors: map[string]Vector{}}
	for _, part := range parts {
		b.part = part.name
		part.add(b)
	}
	return b.vectors
}

// Encode returns the bytes of a case's file.
func (v Vector) Encode() []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		panic("vectors: " + err.Error()) // only types that JSON lacks fail
	}
	return b.Bytes()
}

// Write writes every case into a folder, and removes the JSON files there that
// are no cases any more.
func Write(dir string) (err error) {
	all := All()
	old, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil {
		return err
	}
	for _, file := range old {
		if _, ok := all[strings.TrimSuffix(filepath.Base(file), ".json")]; !ok {
			err = errors.Join(err, os.Remove(file))
		}
	}
	for name, v := range all {
		err = errors.Join(err, os.WriteFile(filepath.Join(dir, name+".json"), v.Encode(), fs.FileMode(0o644)))
	}
	return err
}

// Stream returns endless bytes that depend on the label alone: SHA-256(label ‖
// n(8)) for n = 0, 1, 2 …
func Stream(label string) io.Reader { return &stream{label: label} }

type stream struct {
	label string
	next  uint64
	rest  []byte
}

func (s *stream) Read(p []byte) (int, error) {
	for i := range p {
		if len(s.rest) == 0 {
			block := sha256.Sum256(binary.BigEndian.AppendUint64([]byte(s.label), s.next))
			s.rest, s.next = block[:], s.next+1
		}
		p[i], s.rest = s.rest[0], s.rest[1:]
	}
	return len(p), nil
}

// take returns the first n bytes of a label's stream.
func take(label string, n int) []byte { return next(Stream(label), n) }

// next returns the next n bytes of a stream.
func next(stream io.Reader, n int) []byte {
	b := make([]byte, n)
	io.ReadFull(stream, b) // never fails
	return b
}

// hexed writes bytes in lower case with 0x.
func hexed(b []byte) string { return "0x" + hex.EncodeToString(b) }

// must returns v; the vectors are made of constants, so that nothing fails that
// did not fail in the tests.
func must[T any](v T, err error) T {
	if err != nil {
		panic(fmt.Sprintf("vectors: %v", err))
	}
	return v
}
