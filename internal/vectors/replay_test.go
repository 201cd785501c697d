package vectors_test

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/vectors"
)

// replayers replay a part's files through the public packages. Each returns
// what came out, or a refusal.
var replayers = map[string]replayer{}

type replayer func(in []byte) (out any, err error)

// replay registers how a part is replayed.
func replay[In, Out any](part string, do func(In) (Out, error)) bool {
	replayers[part] = func(raw []byte) (any, error) {
		var in In
		if err := strict(raw, &in); err != nil {
			return nil, err
		}
		return do(in)
	}
	return true
}

// A refusal says how far a case got. Every other error is the file's fault.
type refusal struct {
	class vectors.Class
	err   error
}

func (r *refusal) Error() string { return fmt.Sprintf("%s: %v", r.class, r.err) }

func refused(class vectors.Class, err error) error { return &refusal{class, err} }

// none is what comes out where nothing does.
type none struct{}

func TestReplay(t *testing.T) {
	goods := map[string]int{}
	for name, b := range read(t, dir) {
		var v struct {
			Part    string          `json:"part"`
			Expect  vectors.Class   `json:"expect"`
			Comment string          `json:"comment"`
			In      json.RawMessage `json:"in"`
			Out     json.RawMessage `json:"out,omitempty"`
		}
		if err := strict(b, &v); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		do, ok := replayers[v.Part]
		if !ok || !strings.HasPrefix(name, v.Part+"_") {
			t.Fatalf("%s: unknown part %q", name, v.Part)
		}
		switch v.Expect {
		case vectors.Parse, vectors.Verify, vectors.Authenticate, vectors.OK:
		default:
			t.Fatalf("%s: unknown class %q", name, v.Expect)
		}
		out, err := do(v.In)
		if got := classOf(err); got != v.Expect {
			t.Errorf("%s: %s (%v), want %s: %s", name, got, err, v.Expect, v.Comment)
		}
		if v.Expect != vectors.OK {
			continue
		}
		goods[v.Part]++
		if len(v.Out) == 0 {
			v.Out = []byte("{}")
		}
		if got, want := plain(t, encode(t, out)), plain(t, v.Out); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %s, want %s", name, encode(t, out), v.Out)
		}
	}
	for part := range replayers {
		if goods[part] == 0 {
			t.Errorf("part %s has no good case", part)
		}
	}
}

func classOf(err error) vectors.Class {
	var r *refusal
	switch {
	case err == nil:
		return vectors.OK
	case errors.As(err, &r):
		return r.class
	}
	return "none"
}

// strict decodes a document that has the members of v, no others, and no fewer.
func strict(raw []byte, v any) error {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		return err
	}
	if _, err := d.Token(); err != io.EOF {
		return errors.New("something follows the document")
	}
	back, err := json.Marshal(v)
	if err != nil {
		return err
	}
	var got, want any
	if err := errors.Join(json.Unmarshal(back, &got), json.Unmarshal(raw, &want)); err != nil {
		return err
	}
	if !reflect.DeepEqual(got, want) {
		return fmt.Errorf("document comes back as %s", back)
	}
	return nil
}

func encode(t testing.TB, v any) []byte {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func plain(t testing.TB, b []byte) (v any) {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(b))
	d.UseNumber()
	if err := d.Decode(&v); err != nil {
		t.Fatal(err)
	}
	return v
}

func TestStrict(t *testing.T) {
	type document struct {
		A int       `json:"a"`
		B *hexBytes `json:"b,omitempty"`
	}
	for text, ok := range map[string]bool{
		`{"a": 1}`: true, `{"a": 1, "b": "0x"}`: true, `{"a": 1, "b": "0x00ff"}`: true,
		`{}`: false, `{"a": 1, "c": 1}`: false, `{"A": 1}`: false, `{"a": 1}}`: false, `{"a": 1} {}`: false, `[]`: false, ``: false,
		`{"a": 1, "b": "00ff"}`: false, `{"a": 1, "b": "0x0"}`: false, `{"a": 1, "b": "0xFF"}`: false, `{"a": 1, "b": null}`: false,
	} {
		if err := strict([]byte(text), new(document)); (err == nil) != ok {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// hexBytes are bytes in lower case with 0x.
type hexBytes []byte

func (h hexBytes) MarshalText() ([]byte, error) { return []byte("0x" + hex.EncodeToString(h)), nil }

func (h *hexBytes) UnmarshalText(text []byte) (err error) {
	digits, ok := strings.CutPrefix(string(text), "0x")
	if !ok || digits != strings.ToLower(digits) {
		return fmt.Errorf("%q is not hexadecimal in lower case with 0x", text)
	}
	*h, err = hex.DecodeString(digits)
	return err
}

// parsed reads a point from both of its forms, which must agree: also in that
// both are refused.
func parsed[P interface{ Equal(P) bool }](name string, compressed, affine hexBytes, parse, parseAffine func([]byte) (P, error)) (P, error) {
	p, err := parse(compressed)
	q, errAffine := parseAffine(affine)
	switch {
	case (err == nil) != (errAffine == nil):
		return p, fmt.Errorf("the forms of %s disagree: %v, %v", name, err, errAffine)
	case err != nil:
		return p, refused(vectors.Parse, err)
	case !p.Equal(q):
		return p, fmt.Errorf("the forms of %s are two points", name)
	}
	return p, nil
}

func parseG1(name string, compressed, affine hexBytes) (bls.G1, error) {
	return parsed(name, compressed, affine, bls.ParseG1, bls.ParseG1Affine)
}

func parseG2(name string, compressed, affine hexBytes) (bls.G2, error) {
	return parsed(name, compressed, affine, bls.ParseG2, bls.ParseG2Affine)
}

func compressed(p bls.G1) hexBytes { b := p.Bytes(); return b[:] }
func affine(p bls.G1) hexBytes     { b := p.Affine(); return b[:] }

// place is the four members that name one.
type place struct {
	ChainID uint64         `json:"chainId"`
	Escrow  common.Address `json:"escrow"`
	Product common.Address `json:"product"`
	Tier    uint8          `json:"tier"`
}

func (p place) place() product.Place { return product.Place(p) }
