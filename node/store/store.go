// Package store says what a node keeps: how far it has read each chain, the
// orders and what became of them, and the releases and receipts it made.
//
// A [Store] is bound to one group key and to one escrow on each of its chains,
// an [Identity], from the day it is made. Its users ask for less than the whole
// of it, each by an interface of its own. Package sqlite keeps it in a file;
// whatever keeps it must hold to the contracts below.
package store

import (
	"context"
	"errors"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
)

// Errors that callers tell apart.
var (
	// ErrNotFound means that the store has no such order, release or receipt.
	ErrNotFound = errors.New("not in the store")

	// ErrMoved means that a batch does not continue what the store has read:
	// somebody else wrote it. Nothing of the batch was taken.
	ErrMoved = errors.New("store was moved on by somebody else")

	// ErrImmutable means that another value stands under the name already. A
	// release is a function of its name, so one of the two is false.
	ErrImmutable = errors.New("another value stands in the store under this name")

	// ErrUnusable means that a store was refused when it was opened: missing,
	// in use, of another node, or of other software.
	ErrUnusable = errors.New("store cannot be used")

	// ErrNoRoom means that a disk is full, or takes no more writing. What was
	// stored before is whole.
	ErrNoRoom = errors.New("store cannot be written to, the disk may be full")
)

// Identity is what a store is bound to.
type Identity struct {
	GroupKey common.Hash
	// Key is the V_i that verifies this node's shares. When resharing changes
	// it, the store forgets the shares that it has.
	Key    [bls.G2Size]byte
	Chains []Chain
}

// Chain is a chain and the only escrow that is watched on it.
type Chain struct {
	ID     uint64
	Escrow common.Address
}

// Block names a block. As a cursor it is the last one that was read.
type Block struct {
	Number uint64
	Hash   common.Hash

	// Time is the block's own, Unix seconds: the only time that a node knows.
	// Zero means that the store did not keep it: it was read by older software.
	Time uint64
}

// View is a moment of a chain as the store has it. What is returned together
// with a view was read in the same transaction: an order that a reorganisation
// dropped is never counted against the head that dropped it.
type View struct {
	Cursor    Block
	Finalised *uint64 // at most Cursor's number; nil where the chain knows no finality

	// Head is the block up to which the chain is being read. It is above the
	// cursor in the middle of a backlog, and from the opening of a store until the
	// chain was first asked.
	Head uint64
}

// Behind reports whether the chain has blocks that were not read yet: what became
// of an order since the cursor is not known then.
func (v View) Behind() bool { return v.Cursor.Number < v.Head }

// Batch is what one poll read from a chain.
type Batch struct {
	Chain     uint64
	After     Block   // the cursor that it continues
	Blocks    []Block // to remember for finding forks, ascending; the last is the new cursor
	Head      uint64  // up to which the chain is being read, if that is further than the new cursor
	Finalised *uint64
	Orders    []order.Confirmed
	Marks     []Mark
}

// Sent is a signed version of a transaction that answers disputes. Versions of
// one transaction have its account and nonce.
type Sent struct {
	Account common.Address
	Nonce   uint64
	Raw     []byte        // EIP-2718
	Orders  []common.Hash // that it answers
}

// MarkKind is what an escrow logged about an order after it was paid.
type MarkKind uint8

// The kinds of marks. Their numbers are stored.
const (
	Disputed MarkKind = 1
	Answered MarkKind = 2 // KeyReleased: the release stands on chain
	Refunded MarkKind = 3
)

// Mark is an event about an order.
type Mark struct {
	Kind  MarkKind
	Order common.Hash
	Data  []byte // the event's data, unread: deadline and proof, or U

	Block     uint64
	BlockHash common.Hash
	Tx        common.Hash
	LogIndex  uint
}

// Order is an order with what became of it.
type Order struct {
	order.Confirmed
	Marks []Mark // by block and index in it

	// Share is this node's share, once it was computed: nil before. That the
	// proof of knowledge was verified is its precondition; that the order may be
	// served is not.
	Share *[bls.G1Size]byte
}

// Has reports whether the order has a mark of the kind.
func (o Order) Has(kind MarkKind) bool {
	for _, m := range o.Marks {
		if m.Kind == kind {
			return true
		}
	}
	return false
}

