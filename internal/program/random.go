package program

import (
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/binary"
	"io"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
)

const randomInfo = "SHRINKWRAP-V1-PROGRAM-RANDOM"

// Random returns the random numbers of an order, without end:
//
//	block i = HKDF(σ compressed, "SHRINKWRAP-V1-PROGRAM-RANDOM" ‖ i(8), 32)      i = 0, 1, 2 …
//
// They are the same each time, and nobody can choose them: σ is unique, and no
// one knows it before the committee made it. Who has the receipt knows them.
func Random(receipt bls.G1) io.Reader {
	sigma := receipt.Bytes()
	key, err := hkdf.Extract(sha256.New, sigma[:], nil)
	if err != nil {
		panic("program: internal error: " + err.Error()) // only for a hash that is not allowed
	}
	return &random{key: key}
}

type random struct {
	key  []byte
	next uint64 // block
	rest []byte
}

func (r *random) Read(p []byte) (n int, err error) {
	for n < len(p) {
		if len(r.rest) == 0 {
			info := binary.BigEndian.AppendUint64([]byte(randomInfo), r.next)
			if r.rest, err = hkdf.Expand(sha256.New, r.key, string(info), 32); err != nil {
				return n, err
			}
			r.next++
		}
		taken := copy(p[n:], r.rest)
		n, r.rest = n+taken, r.rest[taken:]
	}
	return n, nil
}
