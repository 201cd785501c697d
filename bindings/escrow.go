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

// Leaf is an auto generated low-level Go binding around an user-defined struct.
type Leaf struct {
	Product       common.Address
	Tier          uint8
	Index         uint32
	Time          *big.Int
	Payer         common.Address
	RefundTo      common.Address
	Publisher     common.Address
	Token         common.Address
	Committee     common.Address
	FeeBps        uint16
	Confirmations uint8
	GroupKey      [32]byte
	Amount        *big.Int
	ReleaseKey    [3][32]byte
}

// EscrowMetaData contains all meta data concerning the Escrow contract.
var EscrowMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[],\"name\":\"BLS12381_BadPoint\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"most\",\"type\":\"uint256\"}],\"name\":\"Escrow_BucketFull\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"Escrow_CoinWithToken\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"feeBps\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"most\",\"type\":\"uint256\"}],\"name\":\"Escrow_FeeTooHigh\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"left\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"least\",\"type\":\"uint256\"}],\"name\":\"Escrow_GasTooLow\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"orders\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"releases\",\"type\":\"uint256\"}],\"name\":\"Escrow_LengthsDiffer\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"Escrow_Locked\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"orders\",\"type\":\"uint256\"}],\"name\":\"Escrow_LogFull\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"orderEpoch\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"epoch\",\"type\":\"uint256\"}],\"name\":\"Escrow_Matured\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"Escrow_NoPairing\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"product\",\"type\":\"address\"}],\"name\":\"Escrow_NoProduct\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"Escrow_NoRefundTo\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"Escrow_NoToken\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"orders\",\"type\":\"uint256\"}],\"name\":\"Escrow_NoneOpen\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"account\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"order\",\"type\":\"bytes32\"}],\"name\":\"Escrow_NotLogged\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"}],\"name\":\"Escrow_NotPublisher\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"router\",\"type\":\"address\"}],\"name\":\"Escrow_NotRouter\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"account\",\"type\":\"bytes32\"}],\"name\":\"Escrow_NothingDue\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"Escrow_NothingToClaim\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"offered\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"agreed\",\"type\":\"bytes32\"}],\"name\":\"Escrow_OfferChanged\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Escrow_SendFailed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"length\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"least\",\"type\":\"uint256\"}],\"name\":\"Escrow_ShortOffer\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"balance\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"expected\",\"type\":\"uint256\"}],\"name\":\"Escrow_TokenMoved\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"price\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"maxPrice\",\"type\":\"uint256\"}],\"name\":\"Escrow_TooDear\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"time\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"deadline\",\"type\":\"uint256\"}],\"name\":\"Escrow_TooEarly\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"time\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"deadline\",\"type\":\"uint256\"}],\"name\":\"Escrow_TooLate\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"least\",\"type\":\"uint256\"}],\"name\":\"Escrow_TooLittle\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"given\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"needed\",\"type\":\"bytes32\"}],\"name\":\"Escrow_WrongGroupKey\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"order\",\"type\":\"bytes32\"}],\"name\":\"Escrow_WrongProof\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"order\",\"type\":\"bytes32\"}],\"name\":\"Escrow_WrongRelease\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"orders\",\"type\":\"uint256\"}],\"name\":\"Escrow_WrongReleases\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"order\",\"type\":\"bytes32\"},{\"internalType\":\"enumOrderState\",\"name\":\"state\",\"type\":\"uint8\"},{\"internalType\":\"enumOrderState\",\"name\":\"needed\",\"type\":\"uint8\"}],\"name\":\"Escrow_WrongState\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"SafeERC20FailedOperation\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Claimed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"account\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Collected\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"order\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"by\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"deadline\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"c\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"z\",\"type\":\"uint256\"}],\"name\":\"Disputed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"order\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes32[3]\",\"name\":\"U\",\"type\":\"bytes32[3]\"}],\"name\":\"KeyReleased\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"account\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"product\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"},{\"components\":[{\"internalType\":\"address\",\"name\":\"product\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"tier\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"index\",\"type\":\"uint32\"},{\"internalType\":\"uint40\",\"name\":\"time\",\"type\":\"uint40\"},{\"internalType\":\"address\",\"name\":\"payer\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"refundTo\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"committee\",\"type\":\"address\"},{\"internalType\":\"uint16\",\"name\":\"feeBps\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"confirmations\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"groupKey\",\"type\":\"bytes32\"},{\"internalType\":\"uint96\",\"name\":\"amount\",\"type\":\"uint96\"},{\"internalType\":\"bytes32[3]\",\"name\":\"releaseKey\",\"type\":\"bytes32[3]\"}],\"indexed\":false,\"internalType\":\"structLeaf\",\"name\":\"leaf\",\"type\":\"tuple\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"c\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"z\",\"type\":\"uint256\"}],\"name\":\"PaymentConfirmed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"order\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"by\",\"type\":\"address\"}],\"name\":\"Refunded\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Undelivered\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"account\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Withdrawn\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"ANSWER\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"BOND_FLOOR\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"FACTORY\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"ROUTER\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"WINDOW\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"account\",\"type\":\"bytes32\"}],\"name\":\"accountState\",\"outputs\":[{\"internalType\":\"uint32\",\"name\":\"epoch\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"count\",\"type\":\"uint32\"},{\"internalType\":\"uint96\",\"name\":\"current\",\"type\":\"uint96\"},{\"internalType\":\"uint96\",\"name\":\"previous\",\"type\":\"uint96\"},{\"internalType\":\"uint128\",\"name\":\"matured\",\"type\":\"uint128\"},{\"internalType\":\"uint128\",\"name\":\"fees\",\"type\":\"uint128\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"product\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"tier\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"index\",\"type\":\"uint32\"},{\"internalType\":\"uint40\",\"name\":\"time\",\"type\":\"uint40\"},{\"internalType\":\"address\",\"name\":\"payer\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"refundTo\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"committee\",\"type\":\"address\"},{\"internalType\":\"uint16\",\"name\":\"feeBps\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"confirmations\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"groupKey\",\"type\":\"bytes32\"},{\"internalType\":\"uint96\",\"name\":\"amount\",\"type\":\"uint96\"},{\"internalType\":\"bytes32[3]\",\"name\":\"releaseKey\",\"type\":\"bytes32[3]\"}],\"internalType\":\"structLeaf\",\"name\":\"leaf\",\"type\":\"tuple\"},{\"internalType\":\"bytes32[3]\",\"name\":\"P\",\"type\":\"bytes32[3]\"},{\"internalType\":\"bytes32[6]\",\"name\":\"Q\",\"type\":\"bytes32[6]\"},{\"internalType\":\"bytes32[3]\",\"name\":\"U\",\"type\":\"bytes32[3]\"}],\"name\":\"answer\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"product\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"tier\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"index\",\"type\":\"uint32\"},{\"internalType\":\"uint40\",\"name\":\"time\",\"type\":\"uint40\"},{\"internalType\":\"address\",\"name\":\"payer\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"refundTo\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"committee\",\"type\":\"address\"},{\"internalType\":\"uint16\",\"name\":\"feeBps\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"confirmations\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"groupKey\",\"type\":\"bytes32\"},{\"internalType\":\"uint96\",\"name\":\"amount\",\"type\":\"uint96\"},{\"internalType\":\"bytes32[3]\",\"name\":\"releaseKey\",\"type\":\"bytes32[3]\"}],\"internalType\":\"structLeaf[]\",\"name\":\"leaves\",\"type\":\"tuple[]\"},{\"internalType\":\"bytes32[3]\",\"name\":\"P\",\"type\":\"bytes32[3]\"},{\"internalType\":\"bytes32[6]\",\"name\":\"Q\",\"type\":\"bytes32[6]\"},{\"internalType\":\"bytes32[3][]\",\"name\":\"U\",\"type\":\"bytes32[3][]\"}],\"name\":\"answerMany\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"bond\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"product\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"tier\",\"type\":\"uint8\"},{\"internalType\":\"bytes32[3]\",\"name\":\"releaseKey\",\"type\":\"bytes32[3]\"},{\"internalType\":\"uint256\",\"name\":\"c\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"z\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"offerHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint96\",\"name\":\"maxPrice\",\"type\":\"uint96\"},{\"internalType\":\"address\",\"name\":\"refundTo\",\"type\":\"address\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"buy\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"order\",\"type\":\"bytes32\"}],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"payer\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"product\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"tier\",\"type\":\"uint8\"},{\"internalType\":\"bytes32[3]\",\"name\":\"releaseKey\",\"type\":\"bytes32[3]\"},{\"internalType\":\"uint256\",\"name\":\"c\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"z\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"offerHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint96\",\"name\":\"maxPrice\",\"type\":\"uint96\"},{\"internalType\":\"address\",\"name\":\"refundTo\",\"type\":\"address\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"buyFor\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"order\",\"type\":\"bytes32\"}],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}],\"name\":\"claimTo\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"claims\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"uint16\",\"name\":\"feeBps\",\"type\":\"uint16\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}],\"name\":\"collect\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"product\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"tier\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"index\",\"type\":\"uint32\"},{\"internalType\":\"uint40\",\"name\":\"time\",\"type\":\"uint40\"},{\"internalType\":\"address\",\"name\":\"payer\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"refundTo\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"committee\",\"type\":\"address\"},{\"internalType\":\"uint16\",\"name\":\"feeBps\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"confirmations\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"groupKey\",\"type\":\"bytes32\"},{\"internalType\":\"uint96\",\"name\":\"amount\",\"type\":\"uint96\"},{\"internalType\":\"bytes32[3]\",\"name\":\"releaseKey\",\"type\":\"bytes32[3]\"}],\"internalType\":\"structLeaf\",\"name\":\"leaf\",\"type\":\"tuple\"},{\"internalType\":\"bytes32[]\",\"name\":\"path\",\"type\":\"bytes32[]\"},{\"internalType\":\"uint256\",\"name\":\"c\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"z\",\"type\":\"uint256\"}],\"name\":\"dispute\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"order\",\"type\":\"bytes32\"}],\"name\":\"orderState\",\"outputs\":[{\"internalType\":\"enumOrderState\",\"name\":\"state\",\"type\":\"uint8\"},{\"internalType\":\"address\",\"name\":\"by\",\"type\":\"address\"},{\"internalType\":\"uint40\",\"name\":\"deadline\",\"type\":\"uint40\"},{\"internalType\":\"uint256\",\"name\":\"bondPaid\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"account\",\"type\":\"bytes32\"}],\"name\":\"peaks\",\"outputs\":[{\"internalType\":\"bytes32[32]\",\"name\":\"\",\"type\":\"bytes32[32]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"product\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"tier\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"index\",\"type\":\"uint32\"},{\"internalType\":\"uint40\",\"name\":\"time\",\"type\":\"uint40\"},{\"internalType\":\"address\",\"name\":\"payer\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"refundTo\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"committee\",\"type\":\"address\"},{\"internalType\":\"uint16\",\"name\":\"feeBps\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"confirmations\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"groupKey\",\"type\":\"bytes32\"},{\"internalType\":\"uint96\",\"name\":\"amount\",\"type\":\"uint96\"},{\"internalType\":\"bytes32[3]\",\"name\":\"releaseKey\",\"type\":\"bytes32[3]\"}],\"internalType\":\"structLeaf\",\"name\":\"leaf\",\"type\":\"tuple\"},{\"internalType\":\"bytes32[]\",\"name\":\"path\",\"type\":\"bytes32[]\"}],\"name\":\"proven\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"order\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"product\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"tier\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"index\",\"type\":\"uint32\"},{\"internalType\":\"uint40\",\"name\":\"time\",\"type\":\"uint40\"},{\"internalType\":\"address\",\"name\":\"payer\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"refundTo\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"committee\",\"type\":\"address\"},{\"internalType\":\"uint16\",\"name\":\"feeBps\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"confirmations\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"groupKey\",\"type\":\"bytes32\"},{\"internalType\":\"uint96\",\"name\":\"amount\",\"type\":\"uint96\"},{\"internalType\":\"bytes32[3]\",\"name\":\"releaseKey\",\"type\":\"bytes32[3]\"}],\"internalType\":\"structLeaf\",\"name\":\"leaf\",\"type\":\"tuple\"}],\"name\":\"refund\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"product\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"tier\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"index\",\"type\":\"uint32\"},{\"internalType\":\"uint40\",\"name\":\"time\",\"type\":\"uint40\"},{\"internalType\":\"address\",\"name\":\"payer\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"refundTo\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"committee\",\"type\":\"address\"},{\"internalType\":\"uint16\",\"name\":\"feeBps\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"confirmations\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"groupKey\",\"type\":\"bytes32\"},{\"internalType\":\"uint96\",\"name\":\"amount\",\"type\":\"uint96\"},{\"internalType\":\"bytes32[3]\",\"name\":\"releaseKey\",\"type\":\"bytes32[3]\"}],\"internalType\":\"structLeaf\",\"name\":\"leaf\",\"type\":\"tuple\"},{\"internalType\":\"bytes32[]\",\"name\":\"path\",\"type\":\"bytes32[]\"}],\"name\":\"refundByPublisher\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"committee\",\"type\":\"address\"},{\"internalType\":\"uint16\",\"name\":\"feeBps\",\"type\":\"uint16\"}],\"name\":\"withdraw\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"committee\",\"type\":\"address\"},{\"internalType\":\"uint16\",\"name\":\"feeBps\",\"type\":\"uint16\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}],\"name\":\"withdrawTo\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "Escrow",
	Bin: "0x6101206040523461038d576001461480156103e8575b80156103dc575b80156103d1575b80156103c6575b156103a45762ffffff62015180818166ffffffffffffff655af3107a40005b1660c0521660a052166080525f8061005f61044e565b61006761044e565b61006f6104f2565b5061020261007b61052e565b6f0ce5d527727d6e118cc9cdc6da2e351a60808201527fadfd9baa8cbdd3a76d429a695160d12c923ac9cc3baca289e193548608b8280160a08201526f0606c4a02ea734cc32acd2b02bc28b9960c08201527fcb3e287e85a763af267492ab572e99ab3f370d275cec1da1aaa9075ff05f79be60e08201526101ac6100fe61052e565b9361018260405195610132602088018099606080918051845260208101516020850152604081015160408501520151910152565b60a087019060e08091805184526020810151602085015260408101516040850152606081015160608501526080810151608085015260a081015160a085015260c081015160c08501520151910152565b80516101a086015260208101516101c086015260408101516101e086015260600151610200850152565b805161022084015260208101516102408401526040810151610260840152606081015161028084015260808101516102a084015260a08101516102c084015260c08101516102e084015260e00151610300830152565b61030081526102136103208261042b565b5190600f620c8fa0fa3d1561039d573d6001600160401b0381116103485760405190610249601f8201601f19166020018361042b565b81523d5f602083013e5b81610391575b8161036b575b501561035c57604051611e4c8082016001600160401b03811183821017610348578291614eaa833903905ff0801561033d576001600160a01b031660e0526040516115988082016001600160401b03811183821017610348578291616cf6833903905ff0801561033d576001600160a01b0316610100526040516148769081610634823960805181818161035d0152818161140b0152818161158801526135b1015260a0518181816116030152611a42015260c051818181611c9d015261329c015260e051818181611ed90152612af401526101005181611f470152f35b6040513d5f823e3d90fd5b634e487b7160e01b5f52604160045260245ffd5b63e60b16fb60e01b5f5260045ffd5b905060208180518101031261038d5760200151801515810361038d575f61025f565b5f80fd5b80516020149150610259565b6060610253565b62ffffff6203f480816202a30066ffffffffffffff6601c6bf52634000610049565b50617a69461461002a565b506105394614610023565b5062088bb0461461001c565b5062aa36a74614610015565b608081019081106001600160401b0382111761034857604052565b61010081019081106001600160401b0382111761034857604052565b601f909101601f19168101906001600160401b0382119082101761034857604052565b5f606060405161045d816103f4565b828152826020820152826040820152015260405161047a816103f4565b6f17f1d3a73197d7942695638c4fa9ac0f81527fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb60208201526f08b3f481e3aaa0f1a09e30ed741d8ae460408201527ffcf5e095d5d00af600db18cb2c04b3edd03cc744a2888ae40caa232946c5e7e1606082015290565b604051906104ff8261040f565b5f60e0838281528260208201528260408201528260608201528260808201528260a08201528260c08201520152565b6105366104f2565b506040516105438161040f565b6f024aa2b2f08f0a91260805272dc5105181527fc6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb860208201526f13e02b6052719f607dacd3a088274f6560408201527f596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e60608201526f0d1b3cc2c7027888be51d9ef691d77bc60808201527fb679afda66c73f17f9ee3837a55024f78c71363275a75d75d86bab79f74782aa60a08201526f13fa4d4a0ad8b1ce186ed5061789213d60c08201527f993923066dddaf1040bc3ff59f825c78df74f2d75467e25e0f55f8a00fa030ed60e08201529056fe60806040526004361015610011575f80fd5b5f3560e01c806308418e1514612e7757806310e88d6814612a1b5780632132562f146127c957806326152d3314611f6b5780632dd3100014611efd57806332fe7b2614611e8f57806334a1ca8914611d4c5780633f733c6b14611cc05780634cc5670514611c6857806357a1d9c014611bb25780636157fdc914611a9d57806364c9ec6f14611a655780636b25b34614611a0d57806388d5800b146119885780639337179a1461195f5780639bc30afa1461142e578063a53e5412146113d6578063a9f5dab014610bed578063aab14d0414610aee578063af9e2e8a146105ee578063b71c9121146105cd5763e0cabedb1461010b575f80fd5b346104e35761011936613078565b5f9291925c6105a55760015f5d60c082019273ffffffffffffffffffffffffffffffffffffffff610149856133d0565b163303610557579061015b9183613383565b90815f52600160205260405f209060405191610176836130d4565b549273ffffffffffffffffffffffffffffffffffffffff8416835264ffffffffff8460a01c166020840152604083016101b560ff8660c81c168261316a565b606084019460d01c8552805160048110156104e757600110610514575160048110156104e7571561030e575b916102b573ffffffffffffffffffffffffffffffffffffffff928465ffffffffffff955f52600160205260405f207903000000000000000000000000000000000000000000000000007fffffffffffff00ffffffffffffffffffffffffffffffffffffffffffffffffff8254161790557f5e9f0820fcfb53b644becb775b651bae68c337106f21433e526551d1e02c1c0e6020604051338152a261028760e082016133d0565b906bffffffffffffffffffffffff6102ae6101806102a760a085016133d0565b93016133f1565b1691613caf565b5116915116633b9aca00810290808204633b9aca0014901517156102e1576102dc91613bf1565b5f805d005b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b61031782613b36565b5f525f60205260405f2061033b61ffff6103346101208601613422565b16826135a7565b63ffffffff811690606085013564ffffffffff81168091036104e357610382907f00000000000000000000000000000000000000000000000000000000000000009061321f565b8083036104195750926102b59261040b73ffffffffffffffffffffffffffffffffffffffff969365ffffffffffff989663ffffffff8160201c166103f26bffffffffffffffffffffffff8360401c166bffffffffffffffffffffffff6103eb6101808b016133f1565b1690613212565b9160a01c9290919260a01b9260401b9160201b17171790565b90555b9294509250506101e1565b600181018082116102e15783036104b35750926102b5926104ac73ffffffffffffffffffffffffffffffffffffffff969365ffffffffffff989663ffffffff8160201c166104976bffffffffffffffffffffffff8360401c16926bffffffffffffffffffffffff61048d6101808b016133f1565b169060a01c613212565b9290919260a01b9260401b9160201b17171790565b905561040e565b90507fcfa9e3c9000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b5f80fd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b5160048110156104e75761054d917f96fd7f97000000000000000000000000000000000000000000000000000000005f5260045261306a565b600160445260645ffd5b73ffffffffffffffffffffffffffffffffffffffff610575856133d0565b7f11e94e48000000000000000000000000000000000000000000000000000000005f52336004521660245260445ffd5b7fab5683d3000000000000000000000000000000000000000000000000000000005f5260045ffd5b346104e35760206105e66105e036613078565b91613383565b604051908152f35b346104e3577ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360161038081126104e357610200136104e35736610264116104e35736610324116104e35736610384116104e3575f5c6105a55760015f5d60405160208101906060610204833760c06102646080830137610120815261067661014082613129565b5190206101643590818103610ac057610200604051816004823720805f52600160205260405f20604051906106aa826130d4565b549073ffffffffffffffffffffffffffffffffffffffff82168152602081019064ffffffffff8360a01c168252606060408201936106ee60ff8260c81c168661316a565b60d01c910152815160048110156104e7577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff01610a865764ffffffffff91505116804211610a57575061073f613722565b9061074936613347565b60405161075760c082613129565b610264815b6103248210610a4757505060405191610776606084613129565b61032494835b6103848710610a0a5750610791949550613ae0565b156109df575f81815260016020526040902080547fffffffffffff00ffffffffffffffffffffffffffffffffffffffffffffffffff167902000000000000000000000000000000000000000000000000001790556108516107f260c46133d0565b6107fc60e46133d0565b6108076101046133d0565b9061ffff610816610124613422565b16929173ffffffffffffffffffffffffffffffffffffffff908160809593816040519616865216602085015216604083015260608201522090565b5f525f60205260405f2061018435906bffffffffffffffffffffffff8216918281036104e35750610124359161ffff8316918284036104e3576108959183916145de565b60c43573ffffffffffffffffffffffffffffffffffffffff811681036104e357610104359073ffffffffffffffffffffffffffffffffffffffff821682036104e3576109139350909173ffffffffffffffffffffffffffffffffffffffff60809381604051941684525f602085015216604083015260608201522090565b815f52600160205260405f205460d01c633b9aca00810290808204633b9aca0014901517156102e1576109ad915f525f60205261096d6fffffffffffffffffffffffffffffffff600160405f20019216825460801c613431565b6fffffffffffffffffffffffffffffffff7fffffffffffffffffffffffffffffffff0000000000000000000000000000000083549260801b169116179055565b7f72a3399a8107d89db7e5467ec3a5d16c31601b9af0bd46f9311eb19503f5b8076060604051816103248237a25f805d005b7f1ebe9f63000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b863581526020968701960161077c565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b813581526020918201910161075c565b7fab8e06fe000000000000000000000000000000000000000000000000000000005f524260045260245260445ffd5b505160048110156104e75761054d917f96fd7f97000000000000000000000000000000000000000000000000000000005f5260045261306a565b7f5a6f7850000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b346104e35760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126104e3576004355f52600160205260405f2060405190610b38826130d4565b549073ffffffffffffffffffffffffffffffffffffffff82168152602081019164ffffffffff8160a01c16835260408201610b7960ff8360c81c168261316a565b606083019160d01c8252519160048310156104e75764ffffffffff73ffffffffffffffffffffffffffffffffffffffff65ffffffffffff92511694511691511690633b9aca00820291808304633b9aca0014901517156102e157608093604051938452602084015260408301526060820152f35b6101607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126104e357610c20612f27565b6024359060ff82168092036104e3573660a4116104e35760e43561010435906bffffffffffffffffffffffff82168092036104e357610124359273ffffffffffffffffffffffffffffffffffffffff84168094036104e3576101443567ffffffffffffffff81116104e357610c99903690600401612f6d565b915f5c6105a55760015f5d85156113ae5760e0601f93604051986102408a016040528173ffffffffffffffffffffffffffffffffffffffff851695868c5260208c019283524260608d015260808c019a338c5260a08d01526101a08c019a606060448d3760a4356102008e015260c4356102208e01526040517f26494f710000000000000000000000000000000000000000000000000000000081529351600485015251602484015260608b604485015e60c060a48401528160c484015260e48301375f60e483830101527fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe060c08b01968793011660e401905f8b515af11561110d5760e03d1061134c57505073ffffffffffffffffffffffffffffffffffffffff815116815260e0850173ffffffffffffffffffffffffffffffffffffffff8151168152610100860173ffffffffffffffffffffffffffffffffffffffff815116905261012086019384519361014088019461ffff865116906101608a01906bffffffffffffffffffffffff825116916101808c019860ff8a51169085815281835260c08a20958c525252865281810361131e57505083518181116112f057505083516103e881116112bf57505191519273ffffffffffffffffffffffffffffffffffffffff831695861592835f1461125457853410611224576080905b20805f525f602052610eaf60405f209351846135a7565b91866bffffffffffffffffffffffff8460401c1601926bffffffffffffffffffffffff84116111e85763ffffffff8160201c169363ffffffff85146111bc576001850160201b63ffffffff83161760409190911b177fffffffffffffffffffffffff000000000000000000000000000000000000000090911617845582604082015261020081209751917fb5c01793b451bd5c71ce8fad495797b878a02550262352b6f9fdd508cf8cf365610240835193a485915f915b60018082851c16146111985750016002015515610fb35760209350813403610f97575b50505b5f805d604051908152f35b610fa4610fac9234613212565b90339061349d565b8280610f89565b506040517f70a08231000000000000000000000000000000000000000000000000000000008152306004820152602081602481875afa801561110d5782905f90611162575b6110029250613205565b92604051917f23b872dd000000000000000000000000000000000000000000000000000000005f52336004523060245260445260205f60648180855af160015f5114811615611143575b826040525f6060521561111857816024816020937f70a082310000000000000000000000000000000000000000000000000000000082523060048301525afa90811561110d575f916110db575b508281036110ab575060209150610f8c565b90507f09df9d23000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b90506020813d602011611105575b816110f660209383613129565b810103126104e3575183611099565b3d91506110e9565b6040513d5f823e3d90fd5b7f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b600181151661115957813b15153d15161661104c565b823d5f823e3d90fd5b50506020813d602011611190575b8161117d60209383613129565b810103126104e357816110029151610ff8565b3d9150611170565b9192600284830101545f5260205260405f2092600181018091116102e15791610f66565b847f781dfd7f000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b837f3b5745f3000000000000000000000000000000000000000000000000000000005f526004526bffffffffffffffffffffffff60245260445ffd5b857fb05584d0000000000000000000000000000000000000000000000000000000005f523460045260245260445ffd5b3461129457843b1561126857608090610e98565b877f500d72b5000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7e5ce627000000000000000000000000000000000000000000000000000000005f523460045260245ffd5b7f69876f49000000000000000000000000000000000000000000000000000000005f526004526103e860245260445ffd5b7f817b876f000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7fa6c70cc1000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b3b15611383573d7ffe38b96b000000000000000000000000000000000000000000000000000000005f5260045260e060245260445ffd5b7fb106681b000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f2fc96512000000000000000000000000000000000000000000000000000000005f5260045ffd5b346104e3575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126104e35760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360161026081126104e357610200136104e3576102043567ffffffffffffffff81116104e357611483903690600401613039565b906102243561024435925f5c6105a55760015f5d610200604051816004823720926114b16107f260c46133d0565b91825f525f602052600260405f2001916044359263ffffffff84168094036104e3576114de938791613b80565b1561192f5750815f52600160205260ff60405f205460c81c1660048110156104e757806118f6575061150e613256565b928334106118c6576115328183611523613722565b61152c36613347565b906137f2565b1561189a576115446107f260c46133d0565b5f525f60205260405f206101243561ffff81168082036104e3576115699150826135a7565b63ffffffff811660643564ffffffffff81168091036104e3576115ad907f00000000000000000000000000000000000000000000000000000000000000009061321f565b80820361180b575063ffffffff8260201c16916bffffffffffffffffffffffff8160401c1692610184356bffffffffffffffffffffffff81168082036104e3576115fb956103f29250613212565b90555b6116287f000000000000000000000000000000000000000000000000000000000000000042613205565b60405191611635836130d4565b338352602083019364ffffffffff831685526040840160018152606085019565ffffffffffff633b9aca008a04168752875f52600160205273ffffffffffffffffffffffffffffffffffffffff60405f209651167fffffffffffffff0000000000000000000000000000000000000000000000000078ffffffffff00000000000000000000000000000000000000008854935160a01b16921617178555519360048510156104e7577f14d8f4119c03d386c5b13aa5e987a30e33348de6824bb0d782016c55ba59e66b956080957fffffffffffff00ffffffffffffffffffffffffffffffffffffffffffffffffff79ff0000000000000000000000000000000000000000000000000084549260c81b1691161782555179ffffffffffffffffffffffffffffffffffffffffffffffffffff7fffffffffffff000000000000000000000000000000000000000000000000000083549260d01b16911617905560405192338452602084015260408301526060820152a28034036117b6575f805d005b6117c09034613212565b5f6040516117cf602082613129565b525f80808084335af16102dc577fb9d52514000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b600181018082116102e157820361186c575063ffffffff8260201c166bffffffffffffffffffffffff8360401c1690610184356bffffffffffffffffffffffff81168082036104e35761186595610497925060a01c613212565b90556115fe565b7fcfa9e3c9000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b827f4906fd26000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b837fb05584d0000000000000000000000000000000000000000000000000000000005f523460045260245260445ffd5b61192690837f96fd7f97000000000000000000000000000000000000000000000000000000005f5260045261306a565b5f60445260645ffd5b90507f6b2bae59000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b346104e35761196d36612f9b565b905f9392935c6105a557602093610f8c9360015f5d336135f0565b346104e35760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126104e3576119bf612f27565b6119c7612f4a565b6044359173ffffffffffffffffffffffffffffffffffffffff831683036104e35760643561ffff811681036104e3575f5c6105a557602093610f8c9360015f5d836135f0565b346104e3575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126104e35760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b346104e3575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126104e35760206105e6613256565b346104e357611aab36612f9b565b905f5c6105a557611af961ffff600192835f5d6040805173ffffffffffffffffffffffffffffffffffffffff9889168152978716602089015233908801521660608601819052608090952090565b93845f525f602052611b0f60405f2091826135a7565b81550191825460801c928315611b8657918391602095846fffffffffffffffffffffffffffffffff610f8c9654169055604051908482527f38f515cd400ab02ac5f9d78e12a634351027446288786f2ec58f981751d7e6138873ffffffffffffffffffffffffffffffffffffffff861693a361349d565b847fd010235c000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b346104e35760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126104e3576004355f908152602081905260409020805460c091611c02906001016131d7565b9063ffffffff8160201c16916bffffffffffffffffffffffff8260401c16916fffffffffffffffffffffffffffffffff60208184511693015116926040519463ffffffff831686526020860152604085015260a01c6060840152608083015260a0820152f35b346104e3575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126104e35760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b346104e35760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126104e357611cf7612f27565b73ffffffffffffffffffffffffffffffffffffffff611d14612f4a565b91165f52600260205273ffffffffffffffffffffffffffffffffffffffff60405f2091165f52602052602060405f2054604051908152f35b346104e35760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126104e357611d83612f27565b611d8b612f4a565b905f5c6105a55760015f5d73ffffffffffffffffffffffffffffffffffffffff811691825f52600260205260405f2073ffffffffffffffffffffffffffffffffffffffff33165f5260205260405f2054918215611e5f57610f8c918391856020965f526002875260405f2073ffffffffffffffffffffffffffffffffffffffff33165f5287525f604081205560405184815273ffffffffffffffffffffffffffffffffffffffff8416917f913c992353dc81b7a8ba31496c484e9b6306bd2f6c509a649a38fdf5e1c953b2893393a461349d565b837f563ff5db000000000000000000000000000000000000000000000000000000005f526004523360245260445ffd5b346104e3575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126104e357602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346104e3575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126104e357602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346104e3576101607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126104e35760043567ffffffffffffffff81116104e357366023820112156104e357806004013567ffffffffffffffff81116104e3576024820191602436918360091b0101116104e357366084116104e35736610144116104e357610144359167ffffffffffffffff83116104e357366023840112156104e357826004013567ffffffffffffffff81116104e357602484019360243691606084020101116104e3575f5c6105a55760015f5d80830361279a57604051602081019060606024833760c060846080830137610120815261207161014082613129565b5190209261207e8161340a565b9361208c6040519586613129565b8185526120988261340a565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe06020870192013683375f905f905b84821061263b5750501561260f57604051602081019161012082019061010084528751809252610140830190915f5b8181106125f95750506020915060c0608460408501377fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe083820301610100840152858152018188915f5b8781106125df575061217a9250037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101835282613129565b51902061218682613e2a565b7f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff831683036102e1576121bb8360011b613e2a565b915f5f5b8581106123d1575050506121d56121db916141e9565b916141e9565b6040516121e960c082613129565b6084815b61014482106123c15750509061220661220c93926142e3565b91614375565b15612396575f5b81811061221f575f805d005b6122298186613176565b51612237575b600101612213565b6122418186613176565b519061224e8184876131b7565b9161230761225d83878b6131c7565b9361226781613b36565b5f525f60205260405f206122a961228161018084016133f1565b6101208401926bffffffffffffffffffffffff61ffff6122a086613422565b169216906145de565b61ffff6122ce6122c86101006122c160c087016133d0565b95016133d0565b92613422565b1691909173ffffffffffffffffffffffffffffffffffffffff60809381604051941684525f602085015216604083015260608201522090565b815f52600160205260405f205460d01c633b9aca00810290808204633b9aca0014901517156102e1576001946123876060927f72a3399a8107d89db7e5467ec3a5d16c31601b9af0bd46f9311eb19503f5b807945f525f60205261096d6fffffffffffffffffffffffffffffffff8960405f20019216825460801c613431565b81604051918237a2905061222f565b7f81536e18000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b81358152602091820191016121ed565b6123db818a613176565b51612540575b600181018082116102e1578681149081156124c4575b50806124bb575b61240b575b6001016121bf565b906124b4906124ae61241e84898c6131b7565b7fff00000000000000000000000000000000000000000000000000000000000000612454602061244d846133d0565b9301613714565b7fffffffffffffffffffffffffffffffffffffffff000000000000000000000000604051934660208601523060601b604086015260601b16605484015260f81b166068820152604981526124a9606982613129565b613f13565b86613ef8565b5f90612403565b508115156123fe565b90506124dc6124d483898c6131b7565b91888b6131b7565b6124e5826133d0565b73ffffffffffffffffffffffffffffffffffffffff80612504846133d0565b169116149182612518575b5050158b6123f7565b60ff919250612535602061252e81859401613714565b9401613714565b169116148b8061250f565b90604051602081019084825283604082015260408152612561606082613129565b5190206fffffffffffffffffffffffffffffffff168036612583858b8f6131c7565b9061258d9161330b565b61259690613eac565b906125a19187613ef8565b80366125ae858a8d6131b7565b6101a001906125bc9161330b565b6125c590613eac565b906125d09188613ef8565b6125d991613205565b906123e1565b915060608082818660019537019301910191839192612141565b83518352602093840193909201916001016120f7565b507f2d377c0b000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b909161016061264b84878a6131b7565b013580830361276b575061020061266384878a6131b7565b816040519182372090815f52600160205260405f2060405190612685826130d4565b5473ffffffffffffffffffffffffffffffffffffffff81168252602082019164ffffffffff8260a01c168352606060408201926126c860ff8260c81c168561316a565b60d01c9101525160048110156104e75760011490811591612759575b5061274f5750805f52600160205260405f207902000000000000000000000000000000000000000000000000007fffffffffffff00ffffffffffffffffffffffffffffffffffffffffffffffffff8254161790556127428389613176565b52600180925b01906120c8565b9260019150612748565b64ffffffffff9150511642118b6126e4565b827f5a6f7850000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b827f992a51f9000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b346104e3576102007ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126104e3575f5c6105a55760015f5d610200604051816004823720805f52600160205260405f2060405190612828826130d4565b549173ffffffffffffffffffffffffffffffffffffffff831682526020820164ffffffffff8460a01c1681526040830161286860ff8660c81c168261316a565b606084019460d01c8552805160048110156104e7577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff016129e0575064ffffffffff905116804211156129b15750805f52600160205260405f207903000000000000000000000000000000000000000000000000007fffffffffffff00ffffffffffffffffffffffffffffffffffffffffffffffffff8254161790557f5e9f0820fcfb53b644becb775b651bae68c337106f21433e526551d1e02c1c0e6020604051338152a260e43573ffffffffffffffffffffffffffffffffffffffff811681036104e35760a4359173ffffffffffffffffffffffffffffffffffffffff831683036104e357610184356bffffffffffffffffffffffff81168082036104e35765ffffffffffff9473ffffffffffffffffffffffffffffffffffffffff946102b59350613caf565b7f26d4490b000000000000000000000000000000000000000000000000000000005f524260045260245260445ffd5b90505160048110156104e75761054d917f96fd7f97000000000000000000000000000000000000000000000000000000005f5260045261306a565b6101807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126104e357612a4e612f27565b612a56612f4a565b906044359160ff83168093036104e3573660c4116104e3576101043561012435916bffffffffffffffffffffffff83168093036104e3576101443573ffffffffffffffffffffffffffffffffffffffff81168091036104e3576101643567ffffffffffffffff81116104e357612ad0903690600401612f6d565b9290965f5c6105a55760015f5d73ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016803303612e48575082156113ae578360e091601f956040519a8b96610240880160405273ffffffffffffffffffffffffffffffffffffffff6080818916998a815260208101968752426060820152019c168c5260a08d01526101a08c019a606060648d3760c4356102008e015260e4356102208e01526040517f26494f710000000000000000000000000000000000000000000000000000000081529351600485015251602484015260608b604485015e60c060a48401528160c484015260e48301375f60e483830101527fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe060c08b01968793011660e401905f8b515af11561110d5760e03d1061134c57505073ffffffffffffffffffffffffffffffffffffffff815116815260e0850173ffffffffffffffffffffffffffffffffffffffff8151168152610100860173ffffffffffffffffffffffffffffffffffffffff815116905261012086019384519361014088019461ffff865116906101608a01906bffffffffffffffffffffffff825116916101808c019860ff8a51169085815281835260c08a20958c525252865281810361131e57505083518181116112f057505083516103e881116112bf57505191519273ffffffffffffffffffffffffffffffffffffffff831695861592835f14612e3457853410611224576080905b20805f525f602052612d2a60405f209351846135a7565b91866bffffffffffffffffffffffff8460401c1601926bffffffffffffffffffffffff84116111e85763ffffffff8160201c169363ffffffff85146111bc576001850160201b63ffffffff83161760409190911b177fffffffffffffffffffffffff000000000000000000000000000000000000000090911617845582604082015261020081209751917fb5c01793b451bd5c71ce8fad495797b878a02550262352b6f9fdd508cf8cf365610240835193a485915f915b60018082851c1614612e105750016002015515610fb35760209350813403610f975750505f805d604051908152f35b9192600284830101545f5260205260405f2092600181018091116102e15791612de1565b3461129457843b1561126857608090612d13565b7fc3b7ba80000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b346104e35760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126104e35761040080604051612eb78282613129565b3690376004355f525f602052600260405f200160405190815f905b60208210612f1157505050612ee78282613129565b604051905f825b60208210612efb57505050f35b6020806001928551815201930191019091612eee565b6001602081928554815201930191019091612ed2565b6004359073ffffffffffffffffffffffffffffffffffffffff821682036104e357565b6024359073ffffffffffffffffffffffffffffffffffffffff821682036104e357565b9181601f840112156104e35782359167ffffffffffffffff83116104e357602083818601950101116104e357565b7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc60809101126104e35760043573ffffffffffffffffffffffffffffffffffffffff811681036104e3579060243573ffffffffffffffffffffffffffffffffffffffff811681036104e3579060443561ffff811681036104e3579060643573ffffffffffffffffffffffffffffffffffffffff811681036104e35790565b9181601f840112156104e35782359167ffffffffffffffff83116104e3576020808501948460051b0101116104e357565b60048110156104e757602452565b907ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc820161022081126104e357610200136104e357600491610204359067ffffffffffffffff82116104e3576130d091600401613039565b9091565b6080810190811067ffffffffffffffff821117610a1a57604052565b6040810190811067ffffffffffffffff821117610a1a57604052565b610100810190811067ffffffffffffffff821117610a1a57604052565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff821117610a1a57604052565b60048210156104e75752565b805182101561318a5760209160051b010190565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b919081101561318a5760091b0190565b919081101561318a576060020190565b906040516131e4816130f0565b91546fffffffffffffffffffffffffffffffff8116835260801c6020830152565b919082018092116102e157565b919082039182116102e157565b8115613229570490565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601260045260245ffd5b4860011b7f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff481648036102e15762030d4081029080820462030d4014901517156102e1577f00000000000000000000000000000000000000000000000000000000000000008082111561330457505b633b9aca008101908181116102e157633b9ac9ff019081116102e157633b9aca009004633b9aca00810290808204633b9aca0014901517156102e15790565b90506132c5565b91906040519261331c606085613129565b8390606081019283116104e357905b82821061333757505050565b813581526020918201910161332b565b9060405191613357606084613129565b8290610204116104e3576101a4905b6102048210613373575050565b8135815260209182019101613366565b92919261020060405181838237209361339b82613b36565b92835f525f60205260406002815f20019301359263ffffffff84168094036104e3576133c8938791613b80565b1561192f5750565b3573ffffffffffffffffffffffffffffffffffffffff811681036104e35790565b356bffffffffffffffffffffffff811681036104e35790565b67ffffffffffffffff8111610a1a5760051b60200190565b3561ffff811681036104e35790565b906fffffffffffffffffffffffffffffffff809116911601906fffffffffffffffffffffffffffffffff82116102e157565b67ffffffffffffffff8111610a1a57601f017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe01660200190565b73ffffffffffffffffffffffffffffffffffffffff168061351f57505f6040516134c8602082613129565b525f80808085855af1156134da575050565b73ffffffffffffffffffffffffffffffffffffffff907fb9d52514000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b9173ffffffffffffffffffffffffffffffffffffffff604051927fa9059cbb000000000000000000000000000000000000000000000000000000005f521660045260245260205f60448180865af19060015f5114821615613586575b604052156111185750565b90600181151661359e57823b15153d1516169061357b565b503d5f823e3d90fd5b9190916135d881547f00000000000000000000000000000000000000000000000000000000000000004204906146b3565b939093806135e557505050565b6135ee926145de565b565b61363d90829695949361ffff60019495169788929173ffffffffffffffffffffffffffffffffffffffff908160809593816040519616865216602085015216604083015260608201522090565b94855f525f60205261365360405f2091826135a7565b815501936fffffffffffffffffffffffffffffffff8554169485156136e857916135ee9391837fffffffffffffffffffffffffffffffff00000000000000000000000000000000889554169055604051908482527f04eda370f8b8612fa7266d7ebbd41af9d694e19793fe9d9ff31b3ddbd99b08e1602073ffffffffffffffffffffffffffffffffffffffff861693a361349d565b507fd010235c000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b3560ff811681036104e35790565b60043573ffffffffffffffffffffffffffffffffffffffff811681036104e35760243560ff811681036104e357807fff0000000000000000000000000000000000000000000000000000000000000091507fffffffffffffffffffffffffffffffffffffffff000000000000000000000000604051934660208601523060601b604086015260601b16605484015260f81b166068820152604981526137c8606982613129565b90565b905f905b600382106137dc57505050565b60208060019285518152019301910190916137cf565b9091927f73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff000000018410801590613ab6575b613aa55761382d83613eac565b9061384a8260608151602083015117604083015117910151171590565b613aad5761393561385c610140613463565b9161386a6040519384613129565b61014083527fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe061389b610140613463565b013660208501375f83526138ad613e88565b506040516138ba816130d4565b6f17f1d3a73197d7942695638c4fa9ac0f81527fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb60208201526f08b3f481e3aaa0f1a09e30ed741d8ae460408201527ffcf5e095d5d00af600db18cb2c04b3edd03cc744a2888ae40caa232946c5e7e1606082015283613ef8565b847f73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff0000000103917f73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff0000000183116102e1576139939261398e9183613ef8565b6141e9565b916139b08360608151602083015117604083015117910151171590565b613aa5576060806040516139c48282613129565b3690376040519381850185811067ffffffffffffffff821117610a1a577f73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff0000000195613a8e94613a9d9460c094604094855280516020820190815160801c9060801b1785525160801b858201511760208501520151838301528251958692613a8460208086019a7fb47c042975124161d47300ee021485b7a295baadd5576d7a9e27daa8f6f933168c528051918291018888015e850193868501905f82526137cb565b60a08301906137cb565b030160a0810184520182613129565b519020061490565b505050505f90565b50505050505f90565b507f73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001811015613820565b92613aed90929192613eac565b91613b0a8360608151602083015117604083015117910151171590565b613aa557613b3061220691613b2a613b246137c897613f13565b91613eac565b90614742565b916142e3565b6137c890613b4660c082016133d0565b90613b5360e082016133d0565b61ffff610816610120613b6961010086016133d0565b9401613422565b919081101561318a5760051b0190565b919392936020841015613aad5793905f915b848310613ba25750505001541490565b90919460018084881c16145f14613bd457613bbe868684613b70565b355f52602052600160405f205b95019190613b92565b613bdf868684613b70565b35905f52602052600160405f20613bcb565b8115613c785762036ee85a10613c7c575f808080858562030d40f1613c78577f91024120a97e7a8436a91b79eacfdd8eacbf1a297330915a9572b768e8891808602073ffffffffffffffffffffffffffffffffffffffff5f9384805260028352604085208282168652835260408520613c6b878254613205565b90556040519586521693a3565b5050565b5a7f6e427d20000000000000000000000000000000000000000000000000000000005f5260045262036ee860245260445ffd5b908215613d485762036ee85a10613c7c5773ffffffffffffffffffffffffffffffffffffffff82169182613d4d57505f808080868562030d40f15b613d4857602073ffffffffffffffffffffffffffffffffffffffff7f91024120a97e7a8436a91b79eacfdd8eacbf1a297330915a9572b768e889180892845f526002835260405f208282165f52835260405f20613c6b878254613205565b505050565b5f8060405160208101907fa9059cbb00000000000000000000000000000000000000000000000000000000825273ffffffffffffffffffffffffffffffffffffffff8616602482015287604482015260448152613dab606482613129565b5190828562030d40f190613dbd6141ba565b82613dca575b5050613cea565b805191925081613de15750503b15155b5f80613dc3565b60019250602001519060208110613dfa575b5014613dda565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff9060200360031b1b165f613df3565b908160a0029160a08304036102e1577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0613e7c613e6684613463565b93613e746040519586613129565b808552613463565b013660208401375f8252565b60405190613e95826130d4565b5f6060838281528260208201528260408201520152565b90613eb5613e88565b9160406fffffffffffffffffffffffffffffffff825160801c8351906020850191825160801c9060801b1760208801528652511691015160608401526040830152565b919060a09182845192608084870191602083015e0152019052565b613f1b613e88565b5060405190613f2b606083613129565b6032825260205f818401937f534852494e4b575241502d56312d544945525f424c53313233383147315f584d85527f443a5348412d3235365f535357555f524f5f00000000000000000000000000006040820152613f87613e88565b505192613ff76001846040518781988383019a8b5e7fff000000000000000000000000000000000000000000000000000000000000008183019160f81b168382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe1810187520185613129565b604051614084600382606087808301968888528860408501528051918291018385015e82017e8000000000000000000000000000000000000000000000000000000000000082820152876062820152895190818c606383015e0101868382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101835282613129565b604051918291518091835e8101838152039060025afa1561110d575f51906040516140f660418260208101965f885260408201955f87525180918484015e81015f8382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101835282613129565b8284526001825360205f6040518084518089835e8101838152039060025afa1561110d575f519182841885526002815360205f604051808551808a835e8101838152039060025afa1561110d575f519485851881526003825360205f6040518086518086835e8101838152039060025afa1561110d5760209260045f938451809818845253604051918291518091835e8101838152039060025afa1561110d576141af613b2a916141b46141af6137c8965f519361477b565b614848565b9361477b565b3d156141e4573d906141cb82613463565b916141d96040519384613129565b82523d5f602084013e565b606090565b6141f1613e88565b5060a0815104620177008102908082046201770014901517156102e157815f9291600c6020859451930191fa6142256141ba565b9015801561429b575b614273576080818051810103126104e35760806040519161424e836130d4565b6020810151835260408101516020840152606081015160408401520151606082015290565b7fc6fe4832000000000000000000000000000000000000000000000000000000005f5260045ffd5b5060808151141561422e565b604051906142b48261310c565b5f60e0838281528260208201528260408201528260608201528260808201528260a08201528260c08201520152565b906142ec6142a7565b916fffffffffffffffffffffffffffffffff815160801c8251906020840191825160801c9060801b1760208701528552511660408201516060850152604084015260a06fffffffffffffffffffffffffffffffff60608301805160801c9051906080850191825160801c9060801b17848801526080870152511691015160e084015260c0830152565b5f929161458684936143856142a7565b50614530604051936143968561310c565b6f024aa2b2f08f0a91260805272dc5105185527fc6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb860208601526f13e02b6052719f607dacd3a088274f6560408601527f596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e60608601526f0d1b3cc2c7027888be51d9ef691d77bc60808601527fb679afda66c73f17f9ee3837a55024f78c71363275a75d75d86bab79f74782aa60a08601526f13fa4d4a0ad8b1ce186ed5061789213d60c08601527f993923066dddaf1040bc3ff59f825c78df74f2d75467e25e0f55f8a00fa030ed60e0860152614506604051956144b6602088018099606080918051845260208101516020850152604081015160408501520151910152565b60a087019060e08091805184526020810151602085015260408101516040850152606081015160608501526080810151608085015260a081015160a085015260c081015160c08501520151910152565b80516101a086015260208101516101c086015260408101516101e086015260600151610200850152565b805161022084015260208101516102408401526040810151610260840152606081015161028084015260808101516102a084015260a08101516102c084015260c08101516102e084015260e00151610300830152565b610300815261459761032082613129565b5190600f620c8fa0fa6145a86141ba565b901580156145d2575b614273576020818051810103126104e3576020015180151581036104e35790565b506020815114156145b1565b9190918183029183830414831517156102e1576135ee926146466001612710602095049301926fffffffffffffffffffffffffffffffff808661463a614623886131d7565b968361463387828b511693613212565b1690613431565b95015116911690613431565b906fffffffffffffffffffffffffffffffff8060405192614666846130f0565b16808352921693018390526fffffffffffffffffffffffffffffffff1660809290921b7fffffffffffffffffffffffffffffffff0000000000000000000000000000000016919091179055565b919063ffffffff831681811461473c57600181018091116102e15781146147015767ffffffff00000000831617916137c890604081901c6bffffffffffffffffffffffff169060a01c613205565b67ffffffff00000000831617606083901b7fffffffffffffffffffffffff000000000000000000000000000000000000000016179160a01c90565b50505f90565b919060809081614750613e88565b94855e8184015e60808261010081600b5afa60803d14161561476e57565b63d6cc76eb5f526004601cfd5b60409092919281519061478d826130f0565b5f82525f602083015281948351906020820192858452602086840152856060840152608083015260a0820152600160c08201526f1a0111ea397fe69a4b1ba7b6434bacd760e08201527f64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab610100820152610100815261480e61012082613129565b519060055afa1561481b57565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52600160045260245ffd5b906080604092614856613e88565b93849160105afa60803d14161561486957565b6324a289fc5f526004601cfd60c0604052346100785733608052335f526094600b5360d6600a5360026020536017600a2060a052604051611dcf908161007d8239608051818181602f0152818161011e015281816103d1015281816106a20152818161169301526118c6015260a0518181816102b90152818161091801526114360152f35b5f80fdfe60806040526004361015610087575b3615610018575f80fd5b73ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001680330361005857005b7f47184e91000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b5f5f3560e01c806318034f0b1461093c5780632dd31000146108ce57806342477e7c146105455780638b6274d014610191578063b07c411f146101455763e681c4aa146100d4575061000e565b3461014257807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261014257602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b80fd5b50346101425760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101425760ff604060209260043581528084522054166040519015158152f35b506101607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101425760043567ffffffffffffffff8111610541576101dd903690600401610e9b565b6024359060ff821680920361053d573660a41161053d5761010435906bffffffffffffffffffffffff821680920361053957610124359173ffffffffffffffffffffffffffffffffffffffff8316809303610535576101443567ffffffffffffffff811161053157610253903690600401610e9b565b9092875c610509576001885d87604051977e774360000000000000000000000000000000000000000000000000000000008952602060048a01526020898061029f602482018786610f75565b03818573ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165af19283156104fe5773ffffffffffffffffffffffffffffffffffffffff9983946104c4575b5060489161030e913691610fb3565b015160601c9461031e3447611017565b938297871515968761048a575b916020959493916103b7936040519d8e9788977f10e88d6800000000000000000000000000000000000000000000000000000000895250336004890152169c8d6024880152604487015260606044606488013760a43560c487015260c43560e487015260e435610104870152610124860152610144850152610180610164850152610184840191610f75565b03813473ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165af195861561047f578796610445575b5061040f6104149147611017565b611b96565b610433575b505082805d60405192508252602082015260408180030190f35b61043e913391611bee565b5f80610419565b9095506020813d602011610477575b8161046160209383610edb565b8101031261047357519461040f610401565b5f80fd5b3d9150610454565b6040513d89823e3d90fd5b9850916103b791602095949361049f8a61176a565b9a6104ac8130338e611488565b6104b7818d8d611829565b919350919394955061032b565b61030e919450916104ee60489360203d6020116104f7575b6104e68183610edb565b810190610f49565b949150916102ff565b503d6104dc565b6040513d84823e3d90fd5b6004887f6b772b03000000000000000000000000000000000000000000000000000000008152fd5b8680fd5b8580fd5b8480fd5b8380fd5b5080fd5b5034610473576101007ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610473576004359067ffffffffffffffff82116104735781600401906102007ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc8436030112610473576105c3610e57565b6084359360ff85168095036104735760e43567ffffffffffffffff8111610473576105f2903690600401610e9b565b5f5c6108a65761060f9160015f5d61060987611051565b8661136b565b939092841561087e57610621876110ad565b61062d602483016110ce565b61063960a48401611c9b565b926106476101648201611183565b61065461018483016110ad565b6106626101a484018d61119c565b369061066d92610fb3565b80519060200120906101c4840161068390611183565b926101e485019761069389610ec9565b95604051976020890199468b527f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff1660408b015273ffffffffffffffffffffffffffffffffffffffff1660608a015260ff16608089015260440160a0880190606091376101008701526bffffffffffffffffffffffff1661012086015273ffffffffffffffffffffffffffffffffffffffff166101408501526101608401526bffffffffffffffffffffffff1661018083015264ffffffffff166101a08201526101a081526107796101c082610edb565b5190209773ffffffffffffffffffffffffffffffffffffffff84169161079e90610ec9565b91803b15610473575f92836101249264ffffffffff946040519d8e9687957fef55bec600000000000000000000000000000000000000000000000000000000875273ffffffffffffffffffffffffffffffffffffffff8b1660048801523060248801528d604488015285606488015216608486015260a485015260c484015260a43560e484015260c4356101048401525af19687156108735760209761085d575b506108529495606435916044359161155e565b90805d604051908152f35b61085295505f61086c91610edb565b5f9461083f565b6040513d5f823e3d90fd5b7fa5a18b13000000000000000000000000000000000000000000000000000000005f5260045ffd5b7f6b772b03000000000000000000000000000000000000000000000000000000005f5260045ffd5b34610473575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261047357602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b34610473576101207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126104735760043567ffffffffffffffff8111610473576102007ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc8236030112610473576109b3610e57565b9060843567ffffffffffffffff8111610473576109d4903690600401610e9b565b929060a4359160ff8316809303610473576101043567ffffffffffffffff811161047357610a06903690600401610e9b565b905f5c6108a65760015f5d610a1d60048701611051565b610a29600487016110ad565b93610a36602488016110ce565b6040516020810190606060448b01833760608152610a55608082610edb565b5190208860405160208101907f07473e6c72ff25209ed205d24b611cac48ca1b3418d2472ac45702d40555046c82526040810160a4840190610a96916110dc565b60e08152610aa661010082610edb565b519020610ab66101648301611183565b610ac361018484016110ad565b90610ad56101a485016004860161119c565b3690610ae092610fb3565b80519060200120926101c48501610af690611183565b946101e401610b0490610ec9565b9560405197602089017f28ff2ea1cafdbcb5d6c0461361995ab32d57c0394d99a13ca4753c482f7cf7f7905273ffffffffffffffffffffffffffffffffffffffff8d169d8e60408b015273ffffffffffffffffffffffffffffffffffffffff1660608a015260ff16608089015260a088015260c08701526bffffffffffffffffffffffff1660e086015273ffffffffffffffffffffffffffffffffffffffff166101008501526101208401526bffffffffffffffffffffffff1661014083015264ffffffffff166101608201526101608152610be261018082610edb565b8051906020012060405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8252604081017f24d64554442d612a18725023eebc3866bde83f0a64a624cd14a8773eb21f8c2c9052606081017fc89efdaa54c0f20c7adf612882df0950f5a951637e0307cdcb4c672f298b8bc690524660808201523060a082015260a08152610c7d60c082610edb565b51902090604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201526042902097885f525f60205260405f205460ff16610e2b57610cd59189866111ed565b15610dfb57610d4d9594939291610d24916020985f525f895260405f2060017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff008254161790558660040161136b565b959193909480610d58575b5050610d3d85308486611488565b606435916044359160040161155e565b5f805d604051908152f35b5f918291610d696101e48601610ec9565b9064ffffffffff604051928d8401947fd505accf00000000000000000000000000000000000000000000000000000000865260248501523060448501528b606485015216608483015260a482015260c43560c482015260e43560e482015260e48152610dd761010482610edb565b51908273ffffffffffffffffffffffffffffffffffffffff88165af1508780610d2f565b86847fdaa20b2d000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b887f53c7f65f000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6024359073ffffffffffffffffffffffffffffffffffffffff8216820361047357565b359073ffffffffffffffffffffffffffffffffffffffff8216820361047357565b9181601f840112156104735782359167ffffffffffffffff8311610473576020838186019501011161047357565b3564ffffffffff811681036104735790565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff821117610f1c57604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b90816020910312610473575173ffffffffffffffffffffffffffffffffffffffff811681036104735790565b601f82602094937fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe093818652868601375f8582860101520116010190565b92919267ffffffffffffffff8211610f1c5760405191610ffb601f82017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe01660200184610edb565b829481845281830111610473578281602093845f960137010152565b9190820391821161102457565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b6101e00164ffffffffff61106482610ec9565b16421161106e5750565b61107d64ffffffffff91610ec9565b7fe592c81a000000000000000000000000000000000000000000000000000000005f52426004521660245260445ffd5b3573ffffffffffffffffffffffffffffffffffffffff811681036104735790565b3560ff811681036104735790565b73ffffffffffffffffffffffffffffffffffffffff6110fa82610e7a565b16825273ffffffffffffffffffffffffffffffffffffffff61111e60208301610e7a565b16602083015273ffffffffffffffffffffffffffffffffffffffff61114560408301610e7a565b1660408301526060810135606083015260808101359061ffff82168092036104735760a091608084015201359060ff82168092036104735760a00152565b356bffffffffffffffffffffffff811681036104735790565b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe181360301821215610473570180359067ffffffffffffffff82116104735760200191813603831361047357565b91926040811461129c575b9060647fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f845f9695602098604051967f1626ba7e0000000000000000000000000000000000000000000000000000000088526004880152604060248801528160448801528587013786848287010152011601915afa7f1626ba7e000000000000000000000000000000000000000000000000000000005f5114601f3d11161690565b91906040848481010312610473576112e760208501357f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff81169060ff601b883592821c011684611d40565b5060048110156113315715908161130e575b506113055790916111f8565b50505050600190565b905073ffffffffffffffffffffffffffffffffffffffff8084169116145f6112f9565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b9190820180921161102457565b9291806113db575b505073ffffffffffffffffffffffffffffffffffffffff61139660c084016110ad565b16906113d56113a48361176a565b936bffffffffffffffffffffffff6113ce6101c0826113c66101608601611183565b169301611183565b169061135e565b91929190565b61141c9160209160405193849283927e7743600000000000000000000000000000000000000000000000000000000084528560048501526024840191610f75565b03815f73ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165af1801561087357611469575b80611373565b6114819060203d6020116104f7576104e68183610edb565b505f611463565b92909173ffffffffffffffffffffffffffffffffffffffff9081604051947f23b872dd000000000000000000000000000000000000000000000000000000005f52166004521660245260445260205f60648180865af19060015f511482161561153d575b6040525f606052156114fb5750565b73ffffffffffffffffffffffffffffffffffffffff907f5274afe7000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b90600181151661155557823b15153d151616906114ec565b503d5f823e3d90fd5b969561157290959395949291948484611829565b61157b876110ad565b90611588602089016110ce565b9561159560a08a01611c9b565b6115a26101608b01611183565b6115af6101808c016110ad565b916115be6101a08d018d61119c565b9490958d6040519c8d997f10e88d68000000000000000000000000000000000000000000000000000000008b528d73ffffffffffffffffffffffffffffffffffffffff1660048c015273ffffffffffffffffffffffffffffffffffffffff1660248b015260ff1660448a015260400160648901906060913760c488015260e48701526101048601526bffffffffffffffffffffffff1661012485015273ffffffffffffffffffffffffffffffffffffffff166101448401526101648301610180905261018483019061168f92610f75565b03847f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff1691815a6020945f91f1938415610873575f94611734575b506101c061170b9496016bffffffffffffffffffffffff6116ff82611183565b1661170d575b50611bee565b565b6bffffffffffffffffffffffff61172661172e92611183565b163383611cc1565b5f611705565b93506020843d602011611762575b8161174f60209383610edb565b81010312610473579251926101c06116df565b3d9150611742565b73ffffffffffffffffffffffffffffffffffffffff16803b156117fe576020602491604051928380927f70a082310000000000000000000000000000000000000000000000000000000082523060048301525afa908115610873575f916117cf575090565b90506020813d6020116117f6575b816117ea60209383610edb565b81010312610473575190565b3d91506117dd565b7f2cf081c5000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6040517f70a0823100000000000000000000000000000000000000000000000000000000815230600482015273ffffffffffffffffffffffffffffffffffffffff82169392602082602481885afa918215610873575f92611b62575b50611890848261135e565b8203611b295750506040517fdd62ed3e0000000000000000000000000000000000000000000000000000000081523060048201527f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff16602482018190529290602081604481885afa908115610873575f91611af7575b501061192657505050565b6040517f095ea7b3000000000000000000000000000000000000000000000000000000005f52826004527fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff60245260205f60448180865af19060015f5114821615611ae8575b6040521561199957505050565b6040517f095ea7b3000000000000000000000000000000000000000000000000000000005f52826004525f60245260205f60448180865af19060015f5114821615611ad0575b60405215611aa457604051917f095ea7b3000000000000000000000000000000000000000000000000000000005f526004527fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff60245260205f60448180855af19060015f5114821615611a85575b509060405215611a5a5750565b7f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6001821516611a9b573b15153d1516165f611a4d565b823d5f823e3d90fd5b827f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b90600181151661155557823b15153d151616906119df565b90823b15153d1516169061198c565b90506020813d602011611b21575b81611b1260209383610edb565b8101031261047357515f61191b565b3d9150611b05565b83611b339161135e565b907fe8a8a1dc000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b9091506020813d602011611b8e575b81611b7e60209383610edb565b810103126104735751905f611885565b3d9150611b71565b8015611beb575f604051611bab602082610edb565b525f80808084335af115611bbc5750565b7f1632d692000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b50565b9190604051907f70a0823100000000000000000000000000000000000000000000000000000000825230600483015260208260248173ffffffffffffffffffffffffffffffffffffffff88165afa8015610873575f90611c67575b611c539250611017565b9081611c5e57505050565b61170b92611cc1565b506020823d602011611c93575b81611c8160209383610edb565b8101031261047357611c539151611c49565b3d9150611c74565b604051611cac6020820180936110dc565b60c08152611cbb60e082610edb565b51902090565b9173ffffffffffffffffffffffffffffffffffffffff604051927fa9059cbb000000000000000000000000000000000000000000000000000000005f521660045260245260205f60448180865af19060015f5114821615611d28575b604052156114fb5750565b90600181151661155557823b15153d15161690611d1d565b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411611dc4579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa15610873575f5173ffffffffffffffffffffffffffffffffffffffff811615611dba57905f905f90565b505f906001905f90565b5050505f91600391905660a08060405234608857610ebe818101906001600160401b0382118383101760745760209183916106da83393381520301905ff080156069576001600160a01b031660805260405161064d908161008d823960805181818160830152818161027501526103840152f35b6040513d5f823e3d90fd5b634e487b7160e01b5f52604160045260245ffd5b5f80fdfe60806040526004361015610011575f80fd5b5f3560e01c8062774360146100e15780633cb94596146100ab57638bfd917414610039575f80fd5b346100a7575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100a757602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b5f80fd5b346100a75760206100c36100be36610167565b61032a565b73ffffffffffffffffffffffffffffffffffffffff60405191168152f35b346100a75760206100c36100f436610167565b61021b565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff82111761013a57604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b60207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc8201126100a75760043567ffffffffffffffff81116100a757816023820112156100a75780600401359067ffffffffffffffff821161013a57604051926101f960207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f86011601856100f9565b828452602483830101116100a757815f92602460209301838601378301015290565b906102258261032a565b91823b6103275780603461029992015160601c73ffffffffffffffffffffffffffffffffffffffff85167f304df947bbcdae784a5a7220f03b9dfc1501b9dbba34920f54310b32d33023605f80a37f00000000000000000000000000000000000000000000000000000000000000006104f7565b8051156102ff575f81602073ffffffffffffffffffffffffffffffffffffffff9351910182f516156102c757565b3d6102f4577fb06ebf3d000000000000000000000000000000000000000000000000000000005f5260045ffd5b6040513d5f823e3d90fd5b7f4ca249dc000000000000000000000000000000000000000000000000000000005f5260045ffd5b50565b6103348151610478565b1561044c57602081015160601c1561042457603481015160601c156103fc57609081015160f01c6103e881116103cb57506055600b6103a873ffffffffffffffffffffffffffffffffffffffff937f00000000000000000000000000000000000000000000000000000000000000006104f7565b602081519101206040519060408201525f60208201523081520160ff8153201690565b7ff7e85f3b000000000000000000000000000000000000000000000000000000005f526004526103e860245260445ffd5b7fd32e3715000000000000000000000000000000000000000000000000000000005f5260045ffd5b7fa6cdc01b000000000000000000000000000000000000000000000000000000005f5260045ffd5b517f36c4e1c9000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b609281118015906104ec575b6104e7577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff6e81019081116104ba57601190061590565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b505f90565b506104d28111610484565b615fd382511161062557815191602d83018093116104ba577fffff0000000000000000000000000000000000000000000000000000000000009260206057927fffffffffffffffffffffffffffffffffffffffff000000000000000000000000610622956040519788957f61000000000000000000000000000000000000000000000000000000000000008688015260f01b1660218601527f3d81600a3d39f3363d3d373d3d3d363d73000000000000000000000000000000602386015260601b1660348401527f5af43d82803e903d91602b57fd5bf3000000000000000000000000000000000060488401528051918291018484015e81015f8382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe081018352826100f9565b90565b7f94289054000000000000000000000000000000000000000000000000000000005f5260045ffd60a034606c57601f610ebe38819003918201601f19168301916001600160401b03831184841017607057808492602094604052833981010312606c57516001600160a01b0381168103606c57608052604051610e3990816100858239608051818181609a01526102cd0152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe60806040526004361015610011575f80fd5b5f3560e01c806326494f7114610208578063884ec306146101b3578063c497da8d14610147578063d5025625146100c25763e681c4aa14610050575f80fd5b346100be575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100be57602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b5f80fd5b346100be575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100be57602060406100fd30610b18565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f835194859381855280519182918282880152018686015e5f85828601015201168101030190f35b346100be5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100be5760043573ffffffffffffffffffffffffffffffffffffffff81168091036100be575f526001602052602063ffffffff60405f205416604051908152f35b346100be5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100be5760ff6101ec6109cf565b165f525f602052602063ffffffff60405f205416604051908152f35b346100be5760c07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100be5761023f6109cf565b6102476109df565b503660a4116100be5767ffffffffffffffff60a435116100be5736602360a4350112156100be5760a4356004013567ffffffffffffffff81116100be578060a4350160248101923684116100be5761029f6080610a02565b5f608081905260a081815260c082815260e083815261010084815261012085905261014094855292969392917f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff16338190036109a0575061031430610b18565b9788517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff6e810190811161097357601190048060ff891610156109415750602089015160601c608052604889015160601c9052605c88015160601c905260708701519052609086015160f01c905260b260ff84166011028601015163ffffffff8160801c169160ff8260781c16905260a01c60a060800152806108a5575b506103bd575b60e06080f35b604051926103ca84610a02565b5f8452602084015f81525f60408601525f60608601525f608086015260a08501916060835260e07fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc602460c08901976060895260a43590030101126100be57602460a43501359073ffffffffffffffffffffffffffffffffffffffff821682036100be57604460a43501359760ff891689036100be57606460a4350135926bffffffffffffffffffffffff841684036100be57608460a435013563ffffffff811681036100be5760a4803501359464ffffffffff86168096036100be5760c460a435013567ffffffffffffffff81116100be578460246104ce9260a4350101610aa4565b60e460a43501359267ffffffffffffffff84116100be5760349760808e63ffffffff948f61052573ffffffffffffffffffffffffffffffffffffffff9b60246bffffffffffffffffffffffff9b60a4350101610aa4565b90528d5201521660608c01521660408a015260ff8a168552168752015160601c9560ff841660ff821603610870575064ffffffffff60808601511680151580610867575b610838575073ffffffffffffffffffffffffffffffffffffffff9161061b9160ff848851169151166bffffffffffffffffffffffff60408901511663ffffffff60608a01511664ffffffffff60808b015116916040519360208501957f76e2be9aafdb2e25964835dc2c3ff060479c6fb78c07665218bb02e31cec3493875260408601526060850152608084015260a083015260c082015260c0815261061060e082610a4b565b519020905190610b63565b168481036108085750610692929350604051602081019060606044833760608152610647608082610a4b565b5190206040519060ff60208301937f53567f44d41936893c1f167c857a91a29fcf83aa4c33f62ec03cacf4219249a98552166040830152606082015260608152610610608082610a4b565b73ffffffffffffffffffffffffffffffffffffffff8083511691168181036107da57505063ffffffff6060820151166106e5575b604001516bffffffffffffffffffffffff1661012052808080806103b7565b73ffffffffffffffffffffffffffffffffffffffff8151165f52600160205263ffffffff60405f20541663ffffffff6060830151168082101561079457506bffffffffffffffffffffffff9161073c604092610a8c565b73ffffffffffffffffffffffffffffffffffffffff8251165f52600160205263ffffffff835f2091167fffffffffffffffffffffffffffffffffffffffffffffffffffffffff000000008254161790559150506106c6565b73ffffffffffffffffffffffffffffffffffffffff8351167f36457909000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f89a74c99000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b84907f068a2eee000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7fed12c255000000000000000000000000000000000000000000000000000000005f524260045260245260445ffd5b50804211610569565b60ff9081857f2e3419ee000000000000000000000000000000000000000000000000000000005f52166004521660245260445ffd5b60ff83165f525f60205263ffffffff60405f205416908082101561090f57506108cd90610a8c565b60ff83165f525f60205263ffffffff60405f2091167fffffffffffffffffffffffffffffffffffffffffffffffffffffffff00000000825416179055856103b1565b60ff847fb17036c8000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b60ff887fc3e6ae0c000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b7f26578c70000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b6004359060ff821682036100be57565b6024359073ffffffffffffffffffffffffffffffffffffffff821682036100be57565b60e0810190811067ffffffffffffffff821117610a1e57604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff821117610a1e57604052565b63ffffffff60019116019063ffffffff821161097357565b81601f820112156100be5780359067ffffffffffffffff8211610a1e5760405192610af760207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f8601160185610a4b565b828452602083830101116100be57815f926020809301838601378301015290565b9060405191602d60207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffd3833b0164ffffffffff16808652019160208501903c60408280510101604052565b90805160408103610c9757506040818051810103126100be57610c949181604260406020610c8b9501519201519260405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f24d64554442d612a18725023eebc3866bde83f0a64a624cd14a8773eb21f8c2c60408201527fc89efdaa54c0f20c7adf612882df0950f5a951637e0307cdcb4c672f298b8bc660608201524660808201523060a082015260a08152610c2360c082610a4b565b51902090604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522060ff601b7f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff851694821c011690610d9f565b90929192610cc7565b90565b7f68f1f65e000000000000000000000000000000000000000000000000000000005f52600452604060245260445ffd5b6004811015610d725780610cd9575050565b60018103610d09577ff645eedf000000000000000000000000000000000000000000000000000000005f5260045ffd5b60028103610d3d57507ffce698f7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b600314610d475750565b7fd78bce0c000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411610e2e579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa15610e23575f5173ffffffffffffffffffffffffffffffffffffffff811615610e1957905f905f90565b505f906001905f90565b6040513d5f823e3d90fd5b5050505f916003919056",
}

