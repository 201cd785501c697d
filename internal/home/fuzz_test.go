package home_test

import (
	"os"
	"reflect"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/home"
)

// A configuration that is read says the same when it is written again, and each
// of its chains is found by its id.
func FuzzConfig(f *testing.F) {
	f.Add("", uint64(1))
	f.Add("[chains.1]\nrpc = [\"https://rpc.example\"]\nnodes = [\"https://node.example\"]\n", uint64(1))
	f.Add("[chains.10]\nrpc = []\nescrow = \"0x5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c\"\n", uint64(1))
	for _, bad := range []string{"[chains.01]\nrpc = []", "[chains.0]", "[chains.\"+1\"]", "[chains.9007199254740992]", "chains = 1", "[chain.1]", "[chains.1]\nrpc = \"x\"", "[chains.1]\nescrow = \"0x\"", "\x00"} {
		f.Add(bad, uint64(2))
	}
	h := home.Home{Dir: f.TempDir()}
	f.Fuzz(func(t *testing.T, text string, id uint64) {
		if err := os.WriteFile(h.Path("config.toml"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		c, err := h.Config()
		if err != nil {
			if after, err := os.ReadFile(h.Path("config.toml")); err != nil || string(after) != text {
				t.Fatalf("what was refused was changed: %q, %v", after, err)
			}
			return
		}
		id %= 1 << 53
		if id == 0 {
			return
		}
		before, _ := c.Chain(id)
		if err := h.SetChain(id, before); err != nil {
			t.Fatalf("%q is not written again: %v", text, err)
		}
		again, err := h.Config()
		if err != nil {
			t.Fatalf("%q is written as what is refused: %v", text, err)
		}
		if err := h.SetChain(id, before); err != nil {
			t.Fatal(err)
		}
		if third, err := h.Config(); err != nil || !reflect.DeepEqual(third, again) || len(again.Chains) < len(c.Chains) {
			t.Errorf("%q comes back as %+v, then as %+v, %v", text, again, third, err)
		}
	})
}

// A seed has 32 bytes. Any other file is refused and stays as it is: it may be
// what is left of one that money hangs on.
func FuzzSeed(f *testing.F) {
	f.Add(make([]byte, 32))
	f.Add(make([]byte, 31))
	f.Add([]byte{})
	h := home.Home{Dir: f.TempDir()}
	f.Fuzz(func(t *testing.T, b []byte) {
		if err := os.WriteFile(h.Path("seed"), b, 0o600); err != nil {
			t.Fatal(err)
		}
		seed, err := h.Seed()
		if (err == nil) != (len(b) == 32) || err == nil && string(seed) != string(b) {
			t.Errorf("%x: %x, %v", b, seed, err)
		}
		if after, err := os.ReadFile(h.Path("seed")); err != nil || string(after) != string(b) {
			t.Errorf("%x was changed to %x, %v", b, after, err)
		}
	})
}
