package terminal

import (
	"github.com/ethereum/go-ethereum/common"

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
