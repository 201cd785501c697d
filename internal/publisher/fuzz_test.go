package publisher_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/publisher"
)

// A seal file that opens has an index that is written in one way, and keys that
// read the same when they are written again; the keys open its sections.
func FuzzOpenSealFile(f *testing.F) {
	dir := f.TempDir()
	tale := filepath.Join(dir, "tale.txt")
	if err := os.WriteFile(tale, []byte("once upon a time"), 0o600); err != nil {
		f.Fatal(err)
	}
	sealed, err := publisher.Seal(context.Background(), filepath.Join(dir, "tale.seal"), publisher.Draft{
		Title: "The Tale", Tiers: []publisher.Tier{{Name: "sample", Price: "0"}, {Name: "text"}}, Parts: []publisher.Part{{Path: tale, Tiers: 3}},
	}, nil)
	if err != nil {
		f.Fatal(err)
	}
	index, keys := readFile(f, sealed.Path, "index"), readFile(f, sealed.Path, "keys")
	f.Add(index, keys)
	f.Add(index[:len(index)-1], keys)
	f.Add(append(bytes.Clone(index), 0), keys)
	f.Add(index, keys[:len(keys)-2])
	f.Add(index, bytes.ReplaceAll(keys, []byte("\n"), []byte("\r\n\n# x\n")))
	f.Add(index, bytes.ToLower(keys))
	f.Add(index, []byte(strings.Repeat("#\n", 1000)))
	f.Fuzz(func(t *testing.T, index, keys []byte) {
		rewrite(t, sealed.Path, "index", index)
		rewrite(t, sealed.Path, "keys", keys)
		opened, err := publisher.OpenSealFile(sealed.Path)
		if err != nil {
			if secret := "AGE-SECRET-KEY-1"; strings.Contains(strings.ToUpper(err.Error()), secret) {
				t.Errorf("error tells a key: %v", err)
			}
			return
		}
		if again, err := opened.Index(); err != nil || !bytes.Equal(again, index) {
			t.Errorf("%x comes back as %x, %v", index, again, err)
		}
		rewrite(t, sealed.Path, "keys", opened.Keys())
		if again, err := publisher.OpenSealFile(sealed.Path); err != nil || !bytes.Equal(again.Keys(), opened.Keys()) {
			t.Errorf("%q comes back otherwise: %v", keys, err)
		}
	})
}

func readFile(f *testing.F, dir, name string) []byte {
	f.Helper()
	b, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		f.Fatal(err)
	}
	return b
}

func rewrite(t *testing.T, dir, name string, b []byte) {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b, 0o400); err != nil {
		t.Fatal(err)
	}
}

// A tier is written as it was read.
func FuzzParseTier(f *testing.F) {
	for _, seed := range []string{"text:0.002", "text", ":", "a:b:1", "text:", "text:-1", "text:1e9", "text:00.10"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		tier, err := publisher.ParseTier(s)
		if err != nil {
			return
		}
		if tier.Price == "" && tier.Name != s || tier.Price != "" && tier.Name+":"+tier.Price != s {
			t.Errorf("%q is %+v", s, tier)
		}
	})
}
