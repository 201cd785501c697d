package program_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/program"
)

// builtByGo compiles a program as publishers do who write it in Go.
func builtByGo(t *testing.T) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "copy.wasm")
	build := exec.Command("go", "build", "-o", path, "./testdata/copy")
	build.Env = append(os.Environ(), "GOOS=wasip1", "GOARCH=wasm")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	wasm, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return wasm
}

// A program that was compiled from Go runs, within the limits of its section, and
// makes the same product each time. What does not fit its memory it says itself.
func TestProgramFromGo(t *testing.T) {
	p := compiled(t, builtByGo(t))
	run := func(buyer, in string) (string, error) {
		var out bytes.Buffer
		err := p.Run(context.Background(), invented(t, buyer), program.LimitsFor(uint64(len(in))), strings.NewReader(in), &out)
		return out.String(), err
	}
	for name, in := range map[string]string{"line": "once upon a time\n", "MiB": strings.Repeat("once upon a time\n", 1<<16)} {
		products := map[string]bool{}
		for _, buyer := range []string{"ada", "ada", "bob"} {
			got, err := run(buyer, in)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if !regexp.MustCompile(`\n\d+ words, bought by 0x[0-9a-f]{8} on 2026-01-01, number \d+\n$`).MatchString(got) {
				t.Errorf("%s: product ends in %q", name, got[max(0, len(got)-100):])
			}
			products[got] = true
		}
		if len(products) != 2 {
			t.Errorf("%s: two buyers have %d copies", name, len(products))
		}
	}
	if _, err := run("ada", strings.Repeat("once upon a time\n", 1<<21)); !errors.Is(err, program.ErrMemory) {
		t.Errorf("a section of 34 MiB, all of it in memory several times: %v", err)
	}
}
