package main

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
)

// accountFlags say who signs. A command that signs has all of them.
var accountFlags = []cli.Flag{
	&cli.StringFlag{Name: "account", Usage: "sign as this `ADDRESS` of the keystore; needed where it has several"},
	passwordFlag,
	&cli.PathFlag{Name: "key", Usage: "sign with the private key in this `FILE` (64 hexadecimal digits) instead"},
}

var passwordFlag = &cli.PathFlag{Name: "password-file", Usage: "read the account's password from this `FILE` instead of asking", EnvVars: []string{"SHRINKWRAP_PASSWORD_FILE"}}

// account signs wraps and transactions. Its key is within a function, where no
// verb of fmt finds it.
type account struct {
	Address common.Address
	Key     func() *ecdsa.PrivateKey
}

func newAccount(key *ecdsa.PrivateKey) account {
	return account{crypto.PubkeyToAddress(key.PublicKey), func() *ecdsa.PrivateKey { return key }}
}

// openAccount returns the account that the flags name, unlocked.
func openAccount(c *cli.Context, h home.Home) (account, error) {
	if path := c.Path("key"); path != "" {
		return keyFile(c, path)
	}
	ks := openKeystore(h)
	address, err := chooseAccount(c, ks)
	if err != nil {
		return account{}, err
	}
	password, err := readPassword(c, fmt.Sprintf("password of %s: ", address))
	if err != nil {
		return account{}, err
	}
	return unlock(ks, address, password)
}

// accountAddress returns the address of the account that the flags name, which
// needs no password.
func accountAddress(c *cli.Context, h home.Home) (common.Address, error) {
	if path := c.Path("key"); path != "" {
		a, err := keyFile(c, path)
		return a.Address, err
	}
	return chooseAccount(c, openKeystore(h))
}

func keyFile(c *cli.Context, path string) (account, error) {
	if c.String("account") != "" {
		return account{}, usageError("--key and --account name two accounts", "give one of them")
	}
	key, err := crypto.LoadECDSA(path)
	if at := new(fs.PathError); errors.As(err, &at) {
		return account{}, fail(exitInput, fmt.Errorf("--key: %w", at), "a key is a file of 64 hexadecimal digits; without --key an account of the keystore signs")
	}
	if err != nil {
		// The error may repeat a part of the file.
		return account{}, fail(exitInput, fmt.Errorf("%s holds no private key of 64 hexadecimal digits", path), "without --key an account of the keystore signs")
	}
	return newAccount(key), nil
}

// Scrypt's parameters for new accounts: go-ethereum's standard.
var testOnlyScrypt = struct{ n, p int }{keystore.StandardScryptN, keystore.StandardScryptP}

func openKeystore(h home.Home) *keystore.KeyStore {
	return keystore.NewKeyStore(h.Path("keystore"), testOnlyScrypt.n, testOnlyScrypt.p)
}

// chooseAccount returns the account that --account names, or the only one.
func chooseAccount(c *cli.Context, ks *keystore.KeyStore) (common.Address, error) {
	accounts := ks.Accounts()
	name := c.String("account")
	switch {
	case len(accounts) == 0:
		return common.Address{}, usageError("there is no account",
			`"shrinkwrap init --new-account" makes one`, "--key FILE signs with a private key from a file")
	case name == "" && len(accounts) == 1:
		return accounts[0].Address, nil
	case name == "":
		return common.Address{}, usageError(fmt.Sprintf("the keystore has %d accounts", len(accounts)), "choose one with --account: "+listAccounts(ks))
	}
	address, err := nodeapi.ParseAddress(name)
	if err != nil {
		return common.Address{}, usageError("--account: " + err.Error())
	}
	if !ks.HasAddress(address) {
		return common.Address{}, usageError(fmt.Sprintf("the keystore has no account %s", address), "it has "+listAccounts(ks))
	}
	return address, nil
}

func listAccounts(ks *keystore.KeyStore) string {
	var names []string
	for _, a := range ks.Accounts() {
		names = append(names, a.Address.Hex())
	}
	return strings.Join(names, ", ")
}

func unlock(ks *keystore.KeyStore, address common.Address, password string) (account, error) {
	for _, a := range ks.Accounts() {
		if a.Address != address {
			continue
		}
		file, err := os.ReadFile(a.URL.Path)
		if err != nil {
			return account{}, fmt.Errorf("reading account %s: %v", address, err)
		}
		key, err := keystore.DecryptKey(file, password)
		if errors.Is(err, keystore.ErrDecrypt) {
			return account{}, fail(exitError, fmt.Errorf("that is not the password of %s", address), "nobody can recover a password; --account chooses another account")
		}
		if err != nil {
			return account{}, fail(exitInput, fmt.Errorf("account %s: %v", a.URL.Path, err))
		}
		if got := crypto.PubkeyToAddress(key.PrivateKey.PublicKey); got != address {
			return account{}, fail(exitInput, fmt.Errorf("%s says that it is %s, and holds the key of %s", a.URL.Path, address, got))
		}
		return newAccount(key.PrivateKey), nil
	}
	return account{}, fmt.Errorf("the keystore has no account %s", address)
}

// readPassword reads a password from the file that --password-file names, else
// asks the person at the terminal.
func readPassword(c *cli.Context, prompt string) (string, error) {
	if path := c.Path(passwordFlag.Name); path != "" {
		text, err := os.ReadFile(path)
		if err != nil {
			return "", fail(exitInput, fmt.Errorf("reading the password: %w", err), "the first line of the file is the password")
		}
		line, _, _ := bytes.Cut(text, []byte("\n"))
		return strings.TrimSuffix(string(line), "\r"), nil
	}
	if !term.IsTerminal(int(os.Stdin.Fd())) {
		return "", usageError("no password, and nobody to ask for it", "--password-file FILE, or SHRINKWRAP_PASSWORD_FILE, names a file with it")
	}
	fmt.Fprint(c.App.ErrWriter, prompt)
	password, err := askPassword(c.Context)
	fmt.Fprintln(c.App.ErrWriter)
	return password, err
}

// askPassword reads a line without showing it. If ctx ends first, it gives the
// terminal back as it was: what still reads ends with the process.
func askPassword(ctx context.Context) (string, error) {
	stdin := int(os.Stdin.Fd())
	before, err := term.GetState(stdin)
	if err != nil {
		return "", err
	}
	type answer struct {
		line []byte
		err  error
	}
	answers := make(chan answer, 1)
	go func() {
		line, err := term.ReadPassword(stdin)
		answers <- answer{line, err}
	}()
	select {
	case a := <-answers:
		return string(a.line), a.err
	case <-ctx.Done():
		return "", errors.Join(ctx.Err(), term.Restore(stdin, before))
	}
}

// newPassword asks twice, since a mistyped password cannot be undone.
func newPassword(c *cli.Context) (string, error) {
	password, err := readPassword(c, "password of the new account: ")
	if err != nil || c.Path(passwordFlag.Name) != "" {
		return password, err
	}
	again, err := readPassword(c, "once more: ")
	if err == nil && again != password {
		err = fail(exitInput, errors.New("the two passwords differ"), "run it again")
	}
	return password, err
}
