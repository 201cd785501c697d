package main_test

import (
	"archive/zip"
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/shrinkwrap/shrinkwrap/internal/command/commandtest"
)

// stage is a folder in which the commands run.
type stage struct {
	*testing.T
	endpoint
	dir, bin, home string
	nodes          []string
	daemons        []*exec.Cmd
}

// build builds the commands into a folder.
func build(t *testing.T) (bin string) {
	t.Helper()
	bin = t.TempDir()
	build := exec.Command("go", "build", "-o", bin, "./cmd/...")
	build.Dir = "../.."
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return bin
}

// newStage sets a stage before a chain that was started.
func newStage(t *testing.T, bin string, chain endpoint) *stage {
	t.Helper()
	s := &stage{T: t, endpoint: chain, dir: t.TempDir(), bin: bin, home: "home"}
	s.write("key", hex.EncodeToString(crypto.FromECDSA(chain.key)))
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
	c.Env = append(os.Environ(), "SHRINKWRAP_HOME="+filepath.Join(s.dir, s.home))
	return c
}

type testWriter struct{ *testing.T }

func (w testWriter) Write(p []byte) (int, error) {
	w.Log(string(bytes.TrimSpace(p)))
	return len(p), nil
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
		urls = append(urls, "http://127.0.0.1:"+commandtest.FreePort(s.T))
	}
	out := s.run("shrinkwrapd", "--home", "trial", "init", "--insecure-dealer", "--nodes", "3", "--threshold", "2",
		"--urls", strings.Join(urls, ","), "--chain-id", strconv.FormatUint(s.chainID, 10), "--rpc", s.rpc)
	for line := range strings.Lines(out) {
		operator := line[strings.Index(line, "0x"):]
		s.fund(common.HexToAddress(strings.TrimSpace(operator)))
	}
	s.run("shrinkwrapd", "--home", "trial/node1", "committee", "create")
	for n := 1; n <= 3; n++ {
		s.run("shrinkwrapd", "--home", fmt.Sprintf("trial/node%d", n), "committee", "confirm")
	}
	s.write("committee.json", s.run("shrinkwrapd", "--home", "trial/node1", "committee", "show"))
	s.subscribe("trial/node2/config.toml")
	s.nodes = urls
	s.startNodes()
}

// startNodes starts the committee's nodes, which are ready then.
func (s *stage) startNodes() {
	s.Helper()
	for n, url := range s.nodes {
		daemon := s.command("shrinkwrapd", "--home", fmt.Sprintf("trial/node%d", n+1), "run")
		startProcess(s.T, daemon)
		s.daemons = append(s.daemons, daemon)
		await(s.T, url, func() error { return get(url + "/readyz") })
	}
}

// stopNodes kills them, as a computer's end would.
func (s *stage) stopNodes() {
	s.Helper()
	for _, daemon := range s.daemons {
		daemon.Process.Kill()
		daemon.Wait()
	}
	s.daemons = nil
}

// subscribe has a node told of new blocks, over WebSocket; the others ask for
// them.
func (s *stage) subscribe(config string) {
	s.Helper()
	b, err := os.ReadFile(filepath.Join(s.dir, config))
	if err != nil {
		s.Fatal(err)
	}
	changed := strings.ReplaceAll(string(b), s.rpc, strings.Replace(s.rpc, "http:", "ws:", 1))
	if changed == string(b) {
		s.Fatalf("%s names no endpoint %s", config, s.rpc)
	}
	s.write(config, changed)
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

func (s *stage) buy(wrap string) []string {
	command := []string{"shrinkwrap", "buy", wrap, "--tier", "issue", "--key", "key", "--json"}
	for _, url := range s.nodes {
		command = append(command, "--node", url)
	}
	return command
}

func (s *stage) buyAndOpen() {
	s.run("shrinkwrap", "scan", "code.png", "-o", "paper.wrap")
	s.same("sold.wrap", "paper.wrap")
	if _, status := s.try("shrinkwrap", "open", "paper.wrap", "-o", "early"); status == 0 {
		s.Error("what was not bought is open")
	}
	buy := s.buy("paper.wrap")
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

// waitForFinality sells what is released when the payment's block is final, and
// not before.
func (s *stage) waitForFinality() {
	s.run("shrinkwrap", "publish", "paper.seal", "--committee", "committee.json", "-o", "final.wrap", "--key", "key", "--confirmations", "issue=finalised")
	out := s.run(s.buy("final.wrap")...)
	client := s.dial(s.T)
	final, err := client.Finalized(s.Context())
	if err != nil {
		s.Fatal(err)
	}
	var bought struct{ State, Transaction string }
	if err := json.Unmarshal([]byte(out), &bought); err != nil {
		s.Fatal(err)
	}
	paid, err := client.TransactionReceipt(s.Context(), common.HexToHash(bought.Transaction))
	if err != nil {
		s.Fatal(err)
	}
	if bought.State != "released" || paid.BlockNumber.Cmp(final.Number) > 0 {
		s.Errorf("purchase is %s, its block is %v, final is %v", bought.State, paid.BlockNumber, final.Number)
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
