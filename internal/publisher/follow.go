package publisher

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
)

// News is what was read of the chain since a book was read last.
type News struct {
	View
	First   uint32 // the place of the first new sale
	Events  []SaleEvent
	Dropped uint32 // sales that a reorganisation took away
}

// SaleEvent is what became of a sale.
type SaleEvent struct {
	Sale  Sale
	State dispute.State
	Block uint64
}

// errMoved says that the chain changed while it was read.
var errMoved = errors.New("the chain changed while it was read")

// Follow reads the chain up to its newest block. What was read before stays as
// long as the chain has the block up to which that was; what is above it is read
// again. progress, if not nil, is told of blocks.
func (m Market) Follow(ctx context.Context, b *Book, progress Progress) (News, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if !b.Writes() {
		return News{}, errors.New("another process writes in the book of sales")
	}
	r := reading{Market: m, book: b, span: firstSpan, most: denseSpan}
	had := b.cursor.last().Sales
	for moved := 0; ; {
		done, err := r.next(ctx, progress)
		switch {
		case errors.Is(err, errMoved) && moved < mostMoves:
			moved++
		case err != nil:
			return News{}, err
		case done:
			news := News{View: r.view, First: min(had, r.lowest(had)), Events: r.events, Dropped: r.dropped}
			return news, r.finality(ctx, &news)
		}
	}
}

// Blocks that are read at once. What they have is held in memory: a span with
// many orders makes the next one shorter, and where many are still to come none
// is so long that it could have too many of them.
const (
	firstSpan  = 1_000
	denseSpan  = 2_000
	mostSpan   = 200_000
	manyOrders = 5_000
	mostMoves  = 10
)

// reading is one reading of the chain into a book.
type reading struct {
	Market
	book    *Book
	span    uint64
	most    uint64 // of the span
	counted bool   // how many orders are still to come
	view    View
	events  []SaleEvent
	dropped uint32
	low     uint32
	went    bool // back
}

func (r *reading) lowest(had uint32) uint32 {
	if r.went {
		return r.low
	}
	return had
}

// next reads the next blocks, or reports that there are none.
func (r *reading) next(ctx context.Context, progress Progress) (done bool, err error) {
	head, err := r.Client.Head(ctx)
	if err != nil {
		return false, err
	}
	if err := r.rollBack(ctx, head.Number.Uint64()); err != nil {
		return false, err
	}
	last := r.book.cursor.last()
	if len(r.book.cursor.Marks) > 0 && last.Number == head.Number.Uint64() {
		r.view = View{Number: last.Number, Time: last.Time}
		return true, nil
	}
	from := last.Number
	if len(r.book.cursor.Marks) > 0 {
		from++
	}
	if head.Number.Uint64()-from > r.span && !r.counted {
		if err := r.count(ctx); err != nil {
			return false, err
		}
	}
	end := head
	if to := from + r.span - 1; to < head.Number.Uint64() {
		if end, err = r.Client.HeaderByNumber(ctx, new(big.Int).SetUint64(to)); err != nil {
			return false, err
		}
	}
	n, err := r.take(ctx, from, end)
	if err != nil {
		return false, err
	}
	r.pace(n)
	if progress != nil {
		progress(end.Number.Uint64(), head.Number.Uint64())
	}
	return false, nil
}

func (r *reading) pace(orders int) {
	switch {
	case orders > manyOrders:
		r.span = max(r.span/2, 1)
	case orders < manyOrders/4:
		r.span = min(2*r.span, r.most)
	}
}

// count asks how many orders the account has, and so whether spans may be long.
func (r *reading) count(ctx context.Context) error {
	escrow := bindings.NewEscrow()
	state, err := ask(ctx, r.Client, r.Contracts.Escrow, escrow.PackAccountState(r.book.Account.ID()), escrow.UnpackAccountState)
	if err == nil && state.Count <= r.book.cursor.last().Sales+manyOrders {
		r.most = mostSpan
	}
	r.counted = err == nil
	return err
}

// rollBack goes back to the newest mark that the chain still has.
func (r *reading) rollBack(ctx context.Context, head uint64) error {
	c := r.book.cursor
	keep := len(c.Marks)
	for ; keep > 0; keep-- {
		m := c.Marks[keep-1]
		if m.Number > head {
			continue
		}
		canonical, err := r.canonical(ctx, m.Number, m.Hash)
		if err != nil {
			return err
		}
		if canonical {
			break
		}
	}
	if keep == len(c.Marks) {
		return nil
	}
	return r.dropTo(keep)
}

