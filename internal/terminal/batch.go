package terminal

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
)

// batch collects calls for one request.
type batch []rpc.BatchElem

// ask adds a call and returns its place.
func (b *batch) ask(into any, method string, args ...any) int {
	return b.add(rpc.BatchElem{Method: method, Args: args, Result: into})
}

// view adds an eth_call.
func (b *batch) view(into *hexutil.Bytes, from, to common.Address, data []byte) int {
	return b.add(chain.CallElem(ethereum.CallMsg{From: from, To: &to, Data: data}, into))
}

func (b *batch) add(call rpc.BatchElem) int {
	*b = append(*b, call)
	return len(*b) - 1
}

// estimate adds the simulation of a payment.
func (b *batch) estimate(into *hexutil.Uint64, r PaymentRequest, from common.Address) int {
	call := map[string]any{"from": from, "to": r.To, "input": hexutil.Bytes(r.Data)}
	if !r.Value.IsZero() {
		call["value"] = (*hexutil.Big)(r.Value.ToBig())
	}
	return b.ask(into, "eth_estimateGas", call)
}

// send asks, and leaves errors of single calls to contracts to the caller.
func (b batch) send(ctx context.Context, c *chain.Client) error {
	if err := ofChain(c.BatchCall(ctx, b)); err != nil {
		return err
	}
	for _, call := range b {
		switch call.Method {
		case "eth_call", "eth_estimateGas", "eth_sendRawTransaction", "eth_getTransactionReceipt", "eth_getLogs":
			continue
		}
		if call.Error != nil {
			return failuref(Unreachable, "%s: %v", call.Method, call.Error)
		}
	}
	return nil
}

// ofChain gives the error of asking a chain its kind.
func ofChain(err error) error {
	other := new(chain.ChainIDError)
	switch {
	case err == nil || errors.Is(err, context.Canceled):
		return err
	case errors.As(err, &other):
		return failure(Refused, err, fmt.Sprintf("the wrap is sold on chain %d: name an endpoint of it with --rpc, or under rpc in config.toml", other.Want))
	}
	return failure(Unreachable, err, "name another endpoint with --rpc, or under rpc in config.toml")
}
