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
	ABI: "[{\"inputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[],\"name\":\"PaymentRouter_Locked\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"PaymentRouter_NoToken\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"escrow\",\"type\":\"address\"}],\"name\":\"PaymentRouter_NotEscrow\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"PaymentRouter_SendFailed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"SafeERC20FailedOperation\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ESCROW\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"FACTORY\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"terms\",\"type\":\"bytes\"},{\"internalType\":\"uint8\",\"name\":\"tier\",\"type\":\"uint8\"},{\"internalType\":\"bytes32[3]\",\"name\":\"releaseKey\",\"type\":\"bytes32[3]\"},{\"internalType\":\"uint256\",\"name\":\"c\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"z\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"offerHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint96\",\"name\":\"maxPrice\",\"type\":\"uint96\"},{\"internalType\":\"address\",\"name\":\"refundTo\",\"type\":\"address\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"deployAndBuy\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"product\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"order\",\"type\":\"bytes32\"}],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"stateMutability\":\"payable\",\"type\":\"receive\"}]",
	ID:  "PaymentRouter",
	Bin: "0x60c0604052346100635733608052335f526094600b5360d6600a5360026020536017600a2060a052604051610ba690816100688239608051818181603101528181610100015281816103b10152610736015260a05181818161024f015261053d0152f35b5f80fdfe6080806040526004361015610089575b50361561001a575f80fd5b73ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001680330361005a57005b7f47184e91000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b5f3560e01c9081632dd31000146104f5575080638b6274d0146101285763e681c4aa146100b6575f61000f565b34610124575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261012457602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b5f80fd5b6101607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101245760043567ffffffffffffffff811161012457610173903690600401610561565b906024359060ff8216809203610124573660a4116101245761010435906bffffffffffffffffffffffff821680920361012457610124359073ffffffffffffffffffffffffffffffffffffffff8216809203610124576101443567ffffffffffffffff8111610124576101ea903690600401610561565b9190955f5c6104cd5760015f5d6040517e77436000000000000000000000000000000000000000000000000000000000815260206004820152602081806102356024820186886105d0565b03815f73ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165af1908115610446575f9161047e575b5067ffffffffffffffff821161045157604051916102c5601f82017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0166020018461058f565b8083523681850111610124576048835f6020846103979582998373ffffffffffffffffffffffffffffffffffffffff9a013783010152015160601c9861030b344761060e565b95610316898c610648565b97604051998a9687967f10e88d68000000000000000000000000000000000000000000000000000000008852336004890152169b8c6024880152604487015260606044606488013760a43560c487015260c43560e487015260e4356101048701526101248601526101448501526101806101648501526101848401916105d0565b03813473ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165af1928315610446575f9361040f575b50906040946103fb6103f6610400944761060e565b610a52565b610aaa565b5f805d82519182526020820152f35b919092506020823d60201161043e575b8161042c6020938361058f565b810103126101245790519160406103e1565b3d915061041f565b6040513d5f823e3d90fd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b90506020813d6020116104c5575b816104996020938361058f565b81010312610124575173ffffffffffffffffffffffffffffffffffffffff81168103610124578861027f565b3d915061048c565b7f6b772b03000000000000000000000000000000000000000000000000000000005f5260045ffd5b34610124575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101245760209073ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b9181601f840112156101245782359167ffffffffffffffff8311610124576020838186019501011161012457565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff82111761045157604052565b601f82602094937fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe093818652868601375f8582860101520116010190565b9190820391821161061b57565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b919073ffffffffffffffffffffffffffffffffffffffff8316908115610a4b57813b15610a1f576040517f70a08231000000000000000000000000000000000000000000000000000000008152306004820152602081602481865afa908115610446575f916109ed575b5093604051917f23b872dd000000000000000000000000000000000000000000000000000000005f5233600452306024528060445260205f60648180865af160015f51148116156109ce575b836040525f606052156109a2577fdd62ed3e0000000000000000000000000000000000000000000000000000000083523060048401527f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff166024840181905292602081604481885afa908115610446575f91610970575b5010610796575b505050565b6040517f095ea7b3000000000000000000000000000000000000000000000000000000005f52826004527fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff60245260205f60448180865af19060015f5114821615610961575b6040521561080957505050565b6040517f095ea7b3000000000000000000000000000000000000000000000000000000005f52826004525f60245260205f60448180865af19060015f5114821615610940575b6040521561091457604051917f095ea7b3000000000000000000000000000000000000000000000000000000005f526004527fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff60245260205f60448180855af19060015f51148216156108f5575b5090604052156108ca5750565b7f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b600182151661090b573b15153d1516165f6108bd565b823d5f823e3d90fd5b827f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b90600181151661095857823b15153d1516169061084f565b503d5f823e3d90fd5b90823b15153d151616906107fc565b90506020813d60201161099a575b8161098b6020938361058f565b8101031261012457515f61078a565b3d915061097e565b837f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b60018115166109e457823b15153d1516166106fe565b833d5f823e3d90fd5b90506020813d602011610a17575b81610a086020938361058f565b8101031261012457515f6106b2565b3d91506109fb565b507f2cf081c5000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b505f925050565b8015610aa7575f604051610a6760208261058f565b525f80808084335af115610a785750565b7f1632d692000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b50565b73ffffffffffffffffffffffffffffffffffffffff811691821561079157604051907f70a08231000000000000000000000000000000000000000000000000000000008252306004830152602082602481875afa8015610446575f90610b72575b610b15925061060e565b9081610b2057505050565b604051917fa9059cbb000000000000000000000000000000000000000000000000000000005f523360045260245260205f60448180855af19060015f51148216156108f5575090604052156108ca5750565b506020823d602011610b9e575b81610b8c6020938361058f565b8101031261012457610b159151610b0b565b3d9150610b7f56",
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
	if bytes.Equal(raw[:4], paymentRouter.abi.Errors["PaymentRouter_NoToken"].ID.Bytes()[:4]) {
		return paymentRouter.UnpackPaymentRouterNoTokenError(raw[4:])
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

// PaymentRouterPaymentRouterNoToken represents a PaymentRouter_NoToken error raised by the PaymentRouter contract.
type PaymentRouterPaymentRouterNoToken struct {
	Token common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PaymentRouter_NoToken(address token)
func PaymentRouterPaymentRouterNoTokenErrorID() common.Hash {
	return common.HexToHash("0x2cf081c570df4cc3a51354afa4484baa0919879ed5cfa2590383a022080630a3")
}

// UnpackPaymentRouterNoTokenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PaymentRouter_NoToken(address token)
func (paymentRouter *PaymentRouter) UnpackPaymentRouterNoTokenError(raw []byte) (*PaymentRouterPaymentRouterNoToken, error) {
	out := new(PaymentRouterPaymentRouterNoToken)
	if err := paymentRouter.abi.UnpackIntoInterface(out, "PaymentRouter_NoToken", raw); err != nil {
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
