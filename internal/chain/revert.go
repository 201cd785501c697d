package chain

import (
	"bytes"
	"errors"
	"fmt"
	"math/big"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"
)

// RevertError is a call or transaction that a contract refused.
type RevertError struct {
	Name string // of the contract's custom error, as "Escrow_SoldOut", or "" if it is none of Options.ABIs'
	Args []any  // of the custom error
	Data []byte // as the contract returned it
	Text string // for people: the custom error and its arguments, or the reason
}

func (e *RevertError) Error() string { return "contract refuses: " + e.Text }

// explain makes a revert's error a RevertError, and leaves others as they are.
func (c *Client) explain(err error) error {
	var answer rpc.Error
	if err == nil || !errors.As(err, &answer) {
		return err
	}
	data := revertData(err)
	if data == nil && answer.ErrorCode() != codeReverted && !strings.Contains(answer.Error(), "revert") {
		return err
	}
	if len(data) == 0 {
		return &RevertError{Text: "without a reason (" + answer.Error() + ")"}
	}
	return c.DecodeRevert(data)
}

// revertData is what a contract returned with its revert, in the ways that
// go-ethereum, Anvil and Hardhat give it, or nil.
func revertData(err error) []byte {
	var answer rpc.DataError
	if !errors.As(err, &answer) {
		return nil
	}
	value := answer.ErrorData()
	if object, ok := value.(map[string]any); ok {
		value = object["data"]
	}
	text, ok := value.(string)
	if !ok {
		return nil
	}
	data, err := hexutil.Decode(text)
	if err != nil {
		return nil
	}
	return data
}

// DecodeRevert reads what a contract returned with its revert: a custom error
// of Options.ABIs, Error(string), Panic(uint256) or another.
func (c *Client) DecodeRevert(data []byte) *RevertError {
	if len(data) == 0 {
		return &RevertError{Text: "without a reason"}
	}
	if custom := c.customError(data); custom != nil {
		return custom
	}
	if reason, err := abi.UnpackRevert(data); err == nil {
		return &RevertError{Data: data, Text: fmt.Sprintf("%q", reason)}
	}
	return &RevertError{Data: data, Text: fmt.Sprintf("unknown error %#x with %d bytes", data[:min(4, len(data))], max(len(data)-4, 0))}
}

func (c *Client) customError(data []byte) *RevertError {
	if len(data) < 4 {
		return nil
	}
	for _, contract := range c.o.ABIs {
		for _, custom := range contract.Errors {
			if !bytes.Equal(custom.ID[:4], data[:4]) {
				continue
			}
			args, err := custom.Inputs.Unpack(data[4:])
			if err != nil {
				continue
			}
			return &RevertError{Name: custom.Name, Args: args, Data: data, Text: sentence(custom.Name, args)}
		}
	}
	return nil
}

// sentence writes a custom error as "Name(1, 0xab…)".
func sentence(name string, args []any) string {
	var words []string
	for _, arg := range args {
		switch v := arg.(type) {
		case *big.Int, common.Address, bool, string, uint8, uint16, uint32, uint64:
			words = append(words, fmt.Sprint(v))
		default:
			words = append(words, fmt.Sprintf("%#x", v))
		}
	}
	return name + "(" + strings.Join(words, ", ") + ")"
}
