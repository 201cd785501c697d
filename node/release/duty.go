package release

import (
	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	domain "github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/node/store"
)

// Duty is what a node owes an order that is disputed: the answer on chain.
type Duty struct {
	Block    uint64     // that has the dispute
	Opened   uint64     // its time, Unix seconds
	Deadline uint64     // of the answer, Unix seconds
	Proof    *bls.Proof // of the release key's secret, which the dispute showed; nil if it is none

	// Due means that the order and its dispute lie as deep as the order asks
	// for, that no answer stands on chain, and that the deadline is to come. What
	// is public already may be sent then.
	Due bool
	// Shares means that a first share may be given, sealed: it is due, and the
	// last tenth of the answer's time has not begun. What is shared later might
	// come too late on chain, and give the key away beside the money.
	Shares bool
	// Answered means that the release stands on chain, at whatever depth.
	Answered bool
	// Reason says why nothing is due, or no first share may be given.
	Reason string
}

// Duty returns what is owed to an order at a moment of the chain. ok is false
// where nothing is: it is not disputed, was refunded, or is not served, or the
// answer is as deep as the order asks for.
func (r Rules) Duty(o store.Order, at store.View) (d Duty, ok bool) {
	found := r.disputeOf(o, at)
	if !found.open || o.Has(store.Refunded) || r.declines(o, at) != "" {
		return Duty{}, false
	}
	d = found.Duty
	d.Answered = found.answered
	lastTenth := dispute.WindowsOf(r.Chain.ID).LastTenth(d.Deadline)
	switch now := at.Cursor.Time; {
	case d.Answered:
		d.Reason = "an answer stands on chain"
	case at.Behind():
		d.Reason = behind(at)
	case now == 0:
		d.Reason = "the time of the chain is not known yet"
	case d.Deadline == 0:
		d.Reason = "the dispute cannot be read"
	case now >= d.Deadline:
		d.Reason = "the answer's time is over"
	case !r.deep(o, at):
		d.Reason = "the order is not deep enough yet"
	case !r.isDeep(o, d.Block, at):
		d.Reason = "the dispute is not deep enough yet"
	case now >= lastTenth:
		d.Due, d.Reason = true, "the last tenth of the answer's time has begun: no first share is given"
	default:
		d.Due, d.Shares = true, true
	}
	return d, true
}

// found is an order's dispute as its marks have it.
type found struct {
	Duty
	open     bool // no answer is deep
	answered bool
}

// disputeOf reads an order's marks. The escrow takes one dispute of an order and
// one answer; of answers that an endpoint only tells of, one that holds the
// release counts.
func (r Rules) disputeOf(o store.Order, at store.View) (f found) {
	for _, m := range o.Marks {
		switch m.Kind {
		case store.Disputed:
			f.open, f.Block = true, m.Block
			if opened, err := dispute.ParseOpened(m.Data); err == nil {
				f.Deadline, f.Proof = opened.Deadline, &opened.Proof
				f.Opened = opened.Deadline - min(opened.Deadline, dispute.WindowsOf(r.Chain.ID).Answer)
			}
		case store.Answered:
			if _, ok := r.answerIn(o, m); !ok {
				continue
			}
			f.answered = true
			if r.isDeep(o, m.Block, at) {
				return found{answered: true}
			}
		}
	}
	return f
}

// answerIn returns the release that an answer on chain holds, if it verifies.
func (r Rules) answerIn(o store.Order, m store.Mark) (bls.G1, bool) {
	B, err := o.Leaf.Key()
	if err != nil {
		return bls.G1{}, false
	}
	U, err := bls.ParseG1Affine(m.Data)
	if err != nil || r.Q.IsZero() {
		return bls.G1{}, false
	}
	return U, domain.Verify(o.Leaf.Place(r.Chain.ID, r.Chain.Escrow), B, r.Q, U) == nil
}
