package node_test

import (
	"crypto/rand"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
	"github.com/shrinkwrap/shrinkwrap/node"
)

// What was paid for is released by every node that is asked, as the same point;
// it stays released, and the receipt proves the order.
func TestPurchaseIsReleased(t *testing.T) {
	tr := newTrial(t, 2, 3, nil)
	p := tr.pay(nil)
	U := tr.released(1, p)
	for number := 2; number <= 3; number++ {
		if !tr.released(number, p).Equal(U) {
			t.Errorf("node %d released another point", number)
		}
	}
	o, err := tr.ask(1).Order(t.Context(), chainID, p.leaf.Hash())
	must(t, err)
	if o.State != nodeapi.StateReleased || o.Leaf.Amount != "1000" || o.Confirmations.Had != 1 {
		t.Errorf("order is %+v", o)
	}
	r, err := tr.ask(2).Receipt(t.Context(), chainID, p.leaf.Hash(), false)
	must(t, err)
	sigma, err := nodeapi.ParseG1(r.Receipt)
	must(t, err)
	must(t, release.VerifyReceipt(release.OrderPlace{ChainID: chainID, Escrow: escrow, Order: p.leaf.Hash()}, tr.group.Q, sigma))

	tr.stop(2)
	tr.stop(3)
	tr.stop(1)
	tr.start(1)
	if !tr.released(1, p).Equal(U) { // alone, from its store
		t.Error("release changed over a restart")
	}
}

// Without a proof of knowledge there is no share; any valid one serves, and it
// need not have come with the payment.
func TestProofOfKnowledge(t *testing.T) {
	tr := newTrial(t, 2, 3, nil)
	for name, spoil := range map[string]func(p *purchase, w *[64]byte){
		"missing": func(_ *purchase, w *[64]byte) { *w = [64]byte{} },
		"wrong":   func(_ *purchase, w *[64]byte) { w[63]++ },
		"no scalars": func(_ *purchase, w *[64]byte) {
			for i := range w {
				w[i] = 0xff
			}
		},
		"of another key": func(_ *purchase, w *[64]byte) {
			other, err := tr.newKey().Prove(rand.Reader)
			must(t, err)
			*w = other.Bytes()
		},
		"of another place": func(p *purchase, w *[64]byte) {
			seed := make([]byte, release.SeedSize)
			place := tr.place()
			place.Tier = 1
			key, err := release.NewKey(seed, place, 0)
			must(t, err)
			proof, err := key.Prove(rand.Reader) // of this key, for tier 1
			must(t, err)
			*w = proof.Bytes()
			p.leaf.ReleaseKey, p.key.B = key.B.Words(), key.B
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := tr.pay(spoil)
			q := tr.query(p)
			tr.stays(1, q, nodeapi.StateConfirmed)
			wrong := p.proof
			wrong.Z = wrong.Z.Add(bls.NewScalar(1))
			q.Proof = &wrong
			if r := tr.stays(1, q, nodeapi.StateConfirmed); r.Reason == "" {
				t.Error("the answer does not say why there is no share")
			}
			if name == "of another place" {
				return
			}
			q.Proof = &p.proof
			q.Wait = nodeapi.MaxWait
			if r := tr.look(1, q); r.State != nodeapi.StateReleased {
				t.Errorf("with a valid proof the answer is %+v", r)
			}
		})
	}
}

// A release key that was chosen as id_x − id_y + b·g and bought as y would open
// x. Nobody knows its logarithm, so no proof of it exists: neither one of b·g
// nor one made for another place helps.
func TestChosenReleaseKeyIsRefused(t *testing.T) {
	tr := newTrial(t, 2, 3, nil)
	y, x := tr.place(), tr.place()
	x.Product = common.Address{0xa2}
	p := tr.pay(func(p *purchase, _ *[64]byte) {
		difference, err := x.Identity().Sub(y.Identity())
		must(t, err)
		p.key.B, err = difference.Add(p.key.B)
		must(t, err)
		p.leaf.ReleaseKey = p.key.B.Words()
	})
	q := tr.query(p)
	q.Proof = &p.proof // valid for b·g
	for number := 1; number <= 3; number++ {
		tr.stays(number, q, nodeapi.StateConfirmed)
	}
}

