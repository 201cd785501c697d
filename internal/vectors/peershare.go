package vectors

import (
	"crypto/hkdf"
	"crypto/sha256"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
)

// peerShares are a node's shares of a release, sealed for one other node, with
// the 48 bytes that should be random and are reduced to r.
//
//	in   chainId, escrow, order, V (the nodes' keys), node, for, key (s_for), random, R, C
//	out  point (peer point), gt, mask, share
func peerShares(b *Builder) {
	w := b.world
	o := release.OrderPlace{ChainID: w.place.ChainID, Escrow: w.place.Escrow, Order: filled(0x11)}
	point := must(release.Point(w.place, w.key.B))
	in := func(s release.SealedShare, key threshold.KeyShare) fields {
		var V []string
		for _, v := range w.group.V {
			V = append(V, hexG2(v))
		}
		secret := key.Secret.Bytes()
		return g2Fields("R", s.R).and(fields{
			"chainId": o.ChainID, "escrow": hexAddress(o.Escrow), "order": hexed(o.Order[:]), "V": V, "node": s.Node, "for": s.For,
			"key": hexed(secret[:]), "random": hexed(take("sealed", 48)), "C": hexed(s.C[:]),
		})
	}
	seal := func(from, to int) release.SealedShare {
		return must(release.SealShare(w.group, o, w.nodes[from-1].Part(point), to, Stream("sealed")))
	}
	for _, pair := range [][2]int{{1, 2}, {2, 1}, {5, 4}, {3, 3}} {
		s, key := seal(pair[0], pair[1]), w.nodes[pair[1]-1]
		b.ok("ok_"+string(rune('0'+pair[0]))+"_for_"+string(rune('0'+pair[1])), "C = U_i ⊕ mask", in(s, key), peerShareOut(s, key, o))
	}
	good := in(seal(1, 2), w.nodes[1])
	bad := func(fault, comment string, change fields) { b.fails(Verify, fault, comment, good.and(change)) }
	third := w.nodes[2].Secret.Bytes()
	bad("other_node", "node 3 does not read what is for node 2", fields{"key": hexed(third[:])})
	bad("renamed_for", "for is part of the mask's info", fields{"for": 3, "key": hexed(third[:])})
	bad("renamed_node", "node is part of the mask's info", fields{"node": 3})
	bad("other_order", "sealed for another order", fields{"order": hexed(take("order", 32))})
	bad("other_chain", "sealed for another chain", fields{"chainId": 2})
	bad("other_escrow", "sealed for another escrow", fields{"escrow": hexAddress(address(0x5d))})
	bad("other_r", "another R", g2Fields("R", w.foreign.Q))
	b.fails(Parse, "c_47_bytes", "a share has 48 bytes", good.and(fields{"C": hexed(take("c", 47))}))
	b.fails(Parse, "r_identity", "R is the identity: the mask would be everyone's", good.and(fields{
		"R": hexed(with(make([]byte, 96), 0, 0xc0)), "RAffine": hexed(make([]byte, 192)),
	}))
}

func peerShareOut(s release.SealedShare, key threshold.KeyShare, o release.OrderPlace) fields {
	gt, R := bls.Pair(key.Part(release.PeerPoint(o)).Point, s.R).Bytes(), s.R.Bytes()
	mask := must(hkdf.Key(sha256.New, gt[:], nil, "SHRINKWRAP-V1-PEER-SHARE"+string(R[:])+string([]byte{byte(s.Node), byte(s.For)}), 48))
	share := must(s.Open(key, o))
	return g1Fields("point", release.PeerPoint(o)).and(fields{"gt": hexed(gt[:]), "mask": hexed(mask)}).and(g1Fields("share", share.Point))
}
