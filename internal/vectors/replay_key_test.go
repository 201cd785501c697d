package vectors_test

import (
	"bytes"
	"errors"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/vectors"
)

type identityOut struct {
	Place          hexBytes `json:"place"`
	Identity       hexBytes `json:"identity"`
	IdentityAffine hexBytes `json:"identityAffine"`
}

var _ = replay("identity", func(in place) (identityOut, error) {
	id := in.place().Identity()
	return identityOut{in.place().Bytes(), compressed(id), affine(id)}, nil
})

type releaseKey struct {
	ReleaseKey       hexBytes `json:"releaseKey"`
	ReleaseKeyAffine hexBytes `json:"releaseKeyAffine"`
}

func (k releaseKey) parse() (bls.G1, error) {
	return parseG1("releaseKey", k.ReleaseKey, k.ReleaseKeyAffine)
}

type keyIn struct {
	place
	Seed    hexBytes `json:"seed"`
	Attempt uint32   `json:"attempt"`
}

type keyOut struct {
	releaseKey
	B hexBytes `json:"b"`
}

// The secret is derived beside NewKey, which does not give it away.
var _ = replay("key", func(in keyIn) (keyOut, error) {
	key, err := release.NewKey(in.Seed, in.place.place(), in.Attempt)
	if err != nil {
		return keyOut{}, refused(vectors.Parse, err)
	}
	info := append([]byte("SHRINKWRAP-V1-RELEASE-KEY"), in.place.place().Bytes()...)
	info = append(info, byte(in.Attempt>>24), byte(in.Attempt>>16), byte(in.Attempt>>8), byte(in.Attempt))
	secret, err := bls.DeriveSecret(in.Seed, string(info))
	if err != nil {
		return keyOut{}, err
	}
	if !secret.Public().Equal(key.B) {
		return keyOut{}, errors.New("the key is another secret's")
	}
	b := secret.Bytes()
	return keyOut{releaseKey{compressed(key.B), affine(key.B)}, b[:]}, nil
})

type witness struct {
	C hexBytes `json:"c"`
	Z hexBytes `json:"z"`
}

type made struct {
	releaseKey
	witness
	Commitment hexBytes `json:"commitment"`
}

func madeOf(secret bls.Secret, p bls.Proof) (made, error) {
	R, err := commitment(secret.Public(), p)
	if err != nil {
		return made{}, err
	}
	c, z := p.C.Bytes(), p.Z.Bytes()
	return made{releaseKey{compressed(secret.Public()), affine(secret.Public())}, witness{c[:], z[:]}, affine(R)}, nil
}

// commitment returns R' = z·g − c·B.
func commitment(B bls.G1, p bls.Proof) (bls.G1, error) {
	zg, err := bls.GeneratorG1().Mul(p.Z)
	if err != nil {
		return bls.G1{}, err
	}
	cB, err := B.Mul(p.C)
	if err != nil {
		return bls.G1{}, err
	}
	return zg.Sub(cB)
}

type proveIn struct {
	place
	B      hexBytes `json:"b"`
	Random hexBytes `json:"random"`
}

var _ = replay("prove", func(in proveIn) (made, error) {
	secret, err := bls.ParseSecret(in.B)
	if err != nil {
		return made{}, refused(vectors.Parse, err)
	}
	proof, err := bls.Prove(secret, in.place.place().Bytes(), bytes.NewReader(in.Random))
	if err != nil {
		return made{}, refused(vectors.Parse, err)
	}
	return madeOf(secret, proof)
})

type committed struct {
	Commitment hexBytes `json:"commitment"`
}

func committedOf(B bls.G1, p bls.Proof) (committed, error) {
	R, err := commitment(B, p)
	return committed{affine(R)}, err
}

type proofIn struct {
	place
	releaseKey
	witness
}

var _ = replay("proof", func(in proofIn) (committed, error) {
	B, errKey := in.releaseKey.parse()
	proof, err := bls.ParseProof(append(bytes.Clone(in.C), in.Z...))
	if err != nil {
		err = refused(vectors.Parse, err)
	}
	if err := errors.Join(errKey, err); err != nil {
		return committed{}, err
	}
	if err := proof.Verify(B, in.place.place().Bytes()); err != nil {
		return committed{}, refused(vectors.Verify, err)
	}
	return committedOf(B, proof)
})

type signIn struct {
	B       hexBytes `json:"b"`
	Random  hexBytes `json:"random"`
	Purpose string   `json:"purpose"`
	Message hexBytes `json:"message"`
}

var _ = replay("sign", func(in signIn) (made, error) {
	secret, err := bls.ParseSecret(in.B)
	if err != nil {
		return made{}, refused(vectors.Parse, err)
	}
	s, err := bls.Sign(secret, bls.Purpose(in.Purpose), in.Message, bytes.NewReader(in.Random))
	if err != nil {
		return made{}, refused(vectors.Parse, err)
	}
	return madeOf(secret, bls.Proof(s))
})

type signatureIn struct {
	releaseKey
	witness
	Purpose string   `json:"purpose"`
	Message hexBytes `json:"message"`
}

var _ = replay("signature", func(in signatureIn) (committed, error) {
	B, errKey := in.releaseKey.parse()
	s, err := bls.ParseSignature(append(bytes.Clone(in.C), in.Z...))
	if err != nil {
		err = refused(vectors.Parse, err)
	}
	if err := errors.Join(errKey, err); err != nil {
		return committed{}, err
	}
	switch err := s.Verify(B, bls.Purpose(in.Purpose), in.Message); {
	case errors.Is(err, bls.ErrSignature):
		return committed{}, refused(vectors.Verify, err)
	case err != nil:
		return committed{}, refused(vectors.Parse, err)
	}
	return committedOf(B, bls.Proof(s))
})
