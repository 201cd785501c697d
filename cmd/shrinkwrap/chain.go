package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/ethereum/go-ethereum/common"
	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/command"
	"github.com/shrinkwrap/shrinkwrap/internal/home"
)

var chainCommand = &cli.Command{
	Name:        "chain",
	Usage:       "what is done once for a chain",
	Subcommands: []*cli.Command{chainDeployCommand},
}

var chainDeployCommand = &cli.Command{
	Name:      "deploy",
	Usage:     "put the escrow on a chain that lacks it",
	ArgsUsage: " ",
	Description: `The escrow, with its router, its product factory and the products' template, has
the same addresses on every chain: anyone may deploy it, nobody can change it,
and it belongs to nobody. Where it stands already nothing is sent. It is deployed
through the deterministic deployer, which is put on the chain first if that lacks
it, too. A chain without the pairing precompiles (EIP-2537) refuses it.

   $ shrinkwrap chain deploy --rpc http://127.0.0.1:8545 --key funded.key
   deploying the escrow on chain 1337, paid for by 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed
   chain     1337
   escrow    0xEBE795D6F38d5A2D2Ea1fa4Ed6B4D0A12C2A5e2f
   router    0x8BfBc3a4a0D9b6B3f9aE7c2f7E6B5a2d81c49a0F
   factory   0x27b1fdb04752bbc536007a920d24acb045561c26
   template  0x3d9b6e1D1f5f3B3C1b0A4b7f2C6A2e4fCc1D5e0A
   deployed  in transaction 0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060`,
	Flags: slices.Concat(
		[]cli.Flag{rpcFlag, &cli.Uint64Flag{Name: "chain", Usage: "the configured chain of this `ID`; needed where several are and --rpc names none"}},
		accountFlags,
		[]cli.Flag{jsonFlag},
	),
	Action: runChainDeploy,
}

// deploymentView is what chain deploy prints.
type deploymentView struct {
	ChainID     uint64 `json:"chainId"`
	Escrow      string `json:"escrow"`
	Router      string `json:"router"`
	Factory     string `json:"factory"`
	Template    string `json:"template"`
	Transaction string `json:"transaction,omitempty"` // none: it stood there before
}

func runChainDeploy(c *cli.Context) error {
	if err := command.NoArguments(c); err != nil {
		return err
	}
	h, err := home.Open()
	if err != nil {
		return err
	}
	client, err := dialOnly(c, h)
	if err != nil {
		return err
	}
	defer client.Close()
	view := deploymentView{
		ChainID: client.ChainID(),
		Escrow:  bindings.EscrowAddress.Hex(), Router: bindings.RouterAddress.Hex(),
		Factory: bindings.FactoryAddress.Hex(), Template: bindings.TemplateAddress.Hex(),
	}
	there, err := escrowStands(c, client)
	if err != nil {
		return err
	}
	if !there {
		if view.Transaction, err = deployEscrow(c, h, client); err != nil {
			return err
		}
	}
	return show(c, view, view.print)
}

// dialOnly reaches the chain that --rpc or --chain names, or the only one that is
// configured.
func dialOnly(c *cli.Context, h home.Home) (*chain.Client, error) {
	config, err := h.Config()
	if err != nil {
		return nil, fail(exitInput, err)
	}
	if urls := c.StringSlice(rpcFlag.Name); len(urls) > 0 {
		return dialURLs(c, urls, chain.Options{ChainID: c.Uint64("chain")})
	}
	id := c.Uint64("chain")
	if id == 0 && len(config.Chains) == 0 {
		return nil, usageError("no chain is configured", "--rpc URL names an endpoint of one")
	}
	if id == 0 && len(config.Chains) > 1 {
		return nil, usageError(fmt.Sprintf("%d chains are configured", len(config.Chains)), "--chain ID chooses one, --rpc URL names an endpoint of another")
	}
	if id == 0 {
		for name := range config.Chains {
			if id, err = strconv.ParseUint(name, 10, 64); err != nil {
				return nil, err
			}
		}
	}
	return dial(c, config, id)
}

// escrowStands reports whether the escrow is on the chain, and refuses another
// code in its place.
func escrowStands(c *cli.Context, client *chain.Client) (bool, error) {
	hash, err := client.CodeHash(c.Context, bindings.EscrowAddress)
	if err != nil || hash == (common.Hash{}) {
		return false, err
	}
	if !slices.Contains(bindings.EscrowCodeHashes[:], hash) {
		return false, fail(exitDanger, fmt.Errorf("the code at %s on chain %d hashes to %s, which is not the escrow's", bindings.EscrowAddress, client.ChainID(), hash),
			"this chain has another contract in the escrow's place, or this software is too old for it: pay nothing there")
	}
	return true, nil
}

func deployEscrow(c *cli.Context, h home.Home, client *chain.Client) (string, error) {
	a, err := openAccount(c, h)
	if err != nil {
		return "", err
	}
	say(c, "deploying the escrow on chain %d, paid for by %s", client.ChainID(), a.Address)
	sender := &chain.Sender{Client: client, Signer: chain.NewKeySigner(a.Key())}
	address, receipt, err := sender.Deploy(c.Context, chain.Deployment{InitCode: bindings.EscrowInitCode, Salt: bindings.Salt})
	if err != nil {
		return "", err
	}
	if address != bindings.EscrowAddress {
		return "", fmt.Errorf("the escrow stands at %s, expected at %s: this software was built wrongly", address, bindings.EscrowAddress)
	}
	there, err := escrowStands(c, client)
	if err == nil && !there {
		err = errors.New("the escrow was deployed and is not there")
	}
	if err != nil || receipt == nil {
		return "", err
	}
	return receipt.TxHash.Hex(), nil
}

func (v deploymentView) print(w io.Writer) {
	fmt.Fprintf(w, "chain     %d\nescrow    %s\nrouter    %s\nfactory   %s\ntemplate  %s\n", v.ChainID, v.Escrow, v.Router, v.Factory, v.Template)
	if v.Transaction == "" {
		fmt.Fprintln(w, "deployed  before")
		return
	}
	fmt.Fprintf(w, "deployed  in transaction %s\n", v.Transaction)
}
