// Package home is the one folder in which a terminal and a publisher keep their
// state, and what each file in it is:
//
//	config.toml          chains, endpoints and nodes; Config
//	seed                 32 bytes, mode 0400: every release key comes from it
//	keystore/            accounts, as go-ethereum keeps them
//	library/ID.wrap      scanned and published wraps, by their id in hex
//	orders/              purchases, one folder each
//	sales/               what was sold, one folder for each account of the escrow
//	signers.json         publishers that were seen before
//
// Folders are made 0700. A file is written whole or not at all: see
// [WriteFile].
package home

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Variable overrides where the folder is.
const Variable = "SHRINKWRAP_HOME"

// Home is the folder.
type Home struct{ Dir string }

// ErrNoHome is returned where neither the user nor SHRINKWRAP_HOME has a folder
// for the state.
var ErrNoHome = errors.New("no home folder for the state")

// Open returns the folder that SHRINKWRAP_HOME names, or .shrinkwrap in the
// user's own. It need not exist.
func Open() (Home, error) {
	if dir := os.Getenv(Variable); dir != "" {
		abs, err := filepath.Abs(dir)
		return Home{abs}, err
	}
	user, err := os.UserHomeDir()
	if err != nil {
		return Home{}, fmt.Errorf("%w: %v", ErrNoHome, err)
	}
	return Home{filepath.Join(user, ".shrinkwrap")}, nil
}

// Path returns the path of a file in the folder.
func (h Home) Path(elements ...string) string {
	return filepath.Join(append([]string{h.Dir}, elements...)...)
}

// Folder makes a folder in the folder, and returns its path.
func (h Home) Folder(elements ...string) (string, error) {
	dir := h.Path(elements...)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", fmt.Errorf("making the state's folder: %w", err)
	}
	return dir, nil
}

const seedSize = 32

// Seed returns the terminal's seed, and draws it at first use. When it returns,
// the seed is on disk: a crash afterwards loses nothing that was paid with a
// key from it.
func (h Home) Seed() ([]byte, error) {
	path := h.Path("seed")
	seed, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return h.newSeed(path)
	case err != nil:
		return nil, fmt.Errorf("reading the seed: %v", err)
	case len(seed) != seedSize:
		return nil, fmt.Errorf("seed %s has %d bytes, want %d: restore it from a copy, every purchase needs it", path, len(seed), seedSize)
	}
	return seed, nil
}

// newSeed makes the seed once: where two processes start together, the second
// reads what the first wrote.
func (h Home) newSeed(path string) ([]byte, error) {
	if _, err := h.Folder(); err != nil {
		return nil, err
	}
	seed := make([]byte, seedSize)
	rand.Read(seed)
	err := WriteSecret(path, seed)
	if errors.Is(err, fs.ErrExist) {
		return h.Seed()
	}
	return seed, err
}
