package order

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
)

// ConfirmedTopic is the first topic of a PaymentConfirmed event.
var ConfirmedTopic = crypto.Keccak256Hash([]byte("PaymentConfirmed(bytes32,address,bytes32," +
	"(address,uint8,uint32,uint40,address,address,address,address,address,uint16,uint8,bytes32,uint96,bytes32[3])," +
	"uint256,uint256)"))

// Confirmed is the event by which an escrow announces an order:
//
//	topics  PaymentConfirmed, account, product, releaseKey[0]
//	data    abi.encode(Leaf) ‖ c(32) ‖ z(32)
type Confirmed struct {
	Account common.Hash
	Leaf    Leaf
	Order   common.Hash // the leaf's hash
	Witness [bls.ProofSize]byte

	Block     uint64
	BlockHash common.Hash
	Tx        common.Hash
	LogIndex  uint
}

// ParseConfirmed reads a log, which the caller took from the escrow's address.
// It refuses what an escrow would not have written. The witness c ‖ z is
// whatever the payer gave: see Proof.
func ParseConfirmed(log types.Log) (Confirmed, error) {
	if len(log.Topics) != 4 || log.Topics[0] != ConfirmedTopic {
		return Confirmed{}, ErrNotConfirmed
	}
	if log.Removed {
		return Confirmed{}, fmt.Errorf("PaymentConfirmed in block %s was dropped by a reorganisation", log.BlockHash)
	}
	if want := LeafSize + bls.ProofSize; len(log.Data) != want {
		return Confirmed{}, fmt.Errorf("PaymentConfirmed has %d bytes of data, want %d", len(log.Data), want)
	}
	leaf, err := ParseLeaf(log.Data[:LeafSize])
	if err != nil {
		return Confirmed{}, err
	}
	c := Confirmed{
		Account:   log.Topics[1],
		Leaf:      leaf,
		Order:     leaf.Hash(),
		Witness:   [bls.ProofSize]byte(log.Data[LeafSize:]),
		Block:     log.BlockNumber,
		BlockHash: log.BlockHash,
		Tx:        log.TxHash,
		LogIndex:  log.Index,
	}
	if err := c.checkTopics(log.Topics); err != nil {
		return Confirmed{}, err
	}
	return c, nil
}

func (c Confirmed) checkTopics(topics []common.Hash) error {
	switch {
	case c.Leaf.Offer().Account() != topics[1]:
		return fmt.Errorf("PaymentConfirmed names account %s, its leaf another", topics[1])
	case common.BytesToHash(c.Leaf.Product[:]) != topics[2]:
		return fmt.Errorf("PaymentConfirmed names product %s, its leaf another", topics[2])
	case common.Hash(c.Leaf.ReleaseKey[0]) != topics[3]:
		return fmt.Errorf("PaymentConfirmed names release key %s…, its leaf another", topics[3])
	}
	return nil
}

// Proof returns the witness as a proof, or an error if it is no proof at all.
// Whether it proves is for Verify to say.
func (c Confirmed) Proof() (bls.Proof, error) { return bls.ParseProof(c.Witness[:]) }
