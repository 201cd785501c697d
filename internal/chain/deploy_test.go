package chain_test

import (
	"bytes"
	"context"
	"os"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/rpctest"
)

func writeFile(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o400); err != nil {
		t.Fatal(err)
	}
}

// deployment is a contract of size bytes of code that begins with STOP:
// CODECOPY, RETURN, then the code.
func deployment(size uint16) (chain.Deployment, []byte) {
	code := bytes.Repeat([]byte{0}, int(size))
	header := []byte{0x61, byte(size >> 8), byte(size), 0x60, 0x0e, 0x60, 0x00, 0x39, 0x61, byte(size >> 8), byte(size), 0x60, 0x00, 0xf3}
	return chain.Deployment{InitCode: append(header, code...), Salt: common.Hash{31: 9}, CodeHashes: []common.Hash{{1}, crypto.Keccak256Hash(code)}}, code
}

func TestDeploy(t *testing.T) {
	for _, rules := range []devchain.Rules{devchain.Osaka, devchain.Amsterdam} {
		dev := startChain(t, devchain.Options{Rules: rules})
		sender := newSender(t, 0, dev.HTTP())
		d, code := deployment(20_000) // under Amsterdam this needs more than 2^24 gas
		address, receipt, err := sender.Deploy(t.Context(), d)
		if err != nil || receipt == nil || address != d.Address() {
			t.Fatalf("%v: deployed at %v, receipt %v, %v", rules, address, receipt, err)
		}
		if (receipt.GasUsed > params.MaxTxGas) != (rules == devchain.Amsterdam) {
			t.Errorf("%v: deployment took %d gas", rules, receipt.GasUsed)
		}
		if got, err := sender.Client.CodeAt(t.Context(), address, nil); err != nil || !bytes.Equal(got, code) {
			t.Errorf("%v: code has %d bytes, %v", rules, len(got), err)
		}
		again, receipt, err := sender.Deploy(t.Context(), d)
		if err != nil || receipt != nil || again != address {
			t.Errorf("%v: deployed again at %v, receipt %v, %v", rules, again, receipt, err)
		}
		d.CodeHashes = d.CodeHashes[:1]
		_, _, err = sender.Deploy(t.Context(), d)
		wantError(t, err, "has code hash", "want one of")
	}
}

// The escrow stands where the software expects it, with what its constructor
// makes, whoever deploys it and whatever the rules.
func TestDeployEscrow(t *testing.T) {
	for _, rules := range []devchain.Rules{devchain.Osaka, devchain.Amsterdam} {
		dev := startChain(t, devchain.Options{Rules: rules})
		sender := newSender(t, 1, dev.HTTP())
		address, receipt, err := sender.Deploy(t.Context(), chain.EscrowDeployment())
		if err != nil || address != bindings.EscrowAddress {
			t.Fatalf("%v: deployed at %v, %v", rules, address, err)
		}
		t.Logf("%v: the escrow's deployment takes %d gas", rules, receipt.GasUsed)
		for _, made := range []common.Address{bindings.RouterAddress, bindings.FactoryAddress, bindings.TemplateAddress} {
			if hash, err := sender.Client.CodeHash(t.Context(), made); err != nil || hash == (common.Hash{}) {
				t.Errorf("%v: %v has code hash %v, %v", rules, made, hash, err)
			}
		}
		if _, receipt, err := newSender(t, 2, dev.HTTP()).Deploy(t.Context(), chain.EscrowDeployment()); err != nil || receipt != nil {
			t.Errorf("%v: deployed again by %v, %v", rules, receipt, err)
		}
	}
}

func TestDeployFails(t *testing.T) {
	dev := startChain(t, devchain.Options{})
	sender := newSender(t, 0, dev.HTTP())
	_, _, err := sender.Deploy(t.Context(), chain.Deployment{InitCode: silentCode})
	wantError(t, err, "deploy contract", "contract refuses")
	_, _, err = sender.Deploy(t.Context(), chain.Deployment{InitCode: []byte{0}}) // STOP: a contract without code
	wantError(t, err, "has no code although transaction")
}

// On a chain without the deployer the pre-signed transaction makes it, its
// maker being funded once.
func TestDeployerIsMade(t *testing.T) {
	dev := startChain(t, devchain.Options{Unprotected: true, Alloc: types.GenesisAlloc{chain.Deployer: {}}})
	sender := newSender(t, 0, dev.HTTP())
	d, _ := deployment(10)
	if _, receipt, err := sender.Deploy(t.Context(), d); err != nil || receipt == nil {
		t.Fatalf("receipt %v, %v", receipt, err)
	}
	if nonce, err := sender.Client.NonceAt(t.Context(), devchain.Address(0), nil); err != nil || nonce != 2 {
		t.Errorf("%d transactions, %v, want two: funding the maker and deploying", nonce, err)
	}
	if err := sender.EnsureDeployer(t.Context()); err != nil {
		t.Error(err)
	}
	if nonce, err := sender.Client.NonceAt(t.Context(), devchain.Address(0), nil); err != nil || nonce != 2 {
		t.Errorf("%d transactions, %v, want no more", nonce, err)
	}
}

