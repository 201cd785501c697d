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
	ABI: "[{\"inputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"Escrow_CoinWithToken\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"time\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"deadline\",\"type\":\"uint256\"}],\"name\":\"Escrow_Early\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"feeBps\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"most\",\"type\":\"uint256\"}],\"name\":\"Escrow_Fee\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"count\",\"type\":\"uint256\"}],\"name\":\"Escrow_Full\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"given\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"recorded\",\"type\":\"bytes32\"}],\"name\":\"Escrow_GroupKey\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"time\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"deadline\",\"type\":\"uint256\"}],\"name\":\"Escrow_Late\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"leaves\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"releases\",\"type\":\"uint256\"}],\"name\":\"Escrow_Lengths\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"Escrow_Locked\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"orderEpoch\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"epoch\",\"type\":\"uint256\"}],\"name\":\"Escrow_Matured\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"Escrow_NoPairing\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"product\",\"type\":\"address\"}],\"name\":\"Escrow_NoProduct\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"Escrow_NoPublisher\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"Escrow_NoRefundTo\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"Escrow_NoToken\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"order\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"node\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"peak\",\"type\":\"bytes32\"}],\"name\":\"Escrow_NotLogged\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"}],\"name\":\"Escrow_NotPublisher\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"router\",\"type\":\"address\"}],\"name\":\"Escrow_NotRouter\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"Escrow_Nothing\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"offered\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"agreed\",\"type\":\"bytes32\"}],\"name\":\"Escrow_OfferChanged\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"order\",\"type\":\"bytes32\"}],\"name\":\"Escrow_Proof\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"order\",\"type\":\"bytes32\"}],\"name\":\"Escrow_Release\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Escrow_SendFailed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"length\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"least\",\"type\":\"uint256\"}],\"name\":\"Escrow_ShortOffer\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"order\",\"type\":\"bytes32\"},{\"internalType\":\"enumOrderState\",\"name\":\"state\",\"type\":\"uint8\"},{\"internalType\":\"enumOrderState\",\"name\":\"needed\",\"type\":\"uint8\"}],\"name\":\"Escrow_State\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"moved\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"price\",\"type\":\"uint256\"}],\"name\":\"Escrow_TokenMoved\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"price\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"maxPrice\",\"type\":\"uint256\"}],\"name\":\"Escrow_TooDear\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"least\",\"type\":\"uint256\"}],\"name\":\"Escrow_TooLittle\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"SafeERC20FailedOperation\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Claimed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"account\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Collected\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"order\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"by\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"deadline\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"c\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"z\",\"type\":\"uint256\"}],\"name\":\"Disputed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"order\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes32[3]\",\"name\":\"U\",\"type\":\"bytes32[3]\"}],\"name\":\"KeyReleased\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"account\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"product\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"},{\"components\":[{\"internalType\":\"address\",\"name\":\"product\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"tier\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"index\",\"type\":\"uint32\"},{\"internalType\":\"uint40\",\"name\":\"time\",\"type\":\"uint40\"},{\"internalType\":\"address\",\"name\":\"payer\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"refundTo\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"committee\",\"type\":\"address\"},{\"internalType\":\"uint16\",\"name\":\"feeBps\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"confirmations\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"groupKey\",\"type\":\"bytes32\"},{\"internalType\":\"uint96\",\"name\":\"amount\",\"type\":\"uint96\"},{\"internalType\":\"bytes32[3]\",\"name\":\"releaseKey\",\"type\":\"bytes32[3]\"}],\"indexed\":false,\"internalType\":\"structLeaf\",\"name\":\"leaf\",\"type\":\"tuple\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"c\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"z\",\"type\":\"uint256\"}],\"name\":\"PaymentConfirmed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"order\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"by\",\"type\":\"address\"}],\"name\":\"Refunded\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Undelivered\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"account\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Withdrawn\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"ANSWER\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"BOND_FLOOR\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"FACTORY\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"ROUTER\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"WINDOW\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"account\",\"type\":\"bytes32\"}],\"name\":\"accountState\",\"outputs\":[{\"internalType\":\"uint32\",\"name\":\"\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"\",\"type\":\"uint32\"},{\"internalType\":\"uint96\",\"name\":\"\",\"type\":\"uint96\"},{\"internalType\":\"uint96\",\"name\":\"\",\"type\":\"uint96\"},{\"internalType\":\"uint128\",\"name\":\"\",\"type\":\"uint128\"},{\"internalType\":\"uint128\",\"name\":\"\",\"type\":\"uint128\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"product\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"tier\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"index\",\"type\":\"uint32\"},{\"internalType\":\"uint40\",\"name\":\"time\",\"type\":\"uint40\"},{\"internalType\":\"address\",\"name\":\"payer\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"refundTo\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"committee\",\"type\":\"address\"},{\"internalType\":\"uint16\",\"name\":\"feeBps\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"confirmations\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"groupKey\",\"type\":\"bytes32\"},{\"internalType\":\"uint96\",\"name\":\"amount\",\"type\":\"uint96\"},{\"internalType\":\"bytes32[3]\",\"name\":\"releaseKey\",\"type\":\"bytes32[3]\"}],\"internalType\":\"structLeaf\",\"name\":\"leaf\",\"type\":\"tuple\"},{\"internalType\":\"bytes32[3]\",\"name\":\"P\",\"type\":\"bytes32[3]\"},{\"internalType\":\"bytes32[6]\",\"name\":\"Q\",\"type\":\"bytes32[6]\"},{\"internalType\":\"bytes32[3]\",\"name\":\"U\",\"type\":\"bytes32[3]\"}],\"name\":\"answer\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"product\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"tier\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"index\",\"type\":\"uint32\"},{\"internalType\":\"uint40\",\"name\":\"time\",\"type\":\"uint40\"},{\"internalType\":\"address\",\"name\":\"payer\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"refundTo\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"committee\",\"type\":\"address\"},{\"internalType\":\"uint16\",\"name\":\"feeBps\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"confirmations\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"groupKey\",\"type\":\"bytes32\"},{\"internalType\":\"uint96\",\"name\":\"amount\",\"type\":\"uint96\"},{\"internalType\":\"bytes32[3]\",\"name\":\"releaseKey\",\"type\":\"bytes32[3]\"}],\"internalType\":\"structLeaf[]\",\"name\":\"leaves\",\"type\":\"tuple[]\"},{\"internalType\":\"bytes32[3]\",\"name\":\"P\",\"type\":\"bytes32[3]\"},{\"internalType\":\"bytes32[6]\",\"name\":\"Q\",\"type\":\"bytes32[6]\"},{\"internalType\":\"bytes32[3][]\",\"name\":\"releases\",\"type\":\"bytes32[3][]\"}],\"name\":\"answerMany\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"bond\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"product\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"tier\",\"type\":\"uint8\"},{\"internalType\":\"bytes32[3]\",\"name\":\"releaseKey\",\"type\":\"bytes32[3]\"},{\"internalType\":\"uint256\",\"name\":\"c\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"z\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"offerHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint96\",\"name\":\"maxPrice\",\"type\":\"uint96\"},{\"internalType\":\"address\",\"name\":\"refundTo\",\"type\":\"address\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"buy\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"payer\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"product\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"tier\",\"type\":\"uint8\"},{\"internalType\":\"bytes32[3]\",\"name\":\"releaseKey\",\"type\":\"bytes32[3]\"},{\"internalType\":\"uint256\",\"name\":\"c\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"z\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"offerHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint96\",\"name\":\"maxPrice\",\"type\":\"uint96\"},{\"internalType\":\"address\",\"name\":\"refundTo\",\"type\":\"address\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"buyFor\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}],\"name\":\"claimTo\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"who\",\"type\":\"address\"}],\"name\":\"claims\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"uint16\",\"name\":\"feeBps\",\"type\":\"uint16\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}],\"name\":\"collect\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"product\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"tier\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"index\",\"type\":\"uint32\"},{\"internalType\":\"uint40\",\"name\":\"time\",\"type\":\"uint40\"},{\"internalType\":\"address\",\"name\":\"payer\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"refundTo\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"committee\",\"type\":\"address\"},{\"internalType\":\"uint16\",\"name\":\"feeBps\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"confirmations\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"groupKey\",\"type\":\"bytes32\"},{\"internalType\":\"uint96\",\"name\":\"amount\",\"type\":\"uint96\"},{\"internalType\":\"bytes32[3]\",\"name\":\"releaseKey\",\"type\":\"bytes32[3]\"}],\"internalType\":\"structLeaf\",\"name\":\"leaf\",\"type\":\"tuple\"},{\"internalType\":\"bytes32[]\",\"name\":\"path\",\"type\":\"bytes32[]\"},{\"internalType\":\"uint256\",\"name\":\"c\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"z\",\"type\":\"uint256\"}],\"name\":\"dispute\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"order\",\"type\":\"bytes32\"}],\"name\":\"orderState\",\"outputs\":[{\"internalType\":\"enumOrderState\",\"name\":\"\",\"type\":\"uint8\"},{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"},{\"internalType\":\"uint40\",\"name\":\"\",\"type\":\"uint40\"},{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"account\",\"type\":\"bytes32\"}],\"name\":\"peaks\",\"outputs\":[{\"internalType\":\"bytes32[32]\",\"name\":\"list\",\"type\":\"bytes32[32]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"product\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"tier\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"index\",\"type\":\"uint32\"},{\"internalType\":\"uint40\",\"name\":\"time\",\"type\":\"uint40\"},{\"internalType\":\"address\",\"name\":\"payer\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"refundTo\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"committee\",\"type\":\"address\"},{\"internalType\":\"uint16\",\"name\":\"feeBps\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"confirmations\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"groupKey\",\"type\":\"bytes32\"},{\"internalType\":\"uint96\",\"name\":\"amount\",\"type\":\"uint96\"},{\"internalType\":\"bytes32[3]\",\"name\":\"releaseKey\",\"type\":\"bytes32[3]\"}],\"internalType\":\"structLeaf\",\"name\":\"leaf\",\"type\":\"tuple\"},{\"internalType\":\"bytes32[]\",\"name\":\"path\",\"type\":\"bytes32[]\"}],\"name\":\"proven\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"product\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"tier\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"index\",\"type\":\"uint32\"},{\"internalType\":\"uint40\",\"name\":\"time\",\"type\":\"uint40\"},{\"internalType\":\"address\",\"name\":\"payer\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"refundTo\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"committee\",\"type\":\"address\"},{\"internalType\":\"uint16\",\"name\":\"feeBps\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"confirmations\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"groupKey\",\"type\":\"bytes32\"},{\"internalType\":\"uint96\",\"name\":\"amount\",\"type\":\"uint96\"},{\"internalType\":\"bytes32[3]\",\"name\":\"releaseKey\",\"type\":\"bytes32[3]\"}],\"internalType\":\"structLeaf\",\"name\":\"leaf\",\"type\":\"tuple\"}],\"name\":\"refund\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"product\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"tier\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"index\",\"type\":\"uint32\"},{\"internalType\":\"uint40\",\"name\":\"time\",\"type\":\"uint40\"},{\"internalType\":\"address\",\"name\":\"payer\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"refundTo\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"committee\",\"type\":\"address\"},{\"internalType\":\"uint16\",\"name\":\"feeBps\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"confirmations\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"groupKey\",\"type\":\"bytes32\"},{\"internalType\":\"uint96\",\"name\":\"amount\",\"type\":\"uint96\"},{\"internalType\":\"bytes32[3]\",\"name\":\"releaseKey\",\"type\":\"bytes32[3]\"}],\"internalType\":\"structLeaf\",\"name\":\"leaf\",\"type\":\"tuple\"},{\"internalType\":\"bytes32[]\",\"name\":\"path\",\"type\":\"bytes32[]\"}],\"name\":\"refundByPublisher\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"committee\",\"type\":\"address\"},{\"internalType\":\"uint16\",\"name\":\"feeBps\",\"type\":\"uint16\"}],\"name\":\"withdraw\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"committee\",\"type\":\"address\"},{\"internalType\":\"uint16\",\"name\":\"feeBps\",\"type\":\"uint16\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}],\"name\":\"withdrawTo\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "Escrow",
	Bin: "0x6101206040523461053c57600146148015610683575b8015610677575b801561066c575b8015610661575b1561063f5762ffffff62015180818166ffffffffffffff655af3107a40005b1660c0521660a0521660805261005d6106f1565b60608060405161006d82826106aa565b369037604051908082016001600160401b038111838210176102f55760405280835160801b6020850190815160801c1784525160801b604085015117936020840194855201516040830190815260c093846040516100cb82826106aa565b369037604051918583016001600160401b038111848210176102f5576040527f024aa2b2f08f0a91260805272dc51051c6e47ad4fa403b02b4510b647ae3d17783527f0bac0326a805bbefd48056c8c121bdb813e02b6052719f607dacd3a088274f6560208401525f5160206181d95f395f51905f5260408401527f0ce5d527727d6e118cc9cdc6da2e351aadfd9baa8cbdd3a76d429a695160d12c848401527f923ac9cc3baca289e193548608b828010606c4a02ea734cc32acd2b02bc28b9960808401527fcb3e287e85a763af267492ab572e99ab3f370d275cec1da1aaa9075ff05f79be60a08401526101bf6106cd565b509351905193516040519490916001600160801b03821691608090811c82821b1791901c6101ec8761068f565b808752816020880152826040880152838688015217171715159283610318575b5050501561030957604051610c5e8082016001600160401b038111838210176102f5578291615efc833903905ff080156102ea576001600160a01b031660e05260405161167f8082016001600160401b038111838210176102f5578291616b5a833903905ff080156102ea576001600160a01b0316610100526040516156ec918261081083396080518281816103e101528181611078015281816112b40152615355015260a0518281816113b3015261183d015251818181611ae30152612df4015260e051818181611d17015261251d01526101005181611d850152f35b6040513d5f823e3d90fd5b634e487b7160e01b5f52604160045260245ffd5b63e60b16fb60e01b5f5260045ffd5b909192506103246106f1565b9061032d61077e565b925f5b6002811061055157505061034261077e565b6040516101008101946001600160401b038611828710176102f5576104ad5f96956104b89388976040526f024aa2b2f08f0a91260805272dc5105181527fc6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb860208201526f13e02b6052719f607dacd3a088274f6560408201525f5160206181d95f395f51905f528a8201526f0d1b3cc2c7027888be51d9ef691d77bc60808201527fb679afda66c73f17f9ee3837a55024f78c71363275a75d75d86bab79f74782aa60a08201526f13fa4d4a0ad8b1ce186ed5061789213d8b8201527f993923066dddaf1040bc3ff59f825c78df74f2d75467e25e0f55f8a00fa030ed60e0820152855261048360405195610479602088018099606080918051845260208101516020850152604081015160408501520151910152565b60a08701906107e7565b80516101a086015260208101516101c086015260408101516101e086015260600151610200850152565b6102208301906107e7565b61030081526104c9610320826106aa565b5190600f620323e8fa903d1561054c57503d6001600160401b0381116102f55760405190610501601f8201601f1916602001836106aa565b81523d5f602083013e5b81610540575b81610520575b505f808061020c565b905060208180518101031261053c57602001516001145f610517565b5f80fd5b80516020149150610511565b61050b565b806003029060038204810361062b5761056a82846107b1565b51916001810180821161062b5761058190856107b1565b51906002810180911161062b5761059890856107b1565b518751600284901b94919291906001600160fe1b038516850361062b576105c3868360801c926107d6565b528851906001860180871161062b576105e5918460801c9060801b17926107d6565b528751906002850180861161062b576001600160801b039091169161060a91906107d6565b5286516003840180941161062b57600193610624916107d6565b5201610330565b634e487b7160e01b5f52601160045260245ffd5b62ffffff6203f480816202a30066ffffffffffffff6601c6bf52634000610049565b50617a69461461002a565b506105394614610023565b5062088bb0461461001c565b5062aa36a74614610015565b608081019081106001600160401b038211176102f557604052565b601f909101601f19168101906001600160401b038211908210176102f557604052565b604051906106da8261068f565b5f6060838281528260208201528260408201520152565b6106f96106cd565b506040516107068161068f565b6f17f1d3a73197d7942695638c4fa9ac0f81527fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb60208201526f08b3f481e3aaa0f1a09e30ed741d8ae460408201527ffcf5e095d5d00af600db18cb2c04b3edd03cc744a2888ae40caa232946c5e7e1606082015290565b60405190602082016001600160401b038111838210176102f5576040819052826101006107ab81846106aa565b36833752565b9060068110156107c25760051b0190565b634e487b7160e01b5f52603260045260245ffd5b9060088110156107c25760051b0190565b51905f905b600882106107f957505050565b60208060019285518152019301910190916107ec56fe60806040526004361015610011575f80fd5b5f3560e01c806308418e151461260957806310e88d68146124215780632132562f146121f457806326152d3314611da95780632dd3100014611d3b57806332fe7b2614611ccd57806334a1ca8914611b925780633f733c6b14611b065780634cc5670514611aae57806357a1d9c0146119a95780636157fdc91461189857806364c9ec6f146118605780636b25b3461461180857806388d5800b1461175b5780639337179a1461170a5780639bc30afa1461109b578063a53e541214611043578063a9f5dab014610ea5578063aab14d0414610da6578063af9e2e8a14610696578063b71c91211461066c5763e0cabedb1461010b575f80fd5b34610580576101193661282e565b9160ff5f5c166106445760017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff005f5c16175f5d60c0810173ffffffffffffffffffffffffffffffffffffffff61016e82612e63565b1633036105f6575060405160208101906101b88161018c8585612b42565b037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe081018352826128fb565b519020805f52600360205260405f2092604051936101d5856128a7565b549473ffffffffffffffffffffffffffffffffffffffff8616855264ffffffffff8660a01c1660208601526040850161021460ff8860c81c1682612cf0565b606086019660d01c875280516004811015610584576001106105b1575160048110156105845715610392575b50509161031673ffffffffffffffffffffffffffffffffffffffff928465ffffffffffff955f52600360205260405f207903000000000000000000000000000000000000000000000000007fffffffffffff00ffffffffffffffffffffffffffffffffffffffffffffffffff8254161790557f5e9f0820fcfb53b644becb775b651bae68c337106f21433e526551d1e02c1c0e6020604051338152a26102e860e08201612e63565b906bffffffffffffffffffffffff61030f61018061030860a08501612e63565b9301613870565b1691615128565b5116915116633b9aca00810290808204633b9aca0014901517156103655761033d916150a1565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff005f5c165f5d005b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b6103a79061039f856143f2565b92858461442c565b506103be6103b86101208501613fb8565b826152ef565b9063ffffffff825116606085013564ffffffffff811680910361058057610406907f000000000000000000000000000000000000000000000000000000000000000090612d77565b8082036104e85750509265ffffffffffff94926103169273ffffffffffffffffffffffffffffffffffffffff956104406101808501613870565b6bffffffffffffffffffffffff61045e6040850192828451166148ab565b1690525b5f525f60205260405f209063ffffffff815116908254918867ffffffff00000000602084015160201b16917fffffffffffffffffffffffff000000000000000000000000000000000000000080606073ffffffffffffffffffffffff0000000000000000604088015160401b1696015160a01b1695161716171717905592945092610240565b600181018082116103655782036105525750509265ffffffffffff94926103169273ffffffffffffffffffffffffffffffffffffffff9561052c6101808501613870565b6bffffffffffffffffffffffff61054a6060850192828451166148ab565b169052610462565b7fcfa9e3c9000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b5f80fd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b8390516004811015610584576105ec917f56dc9020000000000000000000000000000000000000000000000000000000005f52600452612820565b600160445260645ffd5b61061473ffffffffffffffffffffffffffffffffffffffff91612e63565b7f11e94e48000000000000000000000000000000000000000000000000000000005f52336004521660245260445ffd5b7fab5683d3000000000000000000000000000000000000000000000000000000005f5260045ffd5b3461058057602061068e61067f3661282e565b91610689816143f2565b61442c565b604051908152f35b34610580577ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601610380811261058057610200136105805736610264116105805736610324116105805736610384116105805760ff5f5c166106445760017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff005f5c16175f5d60405160208101906060610204833760c061026460808301376101208152610746610140826128fb565b5190206101643590818103610d7857604051602081019061076a8161018c846129b4565b519020610776816148d5565b6040516107846060826128fb565b610324815b6103848210610d68578361079c846149b1565b6107a461498d565b5060043573ffffffffffffffffffffffffffffffffffffffff811681036105805760243560ff81168103610580576107dc913061450c565b906107e561498d565b5060609160205f604051926107fa86856128fb565b60328452856109506003858701967f534852494e4b575241502d56312d544945525f424c53313233383147315f584d88527f443a5348412d3235365f535357555f524f5f0000000000000000000000000000604082015261085961498d565b5051966108c96001886040518b819c83830196875e7fff000000000000000000000000000000000000000000000000000000000000008183019160f81b168382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe181018b5201896128fb565b60405193849188808401978989528960408601528051918291018486015e83017e80000000000000000000000000000000000000000000000000000000000000838201528860628201528a518092606383015e0101868382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe081018352826128fb565b604051918291518091835e8101838152039060025afa15610d5d575f5160205f604051828101906109868161018c8888866154c4565b604051918291518091835e8101838152039060025afa15610d5d575f519160205f604051828101906109bf8161018c878a8a1886615503565b604051918291518091835e8101838152039060025afa15610d5d575f519160205f604051828101906109f88161018c888a891886615542565b604051918291518091835e8101838152039060025afa15610d5d575f60209161018c610a3283519560405192839188888401961886615581565b604051918291518091835e8101838152039060025afa15610d5d57610a74610a69610a8b94610a6e610a69610a7a965f51936155c0565b6156c9565b936155c0565b90614a08565b610a74610a863661293c565b6149b1565b610aa78260608151602083015117604083015117910151171590565b918215610cdf575b5050610cb3575f82815260036020526040902080547fffffffffffff00ffffffffffffffffffffffffffffffffffffffffffffffffff16790200000000000000000000000000000000000000000000000000179055610b38610b1160c4612e63565b610b1b60e4612e63565b610b26610104612e63565b90610b32610124613fb8565b926141e2565b5f52600160205260405f20610184356bffffffffffffffffffffffff8116908181036105805750610124359161ffff8316830361058057610b7a91839161526f565b60c4359073ffffffffffffffffffffffffffffffffffffffff82168203610580576101043573ffffffffffffffffffffffffffffffffffffffff8116810361058057610bc592614194565b90825f52600360205260405f205460d01c91633b9aca00830292808404633b9aca001490151715610365577f72a3399a8107d89db7e5467ec3a5d16c31601b9af0bd46f9311eb19503f5b80792610c81915f526001602052610c416fffffffffffffffffffffffffffffffff60405f209216825460801c613fc7565b6fffffffffffffffffffffffffffffffff7fffffffffffffffffffffffffffffffff0000000000000000000000000000000083549260801b169116179055565b604051816103248237a27fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff005f5c165f5d005b507ffa9432b6000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6040519493925090610cf260c0866128fb565b84610264955b6103248710610d205750610d1893949550610d1290614aef565b91614c25565b158380610aaf565b8635815260209687019601610cf8565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b6040513d5f823e3d90fd5b8135815260209182019101610789565b7f88f72fb5000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b346105805760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610580576004355f52600360205260405f2060405190610df0826128a7565b549073ffffffffffffffffffffffffffffffffffffffff82168152602081019164ffffffffff8160a01c16835260408201610e3160ff8360c81c1682612cf0565b606083019160d01c8252519160048310156105845764ffffffffff73ffffffffffffffffffffffffffffffffffffffff65ffffffffffff92511694511691511690633b9aca00820291808304633b9aca00149015171561036557608093604051938452602084015260408301526060820152f35b6101607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261058057610ed86126ae565b6024359060ff8216809203610580573660a4116105805761010435906bffffffffffffffffffffffff821680920361058057610124359273ffffffffffffffffffffffffffffffffffffffff8416809403610580576101443567ffffffffffffffff811161058057610f4e903690600401612723565b92909160ff5f5c166106445760017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff005f5c16175f5d73ffffffffffffffffffffffffffffffffffffffff60405192610fa58461288a565b33845216602083015260408201526040516020959094610fc66060876128fb565b856044965b60a4881061103457506110069650606084015260a435608084015260c43560a084015260e43560c084015260e0830152610100820152612e92565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff005f5c165f5d604051908152f35b87358152968801968801610fcb565b34610580575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105805760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360161026081126105805761020013610580576102043567ffffffffffffffff8111610580576110f09036906004016127ef565b610224356102443560ff5f5c166106445760017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff005f5c16175f5d60c4359373ffffffffffffffffffffffffffffffffffffffff851685036105805760e43573ffffffffffffffffffffffffffffffffffffffff8116810361058057610104359573ffffffffffffffffffffffffffffffffffffffff8716870361058057610124359661ffff88168803610580576111a89288926141e2565b9060405160208101906111c08161018c600485612b42565b51902094825f52600260205260405f209060443563ffffffff8116809103610580579287935f915b8383106116bb575050505f5260205260405f205490818103611689575050835f52600360205260ff60405f205460c81c16600481101561058457806116505750611230612dae565b948534106116205760043573ffffffffffffffffffffffffffffffffffffffff81168103610580576024359060ff821682036105805761128491611274913061450c565b848661127f3661293c565b6145ac565b156115f45761129390826152ef565b9063ffffffff82511660643564ffffffffff8116809103610580576112d9907f000000000000000000000000000000000000000000000000000000000000000090612d77565b8082036115a2575050610184356bffffffffffffffffffffffff81168103610580576bffffffffffffffffffffffff6113196040850192828451166148ab565b1690525b5f525f60205260405f209063ffffffff8151169082549173ffffffffffffffffffffffffffffffffffffffff67ffffffff00000000602084015160201b16917fffffffffffffffffffffffff000000000000000000000000000000000000000080606073ffffffffffffffffffffffff0000000000000000604088015160401b1696015160a01b169516171617171790556113d87f000000000000000000000000000000000000000000000000000000000000000042612d5d565b604051916113e5836128a7565b338352602083019364ffffffffff831685526040840160018152606085019565ffffffffffff633b9aca008a04168752875f52600360205273ffffffffffffffffffffffffffffffffffffffff60405f209651167fffffffffffffff0000000000000000000000000000000000000000000000000078ffffffffff00000000000000000000000000000000000000008854935160a01b1692161717855551936004851015610584577f14d8f4119c03d386c5b13aa5e987a30e33348de6824bb0d782016c55ba59e66b956080957fffffffffffff00ffffffffffffffffffffffffffffffffffffffffffffffffff79ff0000000000000000000000000000000000000000000000000084549260c81b1691161782555179ffffffffffffffffffffffffffffffffffffffffffffffffffff7fffffffffffff000000000000000000000000000000000000000000000000000083549260d01b16911617905560405192338452602084015260408301526060820152a2803403611589577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff005f5c165f5d005b61159661159c9134612d6a565b33614056565b8061033d565b60018101808211610365578203610552575050610184356bffffffffffffffffffffffff81168103610580576bffffffffffffffffffffffff6115ec6060850192828451166148ab565b16905261131d565b847f17f2d831000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b857fb05584d0000000000000000000000000000000000000000000000000000000005f523460045260245260445ffd5b61168090857f56dc9020000000000000000000000000000000000000000000000000000000005f52600452612820565b5f60445260645ffd5b857feb5ce588000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b90919460018084881c16145f146116ed576116d786858461539e565b355f52602052600160405f205b950191906111e8565b6116f886858461539e565b35905f52602052600160405f206116e4565b346105805761171836612751565b9060ff5f9493945c16610644576020936110069360017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff005f5c16175f5d3361433d565b346105805760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610580576117926126ae565b61179a6126d1565b6044359173ffffffffffffffffffffffffffffffffffffffff831683036105805760643561ffff811681036105805760ff5f5c16610644576020936110069360017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff005f5c16175f5d8361433d565b34610580575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105805760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b34610580575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261058057602061068e612dae565b34610580576118a636612751565b9260ff5f9392935c166106445760206119066118ff856fffffffffffffffffffffffffffffffff9460017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff005f5c16175f5d8633916141e2565b948561422c565b01511691821561198157602093611006928285935f526001875260405f206fffffffffffffffffffffffffffffffff8154169055604051908482527f38f515cd400ab02ac5f9d78e12a634351027446288786f2ec58f981751d7e6138873ffffffffffffffffffffffffffffffffffffffff861693a36140b5565b7f6512a514000000000000000000000000000000000000000000000000000000005f5260045ffd5b346105805760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105805760c0600435805f525f602052602060405f20604051906119f7826128a7565b549263ffffffff841682528282019363ffffffff81851c16855260408301916bffffffffffffffffffffffff8260401c168352606084019160a01c82525f52600184526bffffffffffffffffffffffff8063ffffffff8060405f209660405197611a60896128c3565b54976fffffffffffffffffffffffffffffffff89169889825260801c998a910152511697511693511691511691604051958652602086015260408501526060840152608083015260a0820152f35b34610580575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105805760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b346105805760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261058057611b3d6126ae565b73ffffffffffffffffffffffffffffffffffffffff611b5a6126d1565b91165f52600460205273ffffffffffffffffffffffffffffffffffffffff60405f2091165f52602052602060405f2054604051908152f35b346105805760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261058057611bc96126ae565b611bd16126d1565b9060ff5f5c166106445760017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff005f5c16175f5d73ffffffffffffffffffffffffffffffffffffffff811690815f52600460205260405f2073ffffffffffffffffffffffffffffffffffffffff33165f5260205260405f205491821561198157602093611006928285935f526004875260405f2073ffffffffffffffffffffffffffffffffffffffff33165f5287525f604081205560405184815273ffffffffffffffffffffffffffffffffffffffff8416917f913c992353dc81b7a8ba31496c484e9b6306bd2f6c509a649a38fdf5e1c953b2893393a46140b5565b34610580575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261058057602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b34610580575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261058057602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b34610580576101607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105805760043567ffffffffffffffff8111610580573660238201121561058057806004013567ffffffffffffffff8111610580576024820191602436918360091b010111610580573660841161058057366101441161058057610144359167ffffffffffffffff8311610580573660238401121561058057826004013567ffffffffffffffff811161058057602484019360243691606084020101116105805760ff5f5c166106445760017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff005f5c16175f5d821580156121ea575b6121bb57611ebe83613889565b92611ecc60405194856128fb565b8084527fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0611ef982613889565b013660208601375f5b8181106121095750611f1782868684876138fd565b5f5b818110611f48577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff005f5c165f5d005b611f528186612cfc565b511515806120da575b611f68575b600101611f19565b611f728186612cfc565b5190611f7f818487612d3d565b9161204d611f8e83878b612d4d565b93825f52600360205260405f207902000000000000000000000000000000000000000000000000007fffffffffffff00ffffffffffffffffffffffffffffffffffffffffffffffffff825416179055611fe6816143f2565b5f52600160205260405f206120256120016101808401613870565b6101208401926bffffffffffffffffffffffff61201d85613fb8565b92169061526f565b61204761204161010061203a60c08601612e63565b9401612e63565b91613fb8565b91614194565b815f52600360205260405f205460d01c633b9aca00810290808204633b9aca001490151715610365576001946120cb6060927f72a3399a8107d89db7e5467ec3a5d16c31601b9af0bd46f9311eb19503f5b807945f5287602052610c416fffffffffffffffffffffffffffffffff60405f209216825460801c613fc7565b81604051918237a29050611f60565b506120e58186612cfc565b515f52600360205260ff60405f205460c81c16600481101561058457600114611f5b565b612114818386612d3d565b610160604051602081019060606024833760c060846080830137610120815261213f610140826128fb565b51902091013590818103610d7857505061215a818386612d3d565b60405161216f8161018c602082019485612b42565b51902090815f52600360205260ff60405f205460c81c16916004831015610584576002600193146121b5576121a3816148d5565b6121ad8288612cfc565b525b01611f02565b506121af565b827facfe5a3b000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b5080831415611eb1565b34610580576102007ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105805760ff5f5c166106445760017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff005f5c16175f5d604051602081019061226b8161018c846129b4565b519020805f52600360205260405f2060405190612287826128a7565b549173ffffffffffffffffffffffffffffffffffffffff831682526020820164ffffffffff8460a01c168152604083016122c760ff8660c81c1682612cf0565b606084019460d01c855251906004821015610584576122ec64ffffffffff928461382b565b5116804211156123f25750805f52600360205260405f207903000000000000000000000000000000000000000000000000007fffffffffffff00ffffffffffffffffffffffffffffffffffffffffffffffffff8254161790557f5e9f0820fcfb53b644becb775b651bae68c337106f21433e526551d1e02c1c0e6020604051338152a260e43573ffffffffffffffffffffffffffffffffffffffff811681036105805760a4359173ffffffffffffffffffffffffffffffffffffffff8316830361058057610184356bffffffffffffffffffffffff81168082036105805765ffffffffffff9473ffffffffffffffffffffffffffffffffffffffff946103169350615128565b7f6055cf70000000000000000000000000000000000000000000000000000000005f524260045260245260445ffd5b6101807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610580576124546126ae565b61245c6126d1565b60443560ff8116809103610580573660c4116105805761012435916bffffffffffffffffffffffff831680930361058057610144359373ffffffffffffffffffffffffffffffffffffffff8516809503610580576101643567ffffffffffffffff8111610580576124d1903690600401612723565b93909260ff5f5c166106445760017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff005f5c16175f5d73ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168033036125da575073ffffffffffffffffffffffffffffffffffffffff9081604051946125698661288a565b1684521660208301526040820152604051602095909461258a6060876128fb565b856064965b60c488106125cb57506110069650606084015260c435608084015260e43560a08401526101043560c084015260e0830152610100820152612e92565b8735815296880196880161258f565b7fc3b7ba80000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b346105805760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610580576004356104009060405161264c83826128fb565b823682375f5b602081101561268257600190835f52600260205260405f20815f5260205260405f20548160051b84015201612652565b6040518490835f825b6020821061269857505050f35b602080600192855181520193019101909161268b565b6004359073ffffffffffffffffffffffffffffffffffffffff8216820361058057565b6024359073ffffffffffffffffffffffffffffffffffffffff8216820361058057565b359073ffffffffffffffffffffffffffffffffffffffff8216820361058057565b359060ff8216820361058057565b9181601f840112156105805782359167ffffffffffffffff8311610580576020838186019501011161058057565b7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc60809101126105805760043573ffffffffffffffffffffffffffffffffffffffff81168103610580579060243573ffffffffffffffffffffffffffffffffffffffff81168103610580579060443561ffff81168103610580579060643573ffffffffffffffffffffffffffffffffffffffff811681036105805790565b9181601f840112156105805782359167ffffffffffffffff8311610580576020808501948460051b01011161058057565b600481101561058457602452565b907ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc82016102208112610580576102001361058057600491610204359067ffffffffffffffff821161058057612886916004016127ef565b9091565b610120810190811067ffffffffffffffff821117610d3057604052565b6080810190811067ffffffffffffffff821117610d3057604052565b6040810190811067ffffffffffffffff821117610d3057604052565b60e0810190811067ffffffffffffffff821117610d3057604052565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff821117610d3057604052565b906040519161294c6060846128fb565b829061020411610580576101a4905b6102048210612968575050565b813581526020918201910161295b565b9190604051926129896060856128fb565b83906060810192831161058057905b8282106129a457505050565b8135815260209182019101612998565b9061020082019160043573ffffffffffffffffffffffffffffffffffffffff811680910361058057815260243560ff811680910361058057602082015260443563ffffffff811680910361058057604082015260643564ffffffffff811680910361058057606082015260843573ffffffffffffffffffffffffffffffffffffffff811680910361058057608082015260a43573ffffffffffffffffffffffffffffffffffffffff81168091036105805760a082015260c43573ffffffffffffffffffffffffffffffffffffffff81168091036105805760c082015260e43573ffffffffffffffffffffffffffffffffffffffff81168091036105805760e08201526101043573ffffffffffffffffffffffffffffffffffffffff8116809103610580576101008201526101243561ffff8116809103610580576101208201526101443560ff8116809103610580576101408201526101643561016082015261018435906bffffffffffffffffffffffff8216809203610580576101a0816060936101806101a49401520137565b919061020083019273ffffffffffffffffffffffffffffffffffffffff612b68836126f4565b16815260ff612b7960208401612715565b166020820152604082013563ffffffff8116809103610580576040820152606082013564ffffffffff811680910361058057606082015273ffffffffffffffffffffffffffffffffffffffff612bd1608084016126f4565b16608082015273ffffffffffffffffffffffffffffffffffffffff612bf860a084016126f4565b1660a082015273ffffffffffffffffffffffffffffffffffffffff612c1f60c084016126f4565b1660c082015273ffffffffffffffffffffffffffffffffffffffff612c4660e084016126f4565b1660e082015273ffffffffffffffffffffffffffffffffffffffff612c6e61010084016126f4565b1661010082015261012082013561ffff811681036105805761ffff1661012082015260ff612c9f6101408401612715565b16610140820152610160820135610160820152610180820135916bffffffffffffffffffffffff83168303610580576101a080916bffffffffffffffffffffffff6060951661018085015201910137565b60048210156105845752565b8051821015612d105760209160051b010190565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b9190811015612d105760091b0190565b9190811015612d10576060020190565b9190820180921161036557565b9190820391821161036557565b8115612d81570490565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601260045260245ffd5b4860011b7f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff481648036103655762030d4081029080820462030d401490151715610365577f000000000000000000000000000000000000000000000000000000000000000080821115612e5c57505b633b9aca0081019081811161036557633b9ac9ff0190811161036557633b9aca009004633b9aca00810290808204633b9aca0014901517156103655790565b9050612e1d565b3573ffffffffffffffffffffffffffffffffffffffff811681036105805790565b3560ff811681036105805790565b92919073ffffffffffffffffffffffffffffffffffffffff6101008501511615613803575f60c0604051612ec5816128df565b8281528260208201528260408201528260608201528260808201528260a0820152015273ffffffffffffffffffffffffffffffffffffffff602085015116803b156137d857505f917f26494f7100000000000000000000000000000000000000000000000000000000838661300b61010483967fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f73ffffffffffffffffffffffffffffffffffffffff602087015116988060ff60408901511694612fc2606073ffffffffffffffffffffffffffffffffffffffff8b51169a01516040519a8b9860208a019e8f5260248a015260448901526064880190614585565b60c060c48701528160e487015286860137878582860101520116810103017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe081018352826128fb565b51925af190613018613ff9565b91156137cf57815160e0811061379f575060e0828051810103126105805760405191613043836128df565b61304f60208201614e12565b9081845261305f60408201614e12565b9182602086015261307260608301614e12565b9283604087015260808301519283606088015260a08101519061ffff821682036105805781608089015260c0810151906bffffffffffffffffffffffff821682036105805760e09160a08a0152015160ff8116918282036105805761ffff9160c08a015260c08a01519573ffffffffffffffffffffffffffffffffffffffff6bffffffffffffffffffffffff60e08d0151169881604051978160208a019a168a5216604088015216606086015260808501521660a083015260c082015260c0815261313e60e0826128fb565b5190208181036137715750506bffffffffffffffffffffffff60a08401511681811161374357505061ffff6080830151166103e88111613712575073ffffffffffffffffffffffffffffffffffffffff825116156136ea576131f773ffffffffffffffffffffffffffffffffffffffff83511673ffffffffffffffffffffffffffffffffffffffff60208501511673ffffffffffffffffffffffffffffffffffffffff6040860151169061ffff608087015116926141e2565b916bffffffffffffffffffffffff60a0820151169361321e61ffff608084015116856152ef565b63ffffffff602082015116956bffffffffffffffffffffffff604083015116016bffffffffffffffffffffffff811180156136dd575b6136ad576bffffffffffffffffffffffff16604082015263ffffffff60018701166020820152845f525f60205260405f209063ffffffff8151169082549173ffffffffffffffffffffffffffffffffffffffff67ffffffff00000000602084015160201b16917fffffffffffffffffffffffff000000000000000000000000000000000000000080606073ffffffffffffffffffffffff0000000000000000604088015160401b1696015160a01b1695161716171717905573ffffffffffffffffffffffffffffffffffffffff6020820151169060ff6040820151168673ffffffffffffffffffffffffffffffffffffffff8351168573ffffffffffffffffffffffffffffffffffffffff6101008601511673ffffffffffffffffffffffffffffffffffffffff82511673ffffffffffffffffffffffffffffffffffffffff60208401511673ffffffffffffffffffffffffffffffffffffffff6040850151169061ffff6080860151169260ff60c087015116946bffffffffffffffffffffffff60a06060890151980151169760608c0151996040519b6101c08d018d811067ffffffffffffffff821117610d30578f906040528d5260208d015260408c015264ffffffffff421660608c015260808b015260a08a015260c089015260e08801526101008701526101208601526101408501526101608401526101808301526101a082015260808201516135946101a060a08501519360405196602088015260ff602082015116604088015263ffffffff604082015116606088015264ffffffffff606082015116608088015273ffffffffffffffffffffffffffffffffffffffff60808201511660a088015273ffffffffffffffffffffffffffffffffffffffff60a08201511660c088015273ffffffffffffffffffffffffffffffffffffffff60c08201511660e088015273ffffffffffffffffffffffffffffffffffffffff60e08201511661010088015273ffffffffffffffffffffffffffffffffffffffff6101008201511661012088015261ffff6101208201511661014088015260ff610140820151166101608801526101608101516101808801526bffffffffffffffffffffffff610180820151168288015201516101c0860190614585565b61022084015261024083015261024082526135b1610260836128fb565b606073ffffffffffffffffffffffffffffffffffffffff6020830151169101515190857fb5c01793b451bd5c71ce8fad495797b878a02550262352b6f9fdd508cf8cf365610200602086012094602081519101a480935f52600260205260405f205f5b60018088831c161461366757613665949596505f5260205260405f20556bffffffffffffffffffffffff60a073ffffffffffffffffffffffffffffffffffffffff6020840151169201511690614e33565b565b91825f528160205260405f20545f5260205260405f20917fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff811461036557600101613614565b86907f3b7b8b26000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b5063ffffffff8714613254565b7f8d329142000000000000000000000000000000000000000000000000000000005f5260045ffd5b7f97297591000000000000000000000000000000000000000000000000000000005f526004526103e860245260445ffd5b7f817b876f000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7fa6c70cc1000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7ffe38b96b000000000000000000000000000000000000000000000000000000005f5260045260e060245260445ffd5b50602081519101fd5b7fb106681b000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f2fc96512000000000000000000000000000000000000000000000000000000005f5260045ffd5b60048210156105845760018203613840575050565b6105ec92507f56dc9020000000000000000000000000000000000000000000000000000000005f52600452612820565b356bffffffffffffffffffffffff811681036105805790565b67ffffffffffffffff8111610d305760051b60200190565b613665906020808095946040519684889551918291018487015e8401908282015f8152815193849201905e01015f8152037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe081018452836128fb565b90939291926040519460208601610120870196610100825286518098526101408101602088019081995f5b818110613fa25750506020915060c0608460408501377fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe083820301610100840152858152018187915f5b878110613f8857506139ab9250037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe081018352826128fb565b5190209060609384955f945f5b848110613a945750505050505050805115613a8e576139d690615232565b6139f28160608151602083015117604083015117910151171590565b918215613a36575b5050613a04575050565b5115612d1057517ffa9432b6000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b613a41919250615232565b604051613a4f60c0826128fb565b803661014411610580576084905b6101448210613a7e57505090610d12613a769392614aef565b155f806139fa565b8135815260209182019101613a5d565b50505050565b613a9e818b612cfc565b51613e67575b6001810180821161036557858114908115613deb575b5080613de2575b613ace575b6001016139b8565b95613b05613ae08887879c959c612d3d565b613ae861498d565b50613afe6020613af783612e63565b9201612e84565b903061450c565b91613b0e61498d565b5060205f60609460405195613b2381886128fb565b60328752613c786003858901987f534852494e4b575241502d56312d544945525f424c53313233383147315f584d8a527f443a5348412d3235365f535357555f524f5f00000000000000000000000000006040820152613b8161498d565b505198613bf16001886040518d819e83830196875e7fff000000000000000000000000000000000000000000000000000000000000008183019160f81b168382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe181018d52018b6128fb565b60405193849188808401978989528960408601528051918291018486015e83017e80000000000000000000000000000000000000000000000000000000000000838201528860628201528c518092606383015e0101868382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe081018352826128fb565b604051918291518091835e8101838152039060025afa15610d5d575f5160205f60405182810190613cae8161018c8a88866154c4565b604051918291518091835e8101838152039060025afa15610d5d575f519360205f60405182810190613ce78161018c878c8a1886615503565b604051918291518091835e8101838152039060025afa15610d5d575f519160205f60405182810190613d208161018c888a891886615542565b604051918291518091835e8101838152039060025afa15610d5d575f60209161018c613d5a83519560405192839188888401961886615581565b604051918291518091835e8101838152039060025afa15610d5d57610a74610a69613dda96610a6e610a69613d91965f51936155c0565b91613dc1604051936020850190606080918051845260208101516020850152604081015160408501520151910152565b60a083015260a08252613dd560c0836128fb565b6138a1565b965f95613ac6565b50861515613ac1565b9050613e03613dfb838888612d3d565b918787612d3d565b613e0c82612e63565b73ffffffffffffffffffffffffffffffffffffffff80613e2b84612e63565b169116149182613e3f575b5050155f613aba565b60ff919250613e5c6020613e5581859401612e84565b9401612e84565b169116145f80613e36565b979695613ea96fffffffffffffffffffffffffffffffff60405160208101908982528c604082015260408152613e9e6060826128fb565b519020168092612d5d565b96613ec2610a86613ebb8c8688612d4d565b3690612978565b90613edf8260608151602083015117604083015117910151171590565b613f5257613f4c9291613f3091613f1b604051926020840190606080918051845260208101516020850152604081015160408501520151910152565b8360a083015260a08252613dd560c0836128fb565b98613d91610a86366101a0613f468f8c8c612d3d565b01612978565b97613aa4565b613f5c8b8d612cfc565b517ffa9432b6000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b915060608082818660019537019301910191839192613972565b8351835260209384019390920191600101613928565b3561ffff811681036105805790565b906fffffffffffffffffffffffffffffffff809116911601906fffffffffffffffffffffffffffffffff821161036557565b3d15614051573d9067ffffffffffffffff8211610d305760405191614046601f82017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe016602001846128fb565b82523d5f602084013e565b606090565b5f80808085855af1614066613ff9565b5015614070575050565b73ffffffffffffffffffffffffffffffffffffffff907fb9d52514000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b73ffffffffffffffffffffffffffffffffffffffff16806140e157505f80808085855af1614066613ff9565b9173ffffffffffffffffffffffffffffffffffffffff604051927fa9059cbb000000000000000000000000000000000000000000000000000000005f521660045260245260205f60448180865af19060015f5114821615614173575b604052156141485750565b7f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b90600181151661418b57823b15153d1516169061413d565b503d5f823e3d90fd5b9161ffff9073ffffffffffffffffffffffffffffffffffffffff604051938160208601961686525f6040860152166060840152166080820152608081526141dc60a0826128fb565b51902090565b9273ffffffffffffffffffffffffffffffffffffffff61ffff92938160405195816020880198168852166040860152166060840152166080820152608081526141dc60a0826128fb565b9061424b905f6020604051614240816128c3565b8281520152826152ef565b63ffffffff815116825f525f60205263ffffffff60405f205416036142a5575b505f52600160205260405f2060405190614284826128c3565b546fffffffffffffffffffffffffffffffff8116825260801c602082015290565b815f525f60205260405f209063ffffffff8151169082549173ffffffffffffffffffffffffffffffffffffffff67ffffffff00000000602084015160201b16917fffffffffffffffffffffffff000000000000000000000000000000000000000080606073ffffffffffffffffffffffff0000000000000000604088015160401b1696015160a01b169516171617171790555f61426b565b614362848395946fffffffffffffffffffffffffffffffff94614369949998996141e2565b928361422c565b511693841561198157613665928286935f52600160205260405f207fffffffffffffffffffffffffffffffff000000000000000000000000000000008154169055604051908482527f04eda370f8b8612fa7266d7ebbd41af9d694e19793fe9d9ff31b3ddbd99b08e1602073ffffffffffffffffffffffffffffffffffffffff861693a36140b5565b6144299061440260c08201612e63565b9061440f60e08201612e63565b610b326101206144226101008501612e63565b9301613fb8565b90565b939260405160208101906144448161018c8685612b42565b519020945f5260026020526040805f2092013563ffffffff8116809103610580579285935f915b8383106144bd575050505f5260205260405f20549081810361448b575050565b837feb5ce588000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b90919460018084881c16145f146144ef576144d986858461539e565b355f52602052600160405f205b9501919061446b565b6144fa86858461539e565b35905f52602052600160405f206144e6565b917fffffffffffffffffffffffffffffffffffffffff0000000000000000000000007fff0000000000000000000000000000000000000000000000000000000000000092816040519546602088015260601b16604086015260601b16605484015260f81b166068820152604981526144296069826128fb565b905f905b6003821061459657505050565b6020806001928551815201930191019091614589565b919290927f73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff000000018410801590614881575b614870576145e8836149b1565b906146058260608151602083015117604083015117910151171590565b6148785761461161498d565b506040519061461f826128a7565b6f17f1d3a73197d7942695638c4fa9ac0f82527fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb60208301526f08b3f481e3aaa0f1a09e30ed741d8ae460408301527ffcf5e095d5d00af600db18cb2c04b3edd03cc744a2888ae40caa232946c5e7e16060830152857f73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff0000000103907f73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff0000000182116103655761475f9361474391614716604051956020870190606080918051845260208101516020850152604081015160408501520151910152565b60a0850152805160c0850152602081015160e0850152604081015161010085015260600151610120840152565b610140820152610140815261475a610160826128fb565b615232565b9161477c8360608151602083015117604083015117910151171590565b6148705760608060405161479082826128fb565b3690376040519381850185811067ffffffffffffffff821117610d30577f73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff0000000195614859946148689460c0946040948552805160801b6020820190815160801c1785525160801b85820151176020850152015183830152825195869261484f60208086019a7fb47c042975124161d47300ee021485b7a295baadd5576d7a9e27daa8f6f933168c528051918291018888015e850193868501905f8252614585565b60a0830190614585565b030160a08101845201826128fb565b519020061490565b505050505f90565b50505050505f90565b507f73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff000000018110156145db565b906bffffffffffffffffffffffff809116911603906bffffffffffffffffffffffff821161036557565b805f52600360205260405f20604051906148ee826128a7565b5473ffffffffffffffffffffffffffffffffffffffff81168252602082019164ffffffffff8260a01c1683526060604082019261493160ff8260c81c1685612cf0565b60d01c910152519160048310156105845764ffffffffff926149529161382b565b511680421161495e5750565b7f7c5bea7b000000000000000000000000000000000000000000000000000000005f524260045260245260445ffd5b6040519061499a826128a7565b5f6060838281528260208201528260408201520152565b6149b961498d565b5080516020820151604092830151925192916fffffffffffffffffffffffffffffffff821691608090811c82821b1791901c6149f4856128a7565b845260208401526040830152606082015290565b5f809161442993614a1761498d565b50614a7260405191614a4b602084018095606080918051845260208101516020850152604081015160408501520151910152565b805160a0840152602081015160c0840152604081015160e084015260600151610100830152565b6101008152614a83610120826128fb565b5190600b6102eefa614a93613ff9565b906153ae565b604051906020820182811067ffffffffffffffff821117610d3057604081905282610100614ac781846128fb565b36833752565b906006811015612d105760051b0190565b906008811015612d105760051b0190565b90614af8614a99565b915f5b60028110614b07575050565b806003029060038204810361036557614b208284614acd565b51916001810180821161036557614b379085614acd565b51906002810180911161036557614b4e9085614acd565b51908651938360021b947f3fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8516850361036557614b8f868360801c92614ade565b528751906001860180871161036557614bb1918460801c9060801b1792614ade565b5286519060028501808611610365576fffffffffffffffffffffffffffffffff614bdc921692614ade565b5285516003840180941161036557600193614bf691614ade565b5201614afb565b51905f905b60088210614c0f57505050565b6020806001928551815201930191019091614c02565b614c2d614a99565b60405161010081019481861067ffffffffffffffff871117610d3057614dae5f9695614db99388976040526f024aa2b2f08f0a91260805272dc5105181527fc6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb860208201526f13e02b6052719f607dacd3a088274f6560408201527f596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e60608201526f0d1b3cc2c7027888be51d9ef691d77bc60808201527fb679afda66c73f17f9ee3837a55024f78c71363275a75d75d86bab79f74782aa60a08201526f13fa4d4a0ad8b1ce186ed5061789213d60c08201527f993923066dddaf1040bc3ff59f825c78df74f2d75467e25e0f55f8a00fa030ed60e08201528552614d8460405195614d7a602088018099606080918051845260208101516020850152604081015160408501520151910152565b60a0870190614bfd565b80516101a086015260208101516101c086015260408101516101e086015260600151610200850152565b610220830190614bfd565b6103008152614dca610320826128fb565b5190600f620323e8fa614ddb613ff9565b81614e06575b81614dea575090565b8051602080830193509082019190910312610580575160011490565b80516020149150614de1565b519073ffffffffffffffffffffffffffffffffffffffff8216820361058057565b73ffffffffffffffffffffffffffffffffffffffff81169081614e9e575050803410614e6f57803403614e635750565b61366590340333614056565b7fb05584d0000000000000000000000000000000000000000000000000000000005f523460045260245260445ffd5b34615076573b1561504b576040517f70a08231000000000000000000000000000000000000000000000000000000008152306004820152602081602481855afa908115610d5d575f91615019575b50604051917f23b872dd000000000000000000000000000000000000000000000000000000005f5233600452306024528360445260205f60648180855af160015f5114811615614ffa575b836040525f6060521561414857826024816020937f70a082310000000000000000000000000000000000000000000000000000000082523060048301525afa8015610d5d575f90614fc6575b614f8d9250612d6a565b818103614f98575050565b7f09df9d23000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b506020823d602011614ff2575b81614fe0602093836128fb565b8101031261058057614f8d9151614f83565b3d9150614fd3565b600181151661501057813b15153d151616614f37565b833d5f823e3d90fd5b90506020813d602011615043575b81615034602093836128fb565b8101031261058057515f614eec565b3d9150615027565b7f500d72b5000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7e5ce627000000000000000000000000000000000000000000000000000000005f523460045260245ffd5b8115615124575f80808085855af16150b7613ff9565b50615124577f91024120a97e7a8436a91b79eacfdd8eacbf1a297330915a9572b768e8891808602073ffffffffffffffffffffffffffffffffffffffff5f9384805260048352604085208282168652835260408520615117878254612d5d565b90556040519586521693a3565b5050565b82156151ba5773ffffffffffffffffffffffffffffffffffffffff1690816151bf575f80808086855af161515a613ff9565b505b6151ba57602073ffffffffffffffffffffffffffffffffffffffff7f91024120a97e7a8436a91b79eacfdd8eacbf1a297330915a9572b768e889180892845f526004835260405f208282165f52835260405f20615117878254612d5d565b505050565b6040517fa9059cbb000000000000000000000000000000000000000000000000000000005f5273ffffffffffffffffffffffffffffffffffffffff82166004528360245260205f60448180875af19060015f5114821615615223575b60405261515c565b90833b15153d1516169061521b565b61523a61498d565b5060a081510490615dc0820291808304615dc01490151715610365575f8161442993600c6020849551930191fa614a93613ff9565b909161ffff1691828102928184041481151715610365576fffffffffffffffffffffffffffffffff610c4191816152bc816152b261271061366599048095612d6a565b1682875416613fc7565b167fffffffffffffffffffffffffffffffff0000000000000000000000000000000085541617845516825460801c613fc7565b9190916152fa61498d565b50805f525f60205260405f209260405193615314856128a7565b5463ffffffff8116855263ffffffff8160201c1660208601526bffffffffffffffffffffffff8160401c16604086015260a01c60608501526153808461537a7f000000000000000000000000000000000000000000000000000000000000000042612d77565b90615433565b8061538a57505050565b613665925f52600160205260405f2061526f565b9190811015612d105760051b0190565b6153b661498d565b5080615428575b1561540357608081805181010312610580576080604051916153de836128a7565b6020810151835260408101516020840152606081015160408401520151606082015290565b50604051615410816128a7565b5f81525f60208201525f60408201525f606082015290565b5060808151146153bd565b805163ffffffff1692918381146154bd57606082016bffffffffffffffffffffffff81511694600181018091116103655782036154915760408301516bffffffffffffffffffffffff16905263ffffffff905b5f6040840152169052565b93905f6154b663ffffffff936bffffffffffffffffffffffff60408701511690612d5d565b9552615486565b505f925050565b60219260209282527f0100000000000000000000000000000000000000000000000000000000000000838301528051928391018483015e01015f815290565b60219260209282527f0200000000000000000000000000000000000000000000000000000000000000838301528051928391018483015e01015f815290565b60219260209282527f0300000000000000000000000000000000000000000000000000000000000000838301528051928391018483015e01015f815290565b60219260209282527f0400000000000000000000000000000000000000000000000000000000000000838301528051928391018483015e01015f815290565b5f919082916156b860d1604051926155d96060856128fb565b60308452602084017f1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f62481527f1eabfffeb153ffffb9feffffffffaaab0000000000000000000000000000000060408601526040519485926020840197604089526001604086015260406060860152608085015260a08401527f010000000000000000000000000000000000000000000000000000000000000060c08401528760c18401525180918484015e8101868382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe081018352826128fb565b51906005614e20fa50614429613ff9565b5f80614429926156d761498d565b506020815191016010612af8fa614a93613ff95660c0346100b3573360808190526135a560f21b6020830190815260609190911b6022830152600160f91b6036830152601782526040820191906001600160401b0383118284101761009f576040839052905190206001600160a01b031660a052610ba690816100b8823960805181818160310152818161010001528181610384015281816106ec01526108f7015260a05181818161027801526104f70152f35b634e487b7160e01b5f52604160045260245ffd5b5f80fdfe6080806040526004361015610089575b50361561001a575f80fd5b73ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001680330361005a57005b7f47184e91000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b5f3560e01c9081632dd31000146104af575080638b6274d0146101285763e681c4aa146100b6575f61000f565b34610124575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261012457602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b5f80fd5b6101607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101245760043567ffffffffffffffff81116101245761017390369060040161051b565b906024359060ff8216809203610124573660a4116101245761010435906bffffffffffffffffffffffff821680920361012457610124359073ffffffffffffffffffffffffffffffffffffffff8216809203610124576101443567ffffffffffffffff8111610124576101ea90369060040161051b565b95909160ff5f5c166104875760017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff005f5c16175f5d604051917e774360000000000000000000000000000000000000000000000000000000008352602060048401526020838061025e6024820185876105b7565b03815f73ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165af192831561042b575f93610436575b50603c116101245760209161036a602873ffffffffffffffffffffffffffffffffffffffff93013560601c946102de888761062f565b996102e934476105f5565b97604051998a9687967f10e88d68000000000000000000000000000000000000000000000000000000008852336004890152169b8c6024880152604487015260606044606488013760a43560c487015260c43560e487015260e4356101048701526101248601526101448501526101806101648501526101848401916105b7565b03813473ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165af192831561042b575f936103f4575b50906040946103c292610827565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff005f5c165f5d82519182526020820152f35b919092506020823d602011610423575b8161041160209383610549565b810103126101245790519160406103b4565b3d9150610404565b6040513d5f823e3d90fd5b9092506020813d60201161047f575b8161045260209383610549565b81010312610124575173ffffffffffffffffffffffffffffffffffffffff811681036101245791886102a8565b3d9150610445565b7f6b772b03000000000000000000000000000000000000000000000000000000005f5260045ffd5b34610124575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101245760209073ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b9181601f840112156101245782359167ffffffffffffffff8311610124576020838186019501011161012457565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff82111761058a57604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b601f82602094937fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe093818652868601375f8582860101520116010190565b9190820391821161060257565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b919073ffffffffffffffffffffffffffffffffffffffff8316908115610820576040517f70a08231000000000000000000000000000000000000000000000000000000008152306004820152602081602481865afa90811561042b575f916107ee575b50936040517f23b872dd000000000000000000000000000000000000000000000000000000005f5233600452306024528260445260205f60648180865af19060015f51148216156107cd575b6040525f606052156107a1577f000000000000000000000000000000000000000000000000000000000000000090610717838383610a4b565b15610723575b50505050565b61072d8282610abf565b15610775579061073d9291610b44565b1561074a5780808061071d565b7f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b837f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b827f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b9060018115166107e557823b15153d151616906106de565b503d5f823e3d90fd5b90506020813d602011610818575b8161080960209383610549565b8101031261012457515f610692565b3d91506107fc565b505f925050565b73ffffffffffffffffffffffffffffffffffffffff811691826108f5575b50505061085290476105f5565b80156108f2575f80808084335af13d156108ed573d67ffffffffffffffff811161058a57604051906108ac60207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f8401160183610549565b81525f60203d92013e5b156108be5750565b7f1632d692000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b6108b6565b50565b7f00000000000000000000000000000000000000000000000000000000000000006109215f8285610a4b565b15610a26575b50604051907f70a08231000000000000000000000000000000000000000000000000000000008252306004830152602082602481875afa801561042b575f906109f2575b61097592506105f5565b90811561084557604051917fa9059cbb000000000000000000000000000000000000000000000000000000005f523360045260245260205f60448180855af19060015f51148216156109d3575b50906040521561074a578080610845565b60018215166109e9573b15153d1516165f6109c2565b823d5f823e3d90fd5b506020823d602011610a1e575b81610a0c60209383610549565b8101031261012457610975915161096b565b3d91506109ff565b610a308184610abf565b15610775575f610a409184610b44565b156107a1575f610927565b929173ffffffffffffffffffffffffffffffffffffffff604051927f095ea7b3000000000000000000000000000000000000000000000000000000005f521660045260245260205f60448180875af19260015f5114841615610aae575b50604052565b3d15903b151516909216915f610aa8565b919073ffffffffffffffffffffffffffffffffffffffff604051917f095ea7b3000000000000000000000000000000000000000000000000000000005f52166004525f60245260205f60448180875af19260015f5114841615610b225750604052565b60018492941516610b3b573b15153d151616915f610aa8565b833d5f823e3d90fd5b929173ffffffffffffffffffffffffffffffffffffffff604051927f095ea7b3000000000000000000000000000000000000000000000000000000005f521660045260245260205f60448180875af19260015f5114841615610b2257506040525660a08060405234608157610f4e818101906001600160401b03821183831017606d57602091839161073183393381520301905ff080156062576001600160a01b03166080526040516106ab90816100868239608051818181608301526103130152f35b6040513d5f823e3d90fd5b634e487b7160e01b5f52604160045260245ffd5b5f80fdfe60806040526004361015610011575f80fd5b5f3560e01c8062774360146100e25780633cb94596146100ab57638bfd917414610039575f80fd5b346100a7575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100a757602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b5f80fd5b346100a75760206100c46100be366100fb565b906104f8565b73ffffffffffffffffffffffffffffffffffffffff60405191168152f35b346100a75760206100c46100f5366100fb565b9061023c565b9060207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc8301126100a75760043567ffffffffffffffff81116100a757826023820112156100a75780600401359267ffffffffffffffff84116100a757602484830101116100a7576024019190565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff8211176101ab57604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b92919267ffffffffffffffff82116101ab576040519161022060207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f840116018461016a565b8294818452818301116100a7578281602093845f960137010152565b91909160a3831080156104ed575b801561048a575b61045e57826014116100a757803560601c61026c8483610543565b9080158015610440575b6103fa575050826072116100a757607081013560f01c6103e881116103c957506102a083826104f8565b92833b6103c557818173ffffffffffffffffffffffffffffffffffffffff6102ce6103119461033796610543565b1673ffffffffffffffffffffffffffffffffffffffff87167f304df947bbcdae784a5a7220f03b9dfc1501b9dbba34920f54310b32d33023605f80a336916101d8565b7f0000000000000000000000000000000000000000000000000000000000000000610555565b80511561039d575f81602073ffffffffffffffffffffffffffffffffffffffff9351910182f5161561036557565b3d610392577fb06ebf3d000000000000000000000000000000000000000000000000000000005f5260045ffd5b6040513d5f823e3d90fd5b7f4ca249dc000000000000000000000000000000000000000000000000000000005f5260045ffd5b5050565b7f537bbd54000000000000000000000000000000000000000000000000000000005f526004526103e860245260445ffd5b73ffffffffffffffffffffffffffffffffffffffff92507f98a8bdda000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b5073ffffffffffffffffffffffffffffffffffffffff821615610276565b827fe306174e000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff6e83018381116104c057601190061515610251565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b506104d2831161024a565b600b61052061031160559373ffffffffffffffffffffffffffffffffffffffff9536916101d8565b602081519101206040519060408201525f60208201523081520160ff8153201690565b906028116100a7576014013560601c90565b615fd382511161068357815191602d83018093116104c0577fffff0000000000000000000000000000000000000000000000000000000000009260206057927fffffffffffffffffffffffffffffffffffffffff000000000000000000000000610680956040519788957f61000000000000000000000000000000000000000000000000000000000000008688015260f01b1660218601527f3d81600a3d39f3363d3d373d3d3d363d73000000000000000000000000000000602386015260601b1660348401527f5af43d82803e903d91602b57fd5bf3000000000000000000000000000000000060488401528051918291018484015e81015f8382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0810183528261016a565b90565b7f94289054000000000000000000000000000000000000000000000000000000005f5260045ffd60a034606c57601f610f4e38819003918201601f19168301916001600160401b03831184841017607057808492602094604052833981010312606c57516001600160a01b0381168103606c57608052604051610ec990816100858239608051818181609a01526103500152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe60806040526004361015610011575f80fd5b5f3560e01c806326494f71146102a8578063884ec30614610253578063c497da8d146101e7578063d5025625146100c25763e681c4aa14610050575f80fd5b346100be575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100be57602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b5f80fd5b346100be575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100be57303b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffd381019081116101ba57604061013f61012a83610c23565b9261013783519485610bac565b808452610c23565b917fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe06020820193013684378051602d84303c7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f8351948593602085525180918160208701528686015e5f85828601015201168101030190f35b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b346100be5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100be5760043573ffffffffffffffffffffffffffffffffffffffff81168091036100be575f526001602052602063ffffffff60405f205416604051908152f35b346100be5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100be5760ff61028c610b30565b165f525f602052602063ffffffff60405f205416604051908152f35b346100be5760c07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100be576102df610b30565b6102e7610b40565b503660a4116100be5760a4359067ffffffffffffffff82116100be57366023830112156100be57816004013567ffffffffffffffff81116100be57808301602481013681116100be57610338610bed565b5073ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016803303610b015750303b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffd38101908082116101ba577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff41019081116101ba57601160ff910494169380851015610ad257506103e8610bed565b506020602d5f303c5f5193602060555f303c5f51602060695f303c5f51916020607d5f303c5f51936020609d5f303c5f5195826011026011810484036101ba5760bf018060bf116101ba576020905f303c5f5199604051996104498b610b63565b60601c8a5260208a019460601c855260408a019560601c865260608a0196875260808a019760f01c885260a08a01988b60a01c8a5263ffffffff60c08c019c8d8160101a905260801c1680610a3f575b50610505575b5060e08960ff8c6bffffffffffffffffffffffff8c61ffff8d8d73ffffffffffffffffffffffffffffffffffffffff8e818f816040519c51168c52511660208b01525116604089015251606088015251166080860152511660a0840152511660c0820152f35b6020818303126100be57602481013567ffffffffffffffff81116100be57019060e090829003126100be576040519161053d83610b63565b602482013573ffffffffffffffffffffffffffffffffffffffff811681036100be57835260448201359060ff821682036100be57602084019182526064830135946bffffffffffffffffffffffff861686036100be576040850195865260848401359363ffffffff851685036100be576060860194855260a48101359064ffffffffff821682036100be576080870191825260c481013567ffffffffffffffff81116100be578460246105f292840101610c5d565b9360a0880194855260e48201359167ffffffffffffffff83116100be5761061c9201602401610c5d565b9260c0870193845260ff855116838103610a10575064ffffffffff82511680151580610a07575b6109d8575061079173ffffffffffffffffffffffffffffffffffffffff9160405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f24d64554442d612a18725023eebc3866bde83f0a64a624cd14a8773eb21f8c2c60408201527fc89efdaa54c0f20c7adf612882df0950f5a951637e0307cdcb4c672f298b8bc660608201524660808201523060a082015260a081526106f360c082610bac565b51902096602060415f303c5f5160601c9460ff858c5116925116906bffffffffffffffffffffffff8d51169064ffffffffff63ffffffff8d5116915116916040519360208501957f76e2be9aafdb2e25964835dc2c3ff060479c6fb78c07665218bb02e31cec3493875260408601526060850152608084015260a083015260c082015260c0815261078560e082610bac565b51902090519087610cbb565b168181036109aa5750509061081192916040516020810190606060448337606081526107be608082610bac565b5190206040519060208201927f53567f44d41936893c1f167c857a91a29fcf83aa4c33f62ec03cacf4219249a984526040830152606082015260608152610806608082610bac565b519020905191610cbb565b73ffffffffffffffffffffffffffffffffffffffff80845116911681810361097c57505063ffffffff815116610873575b5050516bffffffffffffffffffffffff168552838373ffffffffffffffffffffffffffffffffffffffff60ff61049f565b73ffffffffffffffffffffffffffffffffffffffff8251165f52600160205263ffffffff8060405f20541691511680821015610936575060ff979473ffffffffffffffffffffffffffffffffffffffff61ffff956bffffffffffffffffffffffff60e09d9a96819a96846108e78198610ca3565b9151165f52600160205263ffffffff60405f2091167fffffffffffffffffffffffffffffffffffffffffffffffffffffffff00000000825416179055969a9d5050955050949750819550610842565b73ffffffffffffffffffffffffffffffffffffffff8351167fb77c2cd6000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f89a74c99000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f068a2eee000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7fed12c255000000000000000000000000000000000000000000000000000000005f524260045260245260445ffd5b50804211610643565b837f2e3419ee000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b855f525f60205263ffffffff60405f2054169080821015610aa35750610a6490610ca3565b855f525f60205263ffffffff60405f2091167fffffffffffffffffffffffffffffffffffffffffffffffffffffffff000000008254161790558c610499565b867fb17036c8000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b847fc3e6ae0c000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f26578c70000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b6004359060ff821682036100be57565b6024359073ffffffffffffffffffffffffffffffffffffffff821682036100be57565b60e0810190811067ffffffffffffffff821117610b7f57604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff821117610b7f57604052565b60405190610bfa82610b63565b5f60c0838281528260208201528260408201528260608201528260808201528260a08201520152565b67ffffffffffffffff8111610b7f57601f017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe01660200190565b81601f820112156100be57803590610c7482610c23565b92610c826040519485610bac565b828452602083830101116100be57815f926020809301838601378301015290565b63ffffffff60019116019063ffffffff82116101ba57565b91610d1a92610d11926040519060208201927f190100000000000000000000000000000000000000000000000000000000000084526022830152604282015260428152610d09606282610bac565b519020610d1d565b90929192610d57565b90565b8151919060418303610d4d57610d469250602082015190606060408401519301515f1a90610e2f565b9192909190565b50505f9160029190565b6004811015610e025780610d69575050565b60018103610d99577ff645eedf000000000000000000000000000000000000000000000000000000005f5260045ffd5b60028103610dcd57507ffce698f7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b600314610dd75750565b7fd78bce0c000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411610ebe579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa15610eb3575f5173ffffffffffffffffffffffffffffffffffffffff811615610ea957905f905f90565b505f906001905f90565b6040513d5f823e3d90fd5b5050505f916003919056596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e",
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
// Solidity: function accountState(bytes32 account) view returns(uint32, uint32, uint96, uint96, uint128, uint128)
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
// Solidity: function accountState(bytes32 account) view returns(uint32, uint32, uint96, uint96, uint128, uint128)
func (escrow *Escrow) TryPackAccountState(account [32]byte) ([]byte, error) {
	return escrow.abi.Pack("accountState", account)
}

// AccountStateOutput serves as a container for the return parameters of contract
// method AccountState.
type AccountStateOutput struct {
	Arg0 uint32
	Arg1 uint32
	Arg2 *big.Int
	Arg3 *big.Int
	Arg4 *big.Int
	Arg5 *big.Int
}

// UnpackAccountState is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x57a1d9c0.
//
// Solidity: function accountState(bytes32 account) view returns(uint32, uint32, uint96, uint96, uint128, uint128)
func (escrow *Escrow) UnpackAccountState(data []byte) (AccountStateOutput, error) {
	out, err := escrow.abi.Unpack("accountState", data)
	outstruct := new(AccountStateOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Arg0 = *abi.ConvertType(out[0], new(uint32)).(*uint32)
	outstruct.Arg1 = *abi.ConvertType(out[1], new(uint32)).(*uint32)
	outstruct.Arg2 = abi.ConvertType(out[2], new(big.Int)).(*big.Int)
	outstruct.Arg3 = abi.ConvertType(out[3], new(big.Int)).(*big.Int)
	outstruct.Arg4 = abi.ConvertType(out[4], new(big.Int)).(*big.Int)
	outstruct.Arg5 = abi.ConvertType(out[5], new(big.Int)).(*big.Int)
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
// Solidity: function answerMany((address,uint8,uint32,uint40,address,address,address,address,address,uint16,uint8,bytes32,uint96,bytes32[3])[] leaves, bytes32[3] P, bytes32[6] Q, bytes32[3][] releases) returns()
func (escrow *Escrow) PackAnswerMany(leaves []Leaf, p [3][32]byte, q [6][32]byte, releases [][3][32]byte) []byte {
	enc, err := escrow.abi.Pack("answerMany", leaves, p, q, releases)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAnswerMany is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x26152d33.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function answerMany((address,uint8,uint32,uint40,address,address,address,address,address,uint16,uint8,bytes32,uint96,bytes32[3])[] leaves, bytes32[3] P, bytes32[6] Q, bytes32[3][] releases) returns()
func (escrow *Escrow) TryPackAnswerMany(leaves []Leaf, p [3][32]byte, q [6][32]byte, releases [][3][32]byte) ([]byte, error) {
	return escrow.abi.Pack("answerMany", leaves, p, q, releases)
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
// Solidity: function buy(address product, uint8 tier, bytes32[3] releaseKey, uint256 c, uint256 z, bytes32 offerHash, uint96 maxPrice, address refundTo, bytes data) payable returns(bytes32)
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
// Solidity: function buy(address product, uint8 tier, bytes32[3] releaseKey, uint256 c, uint256 z, bytes32 offerHash, uint96 maxPrice, address refundTo, bytes data) payable returns(bytes32)
func (escrow *Escrow) TryPackBuy(product common.Address, tier uint8, releaseKey [3][32]byte, c *big.Int, z *big.Int, offerHash [32]byte, maxPrice *big.Int, refundTo common.Address, data []byte) ([]byte, error) {
	return escrow.abi.Pack("buy", product, tier, releaseKey, c, z, offerHash, maxPrice, refundTo, data)
}

// UnpackBuy is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa9f5dab0.
//
// Solidity: function buy(address product, uint8 tier, bytes32[3] releaseKey, uint256 c, uint256 z, bytes32 offerHash, uint96 maxPrice, address refundTo, bytes data) payable returns(bytes32)
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
// Solidity: function buyFor(address payer, address product, uint8 tier, bytes32[3] releaseKey, uint256 c, uint256 z, bytes32 offerHash, uint96 maxPrice, address refundTo, bytes data) payable returns(bytes32)
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
// Solidity: function buyFor(address payer, address product, uint8 tier, bytes32[3] releaseKey, uint256 c, uint256 z, bytes32 offerHash, uint96 maxPrice, address refundTo, bytes data) payable returns(bytes32)
func (escrow *Escrow) TryPackBuyFor(payer common.Address, product common.Address, tier uint8, releaseKey [3][32]byte, c *big.Int, z *big.Int, offerHash [32]byte, maxPrice *big.Int, refundTo common.Address, data []byte) ([]byte, error) {
	return escrow.abi.Pack("buyFor", payer, product, tier, releaseKey, c, z, offerHash, maxPrice, refundTo, data)
}

// UnpackBuyFor is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x10e88d68.
//
// Solidity: function buyFor(address payer, address product, uint8 tier, bytes32[3] releaseKey, uint256 c, uint256 z, bytes32 offerHash, uint96 maxPrice, address refundTo, bytes data) payable returns(bytes32)
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
// Solidity: function claims(address token, address who) view returns(uint256)
func (escrow *Escrow) PackClaims(token common.Address, who common.Address) []byte {
	enc, err := escrow.abi.Pack("claims", token, who)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackClaims is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3f733c6b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function claims(address token, address who) view returns(uint256)
func (escrow *Escrow) TryPackClaims(token common.Address, who common.Address) ([]byte, error) {
	return escrow.abi.Pack("claims", token, who)
}

// UnpackClaims is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3f733c6b.
//
// Solidity: function claims(address token, address who) view returns(uint256)
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
// Solidity: function orderState(bytes32 order) view returns(uint8, address, uint40, uint256)
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
// Solidity: function orderState(bytes32 order) view returns(uint8, address, uint40, uint256)
func (escrow *Escrow) TryPackOrderState(order [32]byte) ([]byte, error) {
	return escrow.abi.Pack("orderState", order)
}

// OrderStateOutput serves as a container for the return parameters of contract
// method OrderState.
type OrderStateOutput struct {
	Arg0 uint8
	Arg1 common.Address
	Arg2 *big.Int
	Arg3 *big.Int
}

// UnpackOrderState is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xaab14d04.
//
// Solidity: function orderState(bytes32 order) view returns(uint8, address, uint40, uint256)
func (escrow *Escrow) UnpackOrderState(data []byte) (OrderStateOutput, error) {
	out, err := escrow.abi.Unpack("orderState", data)
	outstruct := new(OrderStateOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Arg0 = *abi.ConvertType(out[0], new(uint8)).(*uint8)
	outstruct.Arg1 = *abi.ConvertType(out[1], new(common.Address)).(*common.Address)
	outstruct.Arg2 = abi.ConvertType(out[2], new(big.Int)).(*big.Int)
	outstruct.Arg3 = abi.ConvertType(out[3], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackPeaks is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x08418e15.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function peaks(bytes32 account) view returns(bytes32[32] list)
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
// Solidity: function peaks(bytes32 account) view returns(bytes32[32] list)
func (escrow *Escrow) TryPackPeaks(account [32]byte) ([]byte, error) {
	return escrow.abi.Pack("peaks", account)
}

// UnpackPeaks is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x08418e15.
//
// Solidity: function peaks(bytes32 account) view returns(bytes32[32] list)
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
// Solidity: function proven((address,uint8,uint32,uint40,address,address,address,address,address,uint16,uint8,bytes32,uint96,bytes32[3]) leaf, bytes32[] path) view returns(bytes32)
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
// Solidity: function proven((address,uint8,uint32,uint40,address,address,address,address,address,uint16,uint8,bytes32,uint96,bytes32[3]) leaf, bytes32[] path) view returns(bytes32)
func (escrow *Escrow) TryPackProven(leaf Leaf, path [][32]byte) ([]byte, error) {
	return escrow.abi.Pack("proven", leaf, path)
}

// UnpackProven is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb71c9121.
//
// Solidity: function proven((address,uint8,uint32,uint40,address,address,address,address,address,uint16,uint8,bytes32,uint96,bytes32[3]) leaf, bytes32[] path) view returns(bytes32)
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
// Solidity: function withdraw(address publisher, address token, address committee, uint16 feeBps) returns(uint256)
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
// Solidity: function withdraw(address publisher, address token, address committee, uint16 feeBps) returns(uint256)
func (escrow *Escrow) TryPackWithdraw(publisher common.Address, token common.Address, committee common.Address, feeBps uint16) ([]byte, error) {
	return escrow.abi.Pack("withdraw", publisher, token, committee, feeBps)
}

// UnpackWithdraw is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x88d5800b.
//
// Solidity: function withdraw(address publisher, address token, address committee, uint16 feeBps) returns(uint256)
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
// Solidity: function withdrawTo(address token, address committee, uint16 feeBps, address to) returns(uint256)
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
// Solidity: function withdrawTo(address token, address committee, uint16 feeBps, address to) returns(uint256)
func (escrow *Escrow) TryPackWithdrawTo(token common.Address, committee common.Address, feeBps uint16, to common.Address) ([]byte, error) {
	return escrow.abi.Pack("withdrawTo", token, committee, feeBps, to)
}

// UnpackWithdrawTo is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9337179a.
//
// Solidity: function withdrawTo(address token, address committee, uint16 feeBps, address to) returns(uint256)
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
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_CoinWithToken"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowCoinWithTokenError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_Early"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowEarlyError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_Fee"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowFeeError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_Full"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowFullError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_GroupKey"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowGroupKeyError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_Late"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowLateError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_Lengths"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowLengthsError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_Locked"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowLockedError(raw[4:])
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
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_NoPublisher"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowNoPublisherError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_NoRefundTo"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowNoRefundToError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_NoToken"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowNoTokenError(raw[4:])
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
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_Nothing"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowNothingError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_OfferChanged"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowOfferChangedError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_Proof"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowProofError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_Release"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowReleaseError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_SendFailed"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowSendFailedError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_ShortOffer"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowShortOfferError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_State"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowStateError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_TokenMoved"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowTokenMovedError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_TooDear"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowTooDearError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["Escrow_TooLittle"].ID.Bytes()[:4]) {
		return escrow.UnpackEscrowTooLittleError(raw[4:])
	}
	if bytes.Equal(raw[:4], escrow.abi.Errors["SafeERC20FailedOperation"].ID.Bytes()[:4]) {
		return escrow.UnpackSafeERC20FailedOperationError(raw[4:])
	}
	return nil, errors.New("Unknown error")
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

// EscrowEscrowEarly represents a Escrow_Early error raised by the Escrow contract.
type EscrowEscrowEarly struct {
	Time     *big.Int
	Deadline *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_Early(uint256 time, uint256 deadline)
func EscrowEscrowEarlyErrorID() common.Hash {
	return common.HexToHash("0x6055cf7049c250be297d9608608806129372e7479d3a471fe86a4f1d7bf7e502")
}

// UnpackEscrowEarlyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_Early(uint256 time, uint256 deadline)
func (escrow *Escrow) UnpackEscrowEarlyError(raw []byte) (*EscrowEscrowEarly, error) {
	out := new(EscrowEscrowEarly)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_Early", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowFee represents a Escrow_Fee error raised by the Escrow contract.
type EscrowEscrowFee struct {
	FeeBps *big.Int
	Most   *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_Fee(uint256 feeBps, uint256 most)
func EscrowEscrowFeeErrorID() common.Hash {
	return common.HexToHash("0x97297591789543a6563e1bc4d2acdfb46ebf62cb59f74a3b134fe0d55ce021b9")
}

// UnpackEscrowFeeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_Fee(uint256 feeBps, uint256 most)
func (escrow *Escrow) UnpackEscrowFeeError(raw []byte) (*EscrowEscrowFee, error) {
	out := new(EscrowEscrowFee)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_Fee", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowFull represents a Escrow_Full error raised by the Escrow contract.
type EscrowEscrowFull struct {
	Amount *big.Int
	Count  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_Full(uint256 amount, uint256 count)
func EscrowEscrowFullErrorID() common.Hash {
	return common.HexToHash("0x3b7b8b26912ed64050c0e7f42734f63a1529fbd403b9a18efd5efb6cca04f7b0")
}

// UnpackEscrowFullError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_Full(uint256 amount, uint256 count)
func (escrow *Escrow) UnpackEscrowFullError(raw []byte) (*EscrowEscrowFull, error) {
	out := new(EscrowEscrowFull)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_Full", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowGroupKey represents a Escrow_GroupKey error raised by the Escrow contract.
type EscrowEscrowGroupKey struct {
	Given    [32]byte
	Recorded [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_GroupKey(bytes32 given, bytes32 recorded)
func EscrowEscrowGroupKeyErrorID() common.Hash {
	return common.HexToHash("0x88f72fb53715861e09e83a8b7f1a8f94a42fd66698a60a6db1c068c95f50d352")
}

// UnpackEscrowGroupKeyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_GroupKey(bytes32 given, bytes32 recorded)
func (escrow *Escrow) UnpackEscrowGroupKeyError(raw []byte) (*EscrowEscrowGroupKey, error) {
	out := new(EscrowEscrowGroupKey)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_GroupKey", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowLate represents a Escrow_Late error raised by the Escrow contract.
type EscrowEscrowLate struct {
	Time     *big.Int
	Deadline *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_Late(uint256 time, uint256 deadline)
func EscrowEscrowLateErrorID() common.Hash {
	return common.HexToHash("0x7c5bea7ba7a2088380d4434110803b02c2c0b0a44590db9cdd3da0f0f5091c64")
}

// UnpackEscrowLateError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_Late(uint256 time, uint256 deadline)
func (escrow *Escrow) UnpackEscrowLateError(raw []byte) (*EscrowEscrowLate, error) {
	out := new(EscrowEscrowLate)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_Late", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowLengths represents a Escrow_Lengths error raised by the Escrow contract.
type EscrowEscrowLengths struct {
	Leaves   *big.Int
	Releases *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_Lengths(uint256 leaves, uint256 releases)
func EscrowEscrowLengthsErrorID() common.Hash {
	return common.HexToHash("0xacfe5a3be59a37e405da923943495aac5e9f68be7034a14b01908ea8e883e904")
}

// UnpackEscrowLengthsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_Lengths(uint256 leaves, uint256 releases)
func (escrow *Escrow) UnpackEscrowLengthsError(raw []byte) (*EscrowEscrowLengths, error) {
	out := new(EscrowEscrowLengths)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_Lengths", raw); err != nil {
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

// EscrowEscrowNoPublisher represents a Escrow_NoPublisher error raised by the Escrow contract.
type EscrowEscrowNoPublisher struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_NoPublisher()
func EscrowEscrowNoPublisherErrorID() common.Hash {
	return common.HexToHash("0x8d329142df697a0b67489717197282f93de3657c94b0390b2bd44825ea8e496e")
}

// UnpackEscrowNoPublisherError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_NoPublisher()
func (escrow *Escrow) UnpackEscrowNoPublisherError(raw []byte) (*EscrowEscrowNoPublisher, error) {
	out := new(EscrowEscrowNoPublisher)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_NoPublisher", raw); err != nil {
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

// EscrowEscrowNotLogged represents a Escrow_NotLogged error raised by the Escrow contract.
type EscrowEscrowNotLogged struct {
	Order [32]byte
	Node  [32]byte
	Peak  [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_NotLogged(bytes32 order, bytes32 node, bytes32 peak)
func EscrowEscrowNotLoggedErrorID() common.Hash {
	return common.HexToHash("0xeb5ce588df18f05f8c7233db6ce8aee4278da7fc42e1a102919c81f0ae7c7746")
}

// UnpackEscrowNotLoggedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_NotLogged(bytes32 order, bytes32 node, bytes32 peak)
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

// EscrowEscrowNothing represents a Escrow_Nothing error raised by the Escrow contract.
type EscrowEscrowNothing struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_Nothing()
func EscrowEscrowNothingErrorID() common.Hash {
	return common.HexToHash("0x6512a5148cd52d2ffa845c8e5e6211a504ecd6981020d75d1231c818ec20d5b7")
}

// UnpackEscrowNothingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_Nothing()
func (escrow *Escrow) UnpackEscrowNothingError(raw []byte) (*EscrowEscrowNothing, error) {
	out := new(EscrowEscrowNothing)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_Nothing", raw); err != nil {
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

// EscrowEscrowProof represents a Escrow_Proof error raised by the Escrow contract.
type EscrowEscrowProof struct {
	Order [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_Proof(bytes32 order)
func EscrowEscrowProofErrorID() common.Hash {
	return common.HexToHash("0x17f2d8312ee67bcf3e1513b297e0f1255a0ef8aaa7f1fc126cf7b4c938085a5a")
}

// UnpackEscrowProofError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_Proof(bytes32 order)
func (escrow *Escrow) UnpackEscrowProofError(raw []byte) (*EscrowEscrowProof, error) {
	out := new(EscrowEscrowProof)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_Proof", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowRelease represents a Escrow_Release error raised by the Escrow contract.
type EscrowEscrowRelease struct {
	Order [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_Release(bytes32 order)
func EscrowEscrowReleaseErrorID() common.Hash {
	return common.HexToHash("0xfa9432b697345f2864e19df83f68ae4e6625a1075a2eb655364010073d30de19")
}

// UnpackEscrowReleaseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_Release(bytes32 order)
func (escrow *Escrow) UnpackEscrowReleaseError(raw []byte) (*EscrowEscrowRelease, error) {
	out := new(EscrowEscrowRelease)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_Release", raw); err != nil {
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

// EscrowEscrowState represents a Escrow_State error raised by the Escrow contract.
type EscrowEscrowState struct {
	Order  [32]byte
	State  uint8
	Needed uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_State(bytes32 order, uint8 state, uint8 needed)
func EscrowEscrowStateErrorID() common.Hash {
	return common.HexToHash("0x56dc9020e83c129f488e39929578f6e3865886e44cae55b3fba3b2ca0e9977fb")
}

// UnpackEscrowStateError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_State(bytes32 order, uint8 state, uint8 needed)
func (escrow *Escrow) UnpackEscrowStateError(raw []byte) (*EscrowEscrowState, error) {
	out := new(EscrowEscrowState)
	if err := escrow.abi.UnpackIntoInterface(out, "Escrow_State", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EscrowEscrowTokenMoved represents a Escrow_TokenMoved error raised by the Escrow contract.
type EscrowEscrowTokenMoved struct {
	Moved *big.Int
	Price *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Escrow_TokenMoved(uint256 moved, uint256 price)
func EscrowEscrowTokenMovedErrorID() common.Hash {
	return common.HexToHash("0x09df9d232c4d543655014ee588029bc3fc32f892e1c1e28e0a6f92806ca3ced3")
}

// UnpackEscrowTokenMovedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Escrow_TokenMoved(uint256 moved, uint256 price)
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
