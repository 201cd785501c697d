package play

import (
	"context"
	"crypto/ecdsa"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	gethnode "github.com/ethereum/go-ethereum/node"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/node"
)

const (
	nodeCount = 3
	threshold = 2
	feeBps    = 100
	chainID   = 1337
)

// World is what the demo is played in: a chain that is born and dies with the
// process, and a committee, a publisher and two buyers whose keys stay in the home.
type World struct {
	Committee nodeapi.Committee

	home      home.Home
	chain     *devchain.Chain
	client    *chain.Client
	homes     []node.Home
	services  []*node.Service
	plugin    *node.Service // the first node, which the chain starts and stops
	publisher person
	buyer     person
	visitor   person // who pays on the page
}

// person signs wraps and transactions. Its key is within a function, where no
// verb of fmt finds it.
type person struct {
	Address common.Address
	Key     func() *ecdsa.PrivateKey
}

func newPerson(key *ecdsa.PrivateKey) person {
	return person{crypto.PubkeyToAddress(key.PublicKey), func() *ecdsa.PrivateKey { return key }}
}

// NewWorld makes keys at first use, starts the chain with the first node as a
// plugin of it, deploys the contracts, and starts the other nodes over the
// chain's endpoint.
func NewWorld(ctx context.Context, h home.Home, o devchain.Options) (w *World, err error) {
	w = &World{home: h}
	defer func() {
		if err != nil {
			err = errors.Join(err, w.Close())
		}
	}()
	if err := w.openKeys(); err != nil {
		return w, err
	}
	if err := w.startChain(ctx, o); err != nil {
		return w, err
	}
	if err := w.deploy(ctx); err != nil {
		return w, err
	}
	for _, h := range w.homes[1:] {
		if err := w.startNode(h); err != nil {
			return w, err
		}
	}
	return w, w.introduce()
}

// Close stops the nodes and the chain.
func (w *World) Close() error {
	var errs []error
	for _, s := range w.services {
		errs = append(errs, s.Stop())
	}
	if w.chain != nil {
		errs = append(errs, w.chain.Close()) // with the plugin
	}
	return errors.Join(errs...)
}

// nodes are the committee's, in the order of their indexes.
func (w *World) nodes() []*node.Service {
	return append([]*node.Service{w.plugin}, w.services...)
}

func (w *World) openKeys() (err error) {
	if _, err = w.home.Folder("demo"); err != nil {
		return err
	}
	if w.publisher, err = openKey(w.home.Path("demo", "publisher.key")); err != nil {
		return err
	}
	if w.buyer, err = openKey(w.home.Path("demo", "buyer.key")); err != nil {
		return err
	}
	if w.visitor, err = openKey(w.home.Path("demo", "visitor.key")); err != nil {
		return err
	}
	return w.openCommittee()
}

// openKey reads a private key in hex, and makes it at first use.
func openKey(path string) (person, error) {
	key, err := crypto.LoadECDSA(path)
	if errors.Is(err, fs.ErrNotExist) {
		return newKey(path)
	}
	if err != nil {
		return person{}, fmt.Errorf("%s holds no private key", path) // the error may repeat a part of it
	}
	return newPerson(key), nil
}

func newKey(path string) (person, error) {
	key, err := ecdsa.GenerateKey(crypto.S256(), rand.Reader)
	if err != nil {
		return person{}, err
	}
	text := hex.EncodeToString(crypto.FromECDSA(key))
	return newPerson(key), home.WriteSecret(path, []byte(text))
}

// openCommittee deals a committee at first use. Its nodes' stores mirror a chain
// that ended with an earlier demo, so that they begin anew: what they held can
// be had from no chain any more.
func (w *World) openCommittee() error {
	dir := w.home.Path("demo", "committee")
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		if err := deal(dir); err != nil {
			return err
		}
	}
	for i := range nodeCount {
		h := node.Home{Dir: filepath.Join(dir, fmt.Sprintf("node%d", i+1))}
		if err := resetStore(h); err != nil {
			return fmt.Errorf("node %d: %w", i+1, err)
		}
		w.homes = append(w.homes, h)
	}
	var err error
	w.Committee, err = w.homes[0].Committee("committee.json")
	return err
}

// deal deals under a temporary name, so that a crash leaves no half of a
// committee.
func deal(dir string) error {
	urls, err := freeURLs(nodeCount)
	if err != nil {
		return err
	}
	temporary := dir + ".tmp"
	if err := os.RemoveAll(temporary); err != nil {
		return err
	}
	o := node.DealOptions{Threshold: threshold, URLs: urls, FeeBps: feeBps, Chain: node.DefaultChain(chainID)}
	o.Chain.Endpoints = []string{"http://127.0.0.1:8545"} // each demo's chain has another
	if _, _, err := node.Deal(temporary, o); err != nil {
		return err
	}
	return os.Rename(temporary, dir)
}

