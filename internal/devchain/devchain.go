// Package devchain runs an Ethereum chain of one's own inside the process:
// go-ethereum's own node, transaction pool and virtual machine, with a
// simulated beacon that makes blocks on request, and JSON-RPC over HTTP and
// WebSocket on loopback.
//
// [New] starts it, [Chain.Close] leaves no goroutine, port or file behind. By
// default every transaction is mined as it arrives, as `geth --dev` does;
// [Options.Manual] leaves that to [Chain.Commit], and [Chain.Fork],
// [Chain.Rollback] and [Chain.AdjustTime] make reorganisations and pass time.
// [Options.Rules] chooses the fork, because go-ethereum's own development rules
// are those of no chain. [Options.Register] adds services and RPC namespaces to
// the node before it starts.
//
// The chain id is 1337. Accounts are funded and their keys public ([Key]):
// never send them anything of worth. The block tags are those of the simulated
// beacon: "safe" is the head, "finalized" the last block whose number is a
// multiple of 32.
package devchain

import (
	"errors"
	"fmt"
	"net"
	"slices"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/eth"
	"github.com/ethereum/go-ethereum/eth/catalyst"
	"github.com/ethereum/go-ethereum/eth/ethconfig"
	"github.com/ethereum/go-ethereum/eth/filters"
	"github.com/ethereum/go-ethereum/eth/tracers"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/p2p"
	"github.com/ethereum/go-ethereum/rpc"
)

// Options say what chain [New] starts. The zero value is today's main-net
// rules, mined on demand, on a free port.
type Options struct {
	Rules    Rules              // the zero value is Osaka
	Manual   bool               // no block per transaction: Commit or Period make them
	Period   time.Duration      // also a block, empty or not, at this interval; 0 = none
	Accounts int                // funded accounts, Key(0) onwards; 0 = 10
	Alloc    types.GenesisAlloc // more genesis accounts; they win over the ones made here
	Port     int                // TCP port on 127.0.0.1 of both HTTP and WebSocket; 0 = a free one
	Modules  []string           // RPC namespaces to serve besides eth, net, web3, txpool and debug
	Origins  []string           // web origins that browsers may call from, "*" for all

	// Unprotected takes transactions that name no chain, as geth's
	// --rpc.allow-unprotected-txs does.
	Unprotected bool
	// Register adds services and namespaces before the node starts. Namespaces
	// must be in Modules to be served over HTTP and WebSocket.
	Register func(stack *node.Node) error
}

// A Chain is a running development chain. Its methods may be called from
// several goroutines.
type Chain struct {
	stack   *node.Node
	backend *eth.Ethereum
	client  *ethclient.Client

	mu     sync.Mutex // one block at a time: the simulated beacon has no lock of its own
	beacon *catalyst.SimulatedBeacon

	quit chan struct{}
	loop sync.WaitGroup
	stop func() error
}

// New starts a chain and its endpoints.
func New(o Options) (*Chain, error) {
	stack, err := node.New(nodeConfig(o))
	if err != nil {
		return nil, fmt.Errorf("dev chain's node: %w", err)
	}
	c := &Chain{stack: stack, quit: make(chan struct{})}
	if err := c.start(o); err != nil {
		if c.client != nil {
			c.client.Close()
		}
		return nil, errors.Join(fmt.Errorf("start dev chain: %w", err), ignore(stack.Close(), node.ErrNodeStopped))
	}
	c.stop = sync.OnceValue(c.close)
	c.mine(o)
	return c, nil
}

func nodeConfig(o Options) *node.Config {
	modules := slices.Concat([]string{"eth", "net", "web3", "txpool", "debug"}, o.Modules)
	conf := node.DefaultConfig
	conf.Name = "shrinkwrap-devchain"
	conf.DataDir = ""
	conf.P2P = p2p.Config{NoDiscovery: true, NoDial: true}
	conf.HTTPHost, conf.WSHost = "127.0.0.1", "127.0.0.1"
	conf.HTTPPort, conf.WSPort = o.Port, o.Port
	conf.HTTPModules, conf.WSModules = modules, modules
	conf.AllowUnprotectedTxs = o.Unprotected
	conf.HTTPCors, conf.WSOrigins = o.Origins, o.Origins
	return &conf
}

func (c *Chain) start(o Options) (err error) {
	if c.backend, err = eth.New(c.stack, ethConfig(o)); err != nil {
		return err
	}
	system := filters.NewFilterSystem(c.backend.APIBackend, filters.Config{})
	c.stack.RegisterAPIs([]rpc.API{{Namespace: "eth", Service: filters.NewFilterAPI(system)}})
	c.stack.RegisterAPIs(tracers.APIs(c.backend.APIBackend))
	gate := new(gate)
	c.stack.RegisterLifecycle(gate)
	if o.Register != nil {
		gate.err = o.Register(c.stack)
	}
	if err := c.stack.Start(); err != nil {
		return err
	}
	if c.beacon, err = catalyst.NewSimulatedBeacon(0, common.Address{}, c.backend); err != nil {
		return err
	}
	c.client = ethclient.NewClient(c.stack.Attach())
	return c.beacon.Fork(c.backend.BlockChain().Genesis().Hash())
}

// A gate stands between the chain's service and those of Register, and lets
// none of these start if it failed. The chain's own service cannot be stopped
// without having been started.
type gate struct{ err error }

func (g *gate) Start() error { return g.err }
func (g *gate) Stop() error  { return nil }

func ignore(err, expected error) error {
	if errors.Is(err, expected) {
		return nil
	}
	return err
}

func ethConfig(o Options) *ethconfig.Config {
	genesis := Genesis(o)
	conf := ethconfig.Defaults
	conf.Genesis = genesis
	conf.NetworkId = genesis.Config.ChainID.Uint64()
	conf.SyncMode = ethconfig.FullSync
	conf.TxPool.NoLocals = true
	conf.LogNoHistory = true // search blocks themselves: an index would lag behind them
	conf.Miner.GasCeil = genesis.GasLimit
	conf.RPCGasCap = genesis.GasLimit
	conf.TrieCleanCache, conf.TrieDirtyCache, conf.SnapshotCache = 16, 64, 16 // megabytes; tests run many chains
	return &conf
}

// Close stops mining, then the node with everything registered on it. It may be
// called more than once.
func (c *Chain) Close() error { return c.stop() }

func (c *Chain) close() error {
	close(c.quit)
	c.loop.Wait()
	c.client.Close()
	return errors.Join(c.beacon.Stop(), c.stack.Close())
}

// HTTP is the URL of the JSON-RPC endpoint.
func (c *Chain) HTTP() string { return c.stack.HTTPEndpoint() }

// WS is the URL of the WebSocket endpoint, on the same port.
func (c *Chain) WS() string { return c.stack.WSEndpoint() }

// Port is the TCP port on 127.0.0.1 of both endpoints.
func (c *Chain) Port() (int, error) {
	address, err := net.ResolveTCPAddr("tcp", c.HTTP()[len("http://"):])
	if err != nil {
		return 0, err
	}
	return address.Port, nil
}

// Client talks to the chain within the process. It belongs to the chain: do not
// close it.
func (c *Chain) Client() *ethclient.Client { return c.client }

// Stack is the node that runs the chain.
func (c *Chain) Stack() *node.Node { return c.stack }
