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
	ABI: "[{\"inputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[],\"name\":\"CloneArgumentsTooLong\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"Create2EmptyBytecode\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"FailedDeployment\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"balance\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"needed\",\"type\":\"uint256\"}],\"name\":\"InsufficientBalance\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"feeBps\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"most\",\"type\":\"uint256\"}],\"name\":\"ProductFactory_FeeTooHigh\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ProductFactory_NoPublisher\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ProductFactory_NoSigner\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"length\",\"type\":\"uint256\"}],\"name\":\"ProductFactory_WrongLength\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"product\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"signer\",\"type\":\"address\"}],\"name\":\"ProductDeployed\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"TEMPLATE\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"terms\",\"type\":\"bytes\"}],\"name\":\"addressOf\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"product\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"terms\",\"type\":\"bytes\"}],\"name\":\"deploy\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"product\",\"type\":\"address\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "ProductFactory",
	Bin: "0x60a08060405234608857610ebe818101906001600160401b0382118383101760745760209183916106da83393381520301905ff080156069576001600160a01b031660805260405161064d908161008d823960805181818160830152818161027501526103840152f35b6040513d5f823e3d90fd5b634e487b7160e01b5f52604160045260245ffd5b5f80fdfe60806040526004361015610011575f80fd5b5f3560e01c8062774360146100e15780633cb94596146100ab57638bfd917414610039575f80fd5b346100a7575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100a757602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b5f80fd5b346100a75760206100c36100be36610167565b61032a565b73ffffffffffffffffffffffffffffffffffffffff60405191168152f35b346100a75760206100c36100f436610167565b61021b565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff82111761013a57604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b60207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc8201126100a75760043567ffffffffffffffff81116100a757816023820112156100a75780600401359067ffffffffffffffff821161013a57604051926101f960207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f86011601856100f9565b828452602483830101116100a757815f92602460209301838601378301015290565b906102258261032a565b91823b6103275780603461029992015160601c73ffffffffffffffffffffffffffffffffffffffff85167f304df947bbcdae784a5a7220f03b9dfc1501b9dbba34920f54310b32d33023605f80a37f00000000000000000000000000000000000000000000000000000000000000006104f7565b8051156102ff575f81602073ffffffffffffffffffffffffffffffffffffffff9351910182f516156102c757565b3d6102f4577fb06ebf3d000000000000000000000000000000000000000000000000000000005f5260045ffd5b6040513d5f823e3d90fd5b7f4ca249dc000000000000000000000000000000000000000000000000000000005f5260045ffd5b50565b6103348151610478565b1561044c57602081015160601c1561042457603481015160601c156103fc57609081015160f01c6103e881116103cb57506055600b6103a873ffffffffffffffffffffffffffffffffffffffff937f00000000000000000000000000000000000000000000000000000000000000006104f7565b602081519101206040519060408201525f60208201523081520160ff8153201690565b7ff7e85f3b000000000000000000000000000000000000000000000000000000005f526004526103e860245260445ffd5b7fd32e3715000000000000000000000000000000000000000000000000000000005f5260045ffd5b7fa6cdc01b000000000000000000000000000000000000000000000000000000005f5260045ffd5b517f36c4e1c9000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b609281118015906104ec575b6104e7577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff6e81019081116104ba57601190061590565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b505f90565b506104d28111610484565b615fd382511161062557815191602d83018093116104ba577fffff0000000000000000000000000000000000000000000000000000000000009260206057927fffffffffffffffffffffffffffffffffffffffff000000000000000000000000610622956040519788957f61000000000000000000000000000000000000000000000000000000000000008688015260f01b1660218601527f3d81600a3d39f3363d3d373d3d3d363d73000000000000000000000000000000602386015260601b1660348401527f5af43d82803e903d91602b57fd5bf3000000000000000000000000000000000060488401528051918291018484015e81015f8382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe081018352826100f9565b90565b7f94289054000000000000000000000000000000000000000000000000000000005f5260045ffd60a034606c57601f610ebe38819003918201601f19168301916001600160401b03831184841017607057808492602094604052833981010312606c57516001600160a01b0381168103606c57608052604051610e3990816100858239608051818181609a01526102cd0152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe60806040526004361015610011575f80fd5b5f3560e01c806326494f7114610208578063884ec306146101b3578063c497da8d14610147578063d5025625146100c25763e681c4aa14610050575f80fd5b346100be575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100be57602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b5f80fd5b346100be575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100be57602060406100fd30610b18565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f835194859381855280519182918282880152018686015e5f85828601015201168101030190f35b346100be5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100be5760043573ffffffffffffffffffffffffffffffffffffffff81168091036100be575f526001602052602063ffffffff60405f205416604051908152f35b346100be5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100be5760ff6101ec6109cf565b165f525f602052602063ffffffff60405f205416604051908152f35b346100be5760c07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100be5761023f6109cf565b6102476109df565b503660a4116100be5767ffffffffffffffff60a435116100be5736602360a4350112156100be5760a4356004013567ffffffffffffffff81116100be578060a4350160248101923684116100be5761029f6080610a02565b5f608081905260a081815260c082815260e083815261010084815261012085905261014094855292969392917f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff16338190036109a0575061031430610b18565b9788517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff6e810190811161097357601190048060ff891610156109415750602089015160601c608052604889015160601c9052605c88015160601c905260708701519052609086015160f01c905260b260ff84166011028601015163ffffffff8160801c169160ff8260781c16905260a01c60a060800152806108a5575b506103bd575b60e06080f35b604051926103ca84610a02565b5f8452602084015f81525f60408601525f60608601525f608086015260a08501916060835260e07fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc602460c08901976060895260a43590030101126100be57602460a43501359073ffffffffffffffffffffffffffffffffffffffff821682036100be57604460a43501359760ff891689036100be57606460a4350135926bffffffffffffffffffffffff841684036100be57608460a435013563ffffffff811681036100be5760a4803501359464ffffffffff86168096036100be5760c460a435013567ffffffffffffffff81116100be578460246104ce9260a4350101610aa4565b60e460a43501359267ffffffffffffffff84116100be5760349760808e63ffffffff948f61052573ffffffffffffffffffffffffffffffffffffffff9b60246bffffffffffffffffffffffff9b60a4350101610aa4565b90528d5201521660608c01521660408a015260ff8a168552168752015160601c9560ff841660ff821603610870575064ffffffffff60808601511680151580610867575b610838575073ffffffffffffffffffffffffffffffffffffffff9161061b9160ff848851169151166bffffffffffffffffffffffff60408901511663ffffffff60608a01511664ffffffffff60808b015116916040519360208501957f76e2be9aafdb2e25964835dc2c3ff060479c6fb78c07665218bb02e31cec3493875260408601526060850152608084015260a083015260c082015260c0815261061060e082610a4b565b519020905190610b63565b168481036108085750610692929350604051602081019060606044833760608152610647608082610a4b565b5190206040519060ff60208301937f53567f44d41936893c1f167c857a91a29fcf83aa4c33f62ec03cacf4219249a98552166040830152606082015260608152610610608082610a4b565b73ffffffffffffffffffffffffffffffffffffffff8083511691168181036107da57505063ffffffff6060820151166106e5575b604001516bffffffffffffffffffffffff1661012052808080806103b7565b73ffffffffffffffffffffffffffffffffffffffff8151165f52600160205263ffffffff60405f20541663ffffffff6060830151168082101561079457506bffffffffffffffffffffffff9161073c604092610a8c565b73ffffffffffffffffffffffffffffffffffffffff8251165f52600160205263ffffffff835f2091167fffffffffffffffffffffffffffffffffffffffffffffffffffffffff000000008254161790559150506106c6565b73ffffffffffffffffffffffffffffffffffffffff8351167f36457909000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f89a74c99000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b84907f068a2eee000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7fed12c255000000000000000000000000000000000000000000000000000000005f524260045260245260445ffd5b50804211610569565b60ff9081857f2e3419ee000000000000000000000000000000000000000000000000000000005f52166004521660245260445ffd5b60ff83165f525f60205263ffffffff60405f205416908082101561090f57506108cd90610a8c565b60ff83165f525f60205263ffffffff60405f2091167fffffffffffffffffffffffffffffffffffffffffffffffffffffffff00000000825416179055856103b1565b60ff847fb17036c8000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b60ff887fc3e6ae0c000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b7f26578c70000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b6004359060ff821682036100be57565b6024359073ffffffffffffffffffffffffffffffffffffffff821682036100be57565b60e0810190811067ffffffffffffffff821117610a1e57604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff821117610a1e57604052565b63ffffffff60019116019063ffffffff821161097357565b81601f820112156100be5780359067ffffffffffffffff8211610a1e5760405192610af760207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f8601160185610a4b565b828452602083830101116100be57815f926020809301838601378301015290565b9060405191602d60207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffd3833b0164ffffffffff16808652019160208501903c60408280510101604052565b90805160408103610c9757506040818051810103126100be57610c949181604260406020610c8b9501519201519260405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f24d64554442d612a18725023eebc3866bde83f0a64a624cd14a8773eb21f8c2c60408201527fc89efdaa54c0f20c7adf612882df0950f5a951637e0307cdcb4c672f298b8bc660608201524660808201523060a082015260a08152610c2360c082610a4b565b51902090604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522060ff601b7f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff851694821c011690610d9f565b90929192610cc7565b90565b7f68f1f65e000000000000000000000000000000000000000000000000000000005f52600452604060245260445ffd5b6004811015610d725780610cd9575050565b60018103610d09577ff645eedf000000000000000000000000000000000000000000000000000000005f5260045ffd5b60028103610d3d57507ffce698f7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b600314610d475750565b7fd78bce0c000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411610e2e579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa15610e23575f5173ffffffffffffffffffffffffffffffffffffffff811615610e1957905f905f90565b505f906001905f90565b6040513d5f823e3d90fd5b5050505f916003919056",
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
// Solidity: function addressOf(bytes terms) view returns(address product)
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
// Solidity: function addressOf(bytes terms) view returns(address product)
func (productFactory *ProductFactory) TryPackAddressOf(terms []byte) ([]byte, error) {
	return productFactory.abi.Pack("addressOf", terms)
}

// UnpackAddressOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3cb94596.
//
// Solidity: function addressOf(bytes terms) view returns(address product)
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
	if bytes.Equal(raw[:4], productFactory.abi.Errors["ProductFactory_FeeTooHigh"].ID.Bytes()[:4]) {
		return productFactory.UnpackProductFactoryFeeTooHighError(raw[4:])
	}
	if bytes.Equal(raw[:4], productFactory.abi.Errors["ProductFactory_NoPublisher"].ID.Bytes()[:4]) {
		return productFactory.UnpackProductFactoryNoPublisherError(raw[4:])
	}
	if bytes.Equal(raw[:4], productFactory.abi.Errors["ProductFactory_NoSigner"].ID.Bytes()[:4]) {
		return productFactory.UnpackProductFactoryNoSignerError(raw[4:])
	}
	if bytes.Equal(raw[:4], productFactory.abi.Errors["ProductFactory_WrongLength"].ID.Bytes()[:4]) {
		return productFactory.UnpackProductFactoryWrongLengthError(raw[4:])
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

// ProductFactoryProductFactoryFeeTooHigh represents a ProductFactory_FeeTooHigh error raised by the ProductFactory contract.
type ProductFactoryProductFactoryFeeTooHigh struct {
	FeeBps *big.Int
	Most   *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ProductFactory_FeeTooHigh(uint256 feeBps, uint256 most)
func ProductFactoryProductFactoryFeeTooHighErrorID() common.Hash {
	return common.HexToHash("0xf7e85f3ba88f9794ae5e47353a4879a1d7d9d104d31cde13214e7120a4c88740")
}

// UnpackProductFactoryFeeTooHighError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ProductFactory_FeeTooHigh(uint256 feeBps, uint256 most)
func (productFactory *ProductFactory) UnpackProductFactoryFeeTooHighError(raw []byte) (*ProductFactoryProductFactoryFeeTooHigh, error) {
	out := new(ProductFactoryProductFactoryFeeTooHigh)
	if err := productFactory.abi.UnpackIntoInterface(out, "ProductFactory_FeeTooHigh", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ProductFactoryProductFactoryNoPublisher represents a ProductFactory_NoPublisher error raised by the ProductFactory contract.
type ProductFactoryProductFactoryNoPublisher struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ProductFactory_NoPublisher()
func ProductFactoryProductFactoryNoPublisherErrorID() common.Hash {
	return common.HexToHash("0xa6cdc01be485e59699bd740722e13ab909162ac440257e6772ebc9cf906d513d")
}

// UnpackProductFactoryNoPublisherError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ProductFactory_NoPublisher()
func (productFactory *ProductFactory) UnpackProductFactoryNoPublisherError(raw []byte) (*ProductFactoryProductFactoryNoPublisher, error) {
	out := new(ProductFactoryProductFactoryNoPublisher)
	if err := productFactory.abi.UnpackIntoInterface(out, "ProductFactory_NoPublisher", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ProductFactoryProductFactoryNoSigner represents a ProductFactory_NoSigner error raised by the ProductFactory contract.
type ProductFactoryProductFactoryNoSigner struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ProductFactory_NoSigner()
func ProductFactoryProductFactoryNoSignerErrorID() common.Hash {
	return common.HexToHash("0xd32e37154eca69761112f3d7f29fd8b3206760e5281e52f21228be5aafd400ac")
}

// UnpackProductFactoryNoSignerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ProductFactory_NoSigner()
func (productFactory *ProductFactory) UnpackProductFactoryNoSignerError(raw []byte) (*ProductFactoryProductFactoryNoSigner, error) {
	out := new(ProductFactoryProductFactoryNoSigner)
	if err := productFactory.abi.UnpackIntoInterface(out, "ProductFactory_NoSigner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ProductFactoryProductFactoryWrongLength represents a ProductFactory_WrongLength error raised by the ProductFactory contract.
type ProductFactoryProductFactoryWrongLength struct {
	Length *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ProductFactory_WrongLength(uint256 length)
func ProductFactoryProductFactoryWrongLengthErrorID() common.Hash {
	return common.HexToHash("0x36c4e1c938d7bd531f6f9ee07b01f602b6b64bd257bbabede47d7a01a1ab8db6")
}

// UnpackProductFactoryWrongLengthError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ProductFactory_WrongLength(uint256 length)
func (productFactory *ProductFactory) UnpackProductFactoryWrongLengthError(raw []byte) (*ProductFactoryProductFactoryWrongLength, error) {
	out := new(ProductFactoryProductFactoryWrongLength)
	if err := productFactory.abi.UnpackIntoInterface(out, "ProductFactory_WrongLength", raw); err != nil {
		return nil, err
	}
	return out, nil
}
