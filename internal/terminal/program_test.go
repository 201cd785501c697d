package terminal_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/program/shipped"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
)

// trap is a program that breaks down at once.
var trap = []byte("\x00asm\x01\x00\x00\x00\x01\x04\x01\x60\x00\x00\x03\x02\x01\x00\x05\x03\x01\x00\x01" +
	"\x07\x13\x02\x06_start\x00\x00\x06memory\x02\x00\x0a\x05\x01\x03\x00\x00\x0b")

// programmed is a world in which a wrap with a release program was bought.
func programmed(t *testing.T, wasm []byte) (*world, *terminal.Purchase) {
	w := newWorld(t, devchain.Options{})
	w.seller.program = wasm
	w.path, w.header = w.seller.tale(t)
	w.deploy()
	return w, w.released()
}

// recorded has the receipt of a purchase fetched.
func (w *world) recorded(p *terminal.Purchase) {
	w.Helper()
	if err := w.buyer().Record(context.Background(), p); err != nil {
		w.Fatal(err)
	}
}

// Without the receipt a program is not run, and nothing is written; the section's
// own bytes can be had all the same. With it, each opening makes the same copy.
func TestProgramMakesTheProduct(t *testing.T) {
	wasm, _ := shipped.Find("watermark")
	w, p := programmed(t, wasm)
	parent := t.TempDir()
	w.wantKind(w.open(w.path, p, filepath.Join(parent, "early")), terminal.Pending, "receipt is not here")
	if left, err := os.ReadDir(parent); len(left) != 0 || err != nil {
		t.Errorf("%v is left, %v", left, err)
	}
	raw, err := terminal.NewOpening(w.home, openWrap(t, w.path), p)
	if err != nil {
		t.Fatal(err)
	}
	raw.Raw = true
	if err := raw.Write(context.Background(), filepath.Join(parent, "raw")); err != nil {
		t.Fatal(err)
	}
	w.recorded(p)
	var copies [][]byte
	for _, dir := range []string{"one", "two"} {
		if err := w.open(w.path, p, filepath.Join(parent, dir)); err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(filepath.Join(parent, dir, "tale.txt"))
		if err != nil {
			t.Fatal(err)
		}
		copies = append(copies, b)
		if _, err := os.Stat(filepath.Join(parent, dir, "tale.txt.raw")); err == nil {
			t.Error("the section's own bytes are left")
		}
	}
	own, err := os.ReadFile(filepath.Join(parent, "raw", "tale.txt.raw"))
	if err != nil || !slices.Contains(raw.Files(), "tale.txt.raw") {
		t.Errorf("%v, %v", raw.Files(), err)
	}
	if !bytes.Equal(copies[0], copies[1]) || bytes.Equal(copies[0], own) || len(shipped.Marks(string(copies[0]))) == 0 {
		t.Errorf("copies are %q and %q of %q", copies[0], copies[1], own)
	}
}

// A program that fails, or is none, takes nothing from the buyer.
func TestProgramFails(t *testing.T) {
	for name, test := range map[string]struct {
		wasm []byte
		said string
	}{
		"trap":       {trap, "broke down"},
		"no program": {[]byte("not even a module"), "no WebAssembly module"},
	} {
		t.Run(name, func(t *testing.T) {
			w, p := programmed(t, test.wasm)
			w.recorded(p)
			o, err := terminal.NewOpening(w.home, openWrap(t, w.path), p)
			if err != nil {
				t.Fatal(err)
			}
			dir := filepath.Join(t.TempDir(), "tale")
			w.wantKind(o.Write(context.Background(), dir), terminal.Unreleased, test.said)
			if len(o.Failures) != len(o.Sections()) {
				t.Errorf("failures are %v", o.Failures)
			}
			for _, f := range o.Failures {
				_, err := os.Stat(filepath.Join(dir, f.Section))
				b, errKept := os.ReadFile(filepath.Join(dir, f.Kept))
				if !errors.Is(err, os.ErrNotExist) || errKept != nil || string(b) != tale[f.Section] {
					t.Errorf("%s: %v; kept %q, %v", f.Section, err, b, errKept)
				}
			}
		})
	}
}
