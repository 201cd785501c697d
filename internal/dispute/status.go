package dispute

import (
	"encoding/binary"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/bindings"
)

// State is what became of an order on chain (IEscrow.OrderState). The numbers
// are the escrow's.
type State uint8

// The states of an order.
const (
	None     State = iota // paid, and nothing since
	Disputed              // until its deadline an answer may come
	Answered              // the release stands on chain, the publisher is paid
	Refunded              // the money went back
)

func (s State) String() string {
	if int(s) < len(stateNames) {
		return stateNames[s]
	}
	return fmt.Sprintf("state %d", uint8(s))
}

var stateNames = [...]string{"none", "disputed", "answered", "refunded"}

// Status is what the escrow keeps of an order.
type Status struct {
	State    State
	By       common.Address // who disputed it, and gets the bond back
	Deadline uint64         // of the answer, Unix seconds
	Bond     *uint256.Int   // wei
}

// AskStatus returns the call of the escrow's view of an order.
func AskStatus(order common.Hash) []byte { return bindings.NewEscrow().PackOrderState(order) }

// ParseStatus reads what [AskStatus] gives: state, by, deadline and bond, four
// words.
func ParseStatus(output []byte) (Status, error) {
	if len(output) != 4*32 {
		return Status{}, fmt.Errorf("order's state has %d bytes, want 128", len(output))
	}
	w := func(i int) []byte { return output[32*i : 32*i+32] }
	state, deadline := new(uint256.Int).SetBytes(w(0)), new(uint256.Int).SetBytes(w(2))
	if state.GtUint64(uint64(Refunded)) || [12]byte(w(1)[:12]) != [12]byte{} || deadline.BitLen() > 40 {
		return Status{}, fmt.Errorf("order's state %#x is none that an escrow keeps", output)
	}
	return Status{
		State: State(state.Uint64()), By: common.Address(w(1)[12:]),
		Deadline: binary.BigEndian.Uint64(w(2)[24:]), Bond: new(uint256.Int).SetBytes(w(3)),
	}, nil
}
