package node_test

import (
	"crypto/rand"
	"encoding/hex"
	"net/http"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/bls/blstest"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
	"github.com/shrinkwrap/shrinkwrap/node"
)

// chosen is a payment for a key whose secret the buyer has and uses as no
// terminal would.
func (tr *trial) chosen(witness func(b bls.Secret) [64]byte) (purchase, bls.Secret) {
	tr.t.Helper()
	b, err := bls.RandomSecret(rand.Reader)
	must(tr.t, err)
	return tr.pay(func(p *purchase, w *[64]byte) {
		p.key.B, p.leaf.ReleaseKey, *w = b.Public(), b.Public().Words(), witness(b)
	}), b
}

func provenAt(t testing.TB, b bls.Secret, place product.Place) bls.Proof {
	t.Helper()
	proof, err := bls.Prove(b, place.Bytes(), rand.Reader)
	must(t, err)
	return proof
}

// A proof was made for another tier, product, escrow or chain, by the owner of
// the very same key: it is no proof here, neither with the payment nor shown
// later. One made for this place is.
func TestReplayedProofsGetNoShare(t *testing.T) {
	tr := newTrial(t, 2, 2, nil)
	for name, elsewhere := range map[string]func(p *product.Place){
		"tier":    func(p *product.Place) { p.Tier++ },
		"product": func(p *product.Place) { p.Product[19]++ },
		"escrow":  func(p *product.Place) { p.Escrow[19]++ },
		"chain":   func(p *product.Place) { p.ChainID++ },
	} {
		t.Run(name, func(t *testing.T) {
			place := tr.place()
			elsewhere(&place)
			p, b := tr.chosen(func(b bls.Secret) [64]byte { return provenAt(t, b, place).Bytes() })
			q, again := tr.query(p), provenAt(t, b, place)
			tr.stays(1, q, nodeapi.StateConfirmed)
			q.Proof = &again
			tr.stays(1, q, nodeapi.StateConfirmed)
			right := provenAt(t, b, tr.place())
			q.Proof, q.Wait = &right, nodeapi.MaxWait
			if r := tr.look(1, q); r.State != nodeapi.StateReleased {
				t.Errorf("with a proof of this place the answer is %+v", r)
			}
		})
	}
}

// A gate buys a tier for its guest's key at a product of its own, asks the guest
// to sign a challenge, and shows what he signed as the proof: with the release it
// would open what he owns. A signature under B has a tag and a purpose, and begins
// with the guest's own order, so that it proves nothing, for whatever purpose; a
// proof of the same key at that place would.
func TestSignaturesBuyNothing(t *testing.T) {
	tr := newTrial(t, 2, 2, nil)
	place := tr.place()
	tag := crypto.Keccak256([]byte("SHRINKWRAP-V1-POK"))
	for name, challenge := range map[string][]byte{"the place": place.Bytes(), "what a proof hashes": append(tag, place.Bytes()...), "nothing": nil} {
		for _, purpose := range []bls.Purpose{bls.PurposeTag, bls.PurposeGate, bls.PurposeMinute, bls.PurposeTransfer, bls.PurposeHandOver} {
			p, b := tr.chosen(func(b bls.Secret) [64]byte {
				s, err := bls.Sign(b, purpose, release.Message(place, common.Hash{1}, challenge), rand.Reader)
				must(t, err)
				return s.Bytes()
			})
			q := tr.query(p)
			tr.stays(1, q, nodeapi.StateConfirmed)
			proof := provenAt(t, b, place)
			q.Proof, q.Wait = &proof, nodeapi.MaxWait
			if r := tr.look(1, q); r.State != nodeapi.StateReleased {
				t.Errorf("%s, %s: with a proof the answer is %+v", name, purpose, r)
			}
		}
	}
}

// The escrow checks no proof when it is paid, so that any 64 bytes reach a node
// by the event, and any by HTTP. Numbers above r, which are the same modulo r,
// and a commitment that is the identity, which needs no draw of a nonce, are
// refused as the contract refuses them: else a dispute would be possible that no
// node answers.
func TestProofsOfAnotherFormGetNoShare(t *testing.T) {
	tr := newTrial(t, 2, 2, nil)
	for name, form := range map[string]func(b bls.Secret, good bls.Proof) [64]byte{
		"c + r":                    func(_ bls.Secret, good bls.Proof) [64]byte { return raised(good, 0) },
		"z + r":                    func(_ bls.Secret, good bls.Proof) [64]byte { return raised(good, 32) },
		"R' the identity, zeros":   func(b bls.Secret, _ bls.Proof) [64]byte { return withoutNonce(t, b, tr.place(), 0) },
		"R' the identity, flagged": func(b bls.Secret, _ bls.Proof) [64]byte { return withoutNonce(t, b, tr.place(), 0x40) },
	} {
		t.Run(name, func(t *testing.T) {
			var w [64]byte
			p, _ := tr.chosen(func(b bls.Secret) [64]byte {
				w = form(b, provenAt(t, b, tr.place()))
				return w
			})
			tr.stays(1, tr.query(p), nodeapi.StateConfirmed)
			r, body := tr.get(1, nodeapi.ReleasePath(tr.query(p))+"?pok="+hex.EncodeToString(w[:]), nil)
			aboveOrder := strings.HasSuffix(name, "+ r")
			if aboveOrder && r.StatusCode != http.StatusBadRequest || !aboveOrder && !strings.Contains(body, `"confirmed"`) {
				t.Errorf("shown by HTTP: status %d, %s", r.StatusCode, body)
			}
		})
	}
}

