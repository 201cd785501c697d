package terminal

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
)

// sight is what the chain shows of a purchase now.
type sight struct {
	head   uint64
	time   uint64           // of the chain, Unix seconds, 0 where it was not asked
	order  *order.Confirmed // nil: no payment yet
	status dispute.Status   // of the order
	fate   fate             // of the payment that was signed here, if there is no order
	U      bls.G1           // the answer to a dispute, verified, if there is one
}

// see looks at the chain. It is the one way by which a purchase learns of its
// payment, after a crash as in the normal run.
func (b *Buyer) see(ctx context.Context, p *Purchase) (sight, error) { return b.look(ctx, p, false) }

// watchful is see with the chain's time, by which a dispute is due or not.
func (b *Buyer) watchful(ctx context.Context, p *Purchase) (sight, error) {
	return b.look(ctx, p, true)
}

func (b *Buyer) look(ctx context.Context, p *Purchase, timed bool) (s sight, err error) {
	var head hexutil.Uint64
	var state, now hexutil.Bytes
	var calls batch
	calls.ask(&head, "eth_blockNumber")
	if timed {
		calls.add(chain.WordsElem(&now, chain.TimeWord()))
	}
	expected, stateAt := p.expected(), 0
	if expected != (common.Hash{}) {
		stateAt = calls.askState(&state, p.Escrow, expected)
	}
	looked, found, err := b.sendLooking(ctx, p, calls)
	if err != nil {
		return s, err
	}
	s.head, s.order = uint64(head), found
	if timed {
		if s.time, err = b.readTime(ctx, now); err != nil {
			return s, err
		}
	}
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
		s.status, err = readStatus(expected, state, calls[stateAt].Error)
	default:
		s.status, err = b.statusOf(ctx, p.Escrow, s.order.Order)
	}
	s.head = max(s.head, s.order.Block) // a block may have come between the answers
	if err != nil || s.status.State != dispute.Answered {
		return s, err
	}
	s.U, err = b.answerTo(ctx, p, s)
	return s, err
}

// readTime reads the newest block's time, which an endpoint that runs no init code
// tells by the block.
func (b *Buyer) readTime(ctx context.Context, words hexutil.Bytes) (uint64, error) {
	if read, err := chain.ParseWords(words, 1); err == nil {
		return binary.BigEndian.Uint64(read[0][24:]), nil
	}
	head, err := b.Chain.Head(ctx)
	if err != nil {
		return 0, ofChain(err)
	}
	return head.Time, nil
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

func (b *Buyer) statusOf(ctx context.Context, escrow common.Address, hash common.Hash) (dispute.Status, error) {
	var answer hexutil.Bytes
	var calls batch
	at := calls.askState(&answer, escrow, hash)
	if err := calls.send(ctx, b.Chain); err != nil {
		return dispute.Status{}, err
	}
	return readStatus(hash, answer, calls[at].Error)
}

func (b *batch) askState(into *hexutil.Bytes, escrow common.Address, hash common.Hash) int {
	return b.view(into, common.Address{}, escrow, dispute.AskStatus(hash))
}

func readStatus(hash common.Hash, answer hexutil.Bytes, failed error) (dispute.Status, error) {
	status, err := dispute.ParseStatus(answer)
	if failed != nil {
		err = failed
	}
	if err != nil {
		return status, failuref(Unreachable, "the escrow's word on order %s cannot be read: %v", hash, err)
	}
	return status, nil
}

// answerTo returns the release by which a dispute was answered, the zero point if
// the endpoint shows none that verifies: what an endpoint shows is no escrow's word.
func (b *Buyer) answerTo(ctx context.Context, p *Purchase, s sight) (bls.G1, error) {
	logs, err := b.Chain.FilterLogs(ctx, ethereum.FilterQuery{
		FromBlock: new(big.Int).SetUint64(s.order.Block), ToBlock: new(big.Int).SetUint64(s.head),
		Addresses: []common.Address{p.Escrow},
		Topics:    [][]common.Hash{{dispute.KeyReleasedTopic}, {s.order.Order}},
	})
	if err != nil {
		return bls.G1{}, ofChain(err)
	}
	for _, log := range logs {
		if U, err := bls.ParseG1Affine(log.Data); err == nil && p.verify(U) == nil {
			return U, nil
		}
	}
	return bls.G1{}, nil
}

// verify checks a release against the Q of the header that was paid for.
func (p *Purchase) verify(U bls.G1) error {
	_, Q := p.header.Binding.Group()
	return release.Verify(p.Place(), p.B, Q, U)
}
