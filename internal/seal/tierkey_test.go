package seal_test

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"

	"filippo.io/age"

	"github.com/shrinkwrap/shrinkwrap/internal/seal"
)

// A tier key is an age identity: what is sealed to its recipient, age's own
// reading of the printed identity opens.
func TestTierKeyIsAnAgeIdentity(t *testing.T) {
	for _, secret := range [][]byte{make([]byte, 32), bytes.Repeat([]byte{0xff}, 32), tierKeyBytes(t)} {
		key, err := seal.ParseTierKey(secret)
		if err != nil {
			t.Fatal(err)
		}
		if key.Bytes() != [32]byte(secret) {
			t.Error("tier key's bytes do not come back")
		}
		var sealed bytes.Buffer
		w, err := age.Encrypt(&sealed, key.Recipient())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, "the section"); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		identity, err := age.ParseX25519Identity(key.Identity().String())
		if err != nil {
			t.Fatal(err)
		}
		r, err := age.Decrypt(&sealed, identity)
		if err != nil {
			t.Fatal(err)
		}
		if opened, err := io.ReadAll(r); err != nil || string(opened) != "the section" {
			t.Errorf("opened %q, %v", opened, err)
		}
	}
}

func tierKeyBytes(t *testing.T) []byte {
	b := tierKeys(t, 1)[0].Bytes()
	return b[:]
}

func TestParseTierKeyTakes32BytesAlone(t *testing.T) {
	for _, n := range []int{0, 31, 32, 33} {
		if _, err := seal.ParseTierKey(make([]byte, n)); (err == nil) != (n == 32) {
			t.Errorf("%d bytes: %v", n, err)
		}
	}
	if _, err := seal.NewTierKey(bytes.NewReader(make([]byte, 31))); err == nil {
		t.Error("a tier key was drawn from 31 bytes")
	}
}

// holder has a tier key where fmt may call its methods and where it may not.
type holder struct {
	Open   seal.TierKey
	hidden seal.TierKey
}

func TestTierKeysDoNotPrint(t *testing.T) {
	key := tierKeys(t, 1)[0]
	secret := key.Bytes()
	text := key.Identity().String()
	for name, v := range map[string]any{"value": key, "pointer": &key, "struct": holder{key, key}, "list": []seal.TierKey{key}} {
		for _, verb := range []string{"%v", "%+v", "%#v", "%x", "%X", "%s", "%q", "%d", "%t"} {
			got := fmt.Sprintf(verb, v)
			for _, trace := range []string{fmt.Sprintf("%x", secret[:8]), fmt.Sprintf("%X", secret[:8]), fmt.Sprint(secret[:4])[1:12], text[:24], text[20:40]} {
				if strings.Contains(got, trace) {
					t.Errorf("%s by %s shows the tier key: %s", name, verb, got)
				}
			}
		}
	}
}

func TestTierKeysAreNotMarshalled(t *testing.T) {
	key := tierKeys(t, 1)[0]
	for name, v := range map[string]any{"value": key, "pointer": &key, "struct": struct{ Key seal.TierKey }{key}} {
		if b, err := json.Marshal(v); err == nil {
			t.Errorf("%s was marshalled to JSON: %s", name, b)
		}
		if err := gob.NewEncoder(io.Discard).Encode(v); err == nil {
			t.Errorf("%s was marshalled to gob", name)
		}
	}
}
