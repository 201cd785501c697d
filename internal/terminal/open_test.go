package terminal_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"filippo.io/age"
	"github.com/klauspost/compress/zstd"

	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
)

// released buys the text of a wrap and returns the purchase. The lock is given
// back.
func (w *world) released() *terminal.Purchase {
	w.Helper()
	b := w.buyer()
	p, err := b.Buy(context.Background(), w.intent(1))
	if err != nil {
		w.Fatal(err)
	}
	if err := errors.Join(b.Await(context.Background(), p), p.Close()); err != nil {
		w.Fatal(err)
	}
	return p
}

// open opens a wrap with a purchase into a folder.
func (w *world) open(path string, p *terminal.Purchase, dir string) error {
	w.Helper()
	o, err := terminal.NewOpening(w.home, openWrap(w.T, path), p)
	if err != nil {
		return err
	}
	return o.Write(context.Background(), dir)
}

func TestOpenWritesNothingInTheWay(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.deploy()
	p := w.released()
	dir := filepath.Join(t.TempDir(), "tale")
	for name, make := range map[string]func() error{
		"folder": func() error { return os.Mkdir(dir, 0o700) },
		"file":   func() error { return os.WriteFile(dir, []byte("mine"), 0o600) },
		"link":   func() error { return os.Symlink("nowhere", dir) },
	} {
		if err := make(); err != nil {
			t.Fatal(err)
		}
		w.wantKind(w.open(w.path, p, dir), terminal.Exists, "in the way")
		if err := os.Remove(dir); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	w.wantKind(w.open(w.path, p, filepath.Join(t.TempDir(), "no", "such")), terminal.Input)
	if err := w.open(w.path, p, dir+"/"); err != nil {
		t.Fatal(err)
	}
	w.wantFiles(dir, tale)
}

// damage writes a copy of a wrap with one byte of its last section flipped.
func damage(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	b[bytes.LastIndex(b, []byte("age-encryption.org"))+210] ^= 1
	torn := filepath.Join(t.TempDir(), "torn.wrap")
	if err := os.WriteFile(torn, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return torn
}

// A copy that was damaged on its way leaves nothing behind, not even the
// sections that were whole, and another copy opens.
func TestOpenRefusesADamagedCopy(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.deploy()
	p, parent := w.released(), t.TempDir()
	dir := filepath.Join(parent, "tale")
	w.wantKind(w.open(damage(t, w.path), p, dir), terminal.Input, `"tale.txt" cannot be opened`, "piece 1 of 1")
	if left, err := os.ReadDir(parent); len(left) != 0 || err != nil {
		t.Errorf("%v is left, %v", left, err)
	}
	if err := w.open(w.path, p, dir); err != nil {
		t.Fatal(err)
	}
	w.wantFiles(dir, tale)
}

// The tier's key is a native age identity, and the section an ordinary age file
// of ordinary zstd: what was bought opens without this software.
func TestIdentityOpensWithAgeAndZstd(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.deploy()
	p := w.released()
	file := openWrap(t, w.path)
	o, err := terminal.NewOpening(w.home, file, p)
	if err != nil {
		t.Fatal(err)
	}
	identity, err := age.ParseX25519Identity(o.Identity.String())
	if err != nil || !strings.HasPrefix(o.Identity.String(), "AGE-SECRET-KEY-1") {
		t.Fatal(err)
	}
	section, err := file.Section(1)
	if err != nil {
		t.Fatal(err)
	}
	sealed := io.NewSectionReader(section.Source, 0, int64(section.SealedSize))
	opened, err := age.Decrypt(sealed, identity)
	if err != nil {
		t.Fatal(err)
	}
	frames, err := zstd.NewReader(opened)
	if err != nil {
		t.Fatal(err)
	}
	defer frames.Close()
	if got, err := io.ReadAll(frames); string(got) != tale["tale.txt"] || err != nil {
		t.Errorf("age and zstd give %q, %v", got, err)
	}
}

// Every issue of a series repeats the terms of the first: what was bought once
// opens all of them.
func TestOneSubscriptionOpensEveryIssue(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.seller.series = bytes.Repeat([]byte{5}, 32)
	first, header := w.seller.tale(t)
	w.path, w.header = first, header
	w.deploy()
	p := w.released()
	w.seller.issueOf = header
	second, issue := w.seller.wrap(t, []string{"sample.txt", "tale.txt"}, files{"sample.txt": "Long ago", "tale.txt": "Long ago it went on."},
		tier{"sample", 0, 0, []string{"sample.txt"}}, tier{"text", 2_000_000, 1, []string{"sample.txt", "tale.txt"}})
	if issue.ID() == header.ID() {
		t.Fatal("the second issue is the first")
	}
	dir := filepath.Join(t.TempDir(), "issue")
	if err := w.open(second, p, dir); err != nil {
		t.Fatal(err)
	}
	w.wantFiles(dir, files{"sample.txt": "Long ago", "tale.txt": "Long ago it went on."})
}

// A purchase opens only what it was made for.
func TestOpenRefusesAnotherCommitteesWrap(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.deploy()
	p := w.released()
	other := newSeller(t, w.seller.trust.Contracts.Escrow)
	other.group = w.otherGroup()
	path, _ := other.tale(t)
	w.wantKind(w.open(path, p, filepath.Join(t.TempDir(), "tale")), terminal.Danger, "does not open this wrap")
}
