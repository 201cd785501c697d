package home

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strconv"

	"github.com/BurntSushi/toml"
	"github.com/ethereum/go-ethereum/common"
)

// Config is config.toml: how this terminal reaches chains and nodes.
type Config struct {
	// Chains by their chain id, as [chains.1].
	Chains map[string]Chain `toml:"chains"`
}

// Chain is how one chain is reached.
type Chain struct {
	// RPC endpoints (http, https, ws, wss), asked in this order.
	RPC []string `toml:"rpc"`
	// Nodes to ask for releases beside those that a wrap hints at.
	Nodes []string `toml:"nodes,omitempty"`
	// Escrow overrides the software's own constant. Whoever sets it trusts that
	// contract with money: only for trials of a changed contract.
	Escrow string `toml:"escrow,omitempty"`
}

const configHead = `# Shrinkwrap: how this computer reaches chains and nodes.
#
#   [chains.1]                               the chain id
#   rpc = ["https://rpc.example"]            endpoints (http, https, ws, wss), asked in this order
#   nodes = ["https://node.example"]         nodes to ask beside those that a wrap names
#
# "shrinkwrap init --rpc URL" adds a chain.

`

// Config reads config.toml. None is an empty one. A key that is not known is
// refused, since it is most likely a misspelt one.
func (h Home) Config() (Config, error) {
	c := Config{Chains: map[string]Chain{}}
	meta, err := toml.DecodeFile(h.Path("config.toml"), &c)
	if errors.Is(err, fs.ErrNotExist) {
		return c, nil
	}
	if err != nil {
		return Config{}, fmt.Errorf("reading %s: %v", h.Path("config.toml"), err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return Config{}, fmt.Errorf("%s has the unknown key %q", h.Path("config.toml"), unknown[0])
	}
	return c, c.check()
}

func (c Config) check() error {
	for id, chain := range c.Chains {
		// "01" would be found under no chain's id.
		if n, err := strconv.ParseUint(id, 10, 53); err != nil || n == 0 || strconv.FormatUint(n, 10) != id {
			return fmt.Errorf("config.toml: [chains.%s] is no chain id", id)
		}
		if chain.Escrow != "" && !common.IsHexAddress(chain.Escrow) {
			return fmt.Errorf("config.toml: escrow %q of chain %s is no address", chain.Escrow, id)
		}
	}
	return nil
}

// Chain returns how a chain is reached.
func (c Config) Chain(id uint64) (Chain, bool) {
	chain, ok := c.Chains[strconv.FormatUint(id, 10)]
	return chain, ok
}

// AddRPC puts an endpoint of a chain first and makes the change durable.
func (h Home) AddRPC(id uint64, url string) error {
	c, err := h.Config()
	if err != nil {
		return err
	}
	chain, _ := c.Chain(id)
	chain.RPC = append([]string{url}, slices.DeleteFunc(chain.RPC, func(u string) bool { return u == url })...)
	c.Chains[strconv.FormatUint(id, 10)] = chain
	return h.writeConfig(c)
}

// SetChain replaces how a chain is reached and makes the change durable.
func (h Home) SetChain(id uint64, chain Chain) error {
	c, err := h.Config()
	if err != nil {
		return err
	}
	c.Chains[strconv.FormatUint(id, 10)] = chain
	return h.writeConfig(c)
}

func (h Home) writeConfig(c Config) error {
	if _, err := h.Folder(); err != nil {
		return err
	}
	text, err := toml.Marshal(c)
	if err != nil {
		return fmt.Errorf("writing the configuration: %v", err)
	}
	return WriteFile(h.Path("config.toml"), append([]byte(configHead), text...), 0o600)
}

// Init makes the folder with a configuration to fill in, and leaves one that is
// there as it is. It reports whether it made anything.
func (h Home) Init() (bool, error) {
	if _, err := os.Stat(h.Path("config.toml")); err == nil {
		return false, nil
	}
	return true, h.writeConfig(Config{Chains: map[string]Chain{}})
}
