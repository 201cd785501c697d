package bls_test

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"math/rand/v2"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
)

// deterministic returns the same bytes each time for a label.
func deterministic(label string) io.Reader {
	return rand.NewChaCha8(sha256.Sum256([]byte(label)))
}

func secret(t testing.TB, label string) bls.Secret {
	t.Helper()
	s, err := bls.RandomSecret(deterministic(label))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func hexOf(b []byte) string { return hex.EncodeToString(b) }

// with returns b with one byte changed.
func with(b []byte, at int, value byte) []byte {
	out := append([]byte{}, b...)
	out[at] = value
	return out
}
