package node

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
	"github.com/shrinkwrap/shrinkwrap/node/store"
	"github.com/shrinkwrap/shrinkwrap/node/store/sqlite"
)

// HomeVariable overrides where a node's folder is.
const HomeVariable = "SHRINKWRAPD_HOME"

// Home is the one folder in which a node keeps everything:
//
//	config.toml     Config
//	committee.json  nodeapi.Committee
//	key             the node's key share, 32 bytes, mode 0400
//	transcript      hash of the ceremony that made the keys, in hex
//	node.db         package sqlite
//	keystore/       the operator's account
//	password        the account's password, mode 0400
type Home struct{ Dir string }

// ErrNoHome is returned where neither the user nor SHRINKWRAPD_HOME has a folder
// for the node.
var ErrNoHome = errors.New("no folder for the node")

// DefaultHome returns the folder that SHRINKWRAPD_HOME names, or .shrinkwrapd in
// the user's own.
func DefaultHome() (Home, error) {
	if dir := os.Getenv(HomeVariable); dir != "" {
		return Home{dir}, nil
	}
	user, err := os.UserHomeDir()
	if err != nil {
		return Home{}, fmt.Errorf("%w: %v", ErrNoHome, err)
	}
	return Home{filepath.Join(user, ".shrinkwrapd")}, nil
}

// Path returns the path of a file in the folder; an absolute one is left as it
// is.
func (h Home) Path(name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(h.Dir, name)
}

// Init makes the folder with a configuration. It refuses one that has a
// configuration already.
func (h Home) Init(c Config) error {
	text, err := c.Manual()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(h.Dir, 0o700); err != nil {
		return fmt.Errorf("making the node's folder: %w", err)
	}
	if _, err := os.Lstat(h.Path("config.toml")); !errors.Is(err, fs.ErrNotExist) {
		return errors.Join(fmt.Errorf("%s: %w", h.Path("config.toml"), fs.ErrExist), err)
	}
	return home.WriteFile(h.Path("config.toml"), []byte(text), 0o600)
}

// Install puts a key share and its committee into a folder that has a
// configuration, and makes the store that is bound to them. It is what every way
// of making a key ends in. Done twice with the same it does no harm; another key
// is never overwritten. The transcript is the hash of the ceremony's messages,
// which all operators confirm with the keys.
func (h Home) Install(share threshold.KeyShare, c nodeapi.Committee, transcript common.Hash) error {
	group, err := c.Group()
	if err != nil {
		return err
	}
	if err := share.Check(group); err != nil {
		return err
	}
	config, err := ReadConfig(h.Path("config.toml"))
	if err != nil {
		return err
	}
	// The key comes first: a crash after it leaves a folder that Install completes
	// when it is called again, and that no node runs on before.
	if err := h.writeKey(share); err != nil {
		return err
	}
	if err := h.WriteCommittee("committee.json", c); err != nil {
		return err
	}
	if err := home.WriteFile(h.Path("transcript"), []byte(transcript.Hex()+"\n"), 0o644); err != nil {
		return err
	}
	return h.makeStore(config, group, share.Index)
}

func (h Home) writeKey(share threshold.KeyShare) error {
	b := share.Secret.Bytes()
	err := home.WriteSecret(h.Path("key"), b[:])
	if !errors.Is(err, fs.ErrExist) {
		return err
	}
	there, readErr := h.secret()
	if readErr != nil {
		return readErr
	}
	if there.Bytes() != b {
		return fmt.Errorf("another key share stands in %s: %w", h.Path("key"), fs.ErrExist)
	}
	return nil
}

// Extend binds the store to chains that were added to the configuration since it
// was made. Nobody may have it open.
func (h Home) Extend() error {
	c, err := ReadConfig(h.Path("config.toml"))
	if err != nil {
		return err
	}
	committees, err := h.committees(c)
	if err != nil {
		return err
	}
	group, err := sameGroup(c, committees)
	if err != nil {
		return err
	}
	share, err := h.KeyShare(group)
	if err != nil {
		return err
	}
	return h.makeStore(c, group, share.Index)
}

