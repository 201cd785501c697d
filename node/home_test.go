package node_test

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"math/big"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/quick"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
	"github.com/shrinkwrap/shrinkwrap/node"
	"github.com/shrinkwrap/shrinkwrap/node/store"
	"github.com/shrinkwrap/shrinkwrap/node/watch"
)

// The written default parses to itself, and every key is in the manual with its
// section.
func TestConfigRoundTrip(t *testing.T) {
	full := node.DefaultConfig()
	full.Listen, full.MaxWaiting, full.MaxEvents, full.Log = "[::1]:1", 3, 4, node.LogConfig{Level: "debug", File: `a "quoted" \ name.log`}
	full.Chains = append(full.Chains, node.ChainConfig{
		ID: 10, Endpoints: []string{"ws://one.example/key", "https://two.example"}, Quorum: 2, Committee: "committee-10.json",
		Escrow: nodeapi.Address(escrow), EscrowCodeHash: "0x" + strings.Repeat("ab", 32), StartBlock: 7, Confirmations: 255, Range: 9,
		Poll: node.Duration(250 * time.Millisecond), MaxLag: 11,
		Declined: []node.Declined{{Product: nodeapi.Address(article), Reason: "ünlawful"}, {Product: nodeapi.Address(escrow), Reason: "b"}},
		Answer:   node.AnswerConfig{Keystore: "other/key.json", Password: "other/word", MaxFee: 30, MinBalance: "0.05", MaxBatch: 7},
	})
	for _, c := range []node.Config{node.DefaultConfig(), full} {
		text, err := c.Manual()
		must(t, err)
		got, err := node.ParseConfig(text)
		must(t, err)
		if !reflect.DeepEqual(got, c) {
			t.Errorf("%+v came back as %+v", c, got)
		}
		must(t, got.Check())
	}
	text, err := full.Manual()
	must(t, err)
	checkManual(t, text, reflect.TypeFor[node.Config]())
	if _, err := (node.Config{Listen: "a\nb"}).Manual(); err == nil {
		t.Error("a line feed got into a configuration")
	}
}

// checkManual makes sure that each key of a configuration's type stands in the
// text, under a comment.
func checkManual(t *testing.T, text string, of reflect.Type) {
	t.Helper()
	for i := range of.NumField() {
		f := of.Field(i)
		key := f.Tag.Get("toml")
		inner := f.Type
		if inner.Kind() == reflect.Slice {
			inner = inner.Elem()
		}
		if inner.Kind() == reflect.Struct {
			checkManual(t, text, inner)
			continue
		}
		lines := strings.Split(text, "\n")
		at := -1
		for n, line := range lines {
			if strings.HasPrefix(line, key+" = ") {
				at = n
				break
			}
		}
		if at < 1 {
			t.Errorf("key %q is not in the manual", key)
			continue
		}
		above := at - 1
		for strings.Contains(lines[above], " = ") && !strings.HasPrefix(lines[above], "#") || strings.HasPrefix(lines[above], "[[") {
			above-- // keys that share a comment
		}
		if !strings.HasPrefix(lines[above], "# ") {
			t.Errorf("key %q has no comment above it", key)
		}
	}
}

// What is misspelt or impossible is refused.
func TestConfigRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"unknown key":          "listn = \"a:1\"",
		"unknown key in chain": "[[chain]]\nid = 1\nendpoint = []",
		"not TOML":             "listen",
		"wrong type":           "max_waiting = \"many\"",
		"confirmations":        "[[chain]]\nid = 1\nconfirmations = 256",
		"poll":                 "[[chain]]\nid = 1\npoll = 4",
	} {
		if _, err := node.ParseConfig(text); err == nil {
			t.Errorf("%s: %q was taken", name, text)
		}
	}
	for name, change := range map[string]func(c *node.Config){
		"no port":       func(c *node.Config) { c.Listen = "127.0.0.1" },
		"no waiting":    func(c *node.Config) { c.MaxWaiting = 0 },
		"no chain":      func(c *node.Config) { c.Chains = nil },
		"chain twice":   func(c *node.Config) { c.Chains = append(c.Chains, c.Chains[0]) },
		"chain 0":       func(c *node.Config) { c.Chains[0].ID = 0 },
		"chain 2^53":    func(c *node.Config) { c.Chains[0].ID = 1 << 53 },
		"quorum":        func(c *node.Config) { c.Chains[0].Endpoints, c.Chains[0].Quorum = []string{"http://a"}, 2 },
		"scheme":        func(c *node.Config) { c.Chains[0].Endpoints = []string{"ftp://a"} },
		"no host":       func(c *node.Config) { c.Chains[0].Endpoints = []string{"http:///x"} },
		"escrow":        func(c *node.Config) { c.Chains[0].Escrow = "0x12" },
		"code hash":     func(c *node.Config) { c.Chains[0].EscrowCodeHash = "0x12" },
		"declined":      func(c *node.Config) { c.Chains[0].Declined = []node.Declined{{Product: "0x12", Reason: "r"}} },
		"decline, why?": func(c *node.Config) { c.Chains[0].Declined = []node.Declined{{Product: nodeapi.Address(escrow)}} },
	} {
		c := node.DefaultConfig()
		change(&c)
		if err := c.Check(); err == nil {
			t.Errorf("%s was taken", name)
		}
	}
	secret := node.DefaultConfig()
	secret.Chains[0].Endpoints = []string{"ftp://rpc.example/s3cret"}
	if err := secret.Check(); err == nil || strings.Contains(err.Error(), "s3cret") {
		t.Errorf("error tells an endpoint's key: %v", err)
	}
}

