package node

import (
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"strings"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/tokens"
)

// AnswerConfig is the section [chain.answer]: the account from which a node
// answers disputes.
type AnswerConfig struct {
	Keystore   string `toml:"keystore"` // "": the node answers none
	Password   string `toml:"password"`
	MaxFee     uint64 `toml:"max_fee"`     // gwei
	MinBalance string `toml:"min_balance"` // coin
	MaxBatch   int    `toml:"max_batch"`
}

// mostFee bounds max_fee, in gwei: what goes beyond is most likely meant in wei.
const mostFee = 1_000_000

// coin has the decimals of every chain's own.
var coin = tokens.Token{Decimals: 18}

// OperatorAnswers answers from the operator's account.
func OperatorAnswers() AnswerConfig { return AnswerConfig{Keystore: "keystore"}.withDefaults() }

func (a AnswerConfig) withDefaults() AnswerConfig {
	if a.Password == "" {
		a.Password = "password"
	}
	if a.MaxFee == 0 {
		a.MaxFee = 200
	}
	if a.MaxBatch == 0 {
		a.MaxBatch = dispute.BatchSize
	}
	return a
}

func (a AnswerConfig) check() error {
	a = a.withDefaults()
	if a.MaxFee > mostFee {
		return fmt.Errorf("answer: max_fee %d gwei: at most %d are allowed", a.MaxFee, mostFee)
	}
	if a.MaxBatch < 1 || a.MaxBatch > dispute.BatchSize {
		return fmt.Errorf("answer: max_batch %d: from 1 to %d are allowed", a.MaxBatch, dispute.BatchSize)
	}
	if _, err := a.minBalance(); err != nil {
		return fmt.Errorf("answer: min_balance: %v", err)
	}
	return nil
}

func (a AnswerConfig) maxFee() *big.Int {
	return new(big.Int).Mul(new(big.Int).SetUint64(a.MaxFee), big.NewInt(1e9))
}

// minBalance returns wei, or nil where the node is to reckon it.
func (a AnswerConfig) minBalance() (*big.Int, error) {
	if a.MinBalance == "" {
		return nil, nil
	}
	wei, err := coin.Parse(a.MinBalance)
	if err != nil {
		return nil, err
	}
	return wei.ToBig(), nil
}

// answerSigners returns what signs answers on each chain.
func (h Home) answerSigners(c Config) (map[uint64]chain.Signer, error) {
	signers := make(map[uint64]chain.Signer)
	for _, section := range c.Chains {
		signer, err := h.answerSigner(section.Answer)
		if err != nil {
			return nil, err
		}
		if signer != nil {
			signers[section.ID] = signer
		}
	}
	return signers, nil
}

// answerSigner returns what signs answers, or nil where the node answers none. The
// key is one file, or the only one of a folder; its password must be readable for
// its owner alone.
func (h Home) answerSigner(a AnswerConfig) (chain.Signer, error) {
	if a.Keystore == "" {
		return nil, nil
	}
	path, err := h.onlyKey(h.Path(a.Keystore))
	if err != nil {
		return nil, fmt.Errorf("account for answers: %w", err)
	}
	password, err := h.passwordIn(h.Path(a.Password))
	if err != nil {
		return nil, err
	}
	return chain.OpenKeystore(path, password)
}

func (h Home) onlyKey(path string) (string, error) {
	info, err := os.Stat(path)
	if err != nil || !info.IsDir() {
		return path, err
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		return "", err
	}
	if len(entries) != 1 {
		return "", fmt.Errorf("%s has %d files, want one: name the account's own", path, len(entries))
	}
	return filepath.Join(path, entries[0].Name()), nil
}

func (h Home) passwordIn(path string) (string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return "", fmt.Errorf("reading the password of the account for answers: %w", err)
	}
	if mode := info.Mode(); !mode.IsRegular() || mode.Perm()&0o077 != 0 {
		return "", fmt.Errorf("password %s has mode %v, which lets others than its owner at it: chmod 0400", path, mode)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return "", fmt.Errorf("reading the password of the account for answers: %w", err)
	}
	return strings.TrimRight(string(text), "\r\n"), nil
}