// A node declines what is not its committee's, and what its operator declines,
// and says why.
func TestDeclines(t *testing.T) {
	refused := common.Address{0xdd}
	tr := newTrial(t, 2, 3, func(_ int, c *node.Config, _ *node.Deps) {
		c.Chains[0].Declined = []node.Declined{{Product: nodeapi.Address(refused), Reason: "infringes a copyright"}}
	})
	for name, change := range map[string]func(p *purchase, _ *[64]byte){
		"group key": func(p *purchase, _ *[64]byte) { p.leaf.GroupKey[0]++ },
		"fee":       func(p *purchase, _ *[64]byte) { p.leaf.FeeBps-- },
		"committee": func(p *purchase, _ *[64]byte) { p.leaf.Committee[0]++ },
		"operator": func(p *purchase, w *[64]byte) {
			p.leaf.Product = refused
			seed := make([]byte, release.SeedSize)
			key, err := release.NewKey(seed, p.leaf.Place(chainID, escrow), 0)
			must(t, err)
			proof, err := key.Prove(rand.Reader)
			must(t, err)
			p.key, p.leaf.ReleaseKey, *w = key, key.B.Words(), proof.Bytes()
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := tr.pay(change)
			if r := tr.stays(1, tr.query(p), nodeapi.StateDeclined); r.Reason == "" {
				t.Error("no reason is given")
			}
			r, err := tr.ask(1).Receipt(t.Context(), chainID, p.leaf.Hash(), true)
			must(t, err)
			if r.State != nodeapi.StateDeclined || r.Share != nil {
				t.Errorf("receipt is %+v", r)
			}
		})
	}
	q := tr.query(tr.pay(nil))
	q.GroupKey[0]++
	tr.stays(1, q, nodeapi.StateDeclined)
}

// A key that is no point is no order that can be asked for, and its order says
// so.
func TestReleaseKeyThatIsNoPoint(t *testing.T) {
	tr := newTrial(t, 1, 1, nil)
	p := tr.pay(func(p *purchase, _ *[64]byte) { p.leaf.ReleaseKey = [3][32]byte{{1}, {2}, {3}} })
	tr.caughtUp()
	o, err := tr.ask(1).Order(t.Context(), chainID, p.leaf.Hash())
	must(t, err)
	if o.State != nodeapi.StateDeclined || o.Reason == "" {
		t.Errorf("order is %+v", o)
	}
}

// The order's depth and the operator's own minimum both count; 255 waits for
// finality.
func TestConfirmations(t *testing.T) {
	const own = 3
	tr := newTrial(t, 1, 1, func(_ int, c *node.Config, _ *node.Deps) { c.Chains[0].Confirmations = own })
	for offered, needed := range map[uint8]uint64{0: own, 1: own, own: own, own + 1: own + 1, 7: 7} {
		p := tr.pay(func(p *purchase, _ *[64]byte) { p.leaf.Confirmations = offered })
		for had := uint64(1); had < needed; had++ {
			r := tr.stays(1, tr.query(p), nodeapi.StateSeen)
			if want := (nodeapi.Confirmations{Had: had, Needed: needed}); r.Confirmations != want {
				t.Errorf("offered %d: %+v, want %+v", offered, r.Confirmations, want)
			}
			tr.commit(1)
		}
		tr.released(1, p)
	}
	p := tr.pay(func(p *purchase, _ *[64]byte) { p.leaf.Confirmations = product.Finalised })
	for tr.head().Number.Uint64()%32 != 31 { // the chain finalises every 32nd block
		if r := tr.stays(1, tr.query(p), nodeapi.StateSeen); !r.Confirmations.Finalised || r.Confirmations.Needed != 0 {
			t.Fatalf("confirmations are %+v", r.Confirmations)
		}
		tr.commit(1)
	}
	tr.commit(1)
	tr.released(1, p)
}

