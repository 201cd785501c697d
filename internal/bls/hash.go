package bls

import (
	"fmt"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
)

// HashToG1 is hash_to_curve of RFC 9380, suite BLS12381G1_XMD:SHA-256_SSWU_RO_,
// under the domain separation tag dst. Nobody knows the result's logarithm.
func HashToG1(message []byte, dst string) (G1, error) {
	p, err := bls12381.HashToG1(message, []byte(dst))
	if err != nil {
		return G1{}, fmt.Errorf("hashing to G1 under %q: %v", dst, err)
	}
	return nonIdentity(p)
}
