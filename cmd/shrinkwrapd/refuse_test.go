package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
	"github.com/shrinkwrap/shrinkwrap/node"
)

// refused is what a node says that does not start.
type refused struct {
	name   string
	spoil  func(t *testing.T, h node.Home)
	status int
	says   string
	hint   string
}

// A folder whose parts do not belong together, or that is another software's or
// another time's, starts no node: it is told why and what to do, and every file
// stays as it was.
func TestRefusals(t *testing.T) {
	bed := newBed(t)
	busy, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer busy.Close()
	for _, c := range []refused{
		{"unknown key", edit("config.toml", "max_waiting", "max_wating"), exitConfig, `unknown key "max_wating"`, "the comments in config.toml"},
		{"key of an older version", edit("config.toml", "[log]", "telemetry = true\n[log]"), exitConfig, `unknown key "telemetry"`, "the comments in config.toml"},
		{"no TOML", edit("config.toml", "\nlisten =", "\nlisten = ="), exitConfig, "config.toml", "the comments in config.toml"},
		{"other chain", edit("config.toml", "id = 1337", "id = 1"), exitConfig, "descriptor for chain 1 is one for chain 1337", ""},
		{"other escrow", edit("config.toml", `escrow = ""`, `escrow = "0x5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c"`), exitRefused, "is that of escrow", "was it made for another committee or chain"},
		{"port in use", edit("config.toml", `listen = "127.0.0.1:8480"`, `listen = "`+busy.Addr().String()+`"`), exitError, "address already in use", "listen in config.toml chooses another port"},
		{"other committee", other("committee.json"), exitConfig, "none of the committee's", ""},
		{"other key share", other("key"), exitConfig, "none of the committee's", ""},
		{"other database", other("node.db"), exitRefused, "it is that of group key", "was it made for another committee or chain"},
		{"no database", func(t *testing.T, h node.Home) { remove(t, h.Path("node.db")) }, exitRefused, "there is no", "was it made for another committee or chain"},
		{"no committee", func(t *testing.T, h node.Home) { remove(t, h.Path("committee.json")) }, exitConfig, "committee.json", `"shrinkwrapd init"`},
		{"no key share", func(t *testing.T, h node.Home) { remove(t, h.Path("key")) }, exitConfig, "key share", `"shrinkwrapd init"`},
		{"key share for all", func(t *testing.T, h node.Home) { check(t, os.Chmod(h.Path("key"), 0o444)) }, exitConfig, "lets others than its owner at it", ""},
		{"database that is none", func(t *testing.T, h node.Home) {
			check(t, os.WriteFile(h.Path("node.db"), bytes.Repeat([]byte("x"), 8192), 0o600))
		}, exitRefused, "it is damaged, or no database", "was it made for another committee or chain"},
		{"database of something else", execute("PRAGMA application_id = 1"), exitRefused, "a database of something else", "was it made for another committee or chain"},
		{"database from the future", execute("PRAGMA user_version = 1000"), exitRefused, "run the newer software", ""},
		{"torn database", func(t *testing.T, h node.Home) { check(t, os.Truncate(h.Path("node.db"), 4096)) }, exitRefused, "it is damaged, or no database", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := oneNode(t, bed)
			c.spoil(t, h)
			before := digests(t, h.Dir)
			status, said := start(t, h)
			if status != c.status || !strings.Contains(said, c.says) || !strings.Contains(said, "\nhint: "+c.hint) && c.hint != "" && !strings.Contains(said, c.hint) {
				t.Errorf("status %d, want %d with %q and the hint %q: %s", status, c.status, c.says, c.hint, said)
			}
			after := digests(t, h.Dir)
			if c.says == "address already in use" {
				// The store is its own, and was opened: what SQLite counts has changed.
				delete(before, h.Path("node.db"))
				delete(after, h.Path("node.db"))
			}
			if !reflect.DeepEqual(after, before) {
				t.Errorf("files were %v, are %v", before, after)
			}
		})
	}
}

func oneNode(t *testing.T, bed *testbed.Bed) node.Home {
	t.Helper()
	section := node.DefaultChain(testbed.ChainID)
	section.Endpoints = []string{bed.WS()}
	homes, _, err := node.Deal(t.TempDir(), node.DealOptions{Threshold: 1, URLs: []string{"http://127.0.0.1:8480"}, Chain: section})
	check(t, err)
	return homes[0]
}

// start runs a node that must end by itself.
func start(t *testing.T, h node.Home) (status int, said string) {
	t.Helper()
	self, err := os.Executable()
	check(t, err)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute) // only a node that starts is ended by it
	defer cancel()
	cmd := exec.CommandContext(ctx, self, "--home", h.Dir, "run")
	cmd.Env = append(os.Environ(), testOnlyRun+"=1")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	exit := new(exec.ExitError)
	if err := cmd.Run(); !errors.As(err, &exit) {
		t.Fatalf("it ran: %v: %s", err, &stderr)
	}
	return exit.ExitCode(), stderr.String()
}

// digests returns what every file of a folder holds, but for locks, which are
// empty.
func digests(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := make(map[string]string)
	check(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasSuffix(path, ".lock") {
			return err
		}
		b, err := os.ReadFile(path)
		info, statErr := d.Info()
		all[path] = fmt.Sprintf("%v %x", info.Mode(), sha256.Sum256(b))
		return errors.Join(err, statErr)
	}))
	return all
}

// edit replaces a text in a file, which must be there.
func edit(name, from, to string) func(t *testing.T, h node.Home) {
	return func(t *testing.T, h node.Home) {
		t.Helper()
		b, err := os.ReadFile(h.Path(name))
		check(t, err)
		if !strings.Contains(string(b), from) {
			t.Fatalf("%q is not in %s", from, b)
		}
		check(t, os.WriteFile(h.Path(name), []byte(strings.Replace(string(b), from, to, 1)), 0o600))
	}
}

// other puts the file of another committee's node into its place.
func other(name string) func(t *testing.T, h node.Home) {
	return func(t *testing.T, h node.Home) {
		t.Helper()
		homes, _, err := node.Deal(t.TempDir(), node.DealOptions{Threshold: 1, URLs: []string{"http://127.0.0.1:8480"}, Chain: node.DefaultChain(testbed.ChainID)})
		check(t, err)
		remove(t, h.Path(name))
		check(t, os.Rename(homes[0].Path(name), h.Path(name)))
	}
}

// execute changes the database by hand.
func execute(statement string) func(t *testing.T, h node.Home) {
	return func(t *testing.T, h node.Home) {
		t.Helper()
		db, err := sql.Open("sqlite", "file:"+h.Path("node.db"))
		check(t, err)
		_, err = db.Exec(statement)
		check(t, errors.Join(err, db.Close()))
	}
}

func remove(t *testing.T, path string) {
	t.Helper()
	check(t, os.Remove(path))
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// A store that is lost is made again, as its error says, and is the node's own.
func TestStoreIsMadeAgain(t *testing.T) {
	h := oneNode(t, newBed(t))
	remove(t, h.Path("node.db"))
	self, err := os.Executable()
	check(t, err)
	cmd := exec.Command(self, "--home", h.Dir, "init", "--extend")
	cmd.Env = append(os.Environ(), testOnlyRun+"=1")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	_, deps, err := node.Load(h, nil, "")
	check(t, err)
	check(t, deps.Store.Close())
}
