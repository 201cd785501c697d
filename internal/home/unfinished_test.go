package home_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/home"
)

// What a killed process left is removed, be it a file or a folder, and nothing is
// left of one that ends.
func TestBeginTakesOver(t *testing.T) {
	for name, leave := range map[string]func(path string) error{
		"nothing":  func(string) error { return nil },
		"a file":   func(path string) error { return os.WriteFile(path, []byte("half"), 0o400) },
		"a folder": func(path string) error { return os.MkdirAll(filepath.Join(path, "sections"), 0o700) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			if err := errors.Join(leave(filepath.Join(dir, ".x.tmp")), os.WriteFile(filepath.Join(dir, ".x.lock"), nil, 0o600)); err != nil {
				t.Fatal(err)
			}
			u, err := home.Begin(filepath.Join(dir, "x"))
			if err != nil {
				t.Fatal(err)
			}
			if err := os.Mkdir(u.Path, 0o700); err != nil { // nothing is there
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(u.Path, "half"), nil, 0o400); err != nil {
				t.Fatal(err)
			}
			if err := u.End(); err != nil {
				t.Fatal(err)
			}
			if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
				t.Errorf("left: %v, %v", left, err)
			}
		})
	}
}

func TestBeginRefuses(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x")
	u, err := home.Begin(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(u.Path, []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := home.Begin(path); !errors.Is(err, home.ErrBusy) {
		t.Errorf("a second one: %v", err)
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := home.Await(ended, path); !errors.Is(err, context.Canceled) {
		t.Errorf("waiting for it: %v", err)
	}
	if b, err := os.ReadFile(u.Path); string(b) != "half" || err != nil {
		t.Errorf("the first one's has %q, %v", b, err)
	}
	if err := u.End(); err != nil {
		t.Fatal(err)
	}
	if u, err = home.Await(ended, path); err != nil {
		t.Fatalf("when it is free: %v", err)
	}
	if err := u.End(); err != nil {
		t.Fatal(err)
	}
	if _, err := home.Begin(filepath.Join(path, "y")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("in no folder: %v", err)
	}
}

// However many come and go, one at a time makes an output.
func TestBeginExcludes(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x")
	var inside, made atomic.Int32
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 200 {
				u, err := home.Begin(path)
				if errors.Is(err, home.ErrBusy) {
					continue
				}
				if err != nil {
					t.Error(err)
					return
				}
				if n := inside.Add(1); n != 1 {
					t.Errorf("%d at once", n)
				}
				err = os.Mkdir(u.Path, 0o700) // fails where somebody else is
				made.Add(1)
				inside.Add(-1)
				if err := errors.Join(err, u.End()); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	all.Wait()
	if made.Load() == 0 {
		t.Error("nobody made it")
	}
}
