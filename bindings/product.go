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

// Offer is an auto generated low-level Go binding around an user-defined struct.
type Offer struct {
	Publisher     common.Address
	Token         common.Address
	Committee     common.Address
	GroupKey      [32]byte
	FeeBps        uint16
	Price         *big.Int
	Confirmations uint8
}

// ProductMetaData contains all meta data concerning the Product contract.
var ProductMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"escrow\",\"type\":\"address\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[],\"name\":\"ECDSAInvalidSignature\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"length\",\"type\":\"uint256\"}],\"name\":\"ECDSAInvalidSignatureLength\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"s\",\"type\":\"bytes32\"}],\"name\":\"ECDSAInvalidSignatureS\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"time\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"expiry\",\"type\":\"uint256\"}],\"name\":\"Product_Expired\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tier\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"tiers\",\"type\":\"uint256\"}],\"name\":\"Product_NoTier\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"escrow\",\"type\":\"address\"}],\"name\":\"Product_NotEscrow\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"signed\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"key\",\"type\":\"address\"}],\"name\":\"Product_NotKey\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"signed\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"signer\",\"type\":\"address\"}],\"name\":\"Product_NotSigner\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tier\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"voucherTier\",\"type\":\"uint256\"}],\"name\":\"Product_OtherTier\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"length\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"needed\",\"type\":\"uint256\"}],\"name\":\"Product_SignatureLength\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tier\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"supply\",\"type\":\"uint256\"}],\"name\":\"Product_SoldOut\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"key\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"uses\",\"type\":\"uint256\"}],\"name\":\"Product_UsedUp\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ESCROW\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"tier\",\"type\":\"uint8\"},{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"},{\"internalType\":\"bytes32[3]\",\"name\":\"releaseKey\",\"type\":\"bytes32[3]\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"offer\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"committee\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"groupKey\",\"type\":\"bytes32\"},{\"internalType\":\"uint16\",\"name\":\"feeBps\",\"type\":\"uint16\"},{\"internalType\":\"uint96\",\"name\":\"price\",\"type\":\"uint96\"},{\"internalType\":\"uint8\",\"name\":\"confirmations\",\"type\":\"uint8\"}],\"internalType\":\"structOffer\",\"name\":\"o\",\"type\":\"tuple\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"tier\",\"type\":\"uint8\"}],\"name\":\"sold\",\"outputs\":[{\"internalType\":\"uint32\",\"name\":\"\",\"type\":\"uint32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"terms\",\"outputs\":[{\"internalType\":\"bytes\",\"name\":\"\",\"type\":\"bytes\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"key\",\"type\":\"address\"}],\"name\":\"used\",\"outputs\":[{\"internalType\":\"uint32\",\"name\":\"\",\"type\":\"uint32\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	ID:  "Product",
	Bin: "0x60a034606c57601f610ebe38819003918201601f19168301916001600160401b03831184841017607057808492602094604052833981010312606c57516001600160a01b0381168103606c57608052604051610e3990816100858239608051818181609a01526102cd0152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe60806040526004361015610011575f80fd5b5f3560e01c806326494f7114610208578063884ec306146101b3578063c497da8d14610147578063d5025625146100c25763e681c4aa14610050575f80fd5b346100be575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100be57602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b5f80fd5b346100be575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100be57602060406100fd30610b18565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f835194859381855280519182918282880152018686015e5f85828601015201168101030190f35b346100be5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100be5760043573ffffffffffffffffffffffffffffffffffffffff81168091036100be575f526001602052602063ffffffff60405f205416604051908152f35b346100be5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100be5760ff6101ec6109cf565b165f525f602052602063ffffffff60405f205416604051908152f35b346100be5760c07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100be5761023f6109cf565b6102476109df565b503660a4116100be5767ffffffffffffffff60a435116100be5736602360a4350112156100be5760a4356004013567ffffffffffffffff81116100be578060a4350160248101923684116100be5761029f6080610a02565b5f608081905260a081815260c082815260e083815261010084815261012085905261014094855292969392917f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff16338190036109a0575061031430610b18565b9788517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff6e810190811161097357601190048060ff891610156109415750602089015160601c608052604889015160601c9052605c88015160601c905260708701519052609086015160f01c905260b260ff84166011028601015163ffffffff8160801c169160ff8260781c16905260a01c60a060800152806108a5575b506103bd575b60e06080f35b604051926103ca84610a02565b5f8452602084015f81525f60408601525f60608601525f608086015260a08501916060835260e07fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc602460c08901976060895260a43590030101126100be57602460a43501359073ffffffffffffffffffffffffffffffffffffffff821682036100be57604460a43501359760ff891689036100be57606460a4350135926bffffffffffffffffffffffff841684036100be57608460a435013563ffffffff811681036100be5760a4803501359464ffffffffff86168096036100be5760c460a435013567ffffffffffffffff81116100be578460246104ce9260a4350101610aa4565b60e460a43501359267ffffffffffffffff84116100be5760349760808e63ffffffff948f61052573ffffffffffffffffffffffffffffffffffffffff9b60246bffffffffffffffffffffffff9b60a4350101610aa4565b90528d5201521660608c01521660408a015260ff8a168552168752015160601c9560ff841660ff821603610870575064ffffffffff60808601511680151580610867575b610838575073ffffffffffffffffffffffffffffffffffffffff9161061b9160ff848851169151166bffffffffffffffffffffffff60408901511663ffffffff60608a01511664ffffffffff60808b015116916040519360208501957f76e2be9aafdb2e25964835dc2c3ff060479c6fb78c07665218bb02e31cec3493875260408601526060850152608084015260a083015260c082015260c0815261061060e082610a4b565b519020905190610b63565b168481036108085750610692929350604051602081019060606044833760608152610647608082610a4b565b5190206040519060ff60208301937f53567f44d41936893c1f167c857a91a29fcf83aa4c33f62ec03cacf4219249a98552166040830152606082015260608152610610608082610a4b565b73ffffffffffffffffffffffffffffffffffffffff8083511691168181036107da57505063ffffffff6060820151166106e5575b604001516bffffffffffffffffffffffff1661012052808080806103b7565b73ffffffffffffffffffffffffffffffffffffffff8151165f52600160205263ffffffff60405f20541663ffffffff6060830151168082101561079457506bffffffffffffffffffffffff9161073c604092610a8c565b73ffffffffffffffffffffffffffffffffffffffff8251165f52600160205263ffffffff835f2091167fffffffffffffffffffffffffffffffffffffffffffffffffffffffff000000008254161790559150506106c6565b73ffffffffffffffffffffffffffffffffffffffff8351167f36457909000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f89a74c99000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b84907f068a2eee000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7fed12c255000000000000000000000000000000000000000000000000000000005f524260045260245260445ffd5b50804211610569565b60ff9081857f2e3419ee000000000000000000000000000000000000000000000000000000005f52166004521660245260445ffd5b60ff83165f525f60205263ffffffff60405f205416908082101561090f57506108cd90610a8c565b60ff83165f525f60205263ffffffff60405f2091167fffffffffffffffffffffffffffffffffffffffffffffffffffffffff00000000825416179055856103b1565b60ff847fb17036c8000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b60ff887fc3e6ae0c000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b7f26578c70000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b6004359060ff821682036100be57565b6024359073ffffffffffffffffffffffffffffffffffffffff821682036100be57565b60e0810190811067ffffffffffffffff821117610a1e57604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff821117610a1e57604052565b63ffffffff60019116019063ffffffff821161097357565b81601f820112156100be5780359067ffffffffffffffff8211610a1e5760405192610af760207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f8601160185610a4b565b828452602083830101116100be57815f926020809301838601378301015290565b9060405191602d60207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffd3833b0164ffffffffff16808652019160208501903c60408280510101604052565b90805160408103610c9757506040818051810103126100be57610c949181604260406020610c8b9501519201519260405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f24d64554442d612a18725023eebc3866bde83f0a64a624cd14a8773eb21f8c2c60408201527fc89efdaa54c0f20c7adf612882df0950f5a951637e0307cdcb4c672f298b8bc660608201524660808201523060a082015260a08152610c2360c082610a4b565b51902090604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522060ff601b7f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff851694821c011690610d9f565b90929192610cc7565b90565b7f68f1f65e000000000000000000000000000000000000000000000000000000005f52600452604060245260445ffd5b6004811015610d725780610cd9575050565b60018103610d09577ff645eedf000000000000000000000000000000000000000000000000000000005f5260045ffd5b60028103610d3d57507ffce698f7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b600314610d475750565b7fd78bce0c000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411610e2e579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa15610e23575f5173ffffffffffffffffffffffffffffffffffffffff811615610e1957905f905f90565b505f906001905f90565b6040513d5f823e3d90fd5b5050505f916003919056",
}

