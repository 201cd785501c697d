package main

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
	"github.com/shrinkwrap/shrinkwrap/node"
)

// The committee of a stage.
const (
	stageNodes     = 3
	stageThreshold = 2
	stageFee       = 100
)

// A stage is where a product is sealed, sold and opened as by its publisher and
// its buyer: with the real command, a chain, and the nodes of a committee.
type stage struct {
	bed       *testbed.Bed
	dir       string // removed with all that is in it
	command   string // the built binary
	committee nodeapi.Committee
	services  []*node.Service
}

// openStage builds the command and starts chain and nodes.
func openStage(ctx context.Context) (s *stage, err error) {
	s = new(stage)
	defer func() {
		if err != nil {
			err = errors.Join(err, s.close())
		}
	}()
	if s.dir, err = os.MkdirTemp("", "shrinkwrap-bench-*"); err != nil {
		return s, err
	}
	if err := s.build(ctx); err != nil {
		return s, err
	}
	return s, s.start(ctx)
}

func (s *stage) close() error {
	var errs []error
	for _, service := range s.services {
		errs = append(errs, service.Stop())
	}
	if s.bed != nil {
		errs = append(errs, s.bed.Close())
	}
	if s.dir != "" {
		errs = append(errs, os.RemoveAll(s.dir))
	}
	return errors.Join(errs...)
}

func (s *stage) path(name string) string { return filepath.Join(s.dir, name) }

func (s *stage) build(ctx context.Context) error {
	s.command = s.path("shrinkwrap")
	const source = "github.com/shrinkwrap/shrinkwrap/cmd/shrinkwrap"
	if out, err := exec.CommandContext(ctx, "go", "build", "-o", s.command, source).CombinedOutput(); err != nil {
		return fmt.Errorf("building the command: %w: %s", err, out)
	}
	return nil
}

// start deals a committee, deploys everything, and starts the nodes over the
// chain's WebSocket.
func (s *stage) start(ctx context.Context) error {
	listeners, urls, err := listenAll(stageNodes)
	if err != nil {
		return err
	}
	section := node.DefaultChain(testbed.ChainID)
	section.Endpoints = []string{"http://127.0.0.1:8545"} // replaced when there is a chain
	homes, committee, err := node.Deal(s.path("committee"), node.DealOptions{Threshold: stageThreshold, URLs: urls, FeeBps: stageFee, Chain: section})
	if err != nil {
		return err
	}
	alloc := types.GenesisAlloc{}
	for _, o := range committee.Operators {
		alloc[common.HexToAddress(o.Address)] = types.Account{Balance: big.NewInt(1e18)}
	}
	if s.bed, err = testbed.New(ctx, devchain.Options{Alloc: alloc}); err != nil {
		return err
	}
	s.committee = committee
	if err := s.confirm(ctx, homes); err != nil {
		return err
	}
	for i, h := range homes {
		if err := s.startNode(h, listeners[i]); err != nil {
			return err
		}
	}
	return s.writeFiles()
}

func listenAll(n int) (listeners []net.Listener, urls []string, err error) {
	for range n {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return nil, nil, err
		}
		listeners, urls = append(listeners, l), append(urls, "http://"+l.Addr().String())
	}
	return listeners, urls, nil
}

// confirm deploys the committee's contract and has all operators confirm it.
func (s *stage) confirm(ctx context.Context, homes []node.Home) error {
	client, err := chain.Dial(ctx, []string{s.bed.HTTP()}, chain.Options{ChainID: testbed.ChainID, Poll: 10 * time.Millisecond})
	if err != nil {
		return err
	}
	defer client.Close()
	deployer := &chain.Sender{Client: client, Signer: chain.NewKeySigner(devchain.Key(0))}
	if err := node.DeployCommittee(ctx, deployer, bindings.EscrowAddress, s.committee); err != nil {
		return err
	}
	for _, h := range homes {
		operator, err := h.Operator()
		if err != nil {
			return err
		}
		transcript, err := h.Transcript()
		if err != nil {
			return err
		}
		sender := &chain.Sender{Client: client, Signer: operator}
		if err := node.ConfirmCommittee(ctx, sender, bindings.EscrowAddress, s.committee, transcript); err != nil {
			return err
		}
	}
	return nil
}

func (s *stage) startNode(h node.Home, listener net.Listener) error {
	config, deps, err := node.Load(h, slog.New(slog.DiscardHandler), "shrinkwrapd/bench")
	if err != nil {
		return err
	}
	config.Chains[0].Endpoints, deps.Listener = []string{s.bed.WS()}, listener
	service, err := node.New(config, deps)
	if err != nil {
		return errors.Join(err, deps.Store.Close())
	}
	s.services = append(s.services, service)
	return service.Start()
}

// writeFiles writes what publisher and buyer work with.
func (s *stage) writeFiles() error {
	committee, err := json.Marshal(s.committee)
	if err != nil {
		return err
	}
	files := map[string][]byte{"committee.json": committee}
	for i, name := range []string{"publisher.key", "buyer.key"} {
		files[name] = []byte(hex.EncodeToString(crypto.FromECDSA(devchain.Key(i + 1))))
	}
	for name, content := range files {
		if err := os.WriteFile(s.path(name), content, 0o600); err != nil {
			return err
		}
	}
	return nil
}

// shrinkwrap is the command with a home of its own for each person.
func (s *stage) shrinkwrap(person string, args ...string) command {
	return command{dir: s.dir, env: []string{"SHRINKWRAP_HOME=" + s.path(person)}, name: s.command, args: args}
}

// publish seals a file of the stage's folder in one tier and publishes it as
// name.wrap. It leaves name.seal.
func (s *stage) publish(ctx context.Context, name, file string, sealing ...string) error {
	args := append([]string{"seal", "-o", name + ".seal", "--title", title, "--language", "en", "--tier", "text:0.002"}, sealing...)
	seal := s.shrinkwrap("publisher", append(args, file)...)
	if _, _, err := seal.run(ctx); err != nil {
		return err
	}
	publish := s.shrinkwrap("publisher", "publish", name+".seal", "--committee", "committee.json", "--key", "publisher.key",
		"--rpc", s.bed.HTTP(), "-o", name+".wrap")
	_, _, err := publish.run(ctx)
	return err
}

// title has 30 characters.
const title = "The Girl's Own Paper, 1886-353"

// buy buys a wrap or a code for a person, without opening it.
func (s *stage) buy(ctx context.Context, person, goods string) error {
	_, _, err := s.shrinkwrap(person, "buy", goods, "--key", "buyer.key", "--rpc", s.bed.HTTP(), "--node", s.services[0].URL()).run(ctx)
	return err
}
