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

// ProductFactoryMetaData contains all meta data concerning the ProductFactory contract.
var ProductFactoryMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[],\"name\":\"CloneArgumentsTooLong\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"Create2EmptyBytecode\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"FailedDeployment\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"balance\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"needed\",\"type\":\"uint256\"}],\"name\":\"InsufficientBalance\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"feeBps\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"most\",\"type\":\"uint256\"}],\"name\":\"ProductFactory_Fee\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"length\",\"type\":\"uint256\"}],\"name\":\"ProductFactory_Length\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"signer\",\"type\":\"address\"}],\"name\":\"ProductFactory_NoParty\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"product\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"signer\",\"type\":\"address\"}],\"name\":\"ProductDeployed\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"TEMPLATE\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"terms\",\"type\":\"bytes\"}],\"name\":\"addressOf\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"terms\",\"type\":\"bytes\"}],\"name\":\"deploy\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"product\",\"type\":\"address\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "ProductFactory",
	Bin: "0x60a08060405234608157610f4e818101906001600160401b03821183831017606d57602091839161073183393381520301905ff080156062576001600160a01b03166080526040516106ab90816100868239608051818181608301526103130152f35b6040513d5f823e3d90fd5b634e487b7160e01b5f52604160045260245ffd5b5f80fdfe60806040526004361015610011575f80fd5b5f3560e01c8062774360146100e25780633cb94596146100ab57638bfd917414610039575f80fd5b346100a7575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100a757602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b5f80fd5b346100a75760206100c46100be366100fb565b906104f8565b73ffffffffffffffffffffffffffffffffffffffff60405191168152f35b346100a75760206100c46100f5366100fb565b9061023c565b9060207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc8301126100a75760043567ffffffffffffffff81116100a757826023820112156100a75780600401359267ffffffffffffffff84116100a757602484830101116100a7576024019190565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff8211176101ab57604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b92919267ffffffffffffffff82116101ab576040519161022060207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f840116018461016a565b8294818452818301116100a7578281602093845f960137010152565b91909160a3831080156104ed575b801561048a575b61045e57826014116100a757803560601c61026c8483610543565b9080158015610440575b6103fa575050826072116100a757607081013560f01c6103e881116103c957506102a083826104f8565b92833b6103c557818173ffffffffffffffffffffffffffffffffffffffff6102ce6103119461033796610543565b1673ffffffffffffffffffffffffffffffffffffffff87167f304df947bbcdae784a5a7220f03b9dfc1501b9dbba34920f54310b32d33023605f80a336916101d8565b7f0000000000000000000000000000000000000000000000000000000000000000610555565b80511561039d575f81602073ffffffffffffffffffffffffffffffffffffffff9351910182f5161561036557565b3d610392577fb06ebf3d000000000000000000000000000000000000000000000000000000005f5260045ffd5b6040513d5f823e3d90fd5b7f4ca249dc000000000000000000000000000000000000000000000000000000005f5260045ffd5b5050565b7f537bbd54000000000000000000000000000000000000000000000000000000005f526004526103e860245260445ffd5b73ffffffffffffffffffffffffffffffffffffffff92507f98a8bdda000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b5073ffffffffffffffffffffffffffffffffffffffff821615610276565b827fe306174e000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff6e83018381116104c057601190061515610251565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b506104d2831161024a565b600b61052061031160559373ffffffffffffffffffffffffffffffffffffffff9536916101d8565b602081519101206040519060408201525f60208201523081520160ff8153201690565b906028116100a7576014013560601c90565b615fd382511161068357815191602d83018093116104c0577fffff0000000000000000000000000000000000000000000000000000000000009260206057927fffffffffffffffffffffffffffffffffffffffff000000000000000000000000610680956040519788957f61000000000000000000000000000000000000000000000000000000000000008688015260f01b1660218601527f3d81600a3d39f3363d3d373d3d3d363d73000000000000000000000000000000602386015260601b1660348401527f5af43d82803e903d91602b57fd5bf3000000000000000000000000000000000060488401528051918291018484015e81015f8382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0810183528261016a565b90565b7f94289054000000000000000000000000000000000000000000000000000000005f5260045ffd60a034606c57601f610f4e38819003918201601f19168301916001600160401b03831184841017607057808492602094604052833981010312606c57516001600160a01b0381168103606c57608052604051610ec990816100858239608051818181609a01526103500152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe60806040526004361015610011575f80fd5b5f3560e01c806326494f71146102a8578063884ec30614610253578063c497da8d146101e7578063d5025625146100c25763e681c4aa14610050575f80fd5b346100be575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100be57602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b5f80fd5b346100be575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100be57303b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffd381019081116101ba57604061013f61012a83610c23565b9261013783519485610bac565b808452610c23565b917fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe06020820193013684378051602d84303c7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f8351948593602085525180918160208701528686015e5f85828601015201168101030190f35b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b346100be5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100be5760043573ffffffffffffffffffffffffffffffffffffffff81168091036100be575f526001602052602063ffffffff60405f205416604051908152f35b346100be5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100be5760ff61028c610b30565b165f525f602052602063ffffffff60405f205416604051908152f35b346100be5760c07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100be576102df610b30565b6102e7610b40565b503660a4116100be5760a4359067ffffffffffffffff82116100be57366023830112156100be57816004013567ffffffffffffffff81116100be57808301602481013681116100be57610338610bed565b5073ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016803303610b015750303b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffd38101908082116101ba577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff41019081116101ba57601160ff910494169380851015610ad257506103e8610bed565b506020602d5f303c5f5193602060555f303c5f51602060695f303c5f51916020607d5f303c5f51936020609d5f303c5f5195826011026011810484036101ba5760bf018060bf116101ba576020905f303c5f5199604051996104498b610b63565b60601c8a5260208a019460601c855260408a019560601c865260608a0196875260808a019760f01c885260a08a01988b60a01c8a5263ffffffff60c08c019c8d8160101a905260801c1680610a3f575b50610505575b5060e08960ff8c6bffffffffffffffffffffffff8c61ffff8d8d73ffffffffffffffffffffffffffffffffffffffff8e818f816040519c51168c52511660208b01525116604089015251606088015251166080860152511660a0840152511660c0820152f35b6020818303126100be57602481013567ffffffffffffffff81116100be57019060e090829003126100be576040519161053d83610b63565b602482013573ffffffffffffffffffffffffffffffffffffffff811681036100be57835260448201359060ff821682036100be57602084019182526064830135946bffffffffffffffffffffffff861686036100be576040850195865260848401359363ffffffff851685036100be576060860194855260a48101359064ffffffffff821682036100be576080870191825260c481013567ffffffffffffffff81116100be578460246105f292840101610c5d565b9360a0880194855260e48201359167ffffffffffffffff83116100be5761061c9201602401610c5d565b9260c0870193845260ff855116838103610a10575064ffffffffff82511680151580610a07575b6109d8575061079173ffffffffffffffffffffffffffffffffffffffff9160405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f24d64554442d612a18725023eebc3866bde83f0a64a624cd14a8773eb21f8c2c60408201527fc89efdaa54c0f20c7adf612882df0950f5a951637e0307cdcb4c672f298b8bc660608201524660808201523060a082015260a081526106f360c082610bac565b51902096602060415f303c5f5160601c9460ff858c5116925116906bffffffffffffffffffffffff8d51169064ffffffffff63ffffffff8d5116915116916040519360208501957f76e2be9aafdb2e25964835dc2c3ff060479c6fb78c07665218bb02e31cec3493875260408601526060850152608084015260a083015260c082015260c0815261078560e082610bac565b51902090519087610cbb565b168181036109aa5750509061081192916040516020810190606060448337606081526107be608082610bac565b5190206040519060208201927f53567f44d41936893c1f167c857a91a29fcf83aa4c33f62ec03cacf4219249a984526040830152606082015260608152610806608082610bac565b519020905191610cbb565b73ffffffffffffffffffffffffffffffffffffffff80845116911681810361097c57505063ffffffff815116610873575b5050516bffffffffffffffffffffffff168552838373ffffffffffffffffffffffffffffffffffffffff60ff61049f565b73ffffffffffffffffffffffffffffffffffffffff8251165f52600160205263ffffffff8060405f20541691511680821015610936575060ff979473ffffffffffffffffffffffffffffffffffffffff61ffff956bffffffffffffffffffffffff60e09d9a96819a96846108e78198610ca3565b9151165f52600160205263ffffffff60405f2091167fffffffffffffffffffffffffffffffffffffffffffffffffffffffff00000000825416179055969a9d5050955050949750819550610842565b73ffffffffffffffffffffffffffffffffffffffff8351167fb77c2cd6000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f89a74c99000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f068a2eee000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7fed12c255000000000000000000000000000000000000000000000000000000005f524260045260245260445ffd5b50804211610643565b837f2e3419ee000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b855f525f60205263ffffffff60405f2054169080821015610aa35750610a6490610ca3565b855f525f60205263ffffffff60405f2091167fffffffffffffffffffffffffffffffffffffffffffffffffffffffff000000008254161790558c610499565b867fb17036c8000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b847fc3e6ae0c000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f26578c70000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b6004359060ff821682036100be57565b6024359073ffffffffffffffffffffffffffffffffffffffff821682036100be57565b60e0810190811067ffffffffffffffff821117610b7f57604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff821117610b7f57604052565b60405190610bfa82610b63565b5f60c0838281528260208201528260408201528260608201528260808201528260a08201520152565b67ffffffffffffffff8111610b7f57601f017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe01660200190565b81601f820112156100be57803590610c7482610c23565b92610c826040519485610bac565b828452602083830101116100be57815f926020809301838601378301015290565b63ffffffff60019116019063ffffffff82116101ba57565b91610d1a92610d11926040519060208201927f190100000000000000000000000000000000000000000000000000000000000084526022830152604282015260428152610d09606282610bac565b519020610d1d565b90929192610d57565b90565b8151919060418303610d4d57610d469250602082015190606060408401519301515f1a90610e2f565b9192909190565b50505f9160029190565b6004811015610e025780610d69575050565b60018103610d99577ff645eedf000000000000000000000000000000000000000000000000000000005f5260045ffd5b60028103610dcd57507ffce698f7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b600314610dd75750565b7fd78bce0c000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411610ebe579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa15610eb3575f5173ffffffffffffffffffffffffffffffffffffffff811615610ea957905f905f90565b505f906001905f90565b6040513d5f823e3d90fd5b5050505f916003919056",
}