// What was refunded or is disputed gets no share and no receipt; each order
// stands for itself; an answer on chain is the release.
func TestRefundsAndDisputes(t *testing.T) {
	tr := newTrial(t, 2, 3, nil)
	later := func(p *purchase, _ *[64]byte) { p.leaf.Confirmations = 3 }
	refunded, disputed, twice := tr.pay(later), tr.pay(later), tr.pay(later)
	tr.mark(refundedEvent, refunded.leaf.Hash(), make([]byte, 32))
	tr.mark(disputedEvent, disputed.leaf.Hash(), make([]byte, 128))
	tr.mark(refundedEvent, twice.leaf.Hash(), make([]byte, 32))
	tr.commit(5)
	tr.stays(1, tr.query(refunded), nodeapi.StateRefunded)
	tr.stays(1, tr.query(disputed), nodeapi.StateDisputed)
	tr.stays(1, tr.query(twice), nodeapi.StateRefunded)
	for _, p := range []purchase{refunded, disputed} {
		r, err := tr.ask(1).Receipt(t.Context(), chainID, p.leaf.Hash(), false)
		must(t, err)
		if r.Receipt != "" || r.Share != nil {
			t.Errorf("%s order has a receipt: %+v", r.State, r)
		}
	}

	again := twice // the same key, paid for again
	again.leaf.Index, again.leaf.Confirmations = 99, 1
	tr.pay(func(p *purchase, w *[64]byte) { *p = again; *w = again.proof.Bytes() })
	tr.released(1, twice)

	U := bls.G1{}
	tr.answer(disputed, &U)
	if got := tr.released(2, disputed); !got.Equal(U) {
		t.Error("the release is not the one that stands on chain")
	}
}

// answer logs the release of a disputed order, as its committee would make it.
func (tr *trial) answer(p purchase, U *bls.G1) {
	tr.t.Helper()
	var parts []threshold.Part
	for _, h := range tr.homes {
		share, err := h.KeyShare(tr.group)
		must(tr.t, err)
		part, err := release.MakeShare(share, p.leaf.Place(chainID, escrow), p.key.B, p.proof)
		must(tr.t, err)
		parts = append(parts, part)
	}
	var err error
	*U, err = release.Combine(tr.group, p.leaf.Place(chainID, escrow), p.key.B, parts)
	must(tr.t, err)
	affine := U.Affine()
	tr.mark(answeredEvent, p.leaf.Hash(), affine[:])
}

// Shares of orders that cost something are computed ahead, those of price 0 only
// when somebody asks.
func TestPriceZeroIsServedOnRequestOnly(t *testing.T) {
	tr := newTrial(t, 1, 1, nil)
	const shares = `shrinkwrap_shares_computed_total{for="release"}`
	settled := func(want string) {
		t.Helper()
		eventually(t, func() error {
			if got := tr.metric(1, "shrinkwrap_orders_settled_total"); got != want {
				return errMetric(got)
			}
			return nil
		}, "settled orders, want %s", want)
	}
	free := tr.pay(func(p *purchase, _ *[64]byte) { p.leaf.Amount = uint256.NewInt(0) })
	settled("1")
	if got := tr.metric(1, shares); got != "" && got != "0" {
		t.Errorf("%s shares were computed unasked", got)
	}
	tr.pay(nil)
	settled("2")
	if got := tr.metric(1, shares); got != "1" {
		t.Errorf("%s shares were computed ahead, want 1", got)
	}
	tr.released(1, free)
	if got := tr.metric(1, shares); got != "2" {
		t.Errorf("%s shares were computed in the end, want 2", got)
	}
}

type errMetric string

func (e errMetric) Error() string { return "metric is " + string(e) }

