package release

import (
	"crypto/hkdf"
	"crypto/sha256"
	"crypto/subtle"
	"errors"
	"fmt"
	"io"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
)

const (
	peerDST  = "SHRINKWRAP-V1-PEER_BLS12381G1_XMD:SHA-256_SSWU_RO_"
	peerInfo = "SHRINKWRAP-V1-PEER-SHARE"
)

// ErrSealed is returned for a sealed share that holds no share.
var ErrSealed = errors.New("sealed share holds no share")

// PeerPoint returns the point of an order by which nodes seal shares for each
// other. Nobody knows its logarithm, and a node's multiple of it never leaves
// the node.
func PeerPoint(o OrderPlace) bls.G1 { return mustHash(o.Bytes(), peerDST) }

// SealedShare is a node's share of the release of a disputed order, which node
// For alone can read:
//
//	R    = r·h                                        r drawn afresh for every sealed share
//	mask = HKDF-SHA-256(ikm = GT encoding of e(peer point, V_For)^r,
//	                    info = "SHRINKWRAP-V1-PEER-SHARE" ‖ R compressed ‖ Node(1) ‖ For(1), 48 bytes)
//	C    = share compressed ⊕ mask
//
// It is Boneh and Franklin's encryption (CRYPTO 2001) under V_For as the
// authority and the order as the identity: the key is s_For·(peer point), which
// node For makes itself. Whoever sealed it is not proven by it: the share proves
// itself.
type SealedShare struct {
	Node, For int // 1 … n
	R         bls.G2
	C         [bls.G1Size]byte
}

// SealShare seals a share for a node of the group.
func SealShare(group threshold.Group, o OrderPlace, share threshold.Part, to int, random io.Reader) (SealedShare, error) {
	if err := checkNode(group, share.Index); err != nil {
		return SealedShare{}, err
	}
	if err := checkNode(group, to); err != nil {
		return SealedShare{}, err
	}
	r, err := bls.RandomSecret(random)
	if err != nil {
		return SealedShare{}, err
	}
	s := SealedShare{Node: share.Index, For: to, R: r.PublicG2()}
	// e(peer point, V)^r = e(r·(peer point), V)
	mask, err := s.mask(bls.Pair(r.MulG1(PeerPoint(o)), group.V[to-1]))
	if err != nil {
		return SealedShare{}, err
	}
	point := share.Point.Bytes()
	subtle.XORBytes(s.C[:], point[:], mask)
	return s, nil
}

func checkNode(group threshold.Group, node int) error {
	if node < 1 || node > group.N() {
		return fmt.Errorf("node %d of a committee of %d", node, group.N())
	}
	return nil
}

// Open returns the share, unverified, or ErrSealed if what it holds is no point:
// it was sealed for another node or order, or whoever sealed it lies.
func (s SealedShare) Open(key threshold.KeyShare, o OrderPlace) (threshold.Part, error) {
	if s.For != key.Index {
		return threshold.Part{}, fmt.Errorf("share was sealed for node %d, this is node %d: %w", s.For, key.Index, ErrSealed)
	}
	mask, err := s.mask(bls.Pair(key.Part(PeerPoint(o)).Point, s.R))
	if err != nil {
		return threshold.Part{}, err
	}
	var point [bls.G1Size]byte
	subtle.XORBytes(point[:], s.C[:], mask)
	share, err := bls.ParseG1(point[:])
	if err != nil {
		return threshold.Part{}, ErrSealed // not what it holds: of an honest share that is secret
	}
	return threshold.Part{Index: s.Node, Point: share}, nil
}

func (s SealedShare) mask(secret bls.GT) ([]byte, error) {
	ikm, R := secret.Bytes(), s.R.Bytes()
	mask, err := hkdf.Key(sha256.New, ikm[:], nil, peerInfo+string(R[:])+string([]byte{byte(s.Node), byte(s.For)}), bls.G1Size)
	if err != nil {
		return nil, errors.New("sealed share's mask cannot be derived")
	}
	return mask, nil
}
