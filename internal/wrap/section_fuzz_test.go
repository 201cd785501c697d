package wrap_test

import (
	"crypto/sha256"
	"errors"
	"testing"

	"filippo.io/age"

	"github.com/shrinkwrap/shrinkwrap/internal/vectors/seeds"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// Whatever a publisher signed as sealed opens, or is fraud or sealed to
// another key; it gives no more than the size that was signed.
func FuzzSealed(f *testing.F) {
	key, err := age.ParseX25519Identity(string(seeds.Of(f, "section", "identity")[0]))
	if err != nil {
		f.Fatal(err)
	}
	for _, sealed := range seeds.Of(f, "section", "sealed") {
		f.Add(sealed, uint16(len(sealed)))
		f.Add(sealed, uint16(100))
	}
	f.Fuzz(func(t *testing.T, sealed []byte, size uint16) {
		plain, err := openTo(sign(sealed, int(size)), key)
		if len(plain) > int(size) || err == nil && len(plain) != int(size) {
			t.Fatalf("%d bytes, signed %d: %v", len(plain), size, err)
		}
		if err != nil && len(sealed) > 0 && !errors.Is(err, wrap.ErrMalformed) && !errors.Is(err, wrap.ErrWrongKey) {
			t.Fatalf("error %v", err)
		}
	})
}

// A list of pieces verifies if it is the one list of the bytes, however it was
// signed.
func FuzzPieces(f *testing.F) {
	sealed := mixed(2<<20 + 5)
	good := sign(sealed, 0)
	f.Add(good.Pieces)
	f.Add(good.Pieces[:64])
	f.Add(good.Pieces[:95])
	f.Add([]byte{})
	f.Add(append(good.Pieces[32:], good.Pieces[:32]...))
	f.Fuzz(func(t *testing.T, list []byte) {
		s := sign(sealed, 0)
		s.Pieces, s.Digest = list, sha256.Sum256(list)
		if err := s.Verify(t.Context(), nil); (err == nil) != (string(list) == string(good.Pieces)) {
			t.Fatalf("list %x: %v", list, err)
		}
	})
}