// ProductFactory is an auto generated Go binding around an Ethereum contract.
type ProductFactory struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *ProductFactory) GetABI() abi.ABI {
	return c.abi
}

// NewProductFactory creates a new instance of ProductFactory.
func NewProductFactory() *ProductFactory {
	parsed, err := ProductFactoryMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &ProductFactory{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *ProductFactory) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackTEMPLATE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8bfd9174.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function TEMPLATE() view returns(address)
func (productFactory *ProductFactory) PackTEMPLATE() []byte {
	enc, err := productFactory.abi.Pack("TEMPLATE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTEMPLATE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8bfd9174.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function TEMPLATE() view returns(address)
func (productFactory *ProductFactory) TryPackTEMPLATE() ([]byte, error) {
	return productFactory.abi.Pack("TEMPLATE")
}

// UnpackTEMPLATE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8bfd9174.
//
// Solidity: function TEMPLATE() view returns(address)
func (productFactory *ProductFactory) UnpackTEMPLATE(data []byte) (common.Address, error) {
	out, err := productFactory.abi.Unpack("TEMPLATE", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackAddressOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3cb94596.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function addressOf(bytes terms) view returns(address)
func (productFactory *ProductFactory) PackAddressOf(terms []byte) []byte {
	enc, err := productFactory.abi.Pack("addressOf", terms)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAddressOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3cb94596.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function addressOf(bytes terms) view returns(address)
func (productFactory *ProductFactory) TryPackAddressOf(terms []byte) ([]byte, error) {
	return productFactory.abi.Pack("addressOf", terms)
}

// UnpackAddressOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3cb94596.
//
// Solidity: function addressOf(bytes terms) view returns(address)
func (productFactory *ProductFactory) UnpackAddressOf(data []byte) (common.Address, error) {
	out, err := productFactory.abi.Unpack("addressOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackDeploy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x00774360.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function deploy(bytes terms) returns(address product)
func (productFactory *ProductFactory) PackDeploy(terms []byte) []byte {
	enc, err := productFactory.abi.Pack("deploy", terms)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDeploy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x00774360.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function deploy(bytes terms) returns(address product)
func (productFactory *ProductFactory) TryPackDeploy(terms []byte) ([]byte, error) {
	return productFactory.abi.Pack("deploy", terms)
}

// UnpackDeploy is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x00774360.
//
// Solidity: function deploy(bytes terms) returns(address product)
func (productFactory *ProductFactory) UnpackDeploy(data []byte) (common.Address, error) {
	out, err := productFactory.abi.Unpack("deploy", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// ProductFactoryProductDeployed represents a ProductDeployed event raised by the ProductFactory contract.
type ProductFactoryProductDeployed struct {
	Product common.Address
	Signer  common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const ProductFactoryProductDeployedEventName = "ProductDeployed"

// ContractEventName returns the user-defined event name.
func (ProductFactoryProductDeployed) ContractEventName() string {
	return ProductFactoryProductDeployedEventName
}

// UnpackProductDeployedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ProductDeployed(address indexed product, address indexed signer)
func (productFactory *ProductFactory) UnpackProductDeployedEvent(log *types.Log) (*ProductFactoryProductDeployed, error) {
	event := "ProductDeployed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != productFactory.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ProductFactoryProductDeployed)
	if len(log.Data) > 0 {
		if err := productFactory.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range productFactory.abi.Events[event].Inputs {
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
func (productFactory *ProductFactory) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], productFactory.abi.Errors["CloneArgumentsTooLong"].ID.Bytes()[:4]) {
		return productFactory.UnpackCloneArgumentsTooLongError(raw[4:])
	}
	if bytes.Equal(raw[:4], productFactory.abi.Errors["Create2EmptyBytecode"].ID.Bytes()[:4]) {
		return productFactory.UnpackCreate2EmptyBytecodeError(raw[4:])
	}
	if bytes.Equal(raw[:4], productFactory.abi.Errors["FailedDeployment"].ID.Bytes()[:4]) {
		return productFactory.UnpackFailedDeploymentError(raw[4:])
	}
	if bytes.Equal(raw[:4], productFactory.abi.Errors["InsufficientBalance"].ID.Bytes()[:4]) {
		return productFactory.UnpackInsufficientBalanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], productFactory.abi.Errors["ProductFactory_Fee"].ID.Bytes()[:4]) {
		return productFactory.UnpackProductFactoryFeeError(raw[4:])
	}
	if bytes.Equal(raw[:4], productFactory.abi.Errors["ProductFactory_Length"].ID.Bytes()[:4]) {
		return productFactory.UnpackProductFactoryLengthError(raw[4:])
	}
	if bytes.Equal(raw[:4], productFactory.abi.Errors["ProductFactory_NoParty"].ID.Bytes()[:4]) {
		return productFactory.UnpackProductFactoryNoPartyError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// ProductFactoryCloneArgumentsTooLong represents a CloneArgumentsTooLong error raised by the ProductFactory contract.
type ProductFactoryCloneArgumentsTooLong struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error CloneArgumentsTooLong()
func ProductFactoryCloneArgumentsTooLongErrorID() common.Hash {
	return common.HexToHash("0x94289054871591d3430cc609d2f0e85b3474ba36313e71e06c09c95ae956555b")
}

// UnpackCloneArgumentsTooLongError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error CloneArgumentsTooLong()
func (productFactory *ProductFactory) UnpackCloneArgumentsTooLongError(raw []byte) (*ProductFactoryCloneArgumentsTooLong, error) {
	out := new(ProductFactoryCloneArgumentsTooLong)
	if err := productFactory.abi.UnpackIntoInterface(out, "CloneArgumentsTooLong", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ProductFactoryCreate2EmptyBytecode represents a Create2EmptyBytecode error raised by the ProductFactory contract.
type ProductFactoryCreate2EmptyBytecode struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Create2EmptyBytecode()
func ProductFactoryCreate2EmptyBytecodeErrorID() common.Hash {
	return common.HexToHash("0x4ca249dcffe41558ef8b961d71c905e4fa4317a1663f377b9610642e4e0abdb6")
}

// UnpackCreate2EmptyBytecodeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Create2EmptyBytecode()
func (productFactory *ProductFactory) UnpackCreate2EmptyBytecodeError(raw []byte) (*ProductFactoryCreate2EmptyBytecode, error) {
	out := new(ProductFactoryCreate2EmptyBytecode)
	if err := productFactory.abi.UnpackIntoInterface(out, "Create2EmptyBytecode", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ProductFactoryFailedDeployment represents a FailedDeployment error raised by the ProductFactory contract.
type ProductFactoryFailedDeployment struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FailedDeployment()
func ProductFactoryFailedDeploymentErrorID() common.Hash {
	return common.HexToHash("0xb06ebf3d5067824a3fe5d5ba19471e035a7de6c88dac362c77b162830a5b9093")
}

// UnpackFailedDeploymentError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FailedDeployment()
func (productFactory *ProductFactory) UnpackFailedDeploymentError(raw []byte) (*ProductFactoryFailedDeployment, error) {
	out := new(ProductFactoryFailedDeployment)
	if err := productFactory.abi.UnpackIntoInterface(out, "FailedDeployment", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ProductFactoryInsufficientBalance represents a InsufficientBalance error raised by the ProductFactory contract.
type ProductFactoryInsufficientBalance struct {
	Balance *big.Int
	Needed  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InsufficientBalance(uint256 balance, uint256 needed)
func ProductFactoryInsufficientBalanceErrorID() common.Hash {
	return common.HexToHash("0xcf4791818fba6e019216eb4864093b4947f674afada5d305e57d598b641dad1d")
}

// UnpackInsufficientBalanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InsufficientBalance(uint256 balance, uint256 needed)
func (productFactory *ProductFactory) UnpackInsufficientBalanceError(raw []byte) (*ProductFactoryInsufficientBalance, error) {
	out := new(ProductFactoryInsufficientBalance)
	if err := productFactory.abi.UnpackIntoInterface(out, "InsufficientBalance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ProductFactoryProductFactoryFee represents a ProductFactory_Fee error raised by the ProductFactory contract.
type ProductFactoryProductFactoryFee struct {
	FeeBps *big.Int
	Most   *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ProductFactory_Fee(uint256 feeBps, uint256 most)
func ProductFactoryProductFactoryFeeErrorID() common.Hash {
	return common.HexToHash("0x537bbd54d5cec4b316529a429b1fce4fd95ef6be53bee2d46b992ce61a4a11f7")
}

// UnpackProductFactoryFeeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ProductFactory_Fee(uint256 feeBps, uint256 most)
func (productFactory *ProductFactory) UnpackProductFactoryFeeError(raw []byte) (*ProductFactoryProductFactoryFee, error) {
	out := new(ProductFactoryProductFactoryFee)
	if err := productFactory.abi.UnpackIntoInterface(out, "ProductFactory_Fee", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ProductFactoryProductFactoryLength represents a ProductFactory_Length error raised by the ProductFactory contract.
type ProductFactoryProductFactoryLength struct {
	Length *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ProductFactory_Length(uint256 length)
func ProductFactoryProductFactoryLengthErrorID() common.Hash {
	return common.HexToHash("0xe306174ead55b4f4e53ba2343cec862c3b4c06712720793f3f81f50794cb16d2")
}

// UnpackProductFactoryLengthError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ProductFactory_Length(uint256 length)
func (productFactory *ProductFactory) UnpackProductFactoryLengthError(raw []byte) (*ProductFactoryProductFactoryLength, error) {
	out := new(ProductFactoryProductFactoryLength)
	if err := productFactory.abi.UnpackIntoInterface(out, "ProductFactory_Length", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ProductFactoryProductFactoryNoParty represents a ProductFactory_NoParty error raised by the ProductFactory contract.
type ProductFactoryProductFactoryNoParty struct {
	Publisher common.Address
	Signer    common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ProductFactory_NoParty(address publisher, address signer)
func ProductFactoryProductFactoryNoPartyErrorID() common.Hash {
	return common.HexToHash("0x98a8bddab312d50ad16c709344bb8a80787cbc67b9a305c0e7f6678e75affe94")
}

// UnpackProductFactoryNoPartyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ProductFactory_NoParty(address publisher, address signer)
func (productFactory *ProductFactory) UnpackProductFactoryNoPartyError(raw []byte) (*ProductFactoryProductFactoryNoParty, error) {
	out := new(ProductFactoryProductFactoryNoParty)
	if err := productFactory.abi.UnpackIntoInterface(out, "ProductFactory_NoParty", raw); err != nil {
		return nil, err
	}
	return out, nil
}
