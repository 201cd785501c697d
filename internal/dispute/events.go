package dispute

import (
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
)

// The first topics of the escrow's events about an order that was paid. The
// second is the order.
var (
	DisputedTopic    = crypto.Keccak256Hash([]byte("Disputed(bytes32,address,uint256,uint256,uint256)"))
	KeyReleasedTopic = crypto.Keccak256Hash([]byte("KeyReleased(bytes32,bytes32[3])"))
	RefundedTopic    = crypto.Keccak256Hash([]byte("Refunded(bytes32,address)"))
)

// Event is one of the three, as a log tells it.
//
//	Disputed     data = by(32) ‖ deadline(32) ‖ c(32) ‖ z(32)
//	KeyReleased  data = U affine(96)
//	Refunded     data = by(32)
type Event struct {
	State State // that the order has since
	Order common.Hash
	Data  []byte
	Block uint64
}

// ParseEvent reads a log that the caller took from the escrow's address.
func ParseEvent(log types.Log) (Event, error) {
	if log.Removed {
		return Event{}, fmt.Errorf("event %d of block %s was dropped by a reorganisation", log.Index, log.BlockHash)
	}
	if len(log.Topics) != 2 {
		return Event{}, fmt.Errorf("event %d of block %d has %d topics, want 2", log.Index, log.BlockNumber, len(log.Topics))
	}
	e := Event{Order: log.Topics[1], Data: log.Data, Block: log.BlockNumber}
	var size int
	switch log.Topics[0] {
	case DisputedTopic:
		e.State, size = Disputed, 4*32
	case KeyReleasedTopic:
		e.State, size = Answered, 3*32
	case RefundedTopic:
		e.State, size = Refunded, 32
	default:
		return Event{}, fmt.Errorf("event %s is none about an order", log.Topics[0])
	}
	if len(log.Data) != size {
		return Event{}, fmt.Errorf("event %d of block %d has %d bytes of data, want %d", log.Index, log.BlockNumber, len(log.Data), size)
	}
	return e, nil
}

// Opened is the data of a Disputed event.
type Opened struct {
	By       common.Address
	Deadline uint64 // of the answer, Unix seconds
	Proof    bls.Proof
}

// ParseOpened reads a Disputed event's data. The escrow verified the proof.
func ParseOpened(data []byte) (Opened, error) {
	if len(data) != 4*32 {
		return Opened{}, fmt.Errorf("dispute has %d bytes, want 128", len(data))
	}
	deadline := new(uint256.Int).SetBytes(data[32:64])
	if [12]byte(data[:12]) != [12]byte{} || deadline.BitLen() > 40 {
		return Opened{}, errors.New("dispute is none that an escrow logs")
	}
	proof, err := bls.ParseProof(data[64:])
	return Opened{By: common.Address(data[12:32]), Deadline: deadline.Uint64(), Proof: proof}, err
}
