package bls_test

import (
	"strings"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
)

// The suite's test vectors of RFC 9380, appendix J.9.1: P's x and y.
func TestHashToG1(t *testing.T) {
	const dst = "QUUX-V01-CS02-with-BLS12381G1_XMD:SHA-256_SSWU_RO_"
	for _, c := range []struct{ message, x, y string }{
		{
			"",
			"052926add2207b76ca4fa57a8734416c8dc95e24501772c814278700eed6d1e4e8cf62d9c09db0fac349612b759e79a1",
			"08ba738453bfed09cb546dbb0783dbb3a5f1f566ed67bb6be0e8c67e2e81a4cc68ee29813bb7994998f3eae0c9c6a265",
		},
		{
			"abc",
			"03567bc5ef9c690c2ab2ecdf6a96ef1c139cc0b2f284dca0a9a7943388a49a3aee664ba5379a7655d3c68900be2f6903",
			"0b9c15f3fe6e5cf4211f346271d7b01c8f3b28be689c8429c85b67af215533311f0b8dfaaa154fa6b88176c229f2885d",
		},
	} {
		p, err := bls.HashToG1([]byte(c.message), dst)
		if err != nil {
			t.Fatal(err)
		}
		if got := p.Affine(); hexOf(got[:]) != c.x+c.y {
			t.Errorf("hash of %q is %x, want %s%s", c.message, got, c.x, c.y)
		}
	}
}

func TestHashToG1KeepsTagsApart(t *testing.T) {
	a, errA := bls.HashToG1([]byte("m"), "A")
	b, errB := bls.HashToG1([]byte("m"), "B")
	if errA != nil || errB != nil || a.Equal(b) {
		t.Errorf("hashes under two tags: %x, %v and %x, %v", a.Bytes(), errA, b.Bytes(), errB)
	}
	if p, err := bls.HashToG1([]byte("m"), strings.Repeat("x", 256)); err == nil {
		t.Errorf("a tag of 256 bytes was taken: %x", p.Bytes())
	}
}