// Whatever stands in a configuration's strings comes back as it was.
func TestConfigQuotes(t *testing.T) {
	if err := quick.Check(func(s string) bool {
		c := node.DefaultConfig()
		c.Log.File = s
		text, err := c.Manual()
		if err != nil {
			return strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 || r == 0xfffd })
		}
		got, err := node.ParseConfig(text)
		return err == nil && got.Log.File == s
	}, nil); err != nil {
		t.Error(err)
	}
}

// dealt makes one node's folder.
func dealt(t *testing.T) (node.Home, nodeapi.Committee) {
	t.Helper()
	homes, c, err := node.Deal(t.TempDir(), node.DealOptions{Threshold: 2, URLs: []string{"http://127.0.0.1:1", "http://127.0.0.1:2"}, Chain: node.DefaultChain(chainID)})
	must(t, err)
	return homes[1], c
}

// A folder holds its key in a file of mode 0400 that is never overwritten, and
// installing the same again does no harm.
func TestInstall(t *testing.T) {
	h, c := dealt(t)
	for name, want := range map[string]fs.FileMode{"key": 0o400, "password": 0o400, "config.toml": 0o600, "committee.json": 0o644, "node.db": 0o600} {
		info, err := os.Stat(h.Path(name))
		must(t, err)
		if info.Mode().Perm() != want {
			t.Errorf("%s has mode %v, want %v", name, info.Mode(), want)
		}
	}
	group, err := c.Group()
	must(t, err)
	share, err := h.KeyShare(group)
	must(t, err)
	if share.Index != 2 {
		t.Errorf("share is of node %d", share.Index)
	}
	transcript, err := h.Transcript()
	must(t, err)
	must(t, h.Install(share, c, transcript))

	other, shares, err := threshold.InsecureDeal(2, 2, rand.Reader)
	must(t, err)
	described := nodeapi.NewCommittee(chainID, escrow, 0, other, nodesOf(c), c.URLs())
	if err := h.Install(shares[1], described, transcript); !errors.Is(err, fs.ErrExist) {
		t.Errorf("another key was installed: %v", err)
	}
	if err := h.Install(shares[1], c, transcript); err == nil {
		t.Error("a share of another group was installed")
	}
	if got, err := h.KeyShare(group); err != nil || got.Secret.Bytes() != share.Secret.Bytes() {
		t.Errorf("key share changed: %v", err)
	}
	if err := h.Init(node.DefaultConfig()); !errors.Is(err, fs.ErrExist) {
		t.Errorf("configuration was overwritten: %v", err)
	}
	text, err := os.ReadFile(h.Path("config.toml"))
	must(t, err)
	b := share.Secret.Bytes()
	if strings.Contains(string(text), string(b[:])) {
		t.Error("the key is in the configuration")
	}
}

// A node's folder that is not whole, or whose parts are of different nodes, does
// not start a node.
func TestLoadRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(h node.Home)
		want  error
	}{
		"no configuration":   {func(h node.Home) { must(t, os.Remove(h.Path("config.toml"))) }, fs.ErrNotExist},
		"no committee":       {func(h node.Home) { must(t, os.Remove(h.Path("committee.json"))) }, fs.ErrNotExist},
		"no key":             {func(h node.Home) { must(t, os.Remove(h.Path("key"))) }, fs.ErrNotExist},
		"no store":           {func(h node.Home) { must(t, os.Remove(h.Path("node.db"))) }, store.ErrUnusable},
		"key for all":        {func(h node.Home) { must(t, os.Chmod(h.Path("key"), 0o404)) }, nil},
		"key for the group":  {func(h node.Home) { must(t, os.Chmod(h.Path("key"), 0o440)) }, nil},
		"short key":          {func(h node.Home) { rewrite(t, h.Path("key"), func(b []byte) []byte { return b[:31] }) }, nil},
		"long key":           {func(h node.Home) { rewrite(t, h.Path("key"), func(b []byte) []byte { return append(b, 0) }) }, nil},
		"other key":          {func(h node.Home) { rewrite(t, h.Path("key"), func(b []byte) []byte { b[31] ^= 1; return b }) }, nil},
		"other committee":    {func(h node.Home) { o, _ := dealt(t); copyFile(t, o, h, "committee.json") }, nil},
		"other node's store": {func(h node.Home) { o, _ := dealt(t); copyFile(t, o, h, "node.db") }, store.ErrUnusable},
		"other chain": {func(h node.Home) {
			rewrite(t, h.Path("config.toml"), func(b []byte) []byte { return []byte(strings.Replace(string(b), "id = 1337", "id = 1", 1)) })
		}, nil},
		"other escrow": {func(h node.Home) {
			rewrite(t, h.Path("config.toml"), func(b []byte) []byte {
				return []byte(strings.Replace(string(b), `escrow = ""`, `escrow = "`+nodeapi.Address(escrow)+`"`, 1))
			})
		}, store.ErrUnusable},
	} {
		t.Run(name, func(t *testing.T) {
			h, _ := dealt(t)
			c.spoil(h)
			_, d, err := node.Load(h, discard(), "test")
			if err == nil {
				d.Store.Close()
				t.Fatal("node was loaded")
			}
			if c.want != nil && !errors.Is(err, c.want) {
				t.Errorf("error is %v, want %v", err, c.want)
			}
		})
	}
}

