// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package bindings

import (
	"bytes"
	"errors"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// Reference imports to suppress errors if they are not otherwise used.
var (
	_ = bytes.Equal
	_ = errors.New
	_ = big.NewInt
	_ = common.Big1
	_ = types.BloomLookup
	_ = abi.ConvertType
)

// NaiveEscrowMetaData contains all meta data concerning the NaiveEscrow contract.
var NaiveEscrowMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"}],\"name\":\"NaiveEscrow_Known\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"time\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"due\",\"type\":\"uint256\"}],\"name\":\"NaiveEscrow_NotYet\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}],\"name\":\"NaiveEscrow_SendFailed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"}],\"name\":\"NaiveEscrow_Unknown\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"SafeERC20FailedOperation\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"payer\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"time\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32[3]\",\"name\":\"releaseKey\",\"type\":\"bytes32[3]\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"c\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"z\",\"type\":\"uint256\"}],\"name\":\"Paid\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"WINDOW\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"},{\"internalType\":\"bytes32[3]\",\"name\":\"releaseKey\",\"type\":\"bytes32[3]\"},{\"internalType\":\"uint256\",\"name\":\"c\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"z\",\"type\":\"uint256\"}],\"name\":\"buy\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"bytes32[3]\",\"name\":\"releaseKey\",\"type\":\"bytes32[3]\"},{\"internalType\":\"uint256\",\"name\":\"c\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"z\",\"type\":\"uint256\"}],\"name\":\"buyWithToken\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"}],\"name\":\"orders\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"payer\",\"type\":\"address\"},{\"internalType\":\"uint96\",\"name\":\"amount\",\"type\":\"uint96\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"bytes32[3]\",\"name\":\"releaseKey\",\"type\":\"bytes32[3]\"},{\"internalType\":\"uint256\",\"name\":\"time\",\"type\":\"uint256\"}],\"name\":\"withdraw\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "NaiveEscrow",
	Bin: "0x6080806040523460155761083e908161001a8239f35b5f80fdfe60806040526004361015610011575f80fd5b5f3560e01c8063057b2b1c146103ad578063731d57181461014a5780639c3f1e90146100e6578063a31d7ffb1461008f5763a53e541214610050575f80fd5b3461008b575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261008b576020604051620151808152f35b5f80fd5b3461008b5760c07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261008b576100c6610507565b6100ce61052a565b903660a41161008b576100e49160a4359161060e565b005b3461008b5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261008b576004355f525f6020526040805f205481519073ffffffffffffffffffffffffffffffffffffffff8116825260a01c6020820152f35b3461008b576101007ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261008b57610182610507565b61018a61052a565b604435903660c41161008b5760405160208101906101dc816101b0426064878a8861054d565b037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe081018352826105cd565b51902090815f525f60205273ffffffffffffffffffffffffffffffffffffffff60405f2054166103815773ffffffffffffffffffffffffffffffffffffffff9060405161022881610584565b338152602081016bffffffffffffffffffffffff86168152845f525f6020527fffffffffffffffffffffffff00000000000000000000000000000000000000008460405f20935116915160a01b16179055169283917ff21477c42e05cb09fa4b632765897945ca12fac1e086b96cac2fcefd1713b7b361010073ffffffffffffffffffffffffffffffffffffffff60405194338652876020870152426040870152606060648188013760c43560c087015260e43560e08701521693a4604051907f23b872dd000000000000000000000000000000000000000000000000000000005f52336004523060245260445260205f60648180865af19060015f5114821615610361575b501561033657005b7f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b60018215166103795750813b15153d1516168261032e565b3d5f823e3d90fd5b507f13d0fad8000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b60c07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261008b576103df610507565b3660841161008b576040516020810190610401816101b04260245f888861054d565b51902090815f525f60205273ffffffffffffffffffffffffffffffffffffffff60405f205416610381575f9160405161043981610584565b338152602081016bffffffffffffffffffffffff34168152828552846020527fffffffffffffffffffffffff000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff60408720935116915160a01b161790557ff21477c42e05cb09fa4b632765897945ca12fac1e086b96cac2fcefd1713b7b361010073ffffffffffffffffffffffffffffffffffffffff60405194338652346020870152426040870152606060248188013760843560c087015260a43560e08701521693a4005b6004359073ffffffffffffffffffffffffffffffffffffffff8216820361008b57565b6024359073ffffffffffffffffffffffffffffffffffffffff8216820361008b57565b9094939260609073ffffffffffffffffffffffffffffffffffffffff60a0948160c086019916855216602084015260408301370152565b6040810190811067ffffffffffffffff8211176105a057604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff8211176105a057604052565b91620151808101808211610811578042106107e2575060405161063d816101b06020820194604487898861054d565b51902090815f525f60205260405f205460a01c9182156107b7579073ffffffffffffffffffffffffffffffffffffffff915f525f6020525f6040812055168061072e57505f80808093855af13d15610729573d67ffffffffffffffff81116105a057604051906106d560207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f84011601836105cd565b81525f60203d92013e5b156106e75750565b73ffffffffffffffffffffffffffffffffffffffff907fc59425cd000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b6106df565b919073ffffffffffffffffffffffffffffffffffffffff604051927fa9059cbb000000000000000000000000000000000000000000000000000000005f521660045260245260205f60448180865af19060015f5114821615610796575b604052156103365750565b9060018115166107ae57823b15153d1516169061078b565b503d5f823e3d90fd5b7f660ea976000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7ff5086004000000000000000000000000000000000000000000000000000000005f524260045260245260445ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd",
}