// freeURLs returns addresses on loopback that nobody listens on.
func freeURLs(n int) (urls []string, err error) {
	for range n {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return nil, err
		}
		defer l.Close() // after all are chosen, so that they differ
		urls = append(urls, "http://"+l.Addr().String())
	}
	return urls, nil
}

func resetStore(h node.Home) error {
	c, err := h.Committee("committee.json")
	if err != nil {
		return err
	}
	group, err := c.Group()
	if err != nil {
		return err
	}
	share, err := h.KeyShare(group)
	if err != nil {
		return err
	}
	transcript, err := h.Transcript()
	if err != nil {
		return err
	}
	for _, name := range []string{"node.db", "node.db-wal", "node.db-shm"} {
		if err := os.Remove(h.Path(name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return h.Install(share, c, transcript)
}

func (w *World) startChain(ctx context.Context, o devchain.Options) (err error) {
	o.Alloc, o.Modules, o.Origins = w.alloc(), []string{"shrinkwrap"}, []string{"*"}
	o.Register = func(stack *gethnode.Node) error {
		config, deps, err := w.load(w.homes[0])
		if err == nil {
			w.plugin, err = node.Register(stack, config, deps)
		}
		return err
	}
	if w.chain, err = devchain.New(o); err != nil {
		return err
	}
	w.client, err = chain.Dial(ctx, []string{w.chain.WS()}, chain.Options{ChainID: chainID, Poll: time.Second})
	return err
}

// alloc gives everybody in the demo some coin of a chain where it is worth
// nothing.
func (w *World) alloc() types.GenesisAlloc {
	coin := new(big.Int).Mul(big.NewInt(100), big.NewInt(1e18))
	alloc := types.GenesisAlloc{w.publisher.Address: {Balance: coin}, w.buyer.Address: {Balance: coin}, w.visitor.Address: {Balance: coin}}
	for _, o := range w.Committee.Operators {
		alloc[common.HexToAddress(o.Address)] = types.Account{Balance: coin}
	}
	return alloc
}

func (w *World) deploy(ctx context.Context) error {
	deployer := &chain.Sender{Client: w.client, Signer: chain.NewKeySigner(devchain.Key(0))}
	if _, _, err := deployer.Deploy(ctx, chain.EscrowDeployment()); err != nil {
		return fmt.Errorf("deploying the escrow: %w", err)
	}
	if err := node.DeployCommittee(ctx, deployer, bindings.EscrowAddress, w.Committee); err != nil {
		return fmt.Errorf("deploying the committee: %w", err)
	}
	for i, h := range w.homes {
		if err := w.confirm(ctx, h); err != nil {
			return fmt.Errorf("operator %d: %w", i+1, err)
		}
	}
	return nil
}

func (w *World) confirm(ctx context.Context, h node.Home) error {
	operator, err := h.Operator()
	if err != nil {
		return err
	}
	transcript, err := h.Transcript()
	if err != nil {
		return err
	}
	sender := &chain.Sender{Client: w.client, Signer: operator}
	return node.ConfirmCommittee(ctx, sender, bindings.EscrowAddress, w.Committee, transcript)
}

func (w *World) startNode(h node.Home) error {
	config, deps, err := w.load(h)
	if err != nil {
		return err
	}
	service, err := node.New(config, deps)
	if err != nil {
		return errors.Join(err, deps.Store.Close())
	}
	w.services = append(w.services, service)
	if err := service.Start(); err != nil {
		return fmt.Errorf("node at %s: %w", config.Listen, err)
	}
	return nil
}

func (w *World) load(h node.Home) (node.Config, node.Deps, error) {
	log := slog.New(slog.NewJSONHandler(io.Discard, nil))
	config, deps, err := node.Load(h, log, "shrinkwrap demo")
	if err != nil {
		return config, deps, err
	}
	config.Chains[0].Poll = node.Duration(time.Second)
	if w.chain != nil {
		config.Chains[0].Endpoints = []string{w.chain.WS()}
	}
	return config, deps, nil
}

// introduce writes into the home how chain and nodes are reached, for commands
// in another terminal.
func (w *World) introduce() error {
	return w.home.SetChain(chainID, home.Chain{RPC: []string{w.chain.HTTP()}, Nodes: w.Committee.URLs()})
}
