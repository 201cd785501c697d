package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/url"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/command"
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
	if err := command.NoArguments(c); err != nil {
		return err
	}
	h, err := home.Open()
	if err != nil {
		return err
	}
	if _, err := h.Init(); err != nil {
		return err
	}
	for _, address := range c.StringSlice("rpc") {
		if err := addRPC(c.Context, h, address); err != nil {
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

const wantURL = "an endpoint is an address that wallets call RPC URL"

// addRPC asks an endpoint for its chain, so that none is kept under a wrong one.
func addRPC(ctx context.Context, h home.Home, address string) error {
	client, err := chain.Dial(ctx, []string{address}, chain.Options{})
	if errors.Is(err, chain.ErrURL) {
		return usageError("--rpc: "+err.Error(), wantURL)
	}
	if err != nil {
		return fail(exitUnreachable, fmt.Errorf("no chain there: %w", err), wantURL)
	}
	defer client.Close()
	return h.AddRPC(client.ChainID(), address)
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
	for id, known := range config.Chains {
		for _, address := range known.RPC {
			r.Chains[id] = append(r.Chains[id], endpointName(address))
		}
	}
	for _, a := range openKeystore(h).Accounts() {
		r.Accounts = append(r.Accounts, a.Address.Hex())
	}
	return nil
}

// endpointName returns what may be shown of an endpoint: the rest of its address
// may be a key.
func endpointName(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return "an address that cannot be read"
	}
	return u.Scheme + "://" + u.Host
}

func (r initResult) print(w io.Writer) {
	fmt.Fprintf(w, "state     %s\n", r.State)
	for _, id := range slices.Sorted(maps.Keys(r.Chains)) {
		for _, endpoint := range r.Chains[id] {
			fmt.Fprintf(w, "chain     %-8s%s\n", id, endpoint)
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
