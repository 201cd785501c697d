package devchain_test

import (
	"errors"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"

	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
)

// A fork drops a payment, its log is announced as removed, and a different
// payment takes its place.
func TestForkReorganises(t *testing.T) {
	chain := start(t, devchain.Options{Manual: true})
	client := dial(t, chain.WS())
	logger := deploy(t, chain, logInitCode)
	parent := head(t, chain)

	logs := make(chan types.Log, 8)
	subscription, err := client.SubscribeFilterLogs(t.Context(), ethereum.FilterQuery{Addresses: []common.Address{logger}}, logs)
	if err != nil {
		t.Fatal(err)
	}
	defer subscription.Unsubscribe()

	first := send(t, client, &logger, 0, 100_000, params.GWei, []byte{1})
	commit(t, chain)
	commit(t, chain)
	old := <-logs
	if old.Removed || old.TxHash != first.Hash() {
		t.Fatalf("log %+v", old)
	}

	if err := chain.Fork(parent.Hash()); err != nil {
		t.Fatal(err)
	}
	if got := head(t, chain); got.Hash() != parent.Hash() {
		t.Errorf("head is %d after the fork, want %d", got.Number, parent.Number)
	}
	if count, err := client.PendingTransactionCount(t.Context()); err != nil || count != 1 {
		t.Errorf("%d transactions pending after the fork, %v, want the dropped one", count, err)
	}
	chain.Rollback()
	second := send(t, client, &logger, 0, 100_000, params.GWei, []byte{2})
	for range 3 {
		commit(t, chain)
	}
	if got := head(t, chain).Number.Uint64(); got != parent.Number.Uint64()+3 {
		t.Errorf("head is %d", got)
	}
	removed, fresh := <-logs, <-logs
	if !removed.Removed || removed.TxHash != first.Hash() || removed.BlockHash != old.BlockHash {
		t.Errorf("removed log %+v", removed)
	}
	if fresh.Removed || fresh.TxHash != second.Hash() || fresh.BlockNumber != old.BlockNumber || fresh.BlockHash == old.BlockHash {
		t.Errorf("new log %+v", fresh)
	}
	if _, err := client.TransactionReceipt(t.Context(), first.Hash()); !errors.Is(err, ethereum.NotFound) {
		t.Errorf("dropped transaction has receipt, %v", err)
	}
	if err := chain.Fork(common.Hash{1}); err == nil {
		t.Error("fork of an unknown block is accepted")
	}
}

// On demand, what a fork dropped is mined again in another block.
func TestForkOnDemand(t *testing.T) {
	chain := start(t, devchain.Options{})
	parent := head(t, chain)
	to := common.Address{0xaa}
	tx := send(t, chain.Client(), &to, 5, 21000, params.GWei, nil)
	before := mined(t, chain.Client(), tx)
	if err := chain.AdjustTime(time.Hour); err != nil {
		t.Fatal(err)
	}
	if err := chain.Fork(parent.Hash()); err != nil {
		t.Fatal(err)
	}
	after := mined(t, chain.Client(), tx)
	if after.BlockNumber.Cmp(before.BlockNumber) != 0 || after.BlockHash == before.BlockHash {
		t.Errorf("mined in block %d %v, then in %d %v", before.BlockNumber, before.BlockHash, after.BlockNumber, after.BlockHash)
	}
}

// logInitCode deploys a contract that logs its call data: CALLDATACOPY(0, 0,
// n), LOG0(0, n).
var logInitCode = common.FromHex("600a600c600039600a6000f3" + "36600060003736" + "6000a0")

func deploy(t *testing.T, chain *devchain.Chain, initCode []byte) common.Address {
	t.Helper()
	tx := send(t, chain.Client(), nil, 0, 1_000_000, params.GWei, initCode)
	commit(t, chain)
	return mined(t, chain.Client(), tx).ContractAddress
}
