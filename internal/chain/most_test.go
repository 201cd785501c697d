package chain_test

import (
	"context"
	"errors"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/rpctest"
)

// Nothing is signed above a sender's most: between what the next block takes and
// what is suggested it is what is offered, below that nothing is.
func TestMostFee(t *testing.T) {
	dev := startChain(t, devchain.Options{Manual: true})
	sender := newSender(t, 0, dev.HTTP())
	fees, err := sender.Client.SuggestFees(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	next := new(big.Int).Sub(fees.Cap, fees.Tip)
	next.Rsh(next, 1).Add(next, fees.Tip)
	for name, test := range map[string]struct {
		most *big.Int
		want *big.Int // nil: refused
	}{
		"any":          {nil, fees.Cap},
		"more":         {new(big.Int).Add(fees.Cap, big.NewInt(1)), fees.Cap},
		"the cap":      {fees.Cap, fees.Cap},
		"less":         {new(big.Int).Sub(fees.Cap, big.NewInt(1)), new(big.Int).Sub(fees.Cap, big.NewInt(1))},
		"just enough":  {next, next},
		"one too less": {new(big.Int).Sub(next, big.NewInt(1)), nil},
	} {
		sender.MostFee = test.most
		tx, err := sender.Sign(t.Context(), chain.Tx{To: logger})
		dear := new(chain.DearError)
		switch {
		case test.want == nil && (!errors.As(err, &dear) || dear.Asked.Cmp(next) != 0 || dear.Most.Cmp(test.most) != 0):
			t.Errorf("%s: got %v", name, err)
		case test.want != nil && (err != nil || tx.GasFeeCap().Cmp(test.want) != 0):
			t.Errorf("%s: got %v, want a cap of %v", name, err, test.want)
		}
	}
}

// A transaction that no miner takes is sent again, and never above the most.
func TestMostFeeBoundsReplacements(t *testing.T) {
	dev := startChain(t, devchain.Options{Manual: true})
	wire := rpctest.NewProxy(t, dev.HTTP())
	sender := newSender(t, 0, wire.URL)
	sender.BumpAfter, sender.MostFee = 1, big.NewInt(3*params.GWei)
	sender.Record = func(next *types.Transaction) error {
		t.Errorf("a version of %v wei was signed, at most %v", next.GasFeeCap(), sender.MostFee)
		return nil
	}
	id := big.NewInt(1337)
	stuck := types.MustSignNewTx(devchain.Key(0), types.LatestSignerForChainID(id), &types.DynamicFeeTx{
		ChainID: id, GasTipCap: big.NewInt(1), GasFeeCap: sender.MostFee, Gas: 100_000, To: &logger,
	})
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { _, err := sender.Submit(ctx, stuck); done <- err }()
	for sent := 0; sent < 3; time.Sleep(time.Millisecond) {
		sent += wire.Count("eth_sendRawTransaction")
		commit(t, dev)
	}
	cancel()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
