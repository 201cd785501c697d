package devchain_test

import (
	"errors"
	"io"
	"math/big"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
)

func start(t *testing.T, o devchain.Options) *devchain.Chain {
	t.Helper()
	chain, err := devchain.New(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := chain.Close(); err != nil {
			t.Error(err)
		}
	})
	return chain
}

func dial(t *testing.T, url string) *ethclient.Client {
	t.Helper()
	client, err := ethclient.DialContext(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	return client
}

// send sends a transaction of account 0 with the given tip in wei and does not
// wait for it.
func send(t *testing.T, client *ethclient.Client, to *common.Address, value, gas, tip int64, data []byte) *types.Transaction {
	t.Helper()
	nonce, err := client.PendingNonceAt(t.Context(), devchain.Address(0))
	if err != nil {
		t.Fatal(err)
	}
	tx := types.MustSignNewTx(devchain.Key(0), types.LatestSignerForChainID(big.NewInt(1337)), &types.DynamicFeeTx{
		ChainID: big.NewInt(1337), Nonce: nonce, GasTipCap: big.NewInt(tip), GasFeeCap: big.NewInt(3 * params.GWei),
		Gas: uint64(gas), To: to, Value: big.NewInt(value), Data: data,
	})
	if err := client.SendTransaction(t.Context(), tx); err != nil {
		t.Fatal(err)
	}
	return tx
}

func mined(t *testing.T, client *ethclient.Client, tx *types.Transaction) *types.Receipt {
	t.Helper()
	receipt, err := bind.WaitMined(t.Context(), client, tx.Hash())
	if err != nil {
		t.Fatal(err)
	}
	return receipt
}

func head(t *testing.T, chain *devchain.Chain) *types.Header {
	t.Helper()
	header, err := chain.Client().HeaderByNumber(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return header
}

func commit(t *testing.T, chain *devchain.Chain) common.Hash {
	t.Helper()
	hash, err := chain.Commit()
	if err != nil {
		t.Fatal(err)
	}
	return hash
}

func TestTransfersAreMinedOnDemand(t *testing.T) {
	chain := start(t, devchain.Options{})
	for i, url := range []string{chain.HTTP(), chain.WS()} {
		client := dial(t, url)
		id, err := client.ChainID(t.Context())
		if err != nil || id.Int64() != 1337 {
			t.Fatalf("%s: chain id %v, %v", url, id, err)
		}
		to := common.Address{0xaa, byte(i)}
		receipt := mined(t, client, send(t, client, &to, 5, 21000, params.GWei, nil))
		if receipt.Status != types.ReceiptStatusSuccessful || receipt.GasUsed != 21000 {
			t.Errorf("%s: status %d, gas %d", url, receipt.Status, receipt.GasUsed)
		}
		balance, err := client.BalanceAt(t.Context(), to, nil)
		if err != nil || balance.Int64() != 5 {
			t.Errorf("%s: balance %v, %v", url, balance, err)
		}
	}
}

// A transaction that the miner does not take neither blocks the next one nor
// keeps the miner busy.
func TestLowTipStaysWithoutSpinning(t *testing.T) {
	chain := start(t, devchain.Options{})
	to := common.Address{0xaa}
	send(t, chain.Client(), &to, 1, 21000, 1, nil)
	key, id := devchain.Key(1), big.NewInt(1337)
	other := types.MustSignNewTx(key, types.LatestSignerForChainID(id), &types.DynamicFeeTx{
		ChainID: id, GasTipCap: big.NewInt(params.GWei), GasFeeCap: big.NewInt(3 * params.GWei), Gas: 21000, To: &to, Value: big.NewInt(7),
	})
	if err := chain.Client().SendTransaction(t.Context(), other); err != nil {
		t.Fatal(err)
	}
	mined(t, chain.Client(), other)
	if pending, _ := chain.Client().PendingTransactionCount(t.Context()); pending > 1 {
		t.Errorf("%d transactions pending", pending)
	}
	if number := head(t, chain).Number.Uint64(); number > 4 {
		t.Errorf("%d blocks for one transaction that can be mined", number)
	}
}

func TestManual(t *testing.T) {
	chain := start(t, devchain.Options{Manual: true, Accounts: 2})
	to := devchain.Address(5)
	send(t, chain.Client(), &to, 1, 21000, params.GWei, nil)
	if number := head(t, chain).Number.Uint64(); number != 0 {
		t.Errorf("head is %d before Commit", number)
	}
	hash := commit(t, chain)
	block, err := chain.Client().BlockByHash(t.Context(), hash)
	if err != nil || block.NumberU64() != 1 || len(block.Transactions()) != 1 {
		t.Errorf("committed %v, %v", block, err)
	}
	send(t, chain.Client(), &to, 1, 21000, params.GWei, nil)
	chain.Rollback()
	hash = commit(t, chain)
	if block, err = chain.Client().BlockByHash(t.Context(), hash); err != nil || len(block.Transactions()) != 0 {
		t.Errorf("after Rollback: %v, %v", block, err)
	}
	before := head(t, chain).Time
	if err := chain.AdjustTime(26 * time.Hour); err != nil {
		t.Fatal(err)
	}
	if after := head(t, chain).Time; after != before+26*3600 {
		t.Errorf("time went from %d to %d", before, after)
	}
	commit(t, chain)
	if after := head(t, chain).Time; after <= before+26*3600 {
		t.Errorf("time went back to %d", after)
	}
	if err := chain.AdjustTime(time.Millisecond); err == nil {
		t.Error("a millisecond is accepted")
	}
}

func TestPeriod(t *testing.T) {
	chain := start(t, devchain.Options{Manual: true, Period: 10 * time.Millisecond})
	heads := make(chan *types.Header, 8)
	subscription, err := dial(t, chain.WS()).SubscribeNewHead(t.Context(), heads)
	if err != nil {
		t.Fatal(err)
	}
	defer subscription.Unsubscribe()
	first := <-heads
	second := <-heads
	if second.ParentHash != first.Hash() || second.Number.Uint64() != first.Number.Uint64()+1 {
		t.Errorf("head %d follows %d", second.Number, first.Number)
	}
}

func TestFinalized(t *testing.T) {
	chain := start(t, devchain.Options{Manual: true})
	for n := range 33 {
		want := uint64(0)
		if n >= 32 {
			want = 32
		}
		finalized, err := chain.Client().HeaderByNumber(t.Context(), big.NewInt(rpc.FinalizedBlockNumber.Int64()))
		if err != nil || finalized.Number.Uint64() != want {
			t.Fatalf("at head %d finalized is %v, %v, want %d", n, finalized, err, want)
		}
		commit(t, chain)
	}
	safe, err := chain.Client().HeaderByNumber(t.Context(), big.NewInt(rpc.SafeBlockNumber.Int64()))
	if err != nil || safe.Number.Uint64() != 33 {
		t.Errorf("safe is %v, %v, want the head, 33", safe, err)
	}
}

func TestOrigins(t *testing.T) {
	chain := start(t, devchain.Options{Origins: []string{"http://page.example"}})
	for origin, want := range map[string]string{"http://page.example": "http://page.example", "http://other.example": ""} {
		request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, chain.HTTP(), strings.NewReader(`{"jsonrpc":"2.0","id":1,"method":"eth_chainId"}`))
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("Content-Type", "application/json")
		request.Header.Set("Origin", origin)
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(response.Body)
		if err = errors.Join(err, response.Body.Close()); err != nil || !strings.Contains(string(body), `"0x539"`) {
			t.Errorf("%s: answer %q, %v", origin, body, err)
		}
		if got := response.Header.Get("Access-Control-Allow-Origin"); got != want {
			t.Errorf("%s: allowed origin %q, want %q", origin, got, want)
		}
	}
}
