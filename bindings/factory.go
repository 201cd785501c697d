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
	Bin: "0x60a08060405234608857610f44818101906001600160401b0382118383101760745760209183916106da83393381520301905ff080156069576001600160a01b031660805260405161064d908161008d823960805181818160830152818161027501526103840152f35b6040513d5f823e3d90fd5b634e487b7160e01b5f52604160045260245ffd5b5f80fdfe60806040526004361015610011575f80fd5b5f3560e01c8062774360146100e15780633cb94596146100ab57638bfd917414610039575f80fd5b346100a7575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100a757602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b5f80fd5b346100a75760206100c36100be36610167565b61032a565b73ffffffffffffffffffffffffffffffffffffffff60405191168152f35b346100a75760206100c36100f436610167565b61021b565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff82111761013a57604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b60207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc8201126100a75760043567ffffffffffffffff81116100a757816023820112156100a75780600401359067ffffffffffffffff821161013a57604051926101f960207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f86011601856100f9565b828452602483830101116100a757815f92602460209301838601378301015290565b906102258261032a565b91823b6103275780603461029992015160601c73ffffffffffffffffffffffffffffffffffffffff85167f304df947bbcdae784a5a7220f03b9dfc1501b9dbba34920f54310b32d33023605f80a37f00000000000000000000000000000000000000000000000000000000000000006104f7565b8051156102ff575f81602073ffffffffffffffffffffffffffffffffffffffff9351910182f516156102c757565b3d6102f4577fb06ebf3d000000000000000000000000000000000000000000000000000000005f5260045ffd5b6040513d5f823e3d90fd5b7f4ca249dc000000000000000000000000000000000000000000000000000000005f5260045ffd5b50565b6103348151610478565b1561044c57602081015160601c1561042457603481015160601c156103fc57609081015160f01c6103e881116103cb57506055600b6103a873ffffffffffffffffffffffffffffffffffffffff937f00000000000000000000000000000000000000000000000000000000000000006104f7565b602081519101206040519060408201525f60208201523081520160ff8153201690565b7ff7e85f3b000000000000000000000000000000000000000000000000000000005f526004526103e860245260445ffd5b7fd32e3715000000000000000000000000000000000000000000000000000000005f5260045ffd5b7fa6cdc01b000000000000000000000000000000000000000000000000000000005f5260045ffd5b517f36c4e1c9000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b609281118015906104ec575b6104e7577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff6e81019081116104ba57601190061590565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b505f90565b506104d28111610484565b615fd382511161062557815191602d83018093116104ba577fffff0000000000000000000000000000000000000000000000000000000000009260206057927fffffffffffffffffffffffffffffffffffffffff000000000000000000000000610622956040519788957f61000000000000000000000000000000000000000000000000000000000000008688015260f01b1660218601527f3d81600a3d39f3363d3d373d3d3d363d73000000000000000000000000000000602386015260601b1660348401527f5af43d82803e903d91602b57fd5bf3000000000000000000000000000000000060488401528051918291018484015e81015f8382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe081018352826100f9565b90565b7f94289054000000000000000000000000000000000000000000000000000000005f5260045ffd60a034606c57601f610f4438819003918201601f19168301916001600160401b03831184841017607057808492602094604052833981010312606c57516001600160a01b0381168103606c57608052604051610ebf90816100858239608051818181609d01526102e80152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe6080806040526004361015610012575f80fd5b5f3560e01c90816326494f711461020b57508063884ec306146101b6578063c497da8d1461014a578063d5025625146100c55763e681c4aa14610053575f80fd5b346100c1575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100c157602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b5f80fd5b346100c1575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100c1576020604061010030610b67565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f835194859381855280519182918282880152018686015e5f85828601015201168101030190f35b346100c15760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100c15760043573ffffffffffffffffffffffffffffffffffffffff81168091036100c1575f526001602052602063ffffffff60405f205416604051908152f35b346100c15760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100c15760ff6101ef6109e0565b165f525f602052602063ffffffff60405f205416604051908152f35b346100c15760c07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100c1576102426109e0565b9061024b6109f0565b503660a4116100c15760a43567ffffffffffffffff81116100c157366023820112156100c15780600401359067ffffffffffffffff82116100c1578181019160248301903682116100c15761029f85610a13565b5f8552602085015f815260408601915f835260608701935f855260808801955f875260a08901975f895260c08a019a5f8c5273ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168033036109b1575061031930610b67565b9460ff61032587610a9d565b92169182101561097857602086015160601c8c52604886015160601c8752605c86015160601c885260708601518952609086015160f01c8a528160110260118104830361094b578060920160921161094b57860160b20151607881901c60ff168e5260a081901c8c5260801c63ffffffff16806108b8575b5061040a575b505060e08960ff8c6bffffffffffffffffffffffff8c61ffff8d8d73ffffffffffffffffffffffffffffffffffffffff8e818f816040519c51168c52511660208b01525116604089015251606088015251166080860152511660a0840152511660c0820152f35b6040519361041785610a13565b5f855284602081015f815260408201975f895260608301965f885260808401915f835260e07fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc60248460c060a08a019960608b52019b60608d52030101126100c157602482013573ffffffffffffffffffffffffffffffffffffffff81168091036100c15760448301359660ff88168098036100c1576064840135906bffffffffffffffffffffffff82168092036100c15760848501359063ffffffff82168092036100c15760a48601359064ffffffffff82168092036100c15760c487013567ffffffffffffffff81116100c157816024610515928a0101610b21565b9060e48801359067ffffffffffffffff82116100c157602461053b9260349a0101610b21565b8d52895286528b528c528685528a52015160601c93858103610889575064ffffffffff81511680151580610880575b6108515750916106169173ffffffffffffffffffffffffffffffffffffffff9360ff858b5116925116906bffffffffffffffffffffffff8c51169064ffffffffff63ffffffff8c5116915116916040519360208501957f76e2be9aafdb2e25964835dc2c3ff060479c6fb78c07665218bb02e31cec3493875260408601526060850152608084015260a083015260c082015260c0815261060b60e082610a5c565b519020905190610be9565b168181036108235750509061068a91604051602081019060606044833760608152610642608082610a5c565b5190206040519060208201927f53567f44d41936893c1f167c857a91a29fcf83aa4c33f62ec03cacf4219249a98452604083015260608201526060815261060b608082610a5c565b73ffffffffffffffffffffffffffffffffffffffff8084511691168181036107f557505063ffffffff8151166106ec575b5050516bffffffffffffffffffffffff168552838373ffffffffffffffffffffffffffffffffffffffff84816103a3565b73ffffffffffffffffffffffffffffffffffffffff8251165f52600160205263ffffffff8060405f205416915116808210156107af575060ff979473ffffffffffffffffffffffffffffffffffffffff61ffff956bffffffffffffffffffffffff60e09d9a96819a96846107608198610acf565b9151165f52600160205263ffffffff60405f2091167fffffffffffffffffffffffffffffffffffffffffffffffffffffffff00000000825416179055969a9d50509550509497508195506106bb565b73ffffffffffffffffffffffffffffffffffffffff8351167f36457909000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f89a74c99000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f068a2eee000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7fed12c255000000000000000000000000000000000000000000000000000000005f524260045260245260445ffd5b5080421161056a565b857f2e3419ee000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b825f525f60205263ffffffff60405f205416908082101561091c57506108dd90610acf565b825f525f60205263ffffffff60405f2091167fffffffffffffffffffffffffffffffffffffffffffffffffffffffff000000008254161790558d61039d565b837fb17036c8000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b5061098285610a9d565b907fc3e6ae0c000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f26578c70000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b6004359060ff821682036100c157565b6024359073ffffffffffffffffffffffffffffffffffffffff821682036100c157565b60e0810190811067ffffffffffffffff821117610a2f57604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff821117610a2f57604052565b517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff6e810190811161094b576011900490565b63ffffffff60019116019063ffffffff821161094b57565b67ffffffffffffffff8111610a2f57601f017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe01660200190565b81601f820112156100c157803590610b3882610ae7565b92610b466040519485610a5c565b828452602083830101116100c157815f926020809301838601378301015290565b803b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffd3820191821161094b57602d610bb8610ba284610ae7565b93610bb06040519586610a5c565b808552610ae7565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe06020850191013682378351923c90565b90805160408103610d1d57506040818051810103126100c157610d1a9181604260406020610d119501519201519260405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f24d64554442d612a18725023eebc3866bde83f0a64a624cd14a8773eb21f8c2c60408201527fc89efdaa54c0f20c7adf612882df0950f5a951637e0307cdcb4c672f298b8bc660608201524660808201523060a082015260a08152610ca960c082610a5c565b51902090604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522060ff601b7f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff851694821c011690610e25565b90929192610d4d565b90565b7f68f1f65e000000000000000000000000000000000000000000000000000000005f52600452604060245260445ffd5b6004811015610df85780610d5f575050565b60018103610d8f577ff645eedf000000000000000000000000000000000000000000000000000000005f5260045ffd5b60028103610dc357507ffce698f7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b600314610dcd5750565b7fd78bce0c000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411610eb4579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa15610ea9575f5173ffffffffffffffffffffffffffffffffffffffff811615610e9f57905f905f90565b505f906001905f90565b6040513d5f823e3d90fd5b5050505f916003919056",
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
