package terminal_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

func openWrap(t *testing.T, path string) *terminal.Wrap {
	t.Helper()
	w, err := terminal.OpenWrap(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	})
	return w
}

func TestLibraryKeepsAWrapByItsID(t *testing.T) {
	s := newSeller(t, someEscrow)
	path, h := s.tale(t)
	l := terminal.Library{Home: newHome(t)}
	if ids, err := l.IDs(); err != nil || len(ids) != 0 {
		t.Fatalf("a library that is not there lists %v, %v", ids, err)
	}
	kept, err := l.Put(context.Background(), openWrap(t, path))
	if err != nil {
		t.Fatal(err)
	}
	if again, err := l.Put(context.Background(), openWrap(t, kept)); again != kept || err != nil {
		t.Errorf("keeping what is kept gives %s, %v", again, err)
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(kept); string(got) != string(want) || err != nil {
		t.Errorf("the kept wrap differs: %v", err)
	}
	ids, err := l.IDs()
	if err != nil || len(ids) != 1 || ids[0] != h.ID() {
		t.Errorf("library lists %v, %v", ids, err)
	}
	id := h.ID().Hex()
	for _, name := range []string{kept, id, id[2:], id[:6], strings.ToUpper(id[2:6])} {
		if found, err := l.Find(name); found != kept || err != nil {
			t.Errorf("%q finds %q, %v", name, found, err)
		}
	}
	for _, name := range []string{"", "0x", id[:5], "nothing.wrap", "0000", id + "0"} {
		var e *terminal.Error
		if found, err := l.Find(name); !errors.As(err, &e) || e.Kind != terminal.Input {
			t.Errorf("%q finds %q, %v", name, found, err)
		}
	}
	left, err := os.ReadDir(filepath.Dir(kept))
	if err != nil || len(left) != 1 {
		t.Errorf("library holds %v, %v", left, err)
	}
}

// A torn copy must not take the place of a whole one.
func TestLibraryRefusesADamagedWrap(t *testing.T) {
	s := newSeller(t, someEscrow)
	path, h := s.tale(t)
	l := terminal.Library{Home: newHome(t)}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	at := strings.LastIndex(string(b), "age-encryption.org") + 200
	b[at] ^= 1
	torn := filepath.Join(t.TempDir(), "torn.wrap")
	if err := os.WriteFile(torn, b, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = l.Put(context.Background(), openWrap(t, torn))
	var damaged *wrap.DamagedError
	var e *terminal.Error
	if !errors.As(err, &damaged) || !errors.As(err, &e) || e.Kind != terminal.Input {
		t.Errorf("a damaged wrap is refused by %v", err)
	}
	if _, err := os.Stat(l.Path(h.ID())); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a damaged wrap was kept: %v", err)
	}
}

func TestOpenWrapRefusesOtherFiles(t *testing.T) {
	s := newSeller(t, someEscrow)
	path, _ := s.tale(t)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{"empty": nil, "text": []byte("not a wrap"), "cut": whole[:len(whole)-1], "longer": append(whole, 0)} {
		other := filepath.Join(t.TempDir(), "other.wrap")
		if err := os.WriteFile(other, content, 0o600); err != nil {
			t.Fatal(err)
		}
		var e *terminal.Error
		if _, err := terminal.OpenWrap(other); !errors.As(err, &e) || e.Kind != terminal.Input {
			t.Errorf("%s: %v", name, err)
		}
	}
	var e *terminal.Error
	if _, err := terminal.OpenWrap(t.TempDir()); !errors.As(err, &e) || e.Kind != terminal.Input {
		t.Errorf("a folder: %v", err)
	}
}
