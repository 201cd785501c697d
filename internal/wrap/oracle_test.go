package wrap_test

import (
	"bytes"
	"crypto/sha256"
	"testing"
)

// A digest of the plaintext would tell anybody with a good guess, a page of a
// contract or a name on a list, that he is right, without paying. The signed one
// covers the sealed bytes, which are other bytes each time: who guesses all of
// it, seals it himself to the very same recipients, and hashes whatever else he
// can make of it, meets the digest never.
func TestSignedDigestIsNoGuessingOracle(t *testing.T) {
	gold, silver := newKey(t), newKey(t)
	content := []byte("We agree on a price of 1,200,000.")
	signed, _ := seal(t, content, gold, silver)
	digests := map[[32]byte]bool{signed.Digest: true}
	for range 3 {
		guess, _ := seal(t, content, gold, silver)
		if guess.Size != signed.Size || guess.SealedSize != signed.SealedSize {
			t.Fatalf("sealed to %d of %d bytes, before to %d of %d: the guess is another content", guess.SealedSize, guess.Size, signed.SealedSize, signed.Size)
		}
		if digests[guess.Digest] {
			t.Error("a right guess has the signed digest")
		}
		digests[guess.Digest] = true
	}
	frames := zstdOf(t, content)
	for name, b := range map[string][]byte{"content": content, "frames": frames} {
		sum := sha256.Sum256(b)
		if sum == signed.Digest || sha256.Sum256(sum[:]) == signed.Digest {
			t.Errorf("the signed digest is one of the %s", name)
		}
		if bytes.Contains(signed.Pieces, sum[:]) {
			t.Errorf("the list of pieces has the %s", name)
		}
	}
}
