package release_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
)

func TestNewKeyFollowsItsFormula(t *testing.T) {
	seed := bytes.Repeat([]byte{5}, 32)
	key, err := release.NewKey(seed, full, 0x01020304)
	if err != nil {
		t.Fatal(err)
	}
	want, err := bls.DeriveSecret(seed, "SHRINKWRAP-V1-RELEASE-KEY"+string(full.Bytes())+"\x01\x02\x03\x04")
	if err != nil {
		t.Fatal(err)
	}
	if key.Place != full || !key.B.Equal(want.Public()) {
		t.Errorf("key is %x at %s, want %x", key.B.Bytes(), key.Place, want.Public().Bytes())
	}
}

func TestNewKeyTakesSeedsOf32BytesAlone(t *testing.T) {
	for _, n := range []int{0, 31, 32, 33, 64} {
		if _, err := release.NewKey(make([]byte, n), basic, 0); (err == nil) != (n == 32) {
			t.Errorf("seed of %d bytes: %v", n, err)
		}
	}
}

// No two places or attempts share a key, and none follows from another by a
// difference that anyone could know.
func TestKeysAreUnrelated(t *testing.T) {
	seed := bytes.Repeat([]byte{5}, 32)
	places := []product.Place{basic, full, other}
	for _, change := range []func(*product.Place){
		func(p *product.Place) { p.ChainID++ },
		func(p *product.Place) { p.Escrow[0]++ },
		func(p *product.Place) { p.Product[19]++ },
		func(p *product.Place) { p.Tier = 255 },
	} {
		place := basic
		change(&place)
		places = append(places, place)
	}
	var keys []bls.G1
	for _, place := range places {
		for _, attempt := range []uint32{0, 1, 2, 255, 256, 1<<32 - 1} {
			key, err := release.NewKey(seed, place, attempt)
			if err != nil {
				t.Fatal(err)
			}
			keys = append(keys, key.B)
		}
	}
	again, err := release.NewKey(bytes.Repeat([]byte{6}, 32), basic, 0)
	if err != nil {
		t.Fatal(err)
	}
	keys = append(keys, again.B)
	differences := map[[bls.G1Size]byte]bool{}
	for i, a := range keys {
		for _, b := range keys[:i] {
			d := sub(t, a, b).Bytes() // fails for keys that are equal
			if differences[d] {
				t.Fatalf("two pairs of keys have one difference %x", d)
			}
			differences[d] = true
		}
	}
}

func TestKeysDoNotPrint(t *testing.T) {
	seed := bytes.Repeat([]byte{5}, 32)
	key, err := release.NewKey(seed, full, 0)
	if err != nil {
		t.Fatal(err)
	}
	b, err := bls.DeriveSecret(seed, "SHRINKWRAP-V1-RELEASE-KEY"+string(full.Bytes())+"\x00\x00\x00\x00")
	if err != nil {
		t.Fatal(err)
	}
	bytes := b.Bytes()
	marshalled, _ := json.Marshal(key)
	texts := []string{string(marshalled)}
	for _, verb := range []string{"%v", "%+v", "%#v", "%x", "%s", "%q", "%d"} {
		texts = append(texts, fmt.Sprintf(verb, key), fmt.Sprintf(verb, &key))
	}
	for _, text := range texts {
		if strings.Contains(text, fmt.Sprintf("%x", bytes[:8])) || strings.Contains(text, fmt.Sprint(bytes[:8])) {
			t.Errorf("a key shows its secret: %s", text)
		}
	}
}

func TestOpen(t *testing.T) {
	group, _ := committee(t)
	key := newKey(t, full)
	D, err := key.Open(released(t, key), group.P)
	if err != nil || !opens(t, full, D) || opens(t, basic, D) {
		t.Errorf("release opens to %x, %v, want s·id of the tier alone", D.Bytes(), err)
	}
	b, err := bls.DeriveSecret(bytes.Repeat([]byte{1}, 32), "SHRINKWRAP-V1-RELEASE-KEY"+string(full.Bytes())+"\x00\x00\x00\x00")
	if err != nil {
		t.Fatal(err)
	}
	if D, err := key.Open(b.MulG1(group.P), group.P); err == nil {
		t.Errorf("b·P opens to %x", D.Bytes())
	}
}

func TestMessageBeginsWithTheOrderPlace(t *testing.T) {
	order := [32]byte{1, 2, 3}
	place := release.OrderPlace{ChainID: full.ChainID, Escrow: full.Escrow, Order: order}
	if got, want := release.Message(full, order, []byte("rest")), append(place.Bytes(), "rest"...); !bytes.Equal(got, want) {
		t.Errorf("message is %x, want %x", got, want)
	}
}

func TestKeySigns(t *testing.T) {
	key, order := newKey(t, full), [32]byte{1, 2, 3}
	s, err := key.Sign(bls.PurposeGate, order, []byte("challenge"), deterministic("nonce"))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Verify(key.B, bls.PurposeGate, release.Message(full, order, []byte("challenge"))); err != nil {
		t.Error(err)
	}
	for name, message := range map[string][]byte{
		"another challenge": release.Message(full, order, []byte("challengf")),
		"another order":     release.Message(full, [32]byte{9}, []byte("challenge")),
		"another chain":     release.Message(product.Place{ChainID: 1, Escrow: full.Escrow}, order, []byte("challenge")),
		"another escrow":    release.Message(product.Place{ChainID: full.ChainID, Escrow: address(1)}, order, []byte("challenge")),
	} {
		if s.Verify(key.B, bls.PurposeGate, message) == nil {
			t.Errorf("signature serves %s", name)
		}
	}
}
