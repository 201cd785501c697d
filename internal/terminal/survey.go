package terminal

import (
	"context"
	"encoding/binary"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
)

// survey is what the chain says before a payment, asked in one request with the
// look for an earlier one.
type survey struct {
	head     uint64
	code     common.Hash // of the escrow's code
	deployed bool        // whether there is a product
	offer    product.Offer
	refusal  error  // why the product makes no offer
	peaks    *Peaks // nil if the escrow does not tell
	wallet   wallet // of the payer, if one is known

	looked bool             // whether the endpoint looked for an earlier payment
	order  *order.Confirmed // that it found
}

// wallet is what the chain says of the payer's account.
type wallet struct {
	balance *uint256.Int // of the native coin
	nonce   uint64       // of the next transaction
	tip     *uint256.Int // per gas, what miners take
	base    *uint256.Int // per gas, of the next block
	held    *uint256.Int // of the product's token, if it has one
	allowed *uint256.Int // of that, to the escrow
	gas     uint64       // that the payment needs
	failure error        // why the payment would fail
}

// answers are those to a survey's questions, as they come.
type answers struct {
	batch
	nonce, gas     hexutil.Uint64
	tip            hexutil.Big
	fees           feeHistory
	words          hexutil.Bytes // of so many: see askWords
	nwords         int
	offer          hexutil.Bytes
	account, peaks hexutil.Bytes
	held, allowed  hexutil.Bytes
	offerAt, gasAt int // 0: not asked
}

type feeHistory struct {
	OldestBlock   hexutil.Uint64 `json:"oldestBlock"`   // the newest, of which alone it is asked
	BaseFeePerGas []*hexutil.Big `json:"baseFeePerGas"` // of the newest block and the next
}

// survey asks everything that is to be known before a payment. payer may be
// zero: then nobody knows who will pay.
func (b *Buyer) survey(ctx context.Context, p *Purchase, request PaymentRequest, payer common.Address) (*survey, error) {
	a, escrow, offer := new(answers), b.Trust.Contracts.Escrow, p.offer()
	a.askWords(payer, chain.CodeHashWord(escrow), chain.CodeHashWord(p.Product))
	if p.offerMatters(payer) {
		a.askOffer(p, payer)
	}
	a.askPeaks(escrow, offer.Account())
	if payer == (common.Address{}) {
		a.askFees()
	} else {
		a.askWallet(escrow, offer.Token, payer)
		// Where a token is not approved yet, or the product is not deployed, this
		// fails, and is asked again when it can succeed.
		a.gasAt = a.estimate(&a.gas, request, payer)
	}
	looked, found, err := b.sendLooking(ctx, p, a.batch)
	if err != nil {
		return nil, err
	}
	s, err := a.read(offer, payer != common.Address{})
	if err != nil {
		return nil, err
	}
	s.looked, s.order = looked, found
	if found != nil {
		s.head = max(s.head, found.Block)
	}
	return s, nil
}

// offerMatters reports whether the product must be asked for its offer. The
// template's never changes, and whether it is sold out shows when the payment is
// tried: only where that cannot be done at once is it asked.
func (p *Purchase) offerMatters(payer common.Address) bool {
	return len(p.header.Binding.Product) > 0 || payer == common.Address{} || p.Token != common.Address{}
}

// askOffer asks the product what it offers, to refundTo if no payer is known.
func (a *answers) askOffer(p *Purchase, payer common.Address) {
	if payer == (common.Address{}) {
		payer = p.RefundTo
	}
	a.offerAt = a.view(&a.offer, p.Escrow, p.Product, bindings.NewProduct().PackOffer(p.Tier, payer, p.B.Words(), nil))
}

// askPeaks asks for the account's count and its peaks. If an order came between,
// the two do not fit: who builds a path from them checks it against the chain.
func (a *answers) askPeaks(escrow common.Address, account common.Hash) {
	contract := bindings.NewEscrow()
	a.view(&a.account, common.Address{}, escrow, contract.PackAccountState(account))
	a.view(&a.peaks, common.Address{}, escrow, contract.PackPeaks(account))
}