// Share is the outcome of computing one order's share ahead of requests.
type Share struct {
	Order common.Hash
	Point *[bls.G1Size]byte // nil: there is none to be computed ahead
}

// Release is a release and the order that it was first made for.
type Release struct {
	Point [bls.G1Size]byte
	Order common.Hash
}

// Store is everything that a node asks of its store. All methods are safe for
// concurrent use. What a method wrote is durable when it returns.
type Store interface {
	// Anchor sets the cursor of a chain that has none, once: the block before
	// the first that is read. It is remembered for ever.
	Anchor(ctx context.Context, chain uint64, at Block) error

	// View returns how far a chain was read, or ErrNotFound before Anchor.
	View(ctx context.Context, chain uint64) (View, error)

	// Remembered returns the newest remembered block at or below a number, or
	// ErrNotFound. Descending by it, a fork's root is found.
	Remembered(ctx context.Context, chain uint64, atOrBelow uint64) (Block, error)

	// Apply takes a batch whole, or nothing of it. It returns ErrMoved unless
	// the cursor is the batch's After.
	Apply(ctx context.Context, batch Batch) error

	// Rollback forgets everything above a remembered block, which becomes the
	// cursor, and returns the orders that it dropped. Releases stay.
	Rollback(ctx context.Context, chain uint64, to Block) ([]common.Hash, error)

	// Order returns one order, or ErrNotFound.
	Order(ctx context.Context, chain uint64, hash common.Hash) (Order, View, error)

	// Orders returns the orders of a place and release key, oldest first, at
	// most MaxOrders.
	Orders(ctx context.Context, place product.Place, B bls.G1) ([]Order, View, error)

	// Unsettled returns orders whose share was not looked into yet, oldest
	// first, after a position that is 0 first and then the returned one.
	Unsettled(ctx context.Context, chain uint64, after int64, limit int) (orders []Order, last int64, view View, err error)

	// Settle records shares that were computed. An order that is gone is
	// passed over.
	Settle(ctx context.Context, chain uint64, shares []Share) error

	// Release returns the release of a place and release key, or ErrNotFound.
	Release(ctx context.Context, place product.Place, B bls.G1) (Release, error)

	// PutRelease keeps a release for ever. It returns ErrImmutable if another
	// point stands there; the same one again is no error.
	PutRelease(ctx context.Context, place product.Place, B bls.G1, r Release) error

	// Receipt returns an order's receipt, or ErrNotFound. Whether it may still
	// be shown is for the caller to decide.
	Receipt(ctx context.Context, chain uint64, order common.Hash) ([bls.G1Size]byte, error)

	// PutReceipt keeps an order's receipt, as PutRelease does a release.
	PutReceipt(ctx context.Context, chain uint64, order common.Hash, point [bls.G1Size]byte) error

	// Disputed returns the orders of which a dispute was opened whose deadline is
	// not before the cursor's block, oldest first, whatever became of them since.
	Disputed(ctx context.Context, chain uint64) ([]Order, View, error)

	// Collected returns the release that was collected to answer an order's
	// dispute, or ErrNotFound. It is nobody's but the node's before it stands in
	// an answer.
	Collected(ctx context.Context, chain uint64, order common.Hash) ([bls.G1Size]byte, error)

	// PutCollected keeps a release that was collected for an answer, as
	// PutRelease does one that everybody may have.
	PutCollected(ctx context.Context, chain uint64, order common.Hash, point [bls.G1Size]byte) error

	// Sent returns the versions of an account's transactions that were kept and
	// not forgotten, by nonce, of each the oldest first.
	Sent(ctx context.Context, chain uint64, account common.Address) ([]Sent, error)

	// PutSent keeps a signed version before it is sent.
	PutSent(ctx context.Context, chain uint64, s Sent) error

	// ForgetSent forgets all versions of a transaction.
	ForgetSent(ctx context.Context, chain uint64, account common.Address, nonce uint64) error

	// Writable returns nil if the store can be written to now.
	Writable(ctx context.Context) error

	Close() error
}

// MaxOrders bounds how many orders of one name are looked at. The oldest count:
// whoever floods a name with new ones hides none that is deep enough.
const MaxOrders = 256
