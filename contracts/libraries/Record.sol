// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IEscrow} from "../interfaces/IEscrow.sol";
import {IProduct} from "../interfaces/IProduct.sol";

/// An order that comes to be: where in memory the data of PaymentConfirmed stands, abi.encode(leaf, c, z). A purchase
/// writes its words once, to name the account by four of them, to name the order by sixteen, and to log them all.
///
///     0x000  product     0x0a0  refundTo      0x140  confirmations
///     0x020  tier        0x0c0  publisher     0x160  groupKey
///     0x040  index       0x0e0  token         0x180  amount
///     0x060  time        0x100  committee     0x1a0  releaseKey(96)
///     0x080  payer       0x120  feeBps        0x200  c, z
///
/// @dev Every word is clean: whoever writes one cuts it to its field's width.
type Record is uint256;

using {ask, arrange, token, feeBps, amount, account, announce} for Record global;

/// @dev What the buyer says, and when. The product's part, 0x0c0 to 0x1a0, and the index are still to come.
function newRecord(
    address product,
    uint8 tier,
    address payer,
    address refundTo,
    bytes32[3] calldata releaseKey,
    uint256 c,
    uint256 z
) view returns (Record self) {
    assembly ("memory-safe") {
        self := mload(0x40)
        mstore(0x40, add(self, 0x240))
        mstore(self, shr(96, shl(96, product)))
        mstore(add(self, 0x020), and(tier, 0xff))
        mstore(add(self, 0x060), timestamp())
        mstore(add(self, 0x080), shr(96, shl(96, payer)))
        mstore(add(self, 0x0a0), shr(96, shl(96, refundTo)))
        calldatacopy(add(self, 0x1a0), releaseKey, 0x60)
        mstore(add(self, 0x200), c)
        mstore(add(self, 0x220), z)
    }
}

/// @dev Calls the product with abi.encodeCall(IProduct.offer, (tier, payer, releaseKey, data)):
///
///     0x00  selector(4)  tier  payer  releaseKey(96)  0xc0
///     0xc4  length of data  data, filled up to whole words
///
/// The answer, an Offer, lands in the product's part. It is at most as long as what the product returned.
function ask(Record self, bytes calldata data) returns (bool ok) {
    bytes4 selector = IProduct.offer.selector;
    assembly ("memory-safe") {
        let question := mload(0x40)
        mstore(question, selector)
        mstore(add(question, 0x04), mload(add(self, 0x20)))
        mstore(add(question, 0x24), mload(add(self, 0x80)))
        mcopy(add(question, 0x44), add(self, 0x1a0), 0x60)
        mstore(add(question, 0xa4), 0xc0)
        mstore(add(question, 0xc4), data.length)
        calldatacopy(add(question, 0xe4), data.offset, data.length)
        mstore(add(add(question, 0xe4), data.length), 0)
        let size := add(0xe4, and(add(data.length, 0x1f), not(0x1f)))
        ok := call(gas(), mload(self), 0, question, size, add(self, 0xc0), 0xe0)
    }
}

/// @dev Puts what a product answered in the leaf's order, and returns the offer's hash on the way. No bit above a
/// field's width counts.
///
///                     0x0c0      0x0e0  0x100      0x120     0x140          0x160          0x180
///     answer          publisher  token  committee  groupKey  feeBps         price          confirmations
///     what is hashed  publisher  token  committee  groupKey  feeBps         confirmations
///     leaf            publisher  token  committee  feeBps    confirmations  groupKey       amount
function arrange(Record self) pure returns (bytes32 offerHash) {
    assembly ("memory-safe") {
        let offer := add(self, 0xc0)
        mstore(offer, shr(96, shl(96, mload(offer))))
        mstore(add(offer, 0x20), shr(96, shl(96, mload(add(offer, 0x20)))))
        mstore(add(offer, 0x40), shr(96, shl(96, mload(add(offer, 0x40)))))
        let groupKey := mload(add(offer, 0x60))
        let fee := and(mload(add(offer, 0x80)), 0xffff)
        let price := shr(160, shl(160, mload(add(offer, 0xa0))))
        let confirmations := and(mload(add(offer, 0xc0)), 0xff)

        mstore(add(offer, 0x80), fee)
        mstore(add(offer, 0xa0), confirmations)
        offerHash := keccak256(offer, 0xc0)

        mstore(add(offer, 0x60), fee)
        mstore(add(offer, 0x80), confirmations)
        mstore(add(offer, 0xa0), groupKey)
        mstore(add(offer, 0xc0), price)
    }
}

function token(Record self) pure returns (address value) {
    assembly ("memory-safe") {
        value := mload(add(self, 0xe0))
    }
}

function feeBps(Record self) pure returns (uint256 value) {
    assembly ("memory-safe") {
        value := mload(add(self, 0x120))
    }
}

function amount(Record self) pure returns (uint256 value) {
    assembly ("memory-safe") {
        value := mload(add(self, 0x180))
    }
}

/// @dev The name of the account: see nameAccount.
function account(Record self) pure returns (bytes32 name) {
    assembly ("memory-safe") {
        name := keccak256(add(self, 0xc0), 0x80)
    }
}

/// @dev Emits PaymentConfirmed for the order of this number in the account's log, and returns its name.
function announce(Record self, bytes32 name, uint256 index) returns (bytes32 order) {
    bytes32 topic = IEscrow.PaymentConfirmed.selector;
    assembly ("memory-safe") {
        mstore(add(self, 0x40), index)
        order := keccak256(self, 0x200)
        log4(self, 0x240, topic, name, mload(self), mload(add(self, 0x1a0)))
    }
}
