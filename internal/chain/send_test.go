package chain_test

import (
	"bytes"
	"context"
	"errors"
	"math/big"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/rpctest"
)

func newSender(t testing.TB, account int, url ...string) *chain.Sender {
	t.Helper()
	client := dial(t, chain.Options{ABIs: abis(t), Poll: 50 * time.Millisecond}, url...)
	return &chain.Sender{Client: client, Signer: chain.NewKeySigner(devchain.Key(account))}
}

func TestSend(t *testing.T) {
	for _, rules := range []devchain.Rules{devchain.Osaka, devchain.Amsterdam} {
		dev := startChain(t, devchain.Options{Rules: rules})
		sender := newSender(t, 0, dev.HTTP())
		to := common.Address{0xaa}
		receipt, err := sender.Send(t.Context(), chain.Tx{To: to, Value: uint256.NewInt(5)})
		if err != nil || receipt.Status != types.ReceiptStatusSuccessful {
			t.Fatalf("%v: receipt %+v, %v", rules, receipt, err)
		}
		if balance, err := sender.Client.BalanceAt(t.Context(), to, nil); err != nil || balance.Int64() != 5 {
			t.Errorf("%v: balance %v, %v", rules, balance, err)
		}
		receipt, err = sender.Send(t.Context(), chain.Tx{To: logger, Data: []byte("hello")})
		if err != nil {
			t.Fatalf("%v: %v", rules, err)
		}
		logs, err := sender.Client.FilterLogs(t.Context(), logsQuery(0, receipt.BlockNumber.Uint64()))
		if err != nil || len(logs) != 1 || string(logs[0].Data) != "hello" {
			t.Errorf("%v: logs %v, %v", rules, logs, err)
		}
	}
}

func TestFees(t *testing.T) {
	dev := startChain(t, devchain.Options{Manual: true})
	sender := newSender(t, 0, dev.HTTP())
	tx, err := sender.Sign(t.Context(), chain.Tx{To: logger, Value: uint256.NewInt(0)})
	if err != nil {
		t.Fatal(err)
	}
	tip, next := tx.GasTipCap(), big.NewInt(875_000_000) // the block after an empty one of 1 gwei
	if tip.Cmp(big.NewInt(params.GWei/1000)) < 0 || tip.Cmp(big.NewInt(2*params.GWei)) > 0 {
		t.Errorf("tip %v", tip)
	}
	if want := new(big.Int).Add(new(big.Int).Mul(next, big.NewInt(2)), tip); tx.GasFeeCap().Cmp(want) != 0 {
		t.Errorf("fee cap %v, want %v", tx.GasFeeCap(), want)
	}
	fees, err := sender.Client.SuggestFees(t.Context())
	if err != nil || fees.Tip.Cmp(tip) != 0 || fees.Cap.Cmp(tx.GasFeeCap()) != 0 {
		t.Errorf("suggested %+v, %v", fees, err)
	}
	if from, err := types.Sender(types.LatestSignerForChainID(big.NewInt(1337)), tx); err != nil || from != devchain.Address(0) {
		t.Errorf("signed by %v, %v", from, err)
	}
	// A chain that suggests no tip at all still gets one that is mined.
	cheap := rpctest.NewProxy(t, dev.HTTP())
	cheap.Set(func(p *rpctest.Proxy) { p.Spoil = rpctest.Constant("eth_maxPriorityFeePerGas", `"0x0"`) })
	if fees, err := dial(t, chain.Options{}, cheap.URL).SuggestFees(t.Context()); err != nil || fees.Tip.Int64() != params.GWei/1000 {
		t.Errorf("suggested %+v, %v", fees, err)
	}
	cheap.Set(func(p *rpctest.Proxy) { p.Spoil = rpctest.Constant("eth_feeHistory", `{}`) })
	_, err = dial(t, chain.Options{}, cheap.URL).SuggestFees(t.Context())
	wantError(t, err, "no base fee")
}

