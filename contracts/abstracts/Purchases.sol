// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";

import {Account, Pending, pack} from "../libraries/Account.sol";
import {OrderLog} from "../libraries/OrderLog.sol";
import {Record, newRecord} from "../libraries/Record.sol";
import {Ledger} from "./Ledger.sol";

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
        Record record = newRecord(product, tier, payer, refundTo, releaseKey, c, z);
        ask(record, product, data);
        checkOffer(record, offerHash, maxPrice);
        (address token, uint256 price) = (record.token(), record.amount());
        checkPayment(token, price);

        // Effect
        bytes32 id = record.account();
        Account storage account = accounts[id];
        uint256 index = receiveInto(account, price, record.feeBps());
        order = record.announce(id, index);
        account.peaks.append(index, order);

        // Interaction
        takePayment(token, price);
    }

    /// @dev Asks the product, whose reason to refuse reaches the buyer. Whatever it does, nothing has changed here yet,
    /// and it cannot call back.
    function ask(Record record, address product, bytes calldata data) private {
        if (!record.ask(data)) LowLevelCall.bubbleRevert();
        if (LowLevelCall.returnDataSize() < OFFER_SIZE) {
            if (product.code.length == 0) revert Escrow_NoProduct(product);
            revert Escrow_ShortOffer(LowLevelCall.returnDataSize(), OFFER_SIZE);
        }
    }

    function checkOffer(Record record, bytes32 agreed, uint256 maxPrice) private pure {
        bytes32 offered = record.arrange();
        if (offered != agreed) revert Escrow_OfferChanged(offered, agreed);
        if (record.amount() > maxPrice) revert Escrow_TooDear(record.amount(), maxPrice);
        if (record.feeBps() > MAX_FEE_BPS) revert Escrow_FeeTooHigh(record.feeBps(), MAX_FEE_BPS);
    }

    function checkPayment(address token, uint256 price) private view {
        if (token == address(0)) {
            if (msg.value < price) revert Escrow_TooLittle(msg.value, price);
        } else {
            if (msg.value != 0) revert Escrow_CoinWithToken(msg.value);
            if (token.code.length == 0) revert Escrow_NoToken(token);
        }
    }

    /// @dev Puts the price into the account's bucket of this epoch and returns the order's number in its log. A bucket
    /// and a price are below 2^96, a number below 2^32: no sum leaves its word.
    function receiveInto(Account storage account, uint256 price, uint256 feeBps) private returns (uint256 index) {
        Pending pending = mature(account, feeBps);
        unchecked {
            uint256 filled = pending.current() + price;
            if (filled > type(uint96).max) revert Escrow_BucketFull(filled, type(uint96).max);
            index = pending.count();
            if (index == type(uint32).max) revert Escrow_LogFull(index);
            account.pending = pack(pending.epoch(), index + 1, filled, pending.previous());
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