// NaiveEscrow is an auto generated Go binding around an Ethereum contract.
type NaiveEscrow struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *NaiveEscrow) GetABI() abi.ABI {
	return c.abi
}

// NewNaiveEscrow creates a new instance of NaiveEscrow.
func NewNaiveEscrow() *NaiveEscrow {
	parsed, err := NaiveEscrowMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &NaiveEscrow{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *NaiveEscrow) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackWINDOW is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa53e5412.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function WINDOW() view returns(uint256)
func (naiveEscrow *NaiveEscrow) PackWINDOW() []byte {
	enc, err := naiveEscrow.abi.Pack("WINDOW")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWINDOW is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa53e5412.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function WINDOW() view returns(uint256)
func (naiveEscrow *NaiveEscrow) TryPackWINDOW() ([]byte, error) {
	return naiveEscrow.abi.Pack("WINDOW")
}

// UnpackWINDOW is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa53e5412.
//
// Solidity: function WINDOW() view returns(uint256)
func (naiveEscrow *NaiveEscrow) UnpackWINDOW(data []byte) (*big.Int, error) {
	out, err := naiveEscrow.abi.Unpack("WINDOW", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackBuy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x057b2b1c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function buy(address publisher, bytes32[3] releaseKey, uint256 c, uint256 z) payable returns()
func (naiveEscrow *NaiveEscrow) PackBuy(publisher common.Address, releaseKey [3][32]byte, c *big.Int, z *big.Int) []byte {
	enc, err := naiveEscrow.abi.Pack("buy", publisher, releaseKey, c, z)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBuy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x057b2b1c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function buy(address publisher, bytes32[3] releaseKey, uint256 c, uint256 z) payable returns()
func (naiveEscrow *NaiveEscrow) TryPackBuy(publisher common.Address, releaseKey [3][32]byte, c *big.Int, z *big.Int) ([]byte, error) {
	return naiveEscrow.abi.Pack("buy", publisher, releaseKey, c, z)
}

// PackBuyWithToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x731d5718.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function buyWithToken(address publisher, address token, uint256 amount, bytes32[3] releaseKey, uint256 c, uint256 z) returns()
func (naiveEscrow *NaiveEscrow) PackBuyWithToken(publisher common.Address, token common.Address, amount *big.Int, releaseKey [3][32]byte, c *big.Int, z *big.Int) []byte {
	enc, err := naiveEscrow.abi.Pack("buyWithToken", publisher, token, amount, releaseKey, c, z)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBuyWithToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x731d5718.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function buyWithToken(address publisher, address token, uint256 amount, bytes32[3] releaseKey, uint256 c, uint256 z) returns()
func (naiveEscrow *NaiveEscrow) TryPackBuyWithToken(publisher common.Address, token common.Address, amount *big.Int, releaseKey [3][32]byte, c *big.Int, z *big.Int) ([]byte, error) {
	return naiveEscrow.abi.Pack("buyWithToken", publisher, token, amount, releaseKey, c, z)
}

// PackOrders is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9c3f1e90.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function orders(bytes32 key) view returns(address payer, uint96 amount)
func (naiveEscrow *NaiveEscrow) PackOrders(key [32]byte) []byte {
	enc, err := naiveEscrow.abi.Pack("orders", key)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOrders is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9c3f1e90.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function orders(bytes32 key) view returns(address payer, uint96 amount)
func (naiveEscrow *NaiveEscrow) TryPackOrders(key [32]byte) ([]byte, error) {
	return naiveEscrow.abi.Pack("orders", key)
}

// OrdersOutput serves as a container for the return parameters of contract
// method Orders.
type OrdersOutput struct {
	Payer  common.Address
	Amount *big.Int
}

// UnpackOrders is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9c3f1e90.
//
// Solidity: function orders(bytes32 key) view returns(address payer, uint96 amount)
func (naiveEscrow *NaiveEscrow) UnpackOrders(data []byte) (OrdersOutput, error) {
	out, err := naiveEscrow.abi.Unpack("orders", data)
	outstruct := new(OrdersOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Payer = *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	outstruct.Amount = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa31d7ffb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function withdraw(address publisher, address token, bytes32[3] releaseKey, uint256 time) returns()
func (naiveEscrow *NaiveEscrow) PackWithdraw(publisher common.Address, token common.Address, releaseKey [3][32]byte, time *big.Int) []byte {
	enc, err := naiveEscrow.abi.Pack("withdraw", publisher, token, releaseKey, time)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa31d7ffb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function withdraw(address publisher, address token, bytes32[3] releaseKey, uint256 time) returns()
func (naiveEscrow *NaiveEscrow) TryPackWithdraw(publisher common.Address, token common.Address, releaseKey [3][32]byte, time *big.Int) ([]byte, error) {
	return naiveEscrow.abi.Pack("withdraw", publisher, token, releaseKey, time)
}

// NaiveEscrowPaid represents a Paid event raised by the NaiveEscrow contract.
type NaiveEscrowPaid struct {
	Key        [32]byte
	Publisher  common.Address
	Token      common.Address
	Payer      common.Address
	Amount     *big.Int
	Time       *big.Int
	ReleaseKey [3][32]byte
	C          *big.Int
	Z          *big.Int
	Raw        *types.Log // Blockchain specific contextual infos
}

const NaiveEscrowPaidEventName = "Paid"

// ContractEventName returns the user-defined event name.
func (NaiveEscrowPaid) ContractEventName() string {
	return NaiveEscrowPaidEventName
}

// UnpackPaidEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Paid(bytes32 indexed key, address indexed publisher, address indexed token, address payer, uint256 amount, uint256 time, bytes32[3] releaseKey, uint256 c, uint256 z)
func (naiveEscrow *NaiveEscrow) UnpackPaidEvent(log *types.Log) (*NaiveEscrowPaid, error) {
	event := "Paid"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != naiveEscrow.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NaiveEscrowPaid)
	if len(log.Data) > 0 {
		if err := naiveEscrow.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range naiveEscrow.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (naiveEscrow *NaiveEscrow) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], naiveEscrow.abi.Errors["NaiveEscrow_Known"].ID.Bytes()[:4]) {
		return naiveEscrow.UnpackNaiveEscrowKnownError(raw[4:])
	}
	if bytes.Equal(raw[:4], naiveEscrow.abi.Errors["NaiveEscrow_NotYet"].ID.Bytes()[:4]) {
		return naiveEscrow.UnpackNaiveEscrowNotYetError(raw[4:])
	}
	if bytes.Equal(raw[:4], naiveEscrow.abi.Errors["NaiveEscrow_SendFailed"].ID.Bytes()[:4]) {
		return naiveEscrow.UnpackNaiveEscrowSendFailedError(raw[4:])
	}
	if bytes.Equal(raw[:4], naiveEscrow.abi.Errors["NaiveEscrow_Unknown"].ID.Bytes()[:4]) {
		return naiveEscrow.UnpackNaiveEscrowUnknownError(raw[4:])
	}
	if bytes.Equal(raw[:4], naiveEscrow.abi.Errors["SafeERC20FailedOperation"].ID.Bytes()[:4]) {
		return naiveEscrow.UnpackSafeERC20FailedOperationError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// NaiveEscrowNaiveEscrowKnown represents a NaiveEscrow_Known error raised by the NaiveEscrow contract.
type NaiveEscrowNaiveEscrowKnown struct {
	Key [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NaiveEscrow_Known(bytes32 key)
func NaiveEscrowNaiveEscrowKnownErrorID() common.Hash {
	return common.HexToHash("0x13d0fad89c20ae9b932718044d1c090e7f6196616150ea9e8e1a092038304e13")
}

// UnpackNaiveEscrowKnownError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NaiveEscrow_Known(bytes32 key)
func (naiveEscrow *NaiveEscrow) UnpackNaiveEscrowKnownError(raw []byte) (*NaiveEscrowNaiveEscrowKnown, error) {
	out := new(NaiveEscrowNaiveEscrowKnown)
	if err := naiveEscrow.abi.UnpackIntoInterface(out, "NaiveEscrow_Known", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NaiveEscrowNaiveEscrowNotYet represents a NaiveEscrow_NotYet error raised by the NaiveEscrow contract.
type NaiveEscrowNaiveEscrowNotYet struct {
	Time *big.Int
	Due  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NaiveEscrow_NotYet(uint256 time, uint256 due)
func NaiveEscrowNaiveEscrowNotYetErrorID() common.Hash {
	return common.HexToHash("0xf5086004f093f9c9adf267308faf3c05164ebbc3d581b081363989c5a27c4196")
}

// UnpackNaiveEscrowNotYetError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NaiveEscrow_NotYet(uint256 time, uint256 due)
func (naiveEscrow *NaiveEscrow) UnpackNaiveEscrowNotYetError(raw []byte) (*NaiveEscrowNaiveEscrowNotYet, error) {
	out := new(NaiveEscrowNaiveEscrowNotYet)
	if err := naiveEscrow.abi.UnpackIntoInterface(out, "NaiveEscrow_NotYet", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NaiveEscrowNaiveEscrowSendFailed represents a NaiveEscrow_SendFailed error raised by the NaiveEscrow contract.
type NaiveEscrowNaiveEscrowSendFailed struct {
	To common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NaiveEscrow_SendFailed(address to)
func NaiveEscrowNaiveEscrowSendFailedErrorID() common.Hash {
	return common.HexToHash("0xc59425cd2f4d431859d58ca96478d5b73812a4834d8294ec90fa3b659654d226")
}

// UnpackNaiveEscrowSendFailedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NaiveEscrow_SendFailed(address to)
func (naiveEscrow *NaiveEscrow) UnpackNaiveEscrowSendFailedError(raw []byte) (*NaiveEscrowNaiveEscrowSendFailed, error) {
	out := new(NaiveEscrowNaiveEscrowSendFailed)
	if err := naiveEscrow.abi.UnpackIntoInterface(out, "NaiveEscrow_SendFailed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NaiveEscrowNaiveEscrowUnknown represents a NaiveEscrow_Unknown error raised by the NaiveEscrow contract.
type NaiveEscrowNaiveEscrowUnknown struct {
	Key [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NaiveEscrow_Unknown(bytes32 key)
func NaiveEscrowNaiveEscrowUnknownErrorID() common.Hash {
	return common.HexToHash("0x660ea976fc9dcbb82e7f35fe7675f521dec388a60f86d3c7155b4d8886af83e9")
}

// UnpackNaiveEscrowUnknownError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NaiveEscrow_Unknown(bytes32 key)
func (naiveEscrow *NaiveEscrow) UnpackNaiveEscrowUnknownError(raw []byte) (*NaiveEscrowNaiveEscrowUnknown, error) {
	out := new(NaiveEscrowNaiveEscrowUnknown)
	if err := naiveEscrow.abi.UnpackIntoInterface(out, "NaiveEscrow_Unknown", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NaiveEscrowSafeERC20FailedOperation represents a SafeERC20FailedOperation error raised by the NaiveEscrow contract.
type NaiveEscrowSafeERC20FailedOperation struct {
	Token common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeERC20FailedOperation(address token)
func NaiveEscrowSafeERC20FailedOperationErrorID() common.Hash {
	return common.HexToHash("0x5274afe73c98b4749fc91ffae6b7b574e7842cb2144a159e9377a5f20b32edf9")
}

// UnpackSafeERC20FailedOperationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeERC20FailedOperation(address token)
func (naiveEscrow *NaiveEscrow) UnpackSafeERC20FailedOperationError(raw []byte) (*NaiveEscrowSafeERC20FailedOperation, error) {
	out := new(NaiveEscrowSafeERC20FailedOperation)
	if err := naiveEscrow.abi.UnpackIntoInterface(out, "SafeERC20FailedOperation", raw); err != nil {
		return nil, err
	}
	return out, nil
}
