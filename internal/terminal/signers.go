package terminal

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
)

// Signers are the publishers whose wraps this terminal has kept before, as ssh
// keeps the hosts it has met: signers.json. An address means nothing to people,
// so that a swapped code is noticed by its signer being a new one.
type Signers struct{ Home home.Home }

// Signer is a publisher that was seen before.
type Signer struct {
	FirstSeen time.Time   // to the second
	Title     string      // of the first wrap
	Wrap      common.Hash // its id
}

// signerEntry is a Signer in signers.json, by its address in lower case.
type signerEntry struct {
	FirstSeen int64       `json:"firstSeen"` // Unix seconds
	Title     string      `json:"title"`
	Wrap      common.Hash `json:"wrap"`
}

// Known returns what is kept of a signer, and false for a new one.
func (s Signers) Known(address common.Address) (Signer, bool, error) {
	entries, err := s.read()
	if err != nil {
		return Signer{}, false, err
	}
	e, ok := entries[nodeapi.Address(address)]
	return Signer{time.Unix(e.FirstSeen, 0), e.Title, e.Wrap}, ok, nil
}

// Remember keeps a signer that is not known yet. Only the signer of a header
// that Inspect found no danger in may be remembered.
func (s Signers) Remember(address common.Address, first Signer) (err error) {
	unlock, err := lock(s.Home, "signers.lock")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, unlock()) }()
	entries, err := s.read()
	if err != nil {
		return err
	}
	name := nodeapi.Address(address)
	if _, ok := entries[name]; ok {
		return nil
	}
	entries[name] = signerEntry{first.FirstSeen.Unix(), first.Title, first.Wrap}
	b, err := json.MarshalIndent(entries, "", "  ")
	if err != nil {
		return err
	}
	return home.WriteFile(s.path(), append(b, '\n'), 0o600)
}

func (s Signers) path() string { return s.Home.Path("signers.json") }

func (s Signers) read() (map[string]signerEntry, error) {
	entries := make(map[string]signerEntry)
	b, err := os.ReadFile(s.path())
	if errors.Is(err, fs.ErrNotExist) {
		return entries, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading the known publishers: %v", err)
	}
	err = json.Unmarshal(b, &entries)
	if err == nil && entries == nil {
		err = errors.New("it holds null")
	}
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read, move it away to forget all publishers: %v", s.path(), err)
	}
	return entries, nil
}
