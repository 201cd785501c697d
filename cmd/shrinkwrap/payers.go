package main

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
)

// payers are the accounts that pay the bonds and the gas of disputes, each asked for
// its password once.
type payers struct {
	c    *cli.Context
	home home.Home
	kept map[common.Address]*askingSigner
}

// of returns the account for a purchase: the one that the command line names, or
// the one that paid, or the only one. Where there is none, nor need be, it is nil: a
// wallet has to do it.
func (ps payers) of(p *terminal.Purchase) (chain.Signer, error) {
	if ps.c.Path("key") != "" || ps.c.String("account") != "" {
		address, err := accountAddress(ps.c, ps.home)
		if err != nil {
			return nil, err
		}
		return ps.signer(address, func() (account, error) { return openAccount(ps.c, ps.home) }), nil
	}
	ks := openKeystore(ps.home)
	var address common.Address
	switch all := ks.Accounts(); {
	case p != nil && p.Payment != nil && ks.HasAddress(p.Payment.From):
		address = p.Payment.From
	case len(all) == 1:
		address = all[0].Address
	default:
		return nil, nil
	}
	return ps.signer(address, func() (account, error) {
		password, err := readPassword(ps.c, "password of "+address.Hex()+": ")
		if err != nil {
			return account{}, err
		}
		return unlock(ks, address, password)
	}), nil
}

func (ps payers) signer(address common.Address, open func() (account, error)) chain.Signer {
	if s, ok := ps.kept[address]; ok {
		return s
	}
	s := newAskingSigner(address, open)
	ps.kept[address] = s
	return s
}
