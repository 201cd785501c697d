package chain_test

import (
	"encoding/json"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
)

// Contracts of the genesis block, written in the virtual machine's own code.
var (
	// logger emits its call data as a log with topic 1: CALLDATACOPY(0, 0, n),
	// LOG1(0, n, 1).
	logger     = common.Address{0xc0, 1}
	loggerCode = common.FromHex("36600060003760013660" + "00a1")
	// limiter reverts with Escrow_PriceAboveMax(7, 5).
	limiter     = common.Address{0xc0, 2}
	limiterCode = common.FromHex("63" + priceAboveMax + "60e01b600052600760045260056024526044" + "6000fd")
	// silent reverts without a word.
	silent     = common.Address{0xc0, 3}
	silentCode = common.FromHex("60006000fd")
	// burner never ends.
	burner     = common.Address{0xc0, 4}
	burnerCode = common.FromHex("5b600056")
)

var priceAboveMax = common.Bytes2Hex(crypto.Keccak256([]byte("Escrow_PriceAboveMax(uint96,uint96)"))[:4])

const escrowABI = `[{"type":"error","name":"Escrow_PriceAboveMax","inputs":[{"name":"price","type":"uint96"},{"name":"max","type":"uint96"}]}]`

func abis(t testing.TB) []abi.ABI {
	t.Helper()
	parsed, err := abi.JSON(strings.NewReader(escrowABI))
	if err != nil {
		t.Fatal(err)
	}
	return []abi.ABI{parsed}
}

func startChain(t testing.TB, o devchain.Options) *devchain.Chain {
	t.Helper()
	alloc := types.GenesisAlloc{
		logger: {Code: loggerCode}, limiter: {Code: limiterCode}, silent: {Code: silentCode}, burner: {Code: burnerCode},
	}
	for address, account := range o.Alloc {
		alloc[address] = account
	}
	o.Alloc = alloc
	dev, err := devchain.New(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := dev.Close(); err != nil {
			t.Error(err)
		}
	})
	return dev
}

func dial(t testing.TB, o chain.Options, urls ...string) *chain.Client {
	t.Helper()
	client, err := chain.Dial(t.Context(), urls, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	return client
}

func commit(t testing.TB, dev *devchain.Chain) common.Hash {
	t.Helper()
	hash, err := dev.Commit()
	if err != nil {
		t.Fatal(err)
	}
	return hash
}

// emit makes a block with count logs of the logger.
func emit(t testing.TB, dev *devchain.Chain, count int) common.Hash {
	t.Helper()
	nonce, err := dev.Client().PendingNonceAt(t.Context(), devchain.Address(0))
	if err != nil {
		t.Fatal(err)
	}
	for i := range count {
		tx := types.MustSignNewTx(devchain.Key(0), types.LatestSignerForChainID(big.NewInt(1337)), &types.DynamicFeeTx{
			ChainID: big.NewInt(1337), Nonce: nonce + uint64(i), GasTipCap: big.NewInt(params.GWei), GasFeeCap: big.NewInt(10 * params.GWei),
			Gas: 100_000, To: &logger, Data: []byte{byte(i)},
		})
		if err := dev.Client().SendTransaction(t.Context(), tx); err != nil {
			t.Fatal(err)
		}
	}
	return commit(t, dev)
}

func logsQuery(from, to uint64) ethereum.FilterQuery {
	return ethereum.FilterQuery{
		FromBlock: new(big.Int).SetUint64(from), ToBlock: new(big.Int).SetUint64(to),
		Addresses: []common.Address{logger}, Topics: [][]common.Hash{{common.BigToHash(big.NewInt(1))}},
	}
}

func wantError(t testing.TB, err error, parts ...string) {
	t.Helper()
	if err == nil {
		t.Errorf("no error, want one with %q", parts)
		return
	}
	for _, part := range parts {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("error %q lacks %q", err, part)
		}
	}
}

// clock is a time that tests move.
type clock struct{ now time.Time }

func (c *clock) Now() time.Time { return c.now }

func toJSON(t testing.TB, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func toMap(t testing.TB, v any) map[string]any {
	t.Helper()
	var fields map[string]any
	if err := json.Unmarshal([]byte(toJSON(t, v)), &fields); err != nil {
		t.Fatal(err)
	}
	return fields
}
