package node

import (
	"errors"
	"fmt"
	"net"
	"os"
	"strings"
	"sync"
	"text/template"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/weburl"
)

// Config is a node's configuration, the file config.toml. What each key means,
// its default and its dangers stand in the file that [Config.Manual] writes.
type Config struct {
	Listen     string        `toml:"listen"`
	MaxWaiting int           `toml:"max_waiting"`
	MaxEvents  int           `toml:"max_events"`
	Log        LogConfig     `toml:"log"`
	Chains     []ChainConfig `toml:"chain"`
}

// LogConfig is the section [log].
type LogConfig struct {
	Level string `toml:"level"`
	File  string `toml:"file"`
}

// ChainConfig is one section [[chain]].
type ChainConfig struct {
	ID             uint64     `toml:"id"`
	Endpoints      []string   `toml:"endpoints"`
	Quorum         int        `toml:"quorum"`
	Committee      string     `toml:"committee"`
	Escrow         string     `toml:"escrow"`
	EscrowCodeHash string     `toml:"escrow_code_hash"`
	StartBlock     uint64     `toml:"start_block"`
	Confirmations  uint8      `toml:"confirmations"`
	Range          uint64     `toml:"range"`
	Poll           Duration   `toml:"poll"`
	MaxLag         uint64     `toml:"max_lag"`
	Declined       []Declined `toml:"declined"`

	Answer AnswerConfig `toml:"answer"`
}

// Declined is a product that the operator will not serve, and why.
type Declined struct {
	Product string `toml:"product"`
	Reason  string `toml:"reason"`
}

// Duration is a time.Duration that is written as "4s".
type Duration time.Duration

// MarshalText writes it as "4s".
func (d Duration) MarshalText() ([]byte, error) { return []byte(time.Duration(d).String()), nil }

// UnmarshalText reads it from "4s".
func (d *Duration) UnmarshalText(text []byte) error {
	v, err := time.ParseDuration(string(text))
	*d = Duration(v)
	return err
}

// DefaultConfig is a configuration to which endpoints are still to be added.
func DefaultConfig() Config {
	return Config{
		Listen: "127.0.0.1:8480", MaxWaiting: 1000, MaxEvents: 256,
		Log:    LogConfig{Level: "info"},
		Chains: []ChainConfig{DefaultChain(1)},
	}
}

// DefaultChain is the section of a chain to which endpoints are still to be
// added.
func DefaultChain(id uint64) ChainConfig {
	return ChainConfig{
		ID: id, Endpoints: []string{}, Quorum: 1, Committee: "committee.json", Range: 2000, Poll: Duration(4 * time.Second), MaxLag: 20,
		Answer: AnswerConfig{}.withDefaults(),
	}
}

// ReadConfig reads config.toml. A key that is not known is refused: it is most
// likely a misspelt one.
func ReadConfig(path string) (Config, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return Config{}, fmt.Errorf("reading the configuration: %w", err)
	}
	c, err := ParseConfig(string(text))
	if err != nil {
		return Config{}, fmt.Errorf("%s: %v", path, err)
	}
	return c, nil
}

// ParseConfig reads a configuration. A key that is left out has its default.
func ParseConfig(text string) (Config, error) {
	c := DefaultConfig()
	c.Chains = nil
	meta, err := toml.Decode(text, &c)
	if err != nil {
		return Config{}, err
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return Config{}, fmt.Errorf("unknown key %q", unknown[0])
	}
	for i := range c.Chains {
		c.Chains[i] = c.Chains[i].withDefaults()
	}
	return c, nil
}

// withDefaults fills in what no configuration can mean by zero.
func (c ChainConfig) withDefaults() ChainConfig {
	d := DefaultChain(c.ID)
	if c.Quorum == 0 {
		c.Quorum = d.Quorum
	}
	if c.Committee == "" {
		c.Committee = d.Committee
	}
	if c.Range == 0 {
		c.Range = d.Range
	}
	if c.Poll == 0 {
		c.Poll = d.Poll
	}
	if c.MaxLag == 0 {
		c.MaxLag = d.MaxLag
	}
	c.Answer = c.Answer.withDefaults()
	return c
}

// Check returns an error for a configuration that a node cannot be run by.
func (c Config) Check() error {
	_, port, err := net.SplitHostPort(c.Listen)
	if err != nil {
		return fmt.Errorf("listen %q is no address with a port, as 127.0.0.1:8480", c.Listen)
	}
	if err := weburl.CheckPort(port); err != nil {
		return fmt.Errorf("listen %q %v", c.Listen, err)
	}
	if c.MaxWaiting < 1 || c.MaxEvents < 1 {
		return errors.New("max_waiting and max_events are at least 1")
	}
	if len(c.Chains) == 0 {
		return errors.New("there is no [[chain]] to watch")
	}
	seen := make(map[uint64]bool)
	for _, chain := range c.Chains {
		if seen[chain.ID] {
			return fmt.Errorf("chain %d is there twice", chain.ID)
		}
		seen[chain.ID] = true
		if err := chain.check(); err != nil {
			return fmt.Errorf("chain %d: %v", chain.ID, err)
		}
	}
	return nil
}

func (c ChainConfig) check() error {
	if c.ID < 1 || c.ID > product.MaxChainID {
		return errors.New("id is out of range")
	}
	if c.Quorum < 1 || len(c.Endpoints) > 0 && c.Quorum > len(c.Endpoints) {
		return fmt.Errorf("quorum %d of %d endpoints", c.Quorum, len(c.Endpoints))
	}
	for i, endpoint := range c.Endpoints {
		if _, err := weburl.Check(endpoint, "http", "https", "ws", "wss"); err != nil {
			return fmt.Errorf("endpoint %d %v", i+1, err)
		}
	}
	if c.Escrow != "" {
		if _, err := nodeapi.ParseAddress(c.Escrow); err != nil {
			return fmt.Errorf("escrow: %v", err)
		}
	}
	if c.EscrowCodeHash != "" && len(common.FromHex(c.EscrowCodeHash)) != common.HashLength {
		return fmt.Errorf("escrow_code_hash %q is no hash of 32 bytes", c.EscrowCodeHash)
	}
	for _, d := range c.Declined {
		if _, err := nodeapi.ParseAddress(d.Product); err != nil || d.Reason == "" {
			return errors.Join(err, fmt.Errorf("declined product %q needs an address and a reason", d.Product))
		}
	}
	if c.Range < 1 || c.Poll < 0 {
		return errors.New("range and poll are positive")
	}
	return c.Answer.check()
}

var manual = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("config.toml").Funcs(template.FuncMap{"q": quote, "list": quoteAll, "span": span}).Parse(manualText))
})

// Manual returns the configuration as the commented file config.toml.
func (c Config) Manual() (string, error) {
	var b strings.Builder
	err := manual().Execute(&b, c)
	return b.String(), err
}

// quote writes a TOML basic string.
func quote(s string) (string, error) {
	if !utf8.ValidString(s) || strings.ContainsFunc(s, unicode.IsControl) {
		return "", fmt.Errorf("%q cannot stand in a configuration", s)
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`, nil
}

func quoteAll(all []string) (string, error) {
	quoted := make([]string, len(all))
	for i, s := range all {
		var err error
		if quoted[i], err = quote(s); err != nil {
			return "", err
		}
	}
	return "[" + strings.Join(quoted, ", ") + "]", nil
}

func span(d Duration) string { return time.Duration(d).String() }
