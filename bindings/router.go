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

// PaymentRouterMetaData contains all meta data concerning the PaymentRouter contract.
var PaymentRouterMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[],\"name\":\"PaymentRouter_Locked\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"escrow\",\"type\":\"address\"}],\"name\":\"PaymentRouter_NotEscrow\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"PaymentRouter_SendFailed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"SafeERC20FailedOperation\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ESCROW\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"FACTORY\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"terms\",\"type\":\"bytes\"},{\"internalType\":\"uint8\",\"name\":\"tier\",\"type\":\"uint8\"},{\"internalType\":\"bytes32[3]\",\"name\":\"releaseKey\",\"type\":\"bytes32[3]\"},{\"internalType\":\"uint256\",\"name\":\"c\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"z\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"offerHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint96\",\"name\":\"maxPrice\",\"type\":\"uint96\"},{\"internalType\":\"address\",\"name\":\"refundTo\",\"type\":\"address\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"deployAndBuy\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"product\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"order\",\"type\":\"bytes32\"}],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"stateMutability\":\"payable\",\"type\":\"receive\"}]",
	ID:  "PaymentRouter",
	Bin: "0x60c0346100b3573360808190526135a560f21b6020830190815260609190911b6022830152600160f91b6036830152601782526040820191906001600160401b0383118284101761009f576040839052905190206001600160a01b031660a052610ba690816100b8823960805181818160310152818161010001528181610384015281816106ec01526108f7015260a05181818161027801526104f70152f35b634e487b7160e01b5f52604160045260245ffd5b5f80fdfe6080806040526004361015610089575b50361561001a575f80fd5b73ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001680330361005a57005b7f47184e91000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b5f3560e01c9081632dd31000146104af575080638b6274d0146101285763e681c4aa146100b6575f61000f565b34610124575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261012457602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b5f80fd5b6101607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101245760043567ffffffffffffffff81116101245761017390369060040161051b565b906024359060ff8216809203610124573660a4116101245761010435906bffffffffffffffffffffffff821680920361012457610124359073ffffffffffffffffffffffffffffffffffffffff8216809203610124576101443567ffffffffffffffff8111610124576101ea90369060040161051b565b95909160ff5f5c166104875760017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff005f5c16175f5d604051917e774360000000000000000000000000000000000000000000000000000000008352602060048401526020838061025e6024820185876105b7565b03815f73ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165af192831561042b575f93610436575b50603c116101245760209161036a602873ffffffffffffffffffffffffffffffffffffffff93013560601c946102de888761062f565b996102e934476105f5565b97604051998a9687967f10e88d68000000000000000000000000000000000000000000000000000000008852336004890152169b8c6024880152604487015260606044606488013760a43560c487015260c43560e487015260e4356101048701526101248601526101448501526101806101648501526101848401916105b7565b03813473ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165af192831561042b575f936103f4575b50906040946103c292610827565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff005f5c165f5d82519182526020820152f35b919092506020823d602011610423575b8161041160209383610549565b810103126101245790519160406103b4565b3d9150610404565b6040513d5f823e3d90fd5b9092506020813d60201161047f575b8161045260209383610549565b81010312610124575173ffffffffffffffffffffffffffffffffffffffff811681036101245791886102a8565b3d9150610445565b7f6b772b03000000000000000000000000000000000000000000000000000000005f5260045ffd5b34610124575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101245760209073ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b9181601f840112156101245782359167ffffffffffffffff8311610124576020838186019501011161012457565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff82111761058a57604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b601f82602094937fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe093818652868601375f8582860101520116010190565b9190820391821161060257565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b919073ffffffffffffffffffffffffffffffffffffffff8316908115610820576040517f70a08231000000000000000000000000000000000000000000000000000000008152306004820152602081602481865afa90811561042b575f916107ee575b50936040517f23b872dd000000000000000000000000000000000000000000000000000000005f5233600452306024528260445260205f60648180865af19060015f51148216156107cd575b6040525f606052156107a1577f000000000000000000000000000000000000000000000000000000000000000090610717838383610a4b565b15610723575b50505050565b61072d8282610abf565b15610775579061073d9291610b44565b1561074a5780808061071d565b7f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b837f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b827f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b9060018115166107e557823b15153d151616906106de565b503d5f823e3d90fd5b90506020813d602011610818575b8161080960209383610549565b8101031261012457515f610692565b3d91506107fc565b505f925050565b73ffffffffffffffffffffffffffffffffffffffff811691826108f5575b50505061085290476105f5565b80156108f2575f80808084335af13d156108ed573d67ffffffffffffffff811161058a57604051906108ac60207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f8401160183610549565b81525f60203d92013e5b156108be5750565b7f1632d692000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b6108b6565b50565b7f00000000000000000000000000000000000000000000000000000000000000006109215f8285610a4b565b15610a26575b50604051907f70a08231000000000000000000000000000000000000000000000000000000008252306004830152602082602481875afa801561042b575f906109f2575b61097592506105f5565b90811561084557604051917fa9059cbb000000000000000000000000000000000000000000000000000000005f523360045260245260205f60448180855af19060015f51148216156109d3575b50906040521561074a578080610845565b60018215166109e9573b15153d1516165f6109c2565b823d5f823e3d90fd5b506020823d602011610a1e575b81610a0c60209383610549565b8101031261012457610975915161096b565b3d91506109ff565b610a308184610abf565b15610775575f610a409184610b44565b156107a1575f610927565b929173ffffffffffffffffffffffffffffffffffffffff604051927f095ea7b3000000000000000000000000000000000000000000000000000000005f521660045260245260205f60448180875af19260015f5114841615610aae575b50604052565b3d15903b151516909216915f610aa8565b919073ffffffffffffffffffffffffffffffffffffffff604051917f095ea7b3000000000000000000000000000000000000000000000000000000005f52166004525f60245260205f60448180875af19260015f5114841615610b225750604052565b60018492941516610b3b573b15153d151616915f610aa8565b833d5f823e3d90fd5b929173ffffffffffffffffffffffffffffffffffffffff604051927f095ea7b3000000000000000000000000000000000000000000000000000000005f521660045260245260205f60448180875af19260015f5114841615610b22575060405256",
}

