package chain_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
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
	cheap := newProxy(t, dev.HTTP())
	cheap.set(func(p *proxy) { p.spoil = constant("eth_maxPriorityFeePerGas", `"0x0"`) })
	if fees, err := dial(t, chain.Options{}, cheap.URL).SuggestFees(t.Context()); err != nil || fees.Tip.Int64() != params.GWei/1000 {
		t.Errorf("suggested %+v, %v", fees, err)
	}
	cheap.set(func(p *proxy) { p.spoil = constant("eth_feeHistory", `{}`) })
	_, err = dial(t, chain.Options{}, cheap.URL).SuggestFees(t.Context())
	wantError(t, err, "no base fee")
}

// What a purchase needs of the chain is few requests: each carries one question
// for the chain id.
func TestRequests(t *testing.T) {
	dev := startChain(t, devchain.Options{})
	wire := newProxy(t, dev.HTTP())
	sender := newSender(t, 0, wire.URL)
	wire.count("eth_chainId")
	requests := func(name string, want int, act func() error) {
		t.Helper()
		wire.set(func(p *proxy) { p.bytes = 0 })
		if err := act(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if got := wire.count("eth_chainId"); got != want {
			t.Errorf("%s took %d requests, want %d", name, got, want)
		}
		wire.set(func(p *proxy) { t.Logf("%s: %d bytes both ways", name, p.bytes) })
	}
	var tx *types.Transaction
	requests("signing", 1, func() (err error) {
		tx, err = sender.Sign(t.Context(), chain.Tx{To: logger, Data: make([]byte, 500)})
		return
	})
	if _, err := sender.Submit(t.Context(), tx); err != nil {
		t.Fatal(err)
	}
	wire.count("eth_chainId")
	requests("submitting what is mined", 2, func() error { _, err := sender.Submit(t.Context(), tx); return err })
	requests("logs", 1, func() error { _, err := sender.Client.FilterLogs(t.Context(), logsQuery(0, 1)); return err })
	requests("code hash", 1, func() error { _, err := sender.Client.CodeHash(t.Context(), logger); return err })
	requests("head", 1, func() error { _, err := sender.Client.Head(t.Context()); return err })
}

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
	node := newProxy(t, dev.HTTP())
	client = dial(t, chain.Options{ABIs: abis(t)}, node.URL)
	for _, f := range []fault{
		{Code: -32603, Message: "Error: VM Exception while processing transaction: reverted with an unrecognized custom error", Data: map[string]any{"data": "0x" + custom + word(7) + word(5)}},
		{Code: 3, Message: "execution reverted: custom error", Data: "0x" + custom + word(7) + word(5)},
	} {
		node.set(func(p *proxy) { p.refuse = refusing("eth_call", f) })
		_, err := client.Call(t.Context(), limiter, nil)
		wantError(t, err, "Escrow_PriceAboveMax(7, 5)")
	}
}

func TestPoorAccount(t *testing.T) {
	dev := startChain(t, devchain.Options{Accounts: 1})
	_, err := newSender(t, 1, dev.HTTP()).Send(t.Context(), chain.Tx{To: logger, Value: uint256.NewInt(1)})
	wantError(t, err, devchain.Address(1).Hex(), "has not enough coin", "insufficient funds")
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
	done := make(chan error, 1)
	var receipt *types.Receipt
	go func() {
		var err error
		receipt, err = sender.Submit(t.Context(), stuck)
		done <- err
	}()
	var err error
	for mined := false; !mined; {
		select {
		case err = <-done:
			mined = true
		case <-time.After(60 * time.Millisecond):
			commit(t, dev)
		}
	}
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
	slow := newProxy(t, dev.HTTP())
	sender := newSender(t, 0, slow.URL)
	looks := 0
	slow.set(func(p *proxy) {
		p.refuse = func(asked message) *fault {
			if asked.Method != "eth_getTransactionReceipt" || looks == 12 {
				return nil
			}
			looks++
			return &fault{Code: -32000, Message: "transaction indexing is in progress"}
		}
	})
	if _, err := sender.Send(t.Context(), chain.Tx{To: logger}); err != nil {
		t.Error(err)
	}
}

func TestSigners(t *testing.T) {
	key := devchain.Key(3)
	path := t.TempDir() + "/key.json"
	sealed, err := keystore.EncryptKey(&keystore.Key{Address: devchain.Address(3), PrivateKey: key}, "correct horse", keystore.LightScryptN, keystore.LightScryptP)
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, path, sealed)
	signer, err := chain.OpenKeystore(path, "correct horse")
	if err != nil || signer.Address() != devchain.Address(3) {
		t.Fatalf("signer %v, %v", signer, err)
	}
	if _, err := chain.OpenKeystore(path, "wrong"); !errors.Is(err, keystore.ErrDecrypt) {
		t.Errorf("wrong passphrase: %v", err)
	}
	if _, err := chain.OpenKeystore(path+".none", ""); err == nil {
		t.Error("a missing file is opened")
	}
	// Neither fmt nor JSON finds the key.
	text, err := json.Marshal(signer)
	if err != nil {
		t.Fatal(err)
	}
	shown := fmt.Sprintf("%v %+v %#v %x %s", signer, signer, signer, signer, text)
	for _, secret := range []string{common.Bytes2Hex(crypto.FromECDSA(key)), key.D.String()} {
		if strings.Contains(strings.ToLower(shown), secret) {
			t.Errorf("signer shows its key: %s", shown)
		}
	}
}