// dropTo forgets what was read after a mark. Releases are put aside first: the
// same payment may be made again, when nobody is there to ask for them.
func (r *reading) dropTo(keep int) error {
	b, c := r.book, r.book.cursor
	had := c.last().Sales
	c.Marks = slices.Clone(c.Marks[:keep])
	for index := c.last().Sales; index < had; index++ {
		s, err := b.at(index)
		if err != nil {
			return err
		}
		if s.release == [bls.G1Size]byte{} {
			continue
		}
		if err := b.putAside(s.name(), s.release); err != nil {
			return err
		}
	}
	// A crash before this: the next reading goes back again.
	if err := b.save(c); err != nil {
		return err
	}
	r.dropped += had - c.last().Sales
	if !r.went || c.last().Sales < r.low {
		r.low = c.last().Sales
	}
	r.went = true
	r.events = slices.DeleteFunc(r.events, func(e SaleEvent) bool { return e.Block > c.last().Number })
	return b.loadFates()
}

func (r *reading) canonical(ctx context.Context, number uint64, hash common.Hash) (bool, error) {
	header, err := r.Client.HeaderByNumber(ctx, new(big.Int).SetUint64(number))
	if errors.Is(err, ethereum.NotFound) {
		return false, nil
	}
	return err == nil && header.Hash() == hash, err
}

// take reads the blocks from one on up to end, and returns how many orders they
// had. Nothing is taken unless the chain has both ends of the span afterwards.
func (r *reading) take(ctx context.Context, from uint64, end *types.Header) (int, error) {
	paid, events, err := r.logs(ctx, from, end.Number.Uint64())
	if err != nil {
		return 0, err
	}
	last := r.book.cursor.last()
	for _, at := range []mark{{Number: end.Number.Uint64(), Hash: end.Hash()}, last} {
		if len(r.book.cursor.Marks) == 0 && at == last {
			continue
		}
		if canonical, err := r.canonical(ctx, at.Number, at.Hash); err != nil || !canonical {
			return 0, errors.Join(err, errMoved)
		}
	}
	return len(paid), r.write(paid, events, end)
}

func (r *reading) logs(ctx context.Context, from, to uint64) (paid []order.Confirmed, events []dispute.Event, err error) {
	query := ethereum.FilterQuery{
		FromBlock: new(big.Int).SetUint64(from), ToBlock: new(big.Int).SetUint64(to), Addresses: []common.Address{r.Contracts.Escrow},
		Topics: [][]common.Hash{{order.ConfirmedTopic}, {r.book.Account.ID()}},
	}
	logs, err := r.Client.FilterLogs(ctx, query)
	if err != nil {
		return nil, nil, err
	}
	next := r.book.cursor.last().Sales
	for i, log := range logs {
		c, err := order.ParseConfirmed(log)
		if err != nil {
			return nil, nil, fmt.Errorf("the escrow logged what it should not: %v", err)
		}
		if want := next + uint32(i); c.Leaf.Index != want {
			return nil, nil, fmt.Errorf("%w: blocks %d to %d have order number %d of the account where number %d was expected", errMoved, from, to, c.Leaf.Index, want)
		}
		paid = append(paid, c)
	}
	query.Topics = [][]common.Hash{{dispute.DisputedTopic, dispute.KeyReleasedTopic, dispute.RefundedTopic}}
	if logs, err = r.Client.FilterLogs(ctx, query); err != nil {
		return nil, nil, err
	}
	for _, log := range logs {
		e, err := dispute.ParseEvent(log)
		if err != nil {
			return nil, nil, fmt.Errorf("the escrow logged what it should not: %v", err)
		}
		events = append(events, e)
	}
	return paid, events, nil
}

// finality adds the last finalised block, where a chain knows one.
func (r *reading) finality(ctx context.Context, news *News) error {
	final, err := r.Client.Finalized(ctx)
	if errors.Is(err, chain.ErrNoFinality) {
		return nil
	}
	if err == nil {
		number := final.Number.Uint64()
		news.Finalised = &number
	}
	return err
}