// raised adds r to one of a proof's numbers.
func raised(p bls.Proof, at int) [64]byte {
	w := p.Bytes()
	n := new(uint256.Int).SetBytes(w[at : at+32])
	n.Add(n, uint256.MustFromBig(bls.Order()))
	word := n.Bytes32()
	copy(w[at:], word[:])
	return w
}

// withoutNonce answers with the nonce 0, to the challenge over the identity's
// encoding that begins with flag.
func withoutNonce(t testing.TB, b bls.Secret, place product.Place, flag byte) [64]byte {
	t.Helper()
	B, secret := b.Public().Affine(), b.Bytes()
	identity := append([]byte{flag}, make([]byte, 95)...)
	c := bls.ReduceScalar(crypto.Keccak256(crypto.Keccak256([]byte("SHRINKWRAP-V1-POK")), place.Bytes(), B[:], identity))
	scalar, err := bls.ParseScalar(secret[:])
	must(t, err)
	return bls.Proof{C: c, Z: c.Mul(scalar)}.Bytes()
}

// A release key outside the subgroup would tell s_i modulo a small prime, and
// the identity is anybody's key: nodes multiply neither, ask whom one may.
func TestKeysOutsideTheSubgroupGetNoShare(t *testing.T) {
	tr := newTrial(t, 2, 2, nil)
	for name, point := range map[string]blstest.G1{
		"of order 3":           blstest.LowOrderG1(3),
		"of order 10177":       blstest.LowOrderG1(10177),
		"of no small order":    blstest.OutsideG1(),
		"right but for a part": blstest.FromG1(tr.newKey().B).Plus(blstest.LowOrderG1(11)),
		"the identity":         {},
	} {
		t.Run(name, func(t *testing.T) {
			p := tr.pay(func(p *purchase, _ *[64]byte) {
				for i := range p.leaf.ReleaseKey {
					copy(p.leaf.ReleaseKey[i][:], point.Affine()[32*i:])
				}
				if point.IsIdentity() {
					p.leaf.ReleaseKey = [3][32]byte{}
				}
			})
			tr.caughtUp()
			o, err := tr.ask(1).Order(t.Context(), chainID, p.leaf.Hash())
			must(t, err)
			if o.State != nodeapi.StateDeclined || o.Reason == "" {
				t.Errorf("order is %+v", o)
			}
			path := nodeapi.ReleasePath(tr.query(p))
			path = path[:strings.LastIndex(path, "/")+1] + hex.EncodeToString(point.Compressed())
			if r, body := tr.get(1, path, nil); r.StatusCode != http.StatusBadRequest || strings.Contains(body, `"share"`) {
				t.Errorf("asked by HTTP: status %d, %s", r.StatusCode, body)
			}
		})
	}
	if got := tr.metric(1, `shrinkwrap_shares_computed_total{for="release"}`); got != "" && got != "0" {
		t.Errorf("%s shares were computed", got)
	}
}

// Products that name this committee's contract with another's keys, or with a
// fee that is not its own, are declined before anybody pays: right shares would
// not be what the escrow takes for an answer, and the fee is the committee's to
// say.
func TestForeignOffersAreDeclinedBeforehand(t *testing.T) {
	tr, bed := newRealTrial(t)
	own := product.Terms{
		Publisher: devchain.Address(1), Signer: devchain.Address(1), Committee: tr.committee, GroupKey: tr.group.Key(), FeeBps: fee,
		Tiers: []product.TierTerms{{Price: uint256.NewInt(1000)}},
	}
	for name, c := range map[string]struct {
		change func(o *product.Terms)
		reason string
	}{
		"own":       {func(*product.Terms) {}, ""},
		"group key": {func(o *product.Terms) { o.GroupKey[0]++ }, "group key"},
		"committee": {func(o *product.Terms) { o.Committee[0]++ }, "committee"},
		"less fee":  {func(o *product.Terms) { o.FeeBps-- }, "fee"},
		"more fee":  {func(o *product.Terms) { o.FeeBps++ }, "fee"},
	} {
		terms := own
		c.change(&terms)
		address, _, err := bed.Deploy(t.Context(), terms)
		must(t, err)
		p, err := tr.ask(1).Product(t.Context(), chainID, address, false)
		must(t, err)
		if p.Served != (c.reason == "") || !strings.Contains(p.Reason, c.reason) {
			t.Errorf("%s: %+v", name, p)
		}
	}
}

// newRealTrial starts one node, the whole of its committee, on a chain with the
// real escrow.
func newRealTrial(t *testing.T) (*trial, *testbed.Bed) {
	t.Helper()
	bed, err := testbed.New(t.Context(), devchain.Options{})
	must(t, err)
	t.Cleanup(func() { must(t, bed.Close()) })
	wire := listen(t, "127.0.0.1:0")
	tr := &trial{t: t, chain: bed.Chain, client: bed.Client(), nodes: make([]*node.Service, 1)}
	tr.wire = append(tr.wire, wire)
	tr.homes, tr.desc, err = node.Deal(t.TempDir(), node.DealOptions{Threshold: 1, URLs: []string{"http://" + wire.Addr().String()}, FeeBps: fee, Chain: node.DefaultChain(chainID)})
	must(t, err)
	tr.committee = common.HexToAddress(tr.desc.Address)
	tr.group, err = tr.desc.Group()
	must(t, err)
	tr.adjust = func(_ int, c *node.Config, _ *node.Deps) { c.Chains[0].Endpoints = []string{bed.WS()} }
	tr.start(1)
	t.Cleanup(func() { tr.stop(1) })
	return tr, bed
}
