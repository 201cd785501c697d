package wrap_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"filippo.io/age"

	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// openers open a section to a path both ways.
var openers = map[string]func(s *wrap.Section, path string, progress func(uint64), key *age.X25519Identity) error{
	"file": func(s *wrap.Section, path string, progress func(uint64), key *age.X25519Identity) error {
		return s.OpenFile(context.Background(), path, progress, key)
	},
	"folder": func(s *wrap.Section, path string, progress func(uint64), key *age.X25519Identity) error {
		return s.OpenFolder(context.Background(), path, progress, key)
	},
}

// What is in the way is not touched, whatever it is.
func TestOutputInTheWay(t *testing.T) {
	key := newKey(t)
	s, _ := seal(t, sourceBytes(t, makeFolder(t, map[string]string{"x": "new"})), key)
	for name, make := range map[string]func(path string) error{
		"file":          func(path string) error { return os.WriteFile(path, []byte("old"), 0o600) },
		"folder":        func(path string) error { return os.Mkdir(path, 0o700) },
		"dangling link": func(path string) error { return os.Symlink("nowhere", path) },
		"link":          func(path string) error { return os.Symlink(".", path) },
	} {
		for how, open := range openers {
			path := filepath.Join(t.TempDir(), "product")
			if err := make(path); err != nil {
				t.Fatal(err)
			}
			before, err := os.Lstat(path)
			if err != nil {
				t.Fatal(err)
			}
			err = open(s, path, nil, key)
			if !errors.Is(err, fs.ErrExist) || !strings.Contains(err.Error(), path) || !strings.Contains(err.Error(), "move it away") {
				t.Errorf("%s over a %s: error %v", how, name, err)
			}
			checkOnly(t, path, before)
		}
	}
}

// It may also come while the section is opened.
func TestOutputComesInTheWay(t *testing.T) {
	key := newKey(t)
	s, _ := seal(t, sourceBytes(t, makeFolder(t, map[string]string{"x": "new"})), key)
	for how, open := range openers {
		path := filepath.Join(t.TempDir(), "product")
		come := func(uint64) {
			if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
				t.Error(err)
			}
		}
		if err := open(s, path, come, key); !errors.Is(err, fs.ErrExist) {
			t.Errorf("%s: error %v", how, err)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != "old" {
			t.Errorf("%s: there is %q now, %v", how, got, err)
		}
	}
}

func checkOnly(t *testing.T, path string, before fs.FileInfo) {
	t.Helper()
	after, err := os.Lstat(path)
	if err != nil || !os.SameFile(before, after) || after.Size() != before.Size() {
		t.Errorf("%s was changed: %v", path, err)
	}
	if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) != 1 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// Until the end there is a temporary name only, and what a crash leaves of it
// can be removed without touching anything else.
func TestRemovePartial(t *testing.T) {
	key := newKey(t)
	s, _ := seal(t, sourceBytes(t, makeFolder(t, map[string]string{"sub/x": string(mixed(5 << 20)), "sub/": ""})), key)
	for how, open := range openers {
		for _, name := range []string{"product", strings.Repeat("n", 255)} {
			dir := t.TempDir()
			path := filepath.Join(dir, name)
			var temp string
			look := func(uint64) {
				entries, err := os.ReadDir(dir)
				if err != nil || len(entries) != 1 || entries[0].Name() == name {
					t.Errorf("%s: in the middle there is %v, %v", how, entries, err)
					return
				}
				temp = entries[0].Name()
			}
			if err := open(s, path, look, key); err != nil {
				t.Fatal(err)
			}
			if temp == "" {
				t.Fatal("nobody looked")
			}
			crash(t, filepath.Join(dir, temp))
			checkRemoves(t, dir, name, temp)
		}
	}
	if err := wrap.RemovePartial(filepath.Join(t.TempDir(), "no", "product")); err != nil {
		t.Errorf("no folder: %v", err)
	}
}

// crash leaves a folder as an interrupted opening does.
func crash(t *testing.T, temp string) {
	t.Helper()
	if err := errors.Join(os.Mkdir(temp, 0o755), os.WriteFile(filepath.Join(temp, "half"), nil, 0o644)); err != nil {
		t.Fatal(err)
	}
}

func checkRemoves(t *testing.T, dir, name, temp string) {
	t.Helper()
	if err := wrap.RemovePartial(filepath.Join(dir, "another")); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(filepath.Join(dir, temp)); err != nil {
		t.Errorf("removed with another target's: %v", err)
	}
	if err := wrap.RemovePartial(filepath.Join(dir, name)); err != nil {
		t.Error(err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 1 || left[0].Name() != name {
		t.Errorf("left: %v, %v", left, err)
	}
}
