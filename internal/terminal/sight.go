package terminal

import (
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
)

// sight is what the chain shows of a purchase now.
type sight struct {
	head  uint64
	order *order.Confirmed // nil: no payment yet
	state orderState
	fate  fate   // of the payment that was signed here, if there is no order
	U     bls.G1 // the answer to a dispute, if there is one
}

// orderState is what the escrow says became of an order (IEscrow.OrderState).
type orderState uint8

const (
	undisputed orderState = iota
	disputed
	answered
	refunded
)

var keyReleasedTopic = crypto.Keccak256Hash([]byte("KeyReleased(bytes32,bytes32[3])"))

// see looks at the chain. It is the one way by which a purchase learns of its
// payment, after a crash as in the normal run.
func (b *Buyer) see(ctx context.Context, p *Purchase) (s sight, err error) {
	var head hexutil.Uint64
	var calls batch
	calls.ask(&head, "eth_blockNumber")
	if err := calls.send(ctx, b.Chain); err != nil {
		return s, err
	}
	s.head = uint64(head)
	if s.order, err = b.find(ctx, p, s.head); err != nil {
		return s, err
	}
	if s.order == nil {
		if p.Payment != nil {
			s.fate, err = b.fateOf(ctx, p.Payment, s.head)
		}
		return s, err
	}
	if s.state, err = b.stateOf(ctx, p, s.order.Order); err != nil || s.state != answered {
		return s, err
	}
	s.U, err = b.answerTo(ctx, p, s)
	return s, err
}

// reorgDepth is how far before a first look an order may come to lie when blocks
// are reordered.
const reorgDepth = 64

// find returns the order that was paid for the purchase's key, or nil.
func (b *Buyer) find(ctx context.Context, p *Purchase, head uint64) (*order.Confirmed, error) {
	from := p.Since - min(p.Since, reorgDepth)
	logs, err := b.Chain.FilterLogs(ctx, ethereum.FilterQuery{
		FromBlock: new(big.Int).SetUint64(min(from, head)), ToBlock: new(big.Int).SetUint64(head),
		Addresses: []common.Address{p.Escrow},
		Topics:    [][]common.Hash{{order.ConfirmedTopic}, {}, {common.BytesToHash(p.Product[:])}, {p.words()[0]}},
	})
	if err != nil {
		return nil, ofChain(err)
	}
	var mine *order.Confirmed
	var other bool
	for _, log := range logs {
		c, err := order.ParseConfirmed(log)
		switch {
		case err != nil:
			return nil, failuref(Danger, "the escrow logged what it should not: %v", err)
		case !p.owns(c.Leaf):
			other = other || c.Leaf.ReleaseKey == p.words() && c.Leaf.Tier == p.Tier
		case mine == nil || p.Payment != nil && p.Payment.has(c.Tx):
			mine = &c
		}
	}
	if mine == nil && other {
		return nil, failure(Refused, fmt.Errorf("%q was paid for before under other terms than this wrap's", p.Title), "the wrap that was paid for opens it")
	}
	return mine, nil
}

// owns reports whether a leaf is the purchase's own: of its place, its key and
// the signed offer.
func (p *Purchase) owns(l order.Leaf) bool {
	return l.Product == p.Product && l.Tier == p.Tier && l.ReleaseKey == p.words() && l.Offer().Hash() == p.offer().Hash()
}

func (b *Buyer) stateOf(ctx context.Context, p *Purchase, hash common.Hash) (orderState, error) {
	var answer hexutil.Bytes
	var calls batch
	at := calls.view(&answer, common.Address{}, p.Escrow, bindings.NewEscrow().PackOrderState(hash))
	if err := calls.send(ctx, b.Chain); err != nil {
		return 0, err
	}
	if err := calls[at].Error; err != nil || len(answer) != 4*32 || answer[31] > byte(refunded) {
		return 0, failuref(Unreachable, "the escrow's word on order %s cannot be read: %d bytes, %v", hash, len(answer), err)
	}
	return orderState(answer[31]), nil
}

// answerTo returns the release by which a dispute was answered. The escrow has
// checked it.
func (b *Buyer) answerTo(ctx context.Context, p *Purchase, s sight) (bls.G1, error) {
	logs, err := b.Chain.FilterLogs(ctx, ethereum.FilterQuery{
		FromBlock: new(big.Int).SetUint64(s.order.Block), ToBlock: new(big.Int).SetUint64(s.head),
		Addresses: []common.Address{p.Escrow},
		Topics:    [][]common.Hash{{keyReleasedTopic}, {s.order.Order}},
	})
	if err != nil {
		return bls.G1{}, ofChain(err)
	}
	for _, log := range logs {
		if U, err := bls.ParseG1Affine(log.Data); err == nil {
			return U, nil
		}
	}
	return bls.G1{}, nil
}
