package node

import (
	"net/url"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
)

// escrow returns the escrow on a chain and the hashes that its code may have:
// the software's own constants, unless the configuration names others.
func (c ChainConfig) escrow() (common.Address, []common.Hash, error) {
	address, codes := bindings.EscrowAddress, bindings.EscrowCodeHashes[:]
	if c.EscrowCodeHash != "" {
		codes = []common.Hash{common.HexToHash(c.EscrowCodeHash)}
	}
	if c.Escrow == "" {
		return address, codes, nil
	}
	address, err := nodeapi.ParseAddress(c.Escrow)
	return address, codes, err
}

// EscrowAddress returns the escrow on the chain.
func (c ChainConfig) EscrowAddress() (common.Address, error) {
	address, _, err := c.escrow()
	return address, err
}

// providers returns the hosts of the endpoints, without the keys that their
// paths often hold.
func (c ChainConfig) providers() []string {
	hosts := []string{}
	for _, endpoint := range c.Endpoints {
		if u, err := url.Parse(endpoint); err == nil {
			hosts = append(hosts, u.Hostname())
		}
	}
	if len(hosts) == 0 {
		hosts = append(hosts, "in-process")
	}
	return hosts
}
