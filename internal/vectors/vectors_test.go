package vectors_test

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/vectors"
)

const dir = "../../testdata/vectors"

// read returns the files of a folder by their names without ".json".
func read(t testing.TB, dir string) map[string][]byte {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	if len(paths) == 0 {
		t.Fatalf("no vectors in %s", dir)
	}
	files := map[string][]byte{}
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		files[strings.TrimSuffix(filepath.Base(path), ".json")] = b
	}
	return files
}

func compare(t *testing.T, got, want map[string][]byte, hint string) {
	t.Helper()
	for name := range want {
		if _, ok := got[name]; !ok {
			t.Errorf("%s is missing: %s", name, hint)
		}
	}
	for name, b := range got {
		if w, ok := want[name]; !ok {
			t.Errorf("%s is no vector any more: %s", name, hint)
		} else if !bytes.Equal(b, w) {
			t.Errorf("%s is stale: %s", name, hint)
		}
	}
}

// all is made once: it takes a second or two.
var all = sync.OnceValue(vectors.All)

func TestFilesAreCurrent(t *testing.T) {
	want := map[string][]byte{}
	for name, v := range all() {
		want[name] = v.Encode()
	}
	compare(t, read(t, dir), want, "run go generate ./internal/vectors")
}

// Two runs write the same. What is no vector any more goes, anything else in
// the folder stays.
func TestWriteIsDeterministic(t *testing.T) {
	first, second := t.TempDir(), t.TempDir()
	for _, name := range []string{"old_case.json", "README.md"} {
		if err := os.WriteFile(filepath.Join(first, name), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, dir := range []string{first, second} {
		if err := vectors.Write(dir); err != nil {
			t.Fatal(err)
		}
	}
	compare(t, read(t, first), read(t, second), "two runs differ")
	if _, err := os.Stat(filepath.Join(first, "README.md")); err != nil {
		t.Errorf("another file was removed: %v", err)
	}
}

// A glob on a part finds that part alone, and each case says why it is there.
func TestNames(t *testing.T) {
	grid := regexp.MustCompile(`^[a-z0-9]+(_[a-z0-9]+)+$`)
	owner := map[string]string{}
	for name, v := range all() {
		if !grid.MatchString(name) || !strings.HasPrefix(name, v.Part+"_") {
			t.Errorf("%s, of part %s, is not named <part>_<fault>", name, v.Part)
		}
		if v.Comment == "" || len(v.In) == 0 {
			t.Errorf("%s has no comment or no in", name)
		}
		owner[v.Part] = name
	}
	for part := range owner {
		for other := range owner {
			if strings.HasPrefix(other, part+"_") {
				t.Errorf("%s_* also finds part %s", part, other)
			}
		}
	}
}

// The stream is SHA-256(label ‖ n(8)), however it is read.
func TestStream(t *testing.T) {
	whole := make([]byte, 100)
	if _, err := io.ReadFull(vectors.Stream("a"), whole); err != nil {
		t.Fatal(err)
	}
	s, pieces := vectors.Stream("a"), []byte{}
	for _, n := range []int{1, 31, 32, 33, 3} {
		piece := make([]byte, n)
		if _, err := io.ReadFull(s, piece); err != nil {
			t.Fatal(err)
		}
		pieces = append(pieces, piece...)
	}
	if !bytes.Equal(whole, pieces) {
		t.Error("a stream read in pieces differs")
	}
	other := make([]byte, 100)
	if _, err := io.ReadFull(vectors.Stream("b"), other); err != nil || bytes.Equal(whole, other) {
		t.Errorf("two labels have one stream: %v", err)
	}
}