// Product is an auto generated Go binding around an Ethereum contract.
type Product struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Product) GetABI() abi.ABI {
	return c.abi
}

// NewProduct creates a new instance of Product.
func NewProduct() *Product {
	parsed, err := ProductMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Product{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Product) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address escrow) returns()
func (product *Product) PackConstructor(escrow common.Address) []byte {
	enc, err := product.abi.Pack("", escrow)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackESCROW is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe681c4aa.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ESCROW() view returns(address)
func (product *Product) PackESCROW() []byte {
	enc, err := product.abi.Pack("ESCROW")
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
func (product *Product) TryPackESCROW() ([]byte, error) {
	return product.abi.Pack("ESCROW")
}

// UnpackESCROW is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe681c4aa.
//
// Solidity: function ESCROW() view returns(address)
func (product *Product) UnpackESCROW(data []byte) (common.Address, error) {
	out, err := product.abi.Unpack("ESCROW", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackOffer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x26494f71.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function offer(uint8 tier, address , bytes32[3] releaseKey, bytes data) returns((address,address,address,bytes32,uint16,uint96,uint8) o)
func (product *Product) PackOffer(tier uint8, arg1 common.Address, releaseKey [3][32]byte, data []byte) []byte {
	enc, err := product.abi.Pack("offer", tier, arg1, releaseKey, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOffer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x26494f71.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function offer(uint8 tier, address , bytes32[3] releaseKey, bytes data) returns((address,address,address,bytes32,uint16,uint96,uint8) o)
func (product *Product) TryPackOffer(tier uint8, arg1 common.Address, releaseKey [3][32]byte, data []byte) ([]byte, error) {
	return product.abi.Pack("offer", tier, arg1, releaseKey, data)
}

// UnpackOffer is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x26494f71.
//
// Solidity: function offer(uint8 tier, address , bytes32[3] releaseKey, bytes data) returns((address,address,address,bytes32,uint16,uint96,uint8) o)
func (product *Product) UnpackOffer(data []byte) (Offer, error) {
	out, err := product.abi.Unpack("offer", data)
	if err != nil {
		return *new(Offer), err
	}
	out0 := *abi.ConvertType(out[0], new(Offer)).(*Offer)
	return out0, nil
}

// PackSold is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x884ec306.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function sold(uint8 tier) view returns(uint32)
func (product *Product) PackSold(tier uint8) []byte {
	enc, err := product.abi.Pack("sold", tier)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSold is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x884ec306.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function sold(uint8 tier) view returns(uint32)
func (product *Product) TryPackSold(tier uint8) ([]byte, error) {
	return product.abi.Pack("sold", tier)
}

// UnpackSold is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x884ec306.
//
// Solidity: function sold(uint8 tier) view returns(uint32)
func (product *Product) UnpackSold(data []byte) (uint32, error) {
	out, err := product.abi.Unpack("sold", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
	return out0, nil
}

// PackTerms is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd5025625.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function terms() view returns(bytes)
func (product *Product) PackTerms() []byte {
	enc, err := product.abi.Pack("terms")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTerms is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd5025625.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function terms() view returns(bytes)
func (product *Product) TryPackTerms() ([]byte, error) {
	return product.abi.Pack("terms")
}

// UnpackTerms is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd5025625.
//
// Solidity: function terms() view returns(bytes)
func (product *Product) UnpackTerms(data []byte) ([]byte, error) {
	out, err := product.abi.Unpack("terms", data)
	if err != nil {
		return *new([]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([]byte)).(*[]byte)
	return out0, nil
}

// PackUsed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc497da8d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function used(address key) view returns(uint32)
func (product *Product) PackUsed(key common.Address) []byte {
	enc, err := product.abi.Pack("used", key)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUsed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc497da8d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function used(address key) view returns(uint32)
func (product *Product) TryPackUsed(key common.Address) ([]byte, error) {
	return product.abi.Pack("used", key)
}

// UnpackUsed is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc497da8d.
//
// Solidity: function used(address key) view returns(uint32)
func (product *Product) UnpackUsed(data []byte) (uint32, error) {
	out, err := product.abi.Unpack("used", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
	return out0, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (product *Product) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], product.abi.Errors["ECDSAInvalidSignature"].ID.Bytes()[:4]) {
		return product.UnpackECDSAInvalidSignatureError(raw[4:])
	}
	if bytes.Equal(raw[:4], product.abi.Errors["ECDSAInvalidSignatureLength"].ID.Bytes()[:4]) {
		return product.UnpackECDSAInvalidSignatureLengthError(raw[4:])
	}
	if bytes.Equal(raw[:4], product.abi.Errors["ECDSAInvalidSignatureS"].ID.Bytes()[:4]) {
		return product.UnpackECDSAInvalidSignatureSError(raw[4:])
	}
	if bytes.Equal(raw[:4], product.abi.Errors["Product_Expired"].ID.Bytes()[:4]) {
		return product.UnpackProductExpiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], product.abi.Errors["Product_NoTier"].ID.Bytes()[:4]) {
		return product.UnpackProductNoTierError(raw[4:])
	}
	if bytes.Equal(raw[:4], product.abi.Errors["Product_NotEscrow"].ID.Bytes()[:4]) {
		return product.UnpackProductNotEscrowError(raw[4:])
	}
	if bytes.Equal(raw[:4], product.abi.Errors["Product_NotKey"].ID.Bytes()[:4]) {
		return product.UnpackProductNotKeyError(raw[4:])
	}
	if bytes.Equal(raw[:4], product.abi.Errors["Product_NotSigner"].ID.Bytes()[:4]) {
		return product.UnpackProductNotSignerError(raw[4:])
	}
	if bytes.Equal(raw[:4], product.abi.Errors["Product_OtherTier"].ID.Bytes()[:4]) {
		return product.UnpackProductOtherTierError(raw[4:])
	}
	if bytes.Equal(raw[:4], product.abi.Errors["Product_SignatureLength"].ID.Bytes()[:4]) {
		return product.UnpackProductSignatureLengthError(raw[4:])
	}
	if bytes.Equal(raw[:4], product.abi.Errors["Product_SoldOut"].ID.Bytes()[:4]) {
		return product.UnpackProductSoldOutError(raw[4:])
	}
	if bytes.Equal(raw[:4], product.abi.Errors["Product_UsedUp"].ID.Bytes()[:4]) {
		return product.UnpackProductUsedUpError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// ProductECDSAInvalidSignature represents a ECDSAInvalidSignature error raised by the Product contract.
type ProductECDSAInvalidSignature struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ECDSAInvalidSignature()
func ProductECDSAInvalidSignatureErrorID() common.Hash {
	return common.HexToHash("0xf645eedf0193584640b6b90cb9477e4c95b98636c148a891d4c0a146dc46e75a")
}

// UnpackECDSAInvalidSignatureError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ECDSAInvalidSignature()
func (product *Product) UnpackECDSAInvalidSignatureError(raw []byte) (*ProductECDSAInvalidSignature, error) {
	out := new(ProductECDSAInvalidSignature)
	if err := product.abi.UnpackIntoInterface(out, "ECDSAInvalidSignature", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ProductECDSAInvalidSignatureLength represents a ECDSAInvalidSignatureLength error raised by the Product contract.
type ProductECDSAInvalidSignatureLength struct {
	Length *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ECDSAInvalidSignatureLength(uint256 length)
func ProductECDSAInvalidSignatureLengthErrorID() common.Hash {
	return common.HexToHash("0xfce698f7e8e5342cd615f641317bc45fe7e1e4a8b0a14dd1383ff8dc9c41917f")
}

// UnpackECDSAInvalidSignatureLengthError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ECDSAInvalidSignatureLength(uint256 length)
func (product *Product) UnpackECDSAInvalidSignatureLengthError(raw []byte) (*ProductECDSAInvalidSignatureLength, error) {
	out := new(ProductECDSAInvalidSignatureLength)
	if err := product.abi.UnpackIntoInterface(out, "ECDSAInvalidSignatureLength", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ProductECDSAInvalidSignatureS represents a ECDSAInvalidSignatureS error raised by the Product contract.
type ProductECDSAInvalidSignatureS struct {
	S [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ECDSAInvalidSignatureS(bytes32 s)
func ProductECDSAInvalidSignatureSErrorID() common.Hash {
	return common.HexToHash("0xd78bce0cccb935155ed6428d1c13e50b7f3550fd2b66b9fe266006fea4a5e1eb")
}

// UnpackECDSAInvalidSignatureSError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ECDSAInvalidSignatureS(bytes32 s)
func (product *Product) UnpackECDSAInvalidSignatureSError(raw []byte) (*ProductECDSAInvalidSignatureS, error) {
	out := new(ProductECDSAInvalidSignatureS)
	if err := product.abi.UnpackIntoInterface(out, "ECDSAInvalidSignatureS", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ProductProductExpired represents a Product_Expired error raised by the Product contract.
type ProductProductExpired struct {
	Time   *big.Int
	Expiry *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Product_Expired(uint256 time, uint256 expiry)
func ProductProductExpiredErrorID() common.Hash {
	return common.HexToHash("0xed12c255a7263401282e42b8f2d11c5bcb352075d6db9559cd9454b2af753ea1")
}

// UnpackProductExpiredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Product_Expired(uint256 time, uint256 expiry)
func (product *Product) UnpackProductExpiredError(raw []byte) (*ProductProductExpired, error) {
	out := new(ProductProductExpired)
	if err := product.abi.UnpackIntoInterface(out, "Product_Expired", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ProductProductNoTier represents a Product_NoTier error raised by the Product contract.
type ProductProductNoTier struct {
	Tier  *big.Int
	Tiers *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Product_NoTier(uint256 tier, uint256 tiers)
func ProductProductNoTierErrorID() common.Hash {
	return common.HexToHash("0xc3e6ae0c8b8ac52c00a11ac944bcb9ec0fab6ee799ad27f343917ff6f05123bc")
}

// UnpackProductNoTierError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Product_NoTier(uint256 tier, uint256 tiers)
func (product *Product) UnpackProductNoTierError(raw []byte) (*ProductProductNoTier, error) {
	out := new(ProductProductNoTier)
	if err := product.abi.UnpackIntoInterface(out, "Product_NoTier", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ProductProductNotEscrow represents a Product_NotEscrow error raised by the Product contract.
type ProductProductNotEscrow struct {
	Caller common.Address
	Escrow common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Product_NotEscrow(address caller, address escrow)
func ProductProductNotEscrowErrorID() common.Hash {
	return common.HexToHash("0x26578c701c3701902675dbf53ed7500ed7eac7d1f95dff458771cd8e2a8f8b35")
}

// UnpackProductNotEscrowError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Product_NotEscrow(address caller, address escrow)
func (product *Product) UnpackProductNotEscrowError(raw []byte) (*ProductProductNotEscrow, error) {
	out := new(ProductProductNotEscrow)
	if err := product.abi.UnpackIntoInterface(out, "Product_NotEscrow", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ProductProductNotKey represents a Product_NotKey error raised by the Product contract.
type ProductProductNotKey struct {
	Signed common.Address
	Key    common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Product_NotKey(address signed, address key)
func ProductProductNotKeyErrorID() common.Hash {
	return common.HexToHash("0x89a74c99caf3365be06f8c2514694a52022ada6e5057a75853ceb37c3cf8b949")
}

// UnpackProductNotKeyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Product_NotKey(address signed, address key)
func (product *Product) UnpackProductNotKeyError(raw []byte) (*ProductProductNotKey, error) {
	out := new(ProductProductNotKey)
	if err := product.abi.UnpackIntoInterface(out, "Product_NotKey", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ProductProductNotSigner represents a Product_NotSigner error raised by the Product contract.
type ProductProductNotSigner struct {
	Signed common.Address
	Signer common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Product_NotSigner(address signed, address signer)
func ProductProductNotSignerErrorID() common.Hash {
	return common.HexToHash("0x068a2eee935a63b8cb059af567c663048d15ff16c220442582115bdf2145a6b4")
}

// UnpackProductNotSignerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Product_NotSigner(address signed, address signer)
func (product *Product) UnpackProductNotSignerError(raw []byte) (*ProductProductNotSigner, error) {
	out := new(ProductProductNotSigner)
	if err := product.abi.UnpackIntoInterface(out, "Product_NotSigner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ProductProductOtherTier represents a Product_OtherTier error raised by the Product contract.
type ProductProductOtherTier struct {
	Tier        *big.Int
	VoucherTier *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Product_OtherTier(uint256 tier, uint256 voucherTier)
func ProductProductOtherTierErrorID() common.Hash {
	return common.HexToHash("0x2e3419ee9af7ee4a800e525a5bbe14bf834507c3bb22d85a0e1694c6ef4ec391")
}

// UnpackProductOtherTierError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Product_OtherTier(uint256 tier, uint256 voucherTier)
func (product *Product) UnpackProductOtherTierError(raw []byte) (*ProductProductOtherTier, error) {
	out := new(ProductProductOtherTier)
	if err := product.abi.UnpackIntoInterface(out, "Product_OtherTier", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ProductProductSignatureLength represents a Product_SignatureLength error raised by the Product contract.
type ProductProductSignatureLength struct {
	Length *big.Int
	Needed *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Product_SignatureLength(uint256 length, uint256 needed)
func ProductProductSignatureLengthErrorID() common.Hash {
	return common.HexToHash("0x68f1f65e41d8a7c42bdf7b0b2a12e37664679773362c0f2adfbc2dec5482ef45")
}

// UnpackProductSignatureLengthError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Product_SignatureLength(uint256 length, uint256 needed)
func (product *Product) UnpackProductSignatureLengthError(raw []byte) (*ProductProductSignatureLength, error) {
	out := new(ProductProductSignatureLength)
	if err := product.abi.UnpackIntoInterface(out, "Product_SignatureLength", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ProductProductSoldOut represents a Product_SoldOut error raised by the Product contract.
type ProductProductSoldOut struct {
	Tier   *big.Int
	Supply *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Product_SoldOut(uint256 tier, uint256 supply)
func ProductProductSoldOutErrorID() common.Hash {
	return common.HexToHash("0xb17036c8f62b8f3fe7eb38fdf8fc3a591a2a490f9a67968a7b0ec39102b81ee2")
}

// UnpackProductSoldOutError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Product_SoldOut(uint256 tier, uint256 supply)
func (product *Product) UnpackProductSoldOutError(raw []byte) (*ProductProductSoldOut, error) {
	out := new(ProductProductSoldOut)
	if err := product.abi.UnpackIntoInterface(out, "Product_SoldOut", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ProductProductUsedUp represents a Product_UsedUp error raised by the Product contract.
type ProductProductUsedUp struct {
	Key  common.Address
	Uses *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Product_UsedUp(address key, uint256 uses)
func ProductProductUsedUpErrorID() common.Hash {
	return common.HexToHash("0x36457909ee5f1ed4a0758bef469e5a1d1352103c84cadc4fb0fadf95d95fbdef")
}

// UnpackProductUsedUpError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Product_UsedUp(address key, uint256 uses)
func (product *Product) UnpackProductUsedUpError(raw []byte) (*ProductProductUsedUp, error) {
	out := new(ProductProductUsedUp)
	if err := product.abi.UnpackIntoInterface(out, "Product_UsedUp", raw); err != nil {
		return nil, err
	}
	return out, nil
}
