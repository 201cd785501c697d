package terminal

import (
	"encoding/json"
	"path/filepath"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// Step says how far a purchase has come. Each is on disk before anything that
// follows it is begun, so that whoever continues after a crash knows what may
// have happened.
type Step string

// Steps of a purchase, in order. A purchase may pass over some: a release that
// verifies is as good as any confirmation.
const (
	Prepared  Step = "prepared"  // a key was derived, nothing was signed: forgetting it loses nothing
	Approving Step = "approving" // a token's approval is signed: it may be on chain, but pays nothing
	Sent      Step = "sent"      // the payment is signed: it may be on chain, and is never signed again while it can be
	Seen      Step = "seen"      // the escrow confirmed the order, which a reorganisation may still undo
	Confirmed Step = "confirmed" // a node found it deep enough
	Released  Step = "released"  // the release is here, verified: the product can be opened without anyone
	Opened    Step = "opened"    // and was, at least once
	Refunded  Step = "refunded"  // the money went back: another attempt needs another key
)

var steps = []Step{Prepared, Approving, Sent, Seen, Confirmed, Released, Opened}

// reached reports whether a purchase at s has come to step.
func (s Step) reached(step Step) bool { return slices.Index(steps, s) >= slices.Index(steps, step) }

// Purchase is one attempt to buy one tier, as orders/PLACE/ATTEMPT/purchase.json
// keeps it. Beside it lies the wrap's signed header. Nothing in it is secret:
// the release key's secret follows from the seed, the place and the attempt.
type Purchase struct {
	Version int         `json:"version"`
	Wrap    common.Hash `json:"wrap"`
	Title   string      `json:"title"`
	Name    string      `json:"tierName"`

	ChainID    uint64         `json:"chainId"`
	Escrow     common.Address `json:"escrow"`
	Product    common.Address `json:"product"`
	Tier       uint8          `json:"tier"`
	Attempt    uint32         `json:"attempt"`
	ReleaseKey hexutil.Bytes  `json:"releaseKey"` // B, compressed

	Price    *uint256.Int   `json:"price"` // as signed, in the token's base units
	Token    common.Address `json:"token"`
	RefundTo common.Address `json:"refundTo"`
	Created  int64          `json:"created"` // Unix seconds

	Step     Step         `json:"step"`
	Approval *Transaction `json:"approval,omitempty"`
	Payment  *Transaction `json:"payment,omitempty"`
	Peaks    *Peaks       `json:"peaks,omitempty"`
	Order    *Order       `json:"order,omitempty"`
	Disputed *Disputed    `json:"disputed,omitempty"` // as the escrow said at the last look
	moves                 // that were signed here

	Release hexutil.Bytes `json:"release,omitempty"` // U, compressed, verified
	Source  string        `json:"source,omitempty"`  // the node it came from, or "chain"
	Receipt hexutil.Bytes `json:"receipt,omitempty"` // σ, compressed, verified
	Folders []string      `json:"opened,omitempty"`  // where it was opened

	// Uses are the openings of limited tiers, by the wrap: see [Opening.Write].
	Uses map[common.Hash]Uses `json:"uses,omitempty"`
	// Latest is the greatest time that such an opening saw, in Unix seconds.
	Latest int64 `json:"latest,omitempty"`

	// Wallet says that a wallet was asked to pay, which it may still do.
	Wallet bool `json:"wallet,omitempty"`

	// Since is a block after which the payment must be: that of the first look
	// at the chain for this key, which found nothing.
	Since uint64 `json:"since"`

	B bls.G1 `json:"-"` // the release key

	dir      string
	header   *wrap.Header
	key      release.Key
	requests []PaymentRequest
	payer    chain.Signer // of this run, nil for a wallet
	offered  offered      // the receipt that came with the release
	unsigned bool         // the payer did not sign a higher fee in this run
	run      *run         // of the claim on its order
	unlock   func() error
}

// Disputed is a dispute of the purchase's order. Its bond goes back with a refund.
type Disputed struct {
	By       common.Address `json:"by"`
	Deadline uint64         `json:"deadline"` // of the answer, Unix seconds
	Bond     *uint256.Int   `json:"bond"`     // wei
}

// newDisputed is nil for an order that nobody disputed.
func newDisputed(s dispute.Status) *Disputed {
	if s.By == (common.Address{}) {
		return nil
	}
	return &Disputed{s.By, s.Deadline, s.Bond}
}

func (d *Disputed) equal(e *Disputed) bool {
	if d == nil || e == nil {
		return d == e
	}
	return d.By == e.By && d.Deadline == e.Deadline && d.Bond.Eq(e.Bond)
}

// Peaks are those of the account's log shortly before the purchase. With the
// orders that were logged between, they are the left half of the order's proof:
// see [order.Peaks.Append] and [order.Path].
type Peaks struct {
	Account common.Hash `json:"account"`
	Count   uint32      `json:"count"` // of orders that they cover
	Peaks   order.Peaks `json:"peaks"`
}

// Order is the payment as the escrow confirmed it.
type Order struct {
	Hash        common.Hash   `json:"hash"`
	Leaf        hexutil.Bytes `json:"leaf"` // abi.encode(Leaf)
	Transaction common.Hash   `json:"transaction"`
	Block       uint64        `json:"block"`
	BlockHash   common.Hash   `json:"blockHash"`
}

// DisputableUntil is the last second of the chain's time at which the order may be
// disputed, 0 where no order is known.
func (p *Purchase) DisputableUntil() uint64 {
	if p.Order == nil {
		return 0
	}
	leaf, err := order.ParseLeaf(p.Order.Leaf)
	if err != nil {
		return 0
	}
	return dispute.WindowsOf(p.ChainID).DisputableUntil(leaf.Time)
}

const purchaseVersion = 1

// Place returns what is bought.
func (p *Purchase) Place() product.Place {
	return product.Place{ChainID: p.ChainID, Escrow: p.Escrow, Product: p.Product, Tier: p.Tier}
}

// words are B affine, as a leaf has it. The key itself needs the seed.
func (p *Purchase) words() [3][32]byte { return p.B.Words() }

// Header returns the header that was paid for.
func (p *Purchase) Header() *wrap.Header { return p.header }

func (p *Purchase) offer() product.Offer { return p.header.Offer(int(p.Tier)) }

// Amount returns what was paid, or what will be at most.
func (p *Purchase) Amount() *uint256.Int {
	if p.Order != nil {
		if leaf, err := order.ParseLeaf(p.Order.Leaf); err == nil {
			return leaf.Amount
		}
	}
	return p.Price
}

// Paid reports whether money is known to have gone to the escrow and not come
// back.
func (p *Purchase) Paid() bool {
	return p.Step.reached(Seen)
}

// testOnlyAfterStep ends the process's part after a step was made durable.
var testOnlyAfterStep = func(string) error { return nil }

// save makes the purchase durable.
func (p *Purchase) save() error { return p.saveAs(string(p.Step)) }

// saveAs is save after something that is no step of its own.
func (p *Purchase) saveAs(step string) error {
	b, err := json.MarshalIndent(p, "", "  ")
	if err != nil {
		return err
	}
	if err := home.WriteFile(filepath.Join(p.dir, purchaseFile), append(b, '\n'), 0o600); err != nil {
		return err
	}
	return testOnlyAfterStep("saved " + step)
}

// reach makes a step durable.
func (p *Purchase) reach(step Step) error {
	p.Step = step
	return p.save()
}
