package bls_test

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/gob"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"log/slog"
	"math/big"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
)

// holder has a secret where fmt may call its methods and where it may not.
type holder struct {
	Open   bls.Secret
	hidden bls.Secret
	list   []bls.Secret
}

// traces are the forms in which a secret could show itself: its bytes, its
// number, and the words in which the library keeps it.
func traces(t *testing.T, s bls.Secret) []string {
	b := s.Bytes()
	var e fr.Element
	if err := e.SetBytesCanonical(b[:]); err != nil {
		t.Fatal(err)
	}
	found := []string{hexOf(b[:8]), hexOf(b[24:]), new(big.Int).SetBytes(b[:]).String(), fmt.Sprint(b[:4])[1:12]}
	for _, word := range e {
		found = append(found, fmt.Sprint(word), fmt.Sprintf("%x", word))
	}
	return found
}

func TestSecretsDoNotPrint(t *testing.T) {
	s := secret(t, "do not print")
	values := map[string]any{"value": s, "pointer": &s, "struct": holder{s, s, []bls.Secret{s}}, "pair": [2]bls.Secret{s, s}, "map": map[string]bls.Secret{"b": s}}
	var logged bytes.Buffer
	for name, v := range values {
		for _, verb := range []string{"%v", "%+v", "%#v", "%x", "%X", "%s", "%q", "%d", "%b", "%p", "%t"} {
			checkHidden(t, s, name+" by "+verb, fmt.Sprintf(verb, v))
		}
		for _, h := range []slog.Handler{slog.NewTextHandler(&logged, nil), slog.NewJSONHandler(&logged, nil)} {
			slog.New(h).Info("message", "value", v)
			checkHidden(t, s, name+" in a log", logged.String())
			logged.Reset()
		}
	}
	if got := fmt.Sprint(s); got != "bls.Secret(hidden)" {
		t.Errorf("a secret prints as %q", got)
	}
}

func TestPairingResultsDoNotPrint(t *testing.T) {
	v := bls.Pair(bls.GeneratorG1(), bls.GeneratorG2())
	b := v.Bytes()
	for _, verb := range []string{"%v", "%+v", "%#v", "%x", "%s"} {
		if got := fmt.Sprintf(verb, v); got != "bls.GT(hidden)" || strings.Contains(got, hexOf(b[:8])) {
			t.Errorf("a pairing's result prints by %s as %q", verb, got)
		}
	}
}

func checkHidden(t *testing.T, s bls.Secret, how, text string) {
	t.Helper()
	for _, trace := range traces(t, s) {
		if strings.Contains(text, trace) {
			t.Errorf("%s shows the secret: %s", how, text)
		}
	}
}

func TestSecretsAreNotMarshalled(t *testing.T) {
	s := secret(t, "do not marshal")
	for name, v := range map[string]any{"value": s, "pointer": &s, "struct": struct{ Key bls.Secret }{s}} {
		var out bytes.Buffer
		for form, err := range map[string]error{
			"JSON": json.NewEncoder(&out).Encode(v),
			"gob":  gob.NewEncoder(&out).Encode(v),
			"XML":  xml.NewEncoder(&out).Encode(v),
		} {
			if err == nil {
				t.Errorf("%s was marshalled to %s", name, form)
			}
		}
		checkHidden(t, s, name+" marshalled", out.String())
		checkHidden(t, s, name+" marshalled", hexOf(out.Bytes()))
	}
}

func TestErrorsOfSecretsDoNotTellThem(t *testing.T) {
	for _, b := range [][]byte{aroundOrder(0), aroundOrder(1), aroundOrder(0)[:31]} {
		_, err := bls.ParseSecret(b)
		if err == nil || strings.Contains(err.Error(), hexOf(b[:8])) {
			t.Errorf("error of a refused secret: %v", err)
		}
	}
}

// The derivation is HKDF-SHA-256 (RFC 5869) with an empty salt, to 48 bytes,
// modulo r.
func TestDeriveSecret(t *testing.T) {
	for _, info := range []string{"", "SHRINKWRAP-V1-RELEASE-KEY", strings.Repeat("x", 300)} {
		ikm := []byte("input keying material")
		got, err := bls.DeriveSecret(ikm, info)
		if err != nil {
			t.Fatal(err)
		}
		wide := new(big.Int).SetBytes(hkdf48(ikm, info))
		want := wide.Mod(wide, bls.Order()).FillBytes(make([]byte, 32))
		if got.Bytes() != [32]byte(want) {
			t.Errorf("secret of info %q is not HKDF's 48 bytes mod r", info)
		}
	}
}

func hkdf48(ikm []byte, info string) []byte {
	mac := func(key []byte, parts ...[]byte) []byte {
		h := hmac.New(sha256.New, key)
		for _, part := range parts {
			h.Write(part)
		}
		return h.Sum(nil)
	}
	prk := mac(make([]byte, sha256.Size), ikm)
	first := mac(prk, []byte(info), []byte{1})
	return append(first, mac(prk, first, []byte(info), []byte{2})...)[:48]
}

func TestSecretMultiplies(t *testing.T) {
	for _, b := range [][]byte{with(make([]byte, 32), 31, 1), with(make([]byte, 32), 31, 2), aroundOrder(-1), aroundOrder(-2)} {
		s, err := bls.ParseSecret(b)
		if err != nil {
			t.Fatal(err)
		}
		k, _ := bls.ParseScalar(b)
		want, _ := bls.GeneratorG1().Mul(k)
		wantG2, _ := bls.GeneratorG2().Mul(k)
		if !s.Public().Equal(want) || !s.MulG1(bls.GeneratorG1()).Equal(want) || !s.PublicG2().Equal(wantG2) {
			t.Errorf("%x·g, or ·h, by a secret is not what a scalar gives", b)
		}
		p, _ := bls.HashToG1([]byte("any"), "DST")
		if want, _ = p.Mul(k); !s.MulG1(p).Equal(want) {
			t.Errorf("%x·p by a secret is not what a scalar gives", b)
		}
	}
}

func TestRandomSecretNeedsItsBytes(t *testing.T) {
	if _, err := bls.RandomSecret(bytes.NewReader(make([]byte, 47))); err == nil {
		t.Error("a secret was drawn from 47 bytes")
	}
	if _, err := bls.RandomSecret(bytes.NewReader(make([]byte, 48))); err == nil {
		t.Error("zero was drawn")
	}
	if _, err := bls.RandomSecret(iotest.ErrReader(fmt.Errorf("no entropy"))); err == nil || !strings.Contains(err.Error(), "no entropy") {
		t.Errorf("error of a failing source: %v", err)
	}
	a, errA := bls.RandomSecret(deterministic("a"))
	b, errB := bls.RandomSecret(iotest.OneByteReader(deterministic("a")))
	if errA != nil || errB != nil || a.Bytes() != b.Bytes() {
		t.Error("a source that gives a byte at a time gives another secret")
	}
}