// askWords asks for words and, if there is a payer, last for his balance.
func (a *answers) askWords(payer common.Address, words ...chain.Word) {
	if payer != (common.Address{}) {
		words = append(words, chain.BalanceWord(payer))
	}
	a.nwords = len(words)
	a.add(chain.WordsElem(&a.words, words...))
}

func (a *answers) readWords() ([]common.Hash, error) {
	words, err := chain.ParseWords(a.words, a.nwords)
	if err != nil {
		return nil, failure(Unreachable, err)
	}
	return words, nil
}

func (a *answers) askWallet(escrow, token, payer common.Address) {
	a.ask(&a.nonce, "eth_getTransactionCount", payer, "pending")
	a.askFees()
	if token != (common.Address{}) {
		a.view(&a.held, common.Address{}, token, packBalanceOf(payer))
		a.view(&a.allowed, common.Address{}, token, packAllowance(payer, escrow))
	}
}

func (a *answers) askFees() {
	a.ask(&a.tip, "eth_maxPriorityFeePerGas")
	a.ask(&a.fees, "eth_feeHistory", "0x1", "latest", []float64{})
}

func (a *answers) read(offer product.Offer, paying bool) (*survey, error) {
	words, err := a.readWords()
	if err != nil {
		return nil, err
	}
	s := &survey{head: uint64(a.fees.OldestBlock), offer: offer, code: chain.CodeHashOf(words[0]), deployed: chain.CodeHashOf(words[1]) != common.Hash{}}
	s.readOffer(a)
	s.peaks = a.readPeaks(offer.Account())
	if !paying {
		return s, s.wallet.readFees(a)
	}
	return s, s.wallet.read(a, offer.Token != common.Address{})
}

func (s *survey) readOffer(a *answers) {
	if a.offerAt == 0 || !s.deployed {
		return
	}
	if s.refusal = a.batch[a.offerAt].Error; s.refusal == nil {
		s.offer, s.refusal = product.ParseOffer(a.offer)
	}
}

func (w *wallet) read(a *answers, token bool) error {
	words, err := a.readWords()
	if err != nil {
		return err
	}
	w.balance = new(uint256.Int).SetBytes(words[len(words)-1][:])
	w.nonce, w.gas, w.failure = uint64(a.nonce), uint64(a.gas), a.batch[a.gasAt].Error
	if err := w.readFees(a); err != nil {
		return err
	}
	if token {
		w.held, w.allowed = new(uint256.Int).SetBytes(a.held), new(uint256.Int).SetBytes(a.allowed)
		if len(a.held) != 32 || len(a.allowed) != 32 {
			return failuref(Refused, "the product's token does not answer as a token should")
		}
	}
	return nil
}

func (w *wallet) readFees(a *answers) error {
	if len(a.fees.BaseFeePerGas) != 2 || a.fees.BaseFeePerGas[1] == nil {
		return failuref(Unreachable, "eth_feeHistory: %d base fees, want 2", len(a.fees.BaseFeePerGas))
	}
	w.base, w.tip = amount(a.fees.BaseFeePerGas[1]), amount(&a.tip)
	return nil
}

// readPeaks returns nil where the escrow does not tell: they can be built from
// the logs of the account, at more expense.
func (a *answers) readPeaks(account common.Hash) *Peaks {
	all, err := bindings.NewEscrow().UnpackPeaks(a.peaks)
	if err != nil || len(a.account) != accountStateSize {
		return nil
	}
	// accountState: epoch, count, current, previous, matured, fees
	p := &Peaks{Account: account, Count: binary.BigEndian.Uint32(a.account[60:64])}
	for _, peak := range all {
		p.Peaks = append(p.Peaks, peak)
	}
	for len(p.Peaks) > 0 && p.Peaks[len(p.Peaks)-1] == (common.Hash{}) {
		p.Peaks = p.Peaks[:len(p.Peaks)-1]
	}
	return p
}

const accountStateSize = 6 * 32

func amount(n *hexutil.Big) *uint256.Int {
	v, overflow := uint256.FromBig(n.ToInt())
	if overflow {
		return new(uint256.Int).SetAllOne()
	}
	return v
}
