package terminal_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
)

// errand is what a process of its own is told to buy, and after which step it
// is killed, or has no room left to write anything.
type errand struct {
	RPC, Node, Wrap, Home, Dir, Die, DieToo, Full string
	Tier, Account                                 int
}

const errandVariable = "SHRINKWRAP_TEST_ERRAND"

func TestMain(m *testing.M) {
	text, ok := os.LookupEnv(errandVariable)
	if !ok {
		os.Exit(m.Run())
	}
	var e errand
	if err := json.Unmarshal([]byte(text), &e); err != nil {
		panic(err)
	}
	if err := e.run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func (e errand) run() error {
	signal.Ignore(syscall.SIGXFSZ) // so that a file's size is limited by an error, as a disk's is
	terminal.SetTestOnlyAfterStep(e.after)
	if err := e.after("started"); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	client, err := chain.Dial(ctx, []string{e.RPC}, chain.Options{ChainID: testbed.ChainID})
	if err != nil {
		return err
	}
	defer client.Close()
	file, err := terminal.OpenWrap(e.Wrap)
	if err != nil {
		return err
	}
	defer file.Close()
	payer := chain.NewKeySigner(devchain.Key(e.Account))
	b := &terminal.Buyer{
		Home: home.Home{Dir: e.Home}, Trust: terminal.TrustIn(home.Config{}, testbed.ChainID), Chain: client,
		Nodes: []nodeapi.Client{{URL: e.Node}}, Pace: quick, Now: time.Now, Tell: func(string) {},
	}
	p, err := b.Buy(ctx, terminal.Intent{Header: file.Header, Tier: e.Tier, Payer: payer, RefundTo: payer.Address()})
	if err != nil {
		return err
	}
	defer p.Close()
	if err := b.Await(ctx, p); err != nil {
		return err
	}
	opening, err := terminal.NewOpening(b.Home, file, p)
	if err != nil {
		return err
	}
	if err := opening.Write(ctx, e.Dir); err != nil {
		return err
	}
	return b.Record(ctx, p)
}

// after is called after each step that is durable.
func (e errand) after(step string) error {
	switch step {
	case e.Die, e.DieToo:
		if err := syscall.Kill(os.Getpid(), syscall.SIGKILL); err != nil {
			return err
		}
		select {}
	case e.Full:
		var limit syscall.Rlimit
		if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
			return err
		}
		limit.Cur = 0
		return syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit)
	}
	return nil
}

// send runs an errand in a process of its own, which must die where it was told
// to, fail for want of room where there is none, and end well otherwise.
func (e errand) send(t *testing.T) {
	t.Helper()
	err, complaints := e.process(t)
	exit := new(exec.ExitError)
	status, _ := new(syscall.WaitStatus), errors.As(err, &exit)
	if exit.ProcessState != nil {
		*status = exit.Sys().(syscall.WaitStatus)
	}
	switch {
	case e.Die != "" && status.Signal() == syscall.SIGKILL:
	case e.Full != "" && status.ExitStatus() == 1 && strings.Contains(complaints, syscall.EFBIG.Error()):
	case e.Die+e.Full != "" || err != nil:
		t.Fatalf("a run to die after %q, full after %q, ends with %v: %s", e.Die, e.Full, err, complaints)
	}
}

func (e errand) process(t *testing.T) (err error, complaints string) {
	t.Helper()
	text, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	var stderr bytes.Buffer
	process := exec.Command(os.Args[0])
	process.Env = append(os.Environ(), errandVariable+"="+string(text))
	process.Stderr = &stderr
	err = process.Run()
	return err, stderr.String()
}

// Where a purchase can be killed. What comes after "broadcast" is seen on chain.
var (
	coinSteps  = []string{"saved prepared", "saved sent", "broadcast", "saved seen", "saved confirmed", "saved released", "written", "saved opened"}
	tokenSteps = []string{"saved prepared", "saved approving", "saved sent", "broadcast", "saved released"}
)

// Killed after any durable step and started again, a purchase ends with exactly
// one payment on chain and with the product on disk.
func TestCrash(t *testing.T) {
	for name, test := range map[string]struct {
		deploy, token bool
		steps         []string
	}{
		"coin":                  {deploy: true, steps: coinSteps},
		"coin, to be deployed":  {steps: []string{"saved prepared", "saved sent", "broadcast"}},
		"token":                 {deploy: true, token: true, steps: tokenSteps},
		"token, to be deployed": {token: true, steps: tokenSteps[:3]},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, devchain.Options{})
			if test.token {
				w.seller.token = w.mint(10_000_000)
			}
			for _, step := range test.steps {
				w.newTale(test.deploy)
				e := w.errand()
				w.dieAfter(e, step)
				if step != "saved opened" {
					w.dieAfter(e, "")
				}
				w.wantDone(e, step)
			}
		})
	}
}

