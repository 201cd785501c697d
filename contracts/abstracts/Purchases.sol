// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";
import {EfficientHashLib} from "solady/src/utils/EfficientHashLib.sol";

import {IProduct, Offer} from "../interfaces/IProduct.sol";
import {Account, Pending, nameAccount, pack} from "../libraries/Account.sol";
import {OrderLog} from "../libraries/OrderLog.sol";
import {Ledger} from "./Ledger.sol";

/// The data of PaymentConfirmed: Leaf, c and z, each field one word. In memory this is abi.encode(leaf, c, z) already,
/// so that a purchase writes every word once, to hash the first sixteen and log them all.
struct Record {
    address product;
    uint8 tier;
    uint32 index;
    uint40 time;
    address payer;
    address refundTo;
    address publisher;
    address token;
    address committee;
    uint16 feeBps;
    uint8 confirmations;
    bytes32 groupKey;
    uint96 amount;
    bytes32 key; // the release key's first word
    bytes32 key1;
    bytes32 key2;
    uint256 c;
    uint256 z;
}

/// @title How the escrow sells.
/// @notice Once an account is in use a purchase makes no new storage: the order joins the account's log, the money its
/// bucket, and everything else is in the event.
abstract contract Purchases is Ledger {
    using OrderLog for bytes32[32];

    uint256 private constant MAX_FEE_BPS = 1_000;
    uint256 private constant OFFER_SIZE = 7 * 32;

    /// @dev Takes the price from the caller, who is the payer or the router. The lock is held.
    function purchase(
        address payer,
        address product,
        uint8 tier,
        bytes32[3] calldata releaseKey,
        uint256 c,
        uint256 z,
        bytes32 offerHash,
        uint96 maxPrice,
        address refundTo,
        bytes calldata data
    ) internal returns (bytes32 order) {
        // Check
        if (refundTo == address(0)) revert Escrow_NoRefundTo();
        Offer memory o = ask(product, abi.encodeCall(IProduct.offer, (tier, payer, releaseKey, data)));
        checkOffer(o, offerHash, maxPrice);
        (address token, uint96 price) = (o.token, o.price);
        checkPayment(token, price);

        // Effect
        bytes32 id = nameAccount(o.publisher, token, o.committee, o.feeBps);
        Account storage account = accounts[id];
        uint256 index = receiveInto(account, price, o.feeBps);
        order = announce(
            id,
            Record({
                product: product,
                tier: tier,
                index: uint32(index),
                time: uint40(block.timestamp),
                payer: payer,
                refundTo: refundTo,
                publisher: o.publisher,
                token: token,
                committee: o.committee,
                feeBps: o.feeBps,
                confirmations: o.confirmations,
                groupKey: o.groupKey,
                amount: price,
                key: releaseKey[0],
                key1: releaseKey[1],
                key2: releaseKey[2],
                c: c,
                z: z
            })
        );
        account.peaks.append(index, order);

        // Interaction
        takePayment(token, price);
    }

    /// @dev Asks the product, whose reason to refuse reaches the buyer. Whatever it does, nothing has changed here yet,
    /// and it cannot call back. Its answer lands in the words of an Offer, of which no bit above a field's width counts.
    function ask(address product, bytes memory question) private returns (Offer memory o) {
        bool ok;
        assembly ("memory-safe") {
            ok := call(gas(), product, 0, add(question, 0x20), mload(question), o, OFFER_SIZE)
        }
        if (!ok) LowLevelCall.bubbleRevert();
        if (LowLevelCall.returnDataSize() < OFFER_SIZE) {
            if (product.code.length == 0) revert Escrow_NoProduct(product);
            revert Escrow_ShortOffer(LowLevelCall.returnDataSize(), OFFER_SIZE);
        }
    }

    function checkOffer(Offer memory o, bytes32 agreed, uint256 maxPrice) private pure {
        bytes32 offered = EfficientHashLib.hash(
            uint160(o.publisher),
            uint160(o.token),
            uint160(o.committee),
            uint256(o.groupKey),
            o.feeBps,
            o.confirmations
        );
        if (offered != agreed) revert Escrow_OfferChanged(offered, agreed);
        if (o.price > maxPrice) revert Escrow_TooDear(o.price, maxPrice);
        if (o.feeBps > MAX_FEE_BPS) revert Escrow_FeeTooHigh(o.feeBps, MAX_FEE_BPS);
    }

    function checkPayment(address token, uint256 price) private view {
        if (token == address(0)) {
            if (msg.value < price) revert Escrow_TooLittle(msg.value, price);
        } else {
            if (msg.value != 0) revert Escrow_CoinWithToken(msg.value);
            if (token.code.length == 0) revert Escrow_NoToken(token);
        }
    }

    /// @dev Puts the price into the account's bucket of this epoch and returns the order's number in its log.
    function receiveInto(Account storage account, uint256 price, uint256 feeBps) private returns (uint256 index) {
        Pending pending = mature(account, feeBps);
        uint256 filled = pending.current() + price;
        if (filled > type(uint96).max) revert Escrow_BucketFull(filled, type(uint96).max);
        index = pending.count();
        if (index == type(uint32).max) revert Escrow_LogFull(index);
        account.pending = pack(pending.epoch(), index + 1, filled, pending.previous());
    }

    /// @dev Emits PaymentConfirmed and returns the order's hash.
    function announce(bytes32 account, Record memory record) private returns (bytes32 order) {
        bytes32 topic = PaymentConfirmed.selector;
        (address product, bytes32 key) = (record.product, record.key);
        assembly ("memory-safe") {
            order := keccak256(record, LEAF_SIZE)
            log4(record, 0x240, topic, account, product, key)
        }
    }

    /// @dev Draws exactly the price, or returns what is above it.
    function takePayment(address token, uint256 price) private {
        if (token == address(0)) {
            if (msg.value != price) pay(token, msg.sender, msg.value - price);
        } else {
            uint256 expected = IERC20(token).balanceOf(address(this)) + price;
            SafeERC20.safeTransferFrom(IERC20(token), msg.sender, address(this), price);
            uint256 held = IERC20(token).balanceOf(address(this));
            if (held != expected) revert Escrow_TokenMoved(held, expected);
        }
    }
}