// PaymentRouter is an auto generated Go binding around an Ethereum contract.
type PaymentRouter struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *PaymentRouter) GetABI() abi.ABI {
	return c.abi
}

// NewPaymentRouter creates a new instance of PaymentRouter.
func NewPaymentRouter() *PaymentRouter {
	parsed, err := PaymentRouterMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &PaymentRouter{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *PaymentRouter) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackESCROW is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe681c4aa.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ESCROW() view returns(address)
func (paymentRouter *PaymentRouter) PackESCROW() []byte {
	enc, err := paymentRouter.abi.Pack("ESCROW")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackESCROW is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe681c4aa.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function ESCROW() view returns(address)
func (paymentRouter *PaymentRouter) TryPackESCROW() ([]byte, error) {
	return paymentRouter.abi.Pack("ESCROW")
}

// UnpackESCROW is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe681c4aa.
//
// Solidity: function ESCROW() view returns(address)
func (paymentRouter *PaymentRouter) UnpackESCROW(data []byte) (common.Address, error) {
	out, err := paymentRouter.abi.Unpack("ESCROW", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackFACTORY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2dd31000.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function FACTORY() view returns(address)
func (paymentRouter *PaymentRouter) PackFACTORY() []byte {
	enc, err := paymentRouter.abi.Pack("FACTORY")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFACTORY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2dd31000.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function FACTORY() view returns(address)
func (paymentRouter *PaymentRouter) TryPackFACTORY() ([]byte, error) {
	return paymentRouter.abi.Pack("FACTORY")
}

// UnpackFACTORY is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2dd31000.
//
// Solidity: function FACTORY() view returns(address)
func (paymentRouter *PaymentRouter) UnpackFACTORY(data []byte) (common.Address, error) {
	out, err := paymentRouter.abi.Unpack("FACTORY", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackDeployAndBuy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8b6274d0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function deployAndBuy(bytes terms, uint8 tier, bytes32[3] releaseKey, uint256 c, uint256 z, bytes32 offerHash, uint96 maxPrice, address refundTo, bytes data) payable returns(address product, bytes32 order)
func (paymentRouter *PaymentRouter) PackDeployAndBuy(terms []byte, tier uint8, releaseKey [3][32]byte, c *big.Int, z *big.Int, offerHash [32]byte, maxPrice *big.Int, refundTo common.Address, data []byte) []byte {
	enc, err := paymentRouter.abi.Pack("deployAndBuy", terms, tier, releaseKey, c, z, offerHash, maxPrice, refundTo, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDeployAndBuy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8b6274d0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function deployAndBuy(bytes terms, uint8 tier, bytes32[3] releaseKey, uint256 c, uint256 z, bytes32 offerHash, uint96 maxPrice, address refundTo, bytes data) payable returns(address product, bytes32 order)
func (paymentRouter *PaymentRouter) TryPackDeployAndBuy(terms []byte, tier uint8, releaseKey [3][32]byte, c *big.Int, z *big.Int, offerHash [32]byte, maxPrice *big.Int, refundTo common.Address, data []byte) ([]byte, error) {
	return paymentRouter.abi.Pack("deployAndBuy", terms, tier, releaseKey, c, z, offerHash, maxPrice, refundTo, data)
}

// DeployAndBuyOutput serves as a container for the return parameters of contract
// method DeployAndBuy.
type DeployAndBuyOutput struct {
	Product common.Address
	Order   [32]byte
}

// UnpackDeployAndBuy is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8b6274d0.
//
// Solidity: function deployAndBuy(bytes terms, uint8 tier, bytes32[3] releaseKey, uint256 c, uint256 z, bytes32 offerHash, uint96 maxPrice, address refundTo, bytes data) payable returns(address product, bytes32 order)
func (paymentRouter *PaymentRouter) UnpackDeployAndBuy(data []byte) (DeployAndBuyOutput, error) {
	out, err := paymentRouter.abi.Unpack("deployAndBuy", data)
	outstruct := new(DeployAndBuyOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Product = *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	outstruct.Order = *abi.ConvertType(out[1], new([32]byte)).(*[32]byte)
	return *outstruct, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (paymentRouter *PaymentRouter) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], paymentRouter.abi.Errors["PaymentRouter_Locked"].ID.Bytes()[:4]) {
		return paymentRouter.UnpackPaymentRouterLockedError(raw[4:])
	}
	if bytes.Equal(raw[:4], paymentRouter.abi.Errors["PaymentRouter_NotEscrow"].ID.Bytes()[:4]) {
		return paymentRouter.UnpackPaymentRouterNotEscrowError(raw[4:])
	}
	if bytes.Equal(raw[:4], paymentRouter.abi.Errors["PaymentRouter_SendFailed"].ID.Bytes()[:4]) {
		return paymentRouter.UnpackPaymentRouterSendFailedError(raw[4:])
	}
	if bytes.Equal(raw[:4], paymentRouter.abi.Errors["SafeERC20FailedOperation"].ID.Bytes()[:4]) {
		return paymentRouter.UnpackSafeERC20FailedOperationError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// PaymentRouterPaymentRouterLocked represents a PaymentRouter_Locked error raised by the PaymentRouter contract.
type PaymentRouterPaymentRouterLocked struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PaymentRouter_Locked()
func PaymentRouterPaymentRouterLockedErrorID() common.Hash {
	return common.HexToHash("0x6b772b039cf5c714d365907dc533b9e6288ec7238dcf5296e74b5461dff50dd1")
}

// UnpackPaymentRouterLockedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PaymentRouter_Locked()
func (paymentRouter *PaymentRouter) UnpackPaymentRouterLockedError(raw []byte) (*PaymentRouterPaymentRouterLocked, error) {
	out := new(PaymentRouterPaymentRouterLocked)
	if err := paymentRouter.abi.UnpackIntoInterface(out, "PaymentRouter_Locked", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PaymentRouterPaymentRouterNotEscrow represents a PaymentRouter_NotEscrow error raised by the PaymentRouter contract.
type PaymentRouterPaymentRouterNotEscrow struct {
	Caller common.Address
	Escrow common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PaymentRouter_NotEscrow(address caller, address escrow)
func PaymentRouterPaymentRouterNotEscrowErrorID() common.Hash {
	return common.HexToHash("0x47184e91a9d976f51e1f9f40e48ca2b6321faa8cce2e29dd3d1beea98ab59dd7")
}

// UnpackPaymentRouterNotEscrowError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PaymentRouter_NotEscrow(address caller, address escrow)
func (paymentRouter *PaymentRouter) UnpackPaymentRouterNotEscrowError(raw []byte) (*PaymentRouterPaymentRouterNotEscrow, error) {
	out := new(PaymentRouterPaymentRouterNotEscrow)
	if err := paymentRouter.abi.UnpackIntoInterface(out, "PaymentRouter_NotEscrow", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PaymentRouterPaymentRouterSendFailed represents a PaymentRouter_SendFailed error raised by the PaymentRouter contract.
type PaymentRouterPaymentRouterSendFailed struct {
	To     common.Address
	Amount *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PaymentRouter_SendFailed(address to, uint256 amount)
func PaymentRouterPaymentRouterSendFailedErrorID() common.Hash {
	return common.HexToHash("0x1632d692eb2b5c9263d37790860ad881430d2d9e466cda9db361c3a61cfb591a")
}

// UnpackPaymentRouterSendFailedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PaymentRouter_SendFailed(address to, uint256 amount)
func (paymentRouter *PaymentRouter) UnpackPaymentRouterSendFailedError(raw []byte) (*PaymentRouterPaymentRouterSendFailed, error) {
	out := new(PaymentRouterPaymentRouterSendFailed)
	if err := paymentRouter.abi.UnpackIntoInterface(out, "PaymentRouter_SendFailed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PaymentRouterSafeERC20FailedOperation represents a SafeERC20FailedOperation error raised by the PaymentRouter contract.
type PaymentRouterSafeERC20FailedOperation struct {
	Token common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeERC20FailedOperation(address token)
func PaymentRouterSafeERC20FailedOperationErrorID() common.Hash {
	return common.HexToHash("0x5274afe73c98b4749fc91ffae6b7b574e7842cb2144a159e9377a5f20b32edf9")
}

// UnpackSafeERC20FailedOperationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeERC20FailedOperation(address token)
func (paymentRouter *PaymentRouter) UnpackSafeERC20FailedOperationError(raw []byte) (*PaymentRouterSafeERC20FailedOperation, error) {
	out := new(PaymentRouterSafeERC20FailedOperation)
	if err := paymentRouter.abi.UnpackIntoInterface(out, "SafeERC20FailedOperation", raw); err != nil {
		return nil, err
	}
	return out, nil
}
