package chain

import (
	"context"
	"errors"
	"math/big"
	"strings"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rpc"
)

var _ bind.ContractCaller = (*Client)(nil)

// Call asks a contract at the newest block; data is the packed call. A revert
// is a [RevertError].
func (c *Client) Call(ctx context.Context, to common.Address, data []byte) ([]byte, error) {
	return c.CallContract(ctx, ethereum.CallMsg{To: &to, Data: data}, nil)
}

// CallContract executes a call at a block, nil being the newest, and returns
// its output. A revert is a [RevertError].
func (c *Client) CallContract(ctx context.Context, msg ethereum.CallMsg, number *big.Int) ([]byte, error) {
	output, err := call[hexutil.Bytes](ctx, c, "eth_call", callArgument(msg), blockArgument(number))
	return output, c.explain(err)
}

// CallElem is a contract call at the newest block for [Client.BatchCall].
func CallElem(msg ethereum.CallMsg, output *hexutil.Bytes) rpc.BatchElem {
	return rpc.BatchElem{Method: "eth_call", Args: []any{callArgument(msg), "latest"}, Result: output}
}

// EstimateGas returns the gas that a transaction needs. A revert is a
// [RevertError].
func (c *Client) EstimateGas(ctx context.Context, msg ethereum.CallMsg) (uint64, error) {
	gas, err := call[hexutil.Uint64](ctx, c, "eth_estimateGas", callArgument(msg))
	return uint64(gas), c.explain(err)
}

// CodeAt returns an account's code at a block, nil being the newest. With a
// quorum, so many endpoints must have the same. See [Client.CodeHash] for what
// is small on the wire.
func (c *Client) CodeAt(ctx context.Context, account common.Address, number *big.Int) ([]byte, error) {
	if c.o.Quorum > 1 {
		ask := func(ctx context.Context, e *endpoint) (hexutil.Bytes, error) {
			return callAt[hexutil.Bytes](ctx, c, e, "eth_getCode", account, blockArgument(number))
		}
		return agree(ctx, c, "the code of "+account.Hex(), ask, hexutil.Bytes.String)
	}
	return call[hexutil.Bytes](ctx, c, "eth_getCode", account, blockArgument(number))
}

// BalanceAt returns an account's balance in wei at a block, nil being the
// newest.
func (c *Client) BalanceAt(ctx context.Context, account common.Address, number *big.Int) (*big.Int, error) {
	balance, err := call[hexutil.Big](ctx, c, "eth_getBalance", account, blockArgument(number))
	return (*big.Int)(&balance), err
}

// NonceAt returns the number of an account's transactions up to a block, nil
// being the newest.
func (c *Client) NonceAt(ctx context.Context, account common.Address, number *big.Int) (uint64, error) {
	nonce, err := call[hexutil.Uint64](ctx, c, "eth_getTransactionCount", account, blockArgument(number))
	return uint64(nonce), err
}

// PendingNonceAt returns the nonce of an account's next transaction, those
// counted that wait to be mined.
func (c *Client) PendingNonceAt(ctx context.Context, account common.Address) (uint64, error) {
	nonce, err := call[hexutil.Uint64](ctx, c, "eth_getTransactionCount", account, "pending")
	return uint64(nonce), err
}

// TransactionReceipt returns the receipt of a mined transaction, or
// ethereum.NotFound, also while the endpoint has yet to index it.
func (c *Client) TransactionReceipt(ctx context.Context, hash common.Hash) (*types.Receipt, error) {
	receipt, err := call[*types.Receipt](ctx, c, "eth_getTransactionReceipt", hash)
	if err != nil && strings.Contains(err.Error(), "indexing is in progress") {
		return nil, ethereum.NotFound
	}
	return receipt, err
}

// emptyCode is keccak-256 of nothing: the code hash of an account without code.
var emptyCode = crypto.Keccak256Hash()

// CodeHash returns keccak-256 of an account's code, or the zero hash if there
// is none, in about a hundred bytes whatever the code's size.
func (c *Client) CodeHash(ctx context.Context, account common.Address) (common.Hash, error) {
	var output hexutil.Bytes
	calls := []rpc.BatchElem{WordsElem(&output, CodeHashWord(account))}
	if err := errors.Join(c.BatchCall(ctx, calls), calls[0].Error); err != nil {
		return common.Hash{}, err
	}
	words, err := ParseWords(output, 1)
	if err != nil {
		return common.Hash{}, err
	}
	return CodeHashOf(words[0]), nil
}

// A Word is EVM code that leaves one word on the stack.
type Word []byte

// CodeHashWord is an account's code hash: PUSH20 account, EXTCODEHASH. See
// [CodeHashOf].
func CodeHashWord(account common.Address) Word {
	return append(append(Word{0x73}, account[:]...), 0x3f)
}

// BalanceWord is an account's balance in wei: PUSH20 account, BALANCE.
func BalanceWord(account common.Address) Word {
	return append(append(Word{0x73}, account[:]...), 0x31)
}

// TimeWord is the newest block's time in Unix seconds, as the chain has it:
// TIMESTAMP.
func TimeWord() Word { return Word{0x42} }

// CodeHashOf makes of a [CodeHashWord] keccak-256 of the account's code, or the
// zero hash if there is none.
func CodeHashOf(word common.Hash) common.Hash {
	if word == emptyCode {
		return common.Hash{}
	}
	return word
}

// WordsElem asks for up to seven words by one element of a [Client.BatchCall];
// [ParseWords] reads the output. It is a call of init code that returns a zero
// byte and the words. For the i-th: its code, PUSH1 32·(i+1), MSTORE; at the end
// PUSH1 32·n+1, PUSH1 31, RETURN. The zero byte is there because code must not
// begin with 0xef (EIP-3541), as one hash in 256 does.
func WordsElem(output *hexutil.Bytes, words ...Word) rpc.BatchElem {
	var program []byte
	for i, word := range words {
		program = append(append(program, word...), 0x60, byte(32*(i+1)), 0x52)
	}
	program = append(program, 0x60, byte(32*len(words)+1), 0x60, 31, 0xf3)
	return CallElem(ethereum.CallMsg{Data: program}, output)
}

// ParseWords reads the output of [WordsElem] for n words.
func ParseWords(output []byte, n int) ([]common.Hash, error) {
	if len(output) != 1+n*common.HashLength || output[0] != 0 {
		return nil, errors.New("endpoint cannot tell a code hash: its eth_call does not run init code")
	}
	words := make([]common.Hash, n)
	for i := range words {
		words[i] = common.BytesToHash(output[1+32*i : 33+32*i])
	}
	return words, nil
}

func blockArgument(number *big.Int) string {
	if number == nil {
		return "latest"
	}
	return rpc.BlockNumber(number.Int64()).String()
}

// callArgument is a message as eth_call and eth_estimateGas take it.
func callArgument(msg ethereum.CallMsg) map[string]any {
	argument := map[string]any{}
	if msg.From != (common.Address{}) {
		argument["from"] = msg.From // nobody is what endpoints take for none
	}
	if msg.To != nil {
		argument["to"] = *msg.To
	}
	if len(msg.Data) > 0 {
		argument["input"] = hexutil.Bytes(msg.Data)
	}
	if msg.Value != nil {
		argument["value"] = (*hexutil.Big)(msg.Value)
	}
	if msg.Gas != 0 {
		argument["gas"] = hexutil.Uint64(msg.Gas)
	}
	return argument
}