// Where the node refuses, the error says what to do, and no coin was given
// away.
func TestDeployerIsRefused(t *testing.T) {
	for name, o := range map[string]devchain.Options{
		"unprotected": {},
		"amsterdam":   {Unprotected: true, Rules: devchain.Amsterdam},
	} {
		o.Alloc = types.GenesisAlloc{chain.Deployer: {}}
		dev := startChain(t, o)
		sender := newSender(t, 0, dev.HTTP())
		d, _ := deployment(10)
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		_, _, err := sender.Deploy(ctx, d)
		t.Log(name)
		wantError(t, err, "deterministic deployer", "--rpc.allow-unprotected-txs", "genesis")
		if nonce, err := sender.Client.NonceAt(t.Context(), devchain.Address(0), nil); err != nil || nonce != 0 {
			t.Errorf("%s: %d transactions, %v, want none", name, nonce, err)
		}
	}
}

func TestFalseDeployer(t *testing.T) {
	dev := startChain(t, devchain.Options{Alloc: types.GenesisAlloc{chain.Deployer: {Code: []byte{0}}}})
	d, _ := deployment(10)
	_, _, err := newSender(t, 0, dev.HTTP()).Deploy(t.Context(), d)
	wantError(t, err, "has another code on chain 1337")
}

func TestCodeHash(t *testing.T) {
	// One hash in 256 begins with the byte that code must not begin with
	// (EIP-3541).
	strange := []byte{0, 0}
	for crypto.Keccak256(strange)[0] != 0xef {
		strange[0]++
		if strange[0] == 0 {
			strange[1]++
		}
	}
	at := common.Address{0xef}
	for _, rules := range []devchain.Rules{devchain.Osaka, devchain.Amsterdam} {
		dev := startChain(t, devchain.Options{Manual: true, Rules: rules, Alloc: types.GenesisAlloc{at: {Code: strange}}})
		wire := rpctest.NewProxy(t, dev.HTTP())
		client := dial(t, chain.Options{}, wire.URL)
		for account, want := range map[common.Address]common.Hash{
			at: crypto.Keccak256Hash(strange), logger: crypto.Keccak256Hash(loggerCode), chain.Deployer: crypto.Keccak256Hash(params.DeterministicFactoryCode),
			devchain.Address(0): {}, {0x77}: {},
		} {
			wire.Set(func(p *rpctest.Proxy) { p.Bytes = 0 })
			got, err := client.CodeHash(t.Context(), account)
			if err != nil || got != want {
				t.Errorf("%v: code hash of %v is %v, %v, want %v", rules, account, got, err, want)
			}
			wire.Set(func(p *rpctest.Proxy) {
				if p.Bytes > 500 {
					t.Errorf("%v: code hash took %d bytes", rules, p.Bytes)
				}
			})
		}
		wire.Set(func(p *rpctest.Proxy) { p.Spoil = rpctest.Constant("eth_call", `"0x"`) })
		_, err := client.CodeHash(t.Context(), at)
		wantError(t, err, "cannot tell a code hash")
	}
}

// Several words take one call, each in its place.
func TestWords(t *testing.T) {
	dev := startChain(t, devchain.Options{Manual: true})
	client := dial(t, chain.Options{}, dev.HTTP())
	rich := devchain.Address(0)
	var output hexutil.Bytes
	elem := chain.WordsElem(&output, chain.CodeHashWord(logger), chain.BalanceWord(rich), chain.CodeHashWord(rich))
	if err := client.BatchCall(t.Context(), []rpc.BatchElem{elem}); err != nil {
		t.Fatal(err)
	}
	words, err := chain.ParseWords(output, 3)
	if err != nil {
		t.Fatal(err)
	}
	balance, err := client.BalanceAt(t.Context(), rich, nil)
	if err != nil || balance.Sign() == 0 || words[1].Big().Cmp(balance) != 0 {
		t.Errorf("balance is %v, %v, want %v", words[1].Big(), err, balance)
	}
	if chain.CodeHashOf(words[0]) != crypto.Keccak256Hash(loggerCode) || chain.CodeHashOf(words[2]) != (common.Hash{}) {
		t.Errorf("code hashes are %v and %v", words[0], words[2])
	}
	if _, err := chain.ParseWords(output, 2); err == nil {
		t.Error("three words were read as two")
	}
}

// The pre-signed transaction is the well-known one: its maker and the address
// that follows from it.
func TestDeployerTransaction(t *testing.T) {
	maker := common.HexToAddress("0x3fAB184622Dc19b6109349B94811493BF2a45362")
	if got := crypto.CreateAddress(maker, 0); got != chain.Deployer {
		t.Errorf("maker creates %v, want %v", got, chain.Deployer)
	}
}
