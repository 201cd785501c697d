// Package release turns orders that were paid into this node's shares.
//
// [Rules] say what the node serves on a chain; [Rules.Judge] is the one place
// that decides how far an order has come. A [Keeper] holds s_i and is the only
// door to it: [Keeper.Share] and [Keeper.ReceiptShare] look at the store
// themselves, so that there is no share without a payment that was verified, at
// its depth, with a proof of knowledge. [Keeper.Run] computes shares ahead of
// requests, on all cores.
package release

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/node/store"
)

// Rules are what a node serves on one chain.
type Rules struct {
	Chain     store.Chain
	GroupKey  common.Hash
	Committee common.Address
	FeeBps    uint16
	Q         bls.G2 // verifies answers: an endpoint's word is not enough

	// Confirmations is the operator's own minimum; product.Finalised asks for
	// finality whatever the offer says.
	Confirmations uint8

	// Declined are products that the operator will not serve, and why. The
	// reason is public; the escrow's refund covers the buyers.
	Declined map[common.Address]string
}

// Verdict says how far an order has come.
type Verdict struct {
	State         nodeapi.State // seen, confirmed, disputed, refunded or declined
	Confirmations nodeapi.Confirmations
	Deadline      uint64 // of a disputed order's answer, Unix seconds
	Reason        string
}

// Judge says how far an order has come at a moment of the chain.
//
// A dispute or a refund counts from the block that has it, without any depth:
// to hold back too early costs a wait, to give too late gives the key away
// beside the money. In the middle of a backlog nothing counts as confirmed: the
// refund may lie in what was not read yet. An answer on chain ends the dispute at its depth, if it holds
// the release. Whether the release key is a point at all is for [Keeper] to see.
func (r Rules) Judge(o store.Order, at store.View) Verdict {
	v := Verdict{Confirmations: r.confirmations(o, at)}
	d := r.disputeOf(o, at)
	switch reason := r.declines(o, at); {
	case o.Has(store.Refunded):
		v.State, v.Reason = nodeapi.StateRefunded, "the escrow paid the money back"
	case reason != "":
		v.State, v.Reason = nodeapi.StateDeclined, reason
	case d.open:
		v.State, v.Deadline, v.Reason = nodeapi.StateDisputed, d.Deadline, "a dispute is open: the release comes as the answer on chain"
		if d.answered {
			v.Reason = "the dispute's answer on chain is not deep enough yet"
		}
	case r.deep(o, at) && at.Behind():
		v.State, v.Reason = nodeapi.StateSeen, behind(at)
	case r.deep(o, at):
		v.State = nodeapi.StateConfirmed
	default:
		v.State = nodeapi.StateSeen
	}
	return v
}

func behind(at store.View) string {
	return fmt.Sprintf("the node still reads the chain: up to block %d now, where it does not know of refunds yet", at.Cursor.Number)
}

// Offers returns why the node would not serve what an offer of a product sells,
// or "".
func (r Rules) Offers(address common.Address, offer product.Offer) string {
	if reason, ok := r.Declined[address]; ok {
		return "the operator declines this product: " + reason
	}
	switch {
	case offer.GroupKey != r.GroupKey:
		return fmt.Sprintf("offered under group key %s, this committee's is %s", offer.GroupKey, r.GroupKey)
	case offer.Committee != r.Committee:
		return fmt.Sprintf("offered for committee %s, this one is %s", offer.Committee, r.Committee)
	case offer.FeeBps != r.FeeBps:
		return fmt.Sprintf("offered with a fee of %d basis points, this committee's is %d", offer.FeeBps, r.FeeBps)
	}
	return ""
}

func (r Rules) declines(o store.Order, at store.View) string {
	if reason := r.Offers(o.Leaf.Product, o.Leaf.Offer()); reason != "" {
		return reason
	}
	if r.WaitsForFinality(o.Leaf.Confirmations) && at.Finalised == nil {
		return fmt.Sprintf("finality is asked for, and chain %d tells of none", r.Chain.ID)
	}
	return ""
}

// WaitsForFinality reports whether an order waits until its block is final,
// because of its offer or of the operator's own minimum.
func (r Rules) WaitsForFinality(offered uint8) bool {
	_, finality := r.needed(offered)
	return finality
}

// needed returns how many blocks are asked for, or that finality is.
func (r Rules) needed(offered uint8) (blocks uint64, finality bool) {
	most := max(offered, r.Confirmations, 1)
	if most == product.Finalised {
		return 0, true
	}
	return uint64(most), false
}

func (r Rules) confirmations(o store.Order, at store.View) nodeapi.Confirmations {
	needed, finality := r.needed(o.Leaf.Confirmations)
	return nodeapi.Confirmations{Had: at.Cursor.Number + 1 - o.Block, Needed: needed, Finalised: finality}
}

func (r Rules) deep(o store.Order, at store.View) bool { return r.isDeep(o, o.Block, at) }

// isDeep reports whether a block lies as deep as an order asks for: the same holds
// for the order itself, its dispute and its answer.
func (r Rules) isDeep(o store.Order, block uint64, at store.View) bool {
	needed, finality := r.needed(o.Leaf.Confirmations)
	if finality {
		return at.Finalised != nil && block <= *at.Finalised
	}
	return at.Cursor.Number+1 >= block+needed
}