// A release comes with its receipt where that is asked for, in one long poll: at
// depth, and without it once the order is refunded. Such an answer is stored by
// nobody, and the one without is what it was.
func TestReceiptComesWithTheRelease(t *testing.T) {
	tr := newTrial(t, 2, 3, nil)
	p := tr.pay(func(p *purchase, _ *[64]byte) { p.leaf.Confirmations = 2 })
	tr.caughtUp()
	q := tr.query(p)
	q.Receipt = true
	if r := tr.look(1, q); r.State != nodeapi.StateSeen || r.Receipt != "" {
		t.Errorf("before its depth: %+v", r)
	}
	q.Wait = nodeapi.MaxWait
	answers := make(chan nodeapi.Release, 1)
	go func() {
		r, err := tr.ask(1).Release(t.Context(), q)
		if err != nil {
			t.Error(err)
		}
		answers <- r
	}()
	tr.commit(1)
	r := <-answers
	sigma, err := nodeapi.ParseG1(r.Receipt)
	must(t, err)
	must(t, release.VerifyReceipt(release.OrderPlace{ChainID: chainID, Escrow: escrow, Order: p.leaf.Hash()}, tr.group.Q, sigma))
	if r.Release == "" || r.Order != hexutil.Encode(p.leaf.Hash().Bytes()) {
		t.Errorf("the answer is %+v", r)
	}
	path := nodeapi.ReleasePath(tr.query(p))
	_, before := tr.get(1, path, nil)
	if strings.Contains(before, "receipt") {
		t.Errorf("without being asked: %s", before)
	}
	response, _ := tr.get(1, path+"?receipt=1", nil)
	if control := response.Header.Get("Cache-Control"); control != "no-store" || response.Header.Get("ETag") != "" {
		t.Errorf("with a receipt the answer has Cache-Control %q", control)
	}
	tr.mark(refundedEvent, p.leaf.Hash(), make([]byte, 32))
	tr.caughtUp()
	q.Wait = 0
	if r := tr.look(1, q); r.State != nodeapi.StateReleased || r.Receipt != "" {
		t.Errorf("after a refund: %+v", r)
	}
	if _, after := tr.get(1, path, nil); after != before {
		t.Errorf("answer changed from %s to %s", before, after)
	}
}

// The release does not wait for a receipt that the others do not make.
func TestReleaseWithoutAReceipt(t *testing.T) {
	tr := newTrial(t, 2, 2, nil)
	p := tr.pay(nil)
	tr.released(1, p)
	tr.stop(2)
	q := tr.query(p)
	q.Receipt, q.Wait = true, nodeapi.MaxWait
	if r := tr.look(1, q); r.Release == "" || r.Receipt != "" {
		t.Errorf("the answer is %+v", r)
	}
}

// A receipt is made at depth and not before.
func TestReceiptNeedsDepth(t *testing.T) {
	tr := newTrial(t, 2, 2, nil)
	p := tr.pay(func(p *purchase, _ *[64]byte) { p.leaf.Confirmations = 2 })
	tr.caughtUp()
	r, err := tr.ask(1).Receipt(t.Context(), chainID, p.leaf.Hash(), true)
	must(t, err)
	if r.State != nodeapi.StateSeen || r.Share != nil {
		t.Errorf("receipt before its depth: %+v", r)
	}
	tr.commit(1)
	tr.caughtUp()
	if r, err = tr.ask(1).Receipt(t.Context(), chainID, p.leaf.Hash(), false); err != nil || r.Receipt == "" {
		t.Fatalf("receipt is %+v, %v", r, err)
	}
	tr.mark(refundedEvent, p.leaf.Hash(), make([]byte, 32))
	tr.caughtUp()
	if r, err = tr.ask(1).Receipt(t.Context(), chainID, p.leaf.Hash(), false); err != nil || r.Receipt != "" {
		t.Errorf("receipt of a refunded order is %+v, %v", r, err)
	}
	if r.Order != hexutil.Encode(p.leaf.Hash().Bytes()) {
		t.Errorf("receipt is of order %s", r.Order)
	}
}
