package vectors_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"

	"filippo.io/age"
	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/vectors"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

type digestIn struct {
	Stream     string      `json:"stream"`
	Length     int         `json:"length"`
	SealedSize uint64      `json:"sealedSize"`
	Digest     common.Hash `json:"digest"`
	Pieces     hexBytes    `json:"pieces"`
}

var _ = replay("digest", func(in digestIn) (out none, err error) {
	sealed, err := streamed(in.Stream, in.Length)
	if err != nil {
		return out, err
	}
	s := wrap.Section{Name: "sections/0.age", Source: bytes.NewReader(sealed), Sealed: wrap.Sealed{SealedSize: in.SealedSize, Digest: in.Digest}}
	if len(in.Pieces) > 0 {
		s.Pieces = in.Pieces
	}
	err = s.Verify(context.Background(), nil)
	if damaged := new(wrap.DamagedError); errors.As(err, &damaged) {
		return out, refused(vectors.Verify, err)
	}
	if err != nil {
		return out, refused(vectors.Parse, err)
	}
	return out, nil
})

type sectionIn struct {
	Sealed     hexBytes    `json:"sealed"`
	Identity   string      `json:"identity"`
	Size       uint64      `json:"size"`
	SealedSize uint64      `json:"sealedSize"`
	Digest     common.Hash `json:"digest"`
}

type sectionOut struct {
	SHA256 hexBytes `json:"sha256"`
}

// What is refused before it is decrypted gives no plaintext, and what is
// malformed no more than was signed.
var _ = replay("section", func(in sectionIn) (out sectionOut, err error) {
	key, err := age.ParseX25519Identity(in.Identity)
	if err != nil {
		return out, err
	}
	s := wrap.Section{
		Name: "sections/0.age", Source: bytes.NewReader(in.Sealed),
		Sealed: wrap.Sealed{Size: in.Size, SealedSize: in.SealedSize, Digest: in.Digest},
	}
	var plain bytes.Buffer
	err = s.OpenTo(context.Background(), &plain, nil, key)
	class := classOfSection(err)
	if allowed := map[vectors.Class]uint64{vectors.OK: in.Size, vectors.Parse: in.Size}; uint64(plain.Len()) > allowed[class] {
		return out, fmt.Errorf("%d bytes of plaintext came with %v", plain.Len(), err)
	}
	if err != nil {
		return out, refused(class, err)
	}
	sum := sha256.Sum256(plain.Bytes())
	return sectionOut{sum[:]}, nil
})

func classOfSection(err error) vectors.Class {
	damaged := new(wrap.DamagedError)
	switch {
	case err == nil:
		return vectors.OK
	case errors.As(err, &damaged):
		return vectors.Verify
	case errors.Is(err, wrap.ErrWrongKey):
		return vectors.Authenticate
	case errors.Is(err, wrap.ErrMalformed):
		return vectors.Parse
	}
	return "none"
}