// committees reads the descriptors of a configuration's chains.
func (h Home) committees(c Config) (map[uint64]nodeapi.Committee, error) {
	if err := c.Check(); err != nil {
		return nil, fmt.Errorf("%s: %v", h.Path("config.toml"), err)
	}
	all := make(map[uint64]nodeapi.Committee)
	for _, chain := range c.Chains {
		var err error
		if all[chain.ID], err = h.Committee(chain.Committee); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func (h Home) makeStore(config Config, group threshold.Group, node int) error {
	identity, err := config.identity(group, node)
	if err != nil {
		return err
	}
	path := h.Path("node.db")
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return sqlite.Create(path, identity)
	}
	for _, chain := range identity.Chains {
		if err := sqlite.AddChain(path, identity, chain); err != nil {
			return err
		}
	}
	return nil
}

// identity is what the store of a node is bound to.
func (c Config) identity(group threshold.Group, node int) (store.Identity, error) {
	identity := store.Identity{GroupKey: group.Key(), Key: group.V[node-1].Bytes()}
	for _, chain := range c.Chains {
		escrow, _, err := chain.escrow()
		if err != nil {
			return identity, err
		}
		identity.Chains = append(identity.Chains, store.Chain{ID: chain.ID, Escrow: escrow})
	}
	return identity, nil
}

// secret reads the key share. A file that others than its owner may read, or
// that is no key, is refused.
func (h Home) secret() (s bls.Secret, err error) {
	path := h.Path("key")
	f, err := os.Open(path)
	if err != nil {
		return s, fmt.Errorf("reading the key share: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	info, err := f.Stat()
	if err != nil {
		return s, fmt.Errorf("reading the key share: %v", err)
	}
	if mode := info.Mode(); !mode.IsRegular() || mode.Perm()&0o077 != 0 {
		return s, fmt.Errorf("key share %s has mode %v, which lets others than its owner at it: chmod 0400, and ask yourself who read it", path, mode)
	}
	b, err := io.ReadAll(io.LimitReader(f, bls.ScalarSize+1))
	if err != nil {
		return s, fmt.Errorf("reading the key share: %v", err)
	}
	return bls.ParseSecret(b)
}

// KeyShare reads the node's key share and finds out which node of the group it
// is the share of.
func (h Home) KeyShare(g threshold.Group) (threshold.KeyShare, error) {
	s, err := h.secret()
	if err != nil {
		return threshold.KeyShare{}, err
	}
	V := s.PublicG2()
	i := slices.IndexFunc(g.V, V.Equal)
	if i < 0 {
		return threshold.KeyShare{}, fmt.Errorf("key share %s is none of the committee's: its verification key is not in the descriptor", h.Path("key"))
	}
	return threshold.KeyShare{Index: i + 1, Secret: s}, nil
}

// Committee reads a committee's descriptor.
func (h Home) Committee(name string) (c nodeapi.Committee, err error) {
	f, err := os.Open(h.Path(name))
	if err != nil {
		return c, fmt.Errorf("reading the committee's descriptor: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return nodeapi.ReadCommittee(f)
}

// WriteCommittee writes a committee's descriptor.
func (h Home) WriteCommittee(name string, c nodeapi.Committee) error {
	text, err := json.MarshalIndent(c, "", "  ")
	if err != nil {
		return err
	}
	return home.WriteFile(h.Path(name), append(text, '\n'), 0o644)
}

// Transcript reads the hash of the ceremony that made the keys.
func (h Home) Transcript() (common.Hash, error) {
	text, err := os.ReadFile(h.Path("transcript"))
	if err != nil {
		return common.Hash{}, fmt.Errorf("reading the ceremony's transcript: %w", err)
	}
	b, err := hexutil.Decode(strings.TrimSpace(string(text)))
	if err != nil || len(b) != common.HashLength {
		return common.Hash{}, fmt.Errorf("%s is no hash of 32 bytes in hex", h.Path("transcript"))
	}
	return common.Hash(b), nil
}

// NewAccount makes the operator's account. Its password is drawn and kept beside
// it, mode 0400, like the key share, so that the account is as safe as the folder
// is. An account that is there is left.
func (h Home) NewAccount() (common.Address, error) {
	ks := h.keystore()
	if all := ks.Accounts(); len(all) > 0 {
		return all[0].Address, nil
	}
	password, err := h.password()
	if errors.Is(err, fs.ErrNotExist) {
		password = rand.Text()
		err = home.WriteSecret(h.Path("password"), []byte(password))
	}
	if err != nil {
		return common.Address{}, err
	}
	account, err := ks.NewAccount(password)
	return account.Address, err
}

// Operator returns what signs for the operator's account, which must be the only
// one.
func (h Home) Operator() (chain.Signer, error) {
	all := h.keystore().Accounts()
	if len(all) != 1 {
		return nil, fmt.Errorf("%s has %d accounts, want the operator's one", h.Path("keystore"), len(all))
	}
	password, err := h.password()
	if err != nil {
		return nil, err
	}
	return chain.OpenKeystore(all[0].URL.Path, password)
}

// keystore encrypts lightly: a password of 128 random bits is not guessed,
// however quick a guess is.
func (h Home) keystore() *keystore.KeyStore {
	return keystore.NewKeyStore(h.Path("keystore"), 1024, 1)
}

func (h Home) password() (string, error) {
	text, err := os.ReadFile(h.Path("password"))
	if err != nil {
		return "", fmt.Errorf("reading the account's password: %w", err)
	}
	return strings.TrimRight(string(text), "\r\n"), nil
}
