package main_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/rpc"
)

const (
	anvilCommand = "../../node_modules/.bin/anvil"
	anvilKey     = "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80" // its first account: known to everybody
	anvilChainID = "31337"
)

// The built commands sell and buy on a chain that is not our own: Anvil. A
// publisher and three operators and a buyer each do what their manual says, and
// stock tools open what was bought.
func TestAnvil(t *testing.T) {
	if testing.Short() {
		t.Fatal("this test is part of the suite: run it without -short")
	}
	if _, err := os.Stat(anvilCommand); err != nil {
		t.Fatalf("Anvil is missing: %v (make test installs it)", err)
	}
	s := newStage(t)
	s.startAnvil()
	s.foundCommittee()
	s.sell()
	s.buyAndOpen()
	s.openWithStockTools()
}

// stage is a folder in which the commands run.
type stage struct {
	*testing.T
	dir, bin, rpc string
	nodes         []string
}

func newStage(t *testing.T) *stage {
	s := &stage{T: t, dir: t.TempDir(), bin: t.TempDir()}
	build := exec.Command("go", "build", "-o", s.bin, "./cmd/...")
	build.Dir = "../.."
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	s.write("key", anvilKey)
	s.write("page.txt", "The front page.\n")
	s.write("issue.txt", strings.Repeat("The whole issue, which only readers have who paid for it.\n", 40))
	return s
}

func (s *stage) write(name, text string) {
	s.Helper()
	if err := os.WriteFile(filepath.Join(s.dir, name), []byte(text), 0o600); err != nil {
		s.Fatal(err)
	}
}

// run runs a command of ours, which must succeed, and returns what it printed.
func (s *stage) run(arguments ...string) string {
	s.Helper()
	out, status := s.try(arguments...)
	if status != 0 {
		s.Fatalf("exit status %d", status)
	}
	return out
}

func (s *stage) try(arguments ...string) (out string, status int) {
	s.Helper()
	s.Log("$", strings.Join(arguments, " "))
	c := s.command(arguments...)
	var stdout bytes.Buffer
	c.Stdout, c.Stderr = &stdout, testWriter{s.T}
	err := c.Run()
	exit := new(exec.ExitError)
	if err != nil && !errors.As(err, &exit) {
		s.Fatal(err)
	}
	s.Log(stdout.String())
	return stdout.String(), c.ProcessState.ExitCode()
}

func (s *stage) command(arguments ...string) *exec.Cmd {
	c := exec.Command(filepath.Join(s.bin, arguments[0]), arguments[1:]...)
	c.Dir = s.dir
	c.Env = append(os.Environ(), "SHRINKWRAP_HOME="+filepath.Join(s.dir, "home"))
	return c
}

type testWriter struct{ *testing.T }

func (w testWriter) Write(p []byte) (int, error) {
	w.Log(string(bytes.TrimSpace(p)))
	return len(p), nil
}

// start starts a process that ends with the test.
func (s *stage) start(c *exec.Cmd) {
	s.Helper()
	c.Stdout, c.Stderr = io.Discard, io.Discard
	if err := c.Start(); err != nil {
		s.Fatal(err)
	}
	s.Cleanup(func() {
		c.Process.Kill()
		c.Wait()
	})
}

func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, port, err := net.SplitHostPort(l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	return port
}

// await tries until what is awaited is there.
func (s *stage) await(what string, try func() error) {
	s.Helper()
	deadline := time.Now().Add(time.Minute)
	for {
		err := try()
		if err == nil {
			return
		}
		if time.Now().After(deadline) {
			s.Fatalf("%s: %v", what, err)
		}
		time.Sleep(50 * time.Millisecond)
	}
}

func (s *stage) startAnvil() {
	port := freePort(s.T)
	s.rpc = "http://127.0.0.1:" + port
	s.start(exec.Command(anvilCommand, "--port", port, "--hardfork", "osaka", "--block-time", "1", "--silent"))
	s.await("anvil", func() error { return s.call("eth_chainId") })
}

func (s *stage) call(method string, arguments ...any) error {
	c, err := rpc.Dial(s.rpc)
	if err != nil {
		return err
	}
	defer c.Close()
	var answer any
	return c.CallContext(context.Background(), &answer, method, arguments...)
}

