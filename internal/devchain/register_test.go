package devchain_test

import (
	"context"
	"errors"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
)

// A plugin is a service on the node's stack: it is started and stopped with it,
// calls the chain in the process and serves a namespace.
type plugin struct {
	stack            *node.Node
	client           *ethclient.Client
	started, stopped bool
}

func (p *plugin) Start() error {
	p.client = ethclient.NewClient(p.stack.Attach())
	_, err := p.client.BlockNumber(context.Background())
	p.started = true
	return err
}

func (p *plugin) Stop() error {
	p.stopped = true
	p.client.Close()
	return nil
}

func (p *plugin) Head(ctx context.Context) (uint64, error) { return p.client.BlockNumber(ctx) }

func TestRegister(t *testing.T) {
	var service *plugin
	chain := start(t, devchain.Options{Manual: true, Modules: []string{"shrinkwrap"}, Register: func(stack *node.Node) error {
		service = &plugin{stack: stack}
		stack.RegisterLifecycle(service)
		stack.RegisterAPIs([]rpc.API{{Namespace: "shrinkwrap", Service: service}})
		return nil
	}})
	commit(t, chain)
	for _, url := range []string{chain.HTTP(), chain.WS()} {
		var number uint64
		if err := dial(t, url).Client().Call(&number, "shrinkwrap_head"); err != nil || number != 1 {
			t.Errorf("%s: shrinkwrap_head is %d, %v", url, number, err)
		}
	}
	if err := chain.Close(); err != nil {
		t.Error(err)
	}
	if !service.started || !service.stopped {
		t.Errorf("service started %v, stopped %v", service.started, service.stopped)
	}
}

// Close and failing starts leave no port, no file and no goroutine of the node.
func TestCloseLeavesNothing(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	boom := errors.New("boom")
	var address string
	for name, attempt := range map[string]func() error{
		"close": func() error {
			chain, err := devchain.New(devchain.Options{Period: time.Millisecond})
			if err != nil {
				return err
			}
			to := common.Address{1}
			mined(t, chain.Client(), send(t, chain.Client(), &to, 1, 21000, params.GWei, nil))
			address = strings.TrimPrefix(chain.HTTP(), "http://")
			return errors.Join(chain.Close(), chain.Close())
		},
		"failing Register": func() error {
			_, err := devchain.New(devchain.Options{Register: func(*node.Node) error { return boom }})
			return err
		},
		"failing service": func() error {
			_, err := devchain.New(devchain.Options{Register: func(stack *node.Node) error {
				stack.RegisterLifecycle(failing{boom})
				return nil
			}})
			return err
		},
	} {
		if err := attempt(); err != nil && !errors.Is(err, boom) {
			t.Errorf("%s: %v", name, err)
		}
		if left := goroutines(t); left != "" {
			t.Errorf("%s leaves goroutines:\n%s", name, left)
		}
	}
	if connection, err := net.Dial("tcp", address); err == nil {
		t.Errorf("%s still listens", address)
		connection.Close()
	}
	if files, err := filepath.Glob(filepath.Join(folder, "*")); err != nil || len(files) > 0 {
		t.Errorf("files left: %v, %v", files, err)
	}
	if _, err := os.Stat("geth"); err == nil {
		t.Error("a folder named geth is left in the working folder")
	}
}

type failing struct{ err error }

func (f failing) Start() error { return f.err }
func (f failing) Stop() error  { return nil }

// goroutines waits for go-ethereum's goroutines to end and returns those that
// do not.
func goroutines(t *testing.T) string {
	t.Helper()
	var left string
	for range 6000 {
		stacks := make([]byte, 1<<20)
		stacks = stacks[:runtime.Stack(stacks, true)]
		left = ""
		for stack := range strings.SplitSeq(string(stacks), "\n\n") {
			ours := strings.Contains(stack, "testing.tRunner") || strings.Contains(stack, "txSenderCacher") // the latter: one a process
			if strings.Contains(stack, "ethereum/go-ethereum") && !ours {
				left += stack + "\n\n"
			}
		}
		if left == "" {
			return ""
		}
		time.Sleep(10 * time.Millisecond)
	}
	return left
}
