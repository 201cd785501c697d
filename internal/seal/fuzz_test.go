package seal_test

import (
	"bytes"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/seal"
)

// Any 32 bytes are a tier key, as any are an X25519 secret, and nothing else
// is: its identity reads back as the same key.
func FuzzParseTierKey(f *testing.F) {
	f.Add(make([]byte, 32))
	f.Add(bytes.Repeat([]byte{0xff}, 32))
	f.Add(make([]byte, 31))
	f.Add(make([]byte, 33))
	f.Fuzz(func(t *testing.T, b []byte) {
		key, err := seal.ParseTierKey(b)
		if (err == nil) != (len(b) == 32) {
			t.Fatalf("%d bytes: %v", len(b), err)
		}
		if err != nil {
			return
		}
		again, err := seal.ParseTierKey(b)
		if err != nil || again.Identity().String() != key.Identity().String() {
			t.Errorf("%x is two keys: %v", b, err)
		}
		b[0] ^= 1
		if other, err := seal.ParseTierKey(b); err != nil || other.Identity().String() == key.Identity().String() {
			t.Errorf("another key has the same identity: %v", err)
		}
	})
}
