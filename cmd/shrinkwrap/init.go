package main

import (
	"context"
	"fmt"
	"io"
	"maps"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/home"
)

var initCommand = &cli.Command{
	Name:      "init",
	Usage:     "make the folder of this computer's state, add chains and accounts to it",
	ArgsUsage: " ",
	Description: `Everything that shrinkwrap keeps is in one folder: ~/.shrinkwrap, or the one that
SHRINKWRAP_HOME names. It holds the configuration, accounts, scanned wraps and
purchases. Running init again changes nothing but what the flags add.

--rpc adds an endpoint of a chain to config.toml, after asking it which chain it
serves; the newest is asked first from then on. --new-account makes an account,
which signs wraps and pays. It is kept as Ethereum wallets keep theirs, under a
password that nobody can recover. Copy the folder to keep what it holds.

   $ shrinkwrap init --rpc https://rpc.example --new-account
   password of the new account:
   once more:
   state     /home/mara/.shrinkwrap
   chain     1       https://rpc.example
   account   0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed  new`,
	Flags: []cli.Flag{
		&cli.StringSliceFlag{Name: "rpc", Usage: "add the endpoint at this `URL` (http, https, ws, wss)"},
		&cli.BoolFlag{Name: "new-account", Usage: "make an account"},
		passwordFlag,
		jsonFlag,
	},
	Action: runInit,
}

// initResult is what init prints.
type initResult struct {
	State    string              `json:"state"`
	Chains   map[string][]string `json:"chains"`
	Accounts []string            `json:"accounts"`
	New      string              `json:"newAccount,omitempty"`
}

func runInit(c *cli.Context) error {
	if c.Args().Present() {
		return usageError(fmt.Sprintf("init takes no argument, got %q", c.Args().First()))
	}
	h, err := home.Open()
	if err != nil {
		return err
	}
	if _, err := h.Init(); err != nil {
		return err
	}
	for _, url := range c.StringSlice("rpc") {
		if err := addRPC(c.Context, h, url); err != nil {
			return err
		}
	}
	result := initResult{State: h.Dir}
	if c.Bool("new-account") {
		if result.New, err = addAccount(c, h); err != nil {
			return err
		}
	}
	if err := result.read(h); err != nil {
		return err
	}
	return show(c, result, result.print)
}

// addRPC asks an endpoint for its chain, so that none is kept under a wrong one.
func addRPC(ctx context.Context, h home.Home, url string) error {
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	client, err := ethclient.DialContext(ctx, url)
	if err != nil {
		return fail(exitUnreachable, fmt.Errorf("no chain at %s: %v", url, err))
	}
	defer client.Close()
	id, err := client.ChainID(ctx)
	if err != nil {
		return fail(exitUnreachable, fmt.Errorf("no chain at %s: %v", url, err), "an endpoint is an address that wallets call RPC URL")
	}
	if !id.IsUint64() {
		return fail(exitUnreachable, fmt.Errorf("%s says that its chain id is %v", url, id))
	}
	return h.AddRPC(id.Uint64(), url)
}

func addAccount(c *cli.Context, h home.Home) (string, error) {
	password, err := newPassword(c)
	if err != nil {
		return "", err
	}
	if password == "" {
		return "", usageError("a new account needs a password")
	}
	if _, err := h.Folder("keystore"); err != nil {
		return "", err
	}
	a, err := openKeystore(h).NewAccount(password)
	if err != nil {
		return "", fmt.Errorf("making an account: %v", err)
	}
	return a.Address.Hex(), nil
}

func (r *initResult) read(h home.Home) error {
	config, err := h.Config()
	if err != nil {
		return fail(exitInput, err)
	}
	r.Chains, r.Accounts = map[string][]string{}, []string{}
	for id, chain := range config.Chains {
		r.Chains[id] = chain.RPC
	}
	for _, a := range openKeystore(h).Accounts() {
		r.Accounts = append(r.Accounts, a.Address.Hex())
	}
	return nil
}

func (r initResult) print(w io.Writer) {
	fmt.Fprintf(w, "state     %s\n", r.State)
	for _, id := range slices.Sorted(maps.Keys(r.Chains)) {
		for _, url := range r.Chains[id] {
			fmt.Fprintf(w, "chain     %-8s%s\n", id, url)
		}
	}
	for _, a := range r.Accounts {
		fmt.Fprintf(w, "account   %s", a)
		if a == r.New {
			fmt.Fprint(w, "  new")
		}
		fmt.Fprintln(w)
	}
}