// Escrow is an auto generated Go binding around an Ethereum contract.
type Escrow struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Escrow) GetABI() abi.ABI {
	return c.abi
}

// NewEscrow creates a new instance of Escrow.
func NewEscrow() *Escrow {
	parsed, err := EscrowMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Escrow{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Escrow) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackANSWER is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6b25b346.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ANSWER() view returns(uint256)
func (escrow *Escrow) PackANSWER() []byte {
	enc, err := escrow.abi.Pack("ANSWER")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackANSWER is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6b25b346.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function ANSWER() view returns(uint256)
func (escrow *Escrow) TryPackANSWER() ([]byte, error) {
	return escrow.abi.Pack("ANSWER")
}

// UnpackANSWER is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6b25b346.
//
// Solidity: function ANSWER() view returns(uint256)
func (escrow *Escrow) UnpackANSWER(data []byte) (*big.Int, error) {
	out, err := escrow.abi.Unpack("ANSWER", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackBONDFLOOR is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4cc56705.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function BOND_FLOOR() view returns(uint256)
func (escrow *Escrow) PackBONDFLOOR() []byte {
	enc, err := escrow.abi.Pack("BOND_FLOOR")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBONDFLOOR is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4cc56705.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function BOND_FLOOR() view returns(uint256)
func (escrow *Escrow) TryPackBONDFLOOR() ([]byte, error) {
	return escrow.abi.Pack("BOND_FLOOR")
}

// UnpackBONDFLOOR is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4cc56705.
//
// Solidity: function BOND_FLOOR() view returns(uint256)
func (escrow *Escrow) UnpackBONDFLOOR(data []byte) (*big.Int, error) {
	out, err := escrow.abi.Unpack("BOND_FLOOR", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackFACTORY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2dd31000.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function FACTORY() view returns(address)
func (escrow *Escrow) PackFACTORY() []byte {
	enc, err := escrow.abi.Pack("FACTORY")
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
func (escrow *Escrow) TryPackFACTORY() ([]byte, error) {
	return escrow.abi.Pack("FACTORY")
}

// UnpackFACTORY is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2dd31000.
//
// Solidity: function FACTORY() view returns(address)
func (escrow *Escrow) UnpackFACTORY(data []byte) (common.Address, error) {
	out, err := escrow.abi.Unpack("FACTORY", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackROUTER is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x32fe7b26.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ROUTER() view returns(address)
func (escrow *Escrow) PackROUTER() []byte {
	enc, err := escrow.abi.Pack("ROUTER")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackROUTER is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x32fe7b26.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function ROUTER() view returns(address)
func (escrow *Escrow) TryPackROUTER() ([]byte, error) {
	return escrow.abi.Pack("ROUTER")
}

// UnpackROUTER is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x32fe7b26.
//
// Solidity: function ROUTER() view returns(address)
func (escrow *Escrow) UnpackROUTER(data []byte) (common.Address, error) {
	out, err := escrow.abi.Unpack("ROUTER", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackWINDOW is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa53e5412.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function WINDOW() view returns(uint256)
func (escrow *Escrow) PackWINDOW() []byte {
	enc, err := escrow.abi.Pack("WINDOW")
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
func (escrow *Escrow) TryPackWINDOW() ([]byte, error) {
	return escrow.abi.Pack("WINDOW")
}

// UnpackWINDOW is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa53e5412.
//
// Solidity: function WINDOW() view returns(uint256)
func (escrow *Escrow) UnpackWINDOW(data []byte) (*big.Int, error) {
	out, err := escrow.abi.Unpack("WINDOW", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackAccountState is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x57a1d9c0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function accountState(bytes32 account) view returns(uint32 epoch, uint32 count, uint96 current, uint96 previous, uint128 matured, uint128 fees)
func (escrow *Escrow) PackAccountState(account [32]byte) []byte {
	enc, err := escrow.abi.Pack("accountState", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAccountState is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x57a1d9c0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function accountState(bytes32 account) view returns(uint32 epoch, uint32 count, uint96 current, uint96 previous, uint128 matured, uint128 fees)
func (escrow *Escrow) TryPackAccountState(account [32]byte) ([]byte, error) {
	return escrow.abi.Pack("accountState", account)
}

// AccountStateOutput serves as a container for the return parameters of contract
// method AccountState.
type AccountStateOutput struct {
	Epoch    uint32
	Count    uint32
	Current  *big.Int
	Previous *big.Int
	Matured  *big.Int
	Fees     *big.Int
}

// UnpackAccountState is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x57a1d9c0.
//
// Solidity: function accountState(bytes32 account) view returns(uint32 epoch, uint32 count, uint96 current, uint96 previous, uint128 matured, uint128 fees)
func (escrow *Escrow) UnpackAccountState(data []byte) (AccountStateOutput, error) {
	out, err := escrow.abi.Unpack("accountState", data)
	outstruct := new(AccountStateOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Epoch = *abi.ConvertType(out[0], new(uint32)).(*uint32)
	outstruct.Count = *abi.ConvertType(out[1], new(uint32)).(*uint32)
	outstruct.Current = abi.ConvertType(out[2], new(big.Int)).(*big.Int)
	outstruct.Previous = abi.ConvertType(out[3], new(big.Int)).(*big.Int)
	outstruct.Matured = abi.ConvertType(out[4], new(big.Int)).(*big.Int)
	outstruct.Fees = abi.ConvertType(out[5], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackAnswer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaf9e2e8a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function answer((address,uint8,uint32,uint40,address,address,address,address,address,uint16,uint8,bytes32,uint96,bytes32[3]) leaf, bytes32[3] P, bytes32[6] Q, bytes32[3] U) returns()
func (escrow *Escrow) PackAnswer(leaf Leaf, p [3][32]byte, q [6][32]byte, u [3][32]byte) []byte {
	enc, err := escrow.abi.Pack("answer", leaf, p, q, u)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAnswer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaf9e2e8a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function answer((address,uint8,uint32,uint40,address,address,address,address,address,uint16,uint8,bytes32,uint96,bytes32[3]) leaf, bytes32[3] P, bytes32[6] Q, bytes32[3] U) returns()
func (escrow *Escrow) TryPackAnswer(leaf Leaf, p [3][32]byte, q [6][32]byte, u [3][32]byte) ([]byte, error) {
	return escrow.abi.Pack("answer", leaf, p, q, u)
}

// PackAnswerMany is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x26152d33.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function answerMany((address,uint8,uint32,uint40,address,address,address,address,address,uint16,uint8,bytes32,uint96,bytes32[3])[] leaves, bytes32[3] P, bytes32[6] Q, bytes32[3][] U) returns()
func (escrow *Escrow) PackAnswerMany(leaves []Leaf, p [3][32]byte, q [6][32]byte, u [][3][32]byte) []byte {
	enc, err := escrow.abi.Pack("answerMany", leaves, p, q, u)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAnswerMany is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x26152d33.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function answerMany((address,uint8,uint32,uint40,address,address,address,address,address,uint16,uint8,bytes32,uint96,bytes32[3])[] leaves, bytes32[3] P, bytes32[6] Q, bytes32[3][] U) returns()
func (escrow *Escrow) TryPackAnswerMany(leaves []Leaf, p [3][32]byte, q [6][32]byte, u [][3][32]byte) ([]byte, error) {
	return escrow.abi.Pack("answerMany", leaves, p, q, u)
}

// PackBond is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x64c9ec6f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function bond() view returns(uint256)
func (escrow *Escrow) PackBond() []byte {
	enc, err := escrow.abi.Pack("bond")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBond is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x64c9ec6f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function bond() view returns(uint256)
func (escrow *Escrow) TryPackBond() ([]byte, error) {
	return escrow.abi.Pack("bond")
}

// UnpackBond is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x64c9ec6f.
//
// Solidity: function bond() view returns(uint256)
func (escrow *Escrow) UnpackBond(data []byte) (*big.Int, error) {
	out, err := escrow.abi.Unpack("bond", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackBuy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9f5dab0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function buy(address product, uint8 tier, bytes32[3] releaseKey, uint256 c, uint256 z, bytes32 offerHash, uint96 maxPrice, address refundTo, bytes data) payable returns(bytes32 order)
func (escrow *Escrow) PackBuy(product common.Address, tier uint8, releaseKey [3][32]byte, c *big.Int, z *big.Int, offerHash [32]byte, maxPrice *big.Int, refundTo common.Address, data []byte) []byte {
	enc, err := escrow.abi.Pack("buy", product, tier, releaseKey, c, z, offerHash, maxPrice, refundTo, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBuy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9f5dab0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function buy(address product, uint8 tier, bytes32[3] releaseKey, uint256 c, uint256 z, bytes32 offerHash, uint96 maxPrice, address refundTo, bytes data) payable returns(bytes32 order)
func (escrow *Escrow) TryPackBuy(product common.Address, tier uint8, releaseKey [3][32]byte, c *big.Int, z *big.Int, offerHash [32]byte, maxPrice *big.Int, refundTo common.Address, data []byte) ([]byte, error) {
	return escrow.abi.Pack("buy", product, tier, releaseKey, c, z, offerHash, maxPrice, refundTo, data)
}

// UnpackBuy is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa9f5dab0.
//
// Solidity: function buy(address product, uint8 tier, bytes32[3] releaseKey, uint256 c, uint256 z, bytes32 offerHash, uint96 maxPrice, address refundTo, bytes data) payable returns(bytes32 order)
func (escrow *Escrow) UnpackBuy(data []byte) ([32]byte, error) {
	out, err := escrow.abi.Unpack("buy", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackBuyFor is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x10e88d68.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function buyFor(address payer, address product, uint8 tier, bytes32[3] releaseKey, uint256 c, uint256 z, bytes32 offerHash, uint96 maxPrice, address refundTo, bytes data) payable returns(bytes32 order)
func (escrow *Escrow) PackBuyFor(payer common.Address, product common.Address, tier uint8, releaseKey [3][32]byte, c *big.Int, z *big.Int, offerHash [32]byte, maxPrice *big.Int, refundTo common.Address, data []byte) []byte {
	enc, err := escrow.abi.Pack("buyFor", payer, product, tier, releaseKey, c, z, offerHash, maxPrice, refundTo, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBuyFor is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x10e88d68.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function buyFor(address payer, address product, uint8 tier, bytes32[3] releaseKey, uint256 c, uint256 z, bytes32 offerHash, uint96 maxPrice, address refundTo, bytes data) payable returns(bytes32 order)
func (escrow *Escrow) TryPackBuyFor(payer common.Address, product common.Address, tier uint8, releaseKey [3][32]byte, c *big.Int, z *big.Int, offerHash [32]byte, maxPrice *big.Int, refundTo common.Address, data []byte) ([]byte, error) {
	return escrow.abi.Pack("buyFor", payer, product, tier, releaseKey, c, z, offerHash, maxPrice, refundTo, data)
}

// UnpackBuyFor is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x10e88d68.
//
// Solidity: function buyFor(address payer, address product, uint8 tier, bytes32[3] releaseKey, uint256 c, uint256 z, bytes32 offerHash, uint96 maxPrice, address refundTo, bytes data) payable returns(bytes32 order)
func (escrow *Escrow) UnpackBuyFor(data []byte) ([32]byte, error) {
	out, err := escrow.abi.Unpack("buyFor", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackClaimTo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x34a1ca89.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function claimTo(address token, address to) returns(uint256 amount)
func (escrow *Escrow) PackClaimTo(token common.Address, to common.Address) []byte {
	enc, err := escrow.abi.Pack("claimTo", token, to)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackClaimTo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x34a1ca89.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function claimTo(address token, address to) returns(uint256 amount)
func (escrow *Escrow) TryPackClaimTo(token common.Address, to common.Address) ([]byte, error) {
	return escrow.abi.Pack("claimTo", token, to)
}

// UnpackClaimTo is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x34a1ca89.
//
// Solidity: function claimTo(address token, address to) returns(uint256 amount)
func (escrow *Escrow) UnpackClaimTo(data []byte) (*big.Int, error) {
	out, err := escrow.abi.Unpack("claimTo", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackClaims is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3f733c6b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function claims(address token, address owner) view returns(uint256)
func (escrow *Escrow) PackClaims(token common.Address, owner common.Address) []byte {
	enc, err := escrow.abi.Pack("claims", token, owner)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackClaims is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3f733c6b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function claims(address token, address owner) view returns(uint256)
func (escrow *Escrow) TryPackClaims(token common.Address, owner common.Address) ([]byte, error) {
	return escrow.abi.Pack("claims", token, owner)
}

// UnpackClaims is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3f733c6b.
//
// Solidity: function claims(address token, address owner) view returns(uint256)
func (escrow *Escrow) UnpackClaims(data []byte) (*big.Int, error) {
	out, err := escrow.abi.Unpack("claims", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackCollect is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6157fdc9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function collect(address publisher, address token, uint16 feeBps, address to) returns(uint256 amount)
func (escrow *Escrow) PackCollect(publisher common.Address, token common.Address, feeBps uint16, to common.Address) []byte {
	enc, err := escrow.abi.Pack("collect", publisher, token, feeBps, to)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCollect is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6157fdc9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function collect(address publisher, address token, uint16 feeBps, address to) returns(uint256 amount)
func (escrow *Escrow) TryPackCollect(publisher common.Address, token common.Address, feeBps uint16, to common.Address) ([]byte, error) {
	return escrow.abi.Pack("collect", publisher, token, feeBps, to)
}

// UnpackCollect is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6157fdc9.
//
// Solidity: function collect(address publisher, address token, uint16 feeBps, address to) returns(uint256 amount)
func (escrow *Escrow) UnpackCollect(data []byte) (*big.Int, error) {
	out, err := escrow.abi.Unpack("collect", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackDispute is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9bc30afa.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function dispute((address,uint8,uint32,uint40,address,address,address,address,address,uint16,uint8,bytes32,uint96,bytes32[3]) leaf, bytes32[] path, uint256 c, uint256 z) payable returns()
func (escrow *Escrow) PackDispute(leaf Leaf, path [][32]byte, c *big.Int, z *big.Int) []byte {
	enc, err := escrow.abi.Pack("dispute", leaf, path, c, z)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDispute is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9bc30afa.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function dispute((address,uint8,uint32,uint40,address,address,address,address,address,uint16,uint8,bytes32,uint96,bytes32[3]) leaf, bytes32[] path, uint256 c, uint256 z) payable returns()
func (escrow *Escrow) TryPackDispute(leaf Leaf, path [][32]byte, c *big.Int, z *big.Int) ([]byte, error) {
	return escrow.abi.Pack("dispute", leaf, path, c, z)
}

// PackOrderState is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaab14d04.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function orderState(bytes32 order) view returns(uint8 state, address by, uint40 deadline, uint256 bondPaid)
func (escrow *Escrow) PackOrderState(order [32]byte) []byte {
	enc, err := escrow.abi.Pack("orderState", order)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOrderState is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaab14d04.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function orderState(bytes32 order) view returns(uint8 state, address by, uint40 deadline, uint256 bondPaid)
func (escrow *Escrow) TryPackOrderState(order [32]byte) ([]byte, error) {
	return escrow.abi.Pack("orderState", order)
}

// OrderStateOutput serves as a container for the return parameters of contract
// method OrderState.
type OrderStateOutput struct {
	State    uint8
	By       common.Address
	Deadline *big.Int
	BondPaid *big.Int
}

// UnpackOrderState is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xaab14d04.
//
// Solidity: function orderState(bytes32 order) view returns(uint8 state, address by, uint40 deadline, uint256 bondPaid)
func (escrow *Escrow) UnpackOrderState(data []byte) (OrderStateOutput, error) {
	out, err := escrow.abi.Unpack("orderState", data)
	outstruct := new(OrderStateOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.State = *abi.ConvertType(out[0], new(uint8)).(*uint8)
	outstruct.By = *abi.ConvertType(out[1], new(common.Address)).(*common.Address)
	outstruct.Deadline = abi.ConvertType(out[2], new(big.Int)).(*big.Int)
	outstruct.BondPaid = abi.ConvertType(out[3], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackPeaks is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x08418e15.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function peaks(bytes32 account) view returns(bytes32[32])
func (escrow *Escrow) PackPeaks(account [32]byte) []byte {
	enc, err := escrow.abi.Pack("peaks", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPeaks is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x08418e15.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function peaks(bytes32 account) view returns(bytes32[32])
func (escrow *Escrow) TryPackPeaks(account [32]byte) ([]byte, error) {
	return escrow.abi.Pack("peaks", account)
}

// UnpackPeaks is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x08418e15.
//
// Solidity: function peaks(bytes32 account) view returns(bytes32[32])
func (escrow *Escrow) UnpackPeaks(data []byte) ([32][32]byte, error) {
	out, err := escrow.abi.Unpack("peaks", data)
	if err != nil {
		return *new([32][32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32][32]byte)).(*[32][32]byte)
	return out0, nil
}

// PackProven is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb71c9121.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proven((address,uint8,uint32,uint40,address,address,address,address,address,uint16,uint8,bytes32,uint96,bytes32[3]) leaf, bytes32[] path) view returns(bytes32 order)
func (escrow *Escrow) PackProven(leaf Leaf, path [][32]byte) []byte {
	enc, err := escrow.abi.Pack("proven", leaf, path)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProven is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb71c9121.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function proven((address,uint8,uint32,uint40,address,address,address,address,address,uint16,uint8,bytes32,uint96,bytes32[3]) leaf, bytes32[] path) view returns(bytes32 order)
func (escrow *Escrow) TryPackProven(leaf Leaf, path [][32]byte) ([]byte, error) {
	return escrow.abi.Pack("proven", leaf, path)
}

// UnpackProven is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb71c9121.
//
// Solidity: function proven((address,uint8,uint32,uint40,address,address,address,address,address,uint16,uint8,bytes32,uint96,bytes32[3]) leaf, bytes32[] path) view returns(bytes32 order)
func (escrow *Escrow) UnpackProven(data []byte) ([32]byte, error) {
	out, err := escrow.abi.Unpack("proven", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackRefund is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2132562f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function refund((address,uint8,uint32,uint40,address,address,address,address,address,uint16,uint8,bytes32,uint96,bytes32[3]) leaf) returns()
func (escrow *Escrow) PackRefund(leaf Leaf) []byte {
	enc, err := escrow.abi.Pack("refund", leaf)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRefund is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2132562f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function refund((address,uint8,uint32,uint40,address,address,address,address,address,uint16,uint8,bytes32,uint96,bytes32[3]) leaf) returns()
func (escrow *Escrow) TryPackRefund(leaf Leaf) ([]byte, error) {
	return escrow.abi.Pack("refund", leaf)
}

// PackRefundByPublisher is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe0cabedb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function refundByPublisher((address,uint8,uint32,uint40,address,address,address,address,address,uint16,uint8,bytes32,uint96,bytes32[3]) leaf, bytes32[] path) returns()
func (escrow *Escrow) PackRefundByPublisher(leaf Leaf, path [][32]byte) []byte {
	enc, err := escrow.abi.Pack("refundByPublisher", leaf, path)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRefundByPublisher is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe0cabedb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function refundByPublisher((address,uint8,uint32,uint40,address,address,address,address,address,uint16,uint8,bytes32,uint96,bytes32[3]) leaf, bytes32[] path) returns()
func (escrow *Escrow) TryPackRefundByPublisher(leaf Leaf, path [][32]byte) ([]byte, error) {
	return escrow.abi.Pack("refundByPublisher", leaf, path)
}

// PackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x88d5800b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function withdraw(address publisher, address token, address committee, uint16 feeBps) returns(uint256 amount)
func (escrow *Escrow) PackWithdraw(publisher common.Address, token common.Address, committee common.Address, feeBps uint16) []byte {
	enc, err := escrow.abi.Pack("withdraw", publisher, token, committee, feeBps)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x88d5800b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function withdraw(address publisher, address token, address committee, uint16 feeBps) returns(uint256 amount)
func (escrow *Escrow) TryPackWithdraw(publisher common.Address, token common.Address, committee common.Address, feeBps uint16) ([]byte, error) {
	return escrow.abi.Pack("withdraw", publisher, token, committee, feeBps)
}

// UnpackWithdraw is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x88d5800b.
//
// Solidity: function withdraw(address publisher, address token, address committee, uint16 feeBps) returns(uint256 amount)
func (escrow *Escrow) UnpackWithdraw(data []byte) (*big.Int, error) {
	out, err := escrow.abi.Unpack("withdraw", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackWithdrawTo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9337179a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function withdrawTo(address token, address committee, uint16 feeBps, address to) returns(uint256 amount)
func (escrow *Escrow) PackWithdrawTo(token common.Address, committee common.Address, feeBps uint16, to common.Address) []byte {
	enc, err := escrow.abi.Pack("withdrawTo", token, committee, feeBps, to)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWithdrawTo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9337179a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function withdrawTo(address token, address committee, uint16 feeBps, address to) returns(uint256 amount)
func (escrow *Escrow) TryPackWithdrawTo(token common.Address, committee common.Address, feeBps uint16, to common.Address) ([]byte, error) {
	return escrow.abi.Pack("withdrawTo", token, committee, feeBps, to)
}

// UnpackWithdrawTo is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9337179a.
//
// Solidity: function withdrawTo(address token, address committee, uint16 feeBps, address to) returns(uint256 amount)
func (escrow *Escrow) UnpackWithdrawTo(data []byte) (*big.Int, error) {
	out, err := escrow.abi.Unpack("withdrawTo", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// EscrowClaimed represents a Claimed event raised by the Escrow contract.
type EscrowClaimed struct {
	Token  common.Address
	Owner  common.Address
	To     common.Address
	Amount *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const EscrowClaimedEventName = "Claimed"

// ContractEventName returns the user-defined event name.
func (EscrowClaimed) ContractEventName() string {
	return EscrowClaimedEventName
}

// UnpackClaimedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Claimed(address indexed token, address indexed owner, address indexed to, uint256 amount)
func (escrow *Escrow) UnpackClaimedEvent(log *types.Log) (*EscrowClaimed, error) {
	event := "Claimed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != escrow.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EscrowClaimed)
	if len(log.Data) > 0 {
		if err := escrow.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range escrow.abi.Events[event].Inputs {
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

// EscrowCollected represents a Collected event raised by the Escrow contract.
type EscrowCollected struct {
	Account [32]byte
	To      common.Address
	Amount  *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const EscrowCollectedEventName = "Collected"

// ContractEventName returns the user-defined event name.
func (EscrowCollected) ContractEventName() string {
	return EscrowCollectedEventName
}

// UnpackCollectedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Collected(bytes32 indexed account, address indexed to, uint256 amount)
func (escrow *Escrow) UnpackCollectedEvent(log *types.Log) (*EscrowCollected, error) {
	event := "Collected"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != escrow.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EscrowCollected)
	if len(log.Data) > 0 {
		if err := escrow.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range escrow.abi.Events[event].Inputs {
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

// EscrowDisputed represents a Disputed event raised by the Escrow contract.
type EscrowDisputed struct {
	Order    [32]byte
	By       common.Address
	Deadline *big.Int
	C        *big.Int
	Z        *big.Int
	Raw      *types.Log // Blockchain specific contextual infos
}

const EscrowDisputedEventName = "Disputed"

// ContractEventName returns the user-defined event name.
func (EscrowDisputed) ContractEventName() string {
	return EscrowDisputedEventName
}

// UnpackDisputedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Disputed(bytes32 indexed order, address by, uint256 deadline, uint256 c, uint256 z)
func (escrow *Escrow) UnpackDisputedEvent(log *types.Log) (*EscrowDisputed, error) {
	event := "Disputed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != escrow.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EscrowDisputed)
	if len(log.Data) > 0 {
		if err := escrow.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range escrow.abi.Events[event].Inputs {
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

// EscrowKeyReleased represents a KeyReleased event raised by the Escrow contract.
type EscrowKeyReleased struct {
	Order [32]byte
	U     [3][32]byte
	Raw   *types.Log // Blockchain specific contextual infos
}

const EscrowKeyReleasedEventName = "KeyReleased"

// ContractEventName returns the user-defined event name.
func (EscrowKeyReleased) ContractEventName() string {
	return EscrowKeyReleasedEventName
}

// UnpackKeyReleasedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event KeyReleased(bytes32 indexed order, bytes32[3] U)
func (escrow *Escrow) UnpackKeyReleasedEvent(log *types.Log) (*EscrowKeyReleased, error) {
	event := "KeyReleased"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != escrow.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EscrowKeyReleased)
	if len(log.Data) > 0 {
		if err := escrow.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range escrow.abi.Events[event].Inputs {
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

// EscrowPaymentConfirmed represents a PaymentConfirmed event raised by the Escrow contract.
type EscrowPaymentConfirmed struct {
	Account [32]byte
	Product common.Address
	Key     [32]byte
	Leaf    Leaf
	C       *big.Int
	Z       *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const EscrowPaymentConfirmedEventName = "PaymentConfirmed"

// ContractEventName returns the user-defined event name.
func (EscrowPaymentConfirmed) ContractEventName() string {
	return EscrowPaymentConfirmedEventName
}

// UnpackPaymentConfirmedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event PaymentConfirmed(bytes32 indexed account, address indexed product, bytes32 indexed key, (address,uint8,uint32,uint40,address,address,address,address,address,uint16,uint8,bytes32,uint96,bytes32[3]) leaf, uint256 c, uint256 z)
func (escrow *Escrow) UnpackPaymentConfirmedEvent(log *types.Log) (*EscrowPaymentConfirmed, error) {
	event := "PaymentConfirmed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != escrow.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EscrowPaymentConfirmed)
	if len(log.Data) > 0 {
		if err := escrow.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range escrow.abi.Events[event].Inputs {
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

// EscrowRefunded represents a Refunded event raised by the Escrow contract.
type EscrowRefunded struct {
	Order [32]byte
	By    common.Address
	Raw   *types.Log // Blockchain specific contextual infos
}

const EscrowRefundedEventName = "Refunded"

// ContractEventName returns the user-defined event name.
func (EscrowRefunded) ContractEventName() string {
	return EscrowRefundedEventName
}

// UnpackRefundedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Refunded(bytes32 indexed order, address by)
func (escrow *Escrow) UnpackRefundedEvent(log *types.Log) (*EscrowRefunded, error) {
	event := "Refunded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != escrow.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EscrowRefunded)
	if len(log.Data) > 0 {
		if err := escrow.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range escrow.abi.Events[event].Inputs {
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

// EscrowUndelivered represents a Undelivered event raised by the Escrow contract.
type EscrowUndelivered struct {
	Token  common.Address
	Owner  common.Address
	Amount *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const EscrowUndeliveredEventName = "Undelivered"

// ContractEventName returns the user-defined event name.
func (EscrowUndelivered) ContractEventName() string {
	return EscrowUndeliveredEventName
}

// UnpackUndeliveredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Undelivered(address indexed token, address indexed owner, uint256 amount)
func (escrow *Escrow) UnpackUndeliveredEvent(log *types.Log) (*EscrowUndelivered, error) {
	event := "Undelivered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != escrow.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EscrowUndelivered)
	if len(log.Data) > 0 {
		if err := escrow.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range escrow.abi.Events[event].Inputs {
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

// EscrowWithdrawn represents a Withdrawn event raised by the Escrow contract.
type EscrowWithdrawn struct {
	Account [32]byte
	To      common.Address
	Amount  *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const EscrowWithdrawnEventName = "Withdrawn"

// ContractEventName returns the user-defined event name.
func (EscrowWithdrawn) ContractEventName() string {
	return EscrowWithdrawnEventName
}

// UnpackWithdrawnEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Withdrawn(bytes32 indexed account, address indexed to, uint256 amount)
func (escrow *Escrow) UnpackWithdrawnEvent(log *types.Log) (*EscrowWithdrawn, error) {
	event := "Withdrawn"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != escrow.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EscrowWithdrawn)
	if len(log.Data) > 0 {
		if err := escrow.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range escrow.abi.Events[event].Inputs {
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
func (escrow *Escrow) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], escrow.abi.Errors["BLS12381_BadPoint"].ID.Bytes()[:4]) {
		return escrow.UnpackBLS12381BadPointError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_BucketFull"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowBucketFullError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_CoinWithToken"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowCoinWithTokenError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_FeeTooHigh"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowFeeTooHighError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_GasTooLow"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowGasTooLowError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_LengthsDiffer"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowLengthsDifferError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_Locked"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowLockedError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_LogFull"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowLogFullError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_Matured"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowMaturedError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_NoPairing"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowNoPairingError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_NoProduct"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowNoProductError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_NoRefundTo"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowNoRefundToError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_NoToken"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowNoTokenError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_NoneOpen"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowNoneOpenError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_NotLogged"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowNotLoggedError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_NotPublisher"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowNotPublisherError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_NotRouter"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowNotRouterError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_NothingDue"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowNothingDueError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_NothingToClaim"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowNothingToClaimError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_OfferChanged"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowOfferChangedError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_SendFailed"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowSendFailedError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_ShortOffer"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowShortOfferError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_TokenMoved"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowTokenMovedError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_TooDear"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowTooDearError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_TooEarly"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowTooEarlyError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_TooLate"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowTooLateError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_TooLittle"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowTooLittleError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_WrongGroupKey"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowWrongGroupKeyError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_WrongProof"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowWrongProofError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_WrongRelease"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowWrongReleaseError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_WrongReleases"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowWrongReleasesError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_WrongState"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowWrongStateError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["SafeERC20FailedOperation"].ID.Bytes()[:4]) {
		return escrow.UnpackSafeERC20FailedOperationError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// EscrowBLS12381BadPoint represents a BLS12381_BadPoint error raised by the Escrow contract.
type EscrowBLS12381BadPoint struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BLS12381_BadPoint()
func EscrowBLS12381BadPointErrorID() common.Hash {
	return common.HexToHash("0xc6fe4832fba69d56802e2423257a70f76dd7eceed3a484e9879d9bf105e22665")
}

// UnpackBLS12381BadPointError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BLS12381_BadPoint()
func (escrow *Escrow) UnpackBLS12381BadPointError(raw []byte) (*EscrowBLS12381BadPoint, error) {
	out := new(EscrowBLS12381BadPoint)
	if err := escrow.abi.UnpackIntoInterface(out, "BLS12381_BadPoint", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowBucketFull represents a Escrow_BucketFull error raised by the Escrow contract.
type EscrowEscrowBucketFull struct {
	Amount *big.Int
	Most   *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_BucketFull(uint256 amount, uint256 most)
func EscrowEscrowBucketFullErrorID() common.Hash {
	return common.HexToHash("0x3b5745f3355af1d6cb3e52c824d1ef5a28dc1bf32d98f86924d05d904f5c555b")
}

// UnpackEscrowBucketFullError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_BucketFull(uint256 amount, uint256 most)
func (escrow *Escrow) UnpackEscrowBucketFullError(raw []byte) (*EscrowEscrowBucketFull, error) {
	out := new(EscrowEscrowBucketFull)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_BucketFull", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowCoinWithToken represents a Escrow_CoinWithToken error raised by the Escrow contract.
type EscrowEscrowCoinWithToken struct {
	Value *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_CoinWithToken(uint256 value)
func EscrowEscrowCoinWithTokenErrorID() common.Hash {
	return common.HexToHash("0x005ce6277b681c3e9955874d5e714cbc7c7bdae05b35f6fc2e26f3fa2f4c19e8")
}

// UnpackEscrowCoinWithTokenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_CoinWithToken(uint256 value)
func (escrow *Escrow) UnpackEscrowCoinWithTokenError(raw []byte) (*EscrowEscrowCoinWithToken, error) {
	out := new(EscrowEscrowCoinWithToken)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_CoinWithToken", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowFeeTooHigh represents a Escrow_FeeTooHigh error raised by the Escrow contract.
type EscrowEscrowFeeTooHigh struct {
	FeeBps *big.Int
	Most   *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_FeeTooHigh(uint256 feeBps, uint256 most)
func EscrowEscrowFeeTooHighErrorID() common.Hash {
	return common.HexToHash("0x69876f49974e31f96f1a56bc4adb5d486f69db1c35ee6edff7ef19f28b93538e")
}

// UnpackEscrowFeeTooHighError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_FeeTooHigh(uint256 feeBps, uint256 most)
func (escrow *Escrow) UnpackEscrowFeeTooHighError(raw []byte) (*EscrowEscrowFeeTooHigh, error) {
	out := new(EscrowEscrowFeeTooHigh)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_FeeTooHigh", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowGasTooLow represents a Escrow_GasTooLow error raised by the Escrow contract.
type EscrowEscrowGasTooLow struct {
	Left  *big.Int
	Least *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_GasTooLow(uint256 left, uint256 least)
func EscrowEscrowGasTooLowErrorID() common.Hash {
	return common.HexToHash("0x6e427d20fea87eacb24b51b3e971a780f7839b5805e2dd68f7ec126ae7398515")
}

// UnpackEscrowGasTooLowError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_GasTooLow(uint256 left, uint256 least)
func (escrow *Escrow) UnpackEscrowGasTooLowError(raw []byte) (*EscrowEscrowGasTooLow, error) {
	out := new(EscrowEscrowGasTooLow)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_GasTooLow", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowLengthsDiffer represents a Escrow_LengthsDiffer error raised by the Escrow contract.
type EscrowEscrowLengthsDiffer struct {
	Orders   *big.Int
	Releases *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_LengthsDiffer(uint256 orders, uint256 releases)
func EscrowEscrowLengthsDifferErrorID() common.Hash {
	return common.HexToHash("0x992a51f959508e5c65aa66d454c69c56897ff6d7082656d343e78739ad3b6d84")
}

// UnpackEscrowLengthsDifferError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_LengthsDiffer(uint256 orders, uint256 releases)
func (escrow *Escrow) UnpackEscrowLengthsDifferError(raw []byte) (*EscrowEscrowLengthsDiffer, error) {
	out := new(EscrowEscrowLengthsDiffer)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_LengthsDiffer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowLocked represents a Escrow_Locked error raised by the Escrow contract.
type EscrowEscrowLocked struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_Locked()
func EscrowEscrowLockedErrorID() common.Hash {
	return common.HexToHash("0xab5683d3cb96246a07271a12c89fdaf70f54b87d3a39cb2a06bfcfef53ec06ae")
}

// UnpackEscrowLockedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_Locked()
func (escrow *Escrow) UnpackEscrowLockedError(raw []byte) (*EscrowEscrowLocked, error) {
	out := new(EscrowEscrowLocked)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_Locked", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowLogFull represents a Escrow_LogFull error raised by the Escrow contract.
type EscrowEscrowLogFull struct {
	Orders *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_LogFull(uint256 orders)
func EscrowEscrowLogFullErrorID() common.Hash {
	return common.HexToHash("0x781dfd7fc294c4f038e5816d45e3ae5ed27edf44a9e67ac50951e6417262e431")
}

// UnpackEscrowLogFullError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_LogFull(uint256 orders)
func (escrow *Escrow) UnpackEscrowLogFullError(raw []byte) (*EscrowEscrowLogFull, error) {
	out := new(EscrowEscrowLogFull)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_LogFull", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowMatured represents a Escrow_Matured error raised by the Escrow contract.
type EscrowEscrowMatured struct {
	OrderEpoch *big.Int
	Epoch      *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_Matured(uint256 orderEpoch, uint256 epoch)
func EscrowEscrowMaturedErrorID() common.Hash {
	return common.HexToHash("0xcfa9e3c99df1d9a835b914037088f6d9b553f0b52ac10f399f3c17ce80b69492")
}

// UnpackEscrowMaturedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_Matured(uint256 orderEpoch, uint256 epoch)
func (escrow *Escrow) UnpackEscrowMaturedError(raw []byte) (*EscrowEscrowMatured, error) {
	out := new(EscrowEscrowMatured)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_Matured", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowNoPairing represents a Escrow_NoPairing error raised by the Escrow contract.
type EscrowEscrowNoPairing struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_NoPairing()
func EscrowEscrowNoPairingErrorID() common.Hash {
	return common.HexToHash("0xe60b16fbbdef37e8e366f3e2540896621298697e7d8f310980bb3f89957ef35a")
}

// UnpackEscrowNoPairingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_NoPairing()
func (escrow *Escrow) UnpackEscrowNoPairingError(raw []byte) (*EscrowEscrowNoPairing, error) {
	out := new(EscrowEscrowNoPairing)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_NoPairing", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowNoProduct represents a Escrow_NoProduct error raised by the Escrow contract.
type EscrowEscrowNoProduct struct {
	Product common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_NoProduct(address product)
func EscrowEscrowNoProductErrorID() common.Hash {
	return common.HexToHash("0xb106681bba71c0373ccfc1dc262457a3c509dc07626ee4b9648cd54d267db987")
}

// UnpackEscrowNoProductError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_NoProduct(address product)
func (escrow *Escrow) UnpackEscrowNoProductError(raw []byte) (*EscrowEscrowNoProduct, error) {
	out := new(EscrowEscrowNoProduct)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_NoProduct", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowNoRefundTo represents a Escrow_NoRefundTo error raised by the Escrow contract.
type EscrowEscrowNoRefundTo struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_NoRefundTo()
func EscrowEscrowNoRefundToErrorID() common.Hash {
	return common.HexToHash("0x2fc96512ce19def472aeb68a45c7d2e60e2ed2c0b1d55977387207918bafa39a")
}

// UnpackEscrowNoRefundToError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_NoRefundTo()
func (escrow *Escrow) UnpackEscrowNoRefundToError(raw []byte) (*EscrowEscrowNoRefundTo, error) {
	out := new(EscrowEscrowNoRefundTo)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_NoRefundTo", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowNoToken represents a Escrow_NoToken error raised by the Escrow contract.
type EscrowEscrowNoToken struct {
	Token common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_NoToken(address token)
func EscrowEscrowNoTokenErrorID() common.Hash {
	return common.HexToHash("0x500d72b53d6e83cbf282778351a9333c34720681760dab03eb8fbda7b071ecb9")
}

// UnpackEscrowNoTokenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_NoToken(address token)
func (escrow *Escrow) UnpackEscrowNoTokenError(raw []byte) (*EscrowEscrowNoToken, error) {
	out := new(EscrowEscrowNoToken)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_NoToken", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowNoneOpen represents a Escrow_NoneOpen error raised by the Escrow contract.
type EscrowEscrowNoneOpen struct {
	Orders *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_NoneOpen(uint256 orders)
func EscrowEscrowNoneOpenErrorID() common.Hash {
	return common.HexToHash("0x2d377c0b6c0c4c79852b28ae23abcb8c21455557a70e5a4545997550871d0ef8")
}

// UnpackEscrowNoneOpenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_NoneOpen(uint256 orders)
func (escrow *Escrow) UnpackEscrowNoneOpenError(raw []byte) (*EscrowEscrowNoneOpen, error) {
	out := new(EscrowEscrowNoneOpen)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_NoneOpen", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowNotLogged represents a Escrow_NotLogged error raised by the Escrow contract.
type EscrowEscrowNotLogged struct {
	Account [32]byte
	Order   [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_NotLogged(bytes32 account, bytes32 order)
func EscrowEscrowNotLoggedErrorID() common.Hash {
	return common.HexToHash("0x6b2bae5923b42a613e841852737157b53456952511d437070a24d4ee0d994f5f")
}

// UnpackEscrowNotLoggedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_NotLogged(bytes32 account, bytes32 order)
func (escrow *Escrow) UnpackEscrowNotLoggedError(raw []byte) (*EscrowEscrowNotLogged, error) {
	out := new(EscrowEscrowNotLogged)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_NotLogged", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowNotPublisher represents a Escrow_NotPublisher error raised by the Escrow contract.
type EscrowEscrowNotPublisher struct {
	Caller    common.Address
	Publisher common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_NotPublisher(address caller, address publisher)
func EscrowEscrowNotPublisherErrorID() common.Hash {
	return common.HexToHash("0x11e94e488b3d239f5e9296380c7dea9ce156f5db8aac3c3d1a7f4de9eb6c4ba7")
}

// UnpackEscrowNotPublisherError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_NotPublisher(address caller, address publisher)
func (escrow *Escrow) UnpackEscrowNotPublisherError(raw []byte) (*EscrowEscrowNotPublisher, error) {
	out := new(EscrowEscrowNotPublisher)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_NotPublisher", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowNotRouter represents a Escrow_NotRouter error raised by the Escrow contract.
type EscrowEscrowNotRouter struct {
	Caller common.Address
	Router common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_NotRouter(address caller, address router)
func EscrowEscrowNotRouterErrorID() common.Hash {
	return common.HexToHash("0xc3b7ba80ffa1652a553f4a00305c7a01a77b7e35ac87a9dd7d4c644c07f7a95e")
}

// UnpackEscrowNotRouterError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_NotRouter(address caller, address router)
func (escrow *Escrow) UnpackEscrowNotRouterError(raw []byte) (*EscrowEscrowNotRouter, error) {
	out := new(EscrowEscrowNotRouter)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_NotRouter", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowNothingDue represents a Escrow_NothingDue error raised by the Escrow contract.
type EscrowEscrowNothingDue struct {
	Account [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_NothingDue(bytes32 account)
func EscrowEscrowNothingDueErrorID() common.Hash {
	return common.HexToHash("0xd010235c732a5f2e41023a6ff025be552c88d2ba074069f1f813c331f1992038")
}

// UnpackEscrowNothingDueError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_NothingDue(bytes32 account)
func (escrow *Escrow) UnpackEscrowNothingDueError(raw []byte) (*EscrowEscrowNothingDue, error) {
	out := new(EscrowEscrowNothingDue)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_NothingDue", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowNothingToClaim represents a Escrow_NothingToClaim error raised by the Escrow contract.
type EscrowEscrowNothingToClaim struct {
	Token common.Address
	Owner common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_NothingToClaim(address token, address owner)
func EscrowEscrowNothingToClaimErrorID() common.Hash {
	return common.HexToHash("0x563ff5db22af6f5ba9d94d6f010fd1ed9359d3909584f9fc29ddebfa36029b1a")
}

// UnpackEscrowNothingToClaimError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_NothingToClaim(address token, address owner)
func (escrow *Escrow) UnpackEscrowNothingToClaimError(raw []byte) (*EscrowEscrowNothingToClaim, error) {
	out := new(EscrowEscrowNothingToClaim)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_NothingToClaim", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowOfferChanged represents a Escrow_OfferChanged error raised by the Escrow contract.
type EscrowEscrowOfferChanged struct {
	Offered [32]byte
	Agreed  [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_OfferChanged(bytes32 offered, bytes32 agreed)
func EscrowEscrowOfferChangedErrorID() common.Hash {
	return common.HexToHash("0xa6c70cc149cd7fe6f80044a63f6bd63b7a5be39806c41326e1a772191952a024")
}

// UnpackEscrowOfferChangedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_OfferChanged(bytes32 offered, bytes32 agreed)
func (escrow *Escrow) UnpackEscrowOfferChangedError(raw []byte) (*EscrowEscrowOfferChanged, error) {
	out := new(EscrowEscrowOfferChanged)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_OfferChanged", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowSendFailed represents a Escrow_SendFailed error raised by the Escrow contract.
type EscrowEscrowSendFailed struct {
	To     common.Address
	Amount *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_SendFailed(address to, uint256 amount)
func EscrowEscrowSendFailedErrorID() common.Hash {
	return common.HexToHash("0xb9d5251403bc7a1ecb2933bb6b10fe7fe0da641cb3313c568f7a5122f22df4e6")
}

// UnpackEscrowSendFailedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_SendFailed(address to, uint256 amount)
func (escrow *Escrow) UnpackEscrowSendFailedError(raw []byte) (*EscrowEscrowSendFailed, error) {
	out := new(EscrowEscrowSendFailed)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_SendFailed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowShortOffer represents a Escrow_ShortOffer error raised by the Escrow contract.
type EscrowEscrowShortOffer struct {
	Length *big.Int
	Least  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_ShortOffer(uint256 length, uint256 least)
func EscrowEscrowShortOfferErrorID() common.Hash {
	return common.HexToHash("0xfe38b96bcfd7cc6442bcf18ff0ab1f51d4f88144982a174408ae648b85e49a05")
}

// UnpackEscrowShortOfferError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_ShortOffer(uint256 length, uint256 least)
func (escrow *Escrow) UnpackEscrowShortOfferError(raw []byte) (*EscrowEscrowShortOffer, error) {
	out := new(EscrowEscrowShortOffer)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_ShortOffer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowTokenMoved represents a Escrow_TokenMoved error raised by the Escrow contract.
type EscrowEscrowTokenMoved struct {
	Balance  *big.Int
	Expected *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_TokenMoved(uint256 balance, uint256 expected)
func EscrowEscrowTokenMovedErrorID() common.Hash {
	return common.HexToHash("0x09df9d232c4d543655014ee588029bc3fc32f892e1c1e28e0a6f92806ca3ced3")
}

// UnpackEscrowTokenMovedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_TokenMoved(uint256 balance, uint256 expected)
func (escrow *Escrow) UnpackEscrowTokenMovedError(raw []byte) (*EscrowEscrowTokenMoved, error) {
	out := new(EscrowEscrowTokenMoved)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_TokenMoved", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowTooDear represents a Escrow_TooDear error raised by the Escrow contract.
type EscrowEscrowTooDear struct {
	Price    *big.Int
	MaxPrice *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_TooDear(uint256 price, uint256 maxPrice)
func EscrowEscrowTooDearErrorID() common.Hash {
	return common.HexToHash("0x817b876f3d35c8eb1323e210c381b58cf1598a5f172eb74b9c9ddb51e3cc7f75")
}

// UnpackEscrowTooDearError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_TooDear(uint256 price, uint256 maxPrice)
func (escrow *Escrow) UnpackEscrowTooDearError(raw []byte) (*EscrowEscrowTooDear, error) {
	out := new(EscrowEscrowTooDear)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_TooDear", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowTooEarly represents a Escrow_TooEarly error raised by the Escrow contract.
type EscrowEscrowTooEarly struct {
	Time     *big.Int
	Deadline *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_TooEarly(uint256 time, uint256 deadline)
func EscrowEscrowTooEarlyErrorID() common.Hash {
	return common.HexToHash("0x26d4490bdcf807fd3be779841bc0551614099abb72933068894caca04b40feca")
}

// UnpackEscrowTooEarlyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_TooEarly(uint256 time, uint256 deadline)
func (escrow *Escrow) UnpackEscrowTooEarlyError(raw []byte) (*EscrowEscrowTooEarly, error) {
	out := new(EscrowEscrowTooEarly)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_TooEarly", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowTooLate represents a Escrow_TooLate error raised by the Escrow contract.
type EscrowEscrowTooLate struct {
	Time     *big.Int
	Deadline *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_TooLate(uint256 time, uint256 deadline)
func EscrowEscrowTooLateErrorID() common.Hash {
	return common.HexToHash("0xab8e06fe13434e699c9ce7c384c22893116255f7099dacf7a46c063913150ab3")
}

// UnpackEscrowTooLateError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_TooLate(uint256 time, uint256 deadline)
func (escrow *Escrow) UnpackEscrowTooLateError(raw []byte) (*EscrowEscrowTooLate, error) {
	out := new(EscrowEscrowTooLate)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_TooLate", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowTooLittle represents a Escrow_TooLittle error raised by the Escrow contract.
type EscrowEscrowTooLittle struct {
	Value *big.Int
	Least *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_TooLittle(uint256 value, uint256 least)
func EscrowEscrowTooLittleErrorID() common.Hash {
	return common.HexToHash("0xb05584d0fb37995525adf7e887c8e924d3290341330fdc7d5669c56d2cc867b3")
}

// UnpackEscrowTooLittleError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_TooLittle(uint256 value, uint256 least)
func (escrow *Escrow) UnpackEscrowTooLittleError(raw []byte) (*EscrowEscrowTooLittle, error) {
	out := new(EscrowEscrowTooLittle)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_TooLittle", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowWrongGroupKey represents a Escrow_WrongGroupKey error raised by the Escrow contract.
type EscrowEscrowWrongGroupKey struct {
	Given  [32]byte
	Needed [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_WrongGroupKey(bytes32 given, bytes32 needed)
func EscrowEscrowWrongGroupKeyErrorID() common.Hash {
	return common.HexToHash("0x5a6f78506c35fc446fbf7abe5c0addc74de222c3258137fec4cf219251fb5a80")
}

// UnpackEscrowWrongGroupKeyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_WrongGroupKey(bytes32 given, bytes32 needed)
func (escrow *Escrow) UnpackEscrowWrongGroupKeyError(raw []byte) (*EscrowEscrowWrongGroupKey, error) {
	out := new(EscrowEscrowWrongGroupKey)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_WrongGroupKey", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowWrongProof represents a Escrow_WrongProof error raised by the Escrow contract.
type EscrowEscrowWrongProof struct {
	Order [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_WrongProof(bytes32 order)
func EscrowEscrowWrongProofErrorID() common.Hash {
	return common.HexToHash("0x4906fd26b41a1382fb4d78147ff566ba51b7c9e0b863ec5f9e5ce14fb550870e")
}

// UnpackEscrowWrongProofError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_WrongProof(bytes32 order)
func (escrow *Escrow) UnpackEscrowWrongProofError(raw []byte) (*EscrowEscrowWrongProof, error) {
	out := new(EscrowEscrowWrongProof)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_WrongProof", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowWrongRelease represents a Escrow_WrongRelease error raised by the Escrow contract.
type EscrowEscrowWrongRelease struct {
	Order [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_WrongRelease(bytes32 order)
func EscrowEscrowWrongReleaseErrorID() common.Hash {
	return common.HexToHash("0x1ebe9f63ef489d73e91b3652e4217373c9a2ebb2a39d919f8a3558910ae0611b")
}

// UnpackEscrowWrongReleaseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_WrongRelease(bytes32 order)
func (escrow *Escrow) UnpackEscrowWrongReleaseError(raw []byte) (*EscrowEscrowWrongRelease, error) {
	out := new(EscrowEscrowWrongRelease)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_WrongRelease", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowWrongReleases represents a Escrow_WrongReleases error raised by the Escrow contract.
type EscrowEscrowWrongReleases struct {
	Orders *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_WrongReleases(uint256 orders)
func EscrowEscrowWrongReleasesErrorID() common.Hash {
	return common.HexToHash("0x81536e1814079141f678650e56a2db7625e705903c6c1a104625cff02c3a9477")
}

// UnpackEscrowWrongReleasesError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_WrongReleases(uint256 orders)
func (escrow *Escrow) UnpackEscrowWrongReleasesError(raw []byte) (*EscrowEscrowWrongReleases, error) {
	out := new(EscrowEscrowWrongReleases)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_WrongReleases", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowWrongState represents a Escrow_WrongState error raised by the Escrow contract.
type EscrowEscrowWrongState struct {
	Order  [32]byte
	State  uint8
	Needed uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_WrongState(bytes32 order, uint8 state, uint8 needed)
func EscrowEscrowWrongStateErrorID() common.Hash {
	return common.HexToHash("0x96fd7f97b9bfdb5fe8d6163b742c89c90258694e14c6148a7b6539bb2afab345")
}

// UnpackEscrowWrongStateError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_WrongState(bytes32 order, uint8 state, uint8 needed)
func (escrow *Escrow) UnpackEscrowWrongStateError(raw []byte) (*EscrowEscrowWrongState, error) {
	out := new(EscrowEscrowWrongState)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_WrongState", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowSafeERC20FailedOperation represents a SafeERC20FailedOperation error raised by the Escrow contract.
type EscrowSafeERC20FailedOperation struct {
	Token common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeERC20FailedOperation(address token)
func EscrowSafeERC20FailedOperationErrorID() common.Hash {
	return common.HexToHash("0x5274afe73c98b4749fc91ffae6b7b574e7842cb2144a159e9377a5f20b32edf9")
}

// UnpackSafeERC20FailedOperationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeERC20FailedOperation(address token)
func (escrow *Escrow) UnpackSafeERC20FailedOperationError(raw []byte) (*EscrowSafeERC20FailedOperation, error) {
	out := new(EscrowSafeERC20FailedOperation)
	if err := escrow.abi.UnpackIntoInterface(out, "SafeERC20FailedOperation", raw); err != nil {
		return nil, err
	}
	return out, nil
}
