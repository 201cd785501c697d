package terminal

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
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
	var state hexutil.Bytes
	var calls batch
	calls.ask(&head, "eth_blockNumber")
	expected := p.expected()
	if expected != (common.Hash{}) {
		calls.askState(&state, p.Escrow, expected)
	}
	looked, found, err := b.sendLooking(ctx, p, calls)
	if err != nil {
		return s, err
	}
	s.head, s.order = uint64(head), found
	if !looked {
		if s.order, err = b.find(ctx, p, s.head); err != nil {
			return s, err
		}
	}
	switch {
	case s.order == nil && p.Payment == nil:
		return s, nil
	case s.order == nil:
		s.fate, err = b.fateOf(ctx, p.Payment, s.head)
		return s, err
	case s.order.Order == expected:
		s.state, err = readState(expected, state, calls[1].Error)
	default:
		s.state, err = b.stateOf(ctx, p, s.order.Order)
	}
	s.head = max(s.head, s.order.Block) // a block may have come between the answers
	if err != nil || s.state != answered {
		return s, err
	}
	s.U, err = b.answerTo(ctx, p, s)
	return s, err
}

// expected is the order whose state is worth asking for at once: that of the last
// look, or the one that a node's receipt is of.
func (p *Purchase) expected() common.Hash {
	if p.Order != nil {
		return p.Order.Hash
	}
	return p.offered.order
}

// reorgDepth is how far before a first look an order may come to lie when blocks
// are reordered.
const reorgDepth = 64

// payments is a query for payments under the purchase's key, up to the newest
// block.
func (p *Purchase) payments() ethereum.FilterQuery {
	return ethereum.FilterQuery{
		FromBlock: new(big.Int).SetUint64(p.Since - min(p.Since, reorgDepth)),
		Addresses: []common.Address{p.Escrow},
		Topics:    [][]common.Hash{{order.ConfirmedTopic}, {}, {common.BytesToHash(p.Product[:])}, {p.words()[0]}},
	}
}

// sendLooking sends calls together with a look for the purchase's payment, in one
// request. An endpoint may refuse to look far back, alone or with all of the
// request: then the calls are answered without it.
func (b *Buyer) sendLooking(ctx context.Context, p *Purchase, calls batch) (looked bool, found *order.Confirmed, err error) {
	payments := chain.Logs{Query: p.payments()}
	whole := append(calls[:len(calls):len(calls)], payments.Elem())
	limited, cancel := context.WithTimeout(ctx, b.Pace.Search)
	defer cancel()
	err = whole.send(limited, b.Chain)
	if e := new(Error); errors.As(err, &e) && e.Kind == Unreachable && ctx.Err() == nil {
		return false, nil, calls.send(ctx, b.Chain)
	}
	if err != nil {
		return false, nil, err
	}
	copy(calls, whole) // with the errors of single calls
	if whole[len(calls)].Error != nil {
		return false, nil, nil
	}
	logs, err := payments.Read()
	if err != nil {
		return false, nil, nil // another endpoint may do better
	}
	found, err = p.mine(logs)
	return true, found, err
}

// find returns the order that was paid for the purchase's key, or nil. It asks for
// parts where an endpoint finds the range too large.
func (b *Buyer) find(ctx context.Context, p *Purchase, head uint64) (*order.Confirmed, error) {
	q := p.payments()
	q.ToBlock = new(big.Int).SetUint64(head)
	if q.FromBlock.Cmp(q.ToBlock) > 0 {
		q.FromBlock = q.ToBlock
	}
	logs, err := b.Chain.FilterLogs(ctx, q)
	if err != nil {
		return nil, ofChain(err)
	}
	return p.mine(logs)
}

// mine picks the purchase's own order.
func (p *Purchase) mine(logs []types.Log) (*order.Confirmed, error) {
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
	at := calls.askState(&answer, p.Escrow, hash)
	if err := calls.send(ctx, b.Chain); err != nil {
		return 0, err
	}
	return readState(hash, answer, calls[at].Error)
}

func (b *batch) askState(into *hexutil.Bytes, escrow common.Address, hash common.Hash) int {
	return b.view(into, common.Address{}, escrow, bindings.NewEscrow().PackOrderState(hash))
}

func readState(hash common.Hash, answer hexutil.Bytes, err error) (orderState, error) {
	if err != nil || len(answer) != 4*32 || answer[31] > byte(refunded) {
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
