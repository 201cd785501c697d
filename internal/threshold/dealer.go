package threshold

import (
	"fmt"
	"io"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
)

// InsecureDeal makes a group and all its key shares in one place. Whoever runs
// it has known s for a moment and could open everything ever sealed to the
// group: it is for trials and tests, never for products that are sold.
func InsecureDeal(t, n int, random io.Reader) (Group, []KeyShare, error) {
	if err := CheckSizes(t, n); err != nil {
		return Group{}, nil, err
	}
	polynomial := make([]bls.Secret, t)
	for i := range polynomial {
		var err error
		if polynomial[i], err = bls.RandomSecret(random); err != nil {
			return Group{}, nil, err
		}
	}
	group := Group{Threshold: t, P: polynomial[0].Public(), Q: polynomial[0].PublicG2()}
	shares := make([]KeyShare, n)
	for i := range shares {
		secret, err := evaluate(polynomial, uint64(i+1))
		if err != nil {
			return Group{}, nil, fmt.Errorf("share of node %d: %v", i+1, err)
		}
		shares[i] = KeyShare{Index: i + 1, Secret: secret}
		group.V = append(group.V, secret.PublicG2())
	}
	return group, shares, nil
}

// evaluate returns the polynomial's value at x by Horner's rule. A value of
// zero, which no honest draw gives, is refused.
func evaluate(polynomial []bls.Secret, x uint64) (bls.Secret, error) {
	at, sum := bls.NewScalar(x), bls.Scalar{}
	for i := len(polynomial) - 1; i >= 0; i-- {
		coefficient := bls.ReduceScalar(secretBytes(polynomial[i]))
		sum = sum.Mul(at).Add(coefficient)
	}
	b := sum.Bytes()
	return bls.ParseSecret(b[:])
}

func secretBytes(s bls.Secret) []byte {
	b := s.Bytes()
	return b[:]
}