// foundCommittee deploys the escrow, twice, and a committee of three, whose
// nodes then run.
func (s *stage) foundCommittee() {
	s.run("shrinkwrap", "init", "--rpc", s.rpc)
	first := s.run("shrinkwrap", "chain", "deploy", "--rpc", s.rpc, "--key", "key", "--json")
	if second := s.run("shrinkwrap", "chain", "deploy", "--rpc", s.rpc, "--key", "key", "--json"); escrowOf(s.T, first) != escrowOf(s.T, second) {
		s.Errorf("the second deployment is another: %s", second)
	}
	var urls []string
	for range 3 {
		urls = append(urls, "http://127.0.0.1:"+freePort(s.T))
	}
	out := s.run("shrinkwrapd", "--home", "trial", "init", "--insecure-dealer", "--nodes", "3", "--threshold", "2",
		"--urls", strings.Join(urls, ","), "--chain-id", anvilChainID, "--rpc", s.rpc)
	for line := range strings.Lines(out) {
		operator := line[strings.Index(line, "0x"):]
		if err := s.call("anvil_setBalance", strings.TrimSpace(operator), "0xde0b6b3a7640000"); err != nil {
			s.Fatal(err)
		}
	}
	s.run("shrinkwrapd", "--home", "trial/node1", "committee", "create")
	for n := 1; n <= 3; n++ {
		s.run("shrinkwrapd", "--home", fmt.Sprintf("trial/node%d", n), "committee", "confirm")
	}
	s.write("committee.json", s.run("shrinkwrapd", "--home", "trial/node1", "committee", "show"))
	for n, url := range urls {
		s.start(s.command("shrinkwrapd", "--home", fmt.Sprintf("trial/node%d", n+1), "run"))
		s.await(url, func() error { return get(url + "/readyz") })
	}
	s.nodes = urls
}

func escrowOf(t *testing.T, out string) string {
	t.Helper()
	_, rest, ok := strings.Cut(out, `"escrow": "`)
	if !ok || len(rest) < 42 {
		t.Fatalf("no escrow in %s", out)
	}
	return rest[:42]
}

func get(url string) error {
	r, err := http.Get(url)
	if err != nil {
		return err
	}
	defer r.Body.Close()
	if r.StatusCode != http.StatusOK {
		return fmt.Errorf("status %d", r.StatusCode)
	}
	return nil
}

func (s *stage) sell() {
	s.run("shrinkwrap", "seal", "-o", "paper.seal", "--title", "The Paper", "--tier", "page:0", "--tier", "issue:0.01", "page.txt=page", "issue.txt=issue")
	s.run("shrinkwrap", "publish", "paper.seal", "--committee", "committee.json", "-o", "sold.wrap", "--key", "key", "--confirmations", "issue=2")
	s.run("shrinkwrap", "code", "sold.wrap", "-o", "code.png")
}

func (s *stage) buyAndOpen() {
	s.run("shrinkwrap", "scan", "code.png", "-o", "paper.wrap")
	s.same("sold.wrap", "paper.wrap")
	if _, status := s.try("shrinkwrap", "open", "paper.wrap", "-o", "early"); status == 0 {
		s.Error("what was not bought is open")
	}
	buy := []string{"shrinkwrap", "buy", "paper.wrap", "--tier", "issue", "--key", "key"}
	for _, url := range s.nodes {
		buy = append(buy, "--node", url)
	}
	s.run(buy...)
	s.run(buy...) // pays nothing more
	s.run("shrinkwrap", "open", "paper.wrap", "-o", "opened")
	s.same("opened/page.txt", "page.txt")
	s.same("opened/issue.txt", "issue.txt")
	if orders := s.run("shrinkwrap", "orders", "--json"); strings.Count(orders, `"transaction"`) != 1 {
		s.Errorf("want one order, have %s", orders)
	}
}

func (s *stage) same(a, b string) {
	s.Helper()
	x, errA := os.ReadFile(filepath.Join(s.dir, a))
	y, errB := os.ReadFile(filepath.Join(s.dir, b))
	if err := errors.Join(errA, errB); err != nil {
		s.Fatal(err)
	}
	if !bytes.Equal(x, y) {
		s.Errorf("%s and %s differ", a, b)
	}
}

// openWithStockTools opens a section by unzip, age and zstd, given the printed
// identity.
func (s *stage) openWithStockTools() {
	s.write("identity", s.run("shrinkwrap", "open", "paper.wrap", "--print-identity"))
	z, err := zip.OpenReader(filepath.Join(s.dir, "paper.wrap"))
	if err != nil {
		s.Fatal(err)
	}
	defer z.Close()
	section, err := z.Open("sections/1.age")
	if err != nil {
		s.Fatal(err)
	}
	defer section.Close()
	sealed, err := io.ReadAll(section)
	if err != nil {
		s.Fatal(err)
	}
	s.write("1.age", string(sealed))
	pipe := exec.Command("sh", "-c", "age -d -i identity 1.age | zstd -d > stock.txt")
	pipe.Dir = s.dir
	if out, err := pipe.CombinedOutput(); err != nil {
		s.Fatalf("%v: %s (make test installs age and zstd)", err, out)
	}
	s.same("stock.txt", "issue.txt")
}
