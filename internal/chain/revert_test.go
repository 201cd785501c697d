package chain_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/rpctest"
)

// The contract's own error comes back, from the estimate as from the mined
// transaction.
func TestReverts(t *testing.T) {
	dev := startChain(t, devchain.Options{})
	sender := newSender(t, 0, dev.HTTP())
	for _, c := range []struct {
		tx   chain.Tx
		want string
	}{
		{chain.Tx{To: limiter}, "contract refuses: Escrow_PriceAboveMax(7, 5)"},
		{chain.Tx{To: limiter, Gas: 100_000}, "failed: contract refuses: Escrow_PriceAboveMax(7, 5)"},
		{chain.Tx{To: silent}, "without a reason"},
		{chain.Tx{To: silent, Gas: 100_000}, "without a reason"},
		{chain.Tx{To: burner, Gas: 100_000}, "it used up its 100000 gas"},
	} {
		receipt, err := sender.Send(t.Context(), c.tx)
		wantError(t, err, c.want)
		if (receipt != nil) != (c.tx.Gas != 0) {
			t.Errorf("to %v with gas %d: receipt %v", c.tx.To, c.tx.Gas, receipt)
		}
		var refused *chain.RevertError
		if c.tx.To == limiter {
			if !errors.As(err, &refused) || refused.Name != "Escrow_PriceAboveMax" || fmt.Sprint(refused.Args) != "[7 5]" {
				t.Errorf("got %#v", err)
			}
		}
	}
	_, err := sender.Client.Call(t.Context(), limiter, nil)
	wantError(t, err, "contract refuses: Escrow_PriceAboveMax(7, 5)")
}

func TestDecodeRevert(t *testing.T) {
	dev := startChain(t, devchain.Options{Manual: true})
	client := dial(t, chain.Options{ABIs: abis(t)}, dev.HTTP())
	word := func(n byte) string { return strings.Repeat("00", 31) + fmt.Sprintf("%02x", n) }
	custom := priceAboveMax
	for data, want := range map[string]string{
		"08c379a0" + word(32) + word(2) + "6e6f" + strings.Repeat("00", 30): `"no"`,
		"4e487b71" + word(0x11):    "arithmetic underflow or overflow",
		custom + word(7) + word(5): "Escrow_PriceAboveMax(7, 5)",
		custom + word(7):           "unknown error 0x" + custom + " with 32 bytes",
		"deadbeef" + word(1):       "unknown error 0xdeadbeef with 32 bytes",
		"dead":                     "unknown error 0xdead with 0 bytes",
		"":                         "without a reason",
	} {
		wantError(t, client.DecodeRevert(common.FromHex(data)), want)
	}
	// Other nodes put the data elsewhere.
	node := rpctest.NewProxy(t, dev.HTTP())
	client = dial(t, chain.Options{ABIs: abis(t)}, node.URL)
	for _, f := range []rpctest.Fault{
		{Code: -32603, Message: "Error: VM Exception while processing transaction: reverted with an unrecognized custom error", Data: map[string]any{"data": "0x" + custom + word(7) + word(5)}},
		{Code: 3, Message: "execution reverted: custom error", Data: "0x" + custom + word(7) + word(5)},
	} {
		node.Set(func(p *rpctest.Proxy) { p.Refuse = rpctest.Refusing("eth_call", f) })
		_, err := client.Call(t.Context(), limiter, nil)
		wantError(t, err, "Escrow_PriceAboveMax(7, 5)")
	}
}
