package main_test

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"encoding/json"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/command/commandtest"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
)

// The chains' commands; make test installs them.
const (
	anvilCommand   = "../../node_modules/.bin/anvil"
	nodeCommand    = "../../node_modules/.bin/node"
	hardhatCommand = "../../node_modules/.bin/hardhat"
	gethCommand    = "../../build/geth"
)

// tick is how often a chain makes a block.
const tick = 300 * time.Millisecond

// An endpoint is a chain that was started, with an account that has coin.
type endpoint struct {
	rpc     string // HTTP and WebSocket answer at one port
	chainID uint64
	key     *ecdsa.PrivateKey
}

// wellKnown is the first account of Anvil and Hardhat: everybody has its key.
const wellKnown = "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80"

// startAnvil starts a chain that makes blocks by the clock alone. Of its head
// the 16th block before is final.
func startAnvil(t *testing.T) endpoint {
	port := commandtest.FreePort(t)
	startProcess(t, installed(t, anvilCommand, "--port", port, "--hardfork", "osaka", "--block-time", "0.3", "--slots-in-an-epoch", "8", "--silent"))
	return reach(t, port, 31337, wellKnown)
}

// startHardhat starts a chain that makes a block for every transaction, and here
// by the clock, too. Its head is final.
func startHardhat(t *testing.T) endpoint {
	port := commandtest.FreePort(t)
	command := installed(t, nodeCommand, hardhatCommand, "node", "--hostname", "127.0.0.1", "--port", port)
	command.Env = append(os.Environ(), "HARDHAT_DISABLE_TELEMETRY_PROMPT=true")
	startProcess(t, command)
	e := reach(t, port, 31337, wellKnown)
	e.every(t, func() error { return e.call("evm_mine") })
	return e
}

// startGeth starts go-ethereum's own node. It makes a block for every
// transaction; here somebody sends one by the clock. Every 32nd block is final.
// Under Osaka the deterministic deployer is not there yet, as on a chain that is
// new.
func startGeth(t *testing.T, rules devchain.Rules) endpoint {
	port, dir := commandtest.FreePort(t), t.TempDir()
	o := devchain.Options{Rules: rules}
	if rules == devchain.Osaka {
		o.Alloc = types.GenesisAlloc{bindings.Deployer: {Balance: new(big.Int)}}
	}
	genesis, err := json.Marshal(devchain.Genesis(o))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "genesis.json")
	if err := os.WriteFile(path, genesis, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := installed(t, gethCommand, "init", "--datadir", dir, path).CombinedOutput(); err != nil {
		t.Fatalf("geth init: %v\n%s", err, out)
	}
	startProcess(t, installed(t, gethCommand, "--dev", "--datadir", dir, "--ipcdisable", "--rpc.allow-unprotected-txs", "--miner.gaslimit", "100000000",
		"--http", "--http.port", port, "--http.api", "eth", "--ws", "--ws.port", port, "--ws.api", "eth"))
	e := reach(t, port, 1337, common.Bytes2Hex(crypto.FromECDSA(devchain.Key(0))))
	clock := &chain.Sender{Client: e.dial(t), Signer: chain.NewKeySigner(devchain.Key(1))}
	e.every(t, func() error {
		_, err := clock.Send(context.Background(), chain.Tx{To: devchain.Address(1)})
		return err
	})
	return e
}

// installed is a command of what make test installs. A test must not pass
// because a chain is missing.
func installed(t *testing.T, path string, arguments ...string) *exec.Cmd {
	t.Helper()
	if _, err := os.Stat(path); err != nil {
		t.Fatalf("%v (make test installs it; geth alone: make build/geth)", err)
	}
	command := exec.Command(path, arguments...)
	return command
}

// startProcess starts a process that ends with the test. What it said is shown
// if the test fails.
func startProcess(t *testing.T, c *exec.Cmd) {
	t.Helper()
	said := new(bytes.Buffer)
	c.Stdout, c.Stderr = said, said
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		c.Process.Kill()
		c.Wait()
		if t.Failed() {
			t.Logf("%s said:\n%s", c.Args[0], lastPart(said.String()))
		}
	})
}

func lastPart(text string) string { return text[max(0, len(text)-4000):] }

// await tries until what is awaited is there.
func await(t *testing.T, what string, try func() error) {
	t.Helper()
	deadline := time.Now().Add(time.Minute)
	for {
		err := try()
		if err == nil {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("%s: %v", what, err)
		}
		time.Sleep(50 * time.Millisecond)
	}
}

// reach waits until a chain answers.
func reach(t *testing.T, port string, chainID uint64, key string) endpoint {
	t.Helper()
	private, err := crypto.HexToECDSA(key)
	if err != nil {
		t.Fatal(err)
	}
	e := endpoint{rpc: "http://127.0.0.1:" + port, chainID: chainID, key: private}
	await(t, "chain", func() error { return e.call("eth_chainId") })
	return e
}

func (e endpoint) call(method string, arguments ...any) error {
	c, err := rpc.Dial(e.rpc)
	if err != nil {
		return err
	}
	defer c.Close()
	var answer any
	return c.CallContext(context.Background(), &answer, method, arguments...)
}

func (e endpoint) dial(t *testing.T) *chain.Client {
	t.Helper()
	client, err := chain.Dial(context.Background(), []string{e.rpc}, chain.Options{ChainID: e.chainID, Poll: tick})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	return client
}

// every does something by the clock until the test ends.
func (e endpoint) every(t *testing.T, do func() error) {
	quit, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		for {
			select {
			case <-quit:
				return
			case <-time.After(tick):
			}
			if err := do(); err != nil {
				t.Errorf("making a block: %v", err)
				return
			}
		}
	}()
	t.Cleanup(func() { close(quit); <-done })
}

// fund gives an account one coin.
func (s *stage) fund(to common.Address) {
	s.Helper()
	sender := &chain.Sender{Client: s.dial(s.T), Signer: chain.NewKeySigner(s.key)}
	if _, err := sender.Send(context.Background(), chain.Tx{To: to, Value: uint256.NewInt(params.Ether)}); err != nil {
		s.Fatal(err)
	}
}
