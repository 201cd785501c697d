package terminal

import (
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
)

// Trust is what a terminal takes from nobody: which escrow it pays on a chain.
// A wrap does not name one; its signature and its product's address hold for one
// escrow only, so that a wrap made for another is found out offline.
type Trust struct {
	Contracts product.Contracts

	// CodeHashes are the keccak-256 hashes that the escrow's code may have; it
	// is compared before anything is paid. None means that nobody vouches for
	// the code but whoever set Explicit.
	CodeHashes []common.Hash

	// Explicit is set where config.toml names the escrow.
	Explicit bool
}

// TrustIn returns the escrow that is trusted on a chain: the software's own, or
// the one that the configuration names for trials.
func TrustIn(config home.Config, chainID uint64) Trust {
	if chain, ok := config.Chain(chainID); ok && chain.Escrow != "" {
		return Trust{Contracts: product.ContractsOf(common.HexToAddress(chain.Escrow)), Explicit: true}
	}
	return Trust{Contracts: product.ContractsOf(bindings.EscrowAddress), CodeHashes: bindings.EscrowCodeHashes[:]}
}

// checkCode returns an error of kind Danger unless the escrow's code is the
// known one. A hash of zero means that there is none.
func (t Trust) checkCode(hash common.Hash) error {
	switch {
	case hash == (common.Hash{}):
		return failuref(Refused, "there is no escrow at %s on this chain", t.Contracts.Escrow)
	case t.Explicit || slices.Contains(t.CodeHashes, hash):
		return nil
	}
	return failuref(Danger, "code of the escrow %s hashes to %s, which is not the known one: do not pay", t.Contracts.Escrow, hash)
}
