package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/home"
)

// rpcFlag is on every command that asks a chain.
var rpcFlag = &cli.StringSliceFlag{Name: "rpc", Usage: "ask the chain at this `URL` instead of the configured ones; may be repeated"}

// dial reaches a chain by --rpc or else by the configuration. The caller closes
// the client.
func dial(c *cli.Context, config home.Config, chainID uint64) (*chain.Client, error) {
	urls, err := endpoints(c, config, chainID)
	if err != nil {
		return nil, err
	}
	return dialURLs(c, urls, chain.Options{ChainID: chainID})
}

// dialLazily is dial for who asks a chain few questions: whether it is the right
// one shows at the first of them.
func dialLazily(c *cli.Context, config home.Config, chainID uint64) (*chain.Client, error) {
	urls, err := endpoints(c, config, chainID)
	if err != nil {
		return nil, err
	}
	return dialURLs(c, urls, chain.Options{ChainID: chainID, Lazy: true})
}

func endpoints(c *cli.Context, config home.Config, chainID uint64) ([]string, error) {
	urls := c.StringSlice(rpcFlag.Name)
	if len(urls) == 0 {
		known, _ := config.Chain(chainID)
		urls = known.RPC
	}
	if len(urls) == 0 {
		return nil, fail(exitUnreachable, fmt.Errorf("no endpoint of chain %d is known", chainID),
			`"shrinkwrap init --rpc URL" adds one, --rpc URL names one for this command`)
	}
	return urls, nil
}

// dialURLs reaches a chain. A chain id of 0 is any.
func dialURLs(c *cli.Context, urls []string, o chain.Options) (*chain.Client, error) {
	abis, err := contractABIs()
	if err != nil {
		return nil, err
	}
	o.ABIs, o.Poll = abis, time.Second
	client, err := chain.Dial(c.Context, urls, o)
	return client, dialFailure(c, err)
}

// dialFailure tells a slip on the command line from one in the configuration.
func dialFailure(c *cli.Context, err error) error {
	switch {
	case errors.Is(err, chain.ErrURL) && c.IsSet(rpcFlag.Name):
		return usageError("--rpc: " + err.Error())
	case errors.Is(err, chain.ErrURL):
		return fail(exitInput, fmt.Errorf("config.toml: %w", err))
	}
	return err
}

// contractABIs are the contracts whose errors are put into words.
func contractABIs() (abis []abi.ABI, err error) {
	for _, contract := range []*bind.MetaData{&bindings.EscrowMetaData, &bindings.PaymentRouterMetaData, &bindings.ProductFactoryMetaData, &bindings.ProductMetaData} {
		parsed, err := contract.ParseABI()
		if err != nil {
			return nil, err
		}
		abis = append(abis, *parsed)
	}
	return abis, nil
}