// The same for one purchase that is killed again and again, each time one step
// further.
func TestCrashAtEveryStepInTurn(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.newTale(true)
	e := w.errand()
	for _, step := range coinSteps {
		if step != "broadcast" { // sent once more, it is not the first time
			w.dieAfter(e, step)
		}
		if step == "saved released" {
			e.Dir = filepath.Join(t.TempDir(), "tale")
		}
	}
	w.wantDone(e, "every step")
}

// fullSteps are those after which there is no room. After "broadcast" it is
// whatever the chain or the node shows first that cannot be kept, after "saved
// opened" the receipt.
var fullSteps = []string{"started", "saved prepared", "saved sent", "broadcast", "saved released", "written", "saved opened"}

// On a disk that is full from any step on, a purchase says so. What was paid for
// is not lost: once there is room, the same errand ends with exactly one payment
// and with the product on disk.
func TestDiskIsFull(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	for _, step := range fullSteps {
		w.newTale(true)
		e := w.errand()
		w.fullAfter(e, step)
		if step == "started" || step == "saved prepared" {
			w.wantPayments(0)
		}
		if _, err := os.Stat(e.Dir); (err == nil) != (step == "written" || step == "saved opened") {
			t.Errorf("full after %q: product is there: %v", step, err)
		} else if err != nil {
			w.dieAfter(e, "")
		}
		w.wantDone(e, step)
	}
}

// Several processes of one terminal that buy the same at the same time pay once:
// those that come second are refused, or open what was paid for.
func TestProcessesAtTheSameTime(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.newTale(true)
	defer w.mine()()
	type end struct {
		err        error
		complaints string
	}
	ends := make(chan end)
	first := w.errand()
	for n := range 4 {
		e := first
		e.Dir = filepath.Join(filepath.Dir(first.Dir), fmt.Sprint("tale", n))
		go func() {
			err, complaints := e.process(t)
			ends <- end{err, complaints}
		}()
	}
	done := 0
	for range 4 {
		switch e := <-ends; {
		case e.err == nil:
			done++
		case !strings.Contains(e.complaints, "another process is buying or opening this tier now"):
			t.Errorf("%v: %s", e.err, e.complaints)
		}
	}
	if done == 0 {
		t.Error("nobody bought it")
	}
	w.wantPayments(1)
}

func (w *world) fullAfter(e errand, step string) {
	w.Helper()
	e.Full = step
	w.dieAt(e, step)
}

func (w *world) errand() errand {
	return errand{RPC: w.bed.HTTP(), Node: w.node.URL, Wrap: w.path, Home: w.TempDir(), Dir: filepath.Join(w.TempDir(), "tale"), Tier: 1, Account: 1}
}

// dieAfter makes an errand die after a step, or end well if none is named. The chain stands still where it must
// not be deep enough yet, and the node is too late where the chain must be looked
// at first.
func (w *world) dieAfter(e errand, step string) {
	w.Helper()
	e.Die = step
	w.dieAt(e, step)
}

func (w *world) dieAt(e errand, step string) {
	w.Helper()
	if step != "saved seen" {
		defer w.mine()()
	}
	if step == "saved seen" || step == "saved confirmed" {
		w.node.late.Store(1 << 40)
		defer w.node.late.Store(0)
	}
	e.send(w.T)
}

// mine makes blocks until the function that it returns is called.
func (w *world) mine() (stop func()) {
	quit, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		for {
			select {
			case <-quit:
				return
			case <-time.After(20 * time.Millisecond):
				w.bed.Commit() // beside one that a transaction made, it may find nothing to do
			}
		}
	}()
	return func() { close(quit); <-done }
}

func (w *world) wantDone(e errand, step string) {
	w.Helper()
	w.wantPayments(1)
	w.wantFiles(e.Dir, tale)
	if left, err := filepath.Glob(filepath.Join(filepath.Dir(e.Dir), ".shrinkwrap-*")); len(left) != 0 || err != nil {
		w.Errorf("killed after %q, %v is left: %v", step, left, err)
	}
}

// mint deploys a token and gives the payer some, with no allowance.
func (w *world) mint(amount int64) common.Address {
	w.Helper()
	ctx := context.Background()
	address, err := w.bed.Token(ctx, big.NewInt(amount))
	if err != nil {
		w.Fatal(err)
	}
	call := append(crypto.Keccak256([]byte("mint(address,uint256)"))[:4], common.LeftPadBytes(w.payer.Address().Bytes(), 32)...)
	call = append(call, common.LeftPadBytes(big.NewInt(amount*1000).Bytes(), 32)...)
	if _, err := w.bed.Send(ctx, devchain.Key(0), &address, nil, call); err != nil {
		w.Fatal(err)
	}
	return address
}

// newTale seals another wrap, whose text takes three confirmations.
func (w *world) newTale(deploy bool) {
	w.Helper()
	w.path, w.header = w.seller.wrap(w.T, []string{"sample.txt", "tale.txt"}, tale,
		tier{"sample", 0, 0, []string{"sample.txt"}}, tier{"text", 2_000_000, 3, []string{"sample.txt", "tale.txt"}})
	if deploy {
		w.deploy()
	}
}
