package chain

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"
)

// minTip is the least tip that is offered, in wei a unit of gas: go-ethereum's
// miner never takes less.
const minTip = params.GWei / 1000

// Fees are what a unit of gas may cost, in wei (EIP-1559).
type Fees struct {
	Tip *big.Int // to the block's maker
	Cap *big.Int // in all: twice the next block's base fee, which lasts for five full blocks, and the tip
}

// prospect is what has to be known to sign a transaction: gas, nonce and fees,
// from one request.
type prospect struct {
	gas, nonce uint64
	fees       Fees
}

// DearError says that a unit of gas costs more now than it may.
type DearError struct{ Asked, Most *big.Int } // wei

func (e *DearError) Error() string {
	return fmt.Sprintf("chain asks for %v wei a unit of gas, at most %v may be paid", e.Asked, e.Most)
}

// within returns fees of at most so much, nil being any, with which the next
// block may still take a transaction.
func (f Fees) within(most *big.Int) (Fees, error) {
	if most == nil || f.Cap.Cmp(most) <= 0 {
		return f, nil
	}
	next := new(big.Int).Sub(f.Cap, f.Tip)
	next.Rsh(next, 1).Add(next, f.Tip)
	if next.Cmp(most) > 0 {
		return f, &DearError{next, most}
	}
	return Fees{Tip: f.Tip, Cap: most}, nil
}

// feeHistory is what eth_feeHistory says of the newest block and the next.
type feeHistory struct {
	BaseFee []*hexutil.Big `json:"baseFeePerGas"`
}

func feeElems(history *feeHistory, tip *hexutil.Big) []rpc.BatchElem {
	return []rpc.BatchElem{
		{Method: "eth_feeHistory", Args: []any{hexutil.Uint64(1), "latest", []float64{}}, Result: history},
		{Method: "eth_maxPriorityFeePerGas", Result: tip},
	}
}

func feesOf(history feeHistory, tip hexutil.Big) (Fees, error) {
	if len(history.BaseFee) == 0 || history.BaseFee[len(history.BaseFee)-1] == nil {
		return Fees{}, errors.New("endpoint tells no base fee: is this a chain with EIP-1559?")
	}
	next := history.BaseFee[len(history.BaseFee)-1].ToInt()
	f := Fees{Tip: tip.ToInt()}
	if least := big.NewInt(minTip); f.Tip.Cmp(least) < 0 {
		f.Tip = least
	}
	f.Cap = new(big.Int).Add(new(big.Int).Lsh(next, 1), f.Tip)
	return f, nil
}

// SuggestFees returns what a transaction should offer now.
func (c *Client) SuggestFees(ctx context.Context) (Fees, error) {
	var history feeHistory
	var tip hexutil.Big
	calls := feeElems(&history, &tip)
	if err := errors.Join(c.BatchCall(ctx, calls), calls[0].Error, calls[1].Error); err != nil {
		return Fees{}, err
	}
	return feesOf(history, tip)
}

// prospect asks for all that a transaction of an account needs. gas, if not 0,
// is not estimated.
func (c *Client) prospect(ctx context.Context, msg ethereum.CallMsg) (p prospect, err error) {
	var history feeHistory
	var tip hexutil.Big
	var nonce, gas hexutil.Uint64
	count := rpc.BatchElem{Method: "eth_getTransactionCount", Args: []any{msg.From, "pending"}, Result: &nonce}
	calls := append(feeElems(&history, &tip), count)
	if msg.Gas == 0 {
		calls = append(calls, rpc.BatchElem{Method: "eth_estimateGas", Args: []any{callArgument(msg)}, Result: &gas})
	}
	if err := c.BatchCall(ctx, calls); err != nil {
		return p, err
	}
	for _, asked := range calls {
		if asked.Error != nil {
			return p, tooPoor(msg.From, asked.Error)
		}
	}
	p.gas, p.nonce = msg.Gas, uint64(nonce)
	if msg.Gas == 0 {
		p.gas = withMargin(uint64(gas))
	}
	p.fees, err = feesOf(history, tip)
	return p, err
}

// withMargin adds a fifth, for what may change until the transaction is mined,
// but does not cross the most that a transaction may ask for under EIP-7825
// unless it needs more anyway, as one may under EIP-8037.
func withMargin(gas uint64) uint64 {
	more := gas + gas/5
	if gas <= params.MaxTxGas {
		return min(more, params.MaxTxGas)
	}
	return more
}

// PoorError says that an account cannot pay for a transaction. Err is what an
// endpoint said, with the amounts.
type PoorError struct {
	Account common.Address
	Err     error
}

func (e *PoorError) Error() string {
	return fmt.Sprintf("account %v has not enough coin for value and gas: %v", e.Account, e.Err)
}

func (e *PoorError) Unwrap() error { return e.Err }

func tooPoor(account common.Address, err error) error {
	if isPoor(err) {
		return &PoorError{account, err}
	}
	return err
}

// raised is the least fees that replace a transaction in every node's pool, an
// eighth more, or what is suggested now if that is more.
func raised(tx *types.Transaction, now Fees) Fees {
	return Fees{Tip: larger(eighthMore(tx.GasTipCap()), now.Tip), Cap: larger(eighthMore(tx.GasFeeCap()), now.Cap)}
}

func eighthMore(v *big.Int) *big.Int {
	more := new(big.Int).Rsh(v, 3)
	return more.Add(more, v).Add(more, big.NewInt(1))
}

func larger(a, b *big.Int) *big.Int {
	if a.Cmp(b) > 0 {
		return a
	}
	return b
}