func rewrite(t *testing.T, path string, change func([]byte) []byte) {
	t.Helper()
	b, err := os.ReadFile(path)
	must(t, err)
	must(t, os.Chmod(path, 0o600))
	must(t, os.WriteFile(path, change(b), 0o600))
}

func copyFile(t *testing.T, from, to node.Home, name string) {
	t.Helper()
	b, err := os.ReadFile(from.Path(name))
	must(t, err)
	must(t, os.WriteFile(to.Path(name), b, 0o600))
}

// Two nodes on one folder would both give shares and both move the cursor.
func TestTwoNodesOnOneFolder(t *testing.T) {
	h, _ := dealt(t)
	_, d, err := node.Load(h, discard(), "test")
	must(t, err)
	if _, _, err := node.Load(h, discard(), "test"); !errors.Is(err, store.ErrUnusable) || !strings.Contains(err.Error(), filepath.Base(h.Path("node.db"))) {
		t.Errorf("a second one: %v", err)
	}
	must(t, d.Store.Close())
	_, d, err = node.Load(h, discard(), "test")
	must(t, err)
	must(t, d.Store.Close())
}

// A chain that is not the configured one is refused at the start.
func TestStartRefuses(t *testing.T) {
	tr := newTrial(t, 1, 1, nil)
	tr.commit(3)
	tr.caughtUp()
	tr.stop(1)
	for name, change := range map[string]func(c *node.Config){
		"no escrow":    func(c *node.Config) { c.Chains[0].Escrow = nodeapi.Address(article) },
		"unknown code": func(c *node.Config) { c.Chains[0].EscrowCodeHash = "" },
		"no endpoints": func(c *node.Config) { c.Chains[0].Endpoints = nil },
	} {
		t.Run(name, func(t *testing.T) {
			c, d, err := node.Load(tr.homes[0], discard(), "test")
			must(t, err)
			change(&c)
			d.Listener = listen(t, "127.0.0.1:0")
			s, err := node.New(c, d)
			must(t, err)
			if err := s.Start(); !errors.Is(err, node.ErrRefused) {
				t.Errorf("error is %v", err)
			}
			must(t, d.Listener.Close())
		})
	}
	t.Run("store ahead", func(t *testing.T) {
		c, d, err := node.Load(tr.homes[0], discard(), "test")
		must(t, err)
		view, err := d.Store.View(t.Context(), chainID)
		must(t, err)
		must(t, d.Store.Apply(t.Context(), store.Batch{Chain: chainID, After: view.Cursor, Blocks: []store.Block{{Number: view.Cursor.Number + 1000}}}))
		d.Listener = listen(t, "127.0.0.1:0")
		s, err := node.New(c, d)
		must(t, err)
		if err := s.Start(); !errors.Is(err, node.ErrRefused) {
			t.Errorf("error is %v", err)
		}
		must(t, d.Listener.Close())
	})
}

// A chain that turns out to be another while the node runs ends it: it would
// release what was not paid for.
func TestOtherChainEndsNode(t *testing.T) {
	tr := newTrial(t, 1, 1, nil)
	tr.commit(2)
	tr.caughtUp()
	tr.stop(1)
	// Another genesis block, the same id and escrow.
	other, err := devchain.New(devchain.Options{Manual: true, Accounts: 1, Alloc: types.GenesisAlloc{escrow: {Code: emitter, Balance: new(big.Int)}}})
	must(t, err)
	t.Cleanup(func() { must(t, other.Close()) })
	for range 5 {
		_, err := other.Commit()
		must(t, err)
	}
	c, d, err := node.Load(tr.homes[0], discard(), "test")
	must(t, err)
	c.Chains[0].Endpoints = []string{other.WS()}
	d.Listener = listen(t, "127.0.0.1:0")
	s, err := node.New(c, d)
	must(t, err)
	must(t, s.Start())
	ended := make(chan error, 1)
	go func() { ended <- s.Wait() }()
	select {
	case err = <-ended:
	case <-time.After(time.Minute):
		err = errors.Join(errors.New("node goes on"), s.Stop())
	}
	if !errors.Is(err, watch.ErrFatal) {
		t.Errorf("node ended with %v", err)
	}
}

func nodesOf(c nodeapi.Committee) (all []common.Address) {
	for _, o := range c.Operators {
		a, err := nodeapi.ParseAddress(o.Address)
		if err != nil {
			panic(err)
		}
		all = append(all, a)
	}
	return all
}