// What a purchase needs of the chain is few requests: each carries one question
// for the chain id.
func TestRequests(t *testing.T) {
	dev := startChain(t, devchain.Options{})
	wire := rpctest.NewProxy(t, dev.HTTP())
	sender := newSender(t, 0, wire.URL)
	wire.Count("eth_chainId")
	requests := func(name string, want int, act func() error) {
		t.Helper()
		wire.Set(func(p *rpctest.Proxy) { p.Bytes = 0 })
		if err := act(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if got := wire.Count("eth_chainId"); got != want {
			t.Errorf("%s took %d requests, want %d", name, got, want)
		}
		wire.Set(func(p *rpctest.Proxy) { t.Logf("%s: %d bytes both ways", name, p.Bytes) })
	}
	var tx *types.Transaction
	requests("signing", 1, func() (err error) {
		tx, err = sender.Sign(t.Context(), chain.Tx{To: logger, Data: make([]byte, 500)})
		return
	})
	if _, err := sender.Submit(t.Context(), tx); err != nil {
		t.Fatal(err)
	}
	wire.Count("eth_chainId")
	requests("submitting what is mined", 2, func() error { _, err := sender.Submit(t.Context(), tx); return err })
	requests("logs", 1, func() error { _, err := sender.Client.FilterLogs(t.Context(), logsQuery(0, 1)); return err })
	requests("code hash", 1, func() error { _, err := sender.Client.CodeHash(t.Context(), logger); return err })
	requests("head", 1, func() error { _, err := sender.Client.Head(t.Context()); return err })
}

func TestPoorAccount(t *testing.T) {
	dev := startChain(t, devchain.Options{Accounts: 1})
	_, err := newSender(t, 1, dev.HTTP()).Send(t.Context(), chain.Tx{To: logger, Value: uint256.NewInt(1)})
	wantError(t, err, devchain.Address(1).Hex(), "has not enough coin", "insufficient funds")
	// Other nodes say it in other words.
	other := rpctest.NewProxy(t, dev.HTTP())
	sender := newSender(t, 1, other.URL)
	for _, words := range []string{
		"Sender doesn't have enough funds to send tx. The max upfront cost is: 1 and the sender's balance is: 0.",
		"Upfront cost exceeds account balance",
		"InsufficientFunds, Account balance: 0, cumulative cost: 21000",
	} {
		other.Set(func(p *rpctest.Proxy) {
			p.Refuse = rpctest.Refusing("eth_estimateGas", rpctest.Fault{Code: -32000, Message: words})
		})
		_, err := sender.Send(t.Context(), chain.Tx{To: logger, Value: uint256.NewInt(1)})
		wantError(t, err, devchain.Address(1).Hex(), "has not enough coin", words)
	}
}

func TestSendsAtOnce(t *testing.T) {
	dev := startChain(t, devchain.Options{})
	sender := newSender(t, 0, dev.WS())
	var all sync.WaitGroup
	errs := make([]error, 10)
	for i := range errs {
		all.Go(func() { _, errs[i] = sender.Send(t.Context(), chain.Tx{To: logger, Data: []byte{byte(i)}}) })
	}
	all.Wait()
	if err := errors.Join(errs...); err != nil {
		t.Error(err)
	}
	if nonce, err := sender.Client.NonceAt(t.Context(), devchain.Address(0), nil); err != nil || nonce != 10 {
		t.Errorf("nonce %d, %v", nonce, err)
	}
}

// A nonce that a reorganisation freed is used again.
func TestSendAfterFork(t *testing.T) {
	dev := startChain(t, devchain.Options{Manual: true})
	sender := newSender(t, 0, dev.HTTP())
	parent, err := sender.Client.Head(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	send := func(data byte) *types.Receipt {
		receipt, err := whileMining(t, dev, func() (*types.Receipt, error) {
			return sender.Send(t.Context(), chain.Tx{To: logger, Data: []byte{data}})
		})
		if err != nil {
			t.Fatal(err)
		}
		return receipt
	}
	dropped := send(1)
	if err := dev.Fork(parent.Hash()); err != nil {
		t.Fatal(err)
	}
	dev.Rollback()
	if receipt := send(2); receipt.TxHash == dropped.TxHash {
		t.Errorf("mined again: %v", receipt.TxHash)
	}
	if nonce, err := sender.Client.NonceAt(t.Context(), devchain.Address(0), nil); err != nil || nonce != 1 {
		t.Errorf("nonce %d, %v, want 1", nonce, err)
	}
}

// Submit may be repeated: after a crash, and when the transaction is mined.
func TestSubmitAgain(t *testing.T) {
	dev := startChain(t, devchain.Options{})
	sender := newSender(t, 0, dev.HTTP())
	to := common.Address{0xaa}
	tx, err := sender.Sign(t.Context(), chain.Tx{To: to, Value: uint256.NewInt(5)})
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		receipt, err := newSender(t, 0, dev.HTTP()).Submit(t.Context(), tx)
		if err != nil || receipt.TxHash != tx.Hash() {
			t.Fatalf("receipt %v, %v", receipt, err)
		}
	}
	if balance, err := sender.Client.BalanceAt(t.Context(), to, nil); err != nil || balance.Int64() != 5 {
		t.Errorf("balance %v, %v, want 5", balance, err)
	}
}

func TestSubmitAfterAnother(t *testing.T) {
	dev := startChain(t, devchain.Options{})
	sender := newSender(t, 0, dev.HTTP())
	tx, err := sender.Sign(t.Context(), chain.Tx{To: logger, Data: []byte{1}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := sender.Send(t.Context(), chain.Tx{To: logger, Data: []byte{2}}); err != nil {
		t.Fatal(err)
	}
	_, err = sender.Submit(t.Context(), tx)
	var used *chain.NonceUsedError
	if !errors.As(err, &used) || used.Nonce != 0 || used.Tx != tx.Hash() || used.Account != devchain.Address(0) {
		t.Errorf("got %v, want a NonceUsedError", err)
	}
	if _, err := sender.Submit(t.Context()); err == nil {
		t.Error("nothing is submitted without an error")
	}
	other, err := sender.Sign(t.Context(), chain.Tx{To: logger})
	if err != nil {
		t.Fatal(err)
	}
	_, err = sender.Submit(t.Context(), tx, other)
	wantError(t, err, "nonces 0 and 1 are not versions of one")
}

// What is not recorded is not sent.
func TestRecordFails(t *testing.T) {
	dev := startChain(t, devchain.Options{Manual: true})
	sender := newSender(t, 0, dev.HTTP())
	full := errors.New("disk full")
	sender.Record = func(*types.Transaction) error { return full }
	if _, err := sender.Send(t.Context(), chain.Tx{To: logger}); !errors.Is(err, full) {
		t.Errorf("got %v, want %v", err, full)
	}
	if pending, err := dev.Client().PendingTransactionCount(t.Context()); err != nil || pending != 0 {
		t.Errorf("%d transactions pending, %v", pending, err)
	}
}

// whileMining makes blocks until act returns.
func whileMining(t *testing.T, dev *devchain.Chain, act func() (*types.Receipt, error)) (receipt *types.Receipt, err error) {
	t.Helper()
	done := make(chan struct{})
	go func() {
		receipt, err = act()
		close(done)
	}()
	for {
		select {
		case <-done:
			return receipt, err
		case <-time.After(60 * time.Millisecond):
			commit(t, dev)
		}
	}
}

// A transaction that no miner takes is replaced by dearer versions, each
// recorded before it is sent, until one is mined. After a crash the records
// find it.
func TestStuckTransactionIsReplaced(t *testing.T) {
	dev := startChain(t, devchain.Options{Manual: true})
	sender := newSender(t, 0, dev.HTTP())
	sender.BumpAfter = 2
	var mu sync.Mutex
	var versions []*types.Transaction
	sender.Record = func(tx *types.Transaction) error {
		mu.Lock()
		defer mu.Unlock()
		versions = append(versions, tx)
		return nil
	}
	id := big.NewInt(1337)
	stuck := types.MustSignNewTx(devchain.Key(0), types.LatestSignerForChainID(id), &types.DynamicFeeTx{
		ChainID: id, GasTipCap: big.NewInt(1), GasFeeCap: big.NewInt(3 * params.GWei), Gas: 100_000, To: &logger, Data: []byte("stuck"),
	})
	receipt, err := whileMining(t, dev, func() (*types.Receipt, error) { return sender.Submit(t.Context(), stuck) })
	if err != nil {
		t.Fatal(err)
	}
	mu.Lock()
	defer mu.Unlock()
	last := versions[len(versions)-1]
	if receipt.TxHash == stuck.Hash() || receipt.Status != types.ReceiptStatusSuccessful {
		t.Errorf("receipt %+v", receipt)
	}
	if last.Nonce() != 0 || !bytes.Equal(last.Data(), stuck.Data()) || last.GasTipCap().Cmp(stuck.GasTipCap()) <= 0 || last.GasFeeCap().Cmp(stuck.GasFeeCap()) <= 0 {
		t.Errorf("replaced by %+v", last)
	}
	again, err := newSender(t, 0, dev.HTTP()).Submit(t.Context(), append([]*types.Transaction{stuck}, versions...)...)
	if err != nil || again.TxHash != receipt.TxHash {
		t.Errorf("after a crash: receipt %v, %v", again, err)
	}
}

// Whoever stops waiting is told that the transaction may still be mined.
func TestGivesUp(t *testing.T) {
	dev := startChain(t, devchain.Options{Manual: true})
	sender := newSender(t, 0, dev.HTTP())
	ctx, cancel := context.WithCancelCause(t.Context())
	sender.Record = func(*types.Transaction) error {
		time.AfterFunc(200*time.Millisecond, func() { cancel(errors.New("user went away")) })
		return nil
	}
	_, err := sender.Send(ctx, chain.Tx{To: logger})
	wantError(t, err, "nonce 0 of account "+devchain.Address(0).Hex(), "is not mined yet and may still be", "user went away")
}

// An endpoint that says that it is indexing has neither seen nor not seen a
// transaction.
func TestIndexingInProgress(t *testing.T) {
	dev := startChain(t, devchain.Options{})
	slow := rpctest.NewProxy(t, dev.HTTP())
	sender := newSender(t, 0, slow.URL)
	looks := 0
	slow.Set(func(p *rpctest.Proxy) {
		p.Refuse = func(asked rpctest.Message) *rpctest.Fault {
			if asked.Method != "eth_getTransactionReceipt" || looks == 12 {
				return nil
			}
			looks++
			return &rpctest.Fault{Code: -32000, Message: "transaction indexing is in progress"}
		}
	})
	if _, err := sender.Send(t.Context(), chain.Tx{To: logger}); err != nil {
		t.Error(err)
	}
}
